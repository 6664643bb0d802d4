//! The CRM's page of whoever calls: an address with places for number, name and call.

use alo_numbers::Country;
use alo_protocol::{
    CallId, Direction, PopAt, Refusal, ScreenPop, fill_template, is_page_template, is_web_address,
};

use super::CallNow;
use super::number::Forms;

/// An address without places, or none at all.
pub(super) fn check_address(url: &str) -> Result<(), Refusal> {
    if url.is_empty() || is_web_address(url) {
        Ok(())
    } else {
        Err(Refusal::BadAddress)
    }
}

/// An address with places, or none at all.
pub(super) fn check_template(url: &str) -> Result<(), Refusal> {
    if url.is_empty() || is_page_template(url) {
        Ok(())
    } else {
        Err(Refusal::BadAddress)
    }
}

/// The page for a call; none where there is no address, or nobody to look for.
pub(super) fn page(pop: &ScreenPop, call: &CallNow, home: Country) -> Option<String> {
    if pop.url.is_empty() || call.number.is_empty() {
        return None;
    }
    let forms = Forms::of(&call.number, home);
    let CallId(id) = &call.id;
    fill_template(&pop.url, |place| match place {
        "e164" => forms.e164.clone().unwrap_or_else(|| forms.national.clone()),
        "national" => forms.national.clone(),
        "name" => call.name.clone().unwrap_or_default(),
        _ => call.provider_id.clone().unwrap_or_else(|| id.clone()),
    })
}

/// When the page of such a call opens.
pub(super) fn moment(pop: &ScreenPop, direction: Direction) -> PopAt {
    match direction {
        Direction::Incoming => pop.incoming,
        Direction::Outgoing => pop.outgoing,
    }
}

/// The page waits for the name where the address has a place for it.
pub(super) fn wants_name(pop: &ScreenPop) -> bool {
    pop.url.contains("{name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(number: &str, name: &str) -> CallNow {
        CallNow {
            id: CallId("c1".into()),
            direction: Direction::Incoming,
            number: number.into(),
            name: Some(name.into()),
            provider_id: None,
            hotline: None,
            started_at: 0,
            answered_at: None,
            rings: true,
            end: None,
            quality: None,
        }
    }

    fn with(url: &str) -> ScreenPop {
        ScreenPop {
            url: url.into(),
            ..ScreenPop::default()
        }
    }

    #[test]
    fn values_are_percent_encoded_whatever_a_caller_calls_itself() {
        let pop = with("https://crm.example/#/find?q={e164}&n={name}&c={callid}");
        let page = page(&pop, &call("0912345678", "Anh & Chị?#/../x"), Country::VN);
        assert_eq!(
            page.as_deref(),
            Some(
                "https://crm.example/#/find?q=%2B84912345678&n=Anh%20%26%20Ch%E1%BB%8B%3F%23%2F..%2Fx&c=c1"
            )
        );
        assert_eq!(super::page(&pop, &call("", "nobody"), Country::VN), None);
    }

    #[test]
    fn no_address_is_fine_and_one_that_can_not_be_used_is_refused() {
        assert_eq!((check_template(""), check_address("")), (Ok(()), Ok(())));
        let template = "https://crm.example/{e164}";
        assert_eq!(check_template(template), Ok(()));
        assert_eq!(check_address(template), Err(Refusal::BadAddress));
        let plain = "http://crm.example/";
        assert_eq!(check_template(plain), Err(Refusal::BadAddress));
    }
}
