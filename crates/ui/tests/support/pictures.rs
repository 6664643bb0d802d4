//! Calls and rows as plain as they can be, for the tests in the crate and for those beside it.

use alo_protocol::{
    CallId, CallKind, CallState, CallView, Direction, EndCause, EndView, HistoryRow,
};

/// 2026-11-20 09:00 UTC.
pub(crate) const NOW: u64 = 1_795_165_200_000;

pub(crate) fn call(id: &str, state: CallState) -> CallView {
    CallView {
        id: CallId(id.into()),
        direction: Direction::Outgoing,
        state,
        number: "0912345678".into(),
        name: None,
        started_at: NOW - 70_000,
        answered_at: None,
        muted: false,
        held: false,
        remote_held: false,
        hold_pending: false,
        waiting: false,
        recovering: false,
        speaker_muted: false,
        quality: None,
        alarms: Vec::new(),
        transfer: None,
        transfer_request: None,
        claimed: None,
        through: None,
        in_conference: false,
        kind: CallKind::Normal,
        post_dial: None,
        auto_answered: false,
        contacts: Default::default(),
        hotline: None,
        end: None,
    }
}

pub(crate) fn row(id: &str, started_at: u64) -> HistoryRow {
    HistoryRow {
        id: CallId(id.into()),
        direction: Direction::Outgoing,
        number: "0912345678".into(),
        name: None,
        started_at,
        answered_at: None,
        end: None,
        unseen: false,
        provider_id: None,
        hotline: None,
        note: None,
        elsewhere: false,
        hidden: false,
        owner: None,
    }
}

pub(crate) fn end(cause: EndCause) -> EndView {
    EndView {
        cause,
        code: None,
        reason: None,
        reason_header: None,
        at: NOW,
    }
}
