//! The sandbox at one end of a call: running scripts, and its media session's events.

use super::call::{By, Digit, MediaWait};
use super::leg::AckBody;
use super::*;
use crate::dialplan::Action;

/// A ringing phone is told so again, lest something between gives up (RFC 3261 §13.3.1.1).
const RING_AGAIN: Duration = Duration::from_secs(60);

impl Pbx {
    /// A call's media session tells something.
    pub(crate) fn media_event(&mut self, id: CallId, event: MediaEvent, now: Time) {
        let Some(call) = self.calls.get_mut(&id) else {
            return;
        };
        let Some(bot) = call.bot.as_mut().filter(|_| call.ended.is_none()) else {
            return;
        };
        match event {
            MediaEvent::Answer(sdp) => match bot.waits.take() {
                Some(MediaWait::Script) => self.media_is_ready(id, sdp, now),
                Some(MediaWait::Reoffer(request)) => {
                    self.answer_reoffer(&request, Some(&sdp), now);
                }
                Some(MediaWait::Placing | MediaWait::Hold) | None => {}
            },
            MediaEvent::Offer(sdp) => match bot.waits.take() {
                Some(MediaWait::Script) => self.media_is_ready(id, sdp, now),
                Some(MediaWait::Placing) => self.place(id, &sdp, now),
                Some(MediaWait::Hold) => self.send_hold(id, &sdp, now),
                Some(MediaWait::Reoffer(_)) | None => {}
            },
            MediaEvent::Failed(why) => match bot.waits.take() {
                Some(MediaWait::Script) => {
                    // RFC 3261 §20.43: 399 is a warning for people.
                    let warning = format!("399 {} {}", SERVER, crate::sip::quote(&why));
                    let extra = Some(("Warning", warning.as_str()));
                    self.refuse(id, 488, "Not Acceptable Here", extra, now);
                }
                Some(MediaWait::Reoffer(request)) => self.answer_reoffer(&request, None, now),
                Some(MediaWait::Placing) => {
                    let end = End {
                        by: By::Pbx,
                        status: None,
                        reason: Some(why),
                    };
                    self.end_call(id, end, now);
                }
                Some(MediaWait::Hold) => {}
                None => self.hang_up(id, None, &why, now),
            },
            MediaEvent::Connected => bot.connected = true,
            MediaEvent::Packets(received, sent) => bot.packets = (received, sent),
            MediaEvent::Digit(digit) => call.add_digit(Digit { digit, via: "rtp" }),
            MediaEvent::Lost => self.hang_up(id, None, "media lost", now),
        }
    }

    fn media_is_ready(&mut self, id: CallId, sdp: String, now: Time) {
        if let Some(bot) = self.calls.get_mut(&id).and_then(|call| call.bot.as_mut()) {
            bot.sdp = Some(sdp);
        }
        self.schedule_step(id, 0, now);
    }

    /// Sets the timer of a script's step.
    pub(super) fn schedule_step(&mut self, id: CallId, index: usize, now: Time) {
        let script = self
            .calls
            .get(&id)
            .and_then(|call| call.bot.as_ref())
            .map(|bot| bot.script);
        if let Some(step) = script.and_then(|script| script.get(index)) {
            self.set_timer(now + step.after(), Timer::Step(id, index));
        }
    }

    pub(super) fn run_step(&mut self, id: CallId, index: usize, now: Time) {
        let Some(call) = self.calls.get(&id).filter(|call| !call.is_over()) else {
            return;
        };
        let Some(bot) = call.bot.as_ref() else { return };
        let Some(step) = bot.script.get(index) else {
            return;
        };
        let sdp = bot.sdp.clone().unwrap_or_default();
        match step.action {
            Action::Ring => self.ring(id, now),
            Action::EarlyMedia(sound) => {
                self.set_state(id, CallState::EarlyMedia);
                self.media(id, MediaCommand::Play(sound));
                let body = sdp_carrier(&sdp);
                self.respond_to_caller(id, 183, "Session Progress", Some(&body), &[], now);
            }
            Action::Answer(sound) => {
                // Without an offer in the INVITE ours goes out, and the ACK brings the answer.
                let caller = call.caller;
                let offered = caller
                    .and_then(|leg| self.legs.get(&leg)?.invite.as_ref())
                    .is_some_and(|invite| invite.sdp().is_some());
                self.set_state(id, CallState::Answered);
                if let Some(call) = self.calls.get_mut(&id) {
                    call.answered = Some(now);
                }
                self.tell(id);
                self.media(id, MediaCommand::Play(sound));
                let body = sdp_carrier(&sdp);
                self.respond_to_caller(id, 200, "OK", Some(&body), &[], now);
                if let (false, Some(caller)) = (offered, caller) {
                    self.expect_in_ack(caller, AckBody::ForMedia);
                }
            }
            Action::Reject(status, reason, extra) => self.refuse(id, status, reason, extra, now),
            Action::Hold(hold) => self.ask_for_hold(id, hold),
            Action::GoTo(index) => return self.schedule_step(id, index, now),
            Action::HangUp(reason) => return self.bot_hangs_up(id, reason, now),
        }
        self.schedule_step(id, index + 1, now);
    }

    /// The sandbox's side of a call hangs up: the caller or callee that it plays, not the PBX.
    pub(super) fn bot_hangs_up(&mut self, id: CallId, why: &str, now: Time) {
        self.hang_up(id, None, why, now);
        if let Some(call) = self.calls.get_mut(&id).filter(|call| call.bot.is_some())
            && let Some((_, end)) = call.ended.as_mut()
        {
            end.by = if call.caller.is_some() {
                By::Callee
            } else {
                By::Caller
            };
        }
    }

    /// Tells the caller that it rings.
    pub(super) fn ring(&mut self, id: CallId, now: Time) {
        let Some(call) = self.calls.get_mut(&id) else {
            return;
        };
        if !matches!(call.state, CallState::Trying | CallState::Ringing) {
            return;
        }
        call.state = CallState::Ringing;
        self.respond_to_caller(id, 180, "Ringing", None, &[], now);
        self.set_timer(now + RING_AGAIN, Timer::RingAgain(id));
    }

    fn set_state(&mut self, id: CallId, state: CallState) {
        if let Some(call) = self.calls.get_mut(&id) {
            call.state = state;
        }
    }

    fn ask_for_hold(&mut self, id: CallId, hold: bool) {
        let Some(caller) = self.calls.get(&id).and_then(|call| call.caller) else {
            return;
        };
        let busy = self.invite_is_pending(caller);
        let Some(bot) = self.calls.get_mut(&id).and_then(|call| call.bot.as_mut()) else {
            return;
        };
        // A re-INVITE of the phone's own is under way: this wish is let go.
        if !busy && bot.waits.is_none() {
            bot.waits = Some(MediaWait::Hold);
            self.media(id, MediaCommand::Hold(hold));
        }
    }

    fn send_hold(&mut self, id: CallId, sdp: &str, now: Time) {
        let Some(caller) = self.calls.get(&id).and_then(|call| call.caller) else {
            return;
        };
        if self.invite_is_pending(caller) {
            return self.media(id, MediaCommand::OfferRefused);
        }
        let body = sdp_carrier(sdp);
        self.request(caller, "INVITE", Some(&body), Purpose::Hold, now);
    }

    /// The phone's final response to a re-INVITE of ours.
    pub(super) fn hold_answered(&mut self, id: LegId, status: u16, response: &Message, now: Time) {
        let Some(call) = self.legs.get(&id).map(|leg| leg.call) else {
            return;
        };
        if status >= 300 {
            self.media(call, MediaCommand::OfferRefused);
            return;
        }
        let cseq = response.cseq().map_or(0, |(number, _)| number);
        self.send_ack(id, cseq, None, now);
        match response.sdp() {
            Some(sdp) => self.media(call, MediaCommand::Answered(sdp.to_owned())),
            None => self.media(call, MediaCommand::OfferRefused),
        }
    }
}

/// A message that only carries SDP, for copying its body.
pub(super) fn sdp_carrier(sdp: &str) -> Message {
    Message::request("INVITE", "sip:x").with_body("application/sdp", sdp)
}
