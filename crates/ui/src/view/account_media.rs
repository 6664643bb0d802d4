//! The part of the account form about sound: which codecs are offered, the preferred one first.

use alo_protocol::Codec;
use sycamore::prelude::*;

use crate::text::t;
use crate::view::account::Form;

/// Every codec that a browser has, in the order of most browsers. Their names are the same in every
/// language.
const ALL: [(Codec, &str, &str); 4] = [
    (Codec::Opus, "codec-opus", "Opus"),
    (Codec::G722, "codec-g722", "G.722"),
    (Codec::Pcmu, "codec-pcmu", "G.711 µ-law (PCMU)"),
    (Codec::Pcma, "codec-pcma", "G.711 A-law (PCMA)"),
];

impl Form {
    /// The list.
    pub(super) fn media_fields(self) -> View {
        let codecs = self.codecs;
        let rows = move || {
            let chosen = codecs.get_clone();
            let used = chosen.iter().filter_map(|codec| row_of(*codec));
            let others = ALL
                .into_iter()
                .filter(|(codec, ..)| !chosen.contains(codec));
            let rows: Vec<View> = used.chain(others).map(|row| codec(codecs, row)).collect();
            View::from(rows)
        };
        let [title, text] = ["account_codecs", "account_codecsText"].map(t);
        view! {
            fieldset(class="codes") {
                legend { (title) }
                p(class="hint") { (text) }
                ol(class="codecs") { (rows) }
            }
        }
    }
}

fn row_of(codec: Codec) -> Option<(Codec, &'static str, &'static str)> {
    ALL.into_iter().find(|(known, ..)| *known == codec)
}

fn codec(
    codecs: Signal<Vec<Codec>>,
    (codec, id, name): (Codec, &'static str, &'static str),
) -> View {
    let at = codecs.with_untracked(|codecs| codecs.iter().position(|known| *known == codec));
    let up = match at {
        Some(at @ 1..) => {
            let text = t("account_codecUp");
            let label = format!("{text}: {name}");
            let click = move |_| codecs.update(|codecs| codecs.swap(at - 1, at));
            view! {
                button(r#type="button", class="quiet", aria-label=label, on:click=click) { (text) }
            }
        }
        _ => View::new(),
    };
    let toggle = move |_| {
        codecs.update(|codecs| match at {
            Some(at) => drop(codecs.remove(at)),
            None => codecs.push(codec),
        });
    };
    view! {
        li {
            label(class="tick", r#for=id) {
                input(id=id, r#type="checkbox", prop:checked=at.is_some(), on:change=toggle)
                span { (name) }
            }
            (up)
        }
    }
}
