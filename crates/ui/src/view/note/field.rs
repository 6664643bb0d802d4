//! A field of the form about a call.

use std::collections::BTreeMap;
use std::rc::Rc;

use alo_protocol::{FormField, MAX_VALUE, NOTE_FIELD, NoteChange};
use sycamore::prelude::*;
use sycamore::web::events::{Event, FocusEvent};

use crate::browser;
use crate::note_form::{self, Width};
use crate::text::t;
use crate::view::icon::{Icon, icon};
use crate::view::note::saver::{Flush, Keeper, Saver};
use crate::view::note::select_form;

/// What stands in the fields, by id.
pub(super) type Values = Vec<(String, Keeper<String>)>;

/// Id of the field's element.
pub(super) fn element_id(saver: &Saver, field: &str) -> String {
    format!("note-{}-{field}", saver.call.0)
}

/// The keeper of a field's text.
pub(super) fn keeper(saver: &Saver, field: &str) -> (Keeper<String>, Flush) {
    let id = field.to_owned();
    let stored = select_form(saver.model, &saver.call, String::new(), move |form| {
        form.content.values.get(&id).cloned().unwrap_or_default()
    });
    let id = field.to_owned();
    Keeper::new(saver, stored, move |value| NoteChange::Value {
        field: id.clone(),
        value,
    })
}

/// What is in all fields now.
pub(super) fn values(fields: &Values) -> BTreeMap<String, String> {
    fields
        .iter()
        .map(|(id, keeper)| (id.clone(), keeper.value.get_clone()))
        .collect()
}

/// Label, control, and what is missing.
pub(super) fn field(
    saver: &Saver,
    field: &FormField,
    (keeper, flush): (Keeper<String>, Flush),
    tried: Signal<bool>,
) -> View {
    let id = element_id(saver, &field.id);
    let is_plain = field.id == NOTE_FIELD && field.label.is_empty();
    let label = if is_plain {
        t("note_field")
    } else if field.label.is_empty() {
        field.id.clone()
    } else {
        field.label.clone()
    };
    let placeholder = if is_plain && field.plh.is_empty() {
        t("note_hint")
    } else {
        field.plh.clone()
    };
    let required = field.required;
    let is_missing = create_selector(move || {
        required && tried.get() && keeper.value.with(|value| value.trim().is_empty())
    });
    let on_input = {
        let (saver, flush) = (saver.clone(), Rc::clone(&flush));
        move |event: Event| {
            if let Some(value) = browser::value_of(&event) {
                keeper.edit(&saver, &flush, value);
            }
        }
    };
    let on_focus = move |_: FocusEvent| keeper.focus(true);
    let on_blur = move |_: FocusEvent| {
        keeper.focus(false);
        flush();
    };
    let invalid = move || is_missing.get().then_some("true");
    let fault_id = format!("{id}-fault");
    let described = {
        let fault_id = fault_id.clone();
        move || is_missing.get().then(|| fault_id.clone())
    };
    let shown = move || keeper.value.get_clone();
    let first = keeper.value.get_clone_untracked();
    let maximum = MAX_VALUE.to_string();
    let rows = note_form::rows(field).to_string();
    let own_id = id.clone();
    let control = if field.multiline {
        view! {
            textarea(
                id=own_id,
                rows=rows,
                maxlength=maximum,
                placeholder=placeholder,
                dir="auto",
                required=required,
                aria-invalid=invalid,
                aria-describedby=described,
                prop:value=shown,
                on:input=on_input,
                on:focus=on_focus,
                on:blur=on_blur,
            ) { (first) }
        }
    } else {
        view! {
            input(
                id=own_id,
                r#type="text",
                maxlength=maximum,
                placeholder=placeholder,
                dir="auto",
                autocomplete="off",
                required=required,
                aria-invalid=invalid,
                aria-describedby=described,
                value=first,
                prop:value=shown,
                on:input=on_input,
                on:focus=on_focus,
                on:blur=on_blur,
            )
        }
    };
    let star = if required {
        view! { span(class="required", aria-hidden="true") { " *" } }
    } else {
        View::new()
    };
    let fault = move || {
        if !is_missing.get() {
            return View::new();
        }
        let (text, alert, fault_id) = (t("note_missing"), icon(Icon::Alert), fault_id.clone());
        view! { p(class="fault", id=fault_id) { (alert) (text) } }
    };
    let class = match note_form::width(field) {
        Width::Full => "entry note-full",
        Width::Half => "entry note-half",
        Width::Third => "entry note-third",
    };
    view! {
        div(class=class) {
            label(r#for=id) { bdi { (label) } (star) }
            (control)
            (fault)
        }
    }
}
