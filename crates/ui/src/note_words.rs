//! Where a note is, and what a provider has against it, in words.

use alo_protocol::{NoteState, ProviderKind, ProviderProblem};

use crate::text::{t, t_with};

/// What is wrong with a provider, and what to do.
pub fn provider_problem(problem: ProviderProblem) -> &'static str {
    match problem {
        ProviderProblem::BadSignIn => "provider_badSignIn",
        ProviderProblem::BadUrl => "provider_badUrl",
        ProviderProblem::WrongPassword => "provider_wrongPassword",
        ProviderProblem::WrongKey => "provider_wrongKey",
        ProviderProblem::Expired => "provider_expired",
        ProviderProblem::ExtensionDisabled => "provider_extensionDisabled",
        ProviderProblem::NoBalance => "provider_noBalance",
        ProviderProblem::Forbidden => "provider_forbidden",
        ProviderProblem::TooMany => "provider_tooMany",
        ProviderProblem::NotFound => "provider_notFound",
        ProviderProblem::Refused => "provider_refused",
        ProviderProblem::ServerFailed => "provider_serverFailed",
        ProviderProblem::Unreachable => "provider_unreachable",
        ProviderProblem::TimedOut => "provider_timedOut",
        ProviderProblem::Redirected => "provider_redirected",
        ProviderProblem::BadAnswer => "provider_badAnswer",
        ProviderProblem::NotPermitted => "provider_notPermitted",
        ProviderProblem::NotOffered => "provider_notOffered",
    }
}

/// The provider's name; a name is the same in every language.
pub fn provider_name(kind: ProviderKind) -> String {
    match kind {
        ProviderKind::Omicall => "OmiCall".to_owned(),
        ProviderKind::Bizfly => "Bizfly".to_owned(),
        ProviderKind::Vbot => "VBot".to_owned(),
        ProviderKind::PlainSip => t("signin_plain"),
    }
}

/// What a line about a note means for the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Nothing to do.
    Calm,
    /// It is where it belongs.
    Done,
    /// It is not there yet; nothing to do.
    Late,
    /// Somebody has to do something.
    Trouble,
}

/// A line about a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// For the eye.
    pub weight: Weight,
    /// Whole sentences.
    pub text: String,
    /// "Try again" makes sense.
    pub again: bool,
}

/// Where the note is; `time` writes a moment (Unix ms) as a time of day.
pub fn state(
    state: &NoteState,
    kind: ProviderKind,
    stays_here: bool,
    is_of_other: bool,
    now: u64,
    time: impl Fn(u64) -> String,
) -> Line {
    let line = |weight, text, again| Line {
        weight,
        text,
        again,
    };
    let name = provider_name(kind);
    match state {
        NoteState::Draft if kind == ProviderKind::PlainSip || stays_here => {
            line(Weight::Calm, t("note_draft"), false)
        }
        NoteState::Waiting { .. } if is_of_other => {
            line(Weight::Late, t("note_waits_for_other"), false)
        }
        NoteState::Draft => line(Weight::Calm, t_with("note_draft_unsent", &[&name]), false),
        NoteState::Waiting {
            next_at, problem, ..
        } => {
            let mut text = if *next_at > now {
                t_with("note_waiting_until", &[&time(*next_at)])
            } else {
                t("note_waiting")
            };
            if let Some(problem) = problem {
                text = format!("{text} {}", t(provider_problem(*problem)));
            }
            line(Weight::Late, text, true)
        }
        NoteState::Sending => line(Weight::Calm, t("note_sending"), false),
        NoteState::Sent { at } => line(
            Weight::Done,
            t_with("note_sent", &[&name, &time(*at)]),
            false,
        ),
        NoteState::Refused { problem } => {
            let why = t(provider_problem(*problem));
            let text = format!("{} {why}", t_with("note_refused", &[&name]));
            line(Weight::Trouble, text, true)
        }
        NoteState::Here { at } => line(Weight::Done, t_with("note_here", &[&time(*at)]), false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(note: &NoteState, kind: ProviderKind) -> Line {
        crate::text::set_source(|key, values| Some(format!("{key}({})", values.join(","))));
        state(note, kind, false, false, 1_000, |at| format!("at {at}"))
    }

    #[test]
    fn a_note_that_waits_for_another_account_says_so_and_offers_no_try() {
        crate::text::set_source(|key, _| Some(key.to_owned()));
        let waiting = NoteState::Waiting {
            attempts: 1,
            next_at: 0,
            problem: None,
        };
        let line = state(&waiting, ProviderKind::Omicall, false, true, 1_000, |_| {
            String::new()
        });
        assert_eq!(line.text, "note_waits_for_other");
        assert!(!line.again);
    }

    #[test]
    fn a_note_that_waits_says_until_when_and_why() {
        let waiting = |next_at| NoteState::Waiting {
            attempts: 2,
            next_at,
            problem: Some(ProviderProblem::Unreachable),
        };
        let line = say(&waiting(5_000), ProviderKind::Omicall);
        assert_eq!(
            line.text,
            "note_waiting_until(at 5000) provider_unreachable()"
        );
        assert!(line.again && line.weight == Weight::Late);
        let due = say(&waiting(900), ProviderKind::Omicall);
        assert!(due.text.starts_with("note_waiting()"), "{}", due.text);
    }

    #[test]
    fn a_refused_note_says_who_refused_it_and_why() {
        let refused = NoteState::Refused {
            problem: ProviderProblem::Forbidden,
        };
        let line = say(&refused, ProviderKind::Bizfly);
        assert_eq!(line.text, "note_refused(Bizfly) provider_forbidden()");
        assert!(line.again && line.weight == Weight::Trouble);
    }

    #[test]
    fn a_draft_is_said_to_be_sent_only_where_notes_are_sent() {
        assert_eq!(
            say(&NoteState::Draft, ProviderKind::PlainSip).text,
            "note_draft()"
        );
        assert_eq!(
            say(&NoteState::Draft, ProviderKind::Vbot).text,
            "note_draft_unsent(VBot)"
        );
    }
}
