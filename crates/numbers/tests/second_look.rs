//! What a second reader of the finder found it to call that nobody calls, and to pass over that somebody does.

mod common;
use common::{finds, numbers};

use alo_numbers::{Country, Finder, Options, Run, find_labelled};

fn shown_in(text: &str, hint: &str, country: &str) -> Vec<String> {
    let options = Options {
        country: Country::parse(country).expect("a country"),
        ..Options::default()
    };
    let found = find_labelled(text, hint, &options).into_iter();
    found.map(|found| found.e164()).collect()
}

fn none(texts: &[(&str, &str)], country: &str) {
    for (text, hint) in texts {
        assert_eq!(
            shown_in(text, hint, country),
            [""; 0],
            "{text} under {hint:?} ({country})"
        );
    }
}

fn dials(texts: &[(&str, &[&str])], country: &str) {
    for (text, expected) in texts {
        let found: Vec<String> = numbers(text, country)
            .into_iter()
            .map(|(_, e164)| e164)
            .collect();
        assert_eq!(found, *expected, "{text} ({country})");
    }
}

#[test]
fn lines_of_australia_and_malaysia_are_no_mobiles_of_viet_nam() {
    none(
        &[
            ("08 8231 1234", "Điện thoại"),
            ("08 9221 1234", "SĐT khách hàng"),
            ("03 9861 6515", "SĐT khách hàng"),
            ("Chị Lan, Melbourne, ĐT: 03 9861 6515", ""),
            ("Nhà hàng Sài Gòn, Perth WA, liên hệ: 08 9328 1234", ""),
            ("Chị Lan ở Kuala Lumpur, ĐT 03 7956 1234", ""),
            (
                "Tiệm bánh mì Hương Lan, 45 Victoria St, Richmond VIC. ĐT: 03 9427 8123",
                "",
            ),
            (
                "Phở Hùng Vương, 123 Hopkins St, Footscray VIC 3011, 03 9687 1234",
                "",
            ),
            ("Tiệm nails Hồng Ngọc, Cabramatta, 08 8268 1234", ""),
            ("Con gái ở Hobart, số nhà 03 7729 3827, tối gọi", ""),
            ("chi Lan ben Uc nhan 03 9861 6515 nhe", ""),
            ("Anh Minh bên Malaysia gọi từ số 03 7956 1234", ""),
            ("Khách Nhật ở Tokyo 03 9861 6515", ""),
        ],
        "VN",
    );
    dials(
        &[
            ("Zalo 03 8861 6515", &["+84388616515"]),
            ("SĐT: 08 9918 8062", &["+84899188062"]),
        ],
        "VN",
    );
    let options = Options::default();
    let cells = [
        "+61 412 345 678",
        "+61 2 9374 4000",
        "+1 214 555 1234",
        "+61 3 9861 6515",
        "08 8231 1234",
        "08 9328 1234",
        "03 9861 6515",
        "+61 8 8231 4444",
    ];
    let runs = cells.map(|text| Run {
        text,
        hint: "Điện thoại",
        column: Some(0),
    });
    let found = Finder::new(&options).find_all(&runs);
    let local: Vec<u32> = (found.iter().filter(|it| (4..7).contains(&it.run)))
        .map(|it| it.run)
        .collect();
    assert_eq!(local, [0; 0]);
}

#[test]
fn words_that_are_part_of_others_take_no_pairs_away_and_draws_and_plates_are_none() {
    dials(
        &[
            ("Giải pháp CRM - ĐT: 08 39 75 86 56", &["+84839758656"]),
            (
                "Bán đất, pháp lý rõ ràng. Liên hệ 09 04 75 14 86",
                &["+84904751486"],
            ),
            (
                "Tư vấn du học Úc, Canada. ĐT: 09 04 75 14 86",
                &["+84904751486"],
            ),
        ],
        "VN",
    );
    none(
        &[
            ("Biển số xe anh Nam 08 39 75 86 56", ""),
            ("Xổ số miền Bắc giải tư 09 04 75 14 86", ""),
            ("Em đánh con 08 39 75 86 56 nhé chị", ""),
            ("Anh ơi mã 09 04 75 14 86", ""),
        ],
        "VN",
    );
}

#[test]
fn two_digits_and_twice_four_are_a_mobile_only_where_phones_are_spoken_of() {
    none(
        &[
            ("07 9012 3456 Amman", ""),
            ("Mobile: 07 9012 3456", ""),
            ("08 5104 1234", ""),
            ("Khách Thái: 08-1234-5678", ""),
            ("Tel. 08-1655-4321 (Thailand)", ""),
            ("Bangkok office 08 1234 5678", ""),
            ("Học kỳ 05 2023 2024", ""),
            ("STT 08 2019 2020", ""),
            ("Ca 08 1330 1730", ""),
            ("08 0930 1130 Họp giao ban", ""),
            ("Kính 08 1220 2440", ""),
            ("05 2862 9559 kg", ""),
            ("MST 05 2862 9559", ""),
            ("Mã đơn 05 2862 9559", ""),
            ("account 08 1234 5678 ANZ", ""),
            ("Mật khẩu wifi: 08 1234 5678", ""),
            ("Part 07-8123-4567", ""),
            ("05 2862 9559", "Mã hàng"),
        ],
        "VN",
    );
    dials(
        &[
            ("ĐT 08 3082 1405 ask for Lan", &["+84830821405"]),
            ("SĐT: 07 9012 3456", &["+84790123456"]),
            (
                "Khach Dang Thao goi tu 08 3115 1937 luc 21:53:21",
                &["+84831151937"],
            ),
            ("anh oi so e 09 1234 5678 nha", &["+84912345678"]),
        ],
        "VN",
    );
}

#[test]
fn five_digits_and_twice_three_need_a_word_of_vietnamese() {
    none(
        &[
            ("Tel: 02203 955 123", ""),
            ("Tel.: 02103 809 140 Hilden", ""),
            ("Phone 02266 695 120 (Stockerau)", ""),
            ("Tel: 02543 123 456, Fax: 02543 123 457", ""),
            ("02266 695 120", "Telefon"),
        ],
        "VN",
    );
    dials(
        &[
            ("ĐT: 02263 551 925", &["+842263551925"]),
            ("ĐT bàn: 02163 851 234", &["+842163851234"]),
        ],
        "VN",
    );
    assert_eq!(
        shown_in("02263 551 925", "Điện thoại", "VN"),
        ["+842263551925"]
    );
}

#[test]
fn behind_digits_with_commas_every_number_is_whole() {
    dials(
        &[
            (
                "0935,483,258 0912345678 0987654321 19001234 1900545415",
                &[
                    "+84912345678",
                    "+84987654321",
                    "+8419001234",
                    "+841900545415",
                ],
            ),
            (
                "0935,483,258 / 0912.345.678 / 0987.654.321 / 028 3822 1234",
                &["+84912345678", "+84987654321", "+842838221234"],
            ),
            (
                "ĐT 0935,483,258 - 0912 345 678",
                &["+84935483258", "+84912345678"],
            ),
        ],
        "VN",
    );
    dials(
        &[(
            "ID 0123,456,789 (214) 555-1234 (972) 555-4321 (469) 555-6789 x22",
            &["+12145551234", "+19725554321", "+14695556789 x22"],
        )],
        "US",
    );
}

#[test]
fn drawn_numbers_marks_and_days_are_no_phone_where_nobody_speaks_of_one() {
    none(
        &[
            ("Kết quả xổ số: 08 45 17 33 02", ""),
            ("Vietlott của chị trúng 08 45 17 33 02 nhé", ""),
            ("Anh Hùng chốt số 09 14 03 27 45 chiều nay", ""),
            ("Cháu được điểm các môn 09 08 09 07 10", ""),
            ("Lịch học các ngày 09 02 16 23 30 trong tháng", ""),
        ],
        "VN",
    );
    dials(
        &[
            ("Gọi em nha chị 09 78 45 14 45", &[]),
            ("Gọi em nha chị 09 04 75 14 86", &["+84904751486"]),
            ("ĐT: 09 04 45 14 45", &["+84904451445"]),
        ],
        "VN",
    );
}

#[test]
fn a_decree_is_no_mobile_because_it_has_a_dot_and_a_dash() {
    none(
        &[
            ("Quyết định số 0345.678-123 của Bộ", ""),
            ("Báo giá số 0912.345-001 gửi chị Hạnh", ""),
            ("Thửa đất 0356.120-145 tờ bản đồ 12", ""),
            ("Giá từ 0903.123-456 đồng", ""),
            ("0356.120-145 tờ bản đồ số 12 của chị Hạnh", ""),
        ],
        "VN",
    );
    dials(&[("Tel. 0903.123-456", &["+84903123456"])], "VN");
}

#[test]
fn what_is_said_in_brackets_behind_a_number_takes_it_away_only_where_it_is_nothing_else() {
    dials(
        &[
            (
                "Gọi 1800 588 822 (khoá thẻ, cấp lại PIN)",
                &["+841800588822"],
            ),
            ("SĐT: 0912 345 678 (cũng là STK)", &["+84912345678"]),
            ("0912 345 678 (zalo, stk)", &["+84912345678"]),
            ("Chị Lan 0912 345 678 (đã gửi OTP)", &["+84912345678"]),
            (
                "Shop giao 0987.654.321 (ck trước qua stk)",
                &["+84987654321"],
            ),
        ],
        "VN",
    );
    dials(
        &[
            ("Call 800-432-1000 (lost card number)", &["+18004321000"]),
            (
                "Support 800-275-2273 (have your serial number)",
                &["+18002752273"],
            ),
            ("Dial 929-205-6099 (no passcode)", &["+19292056099"]),
            ("Call 1-888-475-4499 (enter meeting ID)", &["+18884754499"]),
            ("Jane Doe, Agent, 214-555-1234 (MLS)", &["+12145551234"]),
            ("1-646-558-8656 (Access Code)", &["+16465588656"]),
            ("Zoom: 276-989-3018 (personal meeting ID)", &[]),
            ("Zoom: 276-989-3018 (meeting ID)", &[]),
        ],
        "US",
    );
}

#[test]
fn a_name_of_three_letters_is_no_code() {
    dials(&[("Công ty HTS: 024 3822 1234", &["+842438221234"])], "VN");
    dials(
        &[
            ("NDC: (202) 555-1234", &["+12025551234"]),
            ("HTS 8471.30.0100", &[]),
            ("NDC 0781-1506-10", &[]),
        ],
        "US",
    );
}

#[test]
fn a_pasted_list_of_contacts_has_names_in_front_of_its_tabs() {
    dials(
        &[
            ("Bill\t2145559876", &["+12145559876"]),
            ("Loan\t2145551234", &["+12145551234"]),
            ("FedEx\t8004633339", &["+18004633339"]),
            ("PIN\t800-432-3117", &["+18004323117"]),
            ("Card\t800-432-3117", &["+18004323117"]),
            ("Serial number\t214-555-1234", &[]),
            ("Order\t2145551234", &[]),
            ("NPI\t2145551234", &[]),
            ("Policy Number\t503 703 6359", &[]),
        ],
        "US",
    );
    dials(
        &[
            ("GHTK\t0912345678", &["+84912345678"]),
            ("Bin\t0912345678", &["+84912345678"]),
            ("Vin \t0912 345 678", &["+84912345678"]),
            ("MST\t0901933310", &[]),
            ("Số thẻ\t0912 345 678", &[]),
        ],
        "VN",
    );
}

#[test]
fn a_reference_with_nothing_behind_it_is_a_bank_s() {
    none(
        &[
            ("Wire Transfer, 2145551234", "Reference"),
            ("Check Deposit, 2145551234", "Reference #"),
        ],
        "US",
    );
    assert_eq!(
        shown_in("Nicole Lopez, 2145551234", "References", "US"),
        ["+12145551234"]
    );
}

#[test]
fn an_hour_a_sum_and_two_years_are_no_phone_behind_a_word_for_one() {
    none(
        &[
            ("Cước gọi 0345,120,000", ""),
            ("Gọi 9:0912345678", ""),
            ("912345678", "Điện thoại nhận thầu"),
        ],
        "VN",
    );
    none(&[("call 3:2145551234", "")], "US");
    dials(
        &[
            ("VP: 028 3822 1990, 1995", &["+842838221990"]),
            ("Hotline: 0935,483,258", &["+84935483258"]),
        ],
        "VN",
    );
    for hint in ["SĐT nhân viên", "SĐT nhận hàng", "SĐT nhận tin"] {
        assert_eq!(shown_in("912345678", hint, "VN"), ["+84912345678"]);
    }
}

#[test]
fn every_way_to_write_a_chat_s_address_holds_its_number() {
    for text in [
        "https://api.whatsapp.com/send/?phone=84912345678&text&type=phone_number",
        "https://web.whatsapp.com/send?phone=84912345678",
        "HTTPS://WA.ME/84912345678",
    ] {
        finds(text, "VN", &[("84912345678", "+84912345678")]);
    }
    dials(&[("wa.me/84 912 345 678", &["+84912345678"])], "VN");
    none(
        &[
            ("wa.me/849123456789", ""),
            ("wa.me/84912345678abc", ""),
            ("wa.me/0912 345 678", ""),
        ],
        "VN",
    );
}

#[test]
fn of_two_numbers_with_commas_both_are_found() {
    for text in [
        "sdt 0784,647,157 hoặc 0912,345,678",
        "sdt 0784,647,157, 0912,345,678",
        "sdt 0784,647,157 - 0912,345,678",
    ] {
        dials(&[(text, &["+84784647157", "+84912345678"])], "VN");
    }
    dials(
        &[("sdt 0784,647,157 nợ 0912,345,678", &["+84784647157"])],
        "VN",
    );
}
