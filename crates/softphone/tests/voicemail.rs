//! Voice messages that wait.

mod common;

use alo_protocol::{Command, VoicemailView};
use alo_sip::wire::{Method, Request, Uri};
use common::Rig;

fn notify(from: &str, body: &str) -> Request {
    let target: Uri = "sip:1001@contact.invalid".parse().expect("a URI");
    let mut request = Request::new(Method::Notify, target);
    for (name, value) in [
        ("Via", "SIP/2.0/WSS pbx;branch=z9hG4bKmwi"),
        ("Max-Forwards", "70"),
        ("From", from),
        ("To", "<sip:1001@pbx.example.com>"),
        ("Call-ID", "mwi-1"),
        ("CSeq", "1 NOTIFY"),
        ("Event", "message-summary"),
        ("Subscription-State", "active"),
    ] {
        request.headers.push(name, value);
    }
    request.set_body("application/simple-message-summary", body);
    request
}

const TWO: &str = "Messages-Waiting: yes\r\nMessage-Account: sip:8000@pbx.example.com\r\n\
                   Voice-Message: 2/1\r\n";

#[test]
fn what_the_server_tells_is_shown_until_the_account_is_gone() {
    let mut rig = Rig::registered();
    assert_eq!(rig.snapshot().voicemail, None);
    let notify = notify("<sip:vm@pbx.example.com>;tag=1", TWO);
    rig.server_says(&notify.to_bytes());
    rig.response(200);
    let shown = VoicemailView {
        new: 2,
        old: 1,
        number: Some("8000".to_owned()),
    };
    assert_eq!(rig.snapshot().voicemail, Some(shown));
    assert_eq!(rig.command(Command::SignOut), None);
    assert_eq!(rig.snapshot().voicemail, None);
}

#[test]
fn strangers_do_not_tell_of_messages() {
    let mut rig = Rig::registered();
    let notify = notify("<sip:vm@evil.example>;tag=1", TWO);
    rig.server_says(&notify.to_bytes());
    rig.response(481);
    assert_eq!(rig.snapshot().voicemail, None);
}

#[test]
fn the_server_is_asked_once_registered() {
    let mut rig = Rig::loaded(Vec::new());
    rig.subscriptions = None;
    rig.open_socket();
    rig.accept_registration();
    let subscribe = rig.request("SUBSCRIBE");
    assert_eq!(subscribe.headers.get("Event"), Some("message-summary"));
}
