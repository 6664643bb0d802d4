//! Notes, call logs and appointments: ten bare digits behind a day, an hour, a place or a price.

mod common;
use common::{finds, finds_nothing, numbers};

const DIGITS: &str = "2145551234";

fn finds_it(text: &str) {
    finds(text, "US", &[(DIGITS, "+12145551234")]);
}

#[test]
fn behind_a_day_or_an_hour_and_a_dash_somebody_was_called() {
    for text in [
        "11/21 - 2145551234 left VM",
        "11/21/26 – 2145551234 no answer",
        "2026-11-21 - 2145551234 - callback",
        "Nov 21, 2026 - 2145551234 - callback requested",
        "21 Nov - 2145551234",
        "Appt 11/24/2026 9:15am - 2145551234 - cleaning",
        "@ 3:15 - 2145551234 - no answer",
        "10:30 AM - 2145551234",
        "10:30 AM 2145551234 Denise",
        "9:15a - 2145551234",
        "[11/21 4:05 PM] - 2145551234 voicemail",
    ] {
        finds_it(text);
    }
}

#[test]
fn behind_a_birthday_stands_a_patient_s_phone() {
    for text in [
        "Ann Lee, DOB 04/12/1981, 2145551234",
        "DOB: 04/12/1981 | 2145551234",
        "D.O.B. 4-12-81; 2145551234",
        "born 04/12/1981, 2145551234",
    ] {
        finds_it(text);
    }
}

#[test]
fn a_post_code_is_the_end_of_an_address() {
    for text in [
        "Dallas, Texas 75201, 2145551234",
        "Chapel Hill, North Carolina 27514 | 2145551234",
        "1600 Pearl Street, 86728-7334, 2145551234",
        "901 Route 9 South, 32093, 2145551234",
        "Washington, D.C. 20001, 2145551234",
        "Dallas, TX 75201 - 2145551234",
    ] {
        finds_it(text);
    }
    for text in [
        "Order 75201, 2145551234",
        "75201, 2145551234",
        "52.993.000, 75201, 2145551234",
    ] {
        finds_nothing(text, "US");
    }
}

#[test]
fn a_price_for_a_while_or_for_a_talk_stands_in_an_offer() {
    for text in [
        "2BR, $1,200/mo, 2145551234",
        "$85/night | 2145551234",
        "Handyman $40/hr - 2145551234",
    ] {
        finds_it(text);
    }
}

#[test]
fn an_extension_says_that_ten_digits_are_called() {
    let found = numbers("901 Main, 2026-01-02, 2145551234 ext 4310", "US");
    assert_eq!(
        found,
        [(
            "2145551234 ext 4310".to_owned(),
            "+12145551234 x4310".to_owned()
        )]
    );
}

#[test]
fn open_day_and_night_is_no_part_of_a_number() {
    for (text, span) in [
        ("call (877) 547-2326 24/7.", "(877) 547-2326"),
        ("+1 877 547 2326 24/7", "+1 877 547 2326"),
        ("Roadside 24/7 877-547-2326", "877-547-2326"),
        ("877.547.2326 24/7/365", "877.547.2326"),
    ] {
        finds(text, "US", &[(span, "+18775472326")]);
    }
    for text in [
        "Cấp cứu 0912 345 678 24/24",
        "0912 345 678 (24/7)",
        "24/7 0912 345 678",
    ] {
        finds(text, "VN", &[("0912 345 678", "+84912345678")]);
    }
}

#[test]
fn the_count_of_a_list_is_no_trunk_prefix() {
    for text in ["1. 2145551234 Ann Lee", "1) 2145551234", "1.  2145551234"] {
        finds_it(text);
    }
    finds("1. 214-555-1234", "US", &[("214-555-1234", "+12145551234")]);
    finds(
        "1.214.555.1234",
        "US",
        &[("1.214.555.1234", "+12145551234")],
    );
}

#[test]
fn a_check_in_ten_digits_is_none() {
    finds_nothing("Check 2145551234 cleared 11/20", "US");
    finds_it("Check with Ann 2145551234");
}

#[test]
fn in_a_log_of_calls_digits_are_who_was_called() {
    for text in [
        "11/21/2026 2:30 PM | 2145551234 | Inbound | 3:12",
        "2026-11-21 14:30:05 | 2145551234 | ANSWERED",
        "Today, 2:30 PM · 2145551234",
        "Missed | 11/21/2026 | 2145551234",
    ] {
        finds_it(text);
    }
    finds_nothing("11/21/2026 2:30 PM | 2145551234 | $12.00", "US");
}

#[test]
fn a_word_that_has_its_number_says_nothing_about_the_next() {
    for text in [
        "Lot 12 - Lopez - 2145551234",
        "Claim 12, Ann Lee, 2145551234",
    ] {
        finds_it(text);
    }
    finds(
        "Đơn #45 - 0912345678",
        "VN",
        &[("0912345678", "+84912345678")],
    );
    for text in ["Order no. 2145551234", "Order no. 1, 2: 2145551234"] {
        finds_nothing(text, "US");
    }
}

#[test]
fn a_field_that_is_told_in_words_goes_before_a_phone() {
    for text in [
        "Kroger Pharmacy 512, 2145551234",
        "Walgreens #1234 - 2145551234",
        "Ann Lee, age 45, 2145551234",
        "Section 12 Row 4; 2145551234",
        "Est. 1998 · 2145551234",
        "1200 Elm St., Dallas 75201, 2145551234",
        "1200 Elm St, Dallas, TX, 75201, 2145551234",
        "Dallas | TX | 75201 | 2145551234",
        "Open until 9 PM · 2145551234",
        "Hours: 9-5, 2145551234",
        "M-F 9am-5pm, 2145551234",
        "Mon-Fri 9:00 – 17:00 | 2145551234",
    ] {
        finds_it(text);
    }
    for text in [
        "Ann Lee, Nov 21, 2145551234",
        "18 tháng 11 năm 1992 | 2145551234",
        "Total 500, 2145551234",
        "Ticket 4471, 2145551234",
        "5 triệu - 2145551234",
        "44-71-22, 2145551234",
    ] {
        finds_nothing(text, "US");
    }
}
