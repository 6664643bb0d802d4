//! Ten digits without a mark between them: a number in North America, or any code of ten digits.

mod common;
use common::{finds, finds_nothing};

const DIGITS: &str = "4178329412";
const E164: &str = "+14178329412";

#[test]
fn in_a_row_of_fields_a_phone_follows_a_name_or_an_address() {
    for row in [
        "1915 | Mr. Kevin | 4178329412 | 22h07 19/10 | 38.259.000",
        "Oaks Roofing | PO Box 2237, Austin, TX 78792 | 4178329412",
        "77 N Lake Shore Dr, Chicago, IL 60637 · 4178329412 · EIN 31-5652915",
        "id;name;tel;sum 11368483;Ann Lee;4178329412;42478271",
        "Ann Lee, 12 Main St, Toronto, ON M5V 2T6, 4178329412",
        "Ann Lee, 221 Baker Street, London NW1 6XE | 4178329412",
        "Ann Lee · Bluebird Logistics Inc. · 4178329412 · ann@example.com",
        "phone on file 4178329412",
        "4178329412, 7 items",
        "James Ortiz 4178329412 dock 7",
        "Reset for ann@example.com, 4178329412",
    ] {
        let found = common::numbers(row, "US");
        assert!(
            found
                .iter()
                .any(|(span, e164)| span == DIGITS && e164 == E164),
            "{row}: {found:?}"
        );
    }
}

#[test]
fn in_a_row_of_fields_a_code_follows_an_amount_or_a_date() {
    for row in [
        "2020-07-03T04:08:37Z | 52.993.000 đồng | 4178329412",
        "5:01 PM 16/12/2023, ₫50335000, 4178329412",
        "2021-08-11 · $1,508,061.27 · 4178329412",
        "890; Ann; 14/8; €1.907.384,28; 4178329412; 66.191.164.178",
        "71.960.936 m² | 4178329412 | done",
        "Ann\t27-11-2020\t4178329412\tok",
        "29.62910029, 4178329412",
        "1250.00 USD, 4178329412",
    ] {
        finds_nothing(row, "US");
    }
}

#[test]
fn where_other_numbers_have_their_word_one_without_is_a_code() {
    finds(
        "Ann Lee | Acme | M: 650-253-0000 | 12 Elm Street | 4178329412",
        "US",
        &[("650-253-0000", "+16502530000")],
    );
    finds(
        "Tel: 650-253-0000, 4178329412 or 4178329413",
        "US",
        &[
            ("650-253-0000", "+16502530000"),
            (DIGITS, E164),
            ("4178329413", "+14178329413"),
        ],
    );
}

#[test]
fn long_digits_beside_long_digits_are_a_dump() {
    finds_nothing("0x5e690828 3176933488 5035440123 rwx", "US");
    finds_nothing("4178329412 20150518143", "US");
    finds(
        "4178329412/5035440123",
        "US",
        &[(DIGITS, E164), ("5035440123", "+15035440123")],
    );
}

#[test]
fn behind_a_tax_code_its_branch() {
    for text in [
        "0115792256-001",
        "Mã số thuế: 0116483638-002",
        "A | 0112059481-076",
        "0112308547-068  ok",
    ] {
        finds_nothing(text, "US");
        finds_nothing(text, "VN");
    }
}

#[test]
fn zeros_in_front_of_a_whole_barcode_do_not_call_abroad() {
    finds_nothing("0012516289017", "US");
    finds(
        "00 1 251 628 9017",
        "VN",
        &[("00 1 251 628 9017", "+12516289017")],
    );
}
