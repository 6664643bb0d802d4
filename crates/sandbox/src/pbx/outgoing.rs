//! Calls to phones: ringing all of a user's (RFC 3261 §16.7), and the responses to our requests.

use super::call::{By, GiveUp, MediaWait};
use super::leg::{AckBody, Ends};
use super::*;
use crate::sip::Address;

/// How long phones ring for another phone's call.
const RING: Duration = Duration::from_secs(60);

/// What a request of ours was for, and so what its response means.
#[derive(Debug, Clone)]
pub(super) enum Purpose {
    /// The INVITE that rings a phone.
    Ring,
    /// The re-INVITE by which the sandbox puts a phone on hold.
    Hold,
    /// A request that another phone has sent in its dialog.
    Relay { from: LegId, request: Box<Message> },
    /// BYE and CANCEL: nothing hangs on the response.
    Nothing,
}

impl Pbx {
    /// Rings a user's phones for a phone that calls.
    pub(super) fn ring_user(
        &mut self,
        id: CallId,
        callee: &str,
        caller: ConnId,
        invite: &Message,
        now: Time,
    ) {
        let mut bindings = self.registrar.bindings(callee, now);
        let anywhere = !bindings.is_empty();
        // Who calls their own number means their other phones.
        bindings.retain(|binding| binding.conn != caller);
        if bindings.is_empty() {
            let (status, reason) = match anywhere {
                true => (486, "Busy Here"),
                false => (480, "Temporarily Unavailable"),
            };
            return self.refuse(id, status, reason, None, now);
        }
        let Some(call) = self.calls.get_mut(&id) else {
            return;
        };
        call.passed_on = Some(Box::new(invite.clone()));
        let mut like = providers::without_own(invite);
        for (name, value) in providers::of_invite(call).1 {
            like.push(&name, &value);
        }
        let (name, number) = (call.name.clone(), call.from.clone());
        let uri = format!("sip:{number}@{}", self.domain_of(callee));
        let from = Address::new(name.as_deref(), &uri);
        self.ring_phones(id, callee, &from.bare(), &like, now);
        self.set_timer(now + RING, Timer::NoAnswer(id));
    }

    /// Sends an INVITE with the fields and body of `like` to each phone of a user.
    pub(super) fn ring_phones(
        &mut self,
        id: CallId,
        callee: &str,
        from: &str,
        like: &Message,
        now: Time,
    ) {
        let caller = self.calls.get(&id).and_then(|call| call.caller);
        let caller = caller.and_then(|leg| self.legs.get(&leg)?.conn);
        for binding in self.registrar.bindings(callee, now) {
            if Some(binding.conn) == caller {
                continue;
            }
            let ends = Ends {
                call_id: random::hex(&mut *self.rng, 12),
                tag: random::hex(&mut *self.rng, 6),
                from: from.to_owned(),
                to: Address::new(None, &format!("sip:{callee}@{}", self.domain_of(callee))).bare(),
            };
            let leg_id = LegId(self.new_id());
            self.legs
                .insert(leg_id, Leg::outgoing(id, callee, &binding, ends));
            if let Some(call) = self.calls.get_mut(&id) {
                call.callees.push(leg_id);
            }
            self.request(leg_id, "INVITE", Some(like), Purpose::Ring, now);
        }
    }

    /// Sends a request on a leg, with the end-to-end fields and body of `like`.
    pub(super) fn request(
        &mut self,
        id: LegId,
        method: &str,
        like: Option<&Message>,
        purpose: Purpose,
        now: Time,
    ) {
        let new_branch = self.new_branch();
        let Some(leg) = self.legs.get_mut(&id) else {
            return;
        };
        let mut request = leg.request(method, &self.config.domain, &new_branch);
        if matches!(method, "INVITE" | "UPDATE" | "REFER" | "NOTIFY") {
            request.push(
                "Contact",
                &format!("<sip:{};transport=ws>", self.config.domain),
            );
        }
        if let Some(like) = like {
            leg::copy_end_to_end(like, &mut request);
        }
        if method == "INVITE" && request.get("Allow").is_none() {
            request.push("Allow", ALLOW);
        }
        if let LegState::Outgoing { branch, .. } = &mut leg.state {
            branch.clone_from(&new_branch);
        }
        self.start_transaction(id, request, purpose, now);
    }

    pub(super) fn start_transaction(
        &mut self,
        leg: LegId,
        request: Message,
        purpose: Purpose,
        now: Time,
    ) {
        let key = key(&request);
        self.send_on_leg(leg, &request, now);
        self.set_timer(now + TRANSACTION, Timer::Transaction(key.clone()));
        self.transactions.insert(
            key,
            Transaction {
                leg,
                request,
                purpose,
            },
        );
    }

    pub(super) fn on_response(&mut self, response: &Message, now: Time) {
        let Start::Response { status, reason } = &response.start else {
            return;
        };
        let key = key(response);
        let Some(transaction) = self.transactions.get(&key).cloned() else {
            return self.on_stray_response(response, *status, now);
        };
        let leg = transaction.leg;
        if *status < 200 {
            return self.on_provisional(transaction, *status, reason, response, now);
        }
        self.transactions.remove(&key);
        let is_invite = transaction.request.method() == "INVITE";
        if is_invite && *status >= 300 {
            let ack = leg::ack_of_failure(&transaction.request, response);
            self.send_on_leg(leg, &ack, now);
        }
        if is_invite && *status < 300 {
            self.learn_remote(leg, response);
        }
        match transaction.purpose {
            Purpose::Ring if *status < 300 => self.phone_answered(leg, response, now),
            Purpose::Ring => self.branch_failed(leg, *status, reason, now),
            Purpose::Hold => self.hold_answered(leg, *status, response, now),
            Purpose::Relay { from, request } => {
                self.relay_response(leg, from, &request, response, now);
            }
            Purpose::Nothing => {}
        }
    }

    fn on_provisional(
        &mut self,
        transaction: Transaction,
        status: u16,
        reason: &str,
        response: &Message,
        now: Time,
    ) {
        match transaction.purpose {
            Purpose::Ring => {
                let Some(leg) = self.legs.get_mut(&transaction.leg) else {
                    return;
                };
                let call_id = leg.call;
                let LegState::Outgoing {
                    provisional,
                    cancelled,
                    ..
                } = &mut leg.state
                else {
                    return;
                };
                let is_first = !std::mem::replace(provisional, true);
                if let (true, Some(reason)) = (is_first, cancelled.clone()) {
                    return self.send_cancel(transaction.leg, reason.as_deref(), now);
                }
                let Some(call) = self.calls.get_mut(&call_id) else {
                    return;
                };
                if status == 100 || call.is_over() || call.state == CallState::Answered {
                    return;
                }
                // What further phones sound like before the answer is not passed on: one dialog
                // towards the caller has room for one early session.
                let early = response.sdp().is_some() && call.state != CallState::EarlyMedia;
                if early {
                    call.state = CallState::EarlyMedia;
                    let like = Some(response);
                    self.respond_to_caller(call_id, status, reason, like, &[], now);
                } else if call.state == CallState::Trying {
                    self.ring(call_id, now);
                }
            }
            Purpose::Relay { from, request } if status > 100 && request.method() == "INVITE" => {
                self.respond(from, status, reason, Some(response), &[], now);
            }
            _ => {}
        }
    }

    /// A response without transaction: a 2xx that comes again, or too late.
    fn on_stray_response(&mut self, response: &Message, status: u16, now: Time) {
        if response.method() != "INVITE" || !(200..300).contains(&status) {
            return;
        }
        let (call_id, tag) = (response.get("Call-ID"), response.tag_of_from());
        let found = self.legs.iter().find(|(_, leg)| {
            Some(leg.call_id.as_str()) == call_id && Some(&leg.local_tag) == tag.as_ref()
        });
        let Some((id, leg)) = found.map(|(id, leg)| (*id, leg.clone())) else {
            return;
        };
        match (leg.state, leg.last_ack, leg.conn) {
            (LegState::Up, Some(ack), Some(conn)) => self.send_text(conn, ack, now),
            (LegState::Down, None, _) => {
                self.learn_remote(id, response);
                self.release_answered(id, response, now);
            }
            _ => {}
        }
    }

    fn learn_remote(&mut self, id: LegId, response: &Message) {
        let contact = response
            .list("Contact")
            .first()
            .and_then(|c| Address::parse(c));
        if let Some(leg) = self.legs.get_mut(&id) {
            if leg.remote_tag.is_none() {
                leg.remote_tag = response.tag_of_to();
            }
            if let Some(contact) = contact {
                leg.target = contact.uri;
            }
        }
    }

    fn phone_answered(&mut self, id: LegId, response: &Message, now: Time) {
        let Some(call_id) = self.legs.get(&id).map(|leg| leg.call) else {
            return;
        };
        let Some(call) = self.calls.get_mut(&call_id) else {
            return;
        };
        if call.is_over() || call.winner.is_some() {
            // The answer has crossed our CANCEL (RFC 3261 §9.1).
            return self.release_answered(id, response, now);
        }
        call.winner = Some(id);
        call.state = CallState::Answered;
        call.answered = Some(now);
        let offered = call
            .passed_on
            .as_ref()
            .is_none_or(|invite| invite.sdp().is_some());
        let bot = call.bot.as_ref().map(|bot| (bot.then, bot.talk));
        let caller = call.caller;
        if let Some(leg) = self.legs.get_mut(&id) {
            leg.state = LegState::Up;
        }
        let cseq = response.cseq().map_or(0, |(number, _)| number);
        self.tell(call_id);
        self.stop_ringing(call_id, Some(id), GiveUp::Elsewhere.reason(), now);
        if offered {
            self.send_ack(id, cseq, None, now);
        }
        if let Some((then, talk)) = bot {
            let Some(sdp) = response.sdp() else {
                return self.hang_up(call_id, None, "no answer in the 200", now);
            };
            self.media(call_id, MediaCommand::Answered(sdp.to_owned()));
            self.media(call_id, MediaCommand::Play(then));
            if let Some(talk) = talk {
                self.set_timer(now + talk, Timer::HangUp(call_id));
            }
        } else {
            self.respond_to_caller(call_id, 200, "OK", Some(response), &[], now);
            if let (false, Some(caller)) = (offered, caller) {
                self.expect_in_ack(caller, AckBody::ForLeg(id, cseq));
            }
        }
    }

    /// Ends a dialog that nobody wants any more: ACK, then BYE.
    fn release_answered(&mut self, id: LegId, response: &Message, now: Time) {
        let cseq = response.cseq().map_or(0, |(number, _)| number);
        self.send_ack(id, cseq, None, now);
        self.request(id, "BYE", None, Purpose::Nothing, now);
        if let Some(leg) = self.legs.get_mut(&id) {
            leg.state = LegState::Down;
        }
    }

    /// Acknowledges a 2xx; `like` brings the body.
    pub(super) fn send_ack(&mut self, id: LegId, cseq: u32, like: Option<&Message>, now: Time) {
        let branch = self.new_branch();
        let Some(leg) = self.legs.get_mut(&id) else {
            return;
        };
        let mut ack = leg.ack(cseq, &self.config.domain, &branch);
        if let Some(like) = like {
            leg::copy_end_to_end(like, &mut ack);
        }
        leg.last_ack = Some(ack.to_string());
        self.send_on_leg(id, &ack, now);
    }

    /// A phone will not take the call.
    pub(super) fn branch_failed(&mut self, id: LegId, status: u16, reason: &str, now: Time) {
        let Some(leg) = self.legs.get_mut(&id) else {
            return;
        };
        if !leg.is_ringing() {
            return;
        }
        leg.state = LegState::Down;
        let call_id = leg.call;
        let Some(call) = self.calls.get_mut(&call_id) else {
            return;
        };
        if call.is_over() || call.state == CallState::Answered {
            return;
        }
        // 6xx speaks for all of the user's phones (RFC 3261 §16.7 step 5).
        let rank = |status: u16| if status >= 600 { 0 } else { status };
        if call
            .best_failure
            .as_ref()
            .is_none_or(|(best, _)| rank(status) < rank(*best))
        {
            call.best_failure = Some((status, reason.to_owned()));
        }
        let (status, reason) = call
            .best_failure
            .clone()
            .unwrap_or_else(|| (status, reason.to_owned()));
        let callees = call.callees.clone();
        if status >= 600 {
            self.stop_ringing(call_id, None, GiveUp::DeclinedElsewhere.reason(), now);
        }
        let still = callees
            .iter()
            .filter_map(|leg| self.legs.get(leg))
            .any(Leg::is_ringing);
        if !still || status >= 600 {
            self.respond_to_caller(call_id, status, &reason, None, &[], now);
            let end = End {
                by: By::Callee,
                status: Some(status),
                reason: Some(reason),
            };
            self.end_call(call_id, end, now);
        }
    }

    pub(super) fn transaction_timed_out(&mut self, key: &str, now: Time) {
        let Some(transaction) = self.transactions.get(key) else {
            return;
        };
        let leg = self.legs.get(&transaction.leg);
        // An INVITE that rings has all the time that the call gives it.
        if let Some(LegState::Outgoing {
            provisional: true,
            cancelled: None,
            ..
        }) = leg.map(|leg| &leg.state)
        {
            return;
        }
        let Some(Transaction {
            leg,
            request,
            purpose,
        }) = self.transactions.remove(key)
        else {
            return;
        };
        match purpose {
            Purpose::Ring => self.branch_failed(leg, 408, "Request Timeout", now),
            Purpose::Relay {
                from,
                request: original,
            } => {
                let timeout = Message::response(&request, 408, "Request Timeout", "");
                self.relay_response(leg, from, &original, &timeout, now);
            }
            Purpose::Hold => self.hold_answered(leg, 408, &request, now),
            Purpose::Nothing => {}
        }
    }

    /// The sandbox's own offer is ready: ring the phones of the user that the API named.
    pub(super) fn place(&mut self, id: CallId, sdp: &str, now: Time) {
        let Some(call) = self.calls.get_mut(&id) else {
            return;
        };
        if call.is_over() {
            return;
        }
        if let Some(bot) = call.bot.as_mut() {
            bot.waits = None::<MediaWait>;
        }
        let (to, mut extra) = (call.to.clone(), call.extra.clone());
        let (shown, fields) = providers::of_invite(call);
        let is_set = |name: &str| extra.iter().any(|(own, _)| own.eq_ignore_ascii_case(name));
        // What the API asked for stands instead of what the provider would say.
        let fields: Vec<_> = fields
            .into_iter()
            .filter(|(name, _)| !is_set(name))
            .collect();
        extra.extend(fields);
        let name = call.name.clone();
        let uri = format!("sip:{}@{}", api::escape_user(&shown), self.domain_of(&to));
        let from = Address::new(name.as_deref(), &uri).bare();
        let mut like = Message::request("INVITE", "sip:x").with_body("application/sdp", sdp);
        for (name, value) in &extra {
            like.push(name, value);
        }
        self.ring_phones(id, &to, &from, &like, now);
        // The phones may have gone while the offer was made.
        if self
            .calls
            .get(&id)
            .is_some_and(|call| call.callees.is_empty())
        {
            let reason = Some("not registered".to_owned());
            self.end_call(
                id,
                End {
                    by: By::Pbx,
                    status: Some(480),
                    reason,
                },
                now,
            );
        }
    }
}

/// Names a client transaction (RFC 3261 §17.1.3): a CANCEL shares its INVITE's branch.
fn key(message: &Message) -> String {
    format!(
        "{} {}",
        message.branch().unwrap_or_default(),
        message.method()
    )
}
