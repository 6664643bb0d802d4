//! What the package brings along for the agent (`provision.json`: the demo, and builds for a company).

use alo_protocol::Provision;
use alo_softphone::Input;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::chrome;
use crate::error::{Error, browser};
use crate::inbox::Inbox;

/// Signs in and sets up the work with what the package has, if it has something.
pub(crate) async fn install(inbox: Inbox) {
    match read().await {
        Ok(provision) => {
            for command in provision.commands() {
                inbox.phone(Input::Command {
                    request: None,
                    command,
                });
            }
        }
        // No such file: the usual case.
        Err(Error::Browser { .. }) => {}
        Err(error) => log::warn!("{}: {error}", Provision::FILE),
    }
}

async fn read() -> Result<Provision, Error> {
    let url = chrome::url_of(Provision::FILE).ok_or(Error::Missing("package"))?;
    let window = web_sys::window().ok_or(Error::Missing("window"))?;
    let response: Response = JsFuture::from(window.fetch_with_str(&url))
        .await
        .map_err(browser("fetch"))?
        .unchecked_into();
    let content = response.json().map_err(browser("json"))?;
    let content = JsFuture::from(content).await.map_err(browser("json"))?;
    serde_wasm_bindgen::from_value(content).map_err(|_| Error::Unreadable("provision"))
}
