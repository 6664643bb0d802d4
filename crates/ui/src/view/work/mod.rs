//! "Work": the form about a call, the customer's page, where records go, what is kept.

mod data;
mod form;
mod form_row;
mod hook;
mod screen_pop;

use alo_protocol::{Refusal, WorkSettings};
use sycamore::prelude::*;

use crate::model::Model;
use crate::text::t;
use crate::view::icon::{Icon, icon};
use crate::view::say;
use crate::view::work::data::data;
use crate::view::work::form::form;
use crate::view::work::hook::hook;
use crate::view::work::screen_pop::screen_pop;
use crate::wording;

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
        };
        let text = say(key);
        let (class, sign) = if is_good {
            ("good-line", icon(Icon::Check))
        } else {
            ("fault", icon(Icon::Alert))
        };
        view! { p(class=class) { (sign) (text) } }
    };
    view! { div(class="outcome", role="status") { (body) } }
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
