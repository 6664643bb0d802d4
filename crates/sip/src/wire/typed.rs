//! Typed readings of the headers, made when they are asked for.

use super::{
    CSeq, Contacts, Event, HeaderError, Headers, MediaType, NameAddr, RAck, Reason, Replaces,
    SessionExpires, SubscriptionState, Via,
};
use crate::digest::Challenge;

impl Headers {
    /// Every Via, topmost first; at least one.
    pub fn vias(&self) -> Result<Vec<Via>, HeaderError> {
        todo!()
    }

    /// The topmost Via.
    pub fn top_via(&self) -> Result<Via, HeaderError> {
        todo!()
    }

    /// From.
    pub fn from(&self) -> Result<NameAddr, HeaderError> {
        todo!()
    }

    /// To.
    pub fn to(&self) -> Result<NameAddr, HeaderError> {
        todo!()
    }

    /// Call-ID.
    pub fn call_id(&self) -> Result<&str, HeaderError> {
        todo!()
    }

    /// CSeq.
    pub fn cseq(&self) -> Result<CSeq, HeaderError> {
        todo!()
    }

    /// Every Contact.
    pub fn contacts(&self) -> Result<Contacts, HeaderError> {
        todo!()
    }

    /// Every Route, in order.
    pub fn routes(&self) -> Result<Vec<NameAddr>, HeaderError> {
        todo!()
    }

    /// Every Record-Route, in order.
    pub fn record_routes(&self) -> Result<Vec<NameAddr>, HeaderError> {
        todo!()
    }

    /// Every Path (RFC 3327), in order.
    pub fn paths(&self) -> Result<Vec<NameAddr>, HeaderError> {
        todo!()
    }

    /// Every Service-Route (RFC 3608), in order.
    pub fn service_routes(&self) -> Result<Vec<NameAddr>, HeaderError> {
        todo!()
    }

    /// Max-Forwards, 0–255.
    pub fn max_forwards(&self) -> Result<Option<u8>, HeaderError> {
        todo!()
    }

    /// Expires in seconds; what is too large becomes `u32::MAX`.
    pub fn expires(&self) -> Result<Option<u32>, HeaderError> {
        todo!()
    }

    /// Min-Expires in seconds (RFC 3261 §20.23).
    pub fn min_expires(&self) -> Result<Option<u32>, HeaderError> {
        todo!()
    }

    /// Retry-After in seconds, comment and parameters left out (RFC 3261 §20.33).
    pub fn retry_after(&self) -> Result<Option<u32>, HeaderError> {
        todo!()
    }

    /// Content-Type; `None` when missing or malformed.
    pub fn content_type(&self) -> Option<MediaType> {
        todo!()
    }

    /// Every readable Reason (RFC 3326).
    pub fn reasons(&self) -> Vec<Reason> {
        todo!()
    }

    /// Every readable Digest challenge of `WWW-Authenticate` or `Proxy-Authenticate`.
    pub fn challenges(&self, _name: &str) -> Vec<Challenge> {
        todo!()
    }

    /// The option tags of Require, Supported, Proxy-Require or Unsupported.
    pub fn option_tags(&self, _name: &str) -> Vec<String> {
        todo!()
    }

    /// Every readable P-Asserted-Identity (RFC 3325 §9.1).
    pub fn asserted_identities(&self) -> Vec<NameAddr> {
        todo!()
    }

    /// RSeq (RFC 3262 §7.1).
    pub fn rseq(&self) -> Result<Option<u32>, HeaderError> {
        todo!()
    }

    /// RAck (RFC 3262 §7.2).
    pub fn rack(&self) -> Result<Option<RAck>, HeaderError> {
        todo!()
    }

    /// Session-Expires (RFC 4028 §4).
    pub fn session_expires(&self) -> Result<Option<SessionExpires>, HeaderError> {
        todo!()
    }

    /// Min-SE in seconds (RFC 4028 §5).
    pub fn min_se(&self) -> Result<Option<u32>, HeaderError> {
        todo!()
    }

    /// Refer-To (RFC 3515 §2.1).
    pub fn refer_to(&self) -> Result<Option<NameAddr>, HeaderError> {
        todo!()
    }

    /// Replaces (RFC 3891).
    pub fn replaces(&self) -> Result<Option<Replaces>, HeaderError> {
        todo!()
    }

    /// Event (RFC 6665 §8.2.1).
    pub fn event(&self) -> Result<Option<Event>, HeaderError> {
        todo!()
    }

    /// Subscription-State (RFC 6665 §8.2.3).
    pub fn subscription_state(&self) -> Result<Option<SubscriptionState>, HeaderError> {
        todo!()
    }
}
