//! Digits for the far end: keys that a person presses, and those that follow a call by themselves.
//!
//! They go as RFC 4733 events where the far end's description has them, else one by one in INFO
//! requests with `application/dtmf-relay`, each after the answer to the one before.

use std::collections::VecDeque;
use std::time::Duration;

use alo_protocol::DtmfMode;
use alo_sip::Instant;
use alo_sip::sdp::Sdp;

use super::{Action, Call, Stage};
use crate::{MediaOp, Now};

/// Whoever answers needs a moment until they listen.
const AFTER_ANSWER: Duration = Duration::from_millis(500);
/// What a `,` stands for.
const PAUSE: Duration = Duration::from_secs(2);
/// A tone and the gap after it, as the browser is told to send them.
const TONE: Duration = Duration::from_millis(170);
/// A call on hold takes no digits; they are tried again after this.
const HELD: Duration = Duration::from_secs(1);
/// `Duration` of an INFO, in milliseconds.
const INFO_MS: u32 = 160;
/// The most digits that wait for their INFO.
const MAX_QUEUE: usize = 128;
/// How long it is told that digits were refused.
const TOLD: Duration = Duration::from_secs(10);

/// How digits are sent, and which are still to be.
#[derive(Debug, Default)]
pub(super) struct Digits {
    mode: DtmfMode,
    /// The far end's last description has telephone events.
    events: bool,
    /// Packets have flowed: before, tones would be lost.
    media_is_up: bool,
    /// For INFO, in their order.
    queue: VecDeque<char>,
    under_way: bool,
    told_until: Option<Instant>,
    /// After the answer: digits, and `,` for a pause.
    post_dial: String,
    due: Option<Instant>,
}

impl Digits {
    /// The call goes on in another dialog: nobody will hear of the INFO under way, and packets have
    /// yet to flow.
    pub(super) fn moved(&mut self) {
        self.under_way = false;
        self.queue.clear();
        self.media_is_up = false;
        // What follows by itself begins anew when there is a way for it.
        self.due = None;
    }

    /// What is still to come by itself.
    pub(super) fn post_dial(&self) -> Option<String> {
        (!self.post_dial.is_empty()).then(|| self.post_dial.clone())
    }

    /// The far end has refused digits a moment ago.
    pub(super) fn were_refused(&self) -> bool {
        self.told_until.is_some()
    }

    pub(super) fn poll_timeout(&self) -> Option<Instant> {
        self.due.into_iter().chain(self.told_until).min()
    }

    /// Takes a description of the far end.
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
    /// How digits are sent in this call, and which follow the answer by themselves.
    pub(crate) fn set_digits(&mut self, mode: DtmfMode, post_dial: Option<String>) {
        self.digits.mode = mode;
        self.digits.post_dial = post_dial.unwrap_or_default();
    }

    /// Sends what a person pressed, in place of what would have followed by itself. False where no far
    /// end hears it.
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
            self.digits.told_until = None;
            self.give_digits(digits);
        }
        heard
    }

    fn give_digits(&mut self, digits: String) {
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

    /// The fate of an INFO. A refusal is told once and takes the digits behind it along: half a code
    /// is worse than none.
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
                self.digits.told_until = Some(now.mono + TOLD);
            }
        }
    }

    /// The call is up, or its media is: digits that follow by themselves begin when both are.
    pub(super) fn begin_post_dial(&mut self, now: Now) {
        let digits = &mut self.digits;
        let ready = self.stage == Stage::Connected && digits.media_is_up;
        if ready && !digits.post_dial.is_empty() && digits.due.is_none() {
            digits.due = Some(now.mono + AFTER_ANSWER);
        }
    }

    pub(super) fn media_is_up(&mut self, now: Now) {
        self.digits.media_is_up = true;
        self.begin_post_dial(now);
    }

    /// The path that was up is not the one that digits would take.
    pub(super) fn media_is_down(&mut self) {
        self.digits.media_is_up = false;
    }

    pub(super) fn digits_timeout(&mut self, now: Now) {
        self.digits.told_until.take_if(|until| *until <= now.mono);
        if self.digits.due.take_if(|due| *due <= now.mono).is_none() {
            return;
        }
        // What is still to come begins again with the answer: see `begin_post_dial`.
        if self.stage != Stage::Connected {
            return;
        }
        let wait = if self.is_going_on_hold() {
            HELD
        } else if self.digits.post_dial.starts_with(',') {
            self.digits.post_dial.remove(0);
            PAUSE
        } else {
            let group = self.digits.next_group();
            let tones = u32::try_from(group.len()).unwrap_or(u32::MAX);
            self.give_digits(group);
            TONE.saturating_mul(tones)
        };
        if !self.digits.post_dial.is_empty() {
            self.digits.due = Some(now.mono + wait);
        }
    }
}
