//! What stands around a candidate and says that it is something else.

use super::chain::{Chain, Group, sizes};
use super::labels::{self, Label};
use super::language::Speech;
use super::{Confidence, MIN_DIGITS, Strictness, shape};
use crate::text::{Class, Unit};
use crate::{Country, Kind, Number};

/// Where a candidate stands.
pub(super) struct Place<'a> {
    /// The text in front of the units.
    pub(super) before: &'a str,
    pub(super) units: &'a [Unit],
    pub(super) chain: &'a Chain,
    /// Its groups in the chain: `first..end`.
    pub(super) first: usize,
    pub(super) end: usize,
    /// Groups before this index belong to a number that was found already.
    pub(super) used: usize,
    /// Its units: `from..to`.
    pub(super) from: usize,
    pub(super) to: usize,
    /// What the words in front say, or else those that the page sets above or beside the text.
    pub(super) label: Option<Label>,
    /// The label is the page's, not the text's own.
    pub(super) hinted: bool,
    /// The default country.
    pub(super) home: Country,
    /// What is said around it.
    pub(super) speech: &'a Speech<'a>,
}

/// Whether a candidate may be a phone number here.
pub(super) fn allows(
    place: &Place<'_>,
    groups: &[Group],
    number: &Number,
    has_ext: bool,
    strictness: Strictness,
) -> bool {
    let sizes = sizes(groups);
    let eager = strictness == Strictness::Eager;
    let label = place.label.filter(|label| !eager || *label == Label::Phone);
    let phone = label == Some(Label::Phone);
    // `+` and `0` in front: no amount and hardly an identifier begins like that.
    let zero = groups.first().is_some_and(|it| it.digits.starts_with('0'));
    let prefixed = number.has_prefix() && (zero || place.is_plus()) || has_ext;
    // A country's own grouping is nearly as good.
    let grouped = groups.len() > 1 && number.is_grouped_as(&sizes);
    match label {
        Some(Label::Other) if !place.is_plus() && (groups.len() == 1 || !(prefixed || grouped)) => {
            return false;
        }
        // `IdNr. 84 987 793 902` begins like Viet Nam's calling code by chance.
        Some(Label::Other) if number.is_international() && !place.is_plus() && !zero => {
            return false;
        }
        // `SIRET 407 021 267 84369`: what the label names begins before.
        Some(Label::Other) if place.continues_blank(groups) => return false,
        Some(Label::Id) if !place.is_plus() && !place.hinted => return false,
        Some(Label::Id) if !place.is_plus() && groups.len() == 1 => return false,
        Some(Label::Amount) if !prefixed && !grouped => return false,
        // `Techcombank 9566938077`; a line that is free to call may be the bank's own.
        Some(Label::Vague) if groups.len() == 1 && !number.has_prefix() && is_anybody(number) => {
            return false;
        }
        _ => {}
    }
    // A column holds numbers of many countries, and `Tel` stands in front of all of them.
    let wide = groups.first().is_some_and(|group| place.is_wide(group));
    let dotted = groups
        .iter()
        .skip(1)
        .any(|group| group.gap.mark == Some(Class::Dot));
    let doubtful = !eager && number.is_doubtful_as(&sizes, dotted, wide, is_cut_tightly(groups));
    if doubtful && !place.is_in_vietnamese() && (wide || !place.speech.voices().is_of(place.home)) {
        return false;
    }
    let odd = number.is_cut_oddly(&sizes) && (label.is_some() || number.is_american());
    if !phone && (odd || is_sum(place, groups, number)) {
        return false;
    }
    if is_registered_mail(place, groups) {
        return false;
    }
    // `1900 2896 11 tháng 4`: the day of a date.
    if groups.len() > 1 && groups.last().is_some_and(|last| last.len() < 3) && is_month_ahead(place)
    {
        return false;
    }
    (phone || (eager || is_sure(place, groups, number)) && !is_years(groups, number))
        && left_allows(place, prefixed, phone)
        && right_allows(place, prefixed, groups.len() > 1)
        && neighbours_allow(place, groups, number, phone)
}

/// How much speaks for a candidate that is allowed.
pub(super) fn confidence(
    place: &Place<'_>,
    groups: &[Group],
    number: &Number,
    has_ext: bool,
) -> Confidence {
    let phone = place.label == Some(Label::Phone);
    let abroad = number.is_international() && number.is_known() && groups.len() > 1;
    if phone || has_ext || place.is_plus() || abroad {
        Confidence::High
    } else if number.has_prefix() || number.is_grouped_as(&sizes(groups)) {
        Confidence::Fair
    } else {
        Confidence::Low
    }
}

/// Nothing in the digits themselves says that they are called: neither free nor, but for `900…`, dear.
fn is_anybody(number: &Number) -> bool {
    match number.kind() {
        Kind::TollFree => false,
        Kind::Premium | Kind::SharedCost => number.is_american(),
        _ => true,
    }
}

/// `(086)232-6243`: a bracket that touches what follows it, and a dash in that, is Japan's way.
fn is_cut_tightly(groups: &[Group]) -> bool {
    matches!(groups, [area, first, last] if area.open.is_some() && area.close.is_some()
        && !first.gap.space && (first.len(), last.len()) == (3, 4) && last.gap.mark == Some(Class::Dash))
}

/// Whether the digits alone say enough, without a label.
fn is_sure(place: &Place<'_>, groups: &[Group], number: &Number) -> bool {
    if place.is_plus() {
        return true;
    }
    let zero = groups.first().is_some_and(|it| it.digits.starts_with('0'));
    // `0071000123456` is an account at a bank before it is somebody in Russia; the prefixes of a plan
    // are rarely hit by chance, but for those of North America and Germany, which has nearly all.
    let together = groups.first().is_some_and(|it| it.len() > 6);
    let tells = || !number.is_american() && !number.writes_slash();
    let sure = || number.is_known() && (number.kind() == Kind::Mobile || tells());
    let abroad = || number.is_international() && together && !sure();
    if zero && (!number.is_american() && number.country() == Some(place.home) || !abroad()) {
        return true;
    }
    if number.is_international() {
        // Ten digits may be anything, `84912345678` or `84 912 345 678` is a number.
        let barcode = zero && number.is_american();
        let long = !barcode && groups.first().is_some_and(|it| it.len() > 10);
        return groups.len() > 1 || long && number.is_known();
    }
    // A plan known by its lengths only takes any digits.
    number.is_known() || groups.len() > 2
}

impl Place<'_> {
    fn is_plus(&self) -> bool {
        self.first == 0 && self.chain.plus.is_some()
    }

    /// Written in the full-width digits of East Asia.
    fn is_wide(&self, group: &Group) -> bool {
        let first = self.units.get(group.from).map(|unit| unit.ch);
        matches!(first, Some('\u{FF10}'..='\u{FF19}'))
    }

    /// A word of Vietnamese stands right in front, in the text itself.
    pub(super) fn is_in_vietnamese(&self) -> bool {
        let before = self.units.get(..self.from).unwrap_or_default();
        !self.hinted && labels::is_vietnamese(self.before, before)
    }

    /// Goes on from a group before it that belongs to no number.
    fn continues_blank(&self, groups: &[Group]) -> bool {
        self.first > self.used && groups.first().is_some_and(|own| own.gap.is_blank())
    }

    /// Behind a slash that ends something as long as a number: `650 253 0000/0912 345 678`.
    fn follows_number(&self) -> bool {
        let before = self.chain.groups.get(..self.first).unwrap_or_default();
        let mut digits = 0;
        for group in before.iter().rev() {
            digits += group.len();
            if group.gap.mark == Some(Class::Slash) || digits >= 9 {
                break;
            }
        }
        digits >= 9
    }

    /// A phone label stands right in front.
    fn touches(&self) -> bool {
        labels::touches(self.before, self.units.get(..self.from).unwrap_or_default())
    }

    fn before(&self, back: usize) -> Option<&Unit> {
        self.units.get(self.from.checked_sub(back)?)
    }

    fn after(&self, ahead: usize) -> Option<&Unit> {
        self.units.get(self.to + ahead)
    }
}

/// `+63.255.000` and `+492.819.814` are what somebody got, `2146000000` is what it costs.
fn is_sum(place: &Place<'_>, groups: &[Group], number: &Number) -> bool {
    if !number.is_international() {
        return !number.has_prefix() && groups.len() == 1 && number.is_round();
    }
    if !place.is_plus() || !shape::is_thousands(groups) {
        return false;
    }
    let apart = groups
        .first()
        .is_some_and(|it| number.is_code(it.digits.as_str()));
    let digits: usize = groups.iter().map(Group::len).sum();
    !(number.is_known() && (number.is_grouped_as(&sizes(groups)) || apart && digits > 10))
}

/// `RR 002 728 386 DE`: nine digits between two letters and two letters (UPU S10).
fn is_registered_mail(place: &Place<'_>, groups: &[Group]) -> bool {
    let letters = |units: &mut dyn Iterator<Item = &Unit>| {
        let mut word = units
            .skip_while(|unit| unit.class == Class::Space)
            .take_while(|unit| matches!(unit.class, Class::Letter | Class::Digit(_)))
            .map(|unit| unit.ch.is_ascii_uppercase());
        word.next() == Some(true) && word.next() == Some(true) && word.next().is_none()
    };
    groups.iter().map(Group::len).sum::<usize>() == 9
        && letters(&mut place.units.get(place.to..).unwrap_or_default().iter())
        && letters(
            &mut place
                .units
                .get(..place.from)
                .unwrap_or_default()
                .iter()
                .rev(),
        )
}

/// `1900 - 1945` is a stretch of time before it is a hotline.
fn is_years(groups: &[Group], number: &Number) -> bool {
    let year = |group: &Group| {
        group.len() == 4
            && group
                .value()
                .is_some_and(|value| (1800..=2100).contains(&value))
    };
    matches!(number.kind(), Kind::Premium | Kind::TollFree)
        && matches!(groups, [a, b] if year(a) && year(b) && matches!(b.gap.mark, Some(Class::Dash | Class::Slash)))
}

fn left_allows(place: &Place<'_>, prefixed: bool, phone: bool) -> bool {
    let Some(left) = place.before(1) else {
        return true;
    };
    // `0912345678/0987654321`: the second of two.
    if place.first > 0 && place.first == place.used {
        return true;
    }
    let further = place.before(2);
    let word = |unit: Option<&Unit>| {
        unit.is_some_and(|unit| matches!(unit.class, Class::Letter | Class::Digit(_)))
    };
    match left.class {
        // A letter glues itself to digits; before `+` or a bracket it is a missing space.
        Class::Letter => {
            let first = place.units.get(place.from).map(|unit| unit.class);
            !matches!(first, Some(Class::Digit(_))) || place.touches()
        }
        // `10:0912…` is a time, `a.0912` a name, `12,0912` an amount; `Tel.0912` is none of them.
        Class::Dot | Class::Dash | Class::Slash | Class::Plus => {
            // `0912 345 678/+84…`: a `+` begins something new.
            let anew = place.is_plus() && left.class != Class::Plus;
            let next = left.class == Class::Slash && place.follows_number();
            !word(further) || anew || next || place.touches()
        }
        _ => match left.ch {
            ':' => !matches!(further.map(|unit| unit.class), Some(Class::Digit(_))),
            ',' => {
                prefixed || phone || !matches!(further.map(|it| it.class), Some(Class::Digit(_)))
            }
            '#' | '№' | '=' | '&' => phone,
            '@' | '%' | '*' | '\\' | '~' | '^' => false,
            _ => prefixed || !currency_word_before(place),
        },
    }
}

/// Whether a bare group of digits may end before this index: no letter, unit or currency follows, and
/// it goes on with nothing.
pub(super) fn allows_behind(units: &[Unit], to: usize) -> bool {
    let Some(right) = units.get(to) else {
        return true;
    };
    let further = units.get(to + 1).map(|unit| unit.class);
    let goes_on = matches!(further, Some(Class::Digit(_) | Class::Letter));
    match right.class {
        Class::Letter | Class::Plus | Class::Digit(_) => false,
        Class::Dash | Class::Dot | Class::Slash => !goes_on,
        _ => match right.ch {
            '@' | '%' | '=' | '*' | '#' | '\\' | '^' | '°' | '&' => false,
            ':' | ',' => !goes_on,
            _ => !is_amount_ahead(units, to),
        },
    }
}

fn right_allows(place: &Place<'_>, prefixed: bool, grouped: bool) -> bool {
    let Some(right) = place.after(0) else {
        return true;
    };
    let further = place.after(1);
    let digit = |unit: Option<&Unit>| matches!(unit.map(|it| it.class), Some(Class::Digit(_)));
    match right.class {
        Class::Letter | Class::Plus => false,
        // `…-a1b2`: the rest of an identifier; a dash before a space or another word is a dash.
        Class::Dash | Class::Dot => {
            let glued = further.is_some_and(|unit| unit.class == Class::Letter);
            // `415-666-7777.Call`: a blank was forgotten; `6502530000.jpg` is a file.
            !glued || ((prefixed || grouped) && right.class == Class::Dot)
        }
        _ => match right.ch {
            '@' | '%' | '=' | '*' | '#' | '\\' | '^' | '°' | '&' => false,
            ':' => !digit(further),
            ',' => !digit(further) || digits_ahead(place.units, place.to + 1) >= 8,
            _ => prefixed || !currency_after(place),
        },
    }
}

/// Groups of the same chain that are left over on both sides.
fn neighbours_allow(place: &Place<'_>, groups: &[Group], number: &Number, phone: bool) -> bool {
    let inner = groups.get(1).map(|group| group.gap);
    if !phone && groups.len() == 1 && !number.has_prefix() && in_a_dump(place, number) {
        return false;
    }
    if let Some(own) = groups.first()
        && place.first > place.used
    {
        let before = place.chain.groups.get(place.first - 1);
        let dead = before.is_some_and(|group| group.dead);
        // `1234-0912…` is one thing, `1234 0912 345 678` may be, `Suite 5, 0912…` is not.
        if !own.gap.space && !own.gap.bracket && own.gap.mark != Some(Class::Slash) && !dead {
            return false;
        }
        // `97247-9231 1 (214) 387-6705`: what is before a bracket is another matter.
        let bracket = inner.is_some_and(|inner| inner.bracket);
        let continues = !bracket && inner.is_some_and(|inner| own.gap.same(inner));
        // A bracket opens something new: `29975 (407) 687-7352`.
        if continues && own.open.is_none() && !own.digits.starts_with('0') && !phone {
            return false;
        }
        // `NWBK 9667 0821 7268 15`: the rest of an account number, four by four.
        let fours = before.is_some_and(|before| before.len() == 4)
            && own.len() == 4
            && own.gap.is_blank()
            && groups.get(1).is_some_and(|next| next.len() == 4);
        if fours && continues {
            return false;
        }
    }
    if let Some(next) = place.chain.groups.get(place.end)
        && !next.dead
        // An extension has been read over it.
        && next.from >= place.to
    {
        // What stands behind the bracket that closes around a number is something new.
        let continues = inner.is_some_and(|inner| next.gap.same(inner)) && !next.gap.bracket;
        let tight = !next.gap.space && !next.gap.bracket && next.gap.mark != Some(Class::Slash);
        let begins = next.digits.starts_with('0') || next.len() >= 7;
        // `1900 0835 0923`: four by four, and too little is left for another number.
        let left = place.chain.groups.get(place.end..).unwrap_or_default();
        let left: usize = left.iter().map(Group::len).sum();
        let hotline = matches!(number.kind(), Kind::Premium | Kind::TollFree);
        if hotline && continues && matches!(*sizes(groups), [4, 4]) && left < MIN_DIGITS {
            return false;
        }
        // `0912 345 678 12h30`, `… 3 khách`: a time or a count behind a number that is complete.
        let last = place.chain.groups.len() == place.end + 1;
        let counts = next.len() <= 2
            && (place.units.get(next.to)).is_some_and(|unit| unit.class == Class::Letter)
            || next.len() <= 2 && last && number.is_grouped_as(&sizes(groups));
        if tight || (continues && !begins && !(counts && number.is_known())) {
            return false;
        }
    }
    true
}

/// `3176933488 5035440123`: bare digits beside others as long that are no number.
fn in_a_dump(place: &Place<'_>, number: &Number) -> bool {
    let long = |group: &Group| group.len() >= 8 && group.gap.is_blank();
    let groups = &place.chain.groups;
    let own_gap = groups
        .get(place.first)
        .is_some_and(|own| own.gap.is_blank());
    let before = place.first > place.used
        && own_gap
        && place
            .first
            .checked_sub(1)
            .and_then(|at| groups.get(at))
            .is_some_and(|it| it.len() >= 8);
    let resolved =
        |group: &Group| Number::resolve(false, group.digits.as_bytes(), place.home).is_some();
    let after = groups
        .get(place.end)
        .is_some_and(|it| long(it) && !resolved(it));
    !number.is_international() && (before || after)
}

fn digits_ahead(units: &[Unit], from: usize) -> usize {
    units
        .iter()
        .skip(from)
        .take_while(|unit| {
            matches!(
                unit.class,
                Class::Digit(_) | Class::Space | Class::Dash | Class::Dot
            )
        })
        .filter(|unit| matches!(unit.class, Class::Digit(_)))
        .count()
}

/// `tháng` behind a blank.
fn is_month_ahead(place: &Place<'_>) -> bool {
    let behind = place.units.get(place.to..).unwrap_or_default();
    let [blank, word @ ..] = behind else {
        return false;
    };
    let letters = word.iter().map(|unit| unit.ch);
    blank.class == Class::Space
        && letters
            .take(5)
            .flat_map(char::to_lowercase)
            .eq("tháng".chars())
}

fn is_currency(ch: char) -> bool {
    matches!(
        ch,
        '$' | '¢' | '£' | '¤' | '¥' | '\u{20A0}'..='\u{20CF}' | '฿' | '￥' | '￦'
    )
}

/// `USD 650…`, `$ 650…`
fn currency_word_before(place: &Place<'_>) -> bool {
    let before = place.units.get(..place.from).unwrap_or_default();
    let word: Vec<char> = before
        .iter()
        .rev()
        .skip_while(|unit| unit.class == Class::Space)
        .take_while(|unit| unit.class == Class::Letter || is_currency(unit.ch))
        .map(|unit| unit.ch)
        .take(4)
        .collect();
    let word: String = word.into_iter().rev().collect();
    // A `D` in front is somebody's direct line.
    word.chars().count() > 1 && is_currency_word(&word) || word.chars().any(is_currency)
}

fn currency_after(place: &Place<'_>) -> bool {
    is_amount_ahead(place.units, place.to)
}

fn is_amount_ahead(units: &[Unit], to: usize) -> bool {
    let after = units.get(to..).unwrap_or_default();
    // `650-253-0000 $1,200.00`: the sign of the next amount.
    if let [blank, sign, digit, ..] = after
        && (blank.class, is_currency(sign.ch)) == (Class::Space, true)
        && matches!(digit.class, Class::Digit(_))
    {
        return false;
    }
    let word: String = after
        .iter()
        .skip_while(|unit| unit.class == Class::Space)
        .take_while(|unit| unit.class == Class::Letter || is_currency(unit.ch))
        .map(|unit| unit.ch)
        .take(5)
        .collect();
    is_currency_word(&word)
}

pub(super) fn is_currency_word(word: &str) -> bool {
    word.chars().next().is_some_and(is_currency)
        || [
            "đ", "d", "vnd", "vnđ", "usd", "us$", "eur", "gbp", "jpy", "krw", "sgd", "thb", "cny",
            "aud", "đồng", "dong", "triệu", "tỷ", "nghìn", "ngàn", "円", "元", "원", "kg", "km",
            "m2", "ms", "kb", "mb", "gb", "bytes", "users", "views",
        ]
        .contains(&word.to_lowercase().as_str())
}
