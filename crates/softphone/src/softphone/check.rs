//! The check before a call: tells it the state of the phone and carries out its wishes.

use alo_protocol::{CallKind, DialOptions, DialSource, Refusal};
use alo_providers::DialString;

use super::Softphone;
use crate::call::Call;
use crate::call_check::{CallCheck, Want};
use crate::{CheckId, Effect, Measure, MediaSetup, Now};

impl Softphone {
    /// Begins a check, in place of one that may still run.
    pub(super) fn check_call(&mut self, now: Now) -> Result<(), Refusal> {
        let Some(account) = &self.account else {
            return Err(Refusal::SignedOut);
        };
        if !self.wants_calls() {
            return Err(Refusal::Inactive);
        }
        if self
            .calls
            .iter()
            .any(|call| call.is_live() && !call.for_check)
        {
            return Err(Refusal::NotNow);
        }
        self.last_check += 1;
        let check = CallCheck::start(CheckId(self.last_check), account, now);
        self.stop_check(now);
        self.check = Some(check);
        Ok(())
    }

    /// Stops a running check and drops what it has found out so far.
    pub(super) fn stop_check(&mut self, now: Now) {
        if let Some(check) = self.check.take_if(|check| check.is_running()) {
            self.measure(check.id, Measure::Nothing);
            self.hang_up_check_call(now);
            self.carry_out_actions(now);
            self.calls.retain(|call| !call.for_check);
        }
    }

    /// Tells the check the state of the phone and carries out its wishes until it has none. True if
    /// something was done: more may follow from it.
    pub(super) fn run_check(&mut self, now: Now) -> bool {
        let is_registered = self.registration.is_registered();
        let call = self.calls.iter().find(|call| call.for_check);
        let (is_up, is_over) = (
            call.is_some_and(Call::is_connected),
            call.is_some_and(|call| !call.is_live()),
        );
        let Some(check) = &mut self.check else {
            return false;
        };
        check.registered(is_registered, now);
        if is_up && !self.check_call_up {
            check.echo_answered(now);
        }
        self.check_call_up = is_up;
        if is_over {
            check.echo_ended();
        }
        let mut did = false;
        while let Some(want) = self.check.as_mut().and_then(CallCheck::poll_want) {
            did = true;
            match want {
                Want::Probe => self.lines.probe(&mut self.effects, now),
                Want::Measure(measure) => {
                    let check = CheckId(self.last_check);
                    self.measure(check, measure);
                }
                Want::Call => self.call_echo_number(now),
                Want::HangUp => self.hang_up_check_call(now),
            }
        }
        did
    }

    fn measure(&mut self, check: CheckId, measure: Measure) {
        let setup = self.media_setup();
        self.effects.push(Effect::Measure {
            check,
            measure,
            setup,
        });
    }

    fn call_echo_number(&mut self, now: Now) {
        let placed = self.place_check_call(now);
        if let (Err(refusal), Some(check)) = (placed, &mut self.check) {
            log::debug!("the echo number cannot be called: {refusal:?}");
            check.echo_ended();
        }
    }

    /// A call that nobody sees or hears: a tone instead of the microphone, the loudspeaker off.
    fn place_check_call(&mut self, now: Now) -> Result<(), Refusal> {
        let Some(account) = &self.account else {
            return Err(Refusal::SignedOut);
        };
        let number = account.echo_number.as_deref().unwrap_or_default();
        let dialled = DialString::parse(number, DialSource::Dialer)?;
        let mut target =
            self.dial_target(&account.domain, &dialled, &DialOptions::default(), None)?;
        target
            .headers
            .extend(self.call_headers(&DialOptions::default())?);
        let setup = MediaSetup {
            test_tone: true,
            ..self.media_setup()
        };
        let id = self.new_call_id();
        let shown = dialled.display();
        let mut call = Call::outgoing(id, shown, target, CallKind::Normal, setup, now);
        call.for_check = true;
        self.check_call_up = false;
        self.calls.push(call);
        Ok(())
    }

    fn hang_up_check_call(&mut self, now: Now) {
        if let Some(call) = self.calls.iter_mut().find(|call| call.for_check) {
            call.hang_up(now);
        }
    }
}
