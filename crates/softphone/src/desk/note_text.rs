//! A form as one text, for whoever has one field for it.

use alo_protocol::{FormSchema, NOTE_FIELD, NoteContent};

/// The fields in the order of the form, each with its label; the plain note alone is its own text.
pub(super) fn of(schema: &FormSchema, note: &NoteContent) -> String {
    let mut lines: Vec<String> = Vec::new();
    let in_form = |id: &String| schema.fields.iter().any(|field| field.id == *id);
    for field in &schema.fields {
        let label = if field.label.is_empty() {
            &field.id
        } else {
            &field.label
        };
        push(&mut lines, Some(label), note.values.get(&field.id));
    }
    // What was typed into a form that has been changed since.
    for (id, value) in note.values.iter().filter(|(id, _)| !in_form(id)) {
        let label = (id != NOTE_FIELD).then_some(id);
        push(&mut lines, label, Some(value));
    }
    if let Some(disposition) = &note.disposition {
        lines.push(disposition.clone());
    }
    lines.join("\n")
}

/// The same without a form's labels.
pub(super) fn plain(note: &NoteContent) -> String {
    of(&FormSchema::default(), note)
}

fn push(lines: &mut Vec<String>, label: Option<&String>, value: Option<&String>) {
    let value = value.map_or("", |value| value.trim());
    if value.is_empty() {
        return;
    }
    lines.push(match label {
        Some(label) if label != NOTE_FIELD => format!("{label}: {value}"),
        _ => value.to_owned(),
    });
}

#[cfg(test)]
mod tests {
    use alo_protocol::FormField;

    use super::*;

    #[test]
    fn fields_have_their_labels_and_the_plain_note_has_none() {
        let schema = FormSchema {
            fields: vec![FormField {
                id: "reason".into(),
                label: "Lý do".into(),
                ..FormField::default()
            }],
            ..FormSchema::default()
        };
        let mut note = NoteContent::default();
        note.values.insert("reason".into(), " bảo hành ".into());
        note.values.insert(NOTE_FIELD.into(), "gọi lại".into());
        assert_eq!(of(&schema, &note), "Lý do: bảo hành\ngọi lại");
        note.values.remove("reason");
        assert_eq!(of(&FormSchema::default(), &note), "gọi lại");
    }
}
