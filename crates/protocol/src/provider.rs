//! Signing in at a call-centre provider, and what a view may know of it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Secret;

/// Who runs the call centre.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ProviderKind {
    /// Any PBX that speaks SIP over WebSocket; contacts, history and notes stay on this computer.
    #[default]
    PlainSip,
    /// OmiCall.
    Omicall,
    /// Bizfly Cloud Call Center.
    Bizfly,
    /// VBot.
    Vbot,
}

/// Who was signed in where when a call was made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Owner {
    /// Provider.
    pub provider: ProviderKind,
    /// Address of the interface, company and user, as far as the provider's sign-in tells them.
    pub user: String,
}

/// VBot's two interfaces differ in where the token goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum VbotGeneration {
    /// The widget of 2026: the token is a header.
    #[default]
    Widget,
    /// SDK 1.1.0: the token is in body or query.
    Sdk,
}

/// Bizfly's paths below its base address. None of them is documented: the defaults are those of Alo's
/// own sandbox, and a company fills in what it was given (unverified).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct BizflyPaths {
    /// POST e-mail and password, answered with a token.
    pub token: String,
    /// GET: the extension with its SIP account.
    pub extension: String,
    /// GET: the list of hotlines.
    pub hotlines: String,
    /// POST: choose one.
    pub choose_hotline: String,
    /// GET, with `phone`.
    pub contacts: String,
    /// GET, with `limit`.
    pub histories: String,
    /// POST; `{call}` stands for the call's id.
    pub note: String,
}

impl Default for BizflyPaths {
    fn default() -> Self {
        Self {
            token: "/api/token".into(),
            extension: "/api/webphone/extension".into(),
            hotlines: "/api/webphone/hotlines".into(),
            choose_hotline: "/api/webphone/hotline".into(),
            contacts: "/api/webphone/contacts".into(),
            histories: "/api/webphone/histories".into(),
            note: "/api/webphone/calls/{call}/note".into(),
        }
    }
}

/// What a person signs in with. An empty `base_url` means the provider's own.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum ProviderSignIn {
    /// An agent of OmiCall, with the SIP account.
    Omicall {
        /// `https:` (or `http:` to loopback) base of the agent's interface.
        #[serde(default)]
        base_url: String,
        /// The company's label, which is also the SIP domain.
        domain: String,
        /// Extension.
        extension: String,
        /// Its SIP password.
        password: Secret,
        /// No interface is used at all, only the phone ("guest").
        #[serde(default)]
        sip_only: bool,
        /// SIP-over-WebSocket URL in place of what the provider says; empty: the provider's.
        #[serde(default)]
        server_url: String,
    },
    /// A user of Bizfly.
    Bizfly {
        /// Base of the interface.
        #[serde(default)]
        base_url: String,
        /// E-mail address.
        email: String,
        /// Password.
        password: Secret,
        /// See [`BizflyPaths`].
        #[serde(default)]
        paths: BizflyPaths,
        /// SIP-over-WebSocket URL where the extension's data has none; may be empty.
        #[serde(default)]
        server_url: String,
        /// SIP domain where the extension's data has none; may be empty.
        #[serde(default)]
        domain: String,
    },
    /// A member of VBot.
    Vbot {
        /// Base of the interface.
        #[serde(default)]
        base_url: String,
        /// Access token.
        token: Secret,
        /// See [`VbotGeneration`].
        #[serde(default)]
        generation: VbotGeneration,
    },
}

impl ProviderSignIn {
    /// Which provider.
    #[must_use]
    pub fn kind(&self) -> ProviderKind {
        match self {
            Self::Omicall { .. } => ProviderKind::Omicall,
            Self::Bizfly { .. } => ProviderKind::Bizfly,
            Self::Vbot { .. } => ProviderKind::Vbot,
        }
    }

    /// The same with empty secrets: what views may see of what is stored.
    #[must_use]
    pub fn without_secrets(&self) -> Self {
        let mut seen = self.clone();
        match &mut seen {
            Self::Omicall { password, .. } | Self::Bizfly { password, .. } => {
                *password = Secret::default();
            }
            Self::Vbot { token, .. } => *token = Secret::default(),
        }
        seen
    }
}

// E-mail addresses and extensions are a person's, too.
impl fmt::Debug for ProviderSignIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProviderSignIn")
            .field("kind", &self.kind())
            .finish_non_exhaustive()
    }
}

/// What is wrong with a provider, in kinds that each have one sentence that says what to do, named
/// `provider_<camelCaseName>` in `_locales`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ProviderProblem {
    /// A field is empty or cannot be used.
    BadSignIn,
    /// The address of the interface is none, or not `https:`.
    BadUrl,
    /// User or password is wrong.
    WrongPassword,
    /// The company's key, or the access token, is not accepted.
    WrongKey,
    /// The session ended and could not be renewed.
    Expired,
    /// The extension exists and is switched off.
    ExtensionDisabled,
    /// The company's balance is used up (402).
    NoBalance,
    /// Not allowed for this user (403).
    Forbidden,
    /// Too many requests (429); the time is beside it.
    TooMany,
    /// No such call, contact or path (404).
    NotFound,
    /// The data was refused (400, 409, 422).
    Refused,
    /// The provider failed (5xx).
    ServerFailed,
    /// No network, or the address cannot be reached.
    Unreachable,
    /// No answer in time.
    TimedOut,
    /// It answered with a redirect, which is not followed.
    Redirected,
    /// The answer is not what was expected, or too large.
    BadAnswer,
    /// The browser does not let us reach the address.
    NotPermitted,
    /// The provider has no way to do it.
    NotOffered,
}

/// How the session at the provider fares.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ProviderState {
    /// None: a plain SIP account, or no account.
    #[default]
    None,
    /// Under way for the first time.
    SigningIn,
    /// Good.
    SignedIn,
    /// It failed; the phone may work all the same.
    Failed,
}

/// A number or group of numbers that calls may be made from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct HotlineView {
    /// What the provider calls it; the number itself with OmiCall and VBot. At most 64 characters.
    pub id: String,
    /// For a person; at most 64 characters.
    pub label: String,
}

/// An extension that an administrator may choose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ExtensionView {
    /// Extension number.
    pub extension: String,
    /// Whose it is.
    pub name: String,
}

/// The provider as views may know it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ProviderView {
    /// See [`ProviderKind`].
    pub kind: ProviderKind,
    /// See [`ProviderState`].
    pub state: ProviderState,
    /// Who is signed in: extension or e-mail; at most 64 characters.
    pub user: String,
    /// What is signed in with, without secrets ([`ProviderSignIn::without_secrets`]): the form shows it
    /// again, so that changing one field does not lose the others.
    pub sign_in: Option<ProviderSignIn>,
    /// Why it failed, or what the last request met.
    pub problem: Option<ProviderProblem>,
    /// When it is tried again, Unix ms.
    pub retry_at: Option<u64>,
    /// What to call from.
    pub hotlines: Vec<HotlineView>,
    /// The one chosen; none: the provider's choice.
    pub hotline: Option<String>,
    /// The provider chooses none: one of [`Self::hotlines`] is always chosen.
    pub hotline_needed: bool,
    /// Labels that notes can have.
    pub tags: Vec<String>,
    /// Notes are kept on this computer only.
    pub notes_stay_here: bool,
    /// The provider hides other people's numbers from this agent
    /// ([`PageSettings::hide_numbers`](crate::PageSettings::hide_numbers)).
    pub hides_numbers: bool,
    /// The list that an administrator asked for by
    /// [`Command::ListExtensions`](crate::Command::ListExtensions), until one is chosen.
    pub extensions: Vec<ExtensionView>,
    /// That list is being fetched.
    pub listing: bool,
}
