//! What the package brings along (`provision.json`), for the worker: how pages are treated.

use alo_protocol::Provision;
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::{chrome, store};

#[wasm_bindgen]
extern "C" {
    type Response;
    #[wasm_bindgen(catch)]
    fn fetch(url: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn text(this: &Response) -> Result<Promise, JsValue>;
}

/// Alo has just been installed: its settings of pages are stored. False where the person has to sign in, or something
/// in the file is wrong: the page that opens then says what.
pub(super) async fn install() -> bool {
    let Some(provision) = read().await else {
        return false;
    };
    for fault in &provision.faults {
        log::warn!("{}: {fault}", Provision::FILE);
    }
    let is_well = provision.signs_in() && provision.faults.is_empty();
    // Chromium calls each start of a package from the command line an installation.
    if let Some(pages) = provision.pages
        && store::has_no_settings().await
        && let Some(refusal) = store::change_settings(|settings| *settings = pages).await
    {
        log::warn!(
            "{}: its pages were not stored: {refusal:?}",
            Provision::FILE
        );
    }
    is_well
}

async fn read() -> Option<Provision> {
    let read = async {
        let response = JsFuture::from(fetch(&chrome::get_url(Provision::FILE))?).await?;
        JsFuture::from(response.unchecked_into::<Response>().text()?).await
    };
    // Where there is none, Chromium rejects; Firefox may answer 200 with nothing in it.
    let found: Result<JsValue, JsValue> = read.await;
    let text = found.ok()?.as_string().filter(|it| !it.is_empty())?;
    Provision::parse(&text)
        .inspect_err(|why| log::warn!("{}: {why}; none of it is used", Provision::FILE))
        .ok()
}
