//! Which pages ask how they are to be treated before they are looked at. Most pages are treated alike and have
//! no number, so that they need not wake the worker at all.

use alo_protocol::PageSettings;
use serde::Serialize;

use crate::settings::Settings;

/// Every page that content scripts come to, as match patterns.
const EVERYWHERE: [&str; 2] = ["http://*/*", "https://*/*"];

/// Match patterns of the pages that ask, of their frames' own addresses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Asking {
    /// Pages that ask.
    pub matches: Vec<String>,
    /// But for these.
    pub exclude_matches: Vec<String>,
}

impl Asking {
    /// Every page asks.
    #[must_use]
    pub fn everywhere() -> Self {
        Self {
            matches: EVERYWHERE.map(String::from).into(),
            exclude_matches: Vec::new(),
        }
    }

    /// Those that settings treat otherwise than a page that has not asked expects; none: no page.
    ///
    /// A site is known by its tab, a pattern by its frame. So where fewer digits count on one site, frames of
    /// others have to ask, too; where a site is switched off, frames of others in it find out when they have
    /// found something, because then everybody asks.
    #[must_use]
    pub fn of(all: &PageSettings) -> Option<Self> {
        let elsewhere = Settings::of(all, "").for_page();
        let usual = Settings::default().for_page();
        let counts_fewer = all
            .sites
            .keys()
            .map(|host| Settings::of(all, host).for_page())
            .chain([elsewhere.clone()])
            .any(|answer| answer.least_digits != usual.least_digits);
        if counts_fewer {
            return Some(Self::everywhere());
        }
        let others: Vec<_> = all
            .sites
            .keys()
            .filter(|host| all.is_on(host) != elsewhere.enabled)
            .map(|host| pattern(host))
            .collect();
        if elsewhere.enabled {
            return (!others.is_empty()).then_some(Self {
                matches: others,
                exclude_matches: Vec::new(),
            });
        }
        Some(Self {
            exclude_matches: others,
            ..Self::everywhere()
        })
    }
}

/// Every page of a host, whatever its port.
fn pattern(host: &str) -> String {
    if host.contains(':') {
        format!("*://[{host}]/*")
    } else {
        format!("*://{host}/*")
    }
}

#[cfg(test)]
mod tests {
    use alo_protocol::DetectionMode;

    use super::*;

    fn settings(mode: DetectionMode) -> PageSettings {
        let mut all = PageSettings {
            mode,
            ..PageSettings::default()
        };
        all.change("shop.example", |site| site.on = Some(false));
        all.change("::1", |site| site.on = Some(true));
        all
    }

    #[test]
    fn nobody_asks_who_has_changed_nothing_that_a_page_must_know_at_its_start() {
        let mut all = PageSettings {
            hover_ms: 0,
            country: "US".into(),
            ..PageSettings::default()
        };
        all.change("crm.example", |site| {
            site.one_click = true;
            site.not_numbers.push("+84912345678".into());
        });
        assert_eq!(Asking::of(&all), None);
        assert_eq!(Asking::of(&settings(DetectionMode::Everywhere)), None);
    }

    #[test]
    fn a_site_that_is_switched_off_asks_and_where_only_some_are_on_all_others_do() {
        let except = Asking::of(&settings(DetectionMode::Except));
        let off_site = Asking {
            matches: vec!["*://shop.example/*".into()],
            exclude_matches: Vec::new(),
        };
        assert_eq!(except, Some(off_site));
        let only = Asking::of(&settings(DetectionMode::Only));
        let but_one = Asking {
            exclude_matches: vec!["*://[::1]/*".into()],
            ..Asking::everywhere()
        };
        assert_eq!(only, Some(but_one));
        let off = Asking::of(&settings(DetectionMode::Off));
        assert_eq!(off, Some(Asking::everywhere()));
    }

    #[test]
    fn where_fewer_digits_count_anywhere_every_frame_asks() {
        let mut all = PageSettings::default();
        all.change("crm.example", |site| site.internal.push("1xx".into()));
        assert_eq!(Asking::of(&all), Some(Asking::everywhere()));
        let letters = PageSettings {
            vanity: true,
            ..PageSettings::default()
        };
        assert_eq!(Asking::of(&letters), Some(Asking::everywhere()));
    }
}
