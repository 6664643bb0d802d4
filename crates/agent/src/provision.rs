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
pub(crate) async fn install(inbox: Inbox, has_work: bool) {
    match read().await {
        Ok(None) => {}
        Ok(Some(provision)) => {
            for command in provision.commands(has_work) {
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

/// The file; nothing where it is empty, or cannot be read: the worker says why.
async fn read() -> Result<Option<Provision>, Error> {
    let url = chrome::url_of(Provision::FILE).ok_or(Error::Missing("package"))?;
    let window = web_sys::window().ok_or(Error::Missing("window"))?;
    let response: Response = JsFuture::from(window.fetch_with_str(&url))
        .await
        .map_err(browser("fetch"))?
        .unchecked_into();
    let content = response.text().map_err(browser("text"))?;
    let content = JsFuture::from(content).await.map_err(browser("text"))?;
    let text = content.as_string().unwrap_or_default();
    Ok(Provision::parse(&text).ok())
}
