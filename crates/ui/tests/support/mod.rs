//! Sentences from `_locales` and pictures to draw, for tests outside a browser.

#![allow(dead_code, reason = "each test file uses its part")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use alo_protocol::{
    AccountView, CallId, CallKind, CallState, CallView, Direction, EndCause, EndView, HistoryRow,
    MicrophoneState, RegistrationState, RegistrationView, Snapshot,
};
use serde::Deserialize;

/// 2026-11-20 09:00 UTC.
pub(crate) const NOW: u64 = 1_795_165_200_000;

#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(crate) struct Placeholder {
    pub(crate) content: String,
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(crate) struct Message {
    pub(crate) message: String,
    #[serde(default)]
    pub(crate) placeholders: BTreeMap<String, Placeholder>,
}

pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

pub(crate) fn messages(locale: &str) -> BTreeMap<String, Message> {
    let path = repository().join(format!("extension/_locales/{locale}/messages.json"));
    let text = std::fs::read_to_string(path).expect("the locale is there");
    serde_json::from_str(&text).expect("the locale is well formed")
}

/// Makes this thread speak a language, filling in placeholders as a browser does.
pub(crate) fn speak(locale: &str) {
    let messages = messages(locale);
    alo_ui::text::set_source(move |key, values| {
        let message = messages.get(key)?;
        let mut text = message.message.clone();
        for (name, placeholder) in &message.placeholders {
            let at: usize = placeholder.content.trim_start_matches('$').parse().ok()?;
            let value = values.get(at - 1).copied().unwrap_or_default();
            text = text.replace(&format!("${}$", name.to_uppercase()), value);
        }
        Some(text)
    });
}

pub(crate) fn signed_in() -> Snapshot {
    Snapshot {
        revision: 1,
        ready: true,
        account: Some(AccountView {
            server_url: "wss://pbx.example.com:8089/ws".into(),
            domain: "pbx.example.com".into(),
            username: "1001".into(),
            display_name: "Thu Hà".into(),
            ..AccountView::default()
        }),
        registration: RegistrationView {
            state: RegistrationState::Registered,
            ..RegistrationView::default()
        },
        microphone: MicrophoneState::Granted,
        ..Snapshot::default()
    }
}

pub(crate) fn call(id: &str, state: CallState) -> CallView {
    CallView {
        id: CallId(id.into()),
        direction: Direction::Outgoing,
        state,
        number: "0912345678".into(),
        name: None,
        started_at: NOW - 80_000,
        answered_at: (state == CallState::Connected).then_some(NOW - 72_000),
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

pub(crate) fn incoming(id: &str, waiting: bool) -> CallView {
    CallView {
        direction: Direction::Incoming,
        number: "02838881234".into(),
        name: Some("Trần Văn Bình".into()),
        waiting,
        ..call(id, CallState::Incoming)
    }
}

pub(crate) fn end(cause: EndCause, code: Option<u16>) -> EndView {
    EndView {
        cause,
        code,
        reason: None,
        reason_header: None,
        at: NOW - 1_000,
    }
}

pub(crate) fn row(id: &str, number: &str, end: EndView) -> HistoryRow {
    HistoryRow {
        id: CallId(id.into()),
        direction: Direction::Outgoing,
        number: number.into(),
        name: None,
        started_at: NOW - 60_000,
        answered_at: None,
        end: Some(end),
        unseen: false,
        provider_id: None,
        hotline: None,
        note: None,
        elsewhere: false,
    }
}
