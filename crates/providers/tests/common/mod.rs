//! A client and the provider that a test plays: requests are taken out, answers written by hand.
#![allow(dead_code, reason = "each test file uses its part")]

use alo_protocol::{ProviderSignIn, Secret, VbotGeneration};
use alo_providers::api::{
    Answer, ApiError, Ask, AskId, Client, HttpAnswer, HttpFailure, HttpId, HttpOutcome,
    HttpRequest, StoredToken,
};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// Unix ms of every test's beginning.
pub(crate) const NOW: u64 = 1_782_795_967_000;

pub(crate) fn omicall() -> ProviderSignIn {
    ProviderSignIn::Omicall {
        base_url: String::new(),
        domain: "omiteam".into(),
        extension: "147".into(),
        password: Secret::new("s3cret"),
        sip_only: false,
        server_url: String::new(),
    }
}

pub(crate) fn bizfly() -> ProviderSignIn {
    ProviderSignIn::Bizfly {
        base_url: String::new(),
        email: "lan@example.vn".into(),
        password: Secret::new("s3cret"),
        paths: alo_protocol::BizflyPaths::default(),
        server_url: "wss://bizfly.example/ws".into(),
        domain: "bizfly.example".into(),
    }
}

pub(crate) fn vbot(generation: VbotGeneration) -> ProviderSignIn {
    ProviderSignIn::Vbot {
        base_url: String::new(),
        token: Secret::new("eyJ.tok.en"),
        generation,
    }
}

pub(crate) fn client(sign_in: ProviderSignIn) -> Client {
    Client::new(sign_in, None).expect("usable")
}

/// A token without an end.
pub(crate) fn stored(token: &str) -> StoredToken {
    StoredToken {
        token: Secret::new(token),
        expires_at: None,
        project: None,
    }
}

/// A client with a session that was stored before.
pub(crate) fn in_session(sign_in: ProviderSignIn) -> Client {
    Client::new(sign_in, Some(stored("old"))).expect("usable")
}

pub(crate) fn jwt(exp_ms: u64) -> String {
    let claims = format!(r#"{{"tenant_id":"t","exp":{}}}"#, exp_ms / 1000);
    format!("eyJh.{}.c2ln", URL_SAFE_NO_PAD.encode(claims))
}

/// What OmiCall says to a good sign-in.
pub(crate) fn auth_answer(token: &str) -> String {
    format!(
        r#"{{"status_code":9999,"payload":{{"access_token":"{token}","tenant_name":"Omi",
            "webSocketUri":"wss://sig.example:7443","iceServers":[
            {{"urls":"stun:stun.example:3478"}},
            {{"urls":["turn:turn.example:2222?transport=tcp"],"username":"u","credential":"c"}}],
            "ice_transport_policy":"relay","phoneMasked":true}}}}"#
    )
}

pub(crate) fn ok(body: &str) -> HttpOutcome {
    status(200, body)
}

pub(crate) fn status(status: u16, body: &str) -> HttpOutcome {
    HttpOutcome::Answer(HttpAnswer {
        status,
        retry_after: None,
        body: body.to_owned(),
    })
}

pub(crate) fn failed(failure: HttpFailure) -> HttpOutcome {
    HttpOutcome::Failed(failure)
}

/// The only request that waits.
pub(crate) fn request(client: &mut Client) -> (HttpId, HttpRequest) {
    let request = client.poll_request().expect("a request");
    assert!(client.poll_request().is_none(), "one request at a time");
    request
}

/// The only answer that waits.
pub(crate) fn answer(client: &mut Client) -> (AskId, Result<Answer, ApiError>) {
    let answer = client.poll_answer().expect("an answer");
    assert!(client.poll_answer().is_none(), "one answer to one ask");
    answer
}

/// Asks, answers the one request, and gives it back with what came of it.
pub(crate) fn ask(
    client: &mut Client,
    ask: Ask,
    outcome: HttpOutcome,
) -> (HttpRequest, Result<Answer, ApiError>) {
    let id = client.ask(ask, NOW);
    let (http, sent) = request(client);
    client.handle(http, outcome, NOW);
    let (answered, result) = answer(client);
    assert_eq!(answered, id);
    (sent, result)
}

pub(crate) fn header<'a>(request: &'a HttpRequest, name: &str) -> Option<&'a str> {
    let mut found = request.headers.iter().filter(|(known, _)| known == name);
    let value = found.next().map(|(_, value)| value.as_str());
    assert!(found.next().is_none(), "{name} once");
    value
}

/// The JSON that was sent.
pub(crate) fn body(request: &HttpRequest) -> serde_json::Value {
    let text = request.body.as_deref().expect("a body");
    serde_json::from_str(text).expect("JSON")
}
