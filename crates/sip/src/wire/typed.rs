//! Typed values of the headers, parsed on each call.

use super::lex::{is_token, number, seconds, split_list, trim};
use super::values::is_call_id;
use super::{
    CSeq, Contacts, Event, HeaderError, HeaderFault, Headers, MediaType, NameAddr, RAck, Reason,
    Replaces, SessionExpires, SubscriptionState, Via,
};
use crate::digest::Challenge;

impl Headers {
    /// Every Via, topmost first; at least one.
    pub fn vias(&self) -> Result<Vec<Via>, HeaderError> {
        let vias = self.list("Via", |value| value.parse().ok())?;
        if vias.is_empty() {
            Err(missing("Via"))
        } else {
            Ok(vias)
        }
    }

    /// The topmost Via; the others are not parsed.
    pub fn top_via(&self) -> Result<Via, HeaderError> {
        let topmost = self.get("Via").ok_or_else(|| missing("Via"))?;
        let value = split_list(topmost).next().ok_or_else(|| malformed("Via"))?;
        value.parse().map_err(|_| malformed("Via"))
    }

    /// From.
    pub fn from(&self) -> Result<NameAddr, HeaderError> {
        self.one("From", |value| value.parse().ok())
    }

    /// To.
    pub fn to(&self) -> Result<NameAddr, HeaderError> {
        self.one("To", |value| value.parse().ok())
    }

    /// Call-ID.
    pub fn call_id(&self) -> Result<&str, HeaderError> {
        self.one("Call-ID", |value| is_call_id(value).then_some(value))
    }

    /// CSeq.
    pub fn cseq(&self) -> Result<CSeq, HeaderError> {
        self.one("CSeq", CSeq::parse)
    }

    /// Every Contact; an empty list when there is none.
    pub fn contacts(&self) -> Result<Contacts, HeaderError> {
        let mut values = self.get_all("Contact");
        match (values.next(), values.next()) {
            (Some("*"), None) => Ok(Contacts::Star),
            _ => self.addresses("Contact").map(Contacts::List),
        }
    }

    /// Every Route, in order.
    pub fn routes(&self) -> Result<Vec<NameAddr>, HeaderError> {
        self.addresses("Route")
    }

    /// Every Record-Route, in order.
    pub fn record_routes(&self) -> Result<Vec<NameAddr>, HeaderError> {
        self.addresses("Record-Route")
    }

    /// Every Service-Route (RFC 3608), in order.
    pub fn service_routes(&self) -> Result<Vec<NameAddr>, HeaderError> {
        self.addresses("Service-Route")
    }

    /// Max-Forwards, 0–255.
    pub fn max_forwards(&self) -> Result<Option<u8>, HeaderError> {
        self.optional("Max-Forwards", number)
    }

    /// Expires in seconds; what is too large becomes `u32::MAX`.
    pub fn expires(&self) -> Result<Option<u32>, HeaderError> {
        self.optional("Expires", seconds)
    }

    /// Min-Expires in seconds (RFC 3261 §20.23).
    pub fn min_expires(&self) -> Result<Option<u32>, HeaderError> {
        self.optional("Min-Expires", seconds)
    }

    /// Retry-After in seconds, comment and parameters left out (RFC 3261 §20.33).
    pub fn retry_after(&self) -> Result<Option<u32>, HeaderError> {
        self.optional("Retry-After", |value| {
            seconds(value.split([' ', '\t', ';', '(']).next().unwrap_or(value))
        })
    }

    /// Content-Type; `None` when missing or malformed.
    pub fn content_type(&self) -> Option<MediaType> {
        self.one("Content-Type", MediaType::parse).ok()
    }

    /// Every readable Reason (RFC 3326).
    pub fn reasons(&self) -> Vec<Reason> {
        self.values("Reason").filter_map(Reason::parse).collect()
    }

    /// Every readable Digest challenge of `WWW-Authenticate` or `Proxy-Authenticate`, in order.
    pub fn challenges(&self, name: &str) -> Vec<Challenge> {
        let proxy = name.eq_ignore_ascii_case("Proxy-Authenticate");
        self.get_all(name)
            .flat_map(|value| Challenge::parse_all(value, proxy))
            .collect()
    }

    /// The option tags of Require, Supported, Proxy-Require or Unsupported.
    pub fn option_tags(&self, name: &str) -> Vec<String> {
        self.values(name)
            .filter(|tag| is_token(tag))
            .map(str::to_owned)
            .collect()
    }

    /// Every readable P-Asserted-Identity (RFC 3325 §9.1).
    pub fn asserted_identities(&self) -> Vec<NameAddr> {
        self.values("P-Asserted-Identity")
            .filter_map(|value| value.parse().ok())
            .collect()
    }

    /// RSeq (RFC 3262 §7.1).
    pub fn rseq(&self) -> Result<Option<u32>, HeaderError> {
        self.optional("RSeq", number)
    }

    /// RAck (RFC 3262 §7.2).
    pub fn rack(&self) -> Result<Option<RAck>, HeaderError> {
        self.optional("RAck", RAck::parse)
    }

    /// Session-Expires (RFC 4028 §4).
    pub fn session_expires(&self) -> Result<Option<SessionExpires>, HeaderError> {
        self.optional("Session-Expires", SessionExpires::parse)
    }

    /// Min-SE in seconds (RFC 4028 §5).
    pub fn min_se(&self) -> Result<Option<u32>, HeaderError> {
        self.optional("Min-SE", |value| {
            seconds(trim(value.split(';').next().unwrap_or(value)))
        })
    }

    /// Refer-To (RFC 3515 §2.1).
    pub fn refer_to(&self) -> Result<Option<NameAddr>, HeaderError> {
        self.optional("Refer-To", |value| value.parse().ok())
    }

    /// Referred-By (RFC 3892).
    pub fn referred_by(&self) -> Result<Option<NameAddr>, HeaderError> {
        self.optional("Referred-By", |value| value.parse().ok())
    }

    /// Replaces (RFC 3891).
    pub fn replaces(&self) -> Result<Option<Replaces>, HeaderError> {
        self.optional("Replaces", Replaces::parse)
    }

    /// Event (RFC 6665 §8.2.1).
    pub fn event(&self) -> Result<Option<Event>, HeaderError> {
        self.optional("Event", Event::parse)
    }

    /// Subscription-State (RFC 6665 §8.2.3).
    pub fn subscription_state(&self) -> Result<Option<SubscriptionState>, HeaderError> {
        self.optional("Subscription-State", SubscriptionState::parse)
    }

    /// The value of a header that must occur exactly once.
    fn one<'a, T>(
        &'a self,
        name: &'static str,
        read: impl FnOnce(&'a str) -> Option<T>,
    ) -> Result<T, HeaderError> {
        self.optional(name, read)?.ok_or_else(|| missing(name))
    }

    /// The value of a header that may occur once.
    fn optional<'a, T>(
        &'a self,
        name: &'static str,
        read: impl FnOnce(&'a str) -> Option<T>,
    ) -> Result<Option<T>, HeaderError> {
        let mut values = self.get_all(name);
        let Some(value) = values.next() else {
            return Ok(None);
        };
        if values.next().is_some() {
            return Err(HeaderError {
                name,
                fault: HeaderFault::Repeated,
            });
        }
        read(value).map(Some).ok_or_else(|| malformed(name))
    }

    /// Every value of a comma list; an error if one is empty or cannot be read.
    fn list<T>(
        &self,
        name: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Vec<T>, HeaderError> {
        self.get_all(name)
            .flat_map(split_list)
            .map(|value| read(value).ok_or_else(|| malformed(name)))
            .collect()
    }

    fn addresses(&self, name: &'static str) -> Result<Vec<NameAddr>, HeaderError> {
        self.list(name, |value| value.parse().ok())
    }
}

fn missing(name: &'static str) -> HeaderError {
    HeaderError {
        name,
        fault: HeaderFault::Missing,
    }
}

fn malformed(name: &'static str) -> HeaderError {
    HeaderError {
        name,
        fault: HeaderFault::Malformed,
    }
}
