//! The CRM's page of whoever calls: an address with places for number, name and call.

use std::fmt::Write as _;

use alo_numbers::Country;
use alo_protocol::{CallId, Direction, PopAt, Refusal, ScreenPop};
use alo_providers::ServerUrl;

use super::CallNow;
use super::number::Forms;

/// Longest address that is kept, in octets.
const MAX_ADDRESS: usize = 2_048;
/// What may stand in an address.
const PLACES: [&str; 4] = ["e164", "national", "name", "callid"];

/// An address without places: empty, `https:`, or `http:` to this computer.
pub(super) fn check_address(url: &str) -> Result<(), Refusal> {
    if url.is_empty() {
        return Ok(());
    }
    if url.contains(['{', '}', '#']) {
        return Err(Refusal::BadAddress);
    }
    check_base(url)
}

/// The same with places behind the host, where a value cannot lead anywhere else.
pub(super) fn check_template(url: &str) -> Result<(), Refusal> {
    if url.is_empty() {
        return Ok(());
    }
    fill(url, |_| String::new()).ok_or(Refusal::BadAddress)?;
    let (base, fragment) = url.split_once('#').unwrap_or((url, ""));
    let unusable = |c: char| c.is_whitespace() || c.is_control();
    if fragment.contains(unusable) {
        return Err(Refusal::BadAddress);
    }
    check_base(base)
}

/// The rules of a server's URL are those of a page's: no name or password, no character that browsers
/// rewrite, encrypted unless it stays on this computer.
fn check_base(url: &str) -> Result<(), Refusal> {
    let as_server = if let Some(rest) = url.strip_prefix("https://") {
        format!("wss://{rest}")
    } else if let Some(rest) = url.strip_prefix("http://") {
        format!("ws://{rest}")
    } else {
        return Err(Refusal::BadAddress);
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
    if url.len() > MAX_ADDRESS || path.contains(never) || ServerUrl::parse(authority).is_err() {
        return Err(Refusal::BadAddress);
    }
    Ok(())
}

/// Puts values into the places; none where one is not known or not closed.
fn fill(template: &str, value: impl Fn(&str) -> String) -> Option<String> {
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

/// The page for a call; none where there is no address, or nobody to look for.
pub(super) fn page(pop: &ScreenPop, call: &CallNow, home: Country) -> Option<String> {
    if pop.url.is_empty() || call.number.is_empty() {
        return None;
    }
    let forms = Forms::of(&call.number, home);
    let CallId(id) = &call.id;
    fill(&pop.url, |place| match place {
        "e164" => forms.e164.clone().unwrap_or_else(|| forms.national.clone()),
        "national" => forms.national.clone(),
        "name" => call.name.clone().unwrap_or_default(),
        _ => call.provider_id.clone().unwrap_or_else(|| id.clone()),
    })
}

/// When the page of such a call opens.
pub(super) fn moment(pop: &ScreenPop, direction: Direction) -> PopAt {
    match direction {
        Direction::Incoming => pop.incoming,
        Direction::Outgoing => pop.outgoing,
    }
}

/// The page waits for the name where the address has a place for it.
pub(super) fn wants_name(pop: &ScreenPop) -> bool {
    pop.url.contains("{name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(number: &str, name: &str) -> CallNow {
        CallNow {
            id: CallId("c1".into()),
            direction: Direction::Incoming,
            number: number.into(),
            name: Some(name.into()),
            provider_id: None,
            hotline: None,
            started_at: 0,
            answered_at: None,
            rings: true,
            end: None,
            quality: None,
        }
    }

    fn with(url: &str) -> ScreenPop {
        ScreenPop {
            url: url.into(),
            ..ScreenPop::default()
        }
    }

    #[test]
    fn values_are_percent_encoded_whatever_a_caller_calls_itself() {
        let pop = with("https://crm.example/#/find?q={e164}&n={name}&c={callid}");
        let page = page(&pop, &call("0912345678", "Anh & Chị?#/../x"), Country::VN);
        assert_eq!(
            page.as_deref(),
            Some(
                "https://crm.example/#/find?q=%2B84912345678&n=Anh%20%26%20Ch%E1%BB%8B%3F%23%2F..%2Fx&c=c1"
            )
        );
        assert_eq!(super::page(&pop, &call("", "nobody"), Country::VN), None);
    }

    #[test]
    fn only_encrypted_addresses_with_known_places_behind_the_host_are_taken() {
        for good in [
            "",
            "https://crm.example/p/{national}",
            "https://crm.example?q={e164}",
            "http://127.0.0.1:8080/{callid}",
        ] {
            assert_eq!(check_template(good), Ok(()), "{good}");
        }
        for bad in [
            "http://crm.example/{e164}",
            "javascript:alert(1)",
            "https://{name}.example/",
            "https://{name}/",
            "https://crm.example/{phone}",
            "https://crm.example/{e164",
            "https://crm.example/e164}",
            "https://a@crm.example/{e164}",
            "https://crm.example/a b",
            "https:crm.example",
        ] {
            assert_eq!(check_template(bad), Err(Refusal::BadAddress), "{bad}");
        }
        assert_eq!(
            check_address("https://crm.example/{e164}"),
            Err(Refusal::BadAddress)
        );
        assert_eq!(check_address("https://crm.example/cdr?k=1"), Ok(()));
    }
}
