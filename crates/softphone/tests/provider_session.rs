//! Signed in at a provider: how the session begins, goes on and ends, and whose account is in use.

mod common;

use std::time::Duration;

use alo_protocol::{
    CallId, CallState, Command, ExportKind, ProviderKind, ProviderProblem, ProviderSignIn,
    ProviderState, Refusal, RegistrationState, ReportNumbers,
};
use alo_providers::api::{HttpAnswer, HttpOutcome};
use alo_softphone::{Input, StoreOp, Stored};
use common::disk::carry_out;
use common::{
    OMICALL_PASSWORD, Omicall, Rig, Store, account, call_in, omicall, sign_in, sign_in_as, typed,
};
use serde_json::json;

/// Signed in at `server`, which does not answer any more, with the note "a" of call uuid-1 saved.
fn with_a_note_that_waits(server: &mut Omicall) -> Rig {
    let mut rig = Rig::at_omicall(server);
    let (call, dialog) = call_in(&mut rig, "uuid-1");
    rig.cancel(&dialog, None);
    rig.command(typed(&call, "a"));
    rig.command(Command::SaveNote { call });
    rig.serve_nothing();
    rig
}

#[test]
fn signing_in_is_stored_first_and_brings_the_account_hotlines_and_labels() {
    let mut rig = Rig::signed_out();
    let mut server = Omicall::default();
    rig.store = Store::Fails;
    assert_eq!(rig.command(sign_in()), Some(Refusal::StorageFailed));
    assert!(rig.fetches.is_empty(), "nothing is asked before it is kept");
    rig.store = Store::Works;
    assert_eq!(rig.command(sign_in()), None);
    assert_eq!(rig.snapshot().provider.state, ProviderState::SigningIn);
    rig.serve(&mut server);
    let provider = rig.snapshot().provider.clone();
    assert_eq!(provider.state, ProviderState::SignedIn);
    assert_eq!(provider.kind, ProviderKind::Omicall);
    let hotlines: Vec<_> = provider.hotlines.iter().map(|h| h.id.as_str()).collect();
    assert_eq!(hotlines, ["02471000001", "02471000002"]);
    assert_eq!(provider.tags, ["VIP"]);
    assert!(!provider.notes_stay_here);
    let account = rig.snapshot().account.clone().expect("an account");
    assert_eq!(
        (account.domain.as_str(), account.username.as_str()),
        ("omiteam", "101")
    );
    assert_eq!(
        rig.sockets.last().expect("a socket").1,
        "wss://sig.example.com/ws"
    );
    let disk = rig.disk(None);
    let kept = disk.provider.expect("the session");
    assert_eq!(kept.token.expect("a token").token.expose(), "session-1");
    assert!(kept.registered);
    assert!(!rig.log.contains(OMICALL_PASSWORD) && !rig.log.contains("session-1"));
}

#[test]
fn a_provider_that_hides_numbers_is_told_to_views_and_worker_from_the_start_on_and_obeyed_in_the_report()
 {
    let mut server = Omicall {
        masked: true,
        ..Omicall::default()
    };
    let mut rig = Rig::at_omicall(&mut server);
    assert!(rig.snapshot().provider.hides_numbers && rig.worker().hides_numbers);
    call_in(&mut rig, "uuid-1");
    let report = |rig: &Rig| rig.phone.diagnostics(ReportNumbers::Full, rig.now);
    let hidden = report(&rig);
    assert!(
        !hidden.contains("678@") && hidden.contains("xxxxxxxxxx"),
        "{hidden}"
    );
    // The provider is down when the browser starts: what it said before still holds.
    let mut rig = rig.restarted(None);
    assert!(rig.snapshot().provider.hides_numbers && rig.worker().hides_numbers);
    rig.open_socket();
    rig.accept_registration();
    // What it says now replaces that.
    server.masked = false;
    server.expire();
    assert_eq!(rig.command(sign_in()), None);
    assert!(
        rig.snapshot().provider.hides_numbers,
        "not said otherwise yet"
    );
    rig.serve(&mut server);
    assert!(!rig.snapshot().provider.hides_numbers && !rig.worker().hides_numbers);
    call_in(&mut rig, "uuid-2");
    assert!(report(&rig).contains("0912345678"));
}

/// Signed in where numbers are hidden, with a missed call.
fn with_a_missed_call_hidden() -> (Omicall, Rig, CallId) {
    let mut server = Omicall {
        masked: true,
        ..Omicall::default()
    };
    let mut rig = Rig::at_omicall(&mut server);
    let (missed, dialog) = call_in(&mut rig, "uuid-1");
    rig.cancel(&dialog, None);
    (server, rig, missed)
}

#[test]
fn what_a_provider_hid_is_shown_to_nobody_else_by_signing_out_or_in() {
    let (mut server, mut rig, missed) = with_a_missed_call_hidden();
    rig.command(typed(&missed, "hẹn gọi lại"));
    assert_eq!(
        rig.row(&missed).number,
        "0912345678",
        "who signed in has the view hide it"
    );
    let told = |rig: &Rig| {
        let files =
            [ExportKind::HistoryCsv, ExportKind::HistoryJson].map(|kind| rig.phone.export(kind));
        let report = rig.phone.diagnostics(ReportNumbers::Full, rig.now);
        format!("{:?} {:?} {files:?} {report}", rig.snapshot(), rig.worker())
    };
    assert_eq!(rig.command(Command::SignOut), None);
    assert!(!told(&rig).contains("0912345678"), "{}", told(&rig));
    assert_eq!(rig.row(&missed).number, "xxxx345678");
    // They are not shown to the same person with a plain account either.
    let mut own = Omicall::default();
    sign_in_as(&mut rig, &mut own, "another", "101");
    assert!(!rig.snapshot().provider.hides_numbers);
    assert!(!told(&rig).contains("0912345678"), "{}", told(&rig));
    assert!(rig.disk(None).history[0].number.contains("0912345678"));
    // Their owner sees them as the provider says by then.
    server.masked = false;
    sign_in_as(&mut rig, &mut server, "omiteam", "101");
    assert_eq!(rig.row(&missed).number, "0912345678");
}

#[test]
fn calls_of_before_it_was_kept_that_they_were_hidden_are_hidden_too() {
    let (_, rig, missed) = with_a_missed_call_hidden();
    let mut disk = rig.disk(None);
    disk.history.iter_mut().for_each(|row| row.hidden = false);
    let now = rig.now;
    let mut rig = Rig::unloaded();
    rig.now = now;
    rig.feed(Input::Loaded(disk));
    assert_eq!(rig.row(&missed).number, "0912345678", "whose they are");
    assert!(rig.stored_row(&missed).hidden);
    assert_eq!(rig.command(Command::SignOut), None);
    assert_eq!(rig.row(&missed).number, "xxxx345678");
}

#[test]
fn numbers_stay_hidden_where_what_was_stored_of_a_provider_is_lost_until_somebody_signs_in() {
    let mut rig = Rig::unloaded();
    rig.feed(Input::Loaded(Stored {
        unread: true,
        ..Stored::default()
    }));
    assert!(rig.snapshot().provider.hides_numbers && rig.worker().hides_numbers);
    assert_eq!(rig.command(Command::SignIn { account: account() }), None);
    assert!(!rig.snapshot().provider.hides_numbers && !rig.worker().hides_numbers);
}

#[test]
fn numbers_stay_hidden_while_calls_go_by_an_account_of_which_nobody_knows_whose_it_is() {
    let mut server = Omicall::default();
    let account = Rig::at_omicall(&mut server).disk(None).account;
    let mut rig = Rig::unloaded();
    rig.feed(Input::Loaded(Stored {
        account,
        unread: true,
        ..Stored::default()
    }));
    rig.open_socket();
    rig.accept_registration();
    let mut elsewhere = omicall();
    if let ProviderSignIn::Omicall { extension, .. } = &mut elsewhere {
        "102".clone_into(extension);
    }
    let command = Command::ProviderSignIn { sign_in: elsewhere };
    assert_eq!(rig.command(command), None);
    let (call, dialog) = call_in(&mut rig, "uuid-1");
    rig.serve(&mut server);
    assert_eq!(rig.state(&call), CallState::Incoming);
    assert!(rig.snapshot().provider.hides_numbers);
    assert!(rig.restarted(None).snapshot().provider.hides_numbers);
    rig.cancel(&dialog, None);
    assert!(!rig.snapshot().provider.hides_numbers, "it is known now");
}

#[test]
fn a_wrong_password_and_a_disabled_extension_are_each_told() {
    for (status, problem) in [
        ("password_incorrect", ProviderProblem::WrongPassword),
        ("internal_phone_disable", ProviderProblem::ExtensionDisabled),
    ] {
        let mut rig = Rig::registered();
        let mut server = Omicall {
            auth_status: Some(status),
            ..Omicall::default()
        };
        assert_eq!(rig.command(sign_in()), None);
        rig.serve(&mut server);
        let provider = &rig.snapshot().provider;
        assert_eq!(provider.state, ProviderState::Failed);
        assert_eq!(provider.problem, Some(problem));
        assert_eq!(provider.retry_at, None, "waiting does not cure it");
        // The phone that was running goes on.
        assert_eq!(
            rig.snapshot().registration.state,
            RegistrationState::Registered
        );
    }
}

#[test]
fn a_provider_that_is_down_stops_no_phone_and_is_tried_again() {
    let mut server = Omicall::default();
    let rig = Rig::at_omicall(&mut server);
    let mut rig = rig.restarted(None);
    rig.serve_nothing();
    rig.open_socket();
    rig.accept_registration();
    let provider = &rig.snapshot().provider;
    assert_eq!(provider.state, ProviderState::Failed);
    assert_eq!(provider.problem, Some(ProviderProblem::Unreachable));
    let wait = provider.retry_at.expect("tried again") - rig.now.unix_ms;
    assert!((4_000..=6_000).contains(&wait), "{wait} ms");
    assert_eq!(
        rig.snapshot().registration.state,
        RegistrationState::Registered
    );
    rig.advance(Duration::from_secs(6));
    rig.serve(&mut server);
    assert_eq!(rig.snapshot().provider.state, ProviderState::SignedIn);
    assert_eq!(
        rig.sockets.len(),
        1,
        "the same account is not registered anew"
    );
}

#[test]
fn a_session_that_ends_is_renewed_and_nobody_notices() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    server.expire();
    server
        .contacts
        .insert("0912345678".into(), vec!["Anh Minh"]);
    let (call, _) = call_in(&mut rig, "uuid-1");
    rig.serve(&mut server);
    assert_eq!(rig.call(&call).name.as_deref(), Some("Anh Minh"));
    assert_eq!(rig.snapshot().provider.state, ProviderState::SignedIn);
    let kept = rig.disk(None).provider.and_then(|kept| kept.token);
    assert_eq!(kept.expect("a token").token.expose(), "session-2");
}

#[test]
fn signing_out_forgets_the_session_and_what_waits_goes_on_waiting() {
    let mut server = Omicall::default();
    let mut rig = with_a_note_that_waits(&mut server);
    assert_eq!(rig.command(Command::SignOut), None);
    assert_eq!(rig.snapshot().provider.kind, ProviderKind::PlainSip);
    let disk = rig.disk(None);
    assert!(disk.provider.is_none() && disk.account.is_none());
    assert_eq!(rig.snapshot().outbox.of_others, 1);
    assert_eq!(rig.command(sign_in()), None);
    rig.serve(&mut server);
    assert_eq!(server.writes, [("uuid-1".to_owned(), "a".to_owned())]);
    assert_eq!(rig.snapshot().outbox.waiting, 0);
}

#[test]
fn what_waits_of_one_company_is_never_sent_to_another() {
    let mut server = Omicall::default();
    let mut rig = with_a_note_that_waits(&mut server);
    sign_in_as(&mut rig, &mut server, "another", "101");
    assert_eq!(rig.snapshot().provider.state, ProviderState::SignedIn);
    assert_eq!(server.writes, []);
    assert_eq!(rig.snapshot().outbox.of_others, 1);
}

#[test]
fn another_sip_account_ends_the_session_and_other_settings_of_the_same_do_not() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    let mut same = account();
    same.server_url = "wss://sig.example.com/ws".into();
    same.domain = "omiteam".into();
    same.username = "101".into();
    assert_eq!(rig.command(Command::SignIn { account: same }), None);
    assert_eq!(rig.snapshot().provider.kind, ProviderKind::Omicall);
    assert_eq!(rig.command(Command::SignIn { account: account() }), None);
    assert_eq!(rig.snapshot().provider.kind, ProviderKind::PlainSip);
    let forgets = |op: &StoreOp| matches!(op, StoreOp::PutOwnAccount(_));
    assert!(rig.stored.iter().any(|(_, op)| forgets(op)));
}

#[test]
fn a_sign_in_that_cannot_be_stored_leaves_the_session_as_it_is() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    let before = rig.disk(None);
    rig.store = Store::Fails;
    for command in [Command::SignIn { account: account() }, Command::SignOut] {
        assert_eq!(rig.command(command), Some(Refusal::StorageFailed));
        assert_eq!(rig.snapshot().provider.kind, ProviderKind::Omicall);
        let after = rig.disk(None);
        assert_eq!(after.account, before.account);
        assert_eq!(after.provider, before.provider);
    }
}

#[test]
fn an_account_that_could_not_be_stored_is_told_and_tried_again_until_it_can_be() {
    let mut server = Omicall::default();
    let mut rig = Rig::signed_out();
    assert_eq!(rig.command(sign_in()), None);
    rig.store = Store::Fails;
    rig.serve(&mut server);
    for _ in 0..2 {
        let provider = &rig.snapshot().provider;
        assert_eq!(provider.state, ProviderState::Failed, "it cannot call");
        assert!(provider.retry_at.is_some());
        assert_eq!(rig.snapshot().notice, Some(Refusal::StorageFailed));
        assert!(rig.snapshot().account.is_none());
        rig.advance(Duration::from_secs(15));
        rig.serve(&mut server);
    }
    for _ in 0..60 {
        rig.advance(Duration::from_secs(10));
        rig.serve(&mut server);
    }
    assert!(sign_ins(&server) <= 10, "ever more seldom");
    rig.store = Store::Works;
    rig.advance(Duration::from_secs(360));
    rig.serve(&mut server);
    let snapshot = rig.snapshot();
    assert_eq!(snapshot.provider.state, ProviderState::SignedIn);
    let account = snapshot.account.as_ref().expect("an account");
    assert_eq!(account.username, "101");
    assert_eq!(snapshot.notice, None);
}

#[test]
fn what_a_provider_says_while_somebody_signs_out_outlives_nothing() {
    for (ok, command) in [
        (true, Command::SignOut),
        (true, Command::SignIn { account: account() }),
        (false, Command::SignOut),
    ] {
        let mut server = Omicall::default();
        let mut rig = Rig::at_omicall(&mut server);
        server.expire();
        rig.command(Command::RefreshHistory);
        rig.store = Store::Waits;
        let before = rig.stored.len();
        rig.command_later(command);
        rig.serve(&mut server);
        rig.disk_answers(before, ok);
        let disk = rig.disk(None).provider;
        assert_eq!(disk.is_some(), !ok, "{disk:?}");
        let kind = rig.snapshot().provider.kind;
        assert_eq!(kind == ProviderKind::PlainSip, ok);
        // Signing out has failed: the person is signed in with the present session.
        let token = disk.and_then(|kept| kept.token);
        assert!(token.is_none_or(|token| token.token.expose() == "session-2"));
    }
}

#[test]
fn who_signs_in_while_the_store_could_not_be_read_is_not_signed_out_by_what_was_in_it() {
    let mut server = Omicall::default();
    let at_omicall = Rig::at_omicall(&mut server).disk(None);
    let mut rig = Rig::signed_out();
    assert_eq!(rig.command(Command::SignIn { account: account() }), None);
    let mut disk = at_omicall;
    for (_, op) in &rig.stored {
        carry_out(&mut disk, op);
    }
    assert_eq!(disk.account, Some(account()));
    assert_eq!(disk.provider, None);
}

#[test]
fn new_credentials_of_a_relay_are_kept_and_nobody_registers_anew() {
    let mut server = Omicall::default();
    let rig = Rig::at_omicall(&mut server);
    let mut disk = rig.disk(None);
    let account = disk.account.as_mut().expect("an account");
    account.ice_servers = Vec::new();
    let mut rig = Rig::unloaded();
    rig.feed(Input::Loaded(disk));
    rig.open_socket();
    rig.accept_registration();
    rig.serve(&mut server);
    assert_eq!(rig.sockets.len(), 1);
    let kept = rig.disk(None).account.expect("stored again");
    assert!(!kept.ice_servers.is_empty());
    assert_eq!(
        rig.snapshot().registration.state,
        RegistrationState::Registered
    );
}

/// Lets the provider answer; requests to this path are refused as if the session had ended.
fn serve_but(rig: &mut Rig, server: &mut Omicall, path: &str) {
    while let Some((fetch, request)) = rig.fetches.pop_front() {
        let outcome = match request.url.contains(path) {
            true => HttpOutcome::Answer(HttpAnswer {
                status: 401,
                retry_after: None,
                body: json!({"status_code": -9999, "message": "permission_denied"}).to_string(),
            }),
            false => server.serve(&request),
        };
        rig.feed(Input::Fetched { fetch, outcome });
    }
}

fn sign_ins(server: &Omicall) -> usize {
    server.asked.iter().filter(|path| *path == "auth").count()
}

#[test]
fn an_endpoint_beside_the_work_that_takes_no_session_ends_none() {
    for path in ["tag/search", "call_center/hotline/list"] {
        let mut rig = Rig::signed_out();
        let mut server = Omicall::default();
        assert_eq!(rig.command(sign_in()), None);
        serve_but(&mut rig, &mut server, path);
        assert_eq!(rig.snapshot().provider.state, ProviderState::SignedIn);
        let before = sign_ins(&server);
        rig.advance(Duration::from_secs(60));
        serve_but(&mut rig, &mut server, path);
        assert_eq!(sign_ins(&server), before, "{path}");
    }
}

#[test]
fn sign_ins_after_which_the_work_is_refused_come_ever_more_seldom() {
    let mut rig = Rig::signed_out();
    let mut server = Omicall::default();
    assert_eq!(rig.command(sign_in()), None);
    let path = "call_transaction/list";
    serve_but(&mut rig, &mut server, path);
    let before = sign_ins(&server);
    for _ in 0..600 {
        rig.advance(Duration::from_secs(1));
        serve_but(&mut rig, &mut server, path);
    }
    // Two for each try, which are about 5, 10, 20, 40, 80, 160 and 300 s apart.
    let more = sign_ins(&server) - before;
    assert!((2..=16).contains(&more), "{more} in ten minutes");
    // A success resets the back-off.
    rig.advance(Duration::from_secs(400));
    rig.serve(&mut server);
    assert_eq!(rig.snapshot().provider.state, ProviderState::SignedIn);
    server.expire();
    rig.command(Command::RefreshHistory);
    serve_but(&mut rig, &mut server, path);
    let provider = &rig.snapshot().provider;
    let wait = provider.retry_at.expect("tried again") - rig.now.unix_ms;
    assert!((4_000..=6_000).contains(&wait), "{wait} ms");
}
