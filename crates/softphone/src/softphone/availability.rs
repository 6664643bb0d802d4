//! Availability and forwarding: which calls ring, and what becomes of the others.

use alo_protocol::{
    Availability, CallId, DialOptions, DialSource, Direction, EndCause, EndView, HistoryRow,
    MAX_TARGET, PhoneSettings, Refusal,
};
use alo_providers::{DialString, Dialing, PLAIN_SIP, dial_target};
use alo_sip::wire::{Headers, NameAddr, Uri};
use alo_sip::{Diversion, SessionId};

use super::Softphone;
use crate::call::Call;
use crate::caller::Caller;
use crate::line::LineId;
use crate::registration::Registration;
use crate::replies::OnStored;
use crate::{Now, StoreOp};

/// A call that was diverted this often is refused: it goes in a circle, or nobody answers anywhere.
const MAX_DIVERSIONS: usize = 5;

/// What becomes of a call that is not to ring here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TurnedAway {
    /// 486, and it counts as missed.
    Busy,
    /// 480, as if nobody were there.
    Away,
    /// 302 to the target that the person has set.
    Forwarded,
    /// 482: it was diverted by us before, or too often by others (RFC 5806 §6.1).
    Loop,
}

impl Softphone {
    /// Uses the settings at once; the reply waits until they are stored.
    pub(super) fn set_phone(&mut self, phone: PhoneSettings) -> Result<(), Refusal> {
        let phone = phone.cleaned();
        if phone == self.settings && !self.unstored.settings {
            return Ok(());
        }
        if let Some(typed) = &phone.forward_to
            && phone.forward_to != self.settings.forward_to
        {
            if typed.chars().count() > MAX_TARGET {
                return Err(Refusal::TextTooLong);
            }
            let dialled = DialString::parse(typed, DialSource::Dialer)?;
            if self.is_own_address(&dialled) {
                return Err(Refusal::OwnNumber);
            }
        }
        self.settings = phone.clone();
        self.unstored.settings = true;
        let op = StoreOp::PutPhone(phone);
        self.replies.store(op, OnStored::Phone, &mut self.effects);
        Ok(())
    }

    /// False while the person has set the phone to inactive: no calls in or out.
    pub(super) fn wants_calls(&self) -> bool {
        self.settings.availability != Availability::Inactive
    }

    /// Registers or unregisters as the person has set it; while a call is live it stays registered.
    pub(super) fn follow_availability(&mut self, now: Now) {
        let is_inactive = self.registration.is_inactive();
        if self.account.is_none() || self.registration.is_unusable() {
            return;
        }
        if self.wants_calls() && is_inactive {
            self.open_line(now);
        } else if !self.wants_calls() && !is_inactive && !self.calls.iter().any(Call::is_live) {
            self.lines.close(&mut self.effects, now);
            self.registration = Registration::inactive();
        }
    }

    /// What becomes of an incoming call with these headers; `None`: it rings.
    pub(super) fn turned_away(&self, headers: &Headers) -> Option<TurnedAway> {
        if self.settings.forward_to.is_some() {
            return Some(if self.is_diversion_loop(headers) {
                TurnedAway::Loop
            } else {
                TurnedAway::Forwarded
            });
        }
        match self.settings.availability {
            Availability::Available => None,
            Availability::Busy => Some(TurnedAway::Busy),
            Availability::OutgoingOnly | Availability::Inactive => Some(TurnedAway::Away),
        }
    }

    /// Refuses or redirects the call on the wire.
    pub(super) fn turn_away(&mut self, session: (LineId, SessionId), away: TurnedAway, now: Now) {
        match (away, self.forward_uri()) {
            (TurnedAway::Forwarded, Some(target)) => {
                let why = Diversion::Unconditional;
                let sent = self.lines.get(session.0).map(|line| {
                    line.act(&mut self.effects, |ua| {
                        ua.redirect(session.1, &target, why, now.mono)
                    })
                });
                if !matches!(sent, Some(Ok(()))) {
                    self.reject(session, 480, now);
                }
            }
            (TurnedAway::Busy, _) => self.reject(session, 486, now),
            (TurnedAway::Loop, _) => self.reject(session, 482, now),
            (TurnedAway::Away | TurnedAway::Forwarded, _) => self.reject(session, 480, now),
        }
    }

    fn forward_uri(&self) -> Option<Uri> {
        let typed = self.settings.forward_to.as_deref()?;
        let domain = &self.account.as_ref()?.domain;
        let dialled = DialString::parse(typed, DialSource::Dialer).ok()?;
        let target = self.dial_target(domain, &dialled, &DialOptions::default(), None);
        target.ok()?.uri.parse().ok()
    }

    /// Whether the call was diverted by us before, or [`MAX_DIVERSIONS`] times.
    fn is_diversion_loop(&self, headers: &Headers) -> bool {
        let ours = self.own_address();
        let mut diversions = 0;
        headers.values("Diversion").any(|value| {
            diversions += 1;
            let by_us = value.parse::<NameAddr>().is_ok_and(|by| {
                by.uri.user_decoded() == ours.user_decoded() && by.uri.host.matches(&ours.host)
            });
            by_us || diversions >= MAX_DIVERSIONS
        })
    }

    pub(super) fn is_own_address(&self, dialled: &DialString) -> bool {
        let Some(account) = &self.account else {
            return false;
        };
        // An address of record is not written in a provider's dialling format.
        let target = dial_target(&PLAIN_SIP, &account.domain, dialled, &Dialing::default());
        let ours = self.own_address();
        target.is_ok_and(|target| {
            let uri = target.uri.parse::<Uri>();
            uri.is_ok_and(|uri| uri.matches(&ours))
        })
    }

    /// Our address of record; a `sip:` URI of empty parts while nobody is signed in.
    pub(super) fn own_address(&self) -> Uri {
        let account = self.account.as_ref();
        let (user, domain) = account.map_or(("", ""), |a| (&a.username, &a.domain));
        Uri::sip_escaped(user, domain)
    }
}

/// The history row of a call that did not ring. It is unseen if it was refused as busy or as a loop.
pub(super) fn turned_away_row(id: CallId, caller: Caller, away: TurnedAway, at: u64) -> HistoryRow {
    let (cause, code) = match away {
        TurnedAway::Forwarded => (EndCause::Forwarded, 302),
        TurnedAway::Busy => (EndCause::Missed, 486),
        TurnedAway::Away => (EndCause::Missed, 480),
        TurnedAway::Loop => (EndCause::Missed, 482),
    };
    HistoryRow {
        id,
        direction: Direction::Incoming,
        number: caller.number,
        name: caller.name,
        started_at: at,
        answered_at: None,
        end: Some(EndView {
            cause,
            code: Some(code),
            reason: None,
            reason_header: None,
            at,
        }),
        unseen: matches!(away, TurnedAway::Busy | TurnedAway::Loop),
        provider_id: None,
        hotline: None,
        note: None,
        elsewhere: false,
        hidden: false,
        owner: None,
    }
}
