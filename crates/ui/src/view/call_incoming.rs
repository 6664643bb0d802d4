//! A call that rings here.

use alo_protocol::{CallId, Command};
use sycamore::prelude::*;

use crate::model::Model;
use crate::text::t;
use crate::view::icon::{Icon, icon};

/// What can be done with it.
pub(super) fn incoming(model: Model, id: &CallId) -> View {
    let (answer, decline) = (
        Command::Answer { call: id.clone() },
        Command::Decline {
            call: id.clone(),
            everywhere: None,
        },
    );
    let (phone, down) = (icon(Icon::Phone), icon(Icon::HangUp));
    let [answer_text, decline_text] = ["answer", "decline"].map(t);
    view! {
        div(class="pair") {
            button(r#type="button", class="go", on:click=move |_| model.send(answer.clone())) {
                (phone) span { (answer_text) }
            }
            button(r#type="button", class="stop", on:click=move |_| model.send(decline.clone())) {
                (down) span { (decline_text) }
            }
        }
    }
}
