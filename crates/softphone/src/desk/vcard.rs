//! Contacts as vCards: RFC 6350 (4.0), RFC 2426 (3.0), and 2.1 as old phones write it. Own code because
//! readers on crates.io take one of the versions only, and address books export all three.

use super::ContactRow;
use super::import::{Entry, MAX_NUMBERS, Reading};

/// A line with its continuations, in octets; a photograph is longer, and not read.
const MAX_LINE: usize = 16_384;

/// A property: `item1.TEL;TYPE=cell:0912…`.
struct Property {
    name: String,
    is_quoted_printable: bool,
    /// Its octets are ISO 8859-1, where they are no UTF-8.
    is_latin: bool,
    value: String,
}

/// What has been read of a card.
#[derive(Default)]
struct Card {
    /// Which one of the file it is, from 1.
    place: u32,
    full_name: String,
    name: String,
    company: String,
    note: String,
    numbers: Vec<String>,
}

/// Reads every card.
pub(super) fn read(text: &str, reading: &mut Reading) {
    let mut place = 0;
    let mut card: Option<Card> = None;
    for line in unfolded(text) {
        let Some(property) = property(&line) else {
            continue;
        };
        match (property.name.as_str(), &mut card) {
            ("BEGIN", _) => {
                // The end of the one before is missing, but everything of it is there.
                if let Some(open) = card.take() {
                    open.end(reading);
                }
                place += 1;
                card = Some(Card {
                    place,
                    ..Card::default()
                });
            }
            ("END", Some(_)) => {
                if let Some(done) = card.take() {
                    done.end(reading);
                }
            }
            (_, Some(card)) => card.take(&property),
            _ => {}
        }
    }
    if card.is_some() {
        reading.take_broken(place);
    }
}

impl Card {
    fn take(&mut self, property: &Property) {
        let value = if property.is_quoted_printable {
            unquoted(&property.value, property.is_latin)
        } else {
            property.value.clone()
        };
        match property.name.as_str() {
            "FN" => self.full_name = unescaped(&value),
            // Family name; given name; additional names: said in the order of the country.
            "N" => {
                let parts: Vec<String> = split(&value).collect();
                let part = |at: usize| parts.get(at).map_or("", String::as_str);
                self.name = format!("{} {} {}", part(0), part(2), part(1));
            }
            "ORG" => self.company = split(&value).next().unwrap_or_default(),
            "NOTE" => self.note = unescaped(&value),
            "TEL" if self.numbers.len() < 4 * MAX_NUMBERS => {
                let value = unescaped(&value);
                let number = value.split(';').next().unwrap_or_default();
                self.numbers.push(number.to_owned());
            }
            _ => {}
        }
    }

    fn end(self, reading: &mut Reading) {
        let name = if self.full_name.trim().is_empty() {
            self.name
        } else {
            self.full_name
        };
        let entry = Entry {
            name,
            numbers: self.numbers,
            company: self.company,
            note: self.note,
        };
        reading.take(self.place, &entry);
    }
}

/// Lines with their continuations: those that begin with white space (RFC 6350 §3.2), and in 2.1 those
/// after a `=` at the end of quoted-printable text.
fn unfolded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.split('\n') {
        let line = line.strip_suffix('\r').unwrap_or(line);
        let soft = lines.last().is_some_and(|last| {
            let head = last.split(':').next().unwrap_or_default();
            last.ends_with('=') && head.to_ascii_uppercase().contains("QUOTED-PRINTABLE")
        });
        match lines.last_mut() {
            // Longer than anything that is kept: the rest of it, however it is folded, is left out.
            Some(last) if last.len() > MAX_LINE && (soft || line.starts_with([' ', '\t'])) => {}
            Some(last) if soft => {
                last.pop();
                last.push_str(line.trim_start());
            }
            Some(last) if line.starts_with([' ', '\t']) => {
                last.push_str(line.get(1..).unwrap_or_default());
            }
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

fn property(line: &str) -> Option<Property> {
    let mut in_quotes = false;
    let colon = line.char_indices().find_map(|(at, c)| {
        in_quotes ^= c == '"';
        (c == ':' && !in_quotes).then_some(at)
    })?;
    let (head, value) = line.split_at(colon);
    let mut head = head.split(';');
    let name = head.next().unwrap_or_default();
    // A group may stand before it.
    let name = name.rsplit('.').next().unwrap_or_default();
    let values = head.map(|parameter| parameter.rsplit('=').next().unwrap_or_default());
    let values: Vec<&str> = values.collect();
    let has = |wanted: &str| {
        values
            .iter()
            .any(|value| value.eq_ignore_ascii_case(wanted))
    };
    Some(Property {
        name: name.trim().to_ascii_uppercase(),
        is_quoted_printable: has("QUOTED-PRINTABLE"),
        is_latin: has("ISO-8859-1"),
        value: value.get(1..).unwrap_or_default().to_owned(),
    })
}

/// The parts of a value that has several.
fn split(value: &str) -> impl Iterator<Item = String> {
    let mut parts = vec![String::new()];
    let mut escaped = false;
    for c in value.chars() {
        if c == ';' && !escaped {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(c);
        }
        escaped = c == '\\' && !escaped;
    }
    parts.into_iter().map(|part| unescaped(&part))
}

/// RFC 6350 §3.4.
fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(other) => text.push(other),
                None => {}
            },
            other => text.push(other),
        }
    }
    text
}

/// RFC 2045 §6.7, of UTF-8 or what else the card says; what is neither has U+FFFD in it.
fn unquoted(value: &str, is_latin: bool) -> String {
    let mut octets = Vec::with_capacity(value.len());
    let mut rest = value.bytes();
    while let Some(b) = rest.next() {
        let pair = (b == b'=').then(|| {
            let mut ahead = rest.clone();
            let digits = [ahead.next()?, ahead.next()?];
            let digits = std::str::from_utf8(&digits).ok()?;
            u8::from_str_radix(digits, 16).ok()
        });
        match pair.flatten() {
            Some(octet) => {
                octets.push(octet);
                rest.next();
                rest.next();
            }
            None => octets.push(b),
        }
    }
    match String::from_utf8(octets) {
        Ok(text) => text,
        Err(other) if is_latin => other.as_bytes().iter().copied().map(char::from).collect(),
        Err(other) => String::from_utf8_lossy(other.as_bytes()).into_owned(),
    }
}

/// Contacts as vCards 4.0.
pub(super) fn write<'a>(contacts: impl Iterator<Item = &'a ContactRow>) -> String {
    let mut text = String::new();
    for contact in contacts {
        let mut line = |line: &str| {
            fold(line, &mut text);
        };
        line("BEGIN:VCARD");
        line("VERSION:4.0");
        line(&format!("FN:{}", escaped(&contact.name)));
        for number in &contact.numbers {
            line(&format!("TEL:{}", escaped(number)));
        }
        if let Some(detail) = &contact.detail {
            line(&format!("ORG:{}", escaped(detail)));
        }
        if let Some(note) = &contact.note {
            line(&format!("NOTE:{}", escaped(note)));
        }
        line("END:VCARD");
    }
    text
}

fn escaped(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '\n' => escaped.push_str("\\n"),
            '\\' | ',' | ';' => {
                escaped.push('\\');
                escaped.push(c);
            }
            other => escaped.push(other),
        }
    }
    escaped
}

/// At most 75 octets a line, and never within a character (RFC 6350 §3.2).
fn fold(line: &str, into: &mut String) {
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > 75 {
            into.push_str("\r\n ");
            length = 1;
        }
        into.push(c);
        length += c.len_utf8();
    }
    into.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(text: &str) -> Reading {
        let mut reading = Reading::default();
        read(text, &mut reading);
        reading
    }

    #[test]
    fn cards_of_every_version_are_read() {
        let text = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Nguyễn Thị\r\n  Hồng\r\n\
            item1.TEL;VALUE=uri;TYPE=\"voice,cell\":tel:+84-912-345-678;ext=1\r\nORG:Ánh\\; Dương;Kho\r\n\
            NOTE:dòng 1\\ndòng 2\r\nEND:VCARD\r\n\
            BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4C=C3=AA;V=C4=83n;Th=\n=E1=BB=8B\n\
            TEL;CELL:0901234567\nEND:VCARD\n\
            BEGIN:VCARD\nVERSION:3.0\nFN:Không có số\nEND:VCARD\n";
        let Reading { rows, read } = reading(text);
        let contacts = rows;
        assert_eq!(contacts.len(), 2, "{contacts:?}");
        assert_eq!(contacts[0].name, "Nguyễn Thị Hồng");
        assert_eq!(contacts[0].numbers, ["+84-912-345-678"]);
        assert_eq!(contacts[0].detail.as_deref(), Some("Ánh; Dương"));
        assert_eq!(contacts[0].note.as_deref(), Some("dòng 1 dòng 2"));
        assert_eq!(contacts[1].name, "Lê Thị Văn");
        assert_eq!((read.no_number.count, read.no_number.first), (1, 3));
    }

    #[test]
    fn a_card_without_its_end_is_taken_where_another_one_follows_and_counted_where_the_file_ends() {
        let text = "BEGIN:VCARD\nFN:A\nTEL:0912345678\nBEGIN:VCARD\nFN:B\nTEL:0912345679\nEND:VCARD\n\
            BEGIN:VCARD\nFN:C\nTEL:0912";
        let Reading { rows, read } = reading(text);
        let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, ["A", "B"]);
        assert_eq!((read.no_name.count, read.no_name.first), (1, 3));
    }

    #[test]
    fn letters_are_read_as_the_card_says_they_are_written() {
        let card = |charset: &str| {
            format!(
                "BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET={charset};ENCODING=QUOTED-PRINTABLE:Andr=E9\n\
                 TEL:0912345678\nEND:VCARD\n"
            )
        };
        assert_eq!(reading(&card("ISO-8859-1")).rows[0].name, "André");
        assert_eq!(reading(&card("windows-1258")).read.lost_letters.count, 1);
    }

    #[test]
    fn what_is_written_is_read_the_same() {
        let row = ContactRow {
            id: String::new(),
            name: "Công ty TNHH Ánh Dương; chi nhánh Thủ Đức, thành phố Hồ Chí Minh".into(),
            numbers: vec!["0912 345 678".into(), "+84901234567".into()],
            detail: Some("a\\b".into()),
            note: Some("nợ 3, 4".into()),
        };
        let text = write([&row].into_iter());
        assert!(text.lines().all(|line| line.len() <= 75), "{text}");
        assert_eq!(reading(&text).rows, [row]);
    }
}
