//! The consent gate: what a page may have dialled, and how often.
//!
//! A page's content script can only ask for a card to be opened on what a person clicked; the gate
//! reads the number itself, keeps it under a fresh name, and dials exactly that when the same
//! document asks for it by that name. The whole gate is a small value in session storage, because
//! the worker may die between a card and its click.

mod card;
mod question;
mod shown;

use serde::{Deserialize, Serialize};

pub use card::{CARD_MIN_AGE, RATE_LIMIT, RATE_WINDOW};
pub use question::QUESTION_MIN_AGE;
pub use shown::Dial;

/// A card, and a call that waits for the person's word, is good for this long, ms.
pub const CARD_LIFE: u64 = 10 * 60 * 1000;

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
    cards: Vec<card::Card>,
    placed: Vec<card::Placed>,
    pending: Vec<question::Pending>,
}

impl Gate {
    fn forget_old(&mut self, now: u64) {
        self.cards
            .retain(|card| now.saturating_sub(card.opened_at) < CARD_LIFE);
        self.placed
            .retain(|call| now.saturating_sub(call.at) < RATE_WINDOW);
        self.pending
            .retain(|pending| now.saturating_sub(pending.at) < CARD_LIFE);
    }
}

/// What the tests of the parts share.
#[cfg(test)]
mod fixtures {
    use alo_protocol::{CardAnswer, NumberSource, PageKey};

    use super::{Dial, Gate};
    use crate::settings::Settings;

    pub(super) fn page(tab: i32, origin: &str) -> PageKey {
        PageKey {
            tab,
            frame: 0,
            document: "D1".into(),
            origin: origin.into(),
            site: "crm.example".into(),
            is_private: false,
        }
    }

    pub(super) fn text(text: &str) -> NumberSource {
        NumberSource::Text { text: text.into() }
    }

    pub(super) fn open(gate: &mut Gate, number: &str, id: &str, now: u64) -> CardAnswer {
        gate.open_card(
            &text(number),
            page(1, "https://crm.example"),
            &Settings::default(),
            id.into(),
            now,
        )
    }

    /// A number without digits for after the answer.
    pub(super) fn plain(number: &str) -> Dial {
        Dial {
            number: number.into(),
            post_dial: None,
            hotline: None,
        }
    }
}
