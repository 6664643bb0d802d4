//! The outbox neither keeps entries for ever nor sends them to the wrong place: missing rights, changed
//! addresses, forms that are gone.

mod common;

use std::time::Duration;

use alo_protocol::{Command, NOTE_FIELD, NoteState, WorkSettings};
use alo_providers::api::{HttpAnswer, HttpFailure, HttpOutcome};
use alo_softphone::Input;
use common::{Omicall, Rig, Store, call_in, typed};

const HOOK: &str = "https://company.example/cdr";

fn forbidden() -> HttpOutcome {
    HttpOutcome::Answer(HttpAnswer {
        status: 403,
        retry_after: None,
        body: String::new(),
    })
}

/// An answered call is over, and its record is refused for good.
fn refused_record() -> Rig {
    let mut rig = Rig::registered();
    let mut work = WorkSettings::default();
    work.hook.url = HOOK.into();
    assert_eq!(rig.command(Command::SetWork { work }), None);
    let (call, ..) = rig.connected_in("<sip:0912345678@pbx.example.com>");
    rig.hang_up(&call);
    let (fetch, _) = rig.fetches.pop_front().expect("posted");
    let outcome = forbidden();
    rig.feed(Input::Fetched { fetch, outcome });
    assert_eq!(rig.snapshot().outbox.refused, 1);
    rig
}

#[test]
fn who_may_not_read_notes_may_write_them_all_the_same() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    let (call, dialog) = call_in(&mut rig, "uuid-1");
    rig.serve(&mut server);
    rig.cancel(&dialog, None);
    rig.command(typed(&call, "một"));
    rig.command(Command::SaveNote { call });
    let (fetch, _) = rig.fetches.pop_front().expect("the note");
    let outcome = HttpOutcome::Failed(HttpFailure::TimedOut);
    rig.feed(Input::Fetched { fetch, outcome });
    rig.advance(Duration::from_secs(10));
    let (fetch, request) = rig.fetches.pop_front().expect("a look at what is there");
    assert!(request.url.contains("call_transaction/list"), "{request:?}");
    let outcome = forbidden();
    rig.feed(Input::Fetched { fetch, outcome });
    rig.serve(&mut server);
    assert_eq!(server.writes, [("uuid-1".to_owned(), "một".to_owned())]);
    let state = rig.snapshot().forms[0].state.clone();
    assert!(matches!(state, NoteState::Sent { .. }), "{state:?}");
}

#[test]
fn records_for_an_address_that_is_gone_are_forgotten_and_go_to_no_other() {
    let mut rig = refused_record();
    let mut work = WorkSettings::default();
    work.hook.url = "https://elsewhere.example/".into();
    assert_eq!(rig.command(Command::SetWork { work }), None);
    assert_eq!(rig.command(Command::SendNow), None);
    rig.advance(Duration::from_secs(60));
    assert!(rig.fetches.is_empty());
    assert_eq!(rig.snapshot().outbox.refused, 0);
    assert!(rig.disk(None).outbox.is_empty());
}

#[test]
fn records_that_nobody_took_go_with_the_history() {
    let mut rig = refused_record();
    assert_eq!(rig.command(Command::ClearHistory), None);
    assert!(rig.disk(None).outbox.is_empty());
}

#[test]
fn the_last_keys_are_kept_although_the_form_is_gone() {
    let mut rig = Rig::registered();
    let (call, ..) = rig.connected_in("<sip:0912345678@pbx.example.com>");
    rig.hang_up(&call);
    rig.command(Command::DismissEnded { call: call.clone() });
    rig.advance(Duration::from_secs(60));
    assert!(rig.snapshot().forms.is_empty());
    assert_eq!(rig.command(typed(&call, "gọi lại")), None);
    let form = rig.snapshot().forms.first().expect("it is open again");
    assert_eq!(form.content.values[NOTE_FIELD], "gọi lại");
}

#[test]
fn a_change_of_a_sent_note_arrives_although_it_could_not_be_kept_for_sending() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    let (call, dialog) = call_in(&mut rig, "uuid-1");
    rig.cancel(&dialog, None);
    rig.serve(&mut server);
    rig.command(typed(&call, "một"));
    rig.command(Command::SaveNote { call: call.clone() });
    rig.serve(&mut server);
    rig.store = Store::Fails;
    rig.command(typed(&call, "hai"));
    rig.store = Store::Works;
    rig.advance(Duration::from_secs(10));
    rig.serve(&mut server);
    let texts: Vec<_> = server.writes.iter().map(|(_, text)| text).collect();
    assert_eq!(texts, ["một", "hai"]);
    let state = rig.snapshot().forms[0].state.clone();
    assert!(matches!(state, NoteState::Sent { .. }), "{state:?}");
}
