//! What a number is for and how it is written, country by country.

use alo_numbers::{Country, Kind, Number, costs_more};

/// `(dialled at home, kind, E.164, national form, international form)`
type Row = (&'static str, Kind, &'static str, &'static str, &'static str);

fn check(country: &str, rows: &[Row]) {
    let home = Country::parse(country).expect("a country code");
    for (text, kind, e164, national, international) in rows {
        let number = Number::parse(text, home).unwrap_or_else(|| panic!("{country} {text}"));
        assert_eq!(number.kind(), *kind, "{country} {text}");
        assert_eq!(number.e164(), *e164, "{country} {text}");
        assert_eq!(number.to_national(), *national, "{country} {text}");
        assert_eq!(
            number.to_international(),
            *international,
            "{country} {text}"
        );
        let again = Number::parse(e164, Country::VN);
        assert_eq!(again.map(|it| it.kind()), Some(*kind), "{country} {e164}");
    }
}

#[test]
fn viet_nam() {
    check(
        "VN",
        &[
            (
                "0912345678",
                Kind::Mobile,
                "+84912345678",
                "0912 345 678",
                "+84 912 345 678",
            ),
            (
                "02838221234",
                Kind::Fixed,
                "+842838221234",
                "028 3822 1234",
                "+84 28 3822 1234",
            ),
            (
                "02363822123",
                Kind::Fixed,
                "+842363822123",
                "0236 3822 123",
                "+84 236 3822 123",
            ),
            (
                "18001090",
                Kind::TollFree,
                "+8418001090",
                "1800 1090",
                "+84 1800 1090",
            ),
            (
                "1900545416",
                Kind::Premium,
                "+841900545416",
                "1900 545 416",
                "+84 1900 545 416",
            ),
        ],
    );
}

#[test]
fn united_states() {
    check(
        "US",
        &[
            (
                "6502530000",
                Kind::FixedOrMobile,
                "+16502530000",
                "650-253-0000",
                "+1 650-253-0000",
            ),
            (
                "8005550199",
                Kind::TollFree,
                "+18005550199",
                "800-555-0199",
                "+1 800-555-0199",
            ),
            (
                "9005550199",
                Kind::Premium,
                "+19005550199",
                "900-555-0199",
                "+1 900-555-0199",
            ),
            (
                "5002345678",
                Kind::Personal,
                "+15002345678",
                "500-234-5678",
                "+1 500-234-5678",
            ),
        ],
    );
}

#[test]
fn great_britain() {
    check(
        "GB",
        &[
            (
                "07700900123",
                Kind::Mobile,
                "+447700900123",
                "07700 900123",
                "+44 7700 900123",
            ),
            (
                "02079460123",
                Kind::Fixed,
                "+442079460123",
                "020 7946 0123",
                "+44 20 7946 0123",
            ),
            (
                "01614960123",
                Kind::Fixed,
                "+441614960123",
                "0161 496 0123",
                "+44 161 496 0123",
            ),
            (
                "08081570123",
                Kind::TollFree,
                "+448081570123",
                "0808 157 0123",
                "+44 808 157 0123",
            ),
            (
                "03001234567",
                Kind::SharedCost,
                "+443001234567",
                "0300 123 4567",
                "+44 300 123 4567",
            ),
            (
                "09098790123",
                Kind::Premium,
                "+449098790123",
                "0909 879 0123",
                "+44 909 879 0123",
            ),
            (
                "05612345678",
                Kind::Voip,
                "+445612345678",
                "056 1234 5678",
                "+44 56 1234 5678",
            ),
        ],
    );
}

#[test]
fn germany() {
    check(
        "DE",
        &[
            (
                "015123456789",
                Kind::Mobile,
                "+4915123456789",
                "01512 3456789",
                "+49 1512 3456789",
            ),
            (
                "03012345678",
                Kind::Fixed,
                "+493012345678",
                "030 1234 5678",
                "+49 30 1234 5678",
            ),
            (
                "08001234567",
                Kind::TollFree,
                "+498001234567",
                "0800 1234567",
                "+49 800 1234567",
            ),
            (
                "09001123456",
                Kind::Premium,
                "+499001123456",
                "0900 1 123456",
                "+49 900 1 123456",
            ),
            (
                "01805123456",
                Kind::SharedCost,
                "+491805123456",
                "0180 5 123 456",
                "+49 180 5 123 456",
            ),
        ],
    );
}

#[test]
fn france() {
    check(
        "FR",
        &[
            (
                "0612345678",
                Kind::Mobile,
                "+33612345678",
                "06 12 34 56 78",
                "+33 6 12 34 56 78",
            ),
            (
                "0142685300",
                Kind::Fixed,
                "+33142685300",
                "01 42 68 53 00",
                "+33 1 42 68 53 00",
            ),
            (
                "0800123456",
                Kind::TollFree,
                "+33800123456",
                "0800 123 456",
                "+33 800 123 456",
            ),
            (
                "0899123456",
                Kind::Premium,
                "+33899123456",
                "0899 123 456",
                "+33 899 123 456",
            ),
            (
                "0972123456",
                Kind::Voip,
                "+33972123456",
                "09 72 12 34 56",
                "+33 9 72 12 34 56",
            ),
            (
                "0810123456",
                Kind::SharedCost,
                "+33810123456",
                "0810 123 456",
                "+33 810 123 456",
            ),
        ],
    );
}

#[test]
fn japan() {
    check(
        "JP",
        &[
            (
                "09012345678",
                Kind::Mobile,
                "+819012345678",
                "090-1234-5678",
                "+81 90-1234-5678",
            ),
            (
                "0312345678",
                Kind::Fixed,
                "+81312345678",
                "03-1234-5678",
                "+81 3-1234-5678",
            ),
            (
                "0120123456",
                Kind::TollFree,
                "+81120123456",
                "0120-123-456",
                "+81 120-123-456",
            ),
            (
                "05012345678",
                Kind::Voip,
                "+815012345678",
                "050-1234-5678",
                "+81 50-1234-5678",
            ),
            (
                "0570123456",
                Kind::SharedCost,
                "+81570123456",
                "0570-123-456",
                "+81 570-123-456",
            ),
            (
                "0990123456",
                Kind::Premium,
                "+81990123456",
                "0990-123-456",
                "+81 990-123-456",
            ),
        ],
    );
}

#[test]
fn countries_known_by_length_have_a_number_and_no_kind() {
    for (text, country) in [
        ("+85512345678", "KH"),
        ("+358401234567", "FI"),
        ("+27821234567", "ZA"),
    ] {
        let number = Number::parse(text, Country::VN).expect(text);
        assert_eq!(
            (number.kind(), number.country()),
            (Kind::Unknown, Country::parse(country))
        );
        assert_eq!(number.e164(), text);
    }
}

#[test]
fn what_is_dialled_has_a_kind_even_where_it_is_no_number() {
    for (dial, kind) in [
        ("*21*0912345678#", Kind::Service),
        ("*101#", Kind::Service),
        ("113", Kind::Short),
        ("1001", Kind::Short),
        ("0912345678", Kind::Mobile),
        ("19001234", Kind::Premium),
        ("+447700900123", Kind::Mobile),
        ("123456789012", Kind::Unknown),
    ] {
        assert_eq!(Kind::of(dial, Country::VN), kind, "{dial}");
    }
}

#[test]
fn what_costs_more_is_known_of_every_country_also_where_nothing_else_is() {
    for (dial, home, costs) in [
        ("+43900123456", "VN", true),
        ("0043930123456", "VN", true),
        ("0900123456", "AT", true),
        ("+4312345678", "VN", false),
        ("+41901123456", "VN", true),
        ("+31900123456", "VN", true),
        ("+39899123456", "VN", true),
        ("+390612345678", "VN", false),
        ("+34803123456", "VN", true),
        ("+447012345678", "VN", true),
        ("+447700900123", "VN", false),
        ("+448441234567", "VN", true),
        ("+498001234567", "VN", false),
        ("+19002345678", "VN", true),
        ("19001234", "VN", true),
        ("1001", "VN", false),
        // The same beginning, and only the length tells.
        ("+85519001234", "VN", false),
        ("+8551900123456", "VN", true),
        ("+56612345678", "VN", false),
        // Shorter than every ordinary number of its country, and not to be mistaken for an extension.
        ("09001234", "UY", true),
        ("9001", "UY", false),
    ] {
        let home = Country::parse(home).expect("a country code");
        assert_eq!(costs_more(dial, home), costs, "{dial}");
    }
}
