//! What a person types or pastes into the phone number field.

use alo_protocol::DialSource;
use alo_providers::{DialString, NumberError, split_post_dial};

/// Longest text that the field keeps, in characters; no number or address needs more.
pub const MAX_CHARS: usize = 64;

/// Digits that are a whole number of their own, when a line end or a slash stands before more of them.
const WHOLE_NUMBER: usize = 7;

/// Between two numbers in the field, which cannot show a line end.
const BETWEEN_NUMBERS: &str = " / ";

/// How far a pasted text is read.
const MAX_PASTED: usize = 16 * MAX_CHARS;

/// Makes typed or pasted text fit for the field: invisible characters go, digits of other scripts
/// become `0-9`, every kind of space and dash becomes the plain one, a `tel:` in front is dropped.
/// Separators stay, because people check a number by its groups; two lines or table cells that are
/// a number each are kept apart by a slash.
pub fn clean(raw: &str) -> String {
    let seen: String = raw.chars().filter_map(plain).take(MAX_PASTED).collect();
    let mut text = String::with_capacity(MAX_CHARS);
    let mut length = 0;
    for c in lines_to_one(strip_scheme(&seen)).chars() {
        if c == ' ' && (text.is_empty() || text.ends_with(' ')) {
            continue;
        }
        if length == MAX_CHARS {
            break;
        }
        text.push(c);
        length += 1;
    }
    text
}

/// Why a text is not dialled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No number and no SIP address.
    NotANumber,
    /// Two whole numbers with a slash between them.
    TwoNumbers,
    /// Longer than any number.
    TooLong,
}

impl Fault {
    /// Key of the sentence that says so.
    pub fn key(self) -> &'static str {
        match self {
            Self::NotANumber => "dial_invalid",
            Self::TwoNumbers => "dial_twoNumbers",
            Self::TooLong => "refusal_tooLong",
        }
    }
}

/// What would be dialled, as the agent will read it; asked here, because a person wants to be told before
/// the field is emptied.
pub fn dialable(text: &str) -> Result<String, Fault> {
    let text = text.trim();
    let read =
        split_post_dial(text).and_then(|(number, _)| DialString::parse(number, DialSource::Dialer));
    match read {
        Ok(_) => Ok(text.to_owned()),
        Err(NumberError::TwoNumbers) => Err(Fault::TwoNumbers),
        Err(NumberError::TooLong) => Err(Fault::TooLong),
        Err(_) => Err(Fault::NotANumber),
    }
}

/// Digits of a pasted text that are to be sent as tones; none if it holds anything else but separators.
pub fn tones(pasted: &str) -> Option<String> {
    let mut digits = String::new();
    for c in clean(pasted).chars() {
        match c {
            ' ' | '-' | '.' | '(' | ')' | '/' => {}
            c => digits.push(tone_key(c.encode_utf8(&mut [0; 4]))?),
        }
    }
    (!digits.is_empty()).then_some(digits)
}

/// Whether the field itself would lose where one line or table cell ends and the next begins.
pub fn has_several_lines(pasted: &str) -> bool {
    pasted.trim().contains(is_line_end)
}

/// Text and caret after a text was pasted over the selection; see [`insert`].
pub fn paste(text: &str, selection: Option<(u32, u32)>, pasted: &str) -> (String, u32) {
    let (start, end) = byte_range(text, selection);
    let mut out = text.get(..start).unwrap_or(text).to_owned();
    out.push_str(&clean(pasted));
    let caret = utf16_len(&out);
    out.push_str(text.get(end..).unwrap_or(""));
    (out, caret)
}

/// Text and caret after a key of the keypad replaced the selection. `selection` is in UTF-16 units,
/// as an input element reports it; one that does not fit is taken as "at the end".
pub fn insert(text: &str, selection: Option<(u32, u32)>, key: char) -> (String, u32) {
    let (start, end) = byte_range(text, selection);
    let mut out = String::with_capacity(text.len() + 1);
    out.push_str(text.get(..start).unwrap_or(text));
    out.push(key);
    let caret = utf16_len(&out);
    out.push_str(text.get(end..).unwrap_or(""));
    (out, caret)
}

/// Text and caret after the delete key took the selection, or the character before the caret.
pub fn backspace(text: &str, selection: Option<(u32, u32)>) -> (String, u32) {
    let (mut start, end) = byte_range(text, selection);
    if start == end {
        let before = text.get(..start).unwrap_or("");
        start = before.char_indices().next_back().map_or(0, |(at, _)| at);
    }
    let mut out = text.get(..start).unwrap_or("").to_owned();
    let caret = utf16_len(&out);
    out.push_str(text.get(end..).unwrap_or(""));
    (out, caret)
}

/// A key that may be sent as a tone (RFC 4733 §3.2) from the keyboard.
pub fn tone_key(key: &str) -> Option<char> {
    let mut chars = key.chars();
    let c = chars.next()?.to_ascii_uppercase();
    (chars.next().is_none() && matches!(c, '0'..='9' | '*' | '#' | 'A'..='D')).then_some(c)
}

fn strip_scheme(raw: &str) -> &str {
    let raw = raw.trim_start();
    for scheme in ["tel:", "callto:"] {
        if let (Some(head), Some(rest)) = (raw.get(..scheme.len()), raw.get(scheme.len()..))
            && head.eq_ignore_ascii_case(scheme)
        {
            return rest;
        }
    }
    raw
}

fn is_line_end(c: char) -> bool {
    matches!(
        c,
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

fn is_whole_number(text: &str) -> bool {
    text.chars().filter(char::is_ascii_digit).count() >= WHOLE_NUMBER
}

/// A line end within a number is a space, as where a long line was broken.
fn lines_to_one(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split('\n').filter(|line| !line.trim().is_empty()) {
        if !out.is_empty() {
            let two = is_whole_number(&out) && is_whole_number(line);
            out.push_str(if two { BETWEEN_NUMBERS } else { " " });
        }
        out.push_str(line);
    }
    out
}

fn plain(c: char) -> Option<char> {
    Some(match c {
        c if is_line_end(c) => '\n',
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ff0d}' => '-',
        '\u{ff10}'..='\u{ff19}' => offset(c, '\u{ff10}'),
        '\u{660}'..='\u{669}' => offset(c, '\u{660}'),
        '\u{6f0}'..='\u{6f9}' => offset(c, '\u{6f0}'),
        '\u{ff0b}' => '+',
        '\u{ff0a}' => '*',
        '\u{ff03}' => '#',
        '\u{ff08}' => '(',
        '\u{ff09}' => ')',
        // Soft hyphen, zero-width and direction marks: copied along from pages, never meant.
        '\u{ad}' | '\u{61c}' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => {
            return None;
        }
        '\u{2060}'..='\u{206f}' => return None,
        c if c.is_control() => return None,
        c => c,
    })
}

fn offset(c: char, zero: char) -> char {
    char::from_digit(u32::from(c) - u32::from(zero), 10).unwrap_or('0')
}

fn byte_range(text: &str, selection: Option<(u32, u32)>) -> (usize, usize) {
    let all = (text.len(), text.len());
    let Some((start, end)) = selection else {
        return all;
    };
    match (byte_at(text, start), byte_at(text, end)) {
        (Some(start), Some(end)) if start <= end => (start, end),
        _ => all,
    }
}

fn byte_at(text: &str, utf16: u32) -> Option<usize> {
    let mut seen = 0;
    for (at, c) in text.char_indices() {
        if seen == utf16 as usize {
            return Some(at);
        }
        seen += c.len_utf16();
    }
    (seen == utf16 as usize).then_some(text.len())
}

fn utf16_len(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_number_keeps_its_groups_and_loses_what_cannot_be_seen() {
        assert_eq!(
            clean("\u{202a}+84\u{a0}912\u{2011}345\u{200b}\t678\u{202c}\r\n"),
            "+84 912-345 678"
        );
        assert_eq!(clean("  0912   345"), "0912 345");
    }

    #[test]
    fn digits_of_other_scripts_become_plain_ones() {
        assert_eq!(clean("０９１２＊＃"), "0912*#");
        assert_eq!(clean("٠٩١"), "091");
    }

    #[test]
    fn a_pasted_tel_link_becomes_its_number() {
        assert_eq!(clean("\u{202a}tel:0912"), "0912");
        assert_eq!(clean("TEL:+84-24-3825;ext=12"), "+84-24-3825;ext=12");
        assert_eq!(clean("tél"), "tél");
    }

    #[test]
    fn a_pasted_novel_is_cut() {
        assert_eq!(clean(&"9".repeat(5000)).len(), MAX_CHARS);
    }

    #[test]
    fn numbers_codes_and_addresses_can_be_dialled() {
        for text in [
            "101",
            "+84 (24) 38.25-1",
            "*98#",
            "0",
            " 0912 345 678 ",
            "(+84) 24",
            "echo@pbx.example",
            "0281234567,,12#",
            "0281234567 p 12",
            "+84 28 1234567;ext=12",
            "+84281234567;postd=pp22",
        ] {
            assert_eq!(dialable(text).as_deref(), Ok(text.trim()));
        }
    }

    #[test]
    fn words_and_half_addresses_cannot_be_dialled() {
        for text in [
            "",
            "   ",
            "+",
            "()",
            "hello",
            "09x12",
            "0912,hi",
            ",12",
            "0912;rn=1",
            "12+34",
            "@host",
            "user@",
            "a b@host",
            "a@b@c",
        ] {
            assert_eq!(dialable(text), Err(Fault::NotANumber), "{text}");
        }
    }

    #[test]
    fn what_is_longer_than_any_number_is_called_that() {
        assert_eq!(dialable(&"9".repeat(40)), Err(Fault::TooLong));
    }

    #[test]
    fn two_pasted_numbers_stay_two_and_are_not_dialled_as_one() {
        for (pasted, shown) in [
            ("0912 345 678\n0913 456 789", "0912 345 678 / 0913 456 789"),
            (
                "0912345678\r\n\r\n0913456789\r\n",
                "0912345678 / 0913456789",
            ),
            ("0912345678\t0913456789", "0912345678 / 0913456789"),
            ("028 3822 5678/38225679", "028 3822 5678/38225679"),
        ] {
            assert_eq!(clean(pasted), shown);
            assert_eq!(clean(shown), shown, "and stays so while it is edited");
            assert_eq!(dialable(shown), Err(Fault::TwoNumbers), "{shown}");
        }
    }

    #[test]
    fn one_number_on_two_lines_is_one_number() {
        for (pasted, shown) in [
            ("+84 912\n345 678", "+84 912 345 678"),
            ("Mobile\n0912345678", "Mobile 0912345678"),
            ("030/1234567", "030/1234567"),
        ] {
            assert_eq!(clean(pasted), shown);
        }
        assert!(dialable("+84 912 345 678").is_ok() && dialable("030/1234567").is_ok());
    }

    #[test]
    fn a_text_is_pasted_where_the_selection_is() {
        let lines = "12345678\n23456789";
        assert!(has_several_lines(lines) && !has_several_lines("0912\n"));
        assert_eq!(
            paste("09x12", Some((2, 3)), lines),
            ("0912345678 / 2345678912".into(), 21)
        );
    }

    #[test]
    fn a_key_goes_where_the_caret_is() {
        assert_eq!(insert("0912", Some((1, 1)), '5'), ("05912".into(), 2));
        assert_eq!(insert("0912", Some((0, 4)), '+'), ("+".into(), 1));
        assert_eq!(insert("0912", None, '5'), ("09125".into(), 5));
        assert_eq!(insert("0912", Some((9, 9)), '5'), ("09125".into(), 5));
    }

    #[test]
    fn a_key_never_splits_a_character_of_two_units() {
        assert_eq!(insert("😀", Some((1, 1)), '5'), ("😀5".into(), 3));
        assert_eq!(backspace("1😀", None), ("1".into(), 1));
    }

    #[test]
    fn delete_takes_the_selection_or_one_character() {
        assert_eq!(backspace("0912", Some((2, 2))), ("012".into(), 1));
        assert_eq!(backspace("0912", Some((1, 3))), ("02".into(), 1));
        assert_eq!(backspace("", None), (String::new(), 0));
        assert_eq!(backspace("0912", Some((0, 0))), ("0912".into(), 0));
    }

    #[test]
    fn a_pasted_code_is_sent_without_its_separators() {
        assert_eq!(tones(" 12 34-56#\n").as_deref(), Some("123456#"));
        assert_eq!(tones("１２＊").as_deref(), Some("12*"));
        for text in ["", " - ", "12x", "code: 12", "+84"] {
            assert_eq!(tones(text), None, "{text}");
        }
    }

    #[test]
    fn only_tones_are_taken_from_the_keyboard() {
        assert_eq!(tone_key("5"), Some('5'));
        assert_eq!(tone_key("a"), Some('A'));
        assert_eq!(tone_key("#"), Some('#'));
        assert_eq!(tone_key("Enter"), None);
        assert_eq!(tone_key("x"), None);
        assert_eq!(tone_key(""), None);
    }
}
