//! Registration, and sockets that come and go.

use super::*;

#[test]
fn a_phone_registers_after_a_challenge_and_is_forgotten_when_its_time_is_over() {
    let mut net = Net::new();
    let mut phone = Phone::connect(&mut net, 1, "1001");
    let response = phone.try_register(&mut net, DOMAIN, 60);
    assert_eq!(status_of(&response), 200);
    let contact = response.get("Contact").expect("the binding");
    assert!(
        contact.contains(&phone.contact) && contact.contains("expires=60"),
        "{contact}"
    );
    assert_eq!(net.state()["registrations"][0]["expires_in"], 60);
    net.wait(59_999);
    assert_eq!(net.state()["registrations"][0]["user"], "1001");
    net.wait(1);
    assert_eq!(net.state()["registrations"], serde_json::json!([]));
    assert_eq!(net.pbx.next_timeout(), None);
}

#[test]
fn what_is_wrong_with_an_account_can_be_told_apart() {
    let mut net = Net::new();
    let mut phone = Phone::connect(&mut net, 1, "1001");
    phone.password = "wrong".to_owned();
    assert_eq!(status_of(&phone.try_register(&mut net, DOMAIN, 60)), 401);
    phone.password = "alo-1001".to_owned();
    assert_eq!(
        status_of(&phone.try_register(&mut net, "elsewhere.example", 60)),
        404
    );
    let mut blocked = Phone::connect(&mut net, 2, "1099");
    assert_eq!(status_of(&blocked.try_register(&mut net, DOMAIN, 60)), 403);
    assert_eq!(net.state()["registrations"], serde_json::json!([]));
}

#[test]
fn nobody_registers_another_users_number() {
    let mut net = Net::new();
    let mut phone = Phone::connect(&mut net, 1, "1001");
    let aor = format!("<sip:1002@{DOMAIN}>");
    let uri = format!("sip:{DOMAIN}");
    let mut request = phone.request("REGISTER", &uri, &aor, &aor, "r");
    request.push("Contact", "<sip:x@phone.invalid>");
    assert_eq!(
        status_of(&phone.send_with_credentials(&mut net, request, &uri)),
        403
    );
}

#[test]
fn a_ping_gets_its_pong_and_nonsense_gets_nothing() {
    let mut net = Net::new();
    let mut phone = Phone::connect(&mut net, 1, "1001");
    net.pbx.received(phone.conn, "\r\n\r\n", net.now);
    let pong = Effect::Send(phone.conn, "\r\n".to_owned());
    assert_eq!(net.pbx.drain().collect::<Vec<_>>(), [pong]);
    for text in [
        "\r\n",
        "hello",
        "",
        "SIP/2.0 200 OK\r\n\r\n",
        "BYE sip:x SIP/2.0\r\n\r\n",
    ] {
        net.pbx.received(phone.conn, text, net.now);
    }
    assert_eq!(net.pbx.drain().count(), 0);
    assert_eq!(
        net.state()["dropped_frames"],
        3,
        "blank lines are no frames"
    );
    // What can be answered is: here the tag is missing.
    let mut bad = Message::request("OPTIONS", "sip:x");
    for (name, value) in phone
        .request("OPTIONS", "sip:x", "<sip:a@b>", "<sip:x>", "c")
        .headers()
    {
        bad.push(name, if name == "From" { "<sip:a@b>" } else { value });
    }
    net.pbx.received(phone.conn, &bad.to_string(), net.now);
    net.collect();
    net.expect_status(&phone, 400);
}

#[test]
fn a_call_outlives_its_socket_when_the_phone_comes_back() {
    let mut net = Net::new();
    let mut phone = Phone::registered(&mut net, 1, "1001");
    let (dialog, call) = phone.talk_to(&mut net, "600");
    net.pbx.closed(phone.conn, net.now);
    net.wait(30_000);
    assert_eq!(net.last_call()["state"], "answered");
    // The same phone, another socket and contact.
    let mut back = Phone::connect(&mut net, 2, "1001");
    back.instance.clone_from(&phone.instance);
    back.register(&mut net, 600);
    net.wait(60_000);
    assert_eq!(net.last_call()["state"], "answered");
    net.pbx
        .end_by_api(call, EndHow::HangUp, net.now)
        .expect("running");
    net.collect();
    let bye = net.expect_request(&back, "BYE");
    assert_eq!(
        bye.start,
        Start::Request {
            method: "BYE".to_owned(),
            uri: back.contact.clone()
        }
    );
    assert_eq!(bye.get("Call-ID"), Some(dialog.call_id.as_str()));
}

#[test]
fn a_request_in_the_dialog_brings_the_call_to_the_new_socket_too() {
    let mut net = Net::new();
    let mut phone = Phone::registered(&mut net, 1, "1001");
    let (dialog, _) = phone.talk_to(&mut net, "600");
    net.pbx.closed(phone.conn, net.now);
    net.pbx.opened(ConnId(2), net.now);
    phone.conn = ConnId(2);
    phone.hang_up(&mut net, &dialog);
    assert_eq!(net.last_call()["end"]["by"], "caller");
}

#[test]
fn a_phone_that_does_not_come_back_loses_its_call() {
    let mut net = Net::new();
    let mut phone = Phone::registered(&mut net, 1, "1001");
    let (_, call) = phone.talk_to(&mut net, "600");
    net.pbx.closed(phone.conn, net.now);
    net.wait(60_000);
    assert_eq!(net.last_call()["end"]["reason"], "socket lost");
    assert_eq!(net.expect_media(), (call, MediaCommand::Close));
}

#[test]
fn a_caller_whose_socket_goes_while_it_rings_stops_the_ringing() {
    let mut net = Net::new();
    let mut a = Phone::registered(&mut net, 1, "1001");
    let b = Phone::registered(&mut net, 2, "1002");
    a.call(&mut net, "1002", Some(OFFER));
    let invite = net.expect_request(&b, "INVITE");
    b.respond(&mut net, &b.incoming(&invite), &invite, 180, None);
    net.expect_status(&a, 180);
    net.pbx.closed(a.conn, net.now);
    net.collect();
    net.expect_request(&b, "CANCEL");
}

#[test]
fn a_callee_whose_socket_goes_is_out_of_reach() {
    let mut net = Net::new();
    let mut a = Phone::registered(&mut net, 1, "1001");
    let b = Phone::registered(&mut net, 2, "1002");
    a.call(&mut net, "1002", Some(OFFER));
    net.expect_request(&b, "INVITE");
    net.pbx.closed(b.conn, net.now);
    net.collect();
    net.expect_status(&a, 480);
}

#[test]
fn sockets_are_closed_on_demand_and_all_calls_end_with_the_program() {
    let mut net = Net::new();
    let mut phone = Phone::registered(&mut net, 1, "1001");
    Phone::registered(&mut net, 2, "1002");
    phone.talk_to(&mut net, "605");
    assert_eq!(net.pbx.drop_connections(Some("1002"), net.now), 1);
    assert_eq!(net.pbx.drop_connections(None, net.now), 2);
    net.collect();
    assert_eq!(net.closed, [ConnId(2), ConnId(1), ConnId(2)]);
    net.pbx.shut_down(net.now);
    net.collect();
    net.expect_request(&phone, "BYE");
}

#[test]
fn the_trace_shows_messages_but_no_credentials() {
    let mut net = Net::new();
    Phone::registered(&mut net, 1, "1001");
    let trace = net.pbx.trace_text();
    assert!(trace.contains("REGISTER sip:sandbox.alo.test") && trace.contains("SIP/2.0 200 OK"));
    assert!(trace.contains("(cut)") && !trace.contains("response="));
}
