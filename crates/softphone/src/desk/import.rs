//! Contacts from a file: CSV with a header row (RFC 4180), or vCard (RFC 6350, and 3.0 and 2.1 before it).
//! The file is a stranger's: what cannot be read is left out and counted, and nothing in it is trusted to
//! be short.

use alo_protocol::{ContactFormat, ContactsRead, DialSource, Refusal};
use alo_providers::{DialString, NumberError};

use super::number::Forms;
use super::{ContactRow, table, vcard};
use crate::text::{MAX_NAME, clean};

/// Longest file, in octets.
const MAX_FILE: usize = 4 << 20;
/// Contacts of one file.
pub(super) const MAX_CONTACTS: usize = 20_000;
/// Numbers of one contact.
pub(super) const MAX_NUMBERS: usize = 8;
/// Longest remark about a person, in characters.
const MAX_REMARK: usize = 512;
/// Digits that a number has at least and at most.
const DIGITS: std::ops::RangeInclusive<usize> = 2..=20;
/// Digits that a number has at least where words stand beside it: `Phòng 12` is none.
const DIGITS_BESIDE_WORDS: usize = 7;

/// A file as far as it is read.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// In the order of the file; they have no ids yet.
    pub(super) rows: Vec<ContactRow>,
    /// What is not in them.
    pub(super) read: ContactsRead,
}

/// What a row or a card says, as it stands there.
#[derive(Debug, Default)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) numbers: Vec<String>,
    pub(super) company: String,
    pub(super) note: String,
}

/// Reads a file.
pub(super) fn read(format: ContactFormat, text: &str) -> Result<Reading, Refusal> {
    if text.len() > MAX_FILE {
        return Err(Refusal::TextTooLong);
    }
    let mut text = std::borrow::Cow::Borrowed(text.trim_start_matches('\u{feff}'));
    // Lines of an old Mac.
    if !text.contains('\n') && text.contains('\r') {
        text = text.replace('\r', "\n").into();
    }
    let mut reading = Reading::default();
    match format {
        ContactFormat::Vcard => vcard::read(&text, &mut reading),
        ContactFormat::Csv => table::read(&text, &mut reading),
    }
    Ok(reading)
}

impl Reading {
    /// Takes in what stands in the row or card `place`, see [`alo_protocol::Places::first`].
    pub(super) fn take(&mut self, place: u32, entry: &Entry) {
        let texts = [&entry.name, &entry.company, &entry.note];
        let is_empty = |text: &&String| text.trim().is_empty();
        if texts.iter().all(is_empty) && entry.numbers.iter().all(|text| is_empty(&text)) {
            return;
        }
        let mut numbers: Vec<String> = Vec::new();
        let mut forms: Vec<Forms> = Vec::new();
        let mut left = 0;
        for text in entry.numbers.iter().filter(|text| !is_empty(text)) {
            let found = numbers_of(text);
            left += usize::from(found.is_empty());
            for number in found {
                let form = Forms::written(&number);
                if forms.contains(&form) {
                    continue;
                }
                if numbers.len() == MAX_NUMBERS {
                    left += 1;
                    continue;
                }
                numbers.push(number);
                forms.push(form);
            }
        }
        if numbers.is_empty() {
            self.read.no_number.add(place);
            return;
        }
        let detail = clean(&entry.company, MAX_NAME);
        let Some(name) = clean(&entry.name, MAX_NAME).or_else(|| detail.clone()) else {
            self.read.no_name.add(place);
            return;
        };
        if has_lost_letters(&entry.name) {
            self.read.lost_letters.add(place);
            return;
        }
        for _ in 0..left {
            self.read.numbers.add(place);
        }
        let limits = [MAX_NAME, MAX_NAME, MAX_REMARK];
        if texts
            .iter()
            .zip(limits)
            .any(|(text, max)| is_cut(text, max))
        {
            self.read.cut.add(place);
        }
        self.rows.push(ContactRow {
            id: String::new(),
            numbers,
            detail: detail.filter(|detail| *detail != name),
            note: clean(&entry.note, MAX_REMARK),
            name,
        });
    }

    /// A card ends in the middle: what stands there last may be half a number.
    pub(super) fn take_broken(&mut self, place: u32) {
        self.read.no_name.add(place);
    }
}

/// The numbers that a text holds, with nothing else but a remark; mostly one.
fn numbers_of(text: &str) -> Vec<String> {
    // The sign that keeps spreadsheets from calculating with it.
    let text = text.trim().trim_start_matches('\'');
    match number_of(text) {
        Ok(number) => vec![number],
        // Two of them in one cell.
        Err(NumberError::TwoNumbers) => {
            let parts = text.split(['/', '\n', '\r', '\t']);
            let parts = parts.flat_map(|part| part.split(" - "));
            let parts = parts.flat_map(|part| part.split(" – "));
            let parts = parts.filter(|part| !part.trim().is_empty());
            let numbers: Result<Vec<String>, NumberError> = parts.map(number_of).collect();
            numbers.unwrap_or_default()
        }
        Err(_) => {
            let without = without_remark(text);
            let digits = without.chars().filter(|c| c.is_numeric()).count();
            let number = (digits >= DIGITS_BESIDE_WORDS).then(|| number_of(without).ok());
            number.flatten().into_iter().collect()
        }
    }
}

/// A number as it is written, where it can be dialled and is written in ASCII; else as it is dialled.
fn number_of(text: &str) -> Result<String, NumberError> {
    let DialString::Number(dialled) = DialString::parse(text, DialSource::Page)? else {
        return Err(NumberError::NotANumber);
    };
    let digits = dialled.strip_prefix('+').unwrap_or(&dialled);
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(NumberError::NotANumber);
    }
    if !DIGITS.contains(&digits.len()) {
        return Err(NumberError::TooLong);
    }
    let plain = |c: char| c == ' ' || c.is_ascii_digit() || "+-./()".contains(c);
    let text = match text.get(..4) {
        Some(scheme) if scheme.eq_ignore_ascii_case("tel:") => text.get(4..).unwrap_or_default(),
        _ => text,
    };
    let written = clean(text, MAX_NAME).filter(|text| text.chars().all(plain));
    Ok(written.unwrap_or(dialled))
}

/// `Zalo: 0912345678 (Minh)` without what is in front of the number and behind it.
fn without_remark(text: &str) -> &str {
    let begins = |c: char| c.is_numeric() || matches!(c, '+' | '＋');
    let text = text.find(begins).and_then(|at| text.get(at..));
    text.unwrap_or_default()
        .trim_end_matches(|c: char| !c.is_numeric())
}

/// Whether [`clean`] takes away from the end.
fn is_cut(text: &str, max: usize) -> bool {
    text.len() > max && clean(text, max) != clean(text, max + 1)
}

/// `Nguy?n`: a program that could not write a letter has put something in its place.
fn has_lost_letters(name: &str) -> bool {
    let chars: Vec<char> = name.chars().collect();
    let between = |three: &[char]| matches!(three, [before, '?', after] if before.is_alphabetic() && after.is_alphabetic());
    name.contains('\u{fffd}') || chars.windows(3).any(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(number: &str) -> (Vec<String>, ContactsRead) {
        let mut reading = Reading::default();
        let entry = Entry {
            name: "Lan".into(),
            numbers: vec![number.to_owned()],
            ..Entry::default()
        };
        reading.take(2, &entry);
        let numbers = reading.rows.into_iter().flat_map(|row| row.numbers);
        (numbers.collect(), reading.read)
    }

    #[test]
    fn numbers_are_taken_as_people_write_them() {
        for (written, kept) in [
            ("0912 345 678", "0912 345 678"),
            ("(028) 3812.3456", "(028) 3812.3456"),
            ("0912–345–678", "0912345678"),
            ("\u{202a}+84 912 345 679\u{202c}", "+84 912 345 679"),
            ("\u{200e}0912345678", "0912345678"),
            ("0912\u{a0}345\u{a0}680", "0912 345 680"),
            ("tel:0912345684", "0912345684"),
            ("０９１２３４５６８５", "0912345685"),
            ("'0912345686", "0912345686"),
            ("0912345683 (Zalo)", "0912345683"),
            ("Zalo: +84 912 345 683 - Minh", "+84 912 345 683"),
            ("1021", "1021"),
        ] {
            assert_eq!(taken(written).0, [kept], "{written}");
        }
        assert_eq!(
            taken("0912345678 / 0987654321").0,
            ["0912345678", "0987654321"]
        );
    }

    #[test]
    fn what_is_no_number_is_left_out_and_counted() {
        for bad in [
            "8.49E+10",
            "8.49E+10 (Zalo)",
            "chưa có",
            "Phòng 12",
            "*21*0912345678#",
            "minh@example.com",
            "1234ABCD",
            "123456789012345678901",
            "7",
        ] {
            let (numbers, read) = taken(bad);
            assert_eq!(numbers, [""; 0], "{bad}");
            assert_eq!(
                (read.no_number.count, read.no_number.first),
                (1, 2),
                "{bad}"
            );
        }
        assert_eq!(taken("").1.no_number.count, 1);
    }

    #[test]
    fn a_contact_has_each_of_its_numbers_once_and_at_most_eight() {
        let mut reading = Reading::default();
        let mut numbers: Vec<String> = (0..9).map(|last| format!("091234567{last}")).collect();
        numbers.extend(["+84 912 345 670".to_owned(), "hỏi lại".to_owned()]);
        // Two cities that have the same number behind the area code.
        let offices = ["02438881234", "02838881234"].map(str::to_owned).to_vec();
        let entry = |name: &str, numbers| Entry {
            name: name.into(),
            numbers,
            ..Entry::default()
        };
        reading.take(2, &entry("Lan", numbers));
        reading.take(3, &entry("Công ty", offices));
        assert_eq!(reading.rows[0].numbers.len(), 8);
        assert_eq!(reading.rows[1].numbers.len(), 2);
        assert_eq!(reading.read.numbers.count, 2);
        assert_eq!(reading.read.numbers.first, 2);
    }

    #[test]
    fn names_that_came_without_some_letters_are_left_out_and_texts_that_are_cut_are_counted() {
        let mut reading = Reading::default();
        let names = ["Nguy?n An", "Tr\u{fffd}n", "Lan?", "x"];
        for (name, place) in names.into_iter().zip(2..) {
            let entry = Entry {
                name: name.into(),
                numbers: vec!["0912345678".into()],
                note: if name == "x" {
                    "n".repeat(513)
                } else {
                    "  n ".into()
                },
                ..Entry::default()
            };
            reading.take(place, &entry);
        }
        let names: Vec<&str> = reading.rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, ["Lan?", "x"]);
        let read = reading.read;
        assert_eq!((read.lost_letters.count, read.lost_letters.first), (2, 2));
        assert_eq!((read.cut.count, read.cut.first), (1, 5));
    }

    #[test]
    fn a_file_that_is_too_large_is_refused() {
        let large = "x".repeat(MAX_FILE + 1);
        let refused = read(ContactFormat::Vcard, &large).map(|reading| reading.rows);
        assert_eq!(refused, Err(Refusal::TextTooLong));
    }
}
