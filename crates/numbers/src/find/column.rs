//! What the other cells of a column say about one of them.
//!
//! Ten bare digits under no header are a phone number where the cells around them are, and a tax code
//! where most of those cannot be one. Nothing is remembered: the runs of one message are judged by
//! themselves (docs/numbers.md, "Columns").

use super::labels::{self, Label};
use super::{Confidence, Finder, Found, MAX_GROUPS, MIN_DIGITS, Strictness};
use crate::text::{self, Class};
use crate::{Country, Number, plan};

/// Fewest cells with digits enough that say something about a column.
const LEAST_CELLS: u32 = 6;
/// Fewest numbers of another country that make it a rival of home.
const LEAST_RIVALS: u32 = 3;
/// Longest cell that is looked at, bytes of UTF-8: more is prose, which belongs to no kind.
const MAX_CELL: usize = 64;
/// A hint that says "phone number", for cells whose column says so.
pub const COLUMN_HINT: &str = "tel";

/// A text with its place on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Run<'a> {
    /// As a person reads it.
    pub text: &'a str,
    /// As in [`find_labelled`](super::find_labelled).
    pub hint: &'a str,
    /// Which column it stands in: any name below the count of the runs; others are none.
    pub column: Option<u32>,
}

/// A number that [`Finder::find_all`] has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundIn {
    /// Index of the run.
    pub run: u32,
    /// What and where in that run.
    pub found: Found,
    /// Found only because its column is one of phone numbers: under [`COLUMN_HINT`] it is found again.
    pub by_column: bool,
}

impl Finder<'_> {
    /// Finds the numbers of many texts, in order. Those that stand in a column count for each other:
    /// bare digits are left out where most of their column is something else or another country's,
    /// and taken where it is plainly phone numbers. The time is linear in the texts.
    #[must_use]
    pub fn find_all(&mut self, runs: &[Run<'_>]) -> Vec<FoundIn> {
        let mut all = Vec::new();
        let mut own = Vec::new();
        let mut columns: Vec<Evidence> = Vec::new();
        let judged = self.options.strictness == Strictness::Normal;
        let column_of = |run: &Run<'_>| {
            let column = run.column.filter(|_| judged)?;
            usize::try_from(column).ok().filter(|it| *it < runs.len())
        };
        for (at, run) in (0..).zip(runs) {
            self.find(run.text, run.hint, &mut own);
            if let Some(column) = column_of(run)
                && let Some(cell) = Cell::read(run.text)
            {
                if columns.len() <= column {
                    columns.resize(column + 1, Evidence::default());
                }
                if let Some(evidence) = columns.get_mut(column) {
                    evidence.add(&cell, run.hint, &own, self.options.country);
                }
            }
            all.extend(own.drain(..).map(|found| FoundIn {
                run: at,
                found,
                by_column: false,
            }));
        }
        let verdicts: Vec<_> = columns.iter().map(Evidence::verdict).collect();
        if verdicts.iter().all(Verdict::is_nothing) {
            return all;
        }
        let mut kept = Vec::with_capacity(all.len());
        let mut all = all.into_iter().peekable();
        for (at, run) in (0..).zip(runs) {
            let verdict = column_of(run).and_then(|column| verdicts.get(column));
            let cell = verdict
                .filter(|verdict| !verdict.is_nothing())
                .and_then(|verdict| Some((verdict, Cell::read(run.text)?)));
            let mut any = false;
            while let Some(next) = all.next_if(|next| next.run == at) {
                any = true;
                let stays = cell.as_ref().is_none_or(|(verdict, cell)| {
                    verdict.keeps(cell, &next.found, self.options.country)
                });
                if stays {
                    kept.push(next);
                }
            }
            if let Some((verdict, cell)) = cell
                && verdict.takes
                && !any
                && cell.is_pure()
            {
                self.find(run.text, COLUMN_HINT, &mut own);
                kept.extend(own.drain(..).map(|found| FoundIn {
                    run: at,
                    found,
                    by_column: true,
                }));
            }
        }
        kept
    }
}

/// A short text with digits enough for a number.
struct Cell {
    /// All of its digits; more than any number has are not kept.
    digits: [u8; Self::MOST],
    len: usize,
    /// Sizes of its groups, of the first few.
    groups: [usize; MAX_GROUPS],
    count: usize,
    plus: bool,
    /// There is more than digits and what stands between them.
    words: bool,
}

impl Cell {
    const MOST: usize = 16;

    fn read(text: &str) -> Option<Self> {
        if text.len() > MAX_CELL {
            return None;
        }
        let mut cell = Self {
            digits: [b'0'; Self::MOST],
            len: 0,
            groups: [0; MAX_GROUPS],
            count: 0,
            plus: false,
            words: false,
        };
        let mut open = false;
        for ch in text.trim().chars() {
            match text::class(ch) {
                Class::Digit(value) => {
                    if let Some(place) = cell.digits.get_mut(cell.len) {
                        *place = b'0' + value;
                    }
                    cell.len += 1;
                    cell.count += usize::from(!open);
                    open = true;
                    if let Some(size) = cell.groups.get_mut(cell.count - 1) {
                        *size += 1;
                    }
                    continue;
                }
                Class::Invisible => continue,
                Class::Plus => cell.plus = true,
                Class::Letter | Class::Ideograph | Class::Other | Class::Break => cell.words = true,
                Class::Open | Class::Close | Class::Space => {}
                Class::Dash | Class::Dot | Class::Slash => {}
            }
            open = false;
        }
        (cell.len >= MIN_DIGITS).then_some(cell)
    }

    /// Digits and what people set between them, nothing else.
    fn is_pure(&self) -> bool {
        !self.words
    }

    fn digits(&self) -> &[u8] {
        self.digits.get(..self.len).unwrap_or_default()
    }

    fn sizes(&self) -> &[usize] {
        self.groups.get(..self.count).unwrap_or_default()
    }

    /// The number that the digits are inside `country`.
    fn national(&self, country: Country) -> Option<Number> {
        let number = Number::resolve(false, self.digits(), country)?;
        (!number.is_international() && number.is_known()).then_some(number)
    }

    /// Whether the text of a cell alone settles that this is a number, and whose.
    fn settles(&self, found: &Found) -> bool {
        let number = &found.number;
        if self.words {
            return found.confidence > Confidence::Low;
        }
        self.plus
            || found.ext.is_some()
            || found.doubt.is_some()
            || (self.count > 1 && !number.is_international() && number.is_grouped_as(self.sizes()))
    }
}

/// Countries whose prefixes are known; see [`plan::known`].
const MOST_PLANS: usize = 16;

/// What the cells of one column are, counted.
#[derive(Clone, Copy, Debug, Default)]
struct Evidence {
    /// Numbers of home that their own text settles.
    home: u32,
    /// Numbers with the calling code of somewhere else.
    abroad: u32,
    /// Numbers of home that only their digits speak for.
    open: u32,
    /// No number at home, but grouped as one is elsewhere.
    foreign: u32,
    /// No number.
    codes: u32,
    /// Of those that are no number at home, how many may be one in each of the known countries.
    elsewhere: [u32; MOST_PLANS],
}

impl Evidence {
    fn add(&mut self, cell: &Cell, hint: &str, found: &[Found], home: Country) {
        let Some(first) = found.first() else {
            if self.is_foreign(cell, home) {
                self.foreign += 1;
            } else {
                self.codes += 1;
            }
            return;
        };
        let abroad = first.number.country() != Some(home);
        match cell.settles(first) {
            true if abroad => self.abroad += 1,
            true => self.home += 1,
            false if labels::of_hint(hint) == Some(Label::Phone) && abroad => self.abroad += 1,
            false => self.open += 1,
        }
    }

    /// Counts where the digits of a cell, which are no number at home, would be one; whether they are
    /// grouped as there.
    fn is_foreign(&mut self, cell: &Cell, home: Country) -> bool {
        if !cell.is_pure() || cell.plus || cell.len >= Cell::MOST {
            return false;
        }
        let mut grouped = false;
        for (country, count) in plan::known().zip(&mut self.elsewhere) {
            if country != home
                && let Some(number) = cell.national(country)
            {
                *count += 1;
                grouped |= number.is_grouped_as(cell.sizes());
            }
        }
        grouped
    }

    fn verdict(&self) -> Verdict {
        let phones = self.home + self.abroad + self.foreign;
        let all = phones + self.open + self.codes;
        if all < LEAST_CELLS {
            return Verdict::default();
        }
        let own = self.home + self.open;
        let mut rivals = 0;
        for (at, count) in self.elsewhere.iter().enumerate() {
            if *count > own && *count >= LEAST_RIVALS {
                rivals |= 1 << at;
            }
        }
        Verdict {
            drops: self.codes > phones + self.open,
            rivals,
            takes: phones * 2 >= all,
        }
    }
}

/// What is done with the cells of a column.
#[derive(Clone, Copy, Debug, Default)]
struct Verdict {
    /// What only its digits speak for is no number.
    drops: bool,
    /// Countries, bit by bit, whose numbers are nobody's here.
    rivals: u16,
    /// Digits that may be a number are one.
    takes: bool,
}

impl Verdict {
    fn is_nothing(&self) -> bool {
        !self.drops && self.rivals == 0 && !self.takes
    }

    fn keeps(&self, cell: &Cell, found: &Found, home: Country) -> bool {
        if cell.settles(found) {
            return true;
        }
        let rivals = || {
            let set = plan::known()
                .zip(0..)
                .filter(|(country, at)| *country != home && self.rivals >> at & 1 == 1);
            set.map(|(country, _)| country)
        };
        !self.drops
            && (cell.words
                || found.number.is_international()
                || !rivals().any(|country| cell.national(country).is_some()))
    }
}
