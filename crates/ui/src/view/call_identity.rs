//! Who the other party is: name, number, contacts, whom they called first, and what they say of
//! themselves where the server says otherwise.

use alo_protocol::{CallId, CallView, Command, ContactView, ContactsView};
use sycamore::prelude::*;

use crate::model::Model;
use crate::text::{t, t_with};
use crate::view::icon::{Icon, icon};
use crate::view::when;

/// Name where there is one, else the number, else that it is withheld.
pub(super) fn who(name: Option<&str>, number: &str) -> String {
    match name.filter(|name| !name.is_empty()) {
        Some(name) => name.to_owned(),
        None if number.is_empty() => t("caller_withheld"),
        None => number.to_owned(),
    }
}

/// The contact that the other party is.
fn contact(contacts: &ContactsView) -> Option<&ContactView> {
    let chosen = contacts.chosen.as_ref()?;
    contacts.found.iter().find(|contact| contact.id == *chosen)
}

/// The name of the other party: the contact's before the one that came with the call.
pub(super) fn name(call: &CallView) -> Option<&str> {
    let contact = contact(&call.contacts).map(|contact| contact.name.as_str());
    let name = contact.or(call.name.as_deref());
    name.filter(|name| !name.is_empty())
}

/// See [`who`].
pub(super) fn caller(call: &CallView) -> String {
    who(name(call), &call.number)
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
    let hotline = model.select_call(id, None, |call| call.hotline.clone());
    let hotline = move || line("call_hotline", hotline.get_clone());
    let through = move || line("caller_through", through.get_clone());
    let claimed = move || line("caller_claims", claimed.get_clone());
    view! { (hotline) (through) (claimed) (by_itself) }
}

/// The line under the heading: the number under a name; under a number that a name is being looked
/// for, or was not found. It is there from the first moment on, because a line that came later would
/// move "Answer" away from under a pointer.
pub(super) fn second_line(model: Model, id: &CallId) -> View {
    let number = model.select_call(id, None, |call| {
        name(call).map(|_| number_or_withheld(&call.number))
    });
    let loading = model.select_call(id, false, |call| call.contacts.loading);
    let is_known = model.select_call(id, false, |call| !call.contacts.found.is_empty());
    let was_asked = create_signal(false);
    (move || {
        if let Some(number) = number.get_clone() {
            return view! { p(class="call-number") { bdi { (number) } } };
        }
        if loading.get() {
            was_asked.set_silent(true);
            let (text, turn) = (t("contact_loading"), icon(Icon::Turn));
            return view! { p(class="call-number contact-loading") { (turn) (text) } };
        }
        // Where several have the number, that is said below.
        if was_asked.get_untracked() && !is_known.get() {
            let text = t("contact_none");
            return view! { p(class="call-number") { (text) } };
        }
        View::new()
    })
    .into()
}

/// More about the contact, or who it may be where several have the number.
pub(super) fn contacts(model: Model, id: &CallId) -> View {
    let known = model.select_call(id, ContactsView::default(), |call| call.contacts.clone());
    let id = id.clone();
    (move || {
        let known = known.get_clone();
        let about = contact(&known).map_or_else(View::new, about);
        let choice = if known.found.len() > 1 {
            choice(model, &id, &known)
        } else {
            View::new()
        };
        view! { (choice) (about) }
    })
    .into()
}

fn about(contact: &ContactView) -> View {
    let line = |class: &'static str, text: &Option<String>| {
        let text = text.clone().filter(|text| !text.is_empty());
        text.map_or_else(View::new, |text| {
            view! { p(class=class) { bdi { (text) } } }
        })
    };
    let detail = line("contact-detail", &contact.detail);
    let note = line("contact-note", &contact.note);
    view! { div(class="contact") { (detail) (note) } }
}

fn choice(model: Model, call: &CallId, known: &ContactsView) -> View {
    let chips: Vec<View> = known
        .found
        .iter()
        .map(|contact| {
            let is_chosen = known.chosen.as_ref() == Some(&contact.id);
            let text = match contact.detail.as_ref().filter(|detail| !detail.is_empty()) {
                Some(detail) => format!("{} · {detail}", contact.name),
                None => contact.name.clone(),
            };
            let choose = Command::ChooseContact {
                call: call.clone(),
                contact: contact.id.clone(),
            };
            view! {
                button(
                    r#type="button",
                    class="chip",
                    aria-pressed=if is_chosen { "true" } else { "false" },
                    on:click=move |_| model.send(choose.clone()),
                ) { bdi { (text) } }
            }
        })
        .collect();
    let text = t("contact_choose");
    view! {
        fieldset(class="chips contact-choice") { legend { (text) } (chips) }
    }
}
