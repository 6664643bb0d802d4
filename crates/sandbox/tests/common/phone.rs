//! A SIP phone of a few lines on a WebSocket, to see what the program as a whole does.

use std::fmt::Write as _;

use futures::{SinkExt, StreamExt};
use md5::{Digest, Md5};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

use super::{PATIENCE, Program};

pub(crate) struct Phone {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    user: String,
    domain: String,
    count: u32,
}

/// A header field of a message, by its exact name.
pub(crate) fn field(message: &str, name: &str) -> Option<String> {
    let fields = message.lines().filter_map(|line| line.split_once(": "));
    fields
        .into_iter()
        .find(|(own, _)| *own == name)
        .map(|(_, value)| value.to_owned())
}

fn hex(text: &str) -> String {
    Md5::digest(text)
        .iter()
        .fold(String::new(), |mut out, byte| {
            let _ = write!(out, "{byte:02x}");
            out
        })
}

impl Phone {
    /// A phone that is registered with those credentials at that socket.
    pub(crate) async fn registered(url: &str, domain: &str, user: &str, password: &str) -> Self {
        let mut request = url.into_client_request().expect("valid");
        request
            .headers_mut()
            .insert("Sec-WebSocket-Protocol", "sip".parse().expect("valid"));
        let (socket, _) = tokio_tungstenite::connect_async(request)
            .await
            .expect("connected");
        let mut phone = Self {
            socket,
            user: user.to_owned(),
            domain: domain.to_owned(),
            count: 0,
        };
        let to = format!("sip:{user}@{domain}");
        let uri = format!("sip:{domain}");
        let ok = phone.ask("REGISTER", &uri, &to, "reg", password, &[]).await;
        assert!(ok.starts_with("SIP/2.0 200"), "{ok}");
        phone
    }

    /// Calls; the first response that is neither a challenge nor 100.
    pub(crate) async fn call(
        &mut self,
        number: &str,
        password: &str,
        fields: &[(&str, &str)],
    ) -> String {
        let uri = format!("sip:{number}@{}", self.domain);
        let call_id = format!("call-{}", self.count);
        self.ask("INVITE", &uri.clone(), &uri, &call_id, password, fields)
            .await
    }

    async fn ask(
        &mut self,
        method: &str,
        uri: &str,
        to: &str,
        call_id: &str,
        password: &str,
        fields: &[(&str, &str)],
    ) -> String {
        let first = self.send(method, uri, to, call_id, fields).await;
        let (challenge, answer) = match first.get(8..11) {
            Some("401") => ("WWW-Authenticate", "Authorization"),
            Some("407") => ("Proxy-Authenticate", "Proxy-Authorization"),
            _ => return first,
        };
        // The program is told to ask for MD5 only.
        let challenge = field(&first, challenge).expect("a challenge");
        let part = |name: &str| {
            let rest = challenge
                .split_once(&format!("{name}=\""))
                .expect("there")
                .1;
            rest.split_once('"').expect("quoted").0.to_owned()
        };
        let (realm, nonce) = (part("realm"), part("nonce"));
        let one = hex(&format!("{}:{realm}:{password}", self.user));
        let two = hex(&format!("{method}:{uri}"));
        let response = hex(&format!("{one}:{nonce}:00000001:c:auth:{two}"));
        let credentials = format!(
            "Digest username=\"{}\", realm=\"{realm}\", nonce=\"{nonce}\", uri=\"{uri}\", response=\"{response}\", \
             algorithm=MD5, qop=auth, nc=00000001, cnonce=\"c\"",
            self.user
        );
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .copied()
            .chain([(answer, credentials.as_str())])
            .collect();
        self.send(method, uri, to, call_id, &fields).await
    }

    async fn send(
        &mut self,
        method: &str,
        uri: &str,
        to: &str,
        call_id: &str,
        fields: &[(&str, &str)],
    ) -> String {
        self.count += 1;
        let (user, domain, count) = (self.user.clone(), self.domain.clone(), self.count);
        let fields: String = fields
            .iter()
            .map(|(name, value)| format!("{name}: {value}\r\n"))
            .collect();
        let text = format!(
            "{method} {uri} SIP/2.0\r\nVia: SIP/2.0/WS x.invalid;branch=z9hG4bK{count}\r\nMax-Forwards: 70\r\n\
             From: <sip:{user}@{domain}>;tag=me\r\nTo: <{to}>\r\nCall-ID: {call_id}\r\nCSeq: {count} {method}\r\n\
             Contact: <sip:{user}@x.invalid;transport=ws>\r\n{fields}Content-Length: 0\r\n\r\n"
        );
        self.socket.send(Message::text(text)).await.expect("sent");
        loop {
            let message = self.next().await;
            if !message.starts_with("SIP/2.0 100") {
                return message;
            }
        }
    }

    /// The next message.
    pub(crate) async fn next(&mut self) -> String {
        let message = tokio::time::timeout(PATIENCE, self.socket.next())
            .await
            .expect("in time");
        message
            .expect("open")
            .expect("a frame")
            .to_text()
            .expect("text")
            .to_owned()
    }

    /// Answers a request that came, without a body.
    pub(crate) async fn answer(&mut self, request: &str, status: &str) {
        let mut text = format!("SIP/2.0 {status}\r\n");
        for name in ["Via", "From", "To", "Call-ID", "CSeq"] {
            let value = field(request, name).expect("complete");
            let tag = if name == "To" { ";tag=mine" } else { "" };
            let _ = write!(text, "{name}: {value}{tag}\r\n");
        }
        text.push_str("Content-Length: 0\r\n\r\n");
        self.socket.send(Message::text(text)).await.expect("sent");
    }
}

impl Program {
    /// Has the sandbox call somebody.
    pub(crate) async fn call_user(&self, wish: serde_json::Value) {
        let answer = self.post("/api/call", &[], &wish).await;
        assert_eq!(answer.status, 202, "{answer:?}");
    }
}
