//! What VBot's `info` says of the member's SIP account.

use alo_protocol::{IceServer, ProviderProblem, SipAccount, VbotGeneration};
use serde_json::Value;

use super::super::json::{bad_answer, field, integer, items, secret, text};
use super::super::{ApiError, DialSetup, SignedIn};
use super::Vbot;
use crate::dial::is_pid;
use crate::text::MAX_NAME;
use crate::{check_account, is_sip_domain};

/// The widget's; SDK 1.1.0 has none.
const WIDGET_STUN: &str = "stun:stun.l.google.com:19302";

impl Vbot {
    pub(super) fn signed_in(&self, data: &Value) -> Result<SignedIn, ApiError> {
        let sip = match field(data, &["accounts"]) {
            Some(accounts) => items(accounts)
                .find(|account| account.get("isActive") != Some(&Value::Bool(false)))
                .ok_or_else(|| ApiError::new(ProviderProblem::ExtensionDisabled))?,
            None => data,
        };
        let read = |name: &str, max| text(sip, &[name], max).ok_or_else(bad_answer);
        let pid = text(data, &["pid"], 32).filter(|pid| is_pid(pid));
        let port = integer(sip, &["port"])
            .and_then(|port| u16::try_from(port).ok())
            .ok_or_else(bad_answer)?;
        let host = read("domain", 253)?;
        if !is_sip_domain(&host) {
            return Err(bad_answer());
        }
        // The interface on this computer has a telephone server without a certificate, too.
        let scheme = if self.base.is_secure() { "wss" } else { "ws" };
        let username = read("username", 128)?;
        let ice_servers = match self.generation {
            VbotGeneration::Widget => vec![IceServer {
                urls: vec![WIDGET_STUN.to_owned()],
                ..IceServer::default()
            }],
            VbotGeneration::Sdk => Vec::new(),
        };
        let account = SipAccount {
            server_url: format!("{scheme}://{host}:{port}/ws"),
            domain: read("realm", 253)?,
            username: username.clone(),
            password: secret(sip, &["password"]).ok_or_else(bad_answer)?,
            ice_servers,
            ..SipAccount::default()
        };
        let (account, _) = check_account(&account).map_err(|_| bad_answer())?;
        Ok(SignedIn {
            account,
            dial: DialSetup {
                pid: Some(pid.ok_or_else(bad_answer)?),
            },
            masked: false,
            user: username.chars().take(MAX_NAME).collect(),
        })
    }
}
