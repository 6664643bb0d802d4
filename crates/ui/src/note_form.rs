//! The form about a call: which fields it has, and which of them still miss something.

use std::collections::BTreeMap;

use alo_protocol::{CallId, FormField, FormSchema, MAX_TAG, MAX_TAGS, NOTE_FIELD};

/// The fields to show: those of the schema, or the one that every form has.
pub fn fields(schema: &FormSchema) -> Vec<FormField> {
    if schema.fields.is_empty() {
        vec![FormField {
            id: NOTE_FIELD.to_owned(),
            multiline: true,
            ..FormField::default()
        }]
    } else {
        schema.fields.clone()
    }
}

/// Ids of required fields without text, in the order of the form. Blanks are no text.
pub fn missing(schema: &FormSchema, values: &BTreeMap<String, String>) -> Vec<String> {
    let is_empty = |id: &String| values.get(id).is_none_or(|value| value.trim().is_empty());
    let required = schema.fields.iter().filter(|field| field.required);
    required
        .map(|field| field.id.clone())
        .filter(is_empty)
        .collect()
}

/// The order of forms on screen, of `wanted` ones. While somebody is in one of them (`held`) those that are `shown` stay where
/// they are, and what comes stands below it: a field that moves loses the focus, and what is typed then.
pub fn order(shown: &[CallId], wanted: Vec<CallId>, held: Option<&CallId>) -> Vec<CallId> {
    let Some(held) = held else {
        return wanted;
    };
    let is_new = |id: &CallId| !shown.contains(id);
    let mut order: Vec<CallId> = shown.to_vec();
    order.retain(|id| wanted.contains(id));
    let below = order
        .iter()
        .position(|id| id == held)
        .map_or(0, |at| at + 1);
    order.splice(below..below, wanted.into_iter().filter(is_new));
    order
}

/// How wide a field is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// A row of its own.
    Full,
    /// Two in a row.
    Half,
    /// Three in a row.
    Third,
}

/// See [`FormField::class_name`].
pub fn width(field: &FormField) -> Width {
    match field.class_name.as_str() {
        "half" => Width::Half,
        "third" => Width::Third,
        _ => Width::Full,
    }
}

/// Lines that a field of several lines shows; a line is 20 pixels high.
pub fn rows(field: &FormField) -> u16 {
    match field.height {
        0 => 3,
        pixels => (pixels / 20).clamp(1, 20),
    }
}

/// The tags after one was switched on or off; unchanged where there are too many.
pub fn toggled(tags: &[String], tag: &str) -> Vec<String> {
    if tags.iter().any(|known| known == tag) {
        return tags.iter().filter(|known| *known != tag).cloned().collect();
    }
    with_tag(tags, tag)
}

/// The tags with one that was typed. The same word in other letters is the same tag.
pub fn with_tag(tags: &[String], typed: &str) -> Vec<String> {
    let words: Vec<&str> = typed.split_whitespace().collect();
    let tag: String = words.join(" ").chars().take(MAX_TAG).collect();
    let known = tags
        .iter()
        .any(|known| known.to_lowercase() == tag.to_lowercase());
    let mut tags = tags.to_vec();
    if !tag.is_empty() && !known && tags.len() < MAX_TAGS {
        tags.push(tag);
    }
    tags
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schema() -> FormSchema {
        let field = |id: &str, required| FormField {
            id: id.into(),
            required,
            ..FormField::default()
        };
        FormSchema {
            fields: vec![field("who", true), field("why", false), field("what", true)],
            ..FormSchema::default()
        }
    }

    #[test]
    fn a_form_without_fields_has_one_for_the_note() {
        let fields = fields(&FormSchema::default());
        assert_eq!(fields.len(), 1);
        assert_eq!(fields[0].id, "note");
        assert!(missing(&FormSchema::default(), &BTreeMap::new()).is_empty());
    }

    #[test]
    fn required_fields_are_missing_until_they_hold_more_than_blanks() {
        let mut values = BTreeMap::from([("what".to_owned(), " \n".to_owned())]);
        assert_eq!(missing(&schema(), &values), ["who", "what"]);
        values.insert("who".into(), "Lan".into());
        assert_eq!(missing(&schema(), &values), ["what"]);
        values.insert("what".into(), "x".into());
        assert!(missing(&schema(), &values).is_empty());
    }

    #[test]
    fn a_tag_is_there_once_and_not_without_end() {
        let tags = with_tag(&[], "  Khách   mới ");
        assert_eq!(tags, ["Khách mới"]);
        assert_eq!(with_tag(&tags, "khách MỚI"), tags);
        assert_eq!(with_tag(&tags, " "), tags);
        assert!(toggled(&tags, "Khách mới").is_empty());
        let many: Vec<String> = (0..MAX_TAGS).map(|n| n.to_string()).collect();
        assert_eq!(with_tag(&many, "more"), many);
        assert_eq!(with_tag(&[], &"x".repeat(200))[0].len(), MAX_TAG);
    }

    #[test]
    fn heights_become_lines() {
        let of = |height| {
            rows(&FormField {
                height,
                ..FormField::default()
            })
        };
        assert_eq!([of(0), of(20), of(200), of(65_535)], [3, 1, 10, 20]);
    }

    #[test]
    fn forms_stay_where_they_are_while_somebody_is_in_one_of_them() {
        let ids = |names: &str| -> Vec<CallId> {
            names.chars().map(|it| CallId(it.to_string())).collect()
        };
        let in_b = CallId("b".into());
        let held = |wanted| order(&ids("abc"), ids(wanted), Some(&in_b));
        // One comes, one goes, and they would be turned round.
        assert_eq!(held("dabc"), ids("abdc"));
        assert_eq!(held("cb"), ids("bc"));
        assert_eq!(held("cba"), ids("abc"));
        assert_eq!(order(&ids("abc"), ids("dcba"), None), ids("dcba"));
    }
}
