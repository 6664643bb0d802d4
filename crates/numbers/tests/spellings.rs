//! Ways to write a number that people have and programs seldom know.

mod common;
use common::{finds, finds_nothing};

#[test]
fn a_dash_behind_the_area_code_and_dots_behind_that() {
    for (text, e164) in [
        ("(028)-6497.4472", "+842864974472"),
        ("(0274)-331.0279", "+842743310279"),
        ("028 – 6849.2599", "+842868492599"),
        ("(028)-61.03.28.79", "+842861032879"),
        ("024 – 65.88.58.27", "+842465885827"),
        ("+81.80−2519−7954", "+818025197954"),
    ] {
        finds(text, "VN", &[(text, e164)]);
    }
    for text in ["12.1-23.71-23.45", "024-65.88-58.27", "3.84-91.23.4567"] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn pairs_behind_a_bracket_are_no_address() {
    for (text, e164) in [
        ("(024) 62.55.54.66", "+842462555466"),
        ("(024)73.16.94.79", "+842473169479"),
        ("(84-28) 31.89.07.20", "+842831890720"),
        ("1800.41.75.80", "+841800417580"),
    ] {
        finds(text, "VN", &[(text, e164)]);
    }
    finds_nothing("host 62.55.54.66", "VN");
    finds_nothing("(v2) 10.55.54.66", "VN");
}

#[test]
fn a_blank_behind_the_plus() {
    for (text, e164) in [
        ("+ 353 1 634 7887", "+35316347887"),
        ("+ 1 650 496 2717", "+16504962717"),
        ("+ 84 912 345 678", "+84912345678"),
    ] {
        finds(text, "VN", &[(text, e164)]);
        finds(&format!("Tel: {text}."), "VN", &[(text, e164)]);
    }
    for text in [
        "x + 353 1 634 7887 = 0",
        "12 + 353 163 478 87",
        "a + 84912345678901",
    ] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn north_america_also_has_a_slash_behind_the_area_code() {
    for (text, e164) in [
        ("919/424-5653", "+19194245653"),
        ("833/948-1870", "+18339481870"),
        ("415/666 7777", "+14156667777"),
    ] {
        finds(text, "US", &[(text, e164)]);
    }
    for text in [
        "650/253/1234",
        "650//253-1234",
        "919/4245-653",
        "9194/24-5653",
    ] {
        finds_nothing(text, "US");
    }
}

#[test]
fn a_trunk_prefix_before_a_bracket_is_of_the_number_behind_a_zip_code() {
    let text = "Portland, OR 97247-9231 1 (214) 387-6705";
    finds(text, "US", &[("1 (214) 387-6705", "+12143876705")]);
}

#[test]
fn the_own_calling_code_without_its_plus() {
    for text in [
        "84348948994",
        "T: 84348948994",
        "gọi 84348948994",
        "Có gì gọi em số 84348948994 nhé",
    ] {
        finds(text, "VN", &[("84348948994", "+84348948994")]);
    }
    finds("842838251234", "VN", &[("842838251234", "+842838251234")]);
    for text in [
        "Mã đơn 84348948994",
        "84348948994.jpg",
        "843489489941",
        "8434894899",
    ] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn two_zeros_and_a_calling_code_all_of_a_piece() {
    for (text, e164) in [
        ("0033186057929", "+33186057929"),
        ("T: 00442084101921", "+442084101921"),
        ("Service client : 0033578949204", "+33578949204"),
    ] {
        let span = text.rsplit(' ').next().unwrap_or_default();
        finds(text, "VN", &[(span, e164)]);
    }
    finds(
        "00842838251234",
        "US",
        &[("00842838251234", "+842838251234")],
    );
    // An account at a bank.
    for text in ["0071000123456", "0031000123456", "STK 0033186057929"] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn a_vietnamese_word_settles_what_is_also_written_elsewhere() {
    for (text, span, e164) in [
        ("ĐT: 03.4376.0703", "03.4376.0703", "+84343760703"),
        ("08.6050.6586", "08.6050.6586", "+84860506586"),
        ("LH 0203 331 8480", "0203 331 8480", "+842033318480"),
        (
            "Kế toán trưởng đổi số 0203 331 8480",
            "0203 331 8480",
            "+842033318480",
        ),
    ] {
        finds(text, "VN", &[(span, e164)]);
    }
    for text in [
        "03-7284-4660",
        "ĐT: 03-7284-4660",
        "Gọi lại 052-615-9332",
        "03 7284 4660",
        "0203 331 8480",
        "Tel 0203 331 8480",
        "Zalo 0203 792 1497",
    ] {
        finds_nothing(text, "VN");
    }
    // London, Tokyo.
    finds_nothing("ĐT: 020 7946 0123", "VN");
}

#[test]
fn cuts_of_germany_are_not_taken_for_vietnamese_ones() {
    for text in ["089 6019606", "089-4300175", "0911 922576", "0911-295117"] {
        finds_nothing(text, "VN");
    }
    finds("ĐT 089 6019606", "VN", &[("089 6019606", "+84896019606")]);
    finds("0911 922 576", "VN", &[("0911 922 576", "+84911922576")]);
    finds("0912 345678", "VN", &[("0912 345678", "+84912345678")]);
    finds("091 2345678", "VN", &[("091 2345678", "+84912345678")]);
}
