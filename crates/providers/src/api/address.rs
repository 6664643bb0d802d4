//! Addresses of a provider's interface: the base as somebody typed it, and what is put behind it.

use alo_protocol::ProviderProblem;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::ApiError;
use crate::server_url::{is_host, is_never_in_a_url, is_port, is_this_computer, split_port};

/// Longest base or path taken, in octets.
const MAX_ADDRESS: usize = 512;

/// RFC 3986 §2.3: everything else is escaped in values of queries and in segments of paths.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A checked base: `https:`, or `http:` to `127.0.0.1` or `localhost`; without a `/` at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Base {
    url: String,
    secure: bool,
}

impl Base {
    /// Checks what was typed; nothing typed means `default`.
    pub(super) fn parse(typed: &str, default: &str) -> Result<Self, ApiError> {
        let typed = match typed.trim() {
            "" => default,
            typed => typed,
        };
        read(typed).ok_or_else(|| ApiError::new(ProviderProblem::BadUrl))
    }

    /// The base without `end`, where somebody typed that, too.
    pub(super) fn without_end(mut self, end: &str) -> Self {
        if let Some(shorter) = self.url.strip_suffix(end) {
            self.url.truncate(shorter.len());
        }
        self
    }

    /// False for `http:` to this computer.
    pub(super) fn is_secure(&self) -> bool {
        self.secure
    }

    /// The URL of `path`, which begins with `/`, with a query of names and values; values are escaped.
    pub(super) fn join(&self, path: &str, query: &[(&str, &str)]) -> String {
        let mut url = format!("{}{path}", self.url);
        for (at, (name, value)) in query.iter().enumerate() {
            url.push(if at == 0 { '?' } else { '&' });
            url.push_str(name);
            url.push('=');
            url.push_str(&escape(value));
        }
        url
    }
}

fn read(typed: &str) -> Option<Base> {
    if typed.len() > MAX_ADDRESS || typed.chars().any(is_never_in_a_url) {
        return None;
    }
    let (scheme, rest) = typed.split_once("://")?;
    let secure = match scheme.to_ascii_lowercase().as_str() {
        "https" => true,
        "http" => false,
        _ => return None,
    };
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let (host, port) = split_port(authority)?;
    let path = path.trim_end_matches('/');
    let usable = is_host(host)
        && port.is_none_or(is_port)
        && (secure || is_this_computer(host))
        && (path.is_empty() || is_path(path));
    let scheme = if secure { "https" } else { "http" };
    usable.then(|| Base {
        url: format!("{scheme}://{}{path}", authority.to_ascii_lowercase()),
        secure,
    })
}

/// A path that stays where it is put: it begins with `/`, has no `.` and `..` (escaped or not), no
/// query and no fragment.
pub(super) fn is_path(path: &str) -> bool {
    path.len() <= MAX_ADDRESS
        && path.starts_with('/')
        && !path
            .chars()
            .any(|c| is_never_in_a_url(c) || matches!(c, '?' | '%'))
        && !path.split('/').any(|segment| matches!(segment, "." | ".."))
}

/// A value as it stands in a query or in a path.
pub(super) fn escape(value: &str) -> String {
    utf8_percent_encode(value, ESCAPED).to_string()
}

/// An id of the provider's as a segment of a path. None for what no id looks like: empty, endless, or
/// dots, which a browser would take for a way up.
pub(super) fn segment(id: &str) -> Option<String> {
    let usable = !id.is_empty() && id.len() <= 128 && !id.bytes().all(|b| b == b'.');
    usable.then(|| escape(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base(typed: &str) -> Result<String, ProviderProblem> {
        Base::parse(typed, "https://default.example")
            .map(|base| base.join("/x", &[]))
            .map_err(|error| error.problem)
    }

    #[test]
    fn only_https_and_this_computer_are_taken() {
        for (typed, url) in [
            ("", "https://default.example/x"),
            (
                " https://Api.Example:8443/v3.0/ ",
                "https://api.example:8443/v3.0/x",
            ),
            (
                "http://127.0.0.1:8080/omicall",
                "http://127.0.0.1:8080/omicall/x",
            ),
            ("HTTP://localhost", "http://localhost/x"),
        ] {
            assert_eq!(base(typed).as_deref(), Ok(url));
        }
        for bad in [
            "api.example",
            "http://api.example",
            "http://127.0.0.1.evil.example",
            "http://localhost@evil.example",
            "https://u:p@api.example",
            "https://api.example\\@evil.example",
            "https://api.example/a?b=c",
            "https://api.example/../x",
            "https://api.example/%2e%2e/x",
            "https://api.example#x",
            "ftp://api.example",
            "https://",
            "https://api.example:0",
            "javascript:alert(1)",
        ] {
            assert_eq!(base(bad), Err(ProviderProblem::BadUrl), "{bad}");
        }
    }

    #[test]
    fn values_cannot_leave_their_place() {
        let base = Base::parse("https://a.example/b", "").expect("usable");
        assert_eq!(
            base.join("/c", &[("phone", "+84 1&x=/?#"), ("n", "ế")]),
            "https://a.example/b/c?phone=%2B84%201%26x%3D%2F%3F%23&n=%E1%BA%BF"
        );
        assert_eq!(segment("../x").as_deref(), Some("..%2Fx"));
        assert_eq!(segment(".."), None);
        assert_eq!(segment(""), None);
        assert_eq!(segment(&"a".repeat(129)), None);
    }
}
