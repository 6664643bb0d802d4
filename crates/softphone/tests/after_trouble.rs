//! A failure at one time does not get in the way of what comes after it.

mod common;

use std::time::Duration;

use alo_protocol::{CallState, Command, TransferState, WorkSettings};
use alo_providers::api::{HttpFailure, HttpOutcome};
use alo_sip::wire::{Message, Method, Request};
use alo_softphone::{Input, MediaDirection, MediaEvent, MediaOp};
use common::{Rig, sdp};

#[test]
fn a_change_without_an_offer_that_is_taken_back_leaves_the_call_as_it_was() {
    let mut rig = Rig::registered();
    let (id, media, mut dialog) = rig.connected_out("0912345678");
    let reinvite = dialog.next_request(Method::Invite);
    rig.server_says(&reinvite.to_bytes());
    assert!(matches!(rig.media_op_of(media), MediaOp::Reoffer { .. }));
    // The far end takes it back before the browser has made the offer.
    let mut cancel = Request::new(Method::Cancel, reinvite.uri.clone());
    for name in ["Via", "From", "To", "Call-ID", "Max-Forwards"] {
        cancel
            .headers
            .push(name, reinvite.headers.get(name).unwrap());
    }
    let seq = reinvite.headers.cseq().unwrap().seq;
    cancel.headers.push("CSeq", format!("{seq} CANCEL"));
    rig.server_says(&cancel.to_bytes());
    rig.sent.clear();
    rig.offer_ready(media);
    rig.advance(Duration::from_secs(60));
    rig.media.clear();
    rig.sent.clear();
    // The person wants to hold.
    assert_eq!(rig.set_held(&id, true), None);
    rig.media
        .retain(|(_, op)| !matches!(op, MediaOp::SetMuted(_)));
    rig.change_done(media, MediaDirection::SendOnly, "recvonly");
    assert!(rig.call(&id).held);
}

#[test]
fn the_late_outcome_of_a_transfer_that_was_given_up_is_not_that_of_the_next_one() {
    let mut rig = Rig::registered();
    let (id, _, mut dialog) = rig.connected_out("0912345678");
    let to = |target: &str| Command::Transfer {
        call: id.clone(),
        target: target.to_owned(),
    };
    assert_eq!(rig.command(to("1002")), None);
    let first = rig.request("REFER");
    rig.respond(&first, 202, "");
    let cseq = first.headers.cseq().unwrap().seq;
    rig.advance(Duration::from_secs(181));
    assert_eq!(
        rig.call(&id).transfer.as_ref().unwrap().state,
        TransferState::Failed
    );
    rig.sent.clear();
    assert_eq!(rig.command(to("1003")), None);
    let second = rig.request("REFER");
    rig.respond(&second, 202, "");
    let mut notify = dialog.next_request(Method::Notify);
    notify.headers.push("Event", format!("refer;id={cseq}"));
    notify.headers.push("Subscription-State", "terminated");
    notify.set_body("message/sipfrag", "SIP/2.0 200 OK".to_owned());
    rig.server_says(&notify.to_bytes());
    assert_eq!(rig.state(&id), CallState::Connected);
}

#[test]
fn a_hold_that_could_not_leave_opens_no_microphone() {
    let mut rig = Rig::registered();
    let (id, media, _) = rig.connected_out("0912345678");
    rig.lose_socket(1006);
    assert_eq!(rig.set_held(&id, true), None);
    assert_eq!(rig.media_op(), (media, MediaOp::SetMuted(true)));
    assert!(matches!(rig.media_op(), (_, MediaOp::Reoffer { .. })));
    rig.offer_ready(media);
    // The server is away for a minute. Sound goes on from browser to browser.
    for _ in 0..60 {
        rig.advance(Duration::from_secs(1));
        for (media, op) in std::mem::take(&mut rig.media) {
            assert_ne!(
                op,
                MediaOp::SetMuted(false),
                "whoever is believed on hold hears us"
            );
            if let MediaOp::Reoffer { direction, .. } = op {
                assert_eq!(direction, MediaDirection::SendOnly);
                rig.offer_ready(media);
            }
        }
    }
    assert_eq!(rig.state(&id), CallState::Connected);
    assert!(rig.call(&id).held || rig.call(&id).hold_pending);
    // It is back.
    rig.open_socket();
    rig.accept_register();
    for _ in 0..10 {
        for (media, op) in std::mem::take(&mut rig.media) {
            assert_ne!(op, MediaOp::SetMuted(false));
            match op {
                MediaOp::Reoffer { .. } => rig.offer_ready(media),
                MediaOp::ApplyAnswer { .. } => rig.media_event(media, MediaEvent::AnswerApplied),
                _ => {}
            }
        }
        while let Some((_, message)) = rig.sent.pop_front() {
            if let Message::Request(request) = message
                && request.method == Method::Invite
            {
                rig.respond_with_sdp(&request, 200, "", &sdp("far", "recvonly"));
            }
        }
        rig.advance(Duration::from_secs(1));
    }
    assert!(rig.call(&id).held && !rig.call(&id).recovering);
}

#[test]
fn a_record_on_its_way_to_an_address_that_is_gone_goes_to_no_other() {
    let mut rig = Rig::registered();
    let mut work = WorkSettings::default();
    work.hook.url = "https://company.example/cdr".into();
    assert_eq!(rig.command(Command::SetWork { work: work.clone() }), None);
    let (call, ..) = rig.connected_in("<sip:0912345678@pbx.example.com>");
    rig.hang_up(&call);
    let (fetch, _) = rig.fetches.pop_front().expect("posted");
    work.hook.url = "https://elsewhere.example/".into();
    assert_eq!(rig.command(Command::SetWork { work }), None);
    let outcome = HttpOutcome::Failed(HttpFailure::TimedOut);
    rig.feed(Input::Fetched { fetch, outcome });
    rig.advance(Duration::from_secs(60));
    assert!(rig.fetches.is_empty(), "{:?}", rig.fetches);
}
