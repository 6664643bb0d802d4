//! What the next call is for: offered only where the account has codes for it.

use alo_protocol::{CallId, CallKind, SupervisionCodes};
use sycamore::prelude::*;
use sycamore::web::events::Event;

use crate::model::Model;
use crate::text::t;

const KINDS: [(CallKind, &str); 4] = [
    (CallKind::Normal, "kind_normal"),
    (CallKind::Monitor, "kind_monitor"),
    (CallKind::Whisper, "kind_whisper"),
    (CallKind::Colloquy, "kind_colloquy"),
];

/// What a call is for, where it is not to talk.
pub(super) fn shown(model: Model, id: &CallId) -> View {
    let kind = model.select_call(id, CallKind::Normal, |call| call.kind);
    (move || {
        let known = KINDS.iter().find(|(known, _)| *known == kind.get());
        match known.filter(|(kind, _)| *kind != CallKind::Normal) {
            Some((_, key)) => {
                let text = t(key);
                view! { p(class="call-state") { (text) } }
            }
            None => View::new(),
        }
    })
    .into()
}

/// The menu; nothing where there is nothing to choose.
pub(super) fn call_kind(model: Model, chosen: Signal<CallKind>) -> View {
    let codes = model.select(|snapshot| {
        let account = snapshot.account.as_ref();
        account.map(|account| account.supervision.clone())
    });
    (move || {
        let kinds = offered(&codes.get_clone().unwrap_or_default());
        if kinds.len() < 2 {
            chosen.set(CallKind::Normal);
            return View::new();
        }
        let options: Vec<View> = kinds
            .into_iter()
            .enumerate()
            .map(|(at, (kind, key))| {
                let text = t(key);
                let value = at.to_string();
                view! { option(value=value, selected=kind == chosen.get_untracked()) { (text) } }
            })
            .collect();
        let label = t("kind_label");
        view! {
            div(class="call-kind") {
                label(r#for="call-kind") { (label) }
                select(id="call-kind", on:change=move |event: Event| {
                    let kinds = codes.with_untracked(|codes| {
                        codes.as_ref().map(offered).unwrap_or_default()
                    });
                    if let Some((kind, _)) = at(&event).and_then(|at| kinds.get(at).copied()) {
                        chosen.set(kind);
                    }
                }) { (options) }
            }
        }
    })
    .into()
}

fn offered(codes: &SupervisionCodes) -> Vec<(CallKind, &'static str)> {
    KINDS
        .into_iter()
        .filter(|(kind, _)| match kind {
            CallKind::Normal => true,
            CallKind::Monitor => codes.monitor.is_some(),
            CallKind::Whisper => codes.whisper.is_some(),
            CallKind::Colloquy => codes.colloquy.is_some(),
        })
        .collect()
}

#[cfg(target_arch = "wasm32")]
fn at(event: &Event) -> Option<usize> {
    use wasm_bindgen::JsCast;
    let list: web_sys::HtmlSelectElement = event.target()?.dyn_into().ok()?;
    list.value().parse().ok()
}

#[cfg(not(target_arch = "wasm32"))]
fn at(_event: &Event) -> Option<usize> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_kinds_with_a_code_are_offered() {
        let codes = SupervisionCodes {
            whisper: Some("*89".into()),
            ..SupervisionCodes::default()
        };
        let kinds: Vec<CallKind> = offered(&codes).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, [CallKind::Normal, CallKind::Whisper]);
        assert_eq!(offered(&SupervisionCodes::default()).len(), 1);
    }
}
