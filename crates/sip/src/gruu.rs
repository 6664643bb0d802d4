//! Globally routable addresses of this one phone, given by the registrar (RFC 5627).

use crate::wire::{NameAddr, Uri};

/// The longest GRUU that is used, in octets: it goes into every request.
const MAX_LENGTH: usize = 512;

/// The GRUUs that the registrar gave us.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Gruus {
    /// Reaches this phone and reveals the account.
    pub(crate) public: Option<Uri>,
    /// Reaches this phone without revealing the account.
    pub(crate) temporary: Option<Uri>,
}

impl Gruus {
    /// Reads them from our binding in the answer to a REGISTER (RFC 5627 §4.2).
    pub(crate) fn of(contact: &NameAddr) -> Self {
        let read = |name| contact.param(name).and_then(usable);
        Self {
            public: read("pub-gruu"),
            temporary: read("temp-gruu"),
        }
    }
}

/// Reads a SIP URI with `gr` that can be used as a Contact unchanged.
fn usable(text: &str) -> Option<Uri> {
    let uri: Uri = text.parse().ok()?;
    let fits =
        text.len() <= MAX_LENGTH && uri.is_sip() && uri.has_param("gr") && uri.headers.is_empty();
    fits.then_some(uri)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_rfc_is_read_and_rubbish_is_not() {
        let contact: NameAddr = "<sip:callee@192.0.2.1>;pub-gruu=\"sip:callee@example.com;gr=urn:uuid:f81d4fae\"\
            ;temp-gruu=\"sip:tgruu.7hs==jd7vnzga5w7fajsc7-ajd6fabz0f8g5@example.com;gr\";expires=3600"
            .parse()
            .unwrap();
        let gruus = Gruus::of(&contact);
        assert_eq!(
            gruus.public.map(|uri| uri.to_string()).as_deref(),
            Some("sip:callee@example.com;gr=urn:uuid:f81d4fae")
        );
        assert!(gruus.temporary.is_some_and(|uri| uri.has_param("gr")));
        for bad in [
            "sip:callee@example.com",
            "tel:+84;gr",
            "x",
            "sip:a@b;gr?Route=x",
        ] {
            assert_eq!(usable(bad), None, "{bad}");
        }
    }
}
