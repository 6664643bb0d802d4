//! What is asked for about a call: the company's own fields, outcomes, stars.

use std::cell::Cell;
use std::rc::Rc;

use alo_protocol::{FormField, FormSchema, MAX_FIELDS};
use sycamore::prelude::*;
use sycamore::web::create_client_effect;
use sycamore::web::events::{Event, SubmitEvent};

use crate::browser;
use crate::form_builder::{self, Place};
use crate::model::Model;
use crate::text::t;
use crate::view::entry::{Entry, Kind};
use crate::view::icon::{Icon, icon};
use crate::view::pages::checked;
use crate::view::when;
use crate::view::work::form_row::{Move, Row};
use crate::view::work::{Outcome, change, outcome_line};

type Checked = Result<FormSchema, Vec<(Place, &'static str)>>;

#[derive(Clone, Copy)]
struct Builder {
    model: Model,
    rows: Signal<Vec<Row>>,
    next: Signal<Rc<Cell<u32>>>,
    close_text: Signal<String>,
    dispositions: Signal<String>,
    rating: Signal<bool>,
    /// What the rows were filled from.
    filled: Signal<Option<FormSchema>>,
    tried: Signal<bool>,
    outcome: Signal<Outcome>,
    scope: NodeHandle,
}

/// The part of the section.
pub(super) fn form(model: Model) -> View {
    let builder = Builder {
        model,
        rows: create_signal(Vec::new()),
        next: create_signal(Rc::default()),
        close_text: create_signal(String::new()),
        dispositions: create_signal(String::new()),
        rating: create_signal(false),
        filled: create_signal(None),
        tried: create_signal(false),
        outcome: create_signal(Outcome::Nothing),
        scope: use_current_scope(),
    };
    let stored = model.select(|now| now.work.form.clone());
    let fill = move || {
        let stored = stored.get_clone();
        // Something that is being put together here is not thrown away for a newer picture.
        untrack(|| {
            if !builder.is_changed() {
                builder.put(&stored);
            }
        });
    };
    if cfg!(target_arch = "wasm32") {
        create_client_effect(fill);
    } else {
        fill();
    }
    builder.view()
}

impl Builder {
    fn check(self) -> Checked {
        let fields = self.rows.get_clone().into_iter().map(Row::field).collect();
        let before = self.filled.get_clone().unwrap_or_default();
        self.close_text.with(|close| {
            self.dispositions.with(|words| {
                form_builder::schema(&before, fields, close, words, self.rating.get())
            })
        })
    }

    fn is_changed(self) -> bool {
        self.filled.with(|filled| {
            filled
                .as_ref()
                .is_some_and(|filled| self.check().as_ref() != Ok(filled))
        })
    }

    fn put(self, schema: &FormSchema) {
        let rows = schema.fields.iter().map(|field| self.row(field)).collect();
        self.rows.set(rows);
        self.close_text.set(schema.btn_close_text.clone());
        self.dispositions.set(schema.dispositions.join("\n"));
        self.rating.set(schema.rating);
        self.filled.set(Some(schema.clone()));
    }

    fn row(self, field: &FormField) -> Row {
        let next = self.next.get_clone_untracked();
        let number = next.get();
        next.set(number.wrapping_add(1));
        // A row lives as long as the section, not as long as the handler that made it.
        self.scope.run_in(|| Row::new(number, field))
    }

    fn add(self) {
        let row = self.row(&FormField::default());
        self.rows.update(|rows| rows.push(row));
        sycamore::web::queue_microtask(move || browser::focus(&row.element()));
    }

    fn act(self, number: u32, what: Move) {
        self.outcome.set(Outcome::Nothing);
        self.rows.update(|rows| {
            let Some(at) = rows.iter().position(|row| row.number == number) else {
                return;
            };
            match what {
                Move::Away => {
                    rows.remove(at);
                }
                Move::Up if at > 0 => rows.swap(at - 1, at),
                Move::Down if at + 1 < rows.len() => rows.swap(at, at + 1),
                Move::Up | Move::Down => {}
            }
        });
    }

    fn save(self) {
        self.tried.set(true);
        match untrack(|| self.check()) {
            Ok(schema) => {
                self.tried.set(false);
                // What is stored is what was understood: ids, and no blanks around names.
                self.put(&schema);
                change(self.model, self.outcome, |work| work.form = schema);
            }
            Err(faults) => {
                self.outcome.set(Outcome::Nothing);
                let at = faults.first().map(|(place, _)| *place);
                let element = match at {
                    Some(Place::Field(at)) => self
                        .rows
                        .with_untracked(|rows| rows.get(at).map(|row| row.element())),
                    Some(Place::Dispositions) => Some("dispositions".to_owned()),
                    Some(Place::CloseText) => Some("close-text".to_owned()),
                    None => None,
                };
                browser::focus(&element.unwrap_or_default());
            }
        }
    }

    fn view(self) -> View {
        let faults = create_selector(move || {
            if self.tried.get() {
                self.check().err().unwrap_or_default()
            } else {
                Vec::new()
            }
        });
        let fault_at = move |wanted: Place| {
            create_selector(move || {
                faults.with(|faults| {
                    let found = faults.iter().find(|(place, _)| *place == wanted);
                    found.map(|(_, key)| *key)
                })
            })
        };
        let draw = move |row: Row| {
            let fault = create_selector(move || {
                let at = self
                    .rows
                    .with(|rows| rows.iter().position(|other| other.number == row.number))?;
                faults.with(|faults| {
                    let found = faults.iter().find(|(place, _)| *place == Place::Field(at));
                    found.map(|(_, key)| *key)
                })
            });
            row.view(fault, move |what| self.act(row.number, what))
        };
        let rows = self.rows;
        let none = create_selector(move || rows.with(Vec::is_empty));
        let none = when(none, || {
            let text = t("work_form_default");
            view! { p(class="hint") { (text) } }
        });
        let is_full = create_selector(move || rows.with(|rows| rows.len() >= MAX_FIELDS));
        let entry = |id, label, hint, kind| Entry {
            id,
            label,
            hint: Some(hint),
            kind,
        };
        let close = entry(
            "close-text",
            "work_close_text",
            "work_close_hint",
            Kind::Words,
        );
        let close = close.view(
            self.close_text,
            fault_at(Place::CloseText),
            || Some(t("note_close")),
            || {},
        );
        let outcomes = entry(
            "dispositions",
            "work_dispositions",
            "work_dispositions_hint",
            Kind::Lines,
        );
        let outcomes = outcomes.view(
            self.dispositions,
            fault_at(Place::Dispositions),
            || None,
            || {},
        );
        let opens = opens(self.model, self.outcome);
        let import = self.import();
        let line = outcome_line(self.outcome);
        let plus = icon(Icon::Plus);
        let rating = self.rating;
        let [title, add, rating_text, save] =
            ["work_form", "work_field_add", "work_rating", "work_save"].map(t);
        view! {
            h3 { (title) }
            (opens)
            form(novalidate=true, autocomplete="off", on:submit=move |event: SubmitEvent| {
                event.prevent_default();
                self.save();
            }) {
                (none)
                ol(class="form-rows") {
                    Keyed(list=*rows, view=draw, key=|row: &Row| row.number)
                }
                button(
                    r#type="button",
                    class="small",
                    disabled=move || is_full.get(),
                    on:click=move |_| self.add(),
                ) { (plus) (add) }
                div(class="fields work-fields") { (outcomes) (close) }
                label(class="tick") {
                    input(r#type="checkbox", bind:checked=rating)
                    span { (rating_text) }
                }
                (import)
                div(class="actions") { button(r#type="submit", class="quiet") { (save) } (line) }
            }
        }
    }

    fn import(self) -> View {
        let text = create_signal(String::new());
        let fault = create_signal(None::<&'static str>);
        let take = move |_| match text.with_untracked(|text| form_builder::imported(text)) {
            Ok(fields) => {
                fault.set(None);
                text.set(String::new());
                let rows = fields.iter().map(|field| self.row(field)).collect();
                self.rows.set(rows);
                self.outcome.set(Outcome::Done("work_import_done"));
            }
            Err(key) => {
                fault.set(Some(key));
                browser::focus("forms-json");
            }
        };
        let entry = Entry {
            id: "forms-json",
            label: "work_import_json",
            hint: Some("work_import_hint"),
            kind: Kind::Lines,
        };
        let example =
            || Some(r#"[{"id": "address", "label": "Địa chỉ", "required": true}]"#.to_owned());
        let entry = entry.view(text, *fault, example, move || fault.set(None));
        let [title, button] = ["work_import", "work_import_take"].map(t);
        view! {
            details(class="more") {
                summary { (title) }
                (entry)
                button(r#type="button", class="small", on:click=take) { (button) }
            }
        }
    }
}

fn opens(model: Model, outcome: Signal<Outcome>) -> View {
    let is_on = model.select_control(|now| now.work.form_opens);
    let text = t("work_form_opens");
    view! {
        label(class="tick") {
            input(
                r#type="checkbox",
                role="switch",
                prop:checked=move || is_on.get(),
                on:change=move |event: Event| {
                    let on = checked(&event);
                    change(model, outcome, |work| work.form_opens = on);
                },
            )
            span { (text) }
        }
    }
}
