//! Makes sure that the agent's document exists, and asks it things.

use std::cell::RefCell;
use std::pin::pin;

use alo_protocol::{AgentReply, AgentRequest, Command};
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Function, Promise, Reflect};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::chrome;
use crate::unanswered::Unanswered;

const DOCUMENT: &str = "offscreen.html";
/// An agent that does not answer by then, ms, is not coming back to this question.
const PATIENCE_MS: u32 = 5_000;
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

/// Carries out a command; refused if the agent does not answer in five seconds. Only a command that nobody has received is
/// sent a second time: a call is never placed twice.
pub(super) async fn command(command: Command) -> AgentReply {
    let request = AgentRequest::Do { command };
    let mut answer = ask(&request).await;
    if matches!(answer, Err(Unanswered::Nobody)) && ensure().await {
        answer = ask(&request).await;
    }
    answer.unwrap_or_else(|unanswered| AgentReply {
        refusal: Some(unanswered.refusal()),
    })
}

/// Starts the agent and waits until it answers; false if it does not. It answers a report with its
/// state, too, which brings notifications and badge up to date.
pub(super) async fn ensure() -> bool {
    if ask(&AgentRequest::Report).await.is_ok() {
        return true;
    }
    start().await;
    for _ in 0..ATTEMPTS {
        match ask(&AgentRequest::Report).await {
            Ok(_) => return true,
            Err(Unanswered::Silent) => return false,
            Err(Unanswered::Nobody) => TimeoutFuture::new(PAUSE_MS).await,
        }
    }
    false
}

/// Has an agent that runs tell its state.
pub(super) async fn report() {
    drop(ask(&AgentRequest::Report).await);
}

async fn ask(request: &AgentRequest) -> Result<AgentReply, Unanswered> {
    let send = pin!(async {
        match here() {
            Some(agent) => {
                let promise = agent
                    .call1(&JsValue::NULL, &chrome::to_js(request))
                    .map_err(|_| Unanswered::Nobody)?;
                // It rejects only while the agent's program could not be started.
                JsFuture::from(Promise::resolve(&promise))
                    .await
                    .map_err(|_| Unanswered::Nobody)
            }
            None => chrome::send_message(&chrome::addressed("agent", request))
                .await
                .map_err(|error| Unanswered::rejected(&chrome::words(&error))),
        }
    });
    let reply = match select(send, TimeoutFuture::new(PATIENCE_MS)).await {
        Either::Left((reply, _)) => reply?,
        Either::Right(_) => return Err(Unanswered::Silent),
    };
    // The answer of `offscreen.js` for a program that could not be started: nothing was carried out.
    if reply.is_null() {
        return Err(Unanswered::Nobody);
    }
    chrome::from_js(reply).ok_or(Unanswered::Silent)
}

/// The agent where it shares our page (Firefox, which has no offscreen document): a runtime message
/// never reaches the page that sent it.
fn here() -> Option<Function> {
    Reflect::get(&js_sys::global(), &"aloAgent".into())
        .ok()?
        .dyn_into()
        .ok()
}

/// Whether somebody takes a question, answered or not, who may be in a call.
pub(super) async fn takes_questions() -> bool {
    !matches!(ask(&AgentRequest::Report).await, Err(Unanswered::Nobody))
}

/// Whether there is a place for an agent.
async fn is_there() -> bool {
    here().is_some() || chrome::has_context(&["OFFSCREEN_DOCUMENT"]).await
}

async fn create_if_missing() {
    if is_there().await {
        return;
    }
    #[derive(Serialize)]
    struct Options {
        url: &'static str,
        reasons: [&'static str; 3],
        justification: &'static str,
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
