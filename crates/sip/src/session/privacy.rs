//! Calling without being shown (RFC 3323, RFC 3325): From says nothing, and our server alone is told
//! who calls.

use crate::endpoint::Endpoint;
use crate::wire::{NameAddr, Request, Uri};

/// RFC 3323 §4.1.1.3.
const NOBODY: &str = "anonymous.invalid";

/// Whether an application's headers ask for privacy of the identity (RFC 3325 §9.3).
pub(super) fn is_wanted(headers: &[(String, String)]) -> bool {
    headers.iter().any(|(name, value)| {
        name.eq_ignore_ascii_case("Privacy")
            && value
                .split(';')
                .any(|token| token.trim().eq_ignore_ascii_case("id"))
    })
}

/// From with a new tag that names nobody (RFC 3323 §4.1.1.3).
pub(super) fn from_nobody(endpoint: &mut Endpoint) -> NameAddr {
    let mut from = NameAddr::new(Uri::sip("anonymous", NOBODY));
    from.display = Some("Anonymous".to_owned());
    from.set_tag(&endpoint.token(10));
    from
}

/// Whether an address is the one that names nobody.
pub(super) fn is_nobody(uri: &Uri) -> bool {
    uri.host.to_string().eq_ignore_ascii_case(NOBODY)
}

/// Tells our server who calls, unless the application has said it (RFC 3325 §9.2).
pub(super) fn prefer_identity(request: &mut Request, endpoint: &Endpoint) {
    if !request.headers.contains("P-Preferred-Identity") {
        let mut ours = endpoint.address_of_record();
        ours.display = endpoint
            .config
            .display_name
            .clone()
            .filter(|name| !name.is_empty());
        request
            .headers
            .push("P-Preferred-Identity", ours.to_string());
    }
}
