//! What is special about the next call: folded away, because most calls are not.

use alo_protocol::{CallKind, DialOptions};
use sycamore::prelude::*;

use crate::model::Model;
use crate::text::t;
use crate::view::call_kind::call_kind;
use crate::view::hotline::hotline_choice;

/// The choices for one call; they fall back to the settings once it is placed.
#[derive(Clone, Copy)]
pub(super) struct NextCall {
    model: Model,
    /// None: as the settings say.
    anonymous: Signal<Option<bool>>,
    kind: Signal<CallKind>,
}

impl NextCall {
    /// As the settings say.
    pub(super) fn new(model: Model) -> Self {
        Self {
            model,
            anonymous: create_signal(None),
            kind: create_signal(CallKind::Normal),
        }
    }

    /// For the command that dials.
    pub(super) fn options(self) -> DialOptions {
        DialOptions {
            anonymous: self.anonymous.get_untracked(),
            kind: self.kind.get_untracked(),
            ..DialOptions::default()
        }
    }

    /// The call is placed.
    pub(super) fn reset(self) {
        self.anonymous.set(None);
        self.kind.set(CallKind::Normal);
    }

    /// What it is for, where there is a choice, and the fold with its switch.
    pub(super) fn view(self) -> View {
        let by_settings = self.model.select(|now| now.phone.anonymous);
        let is_on =
            create_selector(move || self.anonymous.get().unwrap_or_else(|| by_settings.get()));
        let [title, text] = ["dial_more", "dial_anonymous"].map(t);
        let kinds = call_kind(self.model, self.kind);
        let hotline = hotline_choice(self.model, "dial-hotline", "call-kind");
        view! {
            (hotline)
            (kinds)
            details(class="more dial-more") {
                summary { (title) }
                label(class="tick") {
                    input(
                        r#type="checkbox",
                        role="switch",
                        prop:checked=move || is_on.get(),
                        on:change=move |_| self.anonymous.set(Some(!is_on.get_untracked())),
                    )
                    span { (text) }
                }
            }
        }
    }
}
