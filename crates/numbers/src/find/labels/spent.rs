//! Words in front whose own number stands between them and the next one.

use super::super::folded::{SIGN, word_begin, word_end};
use super::Form;

/// Words for what has a number of its own behind a count, folded.
const COUNTED: &[&[u8]] = &[
    b"account", b"acct", b"claim", b"item", b"khoan", b"seri", b"serial", b"sn", b"stk", b"tk",
];

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
    behind
        .windows(2)
        .any(|pair| matches!(pair, [b' ', b'-' | b'|' | SIGN] | [b',' | b';', b' ']))
}
