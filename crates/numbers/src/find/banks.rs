//! Accounts at a bank of Viet Nam that people have chosen to look like their phone: `vào 0381134767 Vietcombank`.

use super::beside;
use super::chain::Group;
use super::context::Place;
use super::labels::{self, Label};
use crate::text::Class;
use crate::{Kind, Number};

/// The ones that most people have, in small letters. Wallets (`MoMo`, `ZaloPay`) are left out: there the phone is the account.
#[rustfmt::skip]
const BANKS: &[&str] = &[
    "acb", "agribank", "bidv", "eximbank", "hdbank", "lpbank", "mbbank", "msb", "namabank", "ocb", "pvcombank", "sacombank",
    "scb", "seabank", "shb", "tcb", "techcombank", "tpbank", "vcb", "vib", "vietbank", "vietcombank", "vietinbank", "vpbank",
];

/// Whether bare digits that look like a mobile stand right beside the name of a bank, and behind nobody's name.
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
    let last = own.iter().rev().find(|unit| !matches!(unit.ch, ' ' | ':'));
    // As all of these end.
    let may = last.is_some_and(|unit| matches!(unit.ch.to_ascii_lowercase(), 'b' | 'k' | 'v'));
    (bank || may) && labels::follows_nobody(place.before, own, BANKS, bank)
}
