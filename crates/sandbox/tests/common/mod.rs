//! The program as a child of a test, and a plain HTTP client for its APIs.

// Each test program uses a part of it.
#![allow(dead_code)]

pub(crate) mod phone;

use std::process::Stdio;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};

pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) struct Program {
    pub(crate) child: Child,
    pub(crate) ready: Value,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    /// 0 where the connection ended before an answer.
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// OmiCall's payload; there must have been success.
    pub(crate) fn payload(&self) -> Value {
        let json = self.json();
        assert_eq!(json["status_code"], 9999, "{self:?}");
        json["payload"].clone()
    }

    /// Bizfly's and VBot's data.
    pub(crate) fn data(&self) -> Value {
        self.json()["data"].clone()
    }

    /// A header field of the answer, by its name in lower case.
    pub(crate) fn field(&self, name: &str) -> Option<String> {
        let fields = self.head.lines().filter_map(|line| line.split_once(": "));
        let found = fields
            .into_iter()
            .find(|(own, _)| own.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.to_owned())
    }
}

impl Program {
    pub(crate) async fn start(args: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_alo-sandbox"))
            .args(["--port", "0", "--loopback-only"])
            .args(args)
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("started");
        let mut line = String::new();
        let mut stdout = BufReader::new(child.stdout.take().expect("piped"));
        let read = tokio::time::timeout(PATIENCE, stdout.read_line(&mut line)).await;
        read.expect("in time").expect("readable");
        Self {
            child,
            ready: serde_json::from_str(&line).expect("one line of JSON"),
        }
    }

    pub(crate) fn text(&self, field: &str) -> String {
        self.ready[field].as_str().expect("a string").to_owned()
    }

    /// A plain HTTP request; gives status line and headers, and the body.
    pub(crate) async fn http(&self, request: &str, body: &str) -> (String, String) {
        let answer = self.ask(request, &[], body).await;
        (answer.head, answer.text)
    }

    /// A request with header fields. What never comes is an answer with status 0.
    pub(crate) async fn ask(&self, request: &str, fields: &[(&str, &str)], body: &str) -> Answer {
        let host = self.text("http").replace("http://", "");
        let mut stream = TcpStream::connect(&host).await.expect("connected");
        let fields: String = fields
            .iter()
            .map(|(name, value)| format!("{name}: {value}\r\n"))
            .collect();
        let head = format!(
            "{request} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{fields}Content-Length: {}\r\n\r\n",
            body.len()
        );
        stream
            .write_all(format!("{head}{body}").as_bytes())
            .await
            .expect("written");
        let mut answer = Vec::new();
        let read = tokio::time::timeout(PATIENCE, stream.read_to_end(&mut answer)).await;
        // A reset connection is an answer too: none.
        let _ = read.expect("in time");
        let answer = String::from_utf8(answer).expect("UTF-8");
        let (head, text) = answer.split_once("\r\n\r\n").unwrap_or_default();
        let status = head
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok());
        Answer {
            status: status.unwrap_or_default(),
            head: head.to_owned(),
            text: text.to_owned(),
        }
    }

    pub(crate) async fn get(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.ask(&format!("GET {path}"), fields, "").await
    }

    pub(crate) async fn post(&self, path: &str, fields: &[(&str, &str)], body: &Value) -> Answer {
        self.ask(&format!("POST {path}"), fields, &body.to_string())
            .await
    }

    /// The part of the state page that is about REST.
    pub(crate) async fn rest(&self) -> Value {
        self.get("/api/state", &[]).await.json()["rest"].clone()
    }

    /// A call in the state page's list.
    pub(crate) async fn call(&self, id: &str) -> Value {
        let rest = self.rest().await;
        let calls = rest["calls"].as_array().expect("a list").clone();
        calls
            .into_iter()
            .find(|call| call["id"] == id)
            .unwrap_or_else(|| panic!("{id} in {rest}"))
    }

    pub(crate) async fn fault(&self, fault: Value) {
        let answer = self.post("/api/faults", &[], &fault).await;
        assert_eq!(answer.status, 200, "{answer:?}");
    }

    /// Signs an extension in to OmiCall; the payload of the answer.
    pub(crate) async fn omicall_auth(&self, user: &str, password: &str) -> Value {
        self.omicall_try(user, password).await.payload()
    }

    /// The same; whatever comes back.
    pub(crate) async fn omicall_try(&self, user: &str, password: &str) -> Answer {
        let words = format!(r#"{{"domain":"saomai","username":"{user}","password":"{password}"}}"#);
        let bearer = format!("Bearer {}", STANDARD.encode(words));
        let fields = [("Authorization", bearer.as_str())];
        let path = "/omicall/websdk/auth?version=3&utm_source=extension";
        self.post(path, &fields, &json!({})).await
    }

    /// The `Authorization` of an agent of OmiCall's.
    pub(crate) async fn omicall(&self, user: &str) -> String {
        let payload = self.omicall_auth(user, &format!("alo-{user}")).await;
        format!(
            "Bearer {}",
            payload["access_token"].as_str().expect("a token")
        )
    }

    /// The token of an agent of Bizfly's.
    pub(crate) async fn bizfly(&self, email: &str, password: &str) -> Answer {
        let body = json!({"auth_method": "password", "username": email, "password": password});
        self.post("/bizfly/api/token", &[], &body).await
    }
}

/// A call that every fresh sandbox remembers of the extension.
pub(crate) fn old_call(extension: u32, number: u32) -> String {
    format!("00000000-0000-4000-a000-{extension:0>11}{number}")
}
