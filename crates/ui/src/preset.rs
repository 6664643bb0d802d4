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
    /// What is wrong with the file, for whoever made it.
    faults: Vec<String>,
}

impl From<Provision> for Preset {
    fn from(provision: Provision) -> Self {
        Self {
            account: provision.account.as_ref().map(AccountView::from),
            provider: provision
                .provider
                .map(|provider| provider.without_secrets()),
            faults: provision.faults,
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

/// What is wrong with the file.
pub(crate) fn faults(model: Model) -> ReadSignal<Vec<String>> {
    create_selector(move || model.preset.with(|preset| preset.faults.clone()))
}

/// What the file says, or why nothing of it counts.
#[cfg(any(target_arch = "wasm32", test))]
fn read(text: &str) -> Preset {
    match Provision::parse(text) {
        Ok(provision) => provision.into(),
        Err(why) => Preset {
            faults: vec![format!("{why}; none of it is used")],
            ..Preset::default()
        },
    }
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
        let file = async {
            let response = JsFuture::from(fetch(Provision::FILE)?).await?;
            JsFuture::from(response.unchecked_into::<Response>().text()?).await
        };
        // Mostly there is none; Firefox may answer with nothing in it.
        let Ok(found) = file.await else { return };
        let text = found.as_string().filter(|text| !text.is_empty());
        if let Some(text) = text
            && model.preset.is_alive()
        {
            model.preset.set(read(&text));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_knows_what_is_wrong_with_the_file_whether_it_counts_or_not() {
        let unreadable = read(r#"{"pages":{"maks":["end",3,"x"]}}"#);
        assert_eq!(
            unreadable.faults,
            ["nothing is called pages.maks; none of it is used"]
        );
        let mended = read(r#"{"work":{"keepDays":0},"account":{"domain":"pbx.example"}}"#);
        assert_eq!(mended.faults.len(), 1);
        assert!(mended.account.is_some(), "the rest counts");
    }
}
