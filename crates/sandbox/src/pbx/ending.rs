//! How calls end: CANCEL, BYE, time-outs and lost sockets (RFC 3261 §9, §15).

use super::call::By;
use super::*;

impl Pbx {
    /// Cancels every phone that still rings, but for one.
    pub(super) fn stop_ringing(
        &mut self,
        call: CallId,
        but: Option<LegId>,
        reason: Option<&str>,
        now: Time,
    ) {
        let callees = self
            .calls
            .get(&call)
            .map(|call| call.callees.clone())
            .unwrap_or_default();
        for id in callees {
            let Some(leg) = self.legs.get_mut(&id) else {
                continue;
            };
            let LegState::Outgoing {
                provisional,
                cancelled,
                ..
            } = &mut leg.state
            else {
                continue;
            };
            if Some(id) == but || cancelled.is_some() {
                continue;
            }
            *cancelled = Some(reason.map(str::to_owned));
            // Before the first provisional response no CANCEL may be sent; it follows then.
            if *provisional {
                self.send_cancel(id, reason, now);
            }
        }
    }

    pub(super) fn send_cancel(&mut self, id: LegId, reason: Option<&str>, now: Time) {
        let Some(LegState::Outgoing { branch, .. }) = self.legs.get(&id).map(|leg| &leg.state)
        else {
            return;
        };
        let invite_key = format!("{branch} INVITE");
        let Some(invite) = self
            .transactions
            .get(&invite_key)
            .map(|t| t.request.clone())
        else {
            return;
        };
        self.start_transaction(id, leg::cancel_of(&invite, reason), Purpose::Nothing, now);
        self.set_timer(now + TRANSACTION, Timer::Transaction(invite_key));
    }

    /// The time to ring is over.
    pub(super) fn no_answer(&mut self, id: CallId, now: Time) {
        let Some(call) = self.calls.get(&id) else {
            return;
        };
        if call.is_over() || call.state == CallState::Answered {
            return;
        }
        let (give_up, is_bot) = (call.give_up, call.bot.is_some());
        self.stop_ringing(id, None, give_up.reason(), now);
        self.respond_to_caller(id, 480, "No Answer", None, &[], now);
        let by = if is_bot { By::Caller } else { By::Pbx };
        let reason = Some(give_up.reason().unwrap_or("no answer").to_owned());
        self.end_call(
            id,
            End {
                by,
                status: Some(487),
                reason,
            },
            now,
        );
    }

    /// Ends a call from any state. `from` is the leg that has hung up and need not be told;
    /// `why` goes out as `Reason` where it has that field's form.
    pub(super) fn hang_up(&mut self, id: CallId, from: Option<LegId>, why: &str, now: Time) {
        let Some(call) = self.calls.get(&id) else {
            return;
        };
        if call.is_over() {
            return;
        }
        let by = from.map_or(By::Pbx, |leg| call.side(leg));
        let legs: Vec<LegId> = call
            .caller
            .into_iter()
            .chain(call.callees.clone())
            .collect();
        let is_field = why.starts_with("SIP;") || why.starts_with("Q.850;");
        let reason = is_field.then(|| Message::request("BYE", "sip:x").with("Reason", why));
        self.stop_ringing(id, None, is_field.then_some(why), now);
        for leg_id in legs {
            let Some(leg) = self.legs.get_mut(&leg_id) else {
                continue;
            };
            match leg.state {
                LegState::Up => {
                    leg.state = LegState::Down;
                    // A re-INVITE that still waits is answered before the BYE (RFC 3261 §15.1.2).
                    self.respond(leg_id, 487, "Request Terminated", None, &[], now);
                    if Some(leg_id) != from {
                        self.request(leg_id, "BYE", reason.as_ref(), Purpose::Nothing, now);
                    }
                }
                LegState::Incoming => {
                    self.respond(leg_id, 487, "Request Terminated", None, &[], now)
                }
                LegState::Outgoing { .. } | LegState::Down => {}
            }
        }
        self.end_call(
            id,
            End {
                by,
                status: None,
                reason: Some(why.to_owned()),
            },
            now,
        );
    }

    /// A phone's socket is gone for good.
    pub(super) fn leg_is_gone(&mut self, id: LegId, now: Time) {
        let Some(leg) = self.legs.get_mut(&id) else {
            return;
        };
        leg.state = LegState::Down;
        let call = leg.call;
        self.hang_up(call, None, "socket lost", now);
    }
}
