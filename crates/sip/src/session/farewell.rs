//! Sending BYE until it is done (RFC 3261 §15.1.1).
//!
//! The application has got the end of the call already; the BYE may still be challenged or have to
//! wait for a socket.

use std::time::Duration;

use super::SessionId;
use crate::authentication::Attempts;
use crate::dialog::Dialog;
use crate::endpoint::Endpoint;
use crate::time::Instant;
use crate::timers::is_due;
use crate::transaction::{ClientKey, News, Owner};
use crate::wire::{Headers, Method, Replaces};

/// How long a BYE waits for a new socket. After that the other side has surely noticed the silence.
const BYE_WAITS: Duration = Duration::from_secs(300);

/// A dialog that we are ending with BYE.
#[derive(Debug)]
pub(super) struct Farewell {
    dialog: Dialog,
    /// The BYE under way; `None` while there is no socket.
    key: Option<ClientKey>,
    attempts: Attempts,
    give_up: Instant,
    done: bool,
}

impl Farewell {
    /// Sends the BYE.
    pub(super) fn begin(
        dialog: Dialog,
        id: SessionId,
        endpoint: &mut Endpoint,
        now: Instant,
    ) -> Self {
        let mut farewell = Self {
            dialog,
            key: None,
            attempts: Attempts::default(),
            give_up: now + BYE_WAITS,
            done: false,
        };
        farewell.try_send(id, endpoint, now);
        farewell
    }

    pub(super) fn is_named_by(&self, replaces: &Replaces) -> bool {
        self.dialog.is_named_by(replaces)
    }

    /// Sends the BYE if there is a socket and none is under way.
    pub(super) fn try_send(&mut self, id: SessionId, endpoint: &mut Endpoint, now: Instant) {
        if self.key.is_none() && !self.done && endpoint.transport.is_open() {
            let bye = self.dialog.request(Method::Bye);
            let (key, _) = endpoint.send(bye, Owner::Session(id), now);
            self.key = Some(key);
        }
    }

    /// Handles the outcome of a request of ours; `None` if it is not this BYE.
    pub(super) fn on_news(
        &mut self,
        key: &ClientKey,
        news: &News,
        id: SessionId,
        endpoint: &mut Endpoint,
        now: Instant,
    ) -> Option<()> {
        self.key.take_if(|own| own == key)?;
        match news {
            News::Response(response) if response.status < 200 => self.key = Some(key.clone()),
            News::Response(response) if matches!(response.status, 401 | 407) => {
                let answered = endpoint.challenged(id, response, &Method::Bye, &mut self.attempts);
                match answered {
                    Ok(()) => self.try_send(id, endpoint, now),
                    Err(_) => self.done = true,
                }
            }
            // Whatever the status, 481 included, the call does not exist any more.
            News::Response(_) | News::TimedOut => self.done = true,
            // Another server, or the same one after a restart, may not know the nonce.
            News::TransportLost => self.attempts = Attempts::default(),
        }
        Some(())
    }

    /// Whether a request of the peer's belongs to this dialog, such as a BYE that crossed ours.
    pub(super) fn owns(&self, headers: &Headers) -> bool {
        self.dialog.owns(headers)
    }

    /// The deadline while the BYE waits for a socket; a BYE under way has its transaction's.
    pub(super) fn poll_timeout(&self) -> Option<Instant> {
        (self.key.is_none() && !self.done).then_some(self.give_up)
    }

    pub(super) fn handle_timeout(&mut self, now: Instant) {
        if is_due(self.poll_timeout(), now) {
            self.done = true;
        }
    }

    pub(super) fn is_done(&self) -> bool {
        self.done
    }
}
