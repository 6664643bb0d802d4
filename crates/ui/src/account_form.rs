//! The account as it is typed: what is wrong with it, field by field, and the account it makes.

use alo_protocol::{
    AccountView, Codec, DtmfMode, IceServer, Refusal, Secret, SipAccount, SupervisionCodes,
    TransportPolicy, is_unseen, trimmed,
};
use alo_providers::account_fields::{
    MAX_ICE_URLS, is_account_text, is_code, is_short, is_sip_domain, is_turn_url, is_username,
    password,
};

use crate::account_lines;
use crate::server_address::{self, host_of, ice_urls, is_ice_url};

/// A field of the form; its name is the element's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// SIP-over-WebSocket URL.
    ServerUrl,
    /// SIP domain.
    Domain,
    /// User part of the address.
    UserName,
    /// Digest password.
    Password,
    /// Name shown to others.
    DisplayName,
    /// Digest user name where it differs.
    AuthUser,
    /// STUN and TURN URLs, one per line.
    IceUrls,
    /// User of the TURN servers.
    TurnUser,
    /// Credential of the TURN servers.
    TurnCredential,
    /// Servers to use when the first cannot be reached, one per line.
    BackupUrls,
    /// Headers of each INVITE, `Name: value`, one per line.
    ExtraHeaders,
    /// Before an extension to listen.
    MonitorCode,
    /// Before an extension to whisper.
    WhisperCode,
    /// Before an extension to talk with both.
    ColloquyCode,
    /// Number that plays back what it hears.
    EchoNumber,
}

impl Field {
    /// Id of the field's element.
    pub fn id(self) -> &'static str {
        match self {
            Self::ServerUrl => "server-url",
            Self::Domain => "domain",
            Self::UserName => "user-name",
            Self::Password => "password",
            Self::DisplayName => "display-name",
            Self::AuthUser => "auth-user",
            Self::IceUrls => "ice-urls",
            Self::TurnUser => "turn-user",
            Self::TurnCredential => "turn-credential",
            Self::BackupUrls => "backup-urls",
            Self::ExtraHeaders => "extra-headers",
            Self::MonitorCode => "monitor-code",
            Self::WhisperCode => "whisper-code",
            Self::ColloquyCode => "colloquy-code",
            Self::EchoNumber => "echo-number",
        }
    }
}

/// What stands in the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// See [`Field::ServerUrl`].
    pub server_url: String,
    /// See [`Field::Domain`].
    pub domain: String,
    /// See [`Field::UserName`].
    pub user_name: String,
    /// See [`Field::Password`]. Empty means "the stored one".
    pub password: Secret,
    /// See [`Field::DisplayName`].
    pub display_name: String,
    /// See [`Field::AuthUser`].
    pub auth_user: String,
    /// See [`Field::IceUrls`].
    pub ice_urls: String,
    /// See [`Field::TurnUser`].
    pub turn_user: String,
    /// See [`Field::TurnCredential`]. Empty means "the stored one".
    pub turn_credential: Secret,
    /// TURN relays only.
    pub relay_only: bool,
    /// See [`Field::BackupUrls`].
    pub backup_urls: String,
    /// See [`Field::ExtraHeaders`].
    pub extra_headers: String,
    /// Calls whose headers ask for it are answered after a beep.
    pub auto_answer: bool,
    /// Keys are always sent by INFO.
    pub dtmf_info: bool,
    /// In the order of preference; empty is the browser's order.
    pub codecs: Vec<Codec>,
    /// See [`Field::MonitorCode`].
    pub monitor_code: String,
    /// See [`Field::WhisperCode`].
    pub whisper_code: String,
    /// See [`Field::ColloquyCode`].
    pub colloquy_code: String,
    /// See [`Field::EchoNumber`].
    pub echo_number: String,
}

/// A field and the key of the sentence that says what to change.
pub type Fault = (Field, &'static str);

impl Draft {
    /// The form of a stored account; secrets are never shown back.
    pub fn of(account: &AccountView) -> Self {
        let turn_user = account
            .ice_servers
            .iter()
            .find_map(|server| server.username.clone());
        let urls: Vec<&str> = account
            .ice_servers
            .iter()
            .flat_map(|server| server.urls.iter().map(String::as_str))
            .collect();
        Self {
            server_url: account.server_url.clone(),
            domain: account.domain.clone(),
            user_name: account.username.clone(),
            password: Secret::default(),
            display_name: account.display_name.clone(),
            auth_user: account.auth_user.clone().unwrap_or_default(),
            ice_urls: urls.join("\n"),
            turn_user: turn_user.unwrap_or_default(),
            turn_credential: Secret::default(),
            relay_only: account.transport_policy == TransportPolicy::Relay,
            backup_urls: account.backup_urls.join("\n"),
            extra_headers: account_lines::of_headers(&account.extra_headers),
            auto_answer: account.auto_answer,
            dtmf_info: account.dtmf == DtmfMode::Info,
            codecs: account.codecs.clone(),
            monitor_code: account.supervision.monitor.clone().unwrap_or_default(),
            whisper_code: account.supervision.whisper.clone().unwrap_or_default(),
            colloquy_code: account.supervision.colloquy.clone().unwrap_or_default(),
            echo_number: account.echo_number.clone().unwrap_or_default(),
        }
    }

    /// True when one of the fields that most people never need is filled in.
    pub fn uses_more(&self) -> bool {
        !(self.auth_user.is_empty() && self.ice_urls.is_empty() && self.turn_user.is_empty())
            || self.relay_only
            || self.auto_answer
            || !(self.backup_urls.is_empty() && self.extra_headers.is_empty())
            || self.dtmf_info
            || !self.codecs.is_empty()
            || !(self.monitor_code.is_empty()
                && self.whisper_code.is_empty()
                && self.colloquy_code.is_empty()
                && self.echo_number.is_empty())
    }

    /// Most servers are their own domain, so an empty field means the server's host.
    fn domain_at(&self, server_url: &str) -> String {
        let domain = match trimmed(&self.domain) {
            "" => host_of(server_url).unwrap_or_default(),
            domain => domain.to_owned(),
        };
        domain.to_ascii_lowercase()
    }

    /// Whether this is who is signed in, at the same server: only there the stored password is sent.
    pub fn is_account(&self, stored: &AccountView) -> bool {
        let server_url = server_address::normal(&self.server_url);
        stored.domain == self.domain_at(&server_url)
            && stored.server_url == server_url
            && stored.username == trimmed(&self.user_name)
    }

    /// The account, or everything that must be changed first. `stored` is the account that is signed
    /// in: its secrets may be left empty.
    pub fn check(&self, stored: Option<&AccountView>) -> Result<SipAccount, Vec<Fault>> {
        let mut faults = Vec::new();
        let server_url = server_address::normal(&self.server_url);
        if let Some(key) = server_address::fault(&server_url) {
            faults.push((Field::ServerUrl, key));
        }
        let domain = self.domain_at(&server_url);
        if domain.is_empty() {
            faults.push((Field::Domain, "fault_domainEmpty"));
        } else if !is_sip_domain(&domain) {
            faults.push((Field::Domain, "fault_domain"));
        }
        let username = trimmed(&self.user_name).to_owned();
        if username.is_empty() {
            faults.push((Field::UserName, "fault_userEmpty"));
        } else if !is_user(&username) {
            faults.push((Field::UserName, "fault_user"));
        }
        let password = password(self.password.expose());
        if password.is_empty() && !stored.is_some_and(|stored| self.is_account(stored)) {
            let fault = match stored {
                Some(stored) if stored.username == username => "fault_secretElsewhere",
                _ => "fault_passwordEmpty",
            };
            faults.push((Field::Password, fault));
        } else if !is_short(password) {
            faults.push((Field::Password, "fault_long"));
        }
        let display_name = trimmed(&self.display_name);
        let auth_user = trimmed(&self.auth_user);
        for (field, text) in [
            (Field::DisplayName, display_name),
            (Field::AuthUser, auth_user),
        ] {
            if !is_account_text(text) {
                faults.push((field, "fault_long"));
            }
        }
        let ice_servers = self.ice_servers(stored, &mut faults);
        let backup_urls = account_lines::backup_urls(&self.backup_urls);
        let backup_urls = backup_urls.unwrap_or_else(|key| {
            faults.push((Field::BackupUrls, key));
            Vec::new()
        });
        let extra_headers = account_lines::extra_headers(&self.extra_headers);
        let extra_headers = extra_headers.unwrap_or_else(|key| {
            faults.push((Field::ExtraHeaders, key));
            Vec::new()
        });
        let supervision = self.supervision(&mut faults);
        let echo_number = code(Field::EchoNumber, &self.echo_number, &mut faults);
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(SipAccount {
            server_url,
            domain,
            username,
            password: Secret::new(password),
            display_name: display_name.to_owned(),
            auth_user: (!auth_user.is_empty()).then(|| auth_user.to_owned()),
            ice_servers,
            transport_policy: if self.relay_only {
                TransportPolicy::Relay
            } else {
                TransportPolicy::All
            },
            backup_urls,
            extra_headers,
            auto_answer: self.auto_answer,
            dtmf: if self.dtmf_info {
                DtmfMode::Info
            } else {
                DtmfMode::Auto
            },
            supervision,
            echo_number,
            codecs: self.codecs.clone(),
        })
    }

    fn supervision(&self, faults: &mut Vec<Fault>) -> SupervisionCodes {
        SupervisionCodes {
            monitor: code(Field::MonitorCode, &self.monitor_code, faults),
            whisper: code(Field::WhisperCode, &self.whisper_code, faults),
            colloquy: code(Field::ColloquyCode, &self.colloquy_code, faults),
        }
    }

    fn ice_servers(&self, stored: Option<&AccountView>, faults: &mut Vec<Fault>) -> Vec<IceServer> {
        let urls = ice_urls(&self.ice_urls);
        if urls.len() > MAX_ICE_URLS {
            faults.push((Field::IceUrls, "fault_iceMany"));
        } else if !urls.iter().all(|url| is_ice_url(url)) {
            faults.push((Field::IceUrls, "fault_ice"));
        }
        let (turn, stun): (Vec<String>, Vec<String>) =
            urls.into_iter().partition(|url| is_turn_url(url));
        let turn_user = trimmed(&self.turn_user);
        let mut servers = Vec::new();
        if !stun.is_empty() {
            servers.push(IceServer {
                urls: stun,
                ..IceServer::default()
            });
        }
        if turn.is_empty() {
            if self.relay_only {
                faults.push((Field::IceUrls, "fault_relayWithoutTurn"));
            }
            return servers;
        }
        let kept = stored.is_some_and(|stored| {
            stored
                .ice_servers
                .iter()
                .any(|server| server.urls == turn && server.username.as_deref() == Some(turn_user))
        });
        let credential = password(self.turn_credential.expose());
        if turn_user.is_empty() {
            faults.push((Field::TurnUser, "fault_turnUser"));
        } else if credential.is_empty() && !kept {
            faults.push((Field::TurnCredential, "fault_turnCredential"));
        }
        servers.push(IceServer {
            urls: turn,
            username: Some(turn_user.to_owned()),
            credential: (!credential.is_empty()).then(|| Secret::new(credential)),
        });
        servers
    }
}

/// Where the agent's refusal of an account belongs in the form.
pub fn refused_field(refusal: Refusal) -> Option<Field> {
    match refusal {
        Refusal::BadServerUrl => Some(Field::ServerUrl),
        Refusal::PasswordNeeded => Some(Field::Password),
        _ => None,
    }
}

/// What stands in a field for keys that a telephone has; none where it is empty.
fn code(field: Field, typed: &str, faults: &mut Vec<Fault>) -> Option<String> {
    let typed = trimmed(typed);
    if typed.is_empty() {
        return None;
    }
    if !is_code(typed) {
        faults.push((field, "fault_code"));
    }
    Some(typed.to_owned())
}

/// A user that the phone takes, and nothing in it that was meant for somewhere else, or that nobody sees.
pub(crate) fn is_user(text: &str) -> bool {
    is_username(text) && !text.contains(|c: char| c == ':' || is_unseen(c))
}
