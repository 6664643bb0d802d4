//! The consent gate: what a page may have dialled, and how often.
//!
//! A page's content script can only ask for a card to be opened on what a person clicked; the gate
//! reads the number itself, keeps it under a fresh name, and dials exactly that when the same
//! document asks for it by that name. The whole gate is a small value in session storage, because
//! the worker may die between a card and its click.

use alo_numbers::{Country, DialError, Kind, Number, Options, Target};
use alo_protocol::{CardAnswer, Caution, NumberSource, PageKey, PendingCall, Refusal};
use serde::{Deserialize, Serialize};

use crate::settings::Settings;
use crate::time_zone;

/// A card, and a call that waits for the person's word, is good for this long, ms.
pub const CARD_LIFE: u64 = 10 * 60 * 1000;
/// A click sooner than this after the card was asked for was not aimed at it, ms.
pub const CARD_MIN_AGE: u64 = 300;
/// Calls that one origin or one tab may place within [`RATE_WINDOW`].
pub const RATE_LIMIT: usize = 6;
/// See [`RATE_LIMIT`], ms.
pub const RATE_WINDOW: u64 = 60 * 1000;
/// Longest text and `href` that are looked at, in bytes of UTF-8.
const MAX_TEXT: usize = 256;
const MAX_HREF: usize = 1024;
/// Cards kept; opening more forgets the oldest.
const MAX_CARDS: usize = 32;
/// Longest number without a country that is taken for an internal one, in digits.
const LONGEST_SHORT: usize = 8;
/// Calls that wait for the person's word; more forget the oldest.
const MAX_PENDING: usize = 8;

/// A number that may be dialled, as it was shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Shown {
    /// Exactly what is dialled.
    dial: Dial,
    /// As [`alo_protocol::FoundNumber::number`] has it.
    found: String,
    display: String,
    /// `display` hides digits.
    #[serde(default)]
    masked: bool,
    country: Option<String>,
    caution: Option<Caution>,
}

/// A card that is open somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Card {
    id: String,
    shown: Shown,
    page: PageKey,
    opened_at: u64,
}

/// What a card stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dial {
    /// The number.
    pub number: String,
    /// Digits for after the answer: `0-9*#A-D`, with `,`, `p` and `w` for pauses.
    pub post_dial: Option<String>,
}

/// A call that was placed from a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Placed {
    tab: i32,
    origin: String,
    at: u64,
}

/// A call that waits for the person's word in our own window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Pending {
    id: String,
    shown: Shown,
    site: String,
    at: u64,
}

/// What becomes of a wish for a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// To be dialled now.
    Dial(Dial),
    /// The person is asked first; [`Gate::confirm`] takes the word.
    Ask(String),
}

/// See the module's documentation. Times are Unix ms.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Gate {
    cards: Vec<Card>,
    placed: Vec<Placed>,
    pending: Vec<Pending>,
}

impl Gate {
    /// Reads what was clicked and, unless it is refused, keeps it under `id` (random, unguessable).
    pub fn open_card(
        &mut self,
        source: &NumberSource,
        page: PageKey,
        settings: &Settings,
        id: String,
        now: u64,
    ) -> CardAnswer {
        self.forget_old(now);
        let options = settings.number_options();
        match read(source, &options) {
            Ok(target) => {
                let excess = (self.cards.len() + 1).saturating_sub(MAX_CARDS);
                self.cards.drain(..excess);
                let shown = Shown::of(&target, settings);
                let answer = CardAnswer {
                    card: Some(id.clone()),
                    masked: shown.masked,
                    display: shown.display.clone(),
                    country: shown.country.clone(),
                    time_zone: shown.country.as_deref().and_then(time_zone::of),
                    post_dial: target.post_dial,
                    ..CardAnswer::default()
                };
                self.cards.push(Card {
                    id,
                    shown,
                    page,
                    opened_at: now,
                });
                answer
            }
            Err(error) => CardAnswer {
                display: refused_text(source),
                refusal: Some(error.refusal()),
                ..CardAnswer::default()
            },
        }
    }

    /// Takes a card: the number to dial, that it must be asked about first, or why not. A card is
    /// good once.
    ///
    /// # Errors
    /// The reason for the person.
    pub fn take(&mut self, id: &str, page: &PageKey, now: u64) -> Result<Taken, Refusal> {
        let index = self.find(id, page, now)?;
        if now.saturating_sub(self.cards[index].opened_at) < CARD_MIN_AGE {
            return Err(Refusal::NotNow);
        }
        self.place(index, now)
    }

    /// Takes a card as soon as it is there, where the person has switched one-click calls on for the
    /// site; none where nothing is to be dialled now, so that the card is shown instead.
    ///
    /// # Errors
    /// The reason for the person.
    pub fn take_directly(
        &mut self,
        id: &str,
        page: &PageKey,
        settings: &Settings,
        now: u64,
    ) -> Result<Option<Dial>, Refusal> {
        let index = self.find(id, page, now)?;
        let card = &self.cards[index].shown;
        // Frames of others in the page have not been trusted; digits for after the answer are seen first.
        let is_own = alo_protocol::host(&page.origin).as_deref() == Some(page.site.as_str());
        if !settings.one_click || !is_own || card.caution.is_some() || card.dial.post_dial.is_some()
        {
            return Ok(None);
        }
        match self.place(index, now)? {
            Taken::Dial(dial) => Ok(Some(dial)),
            Taken::Ask(_) => Ok(None),
        }
    }

    /// The number on a card, as the finder names it; the card stays good.
    ///
    /// # Errors
    /// The reason for the person.
    pub fn found(&mut self, id: &str, page: &PageKey, now: u64) -> Result<String, Refusal> {
        let index = self.find(id, page, now)?;
        Ok(self.cards[index].shown.found.clone())
    }

    /// What a person asked for in the browser's own surface (menu, shortcut, address bar): dialled
    /// unless there is reason to ask. With `unseen` there always is: another program wants it.
    pub fn wish(
        &mut self,
        source: &NumberSource,
        site: &str,
        settings: &Settings,
        unseen: bool,
        id: String,
        now: u64,
    ) -> (Option<Taken>, PendingCall) {
        self.forget_old(now);
        let target = match read(source, &settings.number_options()) {
            Ok(target) => target,
            Err(error) => {
                let refused = PendingCall {
                    id: String::new(),
                    display: refused_text(source),
                    country: None,
                    post_dial: None,
                    site: site.to_owned(),
                    caution: None,
                    refusal: Some(error.refusal()),
                };
                return (None, refused);
            }
        };
        let mut shown = Shown::of(&target, settings);
        if unseen || shown.dial.post_dial.is_some() {
            shown.caution.get_or_insert(Caution::Unseen);
        }
        if shown.caution.is_none() {
            let call = Pending {
                id,
                shown,
                site: site.to_owned(),
                at: now,
            };
            return (Some(Taken::Dial(call.shown.dial.clone())), call.view());
        }
        let view = self.keep(id.clone(), shown, site, now);
        (Some(Taken::Ask(id)), view)
    }

    /// A call that waits for the person's word.
    pub fn pending(&mut self, id: &str, now: u64) -> Option<PendingCall> {
        self.forget_old(now);
        let found = self.pending.iter().find(|pending| pending.id == id)?;
        Some(found.view())
    }

    /// The person has said yes: the number to dial, and the country that is known from now on. Good
    /// once.
    ///
    /// # Errors
    /// It waits no longer.
    pub fn confirm(&mut self, id: &str, now: u64) -> Result<(Dial, Option<String>), Refusal> {
        self.forget_old(now);
        let found = self.pending.iter().position(|pending| pending.id == id);
        let pending = self.pending.remove(found.ok_or(Refusal::CardExpired)?);
        Ok((pending.shown.dial, pending.shown.country))
    }

    fn find(&mut self, id: &str, page: &PageKey, now: u64) -> Result<usize, Refusal> {
        self.forget_old(now);
        self.cards
            .iter()
            .position(|card| card.id == id && card.page == *page)
            .ok_or(Refusal::CardExpired)
    }

    fn place(&mut self, index: usize, now: u64) -> Result<Taken, Refusal> {
        let page = &self.cards[index].page;
        let recent = self
            .placed
            .iter()
            .filter(|call| call.tab == page.tab || call.origin == page.origin);
        if recent.count() >= RATE_LIMIT {
            return Err(Refusal::TooMany);
        }
        let card = self.cards.remove(index);
        self.placed.push(Placed {
            tab: card.page.tab,
            origin: card.page.origin,
            at: now,
        });
        if card.shown.caution.is_none() {
            return Ok(Taken::Dial(card.shown.dial));
        }
        self.keep(card.id.clone(), card.shown, &card.page.site, now);
        Ok(Taken::Ask(card.id))
    }

    fn keep(&mut self, id: String, shown: Shown, site: &str, now: u64) -> PendingCall {
        let excess = (self.pending.len() + 1).saturating_sub(MAX_PENDING);
        self.pending.drain(..excess);
        let pending = Pending {
            id,
            shown,
            site: site.to_owned(),
            at: now,
        };
        let view = pending.view();
        self.pending.push(pending);
        view
    }

    fn forget_old(&mut self, now: u64) {
        self.cards
            .retain(|card| now.saturating_sub(card.opened_at) < CARD_LIFE);
        self.placed
            .retain(|call| now.saturating_sub(call.at) < RATE_WINDOW);
        self.pending
            .retain(|pending| now.saturating_sub(pending.at) < CARD_LIFE);
    }
}

impl Pending {
    fn view(&self) -> PendingCall {
        PendingCall {
            id: self.id.clone(),
            display: self.shown.display.clone(),
            country: self.shown.country.clone(),
            post_dial: self.shown.dial.post_dial.clone(),
            site: self.site.clone(),
            caution: self.shown.caution,
            refusal: None,
        }
    }
}

impl Shown {
    fn of(target: &Target, settings: &Settings) -> Self {
        // A site may be of another country than the PBX, which knows its own national numbers only.
        let abroad = settings.country != settings.home;
        let world = target.e164.clone().filter(|_| abroad);
        let display = match &world {
            Some(number) => Number::parse(number, home_of(settings))
                .map_or_else(|| number.clone(), |number| number.to_international()),
            None => target.display.clone(),
        };
        let number = world.unwrap_or_else(|| target.dial.to_string());
        let country = target.country.map(|country| country.as_str().to_owned());
        let home = home_of(settings);
        Self {
            caution: caution(&number, home, country.as_deref(), settings),
            found: target.e164.clone().unwrap_or_else(|| number.clone()),
            display: settings.shown(&display),
            masked: settings.shown(&display) != display,
            country,
            dial: Dial {
                number,
                post_dial: target.post_dial.clone(),
            },
        }
    }
}

fn home_of(settings: &Settings) -> Country {
    Country::parse(&settings.home).unwrap_or(Country::VN)
}

/// Why a call of this number is confirmed first. The dearer reason comes first.
fn caution(
    number: &str,
    home: Country,
    country: Option<&str>,
    settings: &Settings,
) -> Option<Caution> {
    let kind = Number::parse(number, home).map(|number| number.kind());
    if matches!(kind, Some(Kind::Premium | Kind::SharedCost)) {
        return Some(Caution::Premium);
    }
    let Some(country) = country else {
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

fn refused_text(source: &NumberSource) -> String {
    source_text(source)
        .chars()
        .filter(|c| !c.is_control())
        .take(64)
        .collect()
}

/// What a source would dial, under the strict rules for pages. Read anew, never taken over from
/// the content script.
fn read(source: &NumberSource, options: &Options) -> Result<Target, DialError> {
    match source {
        NumberSource::Text { text } if text.len() > MAX_TEXT => Err(DialError::TooLong),
        NumberSource::Link { href } if href.len() > MAX_HREF => Err(DialError::TooLong),
        NumberSource::Text { text } => Target::from_text(text, options),
        NumberSource::Link { href } => Target::from_link(href, options),
    }
}

fn source_text(source: &NumberSource) -> &str {
    match source {
        NumberSource::Text { text } => text,
        NumberSource::Link { href } => href,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(tab: i32, origin: &str) -> PageKey {
        PageKey {
            tab,
            frame: 0,
            document: "D1".into(),
            origin: origin.into(),
            site: "crm.example".into(),
        }
    }

    fn text(text: &str) -> NumberSource {
        NumberSource::Text { text: text.into() }
    }

    fn open(gate: &mut Gate, number: &str, id: &str, now: u64) -> CardAnswer {
        gate.open_card(
            &text(number),
            page(1, "https://crm.example"),
            &Settings::default(),
            id.into(),
            now,
        )
    }

    #[test]
    fn what_the_card_showed_is_what_is_dialled() {
        let mut gate = Gate::default();
        let answer = open(&mut gate, "0912 345 678", "a", 0);
        assert_eq!(answer.display, "0912 345 678");
        assert_eq!(answer.country.as_deref(), Some("VN"));
        let taken = gate.take("a", &page(1, "https://crm.example"), 1_000);
        assert_eq!(taken, Ok(Taken::Dial(plain("0912345678"))));
    }

    #[test]
    fn the_digits_that_the_card_showed_go_along() {
        let mut gate = Gate::default();
        let crm = page(1, "https://crm.example");
        let source = NumberSource::Link {
            href: "tel:02838881234,,12%23".into(),
        };
        let answer = gate.open_card(&source, crm.clone(), &Settings::default(), "a".into(), 0);
        assert_eq!(answer.post_dial.as_deref(), Some(",,12#"));
        let taken = gate.take("a", &crm, 1_000);
        let expected = Dial {
            number: "02838881234".into(),
            post_dial: Some(",,12#".into()),
        };
        assert_eq!(taken, Ok(Taken::Dial(expected)));
    }

    /// A number without digits for after the answer.
    fn plain(number: &str) -> Dial {
        Dial {
            number: number.into(),
            post_dial: None,
        }
    }

    #[test]
    fn a_card_is_good_once() {
        let mut gate = Gate::default();
        open(&mut gate, "0912 345 678", "a", 0);
        assert!(
            gate.take("a", &page(1, "https://crm.example"), 1_000)
                .is_ok()
        );
        let again = gate.take("a", &page(1, "https://crm.example"), 2_000);
        assert_eq!(again, Err(Refusal::CardExpired));
    }

    #[test]
    fn another_tab_frame_or_document_can_not_use_a_card() {
        let mut gate = Gate::default();
        open(&mut gate, "0912 345 678", "a", 0);
        let here = page(1, "https://crm.example");
        for other in [
            PageKey {
                tab: 2,
                ..here.clone()
            },
            PageKey {
                frame: 3,
                ..here.clone()
            },
            PageKey {
                document: "D2".into(),
                ..here.clone()
            },
        ] {
            assert_eq!(gate.take("a", &other, 1_000), Err(Refusal::CardExpired));
        }
        assert!(gate.take("a", &here, 1_000).is_ok());
    }

    #[test]
    fn a_click_within_the_cards_first_300_ms_does_not_call_and_a_later_one_does() {
        let mut gate = Gate::default();
        open(&mut gate, "0912 345 678", "a", 1_000);
        let here = page(1, "https://crm.example");
        assert_eq!(gate.take("a", &here, 1_299), Err(Refusal::NotNow));
        assert!(gate.take("a", &here, 1_300).is_ok());
    }

    #[test]
    fn a_card_left_open_for_ten_minutes_is_no_longer_good() {
        let mut gate = Gate::default();
        open(&mut gate, "0912 345 678", "a", 0);
        let late = gate.take("a", &page(1, "https://crm.example"), CARD_LIFE);
        assert_eq!(late, Err(Refusal::CardExpired));
    }

    #[test]
    fn the_seventh_call_in_a_minute_from_one_origin_is_refused_also_over_many_tabs() {
        let mut gate = Gate::default();
        for tab in 0..7 {
            let page = page(tab, "https://spam.example");
            let id = tab.to_string();
            gate.open_card(
                &text("0912 345 678"),
                page.clone(),
                &Settings::default(),
                id.clone(),
                0,
            );
            let taken = gate.take(&id, &page, 1_000);
            assert_eq!(taken.is_ok(), tab < 6, "call {tab}");
        }
        let later = page(6, "https://spam.example");
        assert!(
            gate.take("6", &later, 1_000 + RATE_WINDOW).is_ok(),
            "a minute later"
        );
    }

    #[test]
    fn service_codes_hosts_and_headers_are_refused_with_their_reason() {
        let mut gate = Gate::default();
        let mut link = |href: &str| {
            let source = NumberSource::Link { href: href.into() };
            gate.open_card(
                &source,
                page(1, "https://evil.example"),
                &Settings::default(),
                "a".into(),
                0,
            )
        };
        assert_eq!(
            link("tel:*21*0912345678%23").refusal,
            Some(Refusal::ServiceCode)
        );
        assert_eq!(
            link("sip:0912345678@h?Replaces=x").refusal,
            Some(Refusal::LinkNotAllowed)
        );
        let long = format!("tel:{}", "1".repeat(2_000));
        assert_eq!(link(&long).refusal, Some(Refusal::TooLong));
        assert_eq!(gate, Gate::default(), "nothing is kept of what was refused");
    }

    #[test]
    fn a_page_that_opens_cards_without_end_fills_nothing() {
        let mut gate = Gate::default();
        for n in 0..1_000 {
            open(&mut gate, "0912 345 678", &n.to_string(), 0);
        }
        assert_eq!(gate.cards.len(), MAX_CARDS);
    }

    #[test]
    fn the_first_call_to_a_country_and_a_premium_number_are_asked_about_in_our_own_window() {
        let here = page(1, "https://crm.example");
        for (number, caution) in [
            ("+44 20 7946 0018", Caution::FirstCountry),
            ("1900 6789", Caution::Premium),
        ] {
            let mut gate = Gate::default();
            assert_eq!(open(&mut gate, number, "a", 0).refusal, None, "{number}");
            assert_eq!(gate.take("a", &here, 1_000), Ok(Taken::Ask("a".into())));
            let asked = gate.pending("a", 2_000).expect("it waits");
            assert_eq!(
                (asked.caution, asked.site.as_str()),
                (Some(caution), "crm.example")
            );
            assert!(gate.confirm("a", 3_000).is_ok(), "{number}");
            assert_eq!(
                gate.confirm("a", 3_000),
                Err(Refusal::CardExpired),
                "good once"
            );
        }
    }

    #[test]
    fn a_country_that_was_confirmed_once_is_not_asked_about_again() {
        let settings = Settings {
            known_countries: vec!["GB".into()],
            ..Settings::default()
        };
        let mut gate = Gate::default();
        let here = page(1, "https://crm.example");
        gate.open_card(
            &text("+44 20 7946 0018"),
            here.clone(),
            &settings,
            "a".into(),
            0,
        );
        assert!(matches!(gate.take("a", &here, 1_000), Ok(Taken::Dial(_))));
    }

    #[test]
    fn an_answer_that_comes_after_ten_minutes_dials_nothing() {
        let mut gate = Gate::default();
        open(&mut gate, "1900 6789", "a", 0);
        assert!(
            gate.take("a", &page(1, "https://crm.example"), 1_000)
                .is_ok()
        );
        assert_eq!(
            gate.confirm("a", 1_000 + CARD_LIFE),
            Err(Refusal::CardExpired)
        );
    }

    #[test]
    fn one_click_calls_only_where_the_person_switched_it_on_and_nothing_costly() {
        let here = page(1, "https://crm.example");
        let one_click = Settings {
            one_click: true,
            ..Settings::default()
        };
        for (settings, number, called) in [
            (&Settings::default(), "0912 345 678", false),
            (&one_click, "0912 345 678", true),
            (&one_click, "1900 6789", false),
            (&one_click, "+44 20 7946 0018", false),
        ] {
            let mut gate = Gate::default();
            gate.open_card(&text(number), here.clone(), settings, "a".into(), 0);
            let taken = gate.take_directly("a", &here, settings, 0);
            assert_eq!(taken.map(|number| number.is_some()), Ok(called), "{number}");
        }
    }

    #[test]
    fn one_click_is_for_the_sites_own_frames_and_not_for_digits_that_nobody_has_seen() {
        let one_click = Settings {
            one_click: true,
            ..Settings::default()
        };
        let cases = [
            ("tel:0912345678", "https://crm.example", true),
            ("tel:0912345678", "https://ads.example", false),
            ("tel:0912345678,,1%23", "https://crm.example", false),
        ];
        for (href, origin, is_direct) in cases {
            let mut gate = Gate::default();
            let page = page(1, origin);
            let source = NumberSource::Link { href: href.into() };
            gate.open_card(&source, page.clone(), &one_click, "a".into(), 0);
            let taken = gate.take_directly("a", &page, &one_click, 10);
            assert_eq!(
                taken.expect("a card").is_some(),
                is_direct,
                "{href} {origin}"
            );
        }
    }

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
    fn one_click_is_limited_like_any_other_call_of_a_page() {
        let here = page(1, "https://crm.example");
        let settings = Settings {
            one_click: true,
            ..Settings::default()
        };
        let mut gate = Gate::default();
        for n in 0..7 {
            let id = n.to_string();
            gate.open_card(
                &text("0912 345 678"),
                here.clone(),
                &settings,
                id.clone(),
                0,
            );
            let taken = gate.take_directly(&id, &here, &settings, 0);
            assert_eq!(
                taken == Err(Refusal::TooMany),
                n == 6,
                "call {n}: {taken:?}"
            );
        }
    }

    #[test]
    fn a_selection_is_called_from_the_menu_and_an_address_of_another_program_is_asked_about() {
        let mut gate = Gate::default();
        let mut wish = |source: &NumberSource, unseen| {
            gate.wish(source, "", &Settings::default(), unseen, "a".into(), 0)
        };
        let (taken, _) = wish(&text(" 0912 345 678 "), false);
        assert_eq!(taken, Some(Taken::Dial(plain("0912345678"))));
        let tel = NumberSource::Link {
            href: "tel:0912345678".into(),
        };
        let (taken, asked) = wish(&tel, true);
        assert_eq!(taken, Some(Taken::Ask("a".into())));
        assert_eq!(asked.caution, Some(Caution::Unseen));
        let (taken, refused) = wish(&text("*21*0912345678#"), false);
        assert_eq!((taken, refused.refusal), (None, Some(Refusal::ServiceCode)));
    }

    #[test]
    fn a_card_shows_hidden_digits_and_dials_the_whole_number() {
        let settings = Settings {
            mask: alo_numbers::Mask::parse("start", 4, "x"),
            ..Settings::default()
        };
        let mut gate = Gate::default();
        let here = page(1, "https://crm.example");
        let card = gate.open_card(
            &text("0912 345 678"),
            here.clone(),
            &settings,
            "a".into(),
            0,
        );
        assert_eq!((card.display.as_str(), card.masked), ("xxxx 345 678", true));
        assert_eq!(
            gate.take("a", &here, 1_000),
            Ok(Taken::Dial(plain("0912345678")))
        );
    }
}
