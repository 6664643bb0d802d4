//! Why something from a page is not dialled.

use alo_protocol::Refusal;
use thiserror::Error;

/// Why a text or link from a page is not dialled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DialError {
    /// No digits, or too few for any number. There is nothing to do about it.
    #[error("fewer than two digits")]
    TooShort,
    /// More digits than any number has.
    #[error("more than twenty digits")]
    TooLong,
    /// A character that no number has.
    #[error("{0:?} is not part of a number")]
    Character(char),
    /// `+` anywhere but at the start.
    #[error("a plus sign inside a number")]
    PlusInside,
    /// Several numbers where one was expected; the person can click one of them.
    #[error("more than one number")]
    Several,
    /// `*` or `#`: such codes forward calls, lock phones and cost money. The person can dial them
    /// in the popup.
    #[error("a service code")]
    ServiceCode,
    /// Not a `tel:`, `callto:`, `sip:` or `sips:` link.
    #[error("not a link to a number")]
    Scheme,
    /// A SIP address that is not a number: pages name numbers, never people at hosts.
    #[error("an address, not a number")]
    Address,
    /// Headers or a method that a page must not choose (RFC 3261 section 19.1.5).
    #[error("a link with headers")]
    Headers,
    /// A parameter that is unknown or that a page must not choose.
    #[error("a link with a parameter that is not allowed")]
    Parameter,
    /// A local number whose `phone-context` does not say which number it is (RFC 3966, 5.1.5).
    #[error("a local number without usable context")]
    Context,
    /// Broken %-encoding or control characters: somebody tries something.
    #[error("a link with broken or hidden characters")]
    Encoding,
}

impl DialError {
    /// What the card says about it.
    #[must_use]
    pub fn refusal(self) -> Refusal {
        match self {
            Self::TooShort
            | Self::Character(_)
            | Self::PlusInside
            | Self::Several
            | Self::Encoding => Refusal::NotANumber,
            Self::TooLong => Refusal::TooLong,
            Self::ServiceCode => Refusal::ServiceCode,
            Self::Scheme | Self::Address | Self::Headers | Self::Parameter | Self::Context => {
                Refusal::LinkNotAllowed
            }
        }
    }
}
