//! What the user agent does when its socket opens, receives a message, is silent or is lost.

use super::{RecoveryCause, UserAgent};
use crate::keep_alive::{Due, Probe};
use crate::time::Instant;
use crate::transaction::{News, Owner};
use crate::transport::Notice;
use crate::wire::{DropReason, Message, Method, NameAddr, ParseError, parse};

/// Asks whoever receives it for a [`PONG`] (RFC 5626 §3.5.1).
const PING: &[u8] = b"\r\n\r\n";

/// The answer to a [`PING`] (RFC 5626 §3.5.1).
const PONG: &str = "\r\n";

impl UserAgent {
    pub(super) fn on_opened(&mut self, now: Instant) {
        if !self.endpoint.transport.opened(now) {
            return;
        }
        let endpoint = &mut self.endpoint;
        // The registration goes first: a server may accept requests within calls only from
        // registered phones.
        self.registration.opened(endpoint, now);
        endpoint
            .transactions
            .transport_reopened(&mut endpoint.transport, now);
        for session in &mut self.sessions {
            session.on_opened(endpoint, now);
        }
    }

    pub(super) fn on_closed(&mut self, code: u16, now: Instant) {
        let endpoint = &mut self.endpoint;
        if let Some(notice) = endpoint.transport.closed(code, &mut endpoint.rng, now) {
            self.on_notice(notice, now);
        }
    }

    pub(super) fn on_online(&mut self, now: Instant) {
        if self.endpoint.transport.is_open() {
            // The network may be another one than when the socket was opened; only an answer of the
            // server shows whether the socket still works.
            self.endpoint.transport.keep_alive.probe_now(now);
            self.on_socket_timeout(now);
        } else if !self.endpoint.transport.is_idle() {
            self.endpoint.transport.connect(now);
            self.on_notice(Notice::Connecting, now);
        }
    }

    pub(super) fn on_socket_timeout(&mut self, now: Instant) {
        let endpoint = &mut self.endpoint;
        if let Some(notice) = endpoint.transport.handle_timeout(&mut endpoint.rng, now) {
            self.on_notice(notice, now);
        }
    }

    /// Handles one WebSocket message, which is one SIP message or a keep-alive (RFC 7118 §5).
    pub(super) fn on_message(&mut self, octets: &[u8], now: Instant) {
        if !self.endpoint.transport.is_open() {
            return;
        }
        self.endpoint.transport.keep_alive.heard(now);
        let message = match parse(octets) {
            Ok(message) => message,
            Err(ParseError::Drop(DropReason::Empty)) => {
                if octets == PING {
                    self.endpoint.transport.send(PONG.to_owned());
                } else {
                    self.endpoint.transport.keep_alive.pong(now);
                }
                return;
            }
            Err(ParseError::Drop(why)) => {
                log::debug!("sip: message dropped: {why}");
                if why == DropReason::NotSip && !self.endpoint.transport.speaks_sip() {
                    self.give_up_socket(RecoveryCause::NotSip, now);
                }
                return;
            }
            Err(ParseError::Request {
                status,
                reason,
                partial,
            }) => {
                self.endpoint.transport.heard_sip();
                self.refuse_malformed(&partial, status, reason);
                return;
            }
        };
        match message {
            Message::Request(request) if self.registration.is_echo(&request.headers) => {
                self.give_up_socket(RecoveryCause::NotSip, now);
            }
            Message::Request(request) => {
                self.endpoint.transport.heard_sip();
                self.on_request(request, now);
            }
            Message::Response(response) => {
                self.endpoint.transport.heard_sip();
                let endpoint = &mut self.endpoint;
                let transport = &mut endpoint.transport;
                endpoint
                    .transactions
                    .receive_response(response, transport, now);
            }
        }
    }

    pub(super) fn on_options_news(&mut self, news: &News) {
        if let News::Response(_) = news {
            self.endpoint.transport.keep_alive.options_answered();
        }
    }

    fn on_notice(&mut self, notice: Notice, now: Instant) {
        match notice {
            Notice::Lost { why, retry_at } => {
                self.endpoint.transactions.transport_lost(now);
                for session in &mut self.sessions {
                    session.on_lost(now);
                }
                self.message_waiting.lost();
                self.registration.lost(why, retry_at, &mut self.endpoint);
            }
            Notice::Connecting => self.registration.connecting(&mut self.endpoint),
            Notice::KeepAlive(Due::Send(probe)) => self.send_probe(probe, now),
            Notice::KeepAlive(Due::Dead) => {
                self.give_up_socket(RecoveryCause::KeepAliveUnanswered, now);
            }
        }
    }

    pub(super) fn give_up_socket(&mut self, why: RecoveryCause, now: Instant) {
        let endpoint = &mut self.endpoint;
        let notice = endpoint.transport.give_up(why, &mut endpoint.rng, now);
        self.on_notice(notice, now);
    }

    fn send_probe(&mut self, probe: Probe, now: Instant) {
        match probe {
            Probe::Ping => self.ping(),
            Probe::Options => self.send_options(now),
            Probe::Trial => {
                self.ping();
                self.send_options(now);
            }
            Probe::Register => {
                if !self.registration.refresh(&mut self.endpoint, now) {
                    self.give_up_socket(RecoveryCause::KeepAliveUnanswered, now);
                }
            }
        }
    }

    fn ping(&mut self) {
        self.endpoint.transport.send("\r\n\r\n".to_owned());
    }

    /// Sends OPTIONS to the domain, without credentials: a challenge is an answer too.
    fn send_options(&mut self, now: Instant) {
        let (call_id, from, seq) = &mut self.options;
        *seq = seq.saturating_add(1);
        let target = self.endpoint.domain();
        let to = NameAddr::new(target.clone());
        let request = self
            .endpoint
            .request(Method::Options, &target, from, &to, call_id, *seq);
        self.endpoint.send(request, Owner::KeepAlive, now);
    }
}
