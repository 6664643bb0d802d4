//! Makes notifications and badge agree with what the agent says. Declarative, because the worker
//! may have died since the last time: what is shown is asked of the browser, never remembered.

use alo_protocol::{IncomingView, MissedView, RegistrationState, WorkerState};
use serde::{Deserialize, Serialize};

const INCOMING: &str = "incoming:";
const MISSED: &str = "missed:";
/// Dismissed ids and missed calls that are kept; older ones belong to calls long over.
const MEMORY: usize = 16;

/// What must survive the worker's death within a browser session.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Memory {
    /// Notifications that the person closed; they are not shown again.
    pub dismissed: Vec<String>,
    /// Missed calls that were notified, with the number to call back, oldest first.
    pub missed: Vec<MissedView>,
    /// Numbers were hidden from whoever was signed in then.
    pub hid: bool,
    /// Incoming calls as they were notified last, oldest first: a name may be found, or the other call end, meanwhile.
    pub rung: Vec<IncomingView>,
}

impl Memory {
    /// The person closed a notification.
    pub fn dismiss(&mut self, id: &str) {
        push_bounded(&mut self.dismissed, id.into());
    }

    /// What the notification of this id says.
    pub fn note(&self, id: &str) -> Option<Note> {
        match subject(id)? {
            Subject::Incoming(call) => {
                let rung = self.rung.iter().find(|rung| rung.call.0 == call);
                rung.cloned().map(Note::Incoming)
            }
            Subject::Missed(call) => {
                let missed = self.missed.iter().find(|missed| missed.call.0 == call);
                missed.cloned().map(Note::Missed)
            }
        }
    }

    /// What "Call back" dials on the notification of this missed call.
    pub fn number_of_missed(&self, call: &str) -> Option<&str> {
        self.missed
            .iter()
            .find(|missed| missed.call.0 == call)
            .map(|missed| missed.number.as_str())
    }
}

fn push_bounded<T>(list: &mut Vec<T>, item: T) {
    list.push(item);
    let excess = list.len().saturating_sub(MEMORY);
    list.drain(..excess);
}

/// A notification to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// Rings: Answer and Decline.
    Incoming(IncomingView),
    /// Was missed: Call back.
    Missed(MissedView),
}

/// The badge: text, background and the key of its title in `_locales`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Badge {
    /// At most four characters.
    pub text: String,
    /// CSS colour of the background.
    pub colour: &'static str,
    /// Message key.
    pub title: &'static str,
}

/// What the shell has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Show a notification under this id.
    Show(String, Note),
    /// Take one away.
    Clear(String),
    /// Draw the badge.
    Badge(Badge),
    /// Open the options page at its microphone step.
    OpenMicrophonePage,
}

/// What a click on a notification is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The incoming call of this id.
    Incoming(String),
    /// The missed call of this id.
    Missed(String),
}

/// Reads a notification's id.
pub fn subject(id: &str) -> Option<Subject> {
    id.strip_prefix(INCOMING)
        .map(|call| Subject::Incoming(call.into()))
        .or_else(|| {
            id.strip_prefix(MISSED)
                .map(|call| Subject::Missed(call.into()))
        })
}

/// The id of an incoming call's notification.
pub fn incoming_id(call: &str) -> String {
    format!("{INCOMING}{call}")
}

fn missed_id(call: &str) -> String {
    format!("{MISSED}{call}")
}

/// Works out what to do, given the ids of the notifications that are shown now.
pub fn reconcile(state: &WorkerState, shown: &[String], memory: &mut Memory) -> Vec<Action> {
    let mut actions = Vec::new();
    for id in shown.iter().filter(|id| id.starts_with(INCOMING)) {
        if !state
            .incoming
            .iter()
            .any(|call| incoming_id(&call.call.0) == *id)
        {
            actions.push(Action::Clear(id.clone()));
        }
    }
    if std::mem::replace(&mut memory.hid, state.hides_numbers) && !state.hides_numbers {
        // Nobody else gets to read them, or to call them back.
        let stays =
            |missed: &MissedView| state.missed_calls.iter().any(|now| now.call == missed.call);
        let gone = memory.missed.iter().filter(|missed| !stays(missed));
        actions.extend(gone.map(|missed| Action::Clear(missed_id(&missed.call.0))));
        memory.missed.retain(stays);
    }
    if state.missed == 0 {
        let stale = shown.iter().filter(|id| id.starts_with(MISSED));
        actions.extend(stale.cloned().map(Action::Clear));
    }
    for call in &state.incoming {
        let id = incoming_id(&call.call.0);
        let is_due = if shown.contains(&id) {
            let known = memory.rung.iter().find(|rung| rung.call == call.call);
            known.is_some_and(|rung| rung != call)
        } else {
            !memory.dismissed.contains(&id)
        };
        if is_due {
            memory.rung.retain(|rung| rung.call != call.call);
            push_bounded(&mut memory.rung, call.clone());
            actions.push(Action::Show(id, Note::Incoming(call.clone())));
        }
    }
    for missed in state.missed_calls.iter().rev() {
        if memory.number_of_missed(&missed.call.0).is_some() {
            continue;
        }
        push_bounded(&mut memory.missed, missed.clone());
        actions.push(Action::Show(
            missed_id(&missed.call.0),
            Note::Missed(missed.clone()),
        ));
    }
    actions.push(Action::Badge(badge(state)));
    if state.open_microphone_page {
        actions.push(Action::OpenMicrophonePage);
    }
    actions
}

/// One meaning at a time: ringing before talking before missed before trouble.
pub fn badge(state: &WorkerState) -> Badge {
    const GREEN: &str = "#1a7f37";
    const RED: &str = "#c62828";
    const AMBER: &str = "#9a6700";
    let (text, colour, title) = match state.registration {
        _ if !state.incoming.is_empty() => ("☎".into(), GREEN, "badge_ringing"),
        _ if state.active > 0 => ("●".into(), GREEN, "badge_in_call"),
        _ if state.missed > 99 => ("99+".into(), RED, "badge_missed"),
        _ if state.missed > 0 => (state.missed.to_string(), RED, "badge_missed"),
        RegistrationState::Failed => ("!".into(), RED, "badge_failed"),
        RegistrationState::Recovering => ("…".into(), AMBER, "badge_recovering"),
        RegistrationState::Connecting => (String::new(), AMBER, "badge_connecting"),
        RegistrationState::Inactive => (String::new(), AMBER, "badge_inactive"),
        RegistrationState::SignedOut => (String::new(), AMBER, "badge_signedOut"),
        RegistrationState::Registered => (String::new(), GREEN, "badge_registered"),
    };
    Badge {
        text,
        colour,
        title,
    }
}

#[cfg(test)]
mod tests {
    use alo_protocol::CallId;

    use super::*;

    fn ringing(id: &str) -> WorkerState {
        WorkerState {
            registration: RegistrationState::Registered,
            incoming: vec![IncomingView {
                call: CallId(id.into()),
                number: "0912345678".into(),
                name: None,
                waiting: false,
            }],
            ..WorkerState::default()
        }
    }

    fn notes(actions: &[Action]) -> Vec<&Action> {
        actions
            .iter()
            .filter(|a| !matches!(a, Action::Badge(_)))
            .collect()
    }

    #[test]
    fn an_incoming_call_is_notified_once() {
        let mut memory = Memory::default();
        let first = reconcile(&ringing("a"), &[], &mut memory);
        assert!(
            matches!(notes(&first)[..], [Action::Show(id, Note::Incoming(_))] if id == "incoming:a")
        );
        let again = reconcile(&ringing("a"), &["incoming:a".into()], &mut memory);
        assert!(notes(&again).is_empty());
    }

    #[test]
    fn the_notification_goes_when_the_caller_gives_up_even_if_the_worker_died_meanwhile() {
        let gone = WorkerState {
            registration: RegistrationState::Registered,
            ..Default::default()
        };
        let actions = reconcile(&gone, &["incoming:a".into()], &mut Memory::default());
        assert_eq!(notes(&actions), [&Action::Clear("incoming:a".into())]);
    }

    #[test]
    fn a_notification_says_what_is_known_by_now() {
        let mut memory = Memory::default();
        reconcile(&ringing("a"), &[], &mut memory);
        let mut named = ringing("a");
        named.incoming[0].name = Some("Lan".into());
        let shown = ["incoming:a".to_owned()];
        let actions = reconcile(&named, &shown, &mut memory);
        let note = Note::Incoming(named.incoming[0].clone());
        assert_eq!(notes(&actions), [&Action::Show("incoming:a".into(), note)]);
        assert!(notes(&reconcile(&named, &shown, &mut memory)).is_empty());
        memory.dismiss("incoming:a");
        assert!(notes(&reconcile(&ringing("a"), &[], &mut memory)).is_empty());
    }

    #[test]
    fn a_notification_that_the_person_closed_stays_closed_while_it_rings() {
        let mut memory = Memory::default();
        memory.dismiss("incoming:a");
        assert!(notes(&reconcile(&ringing("a"), &[], &mut memory)).is_empty());
    }

    #[test]
    fn a_missed_call_is_notified_once_and_cleared_when_seen() {
        let mut memory = Memory::default();
        let missed = WorkerState {
            missed: 1,
            missed_calls: vec![MissedView {
                call: CallId("m".into()),
                number: "0912345678".into(),
                name: None,
            }],
            ..WorkerState::default()
        };
        assert_eq!(notes(&reconcile(&missed, &[], &mut memory)).len(), 1);
        assert!(notes(&reconcile(&missed, &[], &mut memory)).is_empty());
        assert_eq!(badge(&missed).text, "1");
        let seen = WorkerState {
            missed_calls: Vec::new(),
            missed: 0,
            ..missed
        };
        let actions = reconcile(&seen, &["missed:m".into()], &mut memory);
        assert_eq!(notes(&actions), [&Action::Clear("missed:m".into())]);
    }

    #[test]
    fn a_missed_call_whose_number_was_hidden_is_told_and_called_back_by_nobody_else() {
        let mut memory = Memory::default();
        let masked = WorkerState {
            missed: 1,
            hides_numbers: true,
            missed_calls: vec![MissedView {
                call: CallId("m".into()),
                number: "0912345678".into(),
                name: None,
            }],
            ..WorkerState::default()
        };
        assert_eq!(notes(&reconcile(&masked, &[], &mut memory)).len(), 1);
        let signed_out = WorkerState {
            missed: 1,
            ..WorkerState::default()
        };
        let actions = reconcile(&signed_out, &["missed:m".into()], &mut memory);
        assert_eq!(notes(&actions), [&Action::Clear("missed:m".into())]);
        assert_eq!(memory.number_of_missed("m"), None);
        assert!(notes(&reconcile(&signed_out, &[], &mut memory)).is_empty());
    }

    #[test]
    fn each_missed_calls_notification_calls_back_its_own_number() {
        let mut memory = Memory::default();
        let view = |(call, number): (&str, &str)| MissedView {
            call: CallId(call.into()),
            number: number.into(),
            name: None,
        };
        let both = [("m", "0912345678"), ("n", "0987654321")].map(view);
        let state = WorkerState {
            missed: 2,
            missed_calls: both.into(),
            ..Default::default()
        };
        assert_eq!(notes(&reconcile(&state, &[], &mut memory)).len(), 2);
        assert_eq!(memory.number_of_missed("m"), Some("0912345678"));
        assert_eq!(memory.number_of_missed("n"), Some("0987654321"));
    }

    #[test]
    fn the_badge_means_one_thing_at_a_time() {
        let mut state = ringing("a");
        state.missed = 3;
        assert_eq!(badge(&state).title, "badge_ringing");
        state.incoming.clear();
        assert_eq!(badge(&state).text, "3");
        state.active = 1;
        assert_eq!(badge(&state).title, "badge_in_call");
    }
}
