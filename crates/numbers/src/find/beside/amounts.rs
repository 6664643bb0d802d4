//! Currencies and amounts beside a candidate.

use super::super::chain::Group;
use super::super::context::Place;
use super::groups::MOST_LEFT;
use crate::text::{Class, Unit};

fn is_currency(ch: char) -> bool {
    matches!(
        ch,
        '$' | '¢' | '£' | '¤' | '¥' | '\u{20A0}'..='\u{20CF}' | '฿' | '￥' | '￦'
    )
}

/// `USD 650…`, `$ 650…`
pub(super) fn currency_word_before(place: &Place<'_>) -> bool {
    is_amount_behind(place.units, place.from)
}

fn is_amount_behind(units: &[Unit], from: usize) -> bool {
    let before = units.get(..from).unwrap_or_default();
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

/// `2 091 564 310 VND`: in an amount whose thousands stand apart by blanks, but not its beginning.
pub(in super::super) fn is_in_amount(place: &Place<'_>) -> bool {
    let Some([first, rest @ ..]) = place.chain.groups.get(place.used..) else {
        return false;
    };
    let Some((last, others)) = rest.split_last() else {
        return false;
    };
    // Two blanks set columns apart.
    let is_thousand = |group: &Group| group.len() == 3 && group.gap.is_blank() && !group.gap.wide;
    // `1 689 038 869.50 €`
    let is_cents = last.len() < 3 && last.gap.mark.is_some();
    place.first > place.used
        && rest.len() <= MOST_LEFT
        && first.len() <= 3
        && !first.digits.starts_with('0')
        && others.iter().all(is_thousand)
        && (is_cents || is_thousand(last))
        && (is_amount_ahead(place.units, last.to) || is_amount_behind(place.units, first.from))
}

pub(in super::super) fn currency_after(place: &Place<'_>) -> bool {
    is_amount_ahead(place.units, place.to)
}

pub(super) fn is_amount_ahead(units: &[Unit], to: usize) -> bool {
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

pub(in super::super) fn is_currency_word(word: &str) -> bool {
    // `2145551234 Ms. Lee`
    if word == "Ms" {
        return false;
    }
    word.chars().next().is_some_and(is_currency)
        || [
            "đ", "d", "vnd", "vnđ", "usd", "us$", "eur", "gbp", "jpy", "krw", "sgd", "thb", "cny",
            "aud", "đồng", "dong", "triệu", "tỷ", "nghìn", "ngàn", "円", "元", "원", "kg", "km",
            "m2", "ms", "kb", "mb", "gb", "bytes", "users", "views",
        ]
        .contains(&word.to_lowercase().as_str())
}
