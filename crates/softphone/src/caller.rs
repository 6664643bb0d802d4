//! Who calls, and whom they called first, from headers that a stranger or our server wrote (RFC 3261 §20.20,
//! RFC 3325, RFC 3323, RFC 5806, RFC 7044).
//!
//! Every request comes through our server, which is the trust domain of RFC 3325: its
//! P-Asserted-Identity, or else its older Remote-Party-ID, goes before From.

use alo_sip::wire::{Headers, NameAddr, Scheme, Uri};

use crate::text::{MAX_NAME, clean};

/// The most entries of one header that are read.
const MAX_ENTRIES: usize = 16;

/// Two numbers with this many equal last digits are the same one, such as `+84912…` and `0912…`.
const SAME_DIGITS: usize = 8;

/// Words that phone systems send in place of a withheld name or number.
const WITHHELD: &[&str] = &[
    "anonymous",
    "restricted",
    "private",
    "withheld",
    "unavailable",
    "unknown",
];

/// Number and name of a caller, as shown and stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Caller {
    /// Empty where it is withheld.
    pub(crate) number: String,
    pub(crate) name: Option<String>,
    /// The number in From, where the server asserts another one.
    pub(crate) claimed: Option<String>,
    /// Whom the caller called, if the call was diverted to us.
    pub(crate) through: Option<String>,
}

impl Caller {
    /// What our own server asserts goes before what the caller claims. `ours` is our address of record: a
    /// diversion from it is not shown.
    pub(crate) fn new(from: &NameAddr, headers: &Headers, ours: &Uri) -> Self {
        let asserted = shown_asserted(headers);
        let asserted_number = asserted.as_ref().and_then(|by| number_of(&by.uri));
        let claimed = number_of(&from.uri);
        let number = asserted_number
            .clone()
            .or_else(|| claimed.clone())
            .unwrap_or_default();
        let name = asserted
            .iter()
            .chain([from])
            .find_map(name_of)
            // Many PBXs repeat the number as the name.
            .filter(|name| *name != number);
        let claimed = match (asserted_number, claimed) {
            (Some(asserted_number), Some(claimed))
                if !is_same_number(&asserted_number, &claimed) =>
            {
                Some(claimed)
            }
            _ => None,
        };
        Self {
            number,
            name,
            claimed,
            through: through(headers, ours),
        }
    }

    /// Whom our server names as the far end in a message of a call that is up. What the far end claims in
    /// From does not count there: it may stay what it was whoever takes its place.
    pub(crate) fn asserted(headers: &Headers) -> Option<Self> {
        let asserted = shown_asserted(headers)?;
        let number = number_of(&asserted.uri)?;
        Some(Self {
            name: name_of(&asserted).filter(|name| *name != number),
            number,
            claimed: None,
            through: None,
        })
    }
}

/// The asserted identity, unless its owner asks not to be shown.
fn shown_asserted(headers: &Headers) -> Option<NameAddr> {
    asserted(headers).filter(|_| !wants_privacy(headers))
}

/// The identity that the server asserts: the first usable P-Asserted-Identity, else a Remote-Party-ID of the
/// calling party that is not marked as unverified.
fn asserted(headers: &Headers) -> Option<NameAddr> {
    let asserted = headers.asserted_identities().into_iter();
    let usable = |party: &NameAddr| number_of(&party.uri).is_some();
    asserted.take(MAX_ENTRIES).find(usable).or_else(|| {
        addresses(headers, "Remote-Party-ID").find(|party| {
            let says = |name: &str, value: &str| {
                party
                    .param(name)
                    .is_none_or(|said| said.eq_ignore_ascii_case(value))
            };
            says("party", "calling")
                && says("screen", "yes")
                && says("privacy", "off")
                && usable(party)
        })
    })
}

/// RFC 3323 §4.2: whether the caller asks not to be shown. Then an asserted identity is not shown either.
fn wants_privacy(headers: &Headers) -> bool {
    headers
        .get_all("Privacy")
        .take(MAX_ENTRIES)
        .flat_map(|value| value.split([';', ',']))
        .any(|value| {
            let value = value.trim();
            ["id", "user", "header"]
                .iter()
                .any(|private| value.eq_ignore_ascii_case(private))
        })
}

/// Whom the caller called first: the lowest Diversion (RFC 5806 §4.1), else the first History-Info of
/// several (RFC 7044 §5).
fn through(headers: &Headers, ours: &Uri) -> Option<String> {
    let first = addresses(headers, "Diversion").last().or_else(|| {
        let mut history = addresses(headers, "History-Info");
        let first = history.next()?;
        history.next().map(|_| first)
    })?;
    if first.uri.user_decoded() == ours.user_decoded() {
        return None;
    }
    let name = first.display.as_deref();
    name.and_then(|name| clean(name, MAX_NAME))
        .or_else(|| number_of(&first.uri))
}

fn addresses(headers: &Headers, name: &'static str) -> impl Iterator<Item = NameAddr> {
    headers
        .values(name)
        .take(MAX_ENTRIES)
        .filter_map(|value| value.parse().ok())
}

/// `None` if there is no number, or a word that stands for a withheld one.
fn number_of(uri: &Uri) -> Option<String> {
    let raw = match uri.scheme {
        Scheme::Sip | Scheme::Sips => uri.user_decoded()?,
        Scheme::Tel => uri.opaque.clone(),
        Scheme::Other(_) => return None,
    };
    // RFC 3966 in a user part: `+8490…;phone-context=…`.
    let number = raw.split(';').next().unwrap_or_default();
    clean(number, MAX_NAME).filter(|number| !is_withheld(number))
}

fn name_of(party: &NameAddr) -> Option<String> {
    let display = party.display.as_deref()?;
    clean(display, MAX_NAME).filter(|_| !is_withheld(display))
}

fn is_withheld(text: &str) -> bool {
    let text = text.trim();
    WITHHELD.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Whether two spellings are those of one number.
pub(crate) fn is_same_number(a: &str, b: &str) -> bool {
    let tail = |text: &str| {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        digits
            .len()
            .checked_sub(SAME_DIGITS)
            .and_then(|from| digits.get(from..).map(str::to_owned))
    };
    a == b || tail(a).is_some_and(|a| tail(b) == Some(a))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caller(from: &str, headers: &[(&str, &str)]) -> Caller {
        let from: NameAddr = from.parse().expect("a name-addr");
        let mut all = Headers::new();
        for (name, value) in headers {
            all.push(name, *value);
        }
        Caller::new(&from, &all, &Uri::sip("1001", "pbx.example.com"))
    }

    fn shown(from: &str, headers: &[(&str, &str)]) -> (String, Option<String>) {
        let caller = caller(from, headers);
        (caller.number, caller.name)
    }

    #[test]
    fn the_servers_word_goes_before_the_callers_which_is_not_hidden() {
        let mother = caller(
            r#""Mẹ" <sip:113@pbx.example.com>;tag=1"#,
            &[("P-Asserted-Identity", "<sip:0912345678@pbx.example.com>")],
        );
        assert_eq!(mother.number, "0912345678");
        assert_eq!(mother.name.as_deref(), Some("Mẹ"));
        assert_eq!(mother.claimed.as_deref(), Some("113"));
        let same = caller(
            "<sip:0912345678@pbx.example.com>;tag=1",
            &[("P-Asserted-Identity", "<tel:+84912345678>")],
        );
        assert_eq!((same.number.as_str(), same.claimed), ("+84912345678", None));
        assert_eq!(
            shown(
                "<sip:anonymous@anonymous.invalid>;tag=1",
                &[("P-Asserted-Identity", "<tel:+84912345678>")]
            )
            .0,
            "+84912345678"
        );
    }

    #[test]
    fn remote_party_id_counts_where_it_was_verified_and_is_not_private() {
        let from = "<sip:113@pbx.example.com>;tag=1";
        let with = |params: &str| {
            let value = format!("\"Bình\" <sip:0912345678@pbx.example.com>{params}");
            shown(from, &[("Remote-Party-ID", &value)]).0
        };
        assert_eq!(with(";party=calling;screen=yes;privacy=off"), "0912345678");
        assert_eq!(with(""), "0912345678");
        for not in [";party=called", ";screen=no", ";privacy=full"] {
            assert_eq!(with(not), "113", "{not}");
        }
    }

    #[test]
    fn who_does_not_want_to_be_shown_is_not() {
        let asserted = ("P-Asserted-Identity", "\"Bình\" <tel:+84912345678>");
        for privacy in ["id", "header; id", "USER"] {
            assert_eq!(
                shown(
                    "\"Anonymous\" <sip:anonymous@anonymous.invalid>;tag=1",
                    &[asserted, ("Privacy", privacy)]
                ),
                (String::new(), None),
                "{privacy}"
            );
        }
        assert_eq!(
            shown("<sip:1002@h>;tag=1", &[asserted, ("Privacy", "none")]).0,
            "+84912345678"
        );
        assert_eq!(shown("<sip:Restricted@h>;tag=1", &[]).0, "");
        assert_eq!(shown("<sip:pbx.example.com>", &[]).0, "");
    }

    #[test]
    fn through_is_whoever_was_called_first() {
        let through =
            |name: &str, value: &str| caller("<sip:1002@h>;tag=1", &[(name, value)]).through;
        let hotline =
            r#"<sip:2000@h>;reason=no-answer, "Tổng đài" <sip:1900@h>;reason=time-of-day"#;
        assert_eq!(through("Diversion", hotline).as_deref(), Some("Tổng đài"));
        assert_eq!(
            through("Diversion", "<sip:1900@h>").as_deref(),
            Some("1900")
        );
        assert_eq!(through("Diversion", "<sip:1001@pbx.example.com>"), None);
        assert_eq!(
            through(
                "History-Info",
                "<sip:1900@h?Reason=SIP%3Bcause%3D302>;index=1, <sip:1001@h>;index=1.1"
            )
            .as_deref(),
            Some("1900")
        );
        assert_eq!(through("History-Info", "<sip:1900@h>;index=1"), None);
    }

    #[test]
    fn escapes_and_invisible_characters_do_not_reach_the_screen() {
        assert_eq!(
            shown("\"An\u{202e}na\" <sip:%2B84%20912@h>;tag=1", &[]),
            ("+84 912".to_owned(), Some("Anna".to_owned()))
        );
        assert_eq!(shown("<sip:1001%00%0d@h>", &[]).0, "1001");
        assert_eq!(
            shown("\"1001\" <sip:1001;phone-context=x@h>", &[]),
            ("1001".to_owned(), None)
        );
    }
}
