//! A call that is over: how, and what to do about it.

use alo_protocol::{CallId, CallView, Command, EndCause, EndView};
use sycamore::prelude::*;

use crate::call_controls;
use crate::model::Model;
use crate::text::t;
use crate::view::banners::{microphone_button, settings_button};
use crate::view::{code_line, say};
use crate::wording;

/// Why it ended, and the way to put it away.
pub(super) fn ended(model: Model, id: &CallId) -> View {
    let end = model.select_call(id, None, |call: &CallView| call.end.clone());
    let dismiss = Command::DismissEnded { call: id.clone() };
    let text = t("dismiss");
    let handed_on = model.select_call(id, false, |call: &CallView| call.transfer.is_some());
    // The card's progress says it already.
    let why = move || {
        end.get_clone()
            .filter(|_| !handed_on.get())
            .map_or_else(View::new, why)
    };
    view! {
        (why)
        div(class="ended-row") {
            button(r#type="button", class="quiet", on:click=move |_| model.send(dismiss.clone())) {
                (text)
            }
        }
    }
}

fn why(end: EndView) -> View {
    let class = if call_controls::is_trouble(end.cause) {
        "why why-bad"
    } else {
        "why"
    };
    let text = say(wording::end(end.cause));
    let code = code_line(end.code, end.reason.as_deref()).map_or_else(View::new, |line| {
        view! { p(class="code") { bdi { (line) } } }
    });
    let header = end.reason_header.map_or_else(View::new, |header| {
        view! { p(class="code") { bdi(dir="ltr") { (header) } } }
    });
    let way_out = match end.cause {
        EndCause::NoMicrophone => microphone_button(),
        EndCause::AuthFailed => settings_button(),
        _ => View::new(),
    };
    view! {
        p(class=class) { (text) }
        (code)
        (header)
        (way_out)
    }
}
