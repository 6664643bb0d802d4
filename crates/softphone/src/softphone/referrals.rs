//! Requests of far ends to call somebody (REFER, RFC 3515) and to take over a call (Replaces, RFC 3891),
//! and which of them strangers may make.

use alo_numbers::costs_more;
use alo_protocol::{CallId, CallKind, DialOptions, Refusal};
use alo_providers::DialTarget;
use alo_sip::wire::{Scheme, Uri};
use alo_sip::{Referral, SessionId};

use super::Softphone;
use super::commands::MAX_CALLS;
use crate::call::Call;
use crate::caller::Caller;
use crate::line::LineId;
use crate::text::{MAX_NAME, clean};
use crate::{MediaOp, Now};

impl Softphone {
    /// The far end of a call wants us to call somebody: the person is asked. A target that a stranger may
    /// not ask for is declined (603).
    pub(super) fn transfer_requested(
        &mut self,
        session: (LineId, SessionId),
        referral: Referral,
        now: Now,
    ) {
        let shown = self.shown_target(&referral.to.uri);
        let call = self
            .calls
            .iter_mut()
            .find(|call| call.session == Some(session) && !call.for_check);
        let is_asked = match (call, shown) {
            (Some(call), Some(shown)) => call.transfer_requested(referral, shown, now),
            _ => false,
        };
        if !is_asked {
            self.tell_referrer(session, 603, now);
        }
    }

    /// The person accepts or refuses the call that a far end asks for.
    pub(super) fn answer_transfer(
        &mut self,
        id: &CallId,
        accept: bool,
        now: Now,
    ) -> Result<(), Refusal> {
        if !accept {
            return self.with_call_or_refuse(id, Call::refuse_transfer_request);
        }
        let known = self.calls.iter().find(|call| call.id == *id);
        let (asking, request) = known
            .and_then(|call| Some((call.session?, call.transfer_request()?)))
            .ok_or(Refusal::NotNow)?;
        let (referral, shown) = (request.0.clone(), request.1.to_owned());
        if !self.registration.is_registered() {
            return Err(Refusal::NotConnected);
        }
        if self.calls.iter().filter(|call| call.is_live()).count() >= MAX_CALLS {
            return Err(Refusal::LinesBusy);
        }
        self.require_no_setup(None)?;
        self.require_microphone()?;
        let mut headers = self.call_headers(&DialOptions::default())?;
        headers.push(("Referred-By".to_owned(), referral.by.to_string()));
        self.with_call_or_refuse(id, |call| {
            call.accept_transfer_request();
            true
        })?;
        let asked_by = |call: &&Call| call.session == Some(asking);
        let resumes = self
            .calls
            .iter()
            .find(asked_by)
            .is_some_and(|call| !call.is_going_on_hold());
        self.hold_others(None, now);
        self.calls.retain(Call::is_live);
        let target = DialTarget {
            uri: self.as_sip(&referral.to.uri).to_string(),
            headers,
        };
        let new = self.new_call_id();
        let dtmf = self.account.as_ref().map(|account| account.dtmf);
        let setup = self.media_setup();
        let mut call = Call::outgoing(new, shown, target, CallKind::Normal, setup, now);
        call.set_digits(dtmf.unwrap_or_default(), None);
        call.set_referrer(asking, referral.replaces, resumes);
        self.calls.push(call);
        Ok(())
    }

    /// An INVITE takes over a call of ours (RFC 3891): its caller takes the far end's place. The engine has
    /// checked that it names the dialog.
    pub(super) fn replace(
        &mut self,
        session: (LineId, SessionId),
        old: SessionId,
        caller: Caller,
        offer: Option<String>,
        now: Now,
    ) {
        let setup = self.media_setup();
        let media = self.effects.new_media();
        let op = match offer.clone() {
            Some(offer) => MediaOp::Answer { offer, setup },
            None => MediaOp::Offer { setup },
        };
        let old = Some((session.0, old));
        // The call of a check is not shown: nobody may get to talk in it.
        let is_it = |call: &&mut Call| call.session == old && call.is_live() && !call.for_check;
        let begun = self
            .calls
            .iter_mut()
            .find(is_it)
            .map(|call| call.begin_takeover(session, caller, offer, media, now));
        match begun {
            Some(true) => self.effects.media(media, op),
            // Another INVITE is just taking it over.
            Some(false) => self.reject(session, 486, now),
            None => self.reject(session, 481, now),
        }
    }

    /// Reports the progress of calls to the far ends that asked for them (RFC 3515).
    pub(super) fn settle_referrals(&mut self, now: Now) {
        let news: Vec<_> = self
            .calls
            .iter_mut()
            .filter_map(Call::take_referrer_news)
            .collect();
        for (session, status, resumes) in news {
            self.tell_referrer(session, status, now);
            if resumes {
                self.resume_after_transfer(session, now);
            }
        }
    }

    /// Resumes the call that was held for a transfer which failed: else both sides would wait in silence.
    /// Not while the person talks in another call.
    fn resume_after_transfer(&mut self, session: (LineId, SessionId), now: Now) {
        let talks = |call: &Call| call.is_live() && !call.is_going_on_hold();
        if self.calls.iter().any(talks) {
            return;
        }
        let asked_by = |call: &&mut Call| call.session == Some(session);
        if let Some(call) = self.calls.iter_mut().find(asked_by) {
            call.set_held(false, now);
        }
    }

    fn tell_referrer(&mut self, (line, id): (LineId, SessionId), status: u16, now: Now) {
        if let Some(line) = self.lines.get(line) {
            line.act(&mut self.effects, |ua| {
                ua.tell_referrer(id, status, now.mono);
            });
        }
    }

    /// How the person is shown the target that a stranger wants called: its address, as a name could be
    /// made up. `None` for what a stranger may not ask for: service codes and numbers that cost more.
    fn shown_target(&self, uri: &Uri) -> Option<String> {
        let user = uri.user_decoded()?;
        if user.contains(['*', '#']) {
            return None;
        }
        // The server that dials it cuts off what follows a `;`.
        let bare = user.split(';').next().unwrap_or_default();
        if costs_more(bare, self.desk.home()) {
            return None;
        }
        let is_ours = uri.scheme == Scheme::Tel
            || self
                .account
                .as_ref()
                .is_some_and(|account| account.domain.eq_ignore_ascii_case(&uri.host.to_string()));
        let shown = if is_ours {
            user
        } else {
            format!("{user}@{}", uri.host)
        };
        clean(&shown, MAX_NAME)
    }

    /// Makes a `tel:` number a user at our own server, which can reach it.
    fn as_sip(&self, uri: &Uri) -> Uri {
        match (&uri.scheme, &self.account) {
            (Scheme::Tel, Some(account)) => Uri::sip_escaped(&uri.opaque, &account.domain),
            _ => uri.clone(),
        }
    }
}
