//! Accounts at a bank of Viet Nam that people have chosen to look like their phone: `vào 0381134767 Vietcombank`.

use super::beside;
use super::chain::Group;
use super::context::Place;
use super::labels::{self, Label};
use crate::text::Class;
use crate::{Kind, Number};

/// In small letters. Wallets (`MoMo`, `ZaloPay`) are left out: there the phone is the account.
#[rustfmt::skip]
const BANKS: &[&str] = &[
    "abbank", "acb", "agribank", "bacabank", "baovietbank", "bidv", "bvbank", "dongabank", "eximbank", "hdbank", "kienlongbank",
    "lienvietpostbank", "lpbank", "mbbank", "msb", "namabank", "ncb", "ocb", "pgbank", "pvcombank", "sacombank", "saigonbank", "scb",
    "seabank", "shb", "tcb", "techcombank", "tpbank", "vcb", "vib", "vietabank", "vietbank", "vietcombank", "vietinbank", "vpbank",
];

/// Whether bare digits that look like a mobile stand right beside the name of a bank, and behind nobody's name.
// By itself: compiled only where it is asked.
#[inline(never)]
pub(super) fn is_account(place: &Place<'_>, groups: &[Group], number: &Number) -> bool {
    let mobile = groups.len() == 1 && number.is_vietnamese() && number.kind() == Kind::Mobile;
    if !mobile || place.label.is_some_and(Label::is_somebody) {
        return false;
    }
    let own = place.units.get(..place.from).unwrap_or_default();
    let behind = place.units.get(place.to..).unwrap_or_default();
    let bank = matches!(behind, [blank, word @ ..] if blank.class == Class::Space
        && beside::begins_with_word(word, BANKS));
    labels::follows_nobody(place.before, own, BANKS, bank)
}
