//! Calls to the sandbox's own numbers.

use super::*;

#[test]
fn any_phone_number_rings_answers_with_sound_and_is_hung_up() {
    let mut net = Net::new();
    let mut phone = Phone::registered(&mut net, 1, "1001");
    let mut dialog = phone.call(&mut net, "0912345678", Some(OFFER));
    let call = net.media_answers();
    net.wait(0);
    net.expect_status(&phone, 180);
    net.wait(999);
    net.expect_silence(&phone);
    net.wait(1);
    let ok = net.expect_status(&phone, 200);
    assert_eq!(ok.sdp(), Some(ANSWER));
    assert_eq!(net.expect_media(), (call, MediaCommand::Play(Sound::Echo)));
    Phone::learn(&mut dialog, &ok);
    phone.ack(&mut net, &dialog, &ok, None);
    assert_eq!(net.last_call()["state"], "answered");

    phone.hang_up(&mut net, &dialog);
    assert_eq!(net.expect_media(), (call, MediaCommand::Close));
    assert_eq!(net.last_call()["end"]["by"], "caller");
    net.wait(120_000);
    net.expect_silence(&phone);
}

#[test]
fn a_200_comes_again_in_growing_intervals_until_it_is_acknowledged() {
    let mut net = Net::new();
    let mut phone = Phone::registered(&mut net, 1, "1001");
    let mut dialog = phone.call(&mut net, "600", Some(OFFER));
    net.media_answers();
    net.wait(1000);
    net.expect_status(&phone, 180);
    let ok = net.expect_status(&phone, 200);
    // RFC 3261 §13.3.1.4: T1, doubled each time up to T2.
    for interval in [500, 1000, 2000, 4000, 4000] {
        net.wait(interval - 1);
        net.expect_silence(&phone);
        net.wait(1);
        assert_eq!(net.expect_status(&phone, 200), ok);
    }
    Phone::learn(&mut dialog, &ok);
    phone.ack(&mut net, &dialog, &ok, None);
    net.wait(60_000);
    net.expect_silence(&phone);
}

#[test]
fn a_200_that_is_never_acknowledged_ends_in_a_bye() {
    let mut net = Net::new();
    let mut phone = Phone::registered(&mut net, 1, "1001");
    phone.call(&mut net, "600", Some(OFFER));
    net.media_answers();
    net.wait(1000 + 32_000);
    net.sent
        .retain(|(_, message)| matches!(message.start, Start::Request { .. }));
    net.expect_request(&phone, "BYE");
    assert_eq!(net.last_call()["end"]["reason"], "no ACK");
}

#[test]
fn refusals_carry_their_status_and_the_field_that_explains_it() {
    for (number, status, field) in [
        ("602", 486, None),
        ("603", 603, None),
        ("606", 488, None),
        ("607", 404, None),
        (
            "609",
            480,
            Some(("Reason", "Q.850;cause=20;text=\"Subscriber absent\"")),
        ),
        ("610", 503, Some(("Retry-After", "30"))),
        ("615", 302, Some(("Contact", "<sip:600@sandbox.alo.test>"))),
        ("lan", 404, None),
        ("*21*0912345678%23", 404, None),
    ] {
        let mut net = Net::new();
        let mut phone = Phone::registered(&mut net, 1, "1001");
        let dialog = phone.call(&mut net, number, Some(OFFER));
        net.wait(2000);
        let mut response = net.next(&phone);
        if status_of(&response) == 180 {
            response = net.next(&phone);
        }
        assert_eq!(status_of(&response), status, "{number}");
        if let Some((name, value)) = field {
            assert_eq!(response.all(name).collect::<Vec<_>>(), [value], "{number}");
        }
        net.receive(phone.conn, &leg::ack_of_failure(&dialog.invite, &response));
        net.wait(60_000);
        net.expect_silence(&phone);
        assert_eq!(net.last_call()["end"]["status"], status);
    }
}

#[test]
fn a_cancelled_call_gets_200_for_the_cancel_and_487_for_the_invite() {
    let mut net = Net::new();
    let mut phone = Phone::registered(&mut net, 1, "1001");
    let dialog = phone.call(&mut net, "601", Some(OFFER));
    net.wait(0);
    net.expect_status(&phone, 180);
    net.wait(60_000);
    net.expect_status(&phone, 180);
    net.receive(phone.conn, &leg::cancel_of(&dialog.invite, None));
    assert_eq!(net.expect_status(&phone, 200).method(), "CANCEL");
    assert_eq!(net.expect_status(&phone, 487).method(), "INVITE");
    net.receive(phone.conn, &leg::cancel_of(&dialog.invite, None));
    net.expect_status(&phone, 481);
    assert_eq!(net.last_call()["end"]["by"], "caller");
}

#[test]
fn early_media_comes_in_a_183_and_the_answer_later() {
    let mut net = Net::new();
    let mut phone = Phone::registered(&mut net, 1, "1001");
    phone.call(&mut net, "604", Some(OFFER));
    let call = net.media_answers();
    net.wait(0);
    assert_eq!(net.expect_status(&phone, 183).sdp(), Some(ANSWER));
    assert_eq!(
        net.expect_media(),
        (call, MediaCommand::Play(Sound::Tone425))
    );
    assert_eq!(net.last_call()["state"], "early-media");
    net.wait(4000);
    assert_eq!(net.expect_status(&phone, 200).sdp(), Some(ANSWER));
    assert_eq!(net.expect_media(), (call, MediaCommand::Play(Sound::Echo)));
}

#[test]
fn an_offer_that_media_cannot_take_is_answered_488() {
    let mut net = Net::new();
    let mut phone = Phone::registered(&mut net, 1, "1001");
    phone.call(&mut net, "600", Some("no sdp at all"));
    let (call, _) = net.expect_media();
    net.media_event(call, MediaEvent::Failed("no audio".to_owned()));
    let refusal = net.expect_status(&phone, 488);
    assert!(
        refusal
            .get("Warning")
            .is_some_and(|warning| warning.contains("no audio"))
    );
}

#[test]
fn without_an_offer_the_200_brings_one_and_the_ack_the_answer() {
    let mut net = Net::new();
    let mut phone = Phone::registered(&mut net, 1, "1001");
    let mut dialog = phone.call(&mut net, "600", None);
    let (call, command) = net.expect_media();
    assert_eq!(command, MediaCommand::Offer);
    net.media_event(call, MediaEvent::Offer(OFFER.to_owned()));
    net.wait(1000);
    net.expect_status(&phone, 180);
    let ok = net.expect_status(&phone, 200);
    assert_eq!(ok.sdp(), Some(OFFER));
    net.media.clear();
    Phone::learn(&mut dialog, &ok);
    phone.ack(&mut net, &dialog, &ok, Some(ANSWER));
    assert_eq!(
        net.expect_media(),
        (call, MediaCommand::Answered(ANSWER.to_owned()))
    );
}

#[test]
fn the_phone_may_hold_and_a_second_re_invite_meanwhile_gets_491() {
    let mut net = Net::new();
    let mut phone = Phone::registered(&mut net, 1, "1001");
    let (dialog, call) = phone.talk_to(&mut net, "600");
    let hold = phone
        .in_dialog(&dialog, "INVITE")
        .with_body("application/sdp", OFFER);
    net.receive(phone.conn, &hold);
    net.expect_status(&phone, 100);
    let second = phone
        .in_dialog(&dialog, "INVITE")
        .with_body("application/sdp", OFFER);
    net.receive(phone.conn, &second);
    net.expect_status(&phone, 491);
    assert_eq!(net.media_answers(), call);
    let ok = net.expect_status(&phone, 200);
    assert_eq!((ok.sdp(), ok.cseq()), (Some(ANSWER), hold.cseq()));
    phone.ack(&mut net, &dialog, &ok, None);

    let update = phone
        .in_dialog(&dialog, "UPDATE")
        .with_body("application/sdp", OFFER);
    net.receive(phone.conn, &update);
    net.media_answers();
    assert_eq!(net.expect_status(&phone, 200).sdp(), Some(ANSWER));
    net.wait(60_000);
    net.expect_silence(&phone);
}

#[test]
fn the_sandbox_holds_by_re_invite_and_lets_go_when_the_phone_refuses() {
    let mut net = Net::new();
    let mut phone = Phone::registered(&mut net, 1, "1001");
    let (dialog, call) = phone.talk_to(&mut net, "611");
    net.wait(3000);
    assert_eq!(net.expect_media(), (call, MediaCommand::Hold(true)));
    net.media_event(call, MediaEvent::Offer("hold".to_owned()));
    let reinvite = net.expect_request(&phone, "INVITE");
    assert_eq!(reinvite.sdp(), Some("hold"));
    phone.respond(&mut net, &dialog, &reinvite, 200, Some(ANSWER));
    net.expect_request(&phone, "ACK");
    assert_eq!(
        net.expect_media(),
        (call, MediaCommand::Answered(ANSWER.to_owned()))
    );

    net.wait(3000);
    assert_eq!(net.expect_media(), (call, MediaCommand::Hold(false)));
    net.media_event(call, MediaEvent::Offer("back".to_owned()));
    let reinvite = net.expect_request(&phone, "INVITE");
    phone.respond(&mut net, &dialog, &reinvite, 491, None);
    net.expect_request(&phone, "ACK");
    assert_eq!(net.expect_media(), (call, MediaCommand::OfferRefused));
    assert_eq!(net.last_call()["state"], "answered");
    phone.hang_up(&mut net, &dialog);
}

#[test]
fn digits_are_collected_from_media_and_from_info() {
    let mut net = Net::new();
    let mut phone = Phone::registered(&mut net, 1, "1001");
    let (dialog, call) = phone.talk_to(&mut net, "612");
    net.media_event(call, MediaEvent::Connected);
    net.media_event(call, MediaEvent::Packets(50, 40));
    for digit in "12#".chars() {
        net.media_event(call, MediaEvent::Digit(digit));
    }
    let info = phone
        .in_dialog(&dialog, "INFO")
        .with_body("application/dtmf-relay", "Signal=7\r\n");
    net.receive(phone.conn, &info);
    net.expect_status(&phone, 200);
    let view = net.last_call();
    assert_eq!(view["digits"], "12#7");
    assert_eq!(view["digit_details"][3]["via"], "info");
    assert_eq!(view["media"]["packets_received"], 50);
}

#[test]
fn the_far_end_hangs_up_with_a_reason() {
    let mut net = Net::new();
    let mut phone = Phone::registered(&mut net, 1, "1001");
    let (dialog, _) = phone.talk_to(&mut net, "608");
    net.wait(5000);
    let bye = net.expect_request(&phone, "BYE");
    assert!(
        bye.get("Reason")
            .is_some_and(|reason| reason.starts_with("Q.850;cause=16"))
    );
    phone.respond(&mut net, &dialog, &bye, 200, None);
    assert_eq!(net.last_call()["end"]["by"], "callee");
    let late = phone.in_dialog(&dialog, "INFO");
    net.receive(phone.conn, &late);
    net.expect_status(&phone, 481);
}

#[test]
fn who_asks_for_what_is_not_there_is_told_so() {
    let mut net = Net::new();
    let mut phone = Phone::registered(&mut net, 1, "1001");
    let uri = format!("sip:600@{DOMAIN}");
    let me = format!("<sip:1001@{DOMAIN}>");
    let mut invite = phone.request("INVITE", &uri, &me, &format!("<{uri}>"), "c1");
    invite.push("Contact", "<sip:x@phone.invalid>");
    invite.push("Require", "100rel, fantasy");
    let refusal = phone.send_with_credentials(&mut net, invite, &uri);
    assert_eq!(status_of(&refusal), 420);
    assert_eq!(refusal.list("Unsupported"), ["100rel", "fantasy"]);

    // Somebody else's number in From.
    let other = format!("<sip:1002@{DOMAIN}>");
    let mut forged = phone.request("INVITE", &uri, &other, &format!("<{uri}>"), "c2");
    forged.push("Contact", "<sip:x@phone.invalid>");
    assert_eq!(
        status_of(&phone.send_with_credentials(&mut net, forged, &uri)),
        403
    );

    for (method, status) in [
        ("SUBSCRIBE", 489),
        ("MESSAGE", 405),
        ("FANTASY", 501),
        ("OPTIONS", 200),
    ] {
        let request = phone.request(method, &uri, &me, &format!("<{uri}>"), "c3");
        net.receive(phone.conn, &request);
        let response = net.expect_status(&phone, status);
        assert!(response.get("Allow").is_some(), "{method}");
    }
}
