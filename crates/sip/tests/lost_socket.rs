//! The socket goes in the middle of things, and calls that are up stay up.

mod common;

use alo_sip::wire::Method;
use alo_sip::{EndKind, EndedBy, Event, RegistrationEvent, TransportEvent};
use common::{ANSWER, HOLD, OFFER, Out, Peer, Phone, proxy_auth, registered, unauthorized};

/// Loses the socket; what is told of the registration is not left in the way.
fn lose(phone: &mut Phone) {
    phone.lose_socket();
    assert!(matches!(
        phone.ua.registration_state(),
        RegistrationEvent::Recovering { .. }
    ));
    phone
        .events
        .retain(|event| !matches!(event, Event::Registration(_)));
}

/// As `Phone::reconnect`, with whatever else was told left in place.
fn come_back(phone: &mut Phone) {
    let RegistrationEvent::Recovering { retry_at, .. } = *phone.ua.registration_state() else {
        panic!("not recovering")
    };
    phone.advance(retry_at.saturating_since(phone.now));
    assert!(matches!(phone.take(), Out::Connect(_)));
    phone.transport(TransportEvent::Opened);
    let register = phone.take_request(Method::Register);
    phone.feed(registered(&register, 600));
    assert_eq!(
        phone.ua.registration_state(),
        &RegistrationEvent::Registered { expires: 600 }
    );
    phone
        .events
        .retain(|event| !matches!(event, Event::Registration(_)));
}

#[test]
fn a_call_goes_on_and_its_bye_leaves_by_the_new_socket() {
    let (mut phone, id, peer) = Phone::in_call();
    lose(&mut phone);
    come_back(&mut phone);
    phone.expect_quiet();
    phone.hang_up(id);
    phone.take_end();
    let bye = phone.take_request(Method::Bye);
    assert_eq!(bye.headers.cseq().unwrap().seq, 2);
    phone.feed(peer.answer(&bye, 200, None));
    phone.expect_nothing_unfinished();
}

#[test]
fn a_bye_said_while_there_is_no_socket_is_sent_when_there_is_one() {
    let (mut phone, id, peer) = Phone::in_call();
    lose(&mut phone);
    phone.hang_up(id);
    come_back(&mut phone);
    phone.take_end();
    let bye = phone.take_request(Method::Bye);
    phone.feed(peer.answer(&bye, 200, None));
    phone.expect_nothing_unfinished();
}

#[test]
fn a_bye_that_was_under_way_is_sent_again() {
    let (mut phone, id, peer) = Phone::in_call();
    phone.hang_up(id);
    phone.take_end();
    let first = phone.take_request(Method::Bye);
    lose(&mut phone);
    come_back(&mut phone);
    let second = phone.take_request(Method::Bye);
    assert_eq!(
        second.headers.cseq().unwrap().seq,
        first.headers.cseq().unwrap().seq + 1
    );
    // The first one arrived after all.
    phone.feed(peer.answer(&second, 481, None));
    phone.expect_nothing_unfinished();
}

#[test]
fn a_bye_waits_five_minutes_at_most() {
    let (mut phone, id, _) = Phone::in_call();
    lose(&mut phone);
    phone.hang_up(id);
    for _ in 0..100 {
        phone.advance_s(10);
        if let Some(Out::Connect(_)) = phone.out.pop_front() {
            phone.lose_socket();
        }
        phone.out.clear();
    }
    assert_eq!(phone.ua.unfinished(), 0);
}

#[test]
fn a_hold_under_way_is_offered_again_by_the_new_socket() {
    let (mut phone, id, peer) = Phone::in_call();
    phone.ua.reinvite(id, HOLD.into(), phone.now).unwrap();
    phone.drain();
    phone.take_request(Method::Invite);
    lose(&mut phone);
    come_back(&mut phone);
    let again = phone.take_request(Method::Invite);
    assert_eq!(again.body, HOLD.as_bytes());
    phone.feed(peer.answer(&again, 200, Some(ANSWER)));
    phone.take_request(Method::Ack);
    assert_eq!(
        phone.take_event(),
        Event::ReinviteDone {
            id,
            result: Ok(ANSWER.into())
        }
    );
}

#[test]
fn a_socket_lost_in_the_wait_after_a_glare_puts_the_hold_off() {
    let (mut phone, id, peer) = Phone::in_call();
    phone.ua.reinvite(id, HOLD.into(), phone.now).unwrap();
    phone.drain();
    let first = phone.take_request(Method::Invite);
    phone.feed(peer.answer(&first, 491, None));
    phone.take_request(Method::Ack);
    lose(&mut phone);
    // The wait ends while there is no socket, and time goes on.
    phone.advance_s(9);
    phone.out.clear();
    phone.transport(TransportEvent::Opened);
    phone.take_request(Method::Register);
    assert_eq!(phone.take_request(Method::Invite).body, HOLD.as_bytes());
}

#[test]
fn a_hold_that_finds_no_socket_for_32_s_fails_and_the_call_stays() {
    let (mut phone, id, _) = Phone::in_call();
    lose(&mut phone);
    phone.ua.reinvite(id, HOLD.into(), phone.now).unwrap();
    phone.advance_s(32);
    phone
        .events
        .retain(|event| !matches!(event, Event::Registration(_)));
    assert_eq!(
        phone.take_event(),
        Event::ReinviteDone {
            id,
            result: Err(503)
        }
    );
    assert!(phone.events.is_empty());
}

#[test]
fn a_call_of_ours_that_was_not_answered_ends_and_the_far_end_is_told_later() {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    let peer = Peer::called(&invite, "bob");
    phone.feed(peer.answer(&invite, 180, None));
    phone.take_event();
    lose(&mut phone);
    let (ended, end) = phone.take_end();
    assert_eq!(
        (ended, end.by, end.kind),
        (id, EndedBy::Network, EndKind::Transport)
    );
    come_back(&mut phone);
    let cancel = phone.take_request(Method::Cancel);
    assert_eq!(
        cancel.headers.get("Via"),
        invite.headers.get("Via"),
        "the same transaction"
    );
    phone.feed(cancel.response(200, "", Some("proxy")));
    phone.expect_nothing_unfinished();
}

#[test]
fn a_call_that_rings_here_can_be_answered_by_the_new_socket() {
    let (mut phone, id, mut peer, invite) = Phone::rung();
    lose(&mut phone);
    come_back(&mut phone);
    phone.take_response(180);
    phone.ua.accept(id, ANSWER.into(), phone.now);
    phone.drain();
    peer.learn(&phone.take_response(200));
    phone.feed(peer.ack(&invite));
    assert_eq!(phone.take_event(), Event::Confirmed { id, sdp: None });
}

#[test]
fn a_call_that_rings_here_without_a_socket_ends_after_32_s() {
    let (mut phone, id, _, _) = Phone::rung();
    lose(&mut phone);
    phone.advance_s(32);
    phone
        .events
        .retain(|event| !matches!(event, Event::Registration(_)));
    let (ended, end) = phone.take_end();
    assert_eq!(
        (ended, end.by, end.kind),
        (id, EndedBy::Network, EndKind::Transport)
    );
}

#[test]
fn a_refusal_said_while_there_is_no_socket_is_sent_when_there_is_one() {
    let (mut phone, id, peer, invite) = Phone::rung();
    lose(&mut phone);
    phone.ua.reject(id, 486, None, phone.now);
    come_back(&mut phone);
    phone.take_end();
    phone.take_response(486);
    phone.feed(peer.within(&invite, Method::Ack));
    phone.expect_nothing_unfinished();
}

#[test]
fn an_answer_without_ack_is_sent_again_by_the_new_socket() {
    let (mut phone, id, mut peer, invite) = Phone::rung();
    phone.ua.accept(id, ANSWER.into(), phone.now);
    phone.drain();
    peer.learn(&phone.take_response(200));
    lose(&mut phone);
    come_back(&mut phone);
    phone.advance_s(4);
    phone.take_response(200);
    phone.feed(peer.ack(&invite));
    phone
        .events
        .retain(|event| matches!(event, Event::Confirmed { .. }));
    assert_eq!(phone.take_event(), Event::Confirmed { id, sdp: None });
}

#[test]
fn a_password_changed_during_a_call_does_not_end_it() {
    const CHALLENGE: &str = "Digest realm=\"example.com\", nonce=\"n\", qop=\"auth\"";
    let (mut phone, id, peer) = Phone::in_call();
    lose(&mut phone);
    phone.advance_s(1);
    assert!(matches!(phone.take(), Out::Connect(_)));
    phone.transport(TransportEvent::Opened);
    // Refused, tried again after minutes, and refused for good.
    for _ in 0..2 {
        loop {
            let register = phone.take_request(Method::Register);
            phone.feed(unauthorized(&register, CHALLENGE));
            if phone.out.is_empty() {
                break;
            }
        }
        if let RegistrationEvent::Recovering { retry_at, .. } = *phone.ua.registration_state() {
            phone.advance(retry_at.saturating_since(phone.now));
        }
    }
    assert!(matches!(
        phone.ua.registration_state(),
        RegistrationEvent::Failed { .. }
    ));
    phone.expect_quiet_on_the_wire();
    phone.hang_up(id);
    let bye = phone.take_request(Method::Bye);
    phone.feed(peer.answer(&bye, 200, None));
    phone.advance_s(40);
    assert_eq!(phone.take(), Out::Disconnect, "now nobody needs the socket");
    assert_eq!(phone.ua.poll_timeout(), None);
}

#[test]
fn an_event_of_a_socket_that_was_given_up_changes_nothing() {
    let mut phone = Phone::registered();
    lose(&mut phone);
    phone.lose_socket();
    phone.feed(Peer::calling("bob", "t").invite(Some(OFFER)));
    phone.transport(TransportEvent::Opened);
    phone.expect_quiet();
}

#[test]
fn a_cancel_that_went_with_the_socket_is_sent_again() {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    let peer = Peer::called(&invite, "bob");
    phone.feed(peer.answer(&invite, 180, None));
    phone.take_event();
    phone.hang_up(id);
    phone.take_end();
    phone.take_request(Method::Cancel);
    // It was never delivered: the socket is found dead.
    lose(&mut phone);
    come_back(&mut phone);
    let cancel = phone.take_request(Method::Cancel);
    assert_eq!(cancel.headers.get("Via"), invite.headers.get("Via"));
}

#[test]
fn a_bye_that_was_challenged_before_the_socket_went_is_proved_anew() {
    const DIGEST_ONE: &str =
        "Digest realm=\"example.com\", nonce=\"one\", qop=\"auth\", algorithm=MD5";
    let (mut phone, id, peer) = Phone::in_call();
    phone.hang_up(id);
    phone.take_end();
    let bye = phone.take_request(Method::Bye);
    phone.feed(proxy_auth(&bye, DIGEST_ONE));
    let bye = phone.take_request(Method::Bye);
    assert!(bye.headers.contains("Proxy-Authorization"));
    lose(&mut phone);
    come_back(&mut phone);
    let bye = phone.take_request(Method::Bye);
    // Another server, or the same one restarted: it knows nothing of the nonce of before.
    phone.feed(proxy_auth(&bye, &DIGEST_ONE.replace("one", "two")));
    let bye = phone.take_request(Method::Bye);
    phone.feed(peer.answer(&bye, 200, None));
}
