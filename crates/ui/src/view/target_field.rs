//! A small field for whom a call goes to: a number, or `user@host`, checked as the dialer checks it.

use sycamore::prelude::*;
use sycamore::web::events::Event;

use crate::dial_input::{self, Fault};
use crate::text::t;
use crate::view::say;

/// What stands in the field.
#[derive(Clone, Copy)]
pub(super) struct TargetField {
    text: Signal<String>,
    fault: Signal<Option<Fault>>,
    field: NodeRef,
}

impl TargetField {
    /// An empty one.
    pub(super) fn new() -> Self {
        Self {
            text: create_signal(String::new()),
            fault: create_signal(None),
            field: create_node_ref(),
        }
    }

    /// Draws it; `id` is unique on the page, `label` names the sentence that says what it is for.
    pub(super) fn view(self, id: &str, label: &str) -> View {
        let Self { text, fault, field } = self;
        let (id, label) = (id.to_owned(), t(label));
        let (described, fault_id, label_for) =
            (format!("{id}-fault"), format!("{id}-fault"), id.clone());
        let hint = t("dial_hint");
        let fault_text = move || {
            let fault_id = fault_id.clone();
            fault.get().map_or_else(View::new, |fault| {
                let text = say(fault.key());
                view! { p(class="fault", id=fault_id, role="alert") { (text) } }
            })
        };
        view! {
            label(class="target-label", r#for=label_for) { (label) }
            div(class="field target") {
                input(
                    r#ref=field,
                    id=id,
                    r#type="tel",
                    dir="ltr",
                    autocomplete="off",
                    "spellcheck"="false",
                    placeholder=hint,
                    prop:value=move || text.get_clone(),
                    aria-invalid=move || fault.get().map(|_| "true"),
                    aria-describedby=move || fault.get().map(|_| described.clone()),
                    on:input=move |_: Event| self.typed(),
                )
            }
            (fault_text)
        }
    }

    /// What is to be dialled; otherwise says below the field what is wrong with it.
    pub(super) fn target(self) -> Option<String> {
        match self.text.with_untracked(|text| dial_input::dialable(text)) {
            Ok(target) => Some(target),
            Err(fault) => {
                self.fault.set(Some(fault));
                None
            }
        }
    }

    #[cfg(target_arch = "wasm32")]
    fn typed(self) {
        use wasm_bindgen::JsCast;
        let input = self
            .field
            .try_get()
            .and_then(|node| node.dyn_into::<web_sys::HtmlInputElement>().ok());
        if let Some(input) = input {
            self.fault.set(None);
            self.text.set(dial_input::clean(&input.value()));
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn typed(self) {}
}
