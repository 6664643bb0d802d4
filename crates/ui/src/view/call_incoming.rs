//! A call that rings here: take it, turn it away, or send it on.

use alo_protocol::{CallId, Command, DeclineMode};
use sycamore::prelude::*;
use sycamore::web::events::SubmitEvent;

use crate::browser;
use crate::model::Model;
use crate::text::t;
use crate::view::icon::{Icon, icon};
use crate::view::target_field::TargetField;
use crate::view::when;

/// What can be done with it.
pub(super) fn incoming(model: Model, id: &CallId) -> View {
    let forwarding = create_signal(false);
    let (answer, decline) = (
        Command::Answer { call: id.clone() },
        Command::Decline {
            call: id.clone(),
            everywhere: None,
        },
    );
    let (phone, down, hand_on) = (icon(Icon::Phone), icon(Icon::HangUp), icon(Icon::HandOn));
    let [answer_text, decline_text, forward_text] = ["answer", "decline", "forward"].map(t);
    let otherwise = decline_otherwise(model, id);
    let form = {
        let id = id.clone();
        when(*forwarding, move || forward_form(model, &id))
    };
    view! {
        div(class="pair") {
            button(
                r#type="button",
                class="go",
                "data-once"="true",
                on:click=move |_| model.send(answer.clone()),
            ) {
                (phone) span { (answer_text) }
            }
            button(
                r#type="button",
                class="stop",
                "data-once"="true",
                on:click=move |_| model.send(decline.clone()),
            ) {
                (down) span { (decline_text) }
            }
        }
        div(class="pair pair-small") {
            button(
                r#type="button",
                class="quiet",
                aria-expanded=move || if forwarding.get() { "true" } else { "false" },
                on:click=move |_| forwarding.set(!forwarding.get_untracked()),
            ) { (hand_on) span { (forward_text) } }
            (otherwise)
        }
        (form)
    }
}

/// Declining in the way that the plain button does not.
fn decline_otherwise(model: Model, id: &CallId) -> View {
    let default = model.select(|snapshot| snapshot.phone.decline);
    let call = id.clone();
    (move || {
        let (everywhere, text) = match default.get() {
            DeclineMode::ThisDevice => (true, t("decline_everywhere")),
            DeclineMode::Everywhere => (false, t("decline_here")),
        };
        let decline = Command::Decline {
            call: call.clone(),
            everywhere: Some(everywhere),
        };
        view! {
            button(
                r#type="button",
                class="quiet",
                "data-once"="true",
                on:click=move |_| model.send(decline.clone()),
            ) { (text) }
        }
    })
    .into()
}

fn forward_form(model: Model, id: &CallId) -> View {
    let target = TargetField::new();
    let field_id = format!("forward-{}", id.0);
    let field = target.view(&field_id, "forward_to");
    sycamore::web::queue_microtask(move || browser::focus(&field_id));
    let call = id.clone();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(target) = target.target() {
            let call = call.clone();
            model.send(Command::Forward { call, target });
        }
    };
    let (name, text) = (t("forward"), t("forward_now"));
    view! {
        form(class="hand-on", novalidate=true, aria-label=name, on:submit=submit) {
            (field)
            button(r#type="submit", class="go wide", "data-once"="true") { (text) }
        }
    }
}
