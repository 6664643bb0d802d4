//! A SIP account as the options page writes it and as views may see it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::ExtraHeader;

/// A password or token. `Debug` never shows it; it is serialised only between the extension's own
/// contexts, never into logs, URLs, sync storage or content scripts.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// Wraps a secret.
    pub fn new(value: impl Into<String>) -> Self {
        Self(value.into())
    }

    /// The secret itself, for the one place that must use it.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// True when nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// A STUN or TURN server (`stun:`, `turn:`, `turns:` URLs, RFC 7064 and RFC 7065).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct IceServer {
    /// One or more URLs of the same server.
    pub urls: Vec<String>,
    /// TURN user name.
    pub username: Option<String>,
    /// TURN credential.
    pub credential: Option<Secret>,
}

/// Which ICE candidates may be used (`RTCConfiguration.iceTransportPolicy`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TransportPolicy {
    /// Every candidate.
    #[default]
    All,
    /// TURN relays only.
    Relay,
}

/// How digits are sent in a call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DtmfMode {
    /// RFC 4733 where both sides agreed on telephone-event, else INFO.
    #[default]
    Auto,
    /// INFO with `application/dtmf-relay`, always.
    Info,
}

/// An audio codec that the browser has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Codec {
    /// RFC 7587.
    Opus,
    /// ITU-T G.722, 16 kHz.
    G722,
    /// G.711 A-law.
    Pcma,
    /// G.711 µ-law.
    Pcmu,
}

/// How calls of supervision are dialled at this PBX: put before the extension. Feature codes differ from
/// PBX to PBX; none means that the kind is not offered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SupervisionCodes {
    /// Before the extension to listen.
    pub monitor: Option<String>,
    /// Before the extension to whisper.
    pub whisper: Option<String>,
    /// Before the extension to talk with both.
    pub colloquy: Option<String>,
}

/// A plain SIP account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SipAccount {
    /// SIP-over-WebSocket URL, `wss://…`; `ws://` only to loopback.
    pub server_url: String,
    /// SIP domain: the host part of the address of record.
    pub domain: String,
    /// User part of the address of record.
    pub username: String,
    /// Digest password.
    pub password: Secret,
    /// Name shown to the other party; may be empty.
    pub display_name: String,
    /// Digest user name where it differs from `username`.
    pub auth_user: Option<String>,
    /// STUN and TURN servers, in the order to try.
    pub ice_servers: Vec<IceServer>,
    /// Restriction of candidates.
    pub transport_policy: TransportPolicy,
    /// More SIP-over-WebSocket URLs, tried in this order when those before cannot be reached.
    pub backup_urls: Vec<String>,
    /// Added to each INVITE.
    pub extra_headers: Vec<ExtraHeader>,
    /// See [`DtmfMode`].
    pub dtmf: DtmfMode,
    /// Codecs in the order of preference; empty is the browser's order.
    pub codecs: Vec<Codec>,
    /// Calls whose headers ask for it (`Call-Info: …;answer-after=`, `Alert-Info: …auto-answer`,
    /// `Answer-Mode: Auto`) are answered after a beep.
    pub auto_answer: bool,
    /// Number that plays back what it hears, for the check before a call.
    pub echo_number: Option<String>,
    /// See [`SupervisionCodes`].
    pub supervision: SupervisionCodes,
}

/// What a view may know of the account: everything but the secrets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AccountView {
    /// See [`SipAccount::server_url`].
    pub server_url: String,
    /// See [`SipAccount::domain`].
    pub domain: String,
    /// See [`SipAccount::username`].
    pub username: String,
    /// See [`SipAccount::display_name`].
    pub display_name: String,
    /// See [`SipAccount::auth_user`].
    pub auth_user: Option<String>,
    /// ICE servers with their credentials removed.
    pub ice_servers: Vec<IceServer>,
    /// See [`SipAccount::transport_policy`].
    pub transport_policy: TransportPolicy,
    /// See [`SipAccount::backup_urls`].
    pub backup_urls: Vec<String>,
    /// See [`SipAccount::extra_headers`].
    pub extra_headers: Vec<ExtraHeader>,
    /// See [`SipAccount::dtmf`].
    pub dtmf: DtmfMode,
    /// See [`SipAccount::codecs`].
    pub codecs: Vec<Codec>,
    /// See [`SipAccount::auto_answer`].
    pub auto_answer: bool,
    /// See [`SipAccount::echo_number`].
    pub echo_number: Option<String>,
    /// See [`SipAccount::supervision`].
    pub supervision: SupervisionCodes,
}

impl From<&SipAccount> for AccountView {
    fn from(account: &SipAccount) -> Self {
        Self {
            server_url: account.server_url.clone(),
            domain: account.domain.clone(),
            username: account.username.clone(),
            display_name: account.display_name.clone(),
            auth_user: account.auth_user.clone(),
            ice_servers: account
                .ice_servers
                .iter()
                .map(|server| IceServer {
                    credential: None,
                    ..server.clone()
                })
                .collect(),
            transport_policy: account.transport_policy,
            backup_urls: account.backup_urls.clone(),
            extra_headers: account.extra_headers.clone(),
            dtmf: account.dtmf,
            codecs: account.codecs.clone(),
            auto_answer: account.auto_answer,
            echo_number: account.echo_number.clone(),
            supervision: account.supervision.clone(),
        }
    }
}
