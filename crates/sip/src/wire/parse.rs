//! Framing: one WebSocket message into one SIP message (RFC 3261 §7, RFC 7118 §5).

use std::borrow::Cow;
use std::io::BufRead;

use super::headers::canonical_name;
use super::lex::{cut, is_token, number, trim};
use super::{
    CSeq, DropReason, HeaderError, HeaderFault, Headers, Message, Method, ParseError, Request,
    Response, Scheme, StatusClass, Uri,
};

/// The longest message, in octets.
pub const MAX_MESSAGE: usize = 64 * 1024;
/// The most header fields.
pub const MAX_FIELDS: usize = 256;
/// The longest header name, header value (unfolded) and start line, in octets.
pub const MAX_FIELD: usize = 8 * 1024;

const VERSION: &str = "SIP/2.0";

/// Reads one message.
///
/// The headers that the engine needs are checked here: Via, From, To, Call-ID, CSeq and Max-Forwards of
/// requests, Contact and Record-Route of those that may have them, the first five of responses. Other malformed headers stay
/// as they are (RFC 3261 §8.2.2). Octets beyond Content-Length are dropped (RFC 3261 §18.3);
/// without Content-Length the body is the rest.
///
/// # Errors
/// [`ParseError::Request`] for a request that should be answered with an error,
/// [`ParseError::Drop`] for everything else.
pub fn parse(octets: &[u8]) -> Result<Message, ParseError> {
    if octets.len() > MAX_MESSAGE {
        return Err(ParseError::Drop(DropReason::TooLong));
    }
    let mut rest = octets;
    // RFC 3261 §7.5: empty lines before the message are ignored.
    while let Some(after) = rest.strip_prefix(b"\r\n") {
        rest = after;
    }
    if rest.is_empty() {
        return Err(ParseError::Drop(DropReason::Empty));
    }
    let (head, body) = split_head(rest);
    // Line ends are ASCII, so replacing octets that are not UTF-8 does not change the lines.
    let head = str::from_utf8(head).map_or_else(|_| String::from_utf8_lossy(head), Cow::Borrowed);
    let (line, fields) = split_line(&head).ok_or(ParseError::Drop(DropReason::NotSip))?;
    let start = StartLine::parse(line).map_err(ParseError::Drop)?;
    let mut head = Head::parse(fields, body);
    if line.len() > MAX_FIELD {
        head.fault = Some(Fault::TOO_LARGE);
    }
    match start {
        StartLine::Status { status, reason } => head.response(status, reason),
        StartLine::Request { method, uri, fault } => head.request(method, uri, fault),
    }
}

/// The status and phrase to answer an unreadable request with.
#[derive(Clone, Copy)]
struct Fault {
    status: u16,
    reason: &'static str,
}

impl Fault {
    const TOO_LARGE: Self = Self {
        status: 513,
        reason: "Message Too Large",
    };

    const fn bad(reason: &'static str) -> Self {
        Self {
            status: 400,
            reason,
        }
    }
}

impl From<HeaderError> for Fault {
    fn from(error: HeaderError) -> Self {
        Self::bad(match (error.name, error.fault) {
            ("Via", HeaderFault::Missing) => "Missing Via",
            ("Via", _) => "Bad Via",
            ("From", HeaderFault::Missing) => "Missing From",
            ("From", _) => "Bad From",
            ("To", HeaderFault::Missing) => "Missing To",
            ("To", _) => "Bad To",
            ("Call-ID", HeaderFault::Missing) => "Missing Call-ID",
            ("Call-ID", _) => "Bad Call-ID",
            ("CSeq", HeaderFault::Missing) => "Missing CSeq",
            ("CSeq", _) => "Bad CSeq",
            ("Max-Forwards", _) => "Bad Max-Forwards",
            ("Contact", _) => "Bad Contact",
            ("Record-Route", _) => "Bad Record-Route",
            _ => "Bad Request",
        })
    }
}

enum StartLine {
    Request {
        method: Method,
        uri: Uri,
        fault: Option<Fault>,
    },
    Status {
        status: u16,
        reason: String,
    },
}

impl StartLine {
    fn parse(line: &str) -> Result<Self, DropReason> {
        if has_line_end(line) {
            return Err(DropReason::NotSip);
        }
        let (first, rest) = line.split_once(' ').ok_or(DropReason::NotSip)?;
        if is_version(first) {
            return Self::parse_status(first, rest);
        }
        let method = Method::parse(first).ok_or(DropReason::NotSip)?;
        Self::parse_request(method, rest)
    }

    fn parse_status(version: &str, rest: &str) -> Result<Self, DropReason> {
        if !version.eq_ignore_ascii_case(VERSION) {
            return Err(DropReason::Version);
        }
        // A second space, as in RFC 3665 §3.9, is accepted: dropping the response would cause a
        // timeout.
        let rest = rest.trim_start_matches(' ');
        let (status, reason) = rest.split_once(' ').unwrap_or((rest, ""));
        let status = number(status)
            .filter(|code| status.len() == 3 && StatusClass::of(*code).is_some())
            .ok_or(DropReason::Malformed("status code"))?;
        Ok(Self::Status {
            status,
            reason: reason.to_owned(),
        })
    }

    fn parse_request(method: Method, rest: &str) -> Result<Self, DropReason> {
        // White space at the end is an error, but one that can be answered (RFC 4475 §3.1.2.10).
        let trimmed = rest.trim_end_matches([' ', '\t']);
        let (uri_text, version) = trimmed.rsplit_once([' ', '\t']).ok_or(DropReason::NotSip)?;
        if !is_version(version) {
            return Err(DropReason::NotSip);
        }
        let uri = uri_text.parse::<Uri>();
        let fault = match &uri {
            _ if !version.eq_ignore_ascii_case(VERSION) => Some(Fault {
                status: 505,
                reason: "Version Not Supported",
            }),
            _ if trimmed != rest => Some(Fault::bad("Bad Request-Line")),
            Err(_) => Some(Fault::bad("Bad Request-URI")),
            // RFC 3261 §19.1.5: headers may not stand in a Request-URI.
            Ok(uri) if !uri.headers.is_empty() => Some(Fault::bad("Bad Request-URI")),
            Ok(uri) if matches!(uri.scheme, Scheme::Other(_)) => Some(Fault {
                status: 416,
                reason: "Unsupported URI Scheme",
            }),
            Ok(_) => None,
        };
        Ok(Self::Request {
            method,
            uri: uri.unwrap_or_else(|_| Uri::unreadable()),
            fault,
        })
    }
}

/// Headers and body, and the first thing that is wrong with them.
struct Head<'a> {
    headers: Headers,
    body: &'a [u8],
    fault: Option<Fault>,
}

impl<'a> Head<'a> {
    fn parse(mut fields: &str, rest: &'a [u8]) -> Self {
        let mut headers = Headers::with_capacity(20);
        let mut lengths = Vec::new();
        let mut fault = None;
        while let Some((field, after)) = split_field(fields) {
            fields = after;
            match read_field(field) {
                // RFC 3261 §8.2.2: a malformed field that is not needed is ignored.
                None => {}
                Some((_, None)) => {
                    fault.get_or_insert(Fault::bad("Bad Line End"));
                }
                Some((name, Some(value))) if name == "Content-Length" => {
                    lengths.push(number::<usize>(&value));
                }
                Some((name, Some(value))) => {
                    let too_long = name.len().max(value.len()) > MAX_FIELD;
                    if too_long || headers.len() == MAX_FIELDS {
                        fault.get_or_insert(Fault::TOO_LARGE);
                    } else {
                        headers.push_read(name, value);
                    }
                }
            }
        }
        // Something without a line end is left: the message was cut off.
        if !fields.is_empty() {
            fault.get_or_insert(Fault::bad("Head Cut Off"));
        }
        let body = match lengths.as_slice() {
            [] => rest,
            [Some(length)] if *length <= rest.len() => &rest[..*length],
            _ => {
                fault.get_or_insert(Fault::bad("Bad Content-Length"));
                rest
            }
        };
        Self {
            headers,
            body,
            fault,
        }
    }

    fn request(
        self,
        method: Method,
        uri: Uri,
        start_fault: Option<Fault>,
    ) -> Result<Message, ParseError> {
        let body = self.body.to_vec();
        let request = Request {
            method,
            uri,
            headers: self.headers,
            body,
        };
        // Another version may have another grammar, so 505 comes first, and 416 last: it needs a
        // request that is right otherwise.
        let (first, last) = match start_fault {
            Some(fault) if fault.status == 416 => (None, Some(fault)),
            fault => (fault, None),
        };
        let fault = first
            .or(self.fault)
            .or_else(|| check(&request).err())
            .or(last);
        match fault {
            None => Ok(Message::Request(request)),
            Some(fault) if is_answerable(&request) => Err(ParseError::Request {
                status: fault.status,
                reason: fault.reason,
                partial: Box::new(request),
            }),
            Some(fault) => Err(ParseError::Drop(DropReason::Malformed(fault.reason))),
        }
    }

    fn response(self, status: u16, reason: String) -> Result<Message, ParseError> {
        let fault = self
            .fault
            .or_else(|| check_dialog_headers(&self.headers).err());
        match fault {
            None => Ok(Message::Response(Response {
                status,
                reason,
                headers: self.headers,
                body: self.body.to_vec(),
            })),
            Some(fault) => Err(ParseError::Drop(DropReason::Malformed(fault.reason))),
        }
    }
}

fn check(request: &Request) -> Result<(), Fault> {
    let cseq = check_dialog_headers(&request.headers)?;
    if cseq.method != request.method {
        // RFC 4475 §3.1.2.18: an unknown method gets 501.
        return Err(match request.method {
            Method::Other(_) => Fault {
                status: 501,
                reason: "Not Implemented",
            },
            _ => Fault::bad("CSeq Method Mismatch"),
        });
    }
    request.headers.max_forwards()?;
    // These change neither target nor route. To refuse a BYE or drop an ACK for them would keep a call
    // that is over, or end one that is up.
    let is_bare = matches!(
        request.method,
        Method::Bye | Method::Ack | Method::Cancel | Method::Prack | Method::Info
    );
    if !is_bare {
        request.headers.contacts()?;
        request.headers.record_routes()?;
    }
    Ok(())
}

fn check_dialog_headers(headers: &Headers) -> Result<CSeq, Fault> {
    headers.vias()?;
    headers.from()?;
    headers.to()?;
    headers.call_id()?;
    Ok(headers.cseq()?)
}

/// A response finds its transaction by Via and CSeq, so these must be there to be copied; an ACK has no
/// response.
fn is_answerable(request: &Request) -> bool {
    request.method != Method::Ack
        && request.headers.contains("Via")
        && request.headers.contains("CSeq")
}

fn is_version(text: &str) -> bool {
    let Some((name, version)) = text.split_once('/') else {
        return false;
    };
    let Some((major, minor)) = version.split_once('.') else {
        return false;
    };
    name.eq_ignore_ascii_case("SIP")
        && number::<u64>(major).is_some()
        && number::<u64>(minor).is_some()
}

/// Splits start line and header fields from the body after the empty line; the body is empty if
/// there is no empty line.
pub(super) fn split_head(octets: &[u8]) -> (&[u8], &[u8]) {
    let mut rest = octets;
    // `BufRead` has a fast search for an octet, which slices lack; reading a slice cannot fail.
    while rest.skip_until(b'\n').is_ok_and(|skipped| skipped > 0) {
        let head = &octets[..octets.len() - rest.len()];
        if head.ends_with(b"\r\n") && rest.starts_with(b"\r\n") {
            return (head, &rest[2..]);
        }
    }
    (octets, &[])
}

/// Splits at the first CRLF.
fn split_line(text: &str) -> Option<(&str, &str)> {
    let mut start = 0;
    loop {
        let end = start + text[start..].find('\n')?;
        if let Some(line) = text[..end].strip_suffix('\r') {
            return Some((line, &text[end + 1..]));
        }
        start = end + 1;
    }
}

/// Splits at the first CRLF that is not folding, i.e. not followed by white space.
pub(super) fn split_field(text: &str) -> Option<(&str, &str)> {
    let mut end = 0;
    loop {
        let (line, rest) = split_line(&text[end..])?;
        end += line.len();
        if !rest.starts_with([' ', '\t']) {
            return Some((&text[..end], rest));
        }
        end += 2;
    }
}

/// Canonical name and unfolded value of a field. No value if it has a lone CR or LF, which others
/// would read as a line end. `None` for a line that is no field.
pub(super) fn read_field(field: &str) -> Option<(Cow<'static, str>, Option<String>)> {
    let (name, value) = cut(field, b':')?;
    let name = trim(name);
    if !is_token(name) {
        return None;
    }
    let name = canonical_name(name);
    if !has_line_end(value) {
        return Some((name, Some(trim(value).to_owned())));
    }
    let lines: Vec<_> = value.split("\r\n").map(trim).collect();
    let unfolded = trim(&lines.join(" ")).to_owned();
    Some((name, (!has_line_end(&unfolded)).then_some(unfolded)))
}

fn has_line_end(text: &str) -> bool {
    text.as_bytes().contains(&b'\r') || text.as_bytes().contains(&b'\n')
}
