//! Notes about calls: stored before they are acknowledged, shown until they are done.

mod common;

use std::time::Duration;

use alo_protocol::{
    CallId, Command, FormField, FormSchema, NOTE_FIELD, NoteChange, NoteState, NoteView, Refusal,
    Secret, WorkSettings,
};
use alo_softphone::{Input, StoreOp};
use common::{Rig, Store, account, typed_into as typed};

const ANNA: &str = "\"Anna\" <sip:0912345678@pbx.example.com>";

fn save(call: &CallId) -> Command {
    Command::SaveNote { call: call.clone() }
}

fn close(call: &CallId) -> Command {
    Command::CloseForm { call: call.clone() }
}

fn open(call: &CallId) -> Command {
    Command::OpenForm { call: call.clone() }
}

fn forms(rig: &Rig) -> &[NoteView] {
    &rig.snapshot().forms
}

fn note(form: &NoteView) -> &str {
    form.content
        .values
        .get(NOTE_FIELD)
        .map_or("", |v| v.as_str())
}

fn with_required_field(rig: &mut Rig) {
    let reason = FormField {
        id: "reason".into(),
        label: "Lý do".into(),
        required: true,
        ..FormField::default()
    };
    let work = WorkSettings {
        form: FormSchema {
            fields: vec![reason],
            ..FormSchema::default()
        },
        ..WorkSettings::default()
    };
    assert_eq!(rig.command(Command::SetWork { work }), None);
}

#[test]
fn the_form_opens_with_the_call_and_what_is_typed_is_acknowledged_when_it_is_stored() {
    let mut rig = Rig::registered();
    let (call, ..) = rig.connected_in(ANNA);
    assert_eq!(forms(&rig).len(), 1);
    assert_eq!(forms(&rig)[0].number, "0912345678");
    rig.store = Store::Waits;
    let request = rig.command_later(typed(&call, NOTE_FIELD, "Khách hỏi giá"));
    assert_eq!(rig.reply(request), None, "not stored yet");
    assert!(
        rig.worker().unsaved,
        "the extension must not be reloaded now"
    );
    let (store, op) = rig.stored.last().expect("a change").clone();
    match op {
        StoreOp::PutNote(row) => assert_eq!(row.content.values[NOTE_FIELD], "Khách hỏi giá"),
        other => panic!("expected the note, got {other:?}"),
    }
    rig.feed(Input::Stored { store, ok: true });
    assert_eq!(rig.reply(request), Some(None));
    assert!(!rig.worker().unsaved);
    assert_eq!(note(&forms(&rig)[0]), "Khách hỏi giá");
}

#[test]
fn what_was_typed_is_there_after_the_browser_died_in_the_call() {
    let mut rig = Rig::registered();
    let (call, ..) = rig.connected_in(ANNA);
    rig.command(typed(&call, NOTE_FIELD, "gọi lại thứ Hai"));
    let rig = rig.restarted(Some(account()));
    let form = &forms(&rig)[0];
    assert_eq!(note(form), "gọi lại thứ Hai");
    assert!(form.call_over);
    assert_eq!(form.call, call);
}

#[test]
fn a_form_that_nobody_used_goes_with_its_call() {
    let mut rig = Rig::registered();
    let (call, ..) = rig.connected_in(ANNA);
    rig.hang_up(&call);
    assert_eq!(forms(&rig).len(), 1, "there is time to write something");
    rig.command(Command::DismissEnded { call });
    assert!(forms(&rig).is_empty());
    let notes = |op: &StoreOp| matches!(op, StoreOp::PutNote(_));
    assert!(!rig.stored.iter().any(|(_, op)| notes(op)));
}

#[test]
fn a_form_that_somebody_has_gone_into_stays_when_its_call_goes_or_another_rings() {
    let mut rig = Rig::registered();
    let (first, ..) = rig.connected_in(ANNA);
    rig.hang_up(&first);
    assert_eq!(rig.command(open(&first)), None);
    rig.advance(Duration::from_secs(60));
    assert!(rig.snapshot().calls.is_empty(), "its card is gone");
    assert_eq!(forms(&rig).len(), 1);
    rig.sent.clear();
    let (second, dialog) = rig.call_in(ANNA);
    assert_eq!(forms(&rig).len(), 2);
    rig.cancel(&dialog, None);
    rig.command(Command::DismissEnded { call: second });
    assert_eq!(forms(&rig)[0].call, first);
    assert_eq!(rig.command(close(&first)), None);
    assert!(forms(&rig).is_empty(), "nothing was written");
}

#[test]
fn a_form_with_something_in_it_stays_until_it_is_closed_and_is_saved_then() {
    let mut rig = Rig::registered();
    let (call, ..) = rig.connected_in(ANNA);
    rig.command(typed(&call, NOTE_FIELD, "đã báo giá"));
    rig.hang_up(&call);
    rig.advance(Duration::from_secs(60));
    assert!(rig.snapshot().calls.is_empty());
    assert_eq!(note(&forms(&rig)[0]), "đã báo giá");
    assert_eq!(forms(&rig)[0].state, NoteState::Draft);
    assert_eq!(rig.command(close(&call)), None);
    assert!(forms(&rig).is_empty());
    let row = rig.row(&call).note.clone().expect("beside its call");
    assert!(matches!(row.state, NoteState::Here { .. }), "{row:?}");
    assert_eq!(row.content.values[NOTE_FIELD], "đã báo giá");
    // And again from the history.
    assert_eq!(rig.command(open(&call)), None);
    assert_eq!(note(&forms(&rig)[0]), "đã báo giá");
}

#[test]
fn a_required_field_holds_the_form_of_a_call_that_was_talked_in_until_it_is_filled() {
    let mut rig = Rig::registered();
    with_required_field(&mut rig);
    let (call, ..) = rig.connected_in(ANNA);
    assert_eq!(forms(&rig)[0].missing, ["reason"]);
    assert_eq!(rig.command(save(&call)), Some(Refusal::FieldRequired));
    // Closed while talking; it is back when the call is over.
    assert_eq!(rig.command(close(&call)), None);
    assert!(forms(&rig).is_empty());
    rig.hang_up(&call);
    assert_eq!(forms(&rig).len(), 1);
    assert_eq!(rig.command(close(&call)), Some(Refusal::FieldRequired));
    rig.command(Command::DismissEnded { call: call.clone() });
    assert_eq!(forms(&rig).len(), 1);
    assert!(rig.worker().unsaved);
    let mut rig = rig.restarted(Some(account()));
    assert_eq!(forms(&rig)[0].missing, ["reason"], "after a restart, too");
    rig.command(typed(&call, "reason", "   "));
    assert_eq!(rig.command(close(&call)), Some(Refusal::FieldRequired));
    rig.command(typed(&call, "reason", "bảo hành"));
    assert_eq!(rig.command(close(&call)), None);
    assert!(forms(&rig).is_empty());
    assert!(!rig.worker().unsaved);
}

#[test]
fn a_missed_call_needs_no_form_to_be_filled() {
    let mut rig = Rig::registered();
    with_required_field(&mut rig);
    let (call, dialog) = rig.call_in(ANNA);
    rig.cancel(&dialog, None);
    assert_eq!(rig.command(close(&call)), None);
    assert!(forms(&rig).is_empty());
    let rig = rig.restarted(Some(account()));
    assert!(forms(&rig).is_empty(), "nothing is left of it");
}

#[test]
fn a_store_that_fails_is_told_and_tried_again() {
    let mut rig = Rig::registered();
    let (call, ..) = rig.connected_in(ANNA);
    rig.store = Store::Fails;
    let refusal = rig.command(typed(&call, NOTE_FIELD, "a"));
    assert_eq!(refusal, Some(Refusal::StorageFailed));
    assert_eq!(note(&forms(&rig)[0]), "a", "it is still on screen");
    assert!(rig.worker().unsaved);
    rig.store = Store::Works;
    rig.advance(Duration::from_secs(6));
    assert!(!rig.worker().unsaved);
    let rig = rig.restarted(None);
    assert_eq!(note(&forms(&rig)[0]), "a");
}

#[test]
fn what_does_not_fit_is_refused_and_leaves_what_was_there() {
    let mut rig = Rig::registered();
    let (call, ..) = rig.connected_in(ANNA);
    rig.command(typed(&call, NOTE_FIELD, "kept"));
    let long = "x".repeat(4_001);
    assert_eq!(
        rig.command(typed(&call, NOTE_FIELD, &long)),
        Some(Refusal::TextTooLong)
    );
    assert_eq!(
        rig.command(typed(&call, "unknown", "x")),
        Some(Refusal::NotNow)
    );
    assert_eq!(
        rig.command(typed(&CallId("nobody".into()), NOTE_FIELD, "x")),
        Some(Refusal::NotNow)
    );
    assert_eq!(note(&forms(&rig)[0]), "kept");
}

#[test]
fn settings_are_stored_before_they_count_and_views_never_see_the_key_of_the_hook() {
    let mut rig = Rig::registered();
    let mut work = WorkSettings {
        form_opens: false,
        ..WorkSettings::default()
    };
    work.hook.url = "https://crm.example/cdr".into();
    work.hook.secret = Secret::new("hook-s3cret");
    rig.store = Store::Fails;
    let set = Command::SetWork { work: work.clone() };
    assert_eq!(rig.command(set.clone()), Some(Refusal::StorageFailed));
    assert!(rig.snapshot().work.form_opens);
    rig.store = Store::Works;
    assert_eq!(rig.command(set), None);
    assert!(!rig.snapshot().work.form_opens);
    assert!(rig.snapshot().work.hook.secret.is_empty());
    rig.connected_in(ANNA);
    assert!(forms(&rig).is_empty());
    work.screen_pop.url = "http://crm.example/{e164}".into();
    assert_eq!(
        rig.command(Command::SetWork { work }),
        Some(Refusal::BadAddress)
    );
    assert!(!rig.log.contains("hook-s3cret"));
}

#[test]
fn what_is_older_than_wanted_is_forgotten_unless_it_still_waits() {
    let mut rig = Rig::registered();
    let (old, ..) = rig.connected_in(ANNA);
    rig.command(typed(&old, NOTE_FIELD, "xong"));
    rig.hang_up(&old);
    rig.command(close(&old));
    rig.sent.clear();
    let (unsaved, ..) = rig.connected_in(ANNA);
    rig.command(typed(&unsaved, NOTE_FIELD, "chưa xong"));
    rig.hang_up(&unsaved);
    let mut disk = rig.disk(None);
    // Two days later.
    for row in &mut disk.history {
        row.started_at -= 2 * 86_400_000;
    }
    for note in &mut disk.notes {
        note.started_at -= 2 * 86_400_000;
    }
    let mut rig = Rig::unloaded();
    rig.feed(Input::Loaded(disk));
    assert_eq!(rig.snapshot().history.len(), 2);
    let work = WorkSettings {
        keep_days: 1,
        ..WorkSettings::default()
    };
    assert_eq!(rig.command(Command::SetWork { work }), None);
    let history = &rig.snapshot().history;
    assert_eq!(history.len(), 1);
    assert_eq!(history[0].id, unsaved);
    assert_eq!(note(&forms(&rig)[0]), "chưa xong");
    let deleted = |op: &StoreOp| matches!(op, StoreOp::DeleteNotes(calls) if calls.as_slice() == [old.clone()]);
    assert!(rig.stored.iter().any(|(_, op)| deleted(op)));
}

#[test]
fn what_two_views_type_into_one_field_at_the_same_time_is_both_kept() {
    let mut rig = Rig::registered();
    let (call, ..) = rig.connected_in(ANNA);
    let change = |value: &str| NoteChange::Value {
        field: NOTE_FIELD.into(),
        value: value.into(),
    };
    let typed_over = |over: &[&str], value: &str| Command::EditNote {
        call: call.clone(),
        change: change(value),
        over: over.iter().map(|known| change(known)).collect(),
    };
    // Popup and panel show the same empty field; each sends what was typed there.
    rig.command(typed_over(&[""], "hỏi giá"));
    rig.command(typed_over(&[""], "gọi lại"));
    assert_eq!(note(&forms(&rig)[0]), "hỏi giá\ngọi lại");
    // The view that goes on typing has not seen the other's text.
    rig.command(typed_over(&["gọi lại", ""], "gọi lại mai"));
    assert_eq!(note(&forms(&rig)[0]), "hỏi giá\ngọi lại mai");
    // A view that has seen it replaces it.
    rig.command(typed_over(&["hỏi giá\ngọi lại mai"], "gọi mai"));
    assert_eq!(note(&forms(&rig)[0]), "gọi mai");
    // A view that got no answer to its first change names both values that may be there.
    rig.command(typed_over(&["gọi mai"], "gọi mai nhé"));
    rig.command(typed_over(&["gọi mai", "gọi mai nhé"], "gọi mai nha"));
    assert_eq!(note(&forms(&rig)[0]), "gọi mai nha");
}
