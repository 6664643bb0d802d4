//! Whether there is a network at all, as the browser believes, and where it tells (Network Information
//! API on ChromeOS and Android), that it has become another one.

use std::cell::RefCell;

use alo_softphone::Input;
use gloo_events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{EventTarget, Navigator};

use crate::inbox::Inbox;

/// Tells the softphone now and at each change, for as long as this lives.
pub(crate) struct Network {
    _listeners: Vec<EventListener>,
}

impl Network {
    /// Begins.
    pub(crate) fn watch(inbox: Inbox) -> Self {
        let Some(window) = web_sys::window() else {
            return Self {
                _listeners: Vec::new(),
            };
        };
        let navigator = window.navigator();
        tell(&inbox, &navigator);
        let mut listeners: Vec<_> = ["online", "offline"]
            .into_iter()
            .map(|event| {
                let (inbox, navigator) = (inbox.clone(), navigator.clone());
                EventListener::new(&window, event, move |_| tell(&inbox, &navigator))
            })
            .collect();
        if let Some(connection) = connection(&navigator) {
            let before = RefCell::new(kind(&connection));
            listeners.push(EventListener::new(
                &connection.clone(),
                "change",
                move |_| {
                    // Estimates of speed change all the time; only another kind is another network.
                    let kind = kind(&connection);
                    if before.replace(kind.clone()) != kind {
                        tell(&inbox, &navigator);
                    }
                },
            ));
        }
        Self {
            _listeners: listeners,
        }
    }
}

fn tell(inbox: &Inbox, navigator: &Navigator) {
    let online = navigator.on_line();
    inbox.phone(Input::Network { online });
}

fn connection(navigator: &Navigator) -> Option<EventTarget> {
    field(navigator, "connection").dyn_into().ok()
}

/// `wifi`, `cellular` and so on.
fn kind(connection: &EventTarget) -> Option<String> {
    field(connection, "type").as_string()
}

fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}
