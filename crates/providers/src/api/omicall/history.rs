//! OmiCall's list of calls. Items are read in the words of all the generations of its interface,
//! because the agent's list is described nowhere.

use alo_protocol::{Direction, MAX_TAG, MAX_TAGS};
use serde_json::{Value, json};

use super::super::json::{field, id, integer, items, labels, lines, text};
use super::super::moment::moment;
use super::super::{ProviderCall, SavedNote};
use crate::call_facts::local_number;
use crate::text::MAX_NAME;

/// The longest span that is asked for, in ms: the SDK asks for 7 days.
const LONGEST: u64 = 7 * 86_400_000;
/// How far the clocks of provider and computer may be apart, in ms.
const CLOCKS_APART: u64 = 900_000;
/// Longest note read back, in characters.
const MAX_NOTE: usize = 100_000;

pub(super) fn query(from: u64, to: u64, extension: &str) -> Value {
    let from = from.max(to.saturating_sub(LONGEST));
    json!({"from_date": from, "to_date": to, "sip_user": extension, "keyword": ""})
}

/// The list is of 50 at most, so the span is short.
pub(super) fn query_around(at: u64, extension: &str) -> Value {
    let (from, to) = (
        at.saturating_sub(CLOCKS_APART),
        at.saturating_add(4 * CLOCKS_APART),
    );
    query(from, to, extension)
}

pub(super) fn read(payload: &Value, extension: &str, limit: u16) -> Vec<ProviderCall> {
    let mut calls: Vec<ProviderCall> = items(payload)
        .filter_map(|item| call(item, extension))
        .collect();
    calls.sort_by_key(|call| std::cmp::Reverse(call.started_at));
    calls.truncate(usize::from(limit));
    calls
}

pub(super) fn note_of(payload: &Value, extension: &str, provider_id: &str) -> Option<SavedNote> {
    items(payload)
        .filter_map(|item| call(item, extension))
        .find(|call| call.provider_id == provider_id)
        .and_then(|call| call.note)
}

fn call(item: &Value, extension: &str) -> Option<ProviderCall> {
    let provider_id = id(item, &["transaction_id", "transactionId", "uuid"])?;
    let source = text(item, &["source_number", "from_number"], MAX_NAME);
    let destination = text(item, &["destination_number", "to_number"], MAX_NAME);
    let direction = match text(item, &["direction"], 16)?.as_str() {
        "outbound" => Direction::Outgoing,
        "inbound" => Direction::Incoming,
        // Between two extensions.
        "local" if source.as_deref() == Some(extension) => Direction::Outgoing,
        "local" => Direction::Incoming,
        _ => return None,
    };
    let (ours, theirs) = match direction {
        Direction::Outgoing => (source, destination),
        Direction::Incoming => (destination, source),
    };
    let number = text(item, &["phone_number"], MAX_NAME).or(theirs)?;
    let hotline = text(item, &["sip_number", "hotline"], MAX_NAME)
        .or(ours)
        .filter(|hotline| hotline != extension);
    let started_at = moment(
        item,
        &["time_start_call", "time_start_to_answer", "created_date"],
    )?;
    let seconds = |names: &[&str]| {
        let seconds = integer(item, names).unwrap_or(0);
        u64::try_from(seconds).unwrap_or(0).min(86_400)
    };
    let (talked, lasted) = (seconds(&["bill_sec", "answer_sec"]), seconds(&["duration"]));
    let answered = talked > 0 || text(item, &["disposition"], 16).as_deref() == Some("answered");
    let answered_at = answered.then(|| {
        moment(item, &["time_answer_start"])
            .unwrap_or_else(|| started_at + lasted.saturating_sub(talked) * 1000)
    });
    let ended_at = moment(item, &["time_end_call"])
        .or_else(|| (lasted > 0).then_some(started_at + lasted * 1000));
    let customer = field(item, &["customer"]);
    Some(ProviderCall {
        provider_id,
        direction,
        number: local_number(&number),
        name: customer.and_then(|customer| text(customer, &["full_name"], MAX_NAME)),
        started_at,
        answered_at,
        ended_at,
        hotline,
        note: note(item),
    })
}

fn note(item: &Value) -> Option<SavedNote> {
    let text = lines(item, &["note"], MAX_NOTE).unwrap_or_default();
    let tags = field(item, &["tag"]).map_or_else(Vec::new, |tags| labels(tags, MAX_TAGS, MAX_TAG));
    (!text.is_empty() || !tags.is_empty()).then_some(SavedNote { text, tags })
}
