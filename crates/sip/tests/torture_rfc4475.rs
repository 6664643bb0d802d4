//! Every message of RFC 4475 with the verdict of its text.

#![allow(clippy::unwrap_used, reason = "a test fails by panic")]

mod cases;

use alo_sip::wire::{DropReason, ParseError, parse};

/// What RFC 4475 asks of an element that gets the message.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Verdict {
    /// To be understood; what the user agent does with it is not the parser's matter.
    Understood,
    /// To be answered with this status.
    Refused(u16),
    /// To be discarded without an answer.
    Dropped,
}

use Verdict::{Dropped, Refused, Understood};

/// File, verdict, section of RFC 4475 and reason.
const VERDICTS: [(&str, Verdict, &str); 49] = [
    (
        "wsinv",
        Understood,
        "3.1.1.1 folding, case, compact names, white space: all valid",
    ),
    (
        "intmeth",
        Understood,
        "3.1.1.2 every character that the grammar allows",
    ),
    ("esc01", Understood, "3.1.1.3 escapes in URIs"),
    ("escnull", Understood, "3.1.1.4 escaped NULs in URIs"),
    (
        "esc02",
        Understood,
        "3.1.1.5 % is no escape in methods, names and quoted strings",
    ),
    (
        "lwsdisp",
        Understood,
        "3.1.1.6 no space between display name and <",
    ),
    ("longreq", Understood, "3.1.1.7 long values"),
    (
        "dblreq",
        Understood,
        "3.1.1.8 what follows Content-Length is not of this message",
    ),
    (
        "semiuri",
        Understood,
        "3.1.1.9 semicolon in the user part is no parameter",
    ),
    (
        "transports",
        Understood,
        "3.1.1.10 unknown transports in Via",
    ),
    ("mpart01", Understood, "3.1.1.11 binary multipart body"),
    (
        "unreason",
        Understood,
        "3.1.1.12 UTF-8 in the reason phrase",
    ),
    ("noreason", Understood, "3.1.1.13 empty reason phrase"),
    (
        "badinv01",
        Refused(400),
        "3.1.2.1 empty parameters in Via and Contact",
    ),
    (
        "clerr",
        Refused(400),
        "3.1.2.2 Content-Length beyond the end of the datagram",
    ),
    ("ncl", Refused(400), "3.1.2.3 negative Content-Length"),
    (
        "scalar02",
        Refused(400),
        "3.1.2.4 numbers out of range in a request",
    ),
    (
        "scalarlg",
        Dropped,
        "3.1.2.5 numbers out of range in a response: discarded",
    ),
    (
        "quotbal",
        Refused(400),
        "3.1.2.6 unterminated quoted string in To",
    ),
    (
        "ltgtruri",
        Refused(400),
        "3.1.2.7 <> around the Request-URI; strict, not liberal",
    ),
    (
        "lwsruri",
        Refused(400),
        "3.1.2.8 white space in the Request-URI; strict",
    ),
    (
        "lwsstart",
        Refused(400),
        "3.1.2.9 two spaces in the request line; strict",
    ),
    (
        "trws",
        Refused(400),
        "3.1.2.10 white space at the end of the request line; strict",
    ),
    (
        "escruri",
        Refused(400),
        "3.1.2.11 headers in the Request-URI; refused, not ignored",
    ),
    (
        "baddate",
        Understood,
        "3.1.2.12 Date is not in GMT; may be ignored by who needs no Date",
    ),
    (
        "regbadct",
        Refused(400),
        "3.1.2.13 ? in a Contact without <>",
    ),
    (
        "badaspec",
        Refused(400),
        "3.1.2.14 spaces inside <>; strict",
    ),
    (
        "baddn",
        Refused(400),
        "3.1.2.15 a comma in an unquoted display name; strict",
    ),
    ("badvers", Refused(505), "3.1.2.16 unknown protocol version"),
    (
        "mismatch01",
        Refused(400),
        "3.1.2.17 CSeq has another method than the request",
    ),
    (
        "mismatch02",
        Refused(501),
        "3.1.2.18 same with an unknown method: 501 preferred to 400",
    ),
    (
        "bigcode",
        Dropped,
        "3.1.2.19 status code beyond three digits: discarded",
    ),
    (
        "badbranch",
        Understood,
        "3.2.1 branch is the cookie alone: for the transaction layer",
    ),
    (
        "insuf",
        Refused(400),
        "3.3.1 Call-ID, From and To missing; ideally 400",
    ),
    (
        "unkscm",
        Refused(416),
        "3.3.2 unknown scheme in the Request-URI",
    ),
    (
        "novelsc",
        Refused(416),
        "3.3.3 known but unsupported scheme in the Request-URI",
    ),
    (
        "unksm2",
        Understood,
        "3.3.4 other schemes in To, From, Contact; 400 is a registrar's",
    ),
    (
        "bext01",
        Understood,
        "3.3.5 unknown Require: 420 is the user agent's answer",
    ),
    (
        "invut",
        Understood,
        "3.3.6 unknown Content-Type: 415 is the user agent's answer",
    ),
    (
        "regaut01",
        Understood,
        "3.3.7 unknown authorization scheme, for a registrar",
    ),
    (
        "multi01",
        Refused(400),
        "3.3.8 several values of single-valued headers",
    ),
    (
        "mcl01",
        Refused(400),
        "3.3.9 two Content-Lengths that differ",
    ),
    (
        "bcast",
        Understood,
        "3.3.10 well-formed; a second Via makes the user agent discard it",
    ),
    (
        "zeromf",
        Understood,
        "3.3.11 Max-Forwards 0 is no matter for the one addressed",
    ),
    (
        "cparam01",
        Understood,
        "3.3.12 unknown parameter of the Contact header",
    ),
    (
        "cparam02",
        Understood,
        "3.3.13 unknown parameter of the Contact's URI",
    ),
    (
        "regescrt",
        Understood,
        "3.3.14 headers in a Contact URI are allowed",
    ),
    (
        "sdp01",
        Understood,
        "3.3.15 no SDP in Accept: 406 is the user agent's answer",
    ),
    (
        "inv2543",
        Understood,
        "3.4.1 no branch, no tag, no Max-Forwards: a client of RFC 2543",
    ),
];

#[test]
fn every_message_gets_the_verdict_of_the_rfc() {
    let Some(files) = cases::folder("rfc4475") else {
        return;
    };
    assert_eq!(files.len(), VERDICTS.len());
    for (file, octets) in files {
        let name = file.strip_suffix(".dat").unwrap();
        let (_, verdict, why) = VERDICTS.iter().find(|(known, ..)| *known == name).unwrap();
        let seen = match parse(&octets) {
            Ok(_) => Understood,
            Err(ParseError::Request { status, .. }) => Refused(status),
            Err(ParseError::Drop(_)) => Dropped,
        };
        assert_eq!(seen, *verdict, "{name}: {why}");
    }
}

#[test]
fn what_is_understood_prints_to_something_equal() {
    for (name, verdict, _) in VERDICTS {
        let Some(octets) = octets(name) else { return };
        if verdict == Understood {
            let message = parse(&octets).unwrap();
            assert_eq!(parse(&message.to_bytes()), Ok(message), "{name}");
        }
    }
}

#[test]
fn a_refused_request_can_be_answered_with_what_was_read() {
    for (name, ..) in VERDICTS
        .iter()
        .filter(|(_, verdict, _)| matches!(verdict, Refused(_)))
    {
        let Some(octets) = octets(name) else { return };
        let Err(ParseError::Request {
            status,
            reason,
            partial,
        }) = parse(&octets)
        else {
            panic!("{name}")
        };
        let answer = partial.response(status, reason, Some("ours")).to_string();
        assert!(
            answer.starts_with(&format!("SIP/2.0 {status} {reason}\r\nVia: SIP/")),
            "{name}"
        );
        assert!(answer.contains("\r\nCSeq: "), "{name}");
        // A To that is missing, cannot be read or has a tag already gets none.
        let tagged = partial.headers.to().is_ok_and(|to| to.tag().is_none());
        assert_eq!(answer.contains(";tag=ours\r\n"), tagged, "{name}: {answer}");
    }
}

#[test]
fn an_ack_is_never_answered() {
    let ack = b"ACK sip:a@b SIP/7.0\r\nVia: SIP/2.0/WS a.invalid\r\nCSeq: 1 ACK\r\n\r\n";
    let reason = DropReason::Malformed("Version Not Supported");
    assert_eq!(parse(ack), Err(ParseError::Drop(reason)));
}

fn octets(name: &str) -> Option<Vec<u8>> {
    cases::file("rfc4475", &format!("{name}.dat"))
}
