//! The popup, and the side panel, which is the same page in more room.

use alo_protocol::{CallId, EndCause, Snapshot};
use sycamore::prelude::*;
use sycamore::web::create_client_effect;

use crate::browser;
use crate::call_controls::is_live;
use crate::model::Model;
use crate::second_press;
use crate::text::t;
use crate::view::banners::{banners, notice};
use crate::view::call_card::{announcements, call_card, card_id};
use crate::view::dialer::{Dialer, FIELD};
use crate::view::header::header;
use crate::view::history::history;
use crate::view::icon::{Icon, icon};
use crate::view::note::{go_to_wanted, notes};
use crate::view::page_numbers::page_numbers;
use crate::view::provider_state::standing;
use crate::view::two_calls::two_calls;
use crate::view::voicemail::voicemail;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// The agent has not told anything yet.
    Starting,
    /// No account.
    SignedOut,
    /// The phone.
    Phone,
}

/// The whole popup.
pub(crate) fn popup(model: Model) -> View {
    second_press::keep_from_controls();
    let dialer = Dialer::new(model);
    let has_account = model.select(|snapshot| snapshot.account.is_some());
    let stage = create_selector(move || match (model.drawn.get(), has_account.get()) {
        (false, _) => Stage::Starting,
        (true, false) => Stage::SignedOut,
        (true, true) => Stage::Phone,
    });
    let top = header(model);
    let banners = banners(model);
    // In sight however far down the control is that was refused.
    let refused = notice(model);
    let live = announcements(model);
    let name = t("app_name");
    let body = move || match stage.get() {
        Stage::Starting => starting(),
        Stage::SignedOut => signed_out(model),
        Stage::Phone => phone(model, dialer),
    };
    view! {
        div(class="top") { (top) (refused) }
        main(class="popup") { h1(class="sr-only") { (name) } (banners) (body) }
        (live)
    }
}

/// Nothing but a word that fades in late: mostly the agent answers before an eye could read it.
fn starting() -> View {
    let text = t("connecting_agent");
    view! { p(class="starting", role="status") { (text) } }
}

fn signed_out(model: Model) -> View {
    let [title, text, button] = ["setup_title", "setup_text", "setup_button"].map(t);
    let phone = icon(Icon::Phone);
    let provider = standing(model);
    // Past calls outlive the account.
    let past = model.select(|snapshot| !snapshot.history.is_empty());
    let past = move || {
        if past.get() {
            history(model)
        } else {
            View::new()
        }
    };
    let notes = notes(model);
    go_to_wanted(model);
    view! {
        div(class="banners", role="status") { (provider) }
        (notes)
        div(class="setup") {
            span(class="setup-icon") { (phone) }
            h2 { (title) }
            p { (text) }
            button(r#type="button", class="go", on:click=|_| browser::open_settings()) { (button) }
        }
        (past)
    }
}

fn phone(model: Model, dialer: Dialer) -> View {
    let ids = model.select(call_order);
    let cards = view! {
        Keyed(list=ids, view=move |id| call_card(model, id), key=|id: &CallId| id.clone())
    };
    let both = two_calls(model);
    let notes = notes(model);
    go_to_wanted(model);
    let dialer_view = dialer.view();
    let voicemail = voicemail(model);
    let history = history(model);
    let page = page_numbers(model.settings, dialer);
    focus_field_when_idle(model);
    view! {
        div(class="calls") { (cards) (both) }
        (notes)
        (dialer_view)
        (voicemail)
        (page)
        (history)
    }
}

/// Oldest first, whatever becomes of them: a card that another one took the place of would get the
/// click that was meant for that one.
fn call_order(snapshot: &Snapshot) -> Vec<CallId> {
    let mut calls: Vec<_> = snapshot.calls.iter().collect();
    calls.sort_by_key(|call| call.started_at);
    calls.into_iter().map(|call| call.id.clone()).collect()
}

/// With no call on, the field is where the next thing will be typed. How the last call ended, and its
/// note, stay in view.
fn focus_field_when_idle(model: Model) {
    let idle = model.select(|snapshot| !snapshot.calls.iter().any(is_live));
    // Who rang and gave up took the focus from nobody who pressed something.
    let given_up = model.select(|snapshot| {
        let mut ended = snapshot.calls.iter().filter(|call| {
            call.end
                .as_ref()
                .is_some_and(|end| end.cause == EndCause::Missed)
        });
        ended.next().map(|call| call.id.clone())
    });
    create_client_effect(move || {
        if idle.get() {
            let given_up = untrack(|| given_up.get_clone());
            sycamore::web::queue_microtask(move || {
                // Behind the card that takes the focus of what is gone.
                sycamore::web::queue_microtask(move || {
                    let is_theirs = |id: &CallId| browser::is_focused(&card_id(id));
                    if browser::focus_is_lost() || given_up.as_ref().is_some_and(is_theirs) {
                        browser::focus_in_place(FIELD);
                    }
                });
            });
        }
    });
}
