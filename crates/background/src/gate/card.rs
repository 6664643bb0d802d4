//! Cards: what was clicked on a page, kept until the same document asks for the call.

use alo_protocol::{CardAnswer, Caution, NumberSource, PageKey, Refusal};
use serde::{Deserialize, Serialize};

use super::shown::{Shown, read, refused_text};
use super::{Dial, Gate, Taken};
use crate::settings::Settings;
use crate::time_zone;

/// A click sooner than this after the card was asked for was not aimed at it, ms.
pub const CARD_MIN_AGE: u64 = 300;
/// Calls that one origin or one tab may place within [`RATE_WINDOW`].
pub const RATE_LIMIT: usize = 6;
/// See [`RATE_LIMIT`], ms.
pub const RATE_WINDOW: u64 = 60 * 1000;
/// Cards kept; opening more forgets the oldest.
const MAX_CARDS: usize = 32;

/// A card that is open somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Card {
    id: String,
    shown: Shown,
    page: PageKey,
    pub(super) opened_at: u64,
}

/// A call that was placed from a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Placed {
    tab: i32,
    origin: String,
    pub(super) at: u64,
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
                    doubt: shown.doubt.clone(),
                    time_zones: shown.country.as_deref().map_or_else(Vec::new, |country| {
                        time_zone::of(country, target.e164.as_deref())
                    }),
                    post_dial: shown.post_dial.clone(),
                    one_click: (is_sites_own(&page)
                        && !page.is_private
                        && !settings.one_click_is_set)
                        .then_some(settings.one_click_on(&page.origin)),
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
                display: settings.shown_name(&refused_text(source)),
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

    /// Takes a card that nobody has seen, because the page could not show it: always asked about first, and
    /// counted as a call, because it opens a window. Names what waits.
    ///
    /// # Errors
    /// The reason for the person.
    pub fn take_unseen(&mut self, id: &str, page: &PageKey, now: u64) -> Result<String, Refusal> {
        let index = self.find(id, page, now)?;
        let shown = &mut self.cards[index].shown;
        shown.caution.get_or_insert(Caution::Unseen);
        match self.place(index, now)? {
            Taken::Ask(id) => Ok(id),
            // Not with a caution.
            Taken::Dial(_) => Err(Refusal::NotNow),
        }
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
        if !settings.one_click_on(&page.origin)
            || !is_sites_own(page)
            || card.caution.is_some()
            || card.has_to_be_seen()
        {
            return Ok(None);
        }
        match self.place(index, now)? {
            Taken::Dial(dial) => Ok(Some(dial)),
            Taken::Ask(_) => Ok(None),
        }
    }

    /// The number on a card, as the finder names it, to be kept for its site as none; the card stays good.
    ///
    /// # Errors
    /// The reason for the person: also a private window, whose sites are not kept.
    pub fn found(&mut self, id: &str, page: &PageKey, now: u64) -> Result<String, Refusal> {
        let index = self.find(id, page, now)?;
        not_private(page)?;
        Ok(self.cards[index].shown.found.clone())
    }

    /// What the person has on a card to call from. True where that is to be kept for the site: it is another one than
    /// the card was opened with, and the window is not private. False, too, where there is no such card.
    pub fn choose_hotline(&mut self, id: &str, page: &PageKey, hotline: &str, now: u64) -> bool {
        let Ok(index) = self.find(id, page, now) else {
            return false;
        };
        let shown = &mut self.cards[index].shown.dial.hotline;
        let is_other = shown.as_deref() != Some(hotline);
        *shown = Some(hotline.to_owned());
        is_other && !page.is_private
    }

    /// The site that a card's switch for calling at a click is about; the card stays good.
    ///
    /// # Errors
    /// The reason for the person: also a press that was not aimed at the card, a frame of others, whose word
    /// is none about the site that they stand in, and a private window, whose sites are not kept.
    pub fn site_to_switch(
        &mut self,
        id: &str,
        page: &PageKey,
        now: u64,
    ) -> Result<String, Refusal> {
        let index = self.find(id, page, now)?;
        if !is_sites_own(page) || now.saturating_sub(self.cards[index].opened_at) < CARD_MIN_AGE {
            return Err(Refusal::NotNow);
        }
        not_private(page)?;
        Ok(page.site.clone())
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
}

/// Frames of others in a page have not been trusted with what the person said about it.
fn is_sites_own(page: &PageKey) -> bool {
    alo_protocol::host(&page.origin).as_deref() == Some(page.site.as_str())
}

/// What was said about a page of a private window would stand in the storage under its host's name.
fn not_private(page: &PageKey) -> Result<(), Refusal> {
    if page.is_private {
        Err(Refusal::PrivateWindow)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
