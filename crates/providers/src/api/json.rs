//! Readers of what a provider answers. They are lenient about names and types, because several
//! versions of the same interface are about, and strict about sizes.

use alo_protocol::{ProviderProblem, Secret};
use serde_json::Value;

use super::{ApiError, HttpAnswer, MAX_ANSWER};
use crate::text::{clean, clean_lines};

/// Most entries of any list that are looked at.
pub(super) const MAX_ITEMS: usize = 500;
/// Longest id of a call, a contact or a hotline, in octets.
pub(super) const MAX_ID: usize = 128;
/// Longest token or password, in octets.
const MAX_SECRET: usize = 8 << 10;

/// The error for an answer that is not what was expected.
pub(super) fn bad_answer() -> ApiError {
    ApiError::new(ProviderProblem::BadAnswer)
}

/// The JSON of an answer, whatever its status.
pub(super) fn parse(answer: &HttpAnswer) -> Result<Value, ApiError> {
    if answer.body.len() > MAX_ANSWER {
        return Err(bad_answer());
    }
    serde_json::from_str(&answer.body).map_err(|_| bad_answer())
}

/// The first of these fields that holds something.
pub(super) fn field<'a>(value: &'a Value, names: &[&str]) -> Option<&'a Value> {
    names
        .iter()
        .filter_map(|name| value.get(name))
        .find(|found| !found.is_null() && found.as_str() != Some(""))
}

/// A text or number of one line, cleaned and cut at `max` characters.
pub(super) fn text(value: &Value, names: &[&str], max: usize) -> Option<String> {
    clean(&plain(field(value, names)?)?, max)
}

/// A text of several lines, cleaned and cut at `max` characters.
pub(super) fn lines(value: &Value, names: &[&str], max: usize) -> Option<String> {
    clean_lines(&plain(field(value, names)?)?, max)
}

/// A text, or a number as text.
pub(super) fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// An id: kept exactly, or not at all. It must fit a header and a path.
pub(super) fn id(value: &Value, names: &[&str]) -> Option<String> {
    plain(field(value, names)?).filter(|id| is_id(id))
}

/// Visible ASCII, 1–128.
pub(crate) fn is_id(id: &str) -> bool {
    (1..=MAX_ID).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_graphic())
}

/// A password or token: kept exactly, or not at all.
pub(super) fn secret(value: &Value, names: &[&str]) -> Option<Secret> {
    let text = plain(field(value, names)?)?;
    let usable = text.len() <= MAX_SECRET && !text.chars().any(char::is_control);
    (usable && !text.is_empty()).then(|| Secret::new(text))
}

/// As [`secret`], where it is to be a header: visible ASCII.
pub(super) fn token(value: &Value, names: &[&str]) -> Option<Secret> {
    secret(value, names).filter(|secret| is_token(secret.expose()))
}

/// What a header of HTTP may hold of a token.
pub(super) fn is_token(token: &str) -> bool {
    (1..=MAX_SECRET).contains(&token.len()) && token.bytes().all(|b| b.is_ascii_graphic())
}

/// A whole number; also one with a fraction, or written as text.
pub(super) fn integer(value: &Value, names: &[&str]) -> Option<i64> {
    match field(value, names)? {
        Value::Number(number) => number
            .as_i64()
            // Saturates, and makes 0 of what is no number.
            .or_else(|| number.as_f64().map(|fraction| fraction as i64)),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// `true`, `1` and their texts.
pub(super) fn truth(value: &Value, names: &[&str]) -> bool {
    match field(value, names) {
        Some(Value::Bool(truth)) => *truth,
        Some(Value::Number(number)) => number.as_i64() == Some(1),
        Some(Value::String(text)) => text == "1" || text.eq_ignore_ascii_case("true"),
        _ => false,
    }
}

/// The entries of a list, or of the list inside the pages that providers put around it.
pub(super) fn items(value: &Value) -> impl Iterator<Item = &Value> {
    let list = value.as_array().or_else(|| {
        let inside = field(value, &["items", "data", "list", "docs", "results"])?;
        inside
            .as_array()
            .or_else(|| field(inside, &["items"])?.as_array())
    });
    list.into_iter().flatten().take(MAX_ITEMS)
}

/// Each of a list of labels, written as texts or as objects with a name.
pub(super) fn labels(value: &Value, max: usize, length: usize) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    for item in items(value) {
        let label = match item {
            Value::Object(_) => text(item, &["name", "label", "display_value", "value"], length),
            item => plain(item).and_then(|text| clean(&text, length)),
        };
        if let Some(label) = label
            && labels.len() < max
            && !labels.contains(&label)
        {
            labels.push(label);
        }
    }
    labels
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn numbers_are_read_however_they_are_written() {
        let value = json!({"a": 9999, "b": "-9999", "c": 1.5, "d": null, "e": "x", "f": 1e300});
        let read = |name| integer(&value, &[name]);
        assert_eq!(read("a"), Some(9999));
        assert_eq!(read("b"), Some(-9999));
        assert_eq!(read("c"), Some(1));
        assert_eq!((read("d"), read("e"), read("missing")), (None, None, None));
        assert_eq!(read("f"), Some(i64::MAX));
        assert_eq!(text(&value, &["d", "a"], 64).as_deref(), Some("9999"));
    }

    #[test]
    fn texts_are_cleaned_and_cut_and_ids_are_exact_or_none() {
        let value = json!({"name": "Lan\u{202e}\n Anh", "id": "a b", "ok": 12});
        assert_eq!(text(&value, &["name"], 64).as_deref(), Some("Lan Anh"));
        assert_eq!(text(&value, &["name"], 3).as_deref(), Some("Lan"));
        assert_eq!(id(&value, &["id"]), None);
        assert_eq!(id(&value, &["ok"]).as_deref(), Some("12"));
        let header = json!({"t": "a\r\nX: y", "u": "mật"});
        assert_eq!(token(&header, &["t"]), None);
        assert_eq!(token(&header, &["u"]), None);
        assert!(secret(&header, &["u"]).is_some());
    }

    #[test]
    fn lists_are_found_in_their_pages_and_capped() {
        assert_eq!(items(&json!([1, 2])).count(), 2);
        assert_eq!(items(&json!({"items": [1]})).count(), 1);
        assert_eq!(items(&json!({"data": {"items": [1, 2, 3]}})).count(), 3);
        assert_eq!(items(&json!({"items": 5})).count(), 0);
        assert_eq!(items(&json!(null)).count(), 0);
        assert_eq!(items(&json!(vec![0; 10_000])).count(), MAX_ITEMS);
        let tags = json!([{"name": "VIP"}, "Nóng", "VIP", {"x": 1}, null]);
        assert_eq!(labels(&tags, 20, 64), ["VIP", "Nóng"]);
    }
}
