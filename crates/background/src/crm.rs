//! The customer's page in the CRM: which addresses may be opened, in which tab, and in which window. The address comes
//! from the person's own template, and is checked here again because this is where it is opened.

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

/// `windows.Window`, the part that matters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Window {
    /// Its number.
    pub id: i32,
    /// Its tabs leave no traces on this computer, and its cookies are not the person's usual ones. Firefox says private.
    pub incognito: bool,
    /// `normal`: one that takes tabs.
    #[serde(rename = "type")]
    pub kind: String,
}

/// The number of the window that takes a new tab; `last`: of the one that had the focus last. None: none of them does. A
/// browser that is left to choose takes the last one, private or not, where the extension is allowed in private windows:
/// there the person is not signed in to the CRM, and has the customer's page among what they keep to themselves.
pub fn window(all: &[Window], last: Option<i32>) -> Option<i32> {
    let mut fit = all
        .iter()
        .filter(|window| !window.incognito && window.kind == "normal")
        .map(|window| window.id);
    let first = fit.clone().next();
    fit.find(|id| Some(*id) == last).or(first)
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
    fn a_page_comes_into_the_last_window_but_never_into_a_private_one() {
        let one = |id, incognito, kind: &str| Window {
            id,
            incognito,
            kind: kind.into(),
        };
        let (home, other) = (one(1, false, "normal"), one(2, false, "normal"));
        let (private, phone) = (one(3, true, "normal"), one(4, false, "popup"));
        let all = [private.clone(), phone.clone(), home, other];
        assert_eq!(window(&all, Some(2)), Some(2));
        assert_eq!(window(&all, Some(3)), Some(1), "the last one is private");
        assert_eq!(window(&all, Some(4)), Some(1), "the phone's takes no tabs");
        assert_eq!(window(&all, None), Some(1));
        assert_eq!(window(&[private, phone], Some(3)), None);
        assert_eq!(window(&[], None), None);
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
