//! Calling codes of the world with the lengths of their numbers (ITU-T E.164).
//!
//! Lengths and trunk prefixes are facts of the national plans, gathered from libphonenumber 9.0.43
//! (Apache-2.0): fixed, mobile, toll-free and VoIP numbers, without the code. Of the larger countries the
//! lengths that only a few old lines have are left out: `+39679000` is a sum far more often.

use crate::Country;

/// A calling code.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CallingCode {
    pub(crate) code: u16,
    country: Option<Country>,
    lengths: &'static [usize],
    /// Dialled before a national number at home; empty where there is none.
    pub(crate) trunk: &'static str,
}

impl CallingCode {
    /// The country with most of the numbers; `None` for satellite and international networks.
    pub(crate) fn country(&self) -> Option<Country> {
        self.country
    }

    /// Whether numbers of so many digits exist, not counting code and trunk prefix.
    pub(crate) fn has_length(&self, len: usize) -> bool {
        self.lengths.contains(&len)
    }

    /// A few countries never had a trunk prefix that is dropped: their numbers may begin with 0.
    pub(crate) fn may_begin_with_zero(&self) -> bool {
        matches!(self.code, 39 | 225 | 229 | 241 | 242 | 378)
    }
}

/// Splits the digits after a `+` into calling code and the rest.
pub(crate) fn split(digits: &[u8]) -> Option<(&'static CallingCode, &[u8])> {
    // `020` would be read as 20.
    if digits.first() == Some(&b'0') {
        return None;
    }
    // E.164 codes are prefix-free, so the first that is known is the only one.
    let mut code = 0_u16;
    digits.iter().take(3).enumerate().find_map(|(at, digit)| {
        code = code * 10 + u16::from(digit.wrapping_sub(b'0') % 10);
        Some((by_code(code)?, digits.get(at + 1..)?))
    })
}

/// The entry of a calling code.
pub(crate) fn by_code(code: u16) -> Option<&'static CallingCode> {
    let at = *BY_CODE.get(usize::from(code))?;
    CODES.get(usize::from(at))
}

/// The calling code of a country.
pub(crate) fn by_country(country: Country) -> Option<&'static CallingCode> {
    let at = *BY_COUNTRY.get(country.index())?;
    CODES.get(usize::from(at))
}

/// No entry: there are fewer of them.
const NONE: u8 = u8::MAX;

/// Where the entry of each calling code is; the compiler fills it.
static BY_CODE: [u8; 1000] = {
    let (mut all, mut at) = ([NONE; 1000], 0);
    while at < CODES.len() {
        all[CODES[at].code as usize] = at as u8;
        at += 1;
    }
    all
};

/// The same for each country.
static BY_COUNTRY: [u8; Country::COUNT] = {
    assert!(CODES.len() < NONE as usize);
    let (mut all, mut at) = ([NONE; Country::COUNT], CODES.len());
    while at > 0 {
        at -= 1;
        if let Some(country) = CODES[at].country {
            all[country.index()] = at as u8;
        }
    }
    let mut list = 0;
    while list < SHARED.len() {
        let (countries, code) = SHARED[list];
        let (mut rest, own) = (countries.as_bytes(), BY_CODE[code as usize]);
        while let [a, b, behind @ ..] = rest {
            let place = Country::of_letters(*a, *b).index();
            assert!(all[place] == NONE, "two codes for one country");
            all[place] = own;
            rest = match behind {
                [b' ', next @ ..] => next,
                all => all,
            };
        }
        list += 1;
    }
    all
};

/// Countries that live under another one's code.
const SHARED: &[(&str, u16)] = &[
    (
        "AG AI AS BB BM BS CA DM DO GD GU JM KN KY LC MP MS PR SX TC TT VC VG VI",
        1,
    ),
    ("KZ", 7),
    ("VA", 39),
    ("GG IM JE", 44),
    ("SJ", 47),
    ("CC CX", 61),
    ("EH", 212),
    ("YT", 262),
    ("TA", 290),
    ("AX", 358),
    ("BL MF", 590),
    ("BQ", 599),
];

const fn of(code: u16, iso: &str, lengths: &'static [usize], trunk: &'static str) -> CallingCode {
    let country = match iso.as_bytes() {
        [a, b] => Some(Country::of_letters(*a, *b)),
        _ => None,
    };
    CallingCode {
        code,
        country,
        lengths,
        trunk,
    }
}

static CODES: &[CallingCode] = &[
    of(1, "US", &[10], "1"),
    of(7, "RU", &[10, 14], "8"),
    of(20, "EG", &[8, 9, 10], "0"),
    of(27, "ZA", &[9], "0"),
    of(30, "GR", &[10], ""),
    of(31, "NL", &[9, 10, 11], "0"),
    of(32, "BE", &[8, 9], "0"),
    of(33, "FR", &[9], "0"),
    of(34, "ES", &[9], ""),
    of(36, "HU", &[8, 9], "06"),
    of(39, "IT", &[7, 8, 9, 10, 11], ""),
    of(40, "RO", &[9], "0"),
    of(41, "CH", &[9], "0"),
    of(43, "AT", &[7, 8, 9, 10, 11, 12, 13], "0"),
    of(44, "GB", &[7, 9, 10], "0"),
    of(45, "DK", &[8], ""),
    of(46, "SE", &[7, 8, 9], "0"),
    of(47, "NO", &[8], ""),
    of(48, "PL", &[9], ""),
    of(49, "DE", &[5, 6, 7, 8, 9, 10, 11, 12, 13], "0"),
    of(51, "PE", &[8, 9], "0"),
    of(52, "MX", &[10], ""),
    of(53, "CU", &[8], "0"),
    of(54, "AR", &[10, 11], "0"),
    of(55, "BR", &[10, 11], "0"),
    of(56, "CL", &[9, 11], ""),
    of(57, "CO", &[8, 10, 11], "0"),
    of(58, "VE", &[10], "0"),
    of(60, "MY", &[8, 9, 10], "0"),
    of(61, "AU", &[9, 10], "0"),
    of(62, "ID", &[8, 9, 10, 11, 12], "0"),
    of(63, "PH", &[8, 9, 10], "0"),
    of(64, "NZ", &[8, 9, 10], "0"),
    of(65, "SG", &[8, 10, 11], ""),
    of(66, "TH", &[8, 9, 10, 13], "0"),
    of(81, "JP", &[8, 9, 10, 11, 12, 13], "0"),
    of(82, "KR", &[8, 9, 10, 11], "0"),
    of(84, "VN", &[8, 9, 10], "0"),
    of(86, "CN", &[7, 8, 9, 10, 11, 12], "0"),
    of(90, "TR", &[10], "0"),
    of(91, "IN", &[10], "0"),
    of(92, "PK", &[8, 9, 10, 11], "0"),
    of(93, "AF", &[9], "0"),
    of(94, "LK", &[9], "0"),
    of(95, "MM", &[7, 8, 9, 10], "0"),
    of(98, "IR", &[10], "0"),
    of(211, "SS", &[9], "0"),
    of(212, "MA", &[9], "0"),
    of(213, "DZ", &[8, 9], "0"),
    of(216, "TN", &[8], ""),
    of(218, "LY", &[9], "0"),
    of(220, "GM", &[7, 9], ""),
    of(221, "SN", &[9], ""),
    of(222, "MR", &[8], ""),
    of(223, "ML", &[8], ""),
    of(224, "GN", &[8, 9], ""),
    of(225, "CI", &[10], ""),
    of(226, "BF", &[8], ""),
    of(227, "NE", &[8], ""),
    of(228, "TG", &[8], ""),
    of(229, "BJ", &[10], ""),
    of(230, "MU", &[7, 8, 10], ""),
    of(231, "LR", &[7, 8, 9], "0"),
    of(232, "SL", &[8], "0"),
    of(233, "GH", &[8, 9], "0"),
    of(234, "NG", &[10], "0"),
    of(235, "TD", &[8], ""),
    of(236, "CF", &[8], ""),
    of(237, "CM", &[8, 9], ""),
    of(238, "CV", &[7], ""),
    of(239, "ST", &[7], ""),
    of(240, "GQ", &[9], ""),
    of(241, "GA", &[7, 8], ""),
    of(242, "CG", &[9], ""),
    of(243, "CD", &[7, 8, 9, 10], "0"),
    of(244, "AO", &[9], ""),
    of(245, "GW", &[7, 9], ""),
    of(246, "IO", &[7], ""),
    of(247, "AC", &[5], ""),
    of(248, "SC", &[7], ""),
    of(249, "SD", &[9], "0"),
    of(250, "RW", &[8, 9], "0"),
    of(251, "ET", &[9], "0"),
    of(252, "SO", &[6, 7, 8, 9], "0"),
    of(253, "DJ", &[8], ""),
    of(254, "KE", &[7, 8, 9, 10], "0"),
    of(255, "TZ", &[9], "0"),
    of(256, "UG", &[9], "0"),
    of(257, "BI", &[8], ""),
    of(258, "MZ", &[8, 9], ""),
    of(260, "ZM", &[9], "0"),
    of(261, "MG", &[9], "0"),
    of(262, "RE", &[9], "0"),
    of(263, "ZW", &[7, 9, 10], "0"),
    of(264, "NA", &[8, 9], "0"),
    of(265, "MW", &[7, 9], "0"),
    of(266, "LS", &[8], ""),
    of(267, "BW", &[7, 8, 10], ""),
    of(268, "SZ", &[8], ""),
    of(269, "KM", &[7], ""),
    of(290, "SH", &[4, 5], ""),
    of(291, "ER", &[7], "0"),
    of(297, "AW", &[7], ""),
    of(298, "FO", &[6], ""),
    of(299, "GL", &[6], ""),
    of(350, "GI", &[8], ""),
    of(351, "PT", &[9], ""),
    of(352, "LU", &[4, 5, 6, 7, 8, 9, 10, 11], ""),
    of(353, "IE", &[7, 8, 9, 10], "0"),
    of(354, "IS", &[7, 9], ""),
    of(355, "AL", &[7, 8, 9], "0"),
    of(356, "MT", &[8], ""),
    of(357, "CY", &[8], ""),
    of(358, "FI", &[6, 7, 8, 9, 10], "0"),
    of(359, "BG", &[7, 8, 9], "0"),
    of(370, "LT", &[8], "0"),
    of(371, "LV", &[8], ""),
    of(372, "EE", &[7, 8, 10], ""),
    of(373, "MD", &[8], "0"),
    of(374, "AM", &[8], "0"),
    of(375, "BY", &[9], "8"),
    of(376, "AD", &[6, 8, 9], ""),
    of(377, "MC", &[8, 9], "0"),
    of(378, "SM", &[8, 10], ""),
    of(380, "UA", &[9], "0"),
    of(381, "RS", &[8, 9], "0"),
    of(382, "ME", &[8, 9], "0"),
    of(383, "XK", &[8, 9, 10, 11, 12], "0"),
    of(385, "HR", &[7, 8, 9], "0"),
    of(386, "SI", &[8], "0"),
    of(387, "BA", &[8, 9], "0"),
    of(389, "MK", &[8], "0"),
    of(420, "CZ", &[9], ""),
    of(421, "SK", &[9], "0"),
    of(423, "LI", &[7, 9], "0"),
    of(500, "FK", &[5], ""),
    of(501, "BZ", &[7, 11], ""),
    of(502, "GT", &[8, 11], ""),
    of(503, "SV", &[7, 8, 11], ""),
    of(504, "HN", &[8, 11], ""),
    of(505, "NI", &[8], ""),
    of(506, "CR", &[8, 10], ""),
    of(507, "PA", &[7, 8, 10, 11], ""),
    of(508, "PM", &[6, 9], "0"),
    of(509, "HT", &[8], ""),
    of(590, "GP", &[9], "0"),
    of(591, "BO", &[8, 9], "0"),
    of(592, "GY", &[7], ""),
    of(593, "EC", &[8, 9, 10, 11], "0"),
    of(594, "GF", &[9], "0"),
    of(595, "PY", &[7, 8, 9, 10, 11], "0"),
    of(596, "MQ", &[9], "0"),
    of(597, "SR", &[6, 7], ""),
    of(598, "UY", &[8], "0"),
    of(599, "CW", &[7, 8], ""),
    of(670, "TL", &[7, 8], ""),
    of(672, "NF", &[6], ""),
    of(673, "BN", &[7], ""),
    of(674, "NR", &[7], ""),
    of(675, "PG", &[7, 8], ""),
    of(676, "TO", &[5, 7], ""),
    of(677, "SB", &[5, 7], ""),
    of(678, "VU", &[5, 7], ""),
    of(679, "FJ", &[7, 11], ""),
    of(680, "PW", &[7], ""),
    of(681, "WF", &[6, 9], ""),
    of(682, "CK", &[5], ""),
    of(683, "NU", &[4, 7], ""),
    of(685, "WS", &[5, 6, 7, 10], ""),
    of(686, "KI", &[5, 8], "0"),
    of(687, "NC", &[6], ""),
    of(688, "TV", &[5, 6, 7], ""),
    of(689, "PF", &[8, 9], ""),
    of(690, "TK", &[4, 5, 6, 7], ""),
    of(691, "FM", &[7], ""),
    of(692, "MH", &[7], "1"),
    of(800, "", &[8], ""),
    of(808, "", &[8], ""),
    of(850, "KP", &[8, 10], "0"),
    of(852, "HK", &[8, 9], ""),
    of(853, "MO", &[7, 8], ""),
    of(855, "KH", &[8, 9, 10], "0"),
    of(856, "LA", &[8, 9, 10], "0"),
    of(870, "", &[9, 12], ""),
    of(878, "", &[12], ""),
    of(880, "BD", &[8, 9, 10], "0"),
    of(881, "", &[9, 10], ""),
    of(882, "", &[7, 8, 9, 10, 11, 12], ""),
    of(883, "", &[8, 9, 10, 11, 12], ""),
    of(886, "TW", &[8, 9, 10, 11], "0"),
    of(888, "", &[11], ""),
    of(960, "MV", &[7, 10], ""),
    of(961, "LB", &[7, 8], "0"),
    of(962, "JO", &[8, 9], "0"),
    of(963, "SY", &[8, 9], "0"),
    of(964, "IQ", &[8, 9, 10], "0"),
    of(965, "KW", &[7, 8], ""),
    of(966, "SA", &[9, 10], "0"),
    of(967, "YE", &[7, 8, 9], "0"),
    of(968, "OM", &[7, 8, 9], ""),
    of(970, "PS", &[8, 9, 10], "0"),
    of(971, "AE", &[8, 9], "0"),
    of(972, "IL", &[8, 9, 10], "0"),
    of(973, "BH", &[8], ""),
    of(974, "QA", &[7, 8, 9, 11], ""),
    of(975, "BT", &[7, 8], ""),
    of(976, "MN", &[8, 9, 10], "0"),
    of(977, "NP", &[8, 10, 11], "0"),
    of(979, "", &[9], ""),
    of(992, "TJ", &[9], ""),
    of(993, "TM", &[8], "8"),
    of(994, "AZ", &[9], "0"),
    of(995, "GE", &[9], "0"),
    of(996, "KG", &[9, 10], "0"),
    of(998, "UZ", &[9], ""),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted_and_prefix_free() {
        for pair in CODES.windows(2) {
            assert!(pair[0].code < pair[1].code);
        }
        for short in CODES {
            for long in CODES {
                let (short, long) = (short.code.to_string(), long.code.to_string());
                assert!(short == long || !long.starts_with(&short), "{short} {long}");
            }
        }
    }

    #[test]
    fn a_shared_code_is_found_by_each_of_its_countries() {
        for (iso, code) in [("VN", 84), ("CA", 1), ("KZ", 7), ("JE", 44)] {
            assert_eq!(by_country(Country::of(iso)).map(|it| it.code), Some(code));
        }
        assert!(by_country(Country::of("XX")).is_none());
    }
}
