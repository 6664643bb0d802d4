//! Anonymous calls (RFC 3323, RFC 3325): From is anonymous, and only our server learns who calls.

use crate::endpoint::Endpoint;
use crate::wire::{NameAddr, Request, Uri};

/// The host of the anonymous From (RFC 3323 §4.1.1.3).
const ANONYMOUS_HOST: &str = "anonymous.invalid";

/// Whether the application's headers have `Privacy: id` (RFC 3325 §9.3).
pub(super) fn is_wanted(headers: &[(String, String)]) -> bool {
    headers.iter().any(|(name, value)| {
        name.eq_ignore_ascii_case("Privacy")
            && value
                .split(';')
                .any(|token| token.trim().eq_ignore_ascii_case("id"))
    })
}

/// The anonymous From, with a new tag (RFC 3323 §4.1.1.3).
pub(super) fn anonymous_from(endpoint: &mut Endpoint) -> NameAddr {
    let mut from = NameAddr::new(Uri::sip("anonymous", ANONYMOUS_HOST));
    from.display = Some("Anonymous".to_owned());
    from.set_tag(&endpoint.token(10));
    from
}

/// Whether an address is the anonymous one.
pub(crate) fn is_anonymous(uri: &Uri) -> bool {
    uri.host.to_string().eq_ignore_ascii_case(ANONYMOUS_HOST)
}

/// Adds P-Preferred-Identity with our address, unless the application has set it (RFC 3325 §9.2).
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
