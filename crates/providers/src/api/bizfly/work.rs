//! Bizfly's contacts and calls (unverified: names of the public interface's reports, and their
//! neighbours).

use alo_protocol::{Direction, ProviderProblem};
use serde_json::Value;

use super::super::json::{field, id, integer, items, lines, plain, text};
use super::super::moment::moment;
use super::super::{ApiError, Contact, LookupNumber, ProviderCall, SavedNote, read_contact};
use crate::text::MAX_NAME;

/// Longest note read back, in characters.
const MAX_NOTE: usize = 100_000;
/// Numbers that end in the same so many digits are taken for the same.
const SAME_DIGITS: usize = 8;

/// The number to look up: as dialled in its country.
pub(super) fn phone(number: &LookupNumber) -> Result<String, ApiError> {
    let e164 = number.e164.as_deref().unwrap_or_default();
    [number.national.as_str(), e164.trim_start_matches('+')]
        .into_iter()
        .find(|phone| (1..=32).contains(&phone.len()) && phone.bytes().all(|b| b.is_ascii_digit()))
        .map(str::to_owned)
        .ok_or_else(|| ApiError::new(ProviderProblem::NotFound))
}

/// Those of the list who have the number; whose numbers are not told are taken at the server's word.
pub(super) fn contacts(data: &Value, number: &LookupNumber) -> Vec<Contact> {
    items(data)
        .filter(|item| {
            let phones = phones(item);
            phones.is_empty() || phones.iter().any(|phone| is_same(phone, &number.national))
        })
        .filter_map(read_contact)
        .take(8)
        .collect()
}

fn phones(item: &Value) -> Vec<String> {
    match field(item, &["phone", "phones", "phone_number", "phone_numbers"]) {
        Some(Value::Array(phones)) => phones
            .iter()
            .filter_map(|phone| plain(phone).or_else(|| text(phone, &["data", "phone"], MAX_NAME)))
            .take(16)
            .collect(),
        Some(phone) => plain(phone).into_iter().collect(),
        None => Vec::new(),
    }
}

fn is_same(one: &str, other: &str) -> bool {
    let tail = |number: &str| -> String {
        let digits: Vec<char> = number.chars().filter(char::is_ascii_digit).collect();
        let from = digits.len().saturating_sub(SAME_DIGITS);
        digits.into_iter().skip(from).collect()
    };
    tail(one) == tail(other)
}

/// Newest first.
pub(super) fn calls(data: &Value) -> Vec<ProviderCall> {
    let mut calls: Vec<ProviderCall> = items(data).filter_map(call).collect();
    calls.sort_by_key(|call| std::cmp::Reverse(call.started_at));
    calls
}

fn call(item: &Value) -> Option<ProviderCall> {
    let direction = text(item, &["direct", "direction"], 16)?.to_ascii_lowercase();
    let direction = match direction.as_str() {
        "outbound" | "out" | "outgoing" => Direction::Outgoing,
        "inbound" | "in" | "incoming" => Direction::Incoming,
        _ => return None,
    };
    let theirs: &[&str] = match direction {
        Direction::Outgoing => &["callee", "to_number", "phone"],
        Direction::Incoming => &["caller", "from_number", "phone"],
    };
    let started_at = moment(item, &["start_time", "started_at", "created_at"])?;
    let ms = |names: &[&str]| {
        let seconds = integer(item, names).and_then(|seconds| u64::try_from(seconds).ok());
        seconds.map_or(0, |seconds| seconds.min(86_400) * 1000)
    };
    let talked = ms(&["conversation_duration", "duration", "call_time"]);
    let lasted = ms(&["duration", "call_time"]).max(talked);
    let answered_at = (talked > 0).then_some(started_at + lasted - talked);
    let ended_at = (lasted > 0).then_some(started_at + lasted);
    Some(ProviderCall {
        provider_id: id(item, &["id", "_id", "call_id"])?,
        direction,
        number: text(item, theirs, MAX_NAME)?,
        name: text(item, &["contact_name", "name"], MAX_NAME),
        started_at,
        answered_at,
        ended_at,
        hotline: text(item, &["hotline_number", "hotline"], MAX_NAME),
        note: lines(item, &["note"], MAX_NOTE).map(|text| SavedNote {
            text,
            tags: Vec::new(),
        }),
    })
}
