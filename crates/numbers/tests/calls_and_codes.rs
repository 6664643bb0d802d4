//! What agents and sales people have open all day: lines of exports, logs of calls, and labels that name no phone.

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
fn a_plus_and_a_blank_belong_to_the_calling_code_behind_words_and_signs() {
    for (text, span) in [
        ("(DĐ + 84 28-3912-1529)", "+ 84 28-3912-1529"),
        (
            "1800 169 650 hoặc + 84 222.3237.938 (sau 15:15)",
            "+ 84 222.3237.938",
        ),
        ("Caller ID=+ 84 995-178-839 ; Stage", "+ 84 995-178-839"),
        ("☎ + 84 912 345 678", "+ 84 912 345 678"),
        ("Lan + 84 912 345 678", "+ 84 912 345 678"),
        ("2) + 84 38-572-99-47", "+ 84 38-572-99-47"),
    ] {
        let last = numbers(text, "VN").pop().map(|it| it.0);
        assert_eq!(last.as_deref(), Some(span), "{text}");
    }
    finds(
        "Rosa, ☎ + 1 401.325.1388",
        "US",
        &[("+ 1 401.325.1388", "+14013251388")],
    );
    // Where something is added.
    for (text, span) in [
        ("Lan + 0912 345 678", "0912 345 678"),
        ("2 + 84 912 345 678", "84 912 345 678"),
        ("(2) + 84 912 345 678", "84 912 345 678"),
        ("x + 84 912 345 678", "84 912 345 678"),
        ("Hùng + 1900 6789", "1900 6789"),
    ] {
        let found: Vec<_> = numbers(text, "VN").into_iter().map(|it| it.0).collect();
        assert_eq!(found, [span], "{text}");
    }
    finds(
        "A + 1 212 555 1234",
        "US",
        &[("1 212 555 1234", "+12125551234")],
    );
    finds_nothing("Lãi + 500 000 000", "VN");
    finds_nothing("doanh thu + 353 123 456 78", "VN");
}

#[test]
fn what_is_free_of_charge_is_no_fee() {
    for text in [
        "CSKH miễn phí 1900490743, hỗ trợ 7/7.",
        "tổng đài miễn phí 1900490743, hỗ trợ 24/7",
        "Miễn phí: 1900490743",
        "goi mien phi 1900490743",
        "Số miễn phí 1900490743",
    ] {
        finds(text, "VN", &[("1900490743", "+841900490743")]);
    }
    finds_nothing("Phí 1900490743", "VN");
}

#[test]
fn what_an_office_knows_somebody_by_is_no_phone_in_any_groups() {
    for text in [
        "MST: 0900 123 456",
        "Mã số thuế 0900.123.456",
        "MÃ SỐ THUẾ:0378 028 523,TEL",
        "CCCD: 0912 345 678",
        "CMND 0912.345.678",
        "Số hộ chiếu: 0912 345 678",
        "Tax code: 0900 123 456",
        "VAT No. 0900 123 456",
        "mã hỗ trợ 0377-132282",
        "Công ty An Phát, MST=0900 123 456",
        "MST\n0900123456",
    ] {
        finds_nothing(text, "VN");
    }
    for text in [
        "SSN 212-555-1234",
        "EIN: 212-555-1234",
        "Tax ID (212) 555-1234",
    ] {
        finds_nothing(text, "US");
    }
    for text in [
        // Shops number their customers by their phones.
        "Mã KH: 0912 345 678",
        "Mã khách hàng 0912.345.678",
        // The word is about something else.
        "MST gửi 0912 345 678",
        "CCCD: +84 912 345 678",
        "MST 12 - ĐT: 0912 345 678",
        "MST: 0312345678 - 0912 345 678",
    ] {
        assert_eq!(dialled(text, "VN"), ["+84912345678"], "{text}");
    }
    // An hour's zone.
    finds(
        "9-5 MST 303-748-3647",
        "US",
        &[("303-748-3647", "+13037483647")],
    );
}

#[test]
fn how_often_somebody_was_called_stands_behind_the_number() {
    for (text, span) in [
        ("gọi +84 88.400.6576 4 cuộc không nghe", "+84 88.400.6576"),
        ("Đã gọi 098 792 6468 36 lần", "098 792 6468"),
    ] {
        let found: Vec<_> = numbers(text, "VN").into_iter().map(|it| it.0).collect();
        assert_eq!(found, [span], "{text}");
    }
    finds(
        "Texted 001 352-814-1873 4 times",
        "US",
        &[("001 352-814-1873", "+13528141873")],
    );
    for word in ["Called", "Tried", "Texted", "Rang"] {
        let text = format!("{word} 719-746-8010 x2, no answer");
        finds(&text, "US", &[("719-746-8010", "+17197468010")]);
    }
    for (text, ext) in [
        ("Call 719-746-8010 x2, ask for Lee", "+17197468010 x2"),
        ("Called 719-746-8010 x21, no answer", "+17197468010 x21"),
        (
            "Called 719-746-8010 x2 and asked for Lee",
            "+17197468010 x2",
        ),
    ] {
        assert_eq!(dialled(text, "US"), [ext], "{text}");
    }
}

#[test]
fn a_comma_that_touches_a_number_in_its_own_groups_parts_fields() {
    let us: [(&str, &[&str]); 8] = [
        (
            "619-249-5593,11:04 - 11:50,(941) 857-3369,00:32:37",
            &["+16192495593", "+19418573369"],
        ),
        ("(508) 353-7330,07:30", &["+15083537330"]),
        ("94471-3677,(702) 327-2067,35-52-77", &["+17023272067"]),
        (
            "5f35a2bc39bf54376cf28bda2fdb5247,(318) 400-0987,2.5.1-rc.4",
            &["+13184000987"],
        ),
        (
            "https://x.com/c/264031859471,800-528-0463",
            &["+18005280463"],
        ),
        (
            "https://x.com/o/87?id=3692540819,800.947.6711",
            &["+18009476711"],
        ),
        ("tel:206-685-7397,0YL4-GO9-VC86", &["+12066857397"]),
        ("27557-2031,1 (402) 517-3212,17-40-90", &["+14025173212"]),
    ];
    for (text, expected) in us {
        assert_eq!(dialled(text, "US"), expected, "{text}");
    }
    assert_eq!(dialled("90993,(028) 7136 2025", "VN"), ["+842871362025"]);
    assert_eq!(
        dialled("INC0036300,1900 28 95 22,15-08-2026", "VN"),
        ["+841900289522"]
    );
    for text in [
        "f(214-555-1234,2)",
        "1200,214.738.0718",
        "1,200 555 1234",
        "5,2145551234,7",
    ] {
        finds_nothing(text, "US");
    }
}

#[test]
fn numbers_are_counted_in_one_line() {
    for (text, expected) in [
        (
            "1) 0084 323 449 052 2) 0902257771",
            ["+84323449052", "+84902257771"],
        ),
        (
            "1) +84 836767036 2) 0937834265;2001:db8:85a6:4d58::d8",
            ["+84836767036", "+84937834265"],
        ),
    ] {
        assert_eq!(dialled(text, "VN"), expected, "{text}");
    }
}

#[test]
fn a_header_of_vietnamese_says_whose_number_it_is() {
    for hint in [
        "Số ĐT",
        "LIÊN HỆ",
        "ĐT phụ huynh",
        "SỐ_DI_ĐỘNG",
        "DIEN_THOAI",
        "Liên hệ khẩn cấp",
    ] {
        assert_eq!(under(hint, "052 218 6667"), ["+84522186667"], "{hint}");
        assert_eq!(
            under(hint, "０５２ ２１８ ６６６７"),
            ["+84522186667"],
            "{hint}"
        );
    }
    for hint in ["Mobile Phone", "Điện thoại", "Mã số ĐT", ""] {
        assert!(under(hint, "052 218 6667").is_empty(), "{hint}");
    }
    for hint in [
        "Từ số",
        "Số bị gọi",
        "Số gọi",
        "Đầu số",
        "Liên hệ khẩn cấp",
        "SĐT người nhà",
        "Đầu mối",
        "ICE",
        "Emergency contact",
        "DIEN_THOAI",
    ] {
        assert_eq!(under(hint, "962573917"), ["+84962573917"], "{hint}");
        assert_eq!(under(hint, "Lê Nam: 962573917"), ["+84962573917"], "{hint}");
    }
    for hint in ["Từ", "Mã số", "Đầu số / Mã", "Order"] {
        assert!(under(hint, "962573917").is_empty(), "{hint}");
    }
    assert_eq!(under("Liên hệ khẩn cấp", "☎ 962573917"), ["+84962573917"]);
    assert!(under("Từ số", "CMND: 962573917").is_empty());
    assert!(under("Từ số", "đơn 45: 962573917").is_empty());
}

#[test]
fn an_amount_stands_right_behind_the_number_that_pays_it() {
    for (text, expected) in [
        ("Long 082 848 9712 709.000.000", "+84828489712"),
        ("Ha 0898 813 892 95.300.000", "+84898813892"),
        ("Quân 0896 967 763 809.000.000", "+84896967763"),
        ("Quỳnh (+84) 937 117 208 24.050.000", "+84937117208"),
        ("Phong (+84) 960822144 115,000,000", "+84960822144"),
    ] {
        assert_eq!(dialled(text, "VN"), [expected], "{text}");
    }
    // Nothing changes the mark, or no sum ends so.
    for text in ["0898.813.892.95.300.000", "0898 813 892 95.301.423"] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn a_log_has_keys_for_both_ends_of_a_call() {
    for (text, expected) in [
        (
            "INFO call from=+84907140018 to=1900 46 86 95 31s",
            ["+84907140018", "+841900468695"],
        ),
        (
            "INFO call from=+84385000695 to=1900-716656 14s",
            ["+84385000695", "+841900716656"],
        ),
        (
            "caller=0912345678 callee=1900483786 5s",
            ["+84912345678", "+841900483786"],
        ),
    ] {
        assert_eq!(dialled(text, "VN"), expected, "{text}");
    }
    for (text, expected) in [
        (
            "call from=+14243923509 to=844-421-0865 dur=26s",
            ["+14243923509", "+18444210865"],
        ),
        (
            "call from=+14243923509 to=1 800 417 1496 dur=32s 200",
            ["+14243923509", "+18004171496"],
        ),
    ] {
        assert_eq!(dialled(text, "US"), expected, "{text}");
    }
    let form = r#"curl -s https://example.com/?a=5 -d "to=+15076802443&code=497016""#;
    finds(form, "US", &[("+15076802443", "+15076802443")]);
    for text in [
        "https://example.com/?to=+15076802443&code=4",
        "offset to=2145551234",
        "?from=2145551234&to=2145551235",
        "auto=214-555-1234",
    ] {
        finds_nothing(text, "US");
    }
}

#[test]
fn labels_for_what_is_no_phone() {
    for text in [
        "Zip 32119, 36.1 lb, label 7479763600",
        "circuit 4782927255",
        "policy POL 3216279432",
        "Freight: PRO 4585520935, 91 skids",
        "juror 6469560422",
        "Loan 423-7660783",
        "SR 1-6616297774",
        "Bridge ID 942 714 4263",
        "zoom 849 660 5574 pw",
        "id 849 660 5574, pass 5130",
        "wifi pass is 6287201512",
        "inv 8337724796",
        "Account number\n4359668105",
        "Order number\n5812531032",
        "Ship: Apt 16C. Order number:\n5812531032",
        "470-7900727",
    ] {
        finds_nothing(text, "US");
    }
    finds_nothing("Số tài khoản\n0700204736", "VN");
    for text in [
        "Call 470-790-0727",
        "Call 470-7900727",
        "470 7900727",
        "(470) 7900727",
        "Loan officer: 470-790-0727",
        "ask a pro 4707900727",
        "John Lee Sr 4707900727",
        "zoom 470-790-0727 for sales",
        "Order number 5\n470-790-0727",
        "Phone number\n4707900727",
    ] {
        assert_eq!(dialled(text, "US"), ["+14707900727"], "{text}");
    }
    // `cô Loan` is somebody.
    finds(
        "cô Loan 0912345678",
        "VN",
        &[("0912345678", "+84912345678")],
    );
    finds("SĐT\n0700204736", "VN", &[("0700204736", "+84700204736")]);
}

#[test]
fn words_that_only_look_like_labels_take_nothing_away() {
    for (text, expected) in [
        ("Doi lich: 0995020804", "+84995020804"),
        ("Đổi lịch: 0898031755", "+84898031755"),
        (
            "doi PCCC co so: 0937939431, CA: 113, 114, 115",
            "+84937939431",
        ),
        ("ĐT 02142249398", "+842142249398"),
    ] {
        assert_eq!(dialled(text, "VN"), [expected], "{text}");
    }
    finds_nothing("doi:10.1016/0912345678", "VN");
    for (text, expected) in [
        ("EIN=48-7216458; ICE=740-878-5301", "+17408785301"),
        (
            "Deliver to Tyler Lopez 407 873-4631 7775 Peachtree Rd",
            "+14078734631",
        ),
        ("Store #3666 510 770-8771 Mgr Dave", "+15107708771"),
    ] {
        assert_eq!(dialled(text, "US"), [expected], "{text}");
    }
    // A longer row goes on on both sides.
    finds_nothing("0347 423 668-0523 227 445", "US");
}

#[test]
fn beside_a_bank_bare_digits_are_an_account() {
    for text in [
        "CK 0381731333 Sacombank",
        "TPBank 0381731333.",
        "vào 0381731333 Vietcombank",
        "Vào 0381731333 vcb",
        "chuyển qua Techcombank: 0381731333",
    ] {
        finds_nothing(text, "VN");
    }
    for text in [
        // Wallets, groups, people, and a word for a phone.
        "CK 0381731333 MoMo",
        "CK 0381731333 ZaloPay",
        "vào 0381 731 333 Vietcombank",
        "Lan 0381731333 Vietcombank",
        "Chị Lan Sacombank 0381731333",
        "SĐT 0381731333 Vietcombank",
        "Vietcombank, LH 0381731333",
    ] {
        assert_eq!(dialled(text, "VN"), ["+84381731333"], "{text}");
    }
    finds(
        "Vietcombank 1900545413",
        "VN",
        &[("1900545413", "+841900545413")],
    );
}

#[test]
fn a_code_goes_on_behind_what_looks_like_a_phone() {
    for text in [
        "Insurance card: ID 548 766 1424 6 GRP 181161",
        "member id 762 262 0353 3 group 084386",
        "Your loan 971 270 1696 8 payment",
    ] {
        finds_nothing(text, "US");
    }
    finds(
        "Call 548 766 1424 6 to 8 pm",
        "US",
        &[("548 766 1424", "+15487661424")],
    );
    finds(
        "Mã KH 0912 345 678 3 khách",
        "VN",
        &[("0912 345 678", "+84912345678")],
    );
}

#[test]
fn four_one_and_five_are_a_mobile_behind_a_word_for_one() {
    for text in [
        "Tel: 0948 5 76725",
        "gọi 0948.5.76725",
        "Duong day nong: 0948-5-76725",
    ] {
        assert_eq!(dialled(text, "VN"), ["+84948576725"], "{text}");
    }
    assert_eq!(under("Di động", "0948 5 76725"), ["+84948576725"]);
    for text in ["0948 5 76725", "Mã 0948.5.76725", "gọi 0211 5 76725"] {
        finds_nothing(text, "VN");
    }
}
