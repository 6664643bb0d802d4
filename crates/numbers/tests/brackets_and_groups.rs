//! Brackets around and inside numbers, and groups of one digit.

mod common;
use common::{finds, finds_nothing};

#[test]
fn a_bracket_around_the_whole_may_hold_one_for_the_trunk_zero() {
    for (text, span, e164) in [
        (
            "chị Sơn (+84 (0) 24-3904-6664), khách",
            "+84 (0) 24-3904-6664",
            "+842439046664",
        ),
        (
            "Ann (+44 (0)20 7946 0123)",
            "+44 (0)20 7946 0123",
            "+442079460123",
        ),
        ("(tel +49 (0)30 123456)", "+49 (0)30 123456", "+4930123456"),
        (
            "[+33 (0)6 12 34 56 78]",
            "+33 (0)6 12 34 56 78",
            "+33612345678",
        ),
    ] {
        for country in ["VN", "US"] {
            finds(text, country, &[(span, e164)]);
        }
    }
    finds(
        "chị Hà (+84 (0)28.3924.6329 (máy lẻ 150)), 3 phút",
        "VN",
        &[("+84 (0)28.3924.6329 (máy lẻ 150)", "+842839246329 x150")],
    );
    finds(
        "Ann (1 (682) 979-7001).",
        "US",
        &[("1 (682) 979-7001", "+16829797001")],
    );
    finds(
        "Ann (1 (682) 979-7001.",
        "US",
        &[("1 (682) 979-7001", "+16829797001")],
    );
}

#[test]
fn a_bracket_that_nobody_closes_still_names_an_extension() {
    finds(
        "từ 024.7814.1834 (máy lẻ 38. Nội dung",
        "VN",
        &[("024.7814.1834 (máy lẻ 38", "+842478141834 x38")],
    );
    finds(
        "650-253-0000 (ext. 12, mornings",
        "US",
        &[("650-253-0000 (ext. 12", "+16502530000 x12")],
    );
}

#[test]
fn a_house_or_district_number_is_no_trunk_prefix() {
    finds(
        "Quận 1 – (888) 770-8954.",
        "US",
        &[("(888) 770-8954", "+18887708954")],
    );
    finds(
        "Suite 1 - 650-253-0000",
        "US",
        &[("650-253-0000", "+16502530000")],
    );
    finds(
        "1 (888) 770-8954",
        "US",
        &[("1 (888) 770-8954", "+18887708954")],
    );
}

#[test]
fn vietnamese_provinces_set_the_first_digit_of_a_line_apart() {
    for text in [
        "0213 3 503 783",
        "0229.3.749.309",
        "(0210) 3 427 644",
        "(0204) 3.204.725",
        "0254-3-852-456",
        "(024) 3 825 1234",
        "028.3.825.1234",
        "+84 254 3 852 456",
        "+84 (0)252.3.478.819",
    ] {
        let digits: String = text
            .replace("(0)", "")
            .chars()
            .filter(char::is_ascii_digit)
            .collect();
        let e164 = format!(
            "+84{}",
            digits.trim_start_matches("84").trim_start_matches('0')
        );
        finds(text, "VN", &[(text, &e164)]);
    }
    finds(
        "0238.3.446.467 x437",
        "VN",
        &[("0238.3.446.467 x437", "+842383446467 x437")],
    );
    // Versions and mobiles are not written so.
    finds_nothing("0912 3 456 78", "VN");
    finds_nothing("213.3.503.783", "VN");
}

#[test]
fn a_last_digit_may_stand_alone_behind_a_plus() {
    for text in [
        "+49-7071-370-29-0",
        "+49 89 1234-0",
        "+49 6221 966 34 5",
        "+49 (0)911 155 51 3",
        "0049 9131 758 29 7",
        "+43 1 58858-0",
    ] {
        let digits: String = text
            .replace("(0)", "")
            .chars()
            .filter(char::is_ascii_digit)
            .collect();
        let e164 = format!("+{}", digits.trim_start_matches("00"));
        for country in ["VN", "US"] {
            finds(text, country, &[(text, &e164)]);
        }
    }
    finds("089 1234-0", "DE", &[("089 1234-0", "+498912340")]);
}

#[test]
fn german_towns_whose_area_has_a_zero() {
    for (text, e164) in [
        ("+49 7071 521285", "+497071521285"),
        ("+49 202 5630", "+492025630"),
        ("+49 203 2830", "+492032830"),
        ("+49 209 1690", "+492091690"),
        ("+49 8031 3650", "+4980313650"),
        ("+49 5021 8700", "+4950218700"),
        ("+49 6031 890", "+496031890"),
        ("+49 168 0268878", "+491680268878"),
    ] {
        for country in ["VN", "US", "DE"] {
            finds(text, country, &[(text, e164)]);
        }
    }
    finds("07071/521285", "DE", &[("07071/521285", "+497071521285")]);
}

#[test]
fn what_stands_behind_a_plus_that_is_no_number_may_be_one() {
    finds(
        "+999 123 / 02436394694",
        "VN",
        &[("02436394694", "+842436394694")],
    );
    finds(
        "+999123456 / 0912 345 678",
        "VN",
        &[("0912 345 678", "+84912345678")],
    );
}

#[test]
fn a_calling_code_and_an_area_alone_in_brackets_need_no_groups_behind_them() {
    for (text, span, e164) in [
        ("Tel: (84-24) 37381859", "(84-24) 37381859", "+842437381859"),
        (
            "Khách sạn: (84.28) 36622985",
            "(84.28) 36622985",
            "+842836622985",
        ),
        ("(84.215) 3876814", "(84.215) 3876814", "+842153876814"),
        ("(84-24) 3738 1859", "(84-24) 3738 1859", "+842437381859"),
    ] {
        finds(text, "US", &[(span, e164)]);
    }
    for text in ["Won (49-30) 2024", "(84-28) 29351", "(12-34) 37381859"] {
        finds_nothing(text, "US");
    }
}
