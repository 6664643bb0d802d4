//! Giving text away at a person's wish: to the clipboard, or as a file.

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use native::*;
#[cfg(target_arch = "wasm32")]
pub(crate) use wasm::*;

#[cfg(target_arch = "wasm32")]
mod wasm {
    use js_sys::Array;
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::{JsFuture, spawn_local};
    use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

    /// Puts `text` on the clipboard; `done` is told whether it is there.
    pub(crate) fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
        let clipboard = sycamore::web::window().navigator().clipboard();
        let written = clipboard.write_text(text);
        spawn_local(async move { done(JsFuture::from(written).await.is_ok()) });
    }

    /// Saves `text` as a file where the browser keeps downloads; false where it refuses.
    pub(crate) fn save(name: &str, text: &str) -> bool {
        try_save(name, text).is_ok()
    }

    fn try_save(name: &str, text: &str) -> Result<(), JsValue> {
        let kind = BlobPropertyBag::new();
        kind.set_type("text/plain;charset=utf-8");
        let parts = Array::of1(&text.into());
        let blob = Blob::new_with_str_sequence_and_options(&parts, &kind)?;
        let url = Url::create_object_url_with_blob(&blob)?;
        let link: HtmlAnchorElement = sycamore::web::document()
            .create_element("a")?
            .dyn_into()
            .map_err(JsValue::from)?;
        link.set_href(&url);
        link.set_download(name);
        link.click();
        // The click has taken hold of what the address means.
        Url::revoke_object_url(&url)
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    pub(crate) fn copy(_text: &str, done: impl FnOnce(bool) + 'static) {
        done(false);
    }

    pub(crate) fn save(_name: &str, _text: &str) -> bool {
        false
    }
}
