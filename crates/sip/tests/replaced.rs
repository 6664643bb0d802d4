//! Calls of the far end's that are to take the place of others (RFC 3891 §3).

mod common;

use alo_sip::wire::{Method, Request};
use alo_sip::{EndKind, Event, SessionId};
use common::{ANSWER, OFFER, Peer, Phone};

/// An INVITE of somebody else's that names a dialog as its far end sees it.
fn replacing(call_id: &str, phone_tag: &str, far_tag: &str, rest: &str) -> (Peer, Request) {
    // Each is a call of its own.
    let tag = format!("{call_id}.{phone_tag}.{far_tag}{}", rest.replace(';', "."));
    let peer = Peer::calling("carol", &tag);
    let mut invite = peer.invite(Some(OFFER));
    invite.headers.push(
        "Replaces",
        format!("{call_id};to-tag={phone_tag};from-tag={far_tag}{rest}"),
    );
    (peer, invite)
}

fn tag_of(address: &str) -> String {
    let (_, tag) = address.split_once(";tag=").expect("a tag");
    tag.to_owned()
}

/// Both tags of a call as the phone's far end knows them.
fn named(peer: &Peer) -> (String, String) {
    (tag_of(&peer.phone), tag_of(&peer.own))
}

fn taken(phone: &mut Phone, old: SessionId) -> SessionId {
    let Event::Incoming { id, replaces, .. } = phone.take_event() else {
        panic!("not told")
    };
    assert_eq!(replaces, Some(old));
    id
}

#[test]
fn an_answered_call_is_replaced_without_ringing_whoever_began_it() {
    for (mut phone, old, old_peer) in [Phone::in_call(), Phone::answered()] {
        let (ours, theirs) = named(&old_peer);
        let (mut peer, invite) = replacing(&old_peer.call_id, &ours, &theirs, "");
        phone.feed(invite.clone());
        let new = taken(&mut phone, old);
        phone.take_response(100);
        phone.expect_quiet();
        phone.ua.accept(new, ANSWER.into(), phone.now);
        phone.ua.hang_up(old, phone.now);
        phone.drain();
        let ok = phone.take_response(200);
        assert_eq!(phone.take_end().0, old);
        let bye = phone.take_request(Method::Bye);
        assert_eq!(bye.headers.call_id().expect("a Call-ID"), old_peer.call_id);
        phone.feed(old_peer.answer(&bye, 200, None));
        peer.learn(&ok);
        phone.feed(peer.ack(&invite));
        assert_eq!(phone.take_event(), Event::Confirmed { id: new, sdp: None });
    }
}

#[test]
fn a_replaces_that_names_no_dialog_exactly_is_481() {
    let (mut phone, _, old) = Phone::answered();
    let (ours, theirs) = named(&old);
    for (call_id, to, from) in [
        ("another", ours.as_str(), theirs.as_str()),
        (&old.call_id, "x", &theirs),
        (&old.call_id, &ours, "x"),
        // The tags the wrong way round.
        (&old.call_id, &theirs, &ours),
    ] {
        let (_, invite) = replacing(call_id, to, from, "");
        phone.feed(invite);
        phone.take_response(481);
        phone.expect_quiet();
    }
}

#[test]
fn early_only_does_not_touch_an_answered_call_and_two_replaces_are_400() {
    let (mut phone, _, old) = Phone::answered();
    let (ours, theirs) = named(&old);
    let (_, invite) = replacing(&old.call_id, &ours, &theirs, ";early-only");
    phone.feed(invite);
    phone.take_response(486);
    let (_, mut invite) = replacing(&old.call_id, &ours, &theirs, "");
    invite.headers.push("Replaces", "b;to-tag=1;from-tag=2");
    phone.feed(invite);
    phone.take_response(400);
    phone.expect_quiet();
}

#[test]
fn a_call_that_rings_here_is_not_taken_away_by_somebody_else() {
    let mut phone = Phone::registered();
    let ringing = Peer::calling("bob", "bob-tag");
    phone.feed(ringing.invite(Some(OFFER)));
    let answer = phone.take_response(180);
    phone.take_event();
    let ours = tag_of(answer.headers.get("To").expect("To"));
    let (_, invite) = replacing(&ringing.call_id, &ours, "bob-tag", "");
    phone.feed(invite);
    phone.take_response(481);
    phone.expect_quiet();
}

#[test]
fn a_call_of_ours_that_still_rings_there_is_replaced_and_cancelled() {
    let mut phone = Phone::registered();
    let old = phone.invite("sip:bob@example.com");
    let ours = phone.take_request(Method::Invite);
    let bob = Peer::called(&ours, "bob-tag");
    phone.feed(bob.answer(&ours, 180, None));
    phone.take_event();
    let tag = tag_of(ours.headers.get("From").expect("From"));
    let (_, invite) = replacing(&bob.call_id, &tag, "bob-tag", ";early-only");
    phone.feed(invite);
    let new = taken(&mut phone, old);
    phone.take_response(100);
    phone.ua.accept(new, ANSWER.into(), phone.now);
    phone.ua.hang_up(old, phone.now);
    phone.drain();
    phone.take_response(200);
    assert_eq!(phone.take_end().1.kind, EndKind::Cancelled);
    phone.take_request(Method::Cancel);
}

#[test]
fn a_call_that_is_over_is_not_brought_back() {
    let (mut phone, id, old) = Phone::answered();
    let (ours, theirs) = named(&old);
    phone.hang_up(id);
    phone.take_end();
    phone.take_request(Method::Bye);
    let (_, invite) = replacing(&old.call_id, &ours, &theirs, "");
    phone.feed(invite);
    phone.take_response(603);
    phone.expect_quiet();
}
