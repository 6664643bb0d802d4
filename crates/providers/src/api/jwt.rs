//! When a JSON Web Token ends (RFC 7519 §4.1.4). The signature is the provider's business.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;

use super::moment::moment;

/// Unix ms; none where the token does not say it, or is none.
pub(super) fn expires_at(token: &str) -> Option<u64> {
    let mut parts = token.split('.');
    let (_header, claims) = (parts.next()?, parts.next()?);
    let claims = URL_SAFE_NO_PAD.decode(claims.trim_end_matches('=')).ok()?;
    let claims: Value = serde_json::from_slice(&claims).ok()?;
    moment(&claims, &["exp"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_token_is_read_and_nothing_else_is_taken_for_one() {
        let token = |claims: &str| format!("eyJh.{}.c2ln", URL_SAFE_NO_PAD.encode(claims));
        let read = |claims| expires_at(&token(claims));
        assert_eq!(
            read(r#"{"tenant_id":"t","exp":1782795967}"#),
            Some(1_782_795_967_000)
        );
        assert_eq!(read(r#"{"tenant_id":"t"}"#), None);
        assert_eq!(read(r#"{"exp":-1}"#), None);
        assert_eq!(read("[]"), None);
        assert_eq!(expires_at("opaque"), None);
        assert_eq!(expires_at("a.%%%.c"), None);
        assert_eq!(expires_at(""), None);
    }
}
