//! A field of a form: label, input, what is wrong with it, and a hint, tied together for screen
//! readers.

use sycamore::prelude::*;

use crate::text::t;
use crate::view::icon::{Icon, icon};
use crate::view::say;

/// What kind of element a field is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words.
    Words,
    /// Something that reads from left to right in every language: a user, a host, a URL.
    Code,
    /// A password or token.
    Secret,
    /// Several lines of code.
    Lines,
}

/// What a field is.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    /// Unique on the page.
    pub(super) id: &'static str,
    /// Key of its name.
    pub(super) label: &'static str,
    /// Key of what is said below it.
    pub(super) hint: Option<&'static str>,
    /// See [`Kind`].
    pub(super) kind: Kind,
}

impl Entry {
    /// Draws it. `fault` is the key of what is wrong with it; `placeholder` says what it means when it is
    /// empty; `typed` is told of each change.
    pub(super) fn view(
        self,
        value: Signal<String>,
        fault: ReadSignal<Option<&'static str>>,
        placeholder: impl Fn() -> Option<String> + 'static,
        typed: impl Fn() + 'static,
    ) -> View {
        let Self {
            id,
            label,
            hint,
            kind,
        } = self;
        let label = t(label);
        let described = move || {
            let parts = [
                fault.get().map(|_| format!("{id}-fault")),
                hint.map(|_| format!("{id}-hint")),
            ];
            let parts: Vec<String> = parts.into_iter().flatten().collect();
            (!parts.is_empty()).then(|| parts.join(" "))
        };
        let invalid = move || fault.get().map(|_| "true");
        let element = match kind {
            Kind::Lines => view! {
                textarea(
                    id=id,
                    rows="3",
                    dir="ltr",
                    "spellcheck"="false",
                    autocomplete="off",
                    placeholder=placeholder,
                    aria-invalid=invalid,
                    aria-describedby=described,
                    bind:value=value,
                    on:input=move |_| typed(),
                )
            },
            Kind::Words | Kind::Code | Kind::Secret => view! {
                input(
                    id=id,
                    // Not `url`: the browser would refuse what we complete to a URL.
                    r#type=if kind == Kind::Secret { "password" } else { "text" },
                    dir=if kind == Kind::Words { "auto" } else { "ltr" },
                    "spellcheck"="false",
                    autocapitalize="off",
                    autocomplete=if kind == Kind::Secret { "new-password" } else { "off" },
                    placeholder=placeholder,
                    aria-invalid=invalid,
                    aria-describedby=described,
                    bind:value=value,
                    on:input=move |_| typed(),
                )
            },
        };
        let hint = hint.map_or_else(View::new, |hint| {
            let hint = t(hint);
            view! { p(class="hint", id=format!("{id}-hint")) { (hint) } }
        });
        let fault = move || {
            fault.get().map_or_else(View::new, |key| {
                let text = say(key);
                let alert = icon(Icon::Alert);
                view! { p(class="fault", id=format!("{id}-fault")) { (alert) (text) } }
            })
        };
        view! {
            div(class=format!("entry entry-{id}")) {
                label(r#for=id) { (label) }
                (element)
                (fault)
                (hint)
            }
        }
    }
}
