//! Who calls and why a call ended, as the popup shows it.

mod support;

use alo_protocol::{
    Availability, Direction, EndCause, HistoryRow, PhoneSettings, RegistrationState,
    RegistrationView, Snapshot,
};
use alo_ui::preview;
use support::{NOW, call, end, incoming, row, signed_in, speak};

fn popup(snapshot: Snapshot) -> String {
    speak("en");
    preview::popup(Some(snapshot), NOW)
}

#[test]
fn a_withheld_number_is_said_to_be_withheld_and_cannot_be_called_back() {
    let mut caller = incoming("1", false);
    caller.name = None;
    caller.number = String::new();
    let html = popup(Snapshot {
        calls: vec![caller],
        ..signed_in()
    });
    assert!(html.contains("Number withheld"));
    let html = popup(Snapshot {
        history: vec![HistoryRow {
            direction: Direction::Incoming,
            ..row("1", "", end(EndCause::Missed, None))
        }],
        ..signed_in()
    });
    let past = html
        .split("<button")
        .find(|part| part.contains("class=\"past past-missed\""));
    let past = past.expect("the row");
    assert!(
        past.contains("Number withheld") && past.contains(" disabled"),
        "{past}"
    );
    assert!(!past.contains("Call back\""), "{past}");
}

#[test]
fn whom_was_called_first_and_another_claim_stand_under_the_number() {
    let mut caller = incoming("1", false);
    caller.through = Some("19001234".into());
    caller.claimed = Some("113".into());
    let html = popup(Snapshot {
        calls: vec![caller],
        ..signed_in()
    });
    assert!(html.contains("For 1900 1234"));
    assert!(html.contains("Says to be 113"));
}

#[test]
fn the_reason_header_stands_in_the_small_print() {
    let mut over = call("1", alo_protocol::CallState::Ended);
    over.end = Some(alo_protocol::EndView {
        reason: Some("No answer".into()),
        reason_header: Some("Q.850;cause=19".into()),
        ..end(EndCause::NoAnswer, Some(480))
    });
    let html = popup(Snapshot {
        calls: vec![over],
        ..signed_in()
    });
    assert!(html.contains("SIP 480 · No answer"));
    assert!(html.contains("Q.850;cause=19"));
}

#[test]
fn the_header_says_what_holds_for_every_call() {
    let with = |phone: PhoneSettings| {
        popup(Snapshot {
            phone,
            ..signed_in()
        })
    };
    let plain = with(PhoneSettings::default());
    assert!(plain.contains("Ready") && plain.contains("aria-label=\"Availability\""));
    assert!(!plain.contains("Calls go to"));
    let busy = with(PhoneSettings {
        availability: Availability::Busy,
        forward_to: Some("0912345678".into()),
        anonymous: true,
        ..PhoneSettings::default()
    });
    assert!(busy.contains("Do not disturb"));
    assert!(busy.contains("Calls go to 0912 345 678"));
    assert!(busy.contains("Your number is not shown"));
    // What keeps the phone from working is more important than what it would do.
    let down = popup(Snapshot {
        registration: RegistrationView {
            state: RegistrationState::Recovering,
            ..RegistrationView::default()
        },
        phone: PhoneSettings {
            availability: Availability::Busy,
            ..PhoneSettings::default()
        },
        ..signed_in()
    });
    assert!(down.contains("Reconnecting") && !down.contains("Do not disturb"));
}

#[test]
fn new_voice_messages_can_be_listened_to_and_old_ones_are_no_news() {
    let with = |new| {
        popup(Snapshot {
            voicemail: Some(alo_protocol::VoicemailView {
                new,
                old: 5,
                number: Some("8000".into()),
            }),
            ..signed_in()
        })
    };
    let html = with(2);
    assert!(html.contains("New voice messages: 2"));
    assert!(html.contains(">Listen<") || html.contains("Listen</button>"));
    assert!(!with(0).contains("voice messages"));
}
