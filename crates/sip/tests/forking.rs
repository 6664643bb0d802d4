//! One call, several phones at the other end: RFC 3261 §12.1, §13.2.2.4, §16.7.

mod common;

use alo_sip::wire::{Headers, Method};
use alo_sip::{EndKind, Event};
use common::{ANSWER, HOLD, Peer, Phone};

#[test]
fn each_branch_that_rings_is_an_early_dialog_of_its_own() {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:team@example.com");
    let invite = phone.take_request(Method::Invite);
    let (desk, mobile) = (
        Peer::called(&invite, "desk"),
        Peer::called(&invite, "mobile"),
    );
    phone.feed(desk.answer(&invite, 180, None));
    phone.feed(mobile.answer(&invite, 183, Some(HOLD)));
    phone.feed(desk.answer(&invite, 183, Some(ANSWER)));
    for (status, sdp, tag) in [
        (180, None, "desk"),
        (183, Some(HOLD), "mobile"),
        (183, Some(ANSWER), "desk"),
    ] {
        let expected = Event::Progress {
            id,
            status,
            sdp: sdp.map(str::to_owned),
            early_dialog: tag.into(),
            headers: Headers::default(),
        };
        assert_eq!(phone.take_event(), expected);
    }
    // The one that answers without SDP gets that of its own branch.
    phone.feed(mobile.answer(&invite, 200, None));
    phone.take_request(Method::Ack);
    assert_eq!(
        phone.take_event(),
        Event::Accepted {
            id,
            sdp: Some(HOLD.into()),
            headers: Headers::default()
        }
    );
}

#[test]
fn the_second_that_answers_is_acknowledged_and_ended() {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:team@example.com");
    let invite = phone.take_request(Method::Invite);
    let (desk, mobile) = (
        Peer::called(&invite, "desk"),
        Peer::called(&invite, "mobile"),
    );
    phone.feed(desk.answer(&invite, 180, None));
    phone.feed(mobile.answer(&invite, 180, None));
    phone.events.clear();
    phone.feed(desk.answer(&invite, 200, Some(ANSWER)));
    phone.take_request(Method::Ack);
    assert!(matches!(phone.take_event(), Event::Accepted { .. }));

    let late = mobile.answer(&invite, 200, Some(ANSWER));
    phone.feed(late.clone());
    let ack = phone.take_request(Method::Ack);
    assert_eq!(ack.headers.to().unwrap().tag(), Some("mobile"));
    let bye = phone.take_request(Method::Bye);
    assert_eq!(bye.headers.to().unwrap().tag(), Some("mobile"));
    phone.feed(late);
    assert_eq!(phone.take_request(Method::Ack), ack, "one BYE is enough");
    phone.feed(mobile.answer(&bye, 200, None));
    phone.expect_quiet();

    // The call with the first goes on.
    phone.hang_up(id);
    let bye = phone.take_request(Method::Bye);
    assert_eq!(bye.headers.to().unwrap().tag(), Some("desk"));
    phone.take_end();
    phone.feed(desk.answer(&bye, 200, None));
    phone.expect_nothing_unfinished();
}

#[test]
fn a_branch_that_answers_after_the_call_is_over_is_ended_too() {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:team@example.com");
    let invite = phone.take_request(Method::Invite);
    let (desk, mobile) = (
        Peer::called(&invite, "desk"),
        Peer::called(&invite, "mobile"),
    );
    phone.feed(desk.answer(&invite, 200, Some(ANSWER)));
    phone.take_request(Method::Ack);
    phone.take_event();
    phone.hang_up(id);
    phone.take_end();
    let bye = phone.take_request(Method::Bye);
    phone.feed(desk.answer(&bye, 200, None));
    phone.advance_s(5);
    phone.feed(mobile.answer(&invite, 200, Some(ANSWER)));
    phone.take_request(Method::Ack);
    let bye = phone.take_request(Method::Bye);
    phone.feed(mobile.answer(&bye, 200, None));
    phone.expect_nothing_unfinished();
}

#[test]
fn what_a_branch_that_came_too_late_wants_is_not_done_to_the_call() {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:team@example.com");
    let invite = phone.take_request(Method::Invite);
    let (desk, mut mobile) = (
        Peer::called(&invite, "desk"),
        Peer::called(&invite, "mobile"),
    );
    phone.feed(desk.answer(&invite, 200, Some(ANSWER)));
    phone.take_request(Method::Ack);
    phone.feed(mobile.answer(&invite, 200, Some(ANSWER)));
    phone.take_request(Method::Ack);
    let ours = phone.take_request(Method::Bye);
    phone.events.clear();
    // Its own BYE crosses ours, and before that it wants a change.
    let change = mobile.request_with(Method::Invite, Some(HOLD));
    phone.feed(change);
    phone.take_response(481);
    let bye = mobile.request_with(Method::Bye, None);
    phone.feed(bye);
    phone.take_response(200);
    phone.feed(mobile.answer(&ours, 200, None));
    assert!(phone.events.is_empty(), "the call with the desk goes on");
    phone.hang_up(id);
    let bye = phone.take_request(Method::Bye);
    assert_eq!(bye.headers.to().expect("To").tag(), Some("desk"));
}

#[test]
fn both_branches_crossing_a_cancel_are_ended() {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:team@example.com");
    let invite = phone.take_request(Method::Invite);
    let peers = [
        Peer::called(&invite, "desk"),
        Peer::called(&invite, "mobile"),
    ];
    phone.feed(peers[0].answer(&invite, 180, None));
    phone.take_event();
    phone.hang_up(id);
    assert_eq!(phone.take_end().1.kind, EndKind::Cancelled);
    let cancel = phone.take_request(Method::Cancel);
    phone.feed(cancel.response(200, "", Some("proxy")));
    for peer in &peers {
        phone.feed(peer.answer(&invite, 200, Some(ANSWER)));
        phone.take_request(Method::Ack);
        let bye = phone.take_request(Method::Bye);
        phone.feed(peer.answer(&bye, 200, None));
    }
    phone.expect_nothing_unfinished();
}

#[test]
fn a_server_that_forks_without_end_is_held_to_a_limit() {
    let mut phone = Phone::registered();
    phone.invite("sip:team@example.com");
    let invite = phone.take_request(Method::Invite);
    for n in 0..1000 {
        let peer = Peer::called(&invite, &format!("branch{n}"));
        phone.feed(peer.answer(&invite, 180, None));
    }
    phone.events.clear();
    for n in 0..1000 {
        let peer = Peer::called(&invite, &format!("branch{n}"));
        phone.feed(peer.answer(&invite, 200, Some(ANSWER)));
    }
    let byes = phone
        .out
        .iter()
        .filter(|out| match out {
            common::Out::Sip(alo_sip::wire::Message::Request(r)) => r.method == Method::Bye,
            _ => false,
        })
        .count();
    assert_eq!(byes, 15);
}
