//! Changing a call, by us, by the peer, and by both at once: RFC 3261 §14, RFC 3311.

mod common;

use std::time::Duration;

use alo_sip::wire::Method;
use alo_sip::{EndKind, Error, Event, SessionId};
use common::{ANSWER, HOLD, OFFER, Peer, Phone};

fn hold(phone: &mut Phone, id: SessionId) {
    assert_eq!(phone.ua.reinvite(id, HOLD.into(), phone.now), Ok(()));
    phone.drain();
}

fn answer(phone: &mut Phone, id: SessionId, answer: Result<&str, u16>) {
    phone
        .ua
        .answer_reinvite(id, answer.map(str::to_owned), phone.now);
    phone.drain();
}

#[test]
fn our_hold_is_an_invite_within_the_dialog() {
    let (mut phone, id, peer) = Phone::in_call();
    hold(&mut phone, id);
    let reinvite = phone.take_request(Method::Invite);
    assert_eq!(
        reinvite.uri.to_string(),
        "sip:bob@10.0.0.2:5062;transport=tcp"
    );
    assert_eq!(reinvite.headers.to().unwrap().tag(), Some("bob-tag"));
    assert_eq!(reinvite.headers.cseq().unwrap().seq, 2);
    assert!(reinvite.headers.get("Contact").is_some());
    assert_eq!(reinvite.body, HOLD.as_bytes());
    assert_eq!(
        phone.ua.reinvite(id, OFFER.into(), phone.now),
        Err(Error::ReinvitePending)
    );
    phone.feed(reinvite.response(100, "", None));
    let mut ok = peer.answer(&reinvite, 200, Some(ANSWER));
    ok.headers.set("Contact", "<sip:bob@moved.example.com>");
    phone.feed(ok.clone());
    let ack = phone.take_request(Method::Ack);
    assert_eq!(
        ack.uri.to_string(),
        "sip:bob@moved.example.com",
        "§12.2.1.2 target refresh"
    );
    assert_eq!(ack.headers.cseq().unwrap().seq, 2);
    assert_eq!(
        phone.take_event(),
        Event::ReinviteDone {
            id,
            result: Ok(ANSWER.into())
        }
    );
    phone.feed(ok);
    assert_eq!(phone.take_request(Method::Ack), ack);
    phone.expect_quiet();
}

#[test]
fn a_hold_that_is_refused_leaves_the_call_as_it_was() {
    let (mut phone, id, peer) = Phone::in_call();
    hold(&mut phone, id);
    let reinvite = phone.take_request(Method::Invite);
    phone.feed(peer.answer(&reinvite, 488, None));
    phone.take_request(Method::Ack);
    assert_eq!(
        phone.take_event(),
        Event::ReinviteDone {
            id,
            result: Err(488)
        }
    );
    phone.expect_quiet();
    hold(&mut phone, id);
    assert_eq!(
        phone
            .take_request(Method::Invite)
            .headers
            .cseq()
            .unwrap()
            .seq,
        3
    );
}

#[test]
fn a_hold_that_is_challenged_is_sent_again() {
    let (mut phone, id, _) = Phone::in_call();
    hold(&mut phone, id);
    let reinvite = phone.take_request(Method::Invite);
    phone.feed(common::proxy_auth(
        &reinvite,
        "Digest realm=\"example.com\", nonce=\"n\"",
    ));
    phone.take_request(Method::Ack);
    let again = phone.take_request(Method::Invite);
    assert!(again.headers.get("Proxy-Authorization").is_some());
    assert_eq!(again.body, HOLD.as_bytes());
}

#[test]
fn a_peer_that_forgot_the_call_ends_it() {
    for status in [481, 408] {
        let (mut phone, id, peer) = Phone::in_call();
        hold(&mut phone, id);
        let reinvite = phone.take_request(Method::Invite);
        phone.feed(peer.answer(&reinvite, status, None));
        phone.take_request(Method::Ack);
        assert_eq!(
            phone.take_event(),
            Event::ReinviteDone {
                id,
                result: Err(status)
            }
        );
        let (_, end) = phone.take_end();
        assert_eq!((end.kind, end.status), (EndKind::Gone, Some(status)));
        let bye = phone.take_request(Method::Bye);
        phone.feed(peer.answer(&bye, 481, None));
        phone.expect_nothing_unfinished();
    }
}

#[test]
fn the_caller_waits_2_1_to_4_s_after_a_glare_and_the_callee_up_to_2_s() {
    let (caller, callee) = (Phone::in_call(), Phone::answered());
    for ((mut phone, id, peer), least, most) in [(caller, 2100, 4000), (callee, 0, 2000)] {
        hold(&mut phone, id);
        let mut first = phone.take_request(Method::Invite);
        for _ in 0..4 {
            phone.feed(peer.answer(&first, 491, None));
            phone.take_request(Method::Ack);
            let start = phone.now;
            while phone.out.is_empty() {
                phone.advance(Duration::from_millis(10));
            }
            let wait = phone.now.saturating_since(start).as_millis();
            assert!(wait >= least && wait <= most + 10, "{wait}");
            assert_eq!(wait % 10, 0);
            first = phone.take_request(Method::Invite);
            assert_eq!(first.body, HOLD.as_bytes());
        }
        phone.expect_quiet();
        // A glare without end is given up.
        phone.feed(peer.answer(&first, 491, None));
        phone.take_request(Method::Ack);
        assert_eq!(
            phone.take_event(),
            Event::ReinviteDone {
                id,
                result: Err(491)
            }
        );
    }
}

#[test]
fn in_a_glare_both_refuse_and_the_one_that_comes_first_wins() {
    let (mut phone, id, mut peer) = Phone::in_call();
    hold(&mut phone, id);
    let ours = phone.take_request(Method::Invite);
    let theirs = peer.request_with(Method::Invite, Some(OFFER));
    phone.feed(theirs.clone());
    phone.take_response(491);
    phone.feed(peer.within(&theirs, Method::Ack));
    phone.feed(peer.answer(&ours, 491, None));
    phone.take_request(Method::Ack);
    phone.expect_quiet();
    // The peer is not the owner of the Call-ID, so it is the first to try again.
    phone.advance_s(1);
    let again = peer.request_with(Method::Invite, Some(OFFER));
    phone.feed(again.clone());
    phone.take_response(100);
    assert_eq!(
        phone.take_event(),
        Event::ReinviteDone {
            id,
            result: Err(491)
        }
    );
    assert_eq!(
        phone.take_event(),
        Event::Reoffer {
            id,
            offer: Some(OFFER.into())
        }
    );
    answer(&mut phone, id, Ok(ANSWER));
    phone.take_response(200);
    // Ours may follow as soon as theirs is done.
    hold(&mut phone, id);
    phone.expect_quiet();
    phone.feed(peer.ack(&again));
    phone.take_request(Method::Invite);
}

#[test]
fn the_peers_hold_is_told_answered_and_sent_again_until_its_ack() {
    let (mut phone, id, mut peer) = Phone::in_call();
    let mut reinvite = peer.request_with(Method::Invite, Some(HOLD));
    reinvite
        .headers
        .set("Contact", "<sip:bob@moved.example.com>");
    phone.feed(reinvite.clone());
    phone.take_response(100);
    assert_eq!(
        phone.take_event(),
        Event::Reoffer {
            id,
            offer: Some(HOLD.into())
        }
    );
    answer(&mut phone, id, Ok(ANSWER));
    let ok = phone.take_response(200);
    assert!(ok.headers.get("Contact").is_some());
    assert_eq!(ok.headers.get("To"), reinvite.headers.get("To"));
    phone.advance(Duration::from_millis(500));
    assert_eq!(phone.take_response(200), ok);
    phone.feed(peer.ack(&reinvite));
    phone.expect_quiet();
    phone.hang_up(id);
    assert_eq!(
        phone.take_request(Method::Bye).uri.to_string(),
        "sip:bob@moved.example.com"
    );
}

#[test]
fn a_peer_that_never_acknowledges_its_change_is_left() {
    let (mut phone, id, mut peer) = Phone::in_call();
    phone.feed(peer.request_with(Method::Invite, Some(HOLD)));
    phone.take_event();
    answer(&mut phone, id, Ok(ANSWER));
    phone.out.clear();
    phone.advance_s(32);
    assert_eq!(phone.take_end().1.kind, EndKind::Timeout);
    let last = phone.out.pop_back();
    phone.out.clear();
    phone.out.extend(last);
    phone.take_request(Method::Bye);
}

#[test]
fn a_change_that_we_refuse_or_forget_leaves_the_call_as_it_was() {
    let (mut phone, id, mut peer) = Phone::in_call();
    let reinvite = peer.request_with(Method::Invite, Some(HOLD));
    phone.feed(reinvite.clone());
    phone.take_response(100);
    phone.take_event();
    answer(&mut phone, id, Err(488));
    phone.take_response(488);
    phone.feed(peer.within(&reinvite, Method::Ack));
    answer(&mut phone, id, Ok(ANSWER));
    phone.expect_quiet();

    phone.feed(peer.request_with(Method::Invite, Some(HOLD)));
    phone.take_response(100);
    phone.take_event();
    phone.advance_s(20);
    phone.take_response(500);
    phone.expect_quiet();
}

#[test]
fn a_second_change_before_the_first_is_answered_is_put_off() {
    let (mut phone, id, mut peer) = Phone::in_call();
    phone.feed(peer.request_with(Method::Invite, Some(HOLD)));
    phone.take_response(100);
    phone.take_event();
    phone.feed(peer.request_with(Method::Invite, Some(OFFER)));
    let later = phone.take_response(500);
    assert!(later.headers.retry_after().unwrap().unwrap() <= 10);
    phone.expect_quiet();
    answer(&mut phone, id, Ok(ANSWER));
    phone.take_response(200);
}

#[test]
fn the_peer_can_take_its_change_back() {
    let (mut phone, id, mut peer) = Phone::in_call();
    let reinvite = peer.request_with(Method::Invite, Some(HOLD));
    phone.feed(reinvite.clone());
    phone.take_response(100);
    phone.take_event();
    phone.feed(peer.within(&reinvite, Method::Cancel));
    phone.take_response(200);
    phone.take_response(487);
    answer(&mut phone, id, Ok(ANSWER));
    phone.expect_quiet();
}

#[test]
fn a_change_without_offer_gets_ours_and_answers_in_its_ack() {
    let (mut phone, id, mut peer) = Phone::in_call();
    let reinvite = peer.request_with(Method::Invite, None);
    phone.feed(reinvite.clone());
    phone.take_response(100);
    assert_eq!(phone.take_event(), Event::Reoffer { id, offer: None });
    answer(&mut phone, id, Ok(OFFER));
    phone.take_response(200);
    let mut ack = peer.ack(&reinvite);
    ack.set_body("application/sdp", ANSWER);
    phone.feed(ack);
    assert_eq!(
        phone.take_event(),
        Event::Confirmed {
            id,
            sdp: Some(ANSWER.into())
        }
    );
}

#[test]
fn an_update_refreshes_or_changes_the_call() {
    let (mut phone, id, mut peer) = Phone::in_call();
    let mut refresh = peer.request(Method::Update);
    refresh
        .headers
        .set("Contact", "<sip:bob@moved.example.com>");
    phone.feed(refresh);
    phone.take_response(200);
    phone.expect_quiet();
    phone.feed(peer.request_with(Method::Update, Some(HOLD)));
    assert_eq!(
        phone.take_event(),
        Event::Reoffer {
            id,
            offer: Some(HOLD.into())
        }
    );
    answer(&mut phone, id, Ok(ANSWER));
    let ok = phone.take_response(200);
    assert_eq!(ok.headers.cseq().unwrap().method, Method::Update);
    assert_eq!(ok.body, ANSWER.as_bytes());
    phone.advance_s(5);
    phone.expect_quiet();
    phone.hang_up(id);
    let bye = phone.take_request(Method::Bye);
    assert_eq!(bye.uri.to_string(), "sip:bob@10.0.0.2:5062;transport=tcp");
}

#[test]
fn an_update_in_a_glare_is_refused() {
    let (mut phone, id, mut peer) = Phone::in_call();
    hold(&mut phone, id);
    phone.take_request(Method::Invite);
    phone.feed(peer.request_with(Method::Update, Some(HOLD)));
    phone.take_response(491);
    phone.expect_quiet();
}

/// RFC 3311 §5.2: 491 while an offer of ours is unanswered, 500 while one of theirs is.
#[test]
fn an_update_that_comes_too_early_is_put_off_by_whose_offer_is_open() {
    let mut phone = Phone::registered();
    let mut peer = Peer::calling("bob", "bob-tag");
    let invite = peer.request_with(Method::Invite, Some(OFFER));
    phone.feed(invite.clone());
    peer.learn(&phone.take_response(180));
    let Event::Incoming { id, .. } = phone.take_event() else {
        panic!("no call")
    };
    phone.feed(peer.request_with(Method::Update, Some(HOLD)));
    let later = phone.take_response(500);
    assert!(later.headers.retry_after().unwrap().unwrap() <= 10);
    phone.ua.accept(id, ANSWER.into(), phone.now);
    phone.drain();
    phone.take_response(200);
    phone.feed(peer.ack(&invite));
    phone.take_event();

    // Our offer in the 200 to a re-INVITE without one, its answer outstanding.
    let reinvite = peer.request_with(Method::Invite, None);
    phone.feed(reinvite.clone());
    phone.take_response(100);
    phone.take_event();
    answer(&mut phone, id, Ok(OFFER));
    phone.take_response(200);
    phone.feed(peer.request_with(Method::Update, Some(HOLD)));
    phone.take_response(491);
    let mut ack = peer.ack(&reinvite);
    ack.set_body("application/sdp", ANSWER);
    phone.feed(ack);
    phone.take_event();
    phone.feed(peer.request_with(Method::Update, Some(HOLD)));
    assert!(matches!(phone.take_event(), Event::Reoffer { .. }));
}

#[test]
fn a_call_cannot_be_changed_before_it_is_answered() {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:bob@example.com");
    assert_eq!(
        phone.ua.reinvite(id, HOLD.into(), phone.now),
        Err(Error::WrongState)
    );
    let invite = phone.take_request(Method::Invite);
    let mut peer = Peer::called(&invite, "bob");
    phone.feed(peer.answer(&invite, 183, Some(ANSWER)));
    phone.take_event();
    phone.feed(peer.request_with(Method::Update, Some(HOLD)));
    phone.take_response(491);
    phone.feed(peer.request(Method::Update));
    phone.take_response(200);
    phone.expect_quiet();
}

#[test]
fn a_request_out_of_order_is_refused() {
    let (mut phone, _, mut peer) = Phone::in_call();
    let old = peer.request_with(Method::Invite, Some(HOLD));
    let update = peer.request(Method::Update);
    phone.feed(update);
    phone.take_response(200);
    phone.feed(old);
    phone.take_response(500);
    phone.expect_quiet();
}

#[test]
fn nobody_answers_our_change() {
    let (mut phone, id, _) = Phone::in_call();
    hold(&mut phone, id);
    phone.take_request(Method::Invite);
    phone.advance_s(32);
    assert_eq!(
        phone.take_event(),
        Event::ReinviteDone {
            id,
            result: Err(408)
        }
    );
    assert_eq!(phone.take_end().1.kind, EndKind::Timeout);
    phone.take_request(Method::Bye);
}

#[test]
fn whom_the_server_names_in_a_change_that_is_taken_is_told() {
    let name = ("P-Asserted-Identity", "<sip:carol@example.com>");
    let (mut phone, id, mut peer) = Phone::in_call();
    for method in [Method::Update, Method::Invite] {
        let offer = (method == Method::Invite).then_some(HOLD);
        let mut change = peer.request_with(method, offer);
        change.headers.push(name.0, name.1);
        phone.feed(change);
        let Event::Identified { id: told, headers } = phone.take_event() else {
            panic!("not told")
        };
        assert_eq!((told, headers.get(name.0)), (id, Some(name.1)));
    }
    phone.take_event();
    phone.out.clear();
    // One that is put off changes nothing.
    let mut refused = peer.request_with(Method::Invite, Some(HOLD));
    refused.headers.push(name.0, name.1);
    phone.feed(refused);
    phone.take_response(500);
    phone.expect_quiet();
}
