//! The history of calls.

mod common;

use std::time::Duration;

use alo_protocol::{
    CallId, Command, DialOptions, DialSource, Direction, EndCause, EndView, HISTORY_PAGE,
    HistoryMark, HistoryRow, NOTE_FIELD, Refusal,
};
use alo_softphone::{Input, RequestId, StoreOp};
use common::{Rig, START, Store, typed};

fn row(id: &str, direction: Direction, started_at: u64) -> HistoryRow {
    HistoryRow {
        id: CallId(id.to_owned()),
        direction,
        number: "0912345678".to_owned(),
        name: None,
        started_at,
        answered_at: None,
        end: None,
        unseen: false,
        provider_id: None,
        hotline: None,
        note: None,
        elsewhere: false,
        hidden: false,
        owner: None,
    }
}

fn closed(mut row: HistoryRow, cause: EndCause) -> HistoryRow {
    row.unseen = cause == EndCause::Missed;
    row.end = Some(EndView {
        cause,
        code: None,
        reason: None,
        reason_header: None,
        at: row.started_at,
    });
    row
}

#[test]
fn a_call_that_the_browser_died_in_is_closed_at_the_next_start() {
    let mut talked = row("talked", Direction::Outgoing, START - 3_000);
    talked.answered_at = Some(START - 2_000);
    let rang = row("rang", Direction::Incoming, START - 1_000);
    let whole = closed(
        row("whole", Direction::Outgoing, START - 9_000),
        EndCause::HungUp,
    );
    let rig = Rig::loaded(vec![whole, talked, rang]);
    let end = |id: &str| rig.row(&CallId(id.to_owned())).end.clone().expect("an end");
    assert_eq!(end("talked").cause, EndCause::NetworkFailed);
    assert_eq!(end("talked").at, START - 2_000);
    assert_eq!(end("rang").cause, EndCause::Missed);
    assert_eq!(end("whole").cause, EndCause::HungUp);
    let stored: Vec<_> = rig
        .stored
        .iter()
        .filter_map(|(_, op)| match op {
            StoreOp::PutHistory(row) => Some(row.id.0.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(stored, ["rang", "talked"], "and stored so");
    assert_eq!(rig.snapshot().missed, 1);
    assert_eq!(rig.worker().missed, 1);
    assert!(rig.snapshot().calls.is_empty());
}

#[test]
fn rows_come_newest_first_and_redial_knows_the_last_number() {
    let mut older = closed(
        row("older", Direction::Outgoing, START - 20),
        EndCause::HungUp,
    );
    older.number = "111".to_owned();
    let newer = closed(
        row("newer", Direction::Incoming, START - 10),
        EndCause::Missed,
    );
    let rig = Rig::loaded(vec![older, newer]);
    let ids: Vec<_> = rig
        .snapshot()
        .history
        .iter()
        .map(|r| r.id.0.as_str())
        .collect();
    assert_eq!(ids, ["newer", "older"]);
    assert_eq!(rig.snapshot().last_dialled.as_deref(), Some("111"));
}

#[test]
fn a_snapshot_holds_a_hundred_rows_and_counts_every_missed_call() {
    let rows = (0..150).map(|n| {
        closed(
            row(&n.to_string(), Direction::Incoming, START - 1_000 + n),
            EndCause::Missed,
        )
    });
    let rig = Rig::loaded(rows.collect());
    assert_eq!(rig.snapshot().history.len(), 100);
    assert_eq!(rig.snapshot().missed, 150);
}

#[test]
fn older_calls_are_told_of_when_they_are_asked_for_each_once_and_with_its_note() {
    let rows = (0..1_300).map(|n| {
        let row = row(&n.to_string(), Direction::Outgoing, START - n);
        closed(row, EndCause::HungUp)
    });
    let mut rig = Rig::loaded(rows.collect());
    assert_eq!(rig.snapshot().older.count, 1_200);
    let call = CallId("1250".into());
    let before = rig.snapshot().older.revision;
    rig.command(Command::OpenForm { call: call.clone() });
    rig.command(typed(&call, "hợp đồng 77"));
    assert_ne!(
        rig.snapshot().older.revision,
        before,
        "views are to ask again"
    );
    let (mut rows, mut after) = (Vec::new(), None);
    for more in [true, true, false] {
        let page = rig.phone.history_page(after.clone());
        assert_eq!((&page.after, page.more), (&after, more));
        assert!(page.rows.len() <= HISTORY_PAGE);
        rows.extend(page.rows);
        after = rows.last().map(|row: &HistoryRow| HistoryMark {
            call: row.id.clone(),
            started_at: row.started_at,
        });
    }
    let ids: Vec<_> = rows.iter().map(|row| row.id.0.clone()).collect();
    let all: Vec<_> = (0..1_300).map(|n| n.to_string()).collect();
    assert_eq!(ids, all);
    let noted = rows[1_250].note.as_ref().expect("a note");
    assert_eq!(noted.content.values[NOTE_FIELD], "hợp đồng 77");
    assert!(rows.iter().all(|row| row.owner.is_none()));
}

#[test]
fn a_note_that_is_nowhere_else_outlives_five_thousand_newer_calls() {
    let row = |n: u64| {
        let row = row(&n.to_string(), Direction::Outgoing, START - 6_000 + n);
        closed(row, EndCause::HungUp)
    };
    let mut rig = Rig::loaded((0..10).map(row).collect());
    let call = CallId("3".into());
    rig.command(Command::OpenForm { call: call.clone() });
    rig.command(typed(&call, "hợp đồng 77"));
    assert_eq!(rig.command(Command::CloseForm { call: call.clone() }), None);
    let mut disk = rig.disk(None);
    disk.history = (0..5_200).map(row).collect();
    let mut again = Rig::unloaded();
    again.feed(Input::Loaded(disk));
    let gone: Vec<_> = again
        .stored
        .iter()
        .filter_map(|(_, op)| match op {
            StoreOp::DeleteHistory(calls) => Some(calls.clone()),
            _ => None,
        })
        .flatten()
        .collect();
    assert_eq!(gone.len(), 199, "so many of the oldest are over");
    assert!(!gone.contains(&call));
    let last = HistoryMark {
        call: CallId("200".into()),
        started_at: START - 5_800,
    };
    let page = again.phone.history_page(Some(last));
    let left: Vec<_> = page.rows.iter().map(|row| row.id.0.as_str()).collect();
    assert_eq!(left, ["3"]);
    assert!(page.rows[0].note.is_some());
}

#[test]
fn clearing_is_acknowledged_when_it_is_done() {
    let missed = closed(row("a", Direction::Incoming, START - 1), EndCause::Missed);
    let mut rig = Rig::loaded(vec![missed]);
    rig.store = Store::Fails;
    assert_eq!(
        rig.command(Command::ClearHistory),
        Some(Refusal::StorageFailed)
    );
    assert_eq!(rig.snapshot().history.len(), 1);
    rig.store = Store::Waits;
    let request = rig.command_later(Command::ClearHistory);
    assert_eq!(rig.reply(request), None);
    let (store, op) = rig.stored.last().expect("a change").clone();
    assert_eq!(op, StoreOp::ClearHistory);
    rig.feed(Input::Stored { store, ok: true });
    assert_eq!(rig.reply(request), Some(None));
    assert!(rig.snapshot().history.is_empty());
    assert_eq!((rig.snapshot().missed, rig.worker().missed), (0, 0));
    assert_eq!(rig.snapshot().last_dialled, None);
}

#[test]
fn looking_at_a_history_without_missed_calls_stores_nothing() {
    let mut rig = Rig::loaded(Vec::new());
    rig.stored.clear();
    assert_eq!(rig.command(Command::HistorySeen), None);
    assert!(rig.stored.is_empty());
}

fn call_back(rig: &mut Rig, number: &str) -> Option<Refusal> {
    rig.command(Command::Dial {
        number: number.to_owned(),
        source: DialSource::History,
        options: DialOptions::default(),
    })
}

/// Gets a call that was just dialled as far as its INVITE, which the far end refuses.
fn invited(rig: &mut Rig) -> String {
    let media = rig.new_media();
    rig.offer_ready(media);
    let invite = rig.request("INVITE");
    rig.respond(&invite, 486, "far");
    rig.request("ACK");
    rig.media.clear();
    invite.uri.to_string()
}

#[test]
fn a_caller_can_be_called_back_by_number_or_name() {
    let mut rig = Rig::registered();
    for (number, uri) in [
        ("+84912345678", "sip:+84912345678@pbx.example.com"),
        ("anna", "sip:anna@pbx.example.com"),
    ] {
        assert_eq!(call_back(&mut rig, number), None);
        assert_eq!(rig.call(&rig.newest_call()).number, number);
        assert_eq!(invited(&mut rig), uri);
    }
    assert_eq!(call_back(&mut rig, "anonymous"), Some(Refusal::NotANumber));
}

#[test]
fn redial_dials_again_whatever_the_person_dialled() {
    let mut rig = Rig::registered();
    for (number, uri) in [
        ("*21*0912345678#", "sip:*21*0912345678%23@pbx.example.com"),
        ("anna@other.example", "sip:anna@other.example"),
    ] {
        assert!(call_back(&mut rig, number).is_some(), "never dialled");
        assert_eq!(rig.dial(number), None);
        assert_eq!(invited(&mut rig), uri);
        assert_eq!(call_back(&mut rig, number), None);
        assert_eq!(invited(&mut rig), uri);
    }
}

#[test]
fn a_caller_cannot_plant_a_service_code_or_a_foreign_server() {
    let mut rig = Rig::registered();
    for (from, planted, refusal) in [
        (
            "<sip:*21*1900123456%23@x>",
            "*21*1900123456#",
            Refusal::ServiceCode,
        ),
        (
            "<sip:1900123456%40evil.example@x>",
            "1900123456@evil.example",
            Refusal::LinkNotAllowed,
        ),
    ] {
        let (id, dialog) = rig.call_in(from);
        rig.cancel(&dialog, None);
        rig.response(200);
        rig.response(487);
        assert_eq!(rig.row(&id).number, planted, "who called is still told");
        assert_eq!(call_back(&mut rig, planted), Some(refusal));
        assert!(rig.snapshot().calls.iter().all(|call| call.end.is_some()));
    }
    rig.no_media_op();
}

#[test]
fn a_refusal_of_a_notifications_button_is_told_in_the_snapshot_for_ten_seconds() {
    let ask = |rig: &mut Rig, number: &str, source| {
        rig.feed(Input::WorkerCommand {
            request: RequestId(1_000),
            command: Command::Dial {
                number: number.to_owned(),
                source,
                options: DialOptions::default(),
            },
        });
        rig.reply(RequestId(1_000)).expect("a reply")
    };
    let refused = Some(Refusal::ServiceCode);
    let mut rig = Rig::registered();
    assert_eq!(ask(&mut rig, "*21#", DialSource::History), refused);
    assert_eq!(rig.snapshot().notice, refused);
    // A popup that opens sends this without the person's doing.
    assert_eq!(rig.command(Command::HistorySeen), None);
    rig.advance(Duration::from_millis(9_999));
    assert_eq!(rig.snapshot().notice, refused);
    rig.advance(Duration::from_millis(1));
    assert_eq!(rig.snapshot().notice, None);

    assert_eq!(ask(&mut rig, "*21#", DialSource::History), refused);
    assert_eq!(rig.dial("0912345678"), None);
    assert_eq!(rig.snapshot().notice, None, "something else was taken");

    // A view that sent the command shows the refusal itself.
    let mut rig = Rig::registered();
    assert_eq!(call_back(&mut rig, "*21#"), refused);
    assert_eq!(ask(&mut rig, "*21#", DialSource::Page), refused);
    assert_eq!(rig.snapshot().notice, None);
}

#[test]
fn a_row_is_put_at_the_beginning_at_the_answer_and_at_the_end() {
    let mut rig = Rig::registered();
    rig.stored.clear();
    let (id, _, mut dialog) = rig.connected_out("0912345678");
    rig.far_bye(&mut dialog, None);
    let puts: Vec<_> = rig
        .stored
        .iter()
        .filter_map(|(_, op)| match op {
            StoreOp::PutHistory(row) if row.id == id => {
                Some((row.answered_at.is_some(), row.end.is_some()))
            }
            _ => None,
        })
        .collect();
    assert_eq!(puts, [(false, false), (true, false), (true, true)]);
}
