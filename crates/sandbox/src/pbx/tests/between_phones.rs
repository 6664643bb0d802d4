//! Calls between registered phones.

use super::*;

/// 1001 calls 1002, who has the given phones; gives the caller's dialog and each phone's.
fn ring(net: &mut Net, caller: &mut Phone, callees: &[&Phone]) -> (Dialog, Vec<Dialog>) {
    let dialog = caller.call(net, "1002", Some(OFFER));
    let rung = callees.iter().map(|phone| {
        let invite = net.expect_request(phone, "INVITE");
        assert_eq!(invite.sdp(), Some(OFFER));
        phone.incoming(&invite)
    });
    let rung = rung.collect();
    (dialog, rung)
}

#[test]
fn sdp_is_passed_through_and_either_side_may_hang_up() {
    let mut net = Net::new();
    let mut a = Phone::registered(&mut net, 1, "1001");
    let mut b = Phone::registered(&mut net, 2, "1002");
    let (mut dialog, rung) = ring(&mut net, &mut a, &[&b]);
    let theirs = rung[0].clone();
    assert!(
        theirs
            .remote
            .contains("\"Lan\" <sip:1001@sandbox.alo.test>")
    );
    net.expect_silence(&a);
    b.respond(&mut net, &theirs, &theirs.invite, 180, None);
    net.expect_status(&a, 180);
    b.respond(&mut net, &theirs, &theirs.invite, 200, Some(ANSWER));
    let ok = net.expect_status(&a, 200);
    assert_eq!(ok.sdp(), Some(ANSWER));
    net.expect_request(&b, "ACK");
    Phone::learn(&mut dialog, &ok);
    a.ack(&mut net, &dialog, &ok, None);
    assert_eq!(net.last_call()["answered_by"], "1002");

    // Hold: the offer goes there, the answer comes back.
    let hold = a
        .in_dialog(&dialog, "INVITE")
        .with_body("application/sdp", "hold");
    net.receive(a.conn, &hold);
    net.expect_status(&a, 100);
    let passed = net.expect_request(&b, "INVITE");
    assert_eq!(passed.sdp(), Some("hold"));
    b.respond(&mut net, &theirs, &passed, 200, Some("held"));
    let held = net.expect_status(&a, 200);
    assert_eq!(held.sdp(), Some("held"));
    net.expect_request(&b, "ACK");
    a.ack(&mut net, &dialog, &held, None);

    // A transfer is the phones' affair.
    let refer = b
        .in_dialog(&theirs, "REFER")
        .with("Refer-To", "<sip:600@sandbox.alo.test>");
    net.receive(b.conn, &refer);
    let passed = net.expect_request(&a, "REFER");
    assert_eq!(passed.get("Refer-To"), Some("<sip:600@sandbox.alo.test>"));
    a.respond(&mut net, &dialog, &passed, 202, None);
    net.expect_status(&b, 202);

    let bye = b.in_dialog(&theirs, "BYE").with("Reason", "Q.850;cause=16");
    net.receive(b.conn, &bye);
    net.expect_status(&b, 200);
    assert_eq!(
        net.expect_request(&a, "BYE").get("Reason"),
        Some("Q.850;cause=16")
    );
    assert_eq!(net.last_call()["end"]["by"], "callee");
    net.wait(120_000);
    net.expect_silence(&b);
}

#[test]
fn the_phones_that_lose_are_told_that_the_call_was_completed_elsewhere() {
    let mut net = Net::new();
    let mut a = Phone::registered(&mut net, 1, "1001");
    let desk = Phone::registered(&mut net, 2, "1002");
    let mobile = Phone::registered(&mut net, 3, "1002");
    let silent = Phone::registered(&mut net, 4, "1002");
    let (_, rung) = ring(&mut net, &mut a, &[&desk, &mobile, &silent]);
    desk.respond(&mut net, &rung[0], &rung[0].invite, 180, None);
    mobile.respond(&mut net, &rung[1], &rung[1].invite, 180, None);
    mobile.respond(&mut net, &rung[1], &rung[1].invite, 200, Some(ANSWER));
    net.expect_status(&a, 180);
    net.expect_status(&a, 200);
    let completed = "SIP;cause=200;text=\"Call completed elsewhere\"";
    let cancel = net.expect_request(&desk, "CANCEL");
    assert_eq!(cancel.get("Reason"), Some(completed));
    assert_eq!(cancel.branch(), rung[0].invite.branch());
    // RFC 3261 §9.1: no CANCEL before the phone has answered anything.
    net.expect_silence(&silent);
    silent.respond(&mut net, &rung[2], &rung[2].invite, 180, None);
    assert_eq!(
        net.expect_request(&silent, "CANCEL").get("Reason"),
        Some(completed)
    );
    desk.respond(&mut net, &rung[0], &rung[0].invite, 487, None);
    net.expect_request(&desk, "ACK");
    assert_eq!(net.last_call()["state"], "answered");
}

#[test]
fn an_answer_that_crosses_the_cancel_is_taken_and_hung_up() {
    let mut net = Net::new();
    let mut a = Phone::registered(&mut net, 1, "1001");
    let b = Phone::registered(&mut net, 2, "1002");
    let (dialog, rung) = ring(&mut net, &mut a, &[&b]);
    b.respond(&mut net, &rung[0], &rung[0].invite, 180, None);
    net.expect_status(&a, 180);
    let reason = Some("SIP;cause=487;text=\"changed my mind\"");
    net.receive(a.conn, &leg::cancel_of(&dialog.invite, reason));
    net.expect_status(&a, 200);
    net.expect_status(&a, 487);
    assert_eq!(net.expect_request(&b, "CANCEL").get("Reason"), reason);
    b.respond(&mut net, &rung[0], &rung[0].invite, 200, Some(ANSWER));
    net.expect_request(&b, "ACK");
    net.expect_request(&b, "BYE");
    net.expect_silence(&a);
}

#[test]
fn the_best_refusal_is_passed_on_when_all_phones_have_refused() {
    let mut net = Net::new();
    let mut a = Phone::registered(&mut net, 1, "1001");
    let b = Phone::registered(&mut net, 2, "1002");
    let c = Phone::registered(&mut net, 3, "1002");
    let (_, rung) = ring(&mut net, &mut a, &[&b, &c]);
    b.respond(&mut net, &rung[0], &rung[0].invite, 486, None);
    net.expect_request(&b, "ACK");
    net.expect_silence(&a);
    c.respond(&mut net, &rung[1], &rung[1].invite, 500, None);
    net.expect_status(&a, 486);
    net.expect_request(&c, "ACK");

    // A 603 speaks for all phones at once.
    let (_, rung) = ring(&mut net, &mut a, &[&b, &c]);
    c.respond(&mut net, &rung[1], &rung[1].invite, 180, None);
    b.respond(&mut net, &rung[0], &rung[0].invite, 603, None);
    net.expect_status(&a, 180);
    net.expect_status(&a, 603);
    net.expect_request(&b, "ACK");
    let cancel = net.expect_request(&c, "CANCEL");
    assert_eq!(
        cancel.get("Reason"),
        Some("SIP;cause=603;text=\"Declined\"")
    );
}

#[test]
fn nobody_there_or_nobody_answering_is_480_and_ones_own_number_is_busy() {
    let mut net = Net::new();
    let mut a = Phone::registered(&mut net, 1, "1001");
    a.call(&mut net, "1002", Some(OFFER));
    net.expect_status(&a, 480);
    a.call(&mut net, "1001", Some(OFFER));
    net.expect_status(&a, 486);

    let b = Phone::registered(&mut net, 2, "1002");
    let (_, rung) = ring(&mut net, &mut a, &[&b]);
    b.respond(&mut net, &rung[0], &rung[0].invite, 180, None);
    net.expect_status(&a, 180);
    net.wait(60_000);
    // The repeated 180 comes first.
    let mut last = net.next(&a);
    if status_of(&last) == 180 {
        last = net.next(&a);
    }
    assert_eq!(status_of(&last), 480);
    net.expect_request(&b, "CANCEL");
}

#[test]
fn without_an_offer_the_callees_offer_and_the_callers_answer_are_passed_on() {
    let mut net = Net::new();
    let mut a = Phone::registered(&mut net, 1, "1001");
    let b = Phone::registered(&mut net, 2, "1002");
    let mut dialog = a.call(&mut net, "1002", None);
    let invite = net.expect_request(&b, "INVITE");
    let theirs = b.incoming(&invite);
    b.respond(&mut net, &theirs, &invite, 200, Some(OFFER));
    let ok = net.expect_status(&a, 200);
    assert_eq!(ok.sdp(), Some(OFFER));
    net.expect_silence(&b);
    Phone::learn(&mut dialog, &ok);
    a.ack(&mut net, &dialog, &ok, Some(ANSWER));
    assert_eq!(net.expect_request(&b, "ACK").sdp(), Some(ANSWER));
    // A 200 that comes again gets the same ACK again.
    b.respond(&mut net, &theirs, &invite, 200, Some(OFFER));
    assert_eq!(net.expect_request(&b, "ACK").sdp(), Some(ANSWER));
}

#[test]
fn a_request_that_the_other_phone_never_answers_ends_in_408() {
    let mut net = Net::new();
    let mut a = Phone::registered(&mut net, 1, "1001");
    let b = Phone::registered(&mut net, 2, "1002");
    let (mut dialog, rung) = ring(&mut net, &mut a, &[&b]);
    b.respond(&mut net, &rung[0], &rung[0].invite, 200, Some(ANSWER));
    let ok = net.expect_status(&a, 200);
    Phone::learn(&mut dialog, &ok);
    a.ack(&mut net, &dialog, &ok, None);
    let info = a
        .in_dialog(&dialog, "INFO")
        .with_body("application/dtmf", "1");
    net.receive(a.conn, &info);
    net.wait(31_999);
    net.expect_silence(&a);
    net.wait(1);
    net.expect_status(&a, 408);
}
