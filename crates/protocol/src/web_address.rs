//! Addresses of web pages and interfaces that a company sets: where the record of a call goes, and the page of a
//! customer with places for number, name and call.

use std::fmt::Write as _;

use crate::server_url::ServerUrl;

/// Longest address that is kept, in octets.
const MAX_ADDRESS: usize = 2_048;
/// What may stand in braces in the address of a customer's page.
const PLACES: [&str; 4] = ["e164", "national", "name", "callid"];

/// An address without places: `https:`, or `http:` to this computer.
#[must_use]
pub fn is_web_address(url: &str) -> bool {
    !url.contains(['{', '}', '#']) && is_base(url)
}

/// The same with places behind the host, where a value cannot lead anywhere else.
#[must_use]
pub fn is_page_template(url: &str) -> bool {
    let (base, fragment) = url.split_once('#').unwrap_or((url, ""));
    let unusable = |c: char| c.is_whitespace() || c.is_control();
    fill_template(url, |_| String::new()).is_some() && !fragment.contains(unusable) && is_base(base)
}

/// The rules of a server's URL are those of a page's: no name or password, no character that browsers
/// rewrite, encrypted unless it stays on this computer.
fn is_base(url: &str) -> bool {
    let as_server = if let Some(rest) = url.strip_prefix("https://") {
        format!("wss://{rest}")
    } else if let Some(rest) = url.strip_prefix("http://") {
        format!("ws://{rest}")
    } else {
        return false;
    };
    // Its limit is made for servers; what stands behind the host may be longer.
    let authority_end = as_server
        .char_indices()
        .skip(6)
        .find(|(_, c)| matches!(c, '/' | '?'))
        .map_or(as_server.len(), |(at, _)| at);
    let (authority, path) = as_server.split_at(authority_end);
    let never = |c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '\\' | '"' | '<' | '>' | '`' | '|' | '^')
    };
    url.len() <= MAX_ADDRESS && !path.contains(never) && ServerUrl::parse(authority).is_ok()
}

/// Puts values, percent-encoded whole, into the places; none where one is not known or not closed.
#[must_use]
pub fn fill_template(template: &str, value: impl Fn(&str) -> String) -> Option<String> {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (place, behind) = after.split_once('}')?;
        if before.contains('}') || !PLACES.contains(&place) {
            return None;
        }
        filled.push_str(before);
        filled.push_str(&encoded(&value(place)));
        rest = behind;
    }
    (!rest.contains('}')).then(|| filled + rest)
}

/// All but the unreserved characters of RFC 3986 §2.3 are written as octets.
fn encoded(value: &str) -> String {
    let mut encoded = String::with_capacity(value.len());
    for b in value.bytes() {
        if b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_' | b'~') {
            encoded.push(char::from(b));
        } else {
            // Writing into a String cannot fail.
            let _ = write!(encoded, "%{b:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_encrypted_addresses_with_known_places_behind_the_host_are_taken() {
        for good in [
            "https://crm.example/p/{national}",
            "https://crm.example?q={e164}",
            "https://crm.example/#/find?q={e164}&name={name}",
            "https://crm.example/",
            "http://127.0.0.1:8080/{callid}",
            "http://localhost/?q={e164}",
        ] {
            assert!(is_page_template(good), "{good}");
        }
        for bad in [
            "",
            "http://crm.example/{e164}",
            "javascript:alert(1)",
            "javascript:alert({name})",
            "https://{name}.example/",
            "https://{name}/",
            "https://crm.example/{phone}",
            "https://crm.example/{e164",
            "https://crm.example/e164}",
            "https://a@crm.example/{e164}",
            "https://crm.example/a b",
            "https:crm.example",
        ] {
            assert!(!is_page_template(bad), "{bad}");
        }
    }

    #[test]
    fn where_records_go_has_no_places_and_is_encrypted_or_on_this_computer() {
        for good in [
            "https://crm.example/cdr?k=1",
            "http://127.0.0.1:9000/x",
            "http://localhost",
        ] {
            assert!(is_web_address(good), "{good}");
        }
        for bad in [
            "",
            "crm.example/cdr",
            "https://crm.example/{e164}",
            "https://crm.example/#x",
            "http://crm.example/cdr",
            "http://localhost.example/cdr",
            "https://u:p@crm.example/",
        ] {
            assert!(!is_web_address(bad), "{bad}");
        }
    }

    #[test]
    fn values_are_encoded_whole() {
        let filled = fill_template("https://a/?q={e164}&n={name}", |place| match place {
            "e164" => "+84912345678".into(),
            _ => "Nguyễn #Lan".into(),
        });
        assert_eq!(
            filled.as_deref(),
            Some("https://a/?q=%2B84912345678&n=Nguy%E1%BB%85n%20%23Lan")
        );
    }
}
