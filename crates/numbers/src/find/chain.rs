//! Runs of digit groups with what stands between them.

use super::MAX_GROUPS;
use crate::text::{Class, Unit, is_trunk_zero};

/// E.164, an international prefix and a trunk zero.
pub(super) const MAX_DIGITS: usize = 20;
/// Most characters between two groups.
const MAX_GAP: usize = 24;

/// What stands before a group.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Gap {
    pub(super) space: bool,
    /// Two or more blanks, which set columns off rather than groups.
    pub(super) wide: bool,
    /// Dash, dot or slash: the character's class.
    pub(super) mark: Option<Class>,
    pub(super) bracket: bool,
}

impl Gap {
    /// Blank space and nothing else.
    pub(super) fn is_blank(self) -> bool {
        self.space && self.mark.is_none() && !self.bracket
    }

    /// The same way of writing.
    pub(super) fn same(self, other: Self) -> bool {
        self.space == other.space && self.mark == other.mark && self.wide == other.wide
    }
}

/// ASCII digits; of more than any number has, the first ones.
#[derive(Clone, Copy, Debug)]
pub(super) struct Digits {
    bytes: [u8; MAX_DIGITS],
    len: u8,
}

impl Digits {
    pub(super) const NONE: Self = Self {
        bytes: [b'0'; MAX_DIGITS],
        len: 0,
    };

    /// A trunk zero.
    pub(super) const ZERO: Self = Self {
        bytes: [b'0'; MAX_DIGITS],
        len: 1,
    };

    fn push(&mut self, value: u8) {
        self.push_ascii(b'0' + value);
    }

    fn push_ascii(&mut self, digit: u8) {
        if let Some(place) = self.bytes.get_mut(usize::from(self.len)) {
            *place = digit;
        }
        self.len = self.len.saturating_add(1);
    }

    pub(super) fn extend(&mut self, more: &Self) {
        for digit in more.as_bytes() {
            self.push_ascii(*digit);
        }
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.bytes
            .get(..usize::from(self.len))
            .unwrap_or(&self.bytes)
    }

    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }

    pub(super) fn starts_with(&self, digit: char) -> bool {
        char::from(self.bytes[0]) == digit && self.len > 0
    }
}

/// Digits that stand together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub(super) digits: Digits,
    /// Index of its first unit, and the index after its last.
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) gap: Gap,
    /// Index of the bracket before it, and after it.
    pub(super) open: Option<usize>,
    pub(super) close: Option<usize>,
    /// `(0)` between calling code and number.
    pub(super) trunk_zero: bool,
    /// Part of a date, an address or the like: no number begins or ends here.
    pub(super) dead: bool,
}

impl Group {
    pub(super) fn value(&self) -> Option<u32> {
        let digits = self.digits.as_bytes();
        let value = |digits: &[u8]| {
            digits
                .iter()
                .fold(0, |sum, it| sum * 10 + u32::from(*it - b'0'))
        };
        (digits.len() < 10).then(|| value(digits))
    }

    pub(super) fn len(&self) -> usize {
        self.digits.len.into()
    }
}

/// Lengths of a few groups.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sizes {
    all: [usize; MAX_GROUPS],
    len: usize,
}

impl std::ops::Deref for Sizes {
    type Target = [usize];

    fn deref(&self) -> &[usize] {
        self.all.get(..self.len).unwrap_or_default()
    }
}

/// The lengths of at most [`MAX_GROUPS`] groups, but for a `(0)` behind a calling code.
pub(super) fn sizes(groups: &[Group]) -> Sizes {
    let mut sizes = Sizes {
        all: [0; MAX_GROUPS],
        len: 0,
    };
    for (at, group) in groups.iter().enumerate() {
        if at > 0 && group.trunk_zero {
            continue;
        }
        if let Some(place) = sizes.all.get_mut(sizes.len) {
            *place = group.len();
            sizes.len += 1;
        }
    }
    sizes
}

/// Groups that could be read as one thing.
#[derive(Clone, Debug, Default)]
pub(super) struct Chain {
    pub(super) groups: Vec<Group>,
    /// Index of a `+` before the first group.
    pub(super) plus: Option<usize>,
    /// The first index that is not looked at again.
    pub(super) end: usize,
}

/// Whether what stands before a `+` and a blank is nothing that it could add to: `Caller ID=+ 84…`, `☎ + 1 401…`, and behind a
/// word a calling code (`hoặc + 84 …`, but not `Lan + 0912…`); a letter alone is a variable.
#[inline(never)]
fn begins(units: &[Unit], plus: usize) -> bool {
    let before = units.get(..plus).unwrap_or_default();
    let last = before.iter().rposition(|unit| unit.class != Class::Space);
    let Some((at, last)) = last.and_then(|at| Some((at, before.get(at)?))) else {
        return true;
    };
    match last.class {
        Class::Open | Class::Break | Class::Dash | Class::Slash | Class::Dot => true,
        Class::Letter => {
            let word = at.checked_sub(1).and_then(|at| before.get(at));
            word.is_some_and(|unit| unit.class == Class::Letter) && is_code_ahead(units, plus + 2)
        }
        // Pictures; in front of them are currencies and what is calculated with.
        Class::Other => {
            matches!(last.ch, ':' | ',' | ';' | '|' | '•' | '=' | '"') || last.ch >= '\u{2600}'
        }
        Class::Ideograph | Class::Invisible => true,
        Class::Close => {
            counts(before.get(..at).unwrap_or_default()) && is_code_ahead(units, plus + 2)
        }
        _ => false,
    }
}

/// `2)`, which counts and closes no bracket.
fn counts(before: &[Unit]) -> bool {
    let digit = |unit: &Unit| matches!(unit.class, Class::Digit(_));
    match before {
        [.., open, tens, ones] if digit(tens) && digit(ones) => open.class == Class::Space,
        [.., open, ones] => digit(ones) && open.class == Class::Space,
        [ones] => digit(ones),
        [] => false,
    }
}

/// Whether digits begin here as those of a calling code do: by itself, or with all that follows it.
fn is_code_ahead(units: &[Unit], at: usize) -> bool {
    let rest = units.get(at..).unwrap_or_default();
    let digit = |unit: &&Unit| matches!(unit.class, Class::Digit(_));
    let count = rest.iter().take_while(digit).count();
    let zero = rest
        .first()
        .is_some_and(|unit| unit.class == Class::Digit(0));
    !zero && ((1..=3).contains(&count) || count > 9)
}

impl Chain {
    /// Reads a chain that begins at `at`: with a digit, or with `+` or a bracket before one.
    /// Room that was used before is used again. `None` when nothing begins there.
    pub(super) fn read(&mut self, units: &[Unit], at: usize) -> Option<()> {
        let chain = self;
        chain.groups.clear();
        (chain.plus, chain.end) = (None, at);
        let mut next = at;
        let mut gap = Gap::default();
        let mut open = None;
        loop {
            let unit = units.get(next)?;
            match unit.class {
                Class::Open if open.is_none() => open = Some(next),
                Class::Plus if chain.plus.is_none() => chain.plus = Some(next),
                // `+ 353 1 634 7887`, where nothing is added up.
                Class::Space if chain.plus == next.checked_sub(1) && begins(units, next - 1) => {}
                Class::Invisible => {}
                Class::Digit(_) => break,
                _ => return None,
            }
            next += 1;
        }
        loop {
            let from = next;
            let mut digits = Digits::NONE;
            let mut to = next;
            while let Some(unit) = units.get(next) {
                match unit.class {
                    Class::Digit(value) => {
                        digits.push(value);
                        to = next + 1;
                    }
                    Class::Invisible => {}
                    _ => break,
                }
                next += 1;
            }
            let trunk_zero = open.is_some_and(|open| is_trunk_zero(units, open));
            chain.groups.push(Group {
                digits,
                from,
                to,
                gap,
                open: open.take(),
                close: None,
                trunk_zero,
                dead: false,
            });
            chain.end = next;
            // What follows belongs to the chain only when digits come after it.
            (gap, open) = (Gap::default(), None);
            let mut close = None;
            let mut probe = next;
            let follows = loop {
                let Some(unit) = units.get(probe) else {
                    break false;
                };
                if probe - next > MAX_GAP {
                    break false;
                }
                match unit.class {
                    Class::Digit(_) => break true,
                    Class::Space => {
                        let blank = units.get(probe - 1).map(|unit| unit.class);
                        gap.wide |= blank == Some(Class::Space);
                        gap.space = true;
                    }
                    Class::Invisible => {}
                    // ` · ` and ` — ` are set between things.
                    Class::Dash if gap.space && unit.ch == '\u{2014}' => break false,
                    Class::Dot if gap.space && unit.ch != '.' => break false,
                    Class::Dash | Class::Dot | Class::Slash if gap.mark.is_none() => {
                        gap.mark = Some(unit.class);
                    }
                    Class::Open if open.is_none() => {
                        open = Some(probe);
                        gap.bracket = true;
                    }
                    Class::Close if close.is_none() && open.is_none() => {
                        close = Some(probe);
                        gap.bracket = true;
                    }
                    _ => break false,
                }
                probe += 1;
            };
            if let Some(group) = chain.groups.last_mut() {
                group.close = close;
            }
            if !follows {
                return Some(());
            }
            next = probe;
        }
    }
}
