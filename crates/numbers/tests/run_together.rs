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
    rings("Phone(409) 664-5217Hours24/7", "US", &["+14096645217"]);
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
    // Lines of Viet Nam begin with 2 to 8.
    rings("(0251) 3500 637, 9500 638", "VN", &["+842513500637"]);
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
fn codes_of_land_and_stays_are_nobody() {
    finds_nothing("MRN 00933013 CSN 9029834794", "US");
    finds_nothing("SVC PT 5332952575", "US");
    let under = |hint, text| find_labelled(text, hint, &Options::default()).len();
    assert_eq!(under("Số liên lạc", "0912345678"), 1);
    assert_eq!(under("APN", "0912-345-678"), 0);
    rings("Mary Smith, APN (312) 443-2671", "US", &["+13124432671"]);
}

#[test]
fn a_bracket_behind_digits_makes_no_neighbour_of_them() {
    for text in [
        "(028) 3822 1234/12 (024) 3912 5689",
        "(028) 38221234 / 24 (028) 38221235",
        "02838221234/12 (0912345678)",
        "0912345678/12 (0987654321)",
        "LH 0912345678/ 24 (24/24)",
        "0912 345 678 / 30 (11/2024)",
        "Nam 0912345678 / 95 (1995)",
        "LH: 0912.345.678 / 45 (45 Lê Lợi)",
        "02838221234/305 (305 là máy lẻ)",
    ] {
        let all = dialled(text, "VN");
        let none = |end: &str| !all.iter().any(|it| it.ends_with(end));
        for end in [
            "1212", "1224", "5612", "5624", "5630", "5695", "5645", "1305",
        ] {
            assert!(none(end), "{text}: {all:?}");
        }
    }
    for text in [
        "(415) 443-2671/12 (415) 443-2672",
        "(718) 596-7648/24 (7 days)",
        "(415) 443-2671 / 2024 (2025)",
    ] {
        let all = dialled(text, "US");
        assert!(
            !all.iter()
                .any(|it| it.ends_with("2612") || it.ends_with("7624") || it.ends_with("2024")),
            "{text}: {all:?}"
        );
    }
}

#[test]
fn hours_houses_and_codes_are_no_second_line_of_north_america() {
    for text in [
        "call 415-443-2671 / 900-1700 M-F",
        "415-443-2671 / 730-1530 Mon",
        "415.443.2671/911.5000",
        "415.443.2671/411.1000",
        "(415) 443-2671/ 736-5000 Main St",
        "415-443-2671/443-2672 ext. 12",
    ] {
        assert_eq!(dialled(text, "US"), ["+14154432671"], "{text}");
    }
    rings("1-800-443-2671/888-3000", "US", &["+18004432671"]);
    for text in [
        "Order 415-443-2671/736-5000",
        "Case No. 415-443-2671/736-5000",
    ] {
        assert!(
            !dialled(text, "US").contains(&"+14157365000".to_owned()),
            "{text}"
        );
    }
}

#[test]
fn what_goes_on_behind_letters_is_a_mailbox_a_file_or_a_code() {
    for text in [
        "0912345678A.Nam@gmail.com",
        "Email: 0912345678C.Lan@gmail.com",
        "0912.345.678Nam@gmail.com",
        "0912345678A.Pdf",
        "0912.345.678Vnđ",
        "[0912345678@from-japan.vn]",
        "SIP/trunk/0859595009.wav",
        "Mã đơn 0912345678-hcm",
        "https://x.vn/hotline-0912345678-gap",
        "0356690169-000123456-001",
        "0312.345.678-0912.345.678-001",
    ] {
        finds_nothing(text, "VN");
    }
    for text in [
        "415-443-2671Smith@x.com",
        "415-443-2671Front.png",
        "202-736-5000Abc-123",
        "212-736-5000Rev2",
        "415-443-2671office365",
        "Order 212-736-5000Shipped",
        "Item no. 212-736-5000-main",
        "212-736-5000-days",
        "Acct nmbr: 4154432671",
        "FX 442079460958",
    ] {
        finds_nothing(text, "US");
    }
}

#[test]
fn words_for_codes_are_spent_or_mean_something_else_in_front_of_these() {
    for text in [
        "Đơn hàng số 12: 0912345678",
        "Đơn hàng số 12 (0912345678)",
        "gọi Nhận đơn hàng số 0912345678",
        "ĐẠI LÝ SIM THẺ CÀO 0912.345.678",
        "Lợi thế cao 0912.345.678",
        "Công ty APN: 0912 345 678",
        "SĐT/Member no: 0912345678",
    ] {
        rings(text, "VN", &["+84912345678"]);
    }
    for text in [
        "Forgot member no. (800) 443-2671",
        "Rewards # 1-800-443-2671",
    ] {
        rings(text, "US", &["+18004432671"]);
    }
    for text in ["Moshe Har 4154432671", "Service Point: 4154432671"] {
        let label = dialled(text, "US");
        assert_eq!(
            label,
            dialled(
                &text.replace("Har", "Hal").replace("Service Point", "Xyz"),
                "US"
            ),
            "{text}"
        );
    }
    finds_nothing("Sổ liên lạc: 912345678", "VN");
}
