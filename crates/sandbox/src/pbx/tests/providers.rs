//! What each provider's calls carry, and what its records say of them.

use super::super::record::Link;
use super::*;

impl Net {
    /// The last thing that a provider was told.
    fn record(&self) -> &CallRecord {
        self.records.last().expect("a record")
    }

    fn link(&self) -> &Link {
        &self.record().link
    }

    /// Calls a user's phone from outside; the INVITE that comes there.
    fn call_in(&mut self, phone: &Phone, json: &str) -> Message {
        let wish: PlaceCall = serde_json::from_str(json).expect("a valid wish");
        let id = self.pbx.place_call(&wish, self.now).expect("placed");
        self.collect();
        assert_eq!(self.expect_media(), (id, MediaCommand::Offer));
        self.media_event(id, MediaEvent::Offer(OFFER.to_owned()));
        self.expect_request(phone, "INVITE")
    }
}

#[test]
fn a_user_registers_under_its_providers_domain_only_and_is_asked_for_that_realm() {
    let mut net = Net::new();
    let mut phone = Phone::connect(&mut net, 1, "2001");
    let stranger = phone.try_register(&mut net, DOMAIN, 600);
    assert_eq!(status_of(&stranger), 404);
    let request = phone
        .request(
            "REGISTER",
            "sip:saomai",
            "<sip:2001@saomai>",
            "<sip:2001@saomai>",
            "r",
        )
        .with("Contact", "<sip:x@phone.invalid>");
    net.receive(phone.conn, &request);
    let challenge = net.expect_status(&phone, 401);
    let realm = challenge.get("WWW-Authenticate").expect("a challenge");
    assert!(realm.contains("realm=\"saomai\""), "{realm}");
    phone.register(&mut net, 600);
}

#[test]
fn omicall_names_call_and_hotline_in_every_answer_and_remembers_what_was_sent_along() {
    let mut net = Net::new();
    let mut phone = Phone::registered(&mut net, 1, "2001");
    let fields = [
        ("X-Sip-Number", "842873005678"),
        ("X-User-Data", "{\"order\":42}"),
    ];
    let dialog = phone.call_with(&mut net, "0912345678", Some(OFFER), &fields);
    assert!(net.record().ended.is_none(), "it is known before it rings");
    net.media_answers();
    net.wait(1000);
    let (ringing, ok) = (
        net.expect_status(&phone, 180),
        net.expect_status(&phone, 200),
    );
    for response in [&ringing, &ok] {
        assert_eq!(response.get("Uuid"), Some(net.link().id.as_str()));
        assert_eq!(response.get("Sip-Number"), Some("842873005678"));
    }
    let mut dialog = dialog;
    Phone::learn(&mut dialog, &ok);
    phone.ack(&mut net, &dialog, &ok, None);
    phone.hang_up(&mut net, &dialog);
    let record = net.record().clone();
    assert!(record.answered.is_some() && record.ended.is_some());
    assert_eq!(record.link.direction, Direction::Outbound);
    assert_eq!(
        (record.link.extension.as_str(), record.link.other.as_str()),
        ("2001", "0912345678")
    );
    assert_eq!(record.link.hotline.as_deref(), Some("02873005678"));
    assert_eq!(record.link.user_data.as_deref(), Some("{\"order\":42}"));
}

#[test]
fn a_refusal_names_the_call_too_and_a_strange_hotline_is_passed_over() {
    let mut net = Net::new();
    let mut phone = Phone::registered(&mut net, 1, "2001");
    phone.call_with(
        &mut net,
        "0900000710",
        Some(OFFER),
        &[("X-Sip-Number", "0123456789")],
    );
    net.wait(200);
    let refusal = net.expect_status(&phone, 403);
    let Start::Response { reason, .. } = &refusal.start else {
        panic!("a response")
    };
    assert_eq!(reason, "NO_PACKAGE");
    assert_eq!(refusal.get("Uuid"), Some(net.link().id.as_str()));
    assert_eq!(
        refusal.get("Sip-Number"),
        Some("842473001234"),
        "the user's usual one"
    );
    assert_eq!(
        (net.record().status, net.record().answered),
        (Some(403), None)
    );
}

#[test]
fn a_call_from_outside_comes_with_omicalls_fields_and_the_hotline_that_was_dialled() {
    let mut net = Net::new();
    let phone = Phone::registered(&mut net, 1, "2001");
    let invite = net.call_in(
        &phone,
        r#"{"to":"2001","from":"0912345678","hotline":"02873005678"}"#,
    );
    assert_eq!(invite.get("Uuid"), Some(net.link().id.as_str()));
    assert_eq!(invite.get("Sip-Number"), Some("842873005678"));
    assert_eq!(invite.get("Remote-Phone-Number"), Some("0912345678"));
    let (from, to) = (
        invite.get("From").expect("complete"),
        invite.get("To").expect("complete"),
    );
    assert!(from.contains("<sip:84912345678@saomai>"), "{from}");
    assert!(to.contains("<sip:2001@saomai>"), "{to}");
    assert_eq!(net.link().direction, Direction::Inbound);

    // A test may name the call, and be as hostile as it likes.
    let json = r#"{"to":"2001","from":"anonymous","headers":{"Uuid":"my-own","Sip-Number":"x"}}"#;
    let invite = net.call_in(&phone, json);
    assert_eq!(invite.all("Uuid").collect::<Vec<_>>(), ["my-own"]);
    assert_eq!(invite.all("Sip-Number").collect::<Vec<_>>(), ["x"]);
    assert_eq!(
        (net.link().id.as_str(), invite.get("Remote-Phone-Number")),
        ("my-own", Some("anonymous"))
    );
}

#[test]
fn colleagues_call_each_other_without_hotline_and_without_what_is_for_the_provider() {
    let mut net = Net::new();
    let mut anna = Phone::registered(&mut net, 1, "2001");
    let ben = Phone::registered(&mut net, 2, "2002");
    let fields = [
        ("X-Sip-Number", "842873005678"),
        ("X-User-Data", "secret"),
        ("X-Other", "kept"),
    ];
    anna.call_with(&mut net, "2002", Some(OFFER), &fields);
    let invite = net.expect_request(&ben, "INVITE");
    assert_eq!(
        (invite.get("X-Sip-Number"), invite.get("X-User-Data")),
        (None, None)
    );
    assert_eq!(
        (invite.get("X-Other"), invite.get("Sip-Number")),
        (Some("kept"), None)
    );
    assert_eq!(invite.get("Uuid"), Some(net.link().id.as_str()));
    let dialog = ben.incoming(&invite);
    ben.respond(&mut net, &dialog, &invite, 180, None);
    assert_eq!(
        net.expect_status(&anna, 180).get("Uuid"),
        Some(net.link().id.as_str())
    );
    assert_eq!(net.link().direction, Direction::Local);
}

#[test]
fn bizfly_names_its_calls_in_both_directions() {
    const ID: &str = "X-bizfly-call-center-call-id";
    let mut net = Net::new();
    let mut phone = Phone::registered(&mut net, 1, "3001");
    phone.call(&mut net, "602", Some(OFFER));
    net.wait(300);
    let busy = net.expect_status(&phone, 486);
    assert_eq!(busy.get(ID), Some(net.link().id.as_str()));
    let invite = net.call_in(&phone, r#"{"to":"3001","from":"0912345678"}"#);
    assert_eq!(invite.get(ID), Some(net.link().id.as_str()));
    assert_eq!(invite.get("Uuid"), None);
}

#[test]
fn vbot_wants_hotline_and_company_before_the_number() {
    let mut net = Net::new();
    let mut phone = Phone::registered(&mut net, 1, "4001");
    for (dialled, status) in [
        // As others dial: nobody's number here.
        ("0912345678", 404),
        ("02473001234*9999*0912345678", 404),
        ("0999999999*8801*0912345678", 403),
        ("8801*0912345678", 403),
        ("02473001234*8801*0900000702", 603),
        ("8801*602", 486),
    ] {
        let dialog = phone.call(&mut net, dialled, Some(OFFER));
        net.wait(300);
        let refusal = net.expect_status(&phone, status);
        net.receive(phone.conn, &leg::ack_of_failure(&dialog.invite, &refusal));
    }
    let fields = [("X-exc-id", "abc123")];
    phone.call_with(
        &mut net,
        "02873005678*8801*0912345678",
        Some(OFFER),
        &fields,
    );
    let link = net.link();
    assert_eq!(
        (link.other.as_str(), link.hotline.as_deref()),
        ("0912345678", Some("02873005678"))
    );
    assert_eq!(link.external_id.as_deref(), Some("abc123"));
    assert_eq!(net.last_call()["to"], "0912345678");
    phone.call_with(
        &mut net,
        "8801*600",
        Some(OFFER),
        &[("X-exc-id", "Not Allowed")],
    );
    assert_eq!(
        (net.link().external_id.as_deref(), net.link().direction),
        (None, Direction::Local)
    );
}

#[test]
fn a_number_can_be_called_by_the_name_of_its_session() {
    let mut net = Net::new();
    let mut phone = Phone::registered(&mut net, 1, "4001");
    net.pbx
        .add_session("5e5510".to_owned(), "0912345678".to_owned());
    phone.call(&mut net, "02473001234*8801*5e5510", Some(OFFER));
    assert_eq!(net.link().other, "0912345678");
}

#[test]
fn vbots_callers_stand_in_the_asserted_identity_and_calls_bring_their_name() {
    let mut net = Net::new();
    let phone = Phone::registered(&mut net, 1, "4001");
    let json = r#"{"to":"4001","from":"0912345678","headers":{"X-exc-id":"mine1"}}"#;
    let invite = net.call_in(&phone, json);
    assert_eq!(
        invite.get("P-Asserted-Identity"),
        Some("<sip:0912345678@saomai.vbot.test>")
    );
    let from = invite.get("From").expect("complete");
    assert!(from.contains("sip:02473001234@"), "{from}");
    assert_eq!(invite.all("X-exc-id").collect::<Vec<_>>(), ["mine1"]);
    assert_eq!(net.link().external_id.as_deref(), Some("mine1"));
}

#[test]
fn a_company_on_trial_calls_back_only_and_one_without_money_or_hotline_calls_nobody_outside() {
    let mut net = Net::new();
    let mut trial = Phone::registered(&mut net, 1, "2006");
    trial.call(&mut net, "0912345678", Some(OFFER));
    net.expect_status(&trial, 403);
    net.call_in(&trial, r#"{"to":"2006","from":"+84912345678"}"#);
    trial.call(&mut net, "0912345678", Some(OFFER));
    net.wait(0);
    net.expect_silence(&trial);
    assert_eq!(net.last_call()["state"], "trying");

    let mut poor = Phone::registered(&mut net, 2, "2007");
    poor.call(&mut net, "0912345678", Some(OFFER));
    let refusal = net.expect_status(&poor, 480);
    assert!(
        refusal
            .get("Reason")
            .is_some_and(|reason| reason.contains("cause=16"))
    );
    let mut without = Phone::registered(&mut net, 3, "2008");
    without.call(&mut net, "0912345678", Some(OFFER));
    net.expect_status(&without, 403);
    // Colleagues and the sandbox's own numbers cost nothing.
    poor.call(&mut net, "602", Some(OFFER));
    net.wait(300);
    net.expect_status(&poor, 486);
}

#[test]
fn a_plain_users_calls_carry_nothing_and_are_told_to_nobody() {
    let mut net = Net::new();
    let mut phone = Phone::registered(&mut net, 1, "1001");
    phone.call_with(
        &mut net,
        "602",
        Some(OFFER),
        &[("X-Sip-Number", "842473001234")],
    );
    net.wait(300);
    let busy = net.expect_status(&phone, 486);
    assert_eq!((busy.get("Uuid"), busy.get("Sip-Number")), (None, None));
    assert!(net.records.is_empty());
    // Unless a test wants a provider's call at a plain user's phone.
    let invite = net.call_in(&phone, r#"{"to":"1001","provider":"omicall"}"#);
    assert!(invite.get("Uuid").is_some());
    assert_eq!(net.link().provider, Provider::Omicall);
}
