//! One field of the form that is being put together.

use alo_protocol::{FormField, MAX_LABEL, MAX_PLACEHOLDER};
use sycamore::prelude::*;
use sycamore::web::events::Event;

use crate::browser;
use crate::text::{t, t_with};
use crate::view::icon::{Icon, icon};
use crate::view::say;

/// What stands in a row; its number tells rows apart while they move.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Row {
    pub(super) number: u32,
    id: Signal<String>,
    label: Signal<String>,
    plh: Signal<String>,
    required: Signal<bool>,
    multiline: Signal<bool>,
    width: Signal<String>,
    height: Signal<u16>,
}

/// What can be done with a row beside typing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Move {
    Up,
    Down,
    Away,
}

impl Row {
    pub(super) fn new(number: u32, field: &FormField) -> Self {
        Self {
            number,
            id: create_signal(field.id.clone()),
            label: create_signal(field.label.clone()),
            plh: create_signal(field.plh.clone()),
            required: create_signal(field.required),
            multiline: create_signal(field.multiline),
            width: create_signal(field.class_name.clone()),
            height: create_signal(field.height),
        }
    }

    /// As typed.
    pub(super) fn field(self) -> FormField {
        FormField {
            id: self.id.get_clone(),
            label: self.label.get_clone(),
            plh: self.plh.get_clone(),
            required: self.required.get(),
            multiline: self.multiline.get(),
            class_name: self.width.get_clone(),
            height: self.height.get(),
        }
    }

    /// Id of the element that its name is typed into.
    pub(super) fn element(self) -> String {
        format!("form-row-{}", self.number)
    }

    pub(super) fn view(
        self,
        fault: ReadSignal<Option<&'static str>>,
        act: impl Fn(Move) + Clone + 'static,
    ) -> View {
        let (id, label, plh) = (self.element(), self.label, self.plh);
        let (label_for, plh_id) = (id.clone(), format!("{id}-plh"));
        let plh_for = plh_id.clone();
        let fault_id = format!("{id}-fault");
        let described = {
            let fault_id = fault_id.clone();
            move || fault.get().map(|_| fault_id.clone())
        };
        let fault_view = move || {
            let fault_id = fault_id.clone();
            fault.get().map_or_else(View::new, |key| {
                let (text, alert) = (say(key), icon(Icon::Alert));
                view! { p(class="fault", id=fault_id) { (alert) (text) } }
            })
        };
        let [name, hint, required_text, lines_text] = [
            "work_field_label",
            "work_field_plh",
            "work_field_required",
            "work_field_multiline",
        ]
        .map(t);
        let (required, multiline) = (self.required, self.multiline);
        let buttons = self.buttons(act);
        let width = self.width_choice();
        let maximum = MAX_LABEL.to_string();
        let plh_maximum = MAX_PLACEHOLDER.to_string();
        view! {
            li(class="form-row") {
                div(class="fields") {
                    div(class="entry") {
                        label(r#for=label_for) { (name) }
                        input(
                            id=id,
                            r#type="text",
                            dir="auto",
                            autocomplete="off",
                            maxlength=maximum,
                            aria-invalid=move || fault.get().map(|_| "true"),
                            aria-describedby=described,
                            bind:value=label,
                        )
                        (fault_view)
                    }
                    div(class="entry") {
                        label(r#for=plh_for) { (hint) }
                        input(id=plh_id, r#type="text", dir="auto", autocomplete="off", maxlength=plh_maximum, bind:value=plh)
                    }
                }
                div(class="form-row-more") {
                    label(class="tick") {
                        input(r#type="checkbox", bind:checked=required)
                        span { (required_text) }
                    }
                    label(class="tick") {
                        input(r#type="checkbox", bind:checked=multiline)
                        span { (lines_text) }
                    }
                    (width)
                    (buttons)
                }
            }
        }
    }

    fn width_choice(self) -> View {
        let width = self.width;
        let label = t("work_field_width");
        let options: Vec<View> = [
            ("full", "work_width_full"),
            ("half", "work_width_half"),
            ("third", "work_width_third"),
        ]
        .into_iter()
        .map(|(value, key)| {
            let text = t(key);
            let is_chosen = move || {
                width.with(|width| {
                    let known = matches!(width.as_str(), "half" | "third");
                    width == value || value == "full" && !known
                })
            };
            view! { option(value=value, prop:selected=is_chosen, selected=is_chosen) { (text) } }
        })
        .collect();
        view! {
            select(class="form-row-width", aria-label=label, on:change=move |event: Event| {
                if let Some(value) = browser::value_of(&event) {
                    width.set(value);
                }
            }) { (options) }
        }
    }

    fn buttons(self, act: impl Fn(Move) + Clone + 'static) -> View {
        let moves = [
            (Move::Up, "work_field_up", Icon::Up),
            (Move::Down, "work_field_down", Icon::Down),
            (Move::Away, "work_field_remove", Icon::Close),
        ];
        let buttons: Vec<View> = moves
            .into_iter()
            .map(|(what, key, sign)| {
                let label = self.label;
                let name = move || t_with(key, &[&label.get_clone()]);
                let (title, act, sign) = (
                    t_with(key, &[""]).trim().to_owned(),
                    act.clone(),
                    icon(sign),
                );
                view! {
                    button(
                        r#type="button",
                        class="bare",
                        aria-label=name,
                        title=title,
                        on:click=move |_| act(what),
                    ) { (sign) }
                }
            })
            .collect();
        view! { span(class="form-row-buttons") { (buttons) } }
    }
}
