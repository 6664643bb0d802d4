//! Session timers (RFC 4028) and the UPDATE that refreshes (RFC 3311).

mod common;

use alo_sip::wire::{Method, Request, Response};
use alo_sip::{EndKind, EndedBy, Event, SessionId};
use common::{ANSWER, OFFER, Peer, Phone, proxy_auth};

/// A 2xx that agrees on an interval.
fn agreeing(mut ok: Response, session_expires: &str, allow: &str) -> Response {
    ok.headers.push("Session-Expires", session_expires);
    ok.headers.push("Allow", allow);
    ok
}

/// A call of ours whose answer agreed on an interval.
fn called(session_expires: &str, allow: &str) -> (Phone, SessionId, Peer) {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    let peer = Peer::called(&invite, "bob-tag");
    let ok = peer.answer(&invite, 200, Some(ANSWER));
    phone.feed(agreeing(ok, session_expires, allow));
    phone.take_request(Method::Ack);
    phone.take_event();
    phone.expect_quiet();
    (phone, id, peer)
}

/// Time passes and only calls are of interest.
fn wait(phone: &mut Phone, seconds: u64) {
    phone.advance_s(seconds);
    phone
        .events
        .retain(|event| !matches!(event, Event::Registration(_)));
    let aside = |out: &common::Out| matches!(out, common::Out::Sip(alo_sip::wire::Message::Request(r)) if r.method == Method::Register);
    phone.out.retain(|out| !aside(out));
}

fn with(mut request: Request, headers: &[(&str, &str)]) -> Request {
    for (name, value) in headers {
        request.headers.push(name, *value);
    }
    request
}

#[test]
fn an_invite_asks_for_half_an_hour_and_leaves_the_refresher_open() {
    let mut phone = Phone::registered();
    phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    assert_eq!(invite.headers.get("Session-Expires"), Some("1800"));
    assert!(
        invite
            .headers
            .option_tags("Supported")
            .contains(&"timer".into())
    );
    assert!(invite.headers.get("Min-SE").is_none());
}

#[test]
fn an_interval_that_is_too_small_for_somebody_is_asked_for_longer() {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    let peer = Peer::called(&invite, "bob-tag");
    let mut small = peer.answer(&invite, 422, None);
    small.headers.push("Min-SE", "3600");
    phone.feed(small.clone());
    phone.take_request(Method::Ack);
    let again = phone.take_request(Method::Invite);
    assert_eq!(again.headers.get("Session-Expires"), Some("3600"));
    assert_eq!(again.headers.get("Min-SE"), Some("3600"));
    assert_eq!(again.headers.call_id(), invite.headers.call_id());
    assert_eq!(again.headers.cseq().unwrap().seq, 2);
    // The same again would never end.
    let mut small = peer.answer(&again, 422, None);
    small.headers.push("Min-SE", "3600");
    phone.feed(small);
    phone.take_request(Method::Ack);
    assert_eq!(phone.take_end().0, id);
    phone.expect_nothing_unfinished();
}

#[test]
fn we_refresh_with_an_update_at_half_time_as_often_as_needed() {
    let (mut phone, _, peer) = called("300;refresher=uac", "INVITE, UPDATE");
    for _ in 0..3 {
        wait(&mut phone, 149);
        phone.expect_quiet();
        wait(&mut phone, 1);
        let update = phone.take_request(Method::Update);
        assert!(update.body.is_empty());
        assert!(update.headers.get("Contact").is_some());
        assert_eq!(
            update.headers.get("Session-Expires"),
            Some("300;refresher=uac")
        );
        let ok = peer.answer(&update, 200, None);
        phone.feed(agreeing(ok, "300;refresher=uac", "INVITE, UPDATE"));
        phone.expect_quiet();
    }
}

#[test]
fn a_peer_without_update_is_refreshed_by_re_invite() {
    let (mut phone, id, peer) = called("300;refresher=uac", "INVITE");
    wait(&mut phone, 150);
    assert_eq!(phone.take_event(), Event::RefreshDue { id });
    phone.ua.reinvite(id, OFFER.into(), phone.now).unwrap();
    phone.drain();
    let reinvite = phone.take_request(Method::Invite);
    assert_eq!(
        reinvite.headers.get("Session-Expires"),
        Some("300;refresher=uac")
    );
    let ok = peer.answer(&reinvite, 200, Some(ANSWER));
    phone.feed(agreeing(ok, "300;refresher=uac", "INVITE"));
    phone.take_request(Method::Ack);
    phone.take_event();
    wait(&mut phone, 149);
    phone.expect_quiet();
}

#[test]
fn after_an_update_that_was_refused_the_call_is_refreshed_by_re_invite_only() {
    for status in [405, 420, 488, 500, 501] {
        let (mut phone, id, peer) = called("300;refresher=uac", "INVITE, UPDATE");
        wait(&mut phone, 150);
        let update = phone.take_request(Method::Update);
        phone.feed(peer.answer(&update, status, None));
        for _ in 0..2 {
            assert_eq!(phone.take_event(), Event::RefreshDue { id }, "{status}");
            phone.ua.reinvite(id, OFFER.into(), phone.now).unwrap();
            phone.drain();
            let reinvite = phone.take_request(Method::Invite);
            let ok = peer.answer(&reinvite, 200, Some(ANSWER));
            // Allow still names UPDATE.
            phone.feed(agreeing(ok, "300;refresher=uac", "INVITE, UPDATE"));
            phone.take_request(Method::Ack);
            phone.take_event();
            wait(&mut phone, 150);
            phone.expect_quiet_on_the_wire();
        }
    }
}

#[test]
fn a_call_that_the_peer_does_not_refresh_ends_a_little_before_its_time() {
    let (mut phone, id, peer) = called("300;refresher=uas", "INVITE, UPDATE");
    wait(&mut phone, 267);
    phone.expect_quiet();
    wait(&mut phone, 1);
    let (ended, end) = phone.take_end();
    assert_eq!(
        (ended, end.by, end.kind),
        (id, EndedBy::Network, EndKind::Timeout)
    );
    let bye = phone.take_request(Method::Bye);
    phone.feed(peer.answer(&bye, 200, None));
    assert_eq!(phone.ua.unfinished(), 0);
}

#[test]
fn the_peers_refresh_by_update_starts_the_time_anew() {
    let (mut phone, _, mut peer) = called("300;refresher=uas", "INVITE, UPDATE");
    wait(&mut phone, 200);
    let update = with(
        peer.request(Method::Update),
        &[
            ("Supported", "timer"),
            ("Session-Expires", "300;refresher=uac"),
        ],
    );
    phone.feed(update);
    let ok = phone.take_response(200);
    assert_eq!(ok.headers.get("Session-Expires"), Some("300;refresher=uac"));
    assert_eq!(ok.headers.option_tags("Require"), ["timer"]);
    wait(&mut phone, 267);
    phone.expect_quiet();
    wait(&mut phone, 1);
    phone.take_end();
}

#[test]
fn a_call_that_the_peer_no_longer_knows_ends_with_the_refresh() {
    for status in [481, 408] {
        let (mut phone, _, peer) = called("300;refresher=uac", "UPDATE");
        wait(&mut phone, 150);
        let update = phone.take_request(Method::Update);
        phone.feed(peer.answer(&update, status, None));
        assert_eq!(phone.take_end().1.kind, EndKind::Gone);
        phone.take_request(Method::Bye);
    }
}

#[test]
fn a_refresh_that_does_not_work_is_tried_until_the_time_is_over() {
    let (mut phone, _, peer) = called("300;refresher=uac", "UPDATE");
    wait(&mut phone, 150);
    let mut refreshes = 0;
    while phone.events.is_empty() {
        let update = phone.take_request(Method::Update);
        let mut busy = peer.answer(&update, [500, 503][refreshes % 2], None);
        busy.headers.push("Retry-After", "3");
        phone.feed(busy);
        refreshes += 1;
        wait(&mut phone, 5);
    }
    assert!((20..=25).contains(&refreshes), "{refreshes}");
    assert_eq!(phone.take_end().1.kind, EndKind::Timeout);
}

#[test]
fn without_an_agreement_a_call_lasts_as_long_as_it_lasts() {
    let (mut phone, _, _) = Phone::in_call();
    phone.ua.handle_timeout(phone.now);
    assert!(phone.events.is_empty());
    let (mut phone, _, peer) = called("300;refresher=uac", "UPDATE");
    wait(&mut phone, 150);
    let update = phone.take_request(Method::Update);
    // The refresh says nothing about timers: they are off (§7.2).
    phone.feed(peer.answer(&update, 200, None));
    wait(&mut phone, 500);
    assert!(phone.events.is_empty());
}

#[test]
fn a_callers_interval_is_agreed_to() {
    for (headers, session_expires, require) in [
        (
            vec![("Supported", "timer"), ("Session-Expires", "1800")],
            "1800;refresher=uac",
            true,
        ),
        (
            vec![("x", "600;refresher=uas"), ("k", "timer")],
            "600;refresher=uas",
            false,
        ),
        (vec![("Session-Expires", "600")], "600;refresher=uas", false),
    ] {
        let mut phone = Phone::registered();
        let peer = Peer::calling("bob", "bob-tag");
        phone.feed(with(peer.invite(Some(OFFER)), &headers));
        phone.take_response(180);
        let Event::Incoming { id, .. } = phone.take_event() else {
            panic!("no call")
        };
        phone.ua.accept(id, ANSWER.into(), phone.now);
        phone.drain();
        let ok = phone.take_response(200);
        assert_eq!(ok.headers.get("Session-Expires"), Some(session_expires));
        assert_eq!(!ok.headers.option_tags("Require").is_empty(), require);
    }
}

#[test]
fn a_callers_interval_below_ninety_seconds_is_refused_with_what_we_take() {
    let mut phone = Phone::registered();
    let peer = Peer::calling("bob", "bob-tag");
    let headers = [("Supported", "timer"), ("Session-Expires", "60")];
    phone.feed(with(peer.invite(Some(OFFER)), &headers));
    let small = phone.take_response(422);
    assert_eq!(small.headers.get("Min-SE"), Some("90"));
    assert!(phone.events.is_empty());
}

#[test]
fn as_the_callee_we_refresh_where_that_was_agreed() {
    let mut phone = Phone::registered();
    let mut peer = Peer::calling("bob", "bob-tag");
    let headers = [("Session-Expires", "300"), ("Allow", "UPDATE, INVITE")];
    let invite = with(peer.invite(Some(OFFER)), &headers);
    phone.feed(invite.clone());
    phone.take_response(180);
    let Event::Incoming { id, .. } = phone.take_event() else {
        panic!("no call")
    };
    phone.ua.accept(id, ANSWER.into(), phone.now);
    phone.drain();
    peer.learn(&phone.take_response(200));
    phone.feed(peer.ack(&invite));
    phone.take_event();
    wait(&mut phone, 150);
    let update = phone.take_request(Method::Update);
    assert_eq!(
        update.headers.get("Session-Expires"),
        Some("300;refresher=uac")
    );
}

#[test]
fn what_was_proved_for_one_refresh_says_nothing_of_the_next() {
    let digest = |nonce: &str| {
        format!("Digest realm=\"example.com\", nonce=\"{nonce}\", qop=\"auth\", algorithm=MD5")
    };
    let (mut phone, _, peer) = called("1800;refresher=uac", "INVITE, ACK, BYE, CANCEL, UPDATE");
    wait(&mut phone, 900);
    let update = phone.take_request(Method::Update);
    phone.feed(proxy_auth(&update, &digest("one")));
    let update = phone.take_request(Method::Update);
    assert!(update.headers.contains("Proxy-Authorization"));
    // The server is just restarted, and knows its nonces no more.
    phone.feed(peer.answer(&update, 503, None));
    wait(&mut phone, 10);
    let update = phone.take_request(Method::Update);
    phone.feed(proxy_auth(&update, &digest("two")));
    let update = phone.take_request(Method::Update);
    let proof = update.headers.get("Proxy-Authorization").unwrap();
    assert!(proof.contains("two"), "{proof}");
    let ok = peer.answer(&update, 200, None);
    phone.feed(agreeing(ok, "1800;refresher=uac", "UPDATE"));
    wait(&mut phone, 1700);
    assert_eq!(phone.ua.unfinished(), 1);
}
