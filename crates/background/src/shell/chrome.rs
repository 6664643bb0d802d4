//! The extension APIs that the worker uses, typed as far as we need them. Firefox offers the same
//! under `chrome` with promises.

use alo_protocol::Extension;
use js_sys::{Array, Object, Promise, Reflect};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_namespace = ["chrome", "runtime"], js_name = id)]
    static EXTENSION_ID: String;
    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = getURL)]
    pub(super) fn get_url(path: &str) -> String;
    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = reload)]
    pub(super) fn reload();
    #[wasm_bindgen(catch, js_namespace = ["chrome", "contextMenus"], js_name = create)]
    pub(super) fn create_menu(item: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "i18n"], js_name = getMessage)]
    fn get_message(key: &str, substitutions: &Array) -> String;
    #[wasm_bindgen(js_namespace = crypto, js_name = randomUUID)]
    pub(super) fn random_uuid() -> String;
}

/// The functions that answer with a promise, as they are. They are no `async` imports, because those let
/// through what is thrown at once: Firefox throws what Chromium rejects with, and where it lacks a function.
mod raw {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = sendMessage)]
        pub(super) fn send_message(message: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = getContexts)]
        pub(super) fn get_contexts(filter: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["chrome", "offscreen"], js_name = createDocument)]
        pub(super) fn create_offscreen(options: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["chrome", "notifications"], js_name = create)]
        pub(super) fn notify(id: &str, options: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["chrome", "notifications"], js_name = clear)]
        pub(super) fn clear_notification(id: &str) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["chrome", "notifications"], js_name = getAll)]
        pub(super) fn all_notifications() -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setBadgeText)]
        pub(super) fn set_badge_text(details: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setBadgeBackgroundColor)]
        pub(super) fn set_badge_colour(details: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = setTitle)]
        pub(super) fn set_title(details: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["chrome", "action"], js_name = openPopup)]
        pub(super) fn open_popup() -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["chrome", "windows"], js_name = create)]
        pub(super) fn create_window(options: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["chrome", "windows"], js_name = getAll)]
        pub(super) fn all_windows() -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["chrome", "windows"], js_name = getLastFocused)]
        pub(super) fn last_window(filter: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["chrome", "windows"], js_name = update)]
        pub(super) fn update_window(id: i32, changes: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = create)]
        pub(super) fn create_tab(options: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = get)]
        pub(super) fn get_tab(id: i32) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = update)]
        pub(super) fn update_tab(id: i32, changes: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = query)]
        pub(super) fn query_tabs(filter: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["chrome", "contextMenus"], js_name = removeAll)]
        pub(super) fn remove_menus() -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["chrome", "contextMenus"], js_name = update)]
        pub(super) fn update_menu(id: &str, changes: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["chrome", "scripting"], js_name = executeScript)]
        pub(super) fn execute_script(injection: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["chrome", "scripting"], js_name = insertCSS)]
        pub(super) fn insert_css(injection: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["chrome", "scripting"], js_name = registerContentScripts)]
        pub(super) fn register_scripts(scripts: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["chrome", "scripting"], js_name = updateContentScripts)]
        pub(super) fn update_scripts(scripts: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["chrome", "scripting"], js_name = unregisterContentScripts)]
        pub(super) fn unregister_scripts(filter: &JsValue) -> Result<JsValue, JsValue>;
        #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = contains)]
        pub(super) fn has_permissions(wanted: &JsValue) -> Result<JsValue, JsValue>;
    }
}

/// Waits for what was asked for, and takes what was thrown for a rejection.
async fn settled(asked: Result<JsValue, JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::resolve(&asked?)).await
}

macro_rules! settling {
    ($($name:ident($($argument:ident: $kind:ty),*);)*) => {
        $(
            pub(super) async fn $name($($argument: $kind),*) -> Result<JsValue, JsValue> {
                settled(raw::$name($($argument),*)).await
            }
        )*
    };
}

settling! {
    send_message(message: &JsValue);
    get_contexts(filter: &JsValue);
    create_offscreen(options: &JsValue);
    notify(id: &str, options: &JsValue);
    clear_notification(id: &str);
    all_notifications();
    set_badge_text(details: &JsValue);
    set_badge_colour(details: &JsValue);
    set_title(details: &JsValue);
    open_popup();
    create_window(options: &JsValue);
    all_windows();
    last_window(filter: &JsValue);
    update_window(id: i32, changes: &JsValue);
    create_tab(options: &JsValue);
    get_tab(id: i32);
    update_tab(id: i32, changes: &JsValue);
    query_tabs(filter: &JsValue);
    remove_menus();
    update_menu(id: &str, changes: &JsValue);
    execute_script(injection: &JsValue);
    insert_css(injection: &JsValue);
    register_scripts(scripts: &JsValue);
    update_scripts(scripts: &JsValue);
    unregister_scripts(filter: &JsValue);
    has_permissions(wanted: &JsValue);
}

#[wasm_bindgen]
extern "C" {
    type URL;
    #[wasm_bindgen(catch, constructor)]
    fn new(url: &str) -> Result<URL, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn href(this: &URL) -> String;
}

/// An absolute address as the browser reads and writes it.
pub(super) fn address(url: &str) -> Option<String> {
    URL::new(url).ok().map(|url| url.href())
}

/// A storage area; `local` survives the browser, `session` its worker.
#[derive(Clone, Copy)]
pub(super) enum Area {
    Local,
    Session,
    /// What the browser's policies say; read only.
    Managed,
}

#[wasm_bindgen]
extern "C" {
    type StorageArea;
    #[wasm_bindgen(thread_local_v2, js_namespace = ["chrome", "storage"], js_name = local)]
    static LOCAL: StorageArea;
    #[wasm_bindgen(thread_local_v2, js_namespace = ["chrome", "storage"], js_name = session)]
    static SESSION: StorageArea;
    #[wasm_bindgen(thread_local_v2, js_namespace = ["chrome", "storage"], js_name = managed)]
    static MANAGED: StorageArea;
    #[wasm_bindgen(catch, method)]
    fn get(this: &StorageArea, keys: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn set(this: &StorageArea, items: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, method, js_name = setAccessLevel)]
    fn set_access_level(this: &StorageArea, options: &JsValue) -> Result<JsValue, JsValue>;
}

impl Area {
    fn object(self) -> StorageArea {
        let area = match self {
            Self::Local => &LOCAL,
            Self::Session => &SESSION,
            Self::Managed => &MANAGED,
        };
        area.with(|area| area.unchecked_ref::<JsValue>().clone().unchecked_into())
    }

    /// Keeps one value.
    pub(super) async fn put(self, key: &str, value: &JsValue) -> Result<JsValue, JsValue> {
        let items = Object::new();
        // Setting a field of our own fresh object cannot fail.
        let _ = Reflect::set(&items, &key.into(), value);
        self.set(&items).await
    }

    pub(super) async fn get(self, keys: &JsValue) -> Result<JsValue, JsValue> {
        settled(self.object().get(keys)).await
    }

    pub(super) async fn set(self, items: &JsValue) -> Result<JsValue, JsValue> {
        settled(self.object().set(items)).await
    }

    pub(super) async fn set_access_level(self, options: &JsValue) -> Result<JsValue, JsValue> {
        settled(self.object().set_access_level(options)).await
    }
}

/// Who we are.
pub(super) fn extension() -> Extension {
    Extension {
        id: EXTENSION_ID.with(Clone::clone),
        root: get_url(""),
    }
}

/// `key` in the person's language; empty if there is no such message.
pub(super) fn message(key: &str, substitutions: &[&str]) -> String {
    get_message(
        key,
        &substitutions
            .iter()
            .map(|text| JsValue::from_str(text))
            .collect(),
    )
}

/// A plain object, serialised as JavaScript programs would write it (no `Map`s).
pub(super) fn to_js(value: &impl Serialize) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).unwrap_or(JsValue::NULL)
}

/// Reads a value that may be hostile; `None` if it is not of this shape.
pub(super) fn from_js<T: DeserializeOwned>(value: JsValue) -> Option<T> {
    serde_wasm_bindgen::from_value(value).ok()
}

/// What an error says; empty if it is none.
pub(super) fn words(error: &JsValue) -> String {
    Reflect::get(error, &"message".into())
        .ok()
        .and_then(|words| words.as_string())
        .unwrap_or_default()
}

/// Adds the address to a message's own fields.
pub(super) fn addressed(to: &str, message: &impl Serialize) -> JsValue {
    let object = to_js(message);
    if object.is_object() {
        // Setting a field of our own fresh object cannot fail.
        let _ = Reflect::set(&object, &"to".into(), &to.into());
    }
    object
}

/// Names of an object's own fields.
pub(super) fn keys(object: &JsValue) -> Vec<String> {
    object
        .dyn_ref::<Object>()
        .map(|object| {
            Object::keys(object)
                .iter()
                .filter_map(|key| key.as_string())
                .collect()
        })
        .unwrap_or_default()
}

/// True unless the browser says that its person keeps us from this address's host.
pub(super) async fn may_reach(url: &str) -> bool {
    #[derive(Serialize)]
    struct Wanted {
        origins: [String; 1],
    }
    // Without a port, which Firefox takes for a mistake in a pattern.
    let Some(host) = alo_protocol::host(url).filter(|host| !host.contains(':')) else {
        return true;
    };
    let scheme = url.split(':').next().unwrap_or_default();
    let wanted = Wanted {
        origins: [format!("{scheme}://{host}/*")],
    };
    match has_permissions(&to_js(&wanted)).await {
        Ok(has) => has.is_truthy(),
        Err(_) => true,
    }
}

/// Whether a document of ours of one of these kinds (`runtime.ContextType`) is open. Where the browser does not say, none is.
pub(super) async fn has_context(kinds: &[&str]) -> bool {
    let found = get_contexts(&to_js(&serde_json::json!({ "contextTypes": kinds }))).await;
    found.is_ok_and(|found| Array::from(&found).length() > 0)
}

/// Ids of all tabs that are loaded, those of the browser's own pages, too; none where the browser does not say.
pub(super) async fn tabs() -> Vec<i32> {
    let loaded = to_js(&serde_json::json!({ "discarded": false }));
    let mut found = query_tabs(&loaded).await;
    if found.is_err() {
        // A browser that discards nothing may not know the word.
        found = query_tabs(&Object::new()).await;
    }
    let Ok(tabs) = found else {
        return Vec::new();
    };
    Array::from(&tabs)
        .iter()
        .filter_map(|tab| Reflect::get(&tab, &"id".into()).ok()?.as_f64())
        .map(|id| id as i32)
        .collect()
}

/// Opens a page of ours in a tab.
pub(super) async fn open_page(path: &str) {
    #[derive(Serialize)]
    struct Options {
        url: String,
    }
    if let Err(error) = create_tab(&to_js(&Options { url: get_url(path) })).await {
        log::warn!("could not open {path}: {error:?}");
    }
}
