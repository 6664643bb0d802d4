//! What waits to be sent, with the way to send it now.

use alo_protocol::Command;
use sycamore::prelude::*;

use crate::browser;
use crate::model::Model;
use crate::text::{t, t_with};
use crate::view::icon::{Icon, icon};

/// A banner while something waits for another attempt, or was refused. What is sent at once is gone
/// before an eye could read it, so the first attempt is not told. Of notes that wait for an account is told where
/// none is signed in: whoever works here with another one can do nothing about them.
pub(super) fn outbox(model: Model) -> View {
    let outbox = model.select(|snapshot| snapshot.outbox);
    let is_signed_out = model.select(|snapshot| snapshot.account.is_none());
    let is_late = create_selector(move || {
        let outbox = outbox.get();
        outbox.waiting > 0 && outbox.next_at.is_some_and(|at| at > model.now.get())
    });
    (move || {
        let now = outbox.get();
        let count = |count: u32| count.to_string();
        let (class, sign, text, can_send) = if now.refused > 0 {
            let text = t_with("outbox_refused", &[&count(now.refused)]);
            ("banner banner-bad", Icon::Alert, text, true)
        } else if is_late.get() {
            let time = browser::time_of_day(now.next_at.unwrap_or_default());
            let text = t_with("outbox_waiting", &[&count(now.waiting), &time]);
            ("banner banner-warn", Icon::Note, text, true)
        } else if now.of_others > 0 && is_signed_out.get() {
            let text = t_with("outbox_of_others", &[&count(now.of_others)]);
            ("banner banner-info", Icon::Note, text, false)
        } else {
            return View::new();
        };
        let sign = icon(sign);
        let send = if can_send {
            let text = t("outbox_send");
            view! {
                button(r#type="button", class="small", on:click=move |_| model.send(Command::SendNow)) { (text) }
            }
        } else {
            View::new()
        };
        view! {
            div(class=class, role="status") { (sign) p { (text) } (send) }
        }
    })
    .into()
}
