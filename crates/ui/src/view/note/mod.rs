//! The form about a call: it opens with the call and stays until it is closed.

mod extras;
mod field;
mod saver;

use alo_protocol::{CallId, Command, FormSchema, NoteState, NoteView, ProviderKind, Refusal};
use sycamore::prelude::*;
use sycamore::web::create_client_effect;
use sycamore::web::events::KeyboardEvent;

use crate::browser;
use crate::history_view;
use crate::model::Model;
use crate::note_form;
use crate::note_words::{self, Weight};
use crate::text::{t, t_with};
use crate::view::call_identity::{number_or_withheld, who};
use crate::view::icon::{Icon, icon};
use crate::view::note::extras::extras;
use crate::view::note::field::{Values, element_id, field, keeper, values};
use crate::view::note::saver::Saver;
use crate::view::{say, when};
use crate::wording;

/// The forms on screen, in the order of the picture.
pub(super) fn notes(model: Model) -> View {
    let mut shown = Vec::new();
    let ids = model.select(move |snapshot| {
        let wanted: Vec<CallId> = snapshot
            .forms
            .iter()
            .map(|form| form.call.clone())
            .collect();
        let held = shown.iter().find(|id| browser::has_focus(&form_id(id)));
        shown = note_form::order(&shown, wanted, held);
        shown.clone()
    });
    view! {
        div(class="notes") {
            Keyed(list=ids, view=move |id| note(model, id), key=|id: &CallId| id.clone())
        }
    }
}

/// A part of one form; `or` once it is gone from the picture.
fn select_form<T: PartialEq + Clone + 'static>(
    model: Model,
    call: &CallId,
    or: T,
    mut part: impl FnMut(&NoteView) -> T + 'static,
) -> ReadSignal<T> {
    let call = call.clone();
    model.select(move |snapshot| {
        let form = snapshot.forms.iter().find(|form| form.call == call);
        form.map_or_else(|| or.clone(), &mut part)
    })
}

/// Id of a form's element; the history puts the focus there.
pub(super) fn form_id(call: &CallId) -> String {
    format!("note-{}", call.0)
}

/// One form; what it asks for is drawn anew only when the schema changes.
fn note(model: Model, call: CallId) -> View {
    let schema = model.select(|snapshot| snapshot.work.form.clone());
    let title_id = format!("note-title-{}", call.0);
    let (id, labelled) = (form_id(&call), title_id.clone());
    let party = select_form(model, &call, String::new(), |form| {
        who(form.name.as_deref(), &form.number)
    });
    let number = select_form(model, &call, None, |form| {
        let named = form.name.as_ref().is_some_and(|name| !name.is_empty());
        named.then(|| number_or_withheld(&form.number))
    });
    let number = move || {
        number.get_clone().map_or_else(View::new, |number| {
            view! { " · " bdi { (number) } }
        })
    };
    let (wanted, told) = (call.clone(), create_signal(false));
    // Who goes into it is about to type: it may not go with its call meanwhile.
    let want = move || {
        if !told.replace(true) {
            let call = wanted.clone();
            model.ask(Command::OpenForm { call }, |_| {});
        }
    };
    let by_key = {
        let want = want.clone();
        move |event: KeyboardEvent| {
            // These lead through it and out of it.
            if !["Tab", "Shift", "Escape"].contains(&event.key().as_str()) {
                want();
            }
        }
    };
    let body = move || form(model, &call, &schema.get_clone());
    let title = t("note_title");
    view! {
        section(
            class="note",
            id=id,
            tabindex="-1",
            aria-labelledby=labelled,
            on:pointerdown=move |_| want(),
            on:keydown=by_key,
        ) {
            h2(class="note-title", id=title_id) {
                (title) " · " bdi { (party) } span(class="note-number") { (number) }
            }
            (body)
        }
    }
}

fn form(model: Model, call: &CallId, schema: &FormSchema) -> View {
    let saver = Saver::new(model, call.clone());
    let tried = create_signal(false);
    // Why saving or closing was not taken.
    let refused = create_signal(None::<Refusal>);
    let mut kept: Values = Vec::new();
    let mut drawn = Vec::new();
    for asked in note_form::fields(schema) {
        let keeper = keeper(&saver, &asked.id);
        kept.push((asked.id.clone(), keeper.0));
        drawn.push(field(&saver, &asked, keeper, tried));
    }
    let extras = extras(&saver, schema);
    let is_over = select_form(model, call, false, |form| form.call_over);
    let is_free = select_form(model, call, false, |form| form.is_free);
    let is_complete = {
        let (saver, schema, kept) = (saver.clone(), schema.clone(), kept.clone());
        move || {
            if is_free.get_untracked() {
                return true;
            }
            let missing = note_form::missing(&schema, &untrack(|| values(&kept)));
            let Some(first) = missing.first() else {
                return true;
            };
            tried.set(true);
            browser::focus(&element_id(&saver, first));
            false
        }
    };
    let first = kept.first().map(|(id, _)| element_id(&saver, id));
    let is_blank = {
        let (saver, kept) = (saver.clone(), kept.clone());
        let stored = select_form(model, call, true, |form| {
            form.state == NoteState::Draft && history_view::is_empty(&form.content)
        });
        move || {
            let mut typed = values(&kept).into_values();
            stored.get() && !saver.is_behind() && typed.all(|text| text.trim().is_empty())
        }
    };
    // Saving was asked for with nothing in the form.
    let asked_for_nothing = create_signal(false);
    let nothing = {
        let is_blank = is_blank.clone();
        let shown = create_selector(move || asked_for_nothing.get() && is_blank());
        when(shown, || {
            let text = t("note_nothing");
            view! { p(class="hint", role="status") { (text) } }
        })
    };
    let ask = {
        let saver = saver.clone();
        move |command| {
            saver.flush();
            refused.set(None);
            model.ask(command, move |refusal| {
                if refused.is_alive() {
                    refused.set(refusal);
                }
            });
        }
    };
    let save = {
        let (is_complete, ask, call) = (is_complete.clone(), ask.clone(), call.clone());
        move || {
            if !is_complete() {
                return;
            }
            asked_for_nothing.set(untrack(&is_blank));
            if !asked_for_nothing.get_untracked() {
                ask(Command::SaveNote { call: call.clone() });
            } else if let Some(first) = &first {
                browser::focus(first);
            }
        }
    };
    let close = {
        let call = call.clone();
        move |_| {
            // Nobody is held in a form while they talk: it opens again from the history.
            if !is_over.get_untracked() || is_complete() {
                ask(Command::CloseForm { call: call.clone() });
            }
        }
    };
    let close_text = match schema.btn_close_text.trim() {
        "" => t("note_close"),
        text => text.to_owned(),
    };
    let save_text = t("note_save");
    let refusal = move || {
        refused.get().map_or_else(View::new, |refusal| {
            let (text, alert) = (say(wording::refusal(refusal)), icon(Icon::Alert));
            view! { p(class="fault", role="alert") { (alert) (text) } }
        })
    };
    let asks = schema.fields.iter().any(|field| field.required);
    let required = when(create_selector(move || asks && !is_free.get()), || {
        let text = t("note_required");
        view! { p(class="hint") { (text) } }
    });
    let class = move || {
        if is_free.get() {
            "note-form note-free"
        } else {
            "note-form"
        }
    };
    let state = state_line(model, call, &saver);
    view! {
        form(class=class, novalidate=true, autocomplete="off", on:submit=move |event: sycamore::web::events::SubmitEvent| {
            event.prevent_default();
            save();
        }) {
            (required)
            div(class="note-fields") { (drawn) }
            (extras)
            (state)
            (nothing)
            (refusal)
            div(class="note-buttons") {
                button(r#type="submit", class="go") { (save_text) }
                button(r#type="button", class="quiet", on:click=close) { bdi { (close_text) } }
            }
        }
    }
}

/// Where the note is: on its way to the disk, here, waiting, there, or refused.
fn state_line(model: Model, call: &CallId, saver: &Saver) -> View {
    let state = select_form(model, call, NoteState::Draft, |form| form.state.clone());
    let provider = model.select(|snapshot| {
        let provider = &snapshot.provider;
        (provider.kind, provider.notes_stay_here)
    });
    let why_here = create_selector(move || {
        let (kind, stays) = provider.get();
        stays && kind != ProviderKind::PlainSip
    });
    let why_here = when(why_here, move || {
        let name = note_words::provider_name(provider.get_untracked().0);
        let text = t_with("note_stays_here", &[&name]);
        view! { p(class="hint") { (text) } }
    });
    let is_of_other = select_form(model, call, false, |form| form.is_of_other);
    let line = create_selector(move || {
        let (kind, stays) = provider.get();
        let (now, is_of_other) = (model.now.get(), is_of_other.get());
        state.with(|state| {
            note_words::state(state, kind, stays, is_of_other, now, browser::time_of_day)
        })
    });
    let trouble = saver.trouble;
    let is_behind = {
        let saver = saver.clone();
        create_selector(move || saver.is_behind())
    };
    let linked = model.linked;
    let body = move || {
        if let Some(refusal) = trouble.get() {
            let (text, why) = (t("note_unsaved"), t(wording::refusal(refusal)));
            let alert = icon(Icon::Alert);
            return view! { p(class="note-state note-trouble", role="alert") { (alert) span { (text) " " (why) } } };
        }
        if is_behind.get() {
            // Without the agent this does not last a moment, and is said for what it is.
            let (class, text) = if linked.get() {
                ("note-state", t("note_saving"))
            } else {
                ("note-state note-late", t("note_unlinked"))
            };
            return view! { p(class=class) { (text) } };
        }
        let line = line.get_clone();
        let (class, sign) = match line.weight {
            Weight::Calm => ("note-state", View::new()),
            Weight::Done => ("note-state note-done", icon(Icon::Check)),
            Weight::Late => ("note-state note-late", icon(Icon::Turn)),
            Weight::Trouble => ("note-state note-trouble", icon(Icon::Alert)),
        };
        let role = (line.weight != Weight::Calm).then_some("status");
        let again = if line.again {
            let text = t("try_again");
            view! {
                button(r#type="button", class="small", on:click=move |_| model.send(Command::SendNow)) { (text) }
            }
        } else {
            View::new()
        };
        let text = line.text;
        view! { p(class=class, role=role) { (sign) span { (text) } (again) } }
    };
    view! { (body) (why_here) }
}

/// Shows the form of a call of the history, and goes there when it is drawn.
pub(super) fn open(model: Model, call: &CallId) {
    let id = call.clone();
    let element = form_id(call);
    let is_shown = model
        .snapshot
        .with_untracked(|snapshot| snapshot.forms.iter().any(|form| form.call == id));
    if is_shown {
        browser::show(&element);
        return;
    }
    model.wanted_form.set(Some(id.clone()));
    model.send(Command::OpenForm { call: id });
}

/// Moves the focus to a form that was asked for, once it is there.
pub(super) fn go_to_wanted(model: Model) {
    let shown = model.select(|snapshot| {
        let ids: Vec<CallId> = snapshot
            .forms
            .iter()
            .map(|form| form.call.clone())
            .collect();
        ids
    });
    create_client_effect(move || {
        let wanted = model.wanted_form.get_clone();
        let Some(wanted) = wanted.filter(|id| shown.with(|shown| shown.contains(id))) else {
            return;
        };
        sycamore::web::queue_microtask(move || {
            model.wanted_form.set(None);
            browser::show(&form_id(&wanted));
        });
    });
}
