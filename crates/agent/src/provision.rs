//! An account, or a provider to sign in at, that the package brings along (`provision.json`: the demo, and
//! builds for a company).

use alo_protocol::{Command, ProviderSignIn, SipAccount};
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
    #[serde(default)]
    account: Option<SipAccount>,
    /// Goes before the account, which it brings itself.
    #[serde(default)]
    provider: Option<ProviderSignIn>,
}

impl Provision {
    fn command(self) -> Option<Command> {
        match (self.provider, self.account) {
            (Some(sign_in), _) => Some(Command::ProviderSignIn { sign_in }),
            (None, Some(account)) => Some(Command::SignIn { account }),
            (None, None) => None,
        }
    }
}

/// Signs in with what the package has, if it has something.
pub(crate) async fn sign_in(inbox: Inbox) {
    match command().await {
        Ok(command) => inbox.phone(Input::Command {
            request: None,
            command,
        }),
        // No such file: the usual case.
        Err(Error::Browser { .. }) => {}
        Err(error) => log::warn!("{FILE}: {error}"),
    }
}

async fn command() -> Result<Command, Error> {
    let url = chrome::url_of(FILE).ok_or(Error::Missing("package"))?;
    let window = web_sys::window().ok_or(Error::Missing("window"))?;
    let response: Response = JsFuture::from(window.fetch_with_str(&url))
        .await
        .map_err(browser("fetch"))?
        .unchecked_into();
    let content = response.json().map_err(browser("json"))?;
    let content = JsFuture::from(content).await.map_err(browser("json"))?;
    serde_wasm_bindgen::from_value::<Provision>(content)
        .ok()
        .and_then(Provision::command)
        .ok_or(Error::Unreadable("account"))
}
