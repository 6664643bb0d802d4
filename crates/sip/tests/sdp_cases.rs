//! Session descriptions that others have written.

#![allow(clippy::unwrap_used, reason = "a test fails by panic")]

mod cases;

use alo_sip::sdp::{Direction, Sdp};

#[test]
fn every_body_is_read_as_it_says() {
    let Some(files) = cases::folder("sdp/sdp-transform") else {
        return;
    };
    for (name, octets) in files {
        let text = String::from_utf8(octets).unwrap();
        let sdp = Sdp::parse(&text);
        let written: Vec<_> = text
            .lines()
            .filter_map(|line| line.strip_prefix("m="))
            .collect();
        assert_eq!(sdp.media.len(), written.len(), "{name}");
        for (media, line) in sdp.media.iter().zip(written) {
            assert!(line.starts_with(&media.kind), "{name}");
            assert!(line.contains(&media.proto), "{name}");
            let formats = line.split_ascii_whitespace().skip(3);
            assert!(
                media.payloads.iter().map(|p| p.format.as_str()).eq(formats),
                "{name}"
            );
        }
    }
}

#[test]
fn the_offer_of_a_browser_is_read() {
    let Some(sdp) = sdp("jssip.sdp") else { return };
    let audio = sdp.audio().unwrap();
    assert_eq!(audio.payloads[0].encoding.as_deref(), Some("opus"));
    assert_eq!(audio.payloads[0].clock_rate, Some(48000));
    assert!(audio.has_telephone_event());
    assert!(audio.ice);
    assert_eq!(audio.direction, Direction::SendRecv);
    // `c=IN IP4 0.0.0.0` of a browser that has no candidate yet is no hold.
    let trickling = self::sdp("hacky.sdp").unwrap();
    assert_eq!(
        trickling.audio().unwrap().connection.as_deref(),
        Some("0.0.0.0")
    );
    assert!(!trickling.is_held_by_remote());
    // The same without ICE is how phones held calls before RFC 3264.
    assert!(self::sdp("invalid.sdp").unwrap().is_held_by_remote());
}

#[test]
fn hold_is_seen_in_every_form() {
    let body = |session: &str, media: &str| {
        format!(
            "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\n{session}t=0 0\r\nm=audio 4000 RTP/AVP 0 101\r\n{media}"
        )
    };
    for (session, media, held) in [
        ("c=IN IP4 192.0.2.1\r\n", "", false),
        ("c=IN IP4 192.0.2.1\r\n", "a=recvonly\r\n", false),
        ("c=IN IP4 192.0.2.1\r\n", "a=sendonly\r\n", true),
        ("c=IN IP4 192.0.2.1\r\n", "a=inactive\r\n", true),
        ("c=IN IP4 192.0.2.1\r\na=sendonly\r\n", "", true),
        (
            "c=IN IP4 192.0.2.1\r\na=sendonly\r\n",
            "a=sendrecv\r\n",
            false,
        ),
        ("c=IN IP4 0.0.0.0\r\n", "", true),
        ("c=IN IP4 0.0.0.0\r\n", "c=IN IP4 192.0.2.1\r\n", false),
        ("", "c=IN IP6 ::\r\n", true),
        ("a=ice-ufrag:x\r\n", "c=IN IP4 0.0.0.0\r\n", false),
    ] {
        let text = body(session, media);
        assert_eq!(Sdp::parse(&text).is_held_by_remote(), held, "{text}");
    }
}

#[test]
fn a_refused_medium_is_not_the_audio_of_the_call() {
    let sdp = Sdp::parse(
        "m=audio 0 RTP/AVP 0\nm=audio 5000/2 RTP/AVP 8 96\na=rtpmap:96 telephone-event/8000\n",
    );
    assert!(sdp.media[0].is_refused());
    let audio = sdp.audio().unwrap();
    assert_eq!(
        (audio.port, audio.payloads[0].encoding.as_deref()),
        (5000, Some("PCMA"))
    );
    assert!(audio.has_telephone_event());
    assert_eq!(
        Sdp::parse("no description at all \u{0} = m=audio"),
        Sdp::default()
    );
}

fn sdp(name: &str) -> Option<Sdp> {
    let octets = cases::file("sdp/sdp-transform", name)?;
    Some(Sdp::parse(std::str::from_utf8(&octets).unwrap()))
}
