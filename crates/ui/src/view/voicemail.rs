//! Voice messages that wait, with the way to hear them.

use alo_protocol::{Command, DialOptions, DialSource};
use sycamore::prelude::*;

use crate::model::Model;
use crate::text::{t, t_with};
use crate::view::icon::{Icon, icon};

/// A row while there are messages that nobody has heard.
pub(super) fn voicemail(model: Model) -> View {
    let waiting = model.select(|now| now.voicemail.clone().filter(|mail| mail.new > 0));
    (move || {
        let Some(mail) = waiting.get_clone() else {
            return View::new();
        };
        let text = t_with("voicemail_new", &[&mail.new.to_string()]);
        let listen = mail.number.map_or_else(View::new, |number| {
            let text = t("voicemail_listen");
            let title = t_with("voicemail_dials", &[&number]);
            let dial = move |_| {
                model.send(Command::Dial {
                    number: number.clone(),
                    source: DialSource::Dialer,
                    options: DialOptions::default(),
                });
            };
            view! {
                button(r#type="button", class="small", title=title, on:click=dial) { (text) }
            }
        });
        let sign = icon(Icon::Voicemail);
        view! {
            div(class="banner banner-info voicemail", role="status") {
                (sign)
                p { (text) }
                (listen)
            }
        }
    })
    .into()
}
