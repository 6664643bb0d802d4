//! Signed in at a provider: its calls in the history, and notes on old ones.

mod common;

use std::time::Duration;

use alo_protocol::{
    Availability, CallId, Command, HistoryRow, NOTE_FIELD, NoteState, Owner, PhoneSettings,
    ProviderKind, RowNote,
};
use alo_softphone::Input;
use common::{MINH, Omicall, Rig, START, Store, call_in, sdp, sign_in, sign_in_as, typed};
use serde_json::json;

/// A call of an hour ago that nobody answered, as the provider lists it.
fn listed(id: &str) -> serde_json::Value {
    json!({
        "transaction_id": id, "direction": "inbound", "phone_number": "0987654321",
        "source_number": "0987654321", "destination_number": "02471000001",
        "created_date": START - 3_600_000, "disposition": "cancelled",
    })
}

/// Opens the form of an old call, types in it and closes it.
fn note_afterwards(rig: &mut Rig, server: &mut Omicall, call: &CallId, text: &str) {
    let call = call.clone();
    assert_eq!(rig.command(Command::OpenForm { call: call.clone() }), None);
    assert_eq!(rig.command(typed(&call, text)), None);
    assert_eq!(rig.command(Command::CloseForm { call }), None);
    rig.advance(Duration::from_secs(4));
    rig.serve(server);
}

#[test]
fn a_note_on_an_old_call_goes_to_nobody_but_whose_call_it_was() {
    for (company, extension) in [("another", "101"), ("omiteam", "102")] {
        let mut server = Omicall::default();
        let mut rig = Rig::at_omicall(&mut server);
        let (call, dialog) = call_in(&mut rig, "uuid-1");
        rig.cancel(&dialog, None);
        rig.command(Command::DismissEnded { call: call.clone() });
        sign_in_as(&mut rig, &mut server, company, extension);
        note_afterwards(&mut rig, &mut server, &call, "của công ty cũ");
        assert_eq!(server.writes, [], "{company} {extension}");
        assert_eq!(rig.snapshot().outbox.of_others, 1);
        let open = || Command::OpenForm { call: call.clone() };
        assert_eq!(rig.command(open()), None);
        assert!(
            rig.snapshot().forms[0].is_of_other,
            "it says for whom it waits"
        );
        sign_in_as(&mut rig, &mut server, "omiteam", "101");
        rig.advance(Duration::from_secs(4));
        rig.serve(&mut server);
        assert_eq!(server.notes["uuid-1"].0, "của công ty cũ");
    }
}

#[test]
fn somebody_elses_note_that_waits_hides_no_try_of_a_note_of_ones_own() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    let (call, dialog) = call_in(&mut rig, "uuid-1");
    rig.cancel(&dialog, None);
    rig.command(typed(&call, "của người trước"));
    rig.command(Command::SaveNote { call });
    rig.serve_nothing();
    server.calls = vec![listed("uuid-2")];
    sign_in_as(&mut rig, &mut server, "another", "101");
    let own = rig.snapshot().history.iter().find(|row| row.elsewhere);
    let call = own.expect("of the list").id.clone();
    assert_eq!(rig.command(Command::OpenForm { call: call.clone() }), None);
    rig.command(typed(&call, "của tôi"));
    rig.command(Command::SaveNote { call });
    rig.serve_nothing();
    let (outbox, now) = (rig.snapshot().outbox, rig.now.unix_ms);
    assert_eq!((outbox.waiting, outbox.of_others), (1, 1));
    assert!(outbox.next_at.is_some_and(|at| at > now), "{outbox:?}");
}

#[test]
fn a_note_on_an_old_call_of_no_provider_or_of_nobody_knows_whom_stays_here() {
    // With a note that was sent before rows had an owner.
    for (owner, note) in [
        (Some(Owner::default()), None),
        (
            None,
            Some(RowNote {
                state: NoteState::Sent { at: START },
                ..RowNote::default()
            }),
        ),
    ] {
        let mut server = Omicall::default();
        let mut rig = Rig::at_omicall(&mut server);
        let (call, dialog) = call_in(&mut rig, "uuid-1");
        rig.cancel(&dialog, None);
        let mut disk = rig.disk(None);
        disk.notes.clear();
        disk.history = vec![HistoryRow {
            owner,
            note,
            ..rig.stored_row(&call).clone()
        }];
        let now = rig.now;
        let mut rig = Rig::unloaded();
        rig.now = now;
        rig.feed(Input::Loaded(disk));
        rig.serve(&mut server);
        note_afterwards(&mut rig, &mut server, &call, "của tôi");
        assert_eq!(server.writes, []);
        assert_eq!(rig.snapshot().outbox.waiting, 0);
        let note = rig.row(&call).note.clone().expect("a note");
        assert!(matches!(note.state, NoteState::Here { .. }), "{note:?}");
    }
}

#[test]
fn whose_call_it_was_is_stored_with_it_and_shown_to_no_view() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    let (call, dialog) = call_in(&mut rig, "uuid-1");
    rig.cancel(&dialog, None);
    let owner = rig.stored_row(&call).owner.clone().expect("an owner");
    assert_eq!(owner.provider, ProviderKind::Omicall);
    assert!(owner.user.contains("omiteam 101"), "{owner:?}");
    assert_eq!(rig.row(&call).owner, None);
}

#[test]
fn the_first_sign_in_brings_the_providers_calls_however_soon_it_tells_them() {
    let mut server = Omicall {
        calls: vec![listed("uuid-elsewhere")],
        ..Omicall::default()
    };
    let mut rig = Rig::signed_out();
    assert_eq!(rig.command(sign_in()), None);
    // All answers come before the provider's account is stored, and so before it is in use.
    rig.store = Store::Waits;
    let from = rig.stored.len();
    rig.serve(&mut server);
    rig.disk_answers(from, true);
    rig.store = Store::Works;
    rig.serve(&mut server);
    assert_eq!(rig.snapshot().history.len(), 1);
}

#[test]
fn a_call_that_is_turned_away_is_known_by_what_the_provider_says_of_it() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    let phone = PhoneSettings {
        availability: Availability::Busy,
        ..rig.snapshot().phone.clone()
    };
    assert_eq!(rig.command(Command::SetPhone { phone }), None);
    let headers = [
        ("Uuid", "uuid-1"),
        ("Sip-Number", "02471000001"),
        ("Remote-Phone-Number", "84356777999"),
    ];
    let trunk = "<sip:84356777999@omiteam>";
    rig.invite_in_with(trunk, Some(&sdp("far", "sendrecv")), &headers);
    rig.response(486);
    let row = rig.snapshot().history[0].clone();
    assert_eq!(row.number, "0356777999", "as it is called back");
    assert_eq!(row.hotline.as_deref(), Some("02471000001"));
    assert_eq!(row.provider_id.as_deref(), Some("uuid-1"));
}

#[test]
fn the_providers_calls_stand_in_the_history_once() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    let (call, dialog) = call_in(&mut rig, "uuid-1");
    rig.serve(&mut server);
    rig.cancel(&dialog, None);
    rig.sent.clear();
    let started = rig.row(&call).started_at;
    let item = |id: &str, phone: &str, at: u64| {
        json!({
            "transaction_id": id, "direction": "inbound", "phone_number": phone,
            "source_number": phone, "destination_number": "02471000001",
            "created_date": at, "disposition": "cancelled", "note": "từ trước", "tag": ["VIP"],
        })
    };
    server.calls = vec![
        item("uuid-1", "0912345678", started + 900),
        item("uuid-elsewhere", "0987654321", START - 3_600_000),
    ];
    assert_eq!(rig.command(Command::RefreshHistory), None);
    assert!(rig.snapshot().history_loading);
    rig.serve(&mut server);
    assert!(!rig.snapshot().history_loading);
    let history = rig.snapshot().history.clone();
    assert_eq!(history.len(), 2, "{history:?}");
    assert_eq!(history[0].id, call);
    assert!(!history[0].elsewhere && history[1].elsewhere);
    let note = history[1].note.clone().expect("the provider's note");
    assert_eq!(note.content.values[NOTE_FIELD], "từ trước");
    // It can be opened, changed, and reaches the provider.
    let there = history[1].id.clone();
    assert_eq!(
        rig.command(Command::OpenForm {
            call: there.clone()
        }),
        None
    );
    rig.command(typed(&there, "từ trước, đã xong"));
    rig.command(Command::CloseForm { call: there });
    rig.advance(Duration::from_secs(4));
    rig.serve(&mut server);
    assert_eq!(server.notes["uuid-elsewhere"].0, "từ trước, đã xong");
    rig.command(Command::RefreshHistory);
    rig.serve(&mut server);
    assert_eq!(rig.snapshot().history.len(), 2);
}

#[test]
fn a_call_that_the_provider_gave_no_id_for_is_found_in_its_list() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    let (call, ..) = rig.connected_in(MINH);
    rig.command(typed(&call, "đặt 3 thùng"));
    rig.hang_up(&call);
    rig.command(Command::SaveNote { call: call.clone() });
    let at = rig.row(&call).started_at + 20_000;
    server.calls = vec![json!({
        "transaction_id": "late-id", "direction": "inbound", "phone_number": "0912345678",
        "source_number": "0912345678", "destination_number": "101", "created_date": at,
    })];
    for _ in 0..3 {
        rig.serve(&mut server);
        rig.advance(Duration::from_secs(7));
    }
    rig.serve(&mut server);
    assert_eq!(server.notes["late-id"].0, "đặt 3 thùng");
    assert_eq!(rig.row(&call).provider_id.as_deref(), Some("late-id"));
}
