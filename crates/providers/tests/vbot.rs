//! VBot, both generations of its interface.

mod common;

use alo_protocol::{Direction, ProviderProblem, ProviderSignIn, Secret, VbotGeneration};
use alo_providers::api::{Answer, Ask, Client, HttpFailure, HttpMethod, SignedIn};
use serde_json::json;

use common::*;

const SDK_INFO: &str = r#"{"error":0,"message":"ok","data":{"username":"u4001","password":"p",
    "realm":"r.vbot.example","pid":8801,"domain":"sip.vbot.example","port":8443}}"#;
const WIDGET_INFO: &str = r#"{"error":0,"message":"ok","data":{"pid":"8801","accounts":[
    {"isActive":false,"domain":"old.example","port":1,"username":"0","password":"","realm":"x"},
    {"isActive":true,"domain":"sip.vbot.example","port":"8443","username":"u4001","password":"p",
     "realm":"r.vbot.example"}]}}"#;

fn signed_in(result: Result<Answer, alo_providers::api::ApiError>) -> SignedIn {
    match result {
        Ok(Answer::SignedIn(signed_in)) => *signed_in,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_token_goes_where_each_generation_wants_it() {
    let (sent, result) = ask(
        &mut client(vbot(VbotGeneration::Sdk)),
        Ask::SignIn,
        ok(SDK_INFO),
    );
    assert_eq!(sent.method, HttpMethod::Post);
    assert_eq!(sent.url, "https://open-api.vbot.vn/api/sdk/info");
    assert_eq!(
        body(&sent),
        json!({"token": "eyJ.tok.en", "source": "Website-SDK"})
    );
    assert_eq!(header(&sent, "Authorization"), None);
    let old = signed_in(result);

    let (sent, result) = ask(
        &mut client(vbot(VbotGeneration::Widget)),
        Ask::SignIn,
        ok(WIDGET_INFO),
    );
    assert_eq!(sent.url, "https://open-api-h01.vbot.vn/v3.0/api/sdk/info");
    assert_eq!(body(&sent), json!({"source": "Website-SDK"}));
    assert_eq!(header(&sent, "Authorization"), Some("eyJ.tok.en"));
    let new = signed_in(result);

    for signed_in in [&old, &new] {
        let account = &signed_in.account;
        assert_eq!(account.server_url, "wss://sip.vbot.example:8443/ws");
        assert_eq!(account.username, "u4001");
        assert_eq!(account.domain, "r.vbot.example");
        assert_eq!(account.password.expose(), "p");
        assert_eq!(signed_in.dial.pid.as_deref(), Some("8801"));
    }
    assert!(old.account.ice_servers.is_empty());
    assert_eq!(new.account.ice_servers.len(), 1);
}

#[test]
fn a_base_is_the_same_with_its_version_and_without() {
    for typed in [
        "http://127.0.0.1:8080/vbot",
        "http://127.0.0.1:8080/vbot/v3.0/",
    ] {
        let sign_in = ProviderSignIn::Vbot {
            base_url: typed.into(),
            token: Secret::new("t"),
            generation: VbotGeneration::Widget,
        };
        let mut client = client(sign_in);
        let (sent, result) = ask(&mut client, Ask::SignIn, ok(WIDGET_INFO));
        assert_eq!(sent.url, "http://127.0.0.1:8080/vbot/v3.0/api/sdk/info");
        // To another computer never without encryption, whatever the interface says.
        assert_eq!(
            result.map_err(|error| error.problem),
            Err(ProviderProblem::BadAnswer)
        );
        let here = WIDGET_INFO.replace("sip.vbot.example", "127.0.0.1");
        let (_, result) = ask(&mut client, Ask::SignIn, ok(&here));
        assert_eq!(
            signed_in(result).account.server_url,
            "ws://127.0.0.1:8443/ws"
        );
    }
}

#[test]
fn each_way_to_be_turned_away_is_told_apart() {
    for (outcome, problem) in [
        (
            ok(r#"{"error":401,"message":"x","data":null}"#),
            ProviderProblem::WrongKey,
        ),
        (status(401, ""), ProviderProblem::WrongKey),
        (
            ok(r#"{"error":402,"data":null}"#),
            ProviderProblem::NoBalance,
        ),
        (
            status(
                402,
                r#"{"error":402,"message":"not enough money","data":null}"#,
            ),
            ProviderProblem::NoBalance,
        ),
        (
            ok(r#"{"error":403,"data":null}"#),
            ProviderProblem::Forbidden,
        ),
        (
            ok(r#"{"error":500,"data":null}"#),
            ProviderProblem::ServerFailed,
        ),
        (ok(r#"{"error":-1,"data":{}}"#), ProviderProblem::Refused),
        (ok(r#"{"error":0,"data":null}"#), ProviderProblem::BadAnswer),
        (ok(r#"{"data":{}}"#), ProviderProblem::BadAnswer),
        (
            ok(r#"{"error":0,"data":{"pid":"1","accounts":[{"isActive":false}]}}"#),
            ProviderProblem::ExtensionDisabled,
        ),
        (
            ok(&SDK_INFO.replace("8801", r#""1@evil.example""#)),
            ProviderProblem::BadAnswer,
        ),
        (
            ok(&SDK_INFO.replace("sip.vbot.example", "evil.example/x?")),
            ProviderProblem::BadAnswer,
        ),
        (
            ok(&SDK_INFO.replace("8443", "84430")),
            ProviderProblem::BadAnswer,
        ),
        (failed(HttpFailure::TimedOut), ProviderProblem::TimedOut),
    ] {
        let mut client = client(vbot(VbotGeneration::Sdk));
        let (_, result) = ask(&mut client, Ask::SignIn, outcome.clone());
        assert_eq!(result.map_err(|e| e.problem), Err(problem), "{outcome:?}");
        assert!(client.poll_request().is_none(), "there is nothing to renew");
    }
    let new = |token: &str| {
        let sign_in = ProviderSignIn::Vbot {
            base_url: String::new(),
            token: Secret::new(token),
            generation: VbotGeneration::Sdk,
        };
        Client::new(sign_in, None)
            .map(|_| ())
            .map_err(|error| error.problem)
    };
    assert_eq!(new(" "), Err(ProviderProblem::BadSignIn));
    assert_eq!(new("a b"), Err(ProviderProblem::WrongKey));
}

#[test]
fn hotlines_are_asked_for_in_both_generations() {
    let list = r#"{"error":0,"data":[{"name":"Bán hàng","phoneNumber":"02471000000"},
        {"name":"","phoneNumber":842899990338}]}"#;
    for (generation, url, token) in [
        (
            VbotGeneration::Sdk,
            "https://open-api.vbot.vn/api/sdk/getHotline?token=eyJ.tok.en",
            None,
        ),
        (
            VbotGeneration::Widget,
            "https://open-api-h01.vbot.vn/v3.0/api/sdk/getHotline",
            Some("eyJ.tok.en"),
        ),
    ] {
        let (sent, result) = ask(&mut client(vbot(generation)), Ask::Hotlines, ok(list));
        assert_eq!(
            (sent.url.as_str(), header(&sent, "Authorization")),
            (url, token)
        );
        let Ok(Answer::Hotlines(hotlines)) = result else {
            panic!("{result:?}");
        };
        let ids: Vec<&str> = hotlines.iter().map(|hotline| hotline.id.as_str()).collect();
        assert_eq!(ids, ["02471000000", "842899990338"]);
    }
}

#[test]
fn calls_of_the_first_generation_have_a_direction_and_a_time() {
    let list = r##"{"error":0,"data":[
        {"phone":"0912345678","name":"Lan","isVbot":false,"type":1,"DateCreate":"06/30/2026 12:00:00","avatarColor":"#fff"},
        {"phone":"0987654321","name":"","type":"2","DateCreate":"06/30/2026 12:01:00"},
        {"phone":"0903123456","name":null,"type":3,"DateCreate":"06/30/2026 12:02:00"},
        {"phone":"1","type":9,"DateCreate":"06/30/2026 12:02:00"},
        {"phone":"1","type":1,"DateCreate":"hôm qua"}]}"##;
    let history = || Ask::History {
        from: 0,
        to: NOW,
        limit: 30,
    };
    let (sent, result) = ask(&mut client(vbot(VbotGeneration::Sdk)), history(), ok(list));
    assert_eq!(
        sent.url,
        "https://open-api.vbot.vn/api/sdk/historycall/getAll?token=eyJ.tok.en&page=1&size=30"
    );
    let Ok(Answer::History(calls)) = result else {
        panic!("{result:?}");
    };
    let read: Vec<_> = calls
        .iter()
        .map(|call| {
            (
                call.number.as_str(),
                call.direction,
                call.answered_at.is_some(),
            )
        })
        .collect();
    assert_eq!(
        read,
        [
            ("0903123456", Direction::Incoming, false),
            ("0987654321", Direction::Outgoing, false),
            ("0912345678", Direction::Incoming, true),
        ]
    );
    let mut widget = client(vbot(VbotGeneration::Widget));
    assert!(!widget.abilities().history);
    widget.ask(history(), NOW);
    assert!(widget.poll_request().is_none(), "no path is known");
}

#[test]
fn notes_stay_on_this_computer() {
    for generation in [VbotGeneration::Sdk, VbotGeneration::Widget] {
        let mut client = client(vbot(generation));
        assert!(!client.abilities().notes);
        client.ask(Ask::SaveNote(Box::default()), NOW);
        assert!(client.poll_request().is_none());
        let error = answer(&mut client).1.expect_err("no way");
        assert_eq!(error.problem, ProviderProblem::NotOffered);
        assert!(client.token().is_none());
    }
}
