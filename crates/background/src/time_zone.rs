//! What time it is where a number rings, for countries that have one time.

/// Countries with one time zone (or none that differs where people live), with its IANA name.
const ZONES: [(&str, &str); 44] = [
    ("AE", "Asia/Dubai"),
    ("AT", "Europe/Vienna"),
    ("BE", "Europe/Brussels"),
    ("BG", "Europe/Sofia"),
    ("CH", "Europe/Zurich"),
    ("CN", "Asia/Shanghai"),
    ("CZ", "Europe/Prague"),
    ("DE", "Europe/Berlin"),
    ("DK", "Europe/Copenhagen"),
    ("EE", "Europe/Tallinn"),
    ("EG", "Africa/Cairo"),
    ("FI", "Europe/Helsinki"),
    ("FR", "Europe/Paris"),
    ("GB", "Europe/London"),
    ("GR", "Europe/Athens"),
    ("HK", "Asia/Hong_Kong"),
    ("HU", "Europe/Budapest"),
    ("IE", "Europe/Dublin"),
    ("IL", "Asia/Jerusalem"),
    ("IN", "Asia/Kolkata"),
    ("IT", "Europe/Rome"),
    ("JP", "Asia/Tokyo"),
    ("KE", "Africa/Nairobi"),
    ("KH", "Asia/Phnom_Penh"),
    ("KR", "Asia/Seoul"),
    ("LA", "Asia/Vientiane"),
    ("LU", "Europe/Luxembourg"),
    ("MM", "Asia/Yangon"),
    ("MY", "Asia/Kuala_Lumpur"),
    ("NG", "Africa/Lagos"),
    ("NL", "Europe/Amsterdam"),
    ("NO", "Europe/Oslo"),
    ("PH", "Asia/Manila"),
    ("PK", "Asia/Karachi"),
    ("PL", "Europe/Warsaw"),
    ("RO", "Europe/Bucharest"),
    ("SA", "Asia/Riyadh"),
    ("SE", "Europe/Stockholm"),
    ("SG", "Asia/Singapore"),
    ("TH", "Asia/Bangkok"),
    ("TR", "Europe/Istanbul"),
    ("TW", "Asia/Taipei"),
    ("VN", "Asia/Ho_Chi_Minh"),
    ("ZA", "Africa/Johannesburg"),
];

/// The time zone of a country (ISO 3166-1 alpha-2), where it has one for all its numbers.
pub(crate) fn of(country: &str) -> Option<String> {
    ZONES
        .iter()
        .find(|(code, _)| *code == country)
        .map(|(_, zone)| (*zone).to_owned())
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_country_with_many_times_has_none_rather_than_a_wrong_one() {
        assert_eq!(super::of("VN").as_deref(), Some("Asia/Ho_Chi_Minh"));
        assert_eq!(super::of("US"), None);
    }
}
