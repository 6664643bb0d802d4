//! How one site's pages are treated: the person's settings, with what was said about that site.

use alo_numbers::{Country, Mask, Options, PageHints, Pattern, Strictness, grouped_in};
use alo_protocol::{MAX_INTERNAL, PageAnswer, PageSettings, ScanAnswer, Scrutiny, holds_at};

/// Longest name of a language, bytes of UTF-8 (RFC 5646 asks for 35 at least).
const MAX_LANG: usize = 64;

/// What applies to one site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Look for numbers.
    pub detection: bool,
    /// Default country of numbers without a country code, ISO 3166-1 alpha-2.
    pub country: String,
    /// The person's own country: what the PBX understands without a country code.
    pub home: String,
    /// Where the page says it comes from.
    pub hints: PageHints,
    /// How much must speak for a number.
    pub scrutiny: Scrutiny,
    /// Also numbers in letters.
    pub vanity: bool,
    /// Short numbers of these forms, too.
    pub internal: Vec<Pattern>,
    /// A click calls without a card.
    pub one_click: bool,
    /// On these origins only, see [`alo_protocol::Site::one_click_at`].
    pub one_click_at: Vec<String>,
    /// That was decided by an administrator.
    pub one_click_is_set: bool,
    /// What was last called from on this site ([`alo_protocol::HotlineView::id`]).
    pub hotline: Option<String>,
    /// Also where the page asks to be left alone.
    pub insist: bool,
    /// Time that the pointer rests on a number before its card opens, ms.
    pub hover_ms: u32,
    /// How numbers are shown.
    pub mask: Option<Mask>,
    /// Countries that need no confirmation.
    pub known_countries: Vec<String>,
    /// Numbers that the person said are none here.
    pub not_numbers: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self::of(&PageSettings::default(), "")
    }
}

impl Settings {
    /// Those of a site, by its host name.
    pub fn of(all: &PageSettings, host: &str) -> Self {
        let site = all.site(host);
        // A code that nobody knows must not make a country of numbers unreadable.
        let country = [site.country.as_deref(), Some(&all.country)]
            .into_iter()
            .flatten()
            .find(|code| Country::parse(code).is_some());
        let mut known_countries = all.known_countries.clone();
        known_countries.push(all.country.clone());
        Self {
            detection: all.is_on(host),
            country: country.unwrap_or("VN").to_owned(),
            home: Country::parse(&all.country)
                .map_or("VN", |_| all.country.as_str())
                .to_owned(),
            hints: PageHints::new("", host),
            scrutiny: site.scrutiny.unwrap_or(all.scrutiny),
            vanity: all.vanity,
            internal: site
                .internal
                .iter()
                .filter_map(|form| Pattern::parse(form))
                .take(MAX_INTERNAL)
                .collect(),
            one_click: site.one_click,
            one_click_at: site.one_click_at,
            one_click_is_set: false,
            hotline: site.hotline,
            insist: site.on == Some(true),
            hover_ms: all.hover_ms,
            mask: all.mask.as_ref().and_then(Mask::of),
            known_countries,
            not_numbers: site.not_numbers,
        }
    }

    /// Whether a click calls without a card in a document of this origin.
    pub fn one_click_on(&self, origin: &str) -> bool {
        self.one_click && holds_at(&self.one_click_at, origin)
    }

    /// The same on a page whose document names this language (`lang`), if any; what is longer than any
    /// language's name is none.
    #[must_use]
    pub fn in_language(self, lang: Option<&str>, host: &str) -> Self {
        let lang = lang.filter(|lang| lang.len() <= MAX_LANG).unwrap_or("");
        Self {
            hints: PageHints::new(lang, host),
            ..self
        }
    }

    /// How numbers are read under these settings; Viet Nam where the country is not one we know.
    pub fn number_options(&self) -> Options {
        Options {
            country: Country::parse(&self.country).unwrap_or(Country::VN),
            strictness: match self.scrutiny {
                Scrutiny::Strict => Strictness::Strict,
                Scrutiny::Normal => Strictness::Normal,
                Scrutiny::Eager => Strictness::Eager,
            },
            hints: self.hints,
            vanity: self.vanity,
            internal: self.internal.clone(),
        }
    }

    /// Whose national numbers the PBX knows.
    pub fn home(&self) -> Country {
        Country::parse(&self.home).unwrap_or(Country::VN)
    }

    /// A number of a call as it is shown: in groups, as on a card.
    pub fn shown_of_call(&self, number: &str) -> String {
        self.shown(&grouped_in(number, number, self.home()))
    }

    /// A number as it is shown.
    pub fn shown(&self, number: &str) -> String {
        self.mask
            .map_or_else(|| number.to_owned(), |mask| mask.apply(number))
    }

    /// A name as it is shown; numbers in it are hidden, too.
    pub fn shown_name(&self, name: &str) -> String {
        self.mask
            .map_or_else(|| name.to_owned(), |mask| mask.in_words(name))
    }

    /// Name of the context menu's item for a selection: while digits are hidden without what is selected.
    pub fn menu_title(&self) -> &'static str {
        match self.mask {
            Some(_) => "menu_call_selected",
            None => "menu_call_selection",
        }
    }

    /// Takes out what the person said is no number here.
    pub fn without_not_numbers(&self, mut answer: ScanAnswer) -> ScanAnswer {
        answer
            .numbers
            .retain(|found| !self.not_numbers.contains(&found.number));
        answer
    }

    /// What a content script may know.
    pub fn for_page(&self) -> PageAnswer {
        let mut not_numbers = self.not_numbers.clone();
        not_numbers.sort();
        PageAnswer {
            enabled: self.detection,
            insist: self.insist,
            hover_ms: self.hover_ms,
            one_click: self.one_click,
            least_digits: u8::try_from(self.number_options().least_digits()).unwrap_or(u8::MAX),
            revision: format!(
                "{}/{:?}/{}/{:?}/{}",
                self.country,
                self.scrutiny,
                self.vanity,
                self.internal,
                not_numbers.join(",")
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use alo_protocol::MaskFormat;

    use super::*;

    #[test]
    fn a_page_is_told_where_a_click_calls_at_once_and_is_not_read_anew_for_that() {
        let mut all = PageSettings::default();
        let before = Settings::of(&all, "crm.example").for_page();
        all.change("crm.example", |site| site.one_click = true);
        let page = |host| Settings::of(&all, host).for_page();
        assert!(
            !before.one_click && page("crm.example").one_click && !page("shop.example").one_click
        );
        assert_eq!(page("crm.example").revision, before.revision);
    }

    #[test]
    fn a_site_has_its_own_country_and_every_other_the_persons() {
        let mut all = PageSettings::default();
        all.change("shop.example", |site| site.country = Some("US".into()));
        let country = |host| {
            Settings::of(&all, host)
                .number_options()
                .country
                .as_str()
                .to_owned()
        };
        assert_eq!(country("shop.example"), "US");
        assert_eq!(country("crm.example"), "VN");
    }

    #[test]
    fn a_country_that_nobody_knows_is_read_as_the_persons() {
        let mut all = PageSettings {
            country: "US".into(),
            ..PageSettings::default()
        };
        all.change("x.example", |site| site.country = Some("12".into()));
        assert_eq!(Settings::of(&all, "x.example").country, "US");
        all.country = String::new();
        assert_eq!(Settings::of(&all, "x.example").country, "VN");
    }

    #[test]
    fn digits_are_hidden_as_the_setting_says_and_a_broken_one_hides_nothing() {
        let mask = |side: &str, sign: &str| {
            let all = PageSettings {
                mask: Some(MaskFormat(side.into(), 4, sign.into())),
                ..PageSettings::default()
            };
            Settings::of(&all, "").shown("0912 345 678")
        };
        assert_eq!(mask("start", "x"), "xxxx 345 678");
        assert_eq!(mask("middle", "x"), "0912 345 678");
        assert_eq!(mask("start", "7"), "0912 345 678");
    }

    #[test]
    fn the_menu_names_what_is_selected_only_while_no_digits_are_hidden() {
        let mut all = PageSettings::default();
        assert_eq!(Settings::of(&all, "").menu_title(), "menu_call_selection");
        all.hide_numbers();
        assert_eq!(Settings::of(&all, "").menu_title(), "menu_call_selected");
    }

    #[test]
    fn pages_look_anew_when_what_is_a_number_changes_and_not_when_the_mask_does() {
        let mut all = PageSettings::default();
        let before = Settings::of(&all, "a.example").for_page().revision;
        all.mask = Some(MaskFormat("end".into(), 3, "x".into()));
        assert_eq!(Settings::of(&all, "a.example").for_page().revision, before);
        all.change("a.example", |site| {
            site.not_numbers.push("+84912345678".into())
        });
        assert_ne!(Settings::of(&all, "a.example").for_page().revision, before);
    }
    #[test]
    fn short_numbers_and_letters_are_numbers_only_where_the_person_said_so() {
        let mut all = PageSettings::default();
        let least = |all: &PageSettings| Settings::of(all, "crm.example").for_page().least_digits;
        assert_eq!(least(&all), 7);
        all.change("crm.example", |site| {
            site.scrutiny = Some(Scrutiny::Strict);
            site.internal = vec!["21xx".into(), "nonsense".into(), "1xx".into()];
        });
        let here = Settings::of(&all, "crm.example");
        assert_eq!((here.scrutiny, here.internal.len()), (Scrutiny::Strict, 2));
        assert_eq!(least(&all), 3);
        let elsewhere = Settings::of(&all, "shop.example");
        assert_eq!(elsewhere.scrutiny, Scrutiny::Normal);
        assert_eq!(elsewhere.internal, []);
        all.change("crm.example", |site| {
            site.internal = vec!["1xxx".into(); 9];
        });
        assert_eq!(
            Settings::of(&all, "crm.example").internal.len(),
            MAX_INTERNAL
        );
        all.vanity = true;
        assert_eq!(least(&all), 3);
    }
}
