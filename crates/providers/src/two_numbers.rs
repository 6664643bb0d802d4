//! Two numbers where one is meant: a line of a contact list, two cells of a table. Dialled as one they
//! would reach a stranger.

use crate::number::{ascii_form, is_invisible, is_separator};

/// Digits that are a whole number of their own, when a line end or a slash stands before more of them.
const WHOLE_NUMBER: usize = 7;
/// The same, when no more than a space or a dash stands between: one number is written with those, too.
const WHOLE_NUMBER_BESIDE: usize = 8;
/// Digits of a number with its trunk prefix, behind a comma.
const WHOLE_WITH_ZERO: usize = 9;
/// Digits of one number with the digit for an outside line and an international prefix of three, at most.
const MOST_ABROAD: usize = 18;
/// More digits than one number has, an international prefix included (ITU-T E.164 allows 15).
const MORE_THAN_ONE_NUMBER: usize = 19;
/// `028 3822 5678 / 028 3822 5679`, two lines of a table, or `0912345678 0913456789`: dialled as one
/// it would reach a stranger. `030/1234567` is an area code with its number.
pub(crate) fn has_two_numbers(text: &str) -> bool {
    let parts = text.split(|c| {
        matches!(
            ascii_form(c),
            '/' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
        )
    });
    parts
        .filter(|part| count_digits(part) >= WHOLE_NUMBER)
        .count()
        > 1
        || has_two_side_by_side(text)
}

/// Two numbers with only a space or a dash between them: enough digits on both sides, and the second
/// begins as a number does, stands behind a dash with spaces around it, or both are too long for one.
fn has_two_side_by_side(text: &str) -> bool {
    // Whoever dials a service code puts a number into it.
    if text.chars().map(ascii_form).any(|c| matches!(c, '*' | '#')) {
        return false;
    }
    let begins_anew = |right: &str| {
        let begin = right.trim_start_matches(['(', '[']).chars().next();
        begin.is_some_and(|c| matches!(ascii_form(c), '0' | '+'))
    };
    let goes_abroad = goes_abroad(text);
    let is_apart = |between: &str| {
        between.starts_with(char::is_whitespace)
            && between.ends_with(char::is_whitespace)
            && !between.trim().is_empty()
    };
    let digit = |c: char| matches!(ascii_form(c), '0'..='9' | '+' | '(' | '[');
    let mut rest = text;
    let mut at = 0;
    while let Some(gap) = rest.find(|c| !digit(c)) {
        let (_, behind) = rest.split_at(gap);
        let length = behind.find(digit).unwrap_or(behind.len());
        let (between, right) = behind.split_at(length);
        let left = text.get(..at + gap).unwrap_or_default();
        let (before, after) = (count_digits(left), count_digits(right));
        if before >= WHOLE_NUMBER_BESIDE
            && after >= WHOLE_NUMBER_BESIDE
            && ((begins_anew(right) && !(goes_abroad && before + after <= MOST_ABROAD))
                || is_apart(between)
                || before + after >= MORE_THAN_ONE_NUMBER)
        {
            return true;
        }
        at += gap + length;
        rest = right;
    }
    false
}

/// An international prefix in front, perhaps behind the digit for an outside line: a foreign number's own group may
/// begin with a zero (`9 00 86 138 0013 8000`).
fn goes_abroad(text: &str) -> bool {
    let digits: String = text
        .chars()
        .map(ascii_form)
        .filter(char::is_ascii_digit)
        .take(4)
        .collect();
    let outside = digits.get(1..).unwrap_or_default();
    let begins = |text: &str| ["00", "011"].iter().any(|it| text.starts_with(it));
    begins(&digits) || begins(outside)
}

fn count_digits(text: &str) -> usize {
    text.chars()
        .filter(|c| ascii_form(*c).is_ascii_digit())
        .count()
}

/// `0912 345 678, 0913 456 789` is a list of two: no code that a menu asks for is written so. A full-width comma
/// has its blank in it; a code of eight digits may begin with a zero.
pub(crate) fn is_another_number(behind: &str) -> bool {
    let text = behind.strip_prefix([',', '，']).unwrap_or_default();
    let apart = text.starts_with(char::is_whitespace) || behind.starts_with('，');
    let least = match text.trim_start().chars().next().map(ascii_form) {
        Some('+') => WHOLE_NUMBER_BESIDE,
        Some('0') => WHOLE_WITH_ZERO,
        _ => return false,
    };
    let others = |c: char| {
        let c = ascii_form(c);
        !(c.is_ascii_digit() || c == '+' || is_separator(c) || is_invisible(c))
    };
    apart && count_digits(text) >= least && !text.contains(others)
}

#[cfg(test)]
mod tests {
    use alo_protocol::DialSource;

    use crate::{DialString, NumberError};

    fn dialer(typed: &str) -> Result<String, NumberError> {
        DialString::parse(typed, DialSource::Dialer).map(|dialled| dialled.display())
    }

    #[test]
    fn two_numbers_are_not_dialled_as_one() {
        for two in [
            "028 3822 5678 / 028 3822 5679",
            "02838225678/38225679",
            "0912 345 678\n0913 456 789",
            "0912345678\r\n0913456789",
            "0912345678\t0913456789",
            "０９１２３４５６７８／０９１３４５６７８９",
            "+84 912 345 678 \u{2028} +84 913 456 789",
            "0912345678 0913456789",
            "0912 345 678 0913 456 789",
            "0912.345.678 - 0913.456.789",
            "0912345678-0913456789",
            "+84 912 345 678 +84 913 456 789",
            "(028) 3822 5678 (028) 3822 5679",
            "1900 1234 - 1800 5678",
            "+1 202 555 0147 202 555 0148",
        ] {
            for source in [DialSource::Dialer, DialSource::Page, DialSource::History] {
                assert_eq!(
                    DialString::parse(two, source),
                    Err(NumberError::TwoNumbers),
                    "{two:?}"
                );
            }
        }
        for (one, dialled) in [
            ("030/1234567", "0301234567"),
            ("0912 345 678\n", "0912345678"),
            ("+84 912\t345678", "+84912345678"),
            ("02838225678/12", "0283822567812"),
            // With a PBX's prefix, an extension, a service code: one number each.
            ("9 00 49 1512 3456 7890", "90049151234567890"),
            ("00 43 1 234 567 890 1234", "004312345678901234"),
            ("9 00 86 138 0013 8000", "9008613800138000"),
            ("011 86 138 0013 8000", "0118613800138000"),
            ("028 3822 5678 - 101", "02838225678101"),
            ("028 - 38225678", "02838225678"),
            ("*21*0912345678*0913456789#", "*21*0912345678*0913456789#"),
        ] {
            assert_eq!(dialer(one).as_deref(), Ok(dialled), "{one:?}");
        }
    }
}
