//! A call that is over: how, and what to do about it.

use alo_protocol::{CallId, CallView, Command, Direction, EndCause, EndView};
use sycamore::prelude::*;

use crate::call_controls;
use crate::model::Model;
use crate::text::t;
use crate::view::banners::{microphone_button, settings_button};
use crate::view::icon::{Icon, icon};
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
    let again = again(model, id);
    view! {
        (why)
        div(class="ended-row") {
            (again)
            button(r#type="button", class="quiet", on:click=move |_| model.send(dismiss.clone())) {
                (text)
            }
        }
    }
}

/// Calls the other side, where that is what a person does next and there is a line free.
fn again(model: Model, id: &CallId) -> View {
    let wanted = id.clone();
    let key = model.select(move |snapshot| {
        let call = snapshot.calls.iter().find(|call| call.id == wanted)?;
        let cause = call.end.as_ref()?.cause;
        let row = snapshot.history.iter().find(|row| row.id == wanted)?;
        let can = !row.number.is_empty() && call_controls::may_dial(&snapshot.calls);
        (can && call_controls::is_called_again(cause)).then_some(match call.direction {
            Direction::Outgoing => "ended_call_again",
            Direction::Incoming => "history_call_back",
        })
    });
    let id = id.clone();
    (move || {
        let Some(key) = key.get() else {
            return View::new();
        };
        let (text, phone, id) = (t(key), icon(Icon::Phone), id.clone());
        view! {
            button(
                r#type="button",
                class="go",
                "data-once"="true",
                on:click=move |_| model.call_back(&id),
            ) { (phone) span { (text) } }
        }
    })
    .into()
}

fn why(end: EndView) -> View {
    let class = if call_controls::is_trouble(end.cause) {
        "why why-bad"
    } else {
        "why"
    };
    let text = say(wording::end(end.cause));
    // Every call that was missed has the same one.
    let code = code_line(end.code, end.reason.as_deref()).filter(|_| end.cause != EndCause::Missed);
    let code = code.map_or_else(View::new, |line| {
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
