//! Takes secrets out of SIP messages before they are kept for the diagnostics, and phone numbers before
//! they are shown.
//!
//! It works on text, not on parsed messages: those that could not be parsed are the ones that support
//! wants to see, and they must be clean too. In doubt more is hidden than necessary.

use alo_numbers::Mask;
use alo_protocol::ReportNumbers;

/// Replaces what was taken out.
pub(crate) const HIDDEN: &str = "[hidden]";
/// Parameters of a digest that prove nothing (RFC 7616 §3.3, §3.4); all others are hidden.
const HARMLESS_DIGEST: [&str; 7] = [
    "algorithm",
    "domain",
    "qop",
    "realm",
    "stale",
    "uri",
    "username",
];
/// Headers that hold proofs or sessions: Authentication-Info (RFC 7615), Identity (RFC 8224) and its
/// compact form, cookies of servers that think in HTTP.
const SECRET_HEADERS: [&str; 6] = [
    "authentication-info",
    "proxy-authentication-info",
    "identity",
    "y",
    "cookie",
    "set-cookie",
];
/// Names that contain one of these stand before a secret.
const SECRET_WORDS: [&str; 18] = [
    "access-key",
    "access_key",
    "accesskey",
    "api-key",
    "api_key",
    "apikey",
    "authorization",
    "bearer",
    "credential",
    "jwt",
    "passw",
    "passphrase",
    "pn-prid",
    "pwd",
    "secret",
    "sessionid",
    "signature",
    "token",
];
/// SDP lines with keys or persons in them (RFC 8866 §5.6, §5.12; RFC 8839; RFC 4568; RFC 8827).
const SECRET_SDP: [&str; 7] = [
    "k=",
    "e=",
    "p=",
    "a=ice-pwd:",
    "a=crypto:",
    "a=key-mgmt:",
    "a=identity:",
];
/// Headers whose digits are never a phone number.
const COUNTING_HEADERS: [&str; 9] = [
    "via",
    "v",
    "cseq",
    "rack",
    "rseq",
    "timestamp",
    "date",
    "user-agent",
    "server",
];
/// A phone number has at least this many digits; shorter ones are extensions.
const SHORTEST_NUMBER: usize = 7;
/// Last digits of a masked number that stay, so that two calls to the same number can be recognized.
const SHOWN_DIGITS: usize = 3;

/// A SIP message without secrets: digest responses, nonces, tokens, passwords in URIs, keys of SDP.
/// Of bodies only SDP is kept, and the status line of a `message/sipfrag`.
pub(crate) fn message(text: &str) -> String {
    let (head, body) = split(text.trim_start_matches(['\r', '\n']));
    let mut clean = String::with_capacity(text.len());
    let mut kind = None;
    for (at, line) in unfolded(head).iter().enumerate() {
        if at > 0 {
            clean.push('\n');
        }
        match line.split_once(':') {
            // A start line has blanks before its first colon; a message may lack one.
            Some((name, value)) if at > 0 || !name.trim().contains(' ') => {
                let known = name.trim().to_ascii_lowercase();
                if matches!(known.as_str(), "content-type" | "c") {
                    kind = Some(value.trim().to_ascii_lowercase());
                }
                clean.push_str(name.trim());
                clean.push_str(": ");
                clean.push_str(&header(&known, value.trim()));
            }
            _ => clean.push_str(&plain(line)),
        }
    }
    let body = body.trim_matches(['\r', '\n', '\0']);
    if !body.is_empty() {
        clean.push_str("\n\n");
        clean.push_str(&self::body(kind.as_deref().unwrap_or_default(), body));
    }
    clean
}

/// A URL without passwords and without the values of its query.
pub(crate) fn url(url: &str) -> String {
    let (address, query) = url
        .split_once('?')
        .map_or((url, None), |(address, query)| (address, Some(query)));
    let mut clean = plain(address);
    for (at, pair) in query.into_iter().flat_map(|q| q.split('&')).enumerate() {
        clean.push(if at == 0 { '?' } else { '&' });
        clean.push_str(pair.split('=').next().unwrap_or_default());
        clean.push('=');
        clean.push_str(HIDDEN);
    }
    clean
}

/// Any other text, such as a reason phrase.
pub(crate) fn plain(text: &str) -> String {
    without_secret_parameters(&without_uri_passwords(text))
}

/// Whether a name stands before a secret.
pub(crate) fn looks_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    SECRET_WORDS.iter().any(|word| name.contains(word))
}

/// A message that [`message`] has cleaned, with phone numbers masked and names of people taken out; unchanged
/// for [`ReportNumbers::Full`].
pub(crate) fn message_with(text: &str, shown: ReportNumbers) -> String {
    if shown == ReportNumbers::Full {
        return text.to_owned();
    }
    let numbers = |text: &str| numbers(text, shown);
    let (head, body) = split(text);
    let mut masked = String::with_capacity(text.len());
    for (at, line) in head.lines().enumerate() {
        if at > 0 {
            masked.push('\n');
        }
        let name = line.split(':').next().unwrap_or_default();
        if COUNTING_HEADERS.contains(&name.trim().to_ascii_lowercase().as_str()) {
            masked.push_str(line);
        } else {
            masked.push_str(&numbers(&without_display_names(line)));
        }
    }
    if !body.is_empty() {
        // SDP: its long numbers are ids and times, but some servers put the phone number into `o=`.
        masked.push_str("\n\n");
        for (at, line) in body.lines().enumerate() {
            if at > 0 {
                masked.push('\n');
            }
            match line.split_once(' ') {
                Some((user, rest)) if line.starts_with("o=") => {
                    masked.push_str(&number(user, shown));
                    masked.push(' ');
                    masked.push_str(rest);
                }
                _ if line.starts_with(['s', 'i', 'u']) => masked.push_str(&numbers(line)),
                _ => masked.push_str(line),
            }
        }
    }
    masked
}

/// Masks a text that is a phone number or the user part of an address.
pub(crate) fn number(text: &str, shown: ReportNumbers) -> String {
    match shown {
        ReportNumbers::Hidden => Mask::start(usize::MAX, 'x').apply(text),
        ReportNumbers::Ends | ReportNumbers::Full => numbers(text, shown),
    }
}

/// Masks every phone number in a text. Short ones are recognized only as the user part of an address, and
/// masked only for [`ReportNumbers::Hidden`].
pub(crate) fn numbers(text: &str, shown: ReportNumbers) -> String {
    let ends = match shown {
        ReportNumbers::Full => return text.to_owned(),
        ReportNumbers::Ends => SHOWN_DIGITS,
        ReportNumbers::Hidden => 0,
    };
    let without_users = (shown == ReportNumbers::Hidden).then(|| without_users(text));
    let text = without_users.as_deref().unwrap_or(text);
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        let is_inside = |c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | '(' | ')' | ' ');
        let reach = from.find(|c| !is_inside(c)).unwrap_or(from.len());
        let run = from.get(..reach).unwrap_or(from);
        let run = run.trim_end_matches(|c: char| !c.is_ascii_digit());
        masked.push_str(before);
        masked.push_str(&masked_run(run, ends));
        rest = from.get(run.len()..).unwrap_or_default();
    }
    masked.push_str(rest);
    masked
}

/// Masks the user part of `sip:101@host` and `tel:101`.
fn without_users(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, from)) = rest.split_once(':') {
        clean.push_str(before);
        clean.push(':');
        let scheme = before.rsplit(|c: char| !c.is_ascii_alphabetic()).next();
        let is = |name: &str| scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case(name));
        let ends = |c: char| c.is_whitespace() || matches!(c, '@' | '<' | '>' | '"');
        rest = from;
        if !(is("tel") || is("sip") || is("sips")) {
            continue;
        }
        let (user, behind) = from.split_at(from.find(ends).unwrap_or(from.len()));
        if is("tel") || behind.starts_with('@') {
            clean.push_str(&number(user, ReportNumbers::Hidden));
            rest = behind;
        }
    }
    clean.push_str(rest);
    clean
}

fn masked_run(run: &str, ends: usize) -> String {
    // A run with an IPv4 address in it is masked part by part: the address stays.
    if run.contains(' ') && run.split(' ').any(is_address) {
        let parts = run.split(' ').map(|part| masked_run(part, ends));
        return parts.collect::<Vec<_>>().join(" ");
    }
    let digits = run.chars().filter(char::is_ascii_digit).count();
    if digits < SHORTEST_NUMBER || is_address(run) {
        return run.to_owned();
    }
    Mask::start(digits - ends, 'x').apply(run)
}

/// An IPv4 address.
fn is_address(text: &str) -> bool {
    text.parse::<std::net::Ipv4Addr>().is_ok()
}

/// Head and body; the empty line between them belongs to neither.
fn split(text: &str) -> (&str, &str) {
    ["\r\n\r\n", "\n\n"]
        .iter()
        .filter_map(|gap| Some((text.find(gap)?, gap.len())))
        .min()
        .map_or((text, ""), |(at, gap)| {
            let head = text.get(..at).unwrap_or_default();
            (head, text.get(at + gap..).unwrap_or_default())
        })
}

/// Lines with their continuations (RFC 3261 §7.3.1).
fn unfolded(head: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in head.split(['\r', '\n']).filter(|line| !line.is_empty()) {
        match lines.last_mut() {
            Some(last) if line.starts_with([' ', '\t']) => {
                last.push(' ');
                last.push_str(line.trim());
            }
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

fn header(name: &str, value: &str) -> String {
    match name {
        "authorization" | "proxy-authorization" | "www-authenticate" | "proxy-authenticate" => {
            credentials(value)
        }
        _ if SECRET_HEADERS.contains(&name) || looks_secret(name) => HIDDEN.to_owned(),
        // Providers and companies put keys of customers and sessions into headers of their own.
        _ if name.starts_with("x-") => HIDDEN.to_owned(),
        _ => plain(value),
    }
}

/// A challenge or its answer: the scheme, and of a digest what is harmless.
fn credentials(value: &str) -> String {
    let Some((scheme, mut rest)) = value.split_once([' ', '\t']) else {
        return HIDDEN.to_owned();
    };
    if !scheme.eq_ignore_ascii_case("digest") {
        let is_name = scheme.len() <= 16 && scheme.chars().all(|c| c.is_ascii_alphabetic());
        return if is_name {
            format!("{scheme} {HIDDEN}")
        } else {
            HIDDEN.to_owned()
        };
    }
    let mut clean = String::from("Digest");
    let mut gap = " ";
    loop {
        rest = rest.trim_start_matches([' ', '\t', ',']);
        if rest.is_empty() {
            return clean;
        }
        clean.push_str(gap);
        gap = ", ";
        let Some((name, value)) = rest.split_once('=') else {
            clean.push_str(HIDDEN);
            return clean;
        };
        let name = name.trim();
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
            clean.push_str(HIDDEN);
            return clean;
        }
        let (value, after) = value_of(value.trim_start(), &[',']);
        clean.push_str(name);
        clean.push('=');
        if HARMLESS_DIGEST.contains(&name.to_ascii_lowercase().as_str()) {
            clean.push_str(&plain(value.trim_end()));
        } else {
            clean.push_str(HIDDEN);
        }
        rest = after;
    }
}

/// A quoted string, or everything up to one of `ends`; and what follows it.
fn value_of<'a>(text: &'a str, ends: &[char]) -> (&'a str, &'a str) {
    let end = if text.starts_with('"') {
        let mut escaped = false;
        text.char_indices()
            .skip(1)
            .find(|(_, c)| {
                let closes = *c == '"' && !escaped;
                escaped = *c == '\\' && !escaped;
                closes
            })
            .map_or(text.len(), |(at, _)| at + 1)
    } else {
        text.find(ends).unwrap_or(text.len())
    };
    text.split_at(end)
}

/// `sip:user:password@host` (RFC 3261 §19.1.1), and the same in other URLs.
fn without_uri_passwords(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for part in text.split_inclusive(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')) {
        let Some((before, host)) = part.rsplit_once('@') else {
            clean.push_str(part);
            continue;
        };
        let Some((scheme, user)) = before.split_once(':') else {
            clean.push_str(part);
            continue;
        };
        clean.push_str(scheme);
        clean.push(':');
        match user.split_once(':') {
            Some((user, _)) => {
                clean.push_str(user);
                clean.push(':');
                clean.push_str(HIDDEN);
            }
            None => clean.push_str(user),
        }
        clean.push('@');
        clean.push_str(host);
    }
    clean
}

/// `token=…`, `;password="…"` and the like, wherever they stand.
fn without_secret_parameters(text: &str) -> String {
    const ENDS: [char; 10] = [';', ',', '&', '>', '?', '"', ' ', '\t', '\r', '\n'];
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('=') {
        let (before, from) = rest.split_at(at);
        clean.push_str(before);
        clean.push('=');
        rest = from.get(1..).unwrap_or_default();
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '%');
        let name = before.rsplit(|c| !is_part(c)).next().unwrap_or_default();
        if looks_secret(name) {
            clean.push_str(HIDDEN);
            rest = value_of(rest.trim_start(), &ENDS).1;
        }
    }
    clean.push_str(rest);
    clean
}

/// `"Anna" <sip:…>` and `Anna <sip:…>` without Anna, in each value of a header.
fn without_display_names(line: &str) -> String {
    let is_name = |name: &str| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let Some((name, value)) = line.split_once(':').filter(|(name, _)| is_name(name)) else {
        return line.to_owned();
    };
    let mut clean = format!("{name}:");
    let (mut is_quoted, mut is_escaped) = (false, false);
    // Where the value began that a `<` may still show to have begun with a name.
    let mut start = Some(clean.len());
    for c in value.chars() {
        let is_end = c == '"' && !is_escaped;
        is_escaped = c == '\\' && is_quoted && !is_escaped;
        is_quoted ^= is_end;
        match c {
            '<' if !is_quoted => {
                if let Some(start) = start.take() {
                    clean.truncate(start);
                    clean.push(' ');
                }
            }
            ',' if !is_quoted => start = Some(clean.len() + 1),
            _ => {}
        }
        clean.push(c);
    }
    clean
}

fn body(kind: &str, body: &str) -> String {
    if kind.starts_with("message/sipfrag") && body.starts_with("SIP/2.0 ") {
        return plain(body.lines().next().unwrap_or_default());
    }
    let is_sdp =
        kind.starts_with("application/sdp") || (kind.is_empty() && body.starts_with("v=0"));
    if !is_sdp {
        let kind = kind.split(';').next().unwrap_or_default();
        return format!("[body left out: {kind}, {} octets]", body.len());
    }
    let lines = body.split(['\r', '\n']).filter(|line| !line.is_empty());
    let clean: Vec<String> = lines
        .map(|line| {
            let known = line.trim_start().to_ascii_lowercase();
            match SECRET_SDP.iter().find(|start| known.starts_with(**start)) {
                Some(start) => format!("{start}{HIDDEN}"),
                None if known.as_bytes().get(1) == Some(&b'=') => plain(line),
                None => HIDDEN.to_owned(),
            }
        })
        .collect();
    clean.join("\n")
}
