//! The browser's side of a call's sound: peer connections, offers and answers.

use super::*;

impl Rig {
    /// The oldest media operation that no helper has taken.
    pub fn media_op(&mut self) -> (MediaId, MediaOp) {
        self.media.pop_front().expect("a media operation")
    }

    /// The oldest one of this peer connection.
    pub fn media_op_of(&mut self, media: MediaId) -> MediaOp {
        let at = self.media.iter().position(|(id, _)| *id == media);
        let at = at.expect("an operation on this peer connection");
        self.media.remove(at).expect("it is there").1
    }

    pub fn no_media_op(&self) {
        assert!(self.media.is_empty(), "unexpected: {:?}", self.media);
    }

    pub fn media_event(&mut self, media: MediaId, event: MediaEvent) {
        self.feed(Input::Media { media, event });
    }

    /// Takes the operation that makes a new peer connection and returns its id.
    pub fn new_media(&mut self) -> MediaId {
        let makes = |op: &MediaOp| matches!(op, MediaOp::Offer { .. } | MediaOp::Answer { .. });
        let at = self.media.iter().position(|(_, op)| makes(op));
        let at = at.expect("a new peer connection");
        self.media.remove(at).expect("it is there").0
    }

    pub fn offer_ready(&mut self, media: MediaId) {
        self.media_event(
            media,
            MediaEvent::Offer {
                sdp: sdp("ours", "sendrecv"),
            },
        );
    }

    pub fn answer_ready(&mut self, media: MediaId) {
        self.media_event(
            media,
            MediaEvent::Answer {
                sdp: sdp("ours", "sendrecv"),
            },
        );
    }

    /// Takes the operation that applies an answer of the far end, and lets it succeed.
    pub fn apply_answer(&mut self, media: MediaId, provisional: bool) -> String {
        match self.media_op_of(media) {
            MediaOp::ApplyAnswer {
                sdp,
                provisional: is_provisional,
            } => {
                assert_eq!(is_provisional, provisional);
                self.media_event(media, MediaEvent::AnswerApplied);
                sdp
            }
            other => panic!("expected an answer to apply, got {other:?}"),
        }
    }

    pub fn media_fails(&mut self, media: MediaId, failure: MediaFailure) {
        self.media_event(media, MediaEvent::Failed(failure));
    }

    /// Takes the operation that closes this peer connection.
    pub fn media_closed(&mut self, media: MediaId) {
        assert_eq!(self.media_op_of(media), MediaOp::Close);
    }

    /// Takes a hold or resume of ours through: new offer, re-INVITE, answer of this direction.
    pub fn change_done(&mut self, media: MediaId, direction: MediaDirection, answered: &str) {
        match self.media_op_of(media) {
            MediaOp::Reoffer {
                direction: asked, ..
            } => assert_eq!(asked, direction),
            other => panic!("expected a new offer, got {other:?}"),
        }
        self.offer_ready(media);
        let reinvite = self.request("INVITE");
        self.respond_with_sdp(&reinvite, 200, "", &sdp("far", answered));
        self.request("ACK");
        self.apply_answer(media, false);
    }
}
