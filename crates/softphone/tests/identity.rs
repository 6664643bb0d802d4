//! The identity of callers, and our own in outgoing calls.

mod common;

use alo_protocol::{
    Command, DialOptions, DialSource, EndCause, ExtraHeader, PhoneSettings, Refusal, SipAccount,
};
use alo_sip::wire::{Method, Request};
use common::{Dialog, Rig, account, sdp};

fn header(name: &str, value: &str) -> ExtraHeader {
    ExtraHeader {
        name: name.to_owned(),
        value: value.to_owned(),
    }
}

/// A registered phone whose account adds headers.
fn with_headers(extra_headers: Vec<ExtraHeader>) -> Rig {
    Rig::registered_as(SipAccount {
        extra_headers,
        ..account()
    })
}

fn dial_with(rig: &mut Rig, options: DialOptions) -> Option<Refusal> {
    rig.command(Command::Dial {
        number: "0912345678".to_owned(),
        source: DialSource::Dialer,
        options,
    })
}

fn invite_with(rig: &mut Rig, options: DialOptions) -> Request {
    assert_eq!(dial_with(rig, options), None);
    let media = rig.new_media();
    rig.offer_ready(media);
    rig.request("INVITE")
}

fn anonymous(wanted: bool) -> DialOptions {
    DialOptions {
        anonymous: Some(wanted),
        ..DialOptions::default()
    }
}

fn from_of(invite: &Request) -> String {
    let from = invite.headers.get("From").expect("From");
    from.split(";tag=").next().unwrap_or_default().to_owned()
}

const NOBODY: &str = "\"Anonymous\" <sip:anonymous@anonymous.invalid>";

#[test]
fn a_call_without_our_number_names_us_to_our_server_only() {
    let mut rig = Rig::registered();
    let invite = invite_with(&mut rig, anonymous(true));
    assert_eq!(from_of(&invite), NOBODY);
    assert_eq!(invite.headers.get("Privacy"), Some("id"));
    assert_eq!(
        invite.headers.get("P-Preferred-Identity"),
        Some("\"Anna\" <sip:1001@pbx.example.com>")
    );
    // The next one is made as ever.
    rig.respond(&invite, 486, "far");
    rig.request("ACK");
    let invite = invite_with(&mut rig, DialOptions::default());
    assert_eq!(from_of(&invite), "\"Anna\" <sip:1001@pbx.example.com>");
    assert!(!invite.headers.contains("Privacy"));
}

#[test]
fn the_setting_hides_the_number_and_one_call_may_show_it() {
    let mut rig = Rig::registered();
    let phone = PhoneSettings {
        anonymous: true,
        ..PhoneSettings::default()
    };
    assert_eq!(rig.command(Command::SetPhone { phone }), None);
    let invite = invite_with(&mut rig, DialOptions::default());
    assert_eq!(from_of(&invite), NOBODY);
    rig.respond(&invite, 486, "far");
    rig.request("ACK");
    let invite = invite_with(&mut rig, anonymous(false));
    assert!(from_of(&invite).contains("1001"));
}

#[test]
fn a_hidden_number_stays_hidden_when_the_server_asks_for_the_password() {
    let mut rig = Rig::registered();
    let invite = invite_with(&mut rig, anonymous(true));
    let mut challenge = invite.response(407, "", Some("proxy"));
    challenge.headers.push(
        "Proxy-Authenticate",
        "Digest realm=\"pbx.example.com\", nonce=\"n\", qop=\"auth\", algorithm=MD5",
    );
    rig.server_says(&challenge.to_bytes());
    rig.request("ACK");
    let again = rig.request("INVITE");
    assert_eq!(from_of(&again), NOBODY);
    assert_eq!(again.headers.get("Privacy"), Some("id"));
    assert!(again.headers.contains("P-Preferred-Identity"));
}

#[test]
fn headers_of_the_account_and_of_the_call_are_sent_and_the_calls_own_go_before() {
    let mut rig = with_headers(vec![header("X-Hotline", "1900"), header("X-Team", "sales")]);
    let invite = invite_with(
        &mut rig,
        DialOptions {
            headers: vec![header("x-hotline", "1800"), header("X-Lead", "42")],
            ..DialOptions::default()
        },
    );
    let hotlines: Vec<&str> = invite.headers.get_all("X-Hotline").collect();
    assert_eq!(hotlines, ["1800"]);
    assert_eq!(invite.headers.get("X-Team"), Some("sales"));
    assert_eq!(invite.headers.get("X-Lead"), Some("42"));
}

#[test]
fn a_call_with_a_header_that_may_not_be_sent_is_refused() {
    let mut rig = Rig::registered();
    for headers in [
        vec![header("Route", "<sip:evil.example;lr>")],
        vec![header("X-A", "1\r\nRoute: <sip:evil.example>")],
        vec![header("Privacy", "none")],
        (0..17).map(|n| header(&format!("X-{n}"), "1")).collect(),
    ] {
        let options = DialOptions {
            headers,
            ..DialOptions::default()
        };
        assert_eq!(dial_with(&mut rig, options), Some(Refusal::BadHeader));
    }
    rig.nothing_sent();
}

#[test]
fn who_withholds_the_number_has_none_and_cannot_be_called_back() {
    let mut rig = Rig::registered();
    let headers = [
        ("Privacy", "id"),
        ("P-Asserted-Identity", "<tel:+84912345678>"),
    ];
    let dialog = rig.invite_in_with(NOBODY, Some(&sdp("far", "sendrecv")), &headers);
    let id = rig.newest_call();
    assert_eq!(rig.call(&id).number, "");
    assert_eq!(rig.call(&id).name, None);
    assert_eq!(rig.worker().incoming[0].number, "");
    rig.cancel(&dialog, None);
    assert_eq!(rig.row(&id).number, "");
    let call_back = Command::Dial {
        number: String::new(),
        source: DialSource::History,
        options: DialOptions::default(),
    };
    assert_eq!(rig.command(call_back), Some(Refusal::NotANumber));
}

#[test]
fn whom_the_caller_wanted_and_what_the_caller_claims_are_shown() {
    let mut rig = Rig::registered();
    rig.invite_in_with(
        "<sip:113@pbx.example.com>",
        Some(&sdp("far", "sendrecv")),
        &[
            ("P-Asserted-Identity", "<sip:0912345678@pbx.example.com>"),
            (
                "Diversion",
                "<sip:19001234@pbx.example.com>;reason=no-answer",
            ),
        ],
    );
    let id = rig.newest_call();
    let call = rig.call(&id);
    assert_eq!(call.number, "0912345678");
    assert_eq!(call.claimed.as_deref(), Some("113"));
    assert_eq!(call.through.as_deref(), Some("19001234"));
}

#[test]
fn the_reason_header_is_kept_beside_code_and_phrase() {
    let mut rig = Rig::registered();
    let (id, _, invite) = rig.call_out("0912345678");
    let mut refusal = invite.response(480, "", Some("far"));
    let reasons = "Q.850;cause=19;text=\"No\u{202e} answer\", SIP;cause=408";
    refusal.headers.push("Reason", reasons);
    rig.server_says(&refusal.to_bytes());
    assert_eq!(rig.cause(&id), EndCause::NoAnswer);
    let end = rig.row(&id).end.clone().expect("an end");
    assert_eq!(end.code, Some(480));
    assert_eq!(
        end.reason_header.as_deref(),
        Some("Q.850;cause=19;text=\"No answer\", SIP;cause=408")
    );
}

#[test]
fn no_reason_header_is_made_up_and_a_long_one_is_cut() {
    let mut rig = Rig::registered();
    let (id, _, invite) = rig.call_out("0912345678");
    rig.respond(&invite, 486, "far");
    rig.request("ACK");
    let end = rig.row(&id).end.clone().expect("an end");
    assert_eq!(end.reason_header, None);
    let (id, _, mut dialog) = rig.connected_in("<sip:1002@pbx.example.com>");
    let long = format!("SIP;cause=200;text=\"{}\"", "a".repeat(300));
    rig.far_bye(&mut dialog, Some(&long));
    let end = rig.row(&id).end.clone().expect("an end");
    assert_eq!(end.reason_header.map(|text| text.len()), Some(128));
}

#[test]
fn what_the_engine_writes_itself_can_be_no_header_of_an_account() {
    for name in alo_sip::RESERVED_HEADERS {
        let header = ExtraHeader {
            name: (*name).to_owned(),
            value: "1".to_owned(),
        };
        assert!(!header.may_be_sent(), "{name}");
    }
}

/// The server names the far end of a call that is up, as after a transfer.
fn named_anew(rig: &mut Rig, dialog: &mut Dialog, headers: &[(&str, &str)]) {
    let mut update = dialog.next_request(Method::Update);
    for (name, value) in headers {
        update.headers.push(name, *value);
    }
    rig.server_says(&update.to_bytes());
    rig.response(200);
}

const LAN: (&str, &str) = (
    "P-Asserted-Identity",
    "\"Lan\" <sip:0987654321@pbx.example.com>",
);

#[test]
fn whom_the_server_connects_us_to_in_a_call_is_shown_and_stored() {
    let mut rig = Rig::registered();
    let (id, _, mut dialog) = rig.connected_in("\"Desk\" <sip:1900@pbx.example.com>");
    let trunk = ("P-Asserted-Identity", "<sip:2000@pbx.example.com>");
    named_anew(&mut rig, &mut dialog, &[trunk]);
    assert_eq!(rig.call(&id).number, "1900", "its first word on a caller");
    named_anew(&mut rig, &mut dialog, &[LAN]);
    let call = rig.call(&id);
    assert_eq!(
        (call.number.as_str(), call.name.as_deref()),
        ("0987654321", Some("Lan"))
    );
    assert_eq!(rig.row(&id).number, "0987654321");
    // Whom we called stays what is dialled again.
    let (id, _, mut dialog) = rig.connected_out("19001234");
    let desk = ("P-Asserted-Identity", "<sip:1900@pbx.example.com>");
    named_anew(&mut rig, &mut dialog, &[desk]);
    assert_eq!(
        rig.call(&id).number,
        "19001234",
        "another name of whom we called"
    );
    named_anew(&mut rig, &mut dialog, &[LAN]);
    assert_eq!(rig.call(&id).number, "0987654321");
    assert_eq!(rig.row(&id).number, "19001234");
}

#[test]
fn a_server_that_names_nobody_else_changes_nothing() {
    for headers in [
        &[][..],
        // The same in another spelling.
        &[("P-Asserted-Identity", "<tel:+84912345678>")],
        // We ourselves.
        &[("P-Asserted-Identity", "<sip:1001@pbx.example.com>")],
        // Who asks not to be shown.
        &[LAN, ("Privacy", "id")],
        &[("Remote-Party-ID", "<sip:0987654321@h>;screen=no")],
    ] {
        let mut rig = Rig::registered();
        let (id, _, mut dialog) = rig.connected_in("\"Minh\" <sip:0912345678@pbx.example.com>");
        let minh = ("P-Asserted-Identity", "<sip:0912345678@pbx.example.com>");
        named_anew(&mut rig, &mut dialog, &[minh]);
        named_anew(&mut rig, &mut dialog, headers);
        let call = rig.call(&id);
        assert_eq!(
            (call.number.as_str(), call.name.as_deref()),
            ("0912345678", Some("Minh")),
            "{headers:?}"
        );
    }
}

#[test]
fn a_far_end_that_the_server_named_otherwise_from_the_start_is_nobody_else() {
    let mut rig = Rig::registered();
    let (id, media, invite) = rig.call_out("19001234");
    let mut dialog = Dialog::of_ours(&invite, "far");
    let mut ok = invite.response(200, "", Some("far"));
    ok.headers.push("Contact", "<sip:far@192.0.2.1:5060>");
    ok.headers.push(LAN.0, LAN.1);
    ok.set_body("application/sdp", sdp("far", "sendrecv"));
    rig.server_says(&ok.to_bytes());
    rig.request("ACK");
    rig.apply_answer(media, false);
    named_anew(&mut rig, &mut dialog, &[LAN]);
    assert_eq!(rig.call(&id).number, "19001234");
    let minh = ("P-Asserted-Identity", "<sip:0912345678@pbx.example.com>");
    named_anew(&mut rig, &mut dialog, &[minh]);
    assert_eq!(rig.call(&id).number, "0912345678");
}

#[test]
fn who_withheld_the_number_is_not_uncovered_by_a_refresh_that_leaves_privacy_out() {
    let mut rig = Rig::registered();
    let headers = [("Privacy", "id"), LAN];
    let mut dialog = rig.invite_in_with(NOBODY, Some(&sdp("far", "sendrecv")), &headers);
    let id = rig.newest_call();
    rig.response(180);
    let answer = Command::Answer { call: id.clone() };
    assert_eq!(rig.command(answer), None);
    let media = rig.new_media();
    rig.answer_ready(media);
    let ok = rig.response(200);
    rig.acknowledge(&mut dialog, &ok);
    named_anew(&mut rig, &mut dialog, &[LAN]);
    let call = rig.call(&id);
    assert_eq!((call.number.as_str(), call.name.as_deref()), ("", None));
    assert_eq!(rig.row(&id).number, "");
}
