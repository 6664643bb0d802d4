//! What the popup shows of the work around a call: contacts, hotlines, the form, the outbox.

mod support;

use std::collections::BTreeMap;

use alo_protocol::{
    CallId, CallState, ContactView, ContactsView, EndCause, FormField, FormSchema, HotlineView,
    NoteContent, NoteState, NoteView, OutboxView, ProviderKind, ProviderProblem, ProviderState,
    ProviderView, RowNote, Snapshot,
};
use alo_ui::preview;
use support::{NOW, call, end, incoming, row, signed_in, speak};

fn popup(snapshot: Snapshot) -> String {
    speak("en");
    preview::popup(Some(snapshot), NOW)
}

fn form(call: &str, state: NoteState) -> NoteView {
    NoteView {
        call: CallId(call.into()),
        number: "0912345678".into(),
        name: Some("Nguyễn Thị Lan".into()),
        content: NoteContent {
            values: BTreeMap::from([("note".into(), "wants the big plan".into())]),
            ..NoteContent::default()
        },
        state,
        missing: Vec::new(),
        is_free: false,
        is_of_other: false,
        call_over: true,
    }
}

fn at_omicall() -> Snapshot {
    Snapshot {
        provider: ProviderView {
            kind: ProviderKind::Omicall,
            state: ProviderState::SignedIn,
            user: "1001".into(),
            ..ProviderView::default()
        },
        ..signed_in()
    }
}

#[test]
fn a_form_shows_what_was_typed_and_where_it_is() {
    let html = popup(Snapshot {
        forms: vec![form("1", NoteState::Draft)],
        ..at_omicall()
    });
    assert!(html.contains(">wants the big plan</textarea>"));
    assert!(html.contains("Draft, saved on this computer."));
    let refused = NoteState::Refused {
        problem: ProviderProblem::NoBalance,
    };
    let html = popup(Snapshot {
        forms: vec![form("1", refused)],
        ..at_omicall()
    });
    assert!(html.contains("OmiCall did not take this note"));
    assert!(html.contains("balance is used up") && html.contains("Try again"));
}

#[test]
fn the_company_s_fields_take_the_place_of_the_one_note() {
    let mut snapshot = Snapshot {
        forms: vec![form("1", NoteState::Draft)],
        ..at_omicall()
    };
    snapshot.work.form = FormSchema {
        fields: vec![FormField {
            id: "address".into(),
            label: "Địa chỉ".into(),
            required: true,
            ..FormField::default()
        }],
        btn_close_text: "Kết thúc".into(),
        dispositions: vec!["Hẹn lại".into()],
        ..FormSchema::default()
    };
    let html = popup(snapshot.clone());
    assert!(html.contains("Địa chỉ") && html.contains("Kết thúc") && html.contains("Hẹn lại"));
    assert!(html.contains("Fields with * have to be filled in"));
    assert!(!html.contains("What was said?"));
    // Nobody talked: nothing has to be written.
    snapshot.forms[0].is_free = true;
    assert!(!popup(snapshot).contains("Fields with * have to be filled in"));
}

#[test]
fn a_caller_is_named_as_the_chosen_contact_and_others_can_be_chosen() {
    let contact = |id: &str, name: &str| ContactView {
        id: id.into(),
        name: name.into(),
        ..ContactView::default()
    };
    let mut rings = incoming("1", false);
    rings.contacts = ContactsView {
        loading: false,
        found: vec![contact("a", "Lê Văn Hùng"), contact("b", "Phạm Mai")],
        chosen: Some("a".into()),
    };
    rings.hotline = Some("19001234".into());
    let html = popup(Snapshot {
        calls: vec![rings.clone()],
        ..at_omicall()
    });
    let heading = html
        .split("<h2")
        .find(|part| part.contains(" id=\"who-1\""));
    assert!(heading.is_some_and(|part| part.contains("Lê Văn Hùng")));
    assert!(html.contains("Who is it?") && html.contains("Phạm Mai"));
    assert!(html.contains("Hotline 1900 1234") && html.contains("028 3888 1234"));
    rings.name = None;
    rings.contacts = ContactsView {
        loading: true,
        ..ContactsView::default()
    };
    let html = popup(Snapshot {
        calls: vec![rings],
        ..at_omicall()
    });
    assert!(html.contains("Looking up the contact…"));
}

#[test]
fn a_hotline_is_asked_for_only_where_there_are_two() {
    let with = |count: usize| {
        let mut snapshot = at_omicall();
        snapshot.provider.hotlines = (0..count)
            .map(|n| HotlineView {
                id: format!("1900{n}"),
                label: String::new(),
            })
            .collect();
        popup(snapshot)
    };
    assert!(!with(1).contains("Call from"));
    assert!(with(2).contains("Call from") && with(2).contains("19001"));
}

#[test]
fn what_waits_is_told_with_its_next_try_and_nothing_is_told_of_what_goes_out_now() {
    let with = |outbox| {
        popup(Snapshot {
            outbox,
            ..at_omicall()
        })
    };
    let going = OutboxView {
        waiting: 1,
        ..OutboxView::default()
    };
    assert!(!with(going).contains("Waiting to be sent"));
    let late = OutboxView {
        waiting: 2,
        next_at: Some(NOW + 60_000),
        ..OutboxView::default()
    };
    assert!(with(late).contains("Waiting to be sent: 2. Next try at 09:01"));
    let refused = OutboxView { refused: 1, ..late };
    assert!(with(refused).contains("Not taken by the provider: 1."));
}

#[test]
fn notes_of_another_account_are_told_of_where_nobody_is_signed_in() {
    let outbox = OutboxView {
        of_others: 2,
        ..OutboxView::default()
    };
    let told = "wait until their account signs in again: 2.";
    let at_work = popup(Snapshot {
        outbox,
        ..at_omicall()
    });
    assert!(
        !at_work.contains(told),
        "who works here can do nothing about it"
    );
    let signed_out = popup(Snapshot {
        outbox,
        account: None,
        ..at_omicall()
    });
    assert!(signed_out.contains(told) && !signed_out.contains("Send now"));
}

#[test]
fn the_history_shows_notes_and_says_what_the_provider_told() {
    let mut past = row("1", "0912345678", end(EndCause::HungUp, None));
    past.elsewhere = true;
    past.note = Some(RowNote {
        content: form("1", NoteState::Draft).content,
        state: NoteState::Refused {
            problem: ProviderProblem::Forbidden,
        },
    });
    let html = popup(Snapshot {
        history: vec![past],
        ..at_omicall()
    });
    assert!(html.contains("from the provider") && html.contains("wants the big plan"));
    assert!(html.contains("Not taken"));
    assert!(html.contains("aria-label=\"Open the note about 0912 345 678\""));
    assert!(html.contains("Refresh"));
}

#[test]
fn a_call_whose_account_hides_its_number_cannot_be_called_back_and_says_why() {
    let mut past = row("1", "xxxx345678", end(EndCause::HungUp, None));
    past.hidden = true;
    let html = popup(Snapshot {
        history: vec![past],
        ..at_omicall()
    });
    let why = "title=\"Its account hides numbers: sign in with it to call back\"";
    let at = html.find(why).expect("it says why");
    let button = html
        .get(at..at + why.len() + 20)
        .expect("the rest of the button");
    assert!(button.contains("disabled"), "{button}");
}

#[test]
fn a_plain_phone_has_no_list_to_refresh_and_a_form_all_the_same() {
    let html = popup(Snapshot {
        calls: vec![call("1", CallState::Connected)],
        forms: vec![form("1", NoteState::Draft)],
        ..signed_in()
    });
    assert!(html.contains("Saved on this computer as you type."));
    assert!(!html.contains("Refresh"));
}
