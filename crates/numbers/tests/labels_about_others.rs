//! Where a label, a count, a bank or a header in reach of a number is about something else, and where a looser rule would ring
//! somebody.

mod common;
use common::{finds, finds_nothing, numbers};

use alo_numbers::{Options, find_labelled};

fn dialled(text: &str, country: &str) -> Vec<String> {
    numbers(text, country).into_iter().map(|it| it.1).collect()
}

fn under(hint: &str, text: &str) -> Vec<String> {
    let found = find_labelled(text, hint, &Options::default());
    found.iter().map(alo_numbers::Found::e164).collect()
}

#[test]
fn an_identity_that_is_only_talked_about_takes_no_phone_away() {
    for text in [
        "SĐT/CCCD: 0912 345 678",
        "ĐT / MST: 0912 345 678",
        "Chưa có MST. 0912 345 678",
        "Không cần CCCD. 0912 345 678",
        "gửi em CCCD 0912 345 678",
        "Dịch vụ làm CCCD 0912 345 678",
        "Thi GPLX 0912 345 678",
        "KH quên CCCD (0912 345 678)",
    ] {
        assert_eq!(dialled(text, "VN"), ["+84912345678"], "{text}");
    }
    for text in [
        "Phone/EIN: 303-748-3647",
        "No EIN. 303-748-3647",
        "Client forgot EIN 303-748-3647",
        "Needs SSN (303) 748-3647",
    ] {
        assert_eq!(dialled(text, "US"), ["+13037483647"], "{text}");
    }
    for text in [
        "Công ty An Phát MST 0900 123 456",
        "KH Lan CCCD: 0912 345 678",
        "CCCD 0912 345 678",
        "Tax No. 0900 123 456",
    ] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn a_title_in_the_line_above_names_nothing() {
    for text in [
        "Đơn hàng\n0912345678",
        "Đơn hàng:\n0912345678 Lan",
        "Hoá đơn\n0912345678\nChị Lan",
        "Hợp đồng\n0912345678",
        "Hộ chiếu\n0912345678 Lan làm nhanh",
    ] {
        assert_eq!(dialled(text, "VN"), ["+84912345678"], "{text}");
    }
    for text in [
        "Mã đơn hàng\n0912345678",
        "Số hợp đồng:\n0912345678",
        "Căn cước công dân\n0912345678",
    ] {
        finds_nothing(text, "VN");
    }
    finds_nothing("Claim number\n3037483647", "US");
    finds_nothing("Confirmation code:\n3037483647", "US");
}

#[test]
fn to_pass_on_is_no_passcode() {
    for text in [
        "Case 303-748-3647 pass to Dan",
        "Ticket 303-748-3647 password reset",
        "Account: 303-748-3647, password forgotten",
    ] {
        assert_eq!(dialled(text, "US"), ["+13037483647"], "{text}");
    }
    finds(
        "Đơn 0912 345 678 pass cho Lan",
        "VN",
        &[("0912 345 678", "+84912345678")],
    );
    for text in [
        "zoom 849 660 5574 pw: 4455",
        "zoom 849 660 5574, pass hunter2",
    ] {
        finds_nothing(text, "US");
    }
}

#[test]
fn what_is_counted_behind_a_number_does_not_go_on_with_it() {
    for text in [
        "Ticket 303 748 3647 3 calls",
        "Order ready 303 748 3647 7 pm",
        "Reservation Lee 303 748 3647 6 people",
    ] {
        assert_eq!(dialled(text, "US"), ["+13037483647"], "{text}");
    }
    for text in ["Order 303 748 3647 2", "Your loan 303 748 3647 8 payment"] {
        finds_nothing(text, "US");
    }
    // Told to call, not said to have been.
    assert_eq!(
        dialled("gọi 028 3822 1234 x2, gặp Lan", "VN"),
        ["+842838221234 x2"]
    );
    assert_eq!(
        dialled("Đã gọi 0912 345 678 x2, không nghe", "VN"),
        ["+84912345678"]
    );
}

#[test]
fn who_stands_in_front_of_a_bank_has_a_phone() {
    for text in [
        "nhân viên Vietcombank 0912345678",
        "NV VPBank: 0912345678",
        "Giám đốc BIDV: 0912345678",
        "bên Agribank 0912345678 gọi",
        "chị lan 0912345678 vcb",
        "Shop A 0912345678 BIDV",
    ] {
        assert_eq!(dialled(text, "VN"), ["+84912345678"], "{text}");
    }
    for text in [
        "0912345678 Vietcombank",
        "ck vcb 0912345678",
        "chị chuyển vào 0912345678 Techcombank nhé",
        "chuyển khoản 0912345678 Sacombank",
    ] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn the_groups_of_another_country_are_settled_by_no_header() {
    for hint in ["Liên hệ", "SĐT", "Số bị gọi", "DIEN_THOAI"] {
        assert_eq!(under(hint, "052 218 6667"), ["+84522186667"], "{hint}");
        // Germans.
        for text in ["0911 922576", "0341 356227", "089 1234567"] {
            assert!(under(hint, text).is_empty(), "{hint}: {text}");
        }
    }
    // How many there are of something.
    assert!(under("Số gói", "912345678").is_empty());
}

#[test]
fn a_calling_code_without_its_plus_is_no_count() {
    // Colombia, Mexico, India.
    for text in [
        "57 310 555-1234",
        "Cel: 57 310 748-3647",
        "52 818 748-3647",
        "91 510 770-8771",
    ] {
        finds_nothing(text, "US");
    }
    for text in ["Store #3666 510 770-8771", "Suite 943 510 770-8771"] {
        assert_eq!(dialled(text, "US"), ["+15107708771"], "{text}");
    }
}

#[test]
fn seven_behind_a_dash_are_a_phone_where_calls_are_free() {
    for text in [
        "1-8005551234",
        "Questions? 1-8005551234",
        "Questions? 800-5551234",
    ] {
        assert_eq!(dialled(text, "US"), ["+18005551234"], "{text}");
    }
    for text in ["470-7900727", "SR 1-6616297774"] {
        finds_nothing(text, "US");
    }
}

#[test]
fn from_and_to_are_hours_too() {
    finds_nothing("time from=1800003600 to=1900003600", "VN");
    finds_nothing("range from=8005551234 to=8005559999", "US");
    for text in [
        "call from=+84912345678 to=1900545413 65s",
        "caller=0912345678 callee=1900545413",
    ] {
        assert_eq!(
            dialled(text, "VN"),
            ["+84912345678", "+841900545413"],
            "{text}"
        );
    }
}

#[test]
fn a_sum_that_is_added_is_no_phone_abroad() {
    for text in [
        "Gốc + 33 500 000 000",
        "Gốc + 33.500.000.000",
        "Vốn + 49 300 000 000",
        "Nợ cũ + 61 300 000 000",
    ] {
        finds_nothing(text, "VN");
    }
    assert_eq!(dialled("hoặc + 84 91 234 5000", "VN"), ["+84912345000"]);
    assert_eq!(dialled("Hoa Úc + 61 412 345 678", "VN"), ["+61412345678"]);
}
