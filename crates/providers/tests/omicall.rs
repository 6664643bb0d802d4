//! OmiCall's interface for an agent, with answers written from what is known of them.

mod common;

use alo_protocol::{Direction, ProviderProblem, ProviderSignIn, Secret, TransportPolicy};
use alo_providers::api::{
    Answer, Ask, Client, HttpFailure, HttpMethod, HttpOutcome, LookupNumber, NoteToSave,
    QualityLog, SavedNote,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use common::*;

#[test]
fn the_sip_account_is_the_bearer_and_the_answer_says_where_to_register() {
    let (sent, result) = ask(&mut client(omicall()), Ask::SignIn, ok(&auth_answer("tok")));
    assert_eq!(sent.method, HttpMethod::Post);
    assert_eq!(
        sent.url,
        "https://omisdk-v1-stg.omicrm.com/websdk/auth?version=3&utm_source=extension"
    );
    assert_eq!(sent.body, None);
    let bearer = header(&sent, "Authorization").and_then(|value| value.strip_prefix("Bearer "));
    let decoded = STANDARD.decode(bearer.expect("bearer")).expect("base64");
    assert_eq!(
        String::from_utf8(decoded).expect("text"),
        r#"{"domain":"omiteam","username":"147","password":"s3cret"}"#
    );
    let Ok(Answer::SignedIn(signed_in)) = result else {
        panic!("{result:?}");
    };
    let account = &signed_in.account;
    assert_eq!(account.server_url, "wss://sig.example:7443");
    assert_eq!(
        (account.domain.as_str(), account.username.as_str()),
        ("omiteam", "147")
    );
    assert_eq!(account.password.expose(), "s3cret");
    assert_eq!(account.transport_policy, TransportPolicy::Relay);
    assert_eq!(account.ice_servers.len(), 2);
    assert!(signed_in.masked);
    assert_eq!(signed_in.user, "147");
}

#[test]
fn what_the_answer_does_not_say_is_the_providers_default() {
    let (_, result) = ask(
        &mut client(omicall()),
        Ask::SignIn,
        ok(r#"{"statusCode":200,"payload":{"access_token":"t"}}"#),
    );
    let Ok(Answer::SignedIn(signed_in)) = result else {
        panic!("{result:?}");
    };
    assert_eq!(signed_in.account.server_url, "wss://sig.omicrm.com");
    let urls: Vec<&String> = signed_in
        .account
        .ice_servers
        .iter()
        .flat_map(|s| &s.urls)
        .collect();
    assert_eq!(urls, ["stun:stun.omicrm.com:3478"]);
    assert!(!signed_in.masked);
}

#[test]
fn ice_servers_that_no_browser_takes_are_left_out() {
    let body = r#"{"status_code":9999,"payload":{"access_token":"t","iceServers":[
        {"urls":"turn:no.login.example"},{"urls":"http://x"},5,{"urls":[]},
        {"url":"stun:one.example"}]}}"#;
    let (_, result) = ask(&mut client(omicall()), Ask::SignIn, ok(body));
    let Ok(Answer::SignedIn(signed_in)) = result else {
        panic!("{result:?}");
    };
    let servers = &signed_in.account.ice_servers;
    let urls: Vec<&String> = servers.iter().flat_map(|server| &server.urls).collect();
    assert_eq!(urls, ["stun:one.example"]);
}

#[test]
fn a_server_of_ones_own_is_used_in_place_of_the_providers() {
    let mut sign_in = omicall();
    if let ProviderSignIn::Omicall {
        server_url,
        base_url,
        ..
    } = &mut sign_in
    {
        *server_url = "wss://voice.congty.vn:7443".into();
        *base_url = "http://127.0.0.1:8080/omicall/websdk/".into();
    }
    let (sent, result) = ask(&mut client(sign_in), Ask::SignIn, ok(&auth_answer("t")));
    assert!(
        sent.url
            .starts_with("http://127.0.0.1:8080/omicall/websdk/auth?")
    );
    let Ok(Answer::SignedIn(signed_in)) = result else {
        panic!("{result:?}");
    };
    assert_eq!(signed_in.account.server_url, "wss://voice.congty.vn:7443");
}

#[test]
fn a_network_with_servers_of_its_own_is_asked_for_and_they_are_used() {
    const AUTH: &str = r#"{"status_code":9999,"payload":{"access_token":"t",
        "webSocketUri":"wss://all.example","iceServers":[{"urls":"stun:all.example"}],
        "network_ice_providers":[
            {"network":"Viettel","stuns":["stun:vt.example:3478"],"turns":[{"urls":"turn:vt.example",
             "username":"u","credential":"c"}],"wss_domain":"vt.example:7443"},
            {"network":"Evil","stuns":[],"turns":[],"wss_domain":"ws://evil.example"}]}}"#;
    let signed_in_at = |outcome: HttpOutcome| {
        let mut client = client(omicall());
        client.ask(Ask::SignIn, NOW);
        let (http, _) = request(&mut client);
        client.handle(http, ok(AUTH), NOW);
        let (http, sent) = request(&mut client);
        assert_eq!(
            sent.url,
            "https://omisdk-v1-stg.omicrm.com/websdk/network/info?utm_source=extension"
        );
        assert_eq!(header(&sent, "Authorization"), Some("Bearer t"));
        client.handle(http, outcome, NOW);
        let Ok(Answer::SignedIn(signed_in)) = answer(&mut client).1 else {
            panic!("signed in, whatever became of it");
        };
        let account = signed_in.account;
        (account.server_url, account.ice_servers.len())
    };
    let named = |name: &str| {
        ok(&format!(
            r#"{{"status_code":9999,"payload":{{"name":"{name}"}}}}"#
        ))
    };
    assert_eq!(
        signed_in_at(named("VIETTEL")),
        ("wss://vt.example:7443".into(), 2)
    );
    let everywhere = ("wss://all.example".to_owned(), 1);
    assert_eq!(signed_in_at(named("FPT")), everywhere);
    // What leads to another computer without encryption is no server.
    assert_eq!(signed_in_at(named("Evil")), everywhere);
    assert_eq!(signed_in_at(status(500, "")), everywhere);
    assert_eq!(signed_in_at(ok("{")), everywhere);
    assert_eq!(signed_in_at(failed(HttpFailure::TimedOut)), everywhere);
}

#[test]
fn each_way_to_be_turned_away_is_told_apart() {
    for (outcome, problem) in [
        (
            ok(r#"{"status_code":9999,"payload":{"authStatus":"password_incorrect"}}"#),
            ProviderProblem::WrongPassword,
        ),
        (
            ok(r#"{"status_code":-9999,"message":"password_incorrect","payload":null}"#),
            ProviderProblem::WrongPassword,
        ),
        (
            ok(r#"{"status_code":9999,"payload":{"authStatus":"internal_phone_disable"}}"#),
            ProviderProblem::ExtensionDisabled,
        ),
        (
            ok(r#"{"status_code":-9999,"payload":{"authStatus":"internal_phone_disable"}}"#),
            ProviderProblem::ExtensionDisabled,
        ),
        // All is well, it says, but there is no token.
        (
            ok(r#"{"status_code":9999,"payload":null}"#),
            ProviderProblem::WrongPassword,
        ),
        (
            ok(r#"{"status_code":9999,"payload":{}}"#),
            ProviderProblem::WrongPassword,
        ),
        (status(401, "{}"), ProviderProblem::WrongPassword),
        (status(402, ""), ProviderProblem::NoBalance),
        (status(403, ""), ProviderProblem::Forbidden),
        (status(429, ""), ProviderProblem::TooMany),
        (status(500, ""), ProviderProblem::ServerFailed),
        (
            ok(r#"{"status_code":9999,"payload":{"access_"#),
            ProviderProblem::BadAnswer,
        ),
        (
            ok(
                r#"{"status_code":9999,"payload":{"access_token":"t","webSocketUri":"ws://evil.example"}}"#,
            ),
            ProviderProblem::BadAnswer,
        ),
        (failed(HttpFailure::Redirected), ProviderProblem::Redirected),
        (
            failed(HttpFailure::NotPermitted),
            ProviderProblem::NotPermitted,
        ),
    ] {
        let (_, result) = ask(&mut client(omicall()), Ask::SignIn, outcome.clone());
        let error = result.expect_err("turned away");
        assert_eq!(error.problem, problem, "{outcome:?}");
        assert!(!error.maybe_done);
    }
}

#[test]
fn what_cannot_be_signed_in_with_is_said_before_anything_is_sent() {
    let with = |change: fn(&mut ProviderSignIn)| {
        let mut sign_in = omicall();
        change(&mut sign_in);
        Client::new(sign_in, None).err().map(|error| error.problem)
    };
    fn field(sign_in: &mut ProviderSignIn, name: &str, value: &str) {
        if let ProviderSignIn::Omicall {
            base_url,
            domain,
            extension,
            password,
            ..
        } = sign_in
        {
            match name {
                "base" => *base_url = value.into(),
                "domain" => *domain = value.into(),
                "extension" => *extension = value.into(),
                _ => *password = Secret::new(value),
            }
        }
    }
    let bad = Some(ProviderProblem::BadSignIn);
    assert_eq!(with(|s| field(s, "domain", " ")), bad);
    assert_eq!(with(|s| field(s, "domain", "a b")), bad);
    assert_eq!(with(|s| field(s, "extension", "")), bad);
    assert_eq!(with(|s| field(s, "password", "")), bad);
    // The provider's own encoding has no place for it.
    assert_eq!(with(|s| field(s, "password", "mật khẩu")), bad);
    assert_eq!(with(|s| field(s, "password", "café")), None);
    let bad_url = Some(ProviderProblem::BadUrl);
    assert_eq!(with(|s| field(s, "base", "http://api.example")), bad_url);
}

#[test]
fn a_guest_registers_and_asks_nothing() {
    let mut sign_in = omicall();
    if let ProviderSignIn::Omicall { sip_only, .. } = &mut sign_in {
        *sip_only = true;
    }
    let mut client = client(sign_in);
    assert!(!client.abilities().notes && !client.abilities().hotlines);
    client.ask(Ask::SignIn, NOW);
    client.ask(Ask::Tags, NOW);
    assert!(client.poll_request().is_none());
    let (_, signed_in) = client.poll_answer().expect("signed in");
    assert!(
        matches!(signed_in, Ok(Answer::SignedIn(_))),
        "{signed_in:?}"
    );
    let (_, tags) = client.poll_answer().expect("refused");
    assert_eq!(
        tags.map_err(|error| error.problem),
        Err(ProviderProblem::NotOffered)
    );
}

#[test]
fn hotlines_are_listed_in_every_known_form() {
    for payload in [
        json!(["02471000000", "842899990338"]),
        json!({"items": [{"number": "02471000000"}, {"number": "842899990338"}]}),
        json!([{"hotline": "02471000000"}, 842_899_990_338_u64, "<b>", null]),
    ] {
        let body = json!({"status_code": 9999, "payload": payload}).to_string();
        let (sent, result) = ask(&mut in_session(omicall()), Ask::Hotlines, ok(&body));
        assert_eq!(
            sent.url,
            "https://omisdk-v1-stg.omicrm.com/websdk/call_center/hotline/list?utm_source=extension"
        );
        let Ok(Answer::Hotlines(hotlines)) = result else {
            panic!("{result:?}");
        };
        let ids: Vec<&str> = hotlines.iter().map(|hotline| hotline.id.as_str()).collect();
        assert_eq!(ids, ["02471000000", "842899990338"]);
    }
}

fn number(e164: &str, national: &str) -> Ask {
    Ask::Contact(LookupNumber {
        e164: (!e164.is_empty()).then(|| e164.to_owned()),
        national: national.into(),
    })
}

#[test]
fn a_caller_is_looked_up_in_the_form_of_the_directory() {
    let lookup = |asked: Ask, payload: serde_json::Value| {
        let body = json!({"status_code": 9999, "payload": payload}).to_string();
        let (sent, result) = ask(&mut in_session(omicall()), asked, ok(&body));
        let Ok(Answer::Contacts(contacts)) = result else {
            panic!("{result:?}");
        };
        (sent, contacts)
    };
    let caller = || number("+84912345678", "0912345678");
    let (sent, contacts) = lookup(
        caller(),
        json!({"id": "c1", "full_name": "Nguyễn Thị Lan\u{202e}", "note": "khách VIP"}),
    );
    assert_eq!(
        sent.url,
        "https://omisdk-v1-stg.omicrm.com/websdk/search_by_phone/phone_v3?phone=0912345678&utm_source=extension"
    );
    let lan = contacts.first().expect("somebody");
    assert_eq!(
        (lan.id.as_str(), lan.name.as_str()),
        ("c1", "Nguyễn Thị Lan")
    );
    assert_eq!(lan.note.as_deref(), Some("khách VIP"));

    let fields = json!({"contact": {"attribute_structure": [
        {"field_code": "full_name", "value": [{"display_value": "Trần Văn Hùng"}]},
        {"field_code": "job_title", "value": [{"display_value": "Giám đốc"}]}]}});
    let (_, contacts) = lookup(caller(), fields);
    let hung = contacts.first().expect("somebody");
    assert_eq!(hung.name, "Trần Văn Hùng");
    assert_eq!(hung.detail.as_deref(), Some("Giám đốc"));

    let two = json!([{"id": 1, "full_name": "A"}, {"id": 2, "full_name": "B"}]);
    assert_eq!(lookup(caller(), two).1.len(), 2);
    assert_eq!(lookup(caller(), json!(null)).1.len(), 0);
    let (sent, _) = lookup(number("+6591234567", "91234567"), json!(null));
    assert!(sent.url.contains("phone=6591234567&"), "{}", sent.url);
}

#[test]
fn what_is_no_number_is_not_looked_up() {
    let mut client = in_session(omicall());
    client.ask(number("", "anna"), NOW);
    assert!(client.poll_request().is_none());
    let (_, result) = answer(&mut client);
    assert_eq!(
        result.map_err(|error| error.problem),
        Err(ProviderProblem::NotFound)
    );
}

const LIST: &str = r#"{"status_code":9999,"payload":{"items":[
  {"transaction_id":"2159f8d9-03c2","direction":"outbound","source_number":"842899990338",
   "destination_number":"84912345678","disposition":"answered","bill_sec":5,"duration":20,
   "time_start_to_answer":1575253218,"sip_user":"147","note":"Hẹn gọi lại","tag":["VIP"],
   "created_date":1575253235933,"customer":{"full_name":"Nguyễn Thị Lan"}},
  {"transaction_id":"in-1","direction":"inbound","source_number":"0987654321",
   "destination_number":"842899990338","disposition":"cancelled","bill_sec":0,"duration":"30",
   "time_start_call":1575260000,"time_end_call":1575260030,"tag":[{"name":"Nóng"}]},
  {"transaction_id":"local-1","direction":"local","source_number":"147",
   "destination_number":"148","disposition":"answered","bill_sec":60,"duration":60,
   "created_date":1575250000000},
  {"transaction_id":"bad id","direction":"inbound","source_number":"1","created_date":1},
  {"direction":"inbound"}, 5, null],
  "page_number":1,"total_items":3,"has_next":false}}"#;

#[test]
fn calls_are_read_newest_first_and_what_is_no_call_is_left_out() {
    let (from, to) = (NOW - 30 * 86_400_000, NOW);
    let history = Ask::History {
        from,
        to,
        limit: 50,
    };
    let (sent, result) = ask(&mut in_session(omicall()), history, ok(LIST));
    assert_eq!(
        sent.url,
        "https://omisdk-v1-stg.omicrm.com/websdk/call_transaction/list?size=50&utm_source=extension"
    );
    // Seven days is what the provider's own SDK asks for.
    assert_eq!(
        body(&sent),
        json!({"from_date": NOW - 7 * 86_400_000, "to_date": NOW, "sip_user": "147", "keyword": ""})
    );
    let Ok(Answer::History(calls)) = result else {
        panic!("{result:?}");
    };
    let ids: Vec<&str> = calls.iter().map(|call| call.provider_id.as_str()).collect();
    assert_eq!(ids, ["in-1", "2159f8d9-03c2", "local-1"]);
    let [missed, called, local] = calls.as_slice() else {
        panic!("three");
    };
    assert_eq!(missed.direction, Direction::Incoming);
    assert_eq!(
        (missed.answered_at, missed.ended_at),
        (None, Some(1_575_260_030_000))
    );
    assert_eq!(missed.hotline.as_deref(), Some("842899990338"));
    assert_eq!(called.direction, Direction::Outgoing);
    assert_eq!(called.number, "0912345678");
    assert_eq!(called.name.as_deref(), Some("Nguyễn Thị Lan"));
    assert_eq!(called.hotline.as_deref(), Some("842899990338"));
    assert_eq!(called.started_at, 1_575_253_218_000);
    assert_eq!(called.ended_at, Some(1_575_253_238_000));
    assert_eq!(
        called.note,
        Some(SavedNote {
            text: "Hẹn gọi lại".into(),
            tags: vec!["VIP".into()],
        })
    );
    assert_eq!(
        (local.number.as_str(), local.direction),
        ("148", Direction::Outgoing)
    );
    assert_eq!(local.hotline, None);
}

#[test]
fn a_note_is_saved_with_its_call_and_can_be_read_back() {
    let note = Ask::SaveNote(Box::new(NoteToSave {
        provider_id: "2159f8d9/..?x".into(),
        text: " Hẹn gọi lại\nthứ Hai ".into(),
        tags: vec!["VIP".into()],
        ..NoteToSave::default()
    }));
    let done = r#"{"status_code":9999,"payload":null}"#;
    let (sent, result) = ask(&mut in_session(omicall()), note, ok(done));
    assert_eq!(result, Ok(Answer::Done));
    assert_eq!(
        sent.url,
        "https://omisdk-v1-stg.omicrm.com/websdk/call-transaction/add-metadata/2159f8d9%2F..%3Fx?utm_source=extension"
    );
    assert_eq!(
        body(&sent),
        json!({"note": "Hẹn gọi lại\nthứ Hai", "tag": ["VIP"]})
    );

    let read = |id: &str| Ask::ReadNote {
        provider_id: id.into(),
        at: 1_575_253_218_000,
    };
    let (sent, result) = ask(&mut in_session(omicall()), read("2159f8d9-03c2"), ok(LIST));
    let body = body(&sent);
    let span = body["to_date"].as_u64().zip(body["from_date"].as_u64());
    assert!(span.is_some_and(|(to, from)| from < 1_575_253_218_000 && to > 1_575_253_218_000));
    let Ok(Answer::Note(Some(saved))) = result else {
        panic!("{result:?}");
    };
    assert_eq!(saved.text, "Hẹn gọi lại");
    for nothing in ["local-1", "unknown"] {
        let (_, result) = ask(&mut in_session(omicall()), read(nothing), ok(LIST));
        assert_eq!(result, Ok(Answer::Note(None)), "{nothing}");
    }
}

#[test]
fn tags_and_quality_speak_the_sdks_words() {
    let tags = r#"{"status_code":9999,"payload":{"items":[{"name":"VIP"},{"name":"Nóng"}]}}"#;
    let (sent, result) = ask(&mut in_session(omicall()), Ask::Tags, ok(tags));
    assert_eq!(body(&sent), json!({"tag_types": ["callHistory"]}));
    assert_eq!(result, Ok(Answer::Tags(vec!["VIP".into(), "Nóng".into()])));

    let log = Ask::Quality(Box::new(QualityLog {
        provider_id: "t1".into(),
        outgoing: true,
        extension: "147".into(),
        mos: [3.5, 4.4, f32::NAN],
        jitter_ms: 2.0,
        rtt_ms: 40.0,
        loss: 0.5,
    }));
    let done = r#"{"status_code":9999,"payload":true}"#;
    let (sent, result) = ask(&mut in_session(omicall()), log, ok(done));
    assert_eq!(result, Ok(Answer::Done));
    assert!(
        sent.url.contains("/websdk/call/rtp_log/add?"),
        "{}",
        sent.url
    );
    let body = body(&sent);
    assert_eq!(body["transaction_id"], "t1");
    assert_eq!(body["rtp_logs"][0]["leg_name"], "outbound");
    assert_eq!(
        body["rtp_logs"][0]["mos"],
        json!({"min": 3.5, "max": 4.4, "avg": 0.0})
    );
}
