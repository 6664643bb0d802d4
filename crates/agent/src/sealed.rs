//! What holds secrets is kept encrypted, each under a key of its own: when it is forgotten its key goes
//! with it, and what may be left on the disk is noise.

use js_sys::JSON;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CryptoKey;

use crate::chrome::to_js;
use crate::error::{Error, browser};
use crate::vault;

/// One value that is kept so.
pub(crate) struct Sealed {
    /// Its key in the store of single values.
    pub(crate) name: &'static str,
    /// Where the key that encrypts it is, in the same store.
    pub(crate) key: &'static str,
    purpose: &'static str,
}

/// The signed-in account.
pub(crate) const ACCOUNT: Sealed = Sealed {
    name: "account",
    key: "accountKey",
    purpose: "alo account 1",
};
/// The provider and its session.
pub(crate) const PROVIDER: Sealed = Sealed {
    name: "provider",
    key: "providerKey",
    purpose: "alo provider 1",
};
/// Settings of the work around a call: they hold the key of the hook.
pub(crate) const WORK: Sealed = Sealed {
    name: "work",
    key: "workKey",
    purpose: "alo work 1",
};

impl Sealed {
    /// Encrypts `value` under `key`.
    pub(crate) async fn seal(
        &self,
        key: &CryptoKey,
        value: &impl Serialize,
    ) -> Result<JsValue, Error> {
        let plain = JSON::stringify(&to_js(value)).map_err(browser("JSON"))?;
        vault::seal(key, self.purpose, String::from(plain).as_bytes()).await
    }

    /// Decrypts what [`Self::seal`] made; none where nothing is stored, or (told in the log) it cannot be
    /// read.
    pub(crate) async fn open<T: DeserializeOwned>(
        &self,
        key: &JsValue,
        sealed: &JsValue,
    ) -> Option<T> {
        match self.try_open(key, sealed).await {
            Ok(value) => value,
            Err(error) => {
                log::error!("{error}");
                None
            }
        }
    }

    async fn try_open<T: DeserializeOwned>(
        &self,
        key: &JsValue,
        sealed: &JsValue,
    ) -> Result<Option<T>, Error> {
        if sealed.is_undefined() {
            return Ok(None);
        }
        let unreadable = Error::Unreadable(self.name);
        let key: &CryptoKey = key.dyn_ref().ok_or_else(|| unreadable.clone())?;
        let plain = vault::open(key, self.purpose, sealed)
            .await?
            .ok_or_else(|| unreadable.clone())?;
        let plain = std::str::from_utf8(&plain).map_err(|_| unreadable.clone())?;
        read(plain).map(Some).ok_or(unreadable)
    }
}

fn read<T: DeserializeOwned>(json: &str) -> Option<T> {
    serde_wasm_bindgen::from_value(JSON::parse(json).ok()?).ok()
}
