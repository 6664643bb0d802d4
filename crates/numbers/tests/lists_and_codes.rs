//! Links and selections with more digits behind their number: another number, or a code for after the answer.

use alo_numbers::{Country, DialError, Options, Target};

fn options(country: &str) -> Options {
    Options {
        country: Country::parse(country).expect("a country"),
        ..Options::default()
    }
}

#[test]
fn a_list_of_two_is_not_dialled_as_one_and_a_code_follows_its_number() {
    for (href, country) in [
        ("tel:0912345678,0987654321", "VN"),
        ("tel:0912345678, 0987654321", "VN"),
        ("tel:0912345678，0987654321", "VN"),
        ("tel:0912345678%EF%BC%8C0987654321", "VN"),
        ("tel:0912345678、0987654321", "VN"),
        ("tel:0912345678-0987654321", "VN"),
        ("tel:0912345678%20/%200987654321", "VN"),
        ("callto:0912345678,+84987654321", "VN"),
        ("tel:214-555-1234, 214-555-9876", "US"),
        ("tel:0912345678,0987654321,", "VN"),
        ("tel:0912345678,0987654321,0901234567", "VN"),
        ("tel:0912345678%2C0987654321;ext=1", "VN"),
        ("tel:0912345678,84987654321", "VN"),
        ("tel:19001234-0912345678", "VN"),
        ("tel:02838221234-38225678", "VN"),
        ("tel:2145551234-3105550199", "US"),
        ("tel:214-555-1234,310-555-0199", "US"),
        ("tel:2145551234,13105550199", "US"),
    ] {
        let read = Target::from_link(href, &options(country));
        assert_eq!(read, Err(DialError::Several), "{href}");
    }
    let endless = format!("tel:{}", "1".repeat(60));
    assert_eq!(
        Target::from_link(&endless, &options("VN")),
        Err(DialError::TooLong)
    );
    let read = |target: Result<Target, DialError>| {
        target.map(|it| (it.dial.to_string(), it.post_dial.unwrap_or_default()))
    };
    for (href, country, dial, code) in [
        (
            "tel:+12145551234, 01234567#",
            "US",
            "+12145551234",
            ",01234567#",
        ),
        (
            "tel:02838881234,12345678%23",
            "VN",
            "02838881234",
            ",12345678#",
        ),
        (
            "tel:02838881234, 01234567",
            "VN",
            "02838881234",
            ",01234567",
        ),
        ("tel:02838881234,19001234", "VN", "02838881234", ",19001234"),
        (
            "tel:02838881234,,0912345678#",
            "VN",
            "02838881234",
            ",,0912345678#",
        ),
        (
            "tel:+18005551234,2145559876",
            "US",
            "+18005551234",
            ",2145559876",
        ),
    ] {
        let expected = Ok((dial.to_owned(), code.to_owned()));
        let own = read(Target::from_link(href, &options(country)));
        assert_eq!(own, expected, "{href}");
    }
    for (text, dial, code) in [
        ("+1 214 555 1234, 01234567#", "+12145551234", ",01234567#"),
        (
            "214-555-1234,,98765432#,,*123456#",
            "2145551234",
            ",,98765432#,,*123456#",
        ),
    ] {
        let expected = Ok((dial.to_owned(), code.to_owned()));
        let own = read(Target::from_text(text, &options("US")));
        assert_eq!(own, expected, "{text}");
    }
    for (text, error) in [
        ("0912345678，0987654321", DialError::Several),
        ("0912345678#", DialError::ServiceCode),
        ("0912345678 ,*", DialError::ServiceCode),
        ("*21*0912345678,1#", DialError::ServiceCode),
        ("0912345678,*21*0987654321#", DialError::ServiceCode),
        ("0912345678,,*21*0987654321#", DialError::ServiceCode),
        ("0912345678,0987654321#", DialError::ServiceCode),
        // A post code is none that a menu asks for.
        ("0912 345 678, 70000", DialError::Character(',')),
    ] {
        let own = Target::from_text(text, &options("VN"));
        assert_eq!(own, Err(error), "{text}");
    }
}

#[test]
fn digits_behind_a_whole_number_are_never_joined_to_it() {
    for (text, country) in [
        ("0912345678 - 1990", "VN"),
        ("0912345678 – 1990", "VN"),
        ("0912345678 -1990", "VN"),
        ("+84912345678 - 1990", "VN"),
        ("028 38221990 - 1991", "VN"),
        ("0912345678 1990", "VN"),
        ("0912345678 (1990)", "VN"),
        ("0912345678 350000", "VN"),
        ("2145551234 - 1990", "US"),
    ] {
        let read = Target::from_text(text, &options(country));
        assert_eq!(read, Err(DialError::Several), "{text}");
    }
    let read = Target::from_text("214-555-1234, 310-555-0199#", &options("US"));
    assert_eq!(read, Err(DialError::ServiceCode));
}
