//! What people leave out or set apart: the zero that a spreadsheet took off, the second line's area code, pairs.

mod common;
use common::{finds, finds_nothing};

use alo_numbers::{Options, Target, find_labelled};

/// The numbers of a text under a header; each opens a card with the same number.
fn shown(text: &str, hint: &str) -> Vec<String> {
    let options = Options::default();
    let units: Vec<u16> = text.encode_utf16().collect();
    let found = find_labelled(text, hint, &options);
    let shown = found.into_iter().map(|found| {
        let place = found.start_utf16..found.end_utf16;
        let own = &units[place.start as usize..place.end as usize];
        let own = String::from_utf16(own).expect("whole characters");
        let card = match found.needs_context {
            true => Target::within(text, place, hint, &options),
            false => Target::from_text(&own, &options),
        };
        let card = card.unwrap_or_else(|error| panic!("{own} in {text:?}: {error:?}"));
        assert_eq!(card.e164, Some(found.e164()), "{text}");
        card.dial.as_str().to_owned()
    });
    shown.collect()
}

#[test]
fn a_zero_that_a_spreadsheet_took_off_is_dialled_behind_a_word_of_vietnamese() {
    for (text, hint, dial) in [
        ("SĐT: 912345678", "", "0912345678"),
        ("Lan, số điện thoại 904547374, Huế", "", "0904547374"),
        ("904547374", "Di động", "0904547374"),
        ("'765681569", "<Di động>", "0765681569"),
        ("817557064", "SĐT khách", "0817557064"),
    ] {
        assert_eq!(shown(text, hint), [dial], "{text} under {hint:?}");
    }
    for (text, hint) in [
        ("912345678", ""),
        ("912 345 678", ""),
        ("Tel: 912 345 678", ""),
        ("Téléphone : 912 345 678", ""),
        ("Telefon: 912345678", ""),
        ("912345678", "Telefon"),
        ("912345678", "Mã KH / SĐT"),
        ("912345678", "Mã số thuế"),
        ("SĐT: 612345678", ""),
        ("SĐT: 912.345.678", ""),
        ("SĐT: 912345678 đ", ""),
        ("SĐT: 900 000 000", ""),
        ("CMND: 312345678", "SĐT"),
        ("SĐT 12 912345678", ""),
        ("SĐT 2, 912345678", ""),
        ("Số máy: 912345678", ""),
        ("Gói 912345678", ""),
        ("Mã ĐT: 912345678", ""),
        ("ĐT: 912345678", ""),
        ("CMND/SĐT: 352345678", ""),
        ("CMND, SĐT: 352345678", ""),
        ("Mã số điện thoại: 385123456", ""),
        ("Cước di động: 385123456", ""),
        ("SĐT #385123456", ""),
        ("SĐT: 385123456 (CMND)", ""),
        ("SĐT: 385123456 là CMND", ""),
        ("SĐT: 777 123 456", ""),
        ("777 123 456", "SĐT"),
        ("385123456 (CMND)", "SĐT"),
        ("385123456", "DT 2024"),
        ("385123456", "Gói"),
        ("385123456", "Điện thoại bàn"),
        ("385123456", "SĐT khách / CMND"),
        ("1,234,567,890", "SĐT"),
    ] {
        assert_eq!(shown(text, hint), [""; 0], "{text} under {hint:?}");
    }
}

#[test]
fn pairs_that_nobody_in_france_has_are_vietnamese_behind_such_a_word() {
    for (text, hint, dial) in [
        ("ĐT: 09 13 91 21 03", "", "0913912103"),
        ("gọi 08 44 59 13 79 (cô hoa)", "", "0844591379"),
        ("Điện thoại: 09.06.01.13.36", "", "0906011336"),
        ("08 16 65 43 64", "SĐT", "0816654364"),
        ("09 08 45 14 45", "SĐT khách hàng", "0908451445"),
        (
            "Chị Hạnh ở quận 3 nhận hàng: 08 39 75 86 56",
            "",
            "0839758656",
        ),
    ] {
        assert_eq!(shown(text, hint), [dial], "{text}");
    }
    for (text, hint) in [
        ("01 42 68 53 00", ""),
        ("09 13 91 21 03", ""),
        ("08 16 65 43 64", ""),
        ("09 13 91 21 03", "SĐT"),
        ("Tél. : 08 16 65 43 64", ""),
        ("Tel: 09 13 91 21 03", ""),
        ("ĐT: 03 42 58 75 09", ""),
        ("ĐT: 07 79 58 13 59", ""),
        ("ĐT: 09 67 18 15 63", ""),
        ("gọi 08 10 17 54 92 0", ""),
        ("Lần gọi: 08 10 17 54 92", ""),
        ("08 10 17 54 92", "Gói"),
    ] {
        assert_eq!(shown(text, hint), [""; 0], "{text}");
    }
}

#[test]
fn a_second_line_has_the_area_of_the_first() {
    for (text, dialled) in [
        (
            "(024) 3826 1049 / 3826 0213",
            &["02438261049", "02438260213"][..],
        ),
        ("028.38017484/38011399", &["02838017484", "02838011399"]),
        ("(024) 25308287; 28140096", &["02425308287", "02428140096"]),
        (
            "DT: 024-39256791; 32558019",
            &["02439256791", "02432558019"],
        ),
        (
            "đt: 024 3447 3532 – 3826 4902",
            &["02434473532", "02438264902"],
        ),
        (
            "024 3826 1049, 3826 0213, 3826 0214",
            &["02438261049", "02438260213", "02438260214"],
        ),
        ("0236 3822 123 - 3822 124", &["02363822123", "02363822124"]),
        (
            "024 3826 1049 / 3826 0213 / 0912 345 678",
            &["02438261049", "02438260213", "0912345678"],
        ),
        ("028.65648896/97", &["02865648896", "02865648897"]),
        // Something else is written otherwise, has another length or is paid.
        ("024 3826 1049, 20261122", &["02438261049"]),
        ("024 3826 1049 - 22112026", &["02438261049"]),
        ("0236 3822 123 - 2500000", &["02363822123"]),
        ("0236 3822 123 / 3822 1245", &["02363822123"]),
        ("024 3826 1049, 3826 0213 3445", &["02438261049"]),
        ("024 3826 1049, 38260213đ", &["02438261049"]),
        ("0912 345 678 / 3826 0213", &["0912345678"]),
        ("0236 3822 123, 3585000", &["02363822123"]),
        ("0236 3822123 - 3585000", &["02363822123"]),
        ("0236 3822 123 - 3500500", &["02363822123"]),
        ("028-3826-1049, 2024-2025", &["02838261049"]),
        ("024.3826.1049, 2512.2025", &["02438261049"]),
        ("028 3826 1049 - 2025 1122", &["02838261049"]),
        ("024 3826 1049 / 38261050 là mã KH", &["02438261049"]),
        ("024 3826 1049 / 38261050 lượt xem", &["02438261049"]),
        ("024 3826 1049 / 38261050 (MST)", &["02438261049"]),
        ("024 3826 1049 - 3826 0213 (Fax)", &["02438261049"]),
        ("024 3826 1049, 38261050", &["02438261049"]),
        ("1, Lan, 02438261049, 38261050", &["02438261049"]),
        // What follows has its own number.
        (
            "024 3826 1049 - 3826 2025 Fax: 3826 0214",
            &["02438261049", "02438262025"],
        ),
        (
            "024 3826 1049 / 3826 0213 MST: 0312345678",
            &["02438261049", "02438260213"],
        ),
        (
            "024 3826 1049 / 3826 0213 Hà Nội",
            &["02438261049", "02438260213"],
        ),
    ] {
        assert_eq!(shown(text, ""), dialled, "{text}");
    }
}

#[test]
fn a_zero_set_off_begins_a_mobile_where_somebody_speaks_of_phones() {
    for (text, hint, dial) in [
        ("zalo 0 933 872 488", "", "0933872488"),
        ("0 947 108 788", "SĐT", "0947108788"),
        ("Hotline: 0 947 108 788", "", "0947108788"),
        ("0 945 122 375 tư vấn giúp m với", "", "0945122375"),
        ("zalo 0 970 123 456", "", "0970123456"),
    ] {
        assert_eq!(shown(text, hint), [dial], "{text}");
    }
    for (text, hint) in [
        ("0 947 108 788", ""),
        ("0 970 123 456", "Téléphone"),
        ("Appelez le 0 970 123 456", ""),
        ("Nợ 0 947 108 788 đ", ""),
        ("Dư nợ đầu kỳ 0 947 108 788", ""),
        ("Liên hệ phòng kế toán, còn nợ 0 947 108 788", ""),
        ("SĐT 12 0 947 108 788", ""),
        ("0 945 122 375", "Số tiền"),
        ("Tổng cộng quý này 0 945 122 375", ""),
    ] {
        assert_eq!(shown(text, hint), [""; 0], "{text}");
    }
    finds("0912345678,123#", "VN", &[("0912345678", "+84912345678")]);
    finds_nothing("1,234,567,890", "VN");
    finds_nothing("1990-1995", "VN");
}

#[test]
fn a_hotline_like_a_span_of_years_needs_its_word() {
    for (text, dial) in [
        ("Tổng đài: 1900-1954", "19001954"),
        ("Hotline 1900 - 1954", "19001954"),
        ("Tổng đài 1900-1954 ext 1", "19001954"),
    ] {
        assert_eq!(shown(text, ""), [dial], "{text}");
    }
    for text in [
        "Lịch sử điện thoại (1900-1950)",
        "Lịch sử điện thoại 1900-1950",
        "Điện thoại: 1900-1954",
    ] {
        assert_eq!(shown(text, ""), [""; 0], "{text}");
    }
}

#[test]
fn a_mobile_in_two_four_and_four_is_vietnamese_where_its_words_say_so() {
    for (text, hint, dial) in [
        ("Di động: 05 2862 9559", "", "0528629559"),
        ("ĐT 08 3082 1405", "", "0830821405"),
        ("SĐT:07 0452 5117", "", "0704525117"),
        ("SĐT: 08 9918 8062", "", "0899188062"),
        ("Zalo 03 9861 6515", "", "0398616515"),
        ("05 2862 9559", "SĐT", "0528629559"),
    ] {
        assert_eq!(shown(text, hint), [dial], "{text} under {hint:?}");
    }
    for (text, hint) in [
        // Casablanca, Bangkok, Nairobi.
        ("Mobile: 05 2862 9559", ""),
        ("Tel: 08 1655 4321", ""),
        ("08 1655 4321", "Phone"),
        ("ĐT: 08 1655 4321, Bangkok, Thailand", ""),
        ("Mobile:07 0452 5117", ""),
        // Melbourne, Tokyo, Adelaide.
        ("03 9861 6515", ""),
        ("Phone: 03 9861 6515", ""),
        ("03 9861 6515", "Phone"),
        ("03 9861 6515", "Điện thoại"),
        ("03 9861 6515", "SĐT 2"),
        ("03(9861)6515", "SĐT 2"),
        ("05 2862 9559", ""),
        ("ĐT: 03 5190 7823", ""),
        ("08 8231 1234", ""),
        ("Chị Lan ở quận 3, nhắn 03 9861 6515 nhé", ""),
        ("Chị Lan đang ở Melbourne, zalo 03 9861 6515 nhé", ""),
        ("Anh Nam bên Úc, ĐT: 08 8231 1234", ""),
        ("Kết quả kỳ quay của khách: 08 10 17 24 33", ""),
        ("ĐT: 03-9861-6515", ""),
        ("08 101 1017 5492 3344", ""),
        ("08 1017 5492 3344 1212", ""),
        ("08 10 17 54 92, 15 20 33", ""),
        ("Giải tám 08 10 17 54 92", ""),
    ] {
        assert_eq!(shown(text, hint), [""; 0], "{text} under {hint:?}");
    }
}
