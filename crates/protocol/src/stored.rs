//! [`PageSettings`] as they are found in the storage: what cannot be read there is neither used nor
//! written over, and what is written are the keys that a change is about.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};

use crate::part::{Part, read};
use crate::{DetectionMode, MaskFormat, PagePolicy, PageSettings, Scrutiny, Site};

/// The settings, and the keys whose values could not be read (a newer version's, a damaged profile's).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredSettings {
    /// What the person chose. Defaults stand for what is absent and for what is unreadable.
    own: PageSettings,
    policy: PagePolicy,
    /// The person's under the policy.
    settings: PageSettings,
    unreadable: Vec<&'static str>,
    provider_hides: bool,
}

/// A change is about something that cannot be read, and would overwrite it. The person can start over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

impl StoredSettings {
    /// Where the storage itself does not answer: everything is unreadable.
    #[must_use]
    pub fn lost() -> Self {
        Self {
            unreadable: PageSettings::KEYS.to_vec(),
            ..Self::default()
        }
    }

    /// The same under what an administrator has decided; what stands under [`Self::POLICY`] is read along.
    #[must_use]
    pub fn under(mut self, policy: PagePolicy) -> Self {
        self.settings = policy.over(&self.own);
        self.policy = policy;
        self
    }

    /// What an administrator has decided.
    #[must_use]
    pub fn policy(&self) -> &PagePolicy {
        &self.policy
    }

    /// What the person chose, whatever the administrator says: this is stored.
    #[must_use]
    pub fn own(&self) -> &PageSettings {
        &self.own
    }

    /// All keys that are read: the settings', [`Self::PROVIDER_HIDES`] and [`Self::POLICY`].
    pub fn keys() -> impl Iterator<Item = &'static str> {
        PageSettings::KEYS
            .into_iter()
            .chain([Self::PROVIDER_HIDES, Self::POLICY])
    }

    /// Key of what an administrator had decided when the worker last asked. A browser that has just started tells it
    /// seconds later (docs/rollout.md), and nobody is to wait for that, nor what was decided.
    pub const POLICY: &'static str = "policy";

    /// Key of what the worker was last told of [`crate::WorkerState::hides_numbers`]: a worker that has
    /// just started, before the agent has spoken, shows no number that is not to be seen.
    pub const PROVIDER_HIDES: &'static str = "providerHidesNumbers";

    /// As they stand, for whoever shows them.
    #[must_use]
    pub fn settings(&self) -> &PageSettings {
        &self.settings
    }

    /// The keys that could not be read; none when all is well.
    #[must_use]
    pub fn unreadable(&self) -> &[&'static str] {
        &self.unreadable
    }

    /// As they are used. Where something cannot be read, pages are left alone: it may be that they
    /// should be. Where that is the mask, every digit is hidden.
    #[must_use]
    pub fn in_use(&self) -> PageSettings {
        let mut settings = self.own.clone();
        if !self.unreadable.is_empty() {
            settings.mode = DetectionMode::Off;
            for site in settings.sites.values_mut() {
                site.one_click = false;
            }
        }
        if self.unreadable.contains(&"mask") {
            settings.mask = Some(MaskFormat("start".into(), u8::MAX, "x".into()));
        }
        let mut settings = self.policy.over(&settings);
        // Nor does an administrator's mode open what the person may have closed.
        if !self.unreadable.is_empty() && settings.mode != DetectionMode::Only {
            settings.mode = DetectionMode::Off;
        }
        if self.provider_hides {
            settings.hide_numbers();
        }
        settings
    }

    /// Carries out a change of what the person chose; gives the keys of [`Self::own`] that have to be written.
    ///
    /// # Errors
    /// When one of them cannot be read; then nothing has changed.
    pub fn change(
        &mut self,
        change: impl FnOnce(&mut PageSettings),
    ) -> Result<Vec<&'static str>, Unreadable> {
        let mut after = self.own.clone();
        change(&mut after);
        // A switch for one site changes the mode along with it: not the one that comes back with the policy's end.
        if self.policy.mode.is_some() {
            after.mode = self.own.mode;
        }
        let changed = changed_keys(&self.own, &after);
        if changed.iter().any(|key| self.unreadable.contains(key)) {
            return Err(Unreadable);
        }
        self.settings = self.policy.over(&after);
        self.own = after;
        Ok(changed)
    }
}

fn changed_keys(before: &PageSettings, after: &PageSettings) -> Vec<&'static str> {
    let PageSettings {
        mode,
        sites,
        country,
        scrutiny,
        vanity,
        mask,
        hover_ms,
        known_countries,
    } = after;
    [
        ("mode", *mode != before.mode),
        ("sites", *sites != before.sites),
        ("country", *country != before.country),
        ("scrutiny", *scrutiny != before.scrutiny),
        ("vanity", *vanity != before.vanity),
        ("mask", *mask != before.mask),
        ("hoverMs", *hover_ms != before.hover_ms),
        ("knownCountries", *known_countries != before.known_countries),
    ]
    .into_iter()
    .filter_map(|(key, changed)| changed.then_some(key))
    .collect()
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Parts {
    mode: Option<Part<DetectionMode>>,
    sites: Option<Part<BTreeMap<String, Site>>>,
    country: Option<Part<String>>,
    scrutiny: Option<Part<Scrutiny>>,
    vanity: Option<Part<bool>>,
    mask: Option<Part<Option<MaskFormat>>>,
    hover_ms: Option<Part<u32>>,
    known_countries: Option<Part<Vec<String>>>,
    #[serde(rename = "providerHidesNumbers")]
    provider_hides: Option<Part<bool>>,
    policy: Option<Part<PagePolicy>>,
}

impl<'de> Deserialize<'de> for StoredSettings {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let parts = Parts::deserialize(deserializer)?;
        let usual = PageSettings::default();
        let mut unreadable = Vec::new();
        let lost = &mut unreadable;
        let settings = PageSettings {
            mode: read("mode", parts.mode, usual.mode, lost),
            sites: read("sites", parts.sites, usual.sites, lost),
            country: read("country", parts.country, usual.country, lost),
            scrutiny: read("scrutiny", parts.scrutiny, usual.scrutiny, lost),
            vanity: read("vanity", parts.vanity, usual.vanity, lost),
            // A slip of a package, taken over before slips were noticed, hides as well.
            mask: read("mask", parts.mask, usual.mask, lost).map(|mask| {
                if mask.is_meant() {
                    mask
                } else {
                    MaskFormat::usual()
                }
            }),
            hover_ms: read("hoverMs", parts.hover_ms, usual.hover_ms, lost),
            known_countries: read(
                "knownCountries",
                parts.known_countries,
                usual.known_countries,
                lost,
            ),
        };
        // It is the worker's own and is written anew; until then nothing is shown that may not be.
        let provider_hides = match parts.provider_hides {
            Some(Part::Readable(hides)) => hides,
            Some(Part::Unreadable(_)) => true,
            None => false,
        };
        let policy = match parts.policy {
            Some(Part::Readable(policy)) => policy,
            // It is the worker's own, and is written anew.
            Some(Part::Unreadable(_)) | None => PagePolicy::default(),
        };
        Ok(Self {
            own: settings,
            unreadable,
            provider_hides,
            ..Self::default()
        }
        .under(policy))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn stored(value: Value) -> StoredSettings {
        serde_json::from_value(value).expect("any object is read")
    }

    #[test]
    fn a_mask_that_was_taken_over_with_a_slip_hides_all_the_same() {
        for mask in [json!(["End", 3, "x"]), json!(["end", 3, "\u{200b}"])] {
            let used = stored(json!({ "mask": mask })).in_use();
            assert_eq!(used.mask, Some(MaskFormat::usual()), "{mask}");
        }
        let shown = stored(json!({ "mask": ["end", 0, "x"] })).in_use();
        assert!(shown.mask.is_some_and(|mask| !mask.hides()));
    }

    #[test]
    fn what_is_absent_is_usual_and_what_is_readable_is_read() {
        assert_eq!(stored(json!({})), StoredSettings::default());
        let read = stored(
            json!({ "country": "US", "mask": ["end", 3, "x"], "sites": { "a.example": { "on": false } } }),
        );
        assert_eq!(read.unreadable(), [] as [&str; 0]);
        assert_eq!(read.settings().country, "US");
        assert!(!read.settings().is_on("a.example"));
        assert_eq!(read.in_use(), *read.settings());
        assert_eq!(stored(json!({ "mask": null })), StoredSettings::default());
    }

    #[test]
    fn one_value_that_can_not_be_read_spoils_no_other_and_is_not_written_over() {
        let mut read = stored(json!({ "country": "US", "scrutiny": "paranoid", "sites": 7 }));
        assert_eq!(read.unreadable(), ["sites", "scrutiny"]);
        assert_eq!(read.settings().country, "US");
        let change = read.change(|settings| settings.hover_ms = 1_000);
        assert_eq!(change, Ok(vec!["hoverMs"]));
        let before = read.clone();
        let refused = read.change(|settings| settings.switch("a.example", false));
        assert_eq!(refused, Err(Unreadable));
        assert_eq!(read, before);
    }

    #[test]
    fn a_change_writes_the_keys_that_it_is_about() {
        let mut read = StoredSettings::default();
        assert_eq!(read.change(|_| {}), Ok(vec![]));
        assert_eq!(
            read.change(|settings| settings.country = "US".into()),
            Ok(vec!["country"])
        );
        // Every field has its key: a change of all is a change of all keys.
        let all = read.change(|settings| {
            *settings = PageSettings {
                mode: DetectionMode::Off,
                sites: BTreeMap::from([("a.example".into(), Site::default())]),
                country: "DE".into(),
                scrutiny: Scrutiny::Eager,
                vanity: true,
                mask: Some(MaskFormat("end".into(), 3, "x".into())),
                hover_ms: 0,
                known_countries: vec!["GB".into()],
            };
        });
        assert_eq!(all, Ok(PageSettings::KEYS.to_vec()));
        assert_eq!(StoredSettings::lost().unreadable(), PageSettings::KEYS);
    }

    #[test]
    fn a_provider_that_hides_numbers_is_obeyed_in_the_persons_way_or_the_usual_one() {
        let used = |mask: Value| {
            let read = stored(json!({ "mask": mask, StoredSettings::PROVIDER_HIDES: true }));
            assert_eq!(read.unreadable(), [] as [&str; 0]);
            read.in_use().mask
        };
        let usual = Some(MaskFormat::usual());
        assert_eq!(used(Value::Null), usual);
        let own = json!(["end", 3, "•"]);
        assert_eq!(used(own), Some(MaskFormat("end".into(), 3, "•".into())));
        for hides_nothing in [
            json!(["end", 0, "x"]),
            json!(["middle", 4, "x"]),
            json!(["end", 4, "7"]),
        ] {
            assert_eq!(used(hides_nothing), usual);
        }
        let odd = stored(json!({ StoredSettings::PROVIDER_HIDES: "yes" }));
        assert_eq!(odd.in_use().mask, usual);
        // The person's own settings stay what they are.
        assert_eq!(odd.settings().mask, None);
        assert!(
            StoredSettings::keys().eq(PageSettings::KEYS
                .into_iter()
                .chain(["providerHidesNumbers", "policy"]))
        );
    }

    #[test]
    fn what_an_administrator_had_decided_is_read_along_and_never_written_as_the_persons() {
        let decided = json!({ "country": "ES", "mask": { "side": "end", "digits": 3 } });
        let mut read = stored(json!({ "country": "US", StoredSettings::POLICY: decided }));
        assert_eq!(read.in_use().country, "ES");
        assert_eq!(read.in_use(), *read.settings());
        assert_eq!(read.own().country, "US");
        assert_eq!(read.change(|own| own.vanity = true), Ok(vec!["vanity"]));
        for odd in [json!("none"), json!(null), json!([1])] {
            let read = stored(json!({ "country": "US", StoredSettings::POLICY: odd }));
            assert_eq!(read.in_use().country, "US");
            assert_eq!(read.unreadable(), [] as [&str; 0]);
        }
    }

    #[test]
    fn pages_are_left_alone_and_digits_hidden_while_nobody_knows_what_was_said() {
        let sites = json!({ "a.example": { "on": true, "oneClick": true } });
        let read = stored(json!({ "mode": "sometimes", "sites": sites }));
        let used = read.in_use();
        assert!(!used.is_on("a.example"));
        assert!(!used.site("a.example").one_click);
        assert_eq!(used.mask, None);
        let hidden = stored(json!({ "mask": "all" })).in_use().mask;
        assert_eq!(
            hidden,
            Some(MaskFormat("start".into(), u8::MAX, "x".into()))
        );
        // As they stand they are shown, so that the person sees what is there.
        assert!(read.settings().site("a.example").one_click);
    }
}
