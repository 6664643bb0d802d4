//! Calling codes of other countries without a `+`, and numbers beside those of another country.

mod common;
use alo_numbers::{Country, Doubt, Options, find};
use common::{finds, finds_nothing};

#[test]
fn a_calling_code_without_its_plus_needs_a_word_a_bracket_or_its_language() {
    for (text, span, e164) in [
        ("Tel: 842435084726", "842435084726", "+842435084726"),
        ("M: 84882849982 | x", "84882849982", "+84882849982"),
        ("WhatsApp 447700900123", "447700900123", "+447700900123"),
        ("Mobil: 4915123456789", "4915123456789", "+4915123456789"),
        (
            "842830000372 máy lẻ 2092",
            "842830000372 máy lẻ 2092",
            "+842830000372 x2092",
        ),
        ("(84-28) 7626 0586", "(84-28) 7626 0586", "+842876260586"),
        ("(84) 912 345 678", "(84) 912 345 678", "+84912345678"),
        (
            "Người nhận: chị Lan 84962649118.",
            "84962649118",
            "+84962649118",
        ),
    ] {
        finds(text, "US", &[(span, e164)]);
    }
    for text in [
        "842435084726",
        "84 912 345 678 321",
        "Order 84912345678",
        "Tracking: 447700900123",
        "MST: 842435084726",
        "49301234567",
        "Ref 33612345678",
    ] {
        finds_nothing(text, "US");
    }
}

#[test]
fn such_a_number_is_shown_with_a_doubt_and_is_not_read_without_its_text() {
    let options = Options {
        country: Country::parse("US").expect("a country"),
        ..Options::default()
    };
    let found = find("Tel: 842435084726", &options);
    let it = found.first().expect("a number");
    assert!(it.needs_context && it.doubt == Some(Doubt::Guessed));
    assert_eq!(it.number.dial(), "+842435084726");
}

#[test]
fn beside_a_number_that_is_plainly_french_bare_digits_are_french() {
    for text in [
        "0787799137 / 09.50.04.28.12",
        "0799567148/03 73 10 92 05",
        "0797092794, 06 76 31 63 88",
        "09 55 38 23 05, 0981435171",
        "078-856-8141; 090-9923-5655",
        "040/3462186, 0911 339777",
    ] {
        let found = common::numbers(text, "VN");
        assert!(
            found.iter().all(|(_, e164)| !e164.starts_with("+84")),
            "{text}: {found:?}"
        );
    }
    // Whoever writes the country of one leaves it out where it is home.
    finds(
        "+49 30 7723934, 0787799137",
        "VN",
        &[
            ("+49 30 7723934", "+49307723934"),
            ("0787799137", "+84787799137"),
        ],
    );
    finds(
        "0912345678 / 0987 654 321",
        "VN",
        &[
            ("0912345678", "+84912345678"),
            ("0987 654 321", "+84987654321"),
        ],
    );
    finds(
        "ĐT 0787799137, chi nhánh Pháp 09.50.04.28.12",
        "VN",
        &[("0787799137", "+84787799137")],
    );
}

#[test]
fn a_grouping_that_two_countries_share_goes_by_the_words_around() {
    finds(
        "DĐ: 056-485-2364",
        "VN",
        &[("056-485-2364", "+84564852364")],
    );
    finds(
        "Giao giờ hành chính, gọi trước 059-635-6503, thu hộ",
        "VN",
        &[("059-635-6503", "+84596356503")],
    );
    for text in ["052-123-4567", "078-786-7804", "(086)232-6243"] {
        finds_nothing(text, "VN");
    }
    finds(
        "(090) 123 4567",
        "VN",
        &[("(090) 123 4567", "+84901234567")],
    );
}

#[test]
fn a_prefix_that_no_network_uses_is_believed_behind_its_calling_code_and_in_its_own_groups() {
    for country in ["VN", "US"] {
        finds(
            "+84 519 688 682",
            country,
            &[("+84 519 688 682", "+84519688682")],
        );
    }
    finds("0519 688 682", "VN", &[("0519 688 682", "+84519688682")]);
    for text in ["0511 234567", "0511 688 682", "0519688682"] {
        finds_nothing(text, "VN");
    }
}
