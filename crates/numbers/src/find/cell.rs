//! A cell of a column: a short text with digits enough for a number.

use super::labels::{self, Label};
use super::{Confidence, Found, MAX_GROUPS, MIN_DIGITS};
use crate::text::{self, Class};
use crate::{Country, Number};

/// Longest cell that is looked at, bytes of UTF-8: more is prose, which belongs to no kind.
const MAX_CELL: usize = 64;
/// Digits of a cell that are kept, one more than any number has.
const MAX_KEPT: usize = 16;

/// See the module.
pub(super) struct Cell<'a> {
    text: &'a str,
    /// All of its digits; more than any number has are not kept.
    digits: [u8; MAX_KEPT],
    len: usize,
    /// Sizes of its groups, of the first few.
    groups: [usize; MAX_GROUPS],
    count: usize,
    plus: bool,
    /// There is more than digits and what stands between them.
    words: bool,
}

impl<'a> Cell<'a> {
    pub(super) fn read(text: &'a str) -> Option<Self> {
        if text.len() > MAX_CELL {
            return None;
        }
        let mut cell = Self {
            text,
            digits: [b'0'; MAX_KEPT],
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

    /// How its digits are grouped, for digits and what people set between them and nothing else.
    pub(super) fn shape(&self) -> Option<Shape> {
        (!self.words && !self.plus).then_some(Shape(self.groups))
    }

    /// More digits than any number has.
    pub(super) fn is_long(&self) -> bool {
        self.len >= MAX_KEPT
    }

    /// In several groups.
    pub(super) fn is_grouped(&self) -> bool {
        self.count > 1
    }

    fn digits(&self) -> &[u8] {
        self.digits.get(..self.len).unwrap_or_default()
    }

    pub(super) fn sizes(&self) -> &[usize] {
        self.groups.get(..self.count).unwrap_or_default()
    }

    /// The number that the digits are inside `country`.
    fn national(&self, country: Country) -> Option<Number> {
        Number::national(self.digits(), country).filter(Number::is_known)
    }

    /// What people of `country` would read this as: its prefixes, and in several groups its
    /// own grouping, which Germany has none of.
    pub(super) fn number_of(&self, country: Country) -> Option<Number> {
        self.national(country).filter(|number| {
            self.count <= 2 || number.writes_slash() || number.is_grouped_as(self.sizes())
        })
    }

    fn label_before(&self, found: &Found) -> Option<Label> {
        let mut utf16 = 0;
        let before = self.text.char_indices().find(|(_, ch)| {
            let here = utf16 == found.start_utf16;
            utf16 += if u32::from(*ch) > 0xFFFF { 2 } else { 1 };
            here
        });
        labels::nearest(self.text.get(..before?.0)?, &[])
    }

    /// Whether the text of a cell alone settles that this is a number, and whose.
    pub(super) fn settles(&self, found: &Found) -> bool {
        let own = !found.number.is_international() && found.confidence > Confidence::Low;
        self.plus
            || found.ext.is_some()
            || found.doubt.is_some()
            || self.words && (own || self.label_before(found) == Some(Label::Phone))
            || self.is_usual(found)
    }

    /// A number of home, grouped as there.
    pub(super) fn is_usual(&self, found: &Found) -> bool {
        let number = &found.number;
        !self.words && !number.is_international() && number.is_grouped_as(self.sizes())
    }
}

/// Sizes of the groups of a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Shape([usize; MAX_GROUPS]);
