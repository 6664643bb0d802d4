//! What is known of the caller beside name and number: whom they called first, and what they say of
//! themselves where the server says otherwise.

use alo_protocol::CallId;
use sycamore::prelude::*;

use crate::model::Model;
use crate::text::{t, t_with};
use crate::view::when;

/// Name where there is one, else the number, else that it is withheld.
pub(super) fn who(name: Option<&str>, number: &str) -> String {
    match name.filter(|name| !name.is_empty()) {
        Some(name) => name.to_owned(),
        None if number.is_empty() => t("caller_withheld"),
        None => number.to_owned(),
    }
}

/// The number as it stands under a name.
pub(super) fn number_or_withheld(number: &str) -> String {
    who(None, number)
}

/// The lines under name and number.
pub(super) fn caller_details(model: Model, id: &CallId) -> View {
    let through = model.select_call(id, None, |call| call.through.clone());
    let claimed = model.select_call(id, None, |call| call.claimed.clone());
    let line = |key: &'static str, value: Option<String>| {
        value.map_or_else(View::new, |value| {
            let text = t_with(key, &[&value]);
            view! { p(class="call-number") { bdi { (text) } } }
        })
    };
    let by_itself = model.select_call(id, false, |call| call.auto_answered);
    let by_itself = when(by_itself, || {
        let text = t("call_autoAnswered");
        view! { p(class="call-number") { (text) } }
    });
    let through = move || line("caller_through", through.get_clone());
    let claimed = move || line("caller_claims", claimed.get_clone());
    view! { (through) (claimed) (by_itself) }
}
