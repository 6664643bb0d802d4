//! What a source would dial, and what makes a call of it one to be asked about.

use alo_numbers::{
    Country, DialError, Doubt, Kind, Number, Options, Target, costs_more, find, readable,
};
use alo_protocol::{Caution, CountryDoubt, NumberSource};
use serde::{Deserialize, Serialize};

use crate::detector::{MAX_RUN, usable_hint};
use crate::settings::Settings;

/// Longest text that is looked at, in bytes of UTF-8.
const MAX_TEXT: usize = 256;
/// Longest `href` that is looked at, in bytes of UTF-8.
const MAX_HREF: usize = 1024;
/// Longest number without a country that is taken for an internal one, in digits.
const LONGEST_SHORT: usize = 8;

/// A number that may be dialled, as it was shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Shown {
    /// Exactly what is dialled.
    pub(super) dial: Dial,
    /// As [`alo_protocol::FoundNumber::number`] has it.
    pub(super) found: String,
    pub(super) display: String,
    /// `display` hides digits.
    #[serde(default)]
    pub(super) masked: bool,
    /// [`Dial::post_dial`] as it is shown.
    #[serde(default)]
    pub(super) post_dial: Option<String>,
    pub(super) country: Option<String>,
    pub(super) caution: Option<Caution>,
    #[serde(default)]
    pub(super) doubt: Option<CountryDoubt>,
}

/// What a card stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dial {
    /// The number.
    pub number: String,
    /// Digits for after the answer: `0-9*#A-D`, with `,`, `p` and `w` for pauses.
    pub post_dial: Option<String>,
    /// What it is called from ([`alo_protocol::HotlineView::id`]); none: as the person has chosen.
    #[serde(default)]
    pub hotline: Option<String>,
}

impl Shown {
    pub(super) fn of(target: &Target, settings: &Settings) -> Self {
        // A site may be of another country than the PBX, which knows its own national numbers only.
        let abroad = settings.country != settings.home;
        let world = target.e164.clone().filter(|_| abroad);
        let display = match &world {
            Some(number) => Number::parse(number, settings.home())
                .map_or_else(|| number.clone(), |number| number.to_international()),
            None => target.display.clone(),
        };
        let number = world.unwrap_or_else(|| target.dial.to_string());
        let country = target.country.map(|country| country.as_str().to_owned());
        let home = settings.home();
        Self {
            caution: caution(&number, home, country.as_deref(), settings),
            found: target.e164.clone().unwrap_or_else(|| number.clone()),
            display: settings.shown(&display),
            masked: settings.shown(&display) != display,
            post_dial: (target.post_dial.as_deref()).map(|digits| settings.shown_name(digits)),
            country,
            doubt: target.doubt.map(|doubt| match doubt {
                Doubt::Guessed => CountryDoubt::Guessed,
                Doubt::Rival(country) => CountryDoubt::Rival {
                    country: country.as_str().to_owned(),
                },
            }),
            dial: Dial {
                number,
                post_dial: target.post_dial.clone(),
                hotline: settings.hotline.clone(),
            },
        }
    }

    /// The number alone does not tell what a call would do: digits follow the answer, or its country is
    /// not certain.
    pub(super) fn has_to_be_seen(&self) -> bool {
        self.dial.post_dial.is_some() || self.doubt.is_some()
    }
}

/// Why a call of this number is confirmed first. The dearer reason comes first.
fn caution(
    number: &str,
    home: Country,
    country: Option<&str>,
    settings: &Settings,
) -> Option<Caution> {
    if home.is_emergency(number) {
        return Some(Caution::Emergency);
    }
    if costs_more(number, home) {
        return Some(Caution::Premium);
    }
    let Some(country) = country else {
        let kind = Number::parse(number, home).map(|number| number.kind());
        // Satellites, networks of no country, and what no plan knows; hotlines and short numbers of our
        // own country are none of these.
        let is_known = matches!(kind, Some(Kind::TollFree | Kind::Short | Kind::Service));
        let is_far = number.starts_with('+') || number.starts_with("00");
        return (is_far || (!is_known && number.len() > LONGEST_SHORT)).then_some(Caution::Premium);
    };
    let known = settings
        .known_countries
        .iter()
        .any(|known| known == country);
    (!known).then_some(Caution::FirstCountry)
}

/// What a source would dial, under the strict rules for pages. Read anew, never taken over from
/// the content script.
pub(super) fn read(source: &NumberSource, options: &Options) -> Result<Target, DialError> {
    match source {
        NumberSource::Text { text } if text.len() > MAX_TEXT => Err(DialError::TooLong),
        NumberSource::Link { href } if href.len() > MAX_HREF => Err(DialError::TooLong),
        NumberSource::Within { text, .. } if text.len() > MAX_RUN => Err(DialError::TooLong),
        NumberSource::Text { text } => Target::from_text(text, options),
        NumberSource::Link { href } => Target::from_link(href, options),
        NumberSource::Within {
            text,
            start,
            end,
            hint,
        } => Target::within(text, *start..*end, usable_hint(hint.as_deref()), options),
    }
}

/// As [`read`], and of a selection with a few words too many (`ĐT: 0912 345 678`) the one number that is in it.
/// True where the number is only a part of what was chosen.
pub(super) fn read_chosen(
    source: &NumberSource,
    options: &Options,
) -> Result<(Target, bool), DialError> {
    let whole = read(source, options).map(|target| (target, false));
    let (NumberSource::Text { text }, Err(DialError::Character(_))) = (source, &whole) else {
        return whole;
    };
    let found = find(text, options);
    let [only] = found.as_slice() else {
        return whole;
    };
    let span = only.start_utf16..only.end_utf16;
    Ok((Target::within(text, span, "", options)?, true))
}

pub(super) fn refused_text(source: &NumberSource) -> String {
    let shown = |text: &str| text.chars().filter(|c| !c.is_control()).take(64).collect();
    match source {
        NumberSource::Text { text } => shown(text),
        // Escapes part digits that are one number to whoever hides them.
        NumberSource::Link { href } => shown(&readable(href)),
        // What surrounds the number was not asked for.
        NumberSource::Within { .. } => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::{page, plain, text};
    use super::super::{Gate, Taken};
    use super::*;

    #[test]
    fn numbers_of_no_country_are_asked_about_and_internal_ones_are_not() {
        for (number, is_asked) in [
            ("tel:+881612345678", true),
            ("tel:+979123456789", true),
            ("tel:1001", false),
            ("tel:18001234", false),
        ] {
            let mut gate = Gate::default();
            let crm = page(1, "https://crm.example");
            let source = NumberSource::Link {
                href: number.into(),
            };
            gate.open_card(&source, crm.clone(), &Settings::default(), "a".into(), 0);
            let taken = gate.take("a", &crm, 1_000);
            assert_eq!(matches!(taken, Ok(Taken::Ask(_))), is_asked, "{number}");
        }
    }

    #[test]
    fn a_number_that_costs_more_is_asked_about_also_in_a_country_that_is_known() {
        let settings = Settings {
            one_click: true,
            known_countries: vec!["AT".into(), "GB".into()],
            ..Settings::default()
        };
        let crm = page(1, "https://crm.example");
        for (href, costs) in [
            ("tel:+43900123456", true),
            ("tel:+43820123456", true),
            ("tel:+4315123456", false),
            ("tel:+447012345678", true),
            ("tel:+442079460018", false),
            ("tel:+443001234567", false),
        ] {
            let mut gate = Gate::default();
            let source = NumberSource::Link { href: href.into() };
            gate.open_card(&source, crm.clone(), &settings, "a".into(), 0);
            let taken = gate.take_directly("a", &crm, &settings, 0);
            assert_eq!(taken.expect("a card").is_none(), costs, "{href}");
            if costs {
                assert_eq!(gate.take("a", &crm, 1_000), Ok(Taken::Ask("a".into())));
                let asked = gate.pending("a", 1_000).expect("it waits");
                assert_eq!(asked.caution, Some(Caution::Premium), "{href}");
            }
        }
    }

    #[test]
    fn a_number_of_a_sites_own_country_is_dialled_so_that_the_pbx_at_home_understands_it() {
        let mut gate = Gate::default();
        let settings = Settings {
            country: "US".into(),
            known_countries: vec!["US".into()],
            ..Settings::default()
        };
        let crm = page(1, "https://crm.example");
        let answer = gate.open_card(
            &text("(650) 253-0000"),
            crm.clone(),
            &settings,
            "a".into(),
            0,
        );
        assert_eq!(answer.display, "+1 650-253-0000");
        let taken = gate.take("a", &crm, 1_000);
        assert_eq!(taken, Ok(Taken::Dial(plain("+16502530000"))));
    }

    #[test]
    fn a_number_that_needs_its_context_is_dialled_as_the_finder_reads_it_there_and_nowhere_else() {
        let within = |text: &str, start, end| NumberSource::Within {
            text: text.into(),
            start,
            end,
            hint: None,
        };
        let crm = page(1, "https://crm.example");
        let mut gate = Gate::default();
        let mut open = |source| {
            let settings = Settings::default();
            gate.open_card(&source, crm.clone(), &settings, "a".into(), 0)
        };
        let line = "0901 234 567 / 568";
        assert_eq!(open(within(line, 15, 18)).display, "0901 234 568");
        // A script that lies about the place, or sends what no run can be, gets no card.
        for source in [
            within(line, 14, 18),
            within(line, 18, 15),
            within("568", 0, 3),
            within("*21*0912345678#", 0, 15),
            within(&format!("{line}{}", " ".repeat(MAX_RUN)), 15, 18),
        ] {
            let answer = open(source);
            assert_eq!((answer.card, answer.display.as_str()), (None, ""));
            assert!(answer.refusal.is_some());
        }
        let taken = gate.take("a", &crm, 1_000);
        assert_eq!(taken, Ok(Taken::Dial(plain("0901234568"))));
    }

    #[test]
    fn a_country_that_only_the_page_speaks_for_is_said_and_asked_about() {
        let german = Settings {
            one_click: true,
            ..Settings::default()
        }
        .in_language(Some("de"), "crm.example");
        let crm = page(1, "https://crm.example");
        let mut gate = Gate::default();
        let source = NumberSource::Within {
            text: "Tel. 030 12345678".into(),
            start: 5,
            end: 17,
            hint: None,
        };
        let card = gate.open_card(&source, crm.clone(), &german, "a".into(), 0);
        assert_eq!(card.display, "+49 30 1234 5678");
        assert_eq!(card.doubt, Some(CountryDoubt::Guessed));
        assert_eq!(gate.take("a", &crm, 1_000), Ok(Taken::Ask("a".into())));
        // One that is ours as well as theirs is dialled as ours, but never without having been seen.
        let ours = text("0341563277");
        let card = gate.open_card(&ours, crm.clone(), &german, "b".into(), 0);
        let rival = Some(CountryDoubt::Rival {
            country: "DE".into(),
        });
        assert_eq!((card.country.as_deref(), &card.doubt), (Some("VN"), &rival));
        assert_eq!(gate.take_directly("b", &crm, &german, 0), Ok(None));
        let taken = gate.take("b", &crm, 1_000);
        assert_eq!(taken, Ok(Taken::Dial(plain("0341563277"))));
        let (taken, asked) = gate.wish(&ours, "crm.example", &german, false, "c".into(), 0);
        assert_eq!((taken, asked.doubt), (Some(Taken::Ask("c".into())), rival));
    }
}
