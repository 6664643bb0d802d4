//! Handing a call on: to whom, in which way, and how that goes.

use alo_protocol::{
    CallId, CallState, Command, DialOptions, DialSource, TransferState, TransferView,
};
use sycamore::prelude::*;
use sycamore::web::events::SubmitEvent;

use crate::browser;
use crate::call_controls::{Panel, is_live};
use crate::model::Model;
use crate::text::{t, t_with};
use crate::transfer_told::Line;
use crate::view::call_card::card_id;
use crate::view::call_identity::who;
use crate::view::code_line;
use crate::view::icon::{Icon, icon};
use crate::view::target_field::TargetField;
use crate::wording;

/// The panel below the controls. It has the focus as soon as it is there, because its button was pressed
/// to type into it.
pub(super) fn transfer_panel(model: Model, id: &CallId, panel: Signal<Panel>) -> View {
    let target = TargetField::new();
    let field_id = format!("transfer-{}", id.0);
    let field = target.view(&field_id, "transfer_to");
    sycamore::web::queue_microtask(move || browser::focus(&field_id));
    let (sending, card) = (create_signal(false), create_signal(card_id(id)));
    let send = move |command: Command| {
        // A second one before the answer would be refused, in red above a call that is handed on well.
        if sending.get_untracked() {
            return;
        }
        sending.set(true);
        model.notice.set(None);
        let card = card.get_clone_untracked();
        model.ask(command, move |refusal| {
            if sending.is_alive() {
                sending.set(false);
            }
            match refusal {
                Some(_) => model.notice.set(refusal),
                None => {
                    if panel.is_alive() {
                        panel.set(Panel::None);
                    }
                    // Not the button that opened the panel: a second Enter would open it again.
                    browser::focus_if_lost(card);
                }
            }
        });
    };
    let now = {
        let call = id.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(target) = target.target() {
                let call = call.clone();
                send(Command::Transfer { call, target });
            }
        }
    };
    let first = move |_| {
        if let Some(number) = target.target() {
            send(Command::Dial {
                number,
                source: DialSource::Dialer,
                options: DialOptions::default(),
            });
        }
    };
    let connect = connect_with(model, id, send);
    // A second call needs a free line.
    let is_alone =
        model.select(|snapshot| snapshot.calls.iter().filter(|call| is_live(call)).count() == 1);
    let (hand_on, phone) = (icon(Icon::HandOn), icon(Icon::Phone));
    let [now_text, first_text, name, hint] = [
        "transfer_now",
        "transfer_callFirst",
        "transfer",
        "transfer_hint",
    ]
    .map(t);
    view! {
        form(class="hand-on", novalidate=true, aria-label=name, on:submit=now) {
            (field)
            div(class="pair") {
                button(r#type="submit", class="go", "data-once"="true") {
                    (hand_on) span { (now_text) }
                }
                button(
                    r#type="button",
                    class="quiet",
                    "data-once"="true",
                    disabled=move || !is_alone.get(),
                    on:click=first,
                ) { (phone) span { (first_text) } }
            }
            (connect)
            p(class="hint") { (hint) }
        }
    }
}

/// The far end of the other call, where there is one, is the likeliest target.
fn connect_with(model: Model, id: &CallId, send: impl Fn(Command) + Copy + 'static) -> View {
    let this = id.clone();
    let other = model.select(move |snapshot| {
        snapshot
            .calls
            .iter()
            .find(|call| call.id != this && call.state == CallState::Connected)
            .map(|call| (call.id.clone(), who(call.name.as_deref(), &call.number)))
    });
    let call = id.clone();
    (move || {
        let Some((to_call, name)) = other.get_clone() else {
            return View::new();
        };
        let text = t_with("transfer_connectWith", &[&name]);
        let call = call.clone();
        let connect = move |_| {
            send(Command::TransferTo {
                call: call.clone(),
                to_call: to_call.clone(),
            });
        };
        view! {
            button(r#type="button", class="quiet wide", "data-once"="true", on:click=connect) {
                bdi { (text) }
            }
        }
    })
    .into()
}

/// The far end asks us to call somebody: nothing happens before the person says so.
pub(super) fn request(model: Model, id: &CallId) -> View {
    let wanted = model.select_call(id, None, |call| {
        call.transfer_request
            .clone()
            .map(|to| (who(call.name.as_deref(), &call.number), to))
    });
    let call = id.clone();
    (move || {
        let Some((by, to)) = wanted.get_clone() else {
            return View::new();
        };
        let text = t_with("request_text", &[&by, &to]);
        let label = text.clone();
        let [accept_text, refuse_text] = ["request_accept", "request_refuse"].map(t);
        let say = |accept| {
            let call = call.clone();
            move |_| {
                model.send(Command::AnswerTransfer {
                    call: call.clone(),
                    accept,
                });
            }
        };
        let (accept, refuse) = (say(true), say(false));
        let sign = icon(Icon::HandOn);
        view! {
            div(class="request", role="group", aria-label=label) {
                p { (sign) bdi { (text) } }
                div(class="pair") {
                    button(r#type="button", class="go", "data-once"="true", on:click=accept) {
                        (accept_text)
                    }
                    button(r#type="button", class="quiet", on:click=refuse) { (refuse_text) }
                }
            }
        }
    })
    .into()
}

/// How far it has got, in words.
pub(super) fn progress(model: Model, id: &CallId) -> View {
    let (id, mut line_of) = (id.clone(), Line::default());
    let transfer = create_selector(move || {
        let now = model.now.get();
        model.snapshot.with(|snapshot| {
            let call = snapshot.calls.iter().find(|call| call.id == id)?;
            line_of.shown(call, now)
        })
    });
    (move || transfer.get_clone().map_or_else(View::new, line)).into()
}

/// How far it is, and after a failure why.
pub(super) fn sentence(transfer: &TransferView) -> String {
    let text = t_with(wording::transfer(transfer.state), &[&transfer.target]);
    match wording::transfer_failure(transfer.code) {
        Some(why) if transfer.state == TransferState::Failed => format!("{} {text}", t(why)),
        _ => text,
    }
}

/// Screen readers are told by the popup's own announcements.
fn line(transfer: TransferView) -> View {
    let class = match transfer.state {
        TransferState::Trying | TransferState::Ringing | TransferState::Left => "transfer",
        TransferState::Done => "transfer transfer-done",
        TransferState::Failed => "transfer transfer-failed",
    };
    let sign = icon(match transfer.state {
        TransferState::Trying | TransferState::Ringing | TransferState::Left => Icon::Turn,
        TransferState::Done => Icon::Check,
        TransferState::Failed => Icon::Alert,
    });
    let text = sentence(&transfer);
    let failed = transfer.state == TransferState::Failed;
    let code = code_line(transfer.code.filter(|_| failed), None).map_or_else(
        View::new,
        |line| view! { " " span(class="code") { (line) } },
    );
    view! {
        p(class=class) { (sign) span { bdi { (text) } (code) } }
    }
}
