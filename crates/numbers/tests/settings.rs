//! How strict the finder is, what a table's header adds, and how sure it says it is.

use alo_numbers::{Confidence, Country, Options, Strictness, find, find_labelled};

fn count(text: &str, strictness: Strictness) -> usize {
    let options = Options {
        strictness,
        ..Options::default()
    };
    find(text, &options).len()
}

fn under(hint: &str, text: &str) -> usize {
    find_labelled(text, hint, &Options::default()).len()
}

#[test]
fn strict_takes_what_says_that_it_is_a_number() {
    for text in [
        "+84 912 345 678",
        "+65 6123 4567",
        "Tel: 0912345678",
        "028 3888 1234 máy lẻ 12",
    ] {
        assert_eq!(count(text, Strictness::Strict), 1, "{text}");
    }
    assert_eq!(count("0912345678", Strictness::Strict), 0);
    assert_eq!(count("0912345678", Strictness::Normal), 1);
}

#[test]
fn eager_takes_what_a_label_speaks_against() {
    assert_eq!(count("Mã đơn: 0912345678", Strictness::Normal), 0);
    assert_eq!(count("Mã đơn: 0912345678", Strictness::Eager), 1);
    assert_eq!(count("12/03/2024", Strictness::Eager), 0);
}

#[test]
fn the_last_thousands_of_an_amount_are_no_number_for_the_most_eager() {
    let found = |text: &str| {
        let options = Options {
            country: Country::parse("DE").expect("a country"),
            strictness: Strictness::Eager,
            ..Options::default()
        };
        find(text, &options).len()
    };
    for text in ["2 091 564 310 VND", "€8 098 201 395", "24 048 248 032 £"] {
        assert_eq!(found(text), 0, "{text}");
    }
    assert_eq!(found("1   091 564 310   350 €"), 1, "a row");
    let american = Options {
        country: Country::US,
        ..Options::default()
    };
    let abroad = find("$5 011 420 601 234 567", &american);
    assert_eq!(abroad.len(), 1, "a price before it");
    assert_eq!(found("2 091 564 310"), 1);
    assert_eq!(found("091 564 310"), 1);
}

#[test]
fn the_header_of_a_column_is_a_label() {
    assert_eq!(under("Mã số thuế", "0356265733"), 0);
    assert_eq!(under("Số điện thoại", "0356265733"), 1);
    assert_eq!(under("SĐT", "84912345678"), 1);
    assert_eq!(under("Khách hàng", "0356265733"), 1);
    // A label in the text itself is nearer.
    assert_eq!(under("Mã số thuế", "ĐT 0356265733"), 1);
    assert_eq!(under("Điện thoại", "MST 0356265733"), 0);
}

#[test]
fn an_account_number_is_nobody_abroad() {
    assert_eq!(under("", "0071000123456"), 0);
    assert_eq!(under("Phone", "0016502530000"), 1);
    assert_eq!(under("", "0084912345678"), 1);
}

#[test]
fn confidence_says_why() {
    let sure = |text: &str| find(text, &Options::default())[0].confidence;
    assert_eq!(sure("+84912345678"), Confidence::High);
    assert_eq!(sure("ĐT 0912345678"), Confidence::High);
    assert_eq!(sure("0912 345 678"), Confidence::Fair);
    let us = Options {
        country: Country::US,
        ..Options::default()
    };
    assert_eq!(find("6502530000", &us)[0].confidence, Confidence::Low);
}
