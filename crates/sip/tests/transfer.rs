//! Handing calls on: REFER and NOTIFY (RFC 3515), with Replaces (RFC 3891, RFC 5589).

mod common;

use alo_sip::wire::{Method, Request, Uri};
use alo_sip::{EndKind, Error, Event, SessionId};
use common::{ANSWER, Peer, Phone};

fn carol() -> Uri {
    "sip:carol@example.com".parse().expect("a URI")
}

fn transfer(phone: &mut Phone, id: SessionId) -> Request {
    phone
        .ua
        .transfer(id, &carol(), phone.now)
        .expect("a call that is up");
    phone.drain();
    phone.take_request(Method::Refer)
}

/// What the far end tells of its call to the other one.
fn notify(peer: &mut Peer, line: &str, state: &str) -> Request {
    let mut notify = peer.request(Method::Notify);
    notify.headers.push("Event", "refer");
    notify.headers.push("Subscription-State", state);
    notify.set_body("message/sipfrag;version=2.0", format!("{line}\r\n"));
    notify
}

#[test]
fn a_blind_transfer_is_followed_to_its_end_and_the_call_is_ours_to_hang_up() {
    let (mut phone, id, mut peer) = Phone::in_call();
    let refer = transfer(&mut phone, id);
    assert_eq!(
        refer.headers.get("Refer-To"),
        Some("<sip:carol@example.com>")
    );
    assert_eq!(
        refer.headers.get("Referred-By"),
        Some("<sip:alice@example.com>")
    );
    assert!(refer.headers.get("Contact").is_some());
    assert!(refer.headers.to().is_ok_and(|to| to.tag().is_some()));
    phone.feed(peer.answer(&refer, 202, None));
    for (line, status) in [("SIP/2.0 100 Trying", 100), ("SIP/2.0 180 Ringing", 180)] {
        phone.feed(notify(&mut peer, line, "active;expires=60"));
        phone.take_response(200);
        assert_eq!(phone.take_event(), Event::TransferProgress { id, status });
    }
    phone.feed(notify(
        &mut peer,
        "SIP/2.0 200 OK",
        "terminated;reason=noresource",
    ));
    phone.take_response(200);
    let done = Event::TransferDone { id, result: Ok(()) };
    assert_eq!(phone.take_event(), done);
    phone.expect_quiet();
    phone.hang_up(id);
    assert_eq!(phone.take_end().1.kind, EndKind::Bye);
    let bye = phone.take_request(Method::Bye);
    phone.feed(peer.answer(&bye, 200, None));
    phone.expect_nothing_unfinished();
}

#[test]
fn a_transfer_that_fails_leaves_the_call_and_can_be_tried_again() {
    let (mut phone, id, mut peer) = Phone::in_call();
    let refer = transfer(&mut phone, id);
    assert_eq!(
        phone.ua.transfer(id, &carol(), phone.now),
        Err(Error::TransferPending)
    );
    phone.feed(peer.answer(&refer, 202, None));
    phone.feed(notify(&mut peer, "SIP/2.0 486 Busy Here", "terminated"));
    phone.take_response(200);
    let failed = |code| Event::TransferDone {
        id,
        result: Err(code),
    };
    assert_eq!(phone.take_event(), failed(486));
    let refer = transfer(&mut phone, id);
    phone.feed(peer.answer(&refer, 603, None));
    assert_eq!(phone.take_event(), failed(603));
    phone.expect_quiet();
    // What comes after is about nothing.
    phone.feed(notify(&mut peer, "SIP/2.0 200 OK", "terminated"));
    phone.take_response(481);
    phone.expect_quiet();
}

#[test]
fn a_transfer_without_an_outcome_fails_after_three_minutes() {
    let (mut phone, id, peer) = Phone::in_call();
    let refer = transfer(&mut phone, id);
    phone.feed(peer.answer(&refer, 202, None));
    phone.advance_s(179);
    phone.expect_quiet();
    phone.advance_s(1);
    let failed = Event::TransferDone {
        id,
        result: Err(408),
    };
    assert_eq!(phone.take_event(), failed);
}

#[test]
fn a_subscription_that_ends_without_an_outcome_is_a_failure() {
    let (mut phone, id, mut peer) = Phone::in_call();
    transfer(&mut phone, id);
    // It overtakes the 202.
    phone.feed(notify(&mut peer, "SIP/2.0 100 Trying", "terminated"));
    phone.take_response(200);
    let failed = Event::TransferDone {
        id,
        result: Err(408),
    };
    assert_eq!(phone.take_event(), failed);
}

#[test]
fn a_far_end_that_hangs_up_during_the_transfer_ends_the_call_once() {
    let (mut phone, id, mut peer) = Phone::in_call();
    let refer = transfer(&mut phone, id);
    phone.feed(peer.answer(&refer, 202, None));
    phone.feed(peer.request(Method::Bye));
    phone.take_response(200);
    assert_eq!(phone.take_end().1.kind, EndKind::Bye);
    phone.feed(notify(&mut peer, "SIP/2.0 200 OK", "terminated"));
    phone.take_response(481);
    phone.expect_nothing_unfinished();
}

#[test]
fn an_attended_transfer_names_the_other_call() {
    let (mut phone, first, _) = Phone::in_call();
    let second = phone.invite("sip:carol@example.com");
    let invite = phone.take_request(Method::Invite);
    let carol = Peer::called(&invite, "carol");
    phone.feed(carol.answer(&invite, 200, Some(ANSWER)));
    phone.take_request(Method::Ack);
    phone.take_event();
    phone
        .ua
        .transfer_to(first, second, phone.now)
        .expect("both are up");
    phone.drain();
    let refer = phone.take_request(Method::Refer);
    let to = refer.headers.refer_to().ok().flatten().expect("a Refer-To");
    let target = to.uri.to_string();
    assert!(
        target.starts_with("sip:bob@10.0.0.2:5062;transport=tcp?Replaces="),
        "the Contact of the second far end: {target}"
    );
    let near = invite.headers.from().expect("a From");
    let call_id = invite.headers.call_id().expect("a Call-ID");
    let named = format!(
        "Replaces={call_id}%3Bto-tag%3Dcarol%3Bfrom-tag%3D{}",
        near.tag().expect("a tag")
    );
    assert!(target.ends_with(&named), "{target}");
    assert_eq!(
        phone.ua.transfer_to(second, second, phone.now),
        Err(Error::WrongState)
    );
}

#[test]
fn only_an_answered_call_can_be_handed_on() {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:bob@example.com");
    assert_eq!(
        phone.ua.transfer(id, &carol(), phone.now),
        Err(Error::WrongState)
    );
}
