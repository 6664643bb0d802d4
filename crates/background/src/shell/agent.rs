//! Makes sure that the agent's document exists, and asks it things.

use std::cell::RefCell;

use alo_protocol::{AgentReply, AgentRequest, Command, Refusal};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Promise};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::chrome;

const DOCUMENT: &str = "offscreen.html";
/// The document answers as soon as its module runs; a cold start took some 100 ms.
const ATTEMPTS: u32 = 100;
const PAUSE_MS: u32 = 50;

thread_local! {
    /// The creation under way, so that two events do not create two documents.
    static CREATION: RefCell<Option<Promise>> = const { RefCell::new(None) };
}

/// Starts the agent if it does not run. Never fails: without an agent every request is refused.
pub(super) async fn start() {
    let creation = CREATION.with_borrow_mut(|slot| {
        slot.get_or_insert_with(|| {
            future_to_promise(async {
                create_if_missing().await;
                Ok(JsValue::UNDEFINED)
            })
        })
        .clone()
    });
    let _ = JsFuture::from(creation).await;
    CREATION.set(None);
}

/// Carries out a command; refused as unreachable if the agent does not answer in five seconds.
pub(super) async fn command(command: Command) -> AgentReply {
    let request = AgentRequest::Do { command };
    if let Some(reply) = ask(&request).await {
        return reply;
    }
    start().await;
    ask(&request).await.unwrap_or(AgentReply {
        refusal: Some(Refusal::AgentUnreachable),
    })
}

/// Starts the agent and waits until it answers; false if it does not.
pub(super) async fn ensure() -> bool {
    if ask(&AgentRequest::Report).await.is_some() {
        return true;
    }
    start().await;
    for _ in 0..ATTEMPTS {
        if ask(&AgentRequest::Report).await.is_some() {
            return true;
        }
        TimeoutFuture::new(PAUSE_MS).await;
    }
    false
}

/// True where the package brings an account along (`provision.json`: demo and company builds).
pub(super) async fn is_provisioned() -> bool {
    #[wasm_bindgen::prelude::wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(catch)]
        async fn fetch(url: &str) -> Result<JsValue, JsValue>;
    }
    fetch(&chrome::get_url("provision.json")).await.is_ok()
}

async fn ask(request: &AgentRequest) -> Option<AgentReply> {
    let reply = chrome::send_message(&chrome::addressed("agent", request))
        .await
        .ok()?;
    chrome::from_js(reply)
}

async fn create_if_missing() {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Filter {
        context_types: [&'static str; 1],
    }
    #[derive(Serialize)]
    struct Options {
        url: &'static str,
        reasons: [&'static str; 3],
        justification: &'static str,
    }
    let filter = chrome::to_js(&Filter {
        context_types: ["OFFSCREEN_DOCUMENT"],
    });
    if let Ok(found) = chrome::get_contexts(&filter).await
        && Array::from(&found).length() > 0
    {
        return;
    }
    // All three reasons: with AUDIO_PLAYBACK alone Chromium closes a silent document after 30 s.
    let options = Options {
        url: DOCUMENT,
        reasons: ["USER_MEDIA", "AUDIO_PLAYBACK", "WEB_RTC"],
        justification: "Keeps the phone registered, and carries the sound of calls.",
    };
    if let Err(error) = chrome::create_offscreen(&chrome::to_js(&options)).await {
        log::warn!("offscreen document: {error:?}");
    }
}
