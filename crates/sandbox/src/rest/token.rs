//! The tokens that the REST APIs hand out: JWTs (RFC 7519) with an HMAC by a key that everyone may
//! know, so that they stay good when the sandbox is started anew.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::Sha256;

/// The longest token that is looked at, in bytes.
const MAX_TOKEN: usize = 4096;
/// It guards nothing: the sandbox listens on loopback and knows no secret.
const KEY: &[u8] = b"alo-sandbox";

/// Which interface a token is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Audience {
    /// What OmiCall's web client gets for an extension's password.
    OmicallAgent,
    /// What a company gets for its key at OmiCall.
    OmicallCompany,
    /// What an e-mail and its password bring at Bizfly.
    Bizfly,
    /// What an agent of VBot's is given by the company.
    Vbot,
}

/// What stands in a token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Claims {
    /// The extension; empty for the company.
    pub(crate) sub: String,
    pub(crate) aud: Audience,
    /// Unix time in seconds.
    pub(crate) iat: u64,
    /// Unix time in seconds.
    pub(crate) exp: u64,
    /// How often all tokens had been made void before this one.
    pub(crate) generation: u64,
    /// OmiCall's client reads these three.
    pub(crate) tenant_id: String,
    pub(crate) contact_id: String,
    pub(crate) is_owner_tenant: bool,
}

impl Claims {
    /// A token for an extension, or for the company where `sub` is empty.
    pub(crate) fn new(sub: &str, aud: Audience, iat: u64, exp: u64, generation: u64) -> Self {
        Self {
            sub: sub.to_owned(),
            aud,
            iat,
            exp,
            generation,
            tenant_id: "tenant-saomai".to_owned(),
            contact_id: format!("agent-{sub}"),
            is_owner_tenant: sub.ends_with("01"),
        }
    }

    /// The token in its compact form (RFC 7515 §7.1).
    pub(crate) fn sign(&self) -> String {
        let header = json!({"alg": "HS256", "typ": "JWT"}).to_string();
        // Strings, numbers and booleans always become JSON.
        let claims = serde_json::to_string(self).unwrap_or_default();
        let signed = format!(
            "{}.{}",
            URL_SAFE_NO_PAD.encode(header),
            URL_SAFE_NO_PAD.encode(claims)
        );
        let tag = mac(&signed).map(|mac| mac.finalize().into_bytes());
        let tag = tag.map(|tag| URL_SAFE_NO_PAD.encode(tag));
        format!("{signed}.{}", tag.unwrap_or_default())
    }

    /// Reads a token of ours; whether it is still good is for the caller to see.
    pub(crate) fn read(token: &str) -> Option<Self> {
        if token.len() > MAX_TOKEN {
            return None;
        }
        let (signed, tag) = token.rsplit_once('.')?;
        let tag = URL_SAFE_NO_PAD.decode(tag).ok()?;
        mac(signed)?.verify_slice(&tag).ok()?;
        let (_, claims) = signed.split_once('.')?;
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(claims).ok()?).ok()
    }
}

fn mac(signed: &str) -> Option<Hmac<Sha256>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(KEY).ok()?;
    mac.update(signed.as_bytes());
    Some(mac)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_comes_back_as_it_was_and_a_changed_one_does_not() {
        let claims = Claims::new("2001", Audience::OmicallAgent, 1, 2, 0);
        let token = claims.sign();
        assert_eq!(token.split('.').count(), 3);
        assert_eq!(Claims::read(&token), Some(claims));
        for wrong in [
            "",
            "a.b.c",
            &token[..token.len() - 1],
            &token.replace("ey", "ez"),
        ] {
            assert_eq!(Claims::read(wrong), None, "{wrong}");
        }
    }
}
