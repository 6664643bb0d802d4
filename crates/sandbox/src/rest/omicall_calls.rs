//! How OmiCall writes a call and a list, in its generations.

use serde_json::{Value, json};

use super::Paging;
use super::contacts;
use super::history::Entry;
use crate::pbx::Direction;
use crate::provider::{self, Provider, with_country};

fn direction(entry: &Entry) -> &'static str {
    match entry.direction {
        Direction::Inbound => "inbound",
        Direction::Outbound => "outbound",
        Direction::Local => "local",
    }
}

/// From and to: the company's numbers with 84, its customers' with 0, extensions as they are.
fn ends(entry: &Entry) -> (String, String) {
    let ours = entry
        .hotline
        .as_deref()
        .map_or_else(|| entry.extension.clone(), with_country);
    match entry.direction {
        Direction::Inbound => (entry.other.clone(), ours),
        Direction::Outbound => (ours, entry.other.clone()),
        Direction::Local => (entry.extension.clone(), entry.other.clone()),
    }
}

/// An item of the first generation, which the agent's list has too.
pub(super) fn call_v1(entry: &Entry) -> Value {
    let (source, destination) = ends(entry);
    let (agent, _) = provider::agent(&entry.extension);
    let customer = contacts::by_phone(&entry.other);
    let name = customer.first().map_or("", |contact| contact.name);
    let ended = entry.ended_ms.unwrap_or(entry.started_ms);
    json!({
        "transaction_id": entry.id,
        "direction": direction(entry),
        "source_number": source,
        "destination_number": destination,
        "disposition": if entry.is_answered() { "answered" } else { "cancelled" },
        "bill_sec": entry.talk_seconds(),
        "record_seconds": entry.talk_seconds(),
        "duration": entry.total_seconds(),
        "time_start_to_answer": entry.started_ms / 1000,
        "recording_file": "",
        "sip_user": entry.extension,
        "provider": "viettel",
        "note": entry.note,
        "tag": entry.tags,
        "call_out_price": 0,
        "created_date": entry.started_ms,
        "last_updated_date": ended,
        "is_voicemail": false,
        "recording_file_voicemail": "",
        "user": [{
            "full_name": agent, "full_name_unsigned": contacts::unsigned(agent),
            "note": entry.note, "tag": entry.tags.iter().map(|tag| json!({"name": tag})).collect::<Vec<_>>(),
        }],
        "create_by": {"id": format!("agent-{}", entry.extension), "name": agent, "type": "extension"},
        "evaluations": null,
        "total_evaluate": null,
        "customer": {"full_name": name, "full_name_unsigned": contacts::unsigned(name)},
        "is_have_forward_out": false,
        "bill_sec_forward_out": 0,
    })
}

/// An item of the search with the key: why the call ended is in it.
pub(super) fn call_search(entry: &Entry) -> Value {
    let mut item = call_v1(entry);
    let (cause, q850) = match entry.status {
        _ if entry.is_answered() => ("NORMAL_CLEARING", 16),
        Some(486 | 600) => ("USER_BUSY", 17),
        Some(487) => ("ORIGINATOR_CANCEL", 16),
        Some(403 | 603) => ("CALL_REJECTED", 21),
        _ => ("NO_ANSWER", 19),
    };
    let dial_status = match cause {
        "NORMAL_CLEARING" => "ANSWER",
        "ORIGINATOR_CANCEL" => "CANCEL",
        "USER_BUSY" => "BUSY",
        _ => "NOANSWER",
    };
    let more = json!({
        "hangup_cause": cause,
        "hangup_cause_q850": q850,
        "dial_status": dial_status,
        "time_start_call": entry.started_ms / 1000,
        "time_end_call": entry.ended_ms.map(|at| at / 1000),
        "wait_sec": entry.ring_seconds(),
        "hold_call_sec": 0,
        "domain_fusion": Provider::Omicall.domain(),
        "sip_from_user": entry.extension,
        "is_missed_call": entry.is_missed(),
    });
    extend(&mut item, more);
    item
}

/// An item of the second and third generation.
pub(super) fn call_v2(entry: &Entry) -> Value {
    let mut item = call_search(entry);
    let more = json!({
        "sip_number": entry.hotline.as_deref().map(with_country),
        "phone_number": entry.other,
        "answer_sec": entry.ring_seconds(),
        "time_answer_start": entry.answered_ms.map(|at| at / 1000),
        "time_ringing_start": entry.started_ms / 1000,
        "recording_file_url": "",
        "user_data_str": entry.user_data,
        "user_ref_code": null,
        "endby_name": match entry.ended_by.as_deref() {
            Some("pbx") | None => "none",
            Some(by) if (by == "caller") == (entry.direction == Direction::Inbound) => "end_call_by_customer",
            Some(_) => "end_call_by_agent",
        },
        "transfer_histories": [],
        "autocall_uuid": null,
        "invite_failure_status": entry.status,
    });
    extend(&mut item, more);
    item
}

fn extend(item: &mut Value, more: Value) {
    if let (Some(item), Value::Object(more)) = (item.as_object_mut(), more) {
        item.extend(more);
    }
}

/// A list with paging in snake case.
pub(super) fn page_of(paging: Paging, items: Vec<Value>) -> Value {
    let (items, total, pages) = paging.cut(items);
    json!({
        "items": items,
        "page_number": paging.page,
        "page_size": paging.size,
        "total_items": total,
        "total_pages": pages,
        "has_next": paging.page < pages,
        "next_page": (paging.page + 1).min(pages),
        "has_previous": paging.page > 1,
        "previous_page": paging.page.saturating_sub(1).max(1),
    })
}

/// A list with paging in camel case, as the searches have it.
pub(super) fn camel_page_of(paging: Paging, items: Vec<Value>) -> Value {
    let (items, total, pages) = paging.cut(items);
    json!({
        "items": items,
        "pageNumber": paging.page,
        "pageSize": paging.size,
        "totalItems": total,
        "totalPages": pages,
        "hasNext": paging.page < pages,
    })
}
