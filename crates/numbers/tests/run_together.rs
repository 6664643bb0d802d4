//! Numbers that touch what follows them on a screen, shortened ones behind another and those of telephone systems' logs.

mod common;
use common::{finds_nothing, numbers};

use alo_numbers::{Options, find_labelled};

fn dialled(text: &str, country: &str) -> Vec<String> {
    numbers(text, country).into_iter().map(|it| it.1).collect()
}

fn rings(text: &str, country: &str, all: &[&str]) {
    assert_eq!(dialled(text, country), all, "{text}");
}

#[test]
fn the_next_thing_of_a_page_may_touch_a_number_in_its_countrys_groups() {
    rings(
        "Keystone HVAC(281) 737-4010Directions",
        "US",
        &["+12817374010"],
    );
    rings("(956) 489-8653Get directions", "US", &["+19564898653"]);
    rings("Phone(718) 596-7648HoursMon - Sat", "US", &["+17185967648"]);
    rings("ph#732-262-1210fax", "US", &["+17322621210"]);
    rings("0912 345 678Gọi ngay", "VN", &["+84912345678"]);
    for text in [
        "281-737-4010A",
        "281-737-4010AB12",
        "281-737-4010xyz",
        "2817374010Directions",
    ] {
        finds_nothing(text, "US");
    }
    for text in ["0912345678Gọi", "0912345678AB", "0912 345 678kg"] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn a_title_may_touch_a_number_of_viet_nam() {
    for text in [
        "0912345678MrLinh",
        "0912345678MsHằng",
        "0912345678C.Vy",
        "0912345678Mr.Linh ok",
    ] {
        rings(text, "VN", &["+84912345678"]);
    }
    for text in ["0912345678Mr2", "0912345678C.VY", "0912345678MRLINH"] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn a_remark_behind_a_dash_is_no_part_of_a_code() {
    rings(
        "401-486-1771-work, 971-462-8287-mom",
        "US",
        &["+14014861771", "+19714628287"],
    );
    rings("lh:0708665303-gặp Hương", "VN", &["+84708665303"]);
    rings(
        "ĐT:0297 3792 816-DĐ:0899 084 599",
        "VN",
        &["+842973792816", "+84899084599"],
    );
    for text in [
        "401-486-1771-rev",
        "401-486-1771-work-2",
        "401-486-1771-a1b2",
    ] {
        finds_nothing(text, "US");
    }
    for text in [
        "0708665303-gặp",
        "/0912-345-678-goi-ngay.html",
        "0912.345.678-a1",
    ] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn numbers_in_dots_may_stand_behind_dashes() {
    rings(
        "0356.690.169-0378.178.007-0372.502.046",
        "VN",
        &["+84356690169", "+84378178007", "+84372502046"],
    );
    finds_nothing("0356-690-169-0378-178-007-037", "VN");
}

#[test]
fn an_hour_behind_a_number_is_no_part_of_it() {
    rings(
        "028-62872230 17:38, (024) 39125689 16:16",
        "VN",
        &["+842862872230", "+842439125689"],
    );
    rings("0290 373 5065 13:44, nhỡ", "VN", &["+842903735065"]);
}

#[test]
fn a_second_line_is_shortened_by_its_area() {
    rings(
        "650.343.4589/ 971.0309/ 238.8350",
        "US",
        &["+16503434589", "+16509710309", "+16502388350"],
    );
    rings(
        "Call (980) 638-3768/726-2664",
        "US",
        &["+19806383768", "+19807262664"],
    );
    rings(
        "Phone: (0251) 3500637/ 3500 638",
        "VN",
        &["+842513500637", "+842513500638"],
    );
    rings(
        "Sửa chữa nước: (028) 54118587 / 8588 (24/24)",
        "VN",
        &["+842854118587", "+842854118588"],
    );
    // A house, a count, another grouping.
    rings("650-343-4589 / 971 0309", "US", &["+16503434589"]);
    rings("650-343-4589 / 9710309", "US", &["+16503434589"]);
}

#[test]
fn what_a_telephone_system_dials_is_a_number() {
    rings(
        "-- Called SIP/viettel-trunk/0859595009",
        "VN",
        &["+84859595009"],
    );
    rings(
        "Executing [0328593207@from-internal:25] Set(",
        "VN",
        &["+84328593207"],
    );
    rings(
        "DATE=0618 TIME=1802 NMBR=2133452658 NAME=BROWN",
        "US",
        &["+12133452658"],
    );
    rings(
        "<MST>0318145744</MST><SDThoai>02437077584</SDThoai>",
        "VN",
        &["+842437077584"],
    );
    for text in [
        "/path/viettel-trunk/0859595009",
        "0328593207@internal",
        "a0328593207@from-x",
    ] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn codes_of_land_loyalty_and_stays_are_nobody() {
    for text in [
        "APN 367-248-7622",
        "Rewards # 301 446 0621",
        "Part no. 582-086-4913 (supersedes 284-224-5152)",
        "MRN 00933013 CSN 9029834794 HAR 571166184",
        "SVC PT 5332952575 MTR Y66073514",
    ] {
        finds_nothing(text, "US");
    }
    finds_nothing("Đơn hàng số 0356780077 • 28/08/2020 04:54", "VN");
    let under = |hint, text| find_labelled(text, hint, &Options::default()).len();
    assert_eq!(under("Số liên lạc", "0912345678"), 1);
    assert_eq!(under("APN", "0912-345-678"), 0);
}
