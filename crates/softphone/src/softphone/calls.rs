//! Carries out the actions of calls: on the wire, on their media, in the history.

use alo_protocol::{CallId, EndCause, HistoryRow, ProviderKind};
use alo_providers::api::ProviderCall;
use alo_providers::{CallFacts, DialTarget};
use alo_sip::wire::{Replaces, Uri};
use alo_sip::{Diversion, Error, Invite, SessionId, UserAgent};

use super::Softphone;
use crate::call::{Action, Call, TransferTo};
use crate::desk::Desk;
use crate::replies::OnStored;
use crate::{MediaOp, Now, StoreOp};

impl Softphone {
    /// Carries out every action that waits.
    pub(super) fn carry_out_actions(&mut self, now: Now) {
        while let Some((at, action)) = self.next_action() {
            self.carry_out(at, action, now);
        }
    }

    fn next_action(&mut self) -> Option<(usize, Action)> {
        let mut calls = self.calls.iter_mut().enumerate();
        calls.find_map(|(at, call)| call.poll_action().map(|action| (at, action)))
    }

    fn carry_out(&mut self, at: usize, action: Action, now: Now) {
        match action {
            Action::Media(op) => self.media_op(at, op),
            Action::Invite { target, offer } => self.place(at, &target, offer, now),
            Action::Info { body } => {
                let sent = self.on_wire(at, |ua, id| {
                    ua.info(id, "application/dtmf-relay", body, now.mono)
                });
                let sent = sent.unwrap_or(Err(Error::UnknownSession));
                if let (Err(error), Some(call)) = (sent, self.calls.get_mut(at)) {
                    log::debug!("INFO not sent: {error}");
                    call.info_done(Err(503), now);
                }
            }
            Action::Accept { sdp } => {
                self.on_wire(at, |ua, id| ua.accept(id, sdp, now.mono));
            }
            Action::Reject { status } => {
                self.on_wire(at, |ua, id| ua.reject(id, status, None, now.mono));
            }
            Action::Redirect { target } => self.redirect(at, &target, now),
            Action::HangUp => {
                self.on_wire(at, |ua, id| ua.hang_up(id, now.mono));
            }
            Action::Reinvite { offer, recover } => {
                let sent = self.on_wire(at, |ua, id| match recover {
                    true => ua.recover(id, offer, now.mono),
                    false => ua.reinvite(id, offer, now.mono),
                });
                let sent = sent.unwrap_or(Err(Error::UnknownSession));
                if let (Err(error), Some(call)) = (sent, self.calls.get_mut(at)) {
                    log::debug!("re-INVITE not sent: {error}");
                    call.reinvite_done(Err(500), now);
                }
            }
            Action::AnswerReinvite { answer } => {
                let taken = self.on_wire(at, |ua, id| ua.answer_reinvite(id, answer, now.mono));
                if let (Some(false), Some(call)) = (taken, self.calls.get_mut(at)) {
                    call.reoffer_gone(now);
                }
            }
            Action::Transfer(to) => self.send_refer(at, &to, now),
            Action::Probe => self.lines.probe(&mut self.effects, now),
            Action::TellReferrer { status } => {
                self.on_wire(at, |ua, id| ua.tell_referrer(id, status, now.mono));
            }
            Action::Leave {
                session: (line, id),
            } => {
                if let Some(line) = self.lines.get(line) {
                    line.act(&mut self.effects, |ua| ua.hang_up(id, now.mono));
                }
            }
            Action::Refuse { session, status } => self.reject(session, status, now),
            Action::CloseMedia(media) => self.effects.media(media, MediaOp::Close),
            Action::HoldFailed => self.hold_failed(at),
            Action::OpenMicrophonePage => self.open_microphone_page = true,
            Action::Record => {
                if let Some(call) = self.calls.get(at).filter(|call| !call.for_check) {
                    self.put_row(call.row());
                }
            }
        }
    }

    fn media_op(&mut self, at: usize, op: MediaOp) {
        let Some(call) = self.calls.get_mut(at) else {
            return;
        };
        let media = match op {
            MediaOp::Offer { .. } | MediaOp::Answer { .. } => {
                let media = self.effects.new_media();
                call.media = Some(media);
                Some(media)
            }
            MediaOp::Close => call.media.take(),
            _ => call.media,
        };
        if let Some(media) = media {
            self.effects.media(media, op);
        }
    }

    fn place(&mut self, at: usize, target: &DialTarget, offer: String, now: Now) {
        let replaces = self
            .calls
            .get(at)
            .and_then(Call::referrer)
            .and_then(|referrer| referrer.replaces.clone());
        let placed = self.invite(target, offer, replaces, now);
        let Some(call) = self.calls.get_mut(at) else {
            return;
        };
        match placed {
            Ok(session) => call.session = Some(session),
            Err(error) => {
                log::debug!("INVITE not sent: {error}");
                let cause = match error {
                    Error::NotConnected => EndCause::NetworkFailed,
                    Error::BadTarget => EndCause::NotFound,
                    _ => EndCause::Failed,
                };
                call.not_sent(cause, now);
            }
        }
    }

    fn invite(
        &mut self,
        target: &DialTarget,
        offer: String,
        replaces: Option<Replaces>,
        now: Now,
    ) -> Result<(crate::line::LineId, SessionId), Error> {
        let line = self.lines.live().ok_or(Error::NotConnected)?;
        let uri: Uri = target.uri.parse().map_err(|_| Error::BadTarget)?;
        let invite = Invite {
            target: uri,
            offer,
            headers: target.headers.clone(),
            replaces,
        };
        let id = line.act(&mut self.effects, |ua| ua.invite(invite, now.mono))?;
        Ok((line.id, id))
    }

    /// Does something with a call's session. `None` where the call has none, or its line is gone.
    fn on_wire<R>(
        &mut self,
        at: usize,
        act: impl FnOnce(&mut UserAgent, SessionId) -> R,
    ) -> Option<R> {
        let (line, id) = self.calls.get(at)?.session?;
        let line = self.lines.get(line)?;
        Some(line.act(&mut self.effects, |ua| act(ua, id)))
    }

    fn send_refer(&mut self, at: usize, to: &TransferTo, now: Now) {
        let sent = match to {
            TransferTo::Somebody(target) => {
                let target: Result<Uri, _> = target.uri.parse();
                self.on_wire(at, |ua, id| {
                    let target = target.map_err(|_| Error::BadTarget)?;
                    ua.transfer(id, &target, now.mono)
                })
            }
            TransferTo::Call(other) => {
                let own = self.calls.get(at).and_then(|call| call.session);
                let mut calls = self.calls.iter();
                let other = calls.find(|call| call.id == *other);
                match (own, other.and_then(|call| call.session)) {
                    (Some((line, _)), Some((others_line, other))) if line == others_line => {
                        self.on_wire(at, |ua, id| ua.transfer_to(id, other, now.mono))
                    }
                    _ => None,
                }
            }
        };
        let sent = sent.unwrap_or(Err(Error::UnknownSession));
        if let (Err(error), Some(call)) = (sent, self.calls.get_mut(at)) {
            log::debug!("REFER not sent: {error}");
            call.transfer_done(Err(500), now);
        }
    }

    /// Redirects the caller (302). If the target is no URI, the call is refused (480).
    fn redirect(&mut self, at: usize, target: &DialTarget, now: Now) {
        let uri: Result<Uri, _> = target.uri.parse();
        self.on_wire(at, |ua, id| {
            let sent_on = uri.is_ok_and(|uri| {
                ua.redirect(id, &uri, Diversion::Deflection, now.mono)
                    .is_ok()
            });
            if !sent_on {
                ua.reject(id, 480, None, now.mono);
            }
        });
    }

    /// A call could not be held or resumed. It is muted if the person talks in another call: its far end
    /// must not hear that.
    fn hold_failed(&mut self, at: usize) {
        // In a conference both far ends hear the person on purpose.
        let is_shared = self.calls.get(at).is_some_and(Call::is_in_conference);
        let others_active = self
            .calls
            .iter()
            .enumerate()
            .any(|(other, call)| other != at && call.is_active() && !call.is_going_on_hold());
        if let Some(call) = self.calls.get_mut(at) {
            call.hold_failed(others_active && !is_shared);
        }
    }

    /// Puts a row into the history and the store.
    pub(super) fn put_row(&mut self, mut row: HistoryRow) {
        // A row keeps its owner when somebody else has signed in since.
        let here = self.desk.owner();
        let known = self.history.row(&row.id);
        let owner = known.map_or_else(|| Some(here.clone()), |known| known.owner.clone());
        row.owner = row.owner.or(owner);
        row.hidden = match row.owner == Some(here) {
            true => self.desk.hides_numbers(),
            false => known.is_some_and(|known| known.hidden),
        };
        self.store_row(row.clone());
        self.history.put(row);
        self.forget_surplus();
    }

    /// Deletes the oldest rows if there are too many, but none whose note waits to be sent or is stored
    /// only here.
    pub(super) fn forget_surplus(&mut self) {
        let desk = &self.desk;
        let surplus = self.history.take_surplus(|row| desk.keeps(row));
        self.forget_rows(surplus);
    }

    fn forget_rows(&mut self, calls: Vec<CallId>) {
        if !calls.is_empty() {
            let op = StoreOp::DeleteHistory(calls);
            self.replies.store(op, OnStored::Ignore, &mut self.effects);
        }
    }

    pub(super) fn store_row(&mut self, row: HistoryRow) {
        let then = OnStored::Row(row.id.clone());
        self.replies
            .store(StoreOp::PutHistory(row), then, &mut self.effects);
    }

    /// Merges the provider's list of calls into the history, each call once.
    pub(super) fn merge_history(&mut self, kind: ProviderKind, calls: Vec<ProviderCall>, now: Now) {
        let owner = self.desk.owner();
        // That session has ended since.
        if owner.provider != kind {
            return;
        }
        let from = self.desk.keep_from(now);
        let merged = self.history.merge(&owner, calls, from);
        for (id, provider_id) in merged.linked {
            if let Some(call) = self.calls.iter_mut().find(|call| call.id == id) {
                call.learn(CallFacts {
                    provider_id: Some(provider_id.clone()),
                    ..CallFacts::default()
                });
            }
            self.with_desk(now, |desk, out| desk.link(&id, &provider_id, out));
        }
        for row in merged.rows {
            self.put_row(row);
        }
    }

    /// Deletes calls and notes that are older than the person has set, unless a note waits to be sent.
    pub(super) fn forget_old(&mut self, now: Now) {
        self.with_desk(now, Desk::forget_old);
        let before = self.desk.keep_from(now);
        let desk = &self.desk;
        let old = self.history.take_before(before, |row| desk.needs(row));
        self.forget_rows(old);
    }

    /// Drops ended calls: each is shown until it is dismissed, its time is over, or another one ends.
    pub(super) fn drop_stale_calls(&mut self, now: Now) {
        let newest = self
            .calls
            .iter()
            .filter_map(|call| {
                // Of two calls that end together the transferred one tells what happened.
                let order = (call.end()?.at, call.was_transferred());
                Some((order, &call.id))
            })
            .max_by_key(|(order, _)| *order)
            .map(|(_, id)| id.clone());
        // The call of a check is never shown.
        self.calls.retain(|call| !call.for_check || call.is_live());
        self.calls.retain(|call| {
            call.is_live() || (!call.is_stale(now) && Some(&call.id) == newest.as_ref())
        });
    }
}
