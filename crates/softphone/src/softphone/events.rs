//! Events of sockets and user agents.

use alo_protocol::CallId;
use alo_sip::sdp::Sdp;
use alo_sip::wire::Headers;
use alo_sip::{Event, RecoveryCause, RegistrationEvent, SessionId};

use super::Softphone;
use super::availability::turned_away_row;
use super::commands::MAX_CALLS;
use crate::call::Call;
use crate::caller::{Caller, is_same_number};
use crate::history::{missed_row, with_provider_facts};
use crate::line::LineId;
use crate::voicemail::voicemail;
use crate::{Now, SocketEvent, SocketId};

impl Softphone {
    pub(super) fn handle_socket(&mut self, socket: SocketId, event: &SocketEvent, now: Now) {
        let effects = &mut self.effects;
        if self.lines.handle_socket(socket, event, effects, now) {
            if let (SocketEvent::Message(_), Some(check)) = (event, &mut self.check)
                && self.lines.is_socket_of_live(socket)
            {
                check.heard_server(now);
            }
            return;
        }
        if let Some(test) = &mut self.test {
            test.handle_socket(socket, event, effects, now);
        }
    }

    /// Takes events and carries out actions until there is neither.
    pub(super) fn run(&mut self, now: Now) {
        loop {
            self.carry_out_actions(now);
            if let Some((line, event)) = self.lines.next_event() {
                self.handle_event(line, event, now);
            } else if !self.run_check(now) && !self.follow_other_calls(now) {
                break;
            }
        }
        if let Some(test) = &mut self.test {
            test.handle_events(&mut self.effects, now);
            self.report = Some(test.report().clone());
            if test.is_over() {
                self.end_test(now);
            }
        }
    }

    /// Ends what depended on another call that is over: a mute of our own, a wait for a transfer to it.
    /// True if actions may have to be carried out.
    fn follow_other_calls(&mut self, now: Now) -> bool {
        let active: Vec<_> = self.calls.iter().filter(|call| call.is_active()).collect();
        let talks = active.iter().filter(|call| !call.is_going_on_hold());
        let talks: Vec<CallId> = talks.map(|call| call.id.clone()).collect();
        let active: Vec<CallId> = active.into_iter().map(|call| call.id.clone()).collect();
        let mut changed = false;
        for call in &mut self.calls {
            if call.is_muted_for_another() && talks.iter().all(|id| *id == call.id) {
                call.lift_own_mute();
                changed = true;
            }
            if call.transfers_with().is_some_and(|id| !active.contains(id)) {
                call.transfer_target_gone(now);
            }
        }
        changed
    }

    fn handle_event(&mut self, line: LineId, event: Event, now: Now) {
        match event {
            Event::Registration(event) => {
                if self.lines.is_live(line) {
                    self.handle_registration(&event, now);
                }
            }
            Event::Incoming {
                id,
                from,
                offer,
                replaces,
                headers,
                ..
            } => {
                let caller = Caller::new(&from, &headers, &self.own_address());
                self.handle_incoming((line, id), (caller, &headers), offer, replaces, now);
            }
            Event::Progress {
                id,
                status,
                sdp,
                early_dialog,
                headers,
            } => {
                self.learn(line, id, &headers);
                if let Some(call) = self.call_of(line, id) {
                    call.progress(status, sdp, &early_dialog, now);
                }
            }
            Event::Accepted { id, sdp, headers } => {
                self.learn(line, id, &headers);
                let named = self.named_by_server(&headers);
                if let Some(call) = self.call_of(line, id) {
                    call.note_asserted(named);
                    call.accepted(sdp, now);
                }
            }
            Event::Confirmed { id, sdp } => {
                if let Some(call) = self.call_of(line, id) {
                    call.confirmed(sdp, now);
                }
            }
            Event::Reoffer { id, offer } => {
                if let Some(call) = self.call_of(line, id) {
                    call.reoffered(offer, now);
                }
            }
            Event::Identified { id, headers } => {
                let named = self.named_by_server(&headers);
                if let (Some(named), Some(call)) = (named, self.call_of(line, id)) {
                    call.identified(named);
                }
            }
            Event::RefreshDue { id } => {
                if let Some(call) = self.call_of(line, id) {
                    call.refresh_due(now);
                }
            }
            Event::ReinviteDone { id, result } => {
                if let Some(call) = self.call_of(line, id) {
                    call.reinvite_done(result, now);
                }
            }
            Event::TransferProgress { id, status } => {
                if let Some(call) = self.call_of(line, id) {
                    call.transfer_progress(status);
                }
            }
            Event::TransferDone { id, result } => {
                let with = self
                    .call_of(line, id)
                    .and_then(|call| call.transfer_done(result, now));
                // The far ends talk to each other now: the other call is over too.
                if let Some(other) = with
                    && let Some(call) = self.calls.iter_mut().find(|call| call.id == other)
                {
                    call.hang_up(now);
                }
            }
            Event::InfoDone { id, result } => {
                if let Some(call) = self.call_of(line, id) {
                    call.info_done(result, now);
                }
            }
            Event::TransferRequested { id, referral } => {
                self.transfer_requested((line, id), referral, now);
            }
            Event::TransferDeclined { id, .. } => {
                log::debug!("a transfer that {id:?} asked for was declined");
            }
            Event::MessageWaiting { summary, solicited } => {
                if let Some(account) = self.account.as_ref().filter(|_| self.lines.is_live(line)) {
                    self.voicemail = Some(voicemail(
                        &summary,
                        solicited,
                        &account.domain,
                        self.desk.home(),
                    ));
                }
            }
            Event::Ended { id, end } => {
                self.learn(line, id, &end.headers);
                let profile = self.profile;
                if let Some(call) = self.call_of(line, id) {
                    call.ended(profile, &end, now);
                } else if let Some(call) = self
                    .calls
                    .iter_mut()
                    .find(|call| call.is_taken_over_by((line, id)))
                {
                    call.takeover_ended();
                }
            }
        }
    }

    fn handle_registration(&mut self, event: &RegistrationEvent, now: Now) {
        let secure = self
            .account
            .as_ref()
            .is_some_and(|account| account.server_url.starts_with("wss:"));
        self.registration.handle(event, secure, now);
        match event {
            RegistrationEvent::Registered { .. } => self.account_works = true,
            RegistrationEvent::Failed { cause, .. } if self.account_works => {
                self.registration
                    .try_again_later(*cause, &mut self.rng, now);
            }
            _ => {}
        }
        if let RegistrationEvent::Recovering { why, .. } = event
            && is_socket_gone(*why)
        {
            for call in &mut self.calls {
                call.flow_lost();
            }
        }
        if self.registration.is_registered() {
            for call in &mut self.calls {
                call.registered_again(now);
            }
        }
    }

    /// Whom our server names as the far end. Some PBXs name ourselves to us, which says nothing.
    fn named_by_server(&self, headers: &Headers) -> Option<Caller> {
        let ours = self.own_address().user_decoded();
        let is_ours = |it: &Caller| ours.is_some_and(|ours| is_same_number(&ours, &it.number));
        Caller::asserted(headers).filter(|it| !is_ours(it))
    }

    fn handle_incoming(
        &mut self,
        session: (LineId, SessionId),
        (caller, headers): (Caller, &Headers),
        offer: Option<String>,
        replaces: Option<SessionId>,
        now: Now,
    ) {
        // The account of this line has just signed out.
        if !self.lines.is_live(session.0) {
            self.reject(session, 480, now);
            return;
        }
        let speaks = |offer: &String| Sdp::parse(offer).audio().is_some();
        if !offer.as_ref().is_none_or(speaks) {
            self.reject(session, 488, now);
            return;
        }
        if let Some(old) = replaces {
            self.replace(session, old, caller, offer, now);
            return;
        }
        let id = self.new_call_id();
        let facts = self.facts_of(headers);
        if let Some(away) = self.turned_away(headers) {
            self.turn_away(session, away, now);
            let row = turned_away_row(id, caller, away, now.unix_ms);
            self.put_row(with_provider_facts(row, facts));
            return;
        }
        let talks = |call: &&Call| call.is_live() && !call.for_check;
        if self.calls.iter().filter(talks).count() >= MAX_CALLS {
            self.reject(session, 486, now);
            let row = missed_row(id, caller.number, caller.name, now.unix_ms);
            self.put_row(with_provider_facts(row, facts));
            return;
        }
        if let Some(line) = self.lines.get(session.0) {
            line.act(&mut self.effects, |ua| ua.ring(session.1, now.mono));
        }
        self.calls.retain(Call::is_live);
        self.prepare_media(offer.is_some());
        let named = self.named_by_server(headers);
        let mut call = Call::incoming(id, caller, offer, now);
        call.note_asserted(named);
        call.session = Some(session);
        call.learn(facts);
        let dtmf = self.account.as_ref().map(|account| account.dtmf);
        call.set_digits(dtmf.unwrap_or_default(), None);
        self.plan_auto_answer(&mut call, headers, now);
        // A beep that is due at once begins now, so that no ring precedes it; the answer follows later.
        call.advance_auto_answer(now);
        self.calls.push(call);
    }

    pub(super) fn reject(&mut self, (line, id): (LineId, SessionId), status: u16, now: Now) {
        if let Some(line) = self.lines.get(line) {
            line.act(&mut self.effects, |ua| {
                ua.reject(id, status, None, now.mono);
            });
        }
    }

    /// Passes what the provider's headers say about a call to the call.
    fn learn(&mut self, line: LineId, session: SessionId, headers: &Headers) {
        let facts = self.facts_of(headers);
        if let Some(call) = self.call_of(line, session) {
            call.learn(facts);
        }
    }

    fn call_of(&mut self, line: LineId, session: SessionId) -> Option<&mut Call> {
        self.calls
            .iter_mut()
            .find(|call| call.session == Some((line, session)))
    }
}

/// Whether the registration failed because its socket was lost.
fn is_socket_gone(why: RecoveryCause) -> bool {
    match why {
        RecoveryCause::CannotConnect { .. }
        | RecoveryCause::ConnectionLost { .. }
        | RecoveryCause::KeepAliveUnanswered
        | RecoveryCause::NotSip => true,
        RecoveryCause::NoAnswer
        | RecoveryCause::ServerError { .. }
        | RecoveryCause::Refused { .. } => false,
    }
}
