//! Addresses of servers as people type them: the SIP server's URL, hosts, STUN and TURN URLs.

/// `pbx.example.com/ws` is taken as `wss://pbx.example.com/ws`; the scheme in lower case.
pub fn normal(typed: &str) -> String {
    let typed = typed.trim();
    match typed.split_once("://") {
        Some((scheme, rest)) => format!("{}://{rest}", scheme.to_ascii_lowercase()),
        None if typed.is_empty() => String::new(),
        None => format!("wss://{typed}"),
    }
}

/// Key of the sentence that says what is wrong with a server URL.
pub fn fault(url: &str) -> Option<&'static str> {
    if url.is_empty() {
        return Some("fault_serverUrlEmpty");
    }
    let Some((scheme, rest)) = url.split_once("://") else {
        return Some("fault_serverUrl");
    };
    let authority = rest.split(['/', '?']).next().unwrap_or("");
    let clean = !rest.contains(|c: char| c.is_whitespace() || c.is_control() || c == '#');
    // A password in the URL would end up in logs (design: secrets never in URLs).
    if !clean || authority.contains('@') || !is_host(authority) {
        return Some("fault_serverUrl");
    }
    match scheme {
        "wss" => None,
        "ws" if is_this_computer(without_port(authority)) => None,
        "ws" => Some("fault_serverUrlPlain"),
        _ => Some("fault_serverUrl"),
    }
}

/// The two hosts that the extension's content security policy opens to `ws:`.
fn is_this_computer(host: &str) -> bool {
    host == "127.0.0.1" || host.eq_ignore_ascii_case("localhost")
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

/// A TURN URL, by its scheme.
pub fn is_turn(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    lower.starts_with("turn:") || lower.starts_with("turns:")
}

/// A `stun:`, `stuns:`, `turn:` or `turns:` URL (RFC 7064, RFC 7065).
pub fn is_ice_url(url: &str) -> bool {
    let Some((scheme, rest)) = url.split_once(':') else {
        return false;
    };
    let (host, query) = rest
        .split_once('?')
        .map_or((rest, None), |(h, q)| (h, Some(q)));
    let scheme = scheme.to_ascii_lowercase();
    let query_fits = match query {
        None => true,
        // RFC 7064 gives STUN no query; RFC 7065 gives TURN this one.
        Some(query) => {
            scheme.starts_with("turn") && matches!(query, "transport=udp" | "transport=tcp")
        }
    };
    matches!(scheme.as_str(), "stun" | "stuns" | "turn" | "turns") && query_fits && is_host(host)
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
