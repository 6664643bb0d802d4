//! Where the groups of a written number may be cut: a prefix stands whole in its group.

use super::{Number, Written};
use crate::plan::Kind;

/// What has to be said of phones around digits that are somebody else's, too.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Needs {
    /// A word of Vietnamese, in front or above a column, or a line of it.
    Column,
    /// The same, where what stands above a column of all countries (`Điện thoại`) does not do.
    Field,
    /// A word of Vietnamese in front.
    Word,
}

impl Number {
    /// Whether a group ends inside what is dialled before the national number: of `849-8775…` the first
    /// two digits are no calling code, and `0113 – 528…` does not call abroad behind `011`. `first` is
    /// the first of several groups, `plus` whether a `+` stands before it.
    pub(crate) fn cuts_prefix(&self, first: &[u8], plus: bool) -> bool {
        let code = match self.code {
            0..10 => 1,
            10..100 => 2,
            _ => 3,
        };
        match self.written {
            Written::International if plus => false,
            Written::International => match first {
                // `0018 636 392454`: of an area code of America or Russia one digit is none.
                [b'0', b'0', ..] => {
                    first.len() > 2 && first.len() < 2 + code
                        || matches!(first, [_, _, b'1', b'2'..=b'9'] | [_, _, b'7', _] if code == 1)
                }
                [b'0', ..] => first.len() > 3 && first.len() < 3 + code,
                _ => first.len() != code,
            },
            Written::National("1") => matches!(first.len(), 2 | 3),
            Written::National(_) | Written::Short => false,
        }
    }

    /// Whether groups of these sizes are cut as in North America, which cuts behind the area code.
    /// Anything else of ten digits is a part number or a sum before it is a phone number.
    /// Three and seven with a dash between them (`dashed`) are nobody's there, and a `1` is not set off from ten, but where calls are free.
    pub(crate) fn is_cut_oddly(&self, sizes: &[usize], dashed: bool) -> bool {
        let Written::National(trunk) = self.written else {
            return false;
        };
        match (self.code, sizes) {
            (1, [1, 10] | [3, 7]) => (dashed || trunk == "1") && self.kind != Kind::TollFree,
            (1, [1, rest @ ..]) if trunk == "1" => !is_american(rest),
            (1, [first, rest @ ..]) if trunk == "1" => {
                !matches!((first, rest), (4, [3, 4] | [4, 3] | [7]) | (11, []))
            }
            (1, sizes) => !is_american(sizes),
            // Five and five is also the way of part numbers.
            (84, [5, 5]) => true,
            _ => false,
        }
    }

    /// Whether a first group of so many digits is trunk prefix and area code.
    pub(crate) fn is_cut_behind_area(&self, first: usize) -> bool {
        let trunk = match self.written {
            Written::National(trunk) => trunk.len(),
            Written::International | Written::Short => 0,
        };
        self.groups
            .first()
            .is_some_and(|area| area + trunk == first)
    }

    /// A number of Viet Nam, written as there with its prefix.
    pub(crate) fn is_vietnamese(&self) -> bool {
        self.code == 84 && matches!(self.written, Written::National("0"))
    }

    /// How many digits follow the area code of a fixed line of Viet Nam.
    pub(crate) fn line_of_area(&self) -> Option<usize> {
        let fixed = self.code == 84 && self.kind == Kind::Fixed;
        let area = self.groups.first().filter(|_| fixed)?;
        self.nsn.as_bytes().len().checked_sub(*area)
    }

    /// Of the plan of North America.
    pub(crate) fn is_american(&self) -> bool {
        self.code == 1
    }

    /// Whether these digits are its calling code.
    pub(crate) fn is_code(&self, digits: &str) -> bool {
        digits.parse() == Ok(self.code)
    }

    /// Whether groups of these sizes, which other countries have, are Viet Nam's with dots between them
    /// (nobody in Japan writes `08.6050.6586`), or when the words around say so (Quảng Ninh and not
    /// London).
    pub(crate) fn is_settled_by_words(&self, sizes: &[usize], dotted: bool, dashed: bool) -> bool {
        let quang_ninh = self.nsn.starts_with("2033");
        // `DĐ: 056-485-2364`: of Japan's `05` only Nagoya is large; Kobe's `078` and Fukuoka's `092` are, but not behind `SĐT`.
        let mobile = ["56", "58", "59", "78", "92"]
            .iter()
            .any(|lead| self.nsn.starts_with(lead));
        self.code == 84
            && match sizes {
                [3, 3, 4] => dashed && mobile,
                // Kamakura's `0467-22-1234` has dashes.
                [2, 4, 4] | [4, 2, 4] => dotted,
                [4, 3, 4] => !dashed && quang_ninh,
                // `02963.841.234`: the first digit of the line, which tells the carrier, leans on its area.
                [5, 3, 3] | [5, 6] => true,
                _ => false,
            }
    }

    /// What has to be said of phones around groups of these sizes, which other countries have, too (`ĐT: 09 13 91 21 03`).
    /// France's own pairs begin with 03, 05, 07 3 to 07 9 and 09, those of people with 09 5 to 09 8; its 08 is nobody's
    /// phone, but a service. In two, four and four Australia has 03, 07 7 and 08 5 to 08 9, Malaysia 03, Jordan 07 8 and
    /// 07 9, Thailand 08 1 to 08 4, Morocco 05, and behind 03 the next digits 3 to 6 are Tokyo's.
    pub(crate) fn needs_call(&self, sizes: &[usize]) -> Option<Needs> {
        let mobile = self.code == 84 && self.kind == Kind::Mobile;
        let needs = match (self.nsn.as_bytes(), sizes) {
            ([b'8', ..], [2, 2, 2, 2, 2]) => Needs::Column,
            ([b'9', b'0'..=b'4' | b'9', ..] | [b'7', b'0', ..], [2, 2, 2, 2, 2]) => Needs::Field,
            ([b'3', b'3'..=b'6', ..], _) => return None,
            ([b'5', ..] | [b'7', b'0' | b'6', ..] | [b'8', b'1'..=b'4', ..], [2, 4, 4]) => {
                Needs::Column
            }
            ([b'7', b'8' | b'9', ..] | [b'8', b'5', ..], [2, 4, 4]) => Needs::Field,
            (_, [2, 4, 4]) => Needs::Word,
            _ => return None,
        };
        mobile.then_some(needs)
    }

    /// Whether a word of Vietnamese in front is enough for groups of these sizes, which Germany has, too: `ĐT: 0234-8456509`,
    /// `ĐT 02142249398`. Cologne and Düsseldorf are too large for that.
    pub(crate) fn is_line_settled_by_word(&self, sizes: &[usize]) -> bool {
        let area = |list: &[&str]| list.iter().any(|it| self.nsn.starts_with(it));
        // In one group London, the Ruhr and Cardiff look alike, too.
        let cut = match sizes {
            [4, 7] => true,
            [11] => area(&["212", "214", "251", "261", "271"]),
            _ => false,
        };
        self.code == 84 && self.kind == Kind::Fixed && cut && !area(&["211", "221"])
    }

    /// Whether a header of Vietnamese is enough for groups of these sizes, which Germany and Austria have, too:
    /// `02263 551 925`, where the first digit of the line, which tells the carrier, leans on its area. Britain has the areas
    /// that are left out.
    pub(crate) fn is_line_settled_by_call(&self, sizes: &[usize]) -> bool {
        let area = matches!(
            self.nsn.as_bytes(),
            [b'2', b'1' | b'2' | b'5'..=b'7', _, b'3' | b'6', ..]
        );
        self.code == 84 && self.kind == Kind::Fixed && *sizes == [5, 3, 3] && area
    }

    /// Whether a phone word of any language is enough for them: `Tel: 02213 942 426`. Germany's towns with areas of three digits
    /// leave it none of five that begin so, and Britain has none there, either.
    pub(crate) fn is_line_settled_by_label(&self, sizes: &[usize]) -> bool {
        let town = ["211", "212", "214", "221", "251", "261", "271"];
        self.is_line_settled_by_call(sizes) && town.iter().any(|it| self.nsn.starts_with(it))
    }

    /// `0 947 108 788`: the trunk zero set off, and the groups of home behind it; what the French set off so (`0 806…`,
    /// `0 970…`) only with a word of Vietnamese.
    pub(crate) fn sets_zero_off(&self, sizes: &[usize]) -> Option<bool> {
        let own = self.code == 84 && self.kind == Kind::Mobile && *sizes == [1, 3, 3, 3];
        let french = ["8", "96", "97"].iter().any(|it| self.nsn.starts_with(it));
        own.then_some(french)
    }

    /// Ends as sums end: `2146000000`.
    pub(crate) fn is_round(&self) -> bool {
        self.nsn.as_bytes().ends_with(b"00000")
    }
}

fn is_american(sizes: &[usize]) -> bool {
    matches!(sizes, [10] | [3, 7] | [6, 4] | [3, 3, 4])
}
