//! Contacts that are imported from a file, and files that are exported.

mod common;

use std::time::Duration;

use alo_protocol::{Command, ContactFormat, ExportKind, Refusal};
use alo_softphone::{ContactRow, Input, Stored};
use common::{Rig, Store, account};

fn import(text: &str) -> Command {
    Command::ImportContacts {
        format: ContactFormat::Csv,
        text: text.to_owned(),
    }
}

#[test]
fn contacts_are_stored_all_or_none_and_those_of_the_same_name_and_number_are_replaced() {
    let mut rig = Rig::registered();
    let text = "Name,Phone,Note\nMinh,0912345678,cũ\nLan,0987654321,\n";
    rig.store = Store::Fails;
    assert_eq!(rig.command(import(text)), Some(Refusal::StorageFailed));
    assert_eq!(rig.snapshot().contacts_here, 0);
    rig.store = Store::Works;
    assert_eq!(rig.command(import(text)), None);
    assert_eq!(
        rig.command(import("Name,Phone,Note\nMinh,+84 912 345 678,mới\n")),
        None
    );
    assert_eq!(rig.snapshot().contacts_here, 2);
    assert_eq!(
        rig.command(import("nothing here")),
        Some(Refusal::NoContacts)
    );
    let mut rig = rig.restarted(Some(account()));
    assert_eq!(rig.snapshot().contacts_here, 2);
    rig.open_socket();
    rig.accept_registration();
    let (call, _) = rig.call_in("<sip:+84912345678@pbx.example.com>");
    let view = rig.call(&call).clone();
    assert_eq!(view.name.as_deref(), Some("Minh"));
    assert_eq!(view.contacts.found[0].note.as_deref(), Some("mới"));
    assert_eq!(rig.command(Command::ClearContacts), None);
    assert_eq!(rig.snapshot().contacts_here, 0);
    assert!(rig.disk(None).contacts.is_empty());
}

#[test]
fn the_history_is_kept_with_what_was_noted() {
    let mut rig = Rig::registered();
    let (call, ..) = rig.connected_in("\"Anna\" <sip:0912345678@pbx.example.com>");
    rig.command(common::typed(&call, "hỏi giá, gọi lại"));
    rig.hang_up(&call);
    let csv = rig.phone.export(ExportKind::HistoryCsv);
    assert!(csv.contains("incoming,0912345678,Anna"), "{csv}");
    assert!(csv.contains("\"hỏi giá, gọi lại\""), "{csv}");
    let json = rig.phone.export(ExportKind::HistoryJson);
    assert!(json.contains("hỏi giá, gọi lại"), "{json}");
    rig.command(import("Name,Phone\nMinh,0912345678\n"));
    let cards = rig.phone.export(ExportKind::ContactsVcard);
    assert!(cards.contains("FN:Minh\r\nTEL:0912345678\r\n"), "{cards}");
}

#[test]
fn one_person_in_several_spellings_is_one_contact_and_is_named_on_the_call() {
    let mut rig = Rig::registered();
    let text = "Name,Phone\nNguyễn Văn An,0912345678\nNguyễn Văn An,0912 345 678\n\
                Nguyễn Văn An,+84912345678\nLan,8.49E+10\n";
    assert_eq!(rig.command(import(text)), None);
    assert_eq!(rig.snapshot().contacts_here, 1);
    let read = rig.read.expect("what was read");
    assert_eq!((read.added, read.repeated, read.replaced), (1, 2, 0));
    assert_eq!((read.no_number.count, read.no_number.first), (1, 5));
    let (call, _) = rig.call_in("<sip:0912345678@pbx.example.com>");
    let view = rig.call(&call).clone();
    assert_eq!(view.name.as_deref(), Some("Nguyễn Văn An"));
    assert_eq!(view.contacts.found.len(), 1);
}

#[test]
fn contacts_that_nobody_can_tell_apart_are_one_choice() {
    let contact = |id: &str, name: &str, note: Option<&str>| ContactRow {
        id: id.into(),
        name: name.into(),
        numbers: vec!["0912345678".into()],
        note: note.map(str::to_owned),
        ..ContactRow::default()
    };
    // As an earlier version stored them.
    let contacts = vec![
        contact("a", "An", None),
        contact("b", "An", Some("nợ")),
        contact("c", "An", None),
    ];
    let mut rig = Rig::unloaded();
    rig.feed(Input::Loaded(Stored {
        account: Some(account()),
        contacts,
        ..Stored::default()
    }));
    rig.open_socket();
    rig.accept_registration();
    let (call, _) = rig.call_in("<sip:0912345678@pbx.example.com>");
    let view = rig.call(&call).clone();
    assert_eq!(view.name.as_deref(), Some("An"));
    assert_eq!(view.contacts.found.len(), 1);
    assert_eq!(view.contacts.found[0].note.as_deref(), Some("nợ"));
}

#[test]
fn a_file_with_nothing_to_take_is_refused_and_says_what_was_left_out() {
    let mut rig = Rig::registered();
    let refused = rig.command(import("Name,Phone\nMinh,8.49E+10\nLan,\n"));
    assert_eq!(refused, Some(Refusal::NoContacts));
    let read = rig.read.expect("what was read");
    assert_eq!((read.no_number.count, read.no_number.first), (2, 2));
}

/// A table of so many people, each with a number of their own or all with the same.
fn table(people: std::ops::Range<u32>, one_number: bool) -> String {
    let mut text = "Name,Phone\n".to_owned();
    for at in people {
        let number = if one_number { 0 } else { at };
        text.push_str(&format!("Khách {at},09{number:08}\n"));
    }
    text
}

#[test]
fn a_full_list_takes_changes_of_what_it_has_and_says_that_it_is_full() {
    let mut rig = Rig::registered();
    rig.quiet = true;
    assert_eq!(rig.command(import(&table(0..25_000, false))), None);
    assert_eq!(rig.snapshot().contacts_here, 20_000);
    assert_eq!(rig.read.expect("read").beyond_file, 5_000);
    assert_eq!(rig.command(import(&table(20_000..40_000, false))), None);
    assert_eq!(rig.snapshot().contacts_here, 40_000);
    let new = table(50_000..50_001, false);
    assert_eq!(rig.command(import(&new)), Some(Refusal::ContactsFull));
    // One that is there, and a new one for which there is no room.
    let mixed = table(39_999..40_001, false);
    assert_eq!(rig.command(import(&mixed)), None);
    let read = rig.read.expect("read");
    assert_eq!((read.added, read.replaced, read.no_room), (0, 1, 1));
    assert_eq!(rig.snapshot().contacts_here, 40_000);
}

#[test]
fn many_people_with_one_number_are_read_again_as_fast_as_the_first_time() {
    let mut rig = Rig::registered();
    rig.quiet = true;
    let text = table(0..20_000, true);
    let mut took = [Duration::ZERO; 2];
    for took in &mut took {
        let begin = std::time::Instant::now();
        assert_eq!(rig.command(import(&text)), None);
        *took = begin.elapsed();
    }
    assert_eq!(rig.snapshot().contacts_here, 20_000);
    assert_eq!(rig.read.expect("read").replaced, 20_000);
    let [first, again] = took;
    assert!(again < first * 5, "{first:?}, then {again:?}");
    let (call, _) = rig.call_in("<sip:0900000000@pbx.example.com>");
    assert_eq!(rig.call(&call).contacts.found.len(), 8);
}
