//! Numbers as people write them every day, beside words that are codes elsewhere.

mod common;
use common::{finds, finds_nothing, numbers};

fn finds_one(text: &str, span: &str, e164: &str, country: &str) {
    finds(text, country, &[(span, e164)]);
}

#[test]
fn a_state_a_title_or_a_firm_before_ten_bare_digits_is_no_code() {
    for text in [
        "Dallas, TX 2145551234",
        "Austin, TX | 2145551234",
        "John Smith Sr. 2145551234",
        "Rev. Jones 2145551234",
        "Hampton Inn: 2145551234",
        "Police 2145551234",
        "Lei Wang 2145551234",
        "Burbank 2145551234",
        "ann@comcast.net 2145551234",
        "Tel. Hampton Inn 2145551234",
    ] {
        finds_one(text, "2145551234", "+12145551234", "US");
    }
    for text in [
        "Order no. 2145551234",
        "Bank: 2145551234",
        "Sparkassenbank 2145551234",
    ] {
        finds_nothing(text, "US");
    }
}

#[test]
fn who_somebody_is_stands_in_brackets_behind_and_so_does_what_a_code_is() {
    for role in [
        "Project manager",
        "Case worker",
        "Account rep",
        "Dallas, TX",
        "Job site",
    ] {
        finds_one(
            &format!("2145551234 ({role})"),
            "2145551234",
            "+12145551234",
            "US",
        );
    }
    for code in ["UPS", "order no.", "invoice"] {
        finds_nothing(&format!("2145551234 ({code})"), "US");
    }
}

#[test]
fn a_word_in_front_holds_for_its_own_line() {
    for text in [
        "Phone: 6502530000\n4178329412",
        "Call 650-253-0000 first.\nAnn Lee, 4178329412",
    ] {
        let found = numbers(text, "US");
        assert!(
            found.iter().any(|(span, _)| span == "4178329412"),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn a_part_of_a_house_stands_before_a_phone() {
    for text in [
        "12 Main St, Suite 200, 2145551234",
        "Apt 4B, 2145551234",
        "Store 1042 - 2145551234",
    ] {
        finds_one(text, "2145551234", "+12145551234", "US");
    }
}

#[test]
fn vietnamese_mobiles_in_other_lands_groups_are_taken_where_the_words_are_vietnamese() {
    finds_one("SĐT: 078-512-3456", "078-512-3456", "+84785123456", "VN");
    finds_one(
        "Zalo 078-512-3456 nhé em",
        "078-512-3456",
        "+84785123456",
        "VN",
    );
    finds_nothing("078-512-3456", "VN");
    for lead in ["090", "091", "094", "070", "081", "036"] {
        let (span, e164) = (
            format!("({lead})123-4567"),
            format!("+84{}1234567", &lead[1..]),
        );
        finds_one(&span, &span, &e164, "VN");
    }
}

#[test]
fn one_s_trunk_prefix_may_be_set_off_like_the_rest() {
    finds_one(
        "1 - 800 - 555 - 1234",
        "1 - 800 - 555 - 1234",
        "+18005551234",
        "US",
    );
    finds_one(
        "Quận 1 – (888) 770-8954",
        "(888) 770-8954",
        "+18887708954",
        "US",
    );
}

#[test]
fn a_phone_that_gets_one_time_codes_is_a_phone() {
    finds_one(
        "SĐT nhận OTP: 0912 345 678",
        "0912 345 678",
        "+84912345678",
        "VN",
    );
    finds_one("TFN: 888-555-1234", "888-555-1234", "+18885551234", "US");
}

#[test]
fn a_slashed_line_of_a_vietnamese_city_does_not_make_its_neighbour_german() {
    for (text, mobile) in [
        ("024/38251234, 0912345678", "0912345678"),
        ("028/38251234 / 0912345678", "0912345678"),
        ("09-1234-5678, 0341234567", "0341234567"),
    ] {
        let found = numbers(text, "VN");
        assert!(
            found.iter().any(|(span, _)| span == mobile),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn a_phone_drawn_in_front_is_a_word_for_it() {
    for text in [
        "📞 2145551234",
        "☎️ 2145551234",
        "📱: 2145551234",
        "12 Main St, $500, 📞2145551234",
    ] {
        finds_one(text, "2145551234", "+12145551234", "US");
    }
    finds_one("☎ 0311754826", "0311754826", "+84311754826", "VN");
}
