//! Both hang up, or hang up while something else is under way: RFC 3261 §15.

mod common;

use alo_sip::wire::Method;
use alo_sip::{EndKind, EndedBy};
use common::{ANSWER, HOLD, Phone};

#[test]
fn both_say_bye_at_the_same_time() {
    let (mut phone, id, mut peer) = Phone::in_call();
    phone.hang_up(id);
    let ours = phone.take_request(Method::Bye);
    let (_, end) = phone.take_end();
    assert_eq!((end.by, end.kind), (EndedBy::Local, EndKind::Bye));
    phone.feed(peer.request(Method::Bye));
    phone.take_response(200);
    phone.feed(peer.answer(&ours, 481, None));
    phone.expect_nothing_unfinished();
}

#[test]
fn a_bye_that_is_not_answered_is_given_up() {
    let (mut phone, id, _) = Phone::in_call();
    phone.hang_up(id);
    phone.take_request(Method::Bye);
    phone.take_end();
    phone.expect_nothing_unfinished();
}

#[test]
fn hanging_up_during_our_hold_still_acknowledges_its_answer() {
    let (mut phone, id, peer) = Phone::in_call();
    phone.ua.reinvite(id, HOLD.into(), phone.now).unwrap();
    phone.drain();
    let reinvite = phone.take_request(Method::Invite);
    phone.hang_up(id);
    phone.take_end();
    let bye = phone.take_request(Method::Bye);
    let ok = peer.answer(&reinvite, 200, Some(ANSWER));
    phone.feed(ok.clone());
    let ack = phone.take_request(Method::Ack);
    phone.feed(ok);
    assert_eq!(phone.take_request(Method::Ack), ack);
    phone.feed(peer.answer(&bye, 200, None));
    phone.expect_nothing_unfinished();
}

#[test]
fn the_peer_hangs_up_during_our_hold() {
    let (mut phone, id, mut peer) = Phone::in_call();
    phone.ua.reinvite(id, HOLD.into(), phone.now).unwrap();
    phone.drain();
    let reinvite = phone.take_request(Method::Invite);
    phone.feed(peer.request(Method::Bye));
    phone.take_response(200);
    assert_eq!(phone.take_end().1.by, EndedBy::Remote);
    phone.feed(peer.answer(&reinvite, 487, None));
    phone.take_request(Method::Ack);
    phone.expect_nothing_unfinished();
}

#[test]
fn the_peer_hangs_up_as_it_accepts_our_hold() {
    let (mut phone, id, mut peer) = Phone::in_call();
    assert_eq!(phone.ua.reinvite(id, HOLD.into(), phone.now), Ok(()));
    phone.drain();
    let reinvite = phone.take_request(Method::Invite);
    phone.feed(peer.request(Method::Bye));
    phone.take_response(200);
    phone.take_end();
    // §13.2.2.4: a 2xx is acknowledged whatever became of the call.
    phone.feed(peer.answer(&reinvite, 200, Some(ANSWER)));
    phone.take_request(Method::Ack);
    phone.expect_nothing_unfinished();
}

#[test]
fn hanging_up_during_the_peers_hold_refuses_it_first() {
    let (mut phone, id, mut peer) = Phone::in_call();
    let reinvite = peer.request_with(Method::Invite, Some(HOLD));
    phone.feed(reinvite.clone());
    phone.take_response(100);
    phone.take_event();
    phone.hang_up(id);
    phone.take_end();
    phone.take_response(487);
    let bye = phone.take_request(Method::Bye);
    phone.feed(peer.within(&reinvite, Method::Ack));
    phone.feed(peer.answer(&bye, 200, None));
    phone.expect_nothing_unfinished();
}

#[test]
fn the_peer_hangs_up_before_we_answered_its_hold() {
    let (mut phone, id, mut peer) = Phone::in_call();
    let reinvite = peer.request_with(Method::Invite, Some(HOLD));
    phone.feed(reinvite.clone());
    phone.take_response(100);
    phone.take_event();
    phone.feed(peer.request(Method::Bye));
    // §15.1.2: what is pending is answered with 487.
    phone.take_response(200);
    phone.take_response(487);
    phone.take_end();
    phone.feed(peer.within(&reinvite, Method::Ack));
    phone.ua.answer_reinvite(id, Ok(ANSWER.into()), phone.now);
    phone.drain();
    phone.expect_nothing_unfinished();
}

#[test]
fn requests_within_a_call_that_is_over_are_told_so() {
    let (mut phone, id, mut peer) = Phone::in_call();
    phone.hang_up(id);
    phone.take_end();
    phone.take_request(Method::Bye);
    phone.feed(peer.request_with(Method::Invite, Some(HOLD)));
    phone.take_response(481);
    phone.feed(peer.request(Method::Info));
    phone.take_response(481);
}
