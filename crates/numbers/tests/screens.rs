//! What the screens of a back office show: addresses of chats, logs, keys with their values, a firm's next number.

mod common;
use common::{finds, finds_nothing, numbers};

use alo_numbers::{Options, Target, find_labelled};

/// What is dialled for each number of a text under a header; each is found again at the click.
fn shown(text: &str, hint: &str) -> Vec<String> {
    let options = Options::default();
    let found = find_labelled(text, hint, &options).into_iter();
    let shown = found.map(|found| {
        let place = found.start_utf16..found.end_utf16;
        if found.needs_context {
            let card = Target::within(text, place, hint, &options).expect(text);
            assert_eq!(card.e164, Some(found.e164()), "{text}");
        }
        found.e164()
    });
    shown.collect()
}

fn dialled(text: &str, country: &str) -> Vec<String> {
    let found = numbers(text, country).into_iter();
    found.map(|(_, e164)| e164).collect()
}

#[test]
fn a_chat_s_address_holds_a_whole_number_of_any_country() {
    for country in ["VN", "US"] {
        for (digits, text) in [
            ("84937303464", "https://wa.me/84937303464?text=Xin%20chao"),
            ("12089595663", "whatsapp me https://wa.me/12089595663"),
            ("12089595663", "(wa.me/12089595663)"),
            ("6598765432", "wa.me/6598765432"),
            (
                "447911123456",
                "đây: https://api.whatsapp.com/send?phone=447911123456&text=Hi",
            ),
        ] {
            finds(text, country, &[(digits, &format!("+{digits}"))]);
        }
        for text in [
            "wa.me/2145551234",
            "wa.me/0912345678",
            "https://notwa.me/84937303464",
            "https://wa.me/84937303464abc",
            "https://wa.me/84937303464/1",
            "wa.me/message/12089595663",
        ] {
            finds_nothing(text, country);
        }
    }
    assert_eq!(
        dialled("wa.me/12089595663 0912 345 678", "VN"),
        ["+12089595663", "+84912345678"]
    );
    assert_eq!(shown("ế wa.me/12089595663", ""), ["+12089595663"]);
}

#[test]
fn dots_and_dashes_may_stand_in_a_mobile_of_viet_nam_in_turns() {
    for (text, span, e164) in [
        ("Mob: 0898.262-130", "0898.262-130", "+84898262130"),
        (
            "Phạm Thị Long (bố), gọi sau 5 giờ - 0387.356-465",
            "0387.356-465",
            "+84387356465",
        ),
        (
            "Võ Phúc (SĐT: 0376.955-025)",
            "0376.955-025",
            "+84376955025",
        ),
        ("ĐT : 02103 809 140", "02103 809 140", "+842103809140"),
    ] {
        finds(text, "VN", &[(span, e164)]);
    }
    assert_eq!(shown("02263 551 925", "Điện thoại"), ["+842263551925"]);
    for text in [
        "0898.262-130",
        "Mob: 0898.262 - 130",
        "v0898.262-130.2",
        "02103 809 140",
        // Hilden, Cardiff, Southampton; and a line that no carrier has.
        "Tel : 02103 809 140",
        "Tel: 02920 123 456",
        "Tel: 02380 123 456",
        "Tel: 02108 809 140",
    ] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn a_log_names_who_was_called_as_it_names_who_called() {
    assert_eq!(
        dialled(
            "INFO call.start caller=0912815403 callee=02836994629 uid=1780468204.8430",
            "VN"
        ),
        ["+84912815403", "+842836994629"]
    );
    finds_nothing("uid=02836994629", "VN");
}

#[test]
fn the_last_digits_of_a_firm_s_next_number_follow_the_first() {
    for (text, country, expected) in [
        (
            "919-946-5930 or 5936",
            "US",
            &["+19199465930", "+19199465936"][..],
        ),
        (
            "(208) 634-2027 or 2034",
            "US",
            &["+12086342027", "+12086342034"],
        ),
        (
            "773-255-2052 / 2059",
            "US",
            &["+17732552052", "+17732552059"],
        ),
        (
            "617-623-1666 / 1671, ext. 2",
            "US",
            &["+16176231666", "+16176231671"],
        ),
        (
            "024.3922.5018, 5022",
            "VN",
            &["+842439225018", "+842439225022"],
        ),
        (
            "(028) 3974 9041, 9048",
            "VN",
            &["+842839749041", "+842839749048"],
        ),
        (
            "(024) 39481896 / 39481904",
            "VN",
            &["+842439481896", "+842439481904"],
        ),
        (
            "(024) 3920 1568/1574",
            "VN",
            &["+842439201568", "+842439201574"],
        ),
        // A year, an extension, a price, a street, another code.
        ("919-946-5930 or 2026", "US", &["+19199465930"]),
        ("919-946-5930 or 5936 Main St", "US", &["+19199465930"]),
        ("919-946-5930 or 59360", "US", &["+19199465930"]),
        ("024.3922.5018, 2024", "VN", &["+842439225018"]),
        ("024.3922.5018, 102", "VN", &["+842439225018"]),
        ("024.3922.5018, 5022 m2", "VN", &["+842439225018"]),
        ("024.3922.5018, 5022đ", "VN", &["+842439225018"]),
        ("024.3922.5018, 5022, 7.500", "VN", &["+842439225018"]),
        ("0912 345 678, 5022", "VN", &["+84912345678"]),
        ("(024) 39481896 / 19042025", "VN", &["+842439481896"]),
        ("Giai đoạn 1990/1995", "VN", &[]),
    ] {
        assert_eq!(dialled(text, country), expected, "{text}");
    }
}

#[test]
fn commas_may_part_a_mobile_behind_a_word_for_a_phone() {
    for (text, hint, dial) in [
        ("sdt 0784,647,157, ten Nga", "", "+84784647157"),
        ("SĐT: 0935,483,258", "", "+84935483258"),
        ("0935,483,258", "SĐT người gửi", "+84935483258"),
    ] {
        assert_eq!(shown(text, hint), [dial], "{text} under {hint:?}");
    }
    for (text, hint) in [
        ("0935,483,258", ""),
        ("0935,483,258", "Số tiền"),
        ("Tổng 0935,483,258", ""),
        ("SĐT: 0935,483,258,120", ""),
        ("SĐT: 0935,483,258đ", ""),
        ("SĐT: 0935,483,2581", ""),
        ("SĐT: 1935,483,258", ""),
        ("SĐT: 5,0935,483,258", ""),
        ("12 0935,483,258", "SĐT"),
        ("SĐT: 0135,483,258", ""),
    ] {
        assert_eq!(shown(text, hint), [""; 0], "{text} under {hint:?}");
    }
}

#[test]
fn a_header_may_say_whose_phone_lost_its_zero() {
    for (text, hint, dial) in [
        ("586759327", "SĐT nhận hàng", "+84586759327"),
        ("592646098", "SĐT phụ huynh", "+84592646098"),
        ("980168046", "Điện thoại cá nhân", "+84980168046"),
    ] {
        assert_eq!(shown(text, hint), [dial], "{text} under {hint:?}");
    }
    for (text, hint) in [
        ("586759327", "SĐT nhận / Mã KH"),
        ("586759327", "Nhận hàng"),
        ("586759327", "Điện thoại cố định"),
        ("586759327", "SĐT, CMND phụ huynh"),
    ] {
        assert_eq!(shown(text, hint), [""; 0], "{text} under {hint:?}");
    }
}

#[test]
fn a_key_may_have_a_digit_of_its_own() {
    for (text, dial) in [
        ("SĐT 2:+84 (0) 905 576 023", "+84905576023"),
        ("SĐT 2:0563.82.80.23", "+84563828023"),
        ("SĐT 2:090 068 3269", "+84900683269"),
        ("Phone 1:0912345678", "+84912345678"),
    ] {
        assert_eq!(shown(text, ""), [dial], "{text}");
    }
    for text in [
        "gọi lúc 2:0912345678",
        "SĐT 12:0912345678",
        "Mã 2:0912345678",
    ] {
        assert_eq!(shown(text, ""), [""; 0], "{text}");
    }
}

#[test]
fn what_a_key_names_is_no_number_although_it_looks_like_one() {
    for (text, country) in [
        ("Zoom: 276-989-3018 (personal meeting ID)", "US"),
        ("Meeting ID\t984 876 0278", "US"),
        ("Policy Number\t503 703 6359", "US"),
        ("PRO Number: 5817757082", "US"),
        ("ZIP+4 - 92178-0969", "US"),
        ("ZIP+4 92178-0969", "US"),
        ("HTS Code:0581.98.00.64", "VN"),
        ("MSDN: 0700537185", "VN"),
        ("Giấy phép KD: 1800906242 do Sở KH&ĐT cấp", "VN"),
        ("MST\t0901933310", "VN"),
    ] {
        finds_nothing(text, country);
    }
    for (text, hint) in [
        ("0956246107", "Số công tơ"),
        ("0388-9410-04", "NDC"),
        ("028-31-811830", "Claim Number"),
        ("0900961919 do Sở KH&ĐT cấp", "Giấy phép KD"),
    ] {
        assert_eq!(shown(text, hint), [""; 0], "{text} under {hint:?}");
    }
    let american = Options {
        country: alo_numbers::Country::parse("US").expect("a country"),
        ..Options::default()
    };
    for hint in ["PRO #", "PRO Number"] {
        assert_eq!(
            find_labelled("3302576459", hint, &american).len(),
            0,
            "{hint}"
        );
    }
    // Who is asked about somebody; a day and a phone in a row.
    for (text, hint, count) in [
        (
            "Nicole Lopez, Westfield Credit Union, 2125025352",
            "Reference 1",
            1,
        ),
        ("2125025352", "Reference 1", 0),
        ("2125025352", "Reference", 0),
        ("Lan\tĐã gửi đơn\t212-502-5352", "", 1),
    ] {
        assert_eq!(
            find_labelled(text, hint, &american).len(),
            count,
            "{text} under {hint}"
        );
    }
    finds("SĐT\t0912345678", "VN", &[("0912345678", "+84912345678")]);
    finds(
        "Lan\tĐã gửi đơn\t0912345678",
        "VN",
        &[("0912345678", "+84912345678")],
    );
}
