//! Who calls, from headers that a stranger wrote (RFC 3261 §20.20, RFC 3325 §9).

use alo_sip::wire::{NameAddr, Scheme, Uri};

use crate::text::{MAX_NAME, clean};

/// Number and name as shown and kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Caller {
    pub(crate) number: String,
    pub(crate) name: Option<String>,
}

impl Caller {
    /// What our own server vouches for goes before what the caller claims.
    pub(crate) fn new(from: &NameAddr, asserted: Option<&NameAddr>) -> Self {
        let shown = asserted.unwrap_or(from);
        let number = number_of(&shown.uri)
            .or_else(|| number_of(&from.uri))
            .unwrap_or_else(|| "anonymous".to_owned());
        let name = [Some(shown), Some(from)]
            .into_iter()
            .flatten()
            .filter_map(|party| party.display.as_deref())
            .find_map(|display| clean(display, MAX_NAME))
            // Many PBXs repeat the number as the name.
            .filter(|name| *name != number);
        Self { number, name }
    }
}

fn number_of(uri: &Uri) -> Option<String> {
    let raw = match uri.scheme {
        Scheme::Sip | Scheme::Sips => uri.user_decoded()?,
        Scheme::Tel => uri.opaque.clone(),
        Scheme::Other(_) => return None,
    };
    // RFC 3966 in a user part: `+8490…;phone-context=…`.
    let number = raw.split(';').next().unwrap_or_default();
    clean(number, MAX_NAME)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caller(from: &str, asserted: Option<&str>) -> (String, Option<String>) {
        let from: NameAddr = from.parse().expect("a name-addr");
        let asserted: Option<NameAddr> = asserted.map(|a| a.parse().expect("a name-addr"));
        let caller = Caller::new(&from, asserted.as_ref());
        (caller.number, caller.name)
    }

    #[test]
    fn the_servers_word_goes_before_the_callers() {
        assert_eq!(
            caller(
                r#""Mẹ" <sip:113@pbx.example.com>;tag=1"#,
                Some("<sip:0912345678@pbx.example.com>")
            ),
            ("0912345678".to_owned(), Some("Mẹ".to_owned()))
        );
        assert_eq!(
            caller(
                "<sip:anonymous@anonymous.invalid>;tag=1",
                Some("<tel:+84912345678>")
            )
            .0,
            "+84912345678"
        );
    }

    #[test]
    fn escapes_and_invisible_characters_do_not_reach_the_screen() {
        assert_eq!(
            caller("\"An\u{202e}na\" <sip:%2B84%20912@h>;tag=1", None),
            ("+84 912".to_owned(), Some("Anna".to_owned()))
        );
        assert_eq!(caller("<sip:1001%00%0d@h>", None).0, "1001");
        assert_eq!(
            caller("\"1001\" <sip:1001;phone-context=x@h>", None),
            ("1001".to_owned(), None)
        );
        assert_eq!(caller("<sip:pbx.example.com>", None).0, "anonymous");
    }
}
