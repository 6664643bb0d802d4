//! What views ask of the worker: the calls that wait for the person's word.

use alo_protocol::Refusal;

/// A refusal's name, as messages have it.
pub(crate) fn name(refusal: Refusal) -> Option<String> {
    let text = format!("{refusal:?}");
    let mut letters = text.chars();
    let first = letters.next()?.to_ascii_lowercase();
    Some(std::iter::once(first).chain(letters).collect())
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn confirm(_id: String, _then: impl FnOnce(Option<Refusal>) + 'static) {}

#[cfg(target_arch = "wasm32")]
pub(crate) use wasm::{ask, confirm, pending};

#[cfg(target_arch = "wasm32")]
mod wasm {
    use alo_protocol::{DialAnswer, PendingCall, Refusal, WorkerRequest};
    use serde::{Serialize, de::DeserializeOwned};
    use wasm_bindgen::JsValue;
    use wasm_bindgen_futures::{JsFuture, spawn_local};

    /// The call that waits under this id.
    pub(crate) fn pending(id: String, then: impl FnOnce(Option<PendingCall>) + 'static) {
        spawn_local(async move { then(send(&WorkerRequest::Pending { id }).await) });
    }

    /// What a link of another program would call.
    pub(crate) fn ask(href: String, then: impl FnOnce(Option<PendingCall>) + 'static) {
        spawn_local(async move { then(send(&WorkerRequest::Ask { href }).await) });
    }

    /// The person said yes; none: it is being dialled.
    pub(crate) fn confirm(id: String, then: impl FnOnce(Option<Refusal>) + 'static) {
        spawn_local(async move {
            let answer: Option<DialAnswer> = send(&WorkerRequest::Confirm { id }).await;
            // The worker was there to say what is asked: whatever became of it, it may have had the number dialled.
            then(answer.map_or(Some(Refusal::AgentSilent), |answer| answer.refusal));
        });
    }

    async fn send<T: DeserializeOwned>(request: &WorkerRequest) -> Option<T> {
        let plain = serde_wasm_bindgen::Serializer::json_compatible();
        let message = request.serialize(&plain).ok()?;
        js_sys::Reflect::set(&message, &"to".into(), &JsValue::from_str("worker")).ok()?;
        let answer = JsFuture::from(crate::chrome::send_message(&message).ok()?)
            .await
            .ok()?;
        serde_wasm_bindgen::from_value(answer).ok()
    }
}
