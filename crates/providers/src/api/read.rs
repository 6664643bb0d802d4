//! What the interfaces have in common: hotlines and contacts, as objects of many shapes.

use serde_json::Value;

use super::json::{field, id, items, lines, plain, text};
use super::{Contact, Hotline};
use crate::text::{MAX_NAME, clean};

/// Most hotlines that are offered.
const MAX_HOTLINES: usize = 100;
/// Longest note about a contact, in characters.
const MAX_CONTACT_NOTE: usize = 512;

/// Hotlines as texts, or as objects whose id is the first of `ids` that they have.
pub(super) fn read_hotlines(list: &Value, ids: &[&str]) -> Vec<Hotline> {
    let mut hotlines: Vec<Hotline> = Vec::new();
    for item in items(list) {
        let read = match item {
            Value::Object(_) => id(item, ids).map(|id| Hotline {
                label: hotline_label(item).unwrap_or_else(|| id.clone()),
                id,
            }),
            item => plain(item).map(|id| Hotline {
                label: id.clone(),
                id,
            }),
        };
        let usable = read.filter(|hotline| is_hotline(&hotline.id));
        if let Some(hotline) = usable
            && hotlines.len() < MAX_HOTLINES
            && !hotlines.iter().any(|known| known.id == hotline.id)
        {
            hotlines.push(hotline);
        }
    }
    hotlines
}

/// What may stand in a header and in a Request-URI: at most 64.
pub(crate) fn is_hotline(id: &str) -> bool {
    (1..=64).contains(&id.len())
        && id
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'_' | b'.'))
}

/// Its name with its number, as far as there are both.
fn hotline_label(item: &Value) -> Option<String> {
    let name = text(item, &["name", "hotline_name", "label", "alias"], MAX_NAME);
    let number = text(
        item,
        &["hotline_number", "phoneNumber", "phone_number", "number"],
        MAX_NAME,
    );
    match (name, number) {
        (Some(name), Some(number)) if name != number => {
            clean(&format!("{name} ({number})"), MAX_NAME)
        }
        (name, number) => name.or(number),
    }
}

/// Somebody with a name; none where there is no name.
pub(super) fn read_contact(item: &Value) -> Option<Contact> {
    let name = text(
        item,
        &["full_name", "fullName", "display_name", "name"],
        MAX_NAME,
    )
    .or_else(|| attribute(item, "full_name", MAX_NAME))?;
    let number = text(item, &["phone", "phone_number"], MAX_NAME);
    Some(Contact {
        id: id(
            item,
            &["id", "contact_id", "contactId", "uuid", "ref_id", "refId"],
        )
        .unwrap_or_else(|| format!("{name}/{}", number.unwrap_or_default())),
        detail: text(
            item,
            &["company", "job_title", "jobTitle", "email", "mail"],
            MAX_NAME,
        )
        .or_else(|| attribute(item, "job_title", MAX_NAME)),
        note: lines(item, &["note"], MAX_CONTACT_NOTE)
            .or_else(|| attribute(item, "note", MAX_CONTACT_NOTE)),
        name,
    })
}

/// OmiCall's directory writes a contact as a list of fields with values.
fn attribute(item: &Value, code: &str, max: usize) -> Option<String> {
    let attribute = items(field(item, &["attribute_structure"])?)
        .find(|attribute| attribute.get("field_code").and_then(Value::as_str) == Some(code))?;
    match field(attribute, &["value"])? {
        Value::Array(values) => values.iter().find_map(|value| {
            text(value, &["display_value", "value"], max)
                .or_else(|| plain(value).and_then(|value| clean(&value, max)))
        }),
        value => plain(value).and_then(|value| clean(&value, max)),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn hotlines_are_listed_once_each_and_not_without_end() {
        let list: Vec<String> = (0..300).map(|n| format!("024{:04}", n / 2)).collect();
        let hotlines = read_hotlines(&json!(list), &["number"]);
        assert_eq!(hotlines.len(), MAX_HOTLINES);
        let last = hotlines.last().map(|hotline| hotline.id.as_str());
        assert_eq!(last, Some("0240099"));
    }

    #[test]
    fn somebody_without_a_name_is_nobody_and_two_without_ids_are_told_apart() {
        assert_eq!(
            read_contact(&json!({"id": "c1", "phone": "0912345678"})),
            None
        );
        assert_eq!(read_contact(&json!({"full_name": " \u{202e}"})), None);
        let id = |phone: &str| {
            read_contact(&json!({"name": "Lan", "phone": phone})).map(|contact| contact.id)
        };
        assert_ne!(id("0912345678"), id("0987654321"));
    }
}
