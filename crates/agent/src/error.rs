//! What can go wrong between us and the browser.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// A browser API that did not do what was asked. Texts hold names only, never contents.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Error {
    /// The API threw or rejected; the name is that of the `DOMException`.
    #[error("{what} failed: {name}")]
    Browser {
        /// The API.
        what: &'static str,
        /// `NotAllowedError` and the like.
        name: String,
    },
    /// Something that every page has is not here.
    #[error("no {0} here")]
    Missing(&'static str),
    /// A stored value that an older or newer version wrote, or that is damaged.
    #[error("stored {0} cannot be read")]
    Unreadable(&'static str),
}

impl Error {
    /// True if the browser gave this name.
    pub(crate) fn is_named(&self, wanted: &str) -> bool {
        matches!(self, Self::Browser { name, .. } if name == wanted)
    }
}

/// Turns what an API threw into an error that names the API.
pub(crate) fn browser(what: &'static str) -> impl Fn(JsValue) -> Error {
    move |thrown| Error::Browser {
        what,
        name: name_of(&thrown),
    }
}

/// The `name` of an exception; messages are left out because they may quote what we passed in.
fn name_of(thrown: &JsValue) -> String {
    Reflect::get(thrown, &JsValue::from_str("name"))
        .ok()
        .and_then(|name| name.as_string())
        .unwrap_or_else(|| "unknown".into())
}
