//! Bizfly and VBot, where they differ from OmiCall.

mod common;

use alo_protocol::{
    Command, NoteChange, NoteState, ProviderKind, ProviderProblem, ProviderSignIn, ProviderState,
    RegistrationState, Secret, VbotGeneration,
};
use alo_providers::api::{HttpAnswer, HttpFailure, HttpMethod, HttpOutcome, HttpRequest};
use alo_softphone::Input;
use common::{Omicall, Rig, change, omicall, sdp, typed};
use serde_json::{Value, json};

fn bizfly() -> ProviderSignIn {
    ProviderSignIn::Bizfly {
        base_url: "https://bizfly.example".into(),
        email: "an@example.vn".into(),
        password: Secret::new("biz-pa55"),
        paths: alo_protocol::BizflyPaths::default(),
        server_url: "wss://sip.bizfly.example/ws".into(),
        domain: "bizfly.example".into(),
    }
}

fn vbot() -> ProviderSignIn {
    ProviderSignIn::Vbot {
        base_url: "https://vbot.example".into(),
        token: Secret::new("vbot-t0ken"),
        generation: VbotGeneration::Widget,
    }
}

/// Answers every request by this function until there are no more; returns the requests.
fn serve(rig: &mut Rig, answer: impl Fn(&HttpRequest) -> Value) -> Vec<HttpRequest> {
    let mut asked = Vec::new();
    while let Some((fetch, request)) = rig.fetches.pop_front() {
        let outcome = HttpOutcome::Answer(HttpAnswer {
            status: 200,
            retry_after: None,
            body: answer(&request).to_string(),
        });
        rig.feed(Input::Fetched { fetch, outcome });
        asked.push(request);
    }
    asked
}

fn at_bizfly(request: &HttpRequest) -> Value {
    let path = request.url.split('?').next().unwrap_or_default();
    match path.trim_start_matches("https://bizfly.example") {
        "/api/token" => json!({"token": "biz-token"}),
        "/api/webphone/extension" => json!({"status": "success", "data": {
            "extension_number": "301", "sip_username": "301", "sip_password": "x",
        }}),
        _ => json!({"status": "success", "data": []}),
    }
}

fn at_vbot(request: &HttpRequest) -> Value {
    if request.url.contains("getHotline") {
        return json!({"error": 0, "data": [{"name": "Chính", "phoneNumber": "02871000003"}]});
    }
    json!({"error": 0, "data": {"pid": "77", "accounts": [{
        "isActive": true, "domain": "sip.vbot.example", "port": 443,
        "username": "501", "password": "x", "realm": "vbot.example",
    }]}})
}

fn signed_in(sign_in: ProviderSignIn, answer: impl Fn(&HttpRequest) -> Value) -> Rig {
    let mut rig = Rig::signed_out();
    assert_eq!(rig.command(Command::ProviderSignIn { sign_in }), None);
    serve(&mut rig, answer);
    let provider = &rig.snapshot().provider;
    assert_eq!(provider.state, ProviderState::SignedIn, "{provider:?}");
    rig.open_socket();
    rig.accept_registration();
    rig
}

#[test]
fn bizfly_gets_stars_report_and_note_and_what_it_has_no_place_for_as_text() {
    let mut rig = signed_in(bizfly(), at_bizfly);
    let headers = [("X-bizfly-call-center-call-id", "biz-1")];
    let from = "<sip:0912345678@bizfly.example>";
    let dialog = rig.invite_in_with(from, Some(&sdp("far", "sendrecv")), &headers);
    let call = rig.newest_call();
    serve(&mut rig, at_bizfly);
    rig.cancel(&dialog, None);
    rig.command(typed(&call, "đã tư vấn"));
    rig.command(change(&call, NoteChange::Rating { rating: Some(4) }));
    let report = "máy rè".to_owned();
    rig.command(change(&call, NoteChange::Report { report }));
    let tags = vec!["VIP".to_owned()];
    rig.command(change(&call, NoteChange::Tags { tags }));
    rig.command(Command::SaveNote { call });
    let asked = serve(&mut rig, at_bizfly);
    let bodies: Vec<Value> = asked
        .iter()
        .filter(|request| request.method == HttpMethod::Post)
        .filter(|request| request.url.ends_with("/calls/biz-1/note"))
        .filter_map(|request| serde_json::from_str(request.body.as_deref()?).ok())
        .collect();
    assert_eq!(
        bodies,
        [
            json!({"rate": 4, "report": "máy rè"}),
            json!({"note": "đã tư vấn\n#VIP"}),
        ]
    );
    let state = rig.snapshot().forms[0].state.clone();
    assert!(matches!(state, NoteState::Sent { .. }), "{state:?}");
}

#[test]
fn vbot_dials_in_its_form_and_keeps_no_notes() {
    let mut rig = signed_in(vbot(), at_vbot);
    assert!(rig.snapshot().provider.notes_stay_here);
    let hotline = Some("02871000003".to_owned());
    assert_eq!(rig.command(Command::ChooseHotline { hotline }), None);
    let (call, _, invite) = rig.call_out("0912345678");
    assert_eq!(
        invite.uri.to_string(),
        "sip:02871000003*77*0912345678@vbot.example"
    );
    let ours = invite.headers.get("X-exc-id").expect("our id").to_owned();
    let row = rig.stored_row(&call);
    assert_eq!(row.provider_id.as_deref(), Some(ours.as_str()));
    assert_eq!(row.hotline.as_deref(), Some("02871000003"));
    rig.command(typed(&call, "máy bận"));
    rig.command(Command::SaveNote { call: call.clone() });
    assert!(matches!(
        rig.snapshot().forms[0].state,
        NoteState::Here { .. }
    ));
    assert_eq!(rig.snapshot().outbox.waiting, 0);
}

/// VBot with these hotlines.
fn vbot_with(hotlines: &[&str]) -> impl Fn(&HttpRequest) -> Value {
    let list = hotlines
        .iter()
        .map(|id| json!({"name": id, "phoneNumber": id}));
    let list: Vec<Value> = list.collect();
    move |request| match request.url.contains("getHotline") {
        true => json!({"error": 0, "data": list}),
        false => at_vbot(request),
    }
}

#[test]
fn vbot_calls_outside_by_the_only_hotline_without_being_asked_to() {
    let mut rig = signed_in(vbot(), at_vbot);
    let provider = &rig.snapshot().provider;
    assert_eq!(provider.hotline.as_deref(), Some("02871000003"));
    assert!(provider.hotline_needed, "there is no provider's choice");
    let (.., invite) = rig.call_out("0912345678");
    assert_eq!(
        invite.uri.to_string(),
        "sip:02871000003*77*0912345678@vbot.example"
    );
    assert_eq!(
        rig.command(Command::ChooseHotline { hotline: None }),
        None,
        "a card or an older view may say it"
    );
    let kept = rig.disk(None).provider.and_then(|kept| kept.hotline);
    assert_eq!(kept.as_deref(), Some("02871000003"));
}

#[test]
fn a_hotline_that_the_list_does_not_have_any_more_is_not_called_by() {
    let mut rig = signed_in(vbot(), vbot_with(&["02871000003", "02871000004"]));
    let hotline = Some("02871000004".to_owned());
    assert_eq!(rig.command(Command::ChooseHotline { hotline }), None);
    let mut rig = rig.restarted(None);
    serve(&mut rig, vbot_with(&["02871000003", "02871000004"]));
    let chosen = rig.snapshot().provider.hotline.clone();
    assert_eq!(chosen.as_deref(), Some("02871000004"), "it is there");
    let mut rig = rig.restarted(None);
    serve(&mut rig, vbot_with(&["02871000005", "02871000003"]));
    rig.open_socket();
    rig.accept_registration();
    let (.., invite) = rig.call_out("0912345678");
    assert_eq!(
        invite.uri.to_string(),
        "sip:02871000005*77*0912345678@vbot.example"
    );
    let kept = rig.disk(None).provider.and_then(|kept| kept.hotline);
    assert_eq!(kept.as_deref(), Some("02871000005"));
}

#[test]
fn another_companys_token_does_not_bring_the_hotline_of_the_one_before() {
    let mut rig = signed_in(vbot(), at_vbot);
    let with_token = |token: &str| Command::ProviderSignIn {
        sign_in: ProviderSignIn::Vbot {
            base_url: "https://vbot.example".into(),
            token: Secret::new(token),
            generation: VbotGeneration::Widget,
        },
    };
    // An empty one stands for the one that is known.
    assert_eq!(rig.command(with_token("")), None);
    let kept = rig.disk(None).provider.expect("the session");
    assert!(kept.registered && kept.hotline.is_some());
    assert_eq!(rig.command(with_token("an0ther-t0ken")), None);
    let kept = rig.disk(None).provider.expect("the session");
    assert_eq!((kept.registered, kept.hotline), (false, None));
}

#[test]
fn a_sign_in_elsewhere_that_fails_leaves_the_phone_as_it_was() {
    let mut rig = signed_in(vbot(), at_vbot);
    let mut elsewhere = Omicall {
        auth_status: Some("password_incorrect"),
        ..Omicall::default()
    };
    let sign_in = omicall();
    assert_eq!(rig.command(Command::ProviderSignIn { sign_in }), None);
    rig.serve(&mut elsewhere);
    let provider = &rig.snapshot().provider;
    assert_eq!(provider.problem, Some(ProviderProblem::WrongPassword));
    let registration = &rig.snapshot().registration;
    assert_eq!(registration.state, RegistrationState::Registered);
    let calls_as_at_vbot = |rig: &mut Rig| {
        let (call, _, invite) = rig.call_out("0912345678");
        assert_eq!(
            invite.uri.to_string(),
            "sip:02871000003*77*0912345678@vbot.example"
        );
        assert_eq!(
            rig.stored_row(&call).hotline.as_deref(),
            Some("02871000003")
        );
        rig.command(typed(&call, "a"));
        let notes = rig.disk(None).notes;
        let note = notes.iter().find(|note| note.call == call);
        let owner = note.expect("a note").owner.clone();
        assert_eq!(owner.provider, ProviderKind::Vbot, "whose call it was");
    };
    calls_as_at_vbot(&mut rig);
    // The browser is closed meanwhile.
    let mut rig = rig.restarted(None);
    rig.serve(&mut elsewhere);
    rig.open_socket();
    rig.accept_registration();
    calls_as_at_vbot(&mut rig);
}

#[test]
fn the_account_of_the_new_provider_ends_the_rules_of_the_one_before() {
    let mut rig = signed_in(vbot(), at_vbot);
    let sign_in = omicall();
    assert_eq!(rig.command(Command::ProviderSignIn { sign_in }), None);
    rig.serve(&mut Omicall::default());
    let kept = rig.disk(None).provider.expect("the session");
    assert!(kept.registered && kept.former.is_none());
    let mut rig = rig.restarted(None);
    rig.open_socket();
    rig.accept_registration();
    let (call, _, invite) = rig.call_out("0912345678");
    assert_eq!(invite.uri.to_string(), "sip:0912345678@omiteam");
    rig.command(typed(&call, "a"));
    let notes = rig.disk(None).notes;
    let note = notes.iter().find(|note| note.call == call);
    let owner = note.expect("a note").owner.clone();
    assert_eq!(owner.provider, ProviderKind::Omicall);
}

#[test]
fn a_call_of_another_account_belongs_to_no_provider_that_refused_the_sign_in() {
    let mut rig = Rig::registered();
    let mut elsewhere = Omicall {
        auth_status: Some("password_incorrect"),
        ..Omicall::default()
    };
    let sign_in = omicall();
    assert_eq!(rig.command(Command::ProviderSignIn { sign_in }), None);
    rig.serve(&mut elsewhere);
    let (call, ..) = rig.call_out("0912345678");
    rig.command(typed(&call, "a"));
    let owner = rig.disk(None).notes[0].owner.clone();
    assert_eq!(owner.provider, ProviderKind::PlainSip);
    // So its note stays here instead of waiting for another owner's sign-in.
    rig.hang_up(&call);
    rig.command(Command::SaveNote { call });
    let state = rig.snapshot().forms[0].state.clone();
    assert!(matches!(state, NoteState::Here { .. }), "{state:?}");
}

/// Bizfly with two hotlines.
fn at_bizfly_with_hotlines(request: &HttpRequest) -> Value {
    if request.url.ends_with("/api/webphone/hotlines") {
        return json!({"status": "success", "data": [
            {"id": "h1", "hotline_number": "02871000001"},
            {"id": "h2", "hotline_number": "02871000002"},
        ]});
    }
    at_bizfly(request)
}

#[test]
fn a_hotline_that_bizfly_does_not_take_is_not_shown_as_the_one_that_calls_go_out_by() {
    let mut rig = signed_in(bizfly(), at_bizfly_with_hotlines);
    assert_eq!(rig.snapshot().provider.hotlines.len(), 2);
    let choose = |id: &str| Command::ChooseHotline {
        hotline: Some(id.to_owned()),
    };
    assert_eq!(rig.command(choose("h1")), None);
    serve(&mut rig, at_bizfly_with_hotlines);
    assert_eq!(rig.snapshot().provider.hotline.as_deref(), Some("h1"));
    assert_eq!(rig.command(choose("h2")), None);
    let (fetch, request) = rig.fetches.pop_front().expect("the choice");
    assert_eq!(request.method, HttpMethod::Post);
    let outcome = HttpOutcome::Answer(HttpAnswer {
        status: 403,
        retry_after: None,
        body: String::new(),
    });
    rig.feed(Input::Fetched { fetch, outcome });
    let provider = rig.snapshot().provider.clone();
    assert_eq!(provider.hotline.as_deref(), Some("h1"));
    assert_eq!(provider.problem, Some(ProviderProblem::Forbidden));
    let kept = rig.disk(None).provider.and_then(|kept| kept.hotline);
    assert_eq!(kept.as_deref(), Some("h1"));
}

#[test]
fn a_chosen_hotline_outlives_that_telling_it_anew_at_the_next_start_does_not_arrive() {
    let mut rig = signed_in(bizfly(), at_bizfly_with_hotlines);
    let hotline = Some("h1".to_owned());
    assert_eq!(rig.command(Command::ChooseHotline { hotline }), None);
    serve(&mut rig, at_bizfly_with_hotlines);
    let mut rig = rig.restarted(None);
    // Every request arrives but the choice.
    let mut lost = 0;
    while let Some((fetch, request)) = rig.fetches.pop_front() {
        let is_choice = request.method == HttpMethod::Post && !request.url.ends_with("/api/token");
        lost += u32::from(is_choice);
        let outcome = if is_choice {
            HttpOutcome::Failed(HttpFailure::Unreachable)
        } else {
            HttpOutcome::Answer(HttpAnswer {
                status: 200,
                retry_after: None,
                body: at_bizfly_with_hotlines(&request).to_string(),
            })
        };
        rig.feed(Input::Fetched { fetch, outcome });
    }
    assert_eq!(lost, 1, "it was told anew");
    assert_eq!(rig.snapshot().provider.hotline.as_deref(), Some("h1"));
    let kept = rig.restarted(None).snapshot().provider.hotline.clone();
    assert_eq!(kept.as_deref(), Some("h1"));
}

#[test]
fn a_choice_that_fails_late_does_not_undo_the_one_that_was_made_since() {
    let mut rig = signed_in(bizfly(), at_bizfly_with_hotlines);
    let choose = |id: &str| Command::ChooseHotline {
        hotline: Some(id.to_owned()),
    };
    assert_eq!(rig.command(choose("h1")), None);
    assert_eq!(rig.command(choose("h2")), None);
    let (fetch, _) = rig.fetches.pop_front().expect("the first choice");
    let outcome = HttpOutcome::Failed(HttpFailure::TimedOut);
    rig.feed(Input::Fetched { fetch, outcome });
    serve(&mut rig, at_bizfly_with_hotlines);
    assert_eq!(rig.snapshot().provider.hotline.as_deref(), Some("h2"));
}

#[test]
fn a_single_call_chooses_no_hotline_where_the_provider_keeps_the_choice() {
    let mut rig = signed_in(bizfly(), at_bizfly_with_hotlines);
    let hotline = Some("h1".to_owned());
    assert_eq!(rig.command(Command::ChooseHotline { hotline }), None);
    serve(&mut rig, at_bizfly_with_hotlines);
    assert_eq!(rig.phone.worker_state().hotlines, [], "cards offer none");
    let dial = Command::Dial {
        number: "0912345678".to_owned(),
        source: alo_protocol::DialSource::Page,
        options: alo_protocol::DialOptions {
            hotline: Some("h2".to_owned()),
            ..Default::default()
        },
    };
    assert_eq!(rig.command(dial), None);
    let call = rig.newest_call();
    assert_eq!(rig.call(&call).hotline.as_deref(), Some("h1"));
}
