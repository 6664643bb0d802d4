//! Bizfly: the platform's login, and the paths that are settings. What stands in the answers here is
//! what the sandbox speaks; nobody knows the real ones.

mod common;

use alo_protocol::{BizflyPaths, Direction, ProviderProblem, ProviderSignIn};
use alo_providers::api::{
    Answer, Ask, Client, HttpMethod, HttpRequest, LookupNumber, NoteToSave, SavedNote,
};
use serde_json::json;

use common::*;

const TOKEN: &str = r#"{"token":"tok","expire_at":"2026-06-30T06:06:07Z","project_id":"prj-1",
    "project_name":"Sao Mai"}"#;
const EXTENSION: &str = r#"{"status":"success","error":null,"data":{"id":"e1",
    "extension_number":"3001","extension_password":"p4ss","extension_user_fullname":"Lan",
    "realm":"r.example","websocket_url":"wss://sip.example/ws","hotline_id_list":["h1"],
    "hotline_group_id_list":["g1","h1"]}}"#;

fn data(data: &serde_json::Value) -> String {
    json!({"status": "success", "error": null, "data": data}).to_string()
}

fn signed_in() -> (Client, Vec<HttpRequest>) {
    let mut client = client(bizfly());
    client.ask(Ask::SignIn, NOW);
    let (http, login) = request(&mut client);
    client.handle(http, ok(TOKEN), NOW);
    let (http, extension) = request(&mut client);
    client.handle(http, ok(EXTENSION), NOW);
    (client, vec![login, extension])
}

#[test]
fn email_and_password_become_a_token_and_the_token_an_extension() {
    let (mut client, sent) = signed_in();
    let [login, extension] = sent.as_slice() else {
        panic!("two requests");
    };
    assert_eq!(login.url, "https://manage.bizflycloud.vn/api/token");
    assert_eq!(
        body(login),
        json!({"auth_method": "password", "username": "lan@example.vn", "password": "s3cret"})
    );
    assert_eq!(extension.method, HttpMethod::Get);
    assert_eq!(
        extension.url,
        "https://manage.bizflycloud.vn/api/webphone/extension"
    );
    assert_eq!(header(extension, "X-Auth-Token"), Some("tok"));
    assert_eq!(header(extension, "X-Auth-Type"), Some("token"));
    assert_eq!(header(extension, "X-Project-ID"), Some("prj-1"));
    let (_, result) = answer(&mut client);
    let Ok(Answer::SignedIn(signed_in)) = result else {
        panic!("{result:?}");
    };
    let account = &signed_in.account;
    assert_eq!(account.server_url, "wss://sip.example/ws");
    assert_eq!(
        (account.domain.as_str(), account.username.as_str()),
        ("r.example", "3001")
    );
    assert_eq!(account.password.expose(), "p4ss");
    assert_eq!(signed_in.user, "lan@example.vn");
    let token = client.token().expect("a session");
    assert_eq!(token.expires_at, Some(NOW + 3_600_000));
    // It goes with each request of a session that outlives the browser, too.
    let text = serde_json::to_string(token).expect("JSON");
    let again = Client::new(bizfly(), serde_json::from_str(&text).ok());
    let mut again = again.expect("usable");
    again.ask(Ask::Hotlines, NOW);
    let (_, sent) = request(&mut again);
    assert_eq!(header(&sent, "X-Project-ID"), Some("prj-1"));
}

#[test]
fn what_the_extension_does_not_say_is_taken_from_the_sign_in() {
    let sign_in_with = |extension: &str, sign_in: ProviderSignIn| {
        let mut client = client(sign_in);
        client.ask(Ask::SignIn, NOW);
        let (http, _) = request(&mut client);
        client.handle(http, ok(TOKEN), NOW);
        let (http, _) = request(&mut client);
        client.handle(http, ok(extension), NOW);
        answer(&mut client).1.map_err(|error| error.problem)
    };
    let bare = r#"{"extension":{"extension_number":3001,"password":"p"}}"#;
    let Ok(Answer::SignedIn(signed_in)) = sign_in_with(bare, bizfly()) else {
        panic!("signed in");
    };
    assert_eq!(signed_in.account.server_url, "wss://bizfly.example/ws");
    assert_eq!(signed_in.account.domain, "bizfly.example");
    let mut nothing_typed = bizfly();
    if let ProviderSignIn::Bizfly {
        server_url, domain, ..
    } = &mut nothing_typed
    {
        server_url.clear();
        domain.clear();
    }
    // The person can fill that in.
    assert_eq!(
        sign_in_with(bare, nothing_typed),
        Err(ProviderProblem::BadSignIn)
    );
    assert_eq!(
        sign_in_with(r#"{"data":{"extension_number":"3001"}}"#, bizfly()),
        Err(ProviderProblem::BadAnswer)
    );
    assert_eq!(
        sign_in_with(r#"{"status":"success","data":null}"#, bizfly()),
        Err(ProviderProblem::NotFound)
    );
}

#[test]
fn each_way_to_be_turned_away_is_told_apart() {
    for (outcome, problem) in [
        (
            status(401, r#"{"status":"error","error":"invalid_credentials"}"#),
            ProviderProblem::WrongPassword,
        ),
        (status(400, "{}"), ProviderProblem::WrongPassword),
        (status(402, "{}"), ProviderProblem::NoBalance),
        (status(403, "{}"), ProviderProblem::Forbidden),
        (status(404, ""), ProviderProblem::NotFound),
        (ok(r#"{"project_id":"x"}"#), ProviderProblem::BadAnswer),
        (ok(r#"{"token":"a\nb"}"#), ProviderProblem::BadAnswer),
        (ok(r#"{"tok"#), ProviderProblem::BadAnswer),
    ] {
        let (_, result) = ask(&mut client(bizfly()), Ask::SignIn, outcome.clone());
        assert_eq!(result.map_err(|e| e.problem), Err(problem), "{outcome:?}");
    }
    let off = status(403, r#"{"status":"error","error":"extension_disabled"}"#);
    let (_, result) = ask(&mut in_session(bizfly()), Ask::Hotlines, off);
    assert_eq!(
        result.map_err(|error| error.problem),
        Err(ProviderProblem::ExtensionDisabled)
    );
}

#[test]
fn hotlines_are_listed_and_one_is_chosen_before_the_call() {
    let list = data(&json!([
        {"id": "h1", "name": "Bán hàng", "hotline_number": "02471000000"},
        {"id": "h2", "name": "Hỗ trợ"}]));
    let (_, result) = ask(&mut in_session(bizfly()), Ask::Hotlines, ok(&list));
    let Ok(Answer::Hotlines(hotlines)) = result else {
        panic!("{result:?}");
    };
    let labels: Vec<_> = hotlines
        .iter()
        .map(|h| (h.id.as_str(), h.label.as_str()))
        .collect();
    assert_eq!(labels, [("h1", "Bán hàng (02471000000)"), ("h2", "Hỗ trợ")]);
    let choose = Ask::ChooseHotline { id: "h2".into() };
    let (sent, result) = ask(&mut in_session(bizfly()), choose, ok(""));
    assert_eq!(
        sent.url,
        "https://manage.bizflycloud.vn/api/webphone/hotline"
    );
    assert_eq!(body(&sent), json!({"id": "h2"}));
    assert_eq!(result, Ok(Answer::Done));
}

#[test]
fn a_group_of_the_extension_is_chosen_like_a_hotline() {
    let (mut client, _) = signed_in();
    answer(&mut client).1.expect("signed in");
    let list = data(&json!([{"id": "h1", "name": "Bán hàng"}]));
    let (_, result) = ask(&mut client, Ask::Hotlines, ok(&list));
    let Ok(Answer::Hotlines(hotlines)) = result else {
        panic!("{result:?}");
    };
    let ids: Vec<&str> = hotlines.iter().map(|hotline| hotline.id.as_str()).collect();
    assert_eq!(ids, ["h1", "g1"]);
}

#[test]
fn only_those_who_have_the_number_are_contacts() {
    let caller = Ask::Contact(LookupNumber {
        e164: Some("+84912345678".into()),
        national: "0912345678".into(),
    });
    // As from a server that gives the whole book whatever is asked.
    let book = data(&json!([
        {"id": "c1", "name": "Nguyễn Thị Lan", "phones": ["+84 912 345 678"]},
        {"id": "c2", "name": "Trần Văn Minh", "phones": ["0987654321"]},
        {"id": "c3", "name": "Ai đó", "phone": null}]));
    let (sent, result) = ask(&mut in_session(bizfly()), caller, ok(&book));
    assert!(
        sent.url
            .ends_with("/api/webphone/contacts?phone=0912345678")
    );
    let Ok(Answer::Contacts(contacts)) = result else {
        panic!("{result:?}");
    };
    let ids: Vec<&str> = contacts.iter().map(|contact| contact.id.as_str()).collect();
    assert_eq!(ids, ["c1", "c3"]);
}

fn book_of_calls() -> String {
    data(&json!([
        {"id": "b1", "direct": "inbound", "caller": "0912345678", "callee": "02471000000",
         "hotline_number": "02471000000", "start_time": 1_782_790_000, "state": "answered",
         "conversation_duration": 30, "duration": 38, "note": "Gửi báo giá"},
        {"id": "b2", "direct": "outbound", "caller": "02471000000", "callee": "0987654321",
         "start_time": 1_782_795_000, "conversation_duration": 0, "duration": 20},
        {"id": "b3", "direct": "sideways", "start_time": 1},
        {"direct": "inbound", "caller": "1", "start_time": 1_782_795_000}]))
}

#[test]
fn calls_are_read_with_their_times_and_notes() {
    let history = Ask::History {
        from: 0,
        to: NOW,
        limit: 30,
    };
    let (sent, result) = ask(&mut in_session(bizfly()), history, ok(&book_of_calls()));
    assert!(sent.url.ends_with("/api/webphone/histories?limit=30"));
    let Ok(Answer::History(calls)) = result else {
        panic!("{result:?}");
    };
    let [second, first] = calls.as_slice() else {
        panic!("{calls:?}");
    };
    assert_eq!(
        (first.provider_id.as_str(), first.direction),
        ("b1", Direction::Incoming)
    );
    assert_eq!(first.number, "0912345678");
    assert_eq!(first.answered_at, Some(1_782_790_008_000));
    assert_eq!(first.ended_at, Some(1_782_790_038_000));
    assert_eq!(
        first.note.as_ref().map(|note| note.text.as_str()),
        Some("Gửi báo giá")
    );
    assert_eq!(
        (second.number.as_str(), second.answered_at),
        ("0987654321", None)
    );
}

#[test]
fn stars_and_note_are_two_requests_and_the_note_goes_last() {
    let mut client = in_session(bizfly());
    let note = NoteToSave {
        provider_id: "b1".into(),
        text: "Gửi báo giá".into(),
        rating: Some(4),
        report: " Tốt ".into(),
        ..NoteToSave::default()
    };
    client.ask(Ask::SaveNote(Box::new(note.clone())), NOW);
    let (http, first) = request(&mut client);
    assert!(first.url.ends_with("/api/webphone/calls/b1/note"));
    assert_eq!(body(&first), json!({"rate": 4, "report": "Tốt"}));
    client.handle(http, ok(&data(&json!({}))), NOW);
    let (http, second) = request(&mut client);
    assert_eq!(body(&second), json!({"note": "Gửi báo giá"}));
    // Half of it is done: who asks again must know.
    client.handle(http, status(403, ""), NOW);
    let error = answer(&mut client).1.expect_err("refused");
    assert!(error.maybe_done);

    let read = Ask::ReadNote {
        provider_id: "b1".into(),
        at: NOW,
    };
    let (_, result) = ask(&mut in_session(bizfly()), read, ok(&book_of_calls()));
    let saved = SavedNote {
        text: "Gửi báo giá".into(),
        tags: Vec::new(),
    };
    assert_eq!(result, Ok(Answer::Note(Some(saved))));

    let only_text = NoteToSave {
        rating: None,
        ..note
    };
    let save = Ask::SaveNote(Box::new(only_text));
    let (sent, result) = ask(&mut in_session(bizfly()), save, ok(&data(&json!(null))));
    assert_eq!(body(&sent), json!({"note": "Gửi báo giá"}));
    assert_eq!(result, Ok(Answer::Done));
}

#[test]
fn paths_are_settings_that_cannot_lead_elsewhere() {
    let with = |change: fn(&mut BizflyPaths)| {
        let mut sign_in = bizfly();
        if let ProviderSignIn::Bizfly { paths, .. } = &mut sign_in {
            change(paths);
        }
        Client::new(sign_in, None)
            .map(|_| ())
            .map_err(|error| error.problem)
    };
    assert_eq!(with(|paths| paths.token = "/sso/login".into()), Ok(()));
    let bad: [fn(&mut BizflyPaths); 6] = [
        |paths| paths.token = String::new(),
        |paths| paths.token = ".evil.example/".into(),
        |paths| paths.hotlines = "@evil.example".into(),
        |paths| paths.contacts = "/a/../../x".into(),
        |paths| paths.histories = "/a?b=c".into(),
        |paths| paths.note = "/{call}/..".into(),
    ];
    for change in bad {
        assert_eq!(with(change), Err(ProviderProblem::BadUrl));
    }
    let mut client = in_session(bizfly());
    client.ask(
        Ask::SaveNote(Box::new(NoteToSave {
            provider_id: "..".into(),
            ..NoteToSave::default()
        })),
        NOW,
    );
    assert!(client.poll_request().is_none());
    assert!(answer(&mut client).1.is_err());
}

#[test]
fn tags_and_quality_are_not_offered() {
    let mut client = in_session(bizfly());
    assert!(!client.abilities().tags && !client.abilities().quality);
    client.ask(Ask::Tags, NOW);
    assert!(client.poll_request().is_none());
    assert_eq!(
        answer(&mut client).1.map_err(|error| error.problem),
        Err(ProviderProblem::NotOffered)
    );
}
