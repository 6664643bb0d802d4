//! REGISTER as RFC 3261 §10, RFC 5626, RFC 3327 and RFC 3608 have it.

mod common;

use std::time::Duration;

use alo_sip::wire::{Contacts, Method};
use alo_sip::{Instant, RecoveryCause, RegistrationEvent};
use common::{INSTANCE, Out, Phone, config, registered};

#[test]
fn the_first_register_has_the_shape_of_rfc_7118_and_5626() {
    let mut phone = Phone::new().open();
    let register = phone.take_request(Method::Register);
    assert_eq!(register.uri.to_string(), "sip:example.com");
    let headers = &register.headers;
    assert_eq!(headers.to().unwrap().to_string(), "<sip:alice@example.com>");
    assert_eq!(
        headers.from().unwrap().uri.to_string(),
        "sip:alice@example.com"
    );
    assert_eq!(headers.top_via().unwrap().transport, "WSS");
    assert_eq!(headers.expires().unwrap(), Some(600));
    let Contacts::List(contacts) = headers.contacts().unwrap() else {
        panic!("*")
    };
    let [contact] = contacts.as_slice() else {
        panic!("one contact")
    };
    let via_host = headers.top_via().unwrap().host.to_string();
    assert_eq!(
        contact.uri.to_string(),
        format!("sip:alice@{via_host};transport=ws")
    );
    assert_eq!(
        contact.param("+sip.instance"),
        Some(format!("<{INSTANCE}>").as_str())
    );
    assert_eq!(contact.param("reg-id"), Some("1"));
    assert!(
        headers
            .get("Contact")
            .unwrap()
            .contains(&format!("+sip.instance=\"<{INSTANCE}>\""))
    );
    assert_eq!(
        headers.option_tags("Supported"),
        ["path", "outbound", "gruu"]
    );
    assert!(headers.get("Authorization").is_none());
    phone.expect_quiet();
}

#[test]
fn a_plain_websocket_is_named_ws_in_via() {
    let mut config = config();
    config.server_url = "ws://127.0.0.1:8080".into();
    let mut phone = Phone::with(config, 1);
    phone.ua.start(phone.now);
    phone.drain();
    phone.take();
    phone.transport(alo_sip::TransportEvent::Opened);
    assert_eq!(
        phone
            .take_request(Method::Register)
            .headers
            .top_via()
            .unwrap()
            .transport,
        "WS"
    );
}

#[test]
fn it_is_refreshed_between_80_and_90_percent_of_what_was_granted() {
    let mut phone = Phone::new().open();
    let first = phone.take_request(Method::Register);
    phone.feed(registered(&first, 300));
    assert_eq!(
        phone.registration(),
        RegistrationEvent::Registered { expires: 300 }
    );
    let (after, second) = phone.next_register(Duration::from_secs(300));
    assert!((240..=270).contains(&after.as_secs()), "{after:?}");
    assert_eq!(second.headers.call_id(), first.headers.call_id());
    assert_eq!(second.headers.from(), first.headers.from());
    assert_eq!(
        second.headers.cseq().unwrap().seq,
        first.headers.cseq().unwrap().seq + 1
    );
    phone.feed(registered(&second, 300));
    phone.expect_quiet();
    phone.next_register(Duration::from_secs(300));
}

#[test]
fn our_own_binding_is_found_among_several() {
    let mut phone = Phone::new().open();
    let register = phone.take_request(Method::Register);
    let mut ok = registered(&register, 120);
    ok.headers.push(
        "Contact",
        "\"Desk, 1\" <sip:alice@10.0.0.9>;expires=3600, <sip:a@b>;expires=7",
    );
    ok.headers.set("Expires", "1800");
    phone.feed(ok);
    assert_eq!(
        phone.registration(),
        RegistrationEvent::Registered { expires: 120 }
    );
}

#[test]
fn a_binding_that_was_rewritten_is_found_by_its_instance() {
    let mut phone = Phone::new().open();
    let register = phone.take_request(Method::Register);
    let mut ok = register.response(200, "", Some("r"));
    ok.headers
        .push("Contact", "<sip:alice@10.0.0.9>;expires=3600");
    ok.headers.push(
        "Contact",
        format!("<sip:x@edge>;reg-id=1;+sip.instance=\"<{INSTANCE}>\";expires=90"),
    );
    phone.feed(ok);
    assert_eq!(
        phone.registration(),
        RegistrationEvent::Registered { expires: 90 }
    );
}

#[test]
fn without_a_listed_binding_the_expires_header_counts() {
    let mut phone = Phone::new().open();
    let register = phone.take_request(Method::Register);
    let mut ok = register.response(200, "", Some("r"));
    ok.headers.push("Expires", "180");
    phone.feed(ok);
    assert_eq!(
        phone.registration(),
        RegistrationEvent::Registered { expires: 180 }
    );
}

#[test]
fn a_success_that_binds_nothing_is_tried_again() {
    let mut phone = Phone::new().open();
    let register = phone.take_request(Method::Register);
    phone.feed(registered(&register, 0));
    assert!(matches!(
        phone.registration(),
        RegistrationEvent::Recovering {
            why: RecoveryCause::ServerError { code: 200 },
            ..
        }
    ));
    phone.next_register(Duration::from_secs(1));
}

#[test]
fn an_absurdly_short_expiry_does_not_make_it_hammer() {
    let mut phone = Phone::new().open();
    let register = phone.take_request(Method::Register);
    phone.feed(registered(&register, 1));
    phone.registration();
    let (after, _) = phone.next_register(Duration::from_secs(5));
    assert!(after >= Duration::from_secs(2), "{after:?}");
}

#[test]
fn interval_too_brief_is_met_with_the_interval_the_registrar_wants() {
    let mut phone = Phone::new().open();
    let first = phone.take_request(Method::Register);
    let mut brief = first.response(423, "", Some("r"));
    brief.headers.push("Min-Expires", "1800");
    phone.feed(brief);
    let second = phone.take_request(Method::Register);
    assert_eq!(second.headers.expires().unwrap(), Some(1800));
    assert!(
        second
            .headers
            .get("Contact")
            .unwrap()
            .contains("expires=1800")
    );
    phone.feed(registered(&second, 1800));
    assert_eq!(
        phone.registration(),
        RegistrationEvent::Registered { expires: 1800 }
    );
}

#[test]
fn a_first_hop_without_outbound_gets_a_plain_registration() {
    let mut phone = Phone::new().open();
    let first = phone.take_request(Method::Register);
    phone.feed(first.response(439, "First Hop Lacks Outbound Support", Some("r")));
    let second = phone.take_request(Method::Register);
    assert_eq!(second.headers.option_tags("Supported"), ["path", "gruu"]);
    assert!(!second.headers.get("Contact").unwrap().contains("reg-id"));
}

#[test]
fn a_refresh_ahead_of_its_time_puts_the_binding_back() {
    let mut phone = Phone::registered();
    phone.ua.refresh(phone.now);
    phone.drain();
    let register = phone.take_request(Method::Register);
    assert_eq!(register.headers.expires().unwrap(), Some(600));
    phone.feed(registered(&register, 600));
    phone.expect_quiet();
    phone.lose_socket();
    phone.registration();
    phone.ua.refresh(phone.now);
    phone.drain();
    phone.expect_quiet();
}

#[test]
fn the_service_route_is_the_way_of_calls_and_not_of_register() {
    let mut phone = Phone::new().open();
    let register = phone.take_request(Method::Register);
    let mut ok = registered(&register, 60);
    ok.headers.push("Path", "<sip:edge.example.com;lr;ob>");
    ok.headers.push(
        "Service-Route",
        "<sip:out1.example.com;lr>, <sip:out2.example.com;lr>",
    );
    phone.feed(ok);
    phone.registration();
    phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    let routes: Vec<String> = invite
        .headers
        .routes()
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        routes,
        ["<sip:out1.example.com;lr>", "<sip:out2.example.com;lr>"]
    );
    assert_eq!(invite.uri.to_string(), "sip:bob@example.com");
    let (_, refresh) = phone.next_register(Duration::from_secs(60));
    assert!(refresh.headers.get("Route").is_none());
}

#[test]
fn stopping_unregisters_and_closes() {
    let mut phone = Phone::registered();
    phone.ua.stop(phone.now);
    phone.drain();
    let register = phone.take_request(Method::Register);
    assert_eq!(register.headers.expires().unwrap(), Some(0));
    let contact = register.headers.get("Contact").unwrap();
    assert!(contact.contains(";expires=0"), "{contact}");
    phone.expect_quiet();
    phone.feed(register.response(200, "", Some("r")));
    assert_eq!(phone.registration(), RegistrationEvent::Unregistered);
    assert_eq!(phone.take(), Out::Disconnect);
    phone.advance_s(3600);
    phone.expect_quiet();
    assert_eq!(phone.ua.poll_timeout(), None);
    assert_eq!(phone.ua.unfinished(), 0);
}

#[test]
fn stopping_waits_no_longer_than_two_seconds() {
    let mut phone = Phone::registered();
    phone.ua.stop(phone.now);
    phone.drain();
    phone.take_request(Method::Register);
    phone.advance(Duration::from_millis(1999));
    phone.expect_quiet();
    phone.advance(Duration::from_millis(1));
    assert_eq!(phone.registration(), RegistrationEvent::Unregistered);
    assert_eq!(phone.take(), Out::Disconnect);
    assert_eq!(phone.ua.poll_timeout(), None);
}

#[test]
fn stopping_while_there_is_no_socket_is_done_at_once() {
    let mut phone = Phone::registered();
    phone.lose_socket();
    phone.registration();
    phone.ua.stop(phone.now);
    phone.drain();
    assert_eq!(phone.registration(), RegistrationEvent::Unregistered);
    phone.expect_quiet();
    assert_eq!(phone.ua.poll_timeout(), None);
}

#[test]
fn starting_again_while_it_unregisters_registers_anew() {
    let mut phone = Phone::registered();
    phone.ua.stop(phone.now);
    phone.drain();
    let bye = phone.take_request(Method::Register);
    phone.ua.start(phone.now);
    phone.drain();
    assert_eq!(phone.registration(), RegistrationEvent::Connecting);
    let register = phone.take_request(Method::Register);
    phone.feed(bye.response(200, "", Some("r")));
    phone.expect_quiet();
    phone.feed(registered(&register, 600));
    assert_eq!(
        phone.registration(),
        RegistrationEvent::Registered { expires: 600 }
    );
    assert!(phone.ua.poll_timeout() > Some(Instant(0)));
}
