//! How pages are treated, as it lies in `chrome.storage.local`, one key for each field. The options
//! page and the popup write it, the worker reads it; content scripts see only [`PageAnswer`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{is_unseen, trimmed};

/// Sites that are remembered; with more, one goes of which little was said, the first in the alphabet.
pub(crate) const MAX_SITES: usize = 500;
/// Texts that are no numbers, remembered for one site; the oldest go.
const MAX_NOT_NUMBERS: usize = 200;
/// Forms of short numbers for one site; each makes more digits of a page a number.
pub const MAX_INTERNAL: usize = 4;
/// Origins of one site on which cards were told to go; the oldest go.
const MAX_ORIGINS: usize = 8;
/// Time that the pointer rests on a number before its card opens, ms.
const HOVER_MS: u32 = 400;

/// Where numbers are looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DetectionMode {
    /// On every site.
    Everywhere,
    /// On every site but those that are switched off.
    #[default]
    Except,
    /// Only on sites that are switched on.
    Only,
    /// Nowhere.
    Off,
}

/// How much must speak for a number before it is painted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Scrutiny {
    /// Only what is surely one.
    Strict,
    /// What a careful reader would take for one.
    #[default]
    Normal,
    /// Rather too many than too few.
    Eager,
}

/// Which digits are hidden (OmiCall `maskedPhoneNumberFormat`): `["start", 4, "x"]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MaskFormat(pub String, pub u8, pub String);

impl MaskFormat {
    /// What hides numbers where the person has chosen nothing: the first example of the provider's
    /// documentation.
    #[must_use]
    pub fn usual() -> Self {
        Self("start".into(), 4, "x".into())
    }

    /// Whether it hides any digit.
    #[must_use]
    pub fn hides(&self) -> bool {
        let Self(side, count, sign) = self;
        matches!(side.as_str(), "start" | "end") && *count > 0 && Self::sign(sign).is_some()
    }

    /// Whether it says what it means: one of more than no digits that hides none is a slip, and no wish to show them.
    #[must_use]
    pub fn is_meant(&self) -> bool {
        self.1 == 0 || self.hides()
    }

    /// What takes a digit's place: one character that is seen and is no digit.
    #[must_use]
    pub fn sign(written: &str) -> Option<char> {
        let mut signs = written.chars();
        match (signs.next(), signs.next()) {
            (Some(sign), None) if !sign.is_numeric() && !is_unseen(sign) => Some(sign),
            _ => None,
        }
    }
}

/// What the person said about one site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Site {
    /// Numbers are looked for here, or are not; none: nothing was said.
    pub on: Option<bool>,
    /// Country of numbers without a country code here, ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// A click on a number calls without a card.
    pub one_click: bool,
    /// With `one_click`: on these origins only, because it was said on a card there. None: on the whole host.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub one_click_at: Vec<String>,
    /// How much must speak for a number here; none: as everywhere.
    pub scrutiny: Option<Scrutiny>,
    /// Forms of short numbers that are numbers here (`1xx`, `2[0-4]xx`): extensions of one's own company.
    /// At most [`MAX_INTERNAL`].
    pub internal: Vec<String>,
    /// The hotline that was last called from here ([`crate::HotlineView::id`]).
    pub hotline: Option<String>,
    /// Numbers (as [`crate::FoundNumber::number`]) that are none here.
    pub not_numbers: Vec<String>,
}

impl Site {
    /// Whether a click calls without a card in a document of this origin.
    #[must_use]
    pub fn one_click_on(&self, origin: &str) -> bool {
        self.one_click && holds_at(&self.one_click_at, origin)
    }

    /// Said on a card: what is granted there holds for the origin that it was granted on.
    pub fn switch_one_click(&mut self, origin: &str, on: bool) {
        if on == self.one_click_on(origin) {
            return;
        }
        self.one_click_at.retain(|at| at != origin);
        if on {
            self.one_click_at.push(origin.to_owned());
            let excess = self.one_click_at.len().saturating_sub(MAX_ORIGINS);
            self.one_click_at.drain(..excess);
        }
        self.one_click = !self.one_click_at.is_empty();
    }

    fn says_something(&self) -> bool {
        *self != Self::default()
    }

    /// Whether the person has switched something here, or said how numbers are read: more than what a call from here
    /// leaves behind.
    fn is_chosen(&self) -> bool {
        let left = Self {
            hotline: self.hotline.clone(),
            not_numbers: self.not_numbers.clone(),
            ..Self::default()
        };
        *self != left
    }
}

/// See the module's documentation. Every field has a default, so that an empty storage is usable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PageSettings {
    /// See [`DetectionMode`].
    pub mode: DetectionMode,
    /// By host name, as [`host`] gives it.
    pub sites: BTreeMap<String, Site>,
    /// Country of numbers without a country code, ISO 3166-1 alpha-2.
    pub country: String,
    /// See [`Scrutiny`].
    pub scrutiny: Scrutiny,
    /// Also numbers in letters (`1-800-FLOWERS`).
    pub vanity: bool,
    /// How numbers are shown; none: whole.
    pub mask: Option<MaskFormat>,
    /// Time that the pointer rests on a number before its card opens, ms; 0: only a click opens it.
    pub hover_ms: u32,
    /// Countries that were called from pages, by the person's confirmation.
    pub known_countries: Vec<String>,
}

impl Default for PageSettings {
    fn default() -> Self {
        Self {
            mode: DetectionMode::default(),
            sites: BTreeMap::new(),
            country: "VN".into(),
            scrutiny: Scrutiny::default(),
            vanity: false,
            mask: None,
            hover_ms: HOVER_MS,
            known_countries: Vec::new(),
        }
    }
}

impl PageSettings {
    /// Their keys in the storage.
    pub const KEYS: [&'static str; 8] = [
        "mode",
        "sites",
        "country",
        "scrutiny",
        "vanity",
        "mask",
        "hoverMs",
        "knownCountries",
    ];

    /// Somebody who may say so wants numbers hidden: they are, in the person's way or the usual one.
    pub fn hide_numbers(&mut self) {
        if !self.mask.as_ref().is_some_and(MaskFormat::hides) {
            self.mask = Some(MaskFormat::usual());
        }
    }

    /// What was said about a site; nothing for one that is not known.
    pub fn site(&self, host: &str) -> Site {
        self.sites.get(host).cloned().unwrap_or_default()
    }

    /// Whether numbers are looked for on a site.
    pub fn is_on(&self, host: &str) -> bool {
        let said = self.sites.get(host).and_then(|site| site.on);
        match self.mode {
            DetectionMode::Everywhere => true,
            DetectionMode::Except => said != Some(false),
            DetectionMode::Only => said == Some(true),
            DetectionMode::Off => false,
        }
    }

    /// Switches one site on or off, whatever the mode is: the mode becomes one in which that can be.
    pub fn switch(&mut self, host: &str, on: bool) {
        self.change(host, |site| site.on = Some(on));
        self.mode = match (self.mode, on) {
            (DetectionMode::Everywhere, false) => DetectionMode::Except,
            (DetectionMode::Off, true) => DetectionMode::Only,
            (mode, _) => mode,
        };
    }

    /// Changes what is known of a site; one of which nothing is said any more is forgotten.
    pub fn change(&mut self, host: &str, change: impl FnOnce(&mut Site)) {
        if host.is_empty() {
            return;
        }
        let mut site = self.site(host);
        change(&mut site);
        if !site.one_click {
            // Who switches it on again by the site's name means the whole of it.
            site.one_click_at.clear();
        }
        let excess = site.not_numbers.len().saturating_sub(MAX_NOT_NUMBERS);
        site.not_numbers.drain(..excess);
        if site.says_something() {
            self.sites.insert(host.to_owned(), site);
        } else {
            self.sites.remove(host);
        }
        while self.sites.len() > MAX_SITES {
            self.sites.remove(&self.least_said(host));
        }
    }

    /// The site that is forgotten for another: one where nothing was chosen, if there is one, and never the one just
    /// changed: a site that was switched off must not come on again by itself.
    fn least_said(&self, changed: &str) -> String {
        let others = || self.sites.iter().filter(|(host, _)| *host != changed);
        let least = others()
            .find(|(_, site)| !site.is_chosen())
            .or_else(|| others().next());
        least.map(|(host, _)| host.clone()).unwrap_or_default()
    }
}

/// Whether what was said for these origins, or for a whole host where there are none, holds on this one.
#[must_use]
pub fn holds_at(origins: &[String], origin: &str) -> bool {
    origins.is_empty() || origins.iter().any(|at| at == origin)
}

/// The host name in an address (`https://crm.example:8443/x` → `crm.example`); none where it has
/// none, as `file:` and the browser's own pages.
pub fn host(url: &str) -> Option<String> {
    let (scheme, rest) = url.trim().split_once("://")?;
    if !matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https") {
        return None;
    }
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    let authority = authority.rsplit('@').next()?;
    let host = match authority.strip_prefix('[') {
        Some(ipv6) => ipv6.split(']').next()?,
        None => authority.split(':').next()?,
    };
    (!host.is_empty()).then(|| host.to_ascii_lowercase())
}

/// The host name of a site that an administrator wrote down: in capitals, or as the whole address of a page. None where
/// no address bar ever has that.
#[must_use]
pub fn site_name(written: &str) -> Option<String> {
    let written = trimmed(written);
    if written.parse::<std::net::Ipv6Addr>().is_ok() {
        return Some(written.to_ascii_lowercase());
    }
    let name = if written.contains("://") {
        host(written)
    } else {
        host(&format!("https://{written}"))
    }?;
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    (name.chars().all(plain) || name.parse::<std::net::Ipv6Addr>().is_ok()).then_some(name)
}

/// The code of a country that an administrator wrote down, in capitals (ISO 3166-1 alpha-2); none where it is not two
/// letters.
#[must_use]
pub fn country_code(written: &str) -> Option<String> {
    let code = trimmed(written).to_ascii_uppercase();
    (code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase())).then_some(code)
}

/// Answer to [`crate::PageRequest::Hello`]: how a content script treats its page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PageAnswer {
    /// False: leave this page alone.
    pub enabled: bool,
    /// The person switched this site on by name: also where the page asks to be left alone.
    pub insist: bool,
    /// See [`PageSettings::hover_ms`].
    pub hover_ms: u32,
    /// A click on a number may call it at once ([`Site::one_click`]): one that may be the first half of a double
    /// click waits for the second.
    pub one_click: bool,
    /// Fewest digits of anything that may be a number here.
    pub least_digits: u8,
    /// Differs when numbers must be looked for anew.
    pub revision: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    const CRM: &str = "crm.example";

    #[test]
    fn each_mode_asks_the_list_of_sites_in_its_own_way() {
        let mut settings = PageSettings::default();
        settings.change(CRM, |site| site.on = Some(false));
        settings.change("shop.example", |site| site.on = Some(true));
        for (mode, off, on, other) in [
            (DetectionMode::Everywhere, true, true, true),
            (DetectionMode::Except, false, true, true),
            (DetectionMode::Only, false, true, false),
            (DetectionMode::Off, false, false, false),
        ] {
            settings.mode = mode;
            let seen = [CRM, "shop.example", "other.example"].map(|host| settings.is_on(host));
            assert_eq!(seen, [off, on, other], "{mode:?}");
        }
    }

    #[test]
    fn the_switch_for_one_site_works_in_every_mode() {
        for mode in [
            DetectionMode::Everywhere,
            DetectionMode::Except,
            DetectionMode::Only,
            DetectionMode::Off,
        ] {
            for on in [false, true] {
                let mut settings = PageSettings {
                    mode,
                    ..PageSettings::default()
                };
                settings.switch(CRM, on);
                assert_eq!(settings.is_on(CRM), on, "{mode:?}");
            }
        }
    }

    #[test]
    fn a_site_of_which_nothing_is_said_any_more_is_forgotten() {
        let mut settings = PageSettings::default();
        settings.change(CRM, |site| site.one_click = true);
        assert_eq!(settings.sites.len(), 1);
        settings.change(CRM, |site| site.one_click = false);
        assert_eq!(settings.sites.len(), 0);
    }

    #[test]
    fn a_switch_holds_however_many_sites_are_remembered() {
        let remembered = |settings: &mut PageSettings| {
            for prospect in 0..MAX_SITES {
                settings.change(&format!("prospect{prospect:03}.example"), |site| {
                    site.hotline = Some("h2".into());
                });
            }
        };
        let mut before = PageSettings::default();
        before.switch("101.example", false);
        remembered(&mut before);
        assert!(!before.is_on("101.example"), "came on again by itself");
        let mut after = PageSettings::default();
        remembered(&mut after);
        after.switch("bank.example", false);
        assert!(!after.is_on("bank.example"), "the switch did nothing");
        assert_eq!(
            (before.sites.len(), after.sites.len()),
            (MAX_SITES, MAX_SITES)
        );
        let mut switched = PageSettings::default();
        for site in 0..=MAX_SITES {
            switched.switch(&format!("site{site:03}.example"), false);
        }
        assert_eq!(switched.sites.len(), MAX_SITES);
        assert!(!switched.is_on("site500.example"), "the newest counts");
    }

    #[test]
    fn one_click_from_a_card_holds_for_its_origin_and_by_the_sites_name_for_all_of_them() {
        let mut settings = PageSettings::default();
        let origins = [
            "https://crm.example",
            "http://crm.example",
            "https://crm.example:8443",
        ];
        let on = |settings: &PageSettings| origins.map(|at| settings.site(CRM).one_click_on(at));
        let card = |settings: &mut PageSettings, origin, on| {
            settings.change(CRM, |site| site.switch_one_click(origin, on));
        };
        card(&mut settings, origins[0], true);
        assert_eq!(on(&settings), [true, false, false]);
        card(&mut settings, origins[2], true);
        card(&mut settings, origins[1], false);
        assert_eq!(on(&settings), [true, false, true]);
        card(&mut settings, origins[0], false);
        assert_eq!(on(&settings), [false, false, true]);
        settings.change(CRM, |site| site.one_click = false);
        assert_eq!(settings.sites.len(), 0);
        settings.change(CRM, |site| site.one_click = true);
        assert_eq!(on(&settings), [true; 3]);
        card(&mut settings, origins[1], false);
        assert_eq!(settings.sites.len(), 0);
    }

    #[test]
    fn what_was_granted_before_origins_were_kept_holds_for_the_host() {
        let site: Site = serde_json::from_str(r#"{ "oneClick": true }"#).expect("a site");
        assert!(site.one_click_on("http://crm.example"));
        let written = serde_json::to_value(&site).expect("json");
        assert_eq!(written.get("oneClickAt"), None);
    }

    #[test]
    fn a_page_that_has_a_thousand_numbers_hidden_fills_nothing() {
        let mut settings = PageSettings::default();
        for n in 0..1_000 {
            settings.change(CRM, |site| site.not_numbers.push(n.to_string()));
        }
        let kept = settings.site(CRM).not_numbers;
        assert_eq!(
            (kept.len(), kept.last().map(String::as_str)),
            (200, Some("999"))
        );
    }

    #[test]
    fn the_host_of_an_address() {
        for (url, expected) in [
            ("https://CRM.example:8443/list?x=1", Some("crm.example")),
            ("http://user:pw@crm.example#a", Some("crm.example")),
            ("https://evil.example\\@crm.example/", Some("evil.example")),
            ("http://[::1]:80/", Some("::1")),
            ("file:///home/x.html", None),
            ("chrome://settings", None),
            ("about:blank", None),
            ("https://", None),
        ] {
            assert_eq!(host(url).as_deref(), expected, "{url}");
        }
    }

    #[test]
    fn settings_are_written_as_the_keys_that_are_read() {
        let written = serde_json::to_value(PageSettings::default()).expect("json");
        let mut keys: Vec<_> = written
            .as_object()
            .expect("an object")
            .keys()
            .cloned()
            .collect();
        keys.sort();
        let mut read = PageSettings::KEYS.to_vec();
        read.sort_unstable();
        assert_eq!(keys, read);
    }
}
