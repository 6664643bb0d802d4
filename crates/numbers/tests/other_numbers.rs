//! Numbers that are no phone numbers, and say so by a word, by their cut or by their sign.

mod common;
use common::{finds, finds_nothing};

#[test]
fn a_word_in_front_says_that_it_is_something_else() {
    for text in [
        "Receipt 6184347310",
        "confirmation # 6699642480",
        "Confirmation number: 6699642480",
        "Đơn 3639477291",
        "ĐƠN: 3639477291",
        "CK 9074278827",
        "TT 8196140542",
        "CT tu 9037962691 toi 9125900516",
        "thanh toan 2107522039",
        "thu hộ 4135000000",
        "Serial no. 2022002586",
        "MLS# 6772860312",
        "Claim 4055550133",
        "注文番号 4055550133",
        "订单号：4055550133",
    ] {
        finds_nothing(text, "US");
    }
    for text in [
        "Receipt 0568801710",
        "P/N 05997-18171",
        "IdNr. 84 987 793 902",
        "Steuer-IdNr.: 84 987 793 902",
        "Meeting ID: 847 0946 0517",
        "口座番号 0912345678",
        "Mã: 0912345678",
    ] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn a_vietnamese_word_that_only_looks_like_such_a_label_without_its_marks_is_none() {
    let number = [("0902558043", "+84902558043")];
    for text in [
        "Khách báo đổi số sang 0902558043",
        "Số mới đổi 0902558043",
        "gặp đội 0902558043",
        "nhờ đón 0902558043",
        "mọi người đọc 0902558043",
        "từ thế 0902558043",
        "gọi từ 0902558043 tới",
        "chuyển tới 0902558043",
    ] {
        finds(text, "VN", &number);
    }
    finds(
        "Khách gọi từ 1800777051",
        "VN",
        &[("1800777051", "+841800777051")],
    );
    finds(
        "Goi toi 1800777051",
        "VN",
        &[("1800777051", "+841800777051")],
    );
}

#[test]
fn a_calling_code_or_trunk_prefix_is_not_cut_out_of_a_group() {
    for text in ["849-87752581", "847 0946 0517", "84987-79390-2"] {
        finds_nothing(text, "VN");
    }
    for text in [
        "138-55867108",
        "121 2500 8102",
        "12 799 642 798",
        "175 3255 3173",
        "0113 – 528 3068",
    ] {
        finds_nothing(text, "US");
    }
    finds(
        "84 912 345 678",
        "VN",
        &[("84 912 345 678", "+84912345678")],
    );
    finds(
        "1 650 253 0000",
        "US",
        &[("1 650 253 0000", "+16502530000")],
    );
    finds(
        "011 44 20 7946 0123",
        "US",
        &[("011 44 20 7946 0123", "+442079460123")],
    );
    finds(
        "01144 20 7946 0123",
        "US",
        &[("01144 20 7946 0123", "+442079460123")],
    );
}

#[test]
fn a_cut_that_no_american_number_has_needs_a_word() {
    for text in [
        "98395-44338",
        "93876 28543",
        "7 305 000 000",
        "2 146 550 123",
    ] {
        finds_nothing(text, "US");
    }
    finds(
        "Phone: 650 25 30000",
        "US",
        &[("650 25 30000", "+16502530000")],
    );
}

#[test]
fn sums_have_a_sign_and_zeros_too() {
    for text in [
        "+39.679.000",
        "+39679000",
        "+492.819.814",
        "+486596000",
        "+276615000",
        "+84.500.000",
    ] {
        finds_nothing(text, "VN");
    }
    for text in [
        "2146000000",
        "-4256000000",
        "9 x 4135000000",
        "7 8073000000 74,000",
    ] {
        finds_nothing(text, "US");
    }
    finds(
        "+84.912.345.678",
        "VN",
        &[("+84.912.345.678", "+84912345678")],
    );
    finds("Phone 2146000000", "US", &[("2146000000", "+12146000000")]);
}

#[test]
fn a_hotline_is_not_cut_out_of_groups_of_four() {
    finds_nothing("1900 0835 0923", "VN");
    finds_nothing("1900 1207 0911 91", "VN");
    finds(
        "1900 0835, 0912 345 678",
        "VN",
        &[
            ("1900 0835", "+8419000835"),
            ("0912 345 678", "+84912345678"),
        ],
    );
}

#[test]
fn registered_mail_has_two_letters_at_each_end() {
    finds_nothing("RR 002 728 386 DE", "VN");
}
