//! What is asked for about a call: the form within its limits, and what may be typed into it.

use alo_protocol::{
    FormField, FormSchema, KEEP_DAYS, MAX_DISPOSITIONS, MAX_FIELDS, MAX_LABEL, MAX_PLACEHOLDER,
    MAX_RETIRED, MAX_TAG, MAX_TAGS, MAX_VALUE, NOTE_FIELD, NoteChange, NoteContent, Refusal,
    WorkSettings, is_field_id,
};

use super::{pop, together};
use crate::text::clean;

/// Height of a field in pixels.
const HEIGHTS: std::ops::RangeInclusive<u16> = 20..=400;

/// The settings within their limits, each address that cannot be used left out.
pub(super) fn cleaned(work: WorkSettings) -> WorkSettings {
    let mut work = WorkSettings {
        form: cleaned_form(work.form),
        keep_days: work.keep_days.clamp(*KEEP_DAYS.start(), *KEEP_DAYS.end()),
        ..work
    };
    if pop::check_template(&work.screen_pop.url).is_err() {
        work.screen_pop.url.clear();
    }
    if pop::check_address(&work.hook.url).is_err() {
        work.hook.url.clear();
    }
    work
}

/// The settings as typed: an address that cannot be used is refused, and the key of the hook, which
/// views never see, is kept while its address is the same.
/// `newest` is what counts once every change under way is through; `older` came before it, newest first.
pub(super) fn checked<'a>(
    mut work: WorkSettings,
    newest: &'a WorkSettings,
    older: impl Iterator<Item = &'a WorkSettings>,
) -> Result<WorkSettings, Refusal> {
    work.screen_pop.url = work.screen_pop.url.trim().to_owned();
    work.hook.url = work.hook.url.trim().to_owned();
    pop::check_template(&work.screen_pop.url)?;
    pop::check_address(&work.hook.url)?;
    let mut hooks = std::iter::once(newest)
        .chain(older)
        .map(|known| &known.hook);
    if work.hook.secret.is_empty()
        && let Some(known) = hooks.find(|known| known.url == work.hook.url)
    {
        work.hook.secret = known.secret.clone();
    }
    let mut work = cleaned(work);
    // What was used stays used, whatever a view knows of it.
    work.form.retired = newest.form.retired_by(&work.form.fields);
    Ok(work)
}

fn cleaned_form(form: FormSchema) -> FormSchema {
    let mut fields: Vec<FormField> = Vec::new();
    for field in form.fields {
        let is_new = !fields.iter().any(|known| known.id == field.id);
        if fields.len() < MAX_FIELDS && is_new && is_field_id(&field.id) {
            fields.push(cleaned_field(field));
        }
    }
    let mut dispositions: Vec<String> = Vec::new();
    for disposition in form.dispositions.iter().take(MAX_DISPOSITIONS) {
        if let Some(disposition) = clean(disposition, MAX_LABEL)
            && !dispositions.contains(&disposition)
        {
            dispositions.push(disposition);
        }
    }
    FormSchema {
        fields,
        btn_close_text: clean(&form.btn_close_text, MAX_LABEL).unwrap_or_default(),
        dispositions,
        rating: form.rating,
        retired: retired(form.retired),
    }
}

fn retired(mut ids: Vec<String>) -> Vec<String> {
    ids.retain(|id| is_field_id(id));
    ids.drain(..ids.len().saturating_sub(MAX_RETIRED));
    ids
}

fn cleaned_field(field: FormField) -> FormField {
    FormField {
        label: clean(&field.label, MAX_LABEL).unwrap_or_default(),
        plh: clean(&field.plh, MAX_PLACEHOLDER).unwrap_or_default(),
        class_name: match field.class_name.as_str() {
            "half" | "third" => field.class_name,
            _ => "full".to_owned(),
        },
        height: match field.height {
            0 => 0,
            height => height.clamp(*HEIGHTS.start(), *HEIGHTS.end()),
        },
        ..field
    }
}

/// Whether this form has a field of this name.
fn has_field(form: &FormSchema, id: &str) -> bool {
    if form.fields.is_empty() {
        id == NOTE_FIELD
    } else {
        form.fields.iter().any(|field| field.id == id)
    }
}

/// Required fields that are empty.
pub(super) fn missing(form: &FormSchema, content: &NoteContent) -> Vec<String> {
    let is_empty = |id: &String| {
        content
            .values
            .get(id)
            .is_none_or(|value| value.trim().is_empty())
    };
    form.fields
        .iter()
        .filter(|field| field.required)
        .map(|field| field.id.clone())
        .filter(is_empty)
        .collect()
}

/// Whether any field has to be filled.
pub(super) fn requires(form: &FormSchema) -> bool {
    form.fields.iter().any(|field| field.required)
}

/// Nothing has been typed or chosen.
pub(super) fn is_empty(content: &NoteContent) -> bool {
    content.values.values().all(|value| value.trim().is_empty())
        && content.tags.is_empty()
        && content.disposition.is_none()
        && content.rating.is_none()
        && content.report.trim().is_empty()
}

/// Takes a change in. Nothing is cut: what is too long is refused as a whole, so that the person sees it.
pub(super) fn apply(
    content: &mut NoteContent,
    form: &FormSchema,
    change: NoteChange,
) -> Result<(), Refusal> {
    match change {
        NoteChange::Value { field, value } => {
            // A form that has changed since keeps what was typed into the old one.
            if !has_field(form, &field) && !content.values.contains_key(&field) {
                return Err(Refusal::NotNow);
            }
            content.values.insert(field, text(&value)?);
        }
        NoteChange::Tags { tags } => {
            if tags.len() > MAX_TAGS || tags.iter().any(|tag| tag.chars().count() > MAX_TAG) {
                return Err(Refusal::TextTooLong);
            }
            let mut cleaned: Vec<String> = Vec::new();
            for tag in tags.iter().filter_map(|tag| clean(tag, MAX_TAG)) {
                if !cleaned.contains(&tag) {
                    cleaned.push(tag);
                }
            }
            content.tags = cleaned;
        }
        NoteChange::Disposition { disposition } => {
            if let Some(chosen) = &disposition
                && !form.dispositions.contains(chosen)
            {
                return Err(Refusal::NotNow);
            }
            content.disposition = disposition;
        }
        NoteChange::Rating { rating } => {
            if rating.is_some_and(|stars| !(1..=5).contains(&stars)) {
                return Err(Refusal::NotNow);
            }
            content.rating = rating;
        }
        NoteChange::Report { report } => content.report = text(&report)?,
    }
    Ok(())
}

/// The change as it is taken in where another view has typed in the same part meanwhile: its own text
/// stays beside the new one. See [`alo_protocol::Command::EditNote`] for `over`.
pub(super) fn beside(
    content: &NoteContent,
    form: &FormSchema,
    change: NoteChange,
    over: &[NoteChange],
) -> NoteChange {
    let Some(before) = over.first() else {
        return change;
    };
    let kept = |typed: &str| text(typed).unwrap_or_default();
    match (change, before) {
        (NoteChange::Value { field, value }, NoteChange::Value { value: before, .. }) => {
            let now = content.values.get(&field).map_or("", String::as_str);
            let is_known = over.iter().any(
                |known| matches!(known, NoteChange::Value { value, .. } if kept(value) == now),
            );
            let value = if is_known {
                value
            } else {
                together::text(before, now, &value, is_multiline(form, &field))
            };
            NoteChange::Value { field, value }
        }
        (NoteChange::Report { report }, NoteChange::Report { report: before }) => {
            let is_known = over.iter().any(
                |known| matches!(known, NoteChange::Report { report } if kept(report) == content.report),
            );
            let report = if is_known {
                report
            } else {
                together::text(before, &content.report, &report, true)
            };
            NoteChange::Report { report }
        }
        (NoteChange::Tags { tags }, NoteChange::Tags { tags: before }) => NoteChange::Tags {
            tags: together::set(before, &content.tags, &tags),
        },
        // Of two choices the later one is meant.
        (change, _) => change,
    }
}

fn is_multiline(form: &FormSchema, id: &str) -> bool {
    form.fields
        .iter()
        .find(|field| field.id == id)
        .is_none_or(|field| field.multiline)
}

/// What was typed, without the control characters that no keyboard gives.
fn text(typed: &str) -> Result<String, Refusal> {
    if typed.chars().count() > MAX_VALUE {
        return Err(Refusal::TextTooLong);
    }
    let kept = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    Ok(typed.chars().filter(kept).collect())
}

#[cfg(test)]
mod tests {
    use std::iter::empty as none;

    use super::*;

    fn field(id: &str) -> FormField {
        FormField {
            id: id.into(),
            ..FormField::default()
        }
    }

    #[test]
    fn a_form_from_anywhere_is_brought_within_its_limits() {
        let mut fields: Vec<_> = (0..30).map(|n| field(&format!("f{n}"))).collect();
        fields.insert(1, field("f0"));
        fields.insert(2, field("no spaces"));
        fields[0].height = 9_000;
        fields[0].class_name = "x\"onload".into();
        fields[0].label = format!("A\u{202e}{}", "b".repeat(200));
        let form = cleaned_form(FormSchema {
            fields,
            dispositions: vec!["Bán".into(), "Bán".into(), "\u{200b}".into()],
            ..FormSchema::default()
        });
        assert_eq!(form.fields.len(), MAX_FIELDS);
        assert_eq!(form.fields[1].id, "f1");
        let first = &form.fields[0];
        assert_eq!((first.height, first.class_name.as_str()), (400, "full"));
        assert_eq!(first.label.chars().count(), MAX_LABEL);
        assert!(!first.label.contains('\u{202e}'));
        assert_eq!(form.dispositions, ["Bán"]);
    }

    #[test]
    fn the_id_of_a_field_that_went_stays_used_until_the_field_is_back() {
        let with = |ids: &[&str]| WorkSettings {
            form: FormSchema {
                fields: ids.iter().map(|id| field(id)).collect(),
                ..FormSchema::default()
            },
            ..WorkSettings::default()
        };
        let first =
            checked(with(&["need", "city"]), &WorkSettings::default(), none()).expect("usable");
        assert!(first.form.retired.is_empty());
        let second = checked(with(&["city"]), &first, none()).expect("usable");
        assert_eq!(second.form.retired, ["need"]);
        let third = checked(with(&[]), &second, none()).expect("usable");
        assert_eq!(third.form.retired, ["need", "city"]);
        let back = checked(with(&["need"]), &third, none()).expect("usable");
        assert_eq!(back.form.retired, ["city"]);
    }

    #[test]
    fn what_is_too_long_is_refused_and_nothing_is_cut() {
        let form = FormSchema::default();
        let mut content = NoteContent::default();
        let value = |value: String| NoteChange::Value {
            field: NOTE_FIELD.into(),
            value,
        };
        assert_eq!(apply(&mut content, &form, value("ế".repeat(4_000))), Ok(()));
        let long = apply(&mut content, &form, value("ế".repeat(4_001)));
        assert_eq!(long, Err(Refusal::TextTooLong));
        assert_eq!(content.values[NOTE_FIELD].chars().count(), 4_000);
        let tags = NoteChange::Tags {
            tags: vec!["x".repeat(65)],
        };
        assert_eq!(apply(&mut content, &form, tags), Err(Refusal::TextTooLong));
    }

    #[test]
    fn the_key_of_the_hook_stays_while_its_address_is_the_same_and_only_then() {
        let mut stored = WorkSettings::default();
        stored.hook.url = "https://crm.example/cdr".into();
        stored.hook.secret = alo_protocol::Secret::new("k");
        let mut typed = stored.clone();
        typed.hook.secret = alo_protocol::Secret::default();
        let same = checked(typed.clone(), &stored, none()).expect("usable");
        assert_eq!(same.hook.secret, stored.hook.secret);
        typed.hook.url = "https://elsewhere.example/cdr".into();
        let other = checked(typed, &stored, none()).expect("usable");
        assert!(other.hook.secret.is_empty());
    }
}
