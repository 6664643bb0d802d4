//! Requests inside a dialog: BYE, re-INVITE, UPDATE, INFO and what is passed between two phones.

use super::call::{Digit, MediaWait};
use super::leg::AckBody;
use super::*;
use crate::sip::Address;

impl Pbx {
    /// The leg whose dialog a request belongs to (RFC 3261 §12.2.2).
    pub(super) fn leg_of_request(&self, request: &Message) -> Option<LegId> {
        let (call_id, to, from) = (
            request.get("Call-ID")?,
            request.tag_of_to()?,
            request.tag_of_from(),
        );
        self.legs
            .iter()
            .find(|(_, leg)| {
                leg.call_id == call_id && leg.local_tag == to && leg.remote_tag == from
            })
            .map(|(id, _)| *id)
    }

    pub(super) fn on_in_dialog(&mut self, conn: ConnId, request: &Message, now: Time) {
        let leg_id = self.leg_of_request(request);
        let Some((id, leg)) = leg_id.and_then(|id| Some((id, self.legs.get_mut(&id)?))) else {
            return self.answer(conn, request, 481, "Call/Transaction Does Not Exist", now);
        };
        let number = request.cseq().map_or(0, |(number, _)| number);
        if number <= leg.remote_cseq {
            return self.answer(conn, request, 500, "Out Of Order", now);
        }
        leg.remote_cseq = number;
        // It may come over a new socket: the dialog goes on there.
        leg.conn = Some(conn);
        let call = leg.call;
        let method = request.method();
        if method == "BYE" {
            self.answer(conn, request, 200, "OK", now);
            let reason = request.get("Reason").unwrap_or("hung up").to_owned();
            return self.hang_up(call, Some(id), &reason, now);
        }
        if leg.state != LegState::Up {
            return self.answer(conn, request, 481, "Call/Transaction Does Not Exist", now);
        }
        if matches!(method, "INVITE" | "UPDATE") {
            let contact = request
                .list("Contact")
                .first()
                .and_then(|c| Address::parse(c));
            if let Some(contact) = contact {
                leg.target = contact.uri;
            }
        }
        match self.calls.get(&call).map(|call| call.bot.is_some()) {
            Some(true) => self.for_bot(conn, id, call, request, now),
            Some(false) => self.relay(conn, id, call, request, now),
            None => self.answer(conn, request, 481, "Call/Transaction Does Not Exist", now),
        }
    }

    fn for_bot(&mut self, conn: ConnId, id: LegId, call: CallId, request: &Message, now: Time) {
        match request.method() {
            "INVITE" | "UPDATE" => self.on_reoffer(conn, id, call, request, now),
            "INFO" => {
                if let Some(digit) = digit_of_info(request)
                    && let Some(call) = self.calls.get_mut(&call)
                {
                    call.add_digit(Digit { digit, via: "info" });
                }
                self.answer(conn, request, 200, "OK", now);
            }
            "OPTIONS" | "MESSAGE" => self.answer(conn, request, 200, "OK", now),
            _ => self.answer(conn, request, 405, "Method Not Allowed", now),
        }
    }

    /// A new offer (hold, ICE restart) or a session refresh.
    fn on_reoffer(&mut self, conn: ConnId, id: LegId, call: CallId, request: &Message, now: Time) {
        if self.invite_is_pending(id) {
            return self.answer(conn, request, 491, "Request Pending", now);
        }
        let is_invite = request.method() == "INVITE";
        let Some(bot) = self.calls.get_mut(&call).and_then(|call| call.bot.as_mut()) else {
            return;
        };
        match request.sdp() {
            _ if bot.waits.is_some() => self.answer(conn, request, 491, "Request Pending", now),
            None if is_invite => self.answer(conn, request, 488, "Offer Missing", now),
            None => self.answer(conn, request, 200, "OK", now),
            Some(offer) => {
                bot.waits = Some(MediaWait::Reoffer(Box::new(request.clone())));
                if is_invite {
                    if let Some(leg) = self.legs.get_mut(&id) {
                        leg.invite = Some(request.clone());
                    }
                    let trying = Message::response(request, 100, "Trying", "");
                    self.send(conn, &trying, now);
                }
                self.media(call, MediaCommand::Accept(offer.to_owned()));
            }
        }
    }

    /// The media engine's answer (or refusal) to a re-offer.
    pub(super) fn answer_reoffer(&mut self, request: &Message, answer: Option<&str>, now: Time) {
        let Some(id) = self.leg_of_request(request) else {
            return;
        };
        let (status, reason) = match answer {
            Some(_) => (200, "OK"),
            None => (488, "Not Acceptable Here"),
        };
        let body = answer.map(bot::sdp_carrier);
        if request.method() == "INVITE" {
            self.respond(id, status, reason, body.as_ref(), &[], now);
        } else {
            let mut response = self.response(request, status, reason);
            if let Some(body) = &body {
                leg::copy_end_to_end(body, &mut response);
                response.push(
                    "Contact",
                    &format!("<sip:{};transport=ws>", self.config.domain),
                );
            }
            self.send_on_leg(id, &response, now);
        }
    }

    /// Passes a request on to the other phone.
    fn relay(&mut self, conn: ConnId, id: LegId, call: CallId, request: &Message, now: Time) {
        let other = self.calls.get(&call).and_then(|call| call.other(id));
        let reachable = other.filter(|other| {
            self.legs
                .get(other)
                .is_some_and(|leg| leg.state == LegState::Up && leg.conn.is_some())
        });
        let Some(other) = reachable else {
            return self.answer(conn, request, 480, "Temporarily Unavailable", now);
        };
        if request.method() == "INVITE" {
            if self.invite_is_pending(id) || self.invite_is_pending(other) {
                return self.answer(conn, request, 491, "Request Pending", now);
            }
            if let Some(leg) = self.legs.get_mut(&id) {
                leg.invite = Some(request.clone());
            }
            let trying = Message::response(request, 100, "Trying", "");
            self.send(conn, &trying, now);
        }
        let purpose = Purpose::Relay {
            from: id,
            request: Box::new(request.clone()),
        };
        self.request(other, request.method(), Some(request), purpose, now);
    }

    /// Passes the response on to the phone that sent the request.
    pub(super) fn relay_response(
        &mut self,
        other: LegId,
        from: LegId,
        request: &Message,
        response: &Message,
        now: Time,
    ) {
        let Start::Response { status, reason } = &response.start else {
            return;
        };
        if request.method() != "INVITE" {
            let mut copy = Message::response(request, *status, reason, "");
            leg::copy_end_to_end(response, &mut copy);
            if matches!(request.method(), "UPDATE" | "REFER" | "NOTIFY") && *status < 300 {
                copy.push(
                    "Contact",
                    &format!("<sip:{};transport=ws>", self.config.domain),
                );
            }
            return self.send_on_leg(from, &copy, now);
        }
        self.respond(from, *status, reason, Some(response), &[], now);
        if *status < 300 {
            let cseq = response.cseq().map_or(0, |(number, _)| number);
            if request.sdp().is_some() {
                self.send_ack(other, cseq, None, now);
            } else {
                self.expect_in_ack(from, AckBody::ForLeg(other, cseq));
            }
        }
    }

    /// Whether an INVITE is on its way in either direction (RFC 3261 §14).
    pub(super) fn invite_is_pending(&self, id: LegId) -> bool {
        let incoming = self.legs.get(&id).is_some_and(|leg| leg.invite.is_some());
        let outgoing = self
            .transactions
            .values()
            .any(|t| t.leg == id && t.request.method() == "INVITE");
        incoming || outgoing
    }
}

/// `Signal=5` of application/dtmf-relay, or the bare digit of application/dtmf.
fn digit_of_info(request: &Message) -> Option<char> {
    let content_type = request.get("Content-Type")?.to_ascii_lowercase();
    let value = if content_type.starts_with("application/dtmf-relay") {
        let mut lines = request.body.lines().filter_map(|line| line.split_once('='));
        lines
            .find(|(name, _)| name.trim().eq_ignore_ascii_case("signal"))?
            .1
    } else if content_type.starts_with("application/dtmf") {
        request.body.as_str()
    } else {
        return None;
    };
    let digit = value.trim().chars().next()?.to_ascii_uppercase();
    "0123456789*#ABCD".contains(digit).then_some(digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_read_from_both_kinds_of_info() {
        let info = |kind, body| Message::request("INFO", "sip:x").with_body(kind, body);
        let relay = info("application/dtmf-relay", "Signal= 5\r\nDuration=160\r\n");
        assert_eq!(digit_of_info(&relay), Some('5'));
        assert_eq!(digit_of_info(&info("application/dtmf", "#")), Some('#'));
        assert_eq!(digit_of_info(&info("application/dtmf", "x")), None);
        assert_eq!(digit_of_info(&info("text/plain", "5")), None);
    }
}
