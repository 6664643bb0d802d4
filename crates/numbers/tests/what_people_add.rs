//! What people write beside and inside numbers: an hour, a price, a licence, one slash, a second number.

mod common;
use common::{finds, finds_nothing};

use alo_numbers::{Confidence, Country, Options, find, find_labelled};

const DIGITS: &str = "2145551234";

fn finds_it(text: &str) {
    finds(text, "US", &[(DIGITS, "+12145551234")]);
}

fn finds_mobile(text: &str, span: &str) {
    finds(text, "VN", &[(span, "+84912345678")]);
}

fn options(country: &str) -> Options {
    Options {
        country: Country::parse(country).expect("a country"),
        ..Options::default()
    }
}

#[test]
fn an_hour_or_a_round_price_behind_what_is_told_stands_before_a_phone() {
    for text in [
        "Party of 4, 6:30 PM, 2145551234",
        "Smith, party of 6, 7 PM, 2145551234",
        "Lee party 5, 7:15pm, 2145551234 window seat",
        "Pickup 3pm, 2145551234",
        "Reservation Lee 19:30, 2145551234",
        "Haircut w/ Dana, 10am; 2145551234",
        "Deposit $500, 2145551234",
        "Paid $40, 2145551234",
        "Budget $400k, 2145551234",
        "Lead: roof repair, budget $8k, 2145551234",
        "Smith wedding deposit $500, 2145551234",
    ] {
        finds_it(text);
    }
    for text in [
        // Days, cents, seconds, further fields and words for codes are in records.
        "11/21/2026 6:30 PM, 2145551234",
        "Nov 21, 6:30 PM, 2145551234",
        "2026-11-21 18:30:05, 2145551234",
        "Invoice 4455, $500.00, 2145551234",
        "Widget, $500.00, 2145551234, 12",
        "Widget, $500, 2145551234, 12",
        "Order #55, $500, 2145551234",
        "Order total $500, 2145551234",
        "Ticket 44, 6:30 PM, 2145551234",
        "6:30 PM, 2145551234",
        "$500, 2145551234",
        "5 pcs, 2145551234",
        // What was bought, what a bank or a machine says.
        "Coffee mug, $12, 2145551234",
        "Walmart, $45, 2145551234",
        "Payment received $500, 2145551234",
        "Subtotal: $350, 2145551234",
        "Cash deposit $450, 2145551234",
        "Invoice paid $500, 2145551234",
        "Batch started 18:30, 2145551234",
        "updated 10:22, 2145551234",
        "UPC scan 10:30, 2145551234",
        "Job 7pm, 2145551234",
    ] {
        finds_nothing(text, "US");
    }
}

#[test]
fn a_professional_s_licence_stands_before_the_phone() {
    for text in [
        "NMLS 12345 | 2145551234",
        "Jane Roe, NMLS #345678 | 2145551234",
        "Loan Officer NMLS ID 345678, 2145551234",
        "CA DRE 01234567 | 2145551234",
        "License No. 123456 | 2145551234",
        "Insurance agent, license 0K12345, 2145551234",
        "Bar No. 24012345 | 2145551234",
        "Dr. Ann Lee NPI 1234567893 | 2145551234",
    ] {
        finds_it(text);
    }
    for text in [
        "NMLS 2145551234",
        "Order 12345 | 2145551234",
        "SKU 12345 | 2145551234",
        "Driver's license 12345678, 2145551234",
        "Marriage license 45678, 2145551234",
        "Software license 45678, 2145551234",
    ] {
        finds_nothing(text, "US");
    }
}

#[test]
fn one_slash_may_stand_behind_the_network_or_the_calling_code() {
    for span in ["+84/912 345 678", "+84/912345678"] {
        finds_mobile(span, span);
    }
    // Half of Europe writes so. What the word in front tells has to be found with it again.
    for span in [
        "0912/345 678",
        "0912/345.678",
        "0912/345-678",
        "0912 / 345 678",
        "0912/345678",
        "091/234 5678",
        "091/2345678",
    ] {
        finds_nothing(span, "VN");
        let text = format!("ĐT: {span}");
        finds_mobile(&text, span);
        let found = find(&text, &options("VN"));
        assert!(found.iter().all(|found| found.needs_context), "{text}");
    }
    // Nuremberg, Leipzig, Brunswick, Munich.
    for text in [
        "0911/234 567",
        "SĐT: 0911/234 567",
        "Zalo 0341/747864",
        "0531/234 567",
        "SĐT 089/1234567",
        "0912/345 67",
        "2026/0912/345 678",
        "Tel. 0905/123 456",
        "Hồ sơ 0912/345 678",
    ] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn the_headers_of_a_log_make_no_code_a_number() {
    let under = |header: &str, text: &str, country: &str| {
        find_labelled(text, header, &options(country))
            .into_iter()
            .map(|found| (found.e164(), found.confidence))
            .collect::<Vec<_>>()
    };
    for header in ["From", "To:", "Đến", "Source"] {
        for text in ["2145551234", "Ann Lee 2145551234", "(214) 555-1234"] {
            let found = under(header, text, "US");
            let expected = [("+12145551234".to_owned(), Confidence::Fair)];
            assert_eq!(found, expected, "{header} {text}");
        }
        for (text, country) in [
            ("2146000000", "US"),
            ("214 555 12 34", "US"),
            ("4155550", "US"),
            ("20231120", "US"),
            ("11/20/2023 12:00", "US"),
            ("0311754826", "VN"),
            ("01/02/2024 - 05/02/2024", "VN"),
            ("1.900.000", "VN"),
            ("20231120143000", "VN"),
        ] {
            assert!(under(header, text, country).is_empty(), "{header} {text}");
        }
        assert_eq!(
            under(header, "0912345678", "VN").len(),
            1,
            "a number is one"
        );
    }
    // A word for a phone still says it of anything that may be one.
    assert_eq!(under("Phone", "214 555 12 34", "US").len(), 1);
    for text in [
        "From 01/02/2024 To 05/02/2024",
        "From: 20231120",
        "To 4155550",
        "Merged from # 2145551234",
        "From order 2145551234",
        "Reply to #2145551234",
    ] {
        finds_nothing(text, "US");
    }
    for text in [
        "From: 2145551234",
        "Call from # 2145551234",
        "from number 2145551234",
        "From #2145551234",
        "Call transferred from #2145551234",
    ] {
        finds_it(text);
    }
}

#[test]
fn one_mark_may_stand_behind_network_or_area_and_dots_in_what_follows() {
    for (text, e164) in [
        ("0903-123.456", "+84903123456"),
        ("028-3822.1234", "+842838221234"),
    ] {
        finds(text, "VN", &[(text, e164)]);
    }
    for text in ["12-345.678", "0903-12.345", "0903.123-456"] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn a_sign_for_number_names_the_code_as_the_word_does() {
    for text in [
        "Part # 214-555-1234",
        "Account # 573-614-4992",
        "Card #: 214-555-1234",
        "Invoice # 214-555-1234",
        "Case #: 214-555-1234",
        // Its number is spent on what is written like one.
        "Order #12 2145551234",
        "Serial #1 214-555-1234",
        "Account #3 2145551234",
    ] {
        finds_nothing(text, "US");
    }
    for text in ["Phone # 2145551234", "Her # 2145551234"] {
        finds_it(text);
    }
    finds(
        "Order #12 214-555-1234",
        "US",
        &[("214-555-1234", "+12145551234")],
    );
    for text in ["Invoice # (214) 555-1234", "Invoice #, 214-555-1234"] {
        assert_eq!(find(text, &options("US")).len(), 1, "{text}");
    }
    finds_mobile("Đơn hàng #45 0912345678", "0912345678");
    finds_nothing("Số seri #1 0356789012", "VN");
    finds_nothing("Đơn hàng # 0912345678", "VN");
    finds_nothing("MSSV: 0912345678", "VN");
}

#[test]
fn chats_end_politely_and_set_whole_phrases_in_bold() {
    for text in [
        "sdt e 0912345678ạ",
        "0912345678nhé shop",
        "*Zalo: 0912345678*",
        "Lan - 0912345678 - 1990",
    ] {
        finds_mobile(text, "0912345678");
    }
    finds_it("**Call us: 2145551234**");
    for text in [
        "0912345678nhan",
        "0912345678đ",
        "*100*0912345678*",
        "*21*0912345678#",
    ] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn the_first_digit_of_a_line_may_stand_alone_or_lean_on_its_area() {
    for (text, span, e164) in [
        ("Fax 02963.841.234", "02963.841.234", "+842963841234"),
        ("ĐT: 02963 841 234", "02963 841 234", "+842963841234"),
        ("024 3 8221234", "024 3 8221234", "+842438221234"),
        ("0236.3.822123", "0236.3.822123", "+842363822123"),
        (
            "024 3822 1234 – máy lẻ: 12",
            "024 3822 1234 – máy lẻ: 12",
            "+842438221234 x12",
        ),
    ] {
        finds(text, "VN", &[(span, e164)]);
    }
    // Cardiff, as many there have it.
    finds_nothing("02920 123 456", "VN");
}
