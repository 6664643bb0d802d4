//! RFC 3665 with the phone as one of the two: what it sends has the shape of what the RFC's phone sends.
//!
//! The RFC's messages are fed with the phone's own Via, tags and Call-ID in place of the RFC's.

#[allow(unreachable_pub)]
mod cases;
mod common;

use std::collections::BTreeMap;

use alo_sip::digest::Credentials;
use alo_sip::wire::{Headers, Message, Method, Request, Response, parse};
use alo_sip::{Config, EndKind, Event, Invite, RegistrationEvent, SessionId};
use common::{ANSWER, INSTANCE, OFFER, Out, Phone, registered};

/// The RFC's messages, by section and number (`3.2-F7`).
struct Flows(BTreeMap<String, Message>);

impl Flows {
    fn read() -> Option<Self> {
        let files = cases::folder("rfc3665")?;
        let read = |(name, octets): (String, Vec<u8>)| {
            let name = name.strip_suffix(".sip")?.to_owned();
            Some((name, parse(&octets).ok()?))
        };
        Some(Self(files.into_iter().filter_map(read).collect()))
    }

    fn request(&self, name: &str) -> Request {
        match &self.0[name] {
            Message::Request(request) => request.clone(),
            Message::Response(_) => panic!("{name} is a response"),
        }
    }

    /// A response of the RFC's, as one to our request.
    fn response(&self, name: &str, to: &Request) -> Response {
        let Message::Response(rfc) = &self.0[name] else {
            panic!("{name} is a request")
        };
        let mut response = rfc.clone();
        for header in ["Via", "From", "Call-ID", "CSeq"] {
            response
                .headers
                .set(header, to.headers.get(header).unwrap_or_default());
        }
        response
    }

    /// What the phone sent is made like what the RFC's phone sent.
    #[track_caller]
    fn expect(&self, name: &str, sent: impl Into<Message>) {
        let (rfc, sent) = (&self.0[name], sent.into());
        match (rfc, &sent) {
            (Message::Request(rfc), Message::Request(sent)) => {
                assert_eq!(sent.method, rfc.method, "{name}");
                assert_eq!(sent.uri.user, rfc.uri.user, "{name}: Request-URI");
                assert!(
                    sent.uri.host.matches(&rfc.uri.host),
                    "{name}: Request-URI {}",
                    sent.uri
                );
            }
            (Message::Response(rfc), Message::Response(sent)) => {
                assert_eq!(sent.status, rfc.status, "{name}");
                let (vias, rfc_vias) = (sent.headers.vias(), rfc.headers.vias());
                let branches = |vias: Vec<alo_sip::wire::Via>| -> Vec<Option<String>> {
                    vias.iter()
                        .map(|via| via.branch().map(str::to_owned))
                        .collect()
                };
                assert_eq!(vias.map(branches), rfc_vias.map(branches), "{name}: Via");
                let routes = sent.headers.record_routes();
                assert_eq!(routes, rfc.headers.record_routes(), "{name}: Record-Route");
            }
            _ => panic!("{name}: {sent}"),
        }
        let (ours, theirs) = (sent.headers(), rfc.headers());
        for (header, _) in theirs.iter() {
            // A slip of the RFC: a response has no Max-Forwards.
            let slip = header == "Max-Forwards" && matches!(rfc, Message::Response(_));
            assert!(ours.contains(header) || slip, "{name}: no {header}");
        }
        // Another: the ACK of a refusal has the Route of its INVITE (RFC 3261 §17.1.1.3).
        if name != "3.2-F3" {
            assert_eq!(ours.routes(), theirs.routes(), "{name}: Route");
        }
        let uri = |headers: &Headers| headers.from().ok().map(|from| from.uri.to_string());
        assert_eq!(uri(ours), uri(theirs), "{name}: From");
        let to = |headers: &Headers| {
            headers
                .to()
                .ok()
                .map(|to| (to.uri.to_string(), to.tag().is_some()))
        };
        // A 200 to CANCEL has a tag in RFC 3261 §8.2.6.2 and none in some of RFC 3665.
        if !name.starts_with("3.8-F1") || to(theirs).is_some_and(|(_, tag)| tag) {
            assert_eq!(to(ours), to(theirs), "{name}: To");
        }
        let method = |headers: &Headers| headers.cseq().ok().map(|cseq| cseq.method);
        assert_eq!(method(ours), method(theirs), "{name}: CSeq");
    }
}

fn phone_of(user: &str, domain: &str) -> Phone {
    let credentials = Credentials {
        username: user.into(),
        password: "secret".into(),
    };
    let aor = format!("sip:{user}@{domain}").parse().expect("a URI");
    let config = Config::new(
        "wss://pbx.example.com/ws",
        aor,
        credentials,
        INSTANCE,
        "Alo/test",
    );
    Phone::with(config, 7)
}

/// Alice, whose calls go through her proxy.
fn alice() -> Phone {
    let mut phone = phone_of("alice", "atlanta.example.com").open();
    let register = phone.take_request(Method::Register);
    let mut ok = registered(&register, 600);
    ok.headers
        .push("Service-Route", "<sip:ss1.atlanta.example.com;lr>");
    phone.feed(ok);
    assert_eq!(
        phone.registration(),
        RegistrationEvent::Registered { expires: 600 }
    );
    phone
}

fn bob() -> Phone {
    phone_of("bob", "biloxi.example.com")
        .open()
        .accept_registration()
}

fn call_bob(phone: &mut Phone) -> SessionId {
    let target = "sip:bob@biloxi.example.com".parse().expect("a URI");
    let invite = Invite {
        target,
        offer: OFFER.into(),
        headers: Vec::new(),
        replaces: None,
    };
    let id = phone.ua.invite(invite, phone.now).expect("a call");
    phone.drain();
    id
}

#[test]
fn section_2_1_registration() {
    let Some(flows) = Flows::read() else { return };
    let mut phone = phone_of("bob", "biloxi.example.com").open();
    let first = phone.take_request(Method::Register);
    for name in [
        "Via",
        "Max-Forwards",
        "From",
        "To",
        "Call-ID",
        "CSeq",
        "Contact",
    ] {
        assert!(first.headers.contains(name), "{name}");
    }
    phone.feed(flows.response("2.1-F2", &first));
    let second = phone.take_request(Method::Register);
    let value = second.headers.get("Authorization").unwrap_or_default();
    assert_eq!(
        common::auth_param(value, "nonce"),
        Some("ea9c8e88df84f1cec4341ae6cbe5a359")
    );
    assert_eq!(
        common::auth_param(value, "realm"),
        Some("atlanta.example.com")
    );
    phone.feed(flows.response("2.1-F4", &second));
    assert_eq!(
        phone.registration(),
        RegistrationEvent::Registered { expires: 3600 }
    );
}

#[test]
fn section_3_2_as_the_caller_through_two_proxies() {
    let Some(flows) = Flows::read() else { return };
    let mut phone = alice();
    let id = call_bob(&mut phone);
    let first = phone.take_request(Method::Invite);
    flows.expect("3.2-F1", first.clone());
    phone.feed(flows.response("3.2-F2", &first));
    flows.expect("3.2-F3", phone.take_request(Method::Ack));
    let second = phone.take_request(Method::Invite);
    flows.expect("3.2-F4", second.clone());
    phone.feed(flows.response("3.2-F6", &second));
    phone.feed(flows.response("3.2-F11", &second));
    assert!(matches!(
        phone.take_event(),
        Event::Progress { status: 180, .. }
    ));
    let ok = flows.response("3.2-F14", &second);
    phone.feed(ok.clone());
    flows.expect("3.2-F15", phone.take_request(Method::Ack));
    let sdp = String::from_utf8_lossy(&ok.body).into_owned();
    assert_eq!(
        phone.take_event(),
        Event::Accepted {
            id,
            sdp: Some(sdp),
            headers: Headers::default()
        }
    );
    let mut bye = flows.request("3.2-F20");
    bye.headers
        .set("To", second.headers.get("From").unwrap_or_default());
    bye.headers
        .set("Call-ID", second.headers.get("Call-ID").unwrap_or_default());
    phone.feed(bye);
    flows.expect("3.2-F21", phone.take_response(200));
    assert_eq!(phone.take_end().1.kind, EndKind::Bye);
    phone.expect_nothing_unfinished();
}

#[test]
fn section_3_2_as_the_callee_behind_two_proxies() {
    let Some(flows) = Flows::read() else { return };
    let mut phone = bob();
    phone.feed(flows.request("3.2-F7"));
    flows.expect("3.2-F9", phone.take_response(180));
    let Event::Incoming { id, from, .. } = phone.take_event() else {
        panic!("no call")
    };
    assert_eq!(from.display.as_deref(), Some("Alice"));
    phone.ua.accept(id, ANSWER.into(), phone.now);
    phone.drain();
    let ok = phone.take_response(200);
    flows.expect("3.2-F12", ok.clone());
    let mut ack = flows.request("3.2-F17");
    ack.headers
        .set("To", ok.headers.get("To").unwrap_or_default());
    phone.feed(ack);
    assert_eq!(phone.take_event(), Event::Confirmed { id, sdp: None });
    phone.hang_up(id);
    phone.take_end();
    let bye = phone.take_request(Method::Bye);
    flows.expect("3.2-F18", bye.clone());
    phone.feed(flows.response("3.2-F23", &bye));
    phone.expect_nothing_unfinished();
}

#[test]
fn section_3_7_the_other_side_moves_to_another_address() {
    let Some(flows) = Flows::read() else { return };
    let mut phone = phone_of("alice", "atlanta.example.com")
        .open()
        .accept_registration();
    let id = call_bob(&mut phone);
    let invite = phone.take_request(Method::Invite);
    phone.feed(flows.response("3.7-F5", &invite));
    phone.feed(flows.response("3.7-F7", &invite));
    flows.expect("3.7-F8", phone.take_request(Method::Ack));
    phone.events.clear();
    let mut reinvite = flows.request("3.7-F9");
    reinvite
        .headers
        .set("To", invite.headers.get("From").unwrap_or_default());
    reinvite
        .headers
        .set("Call-ID", invite.headers.get("Call-ID").unwrap_or_default());
    phone.feed(reinvite.clone());
    phone.take_response(100);
    let offer = String::from_utf8_lossy(&reinvite.body).into_owned();
    assert_eq!(
        phone.take_event(),
        Event::Reoffer {
            id,
            offer: Some(offer)
        }
    );
    phone.ua.answer_reinvite(id, Ok(ANSWER.into()), phone.now);
    phone.drain();
    flows.expect("3.7-F10", phone.take_response(200));
    let mut ack = flows.request("3.7-F11");
    for name in ["To", "Call-ID"] {
        ack.headers
            .set(name, reinvite.headers.get(name).unwrap_or_default());
    }
    phone.feed(ack);
    phone.hang_up(id);
    phone.take_end();
    let bye = phone.take_request(Method::Bye);
    flows.expect("3.7-F12", bye.clone());
    phone.feed(flows.response("3.7-F13", &bye));
    phone.expect_nothing_unfinished();
}

#[test]
fn section_3_8_the_caller_gives_up() {
    let Some(flows) = Flows::read() else { return };
    let mut phone = alice();
    let id = call_bob(&mut phone);
    let invite = phone.take_request(Method::Invite);
    phone.feed(flows.response("3.8-F3", &invite));
    phone.feed(flows.response("3.8-F8", &invite));
    phone.take_event();
    phone.hang_up(id);
    phone.take_end();
    let cancel = phone.take_request(Method::Cancel);
    flows.expect("3.8-F9", cancel.clone());
    phone.feed(flows.response("3.8-F10", &cancel));
    phone.feed(flows.response("3.8-F19", &invite));
    let ack = phone.take_request(Method::Ack);
    assert_eq!(ack.headers.get("Via"), invite.headers.get("Via"));
    phone.expect_nothing_unfinished();
}

#[test]
fn section_3_8_as_the_callee() {
    let Some(flows) = Flows::read() else { return };
    let mut phone = bob();
    phone.feed(flows.request("3.8-F4"));
    flows.expect("3.8-F6", phone.take_response(180));
    phone.take_event();
    phone.feed(flows.request("3.8-F13"));
    flows.expect("3.8-F14", phone.take_response(200));
    flows.expect("3.8-F15", phone.take_response(487));
    assert_eq!(phone.take_end().1.kind, EndKind::Cancelled);
    phone.feed(flows.request("3.8-F16"));
    assert_eq!(phone.ua.unfinished(), 0, "the ACK was the last of it");
}

#[test]
fn section_3_9_busy_at_either_end() {
    let Some(flows) = Flows::read() else { return };
    let mut phone = alice();
    call_bob(&mut phone);
    let invite = phone.take_request(Method::Invite);
    phone.feed(flows.response("3.9-F10", &invite));
    let ack = phone.take_request(Method::Ack);
    assert_eq!(
        ack.headers.to().map(|to| to.tag() == Some("314159")),
        Ok(true)
    );
    assert_eq!(phone.take_end().1.status, Some(486));
    phone.expect_nothing_unfinished();

    let mut phone = bob();
    phone.feed(flows.request("3.9-F4"));
    phone.take_response(180);
    let Event::Incoming { id, .. } = phone.take_event() else {
        panic!("no call")
    };
    phone.ua.reject(id, 486, None, phone.now);
    phone.drain();
    flows.expect("3.9-F6", phone.take_response(486));
    phone.take_end();
    phone.feed(flows.request("3.9-F7"));
    assert_eq!(phone.ua.unfinished(), 0);
    assert!(!phone.out.contains(&Out::Disconnect));
}
