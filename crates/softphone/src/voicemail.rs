//! Voice messages for views: how many there are, and what to dial to hear them.

use alo_numbers::{Country, costs_more};
use alo_protocol::{DialSource, VoicemailView};
use alo_providers::DialString;
use alo_sip::MessageSummary;
use alo_sip::wire::Uri;

/// The server's message summary for views. `solicited`: it came in our subscription. Any other sender may not
/// choose the number that one click dials if it is a service code such as `*21*…#` or costs more at `home`.
pub(crate) fn voicemail(
    summary: &MessageSummary,
    solicited: bool,
    domain: &str,
    home: Country,
) -> VoicemailView {
    let number = summary
        .account
        .as_ref()
        .and_then(|account| dialable(account, domain))
        .filter(|number| solicited || is_harmless(number, home));
    VoicemailView {
        new: summary.new,
        old: summary.old,
        number,
    }
}

/// Whether it is no service code, costs no more than usual, and is at our own host.
fn is_harmless(number: &str, home: Country) -> bool {
    let bare = number.split(';').next().unwrap_or_default();
    !number.contains(['*', '#', '@']) && !costs_more(bare, home)
}

/// A number, or `user@host` where that is another host than our own.
fn dialable(account: &Uri, domain: &str) -> Option<String> {
    if !account.is_sip() {
        return None;
    }
    let user = account.user_decoded().filter(|user| !user.is_empty())?;
    let host = account.host.to_string();
    let number = if host.eq_ignore_ascii_case(domain) {
        user
    } else {
        format!("{user}@{host}")
    };
    DialString::parse(&number, DialSource::Dialer)
        .is_ok()
        .then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(account: &str, solicited: bool) -> Option<String> {
        let summary = MessageSummary {
            new: 1,
            old: 0,
            account: account.parse().ok(),
        };
        voicemail(&summary, solicited, "pbx.example.com", Country::VN).number
    }

    #[test]
    fn the_servers_number_is_dialled_as_it_would_be_typed() {
        let typed = |account| number(account, true);
        assert_eq!(typed("sip:8000@pbx.example.com").as_deref(), Some("8000"));
        assert_eq!(typed("sip:*97@PBX.example.com").as_deref(), Some("*97"));
        assert_eq!(
            typed("sip:an@vm.example.com").as_deref(),
            Some("an@vm.example.com")
        );
        assert_eq!(typed("sip:pbx.example.com"), None);
        assert_eq!(typed("mailto:an@pbx.example.com"), None);
    }

    #[test]
    fn nobody_else_chooses_a_service_code_or_a_number_that_costs_more() {
        assert_eq!(number("sip:*21*0900@pbx.example.com", false), None);
        assert_eq!(number("sip:19001234@pbx.example.com", false), None);
        assert_eq!(number("sip:+43900123456@pbx.example.com", false), None);
        for of_no_country in ["+979123456789", "00979123456789", "+881612345678"] {
            let target = format!("sip:{of_no_country}@pbx.example.com");
            assert_eq!(number(&target, false), None, "{target}");
        }
        assert_eq!(
            number("sip:8000@pbx.example.com", false).as_deref(),
            Some("8000")
        );
    }
}
