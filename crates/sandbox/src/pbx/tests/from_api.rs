//! Calls that the API places.

use super::*;

fn wish(json: &str) -> PlaceCall {
    serde_json::from_str(json).expect("a valid wish")
}

/// Has the PBX call 1001; gives the call and the INVITE.
fn place(net: &mut Net, phone: &Phone, json: &str) -> (CallId, Message) {
    let id = net.pbx.place_call(&wish(json), net.now).expect("placed");
    net.collect();
    assert_eq!(net.expect_media(), (id, MediaCommand::Offer));
    net.media_event(id, MediaEvent::Offer(OFFER.to_owned()));
    (id, net.expect_request(phone, "INVITE"))
}

#[test]
fn the_phone_gets_name_number_and_fields_and_talks_for_as_long_as_asked() {
    let mut net = Net::new();
    let phone = Phone::registered(&mut net, 1, "1001");
    let json = r#"{"to":"1001","from":"+84 912","name":"A \"b\"\r\n<i>","then":"tone",
        "talk_seconds":5,"headers":{"X-Call":"7"}}"#;
    let (id, invite) = place(&mut net, &phone, json);
    let from = invite.get("From").expect("complete");
    assert!(
        from.starts_with(r#""A \"b\"  <i>" <sip:+84%20912@sandbox.alo.test>;tag="#),
        "{from}"
    );
    assert_eq!(
        (invite.get("X-Call"), invite.sdp()),
        (Some("7"), Some(OFFER))
    );
    let dialog = phone.incoming(&invite);
    phone.respond(&mut net, &dialog, &invite, 180, None);
    assert_eq!(net.last_call()["state"], "ringing");
    phone.respond(&mut net, &dialog, &invite, 200, Some(ANSWER));
    net.expect_request(&phone, "ACK");
    assert_eq!(
        net.expect_media(),
        (id, MediaCommand::Answered(ANSWER.to_owned()))
    );
    assert_eq!(net.expect_media(), (id, MediaCommand::Play(Sound::Tone440)));
    net.wait(4999);
    net.expect_silence(&phone);
    net.wait(1);
    net.expect_request(&phone, "BYE");
    assert_eq!(net.last_call()["end"]["by"], "caller");
}

#[test]
fn unanswered_calls_are_given_up_in_the_way_that_was_asked_for() {
    for (how, reason) in [
        ("gives-up", None),
        (
            "elsewhere",
            Some("SIP;cause=200;text=\"Call completed elsewhere\""),
        ),
        (
            "declined-elsewhere",
            Some("SIP;cause=603;text=\"Declined\""),
        ),
    ] {
        let mut net = Net::new();
        let phone = Phone::registered(&mut net, 1, "1001");
        let json = format!(r#"{{"to":"1001","ring_seconds":2.5,"unanswered":"{how}"}}"#);
        let (_, invite) = place(&mut net, &phone, &json);
        let dialog = phone.incoming(&invite);
        phone.respond(&mut net, &dialog, &invite, 180, None);
        net.wait(2499);
        net.expect_silence(&phone);
        net.wait(1);
        assert_eq!(
            net.expect_request(&phone, "CANCEL").get("Reason"),
            reason,
            "{how}"
        );
        phone.respond(&mut net, &dialog, &invite, 487, None);
        net.expect_request(&phone, "ACK");
        assert_eq!(net.last_call()["end"]["by"], "caller");
    }
}

#[test]
fn a_test_may_end_a_call_at_the_moment_it_likes() {
    let mut net = Net::new();
    let phone = Phone::registered(&mut net, 1, "1001");
    let (id, invite) = place(&mut net, &phone, r#"{"to":"1001"}"#);
    let dialog = phone.incoming(&invite);
    phone.respond(&mut net, &dialog, &invite, 180, None);
    net.pbx
        .end_by_api(id, EndHow::Elsewhere, net.now)
        .expect("running");
    net.collect();
    assert!(net.expect_request(&phone, "CANCEL").get("Reason").is_some());
    let again = net.pbx.end_by_api(id, EndHow::HangUp, net.now);
    assert_eq!(again, Err(ApiError::UnknownCall));
}

#[test]
fn a_phone_may_decline() {
    let mut net = Net::new();
    let phone = Phone::registered(&mut net, 1, "1001");
    let (_, invite) = place(&mut net, &phone, r#"{"to":"1001"}"#);
    let dialog = phone.incoming(&invite);
    phone.respond(&mut net, &dialog, &invite, 486, None);
    net.expect_request(&phone, "ACK");
    let view = net.last_call();
    assert_eq!(
        (&view["end"]["by"], &view["end"]["status"]),
        (&"callee".into(), &486.into())
    );
    net.wait(60_000);
    net.expect_silence(&phone);
}

#[test]
fn wishes_that_make_no_sense_are_refused() {
    let mut net = Net::new();
    let refused = |net: &mut Net, json: &str| net.pbx.place_call(&wish(json), net.now).err();
    assert_eq!(
        refused(&mut net, r#"{"to":"nobody"}"#),
        Some(ApiError::UnknownUser)
    );
    assert_eq!(
        refused(&mut net, r#"{"to":"1001"}"#),
        Some(ApiError::NotRegistered)
    );
    Phone::registered(&mut net, 1, "1001");
    for json in [
        r#"{"to":"1001","ring_seconds":0}"#,
        r#"{"to":"1001","talk_seconds":1e9}"#,
        r#"{"to":"1001","headers":{"Via":"x"}}"#,
        r#"{"to":"1001","headers":{"X y":"x"}}"#,
    ] {
        assert_eq!(refused(&mut net, json), Some(ApiError::BadField), "{json}");
    }
    assert!(serde_json::from_str::<PlaceCall>(r#"{"to":"1001","typo":1}"#).is_err());
}
