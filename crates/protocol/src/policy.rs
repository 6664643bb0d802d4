//! What an administrator has decided about pages by the browser's policies, as `chrome.storage.managed` gives it
//! (`extension/managed_schema.json`): it goes before what the person chose, and the person sees that it does.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};

use crate::part::{Part, read};
use crate::site::{MAX_SITES, country_code, site_name};
use crate::{DetectionMode, MaskFormat, PageSettings, Scrutiny, Site};

/// What is decided about one site; what is absent is left to the person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SitePolicy {
    /// See [`Site::on`]. It holds in every mode that the person chooses.
    pub on: Option<bool>,
    /// See [`Site::country`].
    pub country: Option<String>,
    /// See [`Site::one_click`].
    pub one_click: Option<bool>,
    /// See [`Site::scrutiny`].
    pub scrutiny: Option<Scrutiny>,
    /// See [`Site::internal`].
    pub internal: Option<Vec<String>>,
}

impl SitePolicy {
    fn rule(&self, site: &mut Site) {
        let Self {
            on,
            country,
            one_click,
            scrutiny,
            internal,
        } = self.clone();
        site.on = on.or(site.on);
        site.country = country.or_else(|| site.country.take());
        if let Some(one_click) = one_click {
            site.one_click = one_click;
            // An administrator names the site, not one of its origins.
            site.one_click_at.clear();
        }
        site.scrutiny = scrutiny.or(site.scrutiny);
        if let Some(internal) = internal {
            site.internal = internal;
        }
    }
}

/// See the module's documentation; what is absent is left to the person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PagePolicy {
    /// See [`PageSettings::mode`].
    pub mode: Option<DetectionMode>,
    /// By host name, as [`crate::host`] gives it; of more than 500 the first ones in the alphabet.
    pub sites: BTreeMap<String, SitePolicy>,
    /// See [`PageSettings::country`].
    pub country: Option<String>,
    /// See [`PageSettings::scrutiny`].
    pub scrutiny: Option<Scrutiny>,
    /// See [`PageSettings::vanity`].
    pub vanity: Option<bool>,
    /// See [`PageSettings::mask`]; one that hides nothing has every digit shown.
    pub mask: Option<MaskFormat>,
    /// See [`PageSettings::hover_ms`].
    pub hover_ms: Option<u32>,
    /// Keys whose values could not be read: a policy is written by hand, and Firefox checks none.
    pub unreadable: Vec<&'static str>,
}

impl PagePolicy {
    /// Whether nothing is decided.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What is decided about a site; nothing for one that is not named.
    #[must_use]
    pub fn site(&self, host: &str) -> SitePolicy {
        self.sites.get(host).cloned().unwrap_or_default()
    }

    /// Whether the person's switch for a site can change nothing.
    #[must_use]
    pub fn holds_switch(&self, host: &str) -> bool {
        self.site(host).on.is_some()
            || matches!(
                self.mode,
                Some(DetectionMode::Everywhere | DetectionMode::Off)
            )
    }

    /// The person's settings as they are under this policy.
    #[must_use]
    pub fn over(&self, own: &PageSettings) -> PageSettings {
        let mut settings = own.clone();
        if self.is_empty() {
            return settings;
        }
        settings.mode = self.mode.unwrap_or(own.mode);
        self.hold_sites(&mut settings);
        for (host, policy) in &self.sites {
            policy.rule(settings.sites.entry(host.clone()).or_default());
        }
        if let Some(country) = &self.country {
            settings.country.clone_from(country);
        }
        settings.scrutiny = self.scrutiny.unwrap_or(own.scrutiny);
        settings.vanity = self.vanity.unwrap_or(own.vanity);
        settings.hover_ms = self.hover_ms.unwrap_or(own.hover_ms);
        match &self.mask {
            Some(mask) => settings.mask = Some(mask.clone()),
            // Somebody wanted to hide something.
            None if self.unreadable.contains(&"mask") => settings.hide_numbers(),
            None => {}
        }
        settings
    }

    /// In two modes no site counts by its name: another one that does the same for all sites but these takes their place.
    fn hold_sites(&self, settings: &mut PageSettings) {
        let any = |wanted| self.sites.values().any(|site| site.on == Some(wanted));
        let (mode, unheard) = match settings.mode {
            DetectionMode::Everywhere if any(false) => (DetectionMode::Except, false),
            DetectionMode::Off if any(true) && self.mode.is_none() => (DetectionMode::Only, true),
            _ => return,
        };
        settings.mode = mode;
        for site in settings.sites.values_mut() {
            site.on = site.on.filter(|on| *on != unheard);
        }
    }
}

/// As an administrator writes it: a list of mixed kinds is nothing that Chromium's schemas can describe.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mask {
    side: String,
    digits: u8,
    #[serde(default = "usual_sign")]
    sign: String,
}

fn usual_sign() -> String {
    MaskFormat::usual().2
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Parts {
    mode: Option<Part<DetectionMode>>,
    sites: Option<Part<BTreeMap<String, Part<SitePolicy>>>>,
    country: Option<Part<String>>,
    scrutiny: Option<Part<Scrutiny>>,
    vanity: Option<Part<bool>>,
    mask: Option<Part<Mask>>,
    hover_ms: Option<Part<u32>>,
}

impl<'de> Deserialize<'de> for PagePolicy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        fn wrapped<T>(part: Part<T>) -> Part<Option<T>> {
            match part {
                Part::Readable(value) => Part::Readable(Some(value)),
                Part::Unreadable(ignored) => Part::Unreadable(ignored),
            }
        }
        fn some<T>(part: Option<Part<T>>) -> Option<Part<Option<T>>> {
            part.map(wrapped)
        }
        let parts = Parts::deserialize(deserializer)?;
        let mut unreadable = Vec::new();
        let lost = &mut unreadable;
        let mask = read("mask", some(parts.mask), None, lost)
            .map(|Mask { side, digits, sign }| MaskFormat(side, digits, sign));
        if mask.as_ref().is_some_and(|mask| !mask.is_meant()) {
            lost.push("mask");
        }
        let mut sites: BTreeMap<String, SitePolicy> = BTreeMap::new();
        for (host, site) in read("sites", parts.sites, BTreeMap::new(), lost) {
            // One that cannot be read spoils no other.
            let Some(mut site) = read("sites", Some(wrapped(site)), None, lost) else {
                continue;
            };
            let country = site.country.take();
            site.country = country.as_deref().and_then(country_code);
            match site_name(&host) {
                Some(name) if sites.len() < MAX_SITES || sites.contains_key(&name) => {
                    sites.insert(name, site);
                }
                _ => lost.push("sites"),
            }
        }
        let country = read("country", some(parts.country), None, lost);
        let code = country.as_deref().and_then(country_code);
        if country.is_some() && code.is_none() {
            lost.push("country");
        }
        Ok(Self {
            mode: read("mode", some(parts.mode), None, lost),
            sites,
            country: code,
            scrutiny: read("scrutiny", some(parts.scrutiny), None, lost),
            vanity: read("vanity", some(parts.vanity), None, lost),
            mask: mask.filter(MaskFormat::is_meant),
            hover_ms: read("hoverMs", some(parts.hover_ms), None, lost),
            unreadable,
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::StoredSettings;

    const CRM: &str = "crm.example";
    const BANK: &str = "bank.example";

    fn policy(value: Value) -> PagePolicy {
        serde_json::from_value(value).expect("any object is read")
    }

    fn stored(value: Value) -> StoredSettings {
        serde_json::from_value(value).expect("any object is read")
    }

    #[test]
    fn what_an_administrator_says_goes_before_what_the_person_chose_and_the_rest_is_theirs() {
        let own = json!({ "mode": "everywhere", "country": "US", "hoverMs": 0, "mask": null });
        let decided = json!({ "mode": "only", "mask": { "side": "end", "digits": 3 }, "sites": { CRM: { "on": true, "oneClick": false } } });
        let mut settings = stored(own).under(policy(decided));
        let used = settings.in_use();
        assert_eq!(used, *settings.settings());
        assert!(used.is_on(CRM) && !used.is_on(BANK));
        assert_eq!(used.mask, Some(MaskFormat("end".into(), 3, "x".into())));
        assert_eq!((used.country.as_str(), used.hover_ms), ("US", 0));
        // What the person changes is kept, and comes back when the policy goes.
        let keys = settings.change(|own| own.change(CRM, |site| site.one_click = true));
        assert_eq!(keys, Ok(vec!["sites"]));
        assert!(!settings.in_use().site(CRM).one_click);
        assert!(settings.own().site(CRM).one_click && settings.own().mask.is_none());
        let free = settings.under(PagePolicy::default());
        assert!(free.in_use().is_on(BANK) && free.in_use().site(CRM).one_click);
    }

    #[test]
    fn one_click_that_an_administrator_allows_holds_on_every_origin_of_the_site() {
        let own = json!({ "sites": { CRM: { "oneClick": true, "oneClickAt": ["https://crm.example"] } } });
        let on = |decided| {
            let used = stored(own.clone()).under(policy(decided)).in_use();
            ["https://crm.example", "http://crm.example"].map(|at| used.site(CRM).one_click_on(at))
        };
        assert_eq!(on(json!({})), [true, false]);
        assert_eq!(
            on(json!({ "sites": { CRM: { "oneClick": true } } })),
            [true; 2]
        );
        assert_eq!(
            on(json!({ "sites": { CRM: { "oneClick": false } } })),
            [false; 2]
        );
    }

    #[test]
    fn a_site_that_an_administrator_switched_off_or_on_is_so_in_every_mode_of_the_person() {
        let decided = policy(json!({ "sites": { CRM: { "on": true }, BANK: { "on": false } } }));
        for (mode, other, mine) in [
            ("everywhere", true, true),
            ("except", true, false),
            ("only", false, false),
            ("off", false, false),
        ] {
            let own = json!({ "mode": mode, "sites": { "mine.example": { "on": false }, BANK: { "on": true } } });
            let used = stored(own).under(decided.clone()).in_use();
            let seen = [CRM, BANK, "other.example", "mine.example"].map(|host| used.is_on(host));
            assert_eq!(seen, [true, false, other, mine], "{mode}");
        }
        let nowhere = policy(json!({ "mode": "off", "sites": { CRM: { "on": true } } }));
        assert!(!stored(json!({})).under(nowhere).in_use().is_on(CRM));
    }

    #[test]
    fn the_persons_switch_is_held_where_it_could_change_nothing() {
        let decided = json!({ "sites": { BANK: { "on": false }, CRM: { "country": "US" } } });
        let decided = policy(decided);
        assert!(decided.holds_switch(BANK) && !decided.holds_switch(CRM));
        assert!(policy(json!({ "mode": "off" })).holds_switch(CRM));
        assert!(policy(json!({ "mode": "everywhere" })).holds_switch(CRM));
        assert!(!policy(json!({ "mode": "only" })).holds_switch(CRM));
    }

    #[test]
    fn one_part_that_can_not_be_read_spoils_no_other_and_a_mask_hides_all_the_same() {
        let read =
            policy(json!({ "mode": "sometimes", "country": "US", "mask": { "side": "middle" } }));
        assert_eq!(read.unreadable, ["mask", "mode"]);
        let used = stored(json!({})).under(read).in_use();
        assert_eq!(used.mode, DetectionMode::default());
        assert_eq!(used.country, "US");
        assert_eq!(used.mask, Some(MaskFormat::usual()));
        for mask in [
            json!({ "side": "middle", "digits": 3 }),
            json!({ "side": "end", "digits": 3, "sign": "7" }),
            json!({ "side": "end", "digits": 3, "singn": "•" }),
            json!({ "side": "end", "digits": 3, "sign": "\u{200b}" }),
        ] {
            let read = policy(json!({ "mask": mask }));
            assert_eq!(read.unreadable, ["mask"], "{mask}");
        }
        // As the package's file has it.
        let list = policy(json!({ "mask": ["end", 3, "•"] })).mask;
        assert_eq!(list, Some(MaskFormat("end".into(), 3, "•".into())));
        let shown = policy(json!({ "mask": { "side": "end", "digits": 0 } }));
        let own = json!({ "mask": ["end", 3, "x"] });
        let used = stored(own).under(shown).in_use().mask.expect("a mask");
        assert!(!used.hides(), "every digit is to be seen");
    }

    #[test]
    fn one_site_that_can_not_be_read_spoils_no_other_and_no_country_is_made_up() {
        let read = policy(json!({
            "country": "Vietnam",
            "sites": { BANK: { "on": false }, CRM: { "scrutiny": "loose" } }
        }));
        assert_eq!(read.unreadable, ["sites", "country"]);
        assert!(read.holds_switch(BANK) && !read.holds_switch(CRM));
        assert_eq!(read.country, None);
    }

    #[test]
    fn a_site_is_found_however_its_address_is_written_and_a_country_in_small_letters() {
        let read = policy(json!({
            "country": "gb",
            "sites": { "https://Bank.Example/login": { "on": false }, CRM: { "country": "us" } }
        }));
        assert_eq!(read.unreadable, [] as [&str; 0]);
        assert!(read.holds_switch(BANK));
        assert_eq!(read.country.as_deref(), Some("GB"));
        assert_eq!(read.site(CRM).country.as_deref(), Some("US"));
        let nowhere = policy(json!({ "sites": { "*.example": { "on": false } } }));
        assert_eq!(nowhere.unreadable, ["sites"]);
    }

    #[test]
    fn of_more_sites_than_there_is_room_for_the_first_ones_count_and_the_rest_is_told() {
        let site = |n| (format!("site{n:03}.example"), json!({ "on": false }));
        let sites: serde_json::Map<String, Value> = (0..501).map(site).collect();
        let read = policy(json!({ "sites": sites }));
        assert_eq!((read.sites.len(), read.unreadable), (500, vec!["sites"]));
    }

    #[test]
    fn a_switch_under_a_policys_mode_leaves_the_persons_own_mode_as_it_was() {
        let mut settings =
            stored(json!({ "mode": "off" })).under(policy(json!({ "mode": "only" })));
        let keys = settings.change(|own| own.switch(CRM, true));
        assert_eq!(keys, Ok(vec!["sites"]));
        assert!(settings.in_use().is_on(CRM));
        assert_eq!(settings.own().mode, DetectionMode::Off);
    }

    #[test]
    fn a_site_that_the_person_insists_on_stays_so_beside_another_of_the_policy() {
        let own = stored(json!({ "mode": "everywhere", "sites": { CRM: { "on": true } } }));
        let used = own
            .under(policy(json!({ "sites": { BANK: { "on": false } } })))
            .in_use();
        assert_eq!(used.site(CRM).on, Some(true));
    }

    #[test]
    fn a_mode_of_the_policy_opens_no_page_while_nobody_knows_which_the_person_closed() {
        for mode in ["everywhere", "except"] {
            let own = stored(json!({ "sites": 7 })).under(policy(json!({ "mode": mode })));
            assert!(!own.in_use().is_on(BANK), "{mode}");
        }
    }

    #[test]
    fn the_schema_names_every_key_that_is_read_and_no_other() {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../extension/managed_schema.json"
        );
        let schema: Value =
            serde_json::from_str(&std::fs::read_to_string(path).expect("it is there"))
                .expect("json");
        let mut named: Vec<&String> = schema["properties"]
            .as_object()
            .expect("keys")
            .keys()
            .collect();
        named.sort();
        let mut read: Vec<&str> = PageSettings::KEYS.to_vec();
        // The person's own memory of whom they have called.
        read.retain(|key| *key != "knownCountries");
        read.sort_unstable();
        assert_eq!(named, read);
    }
}
