//! Sentences from `_locales` and pictures to draw, for tests outside a browser.

#![allow(dead_code, reason = "each test file uses its part")]

pub(crate) mod html;
mod pictures;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use alo_protocol::{
    AccountView, CallState, CallView, Direction, EndCause, EndView, HistoryRow, MicrophoneState,
    RegistrationState, RegistrationView, Snapshot,
};
use serde::Deserialize;

pub(crate) use pictures::NOW;

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

/// A call in this state; one that is up has been for 72 s.
pub(crate) fn call(id: &str, state: CallState) -> CallView {
    CallView {
        started_at: NOW - 80_000,
        answered_at: (state == CallState::Connected).then_some(NOW - 72_000),
        ..pictures::call(id, state)
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
        code,
        at: NOW - 1_000,
        ..pictures::end(cause)
    }
}

/// An outgoing call of a minute ago.
pub(crate) fn row(id: &str, number: &str, end: EndView) -> HistoryRow {
    HistoryRow {
        number: number.into(),
        end: Some(end),
        ..pictures::row(id, NOW - 60_000)
    }
}
