//! Losing the socket and getting it back: RFC 5626 §4.5 with the values of docs and brief.

mod common;

use std::time::Duration;

use alo_sip::wire::Method;
use alo_sip::{RecoveryCause, RegistrationEvent, TransportEvent};
use common::{Out, Phone, config, registered};

fn recovering(phone: &mut Phone) -> (Duration, RecoveryCause) {
    match phone.registration() {
        RegistrationEvent::Recovering { retry_at, why } => {
            (retry_at.saturating_since(phone.now), why)
        }
        other => panic!("recovering expected, got {other:?}"),
    }
}

#[test]
fn the_wait_doubles_with_jitter_from_one_second_to_thirty() {
    for seed in 0..50 {
        let mut phone = Phone::with(config(), seed);
        phone.ua.start(phone.now);
        phone.drain();
        let mut whole = Duration::from_secs(1);
        for _ in 0..9 {
            assert!(matches!(phone.take(), Out::Connect(_)));
            assert_eq!(phone.registration(), RegistrationEvent::Connecting);
            phone.transport(TransportEvent::Closed {
                code: 1006,
                clean: false,
            });
            let (wait, why) = recovering(&mut phone);
            assert_eq!(why, RecoveryCause::CannotConnect { code: 1006 });
            assert!(wait >= whole / 2 && wait <= whole, "{wait:?} of {whole:?}");
            phone.advance(wait - Duration::from_millis(1));
            phone.expect_quiet();
            phone.advance(Duration::from_millis(1));
            whole = (whole * 2).min(Duration::from_secs(30));
        }
    }
}

#[test]
fn two_phones_do_not_come_back_at_the_same_moment() {
    let waits: Vec<Duration> = (0..20)
        .map(|seed| {
            let mut phone = Phone::with(config(), seed).open().accept_registration();
            phone.lose_socket();
            recovering(&mut phone).0
        })
        .collect();
    assert!(
        waits
            .iter()
            .all(|wait| (500..=1000).contains(&wait.as_millis())),
        "{waits:?}"
    );
    let mut different = waits.clone();
    different.sort();
    different.dedup();
    assert!(different.len() > 10, "{waits:?}");
}

#[test]
fn a_registration_that_worked_starts_the_wait_from_its_beginning() {
    let mut phone = Phone::new();
    phone.ua.start(phone.now);
    phone.drain();
    for _ in 0..5 {
        phone.take();
        phone.registration();
        phone.transport(TransportEvent::Closed {
            code: 1006,
            clean: false,
        });
        let (wait, _) = recovering(&mut phone);
        phone.advance(wait);
    }
    phone.take();
    phone.registration();
    phone.transport(TransportEvent::Opened);
    let mut phone = phone.accept_registration();
    phone.lose_socket();
    let (wait, why) = recovering(&mut phone);
    assert!(wait <= Duration::from_secs(1));
    assert_eq!(why, RecoveryCause::ConnectionLost { code: 1006 });
}

#[test]
fn a_server_that_opens_and_closes_at_once_is_not_hammered() {
    let mut phone = Phone::new();
    phone.ua.start(phone.now);
    phone.drain();
    let mut last = Duration::ZERO;
    for _ in 0..7 {
        phone.take();
        phone.registration();
        phone.transport(TransportEvent::Opened);
        phone.take_request(Method::Register);
        phone.transport(TransportEvent::Closed {
            code: 1011,
            clean: true,
        });
        let (wait, why) = recovering(&mut phone);
        assert_eq!(why, RecoveryCause::ConnectionLost { code: 1011 });
        phone.advance(wait);
        last = wait;
    }
    assert!(last >= Duration::from_secs(15), "{last:?}");
}

#[test]
fn a_socket_that_does_not_open_is_given_up_after_ten_seconds() {
    let mut phone = Phone::new();
    phone.ua.start(phone.now);
    phone.drain();
    phone.take();
    phone.registration();
    phone.advance(Duration::from_millis(9_999));
    phone.expect_quiet();
    phone.advance(Duration::from_millis(1));
    assert_eq!(phone.take(), Out::Disconnect);
    assert_eq!(
        recovering(&mut phone).1,
        RecoveryCause::CannotConnect { code: 0 }
    );
}

#[test]
fn coming_online_ends_the_wait() {
    let mut phone = Phone::registered();
    phone.lose_socket();
    recovering(&mut phone);
    phone.ua.handle_network(false, phone.now);
    phone.drain();
    phone.expect_quiet();
    phone.ua.handle_network(true, phone.now);
    phone.drain();
    assert!(matches!(phone.take(), Out::Connect(_)));
    assert_eq!(phone.registration(), RegistrationEvent::Connecting);
    phone.transport(TransportEvent::Opened);
    phone.accept_registration();
}

#[test]
fn coming_online_with_an_open_socket_probes_it_at_once() {
    let mut phone = Phone::registered();
    phone.keeps_alive = false;
    phone.ua.handle_network(true, phone.now);
    phone.drain();
    // Nothing is known of this server yet: it is asked what every registrar answers.
    let register = phone.take_request(Method::Register);
    phone.feed(registered(&register, 600));
    phone.expect_quiet();
    assert_eq!(
        phone.ua.registration_state(),
        &RegistrationEvent::Registered { expires: 600 }
    );
}

#[test]
fn coming_online_without_being_wanted_opens_nothing() {
    let mut phone = Phone::new();
    phone.ua.handle_network(true, phone.now);
    phone.drain();
    phone.expect_quiet();
    assert_eq!(phone.ua.poll_timeout(), None);
}

#[test]
fn a_socket_lost_while_registering_is_followed_by_a_new_register_on_the_next() {
    let mut phone = Phone::new().open();
    let first = phone.take_request(Method::Register);
    phone.lose_socket();
    let (wait, _) = recovering(&mut phone);
    phone.expect_quiet();
    phone.advance(wait);
    phone.take();
    phone.registration();
    phone.transport(TransportEvent::Opened);
    let second = phone.take_request(Method::Register);
    assert_eq!(second.headers.call_id(), first.headers.call_id());
    assert!(second.headers.cseq().unwrap().seq > first.headers.cseq().unwrap().seq);
    assert_eq!(
        second.headers.top_via().unwrap().host,
        first.headers.top_via().unwrap().host,
        "the new binding takes the place of the old"
    );
    // What the old socket still had to say counts for nothing.
    phone.feed(registered(&first, 999));
    phone.expect_quiet();
    phone.feed(registered(&second, 600));
    assert_eq!(
        phone.registration(),
        RegistrationEvent::Registered { expires: 600 }
    );
}

#[test]
fn a_socket_lost_between_challenge_and_answer_starts_over() {
    let mut phone = Phone::new().open();
    let first = phone.take_request(Method::Register);
    phone.feed(common::unauthorized(
        &first,
        "Digest realm=\"example.com\", nonce=\"n1\", qop=\"auth\"",
    ));
    phone.take_request(Method::Register);
    phone.lose_socket();
    let (wait, _) = recovering(&mut phone);
    phone.advance(wait);
    phone.take();
    phone.registration();
    phone.transport(TransportEvent::Opened);
    let again = phone.take_request(Method::Register);
    let value = again.headers.get("Authorization").unwrap();
    assert_eq!(
        common::auth_param(value, "nc"),
        Some("00000002"),
        "the nonce may still be good"
    );
    phone.feed(common::unauthorized(
        &again,
        "Digest realm=\"example.com\", nonce=\"n2\", qop=\"auth\"",
    ));
    phone.accept_registration();
}

#[test]
fn an_echo_or_another_protocol_at_the_other_end_is_told_as_such() {
    let mut echo = Phone::new().open();
    let register = echo.take_request(Method::Register);
    echo.feed(register);
    assert_eq!(echo.take(), Out::Disconnect);
    assert_eq!(recovering(&mut echo).1, RecoveryCause::NotSip);

    let mut json = Phone::new().open();
    json.take_request(Method::Register);
    json.feed_raw(b"{\"type\":\"welcome\"}");
    assert_eq!(json.take(), Out::Disconnect);
    assert_eq!(recovering(&mut json).1, RecoveryCause::NotSip);
}

#[test]
fn noise_from_a_server_that_speaks_sip_is_dropped() {
    let mut phone = Phone::registered();
    for noise in [
        &b"{}"[..],
        b"\0\0\0\0",
        b"SIP/2.0",
        b"",
        b"SIP/2.0 200 OK\r\n\r\n",
    ] {
        phone.feed_raw(noise);
    }
    phone.expect_quiet();
}
