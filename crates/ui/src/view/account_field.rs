//! The fields of the account form.

use alo_protocol::Problem;
use sycamore::prelude::*;

use crate::account_form::{self, Fault, Field};
use crate::server_address::host_of;
use crate::text::t;
use crate::view::account::Form;
use crate::view::entry::{Entry, Kind};
use crate::wording;

impl Form {
    /// The field with all that belongs to it.
    pub(super) fn input(self, faults: ReadSignal<Vec<Fault>>, field: Field, kind: Kind) -> View {
        let fault = create_selector(move || {
            let refused = self
                .refused
                .get()
                .filter(|refusal| account_form::refused_field(*refusal) == Some(field))
                .map(wording::refusal);
            faults.with(|faults| {
                faults
                    .iter()
                    .find(|(at, _)| *at == field)
                    .map(|(_, key)| *key)
                    .or(refused)
                    .or_else(|| self.refused_password(field))
            })
        });
        let typed = move || {
            if self.refused.get_untracked().is_some() {
                self.refused.set(None);
            }
        };
        let entry = Entry {
            id: field.id(),
            label: label_key(field),
            hint: hint_key(field),
            kind,
        };
        let placeholder = move || self.placeholder(field);
        entry.view(self.signal(field), fault, placeholder, typed)
    }

    /// What is wrong with the stored password, until another one is typed.
    fn refused_password(self, field: Field) -> Option<&'static str> {
        let is_it = field == Field::Password && self.is_refused.get();
        (is_it && self.signal(field).with(String::is_empty))
            .then(|| wording::problem(Problem::WrongPassword))
    }

    /// What an empty field means, or an example of what goes there.
    fn placeholder(self, field: Field) -> Option<String> {
        if self.refused_password(field).is_some() {
            return None;
        }
        let kept = self.stored.with(|stored| match (field, stored) {
            (Field::Password, Some(account)) => self.draft().is_account(account),
            (Field::TurnCredential, Some(account)) => account
                .ice_servers
                .iter()
                .any(|server| server.username.is_some()),
            _ => false,
        });
        let host = (field == Field::Domain)
            .then(|| self.server_url.with(|url| host_of(url)))
            .flatten();
        if kept {
            Some(t("secret_kept"))
        } else {
            host.or_else(|| example(field).map(str::to_owned))
        }
    }
}

fn label_key(field: Field) -> &'static str {
    match field {
        Field::ServerUrl => "field_serverUrl",
        Field::Domain => "field_domain",
        Field::UserName => "field_userName",
        Field::Password => "field_password",
        Field::DisplayName => "field_displayName",
        Field::AuthUser => "field_authUser",
        Field::IceUrls => "field_iceUrls",
        Field::TurnUser => "field_turnUser",
        Field::TurnCredential => "field_turnCredential",
        Field::BackupUrls => "field_backupUrls",
        Field::ExtraHeaders => "field_extraHeaders",
        Field::MonitorCode => "kind_monitor",
        Field::WhisperCode => "kind_whisper",
        Field::ColloquyCode => "kind_colloquy",
        Field::EchoNumber => "field_echoNumber",
    }
}

fn hint_key(field: Field) -> Option<&'static str> {
    match field {
        Field::ServerUrl => Some("hint_serverUrl"),
        Field::DisplayName => Some("hint_displayName"),
        Field::AuthUser => Some("hint_authUser"),
        Field::IceUrls => Some("hint_iceUrls"),
        Field::BackupUrls => Some("hint_backupUrls"),
        Field::ExtraHeaders => Some("hint_extraHeaders"),
        Field::EchoNumber => Some("hint_echoNumber"),
        _ => None,
    }
}

/// Shown in an empty field; not a sentence, so the same in every language.
fn example(field: Field) -> Option<&'static str> {
    match field {
        Field::ServerUrl => Some("wss://pbx.example.com:8089/ws"),
        Field::Domain => Some("pbx.example.com"),
        Field::UserName => Some("1001"),
        Field::BackupUrls => Some("wss://pbx2.example.com:8089/ws"),
        Field::ExtraHeaders => Some("X-Hotline: 19001234"),
        Field::MonitorCode => Some("*88"),
        Field::EchoNumber => Some("*43"),
        Field::IceUrls => Some("stun:stun.example.com:3478\nturn:turn.example.com:3478"),
        _ => None,
    }
}
