//! What may stand in each field of an account: one rule for the form that is typed into and for the phone that uses it.

use alo_protocol::is_unseen;

/// Longest user name, display name or password taken, in characters.
pub const MAX_FIELD: usize = 128;
/// Most STUN and TURN URLs of one server.
pub const MAX_ICE_URLS: usize = 8;
/// Most backup servers: each takes its time when the network is gone and all are tried.
pub const MAX_BACKUPS: usize = 4;
/// Longest number or code that the phone dials by itself, in characters.
pub const MAX_CODE: usize = 32;

/// A host as RFC 3261 §25.1 writes it, without a port: a name, an IPv4 address or `[IPv6]`.
pub fn is_sip_domain(domain: &str) -> bool {
    if let Some(inside) = domain.strip_prefix('[').and_then(|d| d.strip_suffix(']')) {
        return inside.parse::<std::net::Ipv6Addr>().is_ok();
    }
    domain.len() <= 253
        && domain.split('.').all(|label| {
            // Underscores are outside the grammar, but names of internal PBXs have them.
            !label.is_empty()
                && label.len() <= 63
                && label
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
        })
}

/// Anything that can be percent-escaped into a SIP user part; `@` is refused because it means that
/// the whole address was typed.
pub fn is_username(username: &str) -> bool {
    !username.is_empty()
        && is_short(username)
        && !username
            .chars()
            .any(|c| c.is_control() || c.is_whitespace() || matches!(c, '@' | '<' | '>' | '"'))
}

/// A display name or an authorization user; it may be empty.
pub fn is_account_text(text: &str) -> bool {
    is_short(text) && !text.chars().any(char::is_control)
}

/// Within [`MAX_FIELD`].
pub fn is_short(text: &str) -> bool {
    text.chars().count() <= MAX_FIELD
}

/// What is dialled by the phone itself: short, and of the keys of a telephone.
pub fn is_code(code: &str) -> bool {
    let is_key = |b: u8| b.is_ascii_digit() || matches!(b, b'+' | b'*' | b'#');
    !code.is_empty() && code.len() <= MAX_CODE && code.bytes().all(is_key)
}

/// A `stun:`, `stuns:`, `turn:` or `turns:` URL that a browser takes (RFC 7064, RFC 7065).
pub fn is_ice_url(url: &str) -> bool {
    url.split_once(':').is_some_and(|(scheme, rest)| {
        matches!(scheme, "stun" | "stuns" | "turn" | "turns") && is_ice_authority(rest)
    })
}

/// A relay, which needs a login.
pub fn is_turn_url(url: &str) -> bool {
    url.starts_with("turn:") || url.starts_with("turns:")
}

/// A password without what was pasted along with it; blanks at its ends may be meant.
pub fn password(typed: &str) -> &str {
    typed.trim_matches(is_unseen)
}

fn is_ice_authority(rest: &str) -> bool {
    let (authority, transport) = match rest.split_once('?') {
        Some((authority, query)) => (authority, Some(query)),
        None => (rest, None),
    };
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    };
    is_sip_domain(host)
        && port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port != 0))
        && transport.is_none_or(|t| matches!(t, "transport=udp" | "transport=tcp"))
}
