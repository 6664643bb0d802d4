//! INFO of ours within a call (RFC 6086).

mod common;

use alo_sip::wire::{Method, Request};
use alo_sip::{Error, Event, SessionId};
use common::{Peer, Phone, proxy_auth};

const DIGIT: &str = "Signal=5\r\nDuration=160\r\n";

fn send(phone: &mut Phone, id: SessionId) -> Result<(), Error> {
    let sent = phone
        .ua
        .info(id, "application/dtmf-relay", DIGIT.into(), phone.now);
    phone.drain();
    sent
}

fn in_call_with_info() -> (Phone, SessionId, Peer, Request) {
    let (mut phone, id, peer) = Phone::in_call();
    assert_eq!(send(&mut phone, id), Ok(()));
    let info = phone.take_request(Method::Info);
    (phone, id, peer, info)
}

#[test]
fn a_body_travels_within_the_dialog_and_its_fate_is_told() {
    let (mut phone, id, peer, info) = in_call_with_info();
    assert_eq!(info.body, DIGIT.as_bytes());
    assert_eq!(
        info.headers.get("Content-Type"),
        Some("application/dtmf-relay")
    );
    assert_eq!(info.headers.to().unwrap().tag(), Some("bob-tag"));
    assert_eq!(send(&mut phone, id), Err(Error::InfoPending));
    phone.feed(peer.answer(&info, 200, None));
    assert_eq!(phone.take_event(), Event::InfoDone { id, result: Ok(()) });
    assert_eq!(send(&mut phone, id), Ok(()));
}

#[test]
fn a_refusal_is_told_and_the_call_goes_on() {
    for status in [405, 415, 500] {
        let (mut phone, id, peer, info) = in_call_with_info();
        phone.feed(peer.answer(&info, status, None));
        let result = Err(status);
        assert_eq!(phone.take_event(), Event::InfoDone { id, result });
        assert_eq!(send(&mut phone, id), Ok(()));
    }
}

#[test]
fn a_challenge_is_answered_and_silence_is_told() {
    let (mut phone, id, peer, info) = in_call_with_info();
    let challenge = "Digest realm=\"example.com\", nonce=\"n1\", qop=\"auth\"";
    phone.feed(proxy_auth(&info, challenge));
    let again = phone.take_request(Method::Info);
    assert!(again.headers.contains("Proxy-Authorization"));
    assert_eq!(again.body, DIGIT.as_bytes());
    phone.advance_s(33);
    let result = Err(408);
    assert_eq!(phone.take_event(), Event::InfoDone { id, result });
    drop(peer);
}

#[test]
fn nothing_is_sent_before_the_answer_or_after_the_end() {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:bob@example.com");
    phone.take_request(Method::Invite);
    assert_eq!(send(&mut phone, id), Err(Error::WrongState));
    let (mut phone, id, peer, info) = in_call_with_info();
    phone.hang_up(id);
    phone.take_end();
    phone.feed(peer.answer(&info, 200, None));
    assert_eq!(phone.events, []);
    assert_eq!(send(&mut phone, id), Err(Error::UnknownSession));
}
