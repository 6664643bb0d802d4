//! Digits (DTMF) for the far end: keys that a person presses, and digits sent automatically after the
//! answer.
//!
//! They are sent as RFC 4733 events where the far end's description has them, else one by one in INFO
//! requests with `application/dtmf-relay`, each after the answer to the one before.

use std::collections::VecDeque;
use std::time::Duration;

use alo_protocol::DtmfMode;
use alo_sip::Instant;
use alo_sip::sdp::Sdp;

use super::{Action, Call, NOTICE_LIMIT, Stage};
use crate::{MediaOp, Now};

/// Pause before the first digit after the answer: the far end needs a moment until it listens.
const AFTER_ANSWER: Duration = Duration::from_millis(500);
/// The pause that a `,` stands for.
const PAUSE: Duration = Duration::from_secs(2);
/// A tone and the gap after it, as the browser is told to send them.
const TONE: Duration = Duration::from_millis(170);
/// A call on hold takes no digits: after this it is checked again.
const HELD_RETRY: Duration = Duration::from_secs(1);
/// `Duration` of an INFO, in milliseconds.
const INFO_MS: u32 = 160;
/// The most digits that wait for their INFO.
const MAX_QUEUE: usize = 128;

/// How digits are sent, and which are still to be sent.
#[derive(Debug, Default)]
pub(super) struct Digits {
    mode: DtmfMode,
    /// The far end's last description has telephone events.
    events: bool,
    /// The media path is up: before, tones would be lost.
    path_is_up: bool,
    /// Digits for INFO, in order.
    queue: VecDeque<char>,
    /// An INFO awaits its answer.
    under_way: bool,
    /// Digits were refused, and that is shown until then.
    refused_until: Option<Instant>,
    /// What is still to be sent after the answer: digits, and `,` for a pause.
    post_dial: String,
    /// When the next of these are due.
    due: Option<Instant>,
}

impl Digits {
    /// The call moves to another dialog: no answer will come to the INFO under way, and the new media path
    /// is not up yet.
    pub(super) fn begin_new_dialog(&mut self) {
        self.under_way = false;
        self.queue.clear();
        self.path_is_up = false;
        // Digits after the answer begin again when the new path is up.
        self.due = None;
    }

    /// The digits that are still to be sent after the answer.
    pub(super) fn post_dial(&self) -> Option<String> {
        (!self.post_dial.is_empty()).then(|| self.post_dial.clone())
    }

    /// Whether the far end has refused digits a moment ago.
    pub(super) fn were_refused(&self) -> bool {
        self.refused_until.is_some()
    }

    pub(super) fn poll_timeout(&self) -> Option<Instant> {
        self.due.into_iter().chain(self.refused_until).min()
    }

    /// Reads from a description of the far end whether it takes telephone events.
    pub(super) fn note_description(&mut self, sdp: &str) {
        let audio = Sdp::parse(sdp);
        self.events = audio
            .audio()
            .is_some_and(|audio| audio.has_telephone_event());
    }

    fn use_info(&self) -> bool {
        match self.mode {
            DtmfMode::Auto => !self.events,
            DtmfMode::Info => true,
        }
    }

    /// Takes the digits before the next pause.
    fn next_group(&mut self) -> String {
        let end = self.post_dial.find(',').unwrap_or(self.post_dial.len());
        let rest = self.post_dial.split_off(end);
        std::mem::replace(&mut self.post_dial, rest)
    }
}

impl Call {
    /// Sets how digits are sent in this call, and which are sent after the answer.
    pub(crate) fn set_digits(&mut self, mode: DtmfMode, post_dial: Option<String>) {
        self.digits.mode = mode;
        self.digits.post_dial = post_dial.unwrap_or_default();
    }

    /// Sends what a person pressed, and drops the digits still to be sent after the answer. False where the
    /// far end would not hear it.
    pub(crate) fn send_dtmf(&mut self, digits: String) -> bool {
        let takes = match self.stage {
            Stage::Connected => true,
            // INFO belongs to an answered call.
            Stage::EarlyMedia => !self.digits.use_info(),
            _ => false,
        };
        let heard = takes && !self.is_held();
        if heard {
            self.digits.post_dial.clear();
            self.digits.due = None;
            self.digits.refused_until = None;
            self.send_digits(digits);
        }
        heard
    }

    /// Sends digits as tones, or queues them for INFO.
    fn send_digits(&mut self, digits: String) {
        if self.digits.use_info() {
            let room = MAX_QUEUE.saturating_sub(self.digits.queue.len());
            self.digits.queue.extend(digits.chars().take(room));
            self.next_info();
        } else {
            self.actions.push_back(Action::Media(MediaOp::Dtmf(digits)));
        }
    }

    fn next_info(&mut self) {
        if self.digits.under_way {
            return;
        }
        if let Some(digit) = self.digits.queue.pop_front() {
            self.digits.under_way = true;
            let body = format!("Signal={digit}\r\nDuration={INFO_MS}\r\n");
            self.actions.push_back(Action::Info { body });
        }
    }

    /// The outcome of an INFO. After a refusal the digits behind it are dropped: half a code is worse than
    /// none.
    pub(crate) fn info_done(&mut self, result: Result<(), u16>, now: Now) {
        self.digits.under_way = false;
        if !self.is_live() {
            return;
        }
        match result {
            Ok(()) => self.next_info(),
            Err(status) => {
                log::debug!("digits refused with {status}");
                self.digits.queue.clear();
                self.digits.post_dial.clear();
                self.digits.due = None;
                self.digits.refused_until = Some(now.mono + NOTICE_LIMIT);
            }
        }
    }

    /// Begins to send the digits for after the answer, if the call and its media path are both up.
    pub(super) fn begin_post_dial(&mut self, now: Now) {
        let digits = &mut self.digits;
        let ready = self.stage == Stage::Connected && digits.path_is_up;
        if ready && !digits.post_dial.is_empty() && digits.due.is_none() {
            digits.due = Some(now.mono + AFTER_ANSWER);
        }
    }

    pub(super) fn media_up(&mut self, now: Now) {
        self.digits.path_is_up = true;
        self.begin_post_dial(now);
    }

    /// The media path was up, but digits would take another one.
    pub(super) fn media_down(&mut self) {
        self.digits.path_is_up = false;
    }

    pub(super) fn digits_timeout(&mut self, now: Now) {
        self.digits
            .refused_until
            .take_if(|until| *until <= now.mono);
        if self.digits.due.take_if(|due| *due <= now.mono).is_none() {
            return;
        }
        // The rest is sent after the next answer: see `begin_post_dial`.
        if self.stage != Stage::Connected {
            return;
        }
        let wait = if self.is_going_on_hold() {
            HELD_RETRY
        } else if self.digits.post_dial.starts_with(',') {
            self.digits.post_dial.remove(0);
            PAUSE
        } else {
            let group = self.digits.next_group();
            let tones = u32::try_from(group.len()).unwrap_or(u32::MAX);
            self.send_digits(group);
            TONE.saturating_mul(tones)
        };
        if !self.digits.post_dial.is_empty() {
            self.digits.due = Some(now.mono + wait);
        }
    }
}
