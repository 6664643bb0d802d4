//! What went wrong is told with the way out of it.

mod support;

use alo_protocol::{
    CallState, CallView, Direction, EndCause, Problem, RegistrationState, RegistrationView,
    Snapshot,
};
use support::html::{has_button, popup, with_calls};
use support::{NOW, call, end, incoming, row, signed_in};

#[test]
fn a_call_that_went_wrong_can_be_made_again_from_its_card() {
    for (direction, cause, name) in [
        (Direction::Incoming, EndCause::Missed, "Call back"),
        (Direction::Outgoing, EndCause::Busy, "Call again"),
        (Direction::Outgoing, EndCause::NoAnswer, "Call again"),
        (Direction::Outgoing, EndCause::NetworkFailed, "Call again"),
    ] {
        let over = CallView {
            direction,
            end: Some(end(cause, None)),
            ..call("1", CallState::Ended)
        };
        let html = popup(Snapshot {
            history: vec![row("1", "0912345678", end(cause, None))],
            ..with_calls(vec![over.clone()])
        });
        assert!(has_button(&html, name), "{cause:?}");
        // Nobody is called whose number is not known, and no third call is begun.
        let withheld = popup(Snapshot {
            history: vec![row("1", "", end(cause, None))],
            ..with_calls(vec![over.clone()])
        });
        assert!(!has_button(&withheld, name), "{cause:?}");
        let busy = popup(Snapshot {
            history: vec![row("1", "0912345678", end(cause, None))],
            ..with_calls(vec![
                over,
                call("2", CallState::Connected),
                call("3", CallState::Connected),
            ])
        });
        assert!(!has_button(&busy, name), "{cause:?}");
    }
}

#[test]
fn a_missed_call_is_told_without_the_code_that_every_missed_call_has() {
    let missed = CallView {
        end: Some(end(EndCause::Missed, Some(487))),
        ..incoming("1", false)
    };
    let html = popup(with_calls(vec![CallView {
        state: CallState::Ended,
        ..missed
    }]));
    assert!(html.contains("gave up before you answered"));
    assert!(!html.contains("487"));
}

#[test]
fn a_server_that_was_never_reached_is_told_with_the_way_to_the_settings_and_to_its_certificate() {
    let html = popup(Snapshot {
        registration: RegistrationView {
            state: RegistrationState::Connecting,
            problem: Some(Problem::TlsOrSocketFailed),
            retry_at: Some(NOW + 5_000),
            ..RegistrationView::default()
        },
        ..signed_in()
    });
    assert!(has_button(&html, "Open settings"));
    assert!(html.contains("href=\"https://pbx.example.com:8089/\""));
    assert!(html.contains("Open the server in a tab"));
}

#[test]
fn a_name_that_is_the_user_is_not_said_twice() {
    let mut snapshot = signed_in();
    if let Some(account) = &mut snapshot.account {
        account.display_name = "1001".into();
    }
    let html = popup(snapshot);
    assert!(!html.contains("1001 · 1001") && html.contains("1001@pbx.example.com"));
}

#[test]
fn before_the_first_call_is_over_nobody_is_told_to_make_one() {
    let html = popup(with_calls(vec![call("1", CallState::Connected)]));
    assert!(html.contains("No calls yet") && !html.contains("Type a number above"));
    assert!(popup(with_calls(Vec::new())).contains("Type a number above"));
}
