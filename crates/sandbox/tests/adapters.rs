//! The two readings of the providers' interfaces meet: the phone's adapters against the sandbox, over
//! HTTP. What differs here is a misreading on one side.

mod common;

use alo_protocol::{
    BizflyPaths, Direction, ProviderProblem, ProviderSignIn, Secret, VbotGeneration,
};
use alo_providers::api::{
    Answer, ApiError, Ask, Client, CompanyClient, HttpAnswer, HttpFailure, HttpOutcome,
    HttpRequest, LookupNumber, NoteToSave, QualityLog, SavedNote, SignedIn,
};
use serde_json::json;

use common::{Program, old_call};

fn base(program: &Program, provider: &str) -> String {
    format!("{}/{provider}", program.text("http"))
}

fn omicall(program: &Program, extension: &str, password: &str) -> Client {
    let sign_in = ProviderSignIn::Omicall {
        base_url: base(program, "omicall"),
        domain: "saomai".into(),
        extension: extension.into(),
        password: Secret::new(password),
        sip_only: false,
        server_url: String::new(),
    };
    Client::new(sign_in, None).expect("usable")
}

fn bizfly(program: &Program, email: &str, password: &str) -> Client {
    let sign_in = ProviderSignIn::Bizfly {
        base_url: base(program, "bizfly"),
        email: email.into(),
        password: Secret::new(password),
        paths: BizflyPaths::default(),
        server_url: String::new(),
        domain: String::new(),
    };
    Client::new(sign_in, None).expect("usable")
}

fn vbot(program: &Program, token: &str, generation: VbotGeneration) -> Client {
    let tokens = &program.ready["providers"]["vbot"];
    let token = tokens[token]
        .as_str()
        .or_else(|| tokens["tokens"][token].as_str());
    let sign_in = ProviderSignIn::Vbot {
        base_url: base(program, "vbot"),
        token: Secret::new(token.expect("a token")),
        generation,
    };
    Client::new(sign_in, None).expect("usable")
}

/// Sends a request as a browser that follows no redirect does.
async fn carry_out(program: &Program, request: &HttpRequest) -> HttpOutcome {
    let path = request.url.strip_prefix(&program.text("http"));
    let line = format!(
        "{} {}",
        request.method.name(),
        path.expect("to the sandbox")
    );
    let fields: Vec<(&str, &str)> = request
        .headers
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let answer = program
        .ask(&line, &fields, request.body.as_deref().unwrap_or_default())
        .await;
    match answer.status {
        0 => HttpOutcome::Failed(HttpFailure::Unreachable),
        300..=399 => HttpOutcome::Failed(HttpFailure::Redirected),
        status => HttpOutcome::Answer(HttpAnswer {
            status,
            retry_after: answer.field("retry-after").and_then(|s| s.parse().ok()),
            body: answer.text,
        }),
    }
}

fn now() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    u64::try_from(since.expect("after 1970").as_millis()).expect("not far away")
}

async fn ask(program: &Program, client: &mut Client, ask: Ask) -> Result<Answer, ApiError> {
    client.ask(ask, now());
    while let Some((http, request)) = client.poll_request() {
        let outcome = carry_out(program, &request).await;
        client.handle(http, outcome, now());
    }
    client.poll_answer().expect("an answer").1
}

async fn sign_in(program: &Program, client: &mut Client) -> Result<SignedIn, ProviderProblem> {
    match ask(program, client, Ask::SignIn).await {
        Ok(Answer::SignedIn(signed_in)) => Ok(*signed_in),
        Ok(other) => panic!("{other:?}"),
        Err(error) => Err(error.problem),
    }
}

fn recent() -> Ask {
    Ask::History {
        from: now() - 7 * 86_400_000,
        to: now(),
        limit: 30,
    }
}

fn lookup(national: &str) -> Ask {
    Ask::Contact(LookupNumber {
        e164: national.strip_prefix('0').map(|rest| format!("+84{rest}")),
        national: national.into(),
    })
}

fn note(call: &str, text: &str) -> NoteToSave {
    NoteToSave {
        provider_id: call.into(),
        text: text.into(),
        ..NoteToSave::default()
    }
}

#[tokio::test]
async fn omicall_from_the_sign_in_to_the_note() {
    let program = Program::start(&[]).await;
    let mut client = omicall(&program, "2001", "alo-2001");
    let signed_in = sign_in(&program, &mut client).await.expect("signed in");
    let account = &signed_in.account;
    assert_eq!(
        (account.domain.as_str(), account.username.as_str()),
        ("saomai", "2001")
    );
    assert!(account.server_url.starts_with("ws://127.0.0.1:"));
    assert!(
        client
            .token()
            .is_some_and(|token| token.expires_at > Some(now()))
    );

    let Ok(Answer::Hotlines(hotlines)) = ask(&program, &mut client, Ask::Hotlines).await else {
        panic!("hotlines");
    };
    let ids: Vec<&str> = hotlines.iter().map(|hotline| hotline.id.as_str()).collect();
    assert_eq!(ids, ["842473001234", "842873005678"]);
    let tags = ask(&program, &mut client, Ask::Tags).await;
    assert!(matches!(tags, Ok(Answer::Tags(tags)) if tags.contains(&"Gọi lại".to_owned())));

    let Ok(Answer::Contacts(one)) = ask(&program, &mut client, lookup("0912345678")).await else {
        panic!("contacts");
    };
    let [lan] = one.as_slice() else {
        panic!("{one:?}");
    };
    assert_eq!(
        (lan.id.as_str(), lan.name.as_str()),
        ("c-lan", "Nguyễn Thị Lan")
    );
    assert_eq!(lan.detail.as_deref(), Some("Kế toán trưởng"));
    let Ok(Answer::Contacts(two)) = ask(&program, &mut client, lookup("02438234567")).await else {
        panic!("contacts");
    };
    assert_eq!(two.len(), 2);
    let nobody = ask(&program, &mut client, lookup("0999999999")).await;
    assert_eq!(nobody, Ok(Answer::Contacts(Vec::new())));

    let call = old_call(2001, 0);
    let Ok(Answer::History(calls)) = ask(&program, &mut client, recent()).await else {
        panic!("history");
    };
    assert_eq!(calls.len(), 3);
    let old = calls
        .iter()
        .find(|known| known.provider_id == call)
        .expect("known");
    assert_eq!(
        (old.direction, old.number.as_str()),
        (Direction::Incoming, "0912345678")
    );
    assert_eq!(old.name.as_deref(), Some("Nguyễn Thị Lan"));
    assert_eq!(old.answered_at.map(|at| at - old.started_at), Some(8_000));

    let mut typed = note(&call, "Hẹn thứ Hai\nlúc 9 giờ");
    typed.tags = vec!["Gọi lại".into()];
    let saved = ask(
        &program,
        &mut client,
        Ask::SaveNote(Box::new(typed.clone())),
    )
    .await;
    assert_eq!(saved, Ok(Answer::Done));
    let kept = program.call(&call).await;
    assert_eq!(
        (&kept["note"], &kept["saves"]),
        (&json!(typed.text), &json!(1))
    );
    let read = Ask::ReadNote {
        provider_id: call.clone(),
        at: old.started_at,
    };
    let expected = SavedNote {
        text: typed.text,
        tags: typed.tags,
    };
    assert_eq!(
        ask(&program, &mut client, read).await,
        Ok(Answer::Note(Some(expected)))
    );
    let log = QualityLog {
        provider_id: call,
        extension: "2001".into(),
        ..QualityLog::default()
    };
    let logged = ask(&program, &mut client, Ask::Quality(Box::new(log))).await;
    assert_eq!(logged, Ok(Answer::Done));
}

#[tokio::test]
async fn an_expired_token_is_not_noticed_and_faults_say_whether_the_note_may_be_there() {
    let program = Program::start(&[]).await;
    let mut client = omicall(&program, "2001", "alo-2001");
    sign_in(&program, &mut client).await.expect("signed in");
    let call = old_call(2001, 0);
    program
        .fault(json!({"provider": "omicall", "kind": "expire_tokens"}))
        .await;
    let save = |text: &str| Ask::SaveNote(Box::new(note(&call, text)));
    assert_eq!(
        ask(&program, &mut client, save("một")).await,
        Ok(Answer::Done)
    );
    assert_eq!(program.call(&call).await["saves"], 1);

    for (fault, problem, maybe_done, retry_after) in [
        (
            json!({"kind": "drop_after_commit"}),
            ProviderProblem::Unreachable,
            true,
            None,
        ),
        (
            json!({"kind": "half"}),
            ProviderProblem::BadAnswer,
            true,
            None,
        ),
        (
            json!({"kind": "status", "status": 503, "retry_after_s": 9}),
            ProviderProblem::ServerFailed,
            true,
            Some(9),
        ),
        (
            json!({"kind": "status", "status": 429, "retry_after_s": 7}),
            ProviderProblem::TooMany,
            false,
            Some(7),
        ),
        (
            json!({"kind": "redirect"}),
            ProviderProblem::Redirected,
            false,
            None,
        ),
    ] {
        let mut fault = fault;
        fault["path_contains"] = json!("add-metadata");
        program.fault(fault.clone()).await;
        let error = ask(&program, &mut client, save("hai"))
            .await
            .expect_err("failed");
        assert_eq!(
            (error.problem, error.maybe_done, error.retry_after),
            (problem, maybe_done, retry_after),
            "{fault}"
        );
    }
    let unknown = Ask::SaveNote(Box::new(note("unknown", "ba")));
    let error = ask(&program, &mut client, unknown)
        .await
        .expect_err("unknown");
    assert_eq!(
        (error.problem, error.maybe_done),
        (ProviderProblem::NotFound, false)
    );
}

#[tokio::test]
async fn omicalls_administrator_sees_the_extensions_and_one_of_them_signs_in() {
    let program = Program::start(&[]).await;
    let list = async |key: &str| {
        let base = base(&program, "omicall");
        let mut company = CompanyClient::new(&base, Secret::new(key)).expect("usable");
        company.start(now());
        while let Some((http, request)) = company.poll_request() {
            let outcome = carry_out(&program, &request).await;
            company.handle(http, outcome, now());
        }
        company.poll_result().expect("a result")
    };
    let extensions = list("saomai-api-key").await.expect("a list");
    assert_eq!(extensions.len(), 10);
    let second = extensions
        .iter()
        .find(|known| known.extension == "2002")
        .expect("known");
    assert_eq!(second.domain, "saomai");
    assert_eq!(second.name, "Lý Quốc Bảo");
    let mut client = omicall(&program, "2002", second.password.expose());
    assert!(sign_in(&program, &mut client).await.is_ok());
    let refused = list("another").await.expect_err("refused");
    assert_eq!(refused.problem, ProviderProblem::WrongKey);
}

#[tokio::test]
async fn each_way_to_be_turned_away_has_its_own_name() {
    let program = Program::start(&[]).await;
    for (mut client, problem) in [
        (
            omicall(&program, "2001", "wrong"),
            ProviderProblem::WrongPassword,
        ),
        (
            omicall(&program, "2009", "alo-2009"),
            ProviderProblem::ExtensionDisabled,
        ),
        (
            bizfly(&program, "duong@saomai.example", "wrong"),
            ProviderProblem::WrongPassword,
        ),
        (
            bizfly(&program, "tung@saomai.example", "alo-3009"),
            ProviderProblem::ExtensionDisabled,
        ),
        (
            vbot(&program, "expired", VbotGeneration::Sdk),
            ProviderProblem::WrongKey,
        ),
        (
            vbot(&program, "expired", VbotGeneration::Widget),
            ProviderProblem::WrongKey,
        ),
        (
            vbot(&program, "noBalance", VbotGeneration::Sdk),
            ProviderProblem::NoBalance,
        ),
        (
            vbot(&program, "noBalance", VbotGeneration::Widget),
            ProviderProblem::NoBalance,
        ),
        (
            vbot(&program, "disabled", VbotGeneration::Sdk),
            ProviderProblem::Forbidden,
        ),
    ] {
        let kind = client.kind();
        let refused = sign_in(&program, &mut client).await.map(|_| ());
        assert_eq!(refused, Err(problem), "{kind:?}");
    }
}

#[tokio::test]
async fn bizfly_from_the_sign_in_to_the_note() {
    let program = Program::start(&[]).await;
    let mut client = bizfly(&program, "duong@saomai.example", "alo-3001");
    let signed_in = sign_in(&program, &mut client).await.expect("signed in");
    let account = &signed_in.account;
    assert_eq!(
        (account.domain.as_str(), account.username.as_str()),
        ("saomai.bizfly.test", "3001")
    );
    assert_eq!(account.password.expose(), "alo-3001");
    assert!(
        client
            .token()
            .is_some_and(|token| token.expires_at > Some(now()))
    );

    let Ok(Answer::Hotlines(hotlines)) = ask(&program, &mut client, Ask::Hotlines).await else {
        panic!("hotlines");
    };
    let second = hotlines.get(1).expect("two hotlines").clone();
    assert!(hotlines.iter().any(|hotline| hotline.id == "grp-all"));
    assert!(second.label.contains("02873005678"), "{second:?}");
    let choose = Ask::ChooseHotline { id: second.id };
    assert_eq!(ask(&program, &mut client, choose).await, Ok(Answer::Done));
    let choose = Ask::ChooseHotline { id: "x".into() };
    let error = ask(&program, &mut client, choose)
        .await
        .expect_err("unknown");
    assert_eq!(error.problem, ProviderProblem::NotFound);

    let Ok(Answer::Contacts(found)) = ask(&program, &mut client, lookup("0987654321")).await else {
        panic!("contacts");
    };
    assert_eq!(
        found.first().map(|contact| contact.name.as_str()),
        Some("Trần Văn Minh")
    );
    let Ok(Answer::History(calls)) = ask(&program, &mut client, recent()).await else {
        panic!("history");
    };
    assert_eq!(calls.len(), 3);

    program
        .fault(json!({"provider": "bizfly", "kind": "expire_tokens"}))
        .await;
    let call = old_call(3001, 0);
    let mut typed = note(&call, "Gửi báo giá");
    typed.rating = Some(4);
    typed.report = "Tốt".into();
    let saved = ask(&program, &mut client, Ask::SaveNote(Box::new(typed))).await;
    assert_eq!(saved, Ok(Answer::Done));
    let kept = program.call(&call).await;
    assert_eq!(
        (&kept["note"], &kept["rate"]),
        (&json!("Gửi báo giá"), &json!(4))
    );
    let read = Ask::ReadNote {
        provider_id: call,
        at: now(),
    };
    let read = ask(&program, &mut client, read).await;
    assert!(matches!(read, Ok(Answer::Note(Some(note))) if note.text == "Gửi báo giá"));
}

#[tokio::test]
async fn vbot_in_both_generations() {
    let program = Program::start(&[]).await;
    for generation in [VbotGeneration::Sdk, VbotGeneration::Widget] {
        let mut client = vbot(&program, "token", generation);
        let signed_in = sign_in(&program, &mut client).await.expect("signed in");
        let account = &signed_in.account;
        assert_eq!(
            (account.domain.as_str(), account.username.as_str()),
            ("saomai.vbot.test", "4001")
        );
        let socket = format!("{}/ws", program.text("http").replace("http://", "ws://"));
        assert_eq!(account.server_url, socket);
        assert_eq!(signed_in.dial.pid.as_deref(), Some("8801"));
        let Ok(Answer::Hotlines(hotlines)) = ask(&program, &mut client, Ask::Hotlines).await else {
            panic!("hotlines");
        };
        let ids: Vec<&str> = hotlines.iter().map(|hotline| hotline.id.as_str()).collect();
        assert_eq!(ids, ["02473001234", "02873005678"]);
        let history = ask(&program, &mut client, recent()).await;
        match generation {
            VbotGeneration::Sdk => {
                let Ok(Answer::History(calls)) = history else {
                    panic!("{history:?}");
                };
                assert_eq!(calls.len(), 3);
                assert!(
                    calls
                        .iter()
                        .all(|call| call.started_at > now() - 3 * 86_400_000)
                );
            }
            VbotGeneration::Widget => assert!(history.is_err()),
        }
    }
}
