//! What settings, the page's hints and a site's own short numbers change.

use alo_numbers::{
    Confidence, Country, Found, Kind, Options, PageHints, Pattern, Strictness, find, find_labelled,
};

fn spans(text: &str, found: &[Found]) -> Vec<(String, String)> {
    let units: Vec<u16> = text.encode_utf16().collect();
    found
        .iter()
        .map(|it| {
            let span = &units[it.start_utf16 as usize..it.end_utf16 as usize];
            (String::from_utf16_lossy(span), it.e164())
        })
        .collect()
}

fn read(text: &str, options: &Options) -> Vec<(String, String)> {
    spans(text, &find(text, options))
}

fn of(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let own = |it: &(&str, &str)| (it.0.to_owned(), it.1.to_owned());
    pairs.iter().map(own).collect()
}

#[test]
fn last_digits_behind_a_slash_are_a_second_number_with_its_own_span() {
    let options = Options::default();
    for (text, expected) in [
        (
            "0901 234 567 / 568",
            of(&[("0901 234 567", "+84901234567"), ("568", "+84901234568")]),
        ),
        (
            "ĐT: 028 3822 1234/1235/1236.",
            of(&[
                ("028 3822 1234", "+842838221234"),
                ("1235", "+842838221235"),
                ("1236", "+842838221236"),
            ]),
        ),
        (
            "+84 28 3822 1234 / 35",
            of(&[
                ("+84 28 3822 1234", "+842838221234"),
                ("35", "+842838221235"),
            ]),
        ),
        (
            "0901 234 567 - 568",
            of(&[("0901 234 567", "+84901234567"), ("568", "+84901234568")]),
        ),
        (
            "024 5253 5567 - 575",
            of(&[("024 5253 5567", "+842452535567"), ("575", "+842452535575")]),
        ),
        (
            "028 3822 1234 - 236",
            of(&[("028 3822 1234", "+842838221234"), ("236", "+842838221236")]),
        ),
    ] {
        assert_eq!(read(text, &options), expected, "{text}");
    }
    let tail = &find("0901 234 567 / 568", &options)[1];
    assert!(tail.needs_context, "568 alone is another number");
    for text in [
        "0901 234 567 / 24h",
        "0901 234 567 - 500.000 đ",
        "0901 234 567 / 500 đ",
        "0901 234 567 / 568 / 12/03/2024",
        "0901 234 567 / 568%",
        // An extension, where the digits are those of no neighbour.
        "028 3822 1234 - 106",
        "028 38221234 - 106",
        "098 765 4321 - 1978",
        "0903 123 456 - 246 Trần Phú",
        "0901 234 567 x12 / 568",
        "+84 59.226.7206 / 0322 - 867 - 29",
        "0901 234 567 - 0970 - 920 - 31",
    ] {
        assert_eq!(read(text, &options).len(), 1, "{text}");
    }
}

#[test]
fn digits_of_other_scripts_are_digits() {
    for (text, e164) in [
        ("०९१२ ३४५ ६७८", "+84912345678"),
        ("٠٩١٢٣٤٥٦٧٨", "+84912345678"),
        ("๐๙๑๒-๓๔๕-๖๗๘", "+84912345678"),
        ("＋８４　９１２　３４５　６７８", "+84912345678"),
        ("۰۹۱۲ ۳۴۵ ۶۷۸", "+84912345678"),
    ] {
        assert_eq!(read(text, &Options::default()), of(&[(text, e164)]));
    }
}

#[test]
fn a_page_of_another_country_makes_shared_digits_nobodys() {
    let home = Options::default();
    let hinted = |lang: &str, host: &str, strictness| Options {
        hints: PageHints::new(lang, host),
        strictness,
        ..Options::default()
    };
    let german = hinted("de", "firma.de", Strictness::Normal);
    // A mobile phone in Viet Nam, a line in Leipzig; grouped as Vietnamese it stays one.
    assert_eq!(read("0341563277", &home).len(), 1);
    assert_eq!(read("0341563277", &german), []);
    assert_eq!(read("Tel.: 0341563277", &german), []);
    let eager = find("0341563277", &hinted("de", "", Strictness::Eager));
    assert_eq!(eager[0].confidence, Confidence::Low);
    assert_eq!(eager[0].country(), Some(Country::VN));
    // What says its country is not touched.
    let sure = find("+84 341 563 277", &german);
    assert_eq!(sure[0].confidence, Confidence::High);
    // A Vietnamese page on a German host is at home.
    let mixed = hinted("vi", "firma.de", Strictness::Normal);
    assert_eq!(read("0341563277", &mixed).len(), 1);
}

#[test]
fn a_foreign_reading_is_never_silent() {
    let hinted = |lang: &str| Options {
        hints: PageHints::new(lang, ""),
        ..Options::default()
    };
    let text = "030 12345678";
    assert_eq!(read(text, &Options::default()), []);
    assert_eq!(read(text, &hinted("fr")), []);
    let found = find("Tel. 030 12345678", &hinted("de"));
    assert_eq!(found[0].e164(), "+493012345678");
    assert_eq!(found[0].confidence, Confidence::Low);
    assert!(found[0].needs_context);
    assert_eq!(
        found[0].number.dial(),
        "+493012345678",
        "dialled with its country"
    );
    // Without a word in front only as that country writes it.
    assert_eq!(read("090-1234-5678", &hinted("ja")).len(), 1);
    assert_eq!(read("09012345678", &hinted("ja")), []);
}

#[test]
fn numbers_in_letters_are_an_option() {
    let options = Options {
        vanity: true,
        ..Options::default()
    };
    for text in [
        "1-800-FLOWERS",
        "1 800 FLOWERS",
        "(800) FLO-WERS",
        "+1 800 FLOWERS",
        "800.356.WERS",
    ] {
        assert_eq!(
            read(text, &options),
            of(&[(text, "+18003569377")]),
            "{text}"
        );
        assert_eq!(read(text, &Options::default()), [], "{text}");
    }
    let text = "Call 1-800-CONTACTS today or 0912 345 678";
    assert_eq!(
        read(text, &options),
        of(&[
            ("1-800-CONTACTS", "+18002668228"),
            ("0912 345 678", "+84912345678")
        ])
    );
    for text in [
        "1-800-flowers",
        "800 PEOPLE",
        "1-900-FLOWERS",
        "2800 FLOWERS",
        "800 IN TOTALS OF 12",
    ] {
        assert_eq!(read(text, &options), [], "{text}");
    }
}

#[test]
fn short_numbers_need_a_pattern_of_the_site() {
    let options = Options {
        internal: ["1xx", "2[0-4]xx"]
            .iter()
            .filter_map(|it| Pattern::parse(it))
            .collect(),
        ..Options::default()
    };
    for text in ["101", " 2399 ", "Ext: 101", "Tel 101"] {
        let found = find(text, &options);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!((found[0].kind(), found[0].country()), (Kind::Short, None));
        assert_eq!(find(text, &Options::default()).len(), 0, "{text}");
    }
    assert_eq!(find("Tel 101", &options)[0].number.dial(), "101");
    for text in [
        "2599",
        "Phòng 101",
        "Order: 101",
        "101 đ",
        "$101",
        "101%",
        "1.101",
        "101.5",
        "v101",
        "101-102",
        "ngày 101/2024",
        "Tel 101m",
        "+101",
    ] {
        assert_eq!(read(text, &options), [], "{text}");
    }
    assert_eq!(find_labelled("101", "Máy lẻ / Ext", &options).len(), 1);
    assert_eq!(find_labelled("101", "Số lượng", &options).len(), 0);
    // Whole numbers are found as before.
    assert_eq!(read("0912 345 678", &options).len(), 1);
}
