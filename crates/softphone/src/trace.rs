//! The last SIP messages and requests over HTTP, for the diagnostics: without secrets from the moment they
//! are kept.

use std::collections::VecDeque;
use std::fmt::Write as _;

use alo_protocol::ReportNumbers;
use alo_providers::api::{HttpOutcome, HttpRequest};

use crate::redact;
use crate::{Effect, FetchId, SocketEvent, SocketId, SocketOp};

/// Entries kept at most.
const MOST_ENTRIES: usize = 400;
/// Octets of text kept at most.
const MOST_OCTETS: usize = 256 * 1024;
/// Octets of one entry; what is longer is cut.
const LONGEST_ENTRY: usize = 8 * 1024;

/// What was seen, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// A message that came.
    In(SocketId),
    /// A message that went.
    Out(SocketId),
    /// Something about a socket itself.
    Socket(SocketId),
    /// A request over HTTP, or its fate.
    Request(FetchId),
}

#[derive(Debug)]
struct Entry {
    /// Unix ms.
    at: u64,
    way: Way,
    text: String,
}

/// A ring: the newest entries push out the oldest.
#[derive(Debug, Default)]
pub(crate) struct Trace {
    entries: VecDeque<Entry>,
    octets: usize,
    /// Entries that were pushed out.
    forgotten: u64,
}

impl Trace {
    /// Something came from a socket.
    pub(crate) fn heard(&mut self, socket: SocketId, event: &SocketEvent, at: u64) {
        match event {
            SocketEvent::Opened => self.put(at, Way::Socket(socket), "opened".into()),
            SocketEvent::Closed { code } => {
                self.put(at, Way::Socket(socket), format!("closed, code {code}"));
            }
            SocketEvent::Message(octets) => {
                // The start is looked at before it is decoded: a huge message costs no more than one entry.
                let start = octets.get(..LONGEST_ENTRY).unwrap_or(octets);
                self.message(Way::In(socket), &String::from_utf8_lossy(start), at);
            }
        }
    }

    /// Something is done with a socket, or a request is sent.
    pub(crate) fn said(&mut self, effect: &Effect, at: u64) {
        match effect {
            Effect::Socket { socket, op } => match op {
                SocketOp::Open { url } => {
                    let text = format!("opens {}", redact::url(url));
                    self.put(at, Way::Socket(*socket), text);
                }
                SocketOp::Close => self.put(at, Way::Socket(*socket), "is closed".into()),
                SocketOp::Send(text) => self.message(Way::Out(*socket), text, at),
            },
            Effect::Fetch { fetch, request } => {
                self.put(at, Way::Request(*fetch), request_line(request));
            }
            _ => {}
        }
    }

    /// What became of a request.
    pub(crate) fn fetched(&mut self, fetch: FetchId, outcome: &HttpOutcome, at: u64) {
        let text = match outcome {
            HttpOutcome::Answer(answer) => {
                let later = answer.retry_after;
                let later = later.map(|seconds| format!(", Retry-After {seconds} s"));
                let (status, length) = (answer.status, answer.body.len());
                format!("{status}, {length} octets{}", later.unwrap_or_default())
            }
            HttpOutcome::Failed(failure) => format!("{failure:?}"),
        };
        self.put(at, Way::Request(fetch), text);
    }

    /// Everything kept, oldest first, one block an entry.
    pub(crate) fn write(&self, out: &mut String, numbers: ReportNumbers) {
        if self.forgotten > 0 {
            let _ = writeln!(out, "({} older entries are gone)", self.forgotten);
        }
        for entry in &self.entries {
            let at = utc(entry.at);
            let (arrow, socket) = match entry.way {
                Way::In(socket) => ("<==", socket.0),
                Way::Out(socket) => ("==>", socket.0),
                Way::Socket(socket) => {
                    let _ = writeln!(out, "--- {at} socket {} {}\n", socket.0, entry.text);
                    continue;
                }
                Way::Request(fetch) => {
                    let _ = writeln!(out, "--- {at} request {}: {}\n", fetch.0, entry.text);
                    continue;
                }
            };
            let text = redact::message_with(&entry.text, numbers);
            let _ = writeln!(out, "{arrow} {at} socket {socket}\n{text}\n");
        }
    }

    fn message(&mut self, way: Way, text: &str, at: u64) {
        // Keep-alives (RFC 5626 §3.5.1) say nothing and would push out what does.
        if text.trim().is_empty() {
            return;
        }
        let is_cut = text.len() >= LONGEST_ENTRY;
        let text = if is_cut {
            let end = text.floor_char_boundary(LONGEST_ENTRY);
            text.get(..end).unwrap_or_default()
        } else {
            text
        };
        let mut text = redact::message(text);
        // Hiding may have made it longer.
        text.truncate(text.floor_char_boundary(LONGEST_ENTRY));
        if is_cut {
            text.push_str("\n[cut]");
        }
        self.put(at, way, text);
    }

    fn put(&mut self, at: u64, way: Way, text: String) {
        self.octets += text.len();
        self.entries.push_back(Entry { at, way, text });
        while self.entries.len() > MOST_ENTRIES || self.octets > MOST_OCTETS {
            let Some(oldest) = self.entries.pop_front() else {
                return;
            };
            self.octets -= oldest.text.len();
            self.forgotten += 1;
        }
    }
}

/// Method, host and path. What could name a call, a person or a company's secret (addresses of hooks hold
/// theirs in the path) is left out, and so is the query.
fn request_line(request: &HttpRequest) -> String {
    /// Names of paths are words; what is longer is an id or a key.
    const LONGEST_WORD: usize = 24;
    let is_word = |segment: &str| {
        let digits = segment.chars().filter(char::is_ascii_digit).count();
        let is_version = segment
            .strip_prefix('v')
            .is_some_and(|rest| rest.len() <= 4 && rest.starts_with(|c: char| c.is_ascii_digit()));
        segment.len() <= LONGEST_WORD && (digits <= 1 || is_version)
    };
    let address = request.url.split(['?', '#']).next().unwrap_or_default();
    let (scheme, rest) = address.split_once("://").unwrap_or_default();
    let mut line = format!("{} {scheme}://", request.method.name());
    for (at, segment) in rest.split('/').enumerate() {
        let host = segment.rsplit('@').next().unwrap_or_default();
        line.push_str(match at {
            0 => host,
            _ if is_word(segment) => segment,
            _ => "…",
        });
        line.push('/');
    }
    line.pop();
    line.truncate(line.floor_char_boundary(LONGEST_ENTRY));
    line
}

/// `2026-11-21T02:45:24.123Z` of Unix ms (RFC 3339), for any moment a clock can show.
pub(crate) fn utc(unix_ms: u64) -> String {
    const DAY_MS: u64 = 86_400_000;
    let (mut days, ms) = (unix_ms / DAY_MS, unix_ms % DAY_MS);
    let mut year = 1970;
    // Whole cycles of 400 years first, so that a clock gone mad costs a few hundred rounds at most.
    year += 400 * (days / 146_097);
    days %= 146_097;
    let is_leap =
        |year: u64| year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    while days >= 365 + u64::from(is_leap(year)) {
        days -= 365 + u64::from(is_leap(year));
        year += 1;
    }
    let february = 28 + u64::from(is_leap(year));
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    let (hours, minutes) = (ms / 3_600_000, ms / 60_000 % 60);
    let (seconds, ms) = (ms / 1_000 % 60, ms % 1_000);
    format!(
        "{year:04}-{month:02}-{:02}T{hours:02}:{minutes:02}:{seconds:02}.{ms:03}Z",
        days + 1
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOCKET: SocketId = SocketId(7);

    fn written(trace: &Trace) -> String {
        let mut out = String::new();
        trace.write(&mut out, ReportNumbers::Full);
        out
    }

    #[test]
    fn moments_are_written_as_dates() {
        assert_eq!(utc(0), "1970-01-01T00:00:00.000Z");
        assert_eq!(utc(951_827_696_789), "2000-02-29T12:34:56.789Z");
        assert_eq!(utc(1_795_229_124_001), "2026-11-21T02:45:24.001Z");
        assert_eq!(utc(4_107_542_399_999), "2100-02-28T23:59:59.999Z");
        assert_eq!(utc(4_107_542_400_000), "2100-03-01T00:00:00.000Z");
        utc(u64::MAX);
    }

    #[test]
    fn the_newest_messages_stay_and_the_octets_are_bounded() {
        let mut trace = Trace::default();
        for n in 0..2_000 {
            let long = format!(
                "OPTIONS sip:{n}@a SIP/2.0\r\nSubject: {}\r\n\r\n",
                "x".repeat(3_000)
            );
            trace.said(
                &Effect::Socket {
                    socket: SOCKET,
                    op: SocketOp::Send(long),
                },
                n,
            );
        }
        let out = written(&trace);
        assert!(trace.octets <= MOST_OCTETS && out.len() < MOST_OCTETS + 64 * MOST_ENTRIES);
        assert!(out.contains("sip:1999@a") && !out.contains("sip:1000@a"));
        assert!(out.starts_with("(19"), "it says that older ones are gone");
    }

    #[test]
    fn one_endless_message_does_not_push_out_the_others() {
        let mut trace = Trace::default();
        let small = SocketEvent::Message(b"SIP/2.0 200 OK\r\n\r\n".to_vec());
        trace.heard(SOCKET, &small, 1);
        let endless = "é".repeat(1_000_000);
        trace.heard(SOCKET, &SocketEvent::Message(endless.into_bytes()), 2);
        let out = written(&trace);
        assert!(out.contains("SIP/2.0 200 OK") && out.contains("[cut]"));
        assert!(out.len() < 3 * LONGEST_ENTRY);
    }

    #[test]
    fn keep_alives_are_left_out_and_what_happens_to_the_socket_is_in() {
        let mut trace = Trace::default();
        trace.heard(SOCKET, &SocketEvent::Opened, 1);
        trace.heard(SOCKET, &SocketEvent::Message(b"\r\n".to_vec()), 2);
        trace.heard(SOCKET, &SocketEvent::Closed { code: 1006 }, 3);
        assert_eq!(
            written(&trace),
            "--- 1970-01-01T00:00:00.001Z socket 7 opened\n\n\
             --- 1970-01-01T00:00:00.003Z socket 7 closed, code 1006\n\n"
        );
    }

    #[test]
    fn requests_are_told_by_method_path_and_fate_without_what_is_secret_in_them() {
        use alo_providers::api::{HttpAnswer, HttpFailure, HttpMethod};
        use std::time::Duration;

        let mut trace = Trace::default();
        let request = |method, url: &str| HttpRequest {
            method,
            url: url.into(),
            headers: vec![("Authorization".into(), "Bearer hush-hush".into())],
            body: Some("hush-hush".into()),
            timeout: Duration::from_secs(10),
        };
        let sent = [
            (
                HttpMethod::Get,
                "https://api.example:8443/api/v3.0/contacts?phone=0912345678&token=hush-hush",
            ),
            (
                HttpMethod::Post,
                "https://api.example/call/6f1c2d3e-1111-2222-3333-444455556666/note",
            ),
            (
                HttpMethod::Post,
                "https://user:hush-hush@hooks.example/services/T0123ABCD/kJh6hush-hushGd7SgfFfdQ99Ki",
            ),
        ];
        for (n, (method, url)) in (0..).zip(sent) {
            let (fetch, request) = (FetchId(n), request(method, url));
            trace.said(&Effect::Fetch { fetch, request }, n);
        }
        let answer = HttpAnswer {
            status: 429,
            retry_after: Some(30),
            body: "hush-hush".into(),
        };
        trace.fetched(FetchId(0), &HttpOutcome::Answer(answer), 10);
        trace.fetched(FetchId(1), &HttpOutcome::Failed(HttpFailure::TimedOut), 11);
        let out = written(&trace);
        for told in [
            "request 0: GET https://api.example:8443/api/v3.0/contacts\n",
            "request 1: POST https://api.example/call/…/note\n",
            "request 2: POST https://hooks.example/services/…/…\n",
            "request 0: 429, 9 octets, Retry-After 30 s\n",
            "request 1: TimedOut\n",
        ] {
            assert!(out.contains(told), "{told}\nis not in\n{out}");
        }
        assert!(
            !out.contains("hush") && !out.contains("0912345678"),
            "{out}"
        );
    }
}
