//! A server that refuses at the start what it granted before: it restarts, or its guard against password
//! guessing blocks us. The phone gets over it without a person.

mod common;

use std::time::Duration;

use alo_protocol::{Command, Problem, RegistrationState, Secret, SipAccount};
use alo_softphone::{Input, StoreOp, Stored};
use common::{PASSWORD, Rig, account};

/// A phone that starts with this in its store, and whose first REGISTER gets 403.
fn refused_with(stored: Stored) -> Rig {
    let mut rig = Rig::unloaded();
    rig.feed(Input::Loaded(stored));
    rig.open_socket();
    refuse(&mut rig);
    rig
}

fn refuse(rig: &mut Rig) {
    let register = rig.request("REGISTER");
    rig.respond(&register, 403, "registrar");
}

fn sign_in(rig: &mut Rig, account: SipAccount) {
    assert_eq!(rig.command(Command::SignIn { account }), None);
}

/// The server asks for the password until the phone gives up.
fn refuse_password(rig: &mut Rig) {
    for nonce in ["one", "two", "three"] {
        if !rig.sent.is_empty() {
            let register = rig.request("REGISTER");
            rig.challenge(&register, nonce);
        }
    }
}

/// How long the phone waits before it tries again, in seconds; `None`: it does not.
fn wait(rig: &Rig) -> Option<u64> {
    let retry_at = rig.snapshot().registration.retry_at?;
    Some((retry_at - rig.now.unix_ms) / 1_000)
}

/// What is in the store after a session in which the account was registered.
fn after_a_session(then: impl FnOnce(&mut Rig)) -> Stored {
    let mut rig = Rig::registered();
    then(&mut rig);
    rig.disk(Some(account()))
}

#[test]
fn an_account_that_has_worked_is_tried_again_after_minutes_and_says_why() {
    let mut rig = refused_with(after_a_session(|_| ()));
    let registration = rig.snapshot().registration.clone();
    assert_eq!(registration.state, RegistrationState::Recovering);
    assert_eq!(registration.problem, Some(Problem::Forbidden));
    assert_eq!(registration.code, Some(403));
    // The pauses grow, and a phone never hammers at the server.
    for (least, most) in [
        (120, 150),
        (240, 300),
        (480, 600),
        (960, 1_200),
        (960, 1_200),
    ] {
        let pause = wait(&rig).expect("it is tried again");
        assert!((least..=most).contains(&pause), "{pause}");
        rig.advance(Duration::from_secs(pause - 1));
        rig.nothing_sent();
        rig.advance(Duration::from_secs(2));
        rig.open_socket();
        refuse(&mut rig);
        let problem = rig.snapshot().registration.problem;
        assert_eq!(problem, Some(Problem::Forbidden));
    }
    let pause = wait(&rig).expect("it is tried again");
    rig.advance(Duration::from_secs(pause + 1));
    rig.open_socket();
    rig.accept_registration();
    assert_eq!(rig.snapshot().registration.problem, None);
    assert_eq!(wait(&rig), None);
}

#[test]
fn a_password_that_has_worked_is_tried_again_but_soon_only_once_an_hour() {
    let mut rig = Rig::unloaded();
    rig.feed(Input::Loaded(after_a_session(|_| ())));
    rig.open_socket();
    refuse_password(&mut rig);
    let mut pauses = Vec::new();
    for _ in 0..6 {
        let registration = rig.snapshot().registration.clone();
        assert_eq!(registration.problem, Some(Problem::WrongPassword));
        let state = registration.state;
        assert_eq!(state, RegistrationState::Failed, "it needs the person");
        let pause = wait(&rig).expect("it is tried again");
        pauses.push(pause);
        rig.advance(Duration::from_secs(pause + 1));
        rig.open_socket();
        refuse_password(&mut rig);
    }
    assert!(pauses.iter().all(|pause| *pause >= 240), "{pauses:?}");
    assert!(
        pauses[4..].iter().all(|pause| *pause >= 3_600),
        "{pauses:?}"
    );
}

#[test]
fn a_password_that_is_refused_in_a_session_is_not_tried_three_times_within_ten_minutes() {
    let mut rig = Rig::registered();
    rig.lose_socket(1006);
    rig.advance(Duration::from_secs(2));
    rig.open_socket();
    refuse_password(&mut rig);
    let first = wait(&rig).expect("it is tried once more");
    rig.advance(Duration::from_secs(first + 1));
    refuse_password(&mut rig);
    let problem = rig.snapshot().registration.problem;
    assert_eq!(problem, Some(Problem::WrongPassword));
    let second = wait(&rig).expect("it is tried again");
    assert!(first >= 180 && second >= 480, "{first} {second}");
}

#[test]
fn trying_again_by_hand_does_not_wait() {
    let mut rig = refused_with(after_a_session(|_| ()));
    assert_eq!(rig.command(Command::Reconnect), None);
    assert_eq!(wait(&rig), None);
    rig.open_socket();
    rig.accept_registration();
    // The pause that was under way is over with it.
    rig.advance(Duration::from_secs(80));
    let state = rig.snapshot().registration.state;
    assert_eq!(state, RegistrationState::Registered);
}

#[test]
fn an_account_that_never_worked_is_refused_for_good() {
    let fresh = Stored {
        account: Some(account()),
        ..Stored::default()
    };
    let mut rig = refused_with(fresh);
    let registration = rig.snapshot().registration.clone();
    assert_eq!(registration.state, RegistrationState::Failed);
    assert_eq!(wait(&rig), None);
    rig.advance(Duration::from_secs(4_000));
    rig.nothing_sent();
}

#[test]
fn a_changed_password_has_yet_to_work() {
    let changed = SipAccount {
        password: Secret::new("another-pa55"),
        ..account()
    };
    let stored = after_a_session(|rig| {
        sign_in(rig, changed.clone());
    });
    assert_eq!(stored.account, Some(changed));
    let rig = refused_with(stored);
    assert_eq!(rig.snapshot().registration.state, RegistrationState::Failed);
    // Nor is it believed in the same session, whatever was registered before.
    let mut rig = Rig::registered();
    let typed = SipAccount {
        password: Secret::new("another-pa55"),
        ..account()
    };
    sign_in(&mut rig, typed);
    rig.accept_register();
    rig.open_socket();
    refuse(&mut rig);
    assert_eq!(rig.snapshot().registration.state, RegistrationState::Failed);
}

#[test]
fn another_name_to_show_leaves_the_password_what_it_was() {
    let renamed = SipAccount {
        display_name: "Anna Lê".to_owned(),
        password: Secret::new(PASSWORD),
        ..account()
    };
    let stored = after_a_session(|rig| {
        sign_in(rig, renamed.clone());
    });
    assert_eq!(stored.account, Some(renamed));
    let rig = refused_with(stored);
    let state = rig.snapshot().registration.state;
    assert_eq!(state, RegistrationState::Recovering);
}

#[test]
fn that_an_account_works_is_stored_once_and_forgotten_with_it() {
    let mut rig = Rig::registered();
    let marks = |rig: &Rig| {
        let ops = rig.stored.iter();
        ops.filter(|(_, op)| *op == StoreOp::AccountWorks).count()
    };
    assert_eq!(marks(&rig), 1);
    rig.lose_socket(1006);
    rig.advance(Duration::from_secs(2));
    rig.open_socket();
    rig.accept_register();
    assert_eq!(marks(&rig), 1);
    assert_eq!(rig.command(Command::SignOut), None);
    assert!(!rig.disk(None).account_works);
}
