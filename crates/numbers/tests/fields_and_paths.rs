//! Rows, paths, keys and brackets that look like what touches a number, or belongs to it, and do not.

mod common;

use common::{finds, finds_nothing};

#[test]
fn the_next_field_of_a_row_is_no_second_number() {
    for (text, span, e164) in [
        (
            "5/Ngô Bảo Nga/0332.353.872/12",
            "0332.353.872",
            "+84332353872",
        ),
        (
            "Lan Anh/+84 332 353 872/24",
            "+84 332 353 872",
            "+84332353872",
        ),
        ("Phụ Tùng/0912 345 678/10", "0912 345 678", "+84912345678"),
    ] {
        finds(text, "VN", &[(span, e164)]);
    }
    // Behind a word for a phone it is one.
    finds(
        "ĐT/0912 345 678/79",
        "VN",
        &[("0912 345 678", "+84912345678"), ("79", "+84912345679")],
    );
}

#[test]
fn the_label_of_the_next_field_takes_no_second_number_away() {
    for text in [
        "028 3822 9999 / 8888 Email: a@b.vn",
        "028 3822 9999 / 8888 Website: x.vn",
    ] {
        finds(
            text,
            "VN",
            &[
                ("028 3822 9999", "+842838229999"),
                ("8888", "+842838228888"),
            ],
        );
    }
    finds(
        "028 3822 1234/88 fax 028 3822 1111",
        "VN",
        &[
            ("028 3822 1234", "+842838221234"),
            ("88", "+842838221288"),
            ("028 3822 1111", "+842838221111"),
        ],
    );
}

#[test]
fn a_count_of_what_is_named_like_a_phone_is_no_second_number() {
    for text in [
        "Zalo: 0369.258.147 / 12 gói",
        "Zalo: 0369.258.147 / 24 sim",
        "Zalo: 0369.258.147 / 10 line",
    ] {
        finds(text, "VN", &[("0369.258.147", "+84369258147")]);
    }
}

#[test]
fn a_path_with_blanks_is_a_path() {
    for text in [
        "https://drive.example.com/Hồ Sơ/Lan Anh/0332353872",
        "D:/Khách Hàng/Nguyễn Lan/0332353872",
        "Home/Car Parts/0332353872",
        "Samsung Galaxy/0332353872",
        "0901123456_Cong ty.xlsx",
        "0912345678_Mat truoc.jpg",
        "0912345678_Final",
    ] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn the_keys_of_an_address_that_are_no_phones_name_none() {
    for text in [
        "dt=0312345678&x=1",
        "contact=0312345678&page=2",
        "line=0912345678&x=1",
        "call=0912345678&x=1",
    ] {
        finds_nothing(text, "VN");
    }
    finds(
        "phone=0912345678&x=1",
        "VN",
        &[("0912345678", "+84912345678")],
    );
}

#[test]
fn behind_an_at_a_host_has_to_stand() {
    for text in [
        "+12145551234@2.50",
        "Amount +84912345678@VND",
        "+84912345678@ 5pm",
        "https://user:+16502530000@host/",
    ] {
        finds_nothing(text, "US");
        finds_nothing(text, "VN");
    }
    for (text, span, e164) in [
        (
            "sip:+16502530000@example.com",
            "+16502530000",
            "+16502530000",
        ),
        (
            "<sip:+16502530000@197.210.95.79:5060>",
            "+16502530000",
            "+16502530000",
        ),
        (
            "from +84912345678@pbx.example.vn.",
            "+84912345678",
            "+84912345678",
        ),
    ] {
        finds(text, "US", &[(span, e164)]);
    }
}

#[test]
fn an_hours_zone_and_somebodys_part_are_no_account() {
    for text in [
        "303-748-3647 (MST)",
        "303-748-3647 (MST hours)",
        "303-748-3647 (acct rep)",
        "303-748-3647 (Acct Manager)",
    ] {
        finds(text, "US", &[("303-748-3647", "+13037483647")]);
    }
    finds_nothing("303-748-3647 (Acct #)", "US");
}

#[test]
fn a_remark_behind_a_number_does_not_name_it() {
    for text in [
        "Anh Minh: 0912 345 678 (STK ở dưới)",
        "Em Hoa 0912 345 678 (stk gửi sau)",
        "Chị Lan 0912 345 678 (CCCD nhớ mang theo)",
    ] {
        finds(text, "VN", &[("0912 345 678", "+84912345678")]);
    }
    for text in [
        "0912 345 678 (STK Vietcombank)",
        "0912 345 678 (STK nhận tiền)",
        "0912 345 678 (STK nhân viên)",
        "0912 345 678 (STK bên em)",
    ] {
        finds_nothing(text, "VN");
    }
}
