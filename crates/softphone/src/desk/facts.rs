//! What a provider's SIP headers tell of a call.

use alo_protocol::ProviderKind;
use alo_sip::wire::Headers;

use crate::text::clean;

/// Longest id or hotline that is taken, in characters.
const MAX_FACT: usize = 64;

/// See the module.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    /// The call's id at the provider.
    pub(crate) provider_id: Option<String>,
    /// The hotline that it came in or goes out by.
    pub(crate) hotline: Option<String>,
}

/// Reads them, whatever message they stand in.
pub(crate) fn facts(kind: ProviderKind, headers: &Headers) -> Facts {
    let read = |name: &str| headers.get(name).and_then(|value| clean(value, MAX_FACT));
    match kind {
        ProviderKind::PlainSip => Facts::default(),
        ProviderKind::Omicall => Facts {
            provider_id: read("Uuid").filter(|id| is_id(id)),
            hotline: read("Sip-Number"),
        },
        ProviderKind::Bizfly => Facts {
            provider_id: read("X-bizfly-call-center-call-id").filter(|id| is_id(id)),
            hotline: None,
        },
        ProviderKind::Vbot => Facts {
            provider_id: read("X-exc-id").filter(|id| is_id(id)),
            hotline: None,
        },
    }
}

/// It becomes a part of a path at the provider: nothing else than an id may.
fn is_id(id: &str) -> bool {
    id.bytes()
        .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b':'))
}
