//! The consent gate: what a page may have dialled, and how often.
//!
//! A page's content script can only ask for a card to be opened on what a person clicked; the gate
//! reads the number itself, keeps it under a fresh name, and dials exactly that when the same
//! document asks for it by that name. The whole gate is a small value in session storage, because
//! the worker may die between a card and its click.

use alo_numbers::{Country, DialString, Link};
use alo_protocol::{CardAnswer, NumberSource, Refusal};
use serde::{Deserialize, Serialize};

use crate::sender::PageKey;

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
    page: PageKey,
    opened_at: u64,
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
        country: &str,
        id: String,
        now: u64,
    ) -> CardAnswer {
        self.forget_old(now);
        let country = Country::parse(country).unwrap_or(Country::VN);
        let raw = match source {
            NumberSource::Text { text } => text,
            NumberSource::Link { href } => href,
        };
        match read(source, country) {
            Ok(number) => {
                let excess = (self.cards.len() + 1).saturating_sub(MAX_CARDS);
                self.cards.drain(..excess);
                let answer = CardAnswer {
                    card: Some(id.clone()),
                    display: alo_numbers::display(&number, country),
                    country: alo_numbers::country_of(&number, country).map(|c| c.code().into()),
                    refusal: None,
                };
                self.cards.push(Card { id, number, page, opened_at: now });
                answer
            }
            Err(refusal) => CardAnswer {
                card: None,
                display: raw.chars().filter(|c| !c.is_control()).take(64).collect(),
                country: None,
                refusal: Some(refusal),
            },
        }
    }

    /// Takes a card: the number to dial, or why not. A card is good once.
    pub fn take(&mut self, id: &str, page: &PageKey, now: u64) -> Result<String, Refusal> {
        self.forget_old(now);
        let found = self.cards.iter().position(|card| card.id == id && card.page == *page);
        let index = found.ok_or(Refusal::CardExpired)?;
        if now.saturating_sub(self.cards[index].opened_at) < CARD_MIN_AGE {
            return Err(Refusal::NotNow);
        }
        let recent =
            self.placed.iter().filter(|call| call.tab == page.tab || call.origin == page.origin);
        if recent.count() >= RATE_LIMIT {
            return Err(Refusal::TooMany);
        }
        let card = self.cards.remove(index);
        self.placed.push(Placed { tab: page.tab, origin: page.origin.clone(), at: now });
        Ok(card.number)
    }

    fn forget_old(&mut self, now: u64) {
        self.cards.retain(|card| now.saturating_sub(card.opened_at) < CARD_LIFE);
        self.placed.retain(|call| now.saturating_sub(call.at) < RATE_WINDOW);
    }
}

/// The number that a source stands for, under the strict rules for pages.
fn read(source: &NumberSource, country: Country) -> Result<String, Refusal> {
    match source {
        NumberSource::Text { text } if text.len() > MAX_TEXT => Err(Refusal::TooLong),
        NumberSource::Link { href } if href.len() > MAX_HREF => Err(Refusal::TooLong),
        NumberSource::Text { text } => {
            let options = alo_numbers::Options::new(country);
            // The number as the detector reads it, so that the card dials what was painted.
            if let [found] = &alo_numbers::find(text, &options)[..] {
                return Ok(found.number.clone());
            }
            DialString::parse_page(text).map(|dial| dial.to_string()).map_err(|e| e.refusal())
        }
        NumberSource::Link { href } => {
            Link::parse(href).map(|link| link.number.to_string()).map_err(|e| e.refusal())
        }
    }
}
