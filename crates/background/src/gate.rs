//! The consent gate: what a page may have dialled, and how often.
//!
//! A page's content script can only ask for a card to be opened on what a person clicked; the gate
//! reads the number itself, keeps it under a fresh name, and dials exactly that when the same
//! document asks for it by that name. The whole gate is a small value in session storage, because
//! the worker may die between a card and its click.

use alo_numbers::{DialError, Options, Target};
use alo_protocol::{CardAnswer, NumberSource, PageKey, Refusal};
use serde::{Deserialize, Serialize};

/// A card is good for this long, ms.
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

/// A card that is open somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Card {
    id: String,
    number: String,
    /// Digits for after the answer, as the card showed them.
    #[serde(default)]
    post_dial: Option<String>,
    page: PageKey,
    opened_at: u64,
}

/// What a card stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// See the module's documentation. Times are Unix ms.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Gate {
    cards: Vec<Card>,
    placed: Vec<Placed>,
}

impl Gate {
    /// Reads what was clicked and, unless it is refused, keeps it under `id` (random, unguessable).
    pub fn open_card(
        &mut self,
        source: &NumberSource,
        page: PageKey,
        options: &Options,
        id: String,
        now: u64,
    ) -> CardAnswer {
        self.forget_old(now);
        match read(source, options) {
            Ok(target) => {
                let excess = (self.cards.len() + 1).saturating_sub(MAX_CARDS);
                self.cards.drain(..excess);
                let number = target.dial.to_string();
                self.cards.push(Card {
                    id: id.clone(),
                    number,
                    post_dial: target.post_dial.clone(),
                    page,
                    opened_at: now,
                });
                CardAnswer {
                    card: Some(id),
                    display: target.display,
                    country: target.country.map(|country| country.as_str().into()),
                    post_dial: target.post_dial,
                    refusal: None,
                }
            }
            Err(error) => CardAnswer {
                card: None,
                display: source_text(source)
                    .chars()
                    .filter(|c| !c.is_control())
                    .take(64)
                    .collect(),
                country: None,
                post_dial: None,
                refusal: Some(error.refusal()),
            },
        }
    }

    /// Takes a card: what to dial, or why not. A card is good once.
    pub fn take(&mut self, id: &str, page: &PageKey, now: u64) -> Result<Dial, Refusal> {
        self.forget_old(now);
        let found = self
            .cards
            .iter()
            .position(|card| card.id == id && card.page == *page);
        let index = found.ok_or(Refusal::CardExpired)?;
        if now.saturating_sub(self.cards[index].opened_at) < CARD_MIN_AGE {
            return Err(Refusal::NotNow);
        }
        let recent = self
            .placed
            .iter()
            .filter(|call| call.tab == page.tab || call.origin == page.origin);
        if recent.count() >= RATE_LIMIT {
            return Err(Refusal::TooMany);
        }
        let card = self.cards.remove(index);
        self.placed.push(Placed {
            tab: page.tab,
            origin: page.origin.clone(),
            at: now,
        });
        Ok(Dial {
            number: card.number,
            post_dial: card.post_dial,
        })
    }

    fn forget_old(&mut self, now: u64) {
        self.cards
            .retain(|card| now.saturating_sub(card.opened_at) < CARD_LIFE);
        self.placed
            .retain(|call| now.saturating_sub(call.at) < RATE_WINDOW);
    }
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
        }
    }

    fn text(text: &str) -> NumberSource {
        NumberSource::Text { text: text.into() }
    }

    fn open(gate: &mut Gate, number: &str, id: &str, now: u64) -> CardAnswer {
        gate.open_card(
            &text(number),
            page(1, "https://crm.example"),
            &Options::default(),
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
        assert_eq!(taken.map(|dial| dial.number), Ok("0912345678".into()));
    }

    #[test]
    fn the_digits_that_the_card_showed_go_along() {
        let mut gate = Gate::default();
        let crm = page(1, "https://crm.example");
        let source = NumberSource::Link {
            href: "tel:02838881234,,12%23".into(),
        };
        let answer = gate.open_card(&source, crm.clone(), &Options::default(), "a".into(), 0);
        assert_eq!(answer.post_dial.as_deref(), Some(",,12#"));
        let taken = gate.take("a", &crm, 1_000);
        let expected = Dial {
            number: "02838881234".into(),
            post_dial: Some(",,12#".into()),
        };
        assert_eq!(taken, Ok(expected));
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
                &Options::default(),
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
                &Options::default(),
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
}
