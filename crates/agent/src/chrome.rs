//! The part of `chrome.runtime` that exists in an offscreen document and in Firefox's background
//! page alike, and listeners that end with their owner.

use alo_protocol::{Extension, Sender};
use js_sys::{Function, Promise, Reflect};
use serde::Serialize;
use wasm_bindgen::closure::WasmClosure;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_namespace = ["chrome", "runtime"], js_name = id)]
    static RUNTIME_ID: Option<String>;
    #[wasm_bindgen(thread_local_v2, js_namespace = ["chrome", "runtime"], js_name = onConnect)]
    static ON_CONNECT: Event;
    #[wasm_bindgen(thread_local_v2, js_namespace = ["chrome", "runtime"], js_name = onMessage)]
    static ON_MESSAGE: Event;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = getURL)]
    fn get_url(path: &str) -> Result<String, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = sendMessage)]
    pub(crate) fn send_message(message: &JsValue) -> Result<Promise, JsValue>;

    /// An event of the extension API.
    #[derive(Clone)]
    pub(crate) type Event;
    #[wasm_bindgen(method, js_name = addListener)]
    fn add_listener(this: &Event, listener: &Function);
    #[wasm_bindgen(method, js_name = removeListener)]
    fn remove_listener(this: &Event, listener: &Function);

    /// `runtime.MessageSender`.
    pub(crate) type MessageSender;

    /// `runtime.Port`.
    #[derive(Clone)]
    pub(crate) type Port;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn name(this: &Port) -> String;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn sender(this: &Port) -> Option<MessageSender>;
    #[wasm_bindgen(method, getter, js_name = onMessage)]
    pub(crate) fn on_message(this: &Port) -> Event;
    #[wasm_bindgen(method, getter, js_name = onDisconnect)]
    pub(crate) fn on_disconnect(this: &Port) -> Event;
    #[wasm_bindgen(catch, method, js_name = postMessage)]
    pub(crate) fn post_message(this: &Port, message: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(method)]
    pub(crate) fn disconnect(this: &Port);
}

/// `runtime.onConnect`.
pub(crate) fn on_connect() -> Event {
    ON_CONNECT.with(Event::clone)
}

/// `runtime.onMessage`.
pub(crate) fn on_message() -> Event {
    ON_MESSAGE.with(Event::clone)
}

/// Address of a file in our package.
pub(crate) fn url_of(path: &str) -> Option<String> {
    get_url(path).ok()
}

/// Who we are.
pub(crate) fn extension() -> Extension {
    Extension {
        id: RUNTIME_ID.with(Clone::clone).unwrap_or_default(),
        root: url_of("").unwrap_or_default(),
    }
}

impl From<&MessageSender> for Sender {
    fn from(sender: &MessageSender) -> Self {
        // What cannot be read is nobody.
        serde_wasm_bindgen::from_value(JsValue::clone(sender)).unwrap_or_default()
    }
}

/// A listener that is removed when this is dropped.
pub(crate) struct Listener<T: ?Sized + 'static> {
    event: Event,
    closure: Closure<T>,
}

impl<T: ?Sized + WasmClosure> Listener<T> {
    /// Listens from now on.
    pub(crate) fn new(event: Event, closure: Closure<T>) -> Self {
        event.add_listener(closure.as_ref().unchecked_ref());
        Self { event, closure }
    }
}

impl<T: ?Sized + 'static> Drop for Listener<T> {
    fn drop(&mut self) {
        self.event
            .remove_listener(self.closure.as_ref().unchecked_ref());
    }
}

/// A plain object as JavaScript programs would write it (no `Map`s).
pub(crate) fn to_js(value: &impl Serialize) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).unwrap_or(JsValue::NULL)
}

/// True for an object whose own field `to` is this address.
pub(crate) fn is_addressed_to(message: &JsValue, address: &str) -> bool {
    message.is_object()
        && Reflect::get(message, &JsValue::from_str("to"))
            .is_ok_and(|to| to.as_string().as_deref() == Some(address))
}
