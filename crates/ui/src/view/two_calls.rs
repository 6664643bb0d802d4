//! What can be done with two calls at once: bring everybody together, or leave them to each other.

use alo_protocol::Command;
use sycamore::prelude::*;

use crate::call_controls::{is_being_handed_on, pair};
use crate::model::Model;
use crate::text::t;
use crate::view::icon::{Icon, icon};

/// The row below the two cards; nothing while there are not two calls that are up.
pub(super) fn two_calls(model: Model) -> View {
    let both = model.select(|snapshot| {
        pair(&snapshot.calls)
            .filter(|(one, other)| !is_being_handed_on(one) && !is_being_handed_on(other))
            .map(|(one, other)| (one.id.clone(), other.id.clone()))
    });
    (move || {
        let Some((call, to_call)) = both.get_clone() else {
            return View::new();
        };
        let connect = move |_| {
            model.send(Command::TransferTo {
                call: call.clone(),
                to_call: to_call.clone(),
            });
        };
        let hand_on = icon(Icon::HandOn);
        let [name, connect_text] = ["two_calls", "transfer_connectThem"].map(t);
        view! {
            div(class="pair two-calls", role="group", aria-label=name) {
                button(r#type="button", class="quiet", on:click=connect) {
                    (hand_on) span { (connect_text) }
                }
            }
        }
    })
    .into()
}
