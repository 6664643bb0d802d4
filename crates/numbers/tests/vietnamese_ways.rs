//! How people in Viet Nam write numbers that others have, too, and what says that they do.

mod common;
use common::{finds, finds_nothing};

fn finds_one(text: &str, span: &str, e164: &str) {
    finds(text, "VN", &[(span, e164)]);
}

#[test]
fn a_slash_may_stand_behind_an_area() {
    for (text, span, e164) in [
        ("028/35134544", "028/35134544", "+842835134544"),
        ("0236/3822123", "0236/3822123", "+842363822123"),
        ("ĐT: 0274/3163116", "0274/3163116", "+842743163116"),
        (
            "[0274/3223886] Đặng Mỹ Linh",
            "0274/3223886",
            "+842743223886",
        ),
        ("024 / 3825 1234", "024 / 3825 1234", "+842438251234"),
        ("VP: 0236/3 741 184", "0236/3 741 184", "+842363741184"),
    ] {
        finds_one(text, span, e164);
    }
    // Münster, Bonn and Cologne have these areas, too.
    for text in ["0251/3551817", "0228/971931", "SĐT: 0221/1234567"] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn slashes_may_stand_between_all_groups() {
    finds_one("0912/345/678", "0912/345/678", "+84912345678");
    finds_one("Gọi 024/3825/6789", "024/3825/6789", "+842438256789");
    // No date, path or document has these groups; these are such.
    for text in [
        "12/11/2026",
        "0912/345",
        "123/456/789/0",
        "2026/0912/345678",
        "091/23/45678",
    ] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn an_extension_in_vietnamese_is_one_in_viet_nam() {
    finds_one(
        "0228.9719318 (nhánh 273)",
        "0228.9719318 (nhánh 273)",
        "+842289719318 x273",
    );
    finds_one(
        "0251/3203026 máy lẻ 42",
        "0251/3203026 máy lẻ 42",
        "+842513203026 x42",
    );
}

#[test]
fn what_no_network_has_yet_is_a_number_where_it_says_so() {
    for (text, span) in [
        ("ĐT: 0311 754 826", "0311 754 826"),
        ("Gọi 0314 651 811 trước khi qua", "0314 651 811"),
        ("SĐT: 0311754826", "0311754826"),
        ("Mobile: 0311.754.826", "0311.754.826"),
        ("+84 311 754 826", "+84 311 754 826"),
        ("(+84) 0311 754 826", "(+84) 0311 754 826"),
        ("SĐT 0512 966 504", "0512 966 504"),
    ] {
        let nsn = if text.contains("0512") {
            "512966504"
        } else if text.contains("0314") {
            "314651811"
        } else {
            "311754826"
        };
        finds_one(text, span, &format!("+84{nsn}"));
    }
    finds_one("[0312 905 282] Nguyễn An", "0312 905 282", "+84312905282");
    // Tax codes of Hồ Chí Minh City begin so, and Hanover's numbers.
    for text in [
        "0311754826",
        "MST: 0311754826",
        "MST 0311 754 826",
        "0511 234567",
        "Tel. 0511 234567",
        "Mã số 0311754826",
    ] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn years_run_forwards() {
    finds_one("Trung tâm Anh ngữ · 1900-1855", "1900-1855", "+8419001855");
    finds_nothing("Giai đoạn 1900-1945", "VN");
}

#[test]
fn munich_in_brackets_is_nobody_here() {
    finds_nothing("(089) 9486 621", "VN");
}

#[test]
fn a_name_may_touch_its_number_by_a_dash() {
    for text in [
        "Hùng-0912345678",
        "Lan_0912345678",
        "A Hùng _ 0912345678 _ Q7",
        "0912345678-Hùng",
    ] {
        finds_one(text, "0912345678", "+84912345678");
    }
    for text in [
        "img_0912345678",
        "DSC-0912345678",
        "INV-0912345678",
        "sku-0912345678",
        "0912345678-a1b2",
        "HD-0912345678-KH",
    ] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn extensions_have_words_in_many_languages() {
    for (text, ext) in [
        ("+49 (0) 69 / 4947594 App. 09", "09"),
        ("+49 69 4947594 Apparat 12", "12"),
        ("+55 11 3456 7890 ramal 21", "21"),
        ("+51 1 345 6789 anexo 12", "12"),
        ("+31 20 345 6789 toestel 4", "4"),
        ("+84 28 3825 1234 lẻ 12", "12"),
    ] {
        let found = common::numbers(text, "VN");
        assert!(
            found.len() == 1 && found[0].1.ends_with(&format!(" x{ext}")),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn sapporo_s_area_does_not_call_abroad() {
    finds_nothing("TEL 080-1012-9320　FAX 011-690-8206", "US");
    finds(
        "011 81 3 1234 5678",
        "US",
        &[("011 81 3 1234 5678", "+81312345678")],
    );
}

#[test]
fn a_prefix_for_abroad_may_stand_apart() {
    for country in ["VN", "US"] {
        for (text, e164) in [
            ("00 84 225 3 487 676", "+842253487676"),
            ("T: 00 84 28 3 689 6988", "+842836896988"),
            ("00 84 912 345 678", "+84912345678"),
        ] {
            let found = common::numbers(text, country);
            assert!(
                found.len() == 1 && found[0].1 == e164 && found[0].0.starts_with("00 84"),
                "{text}: {found:?}"
            );
        }
    }
}

#[test]
fn what_vietnamese_calls_a_code_is_none_although_it_begins_like_a_mobile() {
    for word in [
        "Mã HS",
        "Mã BN",
        "Mã SV",
        "Mã giảm giá",
        "MVĐ",
        "HĐ số",
        "TK",
        "Mã lớp",
        "Mã ứng viên",
    ] {
        finds_nothing(&format!("{word} 0912345678"), "VN");
        finds_nothing(&format!("{word}: 0912345678 - Lan"), "VN");
    }
    for text in [
        "Gửi đến 0912345678",
        "OTP gửi về số 0912345678",
        "Thuê bao 0912345678",
        "Mã KH 45 - Hoa - 0912345678",
    ] {
        finds_one(text, "0912345678", "+84912345678");
    }
    finds_one("0912.34.5678", "0912.34.5678", "+84912345678");
    finds_nothing("0467-22-1234", "VN");
}

#[test]
fn two_numbers_may_touch_by_a_dash_and_an_amount_may_follow() {
    for text in [
        "ĐT:0912345678-0987654321",
        "0912345678-0987654321",
        "0912.345.678-0987.654.321",
    ] {
        let found = common::numbers(text, "VN");
        let dialled: Vec<_> = found.iter().map(|(_, e164)| e164.as_str()).collect();
        assert_eq!(dialled, ["+84912345678", "+84987654321"], "{text}");
    }
    for text in ["0912 345 678 350.000đ", "0912 345 678 1.350.000 VND"] {
        finds_one(text, "0912 345 678", "+84912345678");
    }
    for text in ["0912345678-0012345", "1234-0912345678-0987654321"] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn what_a_chat_sets_in_bold_is_a_number_all_the_same() {
    for (text, span) in [
        ("*0912345678*", "0912345678"),
        ("_0912 345 678_", "0912 345 678"),
    ] {
        finds_one(text, span, "+84912345678");
    }
    finds(
        "**214-555-1234**",
        "US",
        &[("214-555-1234", "+12145551234")],
    );
    finds("214.555-1234", "US", &[("214.555-1234", "+12145551234")]);
    for text in [
        "*0912345678#",
        "**21*0912345678#",
        "*0912345678",
        "*21*0912345678*11#",
        "scan_0912345678_2.pdf",
        "IMG_0912345678_01.jpg",
    ] {
        finds_nothing(text, "VN");
    }
}
