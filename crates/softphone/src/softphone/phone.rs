//! How the person wants the phone to behave: who may ring, and where calls go instead.

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
use crate::replies::Then;
use crate::{Now, StoreOp};

/// A call that has been sent on this often goes round in a circle, or nobody is anywhere.
const MAX_DIVERSIONS: usize = 5;

/// What becomes of a call that is not to ring here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TurnedAway {
    /// 486, and it counts as missed.
    Busy,
    /// 480, as if nobody were there.
    Away,
    /// 302 to where the person wants their calls.
    SentOn,
    /// 482: it has been here, or too often elsewhere, before (RFC 5806 §6.1).
    GoesRound,
}

impl Softphone {
    /// Uses the settings at once; that they are kept is what the reply waits for.
    pub(super) fn set_phone(&mut self, phone: PhoneSettings) -> Result<(), Refusal> {
        let phone = phone.cleaned();
        if phone == self.settings && self.settings_are_kept {
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
        self.settings_are_kept = false;
        let op = StoreOp::PutPhone(phone);
        self.replies.store(op, Then::Phone, &mut self.effects);
        Ok(())
    }

    /// Whether calls are wanted at all.
    pub(super) fn wants_calls(&self) -> bool {
        self.settings.availability != Availability::Inactive
    }

    /// Registers or unregisters as the person wants it; calls that are up are talked to their end.
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

    /// What is to become of a call with these headers; none: it rings.
    pub(super) fn turned_away(&self, headers: &Headers) -> Option<TurnedAway> {
        if self.settings.forward_to.is_some() {
            return Some(if self.was_here(headers) {
                TurnedAway::GoesRound
            } else {
                TurnedAway::SentOn
            });
        }
        match self.settings.availability {
            Availability::Available => None,
            Availability::Busy => Some(TurnedAway::Busy),
            Availability::OutgoingOnly | Availability::Inactive => Some(TurnedAway::Away),
        }
    }

    /// Carries it out on the wire.
    pub(super) fn turn_away(&mut self, session: (LineId, SessionId), away: TurnedAway, now: Now) {
        match (away, self.forward_uri()) {
            (TurnedAway::SentOn, Some(target)) => {
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
            (TurnedAway::GoesRound, _) => self.reject(session, 482, now),
            (TurnedAway::Away | TurnedAway::SentOn, _) => self.reject(session, 480, now),
        }
    }

    fn forward_uri(&self) -> Option<Uri> {
        let typed = self.settings.forward_to.as_deref()?;
        let domain = &self.account.as_ref()?.domain;
        let dialled = DialString::parse(typed, DialSource::Dialer).ok()?;
        let target = self.dial_target(domain, &dialled, &DialOptions::default(), None);
        target.ok()?.uri.parse().ok()
    }

    /// Whether the call was sent on by us, or by so many that it goes in a circle.
    fn was_here(&self, headers: &Headers) -> bool {
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
        // An address of record is never in a provider's form.
        let target = dial_target(&PLAIN_SIP, &account.domain, dialled, &Dialing::default());
        let ours = self.own_address();
        target.is_ok_and(|target| {
            let uri = target.uri.parse::<Uri>();
            uri.is_ok_and(|uri| uri.matches(&ours))
        })
    }

    /// The address of record; `sip:` of nothing while nobody is signed in.
    pub(super) fn own_address(&self) -> Uri {
        let account = self.account.as_ref();
        let (user, domain) = account.map_or(("", ""), |a| (&a.username, &a.domain));
        Uri::sip_escaped(user, domain)
    }
}

/// The row of a call that did not ring. Only whom the person did not see calling counts as missed.
pub(super) fn turned_away_row(id: CallId, caller: Caller, away: TurnedAway, at: u64) -> HistoryRow {
    let (cause, code) = match away {
        TurnedAway::SentOn => (EndCause::Forwarded, 302),
        TurnedAway::Busy => (EndCause::Missed, 486),
        TurnedAway::Away => (EndCause::Missed, 480),
        TurnedAway::GoesRound => (EndCause::Missed, 482),
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
        unseen: matches!(away, TurnedAway::Busy | TurnedAway::GoesRound),
        provider_id: None,
        hotline: None,
        note: None,
        elsewhere: false,
        hidden: false,
        owner: None,
    }
}
