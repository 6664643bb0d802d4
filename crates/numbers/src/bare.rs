//! Numbers as exchanges and providers name them, bare digits, grouped for people.

use crate::{Country, Number};

/// A number of a known plan that is written as machines write it, in groups: `0912345678` as `0912 345 678`. `home` is
/// the country of those without a country code. None for everything else, also for what would show other digits.
#[must_use]
pub fn grouped(number: &str, home: Country) -> Option<String> {
    let digits = number.strip_prefix('+').unwrap_or(number);
    if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    // Exchanges and providers leave the plus out: 84912345678.
    let without_plus = || {
        let read = Number::parse(&format!("+{number}"), home)?;
        let shown = read.display();
        (read.country() == Some(home)).then(|| shown.trim_start_matches('+').to_owned())
    };
    let shown = Number::parse(number, home).map(|read| read.display());
    shown.or_else(without_plus).filter(|shown| {
        let kept = shown.chars().filter(|c| c.is_ascii_digit() || *c == '+');
        kept.eq(number.chars())
    })
}

/// Words in which such a number stands (“Sales (842473001234)”), or which are nothing but that, with it in groups.
#[must_use]
pub fn grouped_in(words: &str, number: &str, home: Country) -> String {
    grouped(number, home).map_or_else(|| words.to_owned(), |shown| words.replace(number, &shown))
}

#[cfg(test)]
mod tests {
    use crate::Mask;

    use super::*;

    #[test]
    fn numbers_stand_in_groups_and_everything_else_stays_as_it_is() {
        for (number, shown) in [
            ("0912345678", Some("0912 345 678")),
            ("02438272727", Some("024 3827 2727")),
            ("+84912345678", Some("+84 912 345 678")),
            ("842473001234", Some("84 24 7300 1234")),
            ("19001234", Some("1900 1234")),
            ("+442079460018", Some("+44 20 7946 0018")),
            // Read as another number than its digits say.
            ("0084912345678", None),
            ("+840912345678", None),
            ("442079460018", None),
            ("1001", None),
            ("*21*0912345678#", None),
            ("lan@example.com", None),
            ("0912 345 678", None),
            ("", None),
        ] {
            assert_eq!(grouped(number, Country::VN).as_deref(), shown, "{number}");
        }
    }

    #[test]
    fn a_number_is_grouped_behind_its_name_too() {
        let sales = grouped_in("Sales (842473001234)", "842473001234", Country::VN);
        assert_eq!(sales, "Sales (84 24 7300 1234)");
        assert_eq!(grouped_in("19001234", "19001234", Country::VN), "1900 1234");
        assert_eq!(grouped_in("Line h1", "h1", Country::VN), "Line h1");
    }

    #[test]
    fn of_a_grouped_number_the_same_digits_are_hidden_and_among_words_none_less() {
        for number in ["0912345678", "02438272727", "+84912345678", "842473001234"] {
            let shown = grouped(number, Country::VN).expect("a number");
            for mask in [Mask::start(4, 'x'), Mask::end(3, 'x')] {
                let bare = |text: String| text.replace(' ', "");
                assert_eq!(bare(mask.apply(&shown)), mask.apply(number));
                let (now, before) = (bare(mask.in_words(&shown)), mask.in_words(number));
                let mut signs = now.chars().zip(before.chars());
                assert!(signs.all(|(now, before)| now == before || now == 'x'));
            }
        }
    }
}
