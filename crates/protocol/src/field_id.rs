//! Ids of a form's fields: what a value is called where it is sent.

use crate::letters::folded;

/// Longest id of a field, in characters.
pub const MAX_FIELD_ID: usize = 64;

/// Whether a field can be called so: ASCII letters, digits, `_` and `-`.
#[must_use]
pub fn is_field_id(id: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b == b'-';
    (1..=MAX_FIELD_ID).contains(&id.len()) && id.bytes().all(plain)
}

/// An id made of a name, which nobody has used.
#[must_use]
pub fn new_field_id(label: &str, used: &[String]) -> String {
    let letters = folded(label);
    let words = letters.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let slug: String = words.join("_").chars().take(MAX_FIELD_ID - 4).collect();
    let wanted = if slug.is_empty() {
        "field".to_owned()
    } else {
        slug
    };
    let is_free = |id: &String| !used.contains(id);
    // One more than there are used ones, so that one of them is free.
    let numbered = (2..=used.len() + 2).map(|n| format!("{wanted}_{n}"));
    std::iter::once(wanted.clone())
        .chain(numbered)
        .find(is_free)
        .unwrap_or(wanted)
}
