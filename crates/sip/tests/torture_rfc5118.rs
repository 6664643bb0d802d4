//! Every message of RFC 5118: IPv6 in SIP.

#![allow(clippy::unwrap_used, reason = "a test fails by panic")]

mod cases;

use std::net::Ipv6Addr;

use alo_sip::sdp::Sdp;
use alo_sip::wire::{Contacts, Host, Message, ParseError, Request, parse};

#[test]
fn only_the_reference_without_brackets_is_refused() {
    let Some(files) = cases::folder("rfc5118") else {
        return;
    };
    assert_eq!(files.len(), 12);
    for (name, octets) in files {
        match (name.as_str(), parse(&octets)) {
            // §4.2: 400 is expected.
            (
                "ipv6-bad",
                Err(ParseError::Request {
                    status: 400,
                    reason,
                    partial,
                }),
            ) => {
                assert_eq!(reason, "Bad Request-URI");
                assert!(
                    partial
                        .response(400, reason, None)
                        .to_string()
                        .contains("[2001:db8::9:1]")
                );
            }
            (_, Ok(message)) => assert_eq!(parse(&message.to_bytes()), Ok(message), "{name}"),
            (name, refused) => panic!("{name}: {refused:?}"),
        }
    }
}

#[test]
fn a_port_stands_behind_the_bracket() {
    let Some(good) = request("ipv6-good") else {
        return;
    };
    assert_eq!(good.uri.host, v6("2001:db8::10"));
    let Ok(Contacts::List(contacts)) = good.headers.contacts() else {
        panic!("no contacts")
    };
    assert_eq!(contacts[0].uri.host, v6("2001:db8::1"));
    // §4.3: what looks like a port is the last group of the address.
    let ambiguous = request("port-ambiguous").unwrap();
    assert_eq!(
        (ambiguous.uri.host, ambiguous.uri.port),
        (v6("2001:db8::10:5070"), None)
    );
    let unambiguous = request("port-unambiguous").unwrap();
    assert_eq!(
        (unambiguous.uri.host, unambiguous.uri.port),
        (v6("2001:db8::10"), Some(5070))
    );
}

#[test]
fn received_is_read_with_brackets_and_without() {
    let Some(plain) = request("via-received-param-no-delim") else {
        return;
    };
    let via = plain.headers.top_via().unwrap();
    assert_eq!(via.received(), Some("2001:db8::9:255"));
    assert_eq!(via.branch(), Some("z9hG4bKas3"));
    let bracketed = request("via-received-param-with-delim").unwrap();
    assert_eq!(
        bracketed.headers.top_via().unwrap().received(),
        Some("[2001:db8::9:255]")
    );
}

#[test]
fn both_families_stand_side_by_side() {
    let Some(request) = request("mult-ip-in-header") else {
        return;
    };
    let vias = request.headers.vias().unwrap();
    assert_eq!(
        (&vias[0].host, vias[0].port),
        (&v6("2001:db8::9:1"), Some(6050))
    );
    assert_eq!(vias[1].host.to_string(), "192.0.2.1");
    assert_eq!(vias[2].received(), Some("192.0.2.200"));

    let mapped = self::request("ipv4-mapped-ipv6").unwrap();
    let vias = mapped.headers.vias().unwrap();
    assert_eq!(
        (&vias[0].host, vias[0].port),
        (&v6("::ffff:192.0.2.10"), Some(19823))
    );
    assert_eq!(
        vias[1].to_string(),
        "SIP/2.0/UDP [::ffff:192.0.2.2];branch=z9hG4bKas3-111"
    );
}

/// §4.10: an error of RFC 3261's grammar that must be tolerated.
#[test]
fn three_colons_before_an_ipv4_address_are_tolerated() {
    let Some(wrong) = request("ipv6-bug-abnf-3-colons") else {
        return;
    };
    let right = request("ipv6-correct-abnf-2-colons").unwrap();
    assert_eq!(wrong.uri, right.uri);
    assert_eq!(wrong.headers.to(), right.headers.to());
    assert_eq!(wrong.uri.to_string(), "sip:user@[2001:db8::c000:201]");
}

#[test]
fn addresses_of_both_families_are_read_in_sdp() {
    // The Content-Length of the RFC's messages cuts their bodies a little, behind all that is asked.
    let Some(request) = request("mult-ip-in-sdp") else {
        return;
    };
    let sdp = Sdp::parse(&String::from_utf8_lossy(&request.body));
    let addresses: Vec<_> = sdp.media.iter().map(|m| m.connection.as_deref()).collect();
    assert_eq!(addresses, [Some("192.0.2.1"), Some("2001:db8::1")]);

    let request = self::request("ipv6-in-sdp").unwrap();
    let sdp = Sdp::parse(&String::from_utf8_lossy(&request.body));
    assert_eq!(sdp.media.len(), 2);
    assert_eq!(
        sdp.audio().unwrap().connection.as_deref(),
        Some("2001:db8::20")
    );
    assert_eq!(
        sdp.audio().unwrap().payloads[0].encoding.as_deref(),
        Some("G726-32")
    );
}

fn v6(address: &str) -> Host {
    Host::V6(address.parse::<Ipv6Addr>().unwrap())
}

fn request(name: &str) -> Option<Request> {
    match parse(&cases::file("rfc5118", name)?) {
        Ok(Message::Request(request)) => Some(request),
        other => panic!("{name}: {other:?}"),
    }
}
