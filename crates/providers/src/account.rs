//! Checks of an account before it is stored or tried.

use alo_protocol::{IceServer, Problem, Refusal, SipAccount};

use crate::supervision::checked_codes;
use crate::{ServerUrl, UrlError};

/// Longest user name, display name or password taken, in octets.
const MAX_FIELD: usize = 128;
/// More servers than this only slow ICE down (browsers warn from five on).
const MAX_ICE_SERVERS: usize = 8;
const MAX_ICE_URLS: usize = 4;

/// Why an account cannot be used. Each maps to one sentence in the person's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AccountError {
    /// See [`UrlError`].
    #[error("{0}")]
    Url(#[from] UrlError),
    /// The domain is empty or no host that SIP can name.
    #[error("give the SIP domain, like pbx.example.com")]
    Domain,
    /// The user name is empty or holds characters that no SIP user has.
    #[error("give the user name without the domain")]
    Username,
    /// The display name or the authorization user is too long or holds control characters.
    #[error("shorten the name")]
    Name,
    /// A STUN or TURN server is not of RFC 7064 or RFC 7065 form, or a TURN server lacks its login.
    #[error("write ICE servers as stun:host:port or turn:host:port with user and credential")]
    IceServer,
    /// A code of supervision has more than the signs of a keypad, or is too long.
    #[error("give supervision codes as digits, * and #")]
    Supervision,
    /// No password was given and none is stored for this account.
    #[error("give the password")]
    Password,
}

impl AccountError {
    /// The refusal for a `SignIn` or `TestConnection` command.
    pub fn refusal(self) -> Refusal {
        match self {
            Self::Url(_) => Refusal::BadServerUrl,
            Self::Password => Refusal::PasswordNeeded,
            Self::Domain | Self::Username | Self::Name | Self::IceServer | Self::Supervision => {
                Refusal::BadAccount
            }
        }
    }

    /// The verdict of a connection test that fails at its first step.
    pub fn problem(self) -> Problem {
        match self {
            Self::Url(_) => Problem::BadServerUrl,
            Self::Domain
            | Self::Username
            | Self::Name
            | Self::IceServer
            | Self::Supervision
            | Self::Password => Problem::BadAccount,
        }
    }
}

/// Takes white space off what a person typed and checks every field.
///
/// What comes back is what is stored: the URL in its checked form, the domain in lower case, an
/// empty authorization user as none.
pub fn check_account(typed: &SipAccount) -> Result<(SipAccount, ServerUrl), AccountError> {
    let url = ServerUrl::parse(&typed.server_url)?;
    let domain = typed.domain.trim().to_ascii_lowercase();
    if !is_sip_domain(&domain) {
        return Err(AccountError::Domain);
    }
    let username = typed.username.trim();
    if !is_username(username) {
        return Err(AccountError::Username);
    }
    let display_name = typed.display_name.trim();
    let auth_user = typed
        .auth_user
        .as_deref()
        .map(str::trim)
        .filter(|user| !user.is_empty());
    if !is_text(display_name) || !auth_user.is_none_or(is_text) {
        return Err(AccountError::Name);
    }
    if typed.ice_servers.len() > MAX_ICE_SERVERS || !typed.ice_servers.iter().all(is_ice_server) {
        return Err(AccountError::IceServer);
    }
    let supervision = checked_codes(&typed.supervision).ok_or(AccountError::Supervision)?;
    if typed.password.is_empty() || typed.password.expose().len() > MAX_FIELD {
        return Err(AccountError::Password);
    }
    let account = SipAccount {
        server_url: url.as_str().to_owned(),
        domain,
        username: username.to_owned(),
        password: typed.password.clone(),
        display_name: display_name.to_owned(),
        auth_user: auth_user.map(str::to_owned),
        ice_servers: typed.ice_servers.clone(),
        transport_policy: typed.transport_policy,
        dtmf: typed.dtmf,
        supervision,
        ..SipAccount::default()
    };
    Ok((account, url))
}

/// A host as RFC 3261 §25.1 writes it, without a port: a name, an IPv4 address or `[IPv6]`.
pub fn is_sip_domain(domain: &str) -> bool {
    if let Some(inside) = domain.strip_prefix('[').and_then(|d| d.strip_suffix(']')) {
        return inside.parse::<std::net::Ipv6Addr>().is_ok();
    }
    domain.len() <= 253
        && domain.split('.').all(|label| {
            // Underscores are outside the grammar, but names of internal PBXs have them.
            !label.is_empty()
                && label.len() <= 63
                && label
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
        })
}

/// Anything that can be percent-escaped into a SIP user part; `@` is refused because it means that
/// the whole address was typed.
fn is_username(username: &str) -> bool {
    !username.is_empty()
        && username.len() <= MAX_FIELD
        && !username
            .chars()
            .any(|c| c.is_control() || c.is_whitespace() || matches!(c, '@' | '<' | '>' | '"'))
}

fn is_text(text: &str) -> bool {
    text.len() <= MAX_FIELD && !text.chars().any(char::is_control)
}

fn is_ice_server(server: &IceServer) -> bool {
    let mut needs_login = false;
    let urls_ok = !server.urls.is_empty()
        && server.urls.len() <= MAX_ICE_URLS
        && server.urls.iter().all(|url| {
            let Some((scheme, rest)) = url.split_once(':') else {
                return false;
            };
            needs_login |= matches!(scheme, "turn" | "turns");
            matches!(scheme, "stun" | "stuns" | "turn" | "turns") && is_ice_authority(rest)
        });
    let has_login = server.username.as_deref().is_some_and(|u| !u.is_empty())
        && server.credential.as_ref().is_some_and(|c| !c.is_empty());
    // Without a login the browser refuses the whole RTCPeerConnection, not just this server.
    urls_ok && (has_login || !needs_login)
}

fn is_ice_authority(rest: &str) -> bool {
    let (authority, transport) = match rest.split_once('?') {
        Some((authority, query)) => (authority, Some(query)),
        None => (rest, None),
    };
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    };
    is_sip_domain(host)
        && port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port != 0))
        && transport.is_none_or(|t| matches!(t, "transport=udp" | "transport=tcp"))
}

#[cfg(test)]
mod tests {
    use alo_protocol::Secret;

    use super::*;

    fn account() -> SipAccount {
        SipAccount {
            server_url: "wss://pbx.example.com:8089/ws".to_owned(),
            domain: "pbx.example.com".to_owned(),
            username: "1001".to_owned(),
            password: Secret::new("s3cret"),
            ..SipAccount::default()
        }
    }

    fn error(change: impl FnOnce(&mut SipAccount)) -> AccountError {
        let mut account = account();
        change(&mut account);
        check_account(&account).expect_err("unusable")
    }

    fn ice(url: &str, login: bool) -> IceServer {
        IceServer {
            urls: vec![url.to_owned()],
            username: login.then(|| "u".to_owned()),
            credential: login.then(|| Secret::new("c")),
        }
    }

    #[test]
    fn white_space_around_typed_fields_is_not_stored() {
        let mut typed = account();
        typed.server_url = " wss://pbx.example.com/ws\n".to_owned();
        typed.domain = " PBX.example.com ".to_owned();
        typed.username = " 1001 ".to_owned();
        typed.auth_user = Some("  ".to_owned());
        let (checked, url) = check_account(&typed).expect("usable");
        assert_eq!(checked.server_url, "wss://pbx.example.com/ws");
        assert_eq!(checked.domain, "pbx.example.com");
        assert_eq!(checked.username, "1001");
        assert_eq!(checked.auth_user, None);
        assert_eq!(url.host(), "pbx.example.com");
    }

    #[test]
    fn each_unusable_field_has_its_own_refusal() {
        let url = error(|a| a.server_url = "https://pbx".to_owned());
        assert_eq!(
            (url.refusal(), url.problem()),
            (Refusal::BadServerUrl, Problem::BadServerUrl)
        );
        for bad in [
            "",
            "pbx example",
            "pbx:5060",
            "pbx..vn",
            "sip:pbx",
            "tổng.vn",
        ] {
            let domain = error(|a| a.domain = bad.to_owned());
            assert_eq!(domain, AccountError::Domain, "{bad}");
            assert_eq!(domain.refusal(), Refusal::BadAccount);
        }
        for bad in ["", "1001@pbx", "10 01", "a\r\nb", "<x>"] {
            assert_eq!(
                error(|a| a.username = bad.to_owned()),
                AccountError::Username,
                "{bad:?}"
            );
        }
        assert_eq!(
            error(|a| a.display_name = "A\r\nX: y".to_owned()),
            AccountError::Name
        );
        assert_eq!(
            error(|a| a.auth_user = Some("x\u{7}".to_owned())),
            AccountError::Name
        );
        let password = error(|a| a.password = Secret::default());
        assert_eq!(password.refusal(), Refusal::PasswordNeeded);
    }

    #[test]
    fn ice_servers_that_would_break_the_peer_connection_are_refused() {
        for good in [
            ice("stun:stun.example.com", false),
            ice("stun:stun.example.com:3478", false),
            ice("turn:turn.example.com:3478?transport=tcp", true),
            ice("turns:[2001:db8::1]:5349", true),
        ] {
            let mut account = account();
            account.ice_servers = vec![good.clone()];
            assert!(check_account(&account).is_ok(), "{good:?}");
        }
        for bad in [
            ice("turn:turn.example.com", false),
            ice("stun.example.com", false),
            ice("http:stun.example.com", false),
            ice("stun:", false),
            ice("stun:host:0", false),
            ice("turn:host?transport=sctp", true),
            IceServer::default(),
        ] {
            assert_eq!(
                error(|a| a.ice_servers = vec![bad.clone()]),
                AccountError::IceServer,
                "{bad:?}"
            );
        }
        assert_eq!(
            error(|a| a.ice_servers = vec![ice("stun:s", false); MAX_ICE_SERVERS + 1]),
            AccountError::IceServer
        );
    }
}
