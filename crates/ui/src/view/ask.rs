//! A button that asks once more before it removes what cannot be had back.

use sycamore::prelude::*;
use sycamore::web::events::KeyboardEvent;

use crate::browser;
use crate::text::t;

/// What the button says and what it asks, as keys of the texts; `id` is the button's.
pub(super) struct Ask {
    pub(super) id: &'static str,
    pub(super) button: &'static str,
    pub(super) question: &'static str,
}

impl Ask {
    /// Does `act` when the answer is yes. Escape is a no, and gives the focus back as the other button does.
    pub(super) fn view(self, act: impl Fn() + Copy + 'static) -> View {
        let Self {
            id,
            button,
            question,
        } = self;
        let asking = create_signal(false);
        let keep = move || {
            asking.set(false);
            browser::focus(id);
        };
        (move || {
            if !asking.get() {
                let text = t(button);
                return view! {
                    button(r#type="button", class="link", id=id, on:click=move |_| {
                        asking.set(true);
                        browser::focus(&yes_of(id));
                    }) { (text) }
                };
            }
            let [question, yes, no] = [question, "history_clear_yes", "history_clear_no"].map(t);
            let name = question.clone();
            let leave = move |event: KeyboardEvent| {
                if event.key() == "Escape" {
                    event.prevent_default();
                    keep();
                }
            };
            view! {
                span(class="ask", role="group", aria-label=name, on:keydown=leave) {
                    span { (question) }
                    button(r#type="button", class="link link-bad", id=yes_of(id), on:click=move |_| {
                        asking.set(false);
                        browser::focus_if_lost(id);
                        act();
                    }) { (yes) }
                    button(r#type="button", class="link", on:click=move |_| keep()) { (no) }
                }
            }
        })
        .into()
    }
}

fn yes_of(id: &str) -> String {
    format!("{id}-yes")
}
