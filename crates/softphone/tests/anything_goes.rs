//! Random walks: whatever inputs come in whatever order, the phone does not panic and its state stays
//! consistent; when everything is over nothing is left open.

mod common;

use std::collections::BTreeSet;
use std::time::Duration;

use alo_protocol::{
    Availability, CallId, CallState, CheckState, Command, DialOptions, DialSource, Direction,
    EndCause, MicrophoneState, PhoneSettings, SipAccount, Verdict,
};
use alo_sip::wire::{Message, Method, Request};
use alo_sip::{Random, SeededRandom};
use alo_softphone::{
    CandidateKind, Input, Measured, MediaEvent, MediaFailure, MediaId, MediaOp, MediaStats,
    SocketEvent, Tone,
};
use common::{Dialog, Rig, account, sdp};

const WALKS: u64 = 250;
const STEPS: u32 = 150;

struct Walk {
    rig: Rig,
    rng: SeededRandom,
    /// Requests of the phone that have no final response yet.
    unanswered: Vec<Request>,
    /// Calls as far ends know them.
    dialogs: Vec<Dialog>,
    open_media: BTreeSet<MediaId>,
    all_media: Vec<MediaId>,
}

impl Walk {
    fn new(seed: u64) -> Self {
        Self {
            rig: Rig::registered_as(SipAccount {
                auto_answer: true,
                echo_number: Some("600".to_owned()),
                backup_urls: vec!["wss://pbx2.example.com/ws".to_owned()],
                ..account()
            }),
            rng: SeededRandom::new(seed),
            unanswered: Vec::new(),
            dialogs: Vec::new(),
            open_media: BTreeSet::new(),
            all_media: Vec::new(),
        }
    }

    /// Half of the walks begin in the middle of a call.
    fn begin(&mut self) {
        if self.below(2) == 0 {
            let (_, media, dialog) = self.rig.connected_out("0912345678");
            self.dialogs.push(dialog);
            self.open_media.insert(media);
            self.all_media.push(media);
        }
    }

    fn below(&mut self, end: usize) -> usize {
        let mut octets = [0; 8];
        self.rng.fill(&mut octets);
        usize::try_from(u64::from_le_bytes(octets) % end.max(1) as u64).expect("it fits")
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> Option<T> {
        let at = self.below(from.len());
        from.get(at).cloned()
    }

    fn any_call(&mut self) -> CallId {
        let ids: Vec<_> = self
            .rig
            .snapshot()
            .calls
            .iter()
            .map(|c| c.id.clone())
            .collect();
        self.pick(&ids).unwrap_or_else(|| CallId("none".to_owned()))
    }

    fn step(&mut self) {
        match self.below(10) {
            0..=2 => self.somebody_wants_something(),
            3..=5 => self.media_tells(),
            6..=8 => self.server_says(),
            _ => self.world_turns(),
        }
        self.take_in();
        self.check();
    }

    fn somebody_wants_something(&mut self) {
        let call = self.any_call();
        let flip = self.below(2) == 0;
        let command = match self.below(16) {
            0..=2 => Command::Dial {
                number: "0912345678".to_owned(),
                source: DialSource::Dialer,
                options: DialOptions::default(),
            },
            3..=4 => Command::Answer { call },
            5 => Command::Decline {
                call,
                everywhere: None,
            },
            6 => Command::HangUp { call },
            // A call that could not be held is muted instead; unmuting it is the person's own wish.
            7 => Command::SetMuted {
                call,
                muted: flip || self.rig.snapshot().calls.len() > 1,
            },
            8..=9 => Command::SetHeld { call, held: flip },
            10 if flip => Command::Transfer {
                call,
                target: "1002".to_owned(),
            },
            10 => Command::SendDtmf {
                call,
                digits: "1".to_owned(),
            },
            11 if flip => Command::Join,
            11 => Command::Split { call },
            13 => Command::DismissEnded { call },
            14 => Command::AnswerTransfer { call, accept: flip },
            12 => Command::TestConnection {
                account: SipAccount {
                    username: "2002".to_owned(),
                    ..account()
                },
            },
            15 if self.below(4) > 0 => Command::CheckCall,
            15 if flip => Command::StopCheck,
            _ => Command::HistorySeen,
        };
        let request = self.rig.command_later(command);
        assert!(
            self.rig.reply(request).is_some(),
            "every command is answered"
        );
    }

    /// A measurement for a check has one result or another, perhaps a late one.
    fn measured(&mut self) {
        let Some(check) = self.rig.measures.last().map(|(check, _)| *check) else {
            return;
        };
        let measured = [
            Measured::Loudness(Some(20_000)),
            Measured::Loudness(Some(0)),
            Measured::Loudness(None),
            Measured::MicrophoneFailed,
            Measured::Candidate(CandidateKind::Host),
            Measured::Candidate(CandidateKind::Relay),
            Measured::ServerFailed,
            Measured::Gathered,
        ][self.below(8)];
        self.rig.feed(Input::Measured { check, measured });
    }

    fn media_tells(&mut self) {
        if self.below(4) == 0 {
            self.measured();
        }
        let media = match self.below(6) {
            0 => self.all_media.clone(),
            _ => self.open_media.iter().copied().collect(),
        };
        let Some(media) = self.pick(&media) else {
            return;
        };
        let event = match self.below(13) {
            12 => MediaEvent::Stats(MediaStats {
                tone_share: [None, Some(3), Some(98)][self.below(3)],
                ..MediaStats::default()
            }),
            0..=2 => MediaEvent::Offer {
                sdp: sdp("ours", "sendrecv"),
            },
            3..=5 => MediaEvent::Answer {
                sdp: sdp("ours", "sendrecv"),
            },
            6..=7 => MediaEvent::AnswerApplied,
            8 => MediaEvent::Failed(MediaFailure::BadSdp),
            9 => MediaEvent::Failed(MediaFailure::MicrophoneDenied),
            10 => MediaEvent::Connected,
            _ => MediaEvent::Lost,
        };
        self.rig.media_event(media, event);
    }

    fn server_says(&mut self) {
        if !self.has_socket() {
            return;
        }
        let body = sdp("far", ["sendrecv", "sendonly", "inactive"][self.below(3)]);
        match self.below(14) {
            0..=5 => self.answer_a_request(&body),
            12 => {
                let up: Vec<_> = self.dialogs.iter().filter(|d| d.is_up()).cloned().collect();
                if let Some(old) = self.pick(&up) {
                    let replaces = old.as_replaces();
                    let header = ("Replaces", replaces.as_str());
                    let offer = (self.below(4) > 0).then_some(body.as_str());
                    let from = "<sip:0911111111@x>";
                    let dialog = self.rig.invite_in_with(from, offer, &[header]);
                    self.dialogs.push(dialog);
                }
            }
            13 => {
                let called = self.dialogs.iter().filter(|d| d.is_of_the_far_end());
                let called: Vec<_> = called.cloned().collect();
                if let Some(dialog) = self.pick(&called) {
                    self.rig.cancel(&dialog, None);
                }
            }
            6..=7 => {
                let headers = [
                    ("Call-Info", "<sip:x>;answer-after=0"),
                    ("Alert-Info", "<sip:x>;info=alert-external"),
                    ("Diversion", "<sip:1001@pbx.example.com>"),
                ];
                let header = headers[self.below(3)];
                let dialog = self
                    .rig
                    .invite_in_with("<sip:0987654321@x>", Some(&body), &[header]);
                self.dialogs.push(dialog);
            }
            8 => {
                if let Some(at) = self.any_dialog() {
                    let dialog = &mut self.dialogs[at];
                    self.rig.far_request(dialog, Method::Invite, Some(&body));
                }
            }
            9 => {
                if let Some(at) = self.any_dialog() {
                    self.rig
                        .far_request(&mut self.dialogs[at], Method::Bye, None);
                }
            }
            10 => {
                if let Some(at) = self.any_dialog() {
                    self.rig
                        .far_request(&mut self.dialogs[at], Method::Invite, None);
                }
            }
            _ => self.rig.server_says(b"SIP/2.0 nonsense\r\n\r\n"),
        }
    }

    fn any_dialog(&mut self) -> Option<usize> {
        let count = self.dialogs.len();
        (count > 0).then(|| self.below(count))
    }

    fn answer_a_request(&mut self, body: &str) {
        if self.unanswered.is_empty() {
            return;
        }
        let at = self.below(self.unanswered.len());
        let request = self.unanswered[at].clone();
        let status = [100, 180, 183, 200, 200, 200, 404, 481, 486, 491, 503][self.below(11)];
        let tag = ["far", "far", "other"][self.below(3)];
        if request.method == Method::Register && status == 200 {
            let mut ok = request.response(200, "", Some("registrar"));
            if let Some(contact) = request.headers.get("Contact") {
                ok.headers.push("Contact", contact);
            }
            self.rig.server_says(&ok.to_bytes());
        } else if (180..300).contains(&status) && request.method == Method::Invite {
            self.rig.respond_with_sdp(&request, status, tag, body);
            if status == 200 {
                self.dialogs.push(Dialog::of_ours(&request, tag));
            }
        } else {
            self.rig.respond(&request, status, tag);
        }
        if status >= 200 {
            self.unanswered.remove(at);
        }
    }

    fn world_turns(&mut self) {
        match self.below(9) {
            0..=4 => {
                let ms = [1, 400, 3_000, 12_000, 40_000][self.below(5)];
                self.rig.advance(Duration::from_millis(ms));
            }
            5 if self.has_socket() => self.rig.lose_socket(1006),
            6 if self.has_socket() => self.rig.open_socket(),
            7 => self.settings_change(),
            _ => {
                let microphone = [
                    MicrophoneState::Unknown,
                    MicrophoneState::Granted,
                    MicrophoneState::Granted,
                    MicrophoneState::Denied,
                ][self.below(4)];
                self.rig.feed(Input::Microphone(microphone));
                let online = self.below(4) > 0;
                self.rig.feed(Input::Network { online });
            }
        }
    }

    /// Sets the phone back, mostly to settings that let calls through.
    fn settings_change(&mut self) {
        let availability = [
            Availability::Available,
            Availability::Available,
            Availability::Available,
            Availability::Busy,
            Availability::OutgoingOnly,
            Availability::Inactive,
        ][self.below(6)];
        let forward_to = (self.below(6) == 0).then(|| "0900000000".to_owned());
        let phone = PhoneSettings {
            availability,
            forward_to,
            ..PhoneSettings::default()
        };
        let refused = self.rig.command(Command::SetPhone { phone });
        assert_eq!(refused, None);
    }

    fn has_socket(&self) -> bool {
        self.rig.sockets.iter().any(|(_, _, closed)| !closed)
    }

    /// Sorts the effects of the phone.
    fn take_in(&mut self) {
        for (media, op) in std::mem::take(&mut self.rig.media) {
            match op {
                MediaOp::Offer { .. } | MediaOp::Answer { .. } => {
                    assert!(self.open_media.insert(media), "an id is never used twice");
                    self.all_media.push(media);
                }
                MediaOp::Close => assert!(self.open_media.remove(&media), "closed twice"),
                _ => assert!(
                    self.open_media.contains(&media),
                    "used after its end: {op:?}"
                ),
            }
        }
        for (_, message) in std::mem::take(&mut self.rig.sent) {
            match message {
                Message::Request(request) if request.method != Method::Ack => {
                    self.unanswered.push(request);
                }
                Message::Response(response) if response.status >= 200 => {
                    let call_id = response.headers.call_id().expect("a Call-ID").to_owned();
                    if let Some(at) = self.dialogs.iter().position(|d| d.is_call(&call_id)) {
                        let is_ok = response.status == 200;
                        let is_invite = response
                            .headers
                            .cseq()
                            .is_ok_and(|cseq| cseq.method == Method::Invite);
                        if is_ok && is_invite && self.below(4) > 0 && self.has_socket() {
                            let dialog = &mut self.dialogs[at];
                            self.rig.acknowledge(dialog, &response);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// Asserts what must be true at every moment.
    fn check(&self) {
        let snapshot = self.rig.snapshot();
        let live = |state: CallState| state != CallState::Ended;
        let calls = || snapshot.calls.iter();
        assert!(calls().filter(|call| live(call.state)).count() <= 2);
        assert!(calls().filter(|call| !live(call.state)).count() <= 1);
        let unheld = calls()
            .filter(|call| call.state == CallState::Connected)
            .filter(|call| !call.held && !call.hold_pending && !call.muted)
            .filter(|call| !call.in_conference);
        assert!(unheld.count() <= 1, "nobody talks in two calls at once");
        let rings = calls().any(|call| call.state == CallState::Incoming);
        assert_eq!(
            rings,
            matches!(
                self.rig.tone,
                Some(Tone::Ring | Tone::CallWaiting | Tone::Beep)
            )
        );
        for call in calls() {
            assert_eq!(call.state == CallState::Ended, call.end.is_some());
            let row = self.rig.row(&call.id);
            assert_eq!(row.end, call.end);
        }
        let worker = self.rig.phone.worker_state();
        assert_eq!(worker.missed, snapshot.missed);
        assert_eq!(worker.incoming.is_empty(), !rings);
        let talks = calls().any(|c| !matches!(c.state, CallState::Incoming | CallState::Ended));
        let is_checking = snapshot
            .check
            .as_ref()
            .is_some_and(|check| check.verdict == Some(Verdict::Running));
        assert!(!(talks && is_checking), "a check is no talk's company");
        for row in &snapshot.history {
            let cause = row.end.as_ref().map(|end| end.cause);
            let is_ours = row.direction == Direction::Outgoing;
            assert!(!is_ours || !row.unseen && cause != Some(EndCause::Declined));
            assert!(row.answered_at.is_none() || cause != Some(EndCause::Declined));
            assert!(!is_ours || row.number == "0912345678", "as it was dialled");
        }
        let numbers = snapshot.history.iter().map(|row| row.number.as_str());
        assert!(numbers.into_iter().all(|number| number != "600"));
    }

    /// Signs out and lets every timer expire.
    fn finish(&mut self) {
        assert_eq!(self.rig.command(Command::SignOut), None);
        self.take_in();
        self.rig.advance(Duration::from_secs(200));
        self.take_in();
        self.check();
        assert!(self.open_media.is_empty(), "{:?}", self.open_media);
        assert!(!self.has_socket());
        assert!(self.rig.snapshot().calls.is_empty());
        assert_eq!(self.rig.tone, None);
        assert_eq!(self.rig.phone.poll_timeout(), None);
        let history = &self.rig.snapshot().history;
        assert!(history.iter().all(|row| row.end.is_some()));
        let late = SocketEvent::Message(b"BYE sip:x SIP/2.0\r\n\r\n".to_vec());
        for (socket, _, _) in self.rig.sockets.clone() {
            let event = late.clone();
            self.rig.feed(Input::Socket { socket, event });
        }
        self.rig.nothing_sent();
    }
}

#[test]
fn random_walks_leave_nothing_open() {
    let (mut connected, mut echoes) = (0, 0);
    for seed in 0..WALKS {
        let mut walk = Walk::new(seed);
        walk.begin();
        for _ in 0..STEPS {
            walk.step();
            let calls = &walk.rig.snapshot().calls;
            connected += u32::from(calls.iter().any(|c| c.state == CallState::Connected));
            let check = walk.rig.snapshot().check.as_ref();
            echoes += u32::from(check.is_some_and(|check| check.echo == CheckState::Running));
            walk.rig.log.clear();
        }
        walk.finish();
    }
    assert!(connected > 1000, "the walks get somewhere: {connected}");
    assert!(echoes > 20, "and check calls: {echoes}");
}
