//! What is asked of the provider and of the company's own server, and what becomes of it.

use alo_protocol::{CallId, NoteState, ProviderKind, ProviderProblem};
use alo_providers::api::{
    Answer, ApiError, Ask, HttpFailure, HttpId, HttpOutcome, NoteToSave, SavedNote,
};

use alo_providers::note_text;

use super::session::{Asked, is_of_session};
use super::{Desk, NoteRow, Out, OutboxItem, Wish, hook};
use crate::{Effect, FetchId};

/// Days of the provider's list that are merged in, and the most calls of it.
const HISTORY_DAYS: u64 = 7;
const HISTORY_CALLS: u16 = 100;

/// Who waits for an answer over HTTP.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fetching {
    /// The session at the provider.
    Provider(HttpId),
    /// The list of a company's extensions.
    Company(HttpId),
    /// The record of a call, by its row of the outbox.
    Hook(String),
}

impl Desk {
    /// Sends what can be sent now, and takes in every answer that is there.
    pub(crate) fn run(&mut self, out: &mut Out<'_>) {
        loop {
            self.begin_attempts(out);
            while let Some((id, was_maybe)) = self
                .outbox
                .next_marked()
                .map(|(row, was_maybe)| (row.id.clone(), was_maybe))
            {
                self.leave(&id, was_maybe, out);
            }
            while let Some((http, request)) = self.session.poll_request() {
                let fetch = out.effects.new_fetch();
                self.fetches.insert(fetch, Fetching::Provider(http));
                out.effects.push(Effect::Fetch { fetch, request });
            }
            while let Some((http, request)) = self.company.poll_request() {
                let fetch = out.effects.new_fetch();
                self.fetches.insert(fetch, Fetching::Company(http));
                out.effects.push(Effect::Fetch { fetch, request });
            }
            if let Some(problem) = self.company.poll_problem() {
                self.session.note_problem(problem);
            }
            let Some((asked, result)) = self.session.poll_answer(out) else {
                break;
            };
            self.answered(asked, result, out);
        }
        self.session.keep_token(out);
    }

    /// What became of a request.
    pub(crate) fn fetched(&mut self, fetch: FetchId, outcome: HttpOutcome, out: &mut Out<'_>) {
        match self.fetches.remove(&fetch) {
            Some(Fetching::Provider(http)) => {
                self.session.fetched(http, outcome, out.now.unix_ms);
            }
            Some(Fetching::Company(http)) => {
                self.company.fetched(http, outcome, out.now.unix_ms);
            }
            Some(Fetching::Hook(id)) => match hook_problem(&outcome) {
                None => self.outbox.arrived(&id, out),
                Some(error) => self.outbox.failed(&id, &error, out),
            },
            // A provider that nobody is signed in at any more.
            None => {}
        }
    }

    /// Answers to the session that was are nobody's.
    pub(super) fn forget_fetches(&mut self) {
        self.fetches
            .retain(|_, fetching| !matches!(fetching, Fetching::Provider(_)));
        for (id, ..) in self.outbox.notes() {
            self.outbox.abandon(&id);
        }
    }

    /// Asks the provider for its calls, unless it is being asked. Before its account is in use they are nobody's.
    pub(crate) fn refresh_history(&mut self, out: &Out<'_>) {
        let session = &self.session;
        let may = session.is_ready() && session.is_in_use() && session.abilities().history;
        if !may || self.session.is_asked(&Asked::History) {
            return;
        }
        let to = out.now.unix_ms;
        self.history_at = Some(to);
        let ask = Ask::History {
            from: to.saturating_sub(HISTORY_DAYS * 24 * 3_600 * 1_000),
            to,
            limit: HISTORY_CALLS,
        };
        self.session.ask(ask, Asked::History, out);
    }

    /// The list is looked at: it is asked for again when the last answer is a minute old.
    pub(crate) fn history_seen(&mut self, out: &Out<'_>) {
        let fresh = |at: u64| out.now.unix_ms.saturating_sub(at) < 60_000;
        if !self.history_at.is_some_and(fresh) {
            self.refresh_history(out);
        }
    }

    fn begin_attempts(&mut self, out: &mut Out<'_>) {
        let due: Vec<(String, CallId, bool)> = self
            .outbox
            .due(out.now)
            .into_iter()
            .map(|row| {
                let is_hook = matches!(row.item, OutboxItem::Hook { .. });
                (row.id.clone(), row.call.clone(), is_hook)
            })
            .collect();
        for (id, call, is_hook) in due {
            if is_hook {
                if self.work.hook.url.is_empty() {
                    self.outbox.drop(&id, out);
                } else if !self.offline && !self.outbox.is_sending(true) {
                    self.outbox.begin(&id, out);
                }
            } else {
                self.begin_note(&id, &call, out);
            }
        }
    }

    fn begin_note(&mut self, id: &str, call: &CallId, out: &mut Out<'_>) {
        let Some(note) = self.notes.get(call) else {
            self.outbox.drop(id, out);
            return;
        };
        if note.owner != self.session.owner() || self.offline || !self.session.is_ready() {
            return;
        }
        if !self.session.abilities().notes {
            self.stays_here(id, call, out);
        } else if note.provider_id.is_some() {
            if !self.outbox.is_sending(false) {
                self.outbox.begin(id, out);
            }
        } else if note.call_over {
            // The provider has not said which of its calls this is: its list may.
            self.refresh_history(out);
            self.outbox.unknown_call(id, out);
        }
    }

    fn stays_here(&mut self, id: &str, call: &CallId, out: &mut Out<'_>) {
        let at = out.now.unix_ms;
        self.notes.set_state(call, NoteState::Here { at }, out);
        self.outbox.drop(id, out);
    }

    /// An attempt whose beginning is stored. Where an earlier one may have arrived, that is asked first.
    fn leave(&mut self, id: &str, was_maybe: bool, out: &mut Out<'_>) {
        let Some(row) = self.outbox.get(id) else {
            return;
        };
        if let OutboxItem::Hook { body } = &row.item {
            let request = hook::request(&self.work.hook, id, body);
            let fetch = out.effects.new_fetch();
            self.fetches.insert(fetch, Fetching::Hook(id.to_owned()));
            out.effects.push(Effect::Fetch { fetch, request });
            self.outbox.leaves(id, 0);
            return;
        }
        let note = self.notes.get(&row.call);
        let ready = self.session.is_ready();
        let (Some(note), true) = (
            note.filter(|note| note.owner == self.session.owner()),
            ready,
        ) else {
            self.outbox.put_back(id, out);
            return;
        };
        let ask = match &note.provider_id {
            Some(provider_id) if was_maybe && self.session.abilities().read_notes => {
                Some(Ask::ReadNote {
                    provider_id: provider_id.clone(),
                    at: note.started_at,
                })
            }
            _ => None,
        };
        let version = note.version;
        match ask {
            Some(ask) => {
                self.outbox.leaves(id, version);
                self.session.ask(ask, Asked::ReadNote(id.to_owned()), out);
            }
            None => self.send_note(id, out),
        }
    }

    fn send_note(&mut self, id: &str, out: &mut Out<'_>) {
        let row = self.outbox.get(id);
        let Some(note) = row.and_then(|row| self.notes.get(&row.call)) else {
            self.outbox.drop(id, out);
            return;
        };
        let (version, ask) = (note.version, Ask::SaveNote(Box::new(self.to_save(note))));
        self.outbox.leaves(id, version);
        self.session.ask(ask, Asked::SaveNote(id.to_owned()), out);
    }

    /// What the provider has no place for becomes a line of the text: nothing that was typed stays
    /// behind.
    fn to_save(&self, note: &NoteRow) -> NoteToSave {
        let content = &note.content;
        let mut lines = vec![note_text(&self.work.form, content)];
        let mut save = NoteToSave {
            provider_id: note.provider_id.clone().unwrap_or_default(),
            ..NoteToSave::default()
        };
        if self.session.abilities().tags {
            save.tags.clone_from(&content.tags);
        } else {
            let tags = content.tags.iter().map(|tag| format!("#{tag}"));
            lines.push(tags.collect::<Vec<_>>().join(" "));
        }
        match content.rating {
            Some(stars) if note.owner.provider == ProviderKind::Bizfly => {
                save.rating = Some(stars);
                save.report.clone_from(&content.report);
            }
            stars => {
                lines.extend(stars.map(|stars| format!("{stars}/5")));
                lines.push(content.report.trim().to_owned());
            }
        }
        lines.retain(|line| !line.is_empty());
        save.text = lines.join("\n");
        save
    }

    fn answered(&mut self, asked: Asked, result: Result<Answer, ApiError>, out: &mut Out<'_>) {
        match (asked, result) {
            (Asked::SignIn, Ok(Answer::SignedIn(signed_in))) => {
                let account = Box::new(signed_in.account);
                self.wishes.push_back(Wish::UseAccount(account));
                self.outbox.wake(out.now);
                self.refresh_history(out);
            }
            (Asked::SaveNote(id), Ok(_)) => self.note_arrived(&id, out),
            (Asked::SaveNote(id), Err(error)) if error.problem == ProviderProblem::NotOffered => {
                let call = self.outbox.get(&id).map(|row| row.call.clone());
                if let Some(call) = call {
                    self.stays_here(&id, &call, out);
                }
            }
            (Asked::SaveNote(id), Err(error)) => self.outbox.failed(&id, &error, out),
            (Asked::ReadNote(id), Ok(Answer::Note(Some(there)))) => {
                self.note_read(&id, &there, out)
            }
            (Asked::ReadNote(id), Err(error)) if !cannot_be_read(&error) => {
                let maybe_done = false;
                self.outbox.failed(
                    &id,
                    &ApiError {
                        maybe_done,
                        ..error
                    },
                    out,
                );
            }
            (Asked::ReadNote(id), _) => {
                self.outbox.has_not_arrived(&id);
                self.send_note(&id, out);
            }
            (Asked::Contact(key), result) => {
                let found = match result {
                    Ok(Answer::Contacts(found)) => Some(found),
                    _ => None,
                };
                let wishes = self.contacts.answered(&key, found, out);
                self.wishes.extend(wishes);
            }
            (Asked::History, Ok(Answer::History(calls))) => {
                let kind = self.session.kind();
                self.wishes.push_back(Wish::Merge(kind, calls));
            }
            _ => {}
        }
    }

    /// An earlier attempt is found to have arrived, or not.
    fn note_read(&mut self, id: &str, there: &SavedNote, out: &mut Out<'_>) {
        let sent = self.outbox.version_of(id);
        let note = sent.as_ref().and_then(|(call, _)| self.notes.get(call));
        let Some(note) = note else {
            return;
        };
        let wanted = self.to_save(note);
        let mut tags = (wanted.tags.clone(), there.tags.clone());
        tags.0.sort_unstable();
        tags.1.sort_unstable();
        // Stars and report cannot be read, so a note that has them is sent again.
        let whole = wanted.rating.is_none() && wanted.report.is_empty();
        if whole && wanted.text.trim() == there.text.trim() && tags.0 == tags.1 {
            let version = note.version;
            self.outbox.leaves(id, version);
            self.note_arrived(id, out);
        } else {
            self.outbox.has_not_arrived(id);
            self.send_note(id, out);
        }
    }

    fn note_arrived(&mut self, id: &str, out: &mut Out<'_>) {
        if let Some((call, version)) = self.outbox.version_of(id) {
            self.notes.sent(&call, version, out);
            self.outbox.arrived(id, out);
        }
    }
}

/// There is nothing to read, or this user may not, and waiting does not cure that: a save again writes the
/// same over what may be there.
fn cannot_be_read(error: &ApiError) -> bool {
    !error.is_passing() && !is_of_session(error.problem)
}

/// Why the company's server has not got the record; none: it has.
fn hook_problem(outcome: &HttpOutcome) -> Option<ApiError> {
    let problem = match outcome {
        HttpOutcome::Answer(answer) => match answer.status {
            200..=299 => return None,
            401 => ProviderProblem::Forbidden,
            402 => ProviderProblem::NoBalance,
            403 => ProviderProblem::Forbidden,
            404 | 410 => ProviderProblem::NotFound,
            408 => ProviderProblem::TimedOut,
            429 => ProviderProblem::TooMany,
            500.. => ProviderProblem::ServerFailed,
            _ => ProviderProblem::Refused,
        },
        HttpOutcome::Failed(failure) => match failure {
            HttpFailure::Unreachable => ProviderProblem::Unreachable,
            HttpFailure::TimedOut => ProviderProblem::TimedOut,
            HttpFailure::Redirected => ProviderProblem::Redirected,
            // Whatever it says beside it, it has answered.
            HttpFailure::TooLarge => return None,
            HttpFailure::NotPermitted => ProviderProblem::NotPermitted,
        },
    };
    let retry_after = match outcome {
        HttpOutcome::Answer(answer) => answer.retry_after,
        HttpOutcome::Failed(_) => None,
    };
    Some(ApiError {
        problem,
        retry_after,
        maybe_done: false,
    })
}
