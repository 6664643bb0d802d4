//! Transfers that the far end asks for (RFC 3515 §2.4): taken down, never carried out by themselves.

mod common;

use alo_sip::wire::{Method, Request};
use alo_sip::{Event, Invite, Referral, SessionId};
use common::{OFFER, Peer, Phone};

fn refer(phone: &mut Phone, peer: &mut Peer, to: &str) {
    let mut refer = peer.request(Method::Refer);
    refer.headers.push("Refer-To", to);
    phone.feed(refer);
}

/// The far end asks, and is told that it was heard.
fn asked(to: &str) -> (Phone, SessionId, Peer, Referral) {
    let (mut phone, id, mut peer) = Phone::in_call();
    refer(&mut phone, &mut peer, to);
    phone.take_response(202);
    told(&mut phone, &peer, "SIP/2.0 100 Trying", "active");
    let Event::TransferRequested { id: of, referral } = phone.take_event() else {
        panic!("not told")
    };
    assert_eq!(of, id);
    phone.expect_quiet();
    (phone, id, peer, referral)
}

/// The next NOTIFY, answered.
fn told(phone: &mut Phone, peer: &Peer, line: &str, state: &str) -> Request {
    let notify = phone.take_request(Method::Notify);
    assert_eq!(notify.headers.get("Event"), Some("refer"));
    let is = notify.headers.get("Subscription-State").expect("a state");
    assert!(is.starts_with(state), "{is}");
    assert_eq!(
        notify.headers.get("Content-Type"),
        Some("message/sipfrag;version=2.0")
    );
    let body = String::from_utf8_lossy(&notify.body).into_owned();
    assert_eq!(body.trim_end(), line);
    phone.feed(peer.answer(&notify, 200, None));
    notify
}

fn tell(phone: &mut Phone, id: SessionId, status: u16) {
    phone.ua.tell_referrer(id, status, phone.now);
    phone.drain();
}

#[test]
fn nobody_is_called_until_somebody_agrees_and_the_far_end_hears_how_it_goes() {
    let (mut phone, id, peer, referral) = asked("\"Carol\" <sip:carol@example.com>");
    assert_eq!(referral.to.uri.to_string(), "sip:carol@example.com");
    assert_eq!(referral.to.display.as_deref(), Some("Carol"));
    assert_eq!(referral.by.uri.to_string(), "sip:bob@example.com");
    assert_eq!(referral.replaces, None);
    tell(&mut phone, id, 180);
    told(&mut phone, &peer, "SIP/2.0 180 Ringing", "active");
    // Once is enough.
    tell(&mut phone, id, 200);
    told(&mut phone, &peer, "SIP/2.0 200 OK", "terminated");
    tell(&mut phone, id, 486);
    phone.expect_quiet();
}

#[test]
fn a_refusal_of_the_person_is_told_as_603_and_another_wish_may_follow() {
    let (mut phone, id, mut peer, _) = asked("<sip:carol@example.com>");
    refer(&mut phone, &mut peer, "<sip:dave@example.com>");
    phone.take_response(491);
    tell(&mut phone, id, 603);
    told(&mut phone, &peer, "SIP/2.0 603 Decline", "terminated");
    refer(&mut phone, &mut peer, "<sip:dave@example.com>");
    phone.take_response(202);
    // RFC 3515 §2.4.6: the second subscription of a dialog is told apart by the REFER's number.
    let notify = phone.take_request(Method::Notify);
    assert_eq!(
        notify.headers.get("Event").map(str::to_owned),
        Some(format!("refer;id={}", peer.seq))
    );
}

#[test]
fn notifys_are_sent_one_after_the_other_and_an_outcome_overtakes_what_is_on_the_way() {
    let (mut phone, id, mut peer) = Phone::in_call();
    refer(&mut phone, &mut peer, "<sip:carol@example.com>");
    phone.take_response(202);
    let first = phone.take_request(Method::Notify);
    phone.take_event();
    for status in [180, 183, 486] {
        tell(&mut phone, id, status);
    }
    phone.expect_quiet();
    phone.feed(peer.answer(&first, 200, None));
    told(&mut phone, &peer, "SIP/2.0 486 Busy Here", "terminated");
    phone.expect_quiet();
}

#[test]
fn what_no_call_can_be_made_of_is_declined_and_told() {
    for to in [
        "<https://evil.example/>",
        "<mailto:carol@example.com>",
        "<sip:carol@example.com;method=BYE>",
        "<sip:carol@example.com?Replaces=garbage>",
    ] {
        let (mut phone, id, mut peer) = Phone::in_call();
        refer(&mut phone, &mut peer, to);
        phone.take_response(603);
        assert!(
            matches!(phone.take_event(), Event::TransferDeclined { id: of, .. } if of == id),
            "{to}"
        );
        phone.expect_quiet();
    }
    let (mut phone, _, mut peer) = Phone::in_call();
    phone.feed(peer.request(Method::Refer));
    phone.take_response(400);
    phone.expect_quiet();
}

#[test]
fn of_the_headers_that_a_refer_to_carries_only_replaces_reaches_the_call() {
    let to = "<sip:carol@10.0.0.3;transport=tcp?Replaces=abc%40x%3Bto-tag%3D1%3Bfrom-tag%3D2&Route=%3Csip:evil%3E&Subject=hi>";
    let (mut phone, _, _, referral) = asked(to);
    assert_eq!(
        referral.to.uri.to_string(),
        "sip:carol@10.0.0.3;transport=tcp"
    );
    let invite = Invite {
        target: referral.to.uri,
        offer: OFFER.into(),
        headers: vec![("Referred-By".into(), referral.by.to_string())],
        replaces: referral.replaces,
    };
    phone
        .ua
        .invite(invite, phone.now)
        .expect("a call that can be made");
    phone.drain();
    let invite = phone.take_request(Method::Invite);
    assert_eq!(
        invite.headers.get("Replaces"),
        Some("abc@x;to-tag=1;from-tag=2")
    );
    assert_eq!(invite.headers.get("Require"), Some("replaces"));
    assert_eq!(
        invite.headers.get("Referred-By"),
        Some("<sip:bob@example.com>")
    );
    assert!(invite.headers.get("Route").is_none() && invite.headers.get("Subject").is_none());
}

#[test]
fn a_far_end_that_wants_no_more_news_gets_none_and_a_call_that_ends_takes_the_wish_with_it() {
    let (mut phone, id, mut peer) = Phone::in_call();
    refer(&mut phone, &mut peer, "<sip:carol@example.com>");
    phone.take_response(202);
    let notify = phone.take_request(Method::Notify);
    phone.take_event();
    phone.feed(peer.answer(&notify, 481, None));
    tell(&mut phone, id, 200);
    phone.expect_quiet();

    let (mut phone, id, mut peer, _) = asked("<sip:carol@example.com>");
    phone.feed(peer.request(Method::Bye));
    phone.take_response(200);
    phone.take_end();
    tell(&mut phone, id, 200);
    phone.expect_nothing_unfinished();
}
