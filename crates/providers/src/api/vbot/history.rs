//! The list of calls of VBot's SDK 1.1.0. Its rows have no id, no length and no hotline.

use alo_protocol::Direction;
use serde_json::Value;

use super::super::ProviderCall;
use super::super::json::{integer, items, text};
use super::super::moment::moment;
use crate::text::MAX_NAME;

/// Newest first. The form of `DateCreate` is unverified; rows whose time cannot be read are left out.
pub(super) fn read(data: &Value) -> Vec<ProviderCall> {
    let mut calls: Vec<ProviderCall> = items(data).filter_map(call).collect();
    calls.sort_by_key(|call| std::cmp::Reverse(call.started_at));
    calls
}

fn call(item: &Value) -> Option<ProviderCall> {
    let started_at = moment(item, &["DateCreate"])?;
    let (direction, answered) = match integer(item, &["type"])? {
        1 => (Direction::Incoming, true),
        2 => (Direction::Outgoing, false),
        3 => (Direction::Incoming, false),
        _ => return None,
    };
    Some(ProviderCall {
        provider_id: String::new(),
        direction,
        number: text(item, &["phone"], MAX_NAME)?,
        name: text(item, &["name"], MAX_NAME),
        started_at,
        answered_at: answered.then_some(started_at),
        ended_at: None,
        hotline: None,
        note: None,
    })
}
