//! The whole program: started as a person starts it, reached over its sockets, ended by a signal.

mod common;

use futures::{SinkExt, StreamExt};
use tokio::process::Command;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;

use common::{PATIENCE, Program};

#[tokio::test]
async fn it_says_that_it_is_ready_serves_and_ends_on_sigterm() {
    let dir = std::env::temp_dir().join(format!("alo-sandbox-test-{}", std::process::id()));
    std::fs::create_dir_all(&dir).expect("a directory");
    let file = dir.join("ready.json");
    let mut program = Program::start(&["--ready-file", file.to_str().expect("UTF-8")]).await;
    assert_eq!(program.ready["ready"], true);
    assert_eq!(program.text("domain"), "sandbox.alo.test");
    let written = std::fs::read_to_string(&file).expect("the ready file");
    let written: serde_json::Value = serde_json::from_str(&written).expect("the same JSON");
    assert_eq!(written, program.ready);
    std::fs::remove_dir_all(&dir).expect("removed");

    let (head, page) = program.http("GET /", "").await;
    let head = head.to_ascii_lowercase();
    assert!(head.starts_with("http/1.1 200"), "{head}");
    assert!(
        head.contains("content-security-policy: default-src 'none'"),
        "{head}"
    );
    assert!(page.contains("0912 345 678"));
    let (_, state) = program.http("GET /api/state", "").await;
    let state: serde_json::Value = serde_json::from_str(&state).expect("JSON");
    assert_eq!(state["registrations"], serde_json::json!([]));
    for (request, body, status) in [
        ("POST /api/call", r#"{"to":"1001"}"#, "409"),
        ("POST /api/call", r#"{"to":"nobody"}"#, "404"),
        ("POST /api/call", "no json", "400"),
        ("POST /api/calls/7/end", "", "404"),
        ("GET /nothing", "", "404"),
        // What another site could have a browser send.
        (
            "POST /api/connections/drop HTTP/1.1\r\nOrigin: http://evil.example\r\nX:",
            "",
            "403",
        ),
    ] {
        let (head, _) = program.http(request, body).await;
        assert!(
            head.starts_with(&format!("HTTP/1.1 {status}")),
            "{request}: {head}"
        );
    }

    #[cfg(unix)]
    {
        let pid = program.child.id().expect("running").to_string();
        let killed = Command::new("kill")
            .args(["-TERM", &pid])
            .status()
            .await
            .expect("kill");
        assert!(killed.success());
        let ended = tokio::time::timeout(PATIENCE, program.child.wait()).await;
        assert!(ended.expect("in time").expect("waited").success());
    }
}

#[tokio::test]
async fn sip_goes_over_a_websocket_of_subprotocol_sip_only() {
    let program = Program::start(&[]).await;
    let plain = program.text("ws").into_client_request().expect("valid");
    assert!(tokio_tungstenite::connect_async(plain).await.is_err());

    let mut request = program.text("ws").into_client_request().expect("valid");
    request
        .headers_mut()
        .insert("Sec-WebSocket-Protocol", "sip".parse().expect("valid"));
    let (mut socket, response) = tokio_tungstenite::connect_async(request)
        .await
        .expect("connected");
    assert_eq!(response.headers()["Sec-WebSocket-Protocol"], "sip");
    let options = "OPTIONS sip:sandbox.alo.test SIP/2.0\r\n\
        Via: SIP/2.0/WS x.invalid;branch=z9hG4bK1\r\nFrom: <sip:a@b>;tag=1\r\n\
        To: <sip:sandbox.alo.test>\r\nCall-ID: 1\r\nCSeq: 1 OPTIONS\r\n\r\n";
    // Text and binary frames are the same (RFC 7118 §5), and a ping gets its pong.
    for (frame, answer) in [
        (Message::text(options), "SIP/2.0 200 OK"),
        (
            Message::binary(options.as_bytes().to_vec()),
            "SIP/2.0 200 OK",
        ),
        (Message::text("\r\n\r\n"), "\r\n"),
    ] {
        socket.send(frame).await.expect("sent");
        let received = tokio::time::timeout(PATIENCE, socket.next())
            .await
            .expect("in time");
        let received = received.expect("open").expect("a frame");
        assert!(
            received.to_text().expect("text").starts_with(answer),
            "{received}"
        );
    }
    let (_, state) = program.http("GET /api/state", "").await;
    assert!(state.contains(r#""connections":1"#), "{state}");
    let (_, dropped) = program.http("POST /api/connections/drop", "{}").await;
    assert_eq!(dropped, r#"{"dropped":1}"#);
    let end = tokio::time::timeout(PATIENCE, socket.next())
        .await
        .expect("in time");
    assert!(
        matches!(end, None | Some(Ok(Message::Close(_)) | Err(_))),
        "{end:?}"
    );
}

#[tokio::test]
async fn a_port_that_is_taken_is_said_in_one_line() {
    let first = Program::start(&[]).await;
    let port = first.ready["port"].to_string();
    let second = Command::new(env!("CARGO_BIN_EXE_alo-sandbox"))
        .args(["--port", &port])
        .output();
    let second = tokio::time::timeout(PATIENCE, second)
        .await
        .expect("in time")
        .expect("ran");
    assert!(!second.status.success());
    let words = String::from_utf8_lossy(&second.stderr).into_owned();
    assert!(
        words.contains(&port) && words.lines().count() == 1,
        "{words}"
    );
}
