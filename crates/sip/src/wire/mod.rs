//! Octets ↔ messages: framing, URIs and typed headers (RFC 3261 §7, §19, §20, §25).
//!
//! [`parse`] takes one WebSocket message, which is one SIP message (RFC 7118 §5). Headers keep
//! their raw values; a typed value is made when it is asked for. No input panics, and whatever was
//! parsed prints to text that parses to the same.
//!
//! `rsip` is used only for what it reads correctly (known methods, status classes and phrases,
//! plain `sip:user@host` URIs). It appears in no public signature.

mod error;
mod escape;
mod headers;
mod host;
mod lex;
mod message;
mod method;
mod multipart;
mod name_addr;
mod names;
mod params;
mod parse;
mod status;
mod typed;
mod uri;
mod values;
mod via;

pub use error::{DropReason, HeaderError, HeaderFault, ParseError, UriError};
pub use headers::Headers;
pub use host::Host;
pub use message::{Message, Request, Response};
pub use method::Method;
pub use name_addr::NameAddr;
pub use params::{Param, Params};
pub use parse::{MAX_FIELD, MAX_FIELDS, MAX_MESSAGE, parse};
pub use status::{StatusClass, reason_phrase};
pub use uri::{Scheme, Uri};
pub use values::{
    CSeq, Contacts, Event, MediaType, RAck, Reason, Refresher, Replaces, SessionExpires,
    SubscriptionState,
};
pub use via::Via;

pub(crate) use lex::{is_token, quoted_string, split_list, trim, write_quoted};
pub(crate) use multipart::session_description;
