//! Where in a text there are digits enough for a number. Most of a page is passed over here, byte by
//! byte, and never becomes characters.

use std::ops::Range;

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
                    Some(Byte::Digit) => {
                        digits += 1;
                        at += 1;
                        end = at;
                    }
                    Some(Byte::Gap) => at += 1,
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
        }
        None
    }

    fn next_digit(&mut self) -> Option<usize> {
        let bytes = self.text.as_bytes();
        loop {
            let mut at = self.at;
            while !OPENS[usize::from(*bytes.get(at)?)] {
                at += 1;
            }
            self.at = at;
            if bytes.get(at).is_some_and(u8::is_ascii_digit) {
                return Some(at);
            }
            match self.text.get(at..).and_then(|rest| rest.chars().next()) {
                Some(ch) if matches!(class(ch), Class::Digit(_)) => return Some(at),
                Some(ch) => self.at += ch.len_utf8(),
                None => self.at += 1,
            }
        }
    }
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

/// Whether a number may begin in a window: behind a `+`, or with one of these digits.
pub(super) fn may_begin(text: &str, window: &Range<usize>, openings: u16) -> bool {
    let (before, rest) = text.as_bytes().split_at(window.start);
    let open = |byte: &&u8| !matches!(byte, b'(' | b'[');
    // `+ 353 1 634 7887`
    if matches!(before.iter().rev().find(open), Some(b'+' | 0x80..)) || before.ends_with(b"+ ") {
        return true;
    }
    let mut inside = false;
    rest.iter().take(window.len()).any(|byte| {
        let begins = !inside;
        inside = byte.is_ascii_digit();
        // Other scripts' digits are looked at later.
        !byte.is_ascii() || (inside && begins && openings >> (byte - b'0') & 1 == 1)
    })
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
    fn a_window_without_a_digit_that_opens_a_number_is_left() {
        let may = |text: &str| {
            let window = Windows::new(text, 7).next().expect("a window");
            may_begin(text, &window, 1 << 8 | 1)
        };
        assert!(
            may("345 0912 345")
                && may("+3 456 789 01")
                && may("(+3) 456 789 01")
                && may("84 912 345 678")
        );
        assert!(may("٣٤٥٦٧٨٩") && may("345-6789\u{2011}٠"));
        assert!(!may("345 6789 10") && !may("3456789008"));
    }

    #[test]
    fn lengths_are_utf16() {
        for text in ["", "abc", "đế", "😀1", "電話"] {
            assert_eq!(utf16_len(text) as usize, text.encode_utf16().count());
        }
    }
}
