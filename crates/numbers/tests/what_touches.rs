//! Marks and words that touch a number: an ampersand, the address of a chat, commas of a row, a name.

mod common;
use common::{finds, finds_nothing, numbers};

fn finds_mobile(text: &str, span: &str) {
    finds(text, "VN", &[(span, "+84912345678")]);
}

#[test]
fn two_numbers_may_be_joined_by_an_ampersand_and_an_address_has_none() {
    for (text, country) in [
        ("0912345678&0987654321", "VN"),
        ("(214) 555-1234&(214) 555-9876", "US"),
    ] {
        assert_eq!(numbers(text, country).len(), 2, "{text}");
    }
    for text in [
        "https://shop.vn/product/0912345678/0938765432",
        "?id=0912345678&x=1",
        "?ids=0912345678&0987654321",
        "?0912345678&0987654321",
        "a=1&0912345678",
        "p=3&0912345678",
        "STK 0912345678&0987654321",
        "wa.me/1800123456",
        "zalo.me/0312345678",
        "zalo.me/1234567890",
        "0912345678.PPTX",
        "0912345678.heic",
        "0912345678.jpg",
        "0912 345 678.PDF",
    ] {
        finds_nothing(text, "VN");
    }
    finds_mobile("0912345678.Gọi ngay", "0912345678");
    finds(
        "Call 214-555-1234.Txt ok",
        "US",
        &[("214-555-1234", "+12145551234")],
    );
    finds_mobile("https://zalo.me/0912345678", "0912345678");
    finds_mobile("wa.me/84912345678?text=Hi", "84912345678");
    finds_nothing("https://game.me/0912345678", "VN");
    finds(
        "wa.me/12145551234",
        "US",
        &[("12145551234", "+12145551234")],
    );
    // Without its calling code.
    for address in ["wa.me/2145551234", "https://zalo.me/2145551234"] {
        finds_nothing(address, "US");
    }
    for text in ["ĐT/0912345678/0987654321", "0912345678/0987654321"] {
        assert_eq!(numbers(text, "VN").len(), 2, "{text}");
    }
}

#[test]
fn no_amount_begins_with_zero_so_a_number_may_stand_between_commas() {
    for text in [
        "DH001,Lan,0912345678,350000",
        "0912345678,12",
        "Lan,0912345678,079203012345",
    ] {
        finds_mobile(text, "0912345678");
    }
    for text in ["f(0912345678,2)", "[1,0912345678,3]", "Tổng 0912345678,50"] {
        finds_nothing(text, "VN");
    }
    finds_nothing("2145551234,75", "US");
    finds(
        "callerid=2145551234",
        "US",
        &[("2145551234", "+12145551234")],
    );
}

#[test]
fn a_word_that_touches_groups_of_north_america_makes_them_a_code() {
    for text in [
        "Filter-214-555-1234",
        "Item-214-555-1234",
        "Bob-2145551234-01",
        "214-555-1234-Rev",
    ] {
        finds_nothing(text, "US");
    }
    for text in ["Lan-0912345678", "0912345678-Lan"] {
        finds_mobile(text, "0912345678");
    }
}

#[test]
fn a_footnote_behind_a_number_takes_nothing_from_it_and_service_codes_are_none() {
    finds("267-968-4900*", "US", &[("267-968-4900", "+12679684900")]);
    finds_mobile("0912 345 678*, (*) ngoài giờ", "0912 345 678");
    for text in [
        "*21*0912345678*",
        "*21*0912345678#",
        "0912345678*12",
        "1250000000*",
        "0912 345 678**",
    ] {
        finds_nothing(text, "VN");
    }
    finds_nothing("2146502530*", "US");
}

#[test]
fn the_second_of_two_stands_behind_a_comma_without_a_blank() {
    for text in [
        "(407)368-2131,214.738.0718",
        "(401) 329-2896,(408) 957.3282",
    ] {
        assert_eq!(numbers(text, "US").len(), 2, "{text}");
    }
    finds_nothing("1200,214.738.0718", "US");
}

#[test]
fn dashes_part_no_thousands() {
    finds(
        "España: +34-612-556-267",
        "US",
        &[("+34-612-556-267", "+34612556267")],
    );
    finds_nothing("Growth +34.612.556", "US");
}

#[test]
fn what_a_switchboard_offers_is_no_extension() {
    finds(
        "Tổng đài 1900.7411, nhánh 1 gặp kỹ thuật, nhánh 2 gặp kế toán",
        "VN",
        &[("1900.7411", "+8419007411")],
    );
    finds(
        "ĐT: 028 3812 3456 nhánh 2, Fax: 028 3812 3457",
        "VN",
        &[
            ("028 3812 3456 nhánh 2", "+842838123456 x2"),
            ("028 3812 3457", "+842838123457"),
        ],
    );
}

#[test]
fn a_full_name_and_a_slash_go_before_a_number_and_an_address_is_none() {
    for (text, span) in [
        ("5/Ngô Bảo Nga/0332.353.872", "0332.353.872"),
        ("Anh Dũng/0332353872/Hà Nội", "0332353872"),
        ("Hà Nội/Ngô Bảo Nga/0332353872", "0332353872"),
        ("1. Nguyễn Văn A/0332 353 872", "0332 353 872"),
    ] {
        finds(text, "VN", &[(span, "+84332353872")]);
    }
    for text in [
        "https://x.vn/Ngô Bảo Nga/0332353872",
        "/Images/Big Folder/0332353872",
        "/Big Folder/0332353872",
        "Mã Đơn Hàng/0332353872",
        "shopee.vn/Product/0332353872",
        "ngô bảo nga/0332353872",
    ] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn a_word_and_a_dash_go_before_an_area_in_brackets_which_no_code_has() {
    for (text, span) in [
        ("Derek-(530) 515-1780", "(530) 515-1780"),
        ("Office Derek-(530)515-1780", "(530)515-1780"),
    ] {
        finds(text, "US", &[(span, "+15305151780")]);
    }
    for text in [
        "Derek-530-515-1780",
        "x-(530) 515-1780",
        "A12-(530) 515-1780",
    ] {
        finds_nothing(text, "US");
    }
}

#[test]
fn names_with_marks_or_initials_touch_a_number_from_both_sides() {
    for text in [
        "0912345678-Hương-Quận 3",
        "Hương_0912345678_Quận 3",
        "0912345678-C.Hoa",
        "A.Minh:0912345678-C.Hoa",
    ] {
        finds_mobile(text, "0912345678");
    }
    for text in [
        "scan_0912345678_2.pdf",
        "0912345678-Rev-2",
        "0912345678-A.1",
        "IMG_0912345678_Lan.jpg",
    ] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn the_label_of_the_next_field_may_touch_a_number_where_the_page_has_no_blank() {
    finds(
        "Phone:917-748-3647Fax:917-748-3648",
        "US",
        &[
            ("917-748-3647", "+19177483647"),
            ("917-748-3648", "+19177483648"),
        ],
    );
    finds_mobile("SĐT: 0912345678Địa chỉ: 12 Lê Lợi", "0912345678");
    for text in ["0912345678AB: 12", "0912345678Ab", "0912345678abc: 1"] {
        finds_nothing(text, "VN");
    }
    finds_nothing("9177483647Rev: 2", "US");
}

#[test]
fn a_count_and_a_colon_behind_a_word_for_a_phone_are_no_hour() {
    for text in ["LH 1:0912345678", "Hotline1:0912345678", "SĐT 2:0912345678"] {
        finds_mobile(text, "0912345678");
    }
    finds(
        "Tel1:028 3822 9999",
        "VN",
        &[("028 3822 9999", "+842838229999")],
    );
    for text in [
        "2:0912345678",
        "gọi lúc 2:0912345678",
        "LH 1:09 12 34 56 78",
        "Đơn 1:0912345678",
    ] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn the_value_of_a_key_that_is_a_word_for_a_phone_goes_before_an_ampersand() {
    finds_mobile("phone=0912345678&name=Lan", "0912345678");
    for text in ["id=0912345678&name=Lan", "phone.vn/?id=0912345678&name=Lan"] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn an_encoded_plus_begins_a_number_and_is_added_to_nothing() {
    for country in ["VN", "US"] {
        for text in [
            "phone=%2B84912345678&otp=096930",
            "https://wa.me/%2b84912345678",
            "%2B84912345678",
        ] {
            finds(text, country, &[("84912345678", "+84912345678")]);
        }
        for text in [
            "a=5%2B84912345678",
            "q=%20%2B84912345678",
            "%2B84912345678x",
            "%2B849123456",
        ] {
            finds_nothing(text, country);
        }
    }
}

#[test]
fn whom_a_plus_names_at_a_host_is_called_by_that_number() {
    for text in [
        "SIP/+16414496746@197.210.95.79:5060 200 OK",
        "sip:+16414496746@example.com",
        "From: <sip:+16414496746@10.0.0.1>;tag=1",
    ] {
        finds(text, "VN", &[("+16414496746", "+16414496746")]);
    }
    for text in ["lan+16414496746@gmail.com", "a.+16414496746@gmail.com"] {
        finds_nothing(text, "US");
    }
    finds_nothing("0912345678@gmail.com", "VN");
}
