//! What the options page shows.

mod support;

use alo_protocol::{
    CallCheckView, CheckState, CheckStep, IceServer, MaskFormat, Problem, RegistrationState,
    RegistrationView, Secret, Snapshot, StoredSettings, TestReport, Verdict,
};
use alo_ui::preview;
use support::{NOW, signed_in, speak};

fn options(snapshot: Snapshot) -> String {
    speak("en");
    preview::options(Some(snapshot), NOW)
}

/// An element with this id is there, and a label with this text points to it.
fn is_labelled(html: &str, id: &str, name: &str) -> bool {
    let label = html
        .split("<label ")
        .find(|part| part.contains(&format!("for=\"{id}\"")));
    label.is_some_and(|part| part.contains(&format!(">{name}</label>")))
        && html.contains(&format!(" id=\"{id}\""))
}

#[test]
fn every_field_has_its_label() {
    let html = options(Snapshot {
        ready: true,
        ..Snapshot::default()
    });
    for (id, name) in [
        ("server-url", "Server URL"),
        ("domain", "Domain"),
        ("user-name", "User name"),
        ("password", "Password"),
        ("display-name", "Display name"),
        ("auth-user", "Authorization user"),
        ("ice-urls", "STUN/TURN servers"),
        ("turn-user", "TURN user"),
        ("turn-credential", "TURN credential"),
        ("echo-number", "Echo number"),
        ("country", "Country of numbers without a country code"),
    ] {
        assert!(is_labelled(&html, id, name), "{name}");
    }
}

#[test]
fn signed_out_there_is_nothing_to_sign_out_of() {
    let html = options(Snapshot {
        ready: true,
        ..Snapshot::default()
    });
    assert!(html.contains("Sign in") && html.contains("Test connection"));
    assert!(!html.contains("Sign out"));
}

#[test]
fn signed_in_the_account_is_named_and_its_secrets_are_not() {
    let mut snapshot = signed_in();
    if let Some(account) = snapshot.account.as_mut() {
        account.ice_servers = vec![IceServer {
            urls: vec!["turn:turn.example.com".into()],
            username: Some("u".into()),
            credential: Some(Secret::new("must-not-be-shown")),
        }];
    }
    let html = options(snapshot);
    assert!(html.contains("1001@pbx.example.com") && html.contains("Sign out"));
    assert!(html.contains("Stored – leave empty to keep it"));
    assert!(!html.contains("must-not-be-shown"));
}

#[test]
fn a_running_test_shows_how_far_it_is() {
    let test = TestReport {
        verdict: Verdict::Running,
        step: CheckStep::Answer,
        problem: None,
        code: None,
        server: "pbx.example.com".into(),
    };
    let html = options(Snapshot {
        ready: true,
        test: Some(test),
        ..Snapshot::default()
    });
    let places: Vec<usize> = ["step-passed", "step-passed", "step-running", "step-open"]
        .iter()
        .scan(0, |from, class| {
            let at = *from + html.get(*from..)?.find(class)? + 1;
            *from = at;
            Some(at)
        })
        .collect();
    assert_eq!(places.len(), 4);
}

#[test]
fn an_old_report_is_not_shown_again() {
    let test = TestReport {
        verdict: Verdict::Failed,
        step: CheckStep::SignIn,
        problem: Some(Problem::WrongPassword),
        code: Some(401),
        server: "pbx.example.com".into(),
    };
    let html = options(Snapshot {
        ready: true,
        test: Some(test),
        ..Snapshot::default()
    });
    assert!(!html.contains("User name or password is wrong."));
}

#[test]
fn the_microphone_step_says_why_and_has_its_button() {
    let html = options(Snapshot {
        ready: true,
        ..Snapshot::default()
    });
    assert!(html.contains("Alo listens only during a call."));
    assert!(html.contains("Allow microphone"));
}

#[test]
fn the_diagnostics_say_what_is_in_them_before_they_are_shown() {
    let html = options(signed_in());
    assert!(html.contains("Passwords, tokens and what proves them are never in it."));
    assert!(html.contains("With full numbers") && html.contains("Show report"));
    assert!(!html.contains("<textarea id=\"diagnostics-report\""));
    assert!(!html.contains("Save as file"), "nothing to save yet");
}

#[test]
fn a_check_says_what_failed_and_what_to_do_and_why_the_rest_is_not_there() {
    let html = options(Snapshot {
        check: Some(CallCheckView {
            verdict: Some(Verdict::Failed),
            socket: CheckState::Passed,
            registration: CheckState::Passed,
            microphone: CheckState::Failed,
            microphone_silent: true,
            ice_host: CheckState::Passed,
            ice_reflexive: CheckState::Absent,
            ice_relay: CheckState::Failed,
            echo: CheckState::Absent,
        }),
        ..signed_in()
    });
    assert!(html.contains("Check again"));
    assert!(html.contains("The microphone gives only silence."));
    assert!(html.contains("The TURN server does not help."));
    assert!(html.contains("No echo number is set."));
    assert!(html.contains("Calls will not work, or not well."));
    assert!(!html.contains("Calls work here."));
}

#[test]
fn nobody_who_is_signed_out_is_offered_a_check() {
    let html = options(Snapshot {
        ready: true,
        ..Snapshot::default()
    });
    assert!(!html.contains("id=\"call-check\""));
    assert!(options(signed_in()).contains("id=\"call-check\""));
}

#[test]
fn full_numbers_are_offered_for_the_report_only_where_no_digits_are_hidden() {
    let snapshot = Snapshot {
        ready: true,
        ..Snapshot::default()
    };
    let whole = options(snapshot.clone());
    assert!(whole.contains("diagnostics-full-hint") && whole.contains("Export history"));
    let mut hidden = StoredSettings::default();
    hidden
        .change(|pages| pages.mask = Some(MaskFormat("end".into(), 3, "x".into())))
        .expect("readable");
    let html = preview::options_with(Some(snapshot.clone()), hidden, NOW);
    assert!(!html.contains("diagnostics-full-hint"));
    assert!(!html.contains("Export history"), "nor in a file");
    assert!(!html.contains("Your provider hides numbers"));
    let mut by_provider = snapshot;
    by_provider.provider.hides_numbers = true;
    let html = options(by_provider);
    assert!(!html.contains("diagnostics-full-hint") && !html.contains("Export history"));
    assert!(html.contains("Your provider hides numbers from you"));
    assert!(whole.contains("Show all digits") && !html.contains("Show all digits"));
}

#[test]
fn what_an_administrator_has_decided_is_shown_and_not_to_be_changed() {
    speak("en");
    let policy =
        r#"{"mode":"only","mask":{"side":"end","digits":5},"sites":{"crm.example":{"on":true}}}"#;
    let policy = serde_json::from_str(policy).expect("an object");
    let html = preview::options_with(
        Some(signed_in()),
        StoredSettings::default().under(policy),
        NOW,
    );
    assert_eq!(html.matches("Your administrator has set this.").count(), 3);
    let control = |id: &str| {
        let (_, behind) = html
            .split_once(&format!("id=\"{id}\""))
            .expect("it is there");
        behind.split('>').next().unwrap_or_default().to_owned()
    };
    assert!(
        control("pages_mode").contains("disabled") && control("pages_mask").contains("disabled")
    );
    assert!(!control("pages_scrutiny").contains("disabled"));
    // Neither of the two masks that a person can choose.
    assert!(html.contains("Another value") && html.contains("crm.example"));
    assert!(!options(signed_in()).contains("Your administrator has set this."));
}

#[test]
fn what_is_decided_about_a_site_is_said_at_the_very_control_and_each_control_says_what_it_is_about()
{
    speak("en");
    let policy = r#"{"sites":{"crm.example":{"oneClick":false,"scrutiny":"strict"}}}"#;
    let policy = serde_json::from_str(policy).expect("an object");
    let html = preview::options_with(
        Some(signed_in()),
        StoredSettings::default().under(policy),
        NOW,
    );
    let (_, site) = html
        .split_once("Settings of crm.example")
        .expect("it is listed");
    let said = [
        "Find numbers on this site",
        "Call with one click",
        "Your administrator has set this.",
        ">Country of numbers without a country code</label>",
        ">How sure a number must be</label>",
        "Your administrator has set this.",
        "Short numbers on this site",
    ];
    let mut rest = site;
    for words in said {
        let (before, behind) = rest.split_once(words).expect(words);
        assert!(!before.contains("Your administrator"), "before {words}");
        rest = behind;
    }
    assert!(!rest.contains("Your administrator"));
}

#[test]
fn what_stands_beside_something_stored_is_changed_once_that_is_known() {
    let of = |ready| {
        let html = options(Snapshot {
            ready,
            ..Snapshot::default()
        });
        let heads: Vec<bool> = html
            .split("<fieldset class=\"section\"")
            .skip(1)
            .map(|part| {
                part.split('>')
                    .next()
                    .unwrap_or_default()
                    .contains(" disabled")
            })
            .collect();
        heads
    };
    assert_eq!(of(false), [true; 4]);
    assert_eq!(of(true), [false; 4]);
}

#[test]
fn settings_that_can_not_be_read_are_said_with_the_way_out() {
    speak("en");
    let stored = serde_json::from_str(r#"{"sites": 7}"#).expect("an object");
    let html = preview::options_with(Some(signed_in()), stored, NOW);
    assert!(html.contains("cannot read what is stored") && html.contains("Start over"));
    assert!(!options(signed_in()).contains("Start over"));
}

#[test]
fn a_refused_password_is_marked_in_its_field_also_while_the_phone_goes_on_trying() {
    let with = |state, problem| {
        let html = options(Snapshot {
            registration: RegistrationView {
                state,
                problem: Some(problem),
                code: Some(401),
                retry_at: None,
            },
            ..signed_in()
        });
        html.matches("User name or password is wrong.").count()
    };
    let failed = with(RegistrationState::Failed, Problem::WrongPassword);
    assert!(failed > 1);
    let recovering = with(RegistrationState::Recovering, Problem::WrongPassword);
    assert_eq!(recovering, failed);
    assert_eq!(with(RegistrationState::Recovering, Problem::NoAnswer), 0);
}
