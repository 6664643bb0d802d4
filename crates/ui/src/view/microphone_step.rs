//! The microphone step: why, a button that makes the browser ask, a meter that moves with the voice,
//! and the way out when it is blocked.

use sycamore::prelude::*;
use sycamore::web::create_client_effect;

use crate::microphone::Microphone;
use crate::microphone_access::Access;
use crate::text::t;
use crate::view::icon::{Icon, icon};
use crate::view::{say, when};

/// The section.
pub(super) fn microphone_step(microphone: Microphone) -> View {
    let access = create_selector(move || microphone.access.get());
    let listening = create_selector(move || microphone.listening.get());
    let state = move || state(access.get());
    let button = move || {
        let (key, class) = match (listening.get(), access.get()) {
            (true, _) => ("microphone_stop", "quiet"),
            (false, Access::Granted) => ("microphone_test", "quiet"),
            (false, _) => ("microphone_allow", "go"),
        };
        let text = t(key);
        let asking = access.get() == Access::Asking;
        let click = move |_| {
            if microphone.listening.get_untracked() {
                microphone.stop();
            } else {
                microphone.listen();
            }
        };
        view! {
            button(r#type="button", class=class, disabled=asking, on:click=click) { (text) }
        }
    };
    let meter = when(listening, move || meter(microphone));
    let [title, text] = ["microphone_title", "microphone_text"].map(t);
    view! {
        section(class="card", id="microphone", tabindex="-1", aria-labelledby="microphone-title") {
            h2(id="microphone-title") { (title) }
            p(class="intro") { (text) }
            div(class="microphone-state", role="status") { (state) }
            (meter)
            div(class="actions") { (button) }
        }
    }
}

fn state(access: Access) -> View {
    let (class, sign, key) = match access {
        Access::Unasked => return View::new(),
        Access::Asking => ("banner banner-info", Icon::Microphone, "access_asking"),
        Access::Dismissed => (
            "banner banner-warn",
            Icon::MicrophoneOff,
            "access_dismissed",
        ),
        Access::Granted => ("banner banner-good", Icon::Check, "access_granted"),
        Access::Denied => ("banner banner-bad", Icon::MicrophoneOff, "access_denied"),
        Access::Missing => ("banner banner-bad", Icon::MicrophoneOff, "access_missing"),
        Access::InUse => ("banner banner-bad", Icon::MicrophoneOff, "access_inUse"),
    };
    let text = say(key);
    let sign = icon(sign);
    let ways = if access == Access::Denied {
        unblock()
    } else {
        View::new()
    };
    view! { div(class=class) { (sign) div { p { (text) } (ways) } } }
}

fn unblock() -> View {
    let [first, second, third] = ["unblock_1", "unblock_2", "unblock_3"].map(t);
    view! { ol(class="ways") { li { (first) } li { (second) } li { (third) } } }
}

fn meter(microphone: Microphone) -> View {
    let bar = create_node_ref();
    let level = microphone.level;
    let percent = create_selector(move || (level.get() * 100.0) as u32);
    create_client_effect(move || {
        let width = format!("scaleX({:.3})", level.get());
        fill(bar, &width);
    });
    let device = create_selector(move || microphone.device.get_clone());
    let [name, hint] = ["microphone_level", "microphone_speak"].map(t);
    view! {
        div(class="meter-row") {
            p(class="hint") { (hint) }
            div(
                class="meter",
                role="meter",
                aria-label=name,
                aria-valuemin="0",
                aria-valuemax="100",
                aria-valuenow=move || percent.get().to_string(),
            ) { div(class="meter-bar", r#ref=bar) }
            p(class="device") { bdi { (device) } }
        }
    }
}

/// Through the style object, which a strict content security policy leaves alone.
#[cfg(target_arch = "wasm32")]
fn fill(bar: NodeRef, transform: &str) {
    use wasm_bindgen::JsCast;
    if let Some(bar) = bar
        .try_get()
        .and_then(|node| node.dyn_into::<web_sys::HtmlElement>().ok())
    {
        // Fails for read-only styles only.
        let _ = bar.style().set_property("transform", transform);
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn fill(_bar: NodeRef, _transform: &str) {}
