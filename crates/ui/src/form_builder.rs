//! The company's form as it is put together: rows that are typed, and forms of OmiCall that are taken
//! over.

use alo_protocol::{
    FormField, FormSchema, MAX_DISPOSITIONS, MAX_FIELD_ID, MAX_FIELDS, MAX_LABEL, MAX_PLACEHOLDER,
    NOTE_FIELD, new_field_id,
};
use serde::Deserialize;

/// Where something has to be changed first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The field at this place has no usable name.
    Field(usize),
    /// The list of outcomes.
    Dispositions,
    /// The name of the button.
    CloseText,
}

/// The schema of what is typed, or the places to change, each with the key of its sentence. Fields
/// without an id get one from their name: it is what their value is called where it is sent. It is none
/// that a field of the form `before` has or once had: what was answered there is no answer to this.
pub fn schema(
    before: &FormSchema,
    fields: Vec<FormField>,
    close_text: &str,
    dispositions: &str,
    rating: bool,
) -> Result<FormSchema, Vec<(Place, &'static str)>> {
    let mut faults = Vec::new();
    let mut used: Vec<String> = Vec::from([NOTE_FIELD.to_owned()]);
    used.extend(before.retired.iter().cloned());
    used.extend(before.fields.iter().map(|field| field.id.clone()));
    used.extend(fields.iter().map(|field| field.id.clone()));
    let is_long = |text: &str| text.chars().count() > MAX_LABEL;
    let mut named: Vec<FormField> = Vec::new();
    for (at, mut field) in fields.into_iter().enumerate() {
        field.label = field.label.trim().to_owned();
        field.plh = field.plh.trim().to_owned();
        if field.label.is_empty() {
            faults.push((Place::Field(at), "fault_fieldLabel"));
        } else if is_long(&field.label) {
            faults.push((Place::Field(at), "fault_fieldLong"));
        } else if field.plh.chars().count() > MAX_PLACEHOLDER {
            faults.push((Place::Field(at), "fault_placeholderLong"));
        }
        if field.id.is_empty() {
            field.id = new_field_id(&field.label, &used);
            used.push(field.id.clone());
        }
        named.push(field);
    }
    let mut outcomes: Vec<String> = Vec::new();
    for line in dispositions.lines().map(str::trim) {
        if !line.is_empty() && !outcomes.iter().any(|known| known == line) {
            outcomes.push(line.to_owned());
        }
    }
    if outcomes.len() > MAX_DISPOSITIONS || outcomes.iter().any(|word| is_long(word)) {
        faults.push((Place::Dispositions, "fault_dispositions"));
    }
    let close_text = close_text.trim();
    if is_long(close_text) {
        faults.push((Place::CloseText, "fault_fieldLong"));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(FormSchema {
        retired: before.retired_by(&named),
        fields: named,
        btn_close_text: close_text.to_owned(),
        dispositions: outcomes,
        rating,
    })
}

/// A field as OmiCall's `forms` writes it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[derive(Default)]
struct Imported {
    id: String,
    label: String,
    plh: String,
    multiline: bool,
    required: bool,
    class_name: String,
    height: Height,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Height {
    Pixels(f64),
    /// `200px`.
    Text(String),
}

impl Default for Height {
    fn default() -> Self {
        Self::Pixels(0.0)
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum File {
    Fields(Vec<Imported>),
    Config { forms: Vec<Imported> },
}

/// The fields of OmiCall's `forms`, alone or in its configuration; or the key of what is wrong.
pub fn imported(json: &str) -> Result<Vec<FormField>, &'static str> {
    let file: File = serde_json::from_str(json).map_err(|_| "fault_formsJson")?;
    let (File::Fields(fields) | File::Config { forms: fields }) = file;
    if fields.is_empty() || fields.len() > MAX_FIELDS {
        return Err("fault_formsCount");
    }
    let mut taken: Vec<FormField> = Vec::new();
    for field in fields {
        let id: String = field
            .id
            .chars()
            .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
            .take(MAX_FIELD_ID)
            .collect();
        let cut = |text: &str, max| -> String { text.trim().chars().take(max).collect() };
        let label = match cut(&field.label, MAX_LABEL) {
            label if label.is_empty() => id.clone(),
            label => label,
        };
        let height = match field.height {
            Height::Pixels(pixels) => pixels,
            Height::Text(text) => text.trim().trim_end_matches("px").parse().unwrap_or(0.0),
        };
        let mut field = FormField {
            id,
            label,
            plh: cut(&field.plh, MAX_PLACEHOLDER),
            multiline: field.multiline,
            required: field.required,
            class_name: match field.class_name.as_str() {
                width @ ("half" | "third") => width.to_owned(),
                _ => "full".to_owned(),
            },
            height: if height >= 20.0 {
                height.min(400.0) as u16
            } else {
                0
            },
        };
        // Two of one name are two fields: the second gets an id of its own when the form is saved.
        if taken.iter().any(|other| other.id == field.id) {
            field.id.clear();
        }
        taken.push(field);
    }
    Ok(taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(label: &str) -> FormField {
        FormField {
            label: label.into(),
            ..FormField::default()
        }
    }

    #[test]
    fn ids_are_made_of_names_and_kept_once_they_are_there() {
        let kept = FormField {
            id: "address".into(),
            ..field("Địa chỉ mới")
        };
        let fields = vec![field("Nhu cầu"), field("nhu - cau!"), field("???"), kept];
        let schema = schema(
            &FormSchema::default(),
            fields,
            " Xong ",
            "Hẹn lại\n\n Hẹn lại \nTừ chối",
            true,
        )
        .unwrap();
        let ids: Vec<_> = schema
            .fields
            .iter()
            .map(|field| field.id.as_str())
            .collect();
        assert_eq!(ids, ["nhu_cau", "nhu_cau_2", "field", "address"]);
        assert_eq!(schema.btn_close_text, "Xong");
        assert_eq!(schema.dispositions, ["Hẹn lại", "Từ chối"]);
    }

    #[test]
    fn what_the_phone_keeps_of_a_package_can_be_saved_untouched() {
        let words: Vec<String> = (0..50).map(|n| format!("Kết quả {n}")).collect();
        let kept = FormSchema {
            fields: vec![FormField {
                id: "a".into(),
                plh: "x".repeat(128),
                ..field("A")
            }],
            dispositions: words.clone(),
            ..FormSchema::default()
        };
        let saved = schema(&kept, kept.fields.clone(), "", &words.join("\n"), false);
        assert_eq!(saved, Ok(kept));
    }

    #[test]
    fn two_fields_of_one_name_have_two_ids() {
        let none = FormSchema::default();
        let fields = vec![field("A"), field("a"), field("A")];
        let schema = schema(&none, fields, "", "", false).unwrap();
        let ids: Vec<_> = schema
            .fields
            .iter()
            .map(|field| field.id.as_str())
            .collect();
        assert_eq!(ids, ["a", "a_2", "a_3"]);
    }

    #[test]
    fn a_new_field_never_has_the_id_of_one_that_went() {
        let ids = |schema: &FormSchema| -> Vec<String> {
            schema.fields.iter().map(|field| field.id.clone()).collect()
        };
        let save = |before: &FormSchema, fields| schema(before, fields, "", "", false).unwrap();
        let first = save(&FormSchema::default(), vec![field("Need"), field("City")]);
        assert_eq!(ids(&first), ["need", "city"]);
        // Taken away and put in again under the same name, in one go and later.
        let city = first.fields[1].clone();
        let second = save(&first, vec![field("Need"), city.clone()]);
        assert_eq!(ids(&second), ["need_2", "city"]);
        assert_eq!(second.retired, ["need"]);
        let third = save(&second, vec![city.clone()]);
        let fourth = save(&third, vec![field("NEED"), field("need"), city]);
        assert_eq!(ids(&fourth), ["need_3", "need_4", "city"]);
        // The field of a form without fields of its own has answers, too.
        let note = save(&FormSchema::default(), vec![field("Note")]);
        assert_eq!(ids(&note), ["note_2"]);
        assert_eq!(
            save(&note, note.fields.clone()),
            note,
            "nothing changes by saving"
        );
    }

    #[test]
    fn every_place_to_change_is_named() {
        let many = (0..51).map(|n| format!("{n}\n")).collect::<String>();
        let long = "x".repeat(65);
        let none = FormSchema::default();
        let fields = vec![field("ok"), field(" ")];
        let faults = schema(&none, fields, &long, &many, false).unwrap_err();
        assert_eq!(
            faults,
            [
                (Place::Field(1), "fault_fieldLabel"),
                (Place::Dispositions, "fault_dispositions"),
                (Place::CloseText, "fault_fieldLong"),
            ]
        );
    }

    #[test]
    fn forms_of_omicall_are_taken_over() {
        let json = r#"{"domain":"x","forms":[
            {"id":"address","label":"Địa chỉ","plh":"Nhập","multiline":true,"required":true,"height":"200px","className":"half"},
            {"id":"no te","height":5}]}"#;
        let fields = imported(json).unwrap();
        assert_eq!(fields[0].height, 200);
        assert!(fields[0].multiline && fields[0].required && fields[0].class_name == "half");
        assert_eq!(
            (
                fields[1].id.as_str(),
                fields[1].label.as_str(),
                fields[1].height
            ),
            ("note", "note", 0)
        );
        let without_id = imported(r#"[{"label":"A"}]"#).unwrap();
        assert_eq!(without_id[0].label, "A", "its id comes when it is saved");
        assert_eq!(imported("forms: []"), Err("fault_formsJson"));
        assert_eq!(imported("[]"), Err("fault_formsCount"));
    }
}
