//! Extensions after a number: `ext. 12`, `x12`, `#438`, `;ext=12`, `máy lẻ 12`, `nhánh 12`.

use crate::text::{Class, Unit};

/// Longest extension, in digits.
const MAX_DIGITS: usize = 7;

/// Words that announce an extension and begin with this letter, in lower case; the longer ones first.
fn words_with(first: char) -> &'static [&'static str] {
    match first {
        ';' => &[";ext="],
        'a' => &["apparat", "app.", "anexo"],
        'e' => &["extension", "extn", "ext"],
        'l' => &["lẻ"],
        'r' => &["ramal"],
        't' => &["toestel"],
        'i' => &["int"],
        'p' => &["poste"],
        'x' => &["x"],
        '#' => &["#"],
        's' => &["số máy lẻ", "so may le", "số nội bộ", "so noi bo"],
        'm' => &["máy lẻ", "may le", "ml"],
        'n' => &["nhánh", "nhanh", "nội bộ", "noi bo"],
        'd' => &["durchwahl", "dw"],
        'д' => &["доб"],
        '内' => &["内線", "内线"],
        '分' => &["分机"],
        '내' => &["내선"],
        _ => &[],
    }
}

/// The extension that begins at or after `at`, and the index after its last digit.
pub(super) fn read(units: &[Unit], at: usize) -> Option<(String, usize)> {
    let mut next = skip(units, at, |unit| {
        unit.class == Class::Space || matches!(unit.ch, ',' | '-' | '–' | '(' | '（')
    });
    let bracket = units
        .get(at..next)
        .is_some_and(|skipped| skipped.iter().any(|unit| unit.class == Class::Open));
    let gap = next - at;
    if gap > 4 {
        return None;
    }
    // Most numbers end here.
    let words = words_with(small(units.get(next)?.ch));
    let (word, after) = words
        .iter()
        .find_map(|word| Some((*word, starts(units, next, word)?)))?;
    // `#` and `x` in running text mean other things.
    if gap > 1 && matches!(word, "#") {
        return None;
    }
    next = skip(units, after, |unit| {
        unit.class == Class::Space || matches!(unit.ch, '.' | ':' | '#')
    });
    if next - after > 3 {
        return None;
    }
    let mut digits = String::new();
    while let Some(Class::Digit(value)) = units.get(next).map(|unit| unit.class) {
        digits.push(char::from(b'0' + value));
        next += 1;
    }
    let ends = !units
        .get(next)
        .is_some_and(|unit| matches!(unit.class, Class::Letter));
    // A bracket that closes further on, or never, belongs to more than the extension.
    let closes = units
        .get(next)
        .is_some_and(|unit| unit.class == Class::Close);
    next += usize::from(bracket && closes);
    let length = digits.len();
    let menu = length == 1 && is_branch(word) && lists_branches(units, next, word);
    ((1..=MAX_DIGITS).contains(&length) && ends && !menu).then_some((digits, next))
}

/// `Called 719-746-8010 x2, no answer`: behind such a word, a blank, ` x` and one digit before a comma are how often.
#[inline(never)]
pub(super) fn is_count(units: &[Unit], from: usize, to: usize) -> bool {
    let own = units.get(from..to).unwrap_or_default();
    let shaped = matches!(own, [blank, x, digit] if blank.class == Class::Space
        && matches!(x.ch, 'x' | 'X') && matches!(digit.class, Class::Digit(_)));
    shaped && units.get(to).is_some_and(|unit| unit.ch == ',')
}

/// `nhánh 1`: of a switchboard's menu, more often than of a person.
fn is_branch(word: &str) -> bool {
    matches!(word, "nhánh" | "nhanh")
}

/// `…, nhánh 1 gặp kỹ thuật, nhánh 2 gặp kế toán` says what the caller may choose later, and chooses nothing.
fn lists_branches(units: &[Unit], from: usize, word: &str) -> bool {
    (from..from + MENU).any(|at| {
        let digit = |at: usize| matches!(units.get(at).map(|it| it.class), Some(Class::Digit(_)));
        starts(units, at, word).is_some_and(|end| digit(end) || digit(end + 1))
    })
}

/// Characters from one choice of a menu to the next, at the most.
const MENU: usize = 48;

fn skip(units: &[Unit], from: usize, what: impl Fn(&Unit) -> bool) -> usize {
    let rest = units.get(from..).unwrap_or_default();
    from + rest.iter().take_while(|unit| what(unit)).count()
}

/// A letter in lower case, where that is one letter, too.
fn small(ch: char) -> char {
    if ch.is_ascii() {
        return ch.to_ascii_lowercase();
    }
    let mut small = ch.to_lowercase();
    match (small.next(), small.next()) {
        (Some(small), None) => small,
        _ => ch,
    }
}

/// The index after `word`, when it stands at `at`.
fn starts(units: &[Unit], mut at: usize, word: &str) -> Option<usize> {
    for expected in word.chars() {
        let unit = units.get(at)?;
        let same = unit.ch == expected || small(unit.ch) == expected;
        if !same && (expected != ' ' || unit.class != Class::Space) {
            return None;
        }
        at += 1;
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    fn ext(text: &str) -> Option<(String, usize)> {
        let mut units = Vec::new();
        text::read(text, &mut units);
        read(&units, 0)
    }

    #[test]
    fn extension_forms_of_several_languages() {
        for text in [
            " ext. 12",
            " x12",
            "x12",
            "#12",
            ";ext=12",
            " máy lẻ 12",
            " Nhánh: 12",
            ", ext 12",
            " (ext 12)",
            " EXTN 12",
            " extension 12",
            " nội bộ 12",
            "内線12",
        ] {
            assert_eq!(ext(text).map(|it| it.0).as_deref(), Some("12"), "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_an_extension_is_left() {
        for text in [
            " extra 12",
            " x",
            " - #12",
            " ext 123456789",
            " x12a",
            " 12",
            "      x12",
        ] {
            assert_eq!(ext(text), None, "{text}");
        }
    }
}
