//! Voice messages that wait: RFC 3842 over RFC 6665.

mod common;

use std::time::Duration;

use alo_sip::wire::{Method, Request, Uri};
use alo_sip::{Event, MessageSummary};
use common::{Phone, config};

const BODY: &str = "Messages-Waiting: yes\r\nMessage-Account: sip:*97@example.com\r\n\
                    Voice-Message: 2/8 (0/2)\r\n";

/// Registered, with its SUBSCRIBE taken.
fn asking() -> (Phone, Request) {
    let mut config = config();
    config.message_waiting = true;
    let mut phone = Phone::with(config, 1).open();
    let register = phone.take_request(Method::Register);
    phone.feed(common::registered(&register, 600));
    phone.registration();
    let subscribe = phone.take_request(Method::Subscribe);
    (phone, subscribe)
}

/// Subscribed for an hour.
fn subscribed() -> (Phone, Request) {
    let (mut phone, subscribe) = asking();
    let mut ok = subscribe.response(200, "", Some("server"));
    ok.headers.push("Expires", "3600");
    ok.headers.push("Contact", "<sip:mwi@192.0.2.1:5060>");
    phone.feed(ok);
    (phone, subscribe)
}

fn notify(from: &str, to: &str, call_id: &str, body: &str) -> Request {
    let target: Uri = "sip:alice@contact.invalid".parse().unwrap();
    let mut request = Request::new(Method::Notify, target);
    let headers = &mut request.headers;
    headers.push(
        "Via",
        format!("SIP/2.0/WSS pbx;branch=z9hG4bK{call_id}{}", body.len()),
    );
    headers.push("Max-Forwards", "70");
    headers.push("From", from);
    headers.push("To", to);
    headers.push("Call-ID", call_id);
    headers.push("CSeq", "1 NOTIFY");
    headers.push("Contact", "<sip:mwi@192.0.2.1:5060>");
    headers.push("Event", "message-summary");
    headers.push("Subscription-State", "active;expires=3600");
    request.set_body("application/simple-message-summary", body);
    request
}

fn in_subscription(subscribe: &Request, body: &str) -> Request {
    let header = |name| subscribe.headers.get(name).unwrap();
    let from = format!("{};tag=server", header("To"));
    notify(&from, header("From"), header("Call-ID"), body)
}

fn told(phone: &mut Phone) -> (MessageSummary, bool) {
    match phone.take_event() {
        Event::MessageWaiting { summary, solicited } => (summary, solicited),
        other => panic!("{other:?}"),
    }
}

#[test]
fn after_registering_the_server_is_asked_and_what_it_says_is_told() {
    let (mut phone, subscribe) = asking();
    assert_eq!(subscribe.uri.to_string(), "sip:alice@example.com");
    assert_eq!(subscribe.headers.get("Event"), Some("message-summary"));
    assert_eq!(
        subscribe.headers.get("Accept"),
        Some("application/simple-message-summary")
    );
    // A NOTIFY may overtake the 200 (RFC 6665 §4.1.2.4).
    phone.feed(in_subscription(&subscribe, BODY));
    phone.take_response(200);
    let (summary, solicited) = told(&mut phone);
    assert_eq!((summary.new, summary.old, solicited), (2, 8, true));
    let account = summary.account.map(|uri| uri.to_string());
    assert_eq!(account.as_deref(), Some("sip:*97@example.com"));
}

#[test]
fn it_is_refreshed_within_its_dialog_before_it_runs_out() {
    let (mut phone, first) = subscribed();
    phone.expect_quiet();
    let mut refreshed = None;
    for _ in 0..3_300 {
        phone.advance(Duration::from_secs(1));
        while let Some(out) = phone.out.pop_front() {
            let common::Out::Sip(alo_sip::wire::Message::Request(request)) = out else {
                continue;
            };
            match request.method {
                Method::Register => {
                    phone.feed(common::registered(&request, 600));
                }
                Method::Subscribe => refreshed = Some(request),
                _ => {}
            }
        }
    }
    let refreshed = refreshed.expect("a refresh within 3300 s");
    assert_eq!(refreshed.uri.to_string(), "sip:mwi@192.0.2.1:5060");
    assert_eq!(
        refreshed.headers.get("Call-ID"),
        first.headers.get("Call-ID")
    );
    assert!(refreshed.headers.get("To").unwrap().ends_with("tag=server"));
}

#[test]
fn a_server_that_knows_no_such_thing_is_not_asked_again() {
    for status in [403, 404, 405, 489, 488] {
        let (mut phone, subscribe) = asking();
        phone.feed(subscribe.response(status, "", Some("server")));
        phone.advance(Duration::from_secs(400));
        phone.expect_quiet();
    }
}

#[test]
fn trouble_of_the_server_is_met_with_patience_and_not_for_ever() {
    let (mut phone, subscribe) = asking();
    phone.feed(subscribe.response(503, "", Some("server")));
    phone.expect_quiet();
    phone.advance(Duration::from_secs(239));
    phone.expect_quiet();
    phone.advance(Duration::from_secs(122));
    let again = phone.take_request(Method::Subscribe);
    phone.feed(again.response(503, "", Some("server")));
    phone.expect_quiet();
}

#[test]
fn a_challenge_is_answered_once() {
    let (mut phone, subscribe) = asking();
    let challenge = |request: &Request, nonce: &str| {
        let mut response = request.response(407, "", Some("proxy"));
        response.headers.push(
            "Proxy-Authenticate",
            format!("Digest realm=\"example.com\", nonce=\"{nonce}\", qop=\"auth\", algorithm=MD5"),
        );
        response
    };
    phone.feed(challenge(&subscribe, "one"));
    let again = phone.take_request(Method::Subscribe);
    assert!(again.headers.contains("Proxy-Authorization"));
    phone.feed(challenge(&again, "two"));
    phone.expect_quiet();
}

#[test]
fn a_notification_that_nobody_asked_for_is_heard_from_home_only() {
    let (mut phone, _) = subscribed();
    let ours = "<sip:alice@example.com>";
    phone.feed(notify("<sip:vm@example.com>;tag=1", ours, "a", BODY));
    phone.take_response(200);
    let (summary, solicited) = told(&mut phone);
    assert_eq!((summary.new, solicited), (2, false));
    for (from, to) in [
        ("<sip:vm@evil.example>;tag=1", ours),
        ("<sip:vm@example.com.evil.example>;tag=1", ours),
        ("<sip:vm@example.com>;tag=1", "<sip:bob@example.com>"),
    ] {
        phone.feed(notify(
            from,
            to,
            &format!("{from}{to}").len().to_string(),
            BODY,
        ));
        phone.take_response(481);
        phone.expect_quiet();
    }
}

#[test]
fn a_subscription_that_the_server_ends_is_renewed_unless_it_says_never() {
    for (state, renewed) in [
        ("terminated;reason=timeout", true),
        ("terminated;reason=rejected", false),
    ] {
        let (mut phone, subscribe) = subscribed();
        let mut last = in_subscription(&subscribe, BODY);
        last.headers.set("Subscription-State", state);
        phone.feed(last);
        phone.take_response(200);
        told(&mut phone);
        phone.advance(Duration::from_secs(21));
        if renewed {
            let again = phone.take_request(Method::Subscribe);
            assert_ne!(
                again.headers.get("Call-ID"),
                subscribe.headers.get("Call-ID")
            );
        }
        phone.expect_quiet();
    }
}

#[test]
fn a_new_socket_is_a_new_subscription() {
    let (mut phone, first) = subscribed();
    phone.lose_socket();
    phone.registration();
    phone.advance(Duration::from_secs(2));
    phone.take();
    phone.registration();
    phone.transport(alo_sip::TransportEvent::Opened);
    let register = phone.take_request(Method::Register);
    phone.feed(common::registered(&register, 600));
    phone.registration();
    let again = phone.take_request(Method::Subscribe);
    assert_ne!(again.headers.get("Call-ID"), first.headers.get("Call-ID"));
}
