//! A peer connection that waits for the next call: candidates gathered, no microphone opened.
//!
//! Making a connection, its certificate and its first candidates is most of the time between a click
//! and the INVITE; it can be spent before the click.

use std::cell::Cell;
use std::rc::Rc;

use alo_softphone::MediaSetup;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{RtcPeerConnection, RtcSessionDescriptionInit};

use crate::error::{Error, browser};
use crate::rtc;

/// Bindings of a NAT, and the allocations of a TURN server, are not kept for longer without use, in
/// milliseconds.
const STALE_MS: u32 = 60_000;
/// A connection as old as this is made anew when a call becomes likely again, in milliseconds.
const YOUNG_MS: f64 = 30_000.0;

/// What a peer connection is made for, and with.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Wanted {
    /// For an offer of the far end, or for one of our own.
    pub(crate) to_answer: bool,
    /// With what.
    pub(crate) setup: MediaSetup,
}

/// See the module. Closed when dropped, unless it was taken.
pub(crate) struct Prepared {
    connection: Option<RtcPeerConnection>,
    wanted: Wanted,
    born: f64,
    /// Nothing is under way on it.
    is_ready: Rc<Cell<bool>>,
    _stale: Timeout,
}

impl Prepared {
    /// Makes one; `when_stale` is called when it should be thrown away.
    pub(crate) fn begin(
        wanted: Wanted,
        when_stale: impl FnOnce() + 'static,
    ) -> Result<Self, Error> {
        let connection = rtc::connect(&wanted.setup, wanted.to_answer)?;
        let is_ready = Rc::new(Cell::new(wanted.to_answer));
        if !wanted.to_answer {
            rtc::add_audio(&connection, &wanted.setup.codecs)?;
            spawn_local(offer(connection.clone(), Rc::clone(&is_ready)));
        }
        Ok(Self {
            connection: Some(connection),
            wanted,
            born: js_sys::Date::now(),
            is_ready,
            _stale: Timeout::new(STALE_MS, when_stale),
        })
    }

    /// True where it is what `wanted` would make.
    pub(crate) fn is_for(&self, wanted: &Wanted) -> bool {
        self.wanted == *wanted
    }

    /// True where a call can begin with it now.
    pub(crate) fn is_ready(&self) -> bool {
        self.is_ready.get() && self.age_ms() < f64::from(STALE_MS)
    }

    /// True where there is no need for a newer one yet.
    pub(crate) fn is_young(&self) -> bool {
        self.age_ms() < YOUNG_MS
    }

    /// The connection, for a call.
    pub(crate) fn take(mut self) -> Option<RtcPeerConnection> {
        self.connection.take()
    }

    fn age_ms(&self) -> f64 {
        // A clock that was set back makes it old rather than young for ever.
        let age = js_sys::Date::now() - self.born;
        if age < 0.0 { f64::MAX } else { age }
    }
}

impl Drop for Prepared {
    fn drop(&mut self) {
        if let Some(connection) = &self.connection {
            connection.close();
        }
    }
}

async fn offer(connection: RtcPeerConnection, is_ready: Rc<Cell<bool>>) {
    let made = async {
        let offer: RtcSessionDescriptionInit = JsFuture::from(connection.create_offer())
            .await
            .map_err(browser("createOffer"))?
            .unchecked_into();
        JsFuture::from(connection.set_local_description(&offer))
            .await
            .map_err(browser("setLocalDescription"))
    };
    match made.await {
        Ok(_) => is_ready.set(true),
        // A connection that was thrown away in the meantime, most often.
        Err(error) => log::debug!("{error}"),
    }
}
