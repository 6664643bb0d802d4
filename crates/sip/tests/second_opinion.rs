//! rsip as a second opinion: what both understand, both understand the same.
//!
//! rsip neither unfolds lines nor knows compact names nor uses Content-Length, so it gets each message
//! as we print it; that also checks our printing with foreign eyes.

#![allow(clippy::unwrap_used, reason = "a test fails by panic")]

mod cases;

use alo_sip::wire::{Message, NameAddr, Request, parse, reason_phrase};
use rsip::message::HeadersExt;
use rsip::prelude::{HasHeaders, ToTypedHeader, UntypedHeader};

#[test]
fn both_read_the_same() {
    let mut compared = 0;
    for folder in ["rfc3665", "rfc4475", "rfc5118", "rfc3261-24"] {
        let Some(files) = cases::folder(folder) else {
            return;
        };
        for (name, octets) in files {
            // rsip reads no parameters with white space around them, which is most of this one.
            if name == "wsinv.dat" {
                continue;
            }
            let Ok(ours) = parse(&octets) else { continue };
            let Ok(theirs) = rsip::SipMessage::try_from(ours.to_bytes()) else {
                continue;
            };
            compare_start(&name, &ours, &theirs);
            compared += compare_headers(&name, &ours, &theirs);
            assert_eq!(theirs.body(), ours.body(), "{name}");
        }
    }
    // Three quarters of what six headers in 210 messages could give; less would be no opinion.
    assert!(compared > 900, "{compared}");
}

fn compare_start(name: &str, ours: &Message, theirs: &rsip::SipMessage) {
    match (ours, theirs) {
        (Message::Request(ours), rsip::SipMessage::Request(theirs)) => {
            assert_eq!(ours.method.as_str(), theirs.method.to_string(), "{name}");
            if !name.starts_with("esc") {
                compare_uri(name, &NameAddr::new(ours.uri.clone()), &theirs.uri);
            }
        }
        (Message::Response(ours), rsip::SipMessage::Response(theirs)) => {
            assert_eq!(ours.status, theirs.status_code.code(), "{name}");
        }
        _ => panic!("{name}: a request to one, a response to the other"),
    }
}

/// How many headers rsip could read, all of them as we do.
fn compare_headers(name: &str, ours: &Message, theirs: &rsip::SipMessage) -> usize {
    let headers = ours.headers();
    let mut compared = 0;
    if let Ok(Ok(from)) = theirs.from_header().map(|from| from.typed()) {
        let ours = headers.from().unwrap();
        assert_eq!(ours.tag(), from.tag().map(|tag| tag.value()), "{name}");
        compare_uri(name, &ours, &from.uri);
        compared += 1;
    }
    if let Ok(Ok(to)) = theirs.to_header().map(|to| to.typed()) {
        let ours = headers.to().unwrap();
        assert_eq!(ours.tag(), to.tag().map(|tag| tag.value()), "{name}");
        compare_uri(name, &ours, &to.uri);
        compared += 1;
    }
    if let Ok(call_id) = theirs.call_id_header() {
        assert_eq!(headers.call_id().unwrap(), call_id.value(), "{name}");
        compared += 1;
    }
    if let Ok(Ok(cseq)) = theirs.cseq_header().map(|cseq| cseq.typed()) {
        let ours = headers.cseq().unwrap();
        assert_eq!(
            (ours.seq, ours.method.as_str()),
            (cseq.seq, &*cseq.method.to_string()),
            "{name}"
        );
        compared += 1;
    }
    if let Ok(Ok(via)) = theirs.via_header().map(|via| via.typed()) {
        let ours = headers.top_via().unwrap();
        assert_eq!(ours.transport, via.transport.to_string(), "{name}");
        assert_eq!(ours.host.to_string(), via.uri.host().to_string(), "{name}");
        assert_eq!(
            ours.port,
            via.uri.port().map(|port| *port.value()),
            "{name}"
        );
        assert_eq!(
            ours.branch(),
            via.branch().map(|branch| branch.value()),
            "{name}"
        );
        compared += 1;
    }
    if let Ok(Ok(hops)) = theirs.max_forwards_header().map(|hops| hops.num()) {
        assert_eq!(
            headers.max_forwards(),
            Ok(u8::try_from(hops).ok()),
            "{name}"
        );
        compared += 1;
    }
    assert_eq!(headers.len() + 1, theirs.headers().iter().count(), "{name}");
    compared
}

fn compare_uri(name: &str, ours: &NameAddr, theirs: &rsip::Uri) {
    let ours = &ours.uri;
    // rsip loses `j.user@` of an address without brackets (its issue 50).
    let loses_user = ours.user.as_deref().is_some_and(|user| user.contains('.'));
    if !ours.is_sip() || (loses_user && theirs.user().is_none()) {
        return;
    }
    assert_eq!(ours.user.as_deref(), theirs.user(), "{name}");
    assert_eq!(ours.host.to_string(), theirs.host().to_string(), "{name}");
    assert_eq!(ours.port, theirs.port().map(|port| *port.value()), "{name}");
}

/// A plain URI goes through rsip, one with an empty parameter list never does: both ways must agree.
#[test]
fn plain_uris_are_the_same_by_both_ways() {
    for plain in [
        "sip:a@b",
        "sip:b.example",
        "sip:+84_1.2-3@192.0.2.1:5080",
        "sip:h:1",
        "sip:a@h.",
    ] {
        let through_rsip: alo_sip::wire::Uri = plain.parse().unwrap();
        let mut own: alo_sip::wire::Uri = format!("{plain};x").parse().unwrap();
        own.params.remove("x");
        assert_eq!(through_rsip, own);
        assert_eq!(through_rsip.to_string(), plain);
    }
}

/// rsip ends our phrases with the names of its codes; a peer of ours reads them back.
#[test]
fn an_answer_of_ours_is_understood_by_rsip() {
    let request = b"OPTIONS sip:a@b SIP/2.0\r\nVia: SIP/2.0/WSS c.invalid;branch=z9hG4bK1\r\n\
        From: <sip:d@e>;tag=1\r\nTo: <sip:a@b>\r\nCall-ID: f\r\nCSeq: 7 OPTIONS\r\n\r\n";
    let Ok(Message::Request(request)) = parse(request) else {
        panic!("not understood")
    };
    for status in [200, 405, 481, 486, 603] {
        let answer = Request::response(&request, status, "", Some("tag"));
        assert_eq!(answer.reason, reason_phrase(status));
        let read = rsip::Response::try_from(answer.to_bytes()).unwrap();
        assert_eq!(read.status_code.code(), status);
        assert_eq!(
            read.to_header().unwrap().tag().unwrap().unwrap().value(),
            "tag"
        );
        assert_eq!(read.cseq_header().unwrap().seq().unwrap(), 7);
    }
}
