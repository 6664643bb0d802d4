//! Words and marks beside a number that say more than they seem to: names, fields, keys, secrets.

mod common;
use common::{finds, finds_nothing};

#[test]
fn a_word_with_other_marks_is_another_word() {
    for text in [
        "Vật tư An Phát 0912345678",
        "liên hệ chúng mình 0912345678",
        "có gì anh mà gửi 0912345678",
        "có gì anh ma\u{300} gu\u{31B}\u{309}i 0912345678",
        "587,Nguyễn Gia Linh,0912345678,246A Lê Lợi,Huế",
        "631,Huỳnh Gia Phương,0912345678,66 Trường Chinh,01.03.2023",
    ] {
        finds(text, "VN", &[("0912345678", "+84912345678")]);
    }
    for text in [
        "VAT: 0912345678",
        "Chung minh: 0912345678",
        "chứng minh 0912345678",
        "Ma don hang 0912345678",
        "Mã gửi 0912345678",
        "Nguyễn Lan,Giá 0912345678,50",
        "Lan,gia 0912345678,50",
        "toạ độ 0912345678",
        "don hàng 0912345678",
        "Đon hang 0912345678",
        "chưng minh thư 0912345678",
        "Nguyễn Lan,coc 0912345678,50",
        "rút 0912345678",
        // Its marks stand beside the letters.
        "đo\u{31B}n ha\u{300}ng 0912345678",
        "Ma\u{303} gu\u{31B}\u{309}i 0912345678",
    ] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn a_field_between_commas_ends_there() {
    finds(
        "24555,James Nguyen,(201)439-6200,6084 Sunset Blvd,09/06/2025",
        "US",
        &[("(201)439-6200", "+12014396200")],
    );
    for text in [
        "1,234,567,890",
        "Acme,2014396200,50",
        "Acme,2014396200,12 items",
        "GET /x,2014396200,200 OK",
        "f(1,2014396200,6084)",
        "201,439,6200",
    ] {
        finds_nothing(text, "US");
    }
}

#[test]
fn a_hotline_behind_its_word_is_no_span_of_years() {
    finds("Tổng đài: 1900-1954", "VN", &[("1900-1954", "+8419001954")]);
    for text in [
        "1900-1954",
        "1990-1995",
        "Gọi cho bác sinh năm 1900-1954",
        "Điện thoại (1990-1995)",
    ] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn a_name_in_capitals_and_a_dash_stand_before_a_number() {
    for text in ["CHÚ BẢY-0829604482", "CHỊ LAN-0829604482"] {
        finds(text, "VN", &[("0829604482", "+84829604482")]);
    }
    for text in [
        "INV-0829604482",
        "ĐH-0829604482",
        "MÃ-0829604482",
        "ĐƠN HÀNG-0829604482",
        "QĐ-0829604482",
    ] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn an_extension_is_one_without_marks_too() {
    for words in ["so may le", "số máy lẻ"] {
        let text = format!("(028) 3888 1234 {words} 12");
        finds(&text, "VN", &[(text.as_str(), "+842838881234 x12")]);
    }
}

#[test]
fn a_plus_behind_a_key_is_a_number() {
    finds(
        "from=+14045342962 to=+12024029122",
        "US",
        &[
            ("+14045342962", "+14045342962"),
            ("+12024029122", "+12024029122"),
        ],
    );
    for country in ["US", "VN"] {
        finds(
            "dst=+84912345678",
            country,
            &[("+84912345678", "+84912345678")],
        );
        for text in [
            "https://shop.example/?id=+84912345678",
            "https://shop.example/?a=b&id=+84912345678",
            "id=0912345678",
        ] {
            finds_nothing(text, country);
        }
    }
}

#[test]
fn what_is_secret_or_a_paper_is_no_number() {
    for text in [
        "key 0828834238",
        "password 0828834238",
        "wifi pass: 0828834238",
        "mật khẩu: 0828 834 238",
        "Mật khẩu (0828834238)",
        "Parcel ID 84-976-15-7304",
    ] {
        finds_nothing(text, "VN");
    }
    for text in [
        "Policy 215 255 1937",
        "Your policy # 215-255-1937",
        "Policy No. 215-255-1937",
        "password: 215-255-1937",
    ] {
        finds_nothing(text, "US");
    }
    for text in [
        "Quên mật khẩu gọi 0828834238",
        "Forgot your password? 0828834238",
        "pass lại vé xem phim 0828834238",
    ] {
        finds(text, "VN", &[("0828834238", "+84828834238")]);
    }
    for text in [
        "Privacy Policy | 215-255-1937",
        "Refund policy 215-255-1937",
        "Accessibility Policy | 215-255-1937",
        "Grants Pass 215-255-1937",
        "Reset your password: 215-255-1937",
    ] {
        finds(text, "US", &[("215-255-1937", "+12152551937")]);
    }
}

#[test]
fn a_line_cut_as_in_germany_is_vietnamese_behind_such_a_word() {
    for (text, span, e164) in [
        ("ĐT: 0234-8456509", "0234-8456509", "+842348456509"),
        ("ĐT 0251.8826877", "0251.8826877", "+842518826877"),
        (
            "Đường dây nóng: 0251-8842774",
            "0251-8842774",
            "+842518842774",
        ),
    ] {
        finds(text, "VN", &[(span, e164)]);
    }
    for text in [
        "0234-8456509",
        "Tel: 0234-8456509",
        "Telefon: 0251 8826877",
        "điện thoại 0221-0592247",
        "gọi 0221 5298042",
    ] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn the_last_four_digits_of_another_number_stand_behind_or() {
    finds(
        "Call 303-648-8859 or -2607.",
        "US",
        &[("303-648-8859", "+13036488859"), ("2607", "+13036482607")],
    );
    for text in [
        "303-648-8859 or 2607",
        "303-648-8859 or -26075",
        "303-648-8859 or -2024",
        "303-648-8859 or -2607a",
    ] {
        finds(text, "US", &[("303-648-8859", "+13036488859")]);
    }
}
