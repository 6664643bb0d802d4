//! Signed in at a provider: the session, its account, who calls, what it keeps.

mod common;

use std::time::Duration;

use alo_protocol::{
    Command, DialOptions, DialSource, HistoryRow, NOTE_FIELD, NoteChange, NoteState, Owner, PopAt,
    ProviderKind, ProviderProblem, ProviderSignIn, ProviderState, Refusal, RegistrationState,
    RowNote, ScreenPop, WorkSettings,
};
use alo_providers::api::{HttpAnswer, HttpOutcome};
use alo_softphone::{Input, StoreOp};
use common::{OMICALL_PASSWORD, Omicall, Rig, START, Store, account, omicall, sdp};
use serde_json::json;

const MINH: &str = "<sip:0912345678@omiteam>";

fn sign_in() -> Command {
    Command::ProviderSignIn { sign_in: omicall() }
}

fn call_in(rig: &mut Rig, uuid: &str) -> (alo_protocol::CallId, common::Dialog) {
    let headers = [("Uuid", uuid), ("Sip-Number", "02471000001")];
    let dialog = rig.invite_in_with(MINH, Some(&sdp("far", "sendrecv")), &headers);
    rig.response(180);
    (rig.newest_call(), dialog)
}

fn typed(call: &alo_protocol::CallId, value: &str) -> Command {
    Command::EditNote {
        call: call.clone(),
        change: NoteChange::Value {
            field: NOTE_FIELD.into(),
            value: value.into(),
        },
        over: Vec::new(),
    }
}

#[test]
fn signing_in_is_stored_first_and_brings_the_account_hotlines_and_labels() {
    let mut rig = Rig::signed_out();
    let mut server = Omicall::default();
    rig.store = Store::Fails;
    assert_eq!(rig.command(sign_in()), Some(Refusal::StorageFailed));
    assert!(rig.fetches.is_empty(), "nothing is asked before it is kept");
    rig.store = Store::Works;
    assert_eq!(rig.command(sign_in()), None);
    assert_eq!(rig.snapshot().provider.state, ProviderState::SigningIn);
    rig.serve(&mut server);
    let provider = rig.snapshot().provider.clone();
    assert_eq!(provider.state, ProviderState::SignedIn);
    assert_eq!(provider.kind, ProviderKind::Omicall);
    let hotlines: Vec<_> = provider.hotlines.iter().map(|h| h.id.as_str()).collect();
    assert_eq!(hotlines, ["02471000001", "02471000002"]);
    assert_eq!(provider.tags, ["VIP"]);
    assert!(!provider.notes_stay_here);
    let account = rig.snapshot().account.clone().expect("an account");
    assert_eq!(
        (account.domain.as_str(), account.username.as_str()),
        ("omiteam", "101")
    );
    assert_eq!(
        rig.sockets.last().expect("a socket").1,
        "wss://sig.example.com/ws"
    );
    let disk = rig.disk(None);
    let kept = disk.provider.expect("the session");
    assert_eq!(kept.token.expect("a token").token.expose(), "session-1");
    assert!(kept.registered);
    assert!(!rig.log.contains(OMICALL_PASSWORD) && !rig.log.contains("session-1"));
}

#[test]
fn a_provider_that_hides_numbers_is_told_to_views_and_worker_from_the_start_on_and_obeyed_in_the_report()
 {
    let mut server = Omicall {
        masked: true,
        ..Omicall::default()
    };
    let mut rig = Rig::at_omicall(&mut server);
    assert!(rig.snapshot().provider.hides_numbers && rig.worker().hides_numbers);
    call_in(&mut rig, "uuid-1");
    let report = |rig: &Rig| rig.phone.diagnostics(true, rig.now);
    assert!(!report(&rig).contains("0912345678"));
    // A provider that is down when the browser starts has said it before.
    let mut rig = rig.restarted(None);
    assert!(rig.snapshot().provider.hides_numbers && rig.worker().hides_numbers);
    rig.open_socket();
    rig.accept_registration();
    // What it says now is what holds.
    server.masked = false;
    server.expire();
    assert_eq!(rig.command(sign_in()), None);
    assert!(
        rig.snapshot().provider.hides_numbers,
        "not said otherwise yet"
    );
    rig.serve(&mut server);
    assert!(!rig.snapshot().provider.hides_numbers && !rig.worker().hides_numbers);
    call_in(&mut rig, "uuid-2");
    assert!(report(&rig).contains("0912345678"));
}

#[test]
fn a_wrong_password_and_a_disabled_extension_are_each_told() {
    for (status, problem) in [
        ("password_incorrect", ProviderProblem::WrongPassword),
        ("internal_phone_disable", ProviderProblem::ExtensionDisabled),
    ] {
        let mut rig = Rig::registered();
        let mut server = Omicall {
            auth_status: Some(status),
            ..Omicall::default()
        };
        assert_eq!(rig.command(sign_in()), None);
        rig.serve(&mut server);
        let provider = &rig.snapshot().provider;
        assert_eq!(provider.state, ProviderState::Failed);
        assert_eq!(provider.problem, Some(problem));
        assert_eq!(provider.retry_at, None, "waiting does not cure it");
        // The phone that was there goes on.
        assert_eq!(
            rig.snapshot().registration.state,
            RegistrationState::Registered
        );
    }
}

#[test]
fn a_provider_that_is_down_stops_no_phone_and_is_tried_again() {
    let mut server = Omicall::default();
    let rig = Rig::at_omicall(&mut server);
    let mut rig = rig.restarted(None);
    rig.serve_nothing();
    rig.open_socket();
    rig.accept_registration();
    let provider = &rig.snapshot().provider;
    assert_eq!(provider.state, ProviderState::Failed);
    assert_eq!(provider.problem, Some(ProviderProblem::Unreachable));
    let wait = provider.retry_at.expect("tried again") - rig.now.unix_ms;
    assert!((4_000..=6_000).contains(&wait), "{wait} ms");
    assert_eq!(
        rig.snapshot().registration.state,
        RegistrationState::Registered
    );
    rig.advance(Duration::from_secs(6));
    rig.serve(&mut server);
    assert_eq!(rig.snapshot().provider.state, ProviderState::SignedIn);
    assert_eq!(
        rig.sockets.len(),
        1,
        "the same account is not registered anew"
    );
}

#[test]
fn a_session_that_ends_is_renewed_and_nobody_notices() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    server.expire();
    server
        .contacts
        .insert("0912345678".into(), vec!["Anh Minh"]);
    let (call, _) = call_in(&mut rig, "uuid-1");
    rig.serve(&mut server);
    assert_eq!(rig.call(&call).name.as_deref(), Some("Anh Minh"));
    assert_eq!(rig.snapshot().provider.state, ProviderState::SignedIn);
    let kept = rig.disk(None).provider.and_then(|kept| kept.token);
    assert_eq!(kept.expect("a token").token.expose(), "session-2");
}

#[test]
fn who_calls_is_looked_up_while_it_rings_and_the_call_does_not_wait_for_it() {
    let mut server = Omicall::default();
    server
        .contacts
        .insert("0912345678".into(), vec!["Anh Minh"]);
    let mut rig = Rig::at_omicall(&mut server);
    let (call, _) = call_in(&mut rig, "uuid-1");
    assert!(rig.call(&call).contacts.loading);
    assert_eq!(rig.call(&call).hotline.as_deref(), Some("02471000001"));
    assert_eq!(rig.command(Command::Answer { call: call.clone() }), None);
    rig.serve(&mut server);
    let view = rig.call(&call);
    assert!(!view.contacts.loading);
    assert_eq!(view.name.as_deref(), Some("Anh Minh"));
    assert_eq!(
        view.contacts.chosen,
        Some(view.contacts.found[0].id.clone())
    );
    assert_eq!(rig.snapshot().forms[0].name.as_deref(), Some("Anh Minh"));
    assert_eq!(rig.stored_row(&call).name.as_deref(), Some("Anh Minh"));
    assert_eq!(rig.stored_row(&call).provider_id.as_deref(), Some("uuid-1"));
    // The next one is known at once.
    rig.hang_up(&call);
    rig.sent.clear();
    let asked = server.asked.len();
    let (again, _) = call_in(&mut rig, "uuid-2");
    assert_eq!(rig.call(&again).name.as_deref(), Some("Anh Minh"));
    rig.serve(&mut server);
    let lookups = server.asked[asked..]
        .iter()
        .filter(|path| path.contains("search"));
    assert_eq!(lookups.count(), 0);
}

#[test]
fn of_several_the_person_chooses() {
    let mut server = Omicall::default();
    let names = vec!["Anh Minh", "Chị Lan"];
    server.contacts.insert("0912345678".into(), names);
    let mut rig = Rig::at_omicall(&mut server);
    let (call, _) = call_in(&mut rig, "uuid-1");
    rig.serve(&mut server);
    let view = rig.call(&call).contacts.clone();
    assert_eq!((view.found.len(), view.chosen), (2, None));
    assert_eq!(rig.call(&call).name, None);
    let choose = |contact: &str| Command::ChooseContact {
        call: call.clone(),
        contact: contact.to_owned(),
    };
    assert_eq!(rig.command(choose("nobody")), Some(Refusal::NotNow));
    assert_eq!(rig.command(choose(&view.found[1].id)), None);
    assert_eq!(rig.call(&call).name.as_deref(), Some("Chị Lan"));
}

#[test]
fn a_hotline_is_chosen_for_all_calls_or_for_one() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    let choose = |hotline: &str| Command::ChooseHotline {
        hotline: Some(hotline.to_owned()),
    };
    assert_eq!(rig.command(choose("0999")), Some(Refusal::NotNow));
    assert_eq!(rig.command(choose("02471000002")), None);
    assert_eq!(rig.worker().hotline.as_deref(), Some("02471000002"));
    let (call, _, invite) = rig.call_out("0912345678");
    assert_eq!(invite.headers.get("X-Sip-Number"), Some("02471000002"));
    rig.respond(&invite, 486, "far");
    rig.request("ACK");
    rig.command(Command::DismissEnded { call });
    let refusal = rig.command(Command::Dial {
        number: "0912345678".into(),
        source: DialSource::Dialer,
        options: DialOptions {
            hotline: Some("02471000001".into()),
            user_data: Some("order-7".into()),
            ..DialOptions::default()
        },
    });
    assert_eq!(refusal, None);
    let media = rig.new_media();
    rig.offer_ready(media);
    let invite = rig.request("INVITE");
    assert_eq!(invite.headers.get("X-Sip-Number"), Some("02471000001"));
    assert_eq!(invite.headers.get("X-User-Data"), Some("order-7"));
    let mut ringing = invite.response(180, "", Some("far"));
    ringing.headers.push("Uuid", "uuid-out");
    rig.server_says(&ringing.to_bytes());
    let call = rig.newest_call();
    assert_eq!(
        rig.stored_row(&call).provider_id.as_deref(),
        Some("uuid-out")
    );
}

#[test]
fn the_customers_page_opens_at_its_moment_and_waits_a_little_for_the_name() {
    let mut server = Omicall::default();
    server
        .contacts
        .insert("0912345678".into(), vec!["Anh Minh"]);
    let mut rig = Rig::at_omicall(&mut server);
    let work = WorkSettings {
        screen_pop: ScreenPop {
            url: "https://crm.example/c/{national}?n={name}&id={callid}".into(),
            incoming: PopAt::Ring,
            outgoing: PopAt::Answer,
        },
        ..WorkSettings::default()
    };
    rig.command(Command::SetWork { work });
    call_in(&mut rig, "uuid-1");
    assert!(rig.pages.is_empty());
    rig.serve(&mut server);
    assert_eq!(
        rig.pages,
        ["https://crm.example/c/0912345678?n=Anh%20Minh&id=uuid-1"]
    );
    rig.advance(Duration::from_secs(5));
    assert_eq!(rig.pages.len(), 1, "once");
    // A provider that does not answer delays it by two seconds.
    let headers = [("Uuid", "uuid-2")];
    let other = "<sip:0987654321@omiteam>";
    rig.invite_in_with(other, Some(&sdp("far", "sendrecv")), &headers);
    rig.advance(Duration::from_millis(1_900));
    assert_eq!(rig.pages.len(), 1);
    rig.advance(Duration::from_millis(200));
    assert_eq!(
        rig.pages[1],
        "https://crm.example/c/0987654321?n=&id=uuid-2"
    );
}

/// Opens the form of an old call, types in it and closes it.
fn note_afterwards(rig: &mut Rig, server: &mut Omicall, call: &alo_protocol::CallId, text: &str) {
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
        assert_eq!(rig.snapshot().outbox.waiting, 1);
        sign_in_as(&mut rig, &mut server, "omiteam", "101");
        rig.advance(Duration::from_secs(4));
        rig.serve(&mut server);
        assert_eq!(server.notes["uuid-1"].0, "của công ty cũ");
    }
}

#[test]
fn a_note_on_an_old_call_of_no_provider_or_of_nobody_knows_whom_stays_here() {
    // With a note of before the owner was kept, that was sent then.
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

#[test]
fn signing_out_forgets_the_session_and_what_waits_goes_on_waiting() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    let (call, dialog) = call_in(&mut rig, "uuid-1");
    rig.cancel(&dialog, None);
    rig.command(typed(&call, "a"));
    rig.command(Command::SaveNote { call });
    rig.serve_nothing();
    assert_eq!(rig.command(Command::SignOut), None);
    assert_eq!(rig.snapshot().provider.kind, ProviderKind::PlainSip);
    let disk = rig.disk(None);
    assert!(disk.provider.is_none() && disk.account.is_none());
    assert_eq!(rig.snapshot().outbox.waiting, 1);
    assert_eq!(rig.command(sign_in()), None);
    rig.serve(&mut server);
    assert_eq!(server.writes, [("uuid-1".to_owned(), "a".to_owned())]);
    assert_eq!(rig.snapshot().outbox.waiting, 0);
}

fn sign_in_as(rig: &mut Rig, server: &mut Omicall, company: &str, as_extension: &str) {
    let mut sign_in = omicall();
    let ProviderSignIn::Omicall {
        domain, extension, ..
    } = &mut sign_in
    else {
        unreachable!("the tests' own sign-in")
    };
    company.clone_into(domain);
    as_extension.clone_into(extension);
    assert_eq!(rig.command(Command::ProviderSignIn { sign_in }), None);
    rig.serve(server);
}

#[test]
fn what_waits_of_one_company_is_never_sent_to_another() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    let (call, dialog) = call_in(&mut rig, "uuid-1");
    rig.cancel(&dialog, None);
    rig.command(typed(&call, "a"));
    rig.command(Command::SaveNote { call });
    rig.serve_nothing();
    sign_in_as(&mut rig, &mut server, "another", "101");
    assert_eq!(rig.snapshot().provider.state, ProviderState::SignedIn);
    assert_eq!(server.writes, []);
    assert_eq!(rig.snapshot().outbox.waiting, 1);
}

#[test]
fn another_sip_account_ends_the_session_and_other_settings_of_the_same_do_not() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    let mut same = account();
    same.server_url = "wss://sig.example.com/ws".into();
    same.domain = "omiteam".into();
    same.username = "101".into();
    assert_eq!(rig.command(Command::SignIn { account: same }), None);
    assert_eq!(rig.snapshot().provider.kind, ProviderKind::Omicall);
    assert_eq!(rig.command(Command::SignIn { account: account() }), None);
    assert_eq!(rig.snapshot().provider.kind, ProviderKind::PlainSip);
    let forgets = |op: &StoreOp| matches!(op, StoreOp::DeleteProvider);
    assert!(rig.stored.iter().any(|(_, op)| forgets(op)));
}

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
    // Saved once, it follows what is typed.
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
    // It is carried out, and the browser dies before it hears of it.
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
fn new_credentials_of_a_relay_are_kept_and_nobody_registers_anew() {
    let mut server = Omicall::default();
    let rig = Rig::at_omicall(&mut server);
    let mut disk = rig.disk(None);
    let account = disk.account.as_mut().expect("an account");
    account.ice_servers = Vec::new();
    let mut rig = Rig::unloaded();
    rig.feed(Input::Loaded(disk));
    rig.open_socket();
    rig.accept_registration();
    rig.serve(&mut server);
    assert_eq!(rig.sockets.len(), 1);
    let kept = rig.disk(None).account.expect("stored again");
    assert!(!kept.ice_servers.is_empty());
    assert_eq!(
        rig.snapshot().registration.state,
        RegistrationState::Registered
    );
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

#[test]
fn a_call_that_rings_while_the_session_begins_gets_its_name_all_the_same() {
    let mut server = Omicall::default();
    server
        .contacts
        .insert("0912345678".into(), vec!["Anh Minh"]);
    let rig = Rig::at_omicall(&mut server);
    let mut rig = rig.restarted(None);
    rig.open_socket();
    rig.accept_registration();
    server.expire();
    let (call, _) = call_in(&mut rig, "uuid-1");
    assert!(rig.call(&call).contacts.loading);
    rig.serve(&mut server);
    assert_eq!(rig.call(&call).name.as_deref(), Some("Anh Minh"));
}

/// Lets the provider answer, but for what goes to this path: it refuses every session.
fn serve_but(rig: &mut Rig, server: &mut Omicall, path: &str) {
    while let Some((fetch, request)) = rig.fetches.pop_front() {
        let outcome = match request.url.contains(path) {
            true => HttpOutcome::Answer(HttpAnswer {
                status: 401,
                retry_after: None,
                body: json!({"status_code": -9999, "message": "permission_denied"}).to_string(),
            }),
            false => server.serve(&request),
        };
        rig.feed(Input::Fetched { fetch, outcome });
    }
}

fn sign_ins(server: &Omicall) -> usize {
    server.asked.iter().filter(|path| *path == "auth").count()
}

#[test]
fn an_endpoint_beside_the_work_that_takes_no_session_ends_none() {
    for path in ["tag/search", "call_center/hotline/list"] {
        let mut rig = Rig::signed_out();
        let mut server = Omicall::default();
        assert_eq!(rig.command(sign_in()), None);
        serve_but(&mut rig, &mut server, path);
        assert_eq!(rig.snapshot().provider.state, ProviderState::SignedIn);
        let before = sign_ins(&server);
        rig.advance(Duration::from_secs(60));
        serve_but(&mut rig, &mut server, path);
        assert_eq!(sign_ins(&server), before, "{path}");
    }
}

#[test]
fn sign_ins_after_which_the_work_is_refused_come_ever_more_seldom() {
    let mut rig = Rig::signed_out();
    let mut server = Omicall::default();
    assert_eq!(rig.command(sign_in()), None);
    let path = "call_transaction/list";
    serve_but(&mut rig, &mut server, path);
    let before = sign_ins(&server);
    for _ in 0..600 {
        rig.advance(Duration::from_secs(1));
        serve_but(&mut rig, &mut server, path);
    }
    // Two for each try, which are about 5, 10, 20, 40, 80, 160 and 300 s apart.
    let more = sign_ins(&server) - before;
    assert!((2..=16).contains(&more), "{more} in ten minutes");
    // What is answered at last begins the waits anew.
    rig.advance(Duration::from_secs(400));
    rig.serve(&mut server);
    assert_eq!(rig.snapshot().provider.state, ProviderState::SignedIn);
    server.expire();
    rig.command(Command::RefreshHistory);
    serve_but(&mut rig, &mut server, path);
    let provider = &rig.snapshot().provider;
    let wait = provider.retry_at.expect("tried again") - rig.now.unix_ms;
    assert!((4_000..=6_000).contains(&wait), "{wait} ms");
}
