//! What the other cells of a column say about one of them.
//!
//! Ten bare digits under no header are a phone number where the cells around them are, and a tax code
//! where most of those cannot be one. Nothing is remembered: the runs of one message are judged by
//! themselves (docs/numbers.md, "Columns").

use super::cell::{Cell, Shape};
use super::labels::{self, Label};
use super::{Confidence, Finder, Found, Strictness};
use crate::{Country, Kind, plan};

/// Fewest cells with digits enough that say something about a column.
const LEAST_CELLS: u32 = 6;
/// Fewest numbers of another country that make it a rival of home.
const LEAST_RIVALS: u32 = 3;
/// Fewest cells of codes that say something about digits that are not written as they are.
const LEAST_CODES: u32 = 16;
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
            // Most runs.
            if own.is_empty() && run.column.is_none() {
                continue;
            }
            if judged && is_unspoken_for(run, &own) {
                own.clear();
            }
            if let Some(column) = column_of(run)
                && let Some(cell) = Cell::read(run.text)
            {
                if columns.len() <= column {
                    columns.resize(column + 1, Evidence::default());
                }
                if let Some(evidence) = columns.get_mut(column) {
                    evidence
                        .label
                        .get_or_insert_with(|| labels::of_hint(run.hint));
                    evidence.add(&cell, &own, self.options.country);
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
            let verdict = column_of(run)
                .and_then(|column| verdicts.get(column))
                .filter(|verdict| !verdict.is_nothing());
            let Some(verdict) = verdict else {
                kept.extend(std::iter::from_fn(|| all.next_if(|next| next.run == at)));
                continue;
            };
            let any = all.peek().is_some_and(|next| next.run == at);
            let cell = (any || verdict.takes)
                .then(|| Cell::read(run.text))
                .flatten();
            while let Some(next) = all.next_if(|next| next.run == at) {
                if cell
                    .as_ref()
                    .is_none_or(|cell| verdict.keeps(cell, &next.found))
                {
                    kept.push(next);
                }
            }
            if verdict.takes && !any && cell.is_some_and(|cell| cell.shape().is_some()) {
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

/// Ten bare digits that are a whole text and stand in no column are an order, an account or a tax code more
/// often than somebody in North America, whose plan takes one in four of any digits. One in forty have
/// its `1` in front, and hardly any begin like a line that is free to call.
fn is_unspoken_for(run: &Run<'_>, found: &[Found]) -> bool {
    let [own] = found else {
        return false;
    };
    let text = run.text.trim();
    run.column.is_none()
        && own.confidence == Confidence::Low
        && own.number.is_american()
        && own.number.kind() != Kind::TollFree
        && text.len() == 10
        && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Countries whose prefixes are known; see [`plan::known`].
const MOST_PLANS: usize = 16;
/// Ways of writing that are told apart in one column.
const MOST_SHAPES: usize = 8;

/// What the cells of one column are, counted.
#[derive(Clone, Copy, Debug, Default)]
struct Evidence {
    /// What its header says, that of its first cell.
    label: Option<Option<Label>>,
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
    /// How often those are written as there, or with its calling code: which of the countries it is, as
    /// the prefixes of some take nearly everything.
    written: [u32; MOST_PLANS],
    /// Ways in which cells are written, the first few, with how many of them are numbers and are none.
    shapes: [(Shape, u32, u32); MOST_SHAPES],
}

impl Evidence {
    fn add(&mut self, cell: &Cell<'_>, found: &[Found], home: Country) {
        let shape = cell.shape().and_then(|shape| self.counts_of(shape));
        if let Some((own, yes, no)) = shape {
            *own = cell.shape().unwrap_or_default();
            *(if found.is_empty() { no } else { yes }) += 1;
        }
        let Some(first) = found.first() else {
            if self.is_foreign(cell, home) {
                self.foreign += 1;
            } else {
                self.codes += 1;
            }
            return;
        };
        let country = first.number.country();
        let abroad = country != Some(home);
        if abroad {
            let own = plan::known().position(|known| Some(known) == country);
            if let Some(count) = own.and_then(|own| self.written.get_mut(own)) {
                *count += 1;
            }
        }
        match cell.settles(first) {
            true if abroad => self.abroad += 1,
            true => self.home += 1,
            false if abroad && self.label == Some(Some(Label::Phone)) => self.abroad += 1,
            false => self.open += 1,
        }
    }

    /// The counts of a way of writing, or room for it.
    fn counts_of(&mut self, shape: Shape) -> Option<&mut (Shape, u32, u32)> {
        let known = self.shapes.iter_mut();
        known
            .into_iter()
            .find(|(own, yes, no)| *own == shape || *yes + *no == 0)
    }

    /// Counts where the digits of a cell, which are no number at home, would be one; whether they are
    /// grouped as there.
    fn is_foreign(&mut self, cell: &Cell<'_>, home: Country) -> bool {
        if cell.shape().is_none() || cell.is_long() {
            return false;
        }
        let mut grouped = false;
        let counts = self.elsewhere.iter_mut().zip(&mut self.written);
        for (country, (count, written)) in plan::known().zip(counts) {
            if country != home
                && let Some(number) = cell.number_of(country)
            {
                *count += 1;
                grouped |= cell.is_grouped();
                *written += u32::from(number.is_grouped_as(cell.sizes()));
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
        let both = self.elsewhere.iter().zip(&self.written);
        let rival = both
            .zip(plan::known())
            .max_by_key(|((count, written), _)| *count + *written);
        let rival = rival.filter(|((count, _), _)| **count > own && **count >= LEAST_RIVALS);
        let named = matches!(
            self.label,
            Some(Some(Label::Other | Label::Amount | Label::Id))
        );
        let takes = !named && phones * 2 >= all;
        let mut codes = [None; MOST_SHAPES];
        for (place, (shape, yes, no)) in codes.iter_mut().zip(self.shapes) {
            *place = (!takes && no > yes && yes + no >= LEAST_CELLS).then_some(shape);
        }
        Verdict {
            takes,
            rival: rival.map(|(_, country)| country),
            codes,
            drops: !takes && self.codes >= LEAST_CODES && self.codes > 3 * (phones + self.open),
        }
    }
}

/// What is done with the cells of a column.
#[derive(Clone, Copy, Debug, Default)]
struct Verdict {
    /// What is written so is no number, were it grouped as numbers are.
    codes: [Option<Shape>; MOST_SHAPES],
    /// What only its digits speak for is no number.
    drops: bool,
    /// The country whose numbers are nobody's here.
    rival: Option<Country>,
    /// Digits that may be a number are one.
    takes: bool,
}

impl Verdict {
    fn is_nothing(&self) -> bool {
        !self.takes && !self.drops && self.rival.is_none() && self.codes == [None; MOST_SHAPES]
    }

    fn keeps(&self, cell: &Cell<'_>, found: &Found) -> bool {
        let shape = cell.shape();
        let code = shape.is_some() && self.codes.contains(&shape);
        if cell.settles(found) {
            return !code || !cell.is_usual(found);
        }
        let rival = self
            .rival
            .filter(|_| shape.is_some() && !found.number.is_international());
        !code && !self.drops && rival.is_none_or(|rival| cell.number_of(rival).is_none())
    }
}
