//! An account that the package brings along (`provision.json`: the demo, and builds for a company).

use alo_protocol::{Command, SipAccount};
use alo_softphone::Input;
use serde::Deserialize;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::chrome;
use crate::error::{Error, browser};
use crate::inbox::Inbox;

const FILE: &str = "provision.json";

#[derive(Deserialize)]
struct Provision {
    account: SipAccount,
}

/// Signs in with the package's account, if there is one.
pub(crate) async fn sign_in(inbox: Inbox) {
    match account().await {
        Ok(account) => inbox.phone(Input::Command {
            request: None,
            command: Command::SignIn { account },
        }),
        // No such file: the usual case.
        Err(Error::Browser { .. }) => {}
        Err(error) => log::warn!("{FILE}: {error}"),
    }
}

async fn account() -> Result<SipAccount, Error> {
    let url = chrome::url_of(FILE).ok_or(Error::Missing("package"))?;
    let window = web_sys::window().ok_or(Error::Missing("window"))?;
    let response: Response = JsFuture::from(window.fetch_with_str(&url))
        .await
        .map_err(browser("fetch"))?
        .unchecked_into();
    let content = response.json().map_err(browser("json"))?;
    let content = JsFuture::from(content).await.map_err(browser("json"))?;
    serde_wasm_bindgen::from_value::<Provision>(content)
        .map(|provision| provision.account)
        .map_err(|_| Error::Unreadable("account"))
}
