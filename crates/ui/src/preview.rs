//! Views as HTML text, outside a browser: what a person would see and a screen reader would read.
//! Sentences come from [`crate::text::set_source`].

use std::rc::Rc;

use alo_protocol::{PendingCall, Snapshot, StoredSettings};
use sycamore::prelude::*;
use sycamore::web::render_to_string;

use crate::model::Model;
use crate::view;

/// The popup at `now` (Unix ms); no snapshot means that the agent has not been reached yet.
pub fn popup(snapshot: Option<Snapshot>, now: u64) -> String {
    popup_with(snapshot, StoredSettings::default(), now)
}

/// The popup under these settings for pages.
pub fn popup_with(snapshot: Option<Snapshot>, stored: StoredSettings, now: u64) -> String {
    render(snapshot, stored, now, view::popup)
}

/// The options page.
pub fn options(snapshot: Option<Snapshot>, now: u64) -> String {
    options_with(snapshot, StoredSettings::default(), now)
}

/// The options page with these settings for pages.
pub fn options_with(snapshot: Option<Snapshot>, stored: StoredSettings, now: u64) -> String {
    render(snapshot, stored, now, view::options)
}

/// The window that asks before a call; none: what it shows when the question is too old.
pub fn confirm(call: Option<PendingCall>) -> String {
    render_to_string(move || view::confirm_about(call))
}

fn render(
    snapshot: Option<Snapshot>,
    stored: StoredSettings,
    now: u64,
    view: fn(Model) -> View,
) -> String {
    render_to_string(move || {
        let model = Model::new(now, Rc::new(|_, _| {}));
        model.settings.draw(stored);
        if let Some(snapshot) = snapshot {
            model.linked.set(true);
            model.draw(snapshot);
        }
        view(model)
    })
}
