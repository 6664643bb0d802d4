//! The views: popup, options page and side panel, each on a port named `ui`.

use std::cell::Cell;

use alo_protocol::{Snapshot, UiPush, UiQuestion, UiReply, UiRequest};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use crate::chrome::{self, Listener, Port};
use crate::inbox::{Event, Inbox};
use crate::sender::{Extension, Sender};

const NAME: &str = "ui";

/// Names a connected view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct ViewId(u64);

/// Lets views in, and nobody else, for as long as this lives.
pub(crate) struct Door {
    _listener: Listener<dyn FnMut(Port)>,
}

impl Door {
    /// Opens.
    pub(crate) fn open(extension: Extension, inbox: Inbox) -> Self {
        let last = Cell::new(0);
        let closure = Closure::new(move |port: Port| {
            if port.name() != NAME {
                return;
            }
            let sender = port.sender().as_ref().map(Sender::from);
            if !sender.is_some_and(|sender| extension.is_view(&sender)) {
                log::warn!("a port was refused: its other end is no view of ours");
                port.disconnect();
                return;
            }
            last.set(last.get() + 1);
            inbox.put(Event::ViewOpened(View::new(
                ViewId(last.get()),
                port,
                &inbox,
            )));
        });
        Self {
            _listener: Listener::new(chrome::on_connect(), closure),
        }
    }
}

/// A connected view.
pub(crate) struct View {
    /// Its name.
    pub(crate) id: ViewId,
    port: Port,
    _said: Listener<dyn FnMut(JsValue)>,
    _gone: Listener<dyn FnMut()>,
}

impl View {
    fn new(id: ViewId, port: Port, inbox: &Inbox) -> Self {
        let said = Closure::new({
            let inbox = inbox.clone();
            move |message: JsValue| inbox.put(Event::ViewSaid { view: id, message })
        });
        let gone = Closure::new({
            let inbox = inbox.clone();
            move || inbox.put(Event::ViewGone(id))
        });
        Self {
            id,
            _said: Listener::new(port.on_message(), said),
            _gone: Listener::new(port.on_disconnect(), gone),
            port,
        }
    }

    /// Sends the fate of a command.
    pub(crate) fn reply(&self, reply: UiReply) {
        self.tell(&UiPush::Reply(reply));
    }

    /// Sends this view something of its own.
    pub(crate) fn tell(&self, push: &UiPush) {
        self.push(&chrome::to_js(push));
    }

    /// Sends a picture that [`picture`] made.
    pub(crate) fn push(&self, message: &JsValue) {
        // It fails where the view closed a moment ago; its event follows.
        if self.port.post_message(message).is_err() {
            log::debug!("a view did not take a message");
        }
    }
}

/// What a view says.
pub(crate) enum Said {
    /// Something to do.
    Wish(Box<UiRequest>),
    /// Something to tell.
    Question(UiQuestion),
}

/// Reads what a view has sent; none where it is not understood.
pub(crate) fn read(message: JsValue) -> Option<Said> {
    serde_wasm_bindgen::from_value(message.clone())
        .map(|wish| Said::Wish(Box::new(wish)))
        .or_else(|_| serde_wasm_bindgen::from_value(message).map(Said::Question))
        .ok()
}

/// The snapshot as it is sent to every view.
pub(crate) fn picture(snapshot: &Snapshot) -> JsValue {
    chrome::to_js(&UiPush::Snapshot(Box::new(snapshot.clone())))
}
