//! Everything that happens in the page, in one queue that the driver takes from.
//!
//! A callback of the browser only ever puts something in: so nothing is carried out, and nothing
//! dropped, in the middle of another callback. The queue needs no bound of its own: the driver
//! empties it in the microtask after every callback, and takes each event synchronously.

use alo_softphone::{Input, Stored};
use futures::channel::mpsc;
use js_sys::Function;
use wasm_bindgen::JsValue;

use crate::ports::{View, ViewId};

/// What the driver takes.
pub(crate) enum Event {
    /// For the softphone as it is.
    Phone(Box<Input>),
    /// The storage has been read.
    Loaded(Box<Loaded>),
    /// The timer.
    Tick,
    /// A device was plugged in or out.
    DevicesChanged,
    /// A prepared connection is too old.
    PreparedStale,
    /// A view has connected.
    ViewOpened(View),
    /// A view has sent something.
    ViewSaid {
        /// Which.
        view: ViewId,
        /// Not yet looked at.
        message: JsValue,
    },
    /// A view has gone.
    ViewGone(ViewId),
    /// The worker, or a page of ours without a port, asks.
    Asked {
        /// Not yet looked at.
        message: JsValue,
        /// To call with the answer.
        reply: Function,
    },
}

/// What was in the storage.
pub(crate) struct Loaded {
    /// For the softphone.
    pub(crate) stored: Stored,
    /// No account was ever stored in this profile.
    pub(crate) is_first_start: bool,
    /// Settings of the work around a call were stored.
    pub(crate) has_work: bool,
}

/// The way into the queue.
#[derive(Clone)]
pub(crate) struct Inbox(mpsc::UnboundedSender<Event>);

impl Inbox {
    /// The queue and its end.
    pub(crate) fn new() -> (Self, mpsc::UnboundedReceiver<Event>) {
        let (sender, receiver) = mpsc::unbounded();
        (Self(sender), receiver)
    }

    /// Puts `event` at the end.
    pub(crate) fn put(&self, event: Event) {
        // It fails only when the driver is gone, and then nobody misses the event.
        let _ = self.0.unbounded_send(event);
    }

    /// Puts an input of the softphone at the end.
    pub(crate) fn phone(&self, input: Input) {
        self.put(Event::Phone(Box::new(input)));
    }
}
