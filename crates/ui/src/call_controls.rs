//! Which controls a call offers in its state.

use alo_protocol::{CallKind, CallState, CallView, Direction, EndCause, TransferState};

/// The shape of a call's card: a card is redrawn only when this changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Rings here: answer or decline.
    Incoming,
    /// Being set up, up, or being ended: the row of in-call controls.
    Live,
    /// Over: the cause, and a way to put it away.
    Ended,
}

/// What stands open below the controls of a call: one at a time, because keys go to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    /// Nothing.
    #[default]
    None,
    /// To send digits.
    Keypad,
    /// To hand the call on.
    Transfer,
}

/// What is offered in a [`Face::Live`] card. All controls stay in their place; those that make no
/// sense now are disabled, so that nothing jumps under the pointer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Controls {
    /// Mute or unmute.
    pub mute: bool,
    /// Silence the far end or hear it again.
    pub speaker: bool,
    /// Hold or resume.
    pub hold: bool,
    /// Send tones.
    pub keypad: bool,
    /// Hand it on.
    pub transfer: bool,
    /// Hang up, cancel or give up.
    pub hang_up: bool,
}

/// See [`Face`].
pub fn face(state: CallState) -> Face {
    match state {
        CallState::Incoming => Face::Incoming,
        CallState::Ended => Face::Ended,
        CallState::Preparing
        | CallState::Calling
        | CallState::Ringing
        | CallState::EarlyMedia
        | CallState::Answering
        | CallState::Connected
        | CallState::Ending => Face::Live,
    }
}

/// See [`Controls`].
pub fn controls(call: &CallView) -> Controls {
    let up = call.state == CallState::Connected;
    let heard = up || call.state == CallState::EarlyMedia;
    Controls {
        // Who only listens stays muted.
        mute: heard && call.kind != CallKind::Monitor,
        speaker: heard,
        // Not disabled on the way: that would take the focus from it.
        hold: up,
        // Tones travel in our own audio, which is not sent while a side holds (RFC 4733 §2.1).
        keypad: heard && !call.held,
        transfer: up && !is_being_handed_on(call),
        hang_up: face(call.state) == Face::Live && call.state != CallState::Ending,
    }
}

/// Whether it is to be held: what the person wants, also while the far end has not agreed to it yet.
pub fn is_hold_wanted(call: &CallView) -> bool {
    call.held != call.hold_pending
}

/// The far end has been asked to call somebody else, and it is not known yet how that went.
pub fn is_being_handed_on(call: &CallView) -> bool {
    call.transfer.as_ref().is_some_and(|transfer| {
        matches!(
            transfer.state,
            TransferState::Trying | TransferState::Ringing
        )
    })
}

/// The two calls that are up, the older one first; what can be done with both is offered then.
pub fn pair(calls: &[CallView]) -> Option<(&CallView, &CallView)> {
    let mut up = calls
        .iter()
        .filter(|call| call.state == CallState::Connected);
    let (one, other) = (up.next()?, up.next()?);
    if one.started_at <= other.started_at {
        Some((one, other))
    } else {
        Some((other, one))
    }
}

/// A call that is not over.
pub fn is_live(call: &CallView) -> bool {
    call.state != CallState::Ended
}

/// An end after which most people call once more.
pub fn is_called_again(cause: EndCause) -> bool {
    matches!(
        cause,
        EndCause::Missed
            | EndCause::Busy
            | EndCause::NoAnswer
            | EndCause::AllottedTimeout
            | EndCause::MediaFailed
            | EndCause::NetworkFailed
            | EndCause::Failed
    )
}

/// An end that a person must do something about, in contrast to a call that simply ended.
pub fn is_trouble(cause: EndCause) -> bool {
    match cause {
        EndCause::HungUp
        | EndCause::RemoteHungUp
        | EndCause::Cancelled
        | EndCause::AnsweredElsewhere
        | EndCause::Declined
        | EndCause::Forwarded
        | EndCause::Busy
        | EndCause::NoAnswer
        | EndCause::Rejected
        | EndCause::DeclinedOrLimit => false,
        EndCause::Missed
        | EndCause::NotFound
        | EndCause::Forbidden
        | EndCause::TrialRejection
        | EndCause::ProviderRefused
        | EndCause::LimitReached
        | EndCause::AllottedTimeout
        | EndCause::NoPackage
        | EndCause::ExtensionDisabled
        | EndCause::BarredNumber
        | EndCause::AnonymityRefused
        | EndCause::OutOfHours
        | EndCause::NoHotline
        | EndCause::AuthFailed
        | EndCause::MediaFailed
        | EndCause::NoMicrophone
        | EndCause::NetworkFailed
        | EndCause::Failed => true,
    }
}

/// Where a call stands with the dialer: a second one may be dialled while one is up, never a third,
/// and none while one rings here.
pub fn may_dial(calls: &[CallView]) -> bool {
    let live = calls.iter().filter(|call| is_live(call)).count();
    let ringing = calls
        .iter()
        .any(|call| call.state == CallState::Incoming && call.direction == Direction::Incoming);
    live < 2 && !ringing
}

#[cfg(test)]
mod tests {
    use alo_protocol::TransferView;

    use super::*;
    use crate::fixture::call;

    #[test]
    fn a_ringing_call_can_only_be_given_up() {
        let controls = controls(&call("1", CallState::Ringing));
        assert_eq!(
            controls,
            Controls {
                mute: false,
                speaker: false,
                hold: false,
                keypad: false,
                transfer: false,
                hang_up: true
            }
        );
    }

    #[test]
    fn an_announcement_before_the_answer_takes_tones() {
        let controls = controls(&call("1", CallState::EarlyMedia));
        assert!(controls.keypad && controls.mute && !controls.hold);
    }

    #[test]
    fn who_listens_cannot_unmute() {
        let mut listening = call("1", CallState::Connected);
        listening.kind = CallKind::Monitor;
        assert!(!controls(&listening).mute && controls(&listening).speaker);
    }

    #[test]
    fn a_call_that_is_up_offers_everything() {
        let controls = controls(&call("1", CallState::Connected));
        assert_eq!(
            controls,
            Controls {
                mute: true,
                speaker: true,
                hold: true,
                keypad: true,
                transfer: true,
                hang_up: true
            }
        );
    }

    #[test]
    fn a_held_call_takes_no_tones_and_a_pending_hold_keeps_its_button() {
        let mut held = call("1", CallState::Connected);
        held.held = true;
        assert!(!controls(&held).keypad && controls(&held).hold);
        held.hold_pending = true;
        assert!(controls(&held).hold, "its focus is not taken");
    }

    #[test]
    fn a_second_press_takes_back_what_is_still_on_its_way() {
        let mut up = call("1", CallState::Connected);
        for (held, hold_pending, is_wanted) in [
            (false, false, false),
            (false, true, true),
            (true, false, true),
            (true, true, false),
        ] {
            (up.held, up.hold_pending) = (held, hold_pending);
            assert_eq!(is_hold_wanted(&up), is_wanted);
        }
    }

    #[test]
    fn a_call_is_handed_on_once_at_a_time_and_again_after_a_failure() {
        let mut up = call("1", CallState::Connected);
        let mut is_offered = |state| {
            up.transfer = Some(TransferView {
                state,
                target: "101".into(),
                code: None,
            });
            controls(&up).transfer
        };
        assert!(!is_offered(TransferState::Trying) && !is_offered(TransferState::Ringing));
        assert!(is_offered(TransferState::Failed));
    }

    #[test]
    fn only_calls_that_are_up_make_a_pair_and_the_older_is_first() {
        let (mut old, new) = (
            call("1", CallState::Connected),
            call("2", CallState::Connected),
        );
        old.started_at -= 1;
        let calls = [new, old.clone()];
        let ids = pair(&calls).map(|(a, b)| (a.id.0.as_str(), b.id.0.as_str()));
        assert_eq!(ids, Some(("1", "2")));
        assert!(pair(&[old, call("3", CallState::Ringing)]).is_none());
    }

    #[test]
    fn an_ending_call_offers_nothing_more() {
        assert!(!controls(&call("1", CallState::Ending)).hang_up);
    }

    #[test]
    fn a_third_call_cannot_be_dialled_nor_one_while_the_phone_rings() {
        let up = call("1", CallState::Connected);
        let mut rings = call("2", CallState::Incoming);
        rings.direction = Direction::Incoming;
        let over = call("3", CallState::Ended);
        assert!(may_dial(&[]));
        assert!(may_dial(&[up.clone(), over]));
        assert!(!may_dial(&[up, call("4", CallState::Connected)]));
        assert!(!may_dial(&[rings]));
    }
}
