//! Checks of an account before it is stored or tried.

use alo_protocol::{
    Codec, ExtraHeader, IceServer, MAX_EXTRA_HEADERS, Problem, Refusal, Secret, SipAccount,
    SupervisionCodes, trimmed,
};

use crate::account_fields::{
    MAX_BACKUPS, MAX_ICE_URLS, is_account_text, is_code, is_ice_url, is_short, is_sip_domain,
    is_turn_url, is_username, password,
};
use crate::{ServerUrl, UrlError};

/// More servers than this only slow ICE down (browsers warn from five on).
pub(crate) const MAX_ICE_SERVERS: usize = 8;

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
    /// A backup server is no usable address, or there are too many.
    #[error("write each backup server like the server, at most 4")]
    Backup,
    /// An added header is none that may be added, or there are too many.
    #[error("write headers as Name: value, at most 16, none that the phone writes itself")]
    Header,
    /// A number to dial for a check, or a code of supervision, cannot be dialled.
    #[error("use digits, * and # for numbers and codes")]
    Code,
    /// No password was given and none is stored for this account.
    #[error("give the password")]
    Password,
    /// The password is longer than any that is taken.
    #[error("use a password of at most 128 characters")]
    LongPassword,
}

impl AccountError {
    /// The refusal for a `SignIn` or `TestConnection` command.
    pub fn refusal(self) -> Refusal {
        match self {
            Self::Url(_) => Refusal::BadServerUrl,
            Self::Password => Refusal::PasswordNeeded,
            Self::Domain
            | Self::Username
            | Self::Name
            | Self::IceServer
            | Self::Backup
            | Self::Header
            | Self::LongPassword
            | Self::Code => Refusal::BadAccount,
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
            | Self::Backup
            | Self::Header
            | Self::Code
            | Self::LongPassword
            | Self::Password => Problem::BadAccount,
        }
    }
}

/// Takes white space and what nobody sees off what a person typed and checks every field.
///
/// What comes back is what is stored: the URL in its checked form, the domain in lower case, an
/// empty authorization user as none.
pub fn check_account(typed: &SipAccount) -> Result<(SipAccount, ServerUrl), AccountError> {
    let url = ServerUrl::parse(trimmed(&typed.server_url))?;
    let domain = trimmed(&typed.domain).to_ascii_lowercase();
    if !is_sip_domain(&domain) {
        return Err(AccountError::Domain);
    }
    let username = trimmed(&typed.username);
    if !is_username(username) {
        return Err(AccountError::Username);
    }
    let display_name = trimmed(&typed.display_name);
    let auth_user = typed
        .auth_user
        .as_deref()
        .map(trimmed)
        .filter(|user| !user.is_empty());
    if !is_account_text(display_name) || !auth_user.is_none_or(is_account_text) {
        return Err(AccountError::Name);
    }
    if typed.ice_servers.len() > MAX_ICE_SERVERS || !typed.ice_servers.iter().all(is_ice_server) {
        return Err(AccountError::IceServer);
    }
    let password = password(typed.password.expose());
    if password.is_empty() {
        return Err(AccountError::Password);
    }
    if !is_short(password) {
        return Err(AccountError::LongPassword);
    }
    let account = SipAccount {
        server_url: url.as_str().to_owned(),
        domain,
        username: username.to_owned(),
        password: Secret::new(password),
        display_name: display_name.to_owned(),
        auth_user: auth_user.map(str::to_owned),
        ice_servers: typed.ice_servers.clone(),
        transport_policy: typed.transport_policy,
        backup_urls: backup_urls(&typed.backup_urls, &url)?,
        extra_headers: extra_headers(&typed.extra_headers)?,
        dtmf: typed.dtmf,
        codecs: codecs(&typed.codecs),
        auto_answer: typed.auto_answer,
        echo_number: code(typed.echo_number.as_deref())?,
        supervision: SupervisionCodes {
            monitor: code(typed.supervision.monitor.as_deref())?,
            whisper: code(typed.supervision.whisper.as_deref())?,
            colloquy: code(typed.supervision.colloquy.as_deref())?,
        },
    };
    Ok((account, url))
}

/// Each once, and none that is the server itself.
fn backup_urls(typed: &[String], first: &ServerUrl) -> Result<Vec<String>, AccountError> {
    let mut urls: Vec<String> = Vec::new();
    for typed in typed
        .iter()
        .map(|typed| trimmed(typed))
        .filter(|typed| !typed.is_empty())
    {
        let url = ServerUrl::parse(typed).map_err(|_| AccountError::Backup)?;
        let url = url.as_str();
        if url != first.as_str() && !urls.iter().any(|known| known == url) {
            urls.push(url.to_owned());
        }
    }
    if urls.len() > MAX_BACKUPS {
        return Err(AccountError::Backup);
    }
    Ok(urls)
}

fn extra_headers(typed: &[ExtraHeader]) -> Result<Vec<ExtraHeader>, AccountError> {
    if typed.len() > MAX_EXTRA_HEADERS || !typed.iter().all(ExtraHeader::may_be_sent) {
        return Err(AccountError::Header);
    }
    Ok(typed.to_vec())
}

/// Each once, in their order.
fn codecs(chosen: &[Codec]) -> Vec<Codec> {
    let mut codecs = Vec::new();
    for codec in chosen {
        if !codecs.contains(codec) {
            codecs.push(*codec);
        }
    }
    codecs
}

fn code(typed: Option<&str>) -> Result<Option<String>, AccountError> {
    match typed.map(trimmed).filter(|code| !code.is_empty()) {
        Some(code) if !is_code(code) => Err(AccountError::Code),
        code => Ok(code.map(str::to_owned)),
    }
}

/// A server that a browser takes.
pub(crate) fn is_ice_server(server: &IceServer) -> bool {
    let needs_login = server.urls.iter().any(|url| is_turn_url(url));
    let urls_ok = (1..=MAX_ICE_URLS).contains(&server.urls.len())
        && server.urls.iter().all(|url| is_ice_url(url));
    let has_login = server.username.as_deref().is_some_and(|u| !u.is_empty())
        && server.credential.as_ref().is_some_and(|c| !c.is_empty());
    // Without a login the browser refuses the whole RTCPeerConnection, not just this server.
    urls_ok && (has_login || !needs_login)
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
    fn what_nobody_sees_is_not_stored_and_letters_count_however_long_they_are_written() {
        let mut typed = account();
        typed.username = "\u{200b}1001".to_owned();
        typed.password = Secret::new(" s3cret\u{200b}");
        typed.display_name = "\u{feff}".to_owned() + &"Ế".repeat(128);
        let (checked, _) = check_account(&typed).expect("usable");
        assert_eq!(checked.username, "1001");
        assert_eq!(checked.password.expose(), " s3cret");
        assert_eq!(checked.display_name, "Ế".repeat(128));
        let long = error(|a| a.display_name = "Ế".repeat(129));
        assert_eq!(long, AccountError::Name);
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
            error(|a| a.auth_user = Some("x\u{7}y".to_owned())),
            AccountError::Name
        );
        let password = error(|a| a.password = Secret::default());
        assert_eq!(password.refusal(), Refusal::PasswordNeeded);
        // One that is there is not asked for.
        let long = error(|a| a.password = Secret::new("x".repeat(129)));
        assert_eq!(long.refusal(), Refusal::BadAccount);
    }

    #[test]
    fn backup_servers_are_checked_like_the_server_and_listed_once() {
        let mut typed = account();
        typed.backup_urls = [
            "wss://two.example.com/ws ",
            "",
            "wss://pbx.example.com:8089/ws",
            "wss://two.example.com/ws",
        ]
        .map(str::to_owned)
        .to_vec();
        let (checked, _) = check_account(&typed).expect("usable");
        assert_eq!(checked.backup_urls, ["wss://two.example.com/ws"]);
        for bad in ["ws://two.example.com/ws", "two"] {
            let refused = error(|a| a.backup_urls = vec![bad.to_owned()]);
            assert_eq!(refused, AccountError::Backup, "{bad}");
        }
        let many = (0..5).map(|n| format!("wss://s{n}.example.com/")).collect();
        assert_eq!(error(|a| a.backup_urls = many), AccountError::Backup);
    }

    #[test]
    fn headers_and_codes_that_could_do_harm_are_refused() {
        let header = |name: &str, value: &str| ExtraHeader {
            name: name.to_owned(),
            value: value.to_owned(),
        };
        let good = header("X-Hotline", "1900");
        assert_eq!(
            error(|a| a.extra_headers = vec![header("Route", "<sip:evil.example>")]),
            AccountError::Header
        );
        assert_eq!(
            error(|a| a.extra_headers = vec![good; MAX_EXTRA_HEADERS + 1]),
            AccountError::Header
        );
        for bad in ["sip:x@y", "9999999999999999999999999999999999", "12;34"] {
            let refused = error(|a| a.echo_number = Some(bad.to_owned()));
            assert_eq!(refused, AccountError::Code, "{bad}");
        }
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
