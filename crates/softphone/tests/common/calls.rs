//! Calls as a person makes and takes them, and as they are shown and stored.

use super::*;

impl Rig {
    pub fn call(&self, id: &CallId) -> &CallView {
        self.snapshot()
            .calls
            .iter()
            .find(|call| call.id == *id)
            .expect("the call is shown")
    }

    pub fn state(&self, id: &CallId) -> CallState {
        self.call(id).state
    }

    pub fn cause(&self, id: &CallId) -> EndCause {
        assert_eq!(self.state(id), CallState::Ended);
        self.call(id).end.as_ref().expect("an end").cause
    }

    pub fn row(&self, id: &CallId) -> &HistoryRow {
        self.snapshot()
            .history
            .iter()
            .find(|row| row.id == *id)
            .expect("a row")
    }

    /// The row as it was last stored.
    pub fn stored_row(&self, id: &CallId) -> &HistoryRow {
        self.stored
            .iter()
            .rev()
            .find_map(|(_, op)| match op {
                StoreOp::PutHistory(row) if row.id == *id => Some(row),
                _ => None,
            })
            .expect("a stored row")
    }

    /// The newest call.
    pub fn newest_call(&self) -> CallId {
        let newest = self
            .snapshot()
            .calls
            .iter()
            .rfind(|call| call.state != CallState::Ended);
        newest.expect("a call").id.clone()
    }

    pub fn dial(&mut self, number: &str) -> Option<Refusal> {
        self.command(Command::Dial {
            number: number.to_owned(),
            source: DialSource::Dialer,
            options: DialOptions::default(),
        })
    }

    /// Dials and gets as far as the INVITE.
    pub fn call_out(&mut self, number: &str) -> (CallId, MediaId, Request) {
        assert_eq!(self.dial(number), None);
        let id = self.newest_call();
        assert_eq!(self.state(&id), CallState::Preparing);
        let media = self.new_media();
        self.offer_ready(media);
        let invite = self.request("INVITE");
        assert_eq!(self.state(&id), CallState::Calling);
        (id, media, invite)
    }

    /// A call of ours that is up.
    pub fn connected_out(&mut self, number: &str) -> (CallId, MediaId, Dialog) {
        let (id, media, invite) = self.call_out(number);
        let dialog = self.answer_invite(&invite, "far");
        self.request("ACK");
        self.apply_answer(media, false);
        self.media_event(media, MediaEvent::Connected);
        assert_eq!(self.state(&id), CallState::Connected);
        (id, media, dialog)
    }

    /// A call to us that rings.
    pub fn call_in(&mut self, from: &str) -> (CallId, Dialog) {
        let dialog = self.invite_in(from, Some(&sdp("far", "sendrecv")));
        self.response(180);
        let id = self.newest_call();
        assert_eq!(self.state(&id), CallState::Incoming);
        (id, dialog)
    }

    /// A call to us that is up.
    pub fn connected_in(&mut self, from: &str) -> (CallId, MediaId, Dialog) {
        let (id, mut dialog) = self.call_in(from);
        let answer = Command::Answer { call: id.clone() };
        assert_eq!(self.command(answer), None);
        let media = self.new_media();
        self.answer_ready(media);
        let ok = self.response(200);
        self.acknowledge(&mut dialog, &ok);
        self.media_event(media, MediaEvent::Connected);
        assert_eq!(self.state(&id), CallState::Connected);
        (id, media, dialog)
    }

    pub fn hang_up(&mut self, id: &CallId) {
        let hang_up = Command::HangUp { call: id.clone() };
        assert_eq!(self.command(hang_up), None);
    }

    pub fn set_held(&mut self, id: &CallId, held: bool) -> Option<Refusal> {
        self.command(Command::SetHeld {
            call: id.clone(),
            held,
        })
    }
}
