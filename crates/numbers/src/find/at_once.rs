//! Numbers that are read whole for what stands right in front: in the address of a chat, behind an encoded plus, and with
//! commas behind a word for a phone.

use std::ops::Range;

use super::labels::{self, Label};
use super::search::Page;
use super::{Confidence, Found, Strictness, beside};
use crate::text::end;
use crate::{Country, Kind, Number};

/// Ends of addresses behind which somebody's number stands, always with its calling code and without a plus.
const ADDRESSES: &[&str] = &[
    "wa.me/",
    "api.whatsapp.com/send?phone=",
    "api.whatsapp.com/send/?phone=",
    "web.whatsapp.com/send?phone=",
];
/// `0935,483,258`: where the first comma stands, how long the last group is and the whole.
const COMMA: usize = 4;
pub(super) const LAST: usize = 3;
pub(super) const WITH_COMMAS: usize = 12;

/// A plus where it is no blank: `phone=%2B84912345678`.
const ENCODED_PLUS: &str = "%2b";

/// Whether the digits of a window may follow such an address or an encoded plus; asked of every window.
#[inline]
pub(super) fn may_be_linked(text: &str, window: &Range<usize>) -> bool {
    let last = window.start.checked_sub(1);
    matches!(
        last.and_then(|at| text.as_bytes().get(at)),
        Some(b'/' | b'=' | b'B' | b'b')
    )
}

/// Whether a window is one with commas.
#[inline]
pub(super) fn has_commas(text: &str, window: &Range<usize>) -> bool {
    window.len() == WITH_COMMAS && text.as_bytes().get(window.start + COMMA) == Some(&b',')
}

/// Whether the digits of a window follow such an address.
#[inline(never)]
fn is_linked(text: &str, window: &Range<usize>) -> bool {
    let before = text.get(..window.start).unwrap_or_default();
    if has_encoded_plus(before) {
        return true;
    }
    ADDRESSES.iter().any(|own| {
        let host = before.len().checked_sub(own.len());
        let Some((host, end)) = host.and_then(|at| before.split_at_checked(at)) else {
            return false;
        };
        let goes_on = |ch: char| ch.is_alphanumeric() || matches!(ch, '.' | '-');
        end.eq_ignore_ascii_case(own) && !host.ends_with(goes_on)
    })
}

/// Whether an encoded plus ends this; what it is added to, or another code in front of it, makes it none.
fn has_encoded_plus(before: &str) -> bool {
    let head = before.len().checked_sub(ENCODED_PLUS.len());
    let Some((head, plus)) = head.and_then(|at| before.split_at_checked(at)) else {
        return false;
    };
    let goes_on = |ch: char| ch.is_alphanumeric() || matches!(ch, '%' | '+' | ')' | '_');
    plus.eq_ignore_ascii_case(ENCODED_PLUS) && !head.ends_with(goes_on)
}

/// Appends the number that a window begins with, which stands at `first` of the units; gives the index of the unit after it.
#[cold]
#[inline(never)]
pub(super) fn read(
    page: &Page<'_>,
    text: &str,
    window: &Range<usize>,
    first: usize,
    found: &mut Vec<Found>,
) -> usize {
    let Some((own, len)) = whole(page, text, window, first) else {
        return first;
    };
    page.seen.end.set(own.end_utf16);
    if has_commas(text, window) {
        page.seen.commas.set(own.end_utf16);
    }
    found.push(own);
    first + len
}

fn whole(
    page: &Page<'_>,
    text: &str,
    window: &Range<usize>,
    first: usize,
) -> Option<(Found, usize)> {
    let own = text.get(window.clone())?;
    let (number, len, sure) = if is_linked(text, window) {
        linked(text.get(window.start..)?)?
    } else {
        with_commas(page, text, window, own, first)?
    };
    let confidence = if sure {
        Confidence::High
    } else {
        Confidence::Fair
    };
    if page.options.strictness == Strictness::Strict && !sure {
        return None;
    }
    let found = Found {
        start_utf16: page.units.get(first)?.at,
        end_utf16: end(page.units.get(first + len - 1)?),
        number,
        ext: None,
        confidence,
        needs_context: true,
        doubt: None,
    };
    Some((found, len))
}

/// `84937303464?text=Xin%20chao`: all of a path.
fn linked(own: &str) -> Option<(Number, usize, bool)> {
    let len = own.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, behind) = own.split_at_checked(len)?;
    let mut behind = behind.chars();
    let goes_on = match behind.next() {
        Some('.' | '/' | '-' | '+') => behind.next().is_some_and(char::is_alphanumeric),
        Some(ch) => ch.is_alphanumeric() || matches!(ch, '_' | '%'),
        None => false,
    };
    let number = Number::international(digits.as_bytes()).filter(|_| !goes_on)?;
    let whole = number.e164().strip_prefix('+') == Some(digits);
    whole.then_some((number, len, true))
}

/// `… hoặc 0912,345,678`: right behind another one.
fn is_second(page: &Page<'_>, before: &str, first: usize) -> bool {
    let known = page.seen.commas.get();
    let at = page.units.get(first).map_or(0, |unit| unit.at);
    let len = at.saturating_sub(known) as usize;
    if known == 0 || len > MOST_BETWEEN {
        return false;
    }
    let between: Vec<char> = before.chars().rev().take(len).collect();
    let between: String = between.into_iter().rev().collect();
    let word = between.trim_matches([' ', ',', ';', '/', '-', '–', '|']);
    matches!(word, "" | "hoặc" | "và" | "hay" | "or")
}

/// Blanks around the only number of a cell, as pages are indented; more are not looked through.
const MOST_BLANKS: usize = 200;
/// Characters between two numbers with commas.
const MOST_BETWEEN: usize = 8;

/// `sdt 0784,647,157`: no amount begins with 0.
fn with_commas(
    page: &Page<'_>,
    text: &str,
    window: &Range<usize>,
    own: &str,
    first: usize,
) -> Option<(Number, usize, bool)> {
    if !has_commas(text, window) {
        return None;
    }
    let (before, behind) = (text.get(..window.start)?, text.get(window.end..)?);
    let phone = labels::names_phone(before, &[]) || labels::shows_phone(before, &[]);
    let named = phone && !labels::counts_money(before) || is_second(page, before, first);
    let blank = |part: &str| part.len() <= MOST_BLANKS && part.trim().is_empty();
    let alone = || blank(before) && blank(behind);
    let may = named || page.hint == Some(Label::Phone) && alone();
    if !may
        || page.options.country != Country::VN
        || !beside::allows_behind(page.units, first + WITH_COMMAS)
    {
        return None;
    }
    let digits: Vec<u8> = own.bytes().filter(u8::is_ascii_digit).collect();
    let number = Number::national(&digits, Country::VN)?;
    let mobile = number.kind() == Kind::Mobile && number.is_unseen().is_none();
    mobile.then_some((number, WITH_COMMAS, named))
}
