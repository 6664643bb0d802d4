//! How people of a country group its numbers, and which groupings give another country away.

use super::{Number, Written};
use crate::plan::{self, Kind};

// German area codes, without their zero, that a Vietnamese number may begin with, too. They are compared with the prefixes
// of Viet Nam in `plan::table`; where the list of the German codes was taken from was not written down.

/// German area codes that are area codes of Vietnamese provinces.
const GERMAN_AREAS_LIKE_VN_PROVINCES: &[&str] = &[
    "203", "208", "209", "211", "212", "214", "221", "228", "234", "251", "261", "271", "291",
];

/// Area codes of eastern Germany that are mobile prefixes in Viet Nam.
const EAST_GERMAN_AREAS_LIKE_VN_MOBILES: &[&str] = &[
    "331", "335", "340", "341", "345", "351", "355", "361", "365", "371", "375", "381", "385",
    "391", "395",
];

/// Area codes of the largest other German towns that are mobile prefixes in Viet Nam.
const LARGE_GERMAN_AREAS_LIKE_VN_MOBILES: &[&str] = &[
    "511", "521", "551", "561", "761", "821", "911", "931", "941",
];

impl Number {
    /// `030/123456` is usual where it comes from.
    pub(crate) fn writes_slash(&self) -> bool {
        plan::plan_of_code(self.code).is_some_and(|plan| plan.slash)
    }

    /// Whether groups of these sizes could as well be from elsewhere: `0341 234567` is a Vietnamese
    /// mobile phone and a line in Leipzig, and so with most areas of eastern Germany and `0911` (Nuremberg); `089 6019606` is Munich; `052 123 4567` is
    /// written in Nagoya rather than here; `０３…` and `０５２…`,
    /// in the full-width digits of East Asia (`wide`), are Tokyo's and Nagoya's; `(086)232-6243`,
    /// with brackets that touch (`bracketed`), is Okayama's, and `(089) 9486 621` Munich's.
    pub(crate) fn is_doubtful_as(
        &self,
        sizes: &[usize],
        dotted: bool,
        wide: bool,
        bracketed: bool,
    ) -> bool {
        let begins = |list: &[&str]| list.iter().any(|it| self.nsn.starts_with(it));
        self.code == 84
            && !self.is_international()
            && ((bracketed && matches!(sizes, [3, 4, 3]) && begins(&["89"]))
                || (matches!(sizes, [4, 6]) && (begins(EAST_GERMAN_AREAS_LIKE_VN_MOBILES) || begins(LARGE_GERMAN_AREAS_LIKE_VN_MOBILES) && !dotted))
                || (matches!(sizes, [3, 7] | [3, 3, 2, 2]) && begins(&["89"]) && !dotted)
                || (matches!(sizes, [3, 3, 4]) && begins(&["52"]))
                // Japan has no areas that begin like the others.
                || (bracketed
                    && matches!(sizes, [3, 3, 4])
                    && self.kind == Kind::Mobile
                    && !begins(&["3", "70", "81", "90", "91", "94"]))
                || (wide && begins(&["3", "52"])))
    }

    /// Whether groups of these sizes (trunk prefix included; `dashed`: with dashes between them)
    /// are how another country writes its numbers, or no country. Vietnamese numbers are not broken
    /// inside area or network codes: `020 7946 0123` is London's, `03 88 12 34 56` French,
    /// `03-4512-3456` Japanese, and each would ring somebody in Viet Nam. Dotted
    /// (`31.74.6486.79` is a version) or out of a longer row (not `alone`) North American numbers
    /// are taken in their own grouping only.
    pub(crate) fn is_grouped_as_elsewhere(
        &self,
        sizes: &[usize],
        dashed: bool,
        dotted: bool,
        alone: bool,
    ) -> bool {
        let Written::National(trunk) = self.written else {
            return false;
        };
        let Some(first) = sizes.first() else {
            return false;
        };
        match (self.code, self.kind) {
            (84, Kind::Fixed) => self.is_vietnamese_line_elsewhere(sizes, dotted),
            (84, Kind::Mobile) if sizes.len() > 1 => {
                // `09 1234 5678` is Vietnamese: Japan has no such area. `052-123-4567` is Nagoya,
                // `078-…` Kobe, `092-…` Fukuoka.
                let nagoya = ["5", "78", "92"]
                    .iter()
                    .any(|area| self.nsn.starts_with(area));
                (*first < 3 && !(*sizes == [2, 4, 4] && self.nsn.starts_with("9")))
                    || (dashed && nagoya && *sizes == [3, 3, 4])
                    || *sizes == [4, 2, 4]
            }
            (1, _) if dotted || !alone => {
                let rest = match sizes {
                    [1, rest @ ..] if trunk == "1" => rest,
                    all => all,
                };
                !matches!(rest, [_] | [3, _] | [3, 3, 4])
            }
            _ => false,
        }
    }

    /// `028/35134544` is a line of Viet Nam, `0251/3551817` may be Münster's, but with an extension in Vietnamese
    /// (`local`); a group of `first` digits stands before the slash.
    pub(crate) fn may_be_cut_by_slash(&self, first: usize, local: bool) -> bool {
        let town = || {
            GERMAN_AREAS_LIKE_VN_PROVINCES
                .iter()
                .any(|it| self.nsn.starts_with(it))
        };
        let line = self.code == 84 && self.kind == Kind::Fixed;
        line && self.is_cut_behind_area(first) && (local || !town())
    }

    /// `0912/345 678` and `0912/345678` behind words that say so are mobiles of Viet Nam, as half of Europe writes like
    /// that; `0911/234 567` may be Nuremberg's even then: Germany's areas of three digits end with 1, and some of the
    /// east with 0 or 5.
    pub(crate) fn may_be_mobile_cut_by_slash(&self, sizes: &[usize]) -> bool {
        if self.code != 84 || self.kind != Kind::Mobile || self.is_international() {
            return false;
        }
        let area = |list: &[&str]| list.iter().any(|it| self.nsn.starts_with(it));
        let town = || {
            let first = matches!(self.nsn.as_bytes(), [_, _, b'1', ..]);
            first || area(EAST_GERMAN_AREAS_LIKE_VN_MOBILES) || area(&["906"])
        };
        match sizes {
            [4, 3, 3] | [4, 6] => !town(),
            [3, 3, 4] | [3, 7] => area(&["9"]),
            _ => false,
        }
    }

    /// Whether Germany has this area of Viet Nam (three digits, as numbers), too: `0251/3551817`.
    pub(crate) fn is_german_area(area: &[u8; 3]) -> bool {
        let digits = area.map(|digit| b'0' + digit);
        GERMAN_AREAS_LIKE_VN_PROVINCES
            .iter()
            .any(|it| it.as_bytes() == digits)
    }

    /// Lines of Viet Nam (11 digits) that are somebody else's in this grouping.
    fn is_vietnamese_line_elsewhere(&self, sizes: &[usize], dotted: bool) -> bool {
        let area = |list: &[&str]| list.iter().any(|it| self.nsn.starts_with(it));
        // Lines of the provinces begin with 3 nearly everywhere, with 6 at a newer carrier.
        let line = self.nsn.as_bytes().get(3);
        let usual = matches!(line, Some(b'3' | b'6'));
        match sizes {
            // London without a space; Cologne and the Ruhr.
            [_] if area(&["203", "207", "208"]) => line != Some(&b'3'),
            // Cardiff (029 2…) without a space.
            [_] if area(&["292"]) => !usual,
            [_] | [4, 7] => area(GERMAN_AREAS_LIKE_VN_PROVINCES) && !usual,
            [4, 4, 3] => false,
            // As Londoners have it (`0207 946 0123`).
            [4, 3, 4] => area(&["203", "207", "208"]),
            [3, 8] | [3, 4, 4] => !dotted && area(&["20", "23", "29"]),
            // Five digits first is a British town.
            [first, ..] => *first == 5 || *first < 3,
            [] => false,
        }
    }

    /// The sizes of its groups in national form, when `sizes` is how its country writes it.
    pub(crate) fn is_grouped_as(&self, sizes: &[usize]) -> bool {
        let trunk = match self.written {
            Written::National(trunk) => trunk.len(),
            Written::International | Written::Short => 0,
        };
        if self.is_cut_so(self.groups, trunk, sizes) {
            return true;
        }
        // `0236 3 822 123`, `(024) 3 825 1234`, `024.3.8251234`: the first digit of a line tells the carrier.
        self.code == 84
            && self.kind == Kind::Fixed
            && match self.groups {
                [3, 4, 3] => {
                    self.is_cut_so(&[3, 1, 3, 3], trunk, sizes)
                        || self.is_cut_so(&[3, 1, 6], trunk, sizes)
                }
                _ => {
                    self.is_cut_so(&[2, 1, 3, 4], trunk, sizes)
                        || self.is_cut_so(&[2, 1, 7], trunk, sizes)
                }
            }
    }

    /// The same for `groups`, with `trunk` digits in front of them.
    fn is_cut_so(&self, groups: &[usize], trunk: usize, sizes: &[usize]) -> bool {
        let expected = |lead: usize| {
            let first = groups.first().map_or(0, |size| size + lead);
            std::iter::once(first).chain(groups.iter().skip(1).copied())
        };
        // `1900.545416`: service numbers are grouped behind their prefix in any way.
        if let (84, Kind::Premium | Kind::TollFree, [4, _]) = (self.code, self.kind, sizes) {
            return true;
        }
        if self.is_international() {
            let code = match self.code {
                0..10 => 1,
                10..100 => 2,
                _ => 3,
            };
            let apart = sizes.split_first().filter(|(first, _)| **first == code);
            // `00 84 28 3 689 6988`
            let further = match sizes {
                [2 | 3, rest @ ..] if rest.first() == Some(&code) => rest.split_first(),
                _ => None,
            };
            let own = |it: Option<(&usize, &[usize])>| {
                it.is_some_and(|(_, rest)| expected(0).eq(rest.iter().copied()))
            };
            return expected(code).eq(sizes.iter().copied()) && sizes.len() > 1
                || own(apart)
                || own(further);
        }
        sizes.len() > 1
            && (expected(trunk).eq(sizes.iter().copied())
                || (trunk == 1 && expected(0).eq(sizes.iter().skip(1).copied())))
    }
}
