//! INVITE, CANCEL and ACK from a phone (RFC 3261 §13.3, §9.2), and our responses to an INVITE.

use super::call::{Bot, By, MediaWait};
use super::leg::{AckBody, Unacked};
use super::*;
use crate::dialplan::{self, Route};
use crate::digest::Side;
use crate::sip::{Address, Uri};

impl Pbx {
    pub(super) fn on_invite(&mut self, conn: ConnId, request: &Message, now: Time) {
        let is_repeated = self.legs.values().any(|leg| {
            leg.invite
                .as_ref()
                .is_some_and(|invite| invite.branch() == request.branch())
        });
        if is_repeated {
            return;
        }
        let Some(user) = self.authenticate(conn, request, Side::Proxy, now) else {
            return;
        };
        let (Some(from), Start::Request { uri, .. }) =
            (request.get("From").and_then(Address::parse), &request.start)
        else {
            return self.answer(conn, request, 400, "Bad Request", now);
        };
        if Uri::parse(&from.uri).is_none_or(|from| from.user != user) {
            return self.answer(conn, request, 403, "Forbidden", now);
        }
        let required = request.list("Require");
        if !required.is_empty() {
            let response = self.response(request, 420, "Bad Extension");
            let response = response.with("Unsupported", &required.join(", "));
            return self.send(conn, &response, now);
        }
        let Some(target) = Uri::parse(uri) else {
            return self.answer(conn, request, 416, "Unsupported URI Scheme", now);
        };
        if !target.host.is_empty() && !self.is_own_domain(&target.host) {
            return self.answer(conn, request, 404, "Unknown Domain", now);
        }
        if request
            .get("Max-Forwards")
            .is_some_and(|hops| hops.trim() == "0")
        {
            return self.answer(conn, request, 483, "Too Many Hops", now);
        }

        let id = CallId(self.new_id());
        let leg_id = LegId(self.new_id());
        let tag = random::hex(&mut *self.rng, 6);
        let Some(leg) = Leg::incoming(id, &user, conn, request, tag) else {
            return self.answer(conn, request, 400, "Contact Missing", now);
        };
        let mut call = Call::new(&user, from.display.as_deref(), &target.user, now);
        call.caller = Some(leg_id);
        self.legs.insert(leg_id, leg);
        let dialled = self.dialled(&user, &target.user);
        if let Ok(dialled) = &dialled {
            call.to.clone_from(&dialled.number);
            call.link = self.link_of(&user, dialled, request);
        }
        self.calls.insert(id, call);
        let trying = Message::response(request, 100, "Trying", "");
        self.send(conn, &trying, now);
        self.tell(id);

        let dialled = match dialled.and_then(|dialled| self.allow(&user, dialled)) {
            Ok(dialled) => dialled,
            Err(refusal) => {
                return self.refuse(id, refusal.status, refusal.reason, refusal.field, now);
            }
        };
        match dialplan::route(&dialled.number, |name| self.is_user(name)) {
            Route::Nobody => self.refuse(id, 404, "Not Found", None, now),
            Route::Script(script) => self.start_script(id, script, request.sdp(), now),
            Route::User(callee) => self.ring_user(id, &callee, conn, request, now),
        }
    }

    fn start_script(
        &mut self,
        id: CallId,
        script: &'static [dialplan::Step],
        offer: Option<&str>,
        now: Time,
    ) {
        let mut bot = Bot::scripted(script);
        let needs_media = dialplan::needs_media(script);
        bot.waits = needs_media.then_some(MediaWait::Script);
        if let Some(call) = self.calls.get_mut(&id) {
            call.bot = Some(bot);
        }
        match (needs_media, offer) {
            (true, Some(offer)) => self.media(id, MediaCommand::Accept(offer.to_owned())),
            (true, None) => self.media(id, MediaCommand::Offer),
            (false, _) => self.schedule_step(id, 0, now),
        }
    }

    pub(super) fn on_cancel(&mut self, conn: ConnId, request: &Message, now: Time) {
        let branch = request.branch();
        let leg = self.legs.iter().find(|(_, leg)| {
            leg.conn == Some(conn)
                && leg.state == LegState::Incoming
                && leg
                    .invite
                    .as_ref()
                    .is_some_and(|invite| invite.branch() == branch)
        });
        let Some((call, tag)) = leg.map(|(_, leg)| (leg.call, leg.local_tag.clone())) else {
            return self.answer(conn, request, 481, "Call/Transaction Does Not Exist", now);
        };
        let ok = Message::response(request, 200, "OK", &tag);
        self.send(conn, &ok, now);
        let reason = request.get("Reason").map(str::to_owned);
        self.stop_ringing(call, None, reason.as_deref(), now);
        let end = End {
            by: By::Caller,
            status: Some(487),
            reason,
        };
        self.respond_to_caller(call, 487, "Request Terminated", None, &[], now);
        self.end_call(call, end, now);
    }

    pub(super) fn on_ack(&mut self, request: &Message, now: Time) {
        let Some(id) = self.leg_of_request(request) else {
            return;
        };
        let Some(leg) = self.legs.get_mut(&id) else {
            return;
        };
        let number = request.cseq().map(|(number, _)| number);
        if leg.unacked.as_ref().map(|unacked| unacked.cseq) != number {
            return;
        }
        let call = leg.call;
        let Some(unacked) = leg.unacked.take() else {
            return;
        };
        match unacked.answer_for {
            AckBody::Ignored => {}
            AckBody::ForMedia => match request.sdp() {
                Some(sdp) => self.media(call, MediaCommand::Answered(sdp.to_owned())),
                None => self.hang_up(call, None, "no answer in the ACK", now),
            },
            AckBody::ForLeg(other, cseq) => self.send_ack(other, cseq, Some(request), now),
        }
    }

    /// Sends a response to the INVITE that made the call.
    pub(super) fn respond_to_caller(
        &mut self,
        call: CallId,
        status: u16,
        reason: &str,
        like: Option<&Message>,
        extra: &[(&str, &str)],
        now: Time,
    ) {
        let Some((leg, fields)) = self.calls.get(&call).and_then(|call| {
            let fields = match status {
                100 => Vec::new(),
                _ => providers::of_response(call),
            };
            Some((call.caller?, fields))
        }) else {
            return;
        };
        let own = fields.iter().map(|(name, value)| (*name, value.as_str()));
        let extra: Vec<(&str, &str)> = extra.iter().copied().chain(own).collect();
        self.respond(leg, status, reason, like, &extra, now);
    }

    /// Sends a response to the INVITE or re-INVITE that waits on a leg. `like` is the message
    /// whose end-to-end fields and body it carries.
    pub(super) fn respond(
        &mut self,
        id: LegId,
        status: u16,
        reason: &str,
        like: Option<&Message>,
        extra: &[(&str, &str)],
        now: Time,
    ) {
        let Some(leg) = self.legs.get_mut(&id) else {
            return;
        };
        let Some(invite) = leg.invite.clone() else {
            return;
        };
        let mut response = Message::response(&invite, status, reason, &leg.local_tag);
        if let Some(like) = like {
            leg::copy_end_to_end(like, &mut response);
        }
        for (name, value) in extra {
            response.push(name, value);
        }
        if response.get("Allow").is_none() {
            response.push("Allow", ALLOW);
        }
        response.push("Server", SERVER);
        // A redirection brings contacts of its own.
        if status < 300 {
            response.push(
                "Contact",
                &format!("<sip:{};transport=ws>", self.config.domain),
            );
        }
        if status >= 200 {
            leg.invite = None;
            let cseq = invite.cseq().map_or(0, |(number, _)| number);
            let is_success = status < 300;
            leg.unacked = Some(Unacked {
                cseq,
                again: is_success.then(|| response.to_string()),
                answer_for: AckBody::Ignored,
            });
            if is_success {
                leg.state = LegState::Up;
                self.set_timer(now + T1, Timer::Resend(id, cseq, T1));
                self.set_timer(now + TRANSACTION, Timer::NoAck(id, cseq));
            } else if leg.state == LegState::Incoming {
                leg.state = LegState::Down;
            }
        }
        self.send_on_leg(id, &response, now);
    }

    /// Says what the ACK that a leg owes us will bring.
    pub(super) fn expect_in_ack(&mut self, id: LegId, body: AckBody) {
        if let Some(unacked) = self.legs.get_mut(&id).and_then(|leg| leg.unacked.as_mut()) {
            unacked.answer_for = body;
        }
    }

    /// Refuses a call and ends it.
    pub(super) fn refuse(
        &mut self,
        call: CallId,
        status: u16,
        reason: &str,
        extra: Option<(&str, &str)>,
        now: Time,
    ) {
        self.respond_to_caller(call, status, reason, None, extra.as_slice(), now);
        let words = Some(reason.to_owned());
        self.end_call(
            call,
            End {
                by: By::Callee,
                status: Some(status),
                reason: words,
            },
            now,
        );
    }

    pub(super) fn resend(&mut self, id: LegId, cseq: u32, interval: Duration, now: Time) {
        let Some(leg) = self.legs.get(&id) else {
            return;
        };
        let Some(unacked) = leg.unacked.as_ref().filter(|unacked| unacked.cseq == cseq) else {
            return;
        };
        if let (Some(conn), Some(text)) = (leg.conn, unacked.again.clone()) {
            self.send_text(conn, text, now);
        }
        let next = (interval * 2).min(T2);
        self.set_timer(now + next, Timer::Resend(id, cseq, next));
    }

    pub(super) fn no_ack(&mut self, id: LegId, cseq: u32, now: Time) {
        let Some(leg) = self.legs.get_mut(&id) else {
            return;
        };
        if leg
            .unacked
            .as_ref()
            .is_some_and(|unacked| unacked.cseq == cseq)
        {
            leg.unacked = None;
            let call = leg.call;
            self.hang_up(call, None, "no ACK", now);
        }
    }
}
