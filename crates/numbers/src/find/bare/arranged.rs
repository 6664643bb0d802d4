//! An hour, a price or a licence that goes before somebody's phone.

use super::super::context::Place;
use super::super::labels::{self, Label};
use super::{has_words, own_field};
use crate::text::Class;

/// `Party of 4, 6:30 PM`, `Deposit $500`, read backwards: an hour or a round price ends what somebody wrote down with
/// whom to call. Printed rows have cents, seconds, days and more fields, and statements and machines their own words.
pub(super) fn is_arranged(place: &Place<'_>, field: &[char]) -> bool {
    let hour = behind_hour(field);
    let Some(rest) = hour.or_else(|| behind_price(field)) else {
        return false;
    };
    let begin = rest
        .iter()
        .position(|ch| !matches!(ch, ' ' | ',' | ';' | '-' | '@'));
    let rest = rest.get(begin.unwrap_or(rest.len())..).unwrap_or_default();
    let own = own_field(rest);
    let all: String = rest.iter().rev().flat_map(|ch| ch.to_lowercase()).collect();
    let words = || {
        let words = all.split(|ch: char| !ch.is_alphabetic());
        words.filter(|word| !word.is_empty())
    };
    let half = matches!(field, ['m' | 'M', ..]);
    let told = if hour.is_some() {
        half || words().any(|word| MET.contains(&word))
    } else {
        words()
            .next_back()
            .is_some_and(|word| GIVEN.contains(&word))
    };
    let behind = place.units.get(place.to..).unwrap_or_default().iter();
    let mut behind = behind.take_while(|unit| unit.ch != '\n');
    told && has_words(&own)
        && !words().any(|word| RECORDED.contains(&word))
        && labels::of_ending(&own).is_none_or(|label| matches!(label, Label::Phone | Label::Amount))
        && !behind.any(|unit| matches!(unit.class, Class::Digit(_)) || unit.ch == '$')
}

/// What people note before a price.
const GIVEN: &[&str] = &["budget", "deposit", "paid"];

/// What people note with an hour.
const MET: &[&str] = &[
    "appointment",
    "appt",
    "call",
    "meeting",
    "party",
    "pickup",
    "reservation",
    "table",
];

/// What stands in statements, logs and the like.
#[rustfmt::skip]
const RECORDED: &[&str] = &[
    "ach", "account", "acct", "amount", "atm", "backup", "balance", "bank", "batch", "build", "card", "cash", "charge",
    "check", "cheque", "claim", "completed", "created", "credit", "debit", "delivered", "delivery", "dhl", "direct",
    "due", "ended", "error", "expires", "fedex", "fee", "finished", "id", "in", "invoice", "item", "job", "log",
    "login", "lot", "mobile", "online", "order", "payment", "placed", "pos", "process", "purchase", "received",
    "refund", "run", "scan", "scanned", "sent", "server", "session", "shipped", "sku", "started", "subtotal",
    "system", "ticket", "total", "transfer", "updated", "uploaded", "ups", "usps", "wire", "withdrawal",
];

/// What stands before `6:30 PM`, `3pm` or `19:30`; all is read backwards.
fn behind_hour(field: &[char]) -> Option<&[char]> {
    let (half, rest) = match field {
        ['m' | 'M', 'a' | 'p' | 'A' | 'P', rest @ ..] => (true, rest),
        rest => (false, rest),
    };
    let rest = rest.strip_prefix(&[' ']).unwrap_or(rest);
    let len = rest
        .iter()
        .position(|ch| !(ch.is_ascii_digit() || *ch == ':'))?;
    let (hour, rest) = rest.split_at(len);
    let colons = hour.iter().filter(|ch| **ch == ':').count();
    let digits = hour.len() - colons;
    let fits = match colons {
        0 => half && (1..=2).contains(&digits),
        1 => (3..=4).contains(&digits) && hour.get(2) == Some(&':'),
        _ => false,
    };
    (fits && rest.first() == Some(&' ')).then_some(rest)
}

/// What stands before `$1,200` or `$400k`; both are read backwards.
fn behind_price(field: &[char]) -> Option<&[char]> {
    let field = field.strip_prefix(&['k']).unwrap_or(field);
    let len = field
        .iter()
        .position(|ch| !(ch.is_ascii_digit() || *ch == ','))?;
    match field.split_at(len) {
        ([_, ..], ['$', rest @ ..]) => Some(rest),
        _ => None,
    }
}

/// Longest number of a licence, with its sign.
pub(super) const LONGEST_LICENCE: usize = 10;

/// Who gives licences to people whose trade is to be called, and what these are called there.
const LICENCES: &[&str] = &[
    "bar", "bre", "calbre", "caldre", "cslb", "dre", "lic", "licence", "license", "nmls", "npi",
    "trec",
];

/// `Jane Roe, NMLS #345678`, read backwards: a professional's licence stands before the phone.
pub(super) fn is_licence(field: &[char]) -> bool {
    let own = own_field(field).to_ascii_lowercase();
    let words = own.split(|ch: char| !ch.is_alphabetic()).rev();
    let mut words = words.filter(|word| !matches!(*word, "" | "id" | "no" | "number"));
    let Some(word) = words.next().filter(|word| LICENCES.contains(word)) else {
        return false;
    };
    // `Marriage license`, `Driver's license`
    let bare = matches!(word, "lic" | "licence" | "license");
    !(bare
        && words
            .next()
            .is_some_and(|before| OTHER_LICENCES.contains(&before)))
}

/// Licences that nobody is called by.
const OTHER_LICENCES: &[&str] = &[
    "building", "business", "dl", "dog", "driver", "drivers", "fishing", "food", "gun", "hunting",
    "liquor", "marriage", "pet", "product", "s", "software", "user", "vehicle",
];
