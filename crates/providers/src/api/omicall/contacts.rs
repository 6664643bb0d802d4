//! Who has a number, in OmiCall's directory. The fields of the answer are described nowhere
//! (unverified): they are read in the words of its other interfaces.

use alo_protocol::ProviderProblem;
use serde_json::Value;

use super::super::json::{field, items};
use super::super::{ApiError, Contact, LookupNumber, read_contact};

/// The number as the directory has it: `0…`, or digits with the country where there is no such form.
pub(super) fn phone(number: &LookupNumber) -> Result<String, ApiError> {
    let e164 = number.e164.as_deref().unwrap_or_default();
    let foreign = !e164.is_empty() && !e164.starts_with("+84");
    let phone = match number.national.as_str() {
        national if foreign || national.is_empty() => e164.trim_start_matches('+'),
        national => national,
    };
    let usable = (1..=32).contains(&phone.len()) && phone.bytes().all(|b| b.is_ascii_digit());
    usable
        .then(|| phone.to_owned())
        .ok_or_else(|| ApiError::new(ProviderProblem::NotFound))
}

/// Most people who may have one number.
const MAX_FOUND: usize = 8;

/// A list of contacts, or one, bare or inside an object that tells of the last call, too.
pub(super) fn read(payload: &Value) -> Vec<Contact> {
    let inside = field(payload, &["contacts", "contact", "customer"]);
    let inside = inside.unwrap_or(payload);
    let listed: Vec<Contact> = items(inside)
        .filter_map(read_contact)
        .take(MAX_FOUND)
        .collect();
    if listed.is_empty() {
        read_contact(inside).into_iter().collect()
    } else {
        listed
    }
}
