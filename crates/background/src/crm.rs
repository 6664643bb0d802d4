//! The customer's page in the CRM: which addresses may be opened, and in which tab. The address comes from
//! the person's own template, and is checked here again because this is where it is opened.

use serde::{Deserialize, Serialize};

/// Octets of an address; what is longer is no page of a CRM.
const LONGEST: usize = 8 * 1024;

/// The tab that was opened last, for the session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Memory {
    /// `tabs.Tab.id`; none was opened yet.
    pub tab: Option<i32>,
}

/// What to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// In a new tab.
    Open,
    /// In this tab, in place of what it shows.
    Lead(i32),
    /// This tab shows the page already: what is typed in it stays.
    Show(i32),
}

/// Where to show `url`; `there`: the remembered tab with the address that it shows now, if it is still
/// open. A tab that the person has led elsewhere is the person's. None: not to be opened at all.
pub fn way(url: &str, there: Option<(i32, &str)>) -> Option<Way> {
    let origin = origin(url)?;
    Some(match there {
        Some((tab, shown)) if shown == url => Way::Show(tab),
        Some((tab, shown)) if self::origin(shown).as_ref() == Some(&origin) => Way::Lead(tab),
        _ => Way::Open,
    })
}

/// Scheme, host and port of an address that may be opened: `https:`, or `http:` on this computer, without
/// a user, and written as templates write it.
fn origin(url: &str) -> Option<String> {
    if url.len() > LONGEST || url.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return None;
    }
    let (scheme, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    let host = alo_protocol::host(url)?;
    let is_loopback = matches!(host.as_str(), "127.0.0.1" | "localhost" | "::1");
    let is_fit = match scheme.to_ascii_lowercase().as_str() {
        "https" => true,
        "http" => is_loopback,
        _ => false,
    };
    (is_fit && !authority.contains('@'))
        .then(|| format!("{scheme}://{authority}").to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAN: &str = "https://crm.example/customers?phone=84912345678";

    #[test]
    fn the_first_page_opens_and_the_next_one_takes_its_place() {
        assert_eq!(way(LAN, None), Some(Way::Open));
        let before = "https://crm.example/customers?phone=84987654321";
        assert_eq!(way(LAN, Some((7, before))), Some(Way::Lead(7)));
    }

    #[test]
    fn a_page_that_is_open_already_is_not_loaded_again() {
        assert_eq!(way(LAN, Some((7, LAN))), Some(Way::Show(7)));
    }

    #[test]
    fn a_tab_that_the_person_has_led_elsewhere_is_left_alone() {
        for elsewhere in [
            "https://mail.example/",
            "http://crm.example/",
            "https://crm.example:8443/",
            "https://crm.example.evil.example/",
            "chrome://settings/",
            "",
        ] {
            assert_eq!(
                way(LAN, Some((7, elsewhere))),
                Some(Way::Open),
                "{elsewhere}"
            );
        }
    }

    #[test]
    fn only_https_is_opened_and_http_on_this_computer() {
        for good in [
            "https://crm.example",
            "https://crm.example:8443/x",
            "http://127.0.0.1:8089/crm?phone=1",
            "http://localhost/crm",
            "http://[::1]:8089/",
        ] {
            assert_eq!(way(good, None), Some(Way::Open), "{good}");
        }
        let long = format!("https://crm.example/{}", "x".repeat(LONGEST));
        for bad in [
            "http://crm.example/",
            "http://127.0.0.1.evil.example/",
            "http://127.0.0.1@evil.example/",
            "https://user:word@crm.example/",
            "javascript:alert(1)",
            "data:text/html,hello",
            "file:///etc/passwd",
            "chrome-extension://abc/popup.html",
            "https://",
            "https://crm.example/a b",
            "https://crm.example/\n",
            "crm.example",
            "",
            &long,
        ] {
            assert_eq!(way(bad, None), None, "{bad}");
        }
    }
}
