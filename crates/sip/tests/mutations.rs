//! Whatever octets come: no panic, and what is understood prints to something that is understood the
//! same. The seeds are the messages of the RFCs and what fuzzing found in another parser.

#![allow(clippy::unwrap_used, reason = "a test fails by panic")]

mod cases;

use std::sync::LazyLock;

use alo_sip::SeededRandom;
use alo_sip::digest::{Credentials, Session, strongest};
use alo_sip::sdp::Sdp;
use alo_sip::wire::{
    DropReason, MAX_FIELD, MAX_FIELDS, MAX_MESSAGE, Message, NameAddr, ParseError, Uri, parse,
};
use proptest::prelude::*;

/// A seed for when the shared cases are not there.
const INVITE: &[u8] = b"INVITE sip:bob@192.0.2.4;transport=ws SIP/2.0\r\n\
Via: SIP/2.0/WSS a1b2.invalid;branch=z9hG4bK1;rport,SIP/2.0/UDP [::1]:5060;received=::2\r\n\
Max-Forwards: 70\r\nf: \"A \\\"B\\\" C\" <sip:+84912345678@pbx.example>;tag=x\r\nTo: <tel:+84-24-1>\r\n\
Call-ID: 1@a\r\nCSeq: 1 INVITE\r\nm: <sip:u@a1b2.invalid;transport=ws;ob>;+sip.instance=\"<urn:uuid:1>\"\r\n\
Record-Route: <sip:p1;lr>,\r\n <sip:p2;lr>\r\nReason: Q.850;cause=16;text=\"x\"\r\n\
Session-Expires: 1800;refresher=uac\r\nReplaces: c;to-tag=1;from-tag=2\r\nEvent: refer;id=1\r\n\
Proxy-Authenticate: Digest realm=\"r\", nonce=\"n\", qop=\"auth,auth-int\", algorithm=SHA-256\r\n\
Subscription-State: active;expires=60\r\nRAck: 1 2 INVITE\r\nRefer-To: <sip:c@d?Replaces=1%3Bx>\r\n\
P-Asserted-Identity: \"x\" <sip:y@z>, <tel:+1>\r\nRetry-After: 5 (a)\r\nContent-Type: application/sdp\r\n\
Content-Length: 66\r\n\r\nv=0\r\nc=IN IP4 0.0.0.0\r\nm=audio 9 RTP/AVP 0\r\na=rtpmap:0 PCMU/8000\r\na=inactive\r\n";

/// What makes parsers stumble.
const PIECES: [&[u8]; 32] = [
    b"\r\n",
    b"\r\n ",
    b"\r",
    b"\n",
    b"\0",
    b" ",
    b"\t",
    b";",
    b";;",
    b",",
    b"<",
    b">",
    b"\"",
    b"\\",
    b"\\\"",
    b":",
    b"@",
    b"=",
    b"?",
    b"&",
    b"%",
    b"%00",
    b"[",
    b"]",
    b":::",
    b"/",
    b"*",
    b"\xff",
    "\u{fffd}".as_bytes(),
    b"4294967296",
    b"-1",
    b"\r\n\r\n",
];

static SEEDS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let folders = ["rfc4475", "rfc5118", "rfc3665", "rfc3261-24", "sipgo-fuzz"];
    let files = folders.into_iter().filter_map(cases::folder).flatten();
    files
        .map(|(_, octets)| octets)
        .chain([INVITE.to_vec()])
        .collect()
});

#[derive(Clone, Debug)]
enum Mutation {
    Delete(usize),
    Insert(usize),
    Replace(u8),
    Repeat(usize),
    Splice(usize),
    Truncate,
}

fn mutation() -> impl Strategy<Value = (usize, Mutation)> {
    let kind = prop_oneof![
        (1..40_usize).prop_map(Mutation::Delete),
        (0..PIECES.len()).prop_map(Mutation::Insert),
        any::<u8>().prop_map(Mutation::Replace),
        (1..60_usize).prop_map(Mutation::Repeat),
        any::<usize>().prop_map(Mutation::Splice),
        Just(Mutation::Truncate),
    ];
    (any::<usize>(), kind)
}

fn mutate(octets: &mut Vec<u8>, place: usize, mutation: &Mutation) {
    let at = place % (octets.len() + 1);
    let end = |length: usize| (at + length).min(octets.len());
    match *mutation {
        Mutation::Delete(length) => drop(octets.drain(at..end(length))),
        Mutation::Insert(piece) => drop(octets.splice(at..at, PIECES[piece].iter().copied())),
        Mutation::Replace(octet) => drop(octets.splice(at..end(1), [octet])),
        Mutation::Repeat(length) => {
            let part = octets[at..end(length)].to_vec();
            octets.splice(at..at, part);
        }
        Mutation::Splice(seed) => {
            let other = &SEEDS[seed % SEEDS.len()];
            let part = &other[other.len() * (place % 7) / 7..];
            octets.splice(at.., part.iter().copied());
        }
        Mutation::Truncate => octets.truncate(at),
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: ProptestConfig::default().cases.max(2000),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn mutated_messages_are_read_without_panic_and_print_what_they_mean(
        seed in any::<usize>(),
        mutations in prop::collection::vec(mutation(), 0..6),
    ) {
        let mut octets = SEEDS[seed % SEEDS.len()].clone();
        for (place, mutation) in &mutations {
            mutate(&mut octets, *place, mutation);
        }
        examine(&octets);
    }

    #[test]
    fn any_text_is_a_uri_or_not(text in "(sips?:|tel:|x:)?[ -~é%]{0,40}") {
        if let Ok(uri) = text.parse::<Uri>() {
            prop_assert_eq!(uri.to_string().parse(), Ok(uri.clone()));
            prop_assert!(uri.matches(&uri));
            let _ = uri.user_decoded();
        }
    }

    #[test]
    fn any_user_is_escaped_so_that_it_reads_back(user in "\\PC{1,20}") {
        let uri = Uri::sip_escaped(&user, "example.com");
        let read: Uri = uri.to_string().parse().unwrap();
        prop_assert_eq!(read.user_decoded(), Some(user));
        prop_assert_eq!(read.host, uri.host);
    }

    #[test]
    fn any_display_name_and_tag_read_back(display in "[^\r\n]{1,30}", tag in "[^\r\n]{1,20}") {
        let mut address = NameAddr::new(Uri::sip("a", "b"));
        address.display = Some(display);
        address.set_tag(&tag);
        prop_assert_eq!(address.to_string().parse(), Ok(address));
    }
}

fn examine(octets: &[u8]) {
    match parse(octets) {
        Ok(message) => {
            assert_eq!(parse(&message.to_bytes()).as_ref(), Ok(&message));
            ask_everything(&message);
        }
        Err(ParseError::Request {
            status,
            reason,
            partial,
        }) => {
            assert!((400..600).contains(&status));
            let answer = partial.response(status, reason, Some("tag")).to_bytes();
            // An answer is no way to be made say more than one message.
            if let Ok(Message::Response(response)) = parse(&answer) {
                assert_eq!(response.status, status);
                assert!(response.body.is_empty());
            }
            ask_everything(&Message::Request(*partial));
        }
        Err(ParseError::Drop(_)) => {}
    }
}

fn ask_everything(message: &Message) {
    let headers = message.headers();
    for via in headers.vias().unwrap_or_default() {
        assert_eq!(via.to_string().parse(), Ok(via));
    }
    for address in [headers.from(), headers.to()].into_iter().flatten() {
        assert_eq!(address.to_string().parse(), Ok(address));
    }
    let addresses = [
        headers.routes(),
        headers.record_routes(),
        headers.service_routes(),
        Ok(headers.asserted_identities()),
    ];
    for address in addresses.into_iter().flatten().flatten() {
        assert_eq!(address.to_string().parse(), Ok(address));
    }
    let _ = (
        headers.call_id(),
        headers.cseq(),
        headers.contacts(),
        headers.max_forwards(),
    );
    let _ = (
        headers.expires(),
        headers.min_expires(),
        headers.retry_after(),
        headers.top_via(),
    );
    let _ = (
        headers.content_type(),
        headers.rseq(),
        headers.rack(),
        headers.session_expires(),
    );
    let _ = (
        headers.min_se(),
        headers.refer_to(),
        headers.replaces(),
        headers.event(),
    );
    let _ = (headers.subscription_state(), headers.option_tags("Require"));
    for reason in headers.reasons() {
        let mut again = alo_sip::wire::Headers::new();
        again.push("Reason", reason.to_string());
        assert_eq!(again.reasons(), [reason]);
    }
    let challenges = headers.challenges("Proxy-Authenticate");
    if let Some(challenge) = strongest(&challenges) {
        let credentials = Credentials {
            username: "u".to_owned(),
            password: "p".to_owned(),
        };
        let mut rng = SeededRandom::new(1);
        let mut session = Session::new(challenge.clone()).unwrap();
        let (_, value) = session.authorization(&credentials, "INVITE", "sip:a", b"", &mut rng);
        assert!(value.starts_with("Digest "));
    }
    let body = String::from_utf8_lossy(message.body());
    let sdp = Sdp::parse(&body);
    let _ = (sdp.audio(), sdp.is_held_by_remote());
}

/// The seeds of another parser's fuzzer are all noise to us.
#[test]
fn what_fuzzing_found_elsewhere_is_dropped() {
    let Some(files) = cases::folder("sipgo-fuzz") else {
        return;
    };
    for (name, octets) in files {
        assert_eq!(
            parse(&octets),
            Err(ParseError::Drop(DropReason::NotSip)),
            "{name}"
        );
    }
}

#[test]
fn the_seed_of_this_test_is_understood() {
    let message = parse(INVITE).unwrap();
    assert_eq!(message.body().len(), 66);
    assert_eq!(message.headers().vias().unwrap().len(), 2);
    assert!(message.headers().replaces().unwrap().is_some());
    examine(INVITE);
}

#[test]
fn limits_are_kept() {
    let invite = |extra: &str| {
        format!(
            "OPTIONS sip:a SIP/2.0\r\nVia: SIP/2.0/WS a\r\nFrom: <sip:a>;tag=1\r\nTo: <sip:b>\r\n\
             Call-ID: c\r\nCSeq: 1 OPTIONS\r\n{extra}\r\n"
        )
        .into_bytes()
    };
    let status = |octets: &[u8]| match parse(octets) {
        Ok(_) => 200,
        Err(ParseError::Request { status, .. }) => status,
        Err(ParseError::Drop(_)) => 0,
    };
    let long = |length| format!("X: {}\r\n", "x".repeat(length));
    assert_eq!(status(&invite(&long(MAX_FIELD))), 200);
    assert_eq!(status(&invite(&long(MAX_FIELD + 1))), 513);
    assert_eq!(status(&invite(&"X: y\r\n".repeat(MAX_FIELDS - 5))), 200);
    assert_eq!(status(&invite(&"X: y\r\n".repeat(MAX_FIELDS - 4))), 513);
    let mut large = invite("");
    large.resize(MAX_MESSAGE, b' ');
    assert_eq!(status(&large), 200);
    large.push(b' ');
    assert_eq!(parse(&large), Err(ParseError::Drop(DropReason::TooLong)));
    assert_eq!(parse(b"\r\n\r\n"), Err(ParseError::Drop(DropReason::Empty)));
}
