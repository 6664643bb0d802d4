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
        "0912345678 (số tài khoản và Zalo)",
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

#[test]
fn a_house_and_a_year_behind_a_slash_are_no_other_number() {
    for text in [
        "Linh Trần 0369.258.147 / 24 Trần Phú / Hà Đông",
        "0369.258.147 / 12 thùng",
        "0369.258.147 / 240 Trần Phú",
        "0369.258.147/2024",
    ] {
        finds(text, "VN", &[("0369.258.147", "+84369258147")]);
    }
    finds("0369258147/2024", "VN", &[("0369258147", "+84369258147")]);
    finds(
        "0901 234 567 / 568 Ms Lan",
        "VN",
        &[("0901 234 567", "+84901234567"), ("568", "+84901234568")],
    );
    finds(
        "028 3822 9999/98 gặp chị Hà",
        "VN",
        &[("028 3822 9999", "+842838229999"), ("98", "+842838229998")],
    );
    finds(
        "028 3823 2020/2021",
        "VN",
        &[
            ("028 3823 2020", "+842838232020"),
            ("2021", "+842838232021"),
        ],
    );
}

#[test]
fn a_calling_code_set_off_without_its_plus_needs_a_word_for_a_phone() {
    for (text, span, e164) in [
        ("Phone: 84-24-37381859", "84-24-37381859", "+842437381859"),
        ("ĐT: 84-28-3829-1859", "84-28-3829-1859", "+842838291859"),
        ("Phone 84 912 345 678", "84 912 345 678", "+84912345678"),
    ] {
        finds(text, "US", &[(span, e164)]);
    }
    for text in [
        "84-24-37381859",
        "Order 84-24-37381859",
        "Vietnam 84 912 345 678",
        "Phone: 12 345 678 901",
    ] {
        finds_nothing(text, "US");
    }
}

#[test]
fn what_a_number_begins_with_is_spoken_of_as_a_phone() {
    finds(
        "đầu số nước ngoài, như +886.912.599.258, nháy máy",
        "VN",
        &[("+886.912.599.258", "+886912599258")],
    );
    finds_nothing("Chênh lệch +886.912.599.258", "VN");
    finds("0912345678zalo", "VN", &[("0912345678", "+84912345678")]);
}

#[test]
fn a_lady_behind_a_number_is_no_measure_of_time() {
    for (text, span) in [
        ("214-555-1234 Ms. Lee", "214-555-1234"),
        ("2145551234 Ms. Lee", "2145551234"),
    ] {
        finds(text, "US", &[(span, "+12145551234")]);
    }
    finds_nothing("took 2145551234 ms", "US");
}
