//! Saying BYE for as long as it takes (RFC 3261 §15.1.1).
//!
//! For the person the call is over at once; the BYE may still meet a challenge or a lost socket.

use std::time::Duration;

use super::SessionId;
use crate::authentication::Attempts;
use crate::dialog::Dialog;
use crate::endpoint::Endpoint;
use crate::time::Instant;
use crate::timers::is_due;
use crate::transaction::{ClientKey, News, Owner};
use crate::wire::{Headers, Method, Replaces};

/// How long a BYE waits for a new socket. Longer, and the other side has surely noticed the silence.
const BYE_WAITS: Duration = Duration::from_secs(300);

/// A dialog that is being ended by us.
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
        farewell.opened(id, endpoint, now);
        farewell
    }

    pub(super) fn is_named_by(&self, replaces: &Replaces) -> bool {
        self.dialog.is_named_by(replaces)
    }

    /// There is a socket (again).
    pub(super) fn opened(&mut self, id: SessionId, endpoint: &mut Endpoint, now: Instant) {
        if self.key.is_none() && !self.done && endpoint.transport.is_open() {
            let bye = self.dialog.request(Method::Bye);
            self.key = endpoint
                .send(bye, Owner::Session(id), now)
                .map(|(key, _)| key);
        }
    }

    /// Takes news about a request of ours; `None` if it was not this BYE.
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
                    Ok(()) => self.opened(id, endpoint, now),
                    Err(_) => self.done = true,
                }
            }
            // Whatever it says, 481 included: there is no call any more.
            News::Response(_) | News::TimedOut => self.done = true,
            // Another server, or the same one restarted, may know nothing of the nonce.
            News::TransportLost => self.attempts = Attempts::default(),
        }
        Some(())
    }

    /// The peer said BYE too.
    pub(super) fn owns(&self, headers: &Headers) -> bool {
        self.dialog.owns(headers)
    }

    /// The deadline, while there is something to wait for that has no deadline of its own.
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
