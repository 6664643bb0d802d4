//! A provider as data: how it wants numbers dialled, which headers are its own, and what its refusals
//! mean.
//!
//! A further provider is a further constant; where a behaviour cannot be said by the fields here, a
//! field is added for all, never an `if` on the provider's name elsewhere.

use alo_protocol::{EndCause, ProviderKind};

use crate::SupervisionForm;

/// One provider.
#[derive(Debug)]
pub struct Profile {
    /// For logs; views have their own words.
    pub name: &'static str,
    /// User part of the Request-URI, with `{number}` and `{pid}` (see
    /// [`DialSetup`](crate::api::DialSetup)) filled in. Everything else in it is taken literally.
    pub dial_user: &'static str,
    /// The same for calls to somebody outside by a chosen hotline, with `{hotline}`; none where the
    /// hotline is not said in the Request-URI.
    pub dial_user_hotline: Option<&'static str>,
    /// Which numbers are inside the company: no hotline is named to them.
    pub internal: &'static [InternalRule],
    /// Header that names the hotline of a call to somebody outside.
    pub hotline_header: Option<&'static str>,
    /// Header for what is kept with the call.
    pub user_data_header: Option<&'static str>,
    /// Header for our own id of the call.
    pub external_id_header: Option<&'static str>,
    /// Headers that are read.
    pub facts: FactHeaders,
    /// The provider's gateways write `84…` for `0…`.
    pub trunk_for_84: bool,
    /// How calls of supervision are expressed.
    pub supervision: SupervisionForm,
    /// Read before [`Profile::statuses`], because some providers send one code for several things.
    pub phrases: &'static [PhraseRule],
    /// Exceptions to what status codes mean everywhere (see `end_cause`).
    pub statuses: &'static [StatusRule],
    /// What the text of a `Reason` means when the far end ends a call that is up.
    pub endings: &'static [PhraseRule],
}

/// A kind of number inside the company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InternalRule {
    /// So many digits and nothing else, both included.
    Digits(usize, usize),
    /// Begins like this.
    Prefix(&'static str),
    /// Begins like this, and digits follow.
    PrefixOfDigits(&'static str),
}

/// Names of headers in which a provider tells of a call; none where it does not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FactHeaders {
    /// The provider's id of the call.
    pub call_id: Option<&'static str>,
    /// The hotline.
    pub hotline: Option<&'static str>,
    /// Who calls.
    pub number: Option<&'static str>,
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

const fn phrase(prefix: &'static str, cause: EndCause) -> PhraseRule {
    PhraseRule { prefix, cause }
}

const fn status(status: u16, cause: EndCause) -> StatusRule {
    StatusRule { status, cause }
}

/// Any PBX that follows the RFCs.
pub const PLAIN_SIP: Profile = Profile {
    name: "plain SIP",
    dial_user: "{number}",
    dial_user_hotline: None,
    internal: &[],
    hotline_header: None,
    user_data_header: None,
    external_id_header: None,
    facts: FactHeaders {
        call_id: None,
        hotline: None,
        number: None,
    },
    trunk_for_84: false,
    supervision: SupervisionForm::Prefix,
    phrases: &[],
    statuses: &[],
    endings: &[],
};

/// OmiCall, as its web SDK 3 behaves. How supervision is said is not known: the account's codes are
/// dialled (unverified). The SDK's status 850 (too many calls at once) is none of SIP's and never gets
/// here.
pub const OMICALL: Profile = Profile {
    name: "OmiCall",
    internal: &[
        InternalRule::Digits(2, 7),
        InternalRule::Prefix("*91"),
        InternalRule::PrefixOfDigits("1111111"),
        InternalRule::PrefixOfDigits("4444444"),
    ],
    hotline_header: Some("X-Sip-Number"),
    user_data_header: Some("X-User-Data"),
    facts: FactHeaders {
        call_id: Some("Uuid"),
        hotline: Some("Sip-Number"),
        number: Some("Remote-Phone-Number"),
    },
    trunk_for_84: true,
    phrases: &[
        phrase("NO_PACKAGE", EndCause::NoPackage),
        phrase("SERVICE_PACKAGE_NOT_ALLOW", EndCause::NoPackage),
        phrase("EXTENSION_DISABLE", EndCause::ExtensionDisabled),
        phrase("CALL_DNC_BARRED", EndCause::BarredNumber),
        phrase("PHONE_BLOCK_BLACKLIST", EndCause::BarredNumber),
        // An end cause of the SDK's; that it comes as a phrase is unverified.
        phrase("TRIAL_REJECTION", EndCause::TrialRejection),
        phrase("TRIAL_MAX_CALL", EndCause::LimitReached),
        phrase("TRIAL_MAX_MINUTES", EndCause::LimitReached),
        phrase(
            "DESTINATION_ADS_CALL_OUT_OF_TIME_RANGE",
            EndCause::OutOfHours,
        ),
        phrase("DESTINATION_UNAVAILABLE", EndCause::NotFound),
        phrase("ALL_NUMBER_NOT_AVAILABLE", EndCause::NoHotline),
        // The provider's own spelling.
        phrase("NUMBER_ARE_TEMPORATY_BLOCKED", EndCause::NoHotline),
    ],
    statuses: &[
        // Its SDK calls each 403 a trial's, which an agent of a paying company must not be told.
        status(403, EndCause::ProviderRefused),
        status(503, EndCause::NoAnswer),
        // "selfHangUp" in one table of the provider, "no answer" in another.
        status(600, EndCause::NoAnswer),
        // The provider refuses so what is over a limit, and somebody who declines does, too.
        status(603, EndCause::DeclinedOrLimit),
    ],
    // One of the SDK's end causes; that it comes as the text of a `Reason` is unverified.
    endings: &[phrase("ALLOTTED_TIMEOUT", EndCause::AllottedTimeout)],
    ..PLAIN_SIP
};

/// Bizfly. Only the header's name is known: hotlines are chosen over HTTPS before the call, and what
/// its codes mean is not known.
pub const BIZFLY: Profile = Profile {
    name: "Bizfly",
    facts: FactHeaders {
        call_id: Some("X-bizfly-call-center-call-id"),
        hotline: None,
        number: None,
    },
    ..PLAIN_SIP
};

/// VBot. Its table of rejections has four codes: 480, 484 and 486 mean what they mean everywhere.
pub const VBOT: Profile = Profile {
    name: "VBot",
    dial_user: "{pid}*{number}",
    dial_user_hotline: Some("{hotline}*{pid}*{number}"),
    internal: &[InternalRule::Digits(3, 5)],
    external_id_header: Some("X-exc-id"),
    facts: FactHeaders {
        call_id: Some("X-exc-id"),
        hotline: None,
        number: None,
    },
    // "Request terminated", although we did not: the provider gave up.
    statuses: &[status(487, EndCause::NoAnswer)],
    ..PLAIN_SIP
};

/// The profile of a provider.
pub fn profile_of(kind: ProviderKind) -> &'static Profile {
    match kind {
        ProviderKind::PlainSip => &PLAIN_SIP,
        ProviderKind::Omicall => &OMICALL,
        ProviderKind::Bizfly => &BIZFLY,
        ProviderKind::Vbot => &VBOT,
    }
}

impl Profile {
    /// True where calls to somebody outside must name a hotline, because the provider chooses none.
    pub fn needs_hotline(&self) -> bool {
        self.dial_user_hotline.is_some()
    }

    /// True where each call can say by which hotline it goes; elsewhere the provider keeps one choice.
    pub fn names_hotline(&self) -> bool {
        self.hotline_header.is_some() || self.dial_user_hotline.is_some()
    }

    /// True for a number inside the company, as the provider tells them apart.
    pub fn is_internal(&self, number: &str) -> bool {
        let all_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        self.internal.iter().any(|rule| match *rule {
            InternalRule::Digits(least, most) => {
                (least..=most).contains(&number.len()) && all_digits(number)
            }
            InternalRule::Prefix(prefix) => number.starts_with(prefix),
            InternalRule::PrefixOfDigits(prefix) => number
                .strip_prefix(prefix)
                .is_some_and(|rest| !rest.is_empty() && all_digits(rest)),
        })
    }
}
