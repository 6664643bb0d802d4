//! What the package brings along for the form of the sign-in (`provision.json`): a company's own build
//! knows its server, and each person their password.

use alo_protocol::{AccountView, ProviderKind, ProviderSignIn, ProviderState, Provision};
use sycamore::prelude::*;

use crate::model::Model;

/// The parts that a form shows; nothing where there is no such file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Preset {
    account: Option<AccountView>,
    provider: Option<ProviderSignIn>,
}

impl From<Provision> for Preset {
    fn from(provision: Provision) -> Self {
        Self {
            account: provision.account.as_ref().map(AccountView::from),
            provider: provision
                .provider
                .map(|provider| provider.without_secrets()),
        }
    }
}

/// A part of what to fill in: only while nobody is signed in, or was meant to be.
fn wanted<T: Clone + PartialEq>(
    model: Model,
    part: impl Fn(&Preset) -> Option<T> + 'static,
) -> ReadSignal<Option<T>> {
    let is_free = model.select(|snapshot| {
        snapshot.account.is_none() && snapshot.provider.state == ProviderState::None
    });
    create_selector(move || {
        let is_wanted = model.drawn.get() && is_free.get();
        model.preset.with(&part).filter(|_| is_wanted)
    })
}

/// For the form of a plain account.
pub(crate) fn account(model: Model) -> ReadSignal<Option<AccountView>> {
    wanted(model, |preset| preset.account.clone())
}

/// For the form of this provider.
pub(crate) fn provider(model: Model, kind: ProviderKind) -> ReadSignal<Option<ProviderSignIn>> {
    wanted(model, move |preset| {
        let provider = preset.provider.clone();
        provider.filter(|preset| preset.kind() == kind)
    })
}

/// Whose form is shown first.
pub(crate) fn kind(model: Model) -> ReadSignal<Option<ProviderKind>> {
    wanted(model, |preset| {
        preset.provider.as_ref().map(ProviderSignIn::kind)
    })
}

/// Reads the file; the forms show it when it is there.
#[cfg(target_arch = "wasm32")]
pub(crate) fn load(model: Model) {
    use js_sys::Promise;
    use wasm_bindgen::prelude::*;
    use wasm_bindgen_futures::{JsFuture, spawn_local};

    #[wasm_bindgen]
    extern "C" {
        type Response;
        #[wasm_bindgen(catch)]
        fn fetch(url: &str) -> Result<Promise, JsValue>;
        #[wasm_bindgen(catch, method)]
        fn text(this: &Response) -> Result<Promise, JsValue>;
    }
    spawn_local(async move {
        let read = async {
            let response = JsFuture::from(fetch(Provision::FILE)?).await?;
            JsFuture::from(response.unchecked_into::<Response>().text()?).await
        };
        // Mostly there is none; what cannot be read the worker tells of.
        let Ok(found) = read.await else { return };
        if let Some(Ok(provision)) = found.as_string().as_deref().map(Provision::parse)
            && model.preset.is_alive()
        {
            model.preset.set(provision.into());
        }
    });
}
