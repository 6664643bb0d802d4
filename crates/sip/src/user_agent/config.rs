//! What a user agent is told about its account.

use crate::digest::Credentials;
use crate::wire::Uri;

/// An account and the limits it works in.
#[derive(Clone, Debug)]
pub struct Config {
    /// The WebSocket server, `wss://…` (or `ws://…` on loopback), as the shell opens it.
    pub server_url: String,
    /// More servers of the same kind, tried in this order when those before cannot be reached or do not
    /// serve us. A lost connection is followed by an attempt at `server_url`.
    pub backup_urls: Vec<String>,
    /// The address of record, `sip:user@domain`.
    pub aor: Uri,
    /// What digest challenges are answered with.
    pub credentials: Credentials,
    /// The display name of From.
    pub display_name: Option<String>,
    /// `urn:uuid:…`, the same at every start of this installation (RFC 5626 §4.1).
    ///
    /// A user agent that only tests an account needs one of its own: with the same one, its
    /// registration would take the place of the live one.
    pub instance_id: String,
    /// The value of User-Agent.
    pub user_agent: String,
    /// The expiry to ask for in seconds, 60–86 400.
    pub register_expires: u32,
    /// Whether an incoming call is answered with 180 by itself, else [`ring`](crate::UserAgent::ring)
    /// does it.
    pub ring_automatically: bool,
    /// Whether the server is asked to tell of voice messages (RFC 3842).
    pub message_waiting: bool,
    /// The most calls that are not over, both ways, 1–64; an incoming one beyond gets 486.
    pub max_sessions: usize,
    /// Realms that may be answered beside the AOR's domain and those that the registrar asked for.
    ///
    /// A challenge of any other realm is left unanswered: behind it may be anybody whom the call
    /// reached, collecting digests to guess the password from.
    pub realms: Vec<String>,
}

impl Config {
    /// An account with the usual values for everything else.
    pub fn new(
        server_url: impl Into<String>,
        aor: Uri,
        credentials: Credentials,
        instance_id: impl Into<String>,
        user_agent: impl Into<String>,
    ) -> Self {
        Self {
            server_url: server_url.into(),
            backup_urls: Vec::new(),
            aor,
            credentials,
            display_name: None,
            instance_id: instance_id.into(),
            user_agent: user_agent.into(),
            register_expires: 600,
            ring_automatically: true,
            message_waiting: false,
            max_sessions: 8,
            realms: Vec::new(),
        }
    }
}
