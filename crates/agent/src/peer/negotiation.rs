//! Offers and answers of one connection, in the order asked for.

use std::rc::Rc;

use alo_protocol::Codec;
use alo_softphone::{MediaDirection, MediaEvent, MediaFailure, MediaOp};
use futures::StreamExt;
use futures::channel::{mpsc, oneshot};
use futures::future::{select, try_join};
use gloo_events::EventListener;
use gloo_timers::future::TimeoutFuture;
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    RtcIceGatheringState, RtcOfferOptions, RtcPeerConnectionIceEvent, RtcSdpType,
    RtcSessionDescriptionInit, RtcSignalingState,
};

use super::{Call, bad_sdp, other};
use crate::description::Role;
use crate::error::{Error, browser};
use crate::ice::Candidate;
use crate::{description, rtc};

pub(super) async fn negotiate(call: Rc<Call>, mut steps: mpsc::UnboundedReceiver<MediaOp>) {
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
        let offer = self.local_description()?;
        // The browser leaves the choice to whoever answers, and cannot change its own role: after
        // offers that crossed, rtpengine does not know any more which one it had.
        Ok(match self.role() {
            Some(role) => role.put_into(&offer),
            None => offer,
        })
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
        self.awaits_early.set(provisional);
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
        match self.role() {
            Some(role) if self.is_of_the_same_far_end(sdp) => {
                let kept = role.of_the_other().put_into(sdp);
                self.apply(RtcSdpType::Answer, &kept).await?;
            }
            _ => self.apply(RtcSdpType::Answer, sdp).await?,
        }
        self.answer.replace(sdp.to_owned());
        Ok(())
    }

    async fn roll_back(&self) {
        let back = RtcSessionDescriptionInit::new(RtcSdpType::Rollback);
        let undone = JsFuture::from(self.connection.set_local_description(&back)).await;
        self.restore_direction();
        if let Err(error) = undone {
            log::debug!("{}", browser("rollback")(error));
        }
    }

    /// Our end of the handshake that the keys in use come from.
    fn role(&self) -> Option<Role> {
        let local = self.connection.current_local_description()?.sdp();
        let remote = self.connection.current_remote_description()?.sdp();
        Role::agreed(&local, &remote)
    }

    fn is_of_the_same_far_end(&self, sdp: &str) -> bool {
        self.connection
            .current_remote_description()
            .is_some_and(|before| description::has_same_certificate(&before.sdp(), sdp))
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
    pub(super) fn may_leave(&self, sdp: &str) -> bool {
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
}
