//! Addresses of web servers as people type them: a provider's interface, a company's own address, the
//! page of a customer.

use crate::server_address::is_host;

/// Longest address that is kept, in characters.
const MAX_CHARS: usize = 2_000;

/// `crm.example.com/x` is taken as `https://crm.example.com/x`; the scheme in lower case.
pub fn normal(typed: &str) -> String {
    let typed = typed.trim();
    match typed.split_once("://") {
        Some((scheme, rest)) => format!("{}://{rest}", scheme.to_ascii_lowercase()),
        None if typed.is_empty() => String::new(),
        None => format!("https://{typed}"),
    }
}

/// `https:` with a host, or `http:` to this computer. Nothing that belongs into no address that is
/// kept and shown: user or password, blanks.
pub fn is_usable(url: &str) -> bool {
    let Some((scheme, rest)) = url.split_once("://") else {
        return false;
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_clean = !rest.contains(|c: char| c.is_whitespace() || c.is_control());
    let here = ["127.0.0.1", "localhost"];
    let host = authority
        .rsplit_once(':')
        .map_or(authority, |(host, _)| host);
    is_clean
        && url.chars().count() <= MAX_CHARS
        && is_host(authority)
        && (scheme == "https" || scheme == "http" && here.contains(&host))
}

/// What may stand in the address of a customer's page, with a sample of each.
pub const PLACEHOLDERS: [(&str, &str); 4] = [
    ("{e164}", "+84912345678"),
    ("{national}", "0912345678"),
    ("{name}", "Nguyễn Thị Lan"),
    ("{callid}", "test-1"),
];

/// An `https:` address whose placeholders are all known and not in its host.
pub fn is_usable_template(url: &str) -> bool {
    if !url.starts_with("https://") {
        return false;
    }
    let mut plain = url.to_owned();
    for (name, _) in PLACEHOLDERS {
        plain = plain.replace(name, "x");
    }
    let authority = |url: &str| {
        let rest = url.split_once("://").map_or("", |(_, rest)| rest);
        rest.split(['/', '?', '#'])
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    !plain.contains(['{', '}']) && is_usable(&plain) && authority(&plain) == authority(url)
}

/// The address with sample values, to try it.
pub fn with_samples(template: &str) -> String {
    let mut url = template.to_owned();
    for (name, sample) in PLACEHOLDERS {
        url = url.replace(name, &encoded(sample));
    }
    url
}

/// Percent-encoded but for the unreserved characters (RFC 3986 §2.3).
fn encoded(value: &str) -> String {
    value
        .bytes()
        .map(|byte| match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'.' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            byte => format!("%{byte:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_https_or_on_this_computer() {
        for good in [
            "https://api.example.com",
            "https://api.example.com:8443/v3.0/",
            "http://127.0.0.1:9000/x",
            "http://localhost",
        ] {
            assert!(is_usable(good), "{good}");
        }
        for bad in [
            "",
            "api.example.com",
            "http://api.example.com",
            "https://",
            "https://u:p@api.example.com",
            "https://a b.example.com",
            "ftp://localhost",
            "http://localhost.example.com",
        ] {
            assert!(!is_usable(bad), "{bad}");
        }
        assert_eq!(normal(" api.example.com "), "https://api.example.com");
        assert_eq!(normal("HTTPS://a"), "https://a");
        assert_eq!(normal("  "), "");
    }

    #[test]
    fn a_template_knows_its_placeholders_and_has_a_host_of_its_own() {
        for good in [
            "https://crm.example.com/find?q={e164}&name={name}",
            "https://crm.example.com/{national}/{callid}",
            "https://crm.example.com/",
        ] {
            assert!(is_usable_template(good), "{good}");
        }
        for bad in [
            "https://{name}.example.com/",
            "https://crm.example.com/?q={phone}",
            "https://crm.example.com/?q={e164",
            "http://localhost/?q={e164}",
            "javascript:alert({name})",
            "",
        ] {
            assert!(!is_usable_template(bad), "{bad}");
        }
    }

    #[test]
    fn sample_values_are_encoded() {
        assert_eq!(
            with_samples("https://a/?q={e164}&n={name}"),
            "https://a/?q=%2B84912345678&n=Nguy%E1%BB%85n%20Th%E1%BB%8B%20Lan"
        );
    }
}
