//! What waits to be sent, with the way to send it now.

use alo_protocol::Command;
use sycamore::prelude::*;

use crate::browser;
use crate::model::Model;
use crate::text::{t, t_with};
use crate::view::icon::{Icon, icon};

/// A banner while something waits for another attempt, or was refused. What is sent at once is gone
/// before an eye could read it, so the first attempt is not told.
pub(super) fn outbox(model: Model) -> View {
    let outbox = model.select(|snapshot| snapshot.outbox);
    let is_late = create_selector(move || {
        let outbox = outbox.get();
        outbox.waiting > 0 && outbox.next_at.is_some_and(|at| at > model.now.get())
    });
    (move || {
        let now = outbox.get();
        let count = |count: u32| count.to_string();
        let (class, sign, text) = if now.refused > 0 {
            let text = t_with("outbox_refused", &[&count(now.refused)]);
            ("banner banner-bad", Icon::Alert, text)
        } else if is_late.get() {
            let time = browser::time_of_day(now.next_at.unwrap_or_default());
            let text = t_with("outbox_waiting", &[&count(now.waiting), &time]);
            ("banner banner-warn", Icon::Note, text)
        } else {
            return View::new();
        };
        let button = t("outbox_send");
        let sign = icon(sign);
        view! {
            div(class=class, role="status") {
                (sign)
                p { (text) }
                button(r#type="button", class="small", on:click=move |_| model.send(Command::SendNow)) { (button) }
            }
        }
    })
    .into()
}
