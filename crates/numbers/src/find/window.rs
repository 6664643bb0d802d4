//! Where in a text there are digits enough for a number. Most of a page is passed over here, byte by
//! byte, and never becomes characters.

use std::ops::Range;

use super::at_once::WITH_COMMAS;
use crate::plan::Lengths;
use crate::text::{Class, class};

/// What a byte of UTF-8 can be to a number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Byte {
    Digit,
    /// May stand between digits.
    Gap,
    /// Begins a character that must be looked at.
    Lead,
    Stop,
}

static BYTES: [Byte; 256] = {
    let mut table = [Byte::Stop; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'0'..=b'9' => Byte::Digit,
            b' ' | b'-' | b'.' | b'/' | b'(' | b')' | b'[' | b']' => Byte::Gap,
            0x80..=0xFF => Byte::Lead,
            _ => Byte::Stop,
        };
        byte += 1;
    }
    table
};

/// Finds the windows of a text, in order.
pub(super) struct Windows<'a> {
    text: &'a str,
    /// Bytes before this index are done.
    pub(super) at: usize,
    /// Digits that make a window.
    fewest: usize,
}

impl<'a> Windows<'a> {
    pub(super) fn new(text: &'a str, fewest: usize) -> Self {
        Self {
            text,
            at: 0,
            fewest,
        }
    }

    /// The next stretch of digits and what may stand between them with at least
    /// `fewest` digits in it, in bytes.
    pub(super) fn next(&mut self) -> Option<Range<usize>> {
        let bytes = self.text.as_bytes();
        while let Some(start) = self.next_digit() {
            let (mut at, mut digits, mut end) = (start, 0, start);
            while let Some(byte) = bytes.get(at) {
                match BYTES.get(usize::from(*byte)) {
                    Some(own @ (Byte::Digit | Byte::Gap)) => {
                        // No branches: which of the two comes next nothing can foretell.
                        let digit = *own == Byte::Digit;
                        at += 1;
                        digits += usize::from(digit);
                        end = if digit { at } else { end };
                    }
                    Some(Byte::Lead) => {
                        let Some(ch) = self.text.get(at..).and_then(|rest| rest.chars().next())
                        else {
                            break;
                        };
                        at += ch.len_utf8();
                        match class(ch) {
                            Class::Digit(_) => {
                                digits += 1;
                                end = at;
                            }
                            Class::Space | Class::Dash | Class::Dot | Class::Slash => {}
                            Class::Open | Class::Close | Class::Invisible => {}
                            _ => break,
                        }
                    }
                    _ => break,
                }
            }
            self.at = at.max(start + 1);
            if digits >= self.fewest {
                return Some(start..end);
            }
            if digits == 4 && has_commas(bytes.get(start..).unwrap_or_default()) {
                self.at = start + WITH_COMMAS;
                return Some(start..self.at);
            }
        }
        None
    }

    fn next_digit(&mut self) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        loop {
            let rest = bytes.get(at..)?;
            at += rest.iter().position(|byte| OPENS[usize::from(*byte)])?;
            match bytes.get(at..)? {
                [b'0'..=b'9', ..] => return Some(at),
                // The letters of Vietnamese share their first byte with digits of Myanmar and the Khmer.
                [0xE1, second, ..] if !matches!(second, 0x81 | 0x9F) => {}
                _ => {
                    let ch = self.text.get(at..).and_then(|rest| rest.chars().next());
                    if ch.is_some_and(|ch| matches!(class(ch), Class::Digit(_))) {
                        return Some(at);
                    }
                }
            }
            at += 1;
        }
    }
}

/// `0935,483,258`, and no further digit: as some people type a mobile of Viet Nam.
fn has_commas(own: &[u8]) -> bool {
    let (Some(whole), next) = (own.get(..WITH_COMMAS), own.get(WITH_COMMAS)) else {
        return false;
    };
    let shaped = |(at, byte): (usize, &u8)| match at {
        0 => *byte == b'0',
        4 | 8 => *byte == b',',
        _ => byte.is_ascii_digit(),
    };
    whole.iter().enumerate().all(shaped) && !next.is_some_and(u8::is_ascii_digit)
}

/// Bytes that begin a digit: those of ASCII, and the first ones of other scripts' digits.
static OPENS: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = matches!(byte as u8, b'0'..=b'9' | 0xD9 | 0xDB | 0xE0 | 0xE1 | 0xEF);
        byte += 1;
    }
    table
};

/// Most digits of a window that are judged here, one for each bit; longer rows are looked at later.
const MOST_DIGITS: usize = 63;

/// Whether a window may hold a number: one behind a `+`, or groups that begin like one of these and are as
/// long. Every stretch of groups is asked about at once, bit by bit.
pub(super) fn may_hold(text: &str, window: &Range<usize>, lengths: &Lengths) -> bool {
    let (before, rest) = text.as_bytes().split_at(window.start);
    let open = |byte: &&u8| !matches!(byte, b'(' | b'[');
    // `+ 353 1 634 7887`
    if matches!(before.iter().rev().find(open), Some(b'+' | 0x80..)) || before.ends_with(b"+ ") {
        return true;
    }
    let own = rest.get(..window.len()).unwrap_or_default();
    let mut digits = [b'0'; MOST_DIGITS + 1];
    // Bit by bit before how many digits a group begins, and behind how many one ends.
    let (mut count, mut begins, mut ends) = (0, 0_u64, 0_u64);
    let (mut inside, mut opened) = (0, false);
    for byte in own {
        let digit = u64::from(byte.is_ascii_digit());
        begins |= (digit & !inside) << count;
        ends |= (inside & !digit) << count;
        if let Some(place) = digits.get_mut(count) {
            *place = *byte;
        }
        count += digit as usize;
        inside = digit;
        opened |= matches!(byte, b'(' | b'[');
        // Other scripts' digits are looked at later.
        if !byte.is_ascii() || count > MOST_DIGITS {
            return true;
        }
    }
    ends |= 1 << count;
    // `(0)` is left out of what is dialled.
    if opened
        && own
            .windows(3)
            .any(|it| matches!(it, [b'(' | b'[', b'0', b')' | b']']))
    {
        return true;
    }
    while begins != 0 {
        let at = begins.trailing_zeros() as usize;
        begins &= begins - 1;
        let Some([tens, ones]) = digits.get(at..at + 2) else {
            return false;
        };
        let head = usize::from((tens - b'0') * 10 + (ones - b'0'));
        let lengths = lengths.get(head).copied().unwrap_or_default();
        if u64::from(lengths) & ends >> at != 0 {
            return true;
        }
    }
    false
}

/// Length in UTF-16 units.
pub(super) fn utf16_len(text: &str) -> u32 {
    if text.is_ascii() {
        return u32::try_from(text.len()).unwrap_or(u32::MAX);
    }
    let units: usize = text
        .bytes()
        .map(|byte| usize::from(byte & 0xC0 != 0x80) + usize::from(byte >= 0xF0))
        .sum();
    u32::try_from(units).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Country, plan};

    fn windows(text: &str) -> Vec<&str> {
        let mut windows = Windows::new(text, 7);
        std::iter::from_fn(|| windows.next())
            .map(|range| &text[range])
            .collect()
    }

    #[test]
    fn digits_of_every_script_open_a_window_and_letters_end_it() {
        assert_eq!(windows("ế 0912 345 678 đ 12"), ["0912 345 678"]);
        assert_eq!(windows("tel ０９１２-345678!"), ["０９１２-345678"]);
        assert_eq!(windows("१२३४५६७ ٠٩١٢٣٤٥"), ["१२३४५६७ ٠٩١٢٣٤٥"]);
        assert_eq!(windows("12 ab 345 cd 6789").len(), 0);
        assert_eq!(windows("").len(), 0);
    }

    #[test]
    fn a_window_is_left_where_no_groups_begin_like_a_number_and_are_as_long() {
        let lengths = plan::lengths(Country::VN).expect("a plan");
        let may = |text: &str| {
            let window = Windows::new(text, 7).next().expect("a window");
            may_hold(text, &window, lengths)
        };
        assert!(may("345 0912 345 678") && may("0 912345678 1") && may("84 912 345 678"));
        assert!(may("+3 456 789 01") && may("(+3) 456 789 01") && may("+ 3 456 789 01"));
        assert!(may("٣٤٥٦٧٨٩") && may("345-6789\u{2011}٠") && may("84 (0) 912 345 678"));
        assert!(may("1900 1234") && may("001 650 253 0000") && may(&"1234 ".repeat(20)));
        // Without its zero, as spreadsheets have it.
        assert!(may("912 345 678") && may("912345678"));
        for text in [
            "245 6789 10",
            "3456789008",
            "0112 345 678",
            "0912 345 67",
            "0912 345 6789",
            "345091 2345 678",
        ] {
            assert!(!may(text), "{text}");
        }
    }

    #[test]
    fn lengths_are_utf16() {
        for text in ["", "abc", "đế", "😀1", "電話"] {
            assert_eq!(utf16_len(text) as usize, text.encode_utf16().count());
        }
    }
}
