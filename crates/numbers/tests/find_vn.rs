//! Vietnamese numbers on Vietnamese pages.

mod common;
use common::{finds, finds_nothing};

const MOBILE: &str = "+84912345678";

#[test]
fn a_mobile_number_in_every_usual_grouping() {
    for text in [
        "0912345678",
        "0912 345 678",
        "091 234 5678",
        "09 1234 5678",
        "0912.345.678",
        "0912-345-678",
        "0912 34 56 78",
        "0912 - 345 - 678",
        "0912\u{A0}345\u{A0}678",
        "091.2345678",
        "(0912) 345 678",
        "+84912345678",
        "+84 912 345 678",
        "+84-912-345-678",
        "+84.912.345.678",
        "(+84) 912 345 678",
        "(+84)912345678",
        "+84 (0)912 345 678",
        "+84 0912 345 678",
        "0084 912 345 678",
        "00 84 912 345 678",
        "84 912 345 678",
        "(84) 912 345 678",
        "０９１２３４５６７８",
        "＋84 912 345 678",
    ] {
        finds(text, "VN", &[(text, MOBILE)]);
    }
}

#[test]
fn every_mobile_prefix_in_use() {
    for prefix in [
        "032", "039", "052", "055", "056", "058", "059", "070", "076", "079", "081", "086", "089",
        "090", "099",
    ] {
        let text = format!("{prefix}1234567");
        finds(
            &text,
            "VN",
            &[(&text, &format!("+84{}1234567", &prefix[1..]))],
        );
    }
    for prefix in ["011", "012", "031", "051", "071", "080"] {
        finds_nothing(&format!("{prefix}1234567"), "VN");
    }
}

#[test]
fn landlines_with_their_area_codes() {
    finds("024 3825 1234", "VN", &[("024 3825 1234", "+842438251234")]);
    finds(
        "(028) 3888 1234",
        "VN",
        &[("(028) 3888 1234", "+842838881234")],
    );
    finds(
        "(84-28) 3888 1234",
        "VN",
        &[("(84-28) 3888 1234", "+842838881234")],
    );
    finds("028.38881234", "VN", &[("028.38881234", "+842838881234")]);
    finds("0236 3822 123", "VN", &[("0236 3822 123", "+842363822123")]);
    finds_nothing("028 3888 123", "VN");
    finds_nothing("0217 3822 123", "VN");
}

#[test]
fn hotlines_of_eight_to_ten_digits() {
    for text in [
        "1900 1234",
        "19001234",
        "1900.1234",
        "1900-545-416",
        "1900 545416",
        "1900 6600",
    ] {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        finds(
            &format!("Hotline: {text}"),
            "VN",
            &[(text, &format!("+84{digits}"))],
        );
        finds(
            &format!("Gọi {text} ngay"),
            "VN",
            &[(text, &format!("+84{digits}"))],
        );
    }
    finds("1800 1090", "VN", &[("1800 1090", "+8418001090")]);
    finds_nothing("giai đoạn 1900 - 1945", "VN");
    finds_nothing("1900-1954", "VN");
}

#[test]
fn extensions_in_two_languages() {
    for (ext, digits) in [
        (" máy lẻ 12", "12"),
        (" nhánh 3", "3"),
        (" (nhánh 3)", "3"),
        (" ext. 105", "105"),
        (" x12", "12"),
        ("#438", "438"),
        (", số máy lẻ: 7", "7"),
    ] {
        let text = format!("028 3888 1234{ext}");
        let expected = format!("+842838881234 x{digits}");
        finds(&text, "VN", &[(&text, &expected)]);
    }
}

#[test]
fn a_sentence_around_the_number_is_left_out_of_the_span() {
    finds("Gọi ngay 0912 345 678!", "VN", &[("0912 345 678", MOBILE)]);
    finds("Liên hệ: 0912345678.", "VN", &[("0912345678", MOBILE)]);
    finds(
        "ĐT:0912345678, Fax: 024 3825 1234",
        "VN",
        &[("0912345678", MOBILE), ("024 3825 1234", "+842438251234")],
    );
    finds("(0912345678)", "VN", &[("0912345678", MOBILE)]);
    finds("Tel.0912345678", "VN", &[("0912345678", MOBILE)]);
    finds("sđt0912345678", "VN", &[("0912345678", MOBILE)]);
    finds(
        "Hotline 24/7: 0912 345 678",
        "VN",
        &[("0912 345 678", MOBILE)],
    );
    finds("Giá: liên hệ 0912345678", "VN", &[("0912345678", MOBILE)]);
    finds("nhắn tin 0912345678 nhé", "VN", &[("0912345678", MOBILE)]);
    finds("0912345678 đ/c: 12 Lê Lợi", "VN", &[("0912345678", MOBILE)]);
}

#[test]
fn several_numbers_in_a_row() {
    let both = [("0912345678", MOBILE), ("0987654321", "+84987654321")];
    for text in [
        "0912345678 0987654321",
        "0912345678 - 0987654321",
        "0912345678/0987654321",
        "0912345678, 0987654321",
        "0912345678,0987654321",
        "0912345678 hoặc 0987654321",
        "0912345678; 0987654321",
        "0912345678\n0987654321",
    ] {
        finds(text, "VN", &both);
    }
    finds(
        "0912 345 678 - 0987 654 321",
        "VN",
        &[("0912 345 678", MOBILE), ("0987 654 321", "+84987654321")],
    );
}

#[test]
fn spans_count_utf16_units() {
    let found = alo_numbers::find("📞😀 ĐT: 0912 345 678", &alo_numbers::Options::default());
    assert_eq!((found[0].start_utf16, found[0].end_utf16), (9, 21));
}

#[test]
fn foreign_numbers_need_their_country_code() {
    finds(
        "+1 650 253 0000",
        "VN",
        &[("+1 650 253 0000", "+16502530000")],
    );
    finds("+65 6123 4567", "VN", &[("+65 6123 4567", "+6561234567")]);
    finds(
        "+855 12 345 678",
        "VN",
        &[("+855 12 345 678", "+85512345678")],
    );
    finds(
        "001 650 253 0000",
        "VN",
        &[("001 650 253 0000", "+16502530000")],
    );
    finds_nothing("650 253 0000", "VN");
    finds_nothing("(650) 253-0000", "VN");
}

#[test]
fn digits_that_are_something_else() {
    for text in [
        // Money.
        "1.250.000 đ",
        "12.500.000 VNĐ",
        "Giá 1.250.000.000đ",
        "₫19,001,234",
        "19001234 đ",
        // Dates and times.
        "01/02/2024 08:30",
        "2024-01-02",
        "20.11.2026 - 21.11.2026",
        "08:00 - 17:00",
        // Identifiers.
        "MST: 0312345678",
        "Mã số thuế: 0301234567-001",
        "Mã đơn hàng: 0912345678",
        "STK: 0331000123456",
        "Số tài khoản 0912345678",
        "CCCD: 079012345678",
        "#0912345678",
        "SKU-0912345678",
        "DH0912345678",
        "0912345678A",
        "https://a.example/0912345678",
        "?id=0912345678",
        "0912345678@zalo.me",
        "550e8400-e29b-41d4-a716-446655440000",
        "deadbeef0912345678",
        // Networks, places, versions.
        "192.168.100.200",
        "10.762622, 106.660172",
        "-106.6601720",
        "v1.2.3.4567",
        // Cards and long runs.
        "4111 1111 1111 1111",
        "9704 0912 3456 7890 123",
        "0912345678901234",
        "1700000000",
        // Service codes.
        "*21*0912345678#",
        "*101#",
    ] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn a_phone_number_next_to_something_else_is_still_found() {
    finds(
        "MST: 0312345678 - ĐT: 0912345678",
        "VN",
        &[("0912345678", MOBILE)],
    );
    finds("01/02/2024 0912345678", "VN", &[("0912345678", MOBILE)]);
    finds(
        "1.250.000 đ - 0912 345 678",
        "VN",
        &[("0912 345 678", MOBILE)],
    );
    finds("2 0912 345 678", "VN", &[("0912 345 678", MOBILE)]);
    finds("Zalo 84912345678", "VN", &[("84912345678", MOBILE)]);
    finds("0912345678 24/7", "VN", &[("0912345678", MOBILE)]);
}

#[test]
fn numbers_of_other_countries_in_their_own_grouping_ring_nobody_in_viet_nam() {
    for text in [
        "020 7946 0123",
        "(020) 7946 0123",
        "03 88 12 34 56",
        "09.72.12.34.56",
        "03-4512-3456",
        "0341/223456",
        "Tel: 020 7946 0123",
    ] {
        finds_nothing(text, "VN");
    }
    finds_nothing("0341 234567", "VN");
    finds("ĐT 0341 234567", "VN", &[("0341 234567", "+84341234567")]);
    finds("0207 3822 123", "VN", &[("0207 3822 123", "+842073822123")]);
}

#[test]
fn a_date_behind_a_number_is_no_part_of_it() {
    for number in ["+84 912 345 678", "0912 345 678"] {
        for text in [
            format!("({number}) 12/03/2024"),
            format!("{number} 12/03/2024"),
            format!("{number} 12-03-2024"),
        ] {
            finds(&text, "VN", &[(number, MOBILE)]);
        }
    }
}

#[test]
fn what_another_country_writes_the_same_way_is_ours_only_behind_a_word_of_ours() {
    // Mobile phones here; lines in Leipzig, Tokyo and Nagoya.
    for text in [
        "0341 865424",
        "(0341) 865424",
        "０３４９１７５２６４",
        "０５２３８８４２１７",
    ] {
        let count = |before: &str| {
            let text = format!("{before}{text}");
            alo_numbers::find(&text, &alo_numbers::Options::default()).len()
        };
        for before in ["", "Tel: ", "Telefon: ", "Fax: "] {
            assert_eq!(count(before), 0, "{before}{text}");
        }
        for before in ["ĐT: ", "Di động ", "Zalo: "] {
            assert_eq!(count(before), 1, "{before}{text}");
        }
    }
}

#[test]
fn a_dash_between_blanks_that_is_set_between_things_joins_no_digits() {
    let found = |text| alo_numbers::find(text, &alo_numbers::Options::default());
    assert_eq!(found("(415) 430 0843 \u{2014} (334) 555 0157"), []);
    assert_eq!(found("0912 345 678 \u{2014} 0987 654 321").len(), 2);
    assert_eq!(found("0912 - 345 - 678").len(), 1);
}

#[test]
fn an_extension_in_japanese_an_area_code_behind_a_dash_and_the_day_of_a_date_are_no_part_of_ours() {
    let found = |text: &str| -> Vec<String> {
        let found = alo_numbers::find(text, &alo_numbers::Options::default());
        found.iter().map(alo_numbers::Found::e164).collect()
    };
    assert_eq!(found("092 915 4634 内線 437"), [] as [&str; 0]);
    assert_eq!(found("092 915 4634 máy lẻ 437"), ["+84929154634"]);
    let hotline = "Hotline 0787 060 071 - 089 / 19200977";
    assert!(!found(hotline).contains(&"+84787060089".into()));
    assert_eq!(
        found("Hotline 0787 060 071 - 089"),
        ["+84787060071", "+84787060089"]
    );
    assert_eq!(
        found("cô Thảo 19002896 11 tháng 4 năm 2005"),
        ["+8419002896"]
    );
    assert_eq!(found("Cardiff 02925958878"), [] as [&str; 0]);
    assert_eq!(found("Cần Thơ 02923958878"), ["+842923958878"]);
}
