//! What the popup shows for each picture of the phone.

mod support;

use alo_protocol::{
    CallAlarm, CallState, CallView, DeclineMode, Direction, EndCause, MicrophoneState, Problem,
    QualityLevel, QualityView, Refusal, RegistrationState, RegistrationView, Snapshot,
    TransferState, TransferView,
};
use alo_ui::preview;
use support::html::{button, has_button, is_enabled, popup, text, with_calls};
use support::{NOW, call, end, incoming, row, signed_in, speak};

#[test]
fn before_the_agent_answers_nothing_is_claimed() {
    speak("en");
    let html = preview::popup(None, NOW);
    assert!(html.contains("Connecting to Alo…"));
    assert!(!html.contains("Not signed in") && !has_button(&html, "Set up your phone"));
}

#[test]
fn an_agent_that_has_not_read_its_storage_claims_nothing_either() {
    let html = popup(Snapshot {
        ready: false,
        ..Snapshot::default()
    });
    assert!(html.contains("Connecting to Alo…"));
    assert!(!has_button(&html, "Set up your phone"));
}

#[test]
fn without_an_account_the_way_to_one_is_shown() {
    let html = popup(Snapshot {
        ready: true,
        ..Snapshot::default()
    });
    assert!(has_button(&html, "Set up your phone"));
    assert!(html.contains("Not signed in"));
    assert!(!html.contains("Phone number"));
}

#[test]
fn an_idle_phone_offers_the_dialer_and_says_that_it_is_ready() {
    let html = popup(signed_in());
    assert!(html.contains("Ready"));
    assert!(html.contains("Phone number"));
    for name in ["Call", "Keypad", "Redial"] {
        assert!(has_button(&html, name), "{name}");
    }
    assert!(html.contains("No calls yet"));
}

#[test]
fn redial_waits_for_a_first_call() {
    assert!(!is_enabled(&popup(signed_in()), "Redial"));
    let dialled = Snapshot {
        last_dialled: Some("101".into()),
        ..signed_in()
    };
    assert!(is_enabled(&popup(dialled), "Redial"));
}

#[test]
fn a_ringing_call_can_be_hung_up_but_not_held() {
    let html = popup(with_calls(vec![call("1", CallState::Ringing)]));
    assert!(html.contains("Ringing…"));
    assert!(is_enabled(&html, "Hang up"));
    assert!(!is_enabled(&html, "Hold") && !is_enabled(&html, "Mute"));
}

#[test]
fn a_call_that_is_up_shows_its_time_and_all_controls() {
    let html = popup(with_calls(vec![call("1", CallState::Connected)]));
    assert!(html.contains("1:12"));
    for name in ["Mute", "Sound off", "Hold", "Keypad", "Transfer", "Hang up"] {
        assert!(is_enabled(&html, name), "{name}");
    }
}

#[test]
fn mute_and_hold_turn_into_their_opposites() {
    let mut up = call("1", CallState::Connected);
    (up.muted, up.held) = (true, true);
    let html = popup(with_calls(vec![up]));
    let unmute = button(&html, "Unmute").expect("there is an Unmute button");
    assert!(unmute.contains("aria-pressed=\"true\""));
    assert!(is_enabled(&html, "Resume") && !has_button(&html, "Hold"));
    assert!(html.contains("On hold · Muted"));
}

#[test]
fn a_hold_on_its_way_is_said_and_its_button_takes_it_back() {
    let mut up = call("1", CallState::Connected);
    up.hold_pending = true;
    let html = popup(with_calls(vec![up.clone()]));
    assert!(html.contains("Putting on hold…") && !html.contains("In call"));
    let back = button(&html, "Resume").expect("the wish can be taken back");
    assert!(back.contains("aria-busy=\"true\"") && !has_button(&html, "Hold"));
    up.held = true;
    let html = popup(with_calls(vec![up]));
    assert!(html.contains("Resuming…") && is_enabled(&html, "Hold"));
}

#[test]
fn an_incoming_call_shows_who_and_can_be_answered_or_declined() {
    let html = popup(with_calls(vec![incoming("1", false)]));
    assert!(html.contains("Incoming call"));
    assert!(html.contains("Trần Văn Bình") && html.contains("028 3888 1234"));
    assert!(is_enabled(&html, "Answer") && is_enabled(&html, "Decline"));
    assert!(!has_button(&html, "Call"), "no dialling while it rings");
}

/// Ids of the cards from the top down.
fn cards(html: &str) -> Vec<&str> {
    html.split("id=\"call-")
        .skip(1)
        .filter_map(|part| part.split('"').next())
        .collect()
}

#[test]
fn a_card_keeps_its_place_whatever_happens_to_the_calls() {
    let up = call("1", CallState::Connected);
    let waiting = CallView {
        started_at: NOW - 5_000,
        ..incoming("2", true)
    };
    let over = CallView {
        end: Some(end(EndCause::HungUp, None)),
        ..call("1", CallState::Ended)
    };
    let rings = CallView {
        waiting: false,
        ..waiting.clone()
    };
    assert_eq!(cards(&popup(with_calls(vec![up.clone()]))), ["1"]);
    assert_eq!(cards(&popup(with_calls(vec![up, waiting]))), ["1", "2"]);
    // The phone lists ended calls last.
    assert_eq!(cards(&popup(with_calls(vec![rings, over]))), ["1", "2"]);
}

#[test]
fn a_waiting_call_is_shown_below_the_one_that_is_up() {
    let html = popup(with_calls(vec![
        call("1", CallState::Connected),
        incoming("2", true),
    ]));
    let waiting = html
        .find("id=\"call-2\"")
        .expect("the waiting call is drawn");
    let up = html
        .find("id=\"call-1\"")
        .expect("the call that is up is drawn");
    assert!(up < waiting);
    assert!(html.contains("Call waiting"));
    assert!(is_enabled(&html, "Answer") && is_enabled(&html, "Hang up"));
}

#[test]
fn a_screen_reader_is_told_of_a_ringing_phone_at_once() {
    let html = popup(with_calls(vec![incoming("1", false)]));
    let alert = html
        .split("aria-live=\"assertive\"")
        .nth(1)
        .expect("there is an alert");
    assert!(text(&format!("<{alert}")).contains("Trần Văn Bình: Incoming call."));
}

#[test]
fn an_ended_call_says_why_and_can_be_put_away() {
    let mut over = call("1", CallState::Ended);
    over.end = Some(end(EndCause::Busy, Some(486)));
    let html = popup(with_calls(vec![over]));
    assert!(html.contains("The line is busy."));
    assert!(html.contains("SIP 486"));
    assert!(has_button(&html, "Dismiss") && has_button(&html, "Call"));
}

#[test]
fn a_call_without_a_microphone_leads_to_the_permission() {
    let mut over = call("1", CallState::Ended);
    over.end = Some(end(EndCause::NoMicrophone, None));
    assert!(has_button(
        &popup(with_calls(vec![over])),
        "Set up microphone"
    ));
}

#[test]
fn a_blocked_microphone_is_said_before_the_first_call() {
    let html = popup(Snapshot {
        microphone: MicrophoneState::Denied,
        ..signed_in()
    });
    assert!(html.contains("The microphone is blocked"));
    assert!(has_button(&html, "Set up microphone"));
}

#[test]
fn a_wrong_password_is_named_with_what_to_do_and_its_code() {
    let registration = RegistrationView {
        state: RegistrationState::Failed,
        problem: Some(Problem::WrongPassword),
        code: Some(403),
        retry_at: None,
    };
    let html = popup(Snapshot {
        registration,
        ..signed_in()
    });
    assert!(html.contains("Not connected"));
    assert!(html.contains("User name or password is wrong."));
    assert!(html.contains("SIP 403") && has_button(&html, "Open settings"));
}

#[test]
fn a_password_that_was_changed_in_mid_call_can_be_entered_again() {
    let recovering = |problem| {
        popup(Snapshot {
            registration: RegistrationView {
                state: RegistrationState::Recovering,
                problem: Some(problem),
                code: None,
                retry_at: Some(NOW + 60_000),
            },
            ..signed_in()
        })
    };
    assert!(has_button(
        &recovering(Problem::WrongPassword),
        "Open settings"
    ));
    assert!(!has_button(
        &recovering(Problem::SocketFailed),
        "Open settings"
    ));
}

#[test]
fn a_person_may_try_again_at_once_where_waiting_is_all_there_is() {
    let trouble = |state, problem, retry_at| {
        popup(Snapshot {
            registration: RegistrationView {
                state,
                problem: Some(problem),
                code: None,
                retry_at,
            },
            ..signed_in()
        })
    };
    use RegistrationState::{Connecting, Failed, Recovering};
    let soon = Some(NOW + 60_000);
    for html in [
        trouble(Failed, Problem::Forbidden, None),
        trouble(Recovering, Problem::Forbidden, soon),
        trouble(Connecting, Problem::SocketFailed, soon),
    ] {
        assert!(is_enabled(&html, "Try again"));
    }
    // The attempt is under way, there is nothing to reach, or nothing is wrong.
    for html in [
        trouble(Recovering, Problem::SocketFailed, None),
        trouble(Recovering, Problem::Offline, None),
        trouble(Failed, Problem::BadServerUrl, None),
        popup(signed_in()),
    ] {
        assert!(!has_button(&html, "Try again"));
    }
}

#[test]
fn what_a_notification_could_not_do_is_said_in_the_popup() {
    let html = popup(Snapshot {
        notice: Some(Refusal::NotConnected),
        ..signed_in()
    });
    let sentence = "Not connected to the server at the moment.";
    assert!(html.contains(sentence) && !popup(signed_in()).contains(sentence));
}

#[test]
fn who_got_no_answer_is_told_to_look_before_they_try_again() {
    let html = popup(Snapshot {
        notice: Some(Refusal::AgentSilent),
        ..signed_in()
    });
    assert!(html.contains("The phone took the request but has not answered."));
    assert!(!html.contains("Try again in a moment"));
}

#[test]
fn a_reconnection_counts_down() {
    let registration = RegistrationView {
        state: RegistrationState::Recovering,
        retry_at: Some(NOW + 11_200),
        ..RegistrationView::default()
    };
    let html = popup(Snapshot {
        registration,
        ..signed_in()
    });
    assert!(html.contains("Reconnecting… next try in 12 s"));
}

#[test]
fn history_names_the_day_the_way_and_the_outcome() {
    let mut missed = row("1", "02838881234", end(EndCause::Missed, Some(487)));
    missed.direction = Direction::Incoming;
    missed.name = Some("Alice".into());
    missed.unseen = true;
    let mut old = row("2", "101", end(EndCause::NoAnswer, None));
    old.started_at = NOW - 24 * 3_600_000;
    let html = popup(Snapshot {
        history: vec![missed, old],
        ..signed_in()
    });
    let list = html.split("<ul").last().unwrap_or_default();
    let places: Vec<usize> = ["Missed calls", "Alice", "Yesterday", "101", "No answer"]
        .iter()
        .map(|part| {
            list.find(part)
                .unwrap_or_else(|| panic!("{part} is missing"))
        })
        .collect();
    assert!(places.is_sorted(), "{places:?}");
    assert!(html.contains("past-new") && has_button(&html, "Clear history"));
}

#[test]
fn a_call_that_is_up_is_not_yet_history() {
    let history = vec![row("1", "0999999999", end(EndCause::HungUp, None))];
    let calls = vec![call("1", CallState::Connected)];
    let html = popup(Snapshot {
        history,
        calls,
        ..signed_in()
    });
    assert!(!html.contains("0999 999 999"));
}

#[test]
fn hostile_names_stay_text() {
    let mut ringing = incoming("1", false);
    ringing.name = Some("<img src=x onerror=alert(1)>".into());
    let html = popup(with_calls(vec![ringing]));
    assert!(!html.contains("<img") && html.contains("&lt;img"));
}

#[test]
fn buttons_other_than_call_do_not_say_call() {
    let history = vec![row("1", "0912345678", end(EndCause::Busy, None))];
    let html = popup(Snapshot {
        history,
        last_dialled: Some("1".into()),
        ..signed_in()
    });
    let named: Vec<String> = html
        .split("<button")
        .skip(1)
        .filter_map(|part| Some(text(part.split("</button>").next()?.split_once('>')?.1)))
        .filter(|name| name.to_lowercase().contains("call"))
        .collect();
    assert_eq!(named, ["Call"]);
}

#[test]
fn it_speaks_vietnamese() {
    speak("vi");
    let html = preview::popup(Some(with_calls(vec![incoming("1", false)])), NOW);
    assert!(html.contains("Cuộc gọi đến") && has_button(&html, "Nghe máy"));
}

#[test]
fn a_call_says_how_it_sounds_in_words_and_numbers() {
    let mut up = call("1", CallState::Connected);
    up.quality = Some(QualityView {
        rtt_ms: Some(42),
        jitter_ms: 3,
        loss_percent: 1,
        codec: "opus".into(),
        mos: 43,
        level: QualityLevel::Good,
    });
    let html = popup(with_calls(vec![up]));
    assert!(html.contains("Good connection"));
    assert!(html.contains("MOS 4.3"));
    assert!(html.contains("42\u{a0}ms"));
}

#[test]
fn every_alarm_is_a_sentence_of_its_own() {
    let mut up = call("1", CallState::Connected);
    up.alarms = vec![CallAlarm::NoAudioReceived, CallAlarm::TalkingWhileMuted];
    let html = popup(with_calls(vec![up]));
    assert!(html.contains("No sound arrives"));
    assert!(html.contains("your microphone is muted"));
}

fn handed_on(state: TransferState, code: Option<u16>) -> CallView {
    CallView {
        transfer: Some(TransferView {
            state,
            target: "101".into(),
            code,
        }),
        ..call("1", CallState::Connected)
    }
}

#[test]
fn a_call_that_is_being_handed_on_says_how_far_it_is_and_can_be_hung_up() {
    let html = popup(with_calls(vec![handed_on(TransferState::Ringing, None)]));
    assert!(html.contains("Transferring: 101 is ringing…"));
    assert!(!is_enabled(&html, "Transfer") && is_enabled(&html, "Hang up"));
}

#[test]
fn a_transfer_that_failed_says_why_and_that_the_call_is_still_here() {
    let html = popup(with_calls(vec![handed_on(
        TransferState::Failed,
        Some(486),
    )]));
    assert!(html.contains("Busy. The call was not transferred to 101 and is still here."));
    assert!(html.contains("SIP 486") && is_enabled(&html, "Transfer"));
}

#[test]
fn a_call_that_was_handed_on_does_not_say_that_somebody_hung_up() {
    let mut over = handed_on(TransferState::Done, None);
    over.state = CallState::Ended;
    over.end = Some(end(EndCause::HungUp, None));
    let html = popup(with_calls(vec![over]));
    assert!(html.contains("Transferred to 101.") && !html.contains("You hung up"));
}

#[test]
fn a_far_end_that_wants_us_to_call_somebody_needs_our_word() {
    let mut up = call("1", CallState::Connected);
    up.transfer_request = Some("101@elsewhere.example".into());
    let html = popup(with_calls(vec![up]));
    assert!(
        html.contains("0912 345 678 wants you to be connected with 101@elsewhere.example instead.")
    );
    assert!(is_enabled(&html, "Connect me") && is_enabled(&html, "No"));
}

#[test]
fn a_conference_offers_to_go_on_with_one_alone() {
    let mut calls = vec![
        call("1", CallState::Connected),
        call("2", CallState::Connected),
    ];
    assert!(has_button(
        &popup(with_calls(calls.clone())),
        "Talk all together"
    ));
    for call in &mut calls {
        call.in_conference = true;
    }
    calls[1].number = "101".into();
    let html = popup(with_calls(calls));
    assert!(is_enabled(&html, "Only 0912 345 678") && is_enabled(&html, "Only 101"));
    assert!(!has_button(&html, "Talk all together"));
}

#[test]
fn two_calls_that_are_up_can_be_left_to_each_other() {
    let (one, other) = (
        call("1", CallState::Connected),
        call("2", CallState::Connected),
    );
    let html = popup(with_calls(vec![one.clone(), other]));
    assert!(is_enabled(&html, "Connect them and leave"));
    let html = popup(with_calls(vec![one, call("2", CallState::Ringing)]));
    assert!(!has_button(&html, "Connect them and leave"));
}

#[test]
fn a_ringing_call_can_be_forwarded_and_declined_in_the_other_way_than_usual() {
    let html = popup(with_calls(vec![incoming("1", false)]));
    assert!(is_enabled(&html, "Forward") && is_enabled(&html, "Decline on all devices"));
    let mut snapshot = with_calls(vec![incoming("1", false)]);
    snapshot.phone.decline = DeclineMode::Everywhere;
    assert!(is_enabled(&popup(snapshot), "Decline on this device only"));
}
