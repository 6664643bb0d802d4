//! Hiding a part of a number wherever it is shown (`maskedPhoneNumberFormat`).

use crate::text::{Class, class};

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

    /// Reads the three parts of a setting; `None` when the side is unknown, or the sign would show
    /// a digit or nothing.
    #[must_use]
    pub fn parse(side: &str, count: usize, sign: &str) -> Option<Self> {
        let mut signs = sign.chars();
        let (Some(sign), None) = (signs.next(), signs.next()) else {
            return None;
        };
        if matches!(class(sign), Class::Digit(_) | Class::Invisible) {
            return None;
        }
        match side {
            "start" => Some(Self::start(count, sign)),
            "end" => Some(Self::end(count, sign)),
            _ => None,
        }
    }

    /// The text with its digits hidden; what stands between them stays. An extension counts as a
    /// part of the number.
    #[must_use]
    pub fn apply(&self, text: &str) -> String {
        let is_digit = |ch: char| matches!(class(ch), Class::Digit(_));
        let all = text.chars().filter(|ch| is_digit(*ch)).count();
        let hidden = if self.end {
            all.saturating_sub(self.count)..all
        } else {
            0..self.count.min(all)
        };
        let mut at = 0;
        text.chars()
            .map(|ch| {
                if !is_digit(ch) {
                    return ch;
                }
                at += 1;
                if hidden.contains(&(at - 1)) {
                    self.sign
                } else {
                    ch
                }
            })
            .collect()
    }
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
    fn a_sign_that_hides_nothing_is_refused() {
        for (side, sign) in [
            ("start", ""),
            ("start", "xx"),
            ("end", "7"),
            ("middle", "x"),
        ] {
            assert_eq!(Mask::parse(side, 3, sign), None, "{side} {sign}");
        }
    }
}
