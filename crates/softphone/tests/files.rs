//! Contacts that come from a file, and files to keep.

mod common;

use alo_protocol::{Command, ContactFormat, ExportKind, Refusal};
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
