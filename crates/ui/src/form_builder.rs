//! The company's form as it is put together: rows that are typed, and forms of OmiCall that are taken
//! over.

use alo_protocol::{FormField, FormSchema, MAX_FIELDS};
use serde::Deserialize;

use crate::history_view::folded;

/// Longest name of a field, button or outcome, in characters.
pub const MAX_LABEL: usize = 64;
/// Most ways in which a call may be summed up.
const MAX_DISPOSITIONS: usize = 20;
/// Longest id, as the protocol has it.
const MAX_ID: usize = 64;

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
/// without an id get one from their name: it is what their value is called where it is sent.
pub fn schema(
    fields: Vec<FormField>,
    close_text: &str,
    dispositions: &str,
    rating: bool,
) -> Result<FormSchema, Vec<(Place, &'static str)>> {
    let mut faults = Vec::new();
    let is_long = |text: &str| text.chars().count() > MAX_LABEL;
    let mut named: Vec<FormField> = Vec::new();
    for (at, mut field) in fields.into_iter().enumerate() {
        field.label = field.label.trim().to_owned();
        field.plh = field.plh.trim().to_owned();
        if field.label.is_empty() {
            faults.push((Place::Field(at), "fault_fieldLabel"));
        } else if is_long(&field.label) || is_long(&field.plh) {
            faults.push((Place::Field(at), "fault_fieldLong"));
        }
        field.id = unique_id(&field, &named);
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
        fields: named,
        btn_close_text: close_text.to_owned(),
        dispositions: outcomes,
        rating,
    })
}

/// The field's own id, or one made of its name; never one that another field has.
fn unique_id(field: &FormField, others: &[FormField]) -> String {
    let wanted = if field.id.is_empty() {
        let letters = folded(&field.label);
        let words = letters.split(|c: char| !c.is_ascii_alphanumeric());
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        let slug: String = words.join("_").chars().take(MAX_ID - 4).collect();
        if slug.is_empty() {
            "field".to_owned()
        } else {
            slug
        }
    } else {
        field.id.clone()
    };
    let is_taken = |id: &str| others.iter().any(|other| other.id == id);
    if !is_taken(&wanted) {
        return wanted;
    }
    (2..=MAX_FIELDS + 1)
        .map(|n| format!("{wanted}_{n}"))
        .find(|id| !is_taken(id))
        .unwrap_or(wanted)
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
            .take(MAX_ID)
            .collect();
        let cut = |text: &str| -> String { text.trim().chars().take(MAX_LABEL).collect() };
        let label = match cut(&field.label) {
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
            plh: cut(&field.plh),
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
        field.id = unique_id(&field, &taken);
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
        let schema = schema(fields, " Xong ", "Hẹn lại\n\n Hẹn lại \nTừ chối", true).unwrap();
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
    fn two_fields_of_one_name_have_two_ids() {
        let schema = schema(vec![field("A"), field("a"), field("A")], "", "", false).unwrap();
        let ids: Vec<_> = schema
            .fields
            .iter()
            .map(|field| field.id.as_str())
            .collect();
        assert_eq!(ids, ["a", "a_2", "a_3"]);
    }

    #[test]
    fn every_place_to_change_is_named() {
        let many = (0..30).map(|n| format!("{n}\n")).collect::<String>();
        let long = "x".repeat(65);
        let faults = schema(vec![field("ok"), field(" ")], &long, &many, false).unwrap_err();
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
        assert_eq!(imported(r#"[{"label":"A"}]"#).unwrap()[0].id, "a");
        assert_eq!(imported("forms: []"), Err("fault_formsJson"));
        assert_eq!(imported("[]"), Err("fault_formsCount"));
    }
}
