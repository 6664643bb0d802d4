//! What the cells of a column say about each other.

use alo_numbers::{COLUMN_HINT, Country, Finder, Options, Run, Strictness, Target};

fn options(country: &str) -> Options {
    Options {
        country: Country::parse(country).expect("a country"),
        ..Options::default()
    }
}

/// The E.164 numbers of a column of cells, each with its text.
fn marked<'a>(cells: &[&'a str], hint: &str, options: &Options) -> Vec<(&'a str, String)> {
    let run = |text: &&'a str| Run {
        text,
        hint,
        column: Some(0),
    };
    let runs: Vec<_> = cells.iter().map(run).collect();
    let found = Finder::new(options).find_all(&runs);
    let text = |run: u32| cells[usize::try_from(run).expect("an index")];
    found
        .iter()
        .map(|it| (text(it.run), it.found.e164()))
        .collect()
}

fn texts<'a>(cells: &[&'a str], hint: &str, country: &str) -> Vec<&'a str> {
    let marked = marked(cells, hint, &options(country));
    marked.into_iter().map(|(text, _)| text).collect()
}

const TAX_CODES: [&str; 8] = [
    "0101234567",
    "0312345678",
    "0362345678",
    "0109876543",
    "4200123456",
    "3700456789",
    "0301112223",
    "0372233445",
];

const GERMANS: [&str; 8] = [
    "030 12345678",
    "0170 1234567",
    "0221 4711234",
    "089 123456",
    "040 3344556",
    "0711 223344",
    "0172 9876543",
    "0341 998877",
];

#[test]
fn a_tax_code_that_looks_like_a_mobile_phone_is_known_by_the_other_codes_of_its_column() {
    assert_eq!(texts(&["0362345678"], "", "VN"), ["0362345678"]);
    assert!(texts(&TAX_CODES, "", "VN").is_empty());
    assert!(texts(&TAX_CODES, "Mã", "VN").is_empty());
}

#[test]
fn order_numbers_of_ten_digits_are_no_american_phones_among_others_that_cannot_be() {
    let orders = [
        "6184347310",
        "1399642480",
        "9074278827",
        "8196140542",
        "1177001122",
        "7361112223",
        "2125550147",
        "9990102030",
        "4070112233",
    ];
    assert!(texts(&orders, "", "US").is_empty());
    let phones = [
        "2125550147",
        "4155550123",
        "6502530000",
        "3125550188",
        "9175550101",
        "5551234567",
    ];
    assert_eq!(texts(&phones, "", "US"), phones[..5]);
}

#[test]
fn a_number_grouped_as_at_home_is_none_where_most_that_are_grouped_so_cannot_be_one() {
    let patients = [
        "440 777 3456",
        "443 212 3456",
        "610 155 0123",
        "401 023 2137",
        "470 012 3456",
        "690 133 7891",
        "450 557 7104",
        "999 012 3123",
    ];
    assert_eq!(texts(&patients[..1], "", "US"), patients[..1]);
    assert!(texts(&patients, "", "US").is_empty());
}

#[test]
fn the_one_phone_in_a_list_of_properties_stays_one() {
    let properties = [
        "0912345678",
        "0301112223",
        "079123456789",
        "1.250.000.000",
        "00710001234567",
        "DH-2026-1104-7",
        "5790123456",
        "VN123456789",
    ];
    assert_eq!(texts(&properties, "", "VN"), properties[..1]);
}

#[test]
fn a_label_in_the_cell_counts_for_more_than_its_column() {
    let mut cells = TAX_CODES.to_vec();
    cells.extend(["ĐT: 0362345678", "+84 912 345 678", "0912 345 678"]);
    assert_eq!(texts(&cells, "", "VN"), cells[TAX_CODES.len()..]);
}

#[test]
fn a_column_of_phone_numbers_makes_numbers_of_digits_that_alone_are_none() {
    let doubtful = "0074951234567";
    assert!(texts(&[doubtful], "", "VN").is_empty());
    let cells = [
        "0912 345 678",
        "+84 987 654 321",
        "028 3822 1234",
        "+1 650 253 0000",
        "0903 111 222",
        doubtful,
    ];
    let all = marked(&cells, "", &options("VN"));
    assert_eq!(all.last(), Some(&(doubtful, "+74951234567".to_owned())));
    assert_eq!(all.len(), cells.len());
}

#[test]
fn what_was_found_by_its_column_alone_is_found_again_at_the_click() {
    let mut cells = ["0912 345 678"; 6].to_vec();
    cells.push("0074951234567");
    let runs: Vec<_> = cells
        .iter()
        .map(|text| Run {
            text,
            hint: "Thông tin",
            column: Some(3),
        })
        .collect();
    let options = options("VN");
    let found = Finder::new(&options).find_all(&runs);
    let by_column: Vec<_> = found.iter().filter(|it| it.by_column).collect();
    let [it] = by_column[..] else {
        panic!("{found:?}")
    };
    let span = it.found.start_utf16..it.found.end_utf16;
    let target = Target::within(cells[6], span, COLUMN_HINT, &options).expect("a target");
    assert_eq!(target.dial.as_str(), "+74951234567");
}

#[test]
fn in_a_column_of_germans_digits_that_both_countries_have_are_nobodys() {
    let erlangen = "09131 23456";
    assert_eq!(texts(&[erlangen], "", "VN"), [erlangen]);
    let mut cells = GERMANS.to_vec();
    cells.push(erlangen);
    cells.push("0912 345 678");
    cells.push("ĐT: 09131 23456");
    for hint in ["", "Phone"] {
        let seen = texts(&cells, hint, "VN");
        assert!(!seen.contains(&erlangen), "{hint}: {seen:?}");
        assert!(seen.contains(&"0912 345 678"), "{hint}: {seen:?}");
        assert!(seen.contains(&"ĐT: 09131 23456"), "{hint}: {seen:?}");
    }
}

#[test]
fn a_few_foreigners_take_nothing_from_a_column_of_vietnamese_numbers() {
    let mut cells = vec!["0912345678"; 12];
    cells.extend(&GERMANS[..5]);
    assert_eq!(texts(&cells, "", "VN").len(), 12);
}

#[test]
fn too_few_cells_and_other_settings_change_nothing() {
    assert_eq!(texts(&TAX_CODES[..5], "", "VN"), ["0362345678"]);
    for strictness in [Strictness::Strict, Strictness::Eager] {
        let options = Options {
            strictness,
            ..options("VN")
        };
        let alone: Vec<_> = TAX_CODES
            .iter()
            .flat_map(|text| marked(&[text], "", &options))
            .collect();
        assert_eq!(marked(&TAX_CODES, "", &options), alone);
    }
}

#[test]
fn columns_are_judged_apart_and_texts_without_one_alone() {
    let mut runs = Vec::new();
    for code in &TAX_CODES {
        for (text, column) in [(*code, Some(0)), ("0912345678", Some(1)), (*code, None)] {
            runs.push(Run {
                text,
                hint: "",
                column,
            });
        }
    }
    let options = options("VN");
    let found = Finder::new(&options).find_all(&runs);
    let in_column = |column| {
        let own = found.iter();
        own.filter(|it| runs[it.run as usize].column == column)
            .count()
    };
    assert_eq!(in_column(Some(0)), 0);
    assert_eq!(in_column(Some(1)), TAX_CODES.len());
    assert!(in_column(None) > 0);
    assert!(found.is_sorted_by_key(|it| it.run));
}

#[test]
fn no_names_of_columns_and_no_texts_upset_it() {
    let long = "0".repeat(5_000);
    let odd = [
        "",
        "+",
        "() - .",
        &long,
        "٠٩١٢٣٤٥٦٧٨",
        "1 2 3 4 5 6 7 8 9 0 1 2",
        "🙂0912345678",
    ];
    let runs: Vec<_> = (0..2_000)
        .map(|at: u32| Run {
            text: odd[at as usize % odd.len()],
            hint: "",
            column: Some([0, 1, at, u32::MAX][at as usize % 4]),
        })
        .collect();
    let options = options("VN");
    assert!(!Finder::new(&options).find_all(&runs).is_empty());
}

#[test]
fn ten_bare_digits_that_nothing_speaks_for_are_nobodys_in_america() {
    let seen = |text, hint, column| {
        let options = options("US");
        let run = Run { text, hint, column };
        Finder::new(&options).find_all(&[run]).len()
    };
    assert_eq!(seen("3104822546", "", None), 0);
    // A line that is free to call, and a trunk prefix in front, are hardly chance.
    assert_eq!(seen("8004822546", "", None), 1);
    assert_eq!(seen("13104822546", "", None), 1);
    // Who says that it is one, who writes it as one, and a column that may be one of phones.
    assert_eq!(seen("3104822546", "Phone", None), 1);
    assert_eq!(seen("Call 3104822546", "", None), 1);
    assert_eq!(seen("310-482-2546", "", None), 1);
    assert_eq!(seen("3104822546", "", Some(0)), 1);
    // Where somebody points at it, it can be called.
    assert_eq!(alo_numbers::find("3104822546", &options("US")).len(), 1);
}

#[test]
fn the_headers_of_a_log_of_calls_stand_above_phones_and_the_letters_of_a_sheet_above_anything() {
    for header in ["From", "To", "Von", "Đến", "発信者", "Destination", "src:"] {
        let found = alo_numbers::find_labelled("2145551234", header, &options("US"));
        assert_eq!(found.len(), 1, "{header}");
        assert!(
            found[0].confidence > alo_numbers::Confidence::Low,
            "{header}"
        );
    }
    for header in ["C", "F", "Order", "Account number", "From invoice"] {
        let found = alo_numbers::find_labelled("2145551234", header, &options("US"));
        let named = found
            .iter()
            .any(|it| it.confidence > alo_numbers::Confidence::Low);
        assert!(!named, "{header}");
    }
    let grouped = alo_numbers::find_labelled("441 870 8552", "Account number", &options("US"));
    assert!(grouped.is_empty());
}
