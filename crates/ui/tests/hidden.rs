//! Digits that are hidden are hidden in every part of a view that says somebody's number.

mod support;

use std::collections::BTreeMap;

use alo_protocol::{
    CallId, CallState, CallView, ContactView, ContactsView, EndCause, EndView, HistoryRow,
    MaskFormat, NoteContent, NoteState, NoteView, PhoneSettings, RowNote, Snapshot, StoredSettings,
    TransferState, TransferView,
};
use alo_ui::preview;
use support::html::{popup, with_calls};
use support::{NOW, call, end, incoming, row, speak};

/// The last three digits of every number that is nobody's own.
const ENDS: &str = "346";

fn stored(side: &str, count: u8) -> StoredSettings {
    let mut stored = StoredSettings::default();
    let mask = MaskFormat(side.into(), count, "x".into());
    stored
        .change(|pages| pages.mask = Some(mask))
        .expect("readable");
    stored
}

/// Without the gaps between the groups of numbers.
fn ungrouped(html: &str) -> String {
    let is_sign = |c: &char| c.is_ascii_digit() || *c == 'x';
    let chars: Vec<char> = html.chars().collect();
    let is_gap = |at: usize| {
        chars[at] == ' '
            && at > 0
            && is_sign(&chars[at - 1])
            && chars.get(at + 1).is_some_and(is_sign)
    };
    let kept = (0..chars.len()).filter(|at| !is_gap(*at));
    kept.map(|at| chars[at]).collect()
}

fn refused(digits: &str) -> EndView {
    EndView {
        code: Some(404),
        reason: Some(format!("No route to 09{digits}01{ENDS}")),
        reason_header: Some(format!("Q.850;cause=1;text=\"09{digits}02{ENDS} unknown\"")),
        ..end(EndCause::NotFound, None)
    }
}

/// A call with a number in everything that somebody else can have written.
fn told(id: &str, digits: &str) -> CallView {
    let number = |at: &str| format!("09{digits}{at}{ENDS}");
    CallView {
        number: number("03"),
        name: Some(format!("Lan {}", number("04"))),
        transfer: Some(TransferView {
            state: TransferState::Trying,
            target: number("05"),
            code: None,
        }),
        transfer_request: Some(number("06")),
        claimed: Some(number("07")),
        through: Some(format!("Hotline {}", number("08"))),
        post_dial: Some(format!(",,{}#", number("09"))),
        contacts: ContactsView {
            loading: false,
            found: vec![
                ContactView {
                    id: "1".into(),
                    name: format!("Lan {}", number("10")),
                    detail: Some(number("11")),
                    note: Some(format!("{} / {}", number("12"), number("13"))),
                },
                ContactView {
                    id: "2".into(),
                    name: number("14"),
                    ..ContactView::default()
                },
            ],
            chosen: Some("1".into()),
        },
        ..incoming(id, true)
    }
}

fn noted() -> NoteContent {
    NoteContent {
        values: BTreeMap::from([(
            "note".into(),
            format!("Call 0394 749 {ENDS} back at 10, or 0988777{ENDS}"),
        )]),
        tags: vec![format!("0988666{ENDS}")],
        disposition: Some(format!("Wants 0988555{ENDS}")),
        rating: None,
        report: format!("0988444{ENDS} was no help"),
    }
}

/// All that a snapshot can hold of others' numbers.
fn full() -> Snapshot {
    let over = CallView {
        end: Some(refused("333")),
        state: CallState::Ended,
        ..call("c", CallState::Ended)
    };
    let calls = vec![
        CallView {
            state: CallState::Connected,
            answered_at: Some(NOW),
            ..told("a", "111")
        },
        told("b", "222"),
        over,
    ];
    let past = HistoryRow {
        name: Some(format!("Lan 0905222{ENDS}")),
        note: Some(RowNote {
            content: noted(),
            state: NoteState::Draft,
        }),
        ..row("h", &format!("0905111{ENDS}"), refused("444"))
    };
    let form = NoteView {
        call: CallId("h".into()),
        number: format!("0905111{ENDS}"),
        name: Some(format!("Lan 0905222{ENDS}")),
        content: NoteContent::default(),
        state: NoteState::Draft,
        missing: Vec::new(),
        is_free: false,
        is_of_other: false,
        call_over: true,
    };
    Snapshot {
        history: vec![past],
        last_dialled: Some(format!("0905111{ENDS}")),
        forms: vec![form],
        phone: PhoneSettings {
            forward_to: Some(format!("0906111{ENDS}")),
            ..PhoneSettings::default()
        },
        ..with_calls(calls)
    }
}

#[test]
fn hidden_digits_are_in_no_part_of_the_popup() {
    speak("en");
    let whole = ungrouped(&popup(full()));
    let html = preview::popup_with(Some(full()), stored("end", 3), NOW);
    assert!(html.contains("0394 749 xxx back at 10"), "{html}");
    let html = ungrouped(&html);
    // What is looked for is there where nothing is hidden.
    for shown in [
        "0911103", "0911105", "0911106", "0911108", "0911109", "0911110", "0911111", "0911112",
        "0911113", "0911114", "0922203", "0922207", "0933301", "0933302", "0905111", "0905222",
        "0988777", "0988666", "0988555", "0988444", "0906111",
    ] {
        assert!(whole.contains(&format!("{shown}{ENDS}")), "{shown}");
        assert!(html.contains(&format!("{shown}xxx")), "{shown} is hidden");
    }
    let left = html.split_once(ENDS).map(|(before, _)| before);
    let left = left.map(|before| before.chars().rev().take(60).collect::<String>());
    assert_eq!(
        left, None,
        "backwards: what stands before the last three digits"
    );
    // Where the provider hides them, nobody has to have set anything.
    let mut by_provider = full();
    by_provider.provider.hides_numbers = true;
    let html = ungrouped(&popup(by_provider));
    assert!(html.contains("xxxx103346"));
    for start in ["0911", "0922", "0933", "0905", "0988", "0394", "0906"] {
        assert!(!html.contains(start), "{start}");
    }
}

#[test]
fn what_is_typed_into_a_form_stays_whole_in_its_fields_and_is_hidden_in_the_history() {
    speak("en");
    let mut snapshot = full();
    snapshot.forms[0].content = noted();
    let html = preview::popup_with(Some(snapshot), stored("end", 3), NOW);
    let typed = format!("Call 0394 749 {ENDS} back at 10, or 0988777{ENDS}");
    assert_eq!(html.matches(&typed).count(), 1, "in the field alone");
    assert!(html.contains("Call 0394 749 xxx back at 10, or 0988777xxx"));
}

#[test]
fn hidden_digits_leave_a_number_in_its_groups() {
    speak("en");
    let snapshot = Snapshot {
        history: vec![row("h", "02438272727", end(EndCause::HungUp, None))],
        ..with_calls(vec![call("a", CallState::Connected)])
    };
    let html = preview::popup_with(Some(snapshot), stored("end", 3), NOW);
    for number in ["0912 345 xxx", "024 3827 2xxx"] {
        assert!(html.contains(number), "{number}");
    }
}
