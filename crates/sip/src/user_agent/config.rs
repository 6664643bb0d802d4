//! The configuration of a user agent.

use crate::digest::Credentials;
use crate::wire::Uri;

/// An account and the limits for its calls.
#[derive(Clone, Debug)]
pub struct Config {
    /// The WebSocket server, `wss://…` (or `ws://…` on loopback), as the shell opens it.
    pub server_url: String,
    /// Further servers, in order: each is tried if those before it cannot be reached or do not
    /// serve us. After a connection that worked is lost, `server_url` is tried first again.
    pub backup_urls: Vec<String>,
    /// The address of record, `sip:user@domain`.
    pub aor: Uri,
    /// User name and password for digest challenges.
    pub credentials: Credentials,
    /// The display name of From.
    pub display_name: Option<String>,
    /// `urn:uuid:…`, the same at every start of this installation (RFC 5626 §4.1).
    ///
    /// A user agent that only tests an account needs another id, because its registration would
    /// replace the live one otherwise.
    pub instance_id: String,
    /// The value of User-Agent.
    pub user_agent: String,
    /// The registration's expiry to ask for, in seconds, 60–86 400.
    pub register_expires: u32,
    /// Whether the engine sends 180 to an incoming call by itself. If not,
    /// [`ring`](crate::UserAgent::ring) does.
    pub ring_automatically: bool,
    /// Whether to subscribe to notifications of voice messages (RFC 3842).
    pub message_waiting: bool,
    /// The most calls that are not over, incoming and outgoing, 1–64. A further incoming one gets
    /// 486.
    pub max_sessions: usize,
    /// Realms whose challenges are answered in addition to the AOR's domain and the registrar's
    /// realms.
    ///
    /// Challenges of other realms are not answered: anybody whom a call reaches could collect
    /// digests to guess the password from.
    pub realms: Vec<String>,
}

impl Config {
    /// A configuration with default values for everything that is not passed.
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
