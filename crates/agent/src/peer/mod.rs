//! One call's peer connection: offers and answers in the order asked for, its microphone and its
//! sound.

mod negotiation;
mod sound;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use alo_softphone::{
    Input, MediaDirection, MediaEvent, MediaFailure, MediaId, MediaOp, MediaStats,
};
use futures::channel::mpsc;
use futures::future::{AbortHandle, abortable, join};
use gloo_events::EventListener;
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{RtcPeerConnection, RtcPeerConnectionState, RtcRtpTransceiver, RtcTrackEvent};

use crate::audio::RemoteAudio;
use crate::bridge::Bridge;
use crate::devices::Devices;
use crate::ear::Ear;
use crate::error::Error;
use crate::ice::Rule;
use crate::inbox::Inbox;
use crate::microphone::Microphone;
use crate::prepared::{Prepared, Wanted};
use crate::voice::Voice;
use crate::{description, rtc, stats};

use negotiation::negotiate;

/// A peer connection. Dropping it hangs up: connection closed, microphone off, sound gone.
pub(crate) struct Peer {
    call: Rc<Call>,
    steps: mpsc::UnboundedSender<MediaOp>,
    work: AbortHandle,
    _listeners: [EventListener; 2],
}

impl Peer {
    /// A connection that waits for its first step: the one that was prepared, or a new one.
    pub(crate) fn new(
        media: MediaId,
        wanted: &Wanted,
        ready: Option<Prepared>,
        devices: &Devices,
        inbox: &Inbox,
    ) -> Result<Self, Error> {
        let connection = match ready.and_then(Prepared::take) {
            Some(connection) => connection,
            None => rtc::connect(&wanted.setup, false)?,
        };
        let call = Rc::new(Call {
            media,
            inbox: inbox.clone(),
            rule: Rule::for_setup(&wanted.setup),
            audio: RemoteAudio::new(media)?,
            microphone: RefCell::new(None),
            bridge: RefCell::new(None),
            devices: devices.clone(),
            voice: RefCell::new(None),
            sends_tone: wanted.setup.test_tone,
            ear: RefCell::new(None),
            is_over: Cell::new(false),
            muted: Cell::new(false),
            direction: Cell::new(MediaDirection::SendRecv),
            direction_before: Cell::new(MediaDirection::SendRecv),
            answer: RefCell::default(),
            awaits_early: Cell::new(false),
            connection,
        });
        call.audio.set_muted(wanted.setup.test_tone);
        call.audio.play_on(devices.chosen().speaker.as_deref());
        let listeners = [
            EventListener::new(&call.connection, "connectionstatechange", {
                let call = Rc::clone(&call);
                move |_| call.report_state()
            }),
            EventListener::new(&call.connection, "track", {
                let call = Rc::clone(&call);
                move |event| {
                    let track = event.unchecked_ref::<RtcTrackEvent>().track();
                    if track.kind() == "audio" {
                        call.audio.add(&track);
                        call.listen_for_tone();
                    }
                }
            }),
        ];
        let (sender, steps) = mpsc::unbounded();
        let both = join(negotiate(Rc::clone(&call), steps), watch(Rc::clone(&call)));
        let (work, handle) = abortable(both);
        spawn_local(async move {
            // Aborted is how it always ends.
            let _ = work.await;
        });
        Ok(Self {
            call,
            steps: sender,
            work: handle,
            _listeners: listeners,
        })
    }

    /// Carries out `op`: what is about descriptions when those before it are done, the rest at once.
    pub(crate) fn carry_out(&self, op: MediaOp) {
        match op {
            MediaOp::SetMuted(muted) => self.set_muted(muted),
            MediaOp::SetSpeakerMuted(muted) => self.call.audio.set_muted(muted),
            MediaOp::Dtmf(digits) => self.send_dtmf(&digits),
            // The other end lives as long as this.
            negotiation => drop(self.steps.unbounded_send(negotiation)),
        }
    }

    /// The offer of a connection that was prepared, in the same turn, so that nothing stands between
    /// the wish and the INVITE; the microphone follows it. None where it has to be waited for.
    pub(crate) fn offer_at_once(&self) -> Option<String> {
        let description = self.call.connection.local_description()?.sdp();
        let may_leave = self.call.may_leave(&description);
        if !may_leave || description::hides_addresses(&description) {
            return None;
        }
        spawn_local(Rc::clone(&self.call).follow_with_microphone());
        Some(description::outgoing(&description))
    }

    /// Mutes or unmutes our voice, at once.
    fn set_muted(&self, muted: bool) {
        self.call.muted.set(muted);
        self.call.update_track();
        self.call.listen_for_voice();
    }

    /// Devices came or went: the sound goes where it was chosen to, and a microphone that is gone, or
    /// is not the chosen one, is opened anew.
    pub(crate) fn follow_devices(&self) {
        self.follow_speaker();
        let is_good = match &*self.call.microphone.borrow() {
            Some(_) if self.call.sends_tone => true,
            Some(microphone) => self.call.devices.is_good(microphone.source()),
            // None yet: it will be opened as it was chosen.
            None => true,
        };
        if !is_good {
            self.open_microphone_again();
        }
    }

    /// The microphone is sent as loud as was chosen.
    pub(crate) fn follow_volume(&self) {
        let volume = self.call.devices.chosen().input_volume;
        let followed = match &*self.call.microphone.borrow() {
            Some(_) if self.call.sends_tone => true,
            Some(microphone) => microphone.set_volume(volume),
            None => true,
        };
        if !followed {
            self.open_microphone_again();
        }
    }

    /// The sound goes where it was chosen to.
    pub(crate) fn follow_speaker(&self) {
        let speaker = self.call.devices.chosen().speaker;
        self.call.audio.play_on(speaker.as_deref());
    }

    /// Puts a microphone as it was chosen in place of the one that is open.
    pub(crate) fn open_microphone_again(&self) {
        if self.call.microphone.borrow().is_some() {
            spawn_local(Rc::clone(&self.call).change_microphone());
        }
    }

    /// Lets the far end hear that of `other` beside our microphone; none: the microphone alone.
    pub(crate) fn bridge(&self, other: Option<&Self>) {
        let bridge = other.and_then(|other| {
            Bridge::open(other.call.audio.stream())
                .map_err(|error| log::warn!("no conference: {error}"))
                .ok()
        });
        // The one before is closed only when its track is not sent any more.
        let before = self.call.bridge.replace(bridge);
        let call = Rc::clone(&self.call);
        spawn_local(async move {
            let _ = call.send_sound().await;
            drop(before);
        });
    }

    /// Sends digits (RFC 4733), after those that are still being sent.
    fn send_dtmf(&self, digits: &str) {
        let sent = rtc::only_audio(&self.call.connection)
            .ok_or(Error::Missing("audio section"))
            .and_then(|transceiver| rtc::send_dtmf(&transceiver, digits));
        if let Err(error) = sent {
            log::warn!("no DTMF: {error}");
        }
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        self.work.abort();
        self.call.is_over.set(true);
        self.call.voice.take();
        self.call.ear.take();
        self.call.bridge.take();
        self.call.microphone.take();
        self.call.connection.close();
    }
}

/// What a connection's parts share.
struct Call {
    media: MediaId,
    inbox: Inbox,
    connection: RtcPeerConnection,
    rule: Rule,
    audio: RemoteAudio,
    microphone: RefCell<Option<Microphone>>,
    /// In a conference: what is sent instead of the microphone alone.
    bridge: RefCell<Option<Bridge>>,
    devices: Devices,
    /// Listens while muted.
    voice: RefCell<Option<Voice>>,
    /// See [`MediaSetup::test_tone`](alo_softphone::MediaSetup::test_tone).
    sends_tone: bool,
    /// Listens for that tone.
    ear: RefCell<Option<Ear>>,
    /// A microphone that arrives now is not wanted any more.
    is_over: Cell<bool>,
    muted: Cell<bool>,
    /// What the descriptions say, or will say once the one under way is agreed.
    direction: Cell<MediaDirection>,
    /// The direction to go back to.
    direction_before: Cell<MediaDirection>,
    /// The last answer of the far end that was applied as final.
    answer: RefCell<String>,
    /// Early media was described, and no sound of it has arrived yet: our ringback sounds until then.
    awaits_early: Cell<bool>,
}

/// How often it is looked whether somebody talks, in milliseconds.
const LOOK_MS: u32 = 200;
/// A second.
const LOOKS: u32 = 5;
/// Short enough that our ringback is not heard for long beside the far end's sound.
const EARLY_LOOKS: u32 = 2;

/// Tells the softphone each second what the last one looked like, and more often while early media is awaited.
async fn watch(call: Rc<Call>) {
    loop {
        let mut talked = 0;
        for look in 1..=LOOKS {
            TimeoutFuture::new(LOOK_MS).await;
            talked += u32::from(call.voice.borrow().as_ref().is_some_and(Voice::talks));
            if look >= EARLY_LOOKS && call.awaits_early.get() {
                break;
            }
        }
        match stats::read(&call.connection).await {
            Ok(stats) => {
                if stats.packets_received >= MediaStats::SOUND {
                    call.awaits_early.set(false);
                }
                call.tell(MediaEvent::Stats(MediaStats {
                    // A word is longer than one look; a click is not.
                    talks: talked >= 2,
                    tone_share: call.ear.borrow().as_ref().and_then(Ear::tone_share),
                    ..stats
                }));
            }
            Err(error) => log::debug!("{error}"),
        }
    }
}

impl Call {
    fn set_direction(&self, direction: MediaDirection) -> Result<(), Error> {
        rtc::set_direction(&self.audio_section()?, direction)?;
        self.direction.set(direction);
        self.update_track();
        Ok(())
    }

    fn restore_direction(&self) {
        if let Err(error) = self.set_direction(self.direction_before.get()) {
            log::debug!("{error}");
        }
    }

    fn audio_section(&self) -> Result<RtcRtpTransceiver, Error> {
        rtc::only_audio(&self.connection).ok_or(Error::Missing("audio section"))
    }

    fn report_state(&self) {
        match self.connection.connection_state() {
            RtcPeerConnectionState::Connected => self.tell(MediaEvent::Connected),
            RtcPeerConnectionState::Disconnected => self.tell(MediaEvent::Disconnected),
            RtcPeerConnectionState::Failed => self.tell(MediaEvent::Lost),
            _ => {}
        }
    }

    fn tell(&self, event: MediaEvent) {
        let media = self.media;
        self.inbox.phone(Input::Media { media, event });
    }
}

fn bad_sdp(error: Error) -> MediaFailure {
    log::warn!("{error}");
    MediaFailure::BadSdp
}

fn other(error: Error) -> MediaFailure {
    log::warn!("{error}");
    MediaFailure::Other
}
