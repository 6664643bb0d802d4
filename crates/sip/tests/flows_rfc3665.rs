//! Every message of RFC 3665, and those of RFC 3261 §24: read, typed, printed and read again.

#![allow(clippy::unwrap_used, reason = "a test fails by panic")]

mod cases;

use alo_sip::sdp::{Direction, Sdp};
use alo_sip::wire::{
    Contacts, DropReason, Message, Method, ParseError, Response, StatusClass, parse, reason_phrase,
};

/// §3.10 F4 as the RFC prints it: the second line of Record-Route lacks the space that would fold it.
const TYPO: &str = "3.10-F4.sip";

#[test]
fn every_message_is_understood_and_prints_to_something_equal() {
    let Some(files) = cases::folder("rfc3665") else {
        return;
    };
    assert_eq!(files.len(), 181);
    for (name, octets) in files {
        let octets = if name == TYPO {
            mended(&octets)
        } else {
            octets
        };
        let message = parse(&octets).unwrap_or_else(|error| panic!("{name}: {error}"));
        typed_readings_work(&name, &message);
        assert_eq!(parse(&message.to_bytes()), Ok(message), "{name}");
    }
}

#[test]
fn the_one_message_with_a_typo_is_refused() {
    let Some(files) = cases::folder("rfc3665") else {
        return;
    };
    let (_, octets) = files.iter().find(|(name, _)| name == TYPO).unwrap();
    let Err(ParseError::Request { status, reason, .. }) = parse(octets) else {
        panic!("accepted")
    };
    assert_eq!((status, reason), (400, "Bad Record-Route"));
}

/// The bodies of §24 are left out in the RFC, their Content-Length is not.
#[test]
fn the_examples_of_rfc_3261_are_understood_with_a_body_of_their_length() {
    let Some(files) = cases::folder("rfc3261-24") else {
        return;
    };
    assert_eq!(files.len(), 16);
    let mut elided = 0;
    for (name, mut octets) in files {
        if String::from_utf8_lossy(&octets).contains("Content-Length: 1") {
            elided += 1;
            match parse(&octets) {
                Err(ParseError::Request {
                    status: 400,
                    reason: "Bad Content-Length",
                    ..
                }) => {}
                Err(ParseError::Drop(DropReason::Malformed("Bad Content-Length"))) => {}
                other => panic!("{name}: {other:?}"),
            }
            octets.extend_from_slice(&[b'x'; 142]);
        }
        let message = parse(&octets).unwrap_or_else(|error| panic!("{name}: {error}"));
        typed_readings_work(&name, &message);
        assert_eq!(parse(&message.to_bytes()), Ok(message), "{name}");
    }
    assert_eq!(elided, 6);
}

fn typed_readings_work(name: &str, message: &Message) {
    let headers = message.headers();
    for via in headers.vias().unwrap() {
        assert!(
            via.branch()
                .is_some_and(|branch| branch.starts_with("z9hG4bK")),
            "{name}"
        );
        assert_eq!(via.to_string().parse(), Ok(via), "{name}");
    }
    let (from, to) = (headers.from().unwrap(), headers.to().unwrap());
    assert!(from.tag().is_some(), "{name}");
    assert!(from.uri.is_sip() && to.uri.is_sip(), "{name}");
    assert_eq!(from.to_string().parse(), Ok(from), "{name}");
    assert!(!headers.call_id().unwrap().is_empty(), "{name}");
    let cseq = headers.cseq().unwrap();
    assert!(!matches!(cseq.method, Method::Other(_)), "{name}");
    headers.contacts().unwrap();
    headers.routes().unwrap();
    headers.record_routes().unwrap();
    headers.expires().unwrap();
    headers.max_forwards().unwrap();
    match message {
        Message::Request(request) => {
            assert_eq!(request.method, cseq.method, "{name}");
            assert!(request.uri.is_sip(), "{name}");
        }
        Message::Response(response) => challenged_where_it_says_so(name, response),
    }
    if message
        .headers()
        .content_type()
        .is_some_and(|media| media.is_sdp())
        && message.body().starts_with(b"v=0")
    {
        let sdp = Sdp::parse(std::str::from_utf8(message.body()).unwrap());
        let audio = sdp.audio().unwrap_or_else(|| panic!("{name}"));
        assert_eq!(audio.proto, "RTP/AVP", "{name}");
        assert_eq!(
            audio.payloads[0].encoding.as_deref(),
            Some("PCMU"),
            "{name}"
        );
        assert!(audio.connection.is_some(), "{name}");
        assert_eq!(audio.direction, Direction::SendRecv, "{name}");
    }
}

fn challenged_where_it_says_so(name: &str, response: &Response) {
    assert!(StatusClass::of(response.status).is_some(), "{name}");
    assert!(!reason_phrase(response.status).is_empty(), "{name}");
    let header = match response.status {
        401 => "WWW-Authenticate",
        407 => "Proxy-Authenticate",
        _ => return,
    };
    let challenges = response.headers.challenges(header);
    assert_eq!(challenges.len(), 1, "{name}");
    assert!(challenges[0].is_supported(), "{name}");
    assert!(challenges[0].realm.ends_with(".example.com"), "{name}");
    assert_eq!(challenges[0].proxy, response.status == 407, "{name}");
}

#[test]
fn a_registration_is_read_in_its_parts() {
    let Some(files) = cases::folder("rfc3665") else {
        return;
    };
    let message = |wanted: &str| {
        let (_, octets) = files.iter().find(|(name, _)| name == wanted).unwrap();
        parse(octets).unwrap()
    };
    // §2.4: everything is unregistered with `*`.
    let cancel = message("2.4-F1.sip");
    assert_eq!(cancel.headers().contacts(), Ok(Contacts::Star));
    assert_eq!(cancel.headers().expires(), Ok(Some(0)));
    // §2.2: two bindings, of which one is a mail address.
    let Ok(Contacts::List(bindings)) = message("2.2-F2.sip").headers().contacts() else {
        panic!("no bindings")
    };
    let expiries: Vec<_> = bindings
        .iter()
        .map(|binding| binding.param("expires"))
        .collect();
    assert_eq!(expiries, [Some("3600"), Some("4294967295")]);
    assert_eq!(bindings[1].uri.to_string(), "mailto:bob@biloxi.example.com");
}

fn mended(octets: &[u8]) -> Vec<u8> {
    let text = String::from_utf8(octets.to_vec()).unwrap();
    text.replace(">,\r\n<", ">,\r\n <").into_bytes()
}
