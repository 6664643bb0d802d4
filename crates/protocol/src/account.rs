//! A SIP account as the options page writes it and as views may see it.

use std::fmt;

use serde::{Deserialize, Serialize};

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
        }
    }
}
