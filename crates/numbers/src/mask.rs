//! Hiding a part of a number wherever it is shown (`maskedPhoneNumberFormat`).

use std::ops::{Range, RangeInclusive};

use alo_protocol::MaskFormat;

use crate::text::{Class, class};

/// Digits that are a number wherever they stand.
const WHOLE_NUMBER: usize = 7;
/// Digits without a gap that are one also behind others: fewer may have their area's code in front.
const WHOLE_BEHIND: usize = 9;
/// Digits of a number in groups that may have others beside it, and of any number (E.164).
const IN_GROUPS: RangeInclusive<usize> = 10..=15;

/// Which digits are hidden: `['start', 4, 'x']` makes `xxxx749346` of `0394749346`,
/// `['end', 3, 'x']` makes `0394749xxx`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mask {
    end: bool,
    count: usize,
    sign: char,
}

impl Mask {
    /// Hides the first `count` digits behind `sign`.
    #[must_use]
    pub fn start(count: usize, sign: char) -> Self {
        let end = false;
        Self { end, count, sign }
    }

    /// Hides the last `count` digits behind `sign`.
    #[must_use]
    pub fn end(count: usize, sign: char) -> Self {
        let end = true;
        Self { end, count, sign }
    }

    /// Reads a setting; `None` for one that hides nothing (see [`Self::parse`]).
    #[must_use]
    pub fn of(MaskFormat(side, count, sign): &MaskFormat) -> Option<Self> {
        Self::parse(side, (*count).into(), sign)
    }

    /// Reads the three parts of a setting; `None` when the side is unknown, or the sign would show
    /// a digit or nothing.
    #[must_use]
    pub fn parse(side: &str, count: usize, sign: &str) -> Option<Self> {
        let sign = MaskFormat::sign(sign)?;
        match side {
            "start" => Some(Self::start(count, sign)),
            "end" => Some(Self::end(count, sign)),
            _ => None,
        }
    }

    /// The number with its digits hidden; what stands between them stays. An extension counts as a
    /// part of the number, the host of an address (`0912345678@pbx.example`) does not.
    #[must_use]
    pub fn apply(&self, number: &str) -> String {
        let (text, host) = number.split_at(number.find('@').unwrap_or(number.len()));
        let hidden = self.hidden(0..digits(text));
        self.without(text, |at| hidden.contains(&at)) + host
    }

    /// A name, or any other words, with the numbers in it hidden: many phones send the number as the
    /// name. Digits too few for a number stay, unless the name is nothing else.
    #[must_use]
    pub fn in_words(&self, words: &str) -> String {
        // All that the finder reads between the digits of a number.
        let is_written = |ch: char| {
            matches!(
                class(ch),
                Class::Digit(_)
                    | Class::Plus
                    | Class::Open
                    | Class::Close
                    | Class::Space
                    | Class::Dash
                    | Class::Dot
                    | Class::Slash
                    | Class::Invisible
            )
        };
        let mut shown = String::with_capacity(words.len());
        let mut rest = words;
        while let Some(first) = rest.chars().next() {
            let same = |ch: char| is_written(ch) == is_written(first);
            let (part, behind) = rest.split_at(rest.find(|ch| !same(ch)).unwrap_or(rest.len()));
            if digits(part) >= WHOLE_NUMBER || part.len() == words.len() {
                shown.push_str(&self.in_digits(part));
            } else {
                shown.push_str(part);
            }
            rest = behind;
        }
        shown
    }

    /// Digits with nothing but a number's signs between them: a number, or several, or one with others beside it
    /// (`0912 345 678 / 10`). What is hidden of any number that may be in them is hidden.
    fn in_digits(&self, part: &str) -> String {
        let mut groups: Vec<Range<usize>> = Vec::new();
        let (mut at, mut goes_on) = (0, false);
        for ch in part.chars() {
            match groups.last_mut() {
                Some(group) if goes_on && is_digit(ch) => group.end += 1,
                _ if is_digit(ch) => groups.push(at..at + 1),
                _ => {}
            }
            goes_on = is_digit(ch);
            at += usize::from(goes_on);
        }
        let alone = if self.end { WHOLE_NUMBER } else { WHOLE_BEHIND };
        let mut hidden = vec![false; at];
        let mut hide = |number: Range<usize>| {
            for at in self.hidden(number) {
                if let Some(it) = hidden.get_mut(at) {
                    *it = true;
                }
            }
        };
        hide(0..at);
        for (first, group) in groups.iter().enumerate() {
            if group.len() >= alone {
                hide(group.clone());
            }
            let ends = groups.iter().skip(first).map(|group| group.end);
            ends.map(|end| group.start..end)
                .take_while(|number| number.len() <= *IN_GROUPS.end())
                .filter(|number| IN_GROUPS.contains(&number.len()))
                .for_each(&mut hide);
        }
        self.without(part, |at| hidden.get(at) == Some(&true))
    }

    /// Which of the digits of a number are hidden.
    fn hidden(&self, number: Range<usize>) -> Range<usize> {
        if self.end {
            number.end.saturating_sub(self.count).max(number.start)..number.end
        } else {
            number.start..number.start.saturating_add(self.count).min(number.end)
        }
    }

    fn without(&self, text: &str, is_hidden: impl Fn(usize) -> bool) -> String {
        let mut at = 0;
        text.chars()
            .map(|ch| {
                if !is_digit(ch) {
                    return ch;
                }
                at += 1;
                if is_hidden(at - 1) { self.sign } else { ch }
            })
            .collect()
    }
}

fn is_digit(ch: char) -> bool {
    matches!(class(ch), Class::Digit(_))
}

fn digits(text: &str) -> usize {
    text.chars().filter(|ch| is_digit(*ch)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_providers_own_examples() {
        let start = Mask::parse("start", 4, "x").expect("a mask");
        assert_eq!(start.apply("0394749346"), "xxxx749346");
        let end = Mask::parse("end", 3, "x").expect("a mask");
        assert_eq!(end.apply("0394749346"), "0394749xxx");
    }

    #[test]
    fn grouping_stays_and_no_digit_too_many_is_shown() {
        assert_eq!(
            Mask::end(3, '•').apply("+84 394 749 346"),
            "+84 394 749 •••"
        );
        assert_eq!(
            Mask::start(4, 'x').apply("+84 394 749 346"),
            "+xx xx4 749 346"
        );
        assert_eq!(Mask::start(40, 'x').apply("1001"), "xxxx");
        assert_eq!(Mask::end(40, 'x').apply("1001"), "xxxx");
        assert_eq!(Mask::end(2, 'x').apply("０９１２"), "０９xx");
    }

    #[test]
    fn the_host_of_an_address_is_no_part_of_the_number() {
        let mask = Mask::end(3, 'x');
        assert_eq!(mask.apply("0394749346@10.0.0.5"), "0394749xxx@10.0.0.5");
    }

    #[test]
    fn a_number_that_is_sent_as_a_name_or_in_it_is_hidden_and_words_stay() {
        let mask = Mask::start(4, 'x');
        for (name, shown) in [
            ("0394749346", "xxxx749346"),
            ("1001", "xxxx"),
            ("Lan (+84 394 749 346)", "Lan (+xx xx4 749 346)"),
            ("Quầy 12, 0394.749.346", "Quầy 12, xxxx.749.346"),
            ("Lan 0912–345–678", "Lan xxxx–345–678"),
            (
                "0912\u{2011}345\u{202f}678 · Lan",
                "xxxx\u{2011}345\u{202f}678 · Lan",
            ),
            ("0394749346 / 0987654321", "xxxx749346 / xxxx654321"),
            ("12 thùng 0394749346 10 giờ", "12 thùng xxxx749346 10 giờ"),
            ("Kho 1001", "Kho 1001"),
            ("Trần Văn Bình", "Trần Văn Bình"),
            ("", ""),
        ] {
            assert_eq!(mask.in_words(name), shown);
        }
    }

    #[test]
    fn what_stands_beside_a_number_hides_no_other_digits_in_place_of_its_own() {
        let mask = Mask::end(3, 'x');
        for (words, shown) in [
            ("Lan +84 394 749 346", "Lan +84 394 749 xxx"),
            ("0394749346 0987654321", "0394749xxx 0987654xxx"),
            ("0394749346 22-11", "0394749xxx xx-xx"),
            ("0394 749 346 10", "0394 749 xxx xx"),
            ("0394 749 346 0987 654 321", "0394 749 xxx 0xxx xxx xxx"),
        ] {
            assert_eq!(mask.in_words(words), shown);
        }
        let mask = Mask::start(4, 'x');
        for (words, shown) in [
            ("10 0394749346", "xx xxxx749346"),
            ("10 0394 749 346", "xx xxxx 749 346"),
        ] {
            assert_eq!(mask.in_words(words), shown);
        }
    }

    #[test]
    fn a_sign_that_hides_nothing_is_refused() {
        for (side, sign) in [
            ("start", ""),
            ("start", "xx"),
            ("end", "7"),
            ("end", "\u{200b}"),
            ("middle", "x"),
        ] {
            assert_eq!(Mask::parse(side, 3, sign), None, "{side} {sign}");
        }
    }
}
