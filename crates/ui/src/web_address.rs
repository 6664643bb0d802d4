//! Addresses of web servers as people type them: a provider's interface, a company's own address, the
//! page of a customer.

use alo_protocol::{fill_template, is_page_template};

use crate::server_address::{is_host, with_scheme};

/// Longest address that is kept, in characters.
const MAX_CHARS: usize = 2_000;

/// `crm.example.com/x` is taken as `https://crm.example.com/x`; the scheme in lower case.
pub fn normal(typed: &str) -> String {
    with_scheme(typed, "https")
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

/// The address with sample values, to try it; none where it cannot be used.
pub fn with_samples(template: &str) -> Option<String> {
    let sample = |place: &str| match place {
        "e164" => "+84912345678",
        "national" => "0912345678",
        "name" => "Nguyễn Thị Lan",
        _ => "test-1",
    };
    fill_template(template, |place| sample(place).to_owned()).filter(|_| is_page_template(template))
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
    fn an_address_is_tried_with_samples_and_one_that_can_not_be_used_is_not() {
        assert_eq!(
            with_samples("https://a/?q={e164}&n={name}").as_deref(),
            Some("https://a/?q=%2B84912345678&n=Nguy%E1%BB%85n%20Th%E1%BB%8B%20Lan")
        );
        assert_eq!(with_samples("https://a/?q={phone}"), None);
        assert_eq!(with_samples("http://crm.example/?q={e164}"), None);
    }
}
