//! What is kept on this computer: for how long, contacts in, history and contacts out.

use alo_protocol::{
    Command, ContactFormat, ContactsRead, ExportKind, KEEP_DAYS, Refusal, UiQuestion,
};
use sycamore::prelude::*;
use sycamore::web::create_client_effect;
use sycamore::web::events::{Event, SubmitEvent};

use crate::browser::{self, Unread};
use crate::model::Model;
use crate::share;
use crate::text::{t, t_with};
use crate::view::ask::Ask;
use crate::view::entry::{Entry, Kind};
use crate::view::work::{Outcome, change, outcome_line};
use crate::view::{follow, when};

/// Longest file of contacts that is read, in bytes.
const MAX_FILE: u32 = 4 * 1024 * 1024;

/// The part of the section.
pub(super) fn data(model: Model) -> View {
    let outcome = create_signal(Outcome::Nothing);
    let days = days(model, outcome);
    let contacts = contacts(model, outcome);
    let export = export(model, outcome);
    let line = outcome_line(outcome);
    let [title, contacts_title] = ["work_data", "work_contacts"].map(t);
    view! {
        h3 { (title) }
        (days)
        (export)
        h3 { (contacts_title) }
        (contacts)
        (line)
    }
}

/// The days that were typed, if they are within the limits.
fn days_of(typed: &str) -> Option<u16> {
    let days = typed.trim().parse().ok()?;
    KEEP_DAYS.contains(&days).then_some(days)
}

fn days(model: Model, outcome: Signal<Outcome>) -> View {
    let stored = model.select(|now| now.work.keep_days.to_string());
    let typed = create_signal(stored.get_clone_untracked());
    let filled = follow(stored, typed);
    let tried = create_signal(false);
    let fault = create_selector(move || {
        let is_bad = typed.with(|typed| days_of(typed).is_none());
        (tried.get() && is_bad).then_some("fault_keepDays")
    });
    let entry = Entry {
        id: "keep-days",
        label: "work_keep_days",
        hint: Some("work_keep_hint"),
        kind: Kind::Code,
    };
    let entry = entry.view(typed, fault, || None, || {});
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        match typed.with_untracked(|typed| days_of(typed)) {
            Some(days) => {
                filled.set(typed.with_untracked(|typed| typed.trim().to_owned()));
                change(model, outcome, |work| work.keep_days = days);
            }
            None => {
                outcome.set(Outcome::Nothing);
                browser::focus("keep-days");
            }
        }
    };
    let text = t("work_save");
    view! {
        form(class="keep-days", novalidate=true, autocomplete="off", on:submit=save) {
            (entry)
            button(r#type="submit", class="quiet") { (text) }
        }
    }
}

fn contacts(model: Model, outcome: Signal<Outcome>) -> View {
    let here = model.select(|now| now.contacts_here);
    let count = move || t_with("work_contacts_here", &[&here.get().to_string()]);
    let any = create_selector(move || here.get() > 0);
    let clear = when(any, move || clear(model, outcome));
    let read = move |event: Event| {
        outcome.set(Outcome::Nothing);
        let taken = browser::read_file(&event, MAX_FILE, move |file| {
            if !outcome.is_alive() {
                return;
            }
            let (name, text) = match file {
                Ok(file) => file,
                Err(Unread::TooLarge) => {
                    outcome.set(Outcome::Fault("work_contacts_tooLarge"));
                    return;
                }
                Err(Unread::Encoding) => {
                    outcome.set(Outcome::Fault("work_contacts_encoding"));
                    return;
                }
            };
            let format = format_of(&name, &text);
            model.ask(Command::ImportContacts { format, text }, move |refusal| {
                outcome.set(read_outcome(model.contacts_read.get_untracked(), refusal));
            });
        });
        if !taken {
            outcome.set(Outcome::Nothing);
        }
    };
    let [label, hint] = ["work_contacts_file", "work_contacts_hint"].map(t);
    view! {
        p(role="status") { (count) }
        div(class="entry") {
            label(r#for="contacts-file") { (label) }
            input(
                id="contacts-file",
                r#type="file",
                accept=".vcf,.csv,text/vcard,text/csv",
                aria-describedby="contacts-file-hint",
                on:change=read,
            )
            p(class="hint", id="contacts-file-hint") { (hint) }
        }
        (clear)
    }
}

/// What became of a file; of one that was read, what was in it.
fn read_outcome(read: Option<ContactsRead>, refusal: Option<Refusal>) -> Outcome {
    match (refusal, read) {
        // Two octets of a letter in the file can be three here.
        (Some(Refusal::TextTooLong), _) => Outcome::Fault("work_contacts_tooLarge"),
        (None | Some(Refusal::NoContacts | Refusal::ContactsFull), read) => {
            Outcome::Read(read.unwrap_or_default(), refusal)
        }
        (Some(refusal), _) => Outcome::Refused(refusal),
    }
}

/// By what stands in it; by its name only where that says nothing.
fn format_of(name: &str, text: &str) -> ContactFormat {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let is_card = start
        .get(..11)
        .is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCARD"));
    if is_card || start.is_empty() && name.to_lowercase().ends_with(".vcf") {
        ContactFormat::Vcard
    } else {
        ContactFormat::Csv
    }
}

fn clear(model: Model, outcome: Signal<Outcome>) -> View {
    let ask = Ask {
        id: "contacts-clear",
        button: "work_contacts_clear",
        question: "work_contacts_clear_ask",
    };
    ask.view(move || {
        model.ask(Command::ClearContacts, move |refusal| {
            outcome.set(refusal.map_or(Outcome::Done("work_contacts_cleared"), Outcome::Refused));
        });
    })
}

fn export(model: Model, outcome: Signal<Outcome>) -> View {
    // The file comes as an answer; what was asked for here is saved once.
    create_client_effect(move || {
        let Some((kind, text)) = model.export.get_clone() else {
            return;
        };
        untrack(|| {
            model.export.set(None);
            outcome.set(if share::save(file_name(kind), &text) {
                Outcome::Done("diagnostics_saved")
            } else {
                Outcome::Fault("diagnostics_saveFailed")
            });
        });
    });
    let kinds = [
        (ExportKind::HistoryCsv, "work_export_csv"),
        (ExportKind::HistoryJson, "work_export_json"),
        (ExportKind::ContactsVcard, "work_export_contacts"),
    ];
    let offered = move || -> View {
        let buttons: Vec<View> = kinds
            .into_iter()
            .map(|(kind, key)| {
                let text = t(key);
                let ask = move |_| {
                    let asked = model.question(UiQuestion::Export { kind });
                    outcome.set(if asked {
                        Outcome::Nothing
                    } else {
                        Outcome::Refused(Refusal::AgentUnreachable)
                    });
                };
                view! { button(r#type="button", class="quiet", on:click=ask) { (text) } }
            })
            .collect();
        view! { div(class="actions exports") { (buttons) } }
    };
    // A file would have every digit that is hidden here.
    let mask = model.settings.mask();
    let is_whole = create_selector(move || mask.get().is_none());
    (move || {
        if is_whole.get() {
            offered()
        } else {
            let text = t("work_export_hidden");
            view! { p(class="hint") { (text) } }
        }
    })
    .into()
}

fn file_name(kind: ExportKind) -> &'static str {
    match kind {
        ExportKind::HistoryCsv => "alo-history.csv",
        ExportKind::HistoryJson => "alo-history.json",
        ExportKind::ContactsVcard => "alo-contacts.vcf",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn history_is_kept_for_a_day_at_least_and_ten_years_at_most() {
        assert_eq!(days_of(" 30 "), Some(30));
        for bad in ["", "0", "3651", "-1", "1.5", "many", "99999"] {
            assert_eq!(days_of(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_file_is_read_as_what_it_is_whatever_its_name() {
        let card = "\u{feff}begin:vcard\nFN:Lan\nEND:VCARD";
        assert_eq!(format_of("x.csv", card), ContactFormat::Vcard);
        assert_eq!(format_of("x.vcf", "name,phone\n"), ContactFormat::Csv);
        assert_eq!(format_of("x.vcf", ""), ContactFormat::Vcard);
    }
}
