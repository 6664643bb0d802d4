//! The phone's adapters at the sandbox: two readings of the same facts have to agree.

mod common;

use std::collections::BTreeMap;
use std::time::{SystemTime, UNIX_EPOCH};

use alo_protocol::{Direction, ProviderProblem, ProviderSignIn};
use alo_providers::api::{
    Answer, ApiError, Ask, Client, HttpAnswer, HttpFailure, HttpOutcome, HttpRequest, LookupNumber,
    NoteToSave, ProviderCall, SavedNote, SignedIn,
};
use common::Program;
use serde_json::{Value, json};

const PROVIDERS: [&str; 3] = ["omicall", "bizfly", "vbot"];

/// Unix time in ms: the sandbox has the clock of the machine.
fn now() -> u64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .expect("after 1970");
    u64::try_from(since.as_millis()).expect("before the year 584556019")
}

/// What a person signs in with, as the sandbox's ready line names it.
fn sign_in(program: &Program, provider: &str, changes: Value) -> ProviderSignIn {
    let mut fields = program.ready["providers"][provider].clone();
    let fields = fields.as_object_mut().expect("an object");
    for (name, value) in changes.as_object().expect("an object") {
        fields.insert(name.clone(), value.clone());
    }
    if provider == "vbot" && !fields.contains_key("generation") {
        fields.insert("generation".into(), "sdk".into());
    }
    if fields.get("generation") == Some(&json!("widget")) {
        // The newer interface has its version in the address.
        let base = format!("{}/v3.0", fields["baseUrl"].as_str().expect("a string"));
        fields.insert("baseUrl".into(), base.into());
    }
    serde_json::from_value(Value::Object(fields.clone())).expect("a sign-in")
}

fn client(program: &Program, provider: &str) -> Client {
    Client::new(sign_in(program, provider, json!({})), None).expect("a client")
}

async fn carry_out(program: &Program, request: &HttpRequest) -> HttpOutcome {
    let base = program.text("http");
    let path = request.url.strip_prefix(&base).expect("at the sandbox");
    let fields: Vec<(&str, &str)> = request
        .headers
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let line = format!("{} {path}", request.method.name());
    let body = request.body.as_deref().unwrap_or_default();
    let answer = program.ask(&line, &fields, body).await;
    match answer.status {
        0 => HttpOutcome::Failed(HttpFailure::Unreachable),
        300..=399 => HttpOutcome::Failed(HttpFailure::Redirected),
        status => HttpOutcome::Answer(HttpAnswer {
            status,
            retry_after: answer
                .field("retry-after")
                .and_then(|seconds| seconds.parse().ok()),
            body: answer.text,
        }),
    }
}

async fn ask(program: &Program, client: &mut Client, ask: Ask) -> Result<Answer, ApiError> {
    let id = client.ask(ask, now());
    loop {
        while let Some((http, request)) = client.poll_request() {
            let outcome = carry_out(program, &request).await;
            client.handle(http, outcome, now());
        }
        match client.poll_answer() {
            Some((answered, result)) if answered == id => return result,
            Some(_) => {}
            None => panic!("no request and no answer"),
        }
    }
}

async fn signed_in(program: &Program, client: &mut Client) -> SignedIn {
    match ask(program, client, Ask::SignIn).await {
        Ok(Answer::SignedIn(signed_in)) => *signed_in,
        other => panic!("{other:?}"),
    }
}

async fn history(program: &Program, client: &mut Client) -> Vec<ProviderCall> {
    let question = Ask::History {
        from: now() - 7 * 86_400_000,
        to: now(),
        limit: 30,
    };
    match ask(program, client, question).await {
        Ok(Answer::History(calls)) => calls,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn signing_in_gives_an_account_that_registers_at_the_sandbox() {
    let program = Program::start(&[]).await;
    let users = program.ready["users"].as_array().expect("a list").clone();
    for (provider, generation) in [
        ("omicall", ""),
        ("bizfly", ""),
        ("vbot", "widget"),
        ("vbot", "sdk"),
    ] {
        let changes = match generation {
            "" => json!({}),
            _ => json!({ "generation": generation }),
        };
        let mut client = Client::new(sign_in(&program, provider, changes), None).expect("a client");
        let account = signed_in(&program, &mut client).await.account;
        let known = users.iter().any(|user| {
            user["provider"] == provider
                && user["user"] == account.username
                && user["password"] == account.password.expose()
                && user["domain"] == account.domain
        });
        assert!(known, "{provider}: {account:?}");
        assert_eq!(account.server_url, program.text("ws"), "{provider}");
        // VBot's own token is all that there is.
        assert_eq!(client.token().is_some(), provider != "vbot", "{provider}");
    }
}

#[tokio::test]
async fn hotlines_are_named_for_people_and_for_the_provider() {
    let program = Program::start(&[]).await;
    for provider in PROVIDERS {
        let mut client = client(&program, provider);
        let answer = ask(&program, &mut client, Ask::Hotlines).await;
        let Ok(Answer::Hotlines(hotlines)) = answer else {
            panic!("{provider}: {answer:?}");
        };
        assert_eq!(hotlines.len(), 2, "{provider}: {hotlines:?}");
        assert!(hotlines.iter().all(|hotline| !hotline.label.is_empty()));
        if provider == "bizfly" {
            let id = hotlines[1].id.clone();
            let done = ask(&program, &mut client, Ask::ChooseHotline { id: id.clone() }).await;
            assert_eq!(done, Ok(Answer::Done));
            assert_eq!(program.rest().await["chosen_hotlines"]["3001"], id);
        }
    }
}

#[tokio::test]
async fn who_calls_is_found_however_the_address_book_writes_the_number() {
    let program = Program::start(&[]).await;
    let looked_up = [
        ("+84912345678", "0912345678", "Nguyễn Thị Lan"),
        ("+84987654321", "0987654321", "Trần Văn Minh"),
        ("+84903123456", "0903123456", "Phạm Gia Bảo"),
    ];
    for provider in ["omicall", "bizfly"] {
        let mut client = client(&program, provider);
        for (e164, national, name) in looked_up {
            let number = LookupNumber {
                e164: Some(e164.into()),
                national: national.into(),
            };
            let answer = ask(&program, &mut client, Ask::Contact(number)).await;
            let Ok(Answer::Contacts(found)) = answer else {
                panic!("{provider}: {answer:?}");
            };
            let names: Vec<&str> = found.iter().map(|contact| contact.name.as_str()).collect();
            assert_eq!(names, [name], "{provider}");
        }
        let nobody = LookupNumber {
            e164: Some("+84999999999".into()),
            national: "0999999999".into(),
        };
        let answer = ask(&program, &mut client, Ask::Contact(nobody)).await;
        assert_eq!(answer, Ok(Answer::Contacts(Vec::new())), "{provider}");
    }
}

#[tokio::test]
async fn the_list_of_calls_is_the_one_that_the_sandbox_knows() {
    let program = Program::start(&[]).await;
    let rest = program.rest().await;
    let calls = rest["calls"].as_array().expect("a list").clone();
    for (provider, generation) in [("omicall", "widget"), ("bizfly", "widget"), ("vbot", "sdk")] {
        let changes = match provider {
            "vbot" => json!({ "generation": generation }),
            _ => json!({}),
        };
        let mut client = Client::new(sign_in(&program, provider, changes), None).expect("a client");
        if !client.abilities().history {
            continue;
        }
        let user = signed_in(&program, &mut client).await.account.username;
        let listed = history(&program, &mut client).await;
        let known: BTreeMap<&str, &Value> = calls
            .iter()
            .filter(|call| call["provider"] == provider && call["extension"] == user)
            .map(|call| (call["id"].as_str().expect("an id"), call))
            .collect();
        assert!(!known.is_empty());
        assert_eq!(listed.len(), known.len(), "{provider}: {listed:?}");
        for call in listed {
            let outgoing = call.direction == Direction::Outgoing;
            let matching = known.iter().any(|(id, known)| {
                (call.provider_id == **id || call.provider_id.is_empty() || provider == "vbot")
                    && known["other"] == call.number
                    && (known["direction"] == "outbound") == outgoing
                    // VBot's list says of missed calls only that they were.
                    && (provider == "vbot" && (outgoing || known["answered"] == true)
                        || known["answered"] == call.answered_at.is_some())
            });
            assert!(matching, "{provider}: {call:?} is not among {known:?}");
        }
    }
}

#[tokio::test]
async fn a_note_is_saved_once_and_read_back() {
    let program = Program::start(&[]).await;
    for provider in ["omicall", "bizfly"] {
        let mut client = client(&program, provider);
        let call = history(&program, &mut client).await.remove(0);
        let id = call.provider_id.clone();
        let note = NoteToSave {
            provider_id: id.clone(),
            text: "Nội dung: hẹn gọi lại\nKết quả: tốt".into(),
            ..NoteToSave::default()
        };
        let done = ask(&program, &mut client, Ask::SaveNote(Box::new(note.clone()))).await;
        assert_eq!(done, Ok(Answer::Done), "{provider}");
        let kept = program.call(&id).await;
        assert_eq!(kept["note"], note.text, "{provider}");
        assert_eq!(kept["saves"], 1, "{provider}");
        if client.abilities().read_notes {
            let question = Ask::ReadNote {
                provider_id: id,
                at: call.started_at,
            };
            let read = ask(&program, &mut client, question).await;
            let Ok(Answer::Note(Some(SavedNote { text, .. }))) = read else {
                panic!("{provider}: {read:?}");
            };
            assert_eq!(text, note.text, "{provider}");
        }
    }
}

#[tokio::test]
async fn a_session_that_ended_is_renewed_unseen() {
    let program = Program::start(&[]).await;
    for provider in ["omicall", "bizfly"] {
        let mut client = client(&program, provider);
        signed_in(&program, &mut client).await;
        let expire = json!({"provider": provider, "kind": "expire_tokens"});
        program.post("/api/faults", &[], &expire).await;
        let answer = ask(&program, &mut client, Ask::Hotlines).await;
        assert!(
            matches!(answer, Ok(Answer::Hotlines(_))),
            "{provider}: {answer:?}"
        );
    }
}

#[tokio::test]
async fn each_wrong_thing_is_told_apart() {
    use ProviderProblem::{ExtensionDisabled, Forbidden, NoBalance, WrongKey, WrongPassword};
    let program = Program::start(&[]).await;
    let tokens = program.ready["providers"]["vbot"]["tokens"].clone();
    for (provider, changes, problem) in [
        ("omicall", json!({"password": "not-it"}), WrongPassword),
        (
            "omicall",
            json!({"extension": "2009", "password": "alo-2009"}),
            ExtensionDisabled,
        ),
        ("bizfly", json!({"password": "not-it"}), WrongPassword),
        ("vbot", json!({"token": "not-it"}), WrongKey),
        // What VBot's 403 means is not documented.
        ("vbot", json!({"token": tokens["disabled"]}), Forbidden),
        ("vbot", json!({"token": tokens["noBalance"]}), NoBalance),
    ] {
        let told = format!("{provider} {changes}");
        let mut client = Client::new(sign_in(&program, provider, changes), None).expect("a client");
        let refused = ask(&program, &mut client, Ask::SignIn).await;
        assert_eq!(
            refused.map_err(|error| error.problem),
            Err(problem),
            "{told}"
        );
    }
}
