//! Requests and responses, and how they are printed (RFC 3261 §7).

use std::fmt;

use super::{Headers, Method, Uri, reason_phrase};

/// A SIP message.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// A request.
    Request(Request),
    /// A response.
    Response(Response),
}

/// A SIP request.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The method.
    pub method: Method,
    /// The Request-URI.
    pub uri: Uri,
    /// The headers, without Content-Length, which follows from `body`.
    pub headers: Headers,
    /// The body.
    pub body: Vec<u8>,
}

/// A SIP response.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// The status, 100–699.
    pub status: u16,
    /// The reason phrase; may be empty.
    pub reason: String,
    /// The headers, without Content-Length, which follows from `body`.
    pub headers: Headers,
    /// The body.
    pub body: Vec<u8>,
}

impl Message {
    /// The headers.
    pub fn headers(&self) -> &Headers {
        match self {
            Self::Request(request) => &request.headers,
            Self::Response(response) => &response.headers,
        }
    }

    /// The body.
    pub fn body(&self) -> &[u8] {
        match self {
            Self::Request(request) => &request.body,
            Self::Response(response) => &response.body,
        }
    }

    /// The message as it is sent, with the computed Content-Length as the last header.
    pub fn to_bytes(&self) -> Vec<u8> {
        match self {
            Self::Request(request) => request.to_bytes(),
            Self::Response(response) => response.to_bytes(),
        }
    }
}

impl Request {
    /// A request without headers and body.
    pub fn new(method: Method, uri: Uri) -> Self {
        Self {
            method,
            uri,
            headers: Headers::new(),
            body: Vec::new(),
        }
    }

    /// Sets body and Content-Type.
    pub fn set_body(&mut self, content_type: &str, body: impl Into<Vec<u8>>) {
        self.headers.set("Content-Type", content_type);
        self.body = body.into();
    }

    /// A response with the headers that RFC 3261 §8.2.6.2 copies: every Via, From, To, Call-ID and
    /// CSeq unchanged, and in a 100 also Timestamp.
    ///
    /// `to_tag` is added if To can be read and has no tag. An empty `reason` becomes the usual
    /// phrase of the status.
    pub fn response(&self, status: u16, reason: &str, to_tag: Option<&str>) -> Response {
        let mut response = Response::new(status, reason);
        let untagged = self.headers.to().is_ok_and(|to| to.tag().is_none());
        for name in ["Via", "From", "To", "Call-ID", "CSeq", "Timestamp"] {
            for value in self.headers.get_all(name) {
                match to_tag {
                    // Header parameters come last in every form of To.
                    Some(tag) if name == "To" && untagged => {
                        response.headers.push(name, format!("{value};tag={tag}"));
                    }
                    _ if name == "Timestamp" && status != 100 => {}
                    _ => response.headers.push(name, value),
                }
            }
        }
        response
    }

    /// The request as it is sent, with the computed Content-Length as the last header.
    pub fn to_bytes(&self) -> Vec<u8> {
        let start_line = format!("{} {} SIP/2.0", self.method, self.uri);
        print(start_line, &self.headers, &self.body)
    }
}

impl Response {
    /// A response without headers and body. An empty `reason` becomes the usual phrase of the status.
    pub fn new(status: u16, reason: &str) -> Self {
        let reason = match reason {
            "" => reason_phrase(status),
            reason => reason.to_owned(),
        };
        Self {
            status,
            reason,
            headers: Headers::new(),
            body: Vec::new(),
        }
    }

    /// Sets body and Content-Type.
    pub fn set_body(&mut self, content_type: &str, body: impl Into<Vec<u8>>) {
        self.headers.set("Content-Type", content_type);
        self.body = body.into();
    }

    /// The response as it is sent, with the computed Content-Length as the last header.
    pub fn to_bytes(&self) -> Vec<u8> {
        let start_line = format!("SIP/2.0 {} {}", self.status, self.reason);
        print(start_line, &self.headers, &self.body)
    }
}

/// Prints a message. Line ends in the start line are removed, because its parts are public fields;
/// header values cannot have any ([`Headers::push`]).
fn print(mut start_line: String, headers: &Headers, body: &[u8]) -> Vec<u8> {
    start_line.retain(|c| c != '\r' && c != '\n');
    let mut octets = Vec::with_capacity(1024 + body.len());
    let mut line = |parts: [&str; 3]| {
        parts
            .iter()
            .for_each(|part| octets.extend_from_slice(part.as_bytes()));
        octets.extend_from_slice(b"\r\n");
    };
    line([&start_line, "", ""]);
    for (name, value) in headers.iter().filter(|(name, _)| *name != "Content-Length") {
        line([name, ": ", value]);
    }
    line(["Content-Length", ": ", &body.len().to_string()]);
    line(["", "", ""]);
    octets.extend_from_slice(body);
    octets
}

impl From<Request> for Message {
    fn from(request: Request) -> Self {
        Self::Request(request)
    }
}

impl From<Response> for Message {
    fn from(response: Response) -> Self {
        Self::Response(response)
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&String::from_utf8_lossy(&self.to_bytes()))
    }
}

impl fmt::Display for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&String::from_utf8_lossy(&self.to_bytes()))
    }
}

impl fmt::Display for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&String::from_utf8_lossy(&self.to_bytes()))
    }
}
