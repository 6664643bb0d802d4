//! What a provider's own headers say of a call.

use alo_protocol::ProviderKind;

use crate::api::json::is_id;
use crate::text::clean;
use crate::{FactHeaders, profile_of};

/// Longest hotline or number kept, in characters.
const MAX_NUMBER: usize = 64;
/// Numbers of so many digits belong to somebody outside (OmiCall's plan: 2–7 are inside).
const OUTSIDE: usize = 8;

/// Facts that a provider put into its messages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CallFacts {
    /// What the provider calls the call: visible ASCII, at most 128.
    pub provider_id: Option<String>,
    /// The hotline that was called, or is called from; at most 64 characters.
    pub hotline: Option<String>,
    /// Who really calls, where the `From` is the provider's; at most 64 characters.
    pub number: Option<String>,
}

impl CallFacts {
    /// Takes what `later` knows; what it does not say stays.
    pub fn update(&mut self, later: Self) {
        let newer = |new: Option<String>, old: &mut Option<String>| {
            if new.is_some() {
                *old = new;
            }
        };
        newer(later.provider_id, &mut self.provider_id);
        newer(later.hotline, &mut self.hotline);
        newer(later.number, &mut self.number);
    }
}

/// Reads the headers of an INVITE that comes, or of any response to ours; `header` gives the first
/// value of a header by its name, which is compared without regard to case.
pub fn call_facts<'a>(kind: ProviderKind, header: impl Fn(&str) -> Option<&'a str>) -> CallFacts {
    let FactHeaders {
        call_id,
        hotline,
        number,
    } = profile_of(kind).facts;
    let read = |name: Option<&str>| name.and_then(&header).map(str::trim);
    CallFacts {
        provider_id: read(call_id).filter(|id| is_id(id)).map(str::to_owned),
        hotline: read(hotline).and_then(|hotline| clean(hotline, MAX_NUMBER)),
        number: read(number)
            .and_then(|number| clean(number, MAX_NUMBER))
            .map(|number| shown_number(kind, &number)),
    }
}

/// A number as the provider's people know it: OmiCall's gateways write `84…` for `0…`.
pub fn shown_number(kind: ProviderKind, number: &str) -> String {
    if profile_of(kind).trunk_for_84 {
        local_number(number)
    } else {
        number.to_owned()
    }
}

/// `84…` and `+84…` of somebody outside as `0…`; anything else as it is.
pub(crate) fn local_number(number: &str) -> String {
    let digits = number.strip_prefix('+').unwrap_or(number);
    let outside = digits.len() >= OUTSIDE && digits.bytes().all(|b| b.is_ascii_digit());
    match digits.strip_prefix("84").filter(|_| outside) {
        Some(rest) => format!("0{rest}"),
        None => number.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(kind: ProviderKind, headers: &[(&str, &'static str)]) -> CallFacts {
        call_facts(kind, |name| {
            let found = headers
                .iter()
                .find(|(known, _)| known.eq_ignore_ascii_case(name));
            found.map(|(_, value)| *value)
        })
    }

    #[test]
    fn omicall_says_which_call_which_hotline_and_who() {
        let headers = [
            ("Uuid", "2159f8d9-03c2-4a6e"),
            ("Sip-Number", "842899990338"),
            ("Remote-Phone-Number", "84912345678"),
        ];
        let read = facts(ProviderKind::Omicall, &headers);
        assert_eq!(read.provider_id.as_deref(), Some("2159f8d9-03c2-4a6e"));
        assert_eq!(read.hotline.as_deref(), Some("842899990338"));
        assert_eq!(read.number.as_deref(), Some("0912345678"));
        assert_eq!(
            facts(ProviderKind::PlainSip, &headers),
            CallFacts::default()
        );
    }

    #[test]
    fn the_others_name_the_call_only() {
        let bizfly = facts(
            ProviderKind::Bizfly,
            &[("X-bizfly-call-center-call-id", " c-1 ")],
        );
        assert_eq!(bizfly.provider_id.as_deref(), Some("c-1"));
        let vbot = facts(ProviderKind::Vbot, &[("X-exc-id", "abc123")]);
        assert_eq!(vbot.provider_id.as_deref(), Some("abc123"));
        assert_eq!((bizfly.hotline, vbot.number), (None, None));
    }

    #[test]
    fn what_cannot_be_an_id_or_a_number_is_none() {
        let long: &'static str = Box::leak("x".repeat(129).into_boxed_str());
        for bad in ["", " ", "a b", "mã", long] {
            let read = facts(ProviderKind::Omicall, &[("Uuid", bad)]);
            assert_eq!(read.provider_id, None, "{bad}");
        }
        let read = facts(ProviderKind::Omicall, &[("Sip-Number", "\u{202e}1\n2")]);
        assert_eq!(read.hotline.as_deref(), Some("1 2"));
    }

    #[test]
    fn numbers_inside_and_abroad_stay_as_they_are() {
        for (number, shown) in [
            ("84912345678", "0912345678"),
            ("+84912345678", "0912345678"),
            ("0912345678", "0912345678"),
            ("8401", "8401"),
            ("101", "101"),
            ("+6591234567", "+6591234567"),
            ("84livetalk99", "84livetalk99"),
        ] {
            assert_eq!(shown_number(ProviderKind::Omicall, number), shown);
            assert_eq!(shown_number(ProviderKind::Vbot, number), number);
        }
    }

    #[test]
    fn later_messages_add_and_take_nothing_away() {
        let mut known = CallFacts {
            provider_id: Some("a".into()),
            ..CallFacts::default()
        };
        known.update(CallFacts {
            hotline: Some("1".into()),
            ..CallFacts::default()
        });
        assert_eq!(known.provider_id.as_deref(), Some("a"));
        assert_eq!(known.hotline.as_deref(), Some("1"));
    }
}
