//! Sentences in the person's language, from `_locales`.

/// The sentence named `key`.
pub fn t(key: &str) -> String {
    t_with(key, &[])
}

/// The sentence named `key` with its placeholders filled in, in the order `$1`, `$2`, ….
pub fn t_with(key: &str, values: &[&str]) -> String {
    lookup(key, values)
}

#[cfg(target_arch = "wasm32")]
fn lookup(key: &str, values: &[&str]) -> String {
    let substitutes: js_sys::Array = values
        .iter()
        .map(|value| wasm_bindgen::JsValue::from_str(value))
        .collect();
    let text = crate::chrome::get_message(key, &substitutes);
    // A missing sentence must be seen, not be an unlabelled button.
    if text.is_empty() {
        key.to_owned()
    } else {
        text
    }
}

#[cfg(not(target_arch = "wasm32"))]
use native::lookup;
#[cfg(not(target_arch = "wasm32"))]
pub use native::set_source;

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::cell::RefCell;

    type Source = Box<dyn Fn(&str, &[&str]) -> Option<String>>;

    thread_local! {
        static SOURCE: RefCell<Option<Source>> = const { RefCell::new(None) };
    }

    /// Where sentences come from outside a browser; without it a sentence is its key.
    pub fn set_source(source: impl Fn(&str, &[&str]) -> Option<String> + 'static) {
        SOURCE.with_borrow_mut(|slot| *slot = Some(Box::new(source)));
    }

    pub(super) fn lookup(key: &str, values: &[&str]) -> String {
        SOURCE
            .with_borrow(|source| source.as_ref().and_then(|source| source(key, values)))
            .unwrap_or_else(|| key.to_owned())
    }
}
