//! Whatever comes back, nothing panics, every ask is answered once, and what comes out is within its
//! limits.

mod common;

use alo_protocol::{ProviderSignIn, Secret, VbotGeneration};
use alo_providers::api::{
    Answer, Ask, Client, CompanyClient, HttpAnswer, HttpFailure, HttpOutcome, LookupNumber,
    MAX_ANSWER, NoteToSave, QualityLog,
};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

use common::*;

/// Names that the adapters look for, so that random answers go deep.
const NAMES: &[&str] = &[
    "status_code",
    "payload",
    "message",
    "authStatus",
    "network_ice_providers",
    "network",
    "stuns",
    "wss_domain",
    "access_token",
    "webSocketUri",
    "iceServers",
    "urls",
    "items",
    "data",
    "error",
    "status",
    "token",
    "expire_at",
    "project_id",
    "pid",
    "accounts",
    "domain",
    "port",
    "username",
    "password",
    "realm",
    "transaction_id",
    "direction",
    "source_number",
    "destination_number",
    "created_date",
    "time_start_call",
    "duration",
    "bill_sec",
    "note",
    "tag",
    "id",
    "name",
    "full_name",
    "phone",
    "phones",
    "number",
    "hotline_number",
    "phoneNumber",
    "direct",
    "caller",
    "callee",
    "start_time",
    "type",
    "DateCreate",
    "contact",
    "contacts",
    "customer",
    "attribute_structure",
    "field_code",
    "value",
    "has_next",
    "sip_user",
    "extension_number",
];

fn leaf() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        select(vec![
            json!(9999),
            json!(-9999),
            json!(0),
            json!(200),
            json!(401),
            json!("inbound"),
            json!("outbound"),
            json!("local"),
            json!("token_expired"),
            json!("\u{202e}\r\nX: y"),
            json!(u64::MAX),
            json!(i64::MIN),
            json!(1e300),
            json!(-0.0),
            json!("../../x"),
            json!("06/30/2026 12:00:00"),
            json!("wss://a.example"),
            json!("a.b.c"),
        ]),
        any::<i64>().prop_map(Value::from),
        ".{0,40}".prop_map(Value::from),
        "[ế\u{300}\u{0}<]{0,600}".prop_map(Value::from),
    ]
}

fn answer_body() -> impl Strategy<Value = Value> {
    leaf().prop_recursive(4, 24, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((select(NAMES), inner), 0..8).prop_map(|fields| {
                let fields = fields
                    .into_iter()
                    .map(|(name, value)| (name.to_owned(), value));
                Value::Object(fields.collect::<Map<_, _>>())
            }),
        ]
    })
}

/// Random, or random in an envelope that says that all is well.
fn body() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,200}",
        answer_body().prop_map(|value| value.to_string()),
        answer_body().prop_map(|payload| {
            json!({"status_code": 9999, "error": 0, "payload": payload, "data": payload})
                .to_string()
        }),
        // Cut off somewhere.
        (answer_body(), 0usize..400)
            .prop_map(|(value, at)| { value.to_string().chars().take(at).collect::<String>() }),
    ]
}

fn outcome() -> impl Strategy<Value = HttpOutcome> {
    prop_oneof![
        8 => (any::<u16>(), any::<bool>(), any::<Option<u32>>(), body()).prop_map(
            |(status, well, retry_after, body)| HttpOutcome::Answer(HttpAnswer {
                status: if well { 200 } else { status },
                retry_after,
                body,
            })
        ),
        1 => select(vec![
            HttpFailure::Unreachable,
            HttpFailure::TimedOut,
            HttpFailure::Redirected,
            HttpFailure::TooLarge,
            HttpFailure::NotPermitted,
        ])
        .prop_map(HttpOutcome::Failed),
    ]
}

fn sign_in() -> impl Strategy<Value = ProviderSignIn> {
    select(vec![
        omicall(),
        bizfly(),
        vbot(VbotGeneration::Sdk),
        vbot(VbotGeneration::Widget),
    ])
}

fn any_ask() -> impl Strategy<Value = Ask> {
    prop_oneof![
        Just(Ask::SignIn),
        Just(Ask::Hotlines),
        Just(Ask::Tags),
        ".{0,20}".prop_map(|id| Ask::ChooseHotline { id }),
        ("[+0-9a-z]{0,16}", "[0-9a-z]{0,12}").prop_map(|(e164, national)| {
            let e164 = Some(e164);
            Ask::Contact(LookupNumber { e164, national })
        }),
        (any::<u64>(), any::<u64>(), any::<u16>()).prop_map(|(from, to, limit)| Ask::History {
            from,
            to,
            limit
        }),
        (".{0,20}", any::<u64>()).prop_map(|(provider_id, at)| Ask::ReadNote { provider_id, at }),
        (".{0,20}", ".{0,20}", any::<Option<u8>>()).prop_map(|(provider_id, text, rating)| {
            Ask::SaveNote(Box::new(NoteToSave {
                provider_id,
                text,
                rating,
                ..NoteToSave::default()
            }))
        }),
        any::<f32>().prop_map(|value| Ask::Quality(Box::new(QualityLog {
            mos: [value; 3],
            jitter_ms: value,
            ..QualityLog::default()
        }))),
    ]
}

fn is_short(text: &str, max: usize) -> bool {
    text.chars().count() <= max && !text.chars().any(|c| c.is_control() && c != '\n')
}

fn within_limits(answer: &Answer) -> bool {
    match answer {
        Answer::SignedIn(signed_in) => {
            let url = &signed_in.account.server_url;
            (url.starts_with("wss://") || url.starts_with("ws://127.0.0.1"))
                && is_short(&signed_in.user, 64)
        }
        Answer::Hotlines(hotlines) => {
            hotlines.len() <= 100
                && hotlines
                    .iter()
                    .all(|h| h.id.len() <= 64 && h.id.is_ascii() && is_short(&h.label, 64))
        }
        Answer::Contacts(contacts) => {
            contacts.len() <= 8
                && contacts.iter().all(|c| {
                    is_short(&c.name, 64)
                        && !c.name.is_empty()
                        && c.id.chars().count() <= 192
                        && c.note.as_deref().is_none_or(|note| is_short(note, 512))
                })
        }
        Answer::Tags(tags) => tags.len() <= 20 && tags.iter().all(|tag| is_short(tag, 64)),
        Answer::History(calls) => calls.iter().all(|call| {
            call.provider_id.len() <= 128
                && is_short(&call.number, 64)
                && call.started_at < 253_402_300_800_000
        }),
        Answer::Note(note) => note
            .as_ref()
            .is_none_or(|note| is_short(&note.text, 100_000)),
        Answer::Done => true,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_ask_is_answered_once_whatever_comes(
        sign_in in sign_in(),
        stored_token in any::<bool>(),
        asks in prop::collection::vec(any_ask(), 1..6),
        outcomes in prop::collection::vec(outcome(), 0..24),
        now in any::<u64>(),
    ) {
        let token = stored_token.then(|| stored("old"));
        let mut client = Client::new(sign_in, token).expect("usable");
        let mut waiting: Vec<_> = asks.into_iter().map(|ask| client.ask(ask, now)).collect();
        let mut outcomes = outcomes.into_iter();
        let mut requests = 0;
        while let Some((http, request)) = client.poll_request() {
            requests += 1;
            prop_assert!(request.url.starts_with("https://"));
            for (name, value) in &request.headers {
                prop_assert!(!name.contains(['\r', '\n']) && !value.contains(['\r', '\n']));
            }
            let outcome = outcomes
                .next()
                .unwrap_or(HttpOutcome::Failed(HttpFailure::Unreachable));
            client.handle(http, outcome.clone(), now);
            // The same once more is nothing.
            client.handle(http, outcome, now);
            if client.poll_timeout().is_some_and(|at| at <= now) && requests < 30 {
                client.handle_timeout(now);
            }
            while let Some((id, result)) = client.poll_answer() {
                let at = waiting.iter().position(|known| *known == id);
                prop_assert!(at.is_some(), "answered twice");
                waiting.swap_remove(at.unwrap_or_default());
                if let Ok(answer) = result {
                    prop_assert!(within_limits(&answer), "{answer:?}");
                }
            }
        }
        while let Some((id, _)) = client.poll_answer() {
            waiting.retain(|known| *known != id);
        }
        prop_assert!(waiting.is_empty(), "never answered: {waiting:?}");
        // Each ask: two requests, a renewal, and both again.
        prop_assert!(requests <= 6 * 6 + 30);
    }

    #[test]
    fn the_list_of_extensions_ends(outcomes in prop::collection::vec(outcome(), 0..60)) {
        let mut company = CompanyClient::new("", Secret::new("k")).expect("usable");
        company.start(NOW);
        let mut outcomes = outcomes.into_iter();
        while let Some((http, _)) = company.poll_request() {
            let outcome = outcomes
                .next()
                .unwrap_or(HttpOutcome::Failed(HttpFailure::TimedOut));
            company.handle(http, outcome, NOW);
        }
        prop_assert!(company.poll_result().is_some());
        prop_assert!(company.poll_result().is_none());
    }
}

#[test]
fn an_answer_beyond_its_limit_is_not_read() {
    let huge = format!(
        r#"{{"status_code":9999,"payload":["{}"]}}"#,
        "9".repeat(MAX_ANSWER)
    );
    let (_, result) = ask(&mut in_session(omicall()), Ask::Hotlines, ok(&huge));
    assert!(result.is_err());
    let deep = "[".repeat(100_000);
    let (_, result) = ask(&mut in_session(omicall()), Ask::Hotlines, ok(&deep));
    assert!(result.is_err());
}
