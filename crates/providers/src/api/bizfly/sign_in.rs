//! Bizfly's login and the extension behind it. The login is the platform's (known from its own
//! libraries; that the SDK uses it is not known); the extension's fields are unverified.

use alo_protocol::{ProviderProblem, SipAccount};
use serde_json::{Value, json};

use super::super::adapter::{Login, post_request, refused};
use super::super::json::{bad_answer, field, id, secret, text, token};
use super::super::moment::moment;
use super::super::{ApiError, DialSetup, HttpAnswer, HttpRequest, SignedIn, StoredToken};
use super::{Bizfly, data};
use crate::check_account;
use crate::text::{MAX_NAME, clean};

impl Bizfly {
    pub(super) fn login_request(&self) -> HttpRequest {
        let body = json!({
            "auth_method": "password",
            "username": self.email,
            "password": self.password.expose(),
        });
        post_request(self.base.join(&self.paths.token, &[]), Vec::new(), &body)
    }

    /// The SIP account of the user's extension; what the answer lacks is taken from the sign-in.
    pub(super) fn signed_in(&self, answer: &Value) -> Result<SignedIn, ApiError> {
        let extension = field(answer, &["extension"])
            .filter(|extension| extension.is_object())
            .unwrap_or(answer);
        if !extension.is_object() {
            // The user has none.
            return Err(ApiError::new(ProviderProblem::NotFound));
        }
        if is_off(extension) {
            return Err(ApiError::new(ProviderProblem::ExtensionDisabled));
        }
        let read = |names: &[&str], max| text(extension, names, max);
        let username = read(
            &[
                "sip_user",
                "extension_number",
                "extension",
                "username",
                "ext_number",
            ],
            128,
        );
        let server = read(
            &[
                "websocket_url",
                "ws_url",
                "wss_url",
                "server_url",
                "sip_web_socket_server",
                "outbound_proxy",
            ],
            512,
        );
        let domain = read(&["sip_realm", "realm", "domain", "sip_domain"], 253);
        let password = secret(
            extension,
            &["sip_password", "extension_password", "password"],
        );
        let typed = |typed: &str| (!typed.is_empty()).then(|| typed.to_owned());
        let account = SipAccount {
            server_url: server
                .or_else(|| typed(&self.server_url))
                .unwrap_or_default(),
            domain: domain.or_else(|| typed(&self.domain)).unwrap_or_default(),
            username: username.ok_or_else(bad_answer)?,
            password: password.ok_or_else(bad_answer)?,
            display_name: read(&["extension_user_fullname", "full_name", "name"], MAX_NAME)
                .unwrap_or_default(),
            ..SipAccount::default()
        };
        // The two fields of the sign-in are what a person can fill in.
        if account.server_url.is_empty() || account.domain.is_empty() {
            return Err(ApiError::new(ProviderProblem::BadSignIn));
        }
        let (account, _) = check_account(&account).map_err(|_| bad_answer())?;
        Ok(SignedIn {
            account,
            dial: DialSetup::default(),
            masked: false,
            user: clean(&self.email, MAX_NAME).unwrap_or_default(),
        })
    }
}

fn is_off(extension: &Value) -> bool {
    ["enabled", "is_active", "active"]
        .iter()
        .any(|name| extension.get(name) == Some(&Value::Bool(false)))
        || extension.get("disabled") == Some(&Value::Bool(true))
}

pub(super) fn read_token(answer: &HttpAnswer) -> Result<Login, ApiError> {
    // The platform says 401, and to some wrong logins 400.
    if matches!(answer.status, 400 | 401) {
        return Err(refused(ProviderProblem::WrongPassword, answer));
    }
    let data = data(answer).map_err(|error| match error.problem {
        ProviderProblem::Refused => refused(ProviderProblem::WrongPassword, answer),
        _ => error,
    })?;
    let token = token(&data, &["token"]).ok_or_else(bad_answer)?;
    Ok(Login {
        token: StoredToken {
            expires_at: moment(&data, &["expire_at", "expires_at"]),
            token,
            project: id(&data, &["project_id"]),
        },
        signed_in: None,
    })
}
