//! One call's peer connection: offers and answers in the order asked for, its microphone and its
//! sound.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use alo_protocol::Codec;
use alo_softphone::{
    Input, MediaDirection, MediaEvent, MediaFailure, MediaId, MediaOp, MediaStats,
};
use futures::StreamExt;
use futures::channel::{mpsc, oneshot};
use futures::future::{AbortHandle, abortable, join, select, try_join};
use gloo_events::EventListener;
use gloo_timers::future::TimeoutFuture;
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    RtcIceGatheringState, RtcOfferOptions, RtcPeerConnection, RtcPeerConnectionIceEvent,
    RtcPeerConnectionState, RtcRtpTransceiver, RtcSdpType, RtcSessionDescriptionInit,
    RtcSignalingState, RtcTrackEvent,
};

use crate::audio::RemoteAudio;
use crate::bridge::Bridge;
use crate::devices::Devices;
use crate::ear::Ear;
use crate::error::{Error, browser};
use crate::ice::{Candidate, Rule};
use crate::inbox::Inbox;
use crate::microphone::Microphone;
use crate::prepared::{Prepared, Wanted};
use crate::voice::Voice;
use crate::{description, rtc, stats};

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
}

async fn negotiate(call: Rc<Call>, mut steps: mpsc::UnboundedReceiver<MediaOp>) {
    while let Some(step) = steps.next().await {
        let outcome = match step {
            MediaOp::Offer { setup } => call.offer(&setup.codecs).await.map(offered),
            MediaOp::Answer { offer, setup } => {
                call.answer(&offer, &setup.codecs).await.map(answered)
            }
            MediaOp::Reoffer {
                direction,
                ice_restart,
            } => call.reoffer(direction, ice_restart).await.map(offered),
            MediaOp::AnswerReoffer { offer, direction } => {
                call.answer_reoffer(&offer, direction).await.map(answered)
            }
            MediaOp::ApplyAnswer { sdp, provisional } => call
                .apply_answer(&sdp, provisional)
                .await
                .map(|()| Some(MediaEvent::AnswerApplied)),
            MediaOp::Rollback => {
                call.roll_back().await;
                Ok(None)
            }
            // Carried out at once: `Peer::carry_out`, and by dropping the peer.
            MediaOp::SetMuted(_)
            | MediaOp::SetSpeakerMuted(_)
            | MediaOp::Bridge(_)
            | MediaOp::Dtmf(_)
            | MediaOp::Close => Ok(None),
        };
        match outcome {
            Ok(Some(event)) => call.tell(event),
            Ok(None) => {}
            Err(failure) => call.tell(MediaEvent::Failed(failure)),
        }
    }
}

/// How often it is looked whether somebody talks, in milliseconds.
const LOOK_MS: u32 = 200;
/// A second.
const LOOKS: u32 = 5;

/// Tells the softphone each second what the last one looked like.
async fn watch(call: Rc<Call>) {
    loop {
        let mut talked = 0;
        for _ in 0..LOOKS {
            TimeoutFuture::new(LOOK_MS).await;
            talked += u32::from(call.voice.borrow().as_ref().is_some_and(Voice::talks));
        }
        match stats::read(&call.connection).await {
            // A word is longer than one look; a click is not.
            Ok(stats) => call.tell(MediaEvent::Stats(MediaStats {
                talks: talked >= 2,
                tone_share: call.ear.borrow().as_ref().and_then(Ear::tone_share),
                ..stats
            })),
            Err(error) => log::debug!("{error}"),
        }
    }
}

fn offered(sdp: String) -> Option<MediaEvent> {
    Some(MediaEvent::Offer { sdp })
}

fn answered(sdp: String) -> Option<MediaEvent> {
    Some(MediaEvent::Answer { sdp })
}

impl Call {
    /// Opens the microphone and gathers candidates at the same time. What was prepared leaves at
    /// once, and the microphone follows it.
    async fn offer(self: &Rc<Self>, codecs: &[Codec]) -> Result<String, MediaFailure> {
        if self.connection.local_description().is_some() {
            return self.prepared_offer().await;
        }
        rtc::add_audio(&self.connection, codecs).map_err(other)?;
        let (microphone, ()) = try_join(
            self.open_microphone(),
            self.describe(self.connection.create_offer()),
        )
        .await?;
        self.attach(microphone).await?;
        let offer = self.local_description()?;
        if !description::hides_addresses(&offer) {
            return Ok(offer);
        }
        // Firefox hides our addresses until the microphone is open. Now it is.
        self.describe(self.make_offer(true)).await?;
        self.local_description()
    }

    async fn prepared_offer(self: &Rc<Self>) -> Result<String, MediaFailure> {
        if description::hides_addresses(&self.local_description()?) {
            let microphone = self.open_microphone().await?;
            self.attach(microphone).await?;
            self.describe(self.make_offer(true)).await?;
            return self.local_description();
        }
        spawn_local(Rc::clone(self).follow_with_microphone());
        let (useful, _listener) = self.useful_candidate();
        self.wait_for(useful).await?;
        self.local_description()
    }

    /// Opens the microphone for an offer that has left.
    async fn follow_with_microphone(self: Rc<Self>) {
        let attached = match self.open_microphone().await {
            Ok(_) if self.is_over.get() => return,
            Ok(microphone) => self.attach(microphone).await,
            Err(failure) => Err(failure),
        };
        if let Err(failure) = attached
            && !self.is_over.get()
        {
            self.tell(MediaEvent::MicrophoneFailed(failure));
        }
    }

    async fn change_microphone(self: Rc<Self>) {
        let microphone = match self.open_microphone().await {
            Ok(microphone) if !self.is_over.get() => microphone,
            // The old one stays: if it is dead, that is said a few seconds later.
            _ => return,
        };
        // A failure has been logged; the next choice may work.
        let _ = self.attach(microphone).await;
    }

    async fn answer(&self, offer: &str, codecs: &[Codec]) -> Result<String, MediaFailure> {
        // First the microphone: an answer cannot be made again with addresses that were hidden.
        let (microphone, ()) =
            try_join(self.open_microphone(), self.apply(RtcSdpType::Offer, offer)).await?;
        self.set_direction(MediaDirection::SendRecv)
            .map_err(bad_sdp)?;
        rtc::prefer(&self.audio_section().map_err(bad_sdp)?, codecs);
        self.attach(microphone).await?;
        self.describe(self.connection.create_answer()).await?;
        self.local_description()
    }

    async fn reoffer(
        &self,
        direction: MediaDirection,
        ice_restart: bool,
    ) -> Result<String, MediaFailure> {
        self.direction_before.set(self.direction.get());
        self.set_direction(direction).map_err(other)?;
        if let Err(failure) = self.describe(self.make_offer(ice_restart)).await {
            self.restore_direction();
            return Err(failure);
        }
        self.local_description()
    }

    async fn answer_reoffer(
        &self,
        offer: &str,
        direction: MediaDirection,
    ) -> Result<String, MediaFailure> {
        self.apply(RtcSdpType::Offer, offer).await?;
        let answered = async {
            self.set_direction(direction).map_err(bad_sdp)?;
            self.describe(self.connection.create_answer()).await?;
            self.local_description()
        };
        let answered = answered.await;
        if answered.is_err() {
            // The offer will be refused, so the call goes on as it was.
            let back = RtcSessionDescriptionInit::new(RtcSdpType::Rollback);
            let _ = JsFuture::from(self.connection.set_remote_description(&back)).await;
        }
        answered
    }

    async fn apply_answer(&self, sdp: &str, provisional: bool) -> Result<(), MediaFailure> {
        if provisional {
            match self.try_to_apply(RtcSdpType::Pranswer, sdp).await {
                // Firefox has no provisional answers: early media is heard through a final one.
                Err(error) if error.is_named("NotSupportedError") => {}
                applied => return applied.map_err(bad_sdp),
            }
        }
        if self.connection.signaling_state() == RtcSignalingState::Stable {
            if *self.answer.borrow() == sdp {
                return Ok(());
            }
            // The final answer is another one, so our offer is made once more, unchanged and for
            // ourselves only.
            self.describe(self.make_offer(false)).await?;
        }
        self.apply(RtcSdpType::Answer, sdp).await?;
        self.answer.replace(sdp.to_owned());
        Ok(())
    }

    async fn roll_back(&self) {
        let back = RtcSessionDescriptionInit::new(RtcSdpType::Rollback);
        if let Err(error) = JsFuture::from(self.connection.set_local_description(&back)).await {
            log::debug!("{}", browser("rollback")(error));
        }
        self.restore_direction();
    }

    /// Applies a description of the far end.
    async fn apply(&self, kind: RtcSdpType, sdp: &str) -> Result<(), MediaFailure> {
        self.try_to_apply(kind, sdp).await.map_err(bad_sdp)
    }

    async fn try_to_apply(&self, kind: RtcSdpType, sdp: &str) -> Result<(), Error> {
        let description = RtcSessionDescriptionInit::new(kind);
        description.set_sdp(&description::incoming(sdp));
        JsFuture::from(self.connection.set_remote_description(&description))
            .await
            .map(|_| ())
            .map_err(browser("setRemoteDescription"))
    }

    fn make_offer(&self, ice_restart: bool) -> Promise {
        let options = RtcOfferOptions::new();
        options.set_ice_restart(ice_restart);
        self.connection
            .create_offer_with_rtc_offer_options(&options)
    }

    /// Sets the local description that the browser is making, and waits until it may leave.
    async fn describe(&self, making: Promise) -> Result<(), MediaFailure> {
        let (useful, _listener) = self.useful_candidate();
        let description: RtcSessionDescriptionInit = JsFuture::from(making)
            .await
            .map_err(|error| other(browser("createOffer or createAnswer")(error)))?
            .unchecked_into();
        JsFuture::from(self.connection.set_local_description(&description))
            .await
            .map_err(|error| other(browser("setLocalDescription")(error)))?;
        self.wait_for(useful).await
    }

    /// Resolves at the first candidate that lets a description leave, while the listener lives.
    fn useful_candidate(&self) -> (oneshot::Receiver<()>, EventListener) {
        let (sender, useful) = oneshot::channel();
        let mut sender = Some(sender);
        let rule = self.rule;
        let listener = EventListener::new(&self.connection, "icecandidate", move |event| {
            let candidate = event
                .unchecked_ref::<RtcPeerConnectionIceEvent>()
                .candidate()
                .map(|candidate| candidate.candidate());
            let enough = match candidate.as_deref() {
                // None, or in some browsers an empty one: there will be no more.
                None | Some("") => true,
                Some(line) => Candidate::parse(line).is_some_and(|c| rule.is_satisfied_by(&c)),
            };
            if enough && let Some(sender) = sender.take() {
                // Nobody waits if it left without waiting.
                let _ = sender.send(());
            }
        });
        (useful, listener)
    }

    /// Waits until the local description may leave.
    async fn wait_for(&self, useful: oneshot::Receiver<()>) -> Result<(), MediaFailure> {
        if !self.may_leave(&self.local_description()?) {
            select(useful, TimeoutFuture::new(self.rule.patience_ms())).await;
        }
        if self.rule.is_strict() && !self.may_leave(&self.local_description()?) {
            log::warn!("no relay gave an address");
            return Err(MediaFailure::Other);
        }
        Ok(())
    }

    /// True where a description needs no further candidate.
    fn may_leave(&self, sdp: &str) -> bool {
        let mut candidates = sdp.lines().filter_map(Candidate::parse).peekable();
        // Of a restart without candidates the state speaks of the gathering before (measured).
        let is_gathered = candidates.peek().is_some()
            && self.connection.ice_gathering_state() == RtcIceGatheringState::Complete;
        is_gathered || candidates.any(|candidate| self.rule.is_satisfied_by(&candidate))
    }

    /// The local description with the candidates found until now, as it goes out.
    fn local_description(&self) -> Result<String, MediaFailure> {
        self.connection
            .local_description()
            .map(|description| description::outgoing(&description.sdp()))
            .ok_or(MediaFailure::Other)
    }

    /// Lets `microphone` be heard at the far end.
    async fn attach(&self, microphone: Microphone) -> Result<(), MediaFailure> {
        let before = self.microphone.replace(Some(microphone));
        self.update_track();
        self.listen_for_voice();
        let sent = self.send_sound().await;
        drop(before);
        sent
    }

    /// Sends the microphone, or what it is mixed into.
    async fn send_sound(&self) -> Result<(), MediaFailure> {
        let replaced = {
            let microphone = self.microphone.borrow();
            let Some(microphone) = &*microphone else {
                // It is sent when it has been opened.
                return Ok(());
            };
            let mixed = match &*self.bridge.borrow() {
                Some(bridge) => {
                    bridge.speak_into(microphone.track()).map_err(other)?;
                    bridge.track()
                }
                None => None,
            };
            let transceiver = self.audio_section().map_err(other)?;
            let track = mixed.as_ref().unwrap_or_else(|| microphone.track());
            transceiver.sender().replace_track(Some(track))
        };
        JsFuture::from(replaced)
            .await
            .map(|_| ())
            .map_err(|error| other(browser("replaceTrack")(error)))
    }

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

    /// Who is on hold does not hear us: `sendonly` is for music on hold, not for our voice.
    fn update_track(&self) {
        if let Some(microphone) = &*self.microphone.borrow() {
            let held = self.direction.get() != MediaDirection::SendRecv;
            microphone.track().set_enabled(!self.muted.get() && !held);
        }
    }

    /// Listens to the microphone while it is muted, and only then.
    fn listen_for_voice(&self) {
        let voice = match &*self.microphone.borrow() {
            Some(microphone) if self.muted.get() => Voice::listen(microphone.source())
                .map_err(|error| log::debug!("nobody listens while muted: {error}"))
                .ok(),
            _ => None,
        };
        self.voice.replace(voice);
    }

    async fn open_microphone(&self) -> Result<Microphone, MediaFailure> {
        if self.sends_tone {
            Microphone::test_tone()
        } else {
            Microphone::open(&self.devices).await
        }
    }

    /// Listens whether the tone that is sent comes back.
    fn listen_for_tone(&self) {
        if self.sends_tone {
            let ear = Ear::at(self.audio.stream());
            let ear = ear.map_err(|error| log::warn!("the echo cannot be heard: {error}"));
            self.ear.replace(ear.ok());
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
