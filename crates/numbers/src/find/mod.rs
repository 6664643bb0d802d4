//! Finding phone numbers in text.
//!
//! Chains of digit groups are cut out ([`chain`]), what is plainly something else is marked
//! ([`shape`]), and the longest stretches that a numbering plan knows are kept when what stands
//! around them allows it ([`context`], [`labels`]).
//!
//! Rules that few texts need are `#[inline(never)]`: an engine compiles a wasm function when it is first called,
//! so a rare rule inside a large function would cost every start of the worker (docs/numbers.md). So are rules with
//! several callers, which would be compiled once for each.

mod at_once;
mod banks;
mod bare;
mod beside;
mod cell;
mod chain;
mod column;
mod context;
mod evidence;
mod ext;
mod folded;
mod labels;
mod language;
mod language_words;
mod lines;
mod neighbours;
mod options;
mod reading;
mod search;
mod shape;
mod short;
mod tail;
mod unspaced;
mod vanity;
mod window;
mod words;
mod written;

use std::ops::Range;

use crate::text::{self, Class, Unit};
use crate::{Country, Kind, Number, plan};
use chain::{Chain, Group};
pub use column::{COLUMN_HINT, FoundIn, Run};
use language::Speech;
pub use options::{Options, PageHints, Pattern, Strictness};
use search::Page;
use window::Windows;

/// Fewest digits of a number that a plan knows.
const MIN_DIGITS: usize = 7;
/// Bytes of UTF-8 that are read in front of digits (marks, currencies; labels are looked for further
/// back) and behind them (extensions).
const BYTES_BEFORE: usize = 12;
const BYTES_AFTER: usize = 40;
/// Most groups people write a number in.
const MAX_GROUPS: usize = 7;

/// How sure it is that a number is one, and of which country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Digits that could be a number of the default country.
    Low,
    /// Begins like one or is grouped like one, at home.
    Fair,
    /// Says its country, has an extension or stands behind a word such as `Tel`.
    High,
}

impl Confidence {
    /// One step less.
    fn lowered(self) -> Self {
        match self {
            Self::High => Self::Fair,
            Self::Fair | Self::Low => Self::Low,
        }
    }
}

/// Why the country of a number is not certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Nothing but the page itself says the country (see [`PageHints`]).
    Guessed,
    /// The digits are a number of this country, too, which the page hints at.
    Rival(Country),
}

/// A number in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it begins, in UTF-16 units.
    pub start_utf16: u32,
    /// Where it ends (exclusive), in UTF-16 units; an extension is inside.
    pub end_utf16: u32,
    /// The number.
    pub number: Number,
    /// Digits of the extension.
    pub ext: Option<String>,
    /// See [`Confidence`].
    pub confidence: Confidence,
    /// The text of the span alone does not say this number: the last digits of a neighbour
    /// (`0901 234 567 / 568`), or a number of the country that the page hints at. Whoever dials has to
    /// take `number` and must not read the span again.
    pub needs_context: bool,
    /// Its country may be another one; whoever shows the number has to say so.
    pub doubt: Option<Doubt>,
}

impl Found {
    /// See [`Number::e164`].
    #[must_use]
    pub fn e164(&self) -> String {
        self.number.e164()
    }

    /// See [`Number::kind`].
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.number.kind()
    }

    /// See [`Number::country`].
    #[must_use]
    pub fn country(&self) -> Option<Country> {
        self.number.country()
    }
}

/// Finds the numbers of a text, in order and without overlap.
#[must_use]
pub fn find(text: &str, options: &Options) -> Vec<Found> {
    find_labelled(text, "", options)
}

/// Finds the numbers of a text that stands under `hint`: the header of its column, the term that it
/// describes, the label of its field. A label in the text itself counts for more.
#[must_use]
pub fn find_labelled(text: &str, hint: &str, options: &Options) -> Vec<Found> {
    let mut found = Vec::new();
    Finder::new(options).find(text, hint, &mut found);
    found
}

/// Finds numbers in many texts, in memory that is used again for each.
#[derive(Debug)]
pub struct Finder<'a> {
    options: &'a Options,
    /// Fewest digits of anything that is looked at.
    fewest: usize,
    /// The page hints at another country than home.
    abroad: bool,
    /// See [`plan::openings`].
    openings: u16,
    /// See [`plan::Lengths`]; none where they do not tell.
    lengths: Option<&'static plan::Lengths>,
    units: Vec<Unit>,
    chain: Chain,
}

impl<'a> Finder<'a> {
    /// With these settings for all texts.
    #[must_use]
    pub fn new(options: &'a Options) -> Self {
        let fewest = options
            .internal
            .iter()
            .map(Pattern::len)
            .fold(MIN_DIGITS, usize::min);
        let abroad = options.hints.abroad(options.country).next().is_some();
        Self {
            options,
            fewest,
            abroad,
            openings: if abroad {
                plan::ANY_OPENING
            } else {
                plan::openings(options.country)
            },
            lengths: plan::lengths(options.country).filter(|_| !abroad && fewest == MIN_DIGITS),
            units: Vec::new(),
            chain: Chain::default(),
        }
    }

    /// Appends what [`find_labelled`] finds.
    pub fn find(&mut self, text: &str, hint: &str, found: &mut Vec<Found>) {
        let before = found.len();
        self.find_digits(text, hint, found);
        if self.options.vanity {
            self.units.clear();
            text::read(text, &mut self.units);
            let mut own = found.split_off(before);
            vanity::find(&self.units, &mut own);
            found.append(&mut own);
        }
    }

    fn find_digits(&mut self, text: &str, heading: &str, found: &mut Vec<Found>) {
        let mut windows = Windows::new(text, self.fewest);
        let mut label = None;
        let mut speech = Speech::new(text);
        let seen = bare::Seen::default();
        // Bytes whose length in UTF-16 is known.
        let (mut known, mut utf16) = (0, 0);
        while let Some(window) = windows.next() {
            let linked = at_once::may_be_linked(text, &window);
            let commas = at_once::has_commas(text, &window);
            if commas {
                // What stands behind is read from the last group on, as where no number has commas.
                windows.at = window.end - at_once::LAST;
            }
            let may_hold = |lengths| window::may_hold(text, &window, lengths);
            if !self.lengths.is_none_or(may_hold) && !linked {
                continue;
            }
            let hint = *label.get_or_insert_with(|| labels::above(heading, text));
            let from = text.ceil_char_boundary(window.start.saturating_sub(BYTES_BEFORE));
            let to = text.floor_char_boundary(window.end + BYTES_AFTER);
            let part = |from, to| text.get(from..to).unwrap_or_default();
            utf16 += window::utf16_len(part(known, from));
            known = from;
            self.units.clear();
            let at = text::read_from(part(from, window.start), utf16, &mut self.units);
            let first = self.units.len();
            let at = text::read_from(part(window.start, window.end), at, &mut self.units);
            let last = self.units.len();
            text::read_from(part(window.end, to), at, &mut self.units);
            speech.move_to(&window);
            let page = Page {
                units: &self.units,
                before: part(0, from),
                speech: &speech,
                seen: &seen,
                heading,
                hint,
                options: self.options,
                abroad: self.abroad,
                openings: self.openings,
                lengths: self.lengths,
            };
            let done = if linked || commas {
                at_once::read(&page, text, &window, first, found)
            } else {
                first
            };
            if commas {
                // No digits of it are a number of their own.
                windows.at = windows.at.max(window.start + (done - first));
                continue;
            }
            let end = read_window(&page, &mut self.chain, done..last, self.fewest, found);
            if let Some(done) = self.units.get(last..end) {
                // An extension was read behind the window.
                let beyond: usize = done.iter().map(|unit| unit.ch.len_utf8()).sum();
                windows.at = windows.at.max(window.end + beyond);
            }
        }
    }
}

/// Finds the numbers in a range of units; gives the index to go on at.
fn read_window(
    page: &Page<'_>,
    chain: &mut Chain,
    Range {
        start: first,
        end: last,
    }: Range<usize>,
    fewest: usize,
    found: &mut Vec<Found>,
) -> usize {
    let before = page.units.get(..first).unwrap_or_default();
    let opening = before
        .iter()
        .rev()
        .take_while(|unit| matches!(unit.class, Class::Plus | Class::Open | Class::Invisible));
    let mut at = first - opening.count();
    // `+ 353 1 634 7887`
    if let [.., plus, blank] = before
        && (plus.class, blank.class) == (Class::Plus, Class::Space)
    {
        at = first - 2;
    }
    while at < last {
        let Some(unit) = page.units.get(at) else {
            break;
        };
        if !unit.class.begins_number() || chain.read(page.units, at).is_none() {
            at += 1;
            continue;
        }
        at = chain.end;
        let digits: usize = chain.groups.iter().map(Group::len).sum();
        if digits < fewest {
            continue;
        }
        if digits >= MIN_DIGITS {
            shape::mark(chain);
            let hotline = page.options.country == Country::VN && unmark_hotline(page, chain);
            let known = found.len();
            at = at.max(search::search(page, chain, found));
            // Without the word it is a span of years again.
            for own in found.iter_mut().skip(known) {
                own.needs_context |= hotline;
            }
        } else {
            found.extend(short::read(page, chain));
        }
    }
    at
}

/// `Tổng đài: 1900-1954`: behind a word for a hotline that is no stretch of years; whether it was one.
fn unmark_hotline(page: &Page<'_>, chain: &mut Chain) -> bool {
    let [head, last] = chain.groups.as_mut_slice() else {
        return false;
    };
    let hotline = matches!(head.digits.as_bytes(), b"1800" | b"1900") && head.dead;
    let before = page.units.get(..head.from).unwrap_or_default();
    if !hotline || !labels::names_hotline(page.before, before) {
        return false;
    }
    (head.dead, last.dead) = (false, false);
    true
}
