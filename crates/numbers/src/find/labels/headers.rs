//! What stands above a text or a column says.

use super::Label;
use super::nearest;

/// Headers of logs of calls, in no other place a word for a phone. Single letters are the columns of a sheet.
#[rustfmt::skip]
const HEADERS: &[&str] = &[
    "an", "callee", "cid", "de", "dest", "destination", "from", "source", "src", "to", "von", "à", "발신", "수신",
    "từ", "từ số", "tu so", "số bị gọi", "so bi goi", "số gọi", "so goi", "số gọi đi", "số gọi đến", "đi", "đến",
    "đến số", "den so", "đầu mối", "dau moi", "発信", "発信者", "着信",
];

/// What the header of a column or the like says.
pub(in super::super) fn of_hint(hint: &str) -> Option<Label> {
    // Most texts have none.
    if hint.is_empty() {
        return None;
    }
    // `From` and `To` of a log of calls.
    let whole = hint.trim().trim_end_matches([':', '.']).trim_end();
    let small = || whole.chars().flat_map(char::to_lowercase);
    // A parcel of land; somebody of these letters is called, too.
    if small().eq("apn".chars()) {
        return Some(Label::Id);
    }
    if HEADERS.iter().any(|own| small().eq(own.chars())) {
        return Some(Label::Caller);
    }
    nearest(hint, &[])
}

/// The same above this text. Above `Nicole Lopez, Westfield, 212…` a `Reference 1` is who is asked about somebody; without
/// a count it is a bank's.
pub(in super::super) fn above(hint: &str, text: &str) -> Option<Label> {
    let label = of_hint(hint)?;
    let counted = |ch: char| ch.is_ascii_digit() || matches!(ch, ' ' | '#' | ':' | '.');
    let asked = || {
        let hint = hint.trim().to_lowercase();
        let word = hint.trim_end_matches(counted);
        let one = hint.ends_with(|ch: char| ch.is_ascii_digit());
        let name = text.split_once(',').map_or("", |(name, _)| name);
        let words = name.split_whitespace();
        (word == "references" || word == "reference" && one)
            && words.clone().count() > 1
            && words
                .clone()
                .all(|word| word.starts_with(char::is_uppercase))
    };
    (label != Label::Other || !asked()).then_some(label)
}
