//! The few extension APIs that views use. Firefox has the same names under `chrome`.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "i18n"], js_name = getMessage)]
    pub(crate) fn get_message(key: &str, substitutes: &Array) -> String;

    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = sendMessage, catch)]
    pub(crate) fn send_message(message: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = connect, catch)]
    pub(crate) fn connect(info: &JsValue) -> Result<Port, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = openOptionsPage, catch)]
    pub(crate) fn open_options_page() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = getURL)]
    pub(crate) fn get_url(path: &str) -> String;

    #[wasm_bindgen(js_namespace = ["chrome", "tabs"], js_name = create, catch)]
    pub(crate) fn create_tab(properties: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = get, catch)]
    pub(crate) fn local_get(keys: &Array) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = set, catch)]
    pub(crate) fn local_set(items: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = remove, catch)]
    pub(crate) fn local_remove(keys: &Array) -> Result<Promise, JsValue>;

    #[wasm_bindgen(thread_local_v2, js_namespace = ["chrome", "storage"], js_name = onChanged)]
    static STORAGE_CHANGED: PortEvent;

    #[wasm_bindgen(thread_local_v2, js_namespace = ["chrome", "tabs"], js_name = onActivated)]
    static TAB_ACTIVATED: PortEvent;

    #[wasm_bindgen(thread_local_v2, js_namespace = ["chrome", "tabs"], js_name = onUpdated)]
    static TAB_UPDATED: PortEvent;

    /// `runtime.Port`.
    pub(crate) type Port;

    #[wasm_bindgen(method, catch, js_name = postMessage)]
    pub(crate) fn post_message(this: &Port, message: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(method)]
    pub(crate) fn disconnect(this: &Port);

    #[wasm_bindgen(method, getter, js_name = onMessage)]
    pub(crate) fn on_message(this: &Port) -> PortEvent;

    #[wasm_bindgen(method, getter, js_name = onDisconnect)]
    pub(crate) fn on_disconnect(this: &Port) -> PortEvent;

    /// `events.Event`.
    pub(crate) type PortEvent;

    #[wasm_bindgen(method, js_name = addListener)]
    pub(crate) fn add_listener(this: &PortEvent, listener: &Function);

    #[wasm_bindgen(method, js_name = removeListener)]
    pub(crate) fn remove_listener(this: &PortEvent, listener: &Function);
}

/// Removes itself when dropped.
pub(crate) struct Listener {
    event: PortEvent,
    closure: Closure<dyn FnMut(JsValue)>,
}

impl Listener {
    pub(crate) fn new(event: PortEvent, handle: impl FnMut(JsValue) + 'static) -> Self {
        let closure = Closure::new(handle);
        event.add_listener(closure.as_ref().unchecked_ref());
        Self { event, closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.event
            .remove_listener(self.closure.as_ref().unchecked_ref());
    }
}

/// Changes of any storage area.
pub(crate) fn storage_changes() -> PortEvent {
    STORAGE_CHANGED.with(|event| event.unchecked_ref::<JsValue>().clone().unchecked_into())
}

/// Another tab has come to the front, in any window.
pub(crate) fn tab_activations() -> PortEvent {
    TAB_ACTIVATED.with(|event| event.unchecked_ref::<JsValue>().clone().unchecked_into())
}

/// A tab has gone to another address, or its page is complete; told with the tab's id.
pub(crate) fn tab_updates() -> PortEvent {
    TAB_UPDATED.with(|event| event.unchecked_ref::<JsValue>().clone().unchecked_into())
}

/// Reads `runtime.lastError`, which tells the browser that we know of it: unread, it is logged as an
/// error of ours each time the agent is not there yet.
pub(crate) fn clear_last_error() {
    let read = |object: &JsValue, key: &str| js_sys::Reflect::get(object, &key.into());
    let _ = read(&js_sys::global(), "chrome")
        .and_then(|chrome| read(&chrome, "runtime"))
        .and_then(|runtime| read(&runtime, "lastError"));
}

/// An object with one string property.
pub(crate) fn object(key: &str, value: &str) -> JsValue {
    let object = js_sys::Object::new();
    // Setting a property of a fresh plain object cannot fail.
    let _ = js_sys::Reflect::set(&object, &key.into(), &value.into());
    object.into()
}
