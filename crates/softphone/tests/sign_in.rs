//! Signing in and out, and the registration as views show it.

mod common;

use std::time::Duration;

use alo_protocol::{AccountView, Command, Problem, Refusal, RegistrationState, Secret, SipAccount};
use alo_softphone::{Input, StoreOp, Stored};
use common::{PASSWORD, Rig, START, Store, TURN_CREDENTIAL, account};

fn sign_in(account: SipAccount) -> Command {
    Command::SignIn { account }
}

#[test]
fn an_account_is_stored_before_the_command_is_acknowledged_and_then_registers() {
    let mut rig = Rig::signed_out();
    assert!(rig.snapshot().ready);
    assert_eq!(rig.snapshot().account, None);
    rig.store = Store::Waits;
    let request = rig.command_later(sign_in(account()));
    assert_eq!(rig.reply(request), None, "not stored yet");
    assert!(
        rig.sockets.is_empty(),
        "nothing happens before it is stored"
    );
    let (store, op) = rig.stored.last().expect("a change").clone();
    assert_eq!(op, StoreOp::PutOwnAccount(account()));
    rig.store = Store::Works;
    rig.feed(Input::Stored { store, ok: true });
    assert_eq!(rig.reply(request), Some(None));
    assert_eq!(rig.snapshot().account, Some(AccountView::from(&account())));
    assert_eq!(
        rig.snapshot().registration.state,
        RegistrationState::Connecting
    );
    assert_eq!(rig.sockets[0].1, account().server_url);
    assert!(
        rig.stored
            .iter()
            .any(|(_, op)| matches!(op, StoreOp::PutInstanceId(id) if id.starts_with("urn:uuid:"))),
        "the installation has a name from now on"
    );
    rig.open_socket();
    rig.accept_registration();
    assert_eq!(
        rig.snapshot().registration.state,
        RegistrationState::Registered
    );
    assert_eq!(rig.worker().registration, RegistrationState::Registered);
}

#[test]
fn an_account_that_cannot_be_stored_is_not_used() {
    let mut rig = Rig::signed_out();
    rig.store = Store::Fails;
    assert_eq!(
        rig.command(sign_in(account())),
        Some(Refusal::StorageFailed)
    );
    assert_eq!(rig.snapshot().account, None);
    assert!(rig.sockets.is_empty());
}

#[test]
fn a_stored_account_registers_by_itself_at_the_start() {
    let mut rig = Rig::loaded(Vec::new());
    assert_eq!(
        rig.snapshot().registration.state,
        RegistrationState::Connecting
    );
    rig.open_socket();
    let register = rig.request("REGISTER");
    let contact = register.headers.get("Contact").expect("a contact");
    assert!(contact.contains("urn:uuid:00000000-0000-4000-8000-000000000001"));
    assert_eq!(register.headers.get("User-Agent"), Some("Alo/test"));
    rig.challenge(&register, "n");
    rig.accept_register();
    assert_eq!(
        rig.snapshot().registration.state,
        RegistrationState::Registered
    );
}

#[test]
fn before_the_store_is_read_commands_wait() {
    let mut rig = Rig::unloaded();
    assert!(!rig.snapshot().ready);
    let request = rig.command_later(sign_in(account()));
    assert_eq!(rig.reply(request), None);
    rig.feed(Input::Loaded(Stored::default()));
    assert_eq!(rig.reply(request), Some(None));
    assert!(rig.snapshot().account.is_some());
}

#[test]
fn unusable_fields_are_refused_with_their_reason() {
    let mut rig = Rig::signed_out();
    let refusals = [
        (
            SipAccount {
                server_url: "ws://pbx.example.com/ws".to_owned(),
                ..account()
            },
            Refusal::BadServerUrl,
        ),
        (
            SipAccount {
                username: "1001@pbx".to_owned(),
                ..account()
            },
            Refusal::BadAccount,
        ),
        (
            SipAccount {
                password: Secret::default(),
                ..account()
            },
            Refusal::PasswordNeeded,
        ),
    ];
    for (account, refusal) in refusals {
        assert_eq!(rig.command(sign_in(account)), Some(refusal));
    }
    assert!(rig.stored.is_empty());
}

#[test]
fn an_empty_password_keeps_the_stored_one_only_for_the_same_account() {
    let mut rig = Rig::registered();
    // What a view has to send back: it never saw the secrets.
    let mut seen = account();
    seen.password = Secret::default();
    seen.ice_servers[0].credential = None;
    seen.display_name = "Anna Lê".to_owned();
    let other = SipAccount {
        username: "1002".to_owned(),
        ..seen.clone()
    };
    assert_eq!(rig.command(sign_in(other)), Some(Refusal::PasswordNeeded));
    assert_eq!(rig.command(sign_in(seen)), None);
    let stored = rig.stored.iter().rev().find_map(|(_, op)| match op {
        StoreOp::PutAccount(account) => Some(account.clone()),
        _ => None,
    });
    let stored = stored.expect("a stored account");
    assert_eq!(stored.password.expose(), PASSWORD);
    let credential = stored.ice_servers[0].credential.as_ref().expect("kept");
    assert_eq!(credential.expose(), TURN_CREDENTIAL);

    // A newly typed secret replaces the stored one.
    let mut changed = account();
    changed.ice_servers[0].credential = Some(Secret::new("changed"));
    assert_eq!(rig.command(sign_in(changed.clone())), None);
    assert!(
        rig.stored
            .iter()
            .any(|(_, op)| *op == StoreOp::PutAccount(changed.clone()))
    );
}

#[test]
fn a_wrong_password_is_told_and_not_tried_for_ever() {
    let mut rig = Rig::loaded(Vec::new());
    rig.open_socket();
    let register = rig.request("REGISTER");
    rig.challenge(&register, "one");
    let register = rig.request("REGISTER");
    rig.challenge(&register, "two");
    // The engine may try the fresh nonce once.
    if !rig.sent.is_empty() {
        let register = rig.request("REGISTER");
        rig.challenge(&register, "three");
    }
    let registration = rig.snapshot().registration.clone();
    assert_eq!(registration.state, RegistrationState::Failed);
    assert_eq!(registration.problem, Some(Problem::WrongPassword));
    assert_eq!(registration.code, Some(401));
    assert_eq!(registration.retry_at, None);
    rig.advance(Duration::from_secs(120));
    rig.nothing_sent();
}

#[test]
fn a_refusal_of_what_was_granted_before_says_why_and_when_it_is_tried_again() {
    let mut rig = Rig::registered();
    rig.advance(Duration::from_secs(560));
    let register = rig.request("REGISTER");
    rig.respond(&register, 403, "registrar");
    let registration = rig.snapshot().registration.clone();
    assert_eq!(registration.state, RegistrationState::Recovering);
    assert_eq!(registration.problem, Some(Problem::Forbidden));
    assert_eq!(registration.code, Some(403));
    let wait = registration.retry_at.expect("a time") - rig.now.unix_ms;
    assert!(wait <= 75_000, "{wait}");
    rig.advance(Duration::from_millis(wait));
    rig.accept_register();
    assert_eq!(
        rig.snapshot().registration,
        alo_protocol::RegistrationView {
            state: RegistrationState::Registered,
            ..Default::default()
        }
    );
}

#[test]
fn trying_again_ends_every_wait() {
    // A socket that did not open.
    let mut rig = Rig::registered();
    rig.lose_socket(1006);
    let sockets = rig.sockets.len();
    assert_eq!(rig.command(Command::Reconnect), None);
    assert_eq!(rig.sockets.len(), sockets + 1);
    assert_eq!(rig.snapshot().registration.retry_at, None);
    rig.open_socket();
    rig.accept_register();

    // A server that refuses.
    rig.advance(Duration::from_secs(560));
    let register = rig.request("REGISTER");
    rig.respond(&register, 403, "registrar");
    assert_eq!(rig.command(Command::Reconnect), None);
    rig.accept_register();

    // A first sign-in that was given up.
    let mut rig = Rig::loaded(Vec::new());
    rig.open_socket();
    let register = rig.request("REGISTER");
    rig.respond(&register, 403, "registrar");
    assert_eq!(rig.snapshot().registration.state, RegistrationState::Failed);
    assert_eq!(rig.command(Command::Reconnect), None);
    assert_eq!(
        rig.snapshot().registration.state,
        RegistrationState::Connecting
    );
    rig.open_socket();
    rig.accept_registration();
}

#[test]
fn trying_again_leaves_a_registration_alone_and_needs_an_account() {
    let mut rig = Rig::registered();
    let sockets = rig.sockets.len();
    assert_eq!(rig.command(Command::Reconnect), None);
    rig.nothing_sent();
    assert_eq!(rig.sockets.len(), sockets);
    assert_eq!(
        rig.snapshot().registration.state,
        RegistrationState::Registered
    );
    let mut rig = Rig::signed_out();
    assert_eq!(rig.command(Command::Reconnect), Some(Refusal::SignedOut));
}

#[test]
fn a_socket_that_does_not_open_is_tried_again_and_says_when() {
    let mut rig = Rig::loaded(Vec::new());
    rig.lose_socket(1006);
    let registration = rig.snapshot().registration.clone();
    assert_eq!(registration.state, RegistrationState::Connecting);
    assert_eq!(registration.problem, Some(Problem::TlsOrSocketFailed));
    let retry_at = registration.retry_at.expect("a time");
    assert!(retry_at > START && retry_at <= START + 2_000, "{retry_at}");
    rig.advance(Duration::from_secs(2));
    assert_eq!(rig.sockets.len(), 2);
    rig.open_socket();
    rig.accept_registration();
    assert_eq!(rig.snapshot().registration.problem, None);
}

#[test]
fn a_registration_that_was_up_recovers_by_itself() {
    let mut rig = Rig::registered();
    rig.lose_socket(1006);
    let registration = rig.snapshot().registration.clone();
    assert_eq!(registration.state, RegistrationState::Recovering);
    assert_eq!(registration.problem, Some(Problem::SocketFailed));
    assert_eq!(rig.dial("0912345678"), Some(Refusal::NotConnected));
    rig.advance(Duration::from_secs(2));
    rig.open_socket();
    rig.accept_register();
    assert_eq!(
        rig.snapshot().registration.state,
        RegistrationState::Registered
    );
}

#[test]
fn without_a_network_that_is_what_is_wrong() {
    let mut rig = Rig::registered();
    rig.feed(Input::Network { online: false });
    rig.lose_socket(1006);
    let registration = rig.snapshot().registration.clone();
    assert_eq!(registration.state, RegistrationState::Recovering);
    assert_eq!(registration.problem, Some(Problem::Offline));
    let sockets = rig.sockets.len();
    rig.feed(Input::Network { online: true });
    assert_eq!(rig.sockets.len(), sockets + 1, "it connects at once");
}

#[test]
fn signing_out_unregisters_and_forgets_the_account_but_not_the_history() {
    let mut rig = Rig::registered();
    let (id, media, _) = rig.call_out("0912345678");
    rig.hang_up(&id);
    rig.media_closed(media);
    rig.sent.clear();
    assert_eq!(rig.command(Command::SignOut), None);
    assert_eq!(
        rig.stored.last().expect("a change").1,
        StoreOp::DeleteAccount
    );
    assert_eq!(rig.snapshot().account, None);
    assert_eq!(
        rig.snapshot().registration.state,
        RegistrationState::SignedOut
    );
    assert_eq!(rig.snapshot().history.len(), 1);
    let socket = rig.socket();
    let register = rig.accept_register();
    let contact = register.headers.get("Contact").expect("a contact");
    assert!(contact.contains("expires=0") || register.headers.get("Expires") == Some("0"));
    assert!(
        !rig.is_open(socket),
        "the socket is closed when the server has answered"
    );
    assert_eq!(rig.dial("0912345678"), Some(Refusal::SignedOut));
}

#[test]
fn a_server_that_does_not_answer_the_unregistration_does_not_keep_the_socket() {
    let mut rig = Rig::registered();
    let socket = rig.socket();
    assert_eq!(rig.command(Command::SignOut), None);
    rig.advance(Duration::from_secs(5));
    assert!(!rig.is_open(socket));
    assert_eq!(rig.phone.poll_timeout(), None, "nothing is left to do");
}

#[test]
fn signing_out_fails_if_the_password_cannot_be_deleted() {
    let mut rig = Rig::registered();
    rig.store = Store::Fails;
    assert_eq!(rig.command(Command::SignOut), Some(Refusal::StorageFailed));
    assert_eq!(
        rig.snapshot().registration.state,
        RegistrationState::Registered
    );
}

#[test]
fn signing_in_again_waits_until_the_old_registration_is_removed() {
    let mut rig = Rig::registered();
    let old = rig.socket();
    let changed = SipAccount {
        display_name: "Anna Lê".to_owned(),
        ..account()
    };
    assert_eq!(rig.command(sign_in(changed)), None);
    assert_eq!(
        rig.sockets.len(),
        1,
        "the farewell of the old must not remove the new"
    );
    assert_eq!(
        rig.snapshot().registration.state,
        RegistrationState::Connecting
    );
    rig.accept_register();
    assert!(!rig.is_open(old));
    assert_eq!(rig.sockets.len(), 2);
    rig.open_socket();
    let register = rig.request("REGISTER");
    assert!(
        register
            .headers
            .get("From")
            .is_some_and(|from| from.contains("Anna Lê"))
    );
    rig.challenge(&register, "n");
    rig.accept_register();
    assert_eq!(
        rig.snapshot().registration.state,
        RegistrationState::Registered
    );
}

#[test]
fn a_silent_old_server_holds_up_the_new_account_for_seconds_only() {
    let mut rig = Rig::registered();
    assert_eq!(rig.command(sign_in(account())), None);
    rig.advance(Duration::from_secs(5));
    assert_eq!(rig.sockets.len(), 2);
}

#[test]
fn the_worker_is_told_at_the_start_whatever_it_showed_before() {
    let rig = Rig::signed_out();
    assert_eq!(rig.workers.len(), 1);
    assert_eq!(rig.worker(), rig.phone.worker_state());
}

#[test]
fn an_account_is_not_changed_in_a_call() {
    let mut rig = Rig::registered();
    rig.connected_out("0912345678");
    assert_eq!(rig.command(sign_in(account())), Some(Refusal::InCall));
}
