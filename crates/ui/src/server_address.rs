//! Addresses of servers as people type them: the SIP server's URL, hosts, STUN and TURN URLs.

use alo_protocol::server_url::{MAX_URL, ServerUrl, UrlError};
use alo_protocol::trimmed;
use alo_providers::account_fields::{self, is_turn_url};

/// `pbx.example.com/ws` is taken as `wss://pbx.example.com/ws`; the scheme in lower case.
pub fn normal(typed: &str) -> String {
    with_scheme(typed, "wss")
}

/// What was typed with its scheme in lower case, or with the usual one where it has none.
pub(crate) fn with_scheme(typed: &str, usual: &str) -> String {
    let typed = trimmed(typed);
    match typed.split_once("://") {
        Some((scheme, rest)) => format!("{}://{rest}", scheme.to_ascii_lowercase()),
        None if typed.is_empty() => String::new(),
        None => format!("{usual}://{typed}"),
    }
}

/// Key of the sentence that says what is wrong with a server URL.
pub fn fault(url: &str) -> Option<&'static str> {
    if url.is_empty() {
        return Some("fault_serverUrlEmpty");
    }
    if url.len() > MAX_URL {
        return Some("fault_serverUrlLong");
    }
    match ServerUrl::parse(url) {
        Ok(_) => None,
        Err(UrlError::NotEncrypted) => Some("fault_serverUrlPlain"),
        Err(UrlError::Malformed) => Some("fault_serverUrl"),
    }
}

fn without_port(authority: &str) -> &str {
    match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) && !host.is_empty() => host,
        _ => authority,
    }
}

/// A host name, an IPv4 address or a bracketed IPv6 address, with or without a port.
pub fn is_host(text: &str) -> bool {
    if let Some((_, port)) = text.rsplit_once(':')
        && !text.ends_with(']')
        && port.parse::<u16>().is_err()
    {
        return false;
    }
    let host = without_port(text);
    if let Some(inner) = host
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
    {
        return inner.parse::<std::net::Ipv6Addr>().is_ok();
    }
    !host.is_empty()
        && host.len() <= 253
        && !host.starts_with(['.', '-'])
        && host
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'))
}

/// The host of a server URL: the domain unless another one is typed.
pub fn host_of(server_url: &str) -> Option<String> {
    let url = normal(server_url);
    let (_, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?']).next()?;
    let host = without_port(authority);
    is_host(host).then(|| host.to_owned())
}

/// The address to open in a tab to see what the browser thinks of the server's certificate.
pub fn certificate_page(server_url: &str) -> Option<String> {
    let url = normal(server_url);
    let rest = url.strip_prefix("wss://")?;
    let authority = rest.split(['/', '?']).next()?;
    is_host(authority).then(|| format!("https://{authority}/"))
}

/// STUN and TURN URLs, one per line, each scheme in lower case.
pub fn ice_urls(typed: &str) -> Vec<String> {
    typed
        .lines()
        .map(trimmed)
        .filter(|line| !line.is_empty())
        .map(|line| match line.split_once(':') {
            Some((scheme, rest)) => format!("{}:{rest}", scheme.to_ascii_lowercase()),
            None => line.to_owned(),
        })
        .collect()
}

/// What the phone takes, without what browsers refuse: RFC 7064 gives STUN no query.
pub fn is_ice_url(url: &str) -> bool {
    account_fields::is_ice_url(url) && (is_turn_url(url) || !url.contains('?'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_certificate_can_be_looked_at_in_a_tab() {
        assert_eq!(
            certificate_page("wss://pbx.example.com:8089/ws").as_deref(),
            Some("https://pbx.example.com:8089/")
        );
        assert_eq!(certificate_page("ws://localhost/"), None);
    }

    #[test]
    fn the_host_is_told_apart_from_scheme_port_and_path() {
        assert_eq!(
            host_of("wss://pbx.example.com:8089/ws").as_deref(),
            Some("pbx.example.com")
        );
        assert_eq!(
            host_of("pbx.example.com").as_deref(),
            Some("pbx.example.com")
        );
        assert_eq!(host_of("wss://"), None);
    }
}
