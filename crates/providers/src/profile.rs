//! A provider as data: how it wants numbers dialled, and what its refusals mean.
//!
//! A further provider is a further constant; where a behaviour cannot be said by the fields here, a
//! field is added for all, never an `if` on the provider's name elsewhere.

use alo_protocol::EndCause;

use crate::SupervisionForm;

/// One provider.
#[derive(Debug)]
pub struct Profile {
    /// For logs; views have their own words.
    pub name: &'static str,
    /// User part of the Request-URI with `{number}` where the dialled number goes. Everything else in
    /// it is taken literally, so that a PBX's prefixes (`{hotline}*{number}`) can be filled in before.
    pub dial_user: &'static str,
    /// How calls of supervision are expressed.
    pub supervision: SupervisionForm,
    /// Read before [`Profile::statuses`], because some providers send one code for several things.
    pub phrases: &'static [PhraseRule],
    /// Exceptions to what status codes mean everywhere (see `end_cause`).
    pub statuses: &'static [StatusRule],
}

/// A final refusal known by how its reason phrase begins.
#[derive(Debug)]
pub struct PhraseRule {
    /// Compared without regard to case.
    pub prefix: &'static str,
    /// What it means.
    pub cause: EndCause,
}

/// A status code that this provider uses in its own way.
#[derive(Debug)]
pub struct StatusRule {
    /// 300–699.
    pub status: u16,
    /// What it means.
    pub cause: EndCause,
}

/// Any PBX that follows the RFCs.
pub const PLAIN_SIP: Profile = Profile {
    name: "plain SIP",
    dial_user: "{number}",
    supervision: SupervisionForm::Prefix,
    phrases: &[],
    statuses: &[],
};
