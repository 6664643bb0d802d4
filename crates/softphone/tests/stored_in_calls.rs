//! Changes of the store that are through only when a call is up: it goes on, and they count after it.

mod common;

use alo_protocol::{CallState, Command, EndCause, Refusal};
use common::{MINH, Omicall, Rig, Store, account, call_in, sign_in};

fn used(rig: &Rig) -> Option<&str> {
    let account = rig.snapshot().account.as_ref();
    account.map(|account| account.username.as_str())
}

#[test]
fn a_call_that_comes_while_the_providers_account_is_being_stored_is_not_ended_by_it() {
    let mut server = Omicall::default();
    let mut rig = Rig::registered();
    assert_eq!(rig.command(sign_in()), None);
    rig.store = Store::Waits;
    let from = rig.stored.len();
    rig.serve(&mut server);
    let (call, dialog) = call_in(&mut rig, "uuid-1");
    rig.disk_answers(from, true);
    assert_eq!(rig.state(&call), CallState::Incoming);
    assert_eq!(used(&rig), Some("1001"));
    let from = rig.stored.len();
    rig.cancel(&dialog, None);
    rig.disk_answers(from, true);
    assert_eq!(used(&rig), Some("101"));
}

#[test]
fn an_account_that_waits_for_the_end_of_a_call_is_used_although_a_sign_out_was_refused() {
    let mut server = Omicall::default();
    let mut rig = Rig::registered();
    assert_eq!(rig.command(sign_in()), None);
    let (_, dialog) = call_in(&mut rig, "uuid-1");
    rig.serve(&mut server);
    rig.store = Store::Fails;
    assert_eq!(rig.command(Command::SignOut), Some(Refusal::StorageFailed));
    rig.store = Store::Works;
    rig.cancel(&dialog, None);
    rig.serve(&mut server);
    assert_eq!(used(&rig), Some("101"));
}

#[test]
fn a_call_that_is_answered_while_an_account_is_being_stored_is_not_ended_by_it() {
    for own in [false, true] {
        let mut rig = Rig::registered();
        rig.store = Store::Waits;
        let from = rig.stored.len();
        let mut typed = account();
        typed.display_name = "Lan".to_owned();
        if own {
            typed.username = "1002".to_owned();
        }
        let request = rig.command_later(Command::SignIn { account: typed });
        let (call, _, mut dialog) = rig.connected_in(MINH);
        rig.disk_answers(from, true);
        assert_eq!(rig.reply(request), Some(None));
        assert_eq!(rig.state(&call), CallState::Connected, "own: {own}");
        rig.far_bye(&mut dialog, None);
        let shown = rig.snapshot().account.as_ref().expect("an account");
        assert_eq!(shown.display_name, "Lan", "it is used after the call");
        assert_eq!(shown.username, if own { "1002" } else { "1001" });
    }
}

#[test]
fn a_provider_that_is_left_during_a_call_for_an_own_account_does_not_come_back_to_the_disk() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    rig.store = Store::Waits;
    let from = rig.stored.len();
    rig.command_later(Command::SignIn { account: account() });
    let (call, _, mut dialog) = rig.connected_in(MINH);
    rig.disk_answers(from, true);
    let from = rig.stored.len();
    server.expire();
    rig.command(Command::RefreshHistory);
    rig.serve(&mut server);
    rig.far_bye(&mut dialog, None);
    rig.serve(&mut server);
    rig.disk_answers(from, true);
    assert_eq!(rig.cause(&call), EndCause::RemoteHungUp);
    assert_eq!(used(&rig), Some("1001"));
    let disk = rig.disk(None);
    assert_eq!(disk.account, Some(account()));
    assert_eq!(disk.provider, None);
}

#[test]
fn who_signs_out_during_the_call_that_an_account_waits_for_is_signed_out() {
    let mut rig = Rig::registered();
    rig.store = Store::Waits;
    let from = rig.stored.len();
    let mut typed = account();
    typed.username = "1002".to_owned();
    rig.command_later(Command::SignIn { account: typed });
    let (call, ..) = rig.connected_in(MINH);
    rig.disk_answers(from, true);
    rig.store = Store::Works;
    assert_eq!(rig.command(Command::SignOut), None);
    assert_eq!(rig.cause(&call), EndCause::HungUp);
    assert_eq!(used(&rig), None);
    assert_eq!(rig.disk(None).account, None);
}
