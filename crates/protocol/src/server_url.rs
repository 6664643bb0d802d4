//! The server URL of a SIP-over-WebSocket account (RFC 7118 §4, RFC 6455 §3).

use std::fmt;

/// Longest URL taken, in octets.
pub const MAX_URL: usize = 512;

/// Why a server URL is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UrlError {
    /// Not of the form `wss://host[:port][/path][?query]`.
    Malformed,
    /// `ws://` to another computer: password digest and calls would be readable on the way.
    NotEncrypted,
}

impl fmt::Display for UrlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Malformed => "write the server URL as wss://host:port/path",
            Self::NotEncrypted => "use wss://, as ws:// is for this computer only",
        })
    }
}

impl std::error::Error for UrlError {}

/// A checked server URL: `wss://`, or `ws://` to `127.0.0.1` or `localhost`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerUrl {
    url: String,
    host: String,
    secure: bool,
}

impl ServerUrl {
    /// Checks what a person typed; white space around it is ignored.
    ///
    /// # Errors
    /// See [`UrlError`].
    pub fn parse(typed: &str) -> Result<Self, UrlError> {
        let typed = typed.trim();
        if typed.len() > MAX_URL || typed.chars().any(is_never_in_a_url) {
            return Err(UrlError::Malformed);
        }
        let (scheme, rest) = typed.split_once("://").ok_or(UrlError::Malformed)?;
        let secure = match scheme.to_ascii_lowercase().as_str() {
            "wss" => true,
            "ws" => false,
            _ => return Err(UrlError::Malformed),
        };
        let authority_end = rest.find(['/', '?']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at(authority_end);
        let (host, port) = split_port(authority).ok_or(UrlError::Malformed)?;
        if !is_host(host) || !port.is_none_or(is_port) {
            return Err(UrlError::Malformed);
        }
        if !secure && !is_this_computer(host) {
            return Err(UrlError::NotEncrypted);
        }
        let scheme = if secure { "wss" } else { "ws" };
        Ok(Self {
            url: format!("{scheme}://{authority}{path}"),
            host: host.to_ascii_lowercase(),
            secure,
        })
    }

    /// The URL to open.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.url
    }

    /// The host, in lower case and without its port: what a person recognises.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// True for `wss:`.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.secure
    }
}

/// Characters that either never occur in a WebSocket URL or that browsers silently rewrite, so that
/// the host checked here would not be the host connected to. `@` would carry a secret, `#` is
/// refused by the WebSocket API.
#[must_use]
pub fn is_never_in_a_url(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\\' | '@' | '#' | '"' | '<' | '>' | '`')
}

/// Host and port of an authority; none where brackets stay open.
#[must_use]
pub fn split_port(authority: &str) -> Option<(&str, Option<&str>)> {
    if let Some(rest) = authority.strip_prefix('[') {
        let (inside, after) = rest.split_once(']')?;
        let host = authority.get(..inside.len() + 2)?;
        return match after {
            "" => Some((host, None)),
            _ => Some((host, Some(after.strip_prefix(':')?))),
        };
    }
    Some(match authority.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    })
}

/// A port that can be connected to.
#[must_use]
pub fn is_port(port: &str) -> bool {
    port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port != 0)
}

/// Letters of any script are taken, because browsers turn them into punycode.
#[must_use]
pub fn is_host(host: &str) -> bool {
    if let Some(inside) = host.strip_prefix('[').and_then(|h| h.strip_suffix(']')) {
        return inside.parse::<std::net::Ipv6Addr>().is_ok();
    }
    host.len() <= 253
        && host.split('.').all(|label| {
            !label.is_empty()
                && label
                    .chars()
                    .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
        })
}

/// The two hosts that the extension's content security policy opens to `ws:`. Whatever else means
/// loopback would be accepted here and blocked by the browser without a word why.
#[must_use]
pub fn is_this_computer(host: &str) -> bool {
    host == "127.0.0.1" || host.eq_ignore_ascii_case("localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_usual_url_is_taken_with_its_port_and_path() {
        let url = ServerUrl::parse(" wss://PBX.example.com:8089/ws?x=1 ").expect("usable");
        assert_eq!(url.as_str(), "wss://PBX.example.com:8089/ws?x=1");
        assert_eq!(url.host(), "pbx.example.com");
        assert!(url.is_secure());
        assert!(ServerUrl::parse("wss://[2001:db8::1]:443").is_ok());
        assert!(ServerUrl::parse("WSS://tổngđài.vn").is_ok());
    }

    #[test]
    fn ws_goes_to_this_computer_only() {
        for good in [
            "ws://127.0.0.1:5062",
            "ws://localhost/ws",
            "WS://LocalHost:8088",
        ] {
            assert!(ServerUrl::parse(good).is_ok(), "{good}");
        }
        for elsewhere in [
            "ws://pbx.example.com",
            "ws://127.0.0.1.example.com",
            "ws://localhost.example.com",
            "ws://192.168.1.5:8088/ws",
            "ws://127.1",
            "ws://0.0.0.0",
            "ws://[::ffff:127.0.0.1]",
            "ws://notlocalhost",
            // Loopback, but not in the content security policy.
            "ws://pbx.localhost:8088/ws",
            "ws://127.0.0.2",
            "ws://[::1]:80",
        ] {
            assert_eq!(
                ServerUrl::parse(elsewhere),
                Err(UrlError::NotEncrypted),
                "{elsewhere}"
            );
        }
    }

    #[test]
    fn what_a_browser_would_refuse_or_rewrite_is_refused_here() {
        for bad in [
            "",
            "pbx.example.com",
            "https://pbx.example.com",
            "wss://",
            "wss:///ws",
            "wss://user:secret@pbx.example.com",
            "ws://127.0.0.1@evil.example",
            "ws://localhost\\.evil.example",
            "wss://pbx.example.com#x",
            "wss://pbx.example.com:0",
            "wss://pbx.example.com:99999",
            "wss://pbx.example.com:+443",
            "wss://pbx..example.com",
            "wss://pbx.example.com:",
            "wss://[::1",
            "wss://[::1]x",
            "wss://[zz]",
            "wss://pbx example.com",
            "wss://pbx%2eexample.com",
            "ws://localhost%00.evil.example",
        ] {
            assert_eq!(ServerUrl::parse(bad), Err(UrlError::Malformed), "{bad}");
        }
        let long = format!("wss://pbx.example.com/{}", "a".repeat(MAX_URL));
        assert_eq!(ServerUrl::parse(&long), Err(UrlError::Malformed));
    }
}
