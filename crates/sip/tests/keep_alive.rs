//! A socket that is open and dead is found out (RFC 5626 §3.5.1, RFC 7118 §6).

mod common;

use std::time::Duration;

use alo_sip::wire::Method;
use alo_sip::{RecoveryCause, RegistrationEvent};
use common::{Out, Phone, registered};

fn silent() -> Phone {
    let mut phone = Phone::registered();
    phone.keeps_alive = false;
    phone
}

fn dead(phone: &mut Phone) {
    assert_eq!(phone.take(), Out::Disconnect);
    assert!(matches!(
        phone.registration(),
        RegistrationEvent::Recovering {
            why: RecoveryCause::KeepAliveUnanswered,
            ..
        }
    ));
}

#[test]
fn a_server_that_pongs_is_pinged_every_6_s_and_dead_10_s_after_it_fell_silent() {
    let mut phone = silent();
    phone.advance_s(25);
    assert_eq!(phone.take(), Out::Ping);
    phone.take_request(Method::Options);
    phone.feed_raw(b"\r\n");
    for _ in 0..5 {
        phone.advance(Duration::from_millis(5_999));
        phone.expect_quiet();
        phone.advance(Duration::from_millis(1));
        assert_eq!(phone.take(), Out::Ping);
        phone.feed_raw(b"\r\n");
    }
    phone.advance_s(6);
    assert_eq!(phone.take(), Out::Ping);
    phone.advance(Duration::from_millis(3_999));
    phone.expect_quiet();
    phone.advance(Duration::from_millis(1));
    dead(&mut phone);
    phone.advance_s(1);
    assert!(
        matches!(phone.take(), Out::Connect(_)),
        "closed and opened again"
    );
}

#[test]
fn a_server_without_pongs_is_asked_with_options_every_25_s() {
    let mut phone = silent();
    phone.advance_s(25);
    assert_eq!(phone.take(), Out::Ping);
    let options = phone.take_request(Method::Options);
    assert_eq!(options.uri.to_string(), "sip:example.com");
    assert!(options.headers.get("Authorization").is_none());
    // Any status shows that somebody is there.
    phone.feed(options.response(404, "", Some("s")));
    for _ in 0..5 {
        phone.advance_s(25);
        let options = phone.take_request(Method::Options);
        phone.feed(options.response(401, "", Some("s")));
        phone.expect_quiet();
    }
    phone.advance_s(25);
    phone.take_request(Method::Options);
    phone.advance_s(10);
    dead(&mut phone);
}

#[test]
fn a_server_s_own_pings_are_answered_and_are_no_pongs() {
    let mut phone = silent();
    // Asterisk: answers OPTIONS, ignores pings, and sends CRLF CRLF each 90 s.
    phone.advance_s(25);
    assert_eq!(phone.take(), Out::Ping);
    let options = phone.take_request(Method::Options);
    phone.feed_raw(b"\r\n\r\n");
    assert_eq!(phone.take(), Out::Pong);
    phone.feed(options.response(200, "", Some("s")));
    for _ in 0..5 {
        phone.advance_s(20);
        phone.feed_raw(b"\r\n\r\n");
        assert_eq!(phone.take(), Out::Pong);
        phone.advance(Duration::from_millis(24_999));
        phone.expect_quiet();
        phone.advance(Duration::from_millis(1));
        let options = phone.take_request(Method::Options);
        phone.feed(options.response(200, "", Some("s")));
    }
}

#[test]
fn a_line_end_that_nobody_asked_for_is_no_pong() {
    let mut phone = silent();
    phone.advance_s(25);
    assert_eq!(phone.take(), Out::Ping);
    let options = phone.take_request(Method::Options);
    phone.feed(options.response(200, "", Some("s")));
    phone.advance_s(10);
    phone.feed_raw(b"\r\n");
    phone.advance_s(25);
    phone.take_request(Method::Options);
}

#[test]
fn no_credentials_are_spent_on_the_question() {
    let mut phone = silent();
    phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    let challenge = "Digest realm=\"example.com\", nonce=\"n\", qop=\"auth\"";
    phone.feed(common::proxy_auth(&invite, challenge));
    phone.take_request(Method::Ack);
    let invite = phone.take_request(Method::Invite);
    assert!(invite.headers.get("Proxy-Authorization").is_some());
    phone.feed(invite.response(180, "", Some("bob")));
    phone.take_event();
    phone.advance_s(25);
    phone.take();
    let options = phone.take_request(Method::Options);
    assert!(options.headers.get("Proxy-Authorization").is_none());
    phone.feed(common::proxy_auth(&options, challenge));
    phone.expect_quiet();
}

#[test]
fn a_server_that_ignores_options_is_not_dead_while_it_answers_register() {
    let mut phone = silent();
    phone.advance_s(25);
    phone.take();
    phone.take_request(Method::Options);
    phone.advance_s(10);
    let register = phone.take_request(Method::Register);
    phone.feed(registered(&register, 600));
    for _ in 0..5 {
        phone.advance_s(25);
        let register = phone.take_request(Method::Register);
        phone.feed(registered(&register, 600));
        phone.expect_quiet();
    }
    phone.advance_s(25);
    phone.take_request(Method::Register);
    phone.advance_s(10);
    dead(&mut phone);
}

#[test]
fn a_server_that_answers_nothing_at_all_is_dead() {
    let mut phone = silent();
    phone.advance_s(25);
    phone.take();
    phone.take_request(Method::Options);
    phone.advance_s(10);
    phone.take_request(Method::Register);
    phone.advance_s(10);
    dead(&mut phone);
}

#[test]
fn traffic_of_any_kind_spares_the_question() {
    let mut phone = silent();
    for _ in 0..5 {
        phone.advance_s(24);
        let mut notify = common::Peer::calling("server", "t").request(Method::Notify);
        let branch = format!("SIP/2.0/TCP s;branch=z9hG4bK{}", phone.now.0);
        notify.headers.set("Via", branch);
        phone.feed(notify);
        phone.take_response(481);
    }
    phone.expect_quiet();
}

#[test]
fn the_servers_flow_timer_is_respected() {
    let mut phone = Phone::new().open();
    phone.keeps_alive = false;
    let register = phone.take_request(Method::Register);
    let mut ok = registered(&register, 600);
    ok.headers.push("Flow-Timer", "10");
    phone.feed(ok);
    phone.registration();
    phone.advance_s(8);
    assert_eq!(phone.take(), Out::Ping, "it said that it answers pings");
    phone.expect_quiet();
    phone.feed_raw(b"\r\n");
    phone.advance_s(8);
    assert_eq!(phone.take(), Out::Ping);
}

#[test]
fn whoever_slept_asks_at_once_and_waits_three_seconds_for_the_answer() {
    let mut phone = silent();
    phone.now += Duration::from_secs(300);
    phone.ua.handle_timeout(phone.now);
    phone.ua.probe(phone.now);
    phone.drain();
    assert_eq!(phone.take(), Out::Ping);
    phone.take_request(Method::Options);
    phone.advance_s(3);
    // The first question to a server that is not known: REGISTER has the last word.
    phone.take_request(Method::Register);
    phone.advance(Duration::from_millis(2_999));
    phone.expect_quiet();
    phone.advance(Duration::from_millis(1));
    dead(&mut phone);
}

#[test]
fn while_a_call_is_up_a_dead_socket_is_found_within_ten_seconds() {
    let mut phone = silent();
    phone.advance_s(25);
    phone.take();
    phone.take_request(Method::Options);
    phone.feed_raw(b"\r\n");
    phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    let mut ok = invite.response(200, "", Some("bob"));
    ok.headers.push("Contact", "<sip:bob@192.0.2.4>");
    ok.set_body("application/sdp", "v=0\r\n");
    phone.feed(ok);
    phone.take_request(Method::Ack);
    phone.take_event();
    phone.advance_s(5);
    assert_eq!(phone.take(), Out::Ping);
    phone.advance(Duration::from_millis(2_999));
    phone.expect_quiet();
    phone.advance(Duration::from_millis(1));
    dead(&mut phone);
}
