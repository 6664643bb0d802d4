//! The options page: the account, the microphone, devices, and how pages are treated.

use alo_protocol::{Command, MicrophoneState};
use sycamore::prelude::*;
use sycamore::web::create_client_effect;

use crate::browser;
use crate::microphone::Microphone;
use crate::microphone_access::Access;
use crate::model::Model;
use crate::text::t;
use crate::view::banners::notice;
use crate::view::call_check::call_check;
use crate::view::call_settings::call_settings;
use crate::view::contents::contents;
use crate::view::diagnostics::diagnostics;
use crate::view::microphone_step::microphone_step;
use crate::view::pages::pages;
use crate::view::sign_in::sign_in;
use crate::view::sound::sound;
use crate::view::welcome::welcome;
use crate::view::work::work;
use crate::view::{once_known, when};

/// The whole page.
pub(crate) fn options(model: Model) -> View {
    let microphone = Microphone::new(move |granted| {
        model.ask(Command::MicrophoneChanged { granted }, |_| {});
    });
    microphone.watch();
    let stored = model.select(|snapshot| snapshot.microphone);
    // Where the browser does not tell the permission, the agent may know it from its last call.
    create_client_effect(move || {
        let access = microphone.access.get();
        let better = match (stored.get(), access) {
            (MicrophoneState::Granted, Access::Unasked | Access::Missing) => Access::Granted,
            // Allowed, and none is plugged in: the permission alone would look as if all were well.
            (MicrophoneState::Missing, Access::Unasked | Access::Granted) => Access::Missing,
            _ => return,
        };
        if better != access {
            microphone.access.set(better);
        }
    });

    let cut_off = {
        let (linked, drawn) = (model.linked, model.drawn);
        when(
            create_selector(move || !linked.get() || !drawn.get()),
            || {
                let text = t("connecting_agent");
                view! { p(class="starting", role="status") { (text) } }
            },
        )
    };
    let welcome = if browser::address_has("welcome") {
        welcome(model, microphone)
    } else {
        View::new()
    };
    let refused = notice(model);
    let contents = contents(model);
    let title = t("options_title");
    let sections = [
        sign_in(model),
        microphone_step(microphone),
        once_known(model, sound(model, microphone)),
        call_check(model),
        once_known(model, call_settings(model)),
        once_known(model, work(model)),
        pages(model.settings),
        diagnostics(model),
    ]
    .into_iter()
    .collect::<Vec<_>>();
    view! {
        header(class="page-head") {
            img(src="icons/mark.svg", alt="", width="40", height="40")
            h1 { (title) }
            (cut_off)
        }
        (contents)
        main(class="options") { div(class="refused") { (refused) } (welcome) (sections) }
    }
}
