//! What time it is where a number rings: one time, or between which two.

mod nanp;

/// Countries with one time zone (or none that differs where people live), with its IANA name.
#[rustfmt::skip]
const ONE: &[(&str, &str)] = &[
    ("AE", "Asia/Dubai"),
    ("AG", "America/Antigua"),
    ("AI", "America/Anguilla"),
    ("AR", "America/Argentina/Buenos_Aires"),
    ("AS", "Pacific/Pago_Pago"),
    ("AT", "Europe/Vienna"),
    ("BB", "America/Barbados"),
    ("BD", "Asia/Dhaka"),
    ("BE", "Europe/Brussels"),
    ("BG", "Europe/Sofia"),
    ("BM", "Atlantic/Bermuda"),
    ("BS", "America/Nassau"),
    ("CH", "Europe/Zurich"),
    ("CN", "Asia/Shanghai"),
    ("CO", "America/Bogota"),
    ("CZ", "Europe/Prague"),
    ("DE", "Europe/Berlin"),
    ("DK", "Europe/Copenhagen"),
    ("DM", "America/Dominica"),
    ("DO", "America/Santo_Domingo"),
    ("EE", "Europe/Tallinn"),
    ("EG", "Africa/Cairo"),
    ("FI", "Europe/Helsinki"),
    ("FR", "Europe/Paris"),
    ("GB", "Europe/London"),
    ("GD", "America/Grenada"),
    ("GR", "Europe/Athens"),
    ("GU", "Pacific/Guam"),
    ("HK", "Asia/Hong_Kong"),
    ("HR", "Europe/Zagreb"),
    ("HU", "Europe/Budapest"),
    ("IE", "Europe/Dublin"),
    ("IL", "Asia/Jerusalem"),
    ("IN", "Asia/Kolkata"),
    ("IT", "Europe/Rome"),
    ("JM", "America/Jamaica"),
    ("JP", "Asia/Tokyo"),
    ("KE", "Africa/Nairobi"),
    ("KH", "Asia/Phnom_Penh"),
    ("KN", "America/St_Kitts"),
    ("KR", "Asia/Seoul"),
    ("KY", "America/Cayman"),
    ("LA", "Asia/Vientiane"),
    ("LC", "America/St_Lucia"),
    ("LK", "Asia/Colombo"),
    ("LT", "Europe/Vilnius"),
    ("LU", "Europe/Luxembourg"),
    ("LV", "Europe/Riga"),
    ("MA", "Africa/Casablanca"),
    ("MM", "Asia/Yangon"),
    ("MP", "Pacific/Saipan"),
    ("MS", "America/Montserrat"),
    ("MY", "Asia/Kuala_Lumpur"),
    ("NG", "Africa/Lagos"),
    ("NL", "Europe/Amsterdam"),
    ("NO", "Europe/Oslo"),
    ("NZ", "Pacific/Auckland"),
    ("PE", "America/Lima"),
    ("PH", "Asia/Manila"),
    ("PK", "Asia/Karachi"),
    ("PL", "Europe/Warsaw"),
    ("PR", "America/Puerto_Rico"),
    ("RO", "Europe/Bucharest"),
    ("RS", "Europe/Belgrade"),
    ("SA", "Asia/Riyadh"),
    ("SE", "Europe/Stockholm"),
    ("SG", "Asia/Singapore"),
    ("SI", "Europe/Ljubljana"),
    ("SK", "Europe/Bratislava"),
    ("SX", "America/Lower_Princes"),
    ("TC", "America/Grand_Turk"),
    ("TH", "Asia/Bangkok"),
    ("TR", "Europe/Istanbul"),
    ("TT", "America/Port_of_Spain"),
    ("TW", "Asia/Taipei"),
    ("UA", "Europe/Kyiv"),
    ("UY", "America/Montevideo"),
    ("VC", "America/St_Vincent"),
    ("VE", "America/Caracas"),
    ("VG", "America/Tortola"),
    ("VI", "America/St_Thomas"),
    ("VN", "Asia/Ho_Chi_Minh"),
    ("ZA", "Africa/Johannesburg"),
];

/// Countries with several: the westernmost and the easternmost where people live.
#[rustfmt::skip]
const SEVERAL: &[(&str, [&str; 2])] = &[
    ("AU", ["Australia/Perth", "Australia/Sydney"]),
    ("BR", ["America/Rio_Branco", "America/Noronha"]),
    ("CA", ["America/Vancouver", "America/St_Johns"]),
    ("CD", ["Africa/Kinshasa", "Africa/Lubumbashi"]),
    ("CL", ["Pacific/Easter", "America/Punta_Arenas"]),
    ("EC", ["Pacific/Galapagos", "America/Guayaquil"]),
    ("ES", ["Atlantic/Canary", "Europe/Madrid"]),
    ("ID", ["Asia/Jakarta", "Asia/Jayapura"]),
    ("KZ", ["Asia/Aqtau", "Asia/Almaty"]),
    ("MN", ["Asia/Hovd", "Asia/Ulaanbaatar"]),
    ("MX", ["America/Tijuana", "America/Cancun"]),
    ("PG", ["Pacific/Port_Moresby", "Pacific/Bougainville"]),
    ("PT", ["Atlantic/Azores", "Europe/Lisbon"]),
    ("RU", ["Europe/Kaliningrad", "Asia/Kamchatka"]),
    ("US", ["Pacific/Honolulu", "America/New_York"]),
];

/// The time zones of a number (E.164): one, the two between which it lies from west to east, or none
/// where nothing is known. A mobile phone may be anywhere in its country; an area code in North America
/// says where it was given out, mobile or not.
pub(crate) fn of(country: &str, e164: Option<&str>) -> Vec<String> {
    let digits = e164.and_then(|number| number.strip_prefix('+'));
    let own = digits.and_then(|digits| of_region(country, digits));
    let one = || {
        let (_, zone) = ONE.iter().find(|(code, _)| *code == country)?;
        Some(std::slice::from_ref(zone))
    };
    let several = || {
        let (_, zones) = SEVERAL.iter().find(|(code, _)| *code == country)?;
        Some(&zones[..])
    };
    let zones = own.or_else(one).or_else(several).unwrap_or_default();
    zones.iter().map(|zone| (*zone).to_owned()).collect()
}

/// Where the digits behind the calling code say more than the country.
fn of_region(country: &str, digits: &str) -> Option<&'static [&'static str]> {
    let area = |code: &str, len| digits.strip_prefix(code)?.get(..len)?.parse::<u16>().ok();
    Some(match country {
        "US" | "CA" => return nanp::of_area(area("1", 3)?),
        // Geographic numbers by their first digit; 8 is three time zones.
        "AU" => match area("61", 1)? {
            2 => &["Australia/Sydney"],
            3 => &["Australia/Melbourne"],
            7 => &["Australia/Brisbane"],
            8 => &["Australia/Perth", "Australia/Adelaide"],
            _ => return None,
        },
        "BR" => match area("55", 2)? {
            68 => &["America/Rio_Branco"],
            65..=67 | 69 | 92 | 95 => &["America/Manaus"],
            97 => &["America/Rio_Branco", "America/Manaus"],
            81 => &["America/Sao_Paulo", "America/Noronha"],
            11..=99 => &["America/Sao_Paulo"],
            _ => return None,
        },
        // The Canary Islands have area codes of their own; mobile numbers have none.
        "ES" => match area("34", 3)? {
            822 | 828 | 922 | 928 => &["Atlantic/Canary"],
            810..=889 | 910..=989 => &["Europe/Madrid"],
            _ => return None,
        },
        "PT" => match area("351", 3)? {
            292 | 295 | 296 => &["Atlantic/Azores"],
            210..=291 => &["Europe/Lisbon"],
            _ => return None,
        },
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_one_time_or_the_two_between_which_it_lies_or_none() {
        for (country, number, zones) in [
            ("VN", "+84912345678", &["Asia/Ho_Chi_Minh"][..]),
            ("US", "+16502530000", &["America/Los_Angeles"]),
            (
                "US",
                "+12082530000",
                &["America/Los_Angeles", "America/Denver"],
            ),
            (
                "CA",
                "+17095550123",
                &["America/Halifax", "America/St_Johns"],
            ),
            ("PR", "+17875550123", &["America/Puerto_Rico"]),
            (
                "RU",
                "+79161234567",
                &["Europe/Kaliningrad", "Asia/Kamchatka"],
            ),
            ("AU", "+61212345678", &["Australia/Sydney"]),
            (
                "AU",
                "+61412345678",
                &["Australia/Perth", "Australia/Sydney"],
            ),
            ("BR", "+5592987654321", &["America/Manaus"]),
            ("ES", "+34928123456", &["Atlantic/Canary"]),
            ("ES", "+34612345678", &["Atlantic/Canary", "Europe/Madrid"]),
            ("ID", "+62812345678", &["Asia/Jakarta", "Asia/Jayapura"]),
            ("XX", "+99912345", &[]),
        ] {
            assert_eq!(of(country, Some(number)), zones, "{number}");
        }
        assert_eq!(of("US", None), ["Pacific/Honolulu", "America/New_York"]);
    }

    #[test]
    fn no_country_stands_in_both_lists_or_twice() {
        let mut all: Vec<&str> = ONE.iter().map(|(code, _)| *code).collect();
        all.extend(SEVERAL.iter().map(|(code, _)| *code));
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
