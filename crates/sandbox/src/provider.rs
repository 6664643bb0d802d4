//! The providers that the sandbox plays beside a plain PBX, and which user is whose.
//!
//! The thousands of a user's name say the provider, its last digits what is special about it; all
//! share one company («Sao Mai»), its agents and its hotlines.

use serde::{Deserialize, Serialize};

use crate::options::DOMAIN;

/// Whose habits a call or a request follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Provider {
    /// A PBX without a REST API: 1001 to 1010 and 1099.
    Plain,
    /// 2001 to 2010.
    Omicall,
    /// 3001 to 3010.
    Bizfly,
    /// 4001 to 4010.
    Vbot,
}

/// What is special about a user, by the last two digits of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trait {
    /// Everything works.
    Usual,
    /// `…05`: other people's numbers are hidden from it (OmiCall says so at the sign-in).
    Masked,
    /// `…06`: on trial, so calls go only to numbers that have called before.
    Trial,
    /// `…07`: the company's money is used up for it.
    NoBalance,
    /// `…08`: may call out with no hotline.
    NoHotline,
    /// `…09`: switched off by the company.
    Disabled,
}

/// A number of the company's that agents call out with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hotline {
    /// What Bizfly's interface names it by.
    pub(crate) id: &'static str,
    /// For people.
    pub(crate) name: &'static str,
    /// As it is dialled inside the country.
    pub(crate) national: &'static str,
}

impl Hotline {
    /// With the country's code and no plus, as OmiCall writes hotlines.
    pub(crate) fn with_country(&self) -> String {
        with_country(self.national)
    }
}

/// The company's hotlines.
pub(crate) const HOTLINES: [Hotline; 3] = [
    Hotline {
        id: "hl-cskh",
        name: "Chăm sóc khách hàng",
        national: "02473001234",
    },
    Hotline {
        id: "hl-banhang",
        name: "Bán hàng",
        national: "02873005678",
    },
    Hotline {
        id: "hl-kythuat",
        name: "Hỗ trợ kỹ thuật",
        national: "19001234",
    },
];

/// VBot's number for the company, in every Request-URI to it.
pub(crate) const VBOT_PID: &str = "8801";

/// The people at the company, in the order of their numbers: 2001, 3001 and 4001 are the first.
const AGENTS: [(&str, &str); 10] = [
    ("Mai Thùy Dương", "duong"),
    ("Lý Quốc Bảo", "bao"),
    ("Vương Hải Yến", "yen"),
    ("Đinh Công Thành", "thanh"),
    ("Bùi Khánh Linh", "linh"),
    ("Tạ Minh Khôi", "khoi"),
    ("Cao Thị Ngọc", "ngoc"),
    ("Phan Đức Huy", "huy"),
    ("Lâm Thanh Tùng", "tung"),
    ("Hồ Bích Phượng", "phuong"),
];

impl Provider {
    /// Those with a REST API.
    pub(crate) const WITH_REST: [Self; 3] = [Self::Omicall, Self::Bizfly, Self::Vbot];

    /// The provider of a user of the sandbox's.
    pub(crate) fn of_user(user: &str) -> Self {
        match (user.len(), user.as_bytes().first()) {
            (4, Some(b'2')) => Self::Omicall,
            (4, Some(b'3')) => Self::Bizfly,
            (4, Some(b'4')) => Self::Vbot,
            _ => Self::Plain,
        }
    }

    /// As it stands in paths, options and JSON.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Omicall => "omicall",
            Self::Bizfly => "bizfly",
            Self::Vbot => "vbot",
        }
    }

    /// The SIP domain of its users. OmiCall's is a bare label, no name of DNS.
    pub(crate) fn domain(self) -> &'static str {
        match self {
            Self::Plain => DOMAIN,
            Self::Omicall => "saomai",
            Self::Bizfly => "saomai.bizfly.test",
            Self::Vbot => "saomai.vbot.test",
        }
    }

    /// Its users, in order.
    pub(crate) fn users(self) -> impl Iterator<Item = String> {
        let first = match self {
            Self::Plain => 1001,
            Self::Omicall => 2001,
            Self::Bizfly => 3001,
            Self::Vbot => 4001,
        };
        (first..first + 10).map(|user: u32| user.to_string())
    }

    /// Whether that is one of its users.
    pub(crate) fn has_user(self, user: &str) -> bool {
        self.users().any(|own| own == user)
    }
}

/// What is special about a provider's user.
pub(crate) fn trait_of(user: &str) -> Trait {
    match (Provider::of_user(user), user.get(2..)) {
        (Provider::Plain, _) => Trait::Usual,
        (_, Some("05")) => Trait::Masked,
        (_, Some("06")) => Trait::Trial,
        (_, Some("07")) => Trait::NoBalance,
        (_, Some("08")) => Trait::NoHotline,
        (_, Some("09")) => Trait::Disabled,
        _ => Trait::Usual,
    }
}

/// The hotlines that a user may call out with, the usual one first.
pub(crate) fn hotlines_of(user: &str) -> &'static [Hotline] {
    match trait_of(user) {
        Trait::NoHotline => &[],
        // The last one is of those who have it as their own.
        _ if user.ends_with('2') => &HOTLINES,
        _ => &HOTLINES[..2],
    }
}

/// A hotline of a user's, however the number is written.
pub(crate) fn hotline_of(user: &str, number: &str) -> Option<&'static Hotline> {
    let number = national(number);
    hotlines_of(user)
        .iter()
        .find(|hotline| national(hotline.national) == number)
}

/// The person at an extension: full name and e-mail. Everything else about them is made of these.
pub(crate) fn agent(user: &str) -> (&'static str, String) {
    let at = user
        .get(2..)
        .and_then(|digits| digits.parse::<usize>().ok())
        .and_then(|number| number.checked_sub(1))
        .and_then(|at| AGENTS.get(at));
    let (name, mail) = at.copied().unwrap_or(("Sao Mai", "lienhe"));
    (name, format!("{mail}@saomai.example"))
}

/// The password of every demo user; they guard nothing.
pub(crate) fn password(user: &str) -> String {
    format!("alo-{user}")
}

/// A Vietnamese number as it is dialled inside the country; others keep their digits.
pub(crate) fn national(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let rest = digits
        .strip_prefix("0084")
        .or_else(|| digits.strip_prefix("84"));
    match rest {
        Some(rest) if rest.len() >= 8 && !rest.starts_with('0') => {
            // 1900 and 1800 have no trunk zero.
            let zero = if rest.starts_with("1900") || rest.starts_with("1800") {
                ""
            } else {
                "0"
            };
            format!("{zero}{rest}")
        }
        _ => digits,
    }
}

/// A Vietnamese number with the country's code and no plus; others keep their digits.
pub(crate) fn with_country(number: &str) -> String {
    let number = national(number);
    match number.strip_prefix('0') {
        Some(rest) if rest.len() >= 8 => format!("84{rest}"),
        _ if number.starts_with("1900") || number.starts_with("1800") => format!("84{number}"),
        _ => number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_one_however_it_is_written() {
        for written in [
            "0912345678",
            "84912345678",
            "+84 912 345 678",
            "0084912345678",
        ] {
            assert_eq!(national(written), "0912345678", "{written}");
            assert_eq!(with_country(written), "84912345678", "{written}");
        }
        assert_eq!(
            (national("8419001234"), with_country("19001234")),
            ("19001234".into(), "8419001234".into())
        );
        // Nobody's country code is cut from a number that only begins like one.
        assert_eq!(national("8401"), "8401");
        assert_eq!(national("+12025550147"), "12025550147");
    }

    #[test]
    fn users_belong_to_the_provider_of_their_thousand() {
        for provider in Provider::WITH_REST {
            assert_eq!(provider.users().count(), 10);
            assert!(
                provider
                    .users()
                    .all(|user| Provider::of_user(&user) == provider)
            );
        }
        assert_eq!(Provider::of_user("1001"), Provider::Plain);
        assert_eq!(trait_of("2009"), Trait::Disabled);
        assert!(hotlines_of("4008").is_empty() && hotlines_of("4001").len() >= 2);
        assert!(hotline_of("2001", "842473001234").is_some());
        assert!(hotline_of("2001", "19001234").is_none());
    }
}
