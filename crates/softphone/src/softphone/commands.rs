//! Commands of a person: checked, and passed to the part of the phone that they are about.

use std::time::Duration;

use alo_protocol::{
    AudioSettings, CallId, Command, DeclineMode, DialOptions, DialSource, MicrophoneState, Refusal,
};
use alo_providers::{
    CallFacts, DialString, DialTarget, Dialing, dial_target, dtmf_digits, external_call_id,
    post_dial_digits, split_post_dial, supervise,
};
use alo_sip::random::token;

use super::{CommandOrigin, MAX_EARLY, Softphone};
use crate::call::{Call, NOTICE_LIMIT, TransferTo};
use crate::replies::OnStored;
use crate::{Effect, Now, StoreOp};

/// Two calls at most: one that is talked in, one that is held or waits.
pub(super) const MAX_CALLS: usize = 2;
/// 100 bits, so that a row's id is never given twice.
const CALL_ID_LENGTH: usize = 20;
/// How long a sample of the ring plays: long enough for every sound of it once.
const RING_SAMPLE: Duration = Duration::from_secs(3);

impl Softphone {
    pub(super) fn command(&mut self, origin: CommandOrigin, command: Command, now: Now) {
        let request = origin.request;
        if !self.loaded {
            if self.early.len() < MAX_EARLY {
                self.early.push((origin, command));
            } else {
                self.effects.reply(request, Some(Refusal::AgentUnreachable));
            }
            return;
        }
        let before = self.effects.stores_so_far();
        let from_page = matches!(
            command,
            Command::Dial {
                source: DialSource::Page,
                ..
            }
        );
        // Views send these by themselves: the person may still be reading the notice.
        let is_wish = !matches!(
            command,
            Command::HistorySeen | Command::MicrophoneChanged { .. }
        );
        let outcome = self.take_command(command, now);
        match outcome {
            Ok(()) if is_wish => self.notice = None,
            // The card on the page shows refusals of its own commands.
            Err(refusal) if !origin.is_view && !from_page => {
                self.notice = Some((refusal, now.mono + NOTICE_LIMIT));
            }
            _ => {}
        }
        self.carry_out_actions(now);
        match outcome {
            Ok(()) => self.replies.acknowledge(request, before, &mut self.effects),
            Err(refusal) => self.replies.refuse(request, refusal, &mut self.effects),
        }
    }

    fn take_command(&mut self, command: Command, now: Now) -> Result<(), Refusal> {
        match command {
            Command::SignIn { account } => self.sign_in(&account),
            Command::SignOut => {
                self.sign_out();
                Ok(())
            }
            Command::Reconnect => {
                self.with_desk(now, |desk, out| desk.retry_session(out));
                self.reconnect(now)
            }
            Command::TestConnection { account } => self.test_connection(&account, now),
            Command::Dial {
                number,
                source,
                options,
            } => self.dial(&number, source, &options, now),
            Command::Answer { call } => self.answer(&call, now),
            // Declining or hanging up a call that is already over is not refused.
            Command::Decline { call, everywhere } => {
                let everywhere = everywhere.unwrap_or_else(|| self.declines_everywhere());
                self.with_call(&call, |call| call.decline(everywhere, now));
                Ok(())
            }
            Command::Forward { call, target } => self.forward(&call, &target, now),
            Command::HangUp { call } => {
                self.with_call(&call, |call| call.hang_up(now));
                Ok(())
            }
            Command::DismissEnded { call } => {
                self.calls
                    .retain(|known| known.id != call || known.is_live());
                Ok(())
            }
            Command::SetMuted { call, muted } => self.set_muted(&call, muted),
            Command::SetSpeakerMuted { call, muted } => {
                self.with_call_or_refuse(&call, |call| call.set_speaker_muted(muted))
            }
            Command::Prepare => {
                self.prepare();
                Ok(())
            }
            Command::AnswerTransfer { call, accept } => self.answer_transfer(&call, accept, now),
            Command::Join => self.join(now),
            Command::Split { call } => self.split(&call, now),
            Command::SetHeld { call, held } => self.set_held(&call, held, now),
            Command::Transfer { call, target } => self.transfer(&call, &target),
            Command::TransferTo { call, to_call } => self.transfer_to(&call, &to_call),
            Command::SendDtmf { call, digits } => {
                let digits = dtmf_digits(&digits)?;
                self.with_call_or_refuse(&call, |call| call.send_dtmf(digits))
            }
            Command::SetAudio { audio } => {
                self.set_audio(audio.cleaned());
                Ok(())
            }
            Command::SetPhone { phone } => self.set_phone(phone),
            Command::CheckCall => self.check_call(now),
            Command::StopCheck => {
                self.stop_check(now);
                Ok(())
            }
            Command::PlayRing => {
                if self.calls.iter().any(Call::is_live) {
                    return Err(Refusal::NotNow);
                }
                self.ring_sample_until = Some(now.mono + RING_SAMPLE);
                Ok(())
            }
            Command::HistorySeen => {
                if self.history.mark_seen() {
                    let op = StoreOp::SeenHistory;
                    self.replies.store(op, OnStored::Report, &mut self.effects);
                }
                self.with_desk(now, |desk, out| desk.history_seen(out));
                Ok(())
            }
            Command::ClearHistory => {
                let then = OnStored::ForgetHistory {
                    request: self.history.begin_clear(),
                    before: now.unix_ms.saturating_add(1),
                };
                self.replies
                    .store(StoreOp::ClearHistory, then, &mut self.effects);
                Ok(())
            }
            Command::MicrophoneChanged { granted } => {
                self.microphone = if granted && self.microphone == MicrophoneState::Missing {
                    // The permission is granted, but there is still no device.
                    MicrophoneState::Missing
                } else if granted {
                    MicrophoneState::Granted
                } else {
                    MicrophoneState::Denied
                };
                Ok(())
            }
            command => self.desk_command(command, now),
        }
    }

    fn dial(
        &mut self,
        typed: &str,
        source: DialSource,
        options: &DialOptions,
        now: Now,
    ) -> Result<(), Refusal> {
        let Some(account) = &self.account else {
            return Err(Refusal::SignedOut);
        };
        let (domain, dtmf) = (account.domain.clone(), account.dtmf);
        let codes = account.supervision.clone();
        // Digits for after the answer are taken from a number only where the person typed it.
        let (typed, mut post_dial) = match source {
            DialSource::Dialer => split_post_dial(typed)?,
            DialSource::History | DialSource::Page => (typed, None),
        };
        // A row's number may be what a stranger sent; only what was dialled from here before is trusted.
        let again = source == DialSource::History && self.history.was_dialled(typed);
        let dialled = if again {
            DialString::parse_redial(typed)?
        } else {
            DialString::parse(typed, source)?
        };
        if let Some(more) = &options.post_dial {
            let digits = post_dial.get_or_insert_default();
            digits.push_str(&post_dial_digits(more)?);
        }
        let shown = dialled.display();
        let supervised = supervise(self.profile, &codes, options.kind, dialled)?;
        if let Some(code) = supervised.post_dial {
            post_dial.get_or_insert_default().insert_str(0, &code);
        }
        let headers = self.call_headers(options)?;
        let id = self.new_call_id();
        let external_id = external_call_id(&id.0);
        let target = self.dial_target(&domain, &supervised.dialled, options, Some(&external_id));
        let mut target = target?;
        if !self.wants_calls() {
            return Err(Refusal::Inactive);
        }
        if !self.registration.is_registered() {
            return Err(Refusal::NotConnected);
        }
        self.stop_check(now);
        if self.calls.iter().filter(|call| call.is_live()).count() >= MAX_CALLS {
            return Err(Refusal::LinesBusy);
        }
        self.require_no_setup(None)?;
        self.require_microphone()?;
        self.hold_others(None, now);
        self.calls.retain(Call::is_live);
        target.headers.extend(supervised.headers);
        target.headers.extend(headers);
        let takes_external_id = self.profile.external_id_header.is_some();
        let setup = self.media_setup();
        let mut call = Call::outgoing(id, shown, target, options.kind, setup, now);
        call.set_digits(dtmf, post_dial);
        call.learn(CallFacts {
            provider_id: takes_external_id.then_some(external_id),
            hotline: self.hotline_of(options).cloned(),
            number: None,
        });
        self.calls.push(call);
        Ok(())
    }

    /// Uses the devices at once; the reply waits until the choice is stored.
    fn set_audio(&mut self, audio: AudioSettings) {
        if audio != self.audio {
            self.audio = audio.clone();
            self.effects.push(Effect::Audio(audio.clone()));
        } else if !self.unstored.audio {
            return;
        }
        self.unstored.audio = true;
        let op = StoreOp::PutAudio(audio);
        self.replies.store(op, OnStored::Audio, &mut self.effects);
    }

    /// Has a peer connection prepared if a call could be placed now.
    fn prepare(&mut self) {
        let live = self.calls.iter().filter(|call| call.is_live()).count();
        let may_call = self.registration.is_registered()
            && live < MAX_CALLS
            && self.require_no_setup(None).is_ok();
        if may_call {
            self.prepare_media(false);
        }
    }

    /// Has a peer connection prepared, unless there will be no call because the microphone is denied or
    /// missing.
    pub(super) fn prepare_media(&mut self, to_answer: bool) {
        let may_open = match self.microphone {
            MicrophoneState::Unknown | MicrophoneState::Granted => true,
            MicrophoneState::Denied | MicrophoneState::Missing => false,
        };
        if may_open {
            let setup = self.media_setup();
            self.effects.push(Effect::Prepare { to_answer, setup });
        }
    }

    pub(super) fn answer(&mut self, id: &CallId, now: Now) -> Result<(), Refusal> {
        let rings = self.calls.iter().any(|call| call.id == *id && call.rings());
        if !rings {
            return Err(Refusal::NotNow);
        }
        self.stop_check(now);
        self.require_no_setup(Some(id))?;
        self.require_microphone()?;
        self.hold_others(Some(id), now);
        let setup = self.media_setup();
        self.with_call_or_refuse(id, |call| call.answer(setup, now))
    }

    fn set_held(&mut self, id: &CallId, held: bool, now: Now) -> Result<(), Refusal> {
        let known = self.calls.iter().find(|call| call.id == *id);
        let Some(call) = known.filter(|call| call.is_connected()) else {
            return Err(Refusal::NotNow);
        };
        let is_resuming = call.is_resuming();
        let is_taken_back = held && is_resuming;
        // A second press on Resume must not forget which call the first one held.
        if !held && !is_resuming && !self.is_in_conference(id) {
            // Nobody talks in two calls at once: resuming one holds the other.
            self.require_no_setup(Some(id))?;
            for other in self.calls.iter_mut().filter(|call| call.id != *id) {
                other.hold_for(id, now);
            }
        }
        self.with_call_or_refuse(id, |call| call.set_held(held, now))?;
        if is_taken_back {
            for other in &mut self.calls {
                other.resume_instead_of(id, now);
            }
        }
        Ok(())
    }

    /// Whether "Decline" declines everywhere, where the command does not say.
    fn declines_everywhere(&self) -> bool {
        self.settings.decline == DeclineMode::Everywhere
    }

    fn forward(&mut self, id: &CallId, typed: &str, now: Now) -> Result<(), Refusal> {
        let dialled = DialString::parse(typed, DialSource::Dialer)?;
        let (target, shown) = self.target_of(&dialled)?;
        if self.is_own_address(&dialled) {
            return Err(Refusal::OwnNumber);
        }
        self.with_call_or_refuse(id, |call| call.forward(target, &shown, now))
    }

    /// The hotline of a call: the one in its options, if calls of this provider can name one, else the one
    /// chosen for all calls.
    fn hotline_of<'a>(&'a self, options: &'a DialOptions) -> Option<&'a String> {
        let own = options.hotline.as_ref();
        own.filter(|_| self.profile.names_hotline())
            .or_else(|| self.desk.hotline())
    }

    /// The target of a call to a number, in the provider's dialling format.
    pub(super) fn dial_target(
        &self,
        domain: &str,
        dialled: &DialString,
        options: &DialOptions,
        external_id: Option<&str>,
    ) -> Result<DialTarget, Refusal> {
        let with = Dialing {
            hotline: self.hotline_of(options).map(String::as_str),
            setup: self.desk.dial_setup(),
            user_data: options.user_data.as_deref(),
            external_id,
        };
        Ok(dial_target(self.profile, domain, dialled, &with)?)
    }

    /// The target that a person typed, and how views show it.
    fn target_of(&self, dialled: &DialString) -> Result<(DialTarget, String), Refusal> {
        let account = self.account.as_ref().ok_or(Refusal::SignedOut)?;
        let target = self.dial_target(&account.domain, dialled, &DialOptions::default(), None)?;
        Ok((target, dialled.display()))
    }

    fn transfer(&mut self, id: &CallId, typed: &str) -> Result<(), Refusal> {
        let (target, shown) = self.target_of(&DialString::parse(typed, DialSource::Dialer)?)?;
        if !self.registration.is_registered() {
            return Err(Refusal::NotConnected);
        }
        self.with_call_or_refuse(id, |call| {
            call.transfer(TransferTo::Somebody(target), &shown)
        })
    }

    fn transfer_to(&mut self, id: &CallId, other: &CallId) -> Result<(), Refusal> {
        let known = self.calls.iter().find(|call| call.id == *other);
        let may = |call: &&Call| call.is_connected() && call.id != *id && !call.is_supervision();
        let Some(other) = known.filter(may) else {
            return Err(Refusal::NotNow);
        };
        if !self.registration.is_registered() {
            return Err(Refusal::NotConnected);
        }
        let shown = other.name.clone().unwrap_or_else(|| other.number.clone());
        let to = TransferTo::Call(other.id.clone());
        self.with_call_or_refuse(id, |call| call.transfer(to, &shown))
    }

    /// Refuses while a call other than `except` is being made or answered: it could not be held.
    pub(super) fn require_no_setup(&self, except: Option<&CallId>) -> Result<(), Refusal> {
        let in_setup = |call: &Call| Some(&call.id) != except && call.is_in_setup();
        if self.calls.iter().any(in_setup) {
            return Err(Refusal::CallInSetup);
        }
        Ok(())
    }

    /// Refuses, and leads the person to the page that asks, if the microphone is known to be denied or
    /// missing: the far end would hear nothing.
    pub(super) fn require_microphone(&mut self) -> Result<(), Refusal> {
        match self.microphone {
            MicrophoneState::Unknown | MicrophoneState::Granted => Ok(()),
            MicrophoneState::Denied | MicrophoneState::Missing => {
                self.open_microphone_page = true;
                Err(Refusal::MicrophoneNeeded)
            }
        }
    }

    pub(super) fn hold_others(&mut self, except: Option<&CallId>, now: Now) {
        for call in &mut self.calls {
            if Some(&call.id) != except && !call.is_going_on_hold() {
                call.set_held(true, now);
            }
        }
    }

    fn with_call<R>(&mut self, id: &CallId, act: impl FnOnce(&mut Call) -> R) -> Option<R> {
        self.calls.iter_mut().find(|call| call.id == *id).map(act)
    }

    /// Does something with a call. Refuses if there is no such call, or if `act` returns false.
    pub(super) fn with_call_or_refuse(
        &mut self,
        id: &CallId,
        act: impl FnOnce(&mut Call) -> bool,
    ) -> Result<(), Refusal> {
        match self.with_call(id, act) {
            Some(true) => Ok(()),
            Some(false) | None => Err(Refusal::NotNow),
        }
    }

    pub(super) fn new_call_id(&mut self) -> CallId {
        CallId(token(&mut self.rng, CALL_ID_LENGTH))
    }
}
