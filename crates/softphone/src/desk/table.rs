//! Contacts of a table (CSV): what its columns hold, by their headings.

use alo_protocol::unmarked;

use super::import::{Entry, MAX_NUMBERS, Reading};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    /// The whole name, or all of it but the [`Self::Family`].
    Name,
    Given,
    Middle,
    /// Last in the West.
    Last,
    /// Said first, as in Vietnam.
    Family,
    Number,
    Company,
    Note,
    Other,
}

impl Column {
    /// By its heading, as Google, Outlook and people in Vietnam write it, with or without accents.
    fn of(heading: &str) -> Self {
        let heading = unmarked(heading);
        let words: Vec<&str> = heading
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        // `ĐT` for a telephone; `DT` is a turnover.
        let short = |word: &&str| matches!(*word, "đt" | "sđt" | "sdt" | "đtdđ" | "dtdd" | "tel");
        let is_phone = words.iter().any(short);
        let ascii = heading.replace('đ', "d");
        let ascii = ascii.split_whitespace().collect::<Vec<_>>().join(" ");
        let has = |parts: &[&str]| parts.iter().any(|part| ascii.contains(part));
        let is = |all: &[&str]| all.contains(&ascii.trim_matches([':', '*', ' ', '.']));
        if has(&["type", "label", "loai", "fax", "phonetic", "yomi"]) {
            return Self::Other;
        }
        if is(&["first name", "given name"]) {
            return Self::Given;
        }
        if is(&[
            "middle name",
            "additional name",
            "ten dem",
            "ten lot",
            "dem",
        ]) {
            return Self::Middle;
        }
        if is(&["last name", "family name", "surname"]) {
            return Self::Last;
        }
        if is(&["ho", "ho dem", "ho lot", "ho va ten dem", "ho va ten lot"]) {
            return Self::Family;
        }
        if is_phone
            || has(&["phone", "mobile", "dien thoai", "di dong", "so dt"])
            || is(&[
                "number", "so", "numbers", "zalo", "so zalo", "so may", "hotline",
            ])
        {
            return Self::Number;
        }
        if has(&["company", "organization", "cong ty", "to chuc"]) && !has(&["title", "department"])
        {
            return Self::Company;
        }
        if has(&["note", "ghi chu"]) {
            return Self::Note;
        }
        if is(&[
            "name",
            "full name",
            "display name",
            "contact name",
            "customer name",
            "ten",
            "ho ten",
            "ho va ten",
            "khach hang",
            "nguoi lien he",
        ]) || has(&[
            "ten khach",
            "ten day du",
            "ten lien he",
            "ho ten khach",
            "ho va ten khach",
        ]) {
            return Self::Name;
        }
        Self::Other
    }
}

/// Reads every row below the headings.
pub(super) fn read(text: &str, reading: &mut Reading) {
    let (told, text) = told_delimiter(text);
    let first = text.lines().next().unwrap_or_default();
    let count = |sign: u8| first.bytes().filter(|b| *b == sign).count();
    let seen = [b';', b'\t']
        .into_iter()
        .find(|sign| count(*sign) > count(b','));
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(told.or(seen).unwrap_or(b','))
        .flexible(true)
        .from_reader(text.as_bytes());
    let columns: Vec<Column> = match reader.headers() {
        Ok(headings) => headings.iter().map(Column::of).collect(),
        Err(_) => return,
    };
    for (row, place) in reader.records().filter_map(Result::ok).zip(2..) {
        reading.take(place, &entry(&columns, &row));
    }
}

/// What `sep=;` says in the first line, which Excel reads so; and the rest.
fn told_delimiter(text: &str) -> (Option<u8>, &str) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let line = line.trim_end_matches('\r').trim_matches('"');
    let told = line
        .get(..4)
        .filter(|start| start.eq_ignore_ascii_case("sep="));
    match (told, line.as_bytes().get(4..)) {
        (Some(_), Some([sign])) => (Some(*sign), rest),
        _ => (None, text),
    }
}

fn entry(columns: &[Column], row: &csv::StringRecord) -> Entry {
    let all = |wanted: Column| {
        let cells = columns.iter().zip(row.iter());
        cells.filter_map(move |(column, cell)| (*column == wanted).then_some(cell))
    };
    let first = |wanted: Column| {
        let cell = all(wanted).find(|cell| !cell.trim().is_empty());
        cell.unwrap_or_default().trim_start_matches('\'')
    };
    Entry {
        name: name(first),
        // Google puts several numbers of one kind into one cell.
        numbers: all(Column::Number)
            .flat_map(|cell| cell.split(":::").flat_map(|part| part.split([',', ';'])))
            .take(4 * MAX_NUMBERS)
            .map(str::to_owned)
            .collect(),
        company: first(Column::Company).to_owned(),
        note: first(Column::Note).to_owned(),
    }
}

/// The name of its parts, in the order in which it is said.
fn name<'a>(part: impl Fn(Column) -> &'a str) -> String {
    let [whole, given, middle, last, family] = [
        Column::Name,
        Column::Given,
        Column::Middle,
        Column::Last,
        Column::Family,
    ]
    .map(|column| part(column).trim());
    let parts = match (whole, family) {
        ("", "") if is_family_first(given, last) => [last, middle, given],
        ("", "") => [given, middle, last],
        ("", family) => [family, middle, given],
        (whole, "") => [whole, "", ""],
        // One of `Họ` and `Tên`.
        (whole, family) => [family, middle, whole],
    };
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

/// Whether the last name is a family name of Vietnam, which is said first. Address books guess which part
/// is which, so the given name must not be a more usual family name.
fn is_family_first(given: &str, last: &str) -> bool {
    /// By how many people have them; those without accents would be names elsewhere, too.
    const FAMILIES: [&str; 24] = [
        "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ",
        "hồ", "ngô", "dương", "lý", "đinh", "trương", "đoàn", "trịnh", "đào", "lương", "lâm", "tạ",
    ];
    let rank = |name: &str| {
        let word = name.split_whitespace().next().unwrap_or_default();
        let word = word.to_lowercase();
        FAMILIES.iter().position(|family| **family == word)
    };
    match (rank(last), rank(given)) {
        (Some(last), Some(given)) => last < given,
        (last, _) => last.is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ContactRow;

    fn rows(text: &str) -> Vec<ContactRow> {
        let mut reading = Reading::default();
        read(text, &mut reading);
        reading.rows
    }

    /// Name and numbers of the only contact.
    fn only(text: &str) -> (String, Vec<String>) {
        let rows = rows(text);
        assert_eq!(rows.len(), 1, "{text}");
        (rows[0].name.clone(), rows[0].numbers.clone())
    }

    #[test]
    fn a_table_is_read_by_its_headings_in_either_language() {
        let text = "Họ tên;Số điện thoại;Công ty;Ghi chú\r\n\
                    \"Nguyễn Văn \"\"Minh\"\"\";0912 345 678;Ánh Dương;\"dòng 1\ndòng 2\"\r\n\
                    Không số;;x;y\r\n\
                    ;'+84 24 7100 0001;Chỉ công ty;\r\n\
                    ;;;\r\n\
                    ;0912345678;;\r\n";
        let mut reading = Reading::default();
        read(text, &mut reading);
        let contacts = reading.rows;
        assert_eq!(contacts.len(), 2);
        assert_eq!(contacts[0].name, "Nguyễn Văn \"Minh\"");
        assert_eq!(contacts[0].numbers, ["0912 345 678"]);
        assert_eq!(contacts[0].detail.as_deref(), Some("Ánh Dương"));
        assert_eq!(contacts[0].note.as_deref(), Some("dòng 1 dòng 2"));
        assert_eq!(contacts[1].name, "Chỉ công ty");
        assert_eq!(contacts[1].numbers, ["+84 24 7100 0001"]);
        // The rows as a spreadsheet numbers them.
        let (without, nameless) = (reading.read.no_number, reading.read.no_name);
        assert_eq!((without.count, without.first), (1, 3));
        assert_eq!((nameless.count, nameless.first), (1, 6));
    }

    #[test]
    fn headings_are_known_as_people_write_them() {
        for heading in [
            "Số ĐT",
            "ĐT",
            "SĐT",
            "ĐT 1",
            "Di động",
            "So dien thoai",
            "Số điện thoại",
            "S\u{f4}\u{301} \u{111}i\u{ea}\u{323}n thoa\u{323}i",
            "So\u{302}\u{301} \u{110}T",
            "Zalo",
            "Mobile Phone",
            "Tel.",
        ] {
            assert_eq!(Column::of(heading), Column::Number, "{heading}");
        }
        for heading in ["Ho\u{323} te\u{302}n", "HỌ VÀ TÊN", "Tên khách hàng", "Ten"] {
            assert_eq!(Column::of(heading), Column::Name, "{heading}");
        }
        for heading in ["DT", "Phone 1 - Label", "Phonetic First Name", "STT", "Fax"] {
            assert_eq!(Column::of(heading), Column::Other, "{heading}");
        }
    }

    #[test]
    fn the_line_that_tells_excel_the_delimiter_is_no_heading() {
        for start in ["sep=;\r\n", "\"sep=;\"\n", "SEP=;\n"] {
            let read = only(&format!("{start}Tên;Số, chính\tĐT\nAn;0912345678\n"));
            assert_eq!(read.0, "An", "{start}");
        }
        let mut reading = Reading::default();
        read("sep=;\nTên;ĐT\nAn;0912345678\nBình;?\n", &mut reading);
        assert_eq!(reading.read.no_number.first, 3);
    }

    #[test]
    fn googles_columns_are_known() {
        let text = "First Name,Last Name,Phone 1 - Label,Phone 1 - Value,Organization Name\n\
                    Anna,Smith,Mobile,0901234567 ::: 02838123456,ACME\n";
        let contacts = rows(text);
        assert_eq!(contacts[0].name, "Anna Smith");
        assert_eq!(contacts[0].numbers, ["0901234567", "02838123456"]);
        assert_eq!(contacts[0].detail.as_deref(), Some("ACME"));
    }

    #[test]
    fn a_name_in_parts_is_whole_and_in_the_order_in_which_it_is_said() {
        for (parts, said) in [
            ("An,Văn,Nguyễn", "Nguyễn Văn An"),
            // Google's own guess when somebody types the name in one go.
            ("Nguyễn,Văn,An", "Nguyễn Văn An"),
            ("Nguyễn,Thùy,Dương", "Nguyễn Thùy Dương"),
            ("Dương,Thùy,Nguyễn", "Nguyễn Thùy Dương"),
            ("John,F,Kennedy", "John F Kennedy"),
            ("An,,Trần", "Trần An"),
        ] {
            let text = format!("First Name,Middle Name,Last Name,Phone 1 - Value\n{parts},101\n");
            assert_eq!(only(&text).0, said);
        }
        let text = "Họ,Tên,Số ĐT\nNguyễn Văn,An,0912345678\n";
        assert_eq!(only(text).0, "Nguyễn Văn An");
    }

    #[test]
    fn a_file_without_contacts_gives_none() {
        for nothing in [
            "",
            "sep=",
            "Name,Phone\n",
            "Name,Phone\n=cmd(),javascript:1\n",
            "\u{0}\u{1}",
        ] {
            assert!(rows(nothing).is_empty(), "{nothing:?}");
        }
    }
}
