//! An INVITE of ours within a call that gets a provisional response and then no final one.
#![allow(clippy::unwrap_used, reason = "a test fails by panic")]

mod common;

use alo_sip::wire::{Message, Method};
use alo_sip::{Error, Event};
use common::{ANSWER, HOLD, Out, Peer, Phone, registered};

/// Lets an hour pass, with a registrar that answers.
fn an_hour_passes(phone: &mut Phone) -> Vec<Method> {
    let mut sent = Vec::new();
    for _ in 0..60 {
        phone.advance_s(60);
        while let Some(out) = phone.out.pop_front() {
            if let Out::Sip(Message::Request(request)) = out {
                if request.method == Method::Register {
                    phone.feed(registered(&request, 600));
                }
                sent.push(request.method);
            }
        }
    }
    sent
}

/// A call whose hold has got a 100 and nothing since.
fn held_in_vain() -> (Phone, alo_sip::SessionId, Peer, alo_sip::wire::Request) {
    let (mut phone, id, peer) = Phone::in_call();
    phone.ua.reinvite(id, HOLD.into(), phone.now).unwrap();
    phone.drain();
    let reinvite = phone.take_request(Method::Invite);
    phone.feed(peer.answer(&reinvite, 100, None));
    (phone, id, peer, reinvite)
}

#[test]
fn a_change_that_is_only_tried_is_cancelled_and_the_call_goes_on() {
    let (mut phone, id, peer, reinvite) = held_in_vain();
    phone.advance_s(32);
    let cancel = phone.take_request(Method::Cancel);
    assert_eq!(cancel.headers.get("Via"), reinvite.headers.get("Via"));
    phone.feed(cancel.response(200, "", None));
    phone.feed(peer.answer(&reinvite, 487, None));
    phone.take_request(Method::Ack);
    assert_eq!(
        phone.take_event(),
        Event::ReinviteDone {
            id,
            result: Err(487)
        }
    );
    phone.ua.reinvite(id, HOLD.into(), phone.now).unwrap();
    phone.drain();
    let again = phone.take_request(Method::Invite);
    phone.feed(peer.answer(&again, 200, Some(ANSWER)));
    phone.take_request(Method::Ack);
}

#[test]
fn a_change_of_which_nothing_is_ever_heard_again_ends_no_call() {
    let (mut phone, id, _, _) = held_in_vain();
    let sent = an_hour_passes(&mut phone);
    assert!(
        sent.contains(&Method::Cancel) && !sent.contains(&Method::Bye),
        "{sent:?}"
    );
    phone
        .events
        .retain(|event| !matches!(event, Event::Registration(_)));
    assert_eq!(
        phone.take_event(),
        Event::ReinviteDone {
            id,
            result: Err(408)
        }
    );
    assert!(!matches!(
        phone.ua.reinvite(id, HOLD.into(), phone.now),
        Err(Error::WrongState)
    ));
    phone.drain();
    phone.take_request(Method::Invite);
}

#[test]
fn a_call_hung_up_under_a_hold_that_is_only_tried_is_forgotten() {
    let (mut phone, id, peer, _) = held_in_vain();
    phone.hang_up(id);
    phone.take_end();
    // A CANCEL of the change may go before it.
    let bye = loop {
        let Some(Out::Sip(Message::Request(request))) = phone.out.pop_front() else {
            panic!("no BYE")
        };
        if request.method == Method::Bye {
            break request;
        }
    };
    phone.feed(peer.answer(&bye, 200, None));
    phone.expect_nothing_unfinished();
}

#[test]
fn a_replacing_invite_is_cancelled_when_its_first_response_comes_after_the_hang_up() {
    let (mut phone, id, peer) = Phone::in_call();
    phone.ua.recover(id, HOLD.into(), phone.now).unwrap();
    phone.drain();
    let reinvite = phone.take_request(Method::Invite);
    phone.feed(peer.answer(&reinvite, 481, None));
    phone.take_request(Method::Ack);
    let replacing = phone.take_request(Method::Invite);
    assert!(replacing.headers.contains("Replaces"));
    phone.hang_up(id);
    phone.out.clear();
    phone.feed(replacing.response(180, "", Some("new")));
    let cancelled = phone.out.iter().any(|out| {
        matches!(out,
        Out::Sip(Message::Request(r)) if r.method == Method::Cancel)
    });
    assert!(cancelled, "it rings on at the far end: {:?}", phone.out);
}
