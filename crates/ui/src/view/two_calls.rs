//! What can be done with two calls at once: bring everybody together, or leave them to each other.

use alo_protocol::{CallId, CallView, Command};
use sycamore::prelude::*;
use sycamore::web::create_client_effect;

use crate::browser;
use crate::call_controls::{is_being_handed_on, pair};
use crate::model::Model;
use crate::text::{t, t_with};
use crate::view::call_card::card_id;
use crate::view::call_identity::who;
use crate::view::icon::{Icon, icon};

/// The two, and whether they are one conversation.
#[derive(Clone, PartialEq)]
struct Both {
    older: (CallId, String),
    newer: (CallId, String),
    joined: bool,
}

/// The row below the two cards; nothing while there are not two calls that are up.
pub(super) fn two_calls(model: Model) -> View {
    let both = model.select(|snapshot| {
        let (older, newer) = pair(&snapshot.calls)
            .filter(|(one, other)| !is_being_handed_on(one) && !is_being_handed_on(other))?;
        let named = |call: &CallView| (call.id.clone(), who(call.name.as_deref(), &call.number));
        Some(Both {
            older: named(older),
            newer: named(newer),
            joined: older.in_conference && newer.in_conference,
        })
    });
    let mut card = None;
    create_client_effect(move || {
        let older = both.with(|both| both.as_ref().map(|both| card_id(&both.older.0)));
        // When the button that was pressed is gone: never its neighbour, which a second Enter would press.
        if let Some(card) = std::mem::replace(&mut card, older) {
            browser::focus_if_lost(card);
        }
    });
    (move || {
        both.get_clone()
            .map_or_else(View::new, |both| row(model, both))
    })
    .into()
}

fn row(model: Model, both: Both) -> View {
    let Both {
        older,
        newer,
        joined,
    } = both;
    let name = t("two_calls");
    let connect = Command::TransferTo {
        call: older.0.clone(),
        to_call: newer.0.clone(),
    };
    let together = if joined {
        let (older, newer) = (alone(model, older), alone(model, newer));
        view! { div(class="pair") { (older) (newer) } }
    } else {
        let (people, text) = (icon(Icon::Join), t("conference_join"));
        view! {
            button(
                r#type="button",
                class="quiet",
                "data-once"="true",
                on:click=move |_| model.send(Command::Join),
            ) { (people) span { (text) } }
        }
    };
    let (hand_on, connect_text) = (icon(Icon::HandOn), t("transfer_connectThem"));
    view! {
        div(class="two-calls", role="group", aria-label=name) {
            (together)
            button(
                r#type="button",
                class="quiet",
                "data-once"="true",
                on:click=move |_| model.send(connect.clone()),
            ) { (hand_on) span { (connect_text) } }
        }
    }
}

/// Ends the conference: this one is talked with, the other one is held.
fn alone(model: Model, (call, name): (CallId, String)) -> View {
    let text = t_with("conference_split", &[&name]);
    let split = Command::Split { call };
    view! {
        button(
            r#type="button",
            class="quiet",
            "data-once"="true",
            on:click=move |_| model.send(split.clone()),
        ) { bdi { (text) } }
    }
}
