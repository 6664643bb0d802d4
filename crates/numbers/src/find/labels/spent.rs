//! Words in front whose own number stands between them and the next one.

use super::super::folded::{SIGN, word_begin, word_end};
use super::Form;

/// Words for what has a number of its own behind a count, folded.
const COUNTED: &[&[u8]] = &[
    b"account", b"acct", b"claim", b"item", b"khoan", b"seri", b"serial", b"sn", b"stk", b"tk",
];

/// Digits of no calling code and no area.
const LONG: usize = 4;

/// Whether digits and then a mark between fields stand behind `from`.
#[inline(never)]
pub(super) fn is_spent(text: &[u8], from: usize, form: Form) -> bool {
    let behind = text.get(from..).unwrap_or_default();
    let Some(own) = behind.iter().rposition(u8::is_ascii_digit) else {
        return false;
    };
    let (before, behind) = behind.split_at(own + 1);
    // `Đơn hàng #45 0912345678`, but not `Serial #1 0912345678`
    let signed = || {
        matches!(
            before.iter().rev().find(|it| !it.is_ascii_digit()),
            Some(b'#')
        )
    };
    let last = || {
        let end = word_end(text, from);
        text.get(word_begin(text, end)..end).unwrap_or_default()
    };
    if behind == b" " && form.own && signed() && !COUNTED.contains(&last()) {
        return true;
    }
    // `Acct 4442-9938-88 Fresno, CA 93719 (641) 662-4064`: what is longer than a code in front of brackets was what it names.
    let long = || before.iter().rev().take(LONG).all(u8::is_ascii_digit);
    if behind == b" " && form.open && form.american && before.len() > LONG && long() {
        return true;
    }
    behind
        .windows(2)
        .any(|pair| matches!(pair, [b' ', b'-' | b'|' | SIGN] | [b',' | b';', b' ']))
}
