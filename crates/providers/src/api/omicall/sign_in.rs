//! The agent's sign-in: `POST /websdk/auth` with the SIP account as bearer, and what of its answer the
//! phone needs.

use alo_protocol::{IceServer, ProviderProblem, SipAccount, TransportPolicy};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use serde_json::Value;

use super::super::adapter::{bare, refused};
use super::super::json::{bad_answer, field, secret, text, token, truth};
use super::super::{
    ApiError, DialSetup, HttpAnswer, HttpMethod, HttpRequest, SignedIn, StoredToken, jwt,
};
use super::{Omicall, envelope, problem_of};
use crate::account::{MAX_ICE_SERVERS, is_ice_server};
use crate::check_account;

/// Where the SDK registers when the provider names no server.
const DEFAULT_SERVER: &str = "wss://sig.omicrm.com";
/// The SDK's own STUN server, used where the provider names none. Its TURN server needs a login, which
/// only the provider can give.
const DEFAULT_STUN: &str = "stun:stun.omicrm.com:3478";

/// In this order.
#[derive(Serialize)]
struct Credentials<'a> {
    domain: &'a str,
    username: &'a str,
    password: &'a str,
}

impl Omicall {
    /// That the account typed can be one.
    pub(super) fn check(&self) -> Result<(), ApiError> {
        let ice_servers = Vec::new();
        self.checked(self.account(DEFAULT_SERVER, ice_servers, TransportPolicy::All))
            .ok_or_else(|| ApiError::new(ProviderProblem::BadSignIn))?;
        self.credentials()
            .map(|_| ())
            .ok_or_else(|| ApiError::new(ProviderProblem::BadSignIn))
    }

    /// Without the interface: only the phone.
    pub(super) fn guest(&self) -> Result<SignedIn, ApiError> {
        let account = self.account(DEFAULT_SERVER, default_ice(), TransportPolicy::All);
        let account = self.checked(account).ok_or_else(bad_answer)?;
        Ok(self.signed_in_as(account, false))
    }

    pub(super) fn auth_request(&self) -> Option<HttpRequest> {
        let headers = vec![(
            "Authorization".to_owned(),
            format!("Bearer {}", self.credentials()?),
        )];
        let url = self.url("auth", &[("version", "3")]);
        Some(bare(HttpMethod::Post, url, headers))
    }

    /// The token, and the account as it is in every network.
    pub(super) fn read_auth(
        &self,
        payload: &Value,
    ) -> Result<(StoredToken, Box<SignedIn>), ApiError> {
        let status = text(payload, &["authStatus"], 64);
        if let Some(problem) = status.as_deref().and_then(problem_of) {
            return Err(ApiError::new(problem));
        }
        let token = token(payload, &["access_token"])
            .ok_or_else(|| ApiError::new(ProviderProblem::WrongPassword))?;
        let server = text(payload, &["webSocketUri"], 512);
        let ice_servers = ice_servers(payload);
        let policy = match text(payload, &["ice_transport_policy"], 16).as_deref() {
            Some("relay") => TransportPolicy::Relay,
            _ => TransportPolicy::All,
        };
        let server = server.as_deref().unwrap_or(DEFAULT_SERVER);
        let account = self
            .checked(self.account(server, ice_servers, policy))
            .ok_or_else(bad_answer)?;
        let masked = truth(payload, &["phoneMasked"]);
        let token = StoredToken {
            expires_at: jwt::expires_at(token.expose()),
            token,
            project: None,
        };
        Ok((token, Box::new(self.signed_in_as(account, masked))))
    }

    /// The SDK encodes by `btoa`, which takes characters up to U+00FF, each as one octet; none where it
    /// would fail.
    fn credentials(&self) -> Option<String> {
        let credentials = Credentials {
            domain: &self.domain,
            username: &self.extension,
            password: self.password.expose(),
        };
        let json = serde_json::to_string(&credentials).ok()?;
        let octets: Vec<u8> = json
            .chars()
            .map(|c| u8::try_from(u32::from(c)).ok())
            .collect::<Option<_>>()?;
        Some(STANDARD.encode(octets))
    }

    fn account(
        &self,
        server: &str,
        ice_servers: Vec<IceServer>,
        transport_policy: TransportPolicy,
    ) -> SipAccount {
        let typed = self.server_url.as_str();
        SipAccount {
            server_url: if typed.is_empty() { server } else { typed }.to_owned(),
            domain: self.domain.clone(),
            username: self.extension.clone(),
            password: self.password.clone(),
            display_name: self.extension.clone(),
            ice_servers,
            transport_policy,
            ..SipAccount::default()
        }
    }

    fn checked(&self, account: SipAccount) -> Option<SipAccount> {
        check_account(&account).ok().map(|(account, _)| account)
    }

    fn signed_in_as(&self, account: SipAccount, masked: bool) -> SignedIn {
        SignedIn {
            account,
            dial: DialSetup::default(),
            masked,
            user: self.extension.clone(),
        }
    }
}

/// The payload of the answer to the sign-in.
pub(super) fn auth_payload(answer: &HttpAnswer) -> Result<Value, ApiError> {
    envelope(answer).map_err(|error| match error.problem {
        // Here 401 is about what was typed.
        ProviderProblem::Expired => refused(ProviderProblem::WrongPassword, answer),
        _ => error,
    })
}

fn default_ice() -> Vec<IceServer> {
    vec![IceServer {
        urls: vec![DEFAULT_STUN.to_owned()],
        ..IceServer::default()
    }]
}

/// Those that a browser takes; one that it does not take would cost the whole connection.
fn ice_servers(payload: &Value) -> Vec<IceServer> {
    match field(payload, &["iceServers"]) {
        // An empty list is the provider's wish.
        Some(Value::Array(list)) => list
            .iter()
            .filter_map(ice_server)
            .take(MAX_ICE_SERVERS)
            .collect(),
        _ => default_ice(),
    }
}

/// One that is written as its URL.
pub(super) fn ice_url(item: &Value) -> Option<IceServer> {
    let server = IceServer {
        urls: vec![item.as_str()?.to_owned()],
        ..IceServer::default()
    };
    is_ice_server(&server).then_some(server)
}

/// One that is written as `RTCIceServer` is.
pub(super) fn ice_server(item: &Value) -> Option<IceServer> {
    let urls = match field(item, &["urls", "url"])? {
        Value::Array(urls) => urls
            .iter()
            .filter_map(|url| url.as_str().map(str::to_owned))
            .collect(),
        Value::String(url) => vec![url.clone()],
        _ => return None,
    };
    let server = IceServer {
        urls,
        username: text(item, &["username"], 512),
        credential: secret(item, &["credential"]),
    };
    is_ice_server(&server).then_some(server)
}
