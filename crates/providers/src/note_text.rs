//! What was typed into a form, as the one text that providers keep.

use alo_protocol::{FormSchema, NOTE_FIELD, NoteContent};

/// The fields of a form as one text: the note bare where there is nothing else, a line `label: value`
/// each otherwise, in the order of the form. No provider has a place for fields of a company's own;
/// nothing that was typed is left out, not even what a later form does not ask for any more. Labels
/// (tags) and stars go beside it.
pub fn note_text(form: &FormSchema, content: &NoteContent) -> String {
    let mut parts: Vec<(&str, Option<&str>, &str)> = Vec::new();
    for field in &form.fields {
        if let Some(value) = content.values.get(&field.id) {
            let label = [field.label.as_str(), field.id.as_str()]
                .into_iter()
                .map(str::trim)
                .find(|label| !label.is_empty());
            parts.push((&field.id, label, value));
        }
    }
    for (id, value) in &content.values {
        if !form.fields.iter().any(|field| field.id == *id) {
            // The field that every form without fields of its own has needs no label.
            parts.push((id, (id != NOTE_FIELD).then_some(id), value));
        }
    }
    parts.retain(|(_, _, value)| !value.trim().is_empty());
    let asks_for_more = form.fields.iter().any(|field| field.id != NOTE_FIELD);
    let only_note = !asks_for_more && parts.iter().all(|(id, _, _)| *id == NOTE_FIELD);
    let mut lines: Vec<String> = Vec::new();
    if let Some(disposition) = content.disposition.as_deref().map(str::trim)
        && !disposition.is_empty()
    {
        lines.push(format!("[{disposition}]"));
    }
    for (_, label, value) in parts {
        let value = value.trim();
        match label.filter(|_| !only_note) {
            Some(label) => lines.push(format!("{}: {value}", label.trim_end_matches(':'))),
            None => lines.push(value.to_owned()),
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use alo_protocol::FormField;

    use super::*;

    fn form(fields: &[(&str, &str)]) -> FormSchema {
        FormSchema {
            fields: fields
                .iter()
                .map(|(id, label)| FormField {
                    id: (*id).to_owned(),
                    label: (*label).to_owned(),
                    ..FormField::default()
                })
                .collect(),
            ..FormSchema::default()
        }
    }

    fn content(values: &[(&str, &str)]) -> NoteContent {
        NoteContent {
            values: values
                .iter()
                .map(|(id, value)| ((*id).to_owned(), (*value).to_owned()))
                .collect(),
            ..NoteContent::default()
        }
    }

    #[test]
    fn a_single_note_is_the_text_itself() {
        let typed = content(&[("note", " Hẹn gọi lại\nthứ Hai ")]);
        assert_eq!(note_text(&form(&[]), &typed), "Hẹn gọi lại\nthứ Hai");
        assert_eq!(
            note_text(&form(&[("note", "Ghi chú")]), &typed),
            "Hẹn gọi lại\nthứ Hai"
        );
    }

    #[test]
    fn fields_are_lines_with_their_labels_in_the_order_of_the_form() {
        let form = form(&[("need", "Nhu cầu:"), ("address", "Địa chỉ"), ("x", "")]);
        let typed = content(&[("address", "12 Lê Lợi"), ("need", "Mua"), ("x", "1")]);
        assert_eq!(
            note_text(&form, &typed),
            "Nhu cầu: Mua\nĐịa chỉ: 12 Lê Lợi\nx: 1"
        );
        let one = FormSchema {
            fields: vec![FormField {
                id: "address".into(),
                label: "Địa chỉ".into(),
                ..FormField::default()
            }],
            ..FormSchema::default()
        };
        assert_eq!(
            note_text(&one, &typed),
            "Địa chỉ: 12 Lê Lợi\nneed: Mua\nx: 1"
        );
        // One filled in of several is still told apart.
        let typed = content(&[("address", "12 Lê Lợi"), ("need", " ")]);
        assert_eq!(note_text(&form, &typed), "Địa chỉ: 12 Lê Lợi");
    }

    #[test]
    fn what_the_form_asks_for_no_more_is_kept() {
        let mut typed = content(&[("old", "cũ"), ("note", "mới")]);
        typed.disposition = Some("Đã chốt".into());
        assert_eq!(
            note_text(&form(&[("note", "Ghi chú")]), &typed),
            "[Đã chốt]\nGhi chú: mới\nold: cũ"
        );
        assert_eq!(note_text(&form(&[]), &content(&[])), "");
    }
}
