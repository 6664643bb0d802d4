//! Whether there is a network at all, as the browser believes.

use alo_softphone::Input;
use gloo_events::EventListener;

use crate::inbox::Inbox;

/// Tells the softphone now and at each change, for as long as this lives.
pub(crate) struct Network {
    _listeners: Option<[EventListener; 2]>,
}

impl Network {
    /// Begins.
    pub(crate) fn watch(inbox: Inbox) -> Self {
        let listeners = web_sys::window().map(|window| {
            let online = window.navigator().on_line();
            inbox.phone(Input::Network { online });
            [("online", true), ("offline", false)].map(|(event, online)| {
                let inbox = inbox.clone();
                EventListener::new(&window, event, move |_| {
                    inbox.phone(Input::Network { online });
                })
            })
        });
        Self {
            _listeners: listeners,
        }
    }
}
