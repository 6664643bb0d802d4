//! Contacts from a file: CSV with a header row (RFC 4180), or vCard (RFC 6350, and 3.0 and 2.1 before it).
//! The file is a stranger's: what cannot be read is left out, and nothing in it is trusted to be short.

use alo_protocol::{ContactFormat, Refusal};

use super::{ContactRow, vcard};
use crate::text::{MAX_NAME, clean};

/// Longest file, in octets.
const MAX_FILE: usize = 4 << 20;
/// Contacts of one file.
pub(super) const MAX_CONTACTS: usize = 20_000;
/// Numbers of one contact.
pub(super) const MAX_NUMBERS: usize = 8;
/// Longest remark about a person, in characters.
pub(super) const MAX_REMARK: usize = 512;
/// Digits that a number has at least and at most.
const DIGITS: std::ops::RangeInclusive<usize> = 2..=20;

/// Reads a file. The contacts have no ids yet.
pub(super) fn read(format: ContactFormat, text: &str) -> Result<Vec<ContactRow>, Refusal> {
    if text.len() > MAX_FILE {
        return Err(Refusal::TextTooLong);
    }
    let text = text.trim_start_matches('\u{feff}');
    let contacts = match format {
        ContactFormat::Vcard => vcard::read(text),
        ContactFormat::Csv => read_csv(text),
    };
    if contacts.is_empty() {
        return Err(Refusal::NoContacts);
    }
    Ok(contacts)
}

/// A contact within its limits; none without a name or a number.
pub(super) fn contact(
    name: &str,
    numbers: &[String],
    detail: &str,
    note: &str,
) -> Option<ContactRow> {
    let mut kept: Vec<String> = Vec::new();
    for number in numbers.iter().filter_map(|number| number_of(number)) {
        if kept.len() < MAX_NUMBERS && !kept.contains(&number) {
            kept.push(number);
        }
    }
    let detail = clean(detail, MAX_NAME);
    let name = clean(name, MAX_NAME).or_else(|| detail.clone())?;
    (!kept.is_empty()).then(|| ContactRow {
        id: String::new(),
        numbers: kept,
        detail: detail.filter(|detail| *detail != name),
        note: clean(note, MAX_REMARK),
        name,
    })
}

/// As it is written, where it is a number at all. The sign that keeps spreadsheets from calculating with
/// it is taken off.
fn number_of(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches('\'').trim();
    let plain = |c: char| {
        c.is_ascii_digit() || c.is_whitespace() || matches!(c, '+' | '-' | '.' | '(' | ')' | '/')
    };
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (DIGITS.contains(&digits) && text.chars().all(plain) && text.len() <= MAX_NAME)
        .then(|| clean(text, MAX_NAME))
        .flatten()
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Name,
    /// Before or behind the other part of the name.
    FirstName,
    LastName,
    Number,
    Company,
    Note,
    Other,
}

impl Column {
    /// By its heading, as Google, Outlook and people in Vietnam write it.
    fn of(heading: &str) -> Self {
        let heading = heading.trim().to_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| heading.contains(word));
        let is = |words: &[&str]| words.contains(&heading.as_str());
        if has(&["type", "label", "loại", "fax"]) {
            return Self::Other;
        }
        if is(&["first name", "given name"]) {
            return Self::FirstName;
        }
        if is(&["last name", "family name"]) {
            return Self::LastName;
        }
        if has(&["phone", "mobile", "điện thoại", "di động", "sđt", "sdt"])
            || is(&["tel", "number", "số", "numbers"])
        {
            return Self::Number;
        }
        if has(&["company", "organization", "công ty", "tổ chức"]) && !has(&["title", "department"])
        {
            return Self::Company;
        }
        if has(&["note", "ghi chú"]) {
            return Self::Note;
        }
        if is(&[
            "name",
            "full name",
            "display name",
            "tên",
            "họ tên",
            "họ và tên",
            "khách hàng",
        ]) || has(&["tên khách", "tên đầy đủ"])
        {
            return Self::Name;
        }
        Self::Other
    }
}

fn read_csv(text: &str) -> Vec<ContactRow> {
    let first = text.lines().next().unwrap_or_default();
    let count = |sign: u8| first.bytes().filter(|b| *b == sign).count();
    let delimiter = [b';', b'\t']
        .into_iter()
        .find(|sign| count(*sign) > count(b','))
        .unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(text.as_bytes());
    let columns: Vec<Column> = match reader.headers() {
        Ok(headings) => headings.iter().map(Column::of).collect(),
        Err(_) => return Vec::new(),
    };
    let rows = reader.records().filter_map(Result::ok);
    rows.filter_map(|row| csv_contact(&columns, &row))
        .take(MAX_CONTACTS)
        .collect()
}

fn csv_contact(columns: &[Column], row: &csv::StringRecord) -> Option<ContactRow> {
    let all = |wanted: Column| {
        let cells = columns.iter().zip(row.iter());
        cells.filter_map(move |(column, cell)| (*column == wanted).then_some(cell))
    };
    let first = |wanted: Column| {
        let cell = all(wanted).find(|cell| !cell.trim().is_empty());
        cell.unwrap_or_default().trim_start_matches('\'')
    };
    let whole = first(Column::Name);
    let parts = format!("{} {}", first(Column::FirstName), first(Column::LastName));
    let name = if whole.is_empty() { &parts } else { whole };
    // Google puts several numbers of one kind into one cell.
    let numbers: Vec<String> = all(Column::Number)
        .flat_map(|cell| cell.split(":::").flat_map(|part| part.split([',', ';'])))
        .take(4 * MAX_NUMBERS)
        .map(str::to_owned)
        .collect();
    contact(name, &numbers, first(Column::Company), first(Column::Note))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_by_its_headings_in_either_language() {
        let text = "\u{feff}Họ tên;Số điện thoại;Công ty;Ghi chú\r\n\
                    \"Nguyễn Văn \"\"Minh\"\"\";0912 345 678;Ánh Dương;\"dòng 1\ndòng 2\"\r\n\
                    Không số;;x;y\r\n\
                    ;'+84 24 7100 0001;Chỉ công ty;\r\n";
        let contacts = read(ContactFormat::Csv, text).expect("contacts");
        assert_eq!(contacts.len(), 2);
        assert_eq!(contacts[0].name, "Nguyễn Văn \"Minh\"");
        assert_eq!(contacts[0].numbers, ["0912 345 678"]);
        assert_eq!(contacts[0].detail.as_deref(), Some("Ánh Dương"));
        assert_eq!(contacts[0].note.as_deref(), Some("dòng 1 dòng 2"));
        assert_eq!(contacts[1].name, "Chỉ công ty");
        assert_eq!(contacts[1].numbers, ["+84 24 7100 0001"]);
    }

    #[test]
    fn googles_columns_are_known() {
        let text = "First Name,Last Name,Phone 1 - Label,Phone 1 - Value,Organization Name\n\
                    An,Trần,Mobile,0901234567 ::: 02838123456,ACME\n";
        let contacts = read(ContactFormat::Csv, text).expect("contacts");
        assert_eq!(contacts[0].name, "An Trần");
        assert_eq!(contacts[0].numbers, ["0901234567", "02838123456"]);
        assert_eq!(contacts[0].detail.as_deref(), Some("ACME"));
    }

    #[test]
    fn a_file_without_contacts_and_one_that_is_too_large_are_refused() {
        for nothing in [
            "",
            "Name,Phone\n",
            "Name,Phone\n=cmd(),javascript:1\n",
            "\u{0}\u{1}",
        ] {
            let read = read(ContactFormat::Csv, nothing);
            assert_eq!(read, Err(Refusal::NoContacts), "{nothing:?}");
        }
        let large = "x".repeat(MAX_FILE + 1);
        assert_eq!(
            read(ContactFormat::Vcard, &large),
            Err(Refusal::TextTooLong)
        );
    }
}
