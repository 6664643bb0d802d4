//! Accounts at a bank, which look like numbers in other lands or are grouped as at home.

mod common;
use common::{finds, finds_nothing};

#[test]
fn an_account_is_none_in_whatever_groups() {
    for label in [
        "STK",
        "Số TK:",
        "Số tài khoản",
        "vào tài khoản",
        "TK ngân hàng:",
        "Account no.",
        "Account number:",
        "Acct #",
        "Kontonummer",
        "Konto-Nr.",
        "N° de compte",
        "口座番号",
    ] {
        for digits in [
            "573 614 4992",
            "612-220-0542",
            "0051 011 024146",
            "0074 764 766886",
        ] {
            finds_nothing(&format!("{label} {digits}"), "US");
        }
        for digits in [
            "059 508 9475",
            "0790-8082-24",
            "0912 345 678",
            "0074 764 766886",
        ] {
            finds_nothing(&format!("{label} {digits}"), "VN");
        }
    }
    finds(
        "STK 0051 011 024146 MB Bank, ĐT 0912 345 678",
        "VN",
        &[("0912 345 678", "+84912345678")],
    );
    finds(
        "Account: Acme Inc. 214-555-1234",
        "US",
        &[("214-555-1234", "+12145551234")],
    );
}

#[test]
fn thirteen_digits_behind_two_zeros_call_nobody_by_chance() {
    for text in [
        "0034 111 640905",
        "0018 636 392454",
        "0036 162 335967",
        "0079 981 855480",
        "0071 000 123456",
        "0092 538 861808",
    ] {
        finds_nothing(text, "VN");
        finds_nothing(text, "US");
    }
    for (text, e164) in [
        ("0034 612 345 678", "+34612345678"),
        ("0043 664 1234567", "+436641234567"),
        ("0044 7911 123456", "+447911123456"),
        ("0033 6 12 34 56 78", "+33612345678"),
        ("0049 171 1234567", "+491711234567"),
        ("001 214 555 1234", "+12145551234"),
        ("00 34 612 345 678", "+34612345678"),
    ] {
        finds(text, "VN", &[(text, e164)]);
    }
    finds(
        "Tel: 0034 612 345678",
        "VN",
        &[("0034 612 345678", "+34612345678")],
    );
}

#[test]
fn where_two_zeros_do_not_call_abroad_thirteen_digits_are_a_barcode() {
    finds_nothing("0061224829082", "US");
    finds(
        "Tel 0061224829082",
        "US",
        &[("0061224829082", "+61224829082")],
    );
    finds("0061224829082", "VN", &[("0061224829082", "+61224829082")]);
}
