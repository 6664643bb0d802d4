//! Typed header values that are small.

use std::fmt;

use super::lex::{is_token, number, seconds, split_before, trim, write_quoted};
use super::{Method, NameAddr, Params};

/// CSeq (RFC 3261 §20.16).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CSeq {
    /// The sequence number.
    pub seq: u32,
    /// The method of the numbered request.
    pub method: Method,
}

/// All Contact values of a message (RFC 3261 §20.10).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contacts {
    /// `*`: every binding, in a REGISTER that removes them.
    Star,
    /// The addresses, in order; empty when there is no Contact.
    List(Vec<NameAddr>),
}

/// A media type such as `application/sdp` (RFC 3261 §20.15).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MediaType {
    /// In lower case, e.g. `application`.
    pub kind: String,
    /// In lower case, e.g. `sdp`.
    pub subtype: String,
    /// Parameters such as `boundary`.
    pub params: Params,
}

/// One Reason value (RFC 3326).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// `SIP`, `Q.850`, …
    pub protocol: String,
    /// The cause number.
    pub cause: Option<u16>,
    /// The text for a person, unquoted.
    pub text: Option<String>,
}

/// RAck (RFC 3262 §7.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RAck {
    /// The RSeq that is acknowledged.
    pub rseq: u32,
    /// The CSeq of the response that is acknowledged.
    pub cseq: CSeq,
}

/// Who refreshes a session (RFC 4028 §4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refresher {
    /// The sender of the request.
    Uac,
    /// The side that answers the request.
    Uas,
}

/// Session-Expires (RFC 4028 §4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionExpires {
    /// The interval in seconds.
    pub seconds: u32,
    /// Who refreshes, if it is stated.
    pub refresher: Option<Refresher>,
}

/// Replaces (RFC 3891 §3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaces {
    /// The Call-ID of the dialog to replace.
    pub call_id: String,
    /// The dialog's to-tag: the local tag of the phone that receives Replaces.
    pub to_tag: String,
    /// The dialog's from-tag: the remote tag there.
    pub from_tag: String,
    /// Replace the dialog only if it is early.
    pub early_only: bool,
}

/// Event (RFC 6665 §8.2.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The event package with its templates as written; compared octet by octet (§8.2.1).
    pub package: String,
    /// Parameters, `id` among them.
    pub params: Params,
}

/// Subscription-State (RFC 6665 §8.2.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubscriptionState {
    /// `active`, `pending`, `terminated` or an extension, in lower case.
    pub state: String,
    /// `reason`, `expires`, `retry-after` and others.
    pub params: Params,
}

impl CSeq {
    /// Reads `4711 INVITE`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (seq, method) = trim(text).split_once([' ', '\t'])?;
        Some(Self {
            seq: number(seq)?,
            method: Method::parse(trim(method))?,
        })
    }
}

impl MediaType {
    /// Whether this is `application/sdp`.
    pub fn is_sdp(&self) -> bool {
        self.kind == "application" && self.subtype == "sdp"
    }

    pub(super) fn parse(text: &str) -> Option<Self> {
        let (types, params) = split_params(text)?;
        let (kind, subtype) = types.split_once('/')?;
        let (kind, subtype) = (trim(kind), trim(subtype));
        (is_token(kind) && is_token(subtype)).then(|| Self {
            kind: kind.to_ascii_lowercase(),
            subtype: subtype.to_ascii_lowercase(),
            params,
        })
    }
}

impl Reason {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (protocol, params) = split_before(text, b';');
        let protocol = trim(protocol);
        let read = Params::parse(params);
        // Some write a text of several words without quotes.
        let get = |name: &str| match &read {
            Some(read) => read.get(name),
            None => bare_param(params, name),
        };
        is_token(protocol).then(|| Self {
            protocol: protocol.to_owned(),
            cause: get("cause").and_then(number),
            text: get("text").map(str::to_owned),
        })
    }
}

impl RAck {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (rseq, cseq) = trim(text).split_once([' ', '\t'])?;
        Some(Self {
            rseq: number(rseq)?,
            cseq: CSeq::parse(cseq)?,
        })
    }
}

impl SessionExpires {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (interval, params) = split_params(text)?;
        let refresher = match params.get("refresher") {
            Some(who) if who.eq_ignore_ascii_case("uac") => Some(Refresher::Uac),
            Some(who) if who.eq_ignore_ascii_case("uas") => Some(Refresher::Uas),
            _ => None,
        };
        Some(Self {
            seconds: seconds(interval)?,
            refresher,
        })
    }
}

impl Replaces {
    /// Reads Replaces as it stands in a URI's headers, escaped (RFC 3261 §19.1.1).
    pub(crate) fn from_uri_header(value: &str) -> Option<Self> {
        let replaces = Self::parse(&super::escape::decode(value))?;
        (is_token(&replaces.to_tag) && is_token(&replaces.from_tag)).then_some(replaces)
    }

    pub(super) fn parse(text: &str) -> Option<Self> {
        let (call_id, params) = split_params(text)?;
        is_call_id(call_id).then_some(())?;
        Some(Self {
            call_id: call_id.to_owned(),
            to_tag: params.get("to-tag")?.to_owned(),
            from_tag: params.get("from-tag")?.to_owned(),
            early_only: params.contains("early-only"),
        })
    }
}

impl Event {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (package, params) = split_params(text)?;
        is_token(package).then(|| Self {
            package: package.to_owned(),
            params,
        })
    }
}

impl SubscriptionState {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (state, params) = split_params(text)?;
        is_token(state).then(|| Self {
            state: state.to_ascii_lowercase(),
            params,
        })
    }
}

/// The Call-ID of RFC 3261 §25.1 consists of printable characters; it is copied and compared only.
pub(super) fn is_call_id(text: &str) -> bool {
    let fits = |octet: u8| octet > b' ' && octet != 0x7f;
    !text.is_empty()
        && text.bytes().all(fits)
        && (text.is_ascii() || !text.contains(char::REPLACEMENT_CHARACTER))
}

/// The value of a parameter up to the next semicolon, whatever it consists of.
fn bare_param<'a>(params: &'a str, name: &str) -> Option<&'a str> {
    params.split(';').find_map(|param| {
        let (key, value) = param.split_once('=')?;
        let value = trim(value).trim_matches('"');
        trim(key).eq_ignore_ascii_case(name).then_some(value)
    })
}

/// The part before the first semicolon, trimmed, and the parameters.
fn split_params(text: &str) -> Option<(&str, Params)> {
    let (head, params) = split_before(text, b';');
    Some((trim(head), Params::parse(params)?))
}

impl fmt::Display for Replaces {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            call_id,
            to_tag,
            from_tag,
            early_only,
        } = self;
        write!(f, "{call_id};to-tag={to_tag};from-tag={from_tag}")?;
        if *early_only {
            f.write_str(";early-only")?;
        }
        Ok(())
    }
}

impl fmt::Display for CSeq {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.seq, self.method)
    }
}

impl fmt::Display for RAck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.rseq, self.cseq)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.protocol)?;
        if let Some(cause) = self.cause {
            write!(f, ";cause={cause}")?;
        }
        // RFC 3326 §2 always has the text in quotes.
        match &self.text {
            Some(text) => {
                f.write_str(";text=")?;
                write_quoted(f, text)
            }
            None => Ok(()),
        }
    }
}
