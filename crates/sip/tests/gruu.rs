//! Addresses of this one phone in dialogs (RFC 5627), and none that tells who we are in calls that do
//! not show it (RFC 3323).

mod common;

use std::time::Duration;

use alo_sip::wire::{Method, Request};
use alo_sip::{Event, Invite};
use common::{ANSWER, OFFER, Peer, Phone, config};

const PUBLIC: &str = "sip:alice@example.com;gr=urn:uuid:0b0a2a7e";
const TEMPORARY: &str = "sip:tgruu.7hs@example.com;gr";

/// Registered at a registrar that gives such addresses.
fn with_gruu() -> Phone {
    let mut phone = Phone::with(config(), 1).open();
    let register = phone.take_request(Method::Register);
    assert!(
        register
            .headers
            .option_tags("Supported")
            .contains(&"gruu".to_owned())
    );
    let mut ok = register.response(200, "", Some("r"));
    let contact = register.headers.get("Contact").expect("a contact");
    ok.headers.push(
        "Contact",
        format!("{contact};pub-gruu=\"{PUBLIC}\";temp-gruu=\"{TEMPORARY}\""),
    );
    phone.feed(ok);
    phone.registration();
    phone
}

fn contact(headers: &alo_sip::wire::Headers) -> String {
    headers.get("Contact").expect("a contact").to_owned()
}

fn anonymous(phone: &mut Phone) -> (alo_sip::SessionId, Request) {
    let invite = Invite {
        target: "sip:bob@example.com".parse().expect("a URI"),
        offer: OFFER.into(),
        headers: vec![("Privacy".into(), "id".into())],
        replaces: None,
    };
    let id = phone.ua.invite(invite, phone.now).expect("sent");
    phone.drain();
    (id, phone.take_request(Method::Invite))
}

#[test]
fn calls_go_out_and_are_answered_with_the_public_address() {
    let mut phone = with_gruu();
    phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    assert_eq!(contact(&invite.headers), format!("<{PUBLIC}>"));
    let peer = Peer::calling("carol", "carol-tag");
    phone.feed(peer.invite(Some(OFFER)));
    let ringing = phone.take_response(180);
    assert_eq!(contact(&ringing.headers), format!("<{PUBLIC}>"));
    // The registration itself keeps its own.
    phone.advance(Duration::from_secs(560));
    let register = loop {
        if let common::Out::Sip(alo_sip::wire::Message::Request(request)) = phone.take()
            && request.method == Method::Register
        {
            break request;
        }
    };
    assert!(contact(&register.headers).contains(".invalid"));
}

#[test]
fn a_registrar_that_stops_giving_addresses_is_believed() {
    let mut phone = with_gruu();
    phone.ua.refresh(phone.now);
    phone.drain();
    let register = phone.take_request(Method::Register);
    phone.feed(common::registered(&register, 600));
    phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    assert!(contact(&invite.headers).contains(";ob"));
}

#[test]
fn a_call_that_does_not_show_us_has_an_address_that_does_not_either() {
    let mut phone = with_gruu();
    let (_, invite) = anonymous(&mut phone);
    assert_eq!(contact(&invite.headers), format!("<{TEMPORARY}>"));

    let mut phone = Phone::registered();
    let (id, invite) = anonymous(&mut phone);
    let shown = contact(&invite.headers);
    assert!(
        shown.starts_with("<sip:anonymous@") && shown.contains(";ob"),
        "{shown}"
    );
    // Neither the changes of it, nor the answers in it, nor handing it on tell more.
    let mut peer = Peer::called(&invite, "bob-tag");
    phone.feed(peer.answer(&invite, 200, Some(ANSWER)));
    phone.take_request(Method::Ack);
    phone.take_event();
    phone.ua.reinvite(id, OFFER.into(), phone.now).unwrap();
    phone.drain();
    let reinvite = phone.take_request(Method::Invite);
    assert_eq!(contact(&reinvite.headers), shown);
    phone.feed(peer.answer(&reinvite, 200, Some(ANSWER)));
    phone.take_request(Method::Ack);
    assert!(matches!(phone.take_event(), Event::ReinviteDone { .. }));
    let target = "sip:carol@example.com".parse().unwrap();
    phone.ua.transfer(id, &target, phone.now).unwrap();
    phone.drain();
    let refer = phone.take_request(Method::Refer);
    assert_eq!(contact(&refer.headers), shown);
    assert!(!refer.to_string().contains("alice@"), "{refer}");
    let update = peer.request(Method::Update);
    phone.feed(update);
    let ok = phone.take_response(200);
    assert_eq!(contact(&ok.headers), shown);
}
