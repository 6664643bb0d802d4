//! "Work": the form about a call, the customer's page, where records go, what is kept.

mod data;
mod form;
mod form_row;
mod hook;
mod screen_pop;

use alo_protocol::{ContactsRead, Refusal, WorkSettings};
use sycamore::prelude::*;

use crate::model::Model;
use crate::text::{t, t_with};
use crate::view::icon::{Icon, icon};
use crate::view::work::data::data;
use crate::view::work::form::form;
use crate::view::work::hook::hook;
use crate::view::work::screen_pop::screen_pop;
use crate::{contacts_read, wording};

/// The section.
pub(super) fn work(model: Model) -> View {
    let [title, text] = ["work_title", "work_text"].map(t);
    let parts = [form(model), screen_pop(model), hook(model), data(model)];
    let parts: Vec<View> = parts.into();
    view! {
        section(class="card", id="work", tabindex="-1", aria-labelledby="work-title") {
            h2(id="work-title") { (title) }
            p(class="intro") { (text) }
            (parts)
        }
    }
}

/// What became of the last press of a button.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Outcome {
    #[default]
    Nothing,
    /// With the key of the sentence that says so.
    Done(&'static str),
    Refused(Refusal),
    /// A file of contacts was read, and this is why nothing of it is kept, if that is so.
    Read(ContactsRead, Option<Refusal>),
    /// With the key of what is wrong.
    Fault(&'static str),
}

impl Outcome {
    fn of(refusal: Option<Refusal>) -> Self {
        refusal.map_or(Self::Done("work_saved"), Self::Refused)
    }
}

/// Says it beside the buttons.
fn outcome_line(outcome: Signal<Outcome>) -> View {
    let body = move || {
        let (is_good, key) = match outcome.get() {
            Outcome::Nothing => return View::new(),
            Outcome::Done(key) => (true, key),
            Outcome::Refused(refusal) => (false, wording::refusal(refusal)),
            Outcome::Fault(key) => (false, key),
            Outcome::Read(read, refusal) => return read_lines(&read, refusal),
        };
        line(is_good, t(key))
    };
    view! { div(class="outcome", role="status") { (body) } }
}

/// What a file brought, and what of it is missing.
fn read_lines(read: &ContactsRead, refusal: Option<Refusal>) -> View {
    let sentence = |(key, values): contacts_read::Line| {
        let values: Vec<&str> = values.iter().map(String::as_str).collect();
        t_with(key, &values)
    };
    let head = match refusal {
        Some(refusal) => line(false, t(wording::refusal(refusal))),
        None => line(true, sentence(contacts_read::taken(read))),
    };
    let left = contacts_read::left_out(read).into_iter();
    let left: Vec<View> = left
        .map(|left| {
            let text = sentence(left);
            view! { li { (text) } }
        })
        .collect();
    if left.is_empty() {
        return head;
    }
    view! {
        div {
            (head)
            ul(class="hint") { (left) }
        }
    }
}

fn line(is_good: bool, text: String) -> View {
    let (class, sign) = if is_good {
        ("good-line", icon(Icon::Check))
    } else {
        ("fault", icon(Icon::Alert))
    };
    view! { p(class=class) { (sign) (text) } }
}

/// Changes a part of the settings and keeps the rest as it is stored.
fn change(model: Model, outcome: Signal<Outcome>, change: impl FnOnce(&mut WorkSettings)) {
    change_then(model, outcome, change, || {});
}

/// The same; `taken` is called once it is stored.
fn change_then(
    model: Model,
    outcome: Signal<Outcome>,
    change: impl FnOnce(&mut WorkSettings),
    taken: impl FnOnce() + 'static,
) {
    if !model.drawn.get_untracked() {
        // What is stored is not known yet, and would be written over.
        outcome.set(Outcome::Refused(Refusal::AgentUnreachable));
        return;
    }
    outcome.set(Outcome::Nothing);
    model.change(change, move |refusal| {
        outcome.set(Outcome::of(refusal));
        if refusal.is_none() {
            taken();
        }
    });
}
