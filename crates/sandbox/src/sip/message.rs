//! Framing of one SIP message (RFC 3261 §7) in one WebSocket message (RFC 7118 §5).

use std::fmt;

use super::{parse_params, split_outside_quotes};

/// The largest message that is read, in bytes.
const MAX_MESSAGE: usize = 64 * 1024;
/// The most header fields that a message may have.
const MAX_FIELDS: usize = 256;

/// Why a frame is not a SIP message. Such frames are dropped and counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ParseError {
    /// More bytes or header fields than this program reads.
    #[error("message too large")]
    TooLarge,
    /// The first line is neither a request line nor a status line of SIP/2.0.
    #[error("malformed start line")]
    StartLine,
    /// A header line without a colon or with a name that is no token.
    #[error("malformed header field")]
    HeaderField,
    /// `Content-Length` is not a number or promises more than there is.
    #[error("body shorter than Content-Length")]
    Body,
}

/// The first line of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Start {
    /// `METHOD uri SIP/2.0`
    Request {
        /// Case-sensitive, as it came.
        method: String,
        /// The Request-URI, as it came.
        uri: String,
    },
    /// `SIP/2.0 status reason`
    Response {
        /// 100..=699
        status: u16,
        /// The phrase for people; may be empty.
        reason: String,
    },
}

/// A request or response. Header fields keep their order; names are in their long form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Message {
    pub(crate) start: Start,
    headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Message {
    /// A request without header fields.
    pub(crate) fn request(method: &str, uri: &str) -> Self {
        let (method, uri) = (method.to_owned(), uri.to_owned());
        Self {
            start: Start::Request { method, uri },
            headers: Vec::new(),
            body: String::new(),
        }
    }

    /// The response to `request` with the fields that RFC 3261 §8.2.6.2 has copied.
    /// `to_tag` is added to `To` where the request had none there.
    pub(crate) fn response(request: &Self, status: u16, reason: &str, to_tag: &str) -> Self {
        let mut response = Self {
            start: Start::Response {
                status,
                reason: reason.to_owned(),
            },
            headers: Vec::new(),
            body: String::new(),
        };
        for name in ["Via", "From", "To", "Call-ID", "CSeq"] {
            for value in request.all(name) {
                let mut value = value.to_owned();
                if name == "To" && status > 100 && request.tag_of_to().is_none() {
                    value.push_str(";tag=");
                    value.push_str(to_tag);
                }
                response.push(name, &value);
            }
        }
        response
    }

    /// Reads one message. A `Content-Length` shorter than what follows cuts it (RFC 3261 §18.3).
    pub(crate) fn parse(text: &str) -> Result<Self, ParseError> {
        if text.len() > MAX_MESSAGE {
            return Err(ParseError::TooLarge);
        }
        // Empty lines before the start line are ignored (RFC 3261 §7.5).
        let text = text.trim_start_matches(['\r', '\n']);
        let (head, body) = match text.split_once("\r\n\r\n") {
            Some(parts) => parts,
            None => text.split_once("\n\n").unwrap_or((text, "")),
        };
        let mut lines = head
            .split('\n')
            .map(|line| line.strip_suffix('\r').unwrap_or(line));
        let start = parse_start(lines.next().unwrap_or_default()).ok_or(ParseError::StartLine)?;
        let mut message = Self {
            start,
            headers: Vec::new(),
            body: String::new(),
        };
        for line in lines {
            if line.starts_with([' ', '\t']) {
                // A folded line goes on with the field before it (RFC 3261 §7.3.1).
                let last = message.headers.last_mut().ok_or(ParseError::HeaderField)?;
                last.1.push(' ');
                last.1.push_str(line.trim());
                continue;
            }
            let (name, value) = line.split_once(':').ok_or(ParseError::HeaderField)?;
            let name = name.trim_end();
            if name.is_empty() || !name.bytes().all(is_token) {
                return Err(ParseError::HeaderField);
            }
            if message.headers.len() == MAX_FIELDS {
                return Err(ParseError::TooLarge);
            }
            message
                .headers
                .push((long_name(name), value.trim().to_owned()));
        }
        let length = match message.get("Content-Length") {
            Some(value) => value.parse().map_err(|_| ParseError::Body)?,
            None => body.len(),
        };
        message.body = body.get(..length).ok_or(ParseError::Body)?.to_owned();
        message.headers.retain(|(name, _)| name != "Content-Length");
        Ok(message)
    }

    /// The method of a request, or of the request that a response answers (from `CSeq`).
    pub(crate) fn method(&self) -> &str {
        match &self.start {
            Start::Request { method, .. } => method,
            Start::Response { .. } => self
                .get("CSeq")
                .and_then(|v| v.split_whitespace().nth(1))
                .unwrap_or_default(),
        }
    }

    /// The first value of a field, whatever the case of its name.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(n, _)| n.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// Every field of that name, one item per line.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.headers
            .iter()
            .filter(move |(n, _)| n.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// The items of a comma-separated field over all its lines.
    pub(crate) fn list(&self, name: &str) -> Vec<String> {
        self.all(name)
            .flat_map(|value| split_outside_quotes(value, ','))
            .filter(|item| !item.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// All fields in order.
    pub(crate) fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.headers.iter().map(|(n, v)| (n.as_str(), v.as_str()))
    }

    /// Adds a field at the end. Line breaks, which would start another field, become spaces.
    pub(crate) fn push(&mut self, name: &str, value: &str) {
        let value = value.replace(['\r', '\n'], " ");
        self.headers.push((name.to_owned(), value));
    }

    /// `push`, for building in one expression.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.push(name, value);
        self
    }

    /// Adds a body and its type.
    pub(crate) fn with_body(mut self, content_type: &str, body: &str) -> Self {
        self.push("Content-Type", content_type);
        self.body = body.to_owned();
        self
    }

    /// The body if it is SDP and not empty.
    pub(crate) fn sdp(&self) -> Option<&str> {
        let is_sdp = self.get("Content-Type").is_some_and(|value| {
            let essence = value.split(';').next().unwrap_or_default();
            essence.trim().eq_ignore_ascii_case("application/sdp")
        });
        (is_sdp && !self.body.is_empty()).then_some(self.body.as_str())
    }

    /// Sequence number and method of `CSeq`.
    pub(crate) fn cseq(&self) -> Option<(u32, &str)> {
        let mut parts = self.get("CSeq")?.split_whitespace();
        let number = parts.next()?.parse().ok().filter(|n| *n < 1 << 31)?;
        Some((number, parts.next()?))
    }

    /// `branch` of the topmost Via: what names the transaction (RFC 3261 §17).
    pub(crate) fn branch(&self) -> Option<String> {
        let via = self.list("Via").into_iter().next()?;
        let (_, params) = via.split_once(';')?;
        parse_params(params)
            .into_iter()
            .find(|(name, _)| name == "branch")?
            .1
    }

    /// The tag of `From`.
    pub(crate) fn tag_of_from(&self) -> Option<String> {
        super::Address::parse(self.get("From")?)?
            .param("tag")
            .map(str::to_owned)
    }

    /// The tag of `To`; absent outside of a dialog.
    pub(crate) fn tag_of_to(&self) -> Option<String> {
        super::Address::parse(self.get("To")?)?
            .param("tag")
            .map(str::to_owned)
    }

    /// Whether it has all that RFC 3261 §8.1.1 demands so that it can be handled at all.
    pub(crate) fn is_complete(&self) -> bool {
        self.branch().is_some()
            && self.tag_of_from().is_some()
            && self.get("To").and_then(super::Address::parse).is_some()
            && self.get("Call-ID").is_some_and(|id| !id.is_empty())
            && match (&self.start, self.cseq()) {
                (Start::Request { method, .. }, Some((_, cseq_method))) => method == cseq_method,
                (Start::Response { .. }, Some(_)) => true,
                (_, None) => false,
            }
    }
}

impl fmt::Display for Message {
    /// The message as it goes out, with its Content-Length.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.start {
            Start::Request { method, uri } => write!(f, "{method} {uri} SIP/2.0\r\n")?,
            Start::Response { status, reason } => write!(f, "SIP/2.0 {status} {reason}\r\n")?,
        }
        for (name, value) in &self.headers {
            write!(f, "{name}: {value}\r\n")?;
        }
        write!(
            f,
            "Content-Length: {}\r\n\r\n{}",
            self.body.len(),
            self.body
        )
    }
}

fn parse_start(line: &str) -> Option<Start> {
    if let Some(rest) = line.strip_prefix("SIP/2.0 ") {
        let (status, reason) = rest.split_once(' ').unwrap_or((rest, ""));
        let status = status.parse().ok().filter(|s| (100..700).contains(s))?;
        return Some(Start::Response {
            status,
            reason: reason.to_owned(),
        });
    }
    let mut parts = line.split(' ');
    let (method, uri, version) = (parts.next()?, parts.next()?, parts.next()?);
    let valid = !method.is_empty()
        && method.bytes().all(is_token)
        && uri.contains(':')
        && version == "SIP/2.0"
        && parts.next().is_none();
    valid.then(|| Start::Request {
        method: method.to_owned(),
        uri: uri.to_owned(),
    })
}

fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-.!%*_+`'~".contains(&byte)
}

/// The long form of a compact name (RFC 3261 §7.3.3), other names as they are.
fn long_name(name: &str) -> String {
    let long = match name.to_ascii_lowercase().as_str() {
        "v" => "Via",
        "f" => "From",
        "t" => "To",
        "i" => "Call-ID",
        "m" => "Contact",
        "l" | "content-length" => "Content-Length",
        "c" => "Content-Type",
        "k" => "Supported",
        "s" => "Subject",
        "e" => "Content-Encoding",
        "r" => "Refer-To",
        "b" => "Referred-By",
        "o" => "Event",
        "u" => "Allow-Events",
        "x" => "Session-Expires",
        _ => name,
    };
    long.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const INVITE: &str = "INVITE sip:600@sandbox.alo.test SIP/2.0\r\n\
        v: SIP/2.0/WS a.invalid;branch=z9hG4bK1, SIP/2.0/WS b.invalid;branch=z9hG4bK2\r\n\
        From: \"Lan, \\\"A\\\"\" <sip:1001@sandbox.alo.test;x=y>\r\n ;tag=f1\r\n\
        t: <sip:600@sandbox.alo.test>\r\n\
        i: c1\r\n\
        CSeq: 7 INVITE\r\n\
        c: application/sdp\r\n\
        l: 4\r\n\r\nv=0\nX";

    #[test]
    fn folding_compact_names_and_content_length_are_read() {
        let message = Message::parse(INVITE).expect("valid");
        assert_eq!(message.branch().as_deref(), Some("z9hG4bK1"));
        assert_eq!(message.tag_of_from().as_deref(), Some("f1"));
        assert_eq!(message.tag_of_to(), None);
        assert_eq!(message.cseq(), Some((7, "INVITE")));
        assert_eq!(message.sdp(), Some("v=0\n"));
        assert!(message.is_complete());
    }

    #[test]
    fn what_is_printed_reads_the_same() {
        let message = Message::parse(INVITE).expect("valid");
        assert_eq!(Message::parse(&message.to_string()), Ok(message));
    }

    #[test]
    fn a_response_copies_what_the_rfc_names_and_tags_to() {
        let request = Message::parse(INVITE).expect("valid");
        let response = Message::response(&request, 180, "Ringing", "t9");
        assert_eq!(response.tag_of_to().as_deref(), Some("t9"));
        assert_eq!(response.list("Via").len(), 2);
        assert_eq!(response.get("Call-ID"), Some("c1"));
        let trying = Message::response(&request, 100, "Trying", "t9");
        assert_eq!(trying.tag_of_to(), None);
    }

    #[test]
    fn a_value_cannot_smuggle_in_another_field() {
        let request = Message::request("BYE", "sip:a@b").with("Reason", "x\r\nEvil: 1");
        assert!(!request.to_string().contains("\nEvil"));
    }

    #[test]
    fn nonsense_is_refused() {
        for (text, error) in [
            ("", ParseError::StartLine),
            ("GET / HTTP/1.1\r\n\r\n", ParseError::StartLine),
            ("SIP/2.0 99 No\r\n\r\n", ParseError::StartLine),
            (
                "BYE sip:a SIP/2.0\r\n folded\r\n\r\n",
                ParseError::HeaderField,
            ),
            (
                "BYE sip:a SIP/2.0\r\nno colon\r\n\r\n",
                ParseError::HeaderField,
            ),
            ("BYE sip:a SIP/2.0\r\nl: 9\r\n\r\nshort", ParseError::Body),
        ] {
            assert_eq!(Message::parse(text), Err(error), "{text:?}");
        }
        // Cut inside a character: refused, no panic.
        assert_eq!(
            Message::parse("BYE sip:a SIP/2.0\r\nl: 1\r\n\r\nô"),
            Err(ParseError::Body)
        );
    }
}
