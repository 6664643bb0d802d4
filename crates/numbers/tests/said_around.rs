//! What is said around a number: whose phone it is in front, and behind it that it is none.

mod common;
use common::{finds, finds_nothing};

#[test]
fn a_word_for_a_phone_and_whose_it_is_are_as_good_as_the_word_alone() {
    for text in [
        "SĐT người nhận: 08 8612 3456",
        "SĐT khách hàng: 08 8612 3456",
        "Số điện thoại nhận hàng 08 8612 3456",
    ] {
        finds(text, "VN", &[("08 8612 3456", "+84886123456")]);
    }
    for text in [
        "Mã SĐT người nhận: 08 8612 3456",
        "SĐT người nhận 2: 08 8612 3456",
        "DT khách: 08 8612 3456",
        "Người nhận: 08 8612 3456",
    ] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn the_first_digit_of_a_line_may_lean_on_an_area_whose_town_leaves_germany_none_like_it() {
    for (text, span, e164) in [
        ("Tel: 02213 942 426", "02213 942 426", "+842213942426"),
        ("Phone: 02113 942 426", "02113 942 426", "+842113942426"),
    ] {
        finds(text, "VN", &[(span, e164)]);
    }
    for text in [
        "02213 942 426",
        "Telefon: 02213 942 426",
        "Tel: 02263 551 925",
        "Tel: 02203 955 123",
        "Tel: 02218 942 426",
        "Tel: 02920 123 456",
    ] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn what_a_bracket_behind_names_an_account_or_a_code_is_no_phone() {
    for text in [
        "0912 345 678 (Số tài khoản)",
        "0912345678 (STK Vietcombank)",
        "0912 345 678 (mã đơn)",
        "0912345678 (CCCD)",
        "0912345678 (mã số thuế)",
    ] {
        finds_nothing(text, "VN");
    }
    for text in ["917-748-3647 (Acct #)", "917-748-3647 (order number)"] {
        finds_nothing(text, "US");
    }
    // An account of its own, who says that it is a phone, and words for a firm's line.
    for text in [
        "0912345678 (STK 19034567890123)",
        "SĐT 0912345678 (STK MB)",
        "0912345678 (đơn hàng)",
        "0912345678 (OTP)",
        "0912345678 (DHL)",
        "0912345678 (Zalo)",
        "0912345678 (Momo)",
    ] {
        finds(text, "VN", &[("0912345678", "+84912345678")]);
    }
    finds(
        "+84912345678 (STK)",
        "VN",
        &[("+84912345678", "+84912345678")],
    );
    finds("1900 1234 (mã đơn)", "VN", &[("1900 1234", "+8419001234")]);
    finds(
        "917-748-3647 (Orders)",
        "US",
        &[("917-748-3647", "+19177483647")],
    );
}
