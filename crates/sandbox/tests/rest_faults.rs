//! Faults on demand, what a browser sends unasked, and limits.

mod common;

use std::time::Instant;

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use common::{PATIENCE, Program, old_call};

const NOTE: &str = "/omicall/websdk/call-transaction/add-metadata/";

/// A program, an agent's bearer, and the path of a note.
async fn note(args: &[&str]) -> (Program, String, String) {
    let program = Program::start(args).await;
    let bearer = program.omicall("2001").await;
    (program, bearer, format!("{NOTE}{}", old_call(2001, 0)))
}

fn text() -> Value {
    json!({"note": "đã gọi"})
}

#[tokio::test]
async fn a_connection_cut_after_the_note_was_stored_makes_a_second_save_of_the_same_text() {
    let (program, bearer, path) = note(&[]).await;
    let fields = [("Authorization", bearer.as_str())];
    program.fault(json!({"provider": "omicall", "path_contains": "add-metadata", "kind": "drop_after_commit"})).await;
    let lost = program.post(&path, &fields, &text()).await;
    assert_eq!(
        (lost.status, lost.head.as_str()),
        (0, ""),
        "nothing comes back"
    );
    let call = program.call(&old_call(2001, 0)).await;
    assert_eq!(
        (&call["saves"], &call["note"]),
        (&json!(1), &text()["note"])
    );
    program.post(&path, &fields, &text()).await.payload();
    let call = program.call(&old_call(2001, 0)).await;
    assert_eq!(
        (&call["saves"], call["texts"].as_array().map(Vec::len)),
        (&json!(2), Some(1))
    );
    assert_eq!(call["doubles"], 1);
}

#[tokio::test]
async fn a_connection_cut_before_leaves_nothing_behind() {
    let (program, bearer, path) = note(&[]).await;
    program
        .fault(json!({"kind": "drop", "method": "POST"}))
        .await;
    assert_eq!(
        program
            .post(&path, &[("Authorization", &bearer)], &text())
            .await
            .status,
        0
    );
    assert_eq!(program.call(&old_call(2001, 0)).await["saves"], 0);
    let requests = program.rest().await["requests"].clone();
    let last = requests
        .as_array()
        .and_then(|list| list.last())
        .expect("seen")
        .clone();
    assert_eq!(
        (&last["fault"], &last["status"]),
        (&json!("drop"), &Value::Null)
    );
}

#[tokio::test]
async fn a_status_comes_as_often_as_asked_with_its_time_to_wait() {
    let (program, bearer, path) = note(&[]).await;
    let fields = [("Authorization", bearer.as_str())];
    program.fault(json!({"path_contains": "add-metadata", "kind": "status", "status": 429, "retry_after_s": 7, "times": 2})).await;
    for _ in 0..2 {
        let answer = program.post(&path, &fields, &text()).await;
        assert_eq!(
            (answer.status, answer.field("retry-after").as_deref()),
            (429, Some("7"))
        );
    }
    program.post(&path, &fields, &text()).await.payload();
    program
        .fault(json!({"kind": "status", "status": 503, "times": 0}))
        .await;
    for _ in 0..3 {
        let answer = program.post(&path, &fields, &text()).await;
        assert_eq!(answer.status, 503);
        // What a gateway says, which is no JSON.
        assert!(answer.text.starts_with("<html>"));
    }
    assert_eq!(program.ask("DELETE /api/faults", &[], "").await.status, 200);
    program.post(&path, &fields, &text()).await.payload();
    assert_eq!(program.call(&old_call(2001, 0)).await["saves"], 2);
}

#[tokio::test]
async fn half_an_answer_is_no_json_and_was_carried_out() {
    let (program, bearer, path) = note(&[]).await;
    program.fault(json!({"kind": "half"})).await;
    let answer = program
        .post(&path, &[("Authorization", &bearer)], &text())
        .await;
    assert_eq!(answer.status, 200);
    assert!(serde_json::from_str::<Value>(&answer.text).is_err() && answer.text.starts_with('{'));
    assert_eq!(program.call(&old_call(2001, 0)).await["saves"], 1);
}

#[tokio::test]
async fn latency_and_redirection() {
    let (program, bearer, path) = note(&[]).await;
    let fields = [("Authorization", bearer.as_str())];
    program.fault(json!({"kind": "latency", "ms": 300})).await;
    let before = Instant::now();
    program.post(&path, &fields, &text()).await.payload();
    assert!(before.elapsed().as_millis() >= 300);

    program.fault(json!({"kind": "redirect"})).await;
    let answer = program.post(&path, &fields, &text()).await;
    assert_eq!(
        (answer.status, answer.field("location").as_deref()),
        (302, Some("/omicall/redirected"))
    );
    assert_eq!(program.call(&old_call(2001, 0)).await["saves"], 1);
    // Who follows is seen.
    assert_eq!(program.get("/omicall/redirected", &[]).await.status, 404);
    assert!(
        program.rest().await["requests"]
            .to_string()
            .contains("/omicall/redirected")
    );
}

#[tokio::test]
async fn tokens_end_when_their_time_is_over_or_when_a_test_wants() {
    let (program, bearer, path) = note(&[]).await;
    program
        .fault(json!({"provider": "omicall", "kind": "expire_tokens"}))
        .await;
    let expired = program
        .post(&path, &[("Authorization", &bearer)], &text())
        .await;
    assert_eq!(
        (expired.status, expired.json()["message"].clone()),
        (401, json!("token_expired"))
    );
    let new = program.omicall("2001").await;
    program
        .post(&path, &[("Authorization", &new)], &text())
        .await
        .payload();

    program
        .fault(json!({"provider": "omicall", "kind": "token_ttl", "token_ttl_s": 0}))
        .await;
    let brief = program.omicall("2001").await;
    let expired = program
        .post(&path, &[("Authorization", &brief)], &text())
        .await;
    assert_eq!(expired.json()["message"], "token_expired");
    // The other providers' are as good as before.
    let token = program.ready["providers"]["vbot"]["token"]
        .as_str()
        .expect("a token")
        .to_owned();
    let info = program
        .post(
            "/vbot/v3.0/api/sdk/info",
            &[("Authorization", &token)],
            &json!({"source": "Website-SDK"}),
        )
        .await;
    assert_eq!(info.json()["error"], 0);
}

#[tokio::test]
async fn faults_that_make_no_sense_and_foreign_pages_are_refused() {
    let program = Program::start(&[]).await;
    for fault in [
        json!({"kind": "latency"}),
        json!({"kind": "latency", "ms": 999_999_999}),
        json!({"kind": "status", "status": 200}),
        json!({"kind": "half", "typo": 1}),
        json!({"kind": "half", "provider": "plain"}),
    ] {
        assert_eq!(
            program.post("/api/faults", &[], &fault).await.status,
            400,
            "{fault}"
        );
    }
    let foreign = [("Origin", "https://evil.example")];
    assert_eq!(
        program
            .post("/api/faults", &foreign, &json!({"kind": "half"}))
            .await
            .status,
        403
    );
}

#[tokio::test]
async fn an_extensions_page_may_call_and_a_preflight_gets_a_plain_servers_answer() {
    let (program, bearer, path) = note(&[]).await;
    let origin = (
        "Origin",
        "chrome-extension://abcdefghijklmnopabcdefghijklmnop",
    );
    let saved = program
        .post(&path, &[origin, ("Authorization", &bearer)], &text())
        .await;
    saved.payload();
    assert_eq!(saved.field("access-control-allow-origin"), None);
    program.fault(json!({"kind": "drop", "times": 0})).await;
    let preflight = program
        .ask(
            &format!("OPTIONS {path}"),
            &[origin, ("Access-Control-Request-Method", "POST")],
            "",
        )
        .await;
    assert_eq!(
        (
            preflight.status,
            preflight.field("access-control-allow-origin")
        ),
        (204, None)
    );
    // A name that leads to loopback by a trick of DNS is not this sandbox.
    let rebound = program
        .ask(
            &format!("GET {path} HTTP/1.1\r\nHost: evil.example\r\nX:"),
            &[],
            "",
        )
        .await;
    assert!(
        rebound.status == 403 || rebound.status == 400,
        "{rebound:?}"
    );
}

#[tokio::test]
async fn what_is_too_large_or_no_json_is_refused_and_counts_as_nothing() {
    let (program, bearer, path) = note(&[]).await;
    let fields = [("Authorization", bearer.as_str())];
    let large = json!({"note": "x".repeat(70_000)});
    assert_eq!(program.post(&path, &fields, &large).await.status, 413);
    let nonsense = program
        .ask(&format!("POST {path}"), &fields, "{\"note\":")
        .await;
    assert_eq!(nonsense.json()["message"], "request_body_required");
    let long = format!("Bearer {}", "x".repeat(5000));
    assert_eq!(
        program
            .post(&path, &[("Authorization", &long)], &text())
            .await
            .status,
        401
    );
    assert_eq!(program.call(&old_call(2001, 0)).await["saves"], 0);
    assert_eq!(
        program.get("/omicall/websdk/nothing", &fields).await.status,
        404
    );
}

#[tokio::test]
async fn notes_and_tokens_outlive_a_killed_program_that_has_a_state_file() {
    let dir = std::env::temp_dir().join(format!("alo-sandbox-rest-{}", std::process::id()));
    std::fs::create_dir_all(&dir).expect("a directory");
    let file = dir.join("state.json");
    let args = ["--state-file", file.to_str().expect("UTF-8")];
    let (mut program, bearer, path) = note(&args).await;
    let fields = [("Authorization", bearer.as_str())];
    program.post(&path, &fields, &text()).await.payload();
    program.child.kill().await.expect("killed");

    let program = Program::start(&args).await;
    program.post(&path, &fields, &text()).await.payload();
    let call = program.call(&old_call(2001, 0)).await;
    assert_eq!(
        (&call["saves"], &call["note"]),
        (&json!(2), &text()["note"])
    );
    std::fs::remove_dir_all(&dir).expect("removed");
}

#[tokio::test]
async fn a_connection_is_used_once_unless_it_is_wanted_otherwise() {
    for (args, answers) in [(&[][..], 1), (&["--keep-alive"][..], 2)] {
        let program = Program::start(args).await;
        let host = program.text("http").replace("http://", "");
        let mut stream = TcpStream::connect(&host).await.expect("connected");
        let request = |end: &str| {
            format!("GET /vbot/api/sdk/getHotline HTTP/1.1\r\nHost: {host}\r\n{end}\r\n")
        };
        let both = request("") + &request("Connection: close\r\n");
        stream.write_all(both.as_bytes()).await.expect("written");
        let mut text = Vec::new();
        // It may be reset, as the second request is not read.
        let _ = timeout(PATIENCE, stream.read_to_end(&mut text))
            .await
            .expect("in time");
        let text = String::from_utf8_lossy(&text).into_owned();
        assert_eq!(
            text.matches("HTTP/1.1 200").count(),
            answers,
            "{args:?}: {text}"
        );
    }
}
