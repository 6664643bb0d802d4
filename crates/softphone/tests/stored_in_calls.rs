//! Calls that come while the store is being changed: they go on, and nothing of them is lost.

mod common;

use std::collections::BTreeSet;
use std::time::Duration;

use alo_protocol::{
    CallId, CallState, Command, EndCause, HistoryRow, Owner, ProviderKind, ProviderSignIn,
    ProviderState, Refusal, WorkSettings,
};
use alo_providers::api::{HttpFailure, HttpOutcome};
use alo_softphone::{Input, StoreOp};
use common::{Dialog, MINH, Omicall, Rig, Store, account, call_in, omicall, sign_in};

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

/// While the account that a provider names is being stored, somebody else signs in and a call comes. Also
/// returns the index of that change of the store.
fn replaced_before_it_is_stored() -> (Rig, Omicall, usize, Dialog) {
    let mut server = Omicall::default();
    let mut rig = Rig::registered();
    assert_eq!(rig.command(sign_in()), None);
    rig.store = Store::Waits;
    let from = rig.stored.len();
    rig.serve(&mut server);
    let mut elsewhere = omicall();
    if let ProviderSignIn::Omicall { domain, .. } = &mut elsewhere {
        "another".clone_into(domain);
    }
    rig.command_later(Command::ProviderSignIn { sign_in: elsewhere });
    let (_, dialog) = call_in(&mut rig, "uuid-1");
    (rig, server, from, dialog)
}

#[test]
fn an_account_that_waits_for_the_end_of_a_call_is_not_the_next_starts_where_it_waits_in_vain() {
    let (mut rig, mut server, from, dialog) = replaced_before_it_is_stored();
    rig.disk_answers(from, true);
    rig.store = Store::Works;
    server.auth_status = Some("password_incorrect");
    rig.serve(&mut server);
    assert_eq!(used(&rig), Some("1001"));
    assert_eq!(used(&rig.restarted(Some(account()))), Some("1001"));
    rig.cancel(&dialog, None);
    assert_eq!(used(&rig), Some("1001"));
    assert_eq!(rig.disk(Some(account())).account, Some(account()));
}

#[test]
fn a_call_that_is_missed_while_the_history_is_being_cleared_stands_in_it_afterwards() {
    let mut rig = Rig::registered();
    let (old, dialog) = rig.call_in(MINH);
    rig.cancel(&dialog, None);
    rig.command(Command::DismissEnded { call: old });
    rig.sent.clear();
    let (up, _, mut dialog_up) = rig.connected_in(MINH);
    rig.advance(Duration::from_secs(1));
    rig.store = Store::Waits;
    let from = rig.stored.len();
    let request = rig.command_later(Command::ClearHistory);
    rig.advance(Duration::from_secs(1));
    let (missed, dialog) = rig.call_in("<sip:0987654321@pbx.example.com>");
    rig.cancel(&dialog, None);
    rig.sent.clear();
    rig.far_bye(&mut dialog_up, None);
    rig.disk_answers(from, true);
    assert_eq!(rig.reply(request), Some(None));
    let rows = |rows: &[HistoryRow]| -> BTreeSet<String> {
        rows.iter().map(|row| row.id.0.clone()).collect()
    };
    // Both rows have changed since the command, that of the call that was up too.
    let kept = BTreeSet::from([missed.0, up.0]);
    assert_eq!(rows(&rig.snapshot().history), kept);
    assert_eq!(rig.snapshot().missed, 1);
    assert_eq!(rows(&rig.disk(None).history), kept);
}

#[test]
fn the_record_of_a_call_that_comes_while_the_history_is_being_cleared_is_sent() {
    let mut rig = Rig::registered();
    let mut work = WorkSettings::default();
    work.hook.url = "https://company.example/cdr".into();
    assert_eq!(rig.command(Command::SetWork { work }), None);
    rig.store = Store::Waits;
    let from = rig.stored.len();
    rig.command_later(Command::ClearHistory);
    rig.store = Store::Works;
    rig.advance(Duration::from_secs(1));
    let (call, ..) = rig.connected_in(MINH);
    rig.hang_up(&call);
    let (fetch, _) = rig.fetches.pop_front().expect("posted");
    let outcome = HttpOutcome::Failed(HttpFailure::Unreachable);
    rig.feed(Input::Fetched { fetch, outcome });
    let (store, op) = rig.stored[from].clone();
    assert_eq!(op, StoreOp::ClearHistory);
    rig.feed(Input::Stored { store, ok: true });
    rig.advance(Duration::from_secs(60));
    assert!(rig.fetches.pop_front().is_some(), "posted again");
}

/// A call that is missed.
fn missed(rig: &mut Rig) -> CallId {
    let (call, dialog) = rig.call_in(MINH);
    rig.cancel(&dialog, None);
    rig.command(Command::DismissEnded { call: call.clone() });
    rig.sent.clear();
    rig.advance(Duration::from_secs(1));
    call
}

#[test]
fn of_two_wishes_to_clear_the_history_the_one_that_fails_hides_nothing() {
    for (fails, left) in [(0, 0), (1, 1)] {
        let mut rig = Rig::registered();
        missed(&mut rig);
        rig.store = Store::Waits;
        let first = rig.stored.len();
        rig.command_later(Command::ClearHistory);
        let between = missed(&mut rig);
        let second = rig.stored.len();
        rig.command_later(Command::ClearHistory);
        let failing = [first, second][fails];
        for at in first..rig.stored.len() {
            let (store, _) = rig.stored[at].clone();
            let ok = at != failing;
            if !ok {
                rig.not_stored.push(store);
            }
            rig.feed(Input::Stored { store, ok });
        }
        let ids = |rows: &[HistoryRow]| -> Vec<CallId> {
            rows.iter().map(|row| row.id.clone()).collect()
        };
        let shown = ids(&rig.snapshot().history);
        assert_eq!(shown, vec![between; left], "{fails} fails");
        assert_eq!(shown, ids(&rig.disk(None).history));
    }
}

#[test]
fn an_account_that_could_not_be_put_back_is_put_back_later() {
    let (mut rig, mut server, from, dialog) = replaced_before_it_is_stored();
    rig.store = Store::Fails;
    let waiting = rig.stored[from..].to_vec();
    let from = rig.stored.len();
    for (store, _) in waiting {
        rig.feed(Input::Stored { store, ok: true });
    }
    server.auth_status = Some("password_incorrect");
    rig.serve(&mut server);
    let puts = |rig: &Rig| {
        let is_put = |(_, op): &&(_, StoreOp)| matches!(op, StoreOp::PutAccount(_));
        rig.stored[from..].iter().filter(is_put).count()
    };
    rig.advance(Duration::from_secs(1));
    assert_eq!(puts(&rig), 1, "not all the time");
    rig.store = Store::Works;
    rig.advance(Duration::from_secs(5));
    assert_eq!(rig.disk(Some(account())).account, Some(account()));
    assert_eq!(puts(&rig), 2);
    rig.advance(Duration::from_secs(60));
    assert_eq!(puts(&rig), 2, "it is there");
    rig.cancel(&dialog, None);
    assert_eq!(used(&rig), Some("1001"));
}

#[test]
fn what_a_provider_hides_stays_hidden_and_its_own_until_the_last_call_by_its_account_is_over() {
    let mut server = Omicall {
        masked: true,
        ..Omicall::default()
    };
    let mut rig = Rig::at_omicall(&mut server);
    rig.store = Store::Waits;
    let from = rig.stored.len();
    rig.command_later(Command::SignIn { account: account() });
    let (_, _, mut first) = rig.connected_in(MINH);
    rig.disk_answers(from, true);
    rig.store = Store::Works;
    assert!(rig.snapshot().provider.hides_numbers && rig.worker().hides_numbers);
    assert_eq!(rig.snapshot().provider.state, ProviderState::default());
    let (second, dialog) = call_in(&mut rig, "uuid-2");
    let owner = |rig: &Rig, call| rig.stored_row(call).owner.clone().expect("an owner");
    assert_eq!(owner(&rig, &second).provider, ProviderKind::Omicall);
    assert_eq!(
        rig.stored_row(&second).provider_id.as_deref(),
        Some("uuid-2")
    );
    rig.cancel(&dialog, None);
    rig.sent.clear();
    assert_eq!(rig.disk(None).provider, None);
    rig.far_bye(&mut first, None);
    assert_eq!(used(&rig), Some("1001"));
    assert!(!rig.snapshot().provider.hides_numbers && !rig.worker().hides_numbers);
    // The line of the provider's account unregisters first.
    rig.advance(Duration::from_secs(10));
    rig.sent.clear();
    rig.open_socket();
    rig.accept_registration();
    let (third, _) = rig.call_in(MINH);
    assert_eq!(owner(&rig, &third), Owner::default());
    assert_eq!(rig.disk(None).provider, None);
}

#[test]
fn nothing_stays_of_a_provider_that_was_left_in_a_call_where_the_person_signs_out() {
    let mut server = Omicall {
        masked: true,
        ..Omicall::default()
    };
    let mut rig = Rig::at_omicall(&mut server);
    rig.store = Store::Waits;
    let from = rig.stored.len();
    rig.command_later(Command::SignIn { account: account() });
    let (call, ..) = rig.connected_in(MINH);
    rig.disk_answers(from, true);
    rig.store = Store::Works;
    assert_eq!(rig.command(Command::SignOut), None);
    let row = rig.stored_row(&call);
    assert_eq!(
        row.end.as_ref().map(|end| end.cause),
        Some(EndCause::HungUp)
    );
    let owner = row.owner.clone().expect("an owner");
    assert_eq!(owner.provider, ProviderKind::Omicall);
    assert_eq!(used(&rig), None);
    assert!(!rig.snapshot().provider.hides_numbers && !rig.worker().hides_numbers);
    assert!(
        rig.row(&call).hidden,
        "what was not shown before is not shown now"
    );
}

#[test]
fn no_reload_while_the_store_has_another_account_than_the_one_in_use() {
    let (mut rig, mut server, from, dialog) = replaced_before_it_is_stored();
    let waits = from..rig.stored.len();
    for at in waits.clone() {
        let store = rig.stored[at].0;
        rig.feed(Input::Stored { store, ok: true });
    }
    server.auth_status = Some("password_incorrect");
    rig.serve(&mut server);
    // From now on the store takes everything but an account.
    let mut at = waits.end;
    let mut answer = |rig: &mut Rig| {
        while let Some((store, op)) = rig.stored.get(at).cloned() {
            let ok = !matches!(op, StoreOp::PutAccount(_));
            if !ok {
                rig.not_stored.push(store);
            }
            rig.feed(Input::Stored { store, ok });
            at += 1;
        }
    };
    answer(&mut rig);
    rig.cancel(&dialog, None);
    answer(&mut rig);
    assert_eq!((used(&rig), rig.worker().active), (Some("1001"), 0));
    assert_ne!(rig.disk(Some(account())).account, Some(account()));
    assert!(rig.worker().unsaved);
    // If that goes on, the update is let in: the new version may be the one that repairs the store.
    for _ in 0..120 {
        rig.advance(Duration::from_secs(10));
        answer(&mut rig);
    }
    assert!(!rig.worker().unsaved);
}
