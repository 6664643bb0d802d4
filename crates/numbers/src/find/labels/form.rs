//! What a word in front of a number is by its form, where no table knows it.

use super::super::folded::{SIGN, word_begin, word_end};
use super::super::words::{OF_PHONES, Phrase};
use super::Label::{self, Phone};
use super::{Form, Line, NEXT, REACH, backwards};
use crate::text::{Class, Unit};

/// Words for codes that people are called by, too.
const NAMES: &[&[u8]] = &[b"bill", b"bin", b"vin"];

/// `Policy Number⇥503 703 6359`: a line of a key and its value, of which a tab is between. In a list of contacts
/// there are names (`Bill⇥214…`), and one word may be a firm or what its line is for (`PIN⇥800…`).
#[inline(never)]
pub(super) fn of_key(text: &str, units: &[Unit], form: Form) -> Option<Label> {
    let skipped = backwards(text, units).position(|(ch, _)| ch == '\t')?;
    let (key, end) = read_key(text, units, skipped + 1)?;
    if end.is_some_and(|ch| ch != '\n') {
        return None;
    }
    let (phrase, word) = phrase_of_key(&key);
    let named = || {
        NAMES
            .iter()
            .any(|own| own.eq_ignore_ascii_case(key.trim().as_bytes()))
    };
    let sure = word > 0 || !form.free && !named();
    match phrase {
        Some((Phrase::Says(Phone), 0)) => Some(Phone),
        Some((Phrase::Identity, 0)) => Some(Label::Id),
        Some((Phrase::Says(label), 0)) if label != Label::Vague && sure => Some(label),
        _ => None,
    }
}

/// The rest of a line in front of so many characters, and what it begins behind; none where it is long.
#[inline(never)]
fn read_key(text: &str, units: &[Unit], skipped: usize) -> Option<(String, Option<char>)> {
    let mut key = Vec::new();
    let mut end = None;
    for (ch, class) in backwards(text, units).skip(skipped) {
        if class == Class::Break || key.len() == REACH {
            end = Some(ch);
            break;
        }
        key.push(ch);
    }
    (key.len() < REACH).then(|| (key.into_iter().rev().collect(), end))
}

/// The longest phrase that ends such a line and where it begins, and where the last word does.
#[inline(never)]
fn phrase_of_key(key: &str) -> (Option<(Phrase, usize)>, usize) {
    let key = key.trim_end_matches([':', ' ', '\r']);
    let line = Line::before(key, &[]);
    line.phrase(word_end(line.bytes(), line.bytes().len()))
}

/// `Order number⏎5812531032`: what a line says that is wholly a label of several words for what is no phone, above bare digits
/// that begin the next one.
#[inline(never)]
pub(in super::super) fn of_line_above(text: &str, units: &[Unit], american: bool) -> Option<Label> {
    let space = |unit: &&Unit| unit.class == Class::Space;
    let blanks = units.iter().rev().take_while(space).count();
    let last = units
        .len()
        .checked_sub(blanks + 1)
        .and_then(|at| units.get(at))?;
    if last.class != Class::Break {
        return None;
    }
    let key = read_key(text, units, blanks + 1)?.0;
    // `Suite: Apt 16C. Order number`
    let own = key.split_once(". ").map_or(&*key, |(_, own)| own);
    let (phrase, word) = phrase_of_key(own);
    // `Đơn hàng` is a title, `Mã đơn hàng` names what is below it; one word may be a firm or what its line is for.
    let names =
        word > 0 && (american || matches!(own.as_bytes().first(), Some(b'M' | b'S' | b'm' | b's')));
    match phrase? {
        (Phrase::Identity, 0) => Some(Label::Id),
        (Phrase::Says(label @ (Label::Other | Label::Id)), 0) if names => Some(label),
        _ => None,
    }
}

impl Line<'_> {
    /// Whether such a word between these names what stands right behind it: `MST: 0900 123 456`.
    #[inline(never)]
    pub(super) fn names_identity(&self, from: usize, end: usize) -> bool {
        let bytes = self.bytes();
        let own = bytes.get(from..end).unwrap_or_default();
        let before = bytes.get(..from).unwrap_or_default();
        // `9-5 MST 303-748-3647`: an hour's zone.
        let zone = self.form.american && own == b"mst";
        // `SĐT/CCCD: 0912 345 678`
        let either = matches!(before, [.., b'/'] | [.., b'/', b' ']);
        // `Chưa có MST. 0912 345 678`, but `Tax No. 0900 123 456`
        let stops = bytes.ends_with(b". ") && !own.ends_with(b"no");
        // `Làm CCCD 0912 345 678`, `forgot EIN 303-748-3647`: those have more digits or fewer than a phone, tax codes as many.
        let tax = matches!(own.first(), Some(b'm' | b't' | b'v'));
        let about = || {
            let word = matches!(before, [.., last, b' '] if last.is_ascii_alphabetic());
            word && self.opens(end, b" (")
        };
        self.opens(end, b" :=.#\"'(") && !zone && !stops && (tax || !about()) && !either
    }
}

/// Whether `text` is a phrase of several words for a code and whose it is: `your meeting ID`; one word (`MLS`) may be about
/// somebody.
pub(in super::super) fn is_id(text: &str) -> bool {
    let line = Line::before(text, &[]);
    let last = word_end(line.bytes(), line.bytes().len());
    let (Some((Phrase::Says(Label::Id), from)), word) = line.phrase(last) else {
        return false;
    };
    let before = line.bytes().get(..from).unwrap_or_default();
    from < word && matches!(before.trim_ascii(), b"" | b"my" | b"personal" | b"your")
}

/// What is said behind digits that are no phone's, also with whose it is: `STK Vietcombank`. Folded.
#[rustfmt::skip]
const ACCOUNTS: &[&[u8]] = &[
    b"account no", b"account number", b"acct", b"acct no", b"cccd", b"cmnd", b"cmt", b"iban", b"imei", b"mssv", b"mst",
    b"so tai khoan", b"so tk", b"stk",
];

/// Behind such a word these begin a remark: `STK gửi sau`, `CCCD nhớ mang theo`; `STK nhận tiền` is one.
#[rustfmt::skip]
const REMARKS: &[&[u8]] = &[
    b"ben duoi", b"ben tren", b"duoi", b"gui lai", b"gui qua", b"gui sau", b"nhan lai", b"nhan sau", b"nhan tin", b"nho", b"o",
];

fn ends_word(behind: &[u8]) -> bool {
    behind.first().is_none_or(|byte| *byte == b' ')
}

/// Whether `text` says of what stands before it that it is an account or a code, and has no digits of its own: `Số tài khoản`,
/// `mã đơn`; a word that may be a firm's line (`Order`, `OTP`, `DHL`) does not.
#[inline(never)]
pub(in super::super) fn is_account(text: &str, american: bool) -> bool {
    let line = Line::before(text, &[]);
    let words = line.bytes().trim_ascii();
    let words = words
        .get(..word_end(words, words.len()))
        .unwrap_or_default();
    let phone = matches!(line.last_label(), Some((_, Phone)));
    if phone || words.iter().any(u8::is_ascii_digit) {
        return false;
    }
    let begins = |own: &&[u8]| match words.strip_prefix(*own) {
        // `303-748-3647 (MST)` is an hour's zone, `(Acct Manager)` somebody.
        Some(behind) if american => behind.is_empty() && !matches!(*own, b"cmt" | b"mst"),
        Some(behind) => {
            let said = behind.trim_ascii_start();
            let begins_remark = |own: &&[u8]| said.strip_prefix(*own).is_some_and(ends_word);
            ends_word(behind) && !REMARKS.iter().any(begins_remark)
        }
        None => false,
    };
    if ACCOUNTS.iter().any(begins) {
        return true;
    }
    let (phrase, word) = line.phrase(word_end(line.bytes(), line.bytes().len()));
    let counted = [&b"ma "[..], b"so "]
        .iter()
        .any(|own| words.starts_with(own))
        || [&b" id"[..], b" no", b" number"]
            .iter()
            .any(|own| words.ends_with(own));
    matches!(phrase, Some((Phrase::Says(Label::Id | Label::Other) | Phrase::Identity, from))
        if from < word && line.bytes().get(..from).is_some_and(|it| it.trim_ascii().is_empty()))
        && counted
}

impl Line<'_> {
    /// What an unknown word in front of a number is by its form or by the word before it.
    pub(super) fn sounds_like(&self, begin: usize, end: usize) -> Option<Label> {
        let text = self.bytes();
        let word = text.get(begin..end)?;
        if word.len() == 1 {
            return self.is_field_of_phone(begin, end).then_some(Phone);
        }
        if let Some(rest) = [&b"nummer"[..], b"number", b"nr", b"bank"]
            .iter()
            .find_map(|tail| word.strip_suffix(*tail))
        {
            let phone = rest.len() > 2
                && OF_PHONES
                    .iter()
                    .any(|part| rest.starts_with(part) || rest.ends_with(part));
            let town = word.ends_with(b"bank") && matches!(rest, b"bur" | b"fair" | b"mil" | b"eu");
            return (rest.len() > 2 && !town).then_some(if phone { Phone } else { Label::Vague });
        }
        if self.is_id(begin, end) {
            return Some(Label::Vague);
        }
        // `N° de suivi`, `Número de pedido`
        let of = word_end(text, begin);
        let number = |of: usize| {
            let from = word_begin(text, of);
            let linking = matches!(
                text.get(from..of)?,
                b"de" | b"du" | b"des" | b"di" | b"del" | b"do" | b"da"
            );
            let end = word_end(text, from);
            (linking && matches!(self.phrase(end).0, Some((Phrase::Number, _))))
                .then_some(Label::Vague)
        };
        (text.len() - end <= NEXT).then(|| number(of)).flatten()
    }

    /// `orderId`, `clientID`, but not `David`.
    fn is_id(&self, begin: usize, end: usize) -> bool {
        if end - begin < 4
            || !self
                .bytes()
                .get(..end)
                .is_some_and(|word| word.ends_with(b"id"))
        {
            return false;
        }
        let own = self.unfolded();
        let mut tail = own.chars().skip(end - 3).take(3);
        let (before, i) = (tail.next(), tail.next());
        before.is_some_and(char::is_lowercase) && i == Some('I')
    }

    /// `T: `, `(m) `, `F. ` at the head of a field.
    fn is_field_of_phone(&self, begin: usize, end: usize) -> bool {
        let text = self.bytes();
        let (before, behind) = (text.get(..begin), text.get(end..));
        let (Some(before), Some(behind)) = (before, behind) else {
            return false;
        };
        let letter = matches!(
            text.get(begin),
            Some(b't' | b'm' | b'p' | b'f' | b'c' | b'd' | b'o' | b'w' | b'h')
        );
        let head = match before {
            [] => true,
            [.., b'(' | b'[' | b'|' | b'/' | b'\t'] => true,
            [.., mark, b' '] => {
                matches!(*mark, b'|' | b',' | b';' | b'.' | b'-' | b'/' | b' ' | SIGN)
            }
            _ => false,
        };
        letter
            && head
            && behind.len() <= 3
            && behind.iter().all(|byte| b" .:)]".contains(byte))
            && !behind.is_empty()
    }
}
