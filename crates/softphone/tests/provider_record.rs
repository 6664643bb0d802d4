//! What is sent about a call when it is over: its note, its record, its quality.

mod common;

use std::time::Duration;

use alo_protocol::{Command, NoteState, WorkSettings};
use alo_providers::api::{HttpAnswer, HttpOutcome};
use alo_softphone::Input;
use common::{Omicall, Rig, Store, account, call_in, typed};

#[test]
fn the_record_of_a_call_is_posted_signed_until_it_arrives() {
    let mut rig = Rig::registered();
    let mut work = WorkSettings::default();
    work.hook.url = "https://company.example/cdr".into();
    work.hook.secret = alo_protocol::Secret::new("Jefe");
    assert_eq!(rig.command(Command::SetWork { work }), None);
    let (call, ..) = rig.connected_in("<sip:0912345678@pbx.example.com>");
    rig.command(typed(&call, "đã gọi"));
    rig.advance(Duration::from_secs(30));
    rig.hang_up(&call);
    rig.serve_nothing();
    assert_eq!(rig.snapshot().outbox.waiting, 1);
    let mut rig = rig.restarted(Some(account()));
    rig.advance(Duration::from_secs(7));
    let (fetch, request) = rig.fetches.pop_front().expect("posted again");
    assert_eq!(request.url, "https://company.example/cdr");
    let body: serde_json::Value =
        serde_json::from_str(request.body.as_deref().unwrap_or_default()).expect("JSON");
    assert_eq!(body["state"], "cdr");
    assert_eq!(body["bill_sec"], 30);
    assert_eq!(body["note"], "đã gọi");
    let header = |name: &str| {
        let found = request.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.clone())
    };
    assert_eq!(header("X-Alo-Signature").map(|value| value.len()), Some(71));
    assert_eq!(header("X-Alo-Delivery"), Some(format!("hook-{}", call.0)));
    let outcome = HttpOutcome::Answer(HttpAnswer {
        status: 204,
        retry_after: None,
        body: String::new(),
    });
    rig.feed(Input::Fetched { fetch, outcome });
    assert_eq!(rig.snapshot().outbox.waiting, 0);
    assert!(rig.disk(None).outbox.is_empty());
    assert!(!rig.log.contains("Jefe"));
}

#[test]
fn notes_are_sent_refused_tried_again_and_sent_anew_when_they_change() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    let (call, dialog) = call_in(&mut rig, "uuid-1");
    rig.serve(&mut server);
    rig.cancel(&dialog, None);
    rig.command(typed(&call, "một"));
    server.refuses.insert("uuid-1".into());
    assert_eq!(rig.command(Command::SaveNote { call: call.clone() }), None);
    assert_eq!(rig.snapshot().forms[0].state, NoteState::Sending);
    rig.serve(&mut server);
    let state = rig.snapshot().forms[0].state.clone();
    assert!(matches!(state, NoteState::Refused { .. }), "{state:?}");
    assert_eq!(rig.snapshot().outbox.refused, 1);
    server.refuses.clear();
    assert_eq!(rig.command(Command::SendNow), None);
    rig.serve(&mut server);
    let state = rig.snapshot().forms[0].state.clone();
    assert!(matches!(state, NoteState::Sent { .. }), "{state:?}");
    // Once saved, it is sent again after each change.
    rig.command(typed(&call, "một hai"));
    rig.advance(Duration::from_secs(1));
    rig.command(typed(&call, "một hai ba"));
    rig.advance(Duration::from_secs(2));
    assert!(rig.fetches.is_empty(), "somebody types");
    rig.advance(Duration::from_secs(2));
    rig.serve(&mut server);
    let texts: Vec<_> = server
        .writes
        .iter()
        .map(|(_, text)| text.as_str())
        .collect();
    assert_eq!(texts, ["một", "một hai ba"]);
    assert!(rig.disk(None).outbox.is_empty());
}

#[test]
fn an_answer_that_got_lost_is_not_sent_twice() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    let (call, dialog) = call_in(&mut rig, "uuid-1");
    rig.serve(&mut server);
    rig.cancel(&dialog, None);
    rig.command(typed(&call, "một"));
    rig.command(Command::SaveNote { call: call.clone() });
    let (fetch, request) = rig.fetches.pop_front().expect("the note");
    // The request is carried out, and the browser dies before the answer.
    server.serve(&request);
    let _ = fetch;
    let mut rig = rig.restarted(None);
    rig.serve(&mut server);
    rig.advance(Duration::from_secs(10));
    rig.serve(&mut server);
    assert_eq!(server.writes.len(), 1);
    assert_eq!(rig.snapshot().outbox.waiting, 0);
    let row = rig.row(&call).note.clone().expect("a note");
    assert!(matches!(row.state, NoteState::Sent { .. }), "{row:?}");
}

#[test]
fn how_a_call_sounded_is_told_to_the_provider() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    let (call, mut dialog) = call_in(&mut rig, "uuid-1");
    rig.serve(&mut server);
    assert_eq!(rig.command(Command::Answer { call: call.clone() }), None);
    let media = rig.new_media();
    rig.answer_ready(media);
    let ok = rig.response(200);
    rig.acknowledge(&mut dialog, &ok);
    rig.media_event(media, alo_softphone::MediaEvent::Connected);
    for second in 1..=5_u64 {
        rig.advance(Duration::from_secs(1));
        let stats = alo_softphone::MediaStats {
            packets_received: 50 * second,
            codec: "opus".into(),
            rtt_ms: Some(20),
            microphone_energy: Some(1_000_000 * second),
            ..alo_softphone::MediaStats::default()
        };
        rig.media_event(media, alo_softphone::MediaEvent::Stats(stats));
    }
    rig.hang_up(&call);
    let (_, request) = rig.fetches.front().expect("told");
    assert!(request.url.contains("call/rtp_log/add"), "{request:?}");
    let body = request.body.clone().unwrap_or_default();
    assert!(
        body.contains("uuid-1") && body.contains("\"latency\":20"),
        "{body}"
    );
}

#[test]
fn a_record_that_could_not_be_kept_is_posted_all_the_same() {
    let mut rig = Rig::registered();
    let mut work = WorkSettings::default();
    work.hook.url = "https://company.example/cdr".into();
    assert_eq!(rig.command(Command::SetWork { work }), None);
    let (call, ..) = rig.connected_in("<sip:0912345678@pbx.example.com>");
    rig.command(typed(&call, "a"));
    rig.command(Command::SaveNote { call: call.clone() });
    rig.store = Store::Fails;
    rig.hang_up(&call);
    rig.store = Store::Works;
    rig.advance(Duration::from_secs(10));
    let (_, request) = rig.fetches.front().expect("posted");
    assert_eq!(request.url, "https://company.example/cdr");
    let state = rig.snapshot().forms[0].state.clone();
    assert!(matches!(state, NoteState::Here { .. }), "{state:?}");
}
