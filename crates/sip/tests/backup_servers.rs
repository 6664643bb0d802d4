//! Several servers: in order, with back-off, and back to the preferred one (RFC 5626 §4.5, RFC 3261
//! §21.5.4).

mod common;

use std::time::Duration;

use alo_sip::wire::Method;
use alo_sip::{Config, RecoveryCause, RegistrationEvent, TransportEvent};
use common::{Out, Phone, config};

const FIRST: &str = "wss://pbx.example.com/ws";
const SECOND: &str = "wss://pbx2.example.com/ws";

fn two_servers() -> Config {
    let mut config = config();
    config.backup_urls = vec![SECOND.into()];
    config
}

fn started() -> Phone {
    let mut phone = Phone::with(two_servers(), 1);
    phone.ua.start(phone.now);
    phone.drain();
    phone
}

fn connects_to(phone: &mut Phone, url: &str) {
    assert_eq!(phone.take(), Out::Connect(url.into()));
    assert_eq!(phone.registration(), RegistrationEvent::Connecting);
}

fn refused(phone: &mut Phone) {
    phone.transport(TransportEvent::Closed {
        code: 1006,
        clean: false,
    });
}

/// Lets the wait that was told pass and says how long it was.
fn wait(phone: &mut Phone) -> (Duration, RecoveryCause) {
    match phone.registration() {
        RegistrationEvent::Recovering { retry_at, why } => {
            let wait = retry_at.saturating_since(phone.now);
            phone.advance(wait);
            (wait, why)
        }
        other => panic!("recovering expected, got {other:?}"),
    }
}

/// A phone that is registered at its second server.
fn at_the_second() -> Phone {
    let mut phone = started();
    connects_to(&mut phone, FIRST);
    refused(&mut phone);
    wait(&mut phone);
    connects_to(&mut phone, SECOND);
    phone.transport(TransportEvent::Opened);
    phone.accept_registration()
}

#[test]
fn a_dead_server_is_passed_over_within_half_a_second() {
    let mut phone = started();
    connects_to(&mut phone, FIRST);
    refused(&mut phone);
    let (hop, why) = wait(&mut phone);
    assert!(hop <= Duration::from_millis(500), "{hop:?}");
    assert_eq!(why, RecoveryCause::CannotConnect { code: 1006 });
    connects_to(&mut phone, SECOND);
    refused(&mut phone);
    let (round, _) = wait(&mut phone);
    assert!(round >= Duration::from_millis(500), "{round:?}");
    connects_to(&mut phone, FIRST);
}

#[test]
fn a_lost_connection_leads_back_to_the_preferred_server_but_a_working_one_does_not() {
    let mut phone = at_the_second();
    phone.advance(Duration::from_secs(300));
    phone.expect_quiet();
    phone.lose_socket();
    wait(&mut phone);
    connects_to(&mut phone, FIRST);
    refused(&mut phone);
    wait(&mut phone);
    connects_to(&mut phone, SECOND);
}

#[test]
fn a_server_that_cannot_serve_us_is_left_for_the_next_one_and_its_patience_is_kept() {
    let mut phone = started();
    connects_to(&mut phone, FIRST);
    phone.transport(TransportEvent::Opened);
    let register = phone.take_request(Method::Register);
    let mut busy = register.response(503, "", Some("r"));
    busy.headers.push("Retry-After", "120");
    phone.feed(busy);
    assert_eq!(phone.take(), Out::Disconnect);
    let (_, why) = wait(&mut phone);
    assert_eq!(why, RecoveryCause::ServerError { code: 503 });
    connects_to(&mut phone, SECOND);
    // The first is not asked again before its time, however often the second fails.
    let mut gone = Duration::ZERO;
    while gone < Duration::from_secs(100) {
        refused(&mut phone);
        gone += wait(&mut phone).0;
        connects_to(&mut phone, SECOND);
    }
}

#[test]
fn a_server_that_does_not_answer_is_left_for_the_next_one() {
    let mut phone = started();
    phone.keeps_alive = false;
    connects_to(&mut phone, FIRST);
    phone.transport(TransportEvent::Opened);
    phone.take_request(Method::Register);
    phone.advance(Duration::from_secs(40));
    let events: Vec<_> = std::iter::from_fn(|| phone.out.pop_front()).collect();
    assert!(events.contains(&Out::Connect(SECOND.into())), "{events:?}");
}

#[test]
fn a_wrong_password_is_not_tried_at_every_server() {
    let mut phone = started();
    connects_to(&mut phone, FIRST);
    phone.transport(TransportEvent::Opened);
    let register = phone.take_request(Method::Register);
    phone.feed(register.response(403, "", Some("r")));
    assert!(matches!(
        phone.registration(),
        RegistrationEvent::Failed { code: 403, .. }
    ));
    phone.advance(Duration::from_secs(100));
    assert_eq!(phone.take(), Out::Disconnect);
    phone.expect_quiet();
}

#[test]
fn the_network_coming_back_is_a_reason_to_try_the_preferred_server_first() {
    let mut phone = started();
    connects_to(&mut phone, FIRST);
    refused(&mut phone);
    phone.registration();
    phone.ua.handle_network(true, phone.now);
    phone.drain();
    connects_to(&mut phone, FIRST);
}

#[test]
fn via_names_the_transport_of_the_server_in_use() {
    let mut config = config();
    config.backup_urls = vec!["ws://127.0.0.1:8080".into()];
    let mut phone = Phone::with(config, 1);
    phone.ua.start(phone.now);
    phone.drain();
    connects_to(&mut phone, FIRST);
    refused(&mut phone);
    wait(&mut phone);
    connects_to(&mut phone, "ws://127.0.0.1:8080");
    phone.transport(TransportEvent::Opened);
    let register = phone.take_request(Method::Register);
    let via = register.headers.get("Via").unwrap_or_default();
    assert!(via.starts_with("SIP/2.0/WS "), "{via}");
}
