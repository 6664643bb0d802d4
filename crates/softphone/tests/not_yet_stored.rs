//! What is not in the store yet: none of it is lost when the extension reloads or the browser dies.

mod common;

use std::time::Duration;

use alo_protocol::{CallId, Command, NoteChange, NoteState, WorkSettings};
use alo_providers::api::{HttpAnswer, HttpOutcome};
use alo_softphone::{Input, StoreOp};
use common::{Omicall, Rig, Store, account, call_in, typed};

const ANNA: &str = "<sip:0912345678@pbx.example.com>";
const HOOK: &str = "https://company.example/cdr";

fn with_hook() -> Rig {
    let mut rig = Rig::registered();
    set_hook(&mut rig);
    rig
}

fn set_hook(rig: &mut Rig) {
    let mut work = WorkSettings::default();
    work.hook.url = HOOK.into();
    assert_eq!(rig.command(Command::SetWork { work }), None);
}

/// Takes the record that is sent next, and lets it arrive.
fn posted(rig: &mut Rig) -> serde_json::Value {
    rig.advance(Duration::from_secs(1));
    let (fetch, request) = rig.fetches.pop_front().expect("the record is sent");
    assert_eq!(request.url, HOOK);
    let outcome = HttpOutcome::Answer(HttpAnswer {
        status: 204,
        retry_after: None,
        body: String::new(),
    });
    rig.feed(Input::Fetched { fetch, outcome });
    serde_json::from_str(request.body.as_deref().unwrap_or_default()).expect("JSON")
}

/// Half a minute of talk, hung up while the store takes its time.
fn ended_at_a_slow_store(rig: &mut Rig) -> CallId {
    let (call, ..) = rig.connected_in(ANNA);
    rig.advance(Duration::from_secs(30));
    rig.store = Store::Waits;
    rig.command_later(Command::HangUp { call: call.clone() });
    call
}

#[test]
fn no_reload_before_the_row_of_a_call_that_has_ended_is_stored() {
    let mut rig = Rig::registered();
    ended_at_a_slow_store(&mut rig);
    assert_eq!((rig.worker().active, rig.worker().unsaved), (0, true));
    let last = rig.stored.len() - 1;
    rig.disk_answers(last, true);
    assert!(!rig.worker().unsaved);
}

#[test]
fn no_reload_before_the_record_of_a_call_is_stored_or_sent() {
    let mut rig = with_hook();
    rig.store = Store::Fails;
    let (call, ..) = rig.connected_in(ANNA);
    rig.command_later(Command::HangUp { call });
    rig.advance(Duration::from_secs(1));
    assert!(rig.worker().unsaved, "it is in memory only");
    rig.store = Store::Works;
    rig.advance(Duration::from_secs(20));
    assert!(
        !rig.worker().unsaved,
        "an attempt to send it has put it there"
    );
}

#[test]
fn the_record_of_a_call_in_which_the_browser_ended_is_made_at_the_next_start() {
    let mut rig = with_hook();
    let from = rig.stored.len();
    let call = ended_at_a_slow_store(&mut rig);
    let lost: Vec<_> = rig.stored[from..]
        .iter()
        .filter(|(_, op)| match op {
            StoreOp::PutHistory(row) => row.end.is_some(),
            StoreOp::PutOutbox(_) => true,
            _ => false,
        })
        .map(|(id, _)| *id)
        .collect();
    assert_eq!(lost.len(), 2, "the row and the record were under way");
    rig.not_stored.extend(lost);
    let mut again = rig.restarted(Some(account()));
    let body = posted(&mut again);
    assert_eq!(body["transaction_id"], call.0);
    assert_eq!(
        (&body["disposition"], &body["interrupted"]),
        (&"answered".into(), &true.into())
    );
    assert!(again.fetches.is_empty(), "once");
}

#[test]
fn a_row_that_could_not_be_stored_is_put_again_and_its_record_goes_once() {
    let mut rig = with_hook();
    let (call, ..) = rig.connected_in(ANNA);
    rig.advance(Duration::from_secs(30));
    rig.store = Store::Waits;
    let from = rig.stored.len();
    rig.command_later(Command::HangUp { call });
    assert!(matches!(&rig.stored[from].1, StoreOp::PutHistory(row) if row.end.is_some()));
    rig.disk_answers(from, false);
    rig.store = Store::Works;
    assert!(rig.worker().unsaved, "no reload before it is there");
    assert_eq!(posted(&mut rig)["bill_sec"], 30);
    rig.advance(Duration::from_secs(10));
    assert!(!rig.worker().unsaved);
    let mut again = rig.restarted(Some(account()));
    again.advance(Duration::from_secs(1));
    assert!(again.fetches.is_empty(), "nothing was interrupted");
}

#[test]
fn a_store_that_takes_no_row_does_not_keep_a_new_version_out_for_ever() {
    let mut rig = Rig::registered();
    rig.store = Store::Fails;
    let (call, ..) = rig.connected_in(ANNA);
    rig.command_later(Command::HangUp { call });
    rig.advance(Duration::from_secs(60));
    assert!(rig.worker().unsaved);
    for _ in 0..60 {
        rig.advance(Duration::from_secs(10));
    }
    assert!(!rig.worker().unsaved);
}

#[test]
fn the_record_of_a_call_names_the_account_that_it_was_made_by() {
    let mut late = with_hook();
    late.store = Store::Waits;
    let from = late.stored.len();
    let mut other = account();
    other.username = "1002".to_owned();
    other.domain = "other.example.com".to_owned();
    late.command_later(Command::SignIn { account: other });
    let (_, _, mut dialog) = late.connected_in(ANNA);
    late.disk_answers(from, true);
    late.store = Store::Works;
    late.far_bye(&mut dialog, None);

    let mut signed_out = with_hook();
    signed_out.connected_in(ANNA);
    assert_eq!(signed_out.command(Command::SignOut), None);

    for rig in [&mut late, &mut signed_out] {
        let body = posted(rig);
        assert_eq!(body["sip_user"], "1001");
        assert_eq!(body["domain_fusion"], "pbx.example.com");
    }
}

#[test]
fn a_record_that_the_store_does_not_take_is_sent_all_the_same_and_keeps_no_new_version_out() {
    let mut rig = with_hook();
    rig.store = Store::Fails;
    let (call, ..) = rig.connected_in(ANNA);
    rig.command_later(Command::HangUp { call });
    rig.advance(Duration::from_secs(10));
    assert!(rig.fetches.is_empty() && rig.worker().unsaved);
    for _ in 0..60 {
        rig.advance(Duration::from_secs(10));
    }
    assert_eq!(rig.fetches.len(), 1);
    assert!(rig.worker().unsaved, "it is on its way");
    posted(&mut rig);
    assert!(!rig.worker().unsaved);
}

#[test]
fn a_record_that_neither_the_store_nor_the_company_takes_keeps_no_new_version_out_for_ever() {
    let mut rig = with_hook();
    rig.store = Store::Fails;
    let (call, ..) = rig.connected_in(ANNA);
    rig.command_later(Command::HangUp { call });
    for _ in 0..360 {
        rig.advance(Duration::from_secs(10));
        rig.serve_nothing();
    }
    assert!(!rig.worker().unsaved);
}

#[test]
fn no_reload_before_the_record_of_a_call_is_stored_whose_note_was_sent_while_it_was_up() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    set_hook(&mut rig);
    let (call, mut dialog) = call_in(&mut rig, "uuid-1");
    assert_eq!(rig.command(Command::Answer { call: call.clone() }), None);
    let media = rig.new_media();
    rig.answer_ready(media);
    let ok = rig.response(200);
    rig.acknowledge(&mut dialog, &ok);
    let edit = Command::EditNote {
        call: call.clone(),
        change: NoteChange::Tags {
            tags: vec!["hi".into()],
        },
        over: vec![],
    };
    assert_eq!(rig.command(edit), None);
    assert_eq!(rig.command(Command::SaveNote { call: call.clone() }), None);
    for _ in 0..2 {
        rig.advance(Duration::from_secs(5));
        rig.serve(&mut server);
    }
    assert!(!rig.worker().unsaved, "the note has arrived");
    rig.store = Store::Waits;
    let mut at = rig.stored.len();
    rig.command_later(Command::HangUp { call });
    while let Some((store, op)) = rig.stored.get(at).cloned() {
        let ok = !matches!(op, StoreOp::PutOutbox(row) if row.id.starts_with("hook"));
        rig.feed(Input::Stored { store, ok });
        at += 1;
    }
    assert!(rig.fetches.is_empty() && rig.worker().unsaved);
}

#[test]
fn a_note_is_said_to_wait_when_it_would_be_there_after_a_death() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    let (call, dialog) = call_in(&mut rig, "uuid-1");
    rig.serve(&mut server);
    rig.cancel(&dialog, None);
    rig.command(typed(&call, "a"));
    rig.store = Store::Waits;
    let from = rig.stored.len();
    rig.command_later(Command::SaveNote { call: call.clone() });
    let said = |rig: &Rig| rig.row(&call).note.as_ref().map(|note| note.state.clone());
    assert_eq!(said(&rig), Some(NoteState::Sending));
    rig.disk_answers(from, true);
    rig.store = Store::Works;
    rig.serve_nothing();
    assert!(
        matches!(said(&rig), Some(NoteState::Waiting { .. })),
        "{:?}",
        said(&rig)
    );
}
