//! Bizfly Cloud: the platform's sign-in, the webphone's paths (which nobody outside knows: these are
//! the sandbox's own), and the public interface that a company's key opens.

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::{get, post};
use serde::Deserialize;
use serde_json::{Value, json};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::contacts;
use super::history::{Entry, Filter, Save};
use super::state::{API_KEY, State as Memory, TokenError};
use super::token::Audience;
use super::{Paging, Refused, Rest, Words, answer, field, now_ms, read, word};
use crate::pbx::Direction;
use crate::provider::{self, HOTLINES, Provider, hotlines_of, national};

/// The project that every account belongs to.
const PROJECT: &str = "prj-saomai";
/// A hotline's group, which may be chosen like a hotline; it calls out with its first.
const GROUP: &str = "grp-all";

pub(super) fn routes() -> Router<Rest> {
    Router::new()
        .route("/api/token", post(token))
        .route("/api/auth/service", get(services))
        .route("/api/webphone/extension", get(extension))
        .route("/api/webphone/hotlines", get(hotlines))
        .route("/api/webphone/hotline", post(choose))
        .route("/api/webphone/contacts", get(contact_list))
        .route("/api/webphone/histories", get(histories))
        .route("/api/webphone/calls/{id}/note", post(note))
        .route("/v1/api/hotlines", get(public_hotlines))
        .route("/v1/api/extensions", get(public_extensions))
        .route("/v1/api/reports", get(reports))
        .route("/v1/api/reports/{id}", get(report))
}

/// The shape of the SDK's callbacks, which the sandbox takes for its answers too.
fn ok(data: &Value) -> Response {
    answer(
        StatusCode::OK,
        &json!({"status": "success", "error": null, "data": data}),
    )
}

fn failed(status: StatusCode, error: &str) -> Response {
    answer(
        status,
        &json!({"status": "error", "error": error, "data": null}),
    )
}

#[derive(Deserialize)]
struct SignIn {
    auth_method: String,
    username: String,
    password: String,
}

async fn token(State(rest): State<Rest>, body: Bytes) -> Response {
    let Some(given) = read::<SignIn>(&body).filter(|given| given.auth_method == "password") else {
        return failed(StatusCode::BAD_REQUEST, "data_invalid");
    };
    let user = Provider::Bizfly.users().find(|user| {
        provider::agent(user)
            .1
            .eq_ignore_ascii_case(&given.username)
    });
    let Some(user) = user.filter(|user| given.password == provider::password(user)) else {
        return failed(StatusCode::UNAUTHORIZED, "invalid_credentials");
    };
    let claims = rest.state().issue(Audience::Bizfly, &user, now_ms());
    let end = i64::try_from(claims.exp)
        .ok()
        .and_then(|at| OffsetDateTime::from_unix_timestamp(at).ok());
    let end = end.and_then(|at| at.format(&Rfc3339).ok());
    answer(
        StatusCode::OK,
        &json!({"token": claims.sign(), "expire_at": end, "project_id": PROJECT, "project_name": "Sao Mai"}),
    )
}

/// The agent whose token came.
fn agent(rest: &Rest, headers: &HeaderMap) -> Result<String, Refused> {
    let is_token = field(headers, "x-auth-type").is_none_or(|kind| kind == "token");
    let is_own_project = field(headers, "x-project-id").is_none_or(|project| project == PROJECT);
    let given = field(headers, "x-auth-token").filter(|_| is_token);
    let user = rest
        .state()
        .check(given, Audience::Bizfly, now_ms())
        .map_err(|error| {
            let word = match error {
                TokenError::Invalid => "token_invalid",
                TokenError::Expired => "token_expired",
            };
            failed(StatusCode::UNAUTHORIZED, word)
        })?;
    // The account is right; the extension behind it is not to be used.
    let is_off = rest.state().memory.disabled.contains(&user);
    let word = if is_off {
        "extension_disabled"
    } else {
        "project_invalid"
    };
    match is_off || !is_own_project {
        true => Err(failed(StatusCode::FORBIDDEN, word).into()),
        false => Ok(user),
    }
}

async fn services(State(rest): State<Rest>, headers: HeaderMap) -> Response {
    if let Err(refused) = agent(&rest, &headers) {
        return refused.into();
    }
    let url = format!("http://{}/bizfly/v1/api", rest.address);
    answer(
        StatusCode::OK,
        &json!({"services": [{
            "name": "Call Center", "code": "CC", "canonical_name": "call_center", "region": "HN",
            "service_url": url, "enabled": true,
        }]}),
    )
}

fn hotline_item(hotline: &provider::Hotline) -> Value {
    json!({"id": hotline.id, "name": hotline.name, "hotline_number": hotline.national})
}

/// The hotline that is chosen, or the first.
fn chosen(state: &Memory, user: &str) -> Option<String> {
    let chosen = state.memory.chosen.get(user).cloned();
    chosen.or_else(|| {
        hotlines_of(user)
            .first()
            .map(|hotline| hotline.id.to_owned())
    })
}

async fn extension(State(rest): State<Rest>, headers: HeaderMap) -> Response {
    let user = match agent(&rest, &headers) {
        Ok(user) => user,
        Err(refused) => return refused.into(),
    };
    let (name, mail) = provider::agent(&user);
    let realm = Provider::Bizfly.domain();
    let own = hotlines_of(&user);
    ok(&json!({
        "id": format!("ext-{user}"),
        "extension_number": user,
        "extension_password": provider::password(&user),
        "extension_user_fullname": name,
        "email": mail,
        "extension_role": "agent",
        "extension_call_permit": {
            "internal": true, "inbound": true, "outbound": !own.is_empty(), "mobile": true, "phone": true, "internation": false,
        },
        "realm": realm,
        "impi": user,
        "impu": format!("sip:{user}@{realm}"),
        "websocket_url": rest.socket_url(),
        "ice_servers": [],
        "id_hotline": chosen(&rest.state(), &user),
        "hotline_id_list": own.iter().map(|hotline| hotline.id).collect::<Vec<_>>(),
        "hotline_group_id_list": if own.is_empty() { vec![] } else { vec![GROUP] },
    }))
}

async fn hotlines(State(rest): State<Rest>, headers: HeaderMap) -> Response {
    match agent(&rest, &headers) {
        Ok(user) => ok(&hotlines_of(&user).iter().map(hotline_item).collect()),
        Err(refused) => refused.into(),
    }
}

#[derive(Deserialize)]
struct Choice {
    id: String,
}

async fn choose(State(rest): State<Rest>, headers: HeaderMap, body: Bytes) -> Response {
    let user = match agent(&rest, &headers) {
        Ok(user) => user,
        Err(refused) => return refused.into(),
    };
    let Some(choice) = read::<Choice>(&body) else {
        return failed(StatusCode::BAD_REQUEST, "data_invalid");
    };
    let own = hotlines_of(&user);
    let hotline = match choice.id.as_str() {
        GROUP => own.first(),
        id => own.iter().find(|hotline| hotline.id == id),
    };
    let Some(hotline) = hotline else {
        return failed(StatusCode::NOT_FOUND, "hotline_not_found");
    };
    rest.state().memory.chosen.insert(user, choice.id);
    ok(&hotline_item(hotline))
}

async fn contact_list(State(rest): State<Rest>, words: Words, headers: HeaderMap) -> Response {
    if let Err(refused) = agent(&rest, &headers) {
        return refused.into();
    }
    let found = word(&words, "phone").map_or_else(|| contacts::search(""), contacts::by_phone);
    let items = found.into_iter().map(|contact| {
        json!({
            "id": contact.id,
            "name": contact.name,
            "phones": contact.phones.iter().map(|phone| national(phone)).collect::<Vec<_>>(),
            "email": contact.mail,
            "address": contact.address,
            "note": contact.note,
        })
    });
    ok(&items.collect())
}

fn state_of(call: &Entry) -> &'static str {
    match (call.is_answered(), call.status) {
        (true, _) => "answered",
        (false, Some(486 | 600)) => "busy",
        (false, _) if call.is_missed() => "missed",
        (false, _) => "no_answer",
    }
}

fn item(call: &Entry) -> Value {
    let is_out = call.direction == Direction::Outbound;
    let hotline = call.hotline.as_deref().unwrap_or_default();
    let (caller, callee) = match call.direction {
        Direction::Outbound => (hotline, call.other.as_str()),
        Direction::Inbound => (call.other.as_str(), hotline),
        Direction::Local => (call.extension.as_str(), call.other.as_str()),
    };
    json!({
        "id": call.id,
        "start_time": call.started_ms / 1000,
        "hotline_number": hotline,
        "extension_number": call.extension,
        "caller": caller,
        "callee": callee,
        "direct": if is_out { "outbound" } else { "inbound" },
        "state": state_of(call),
        "conversation_duration": call.talk_seconds(),
        "duration": call.total_seconds(),
        "audio_url": null,
        "note": call.note,
        "rate": call.rate,
        "report": call.report,
    })
}

async fn histories(State(rest): State<Rest>, words: Words, headers: HeaderMap) -> Response {
    let user = match agent(&rest, &headers) {
        Ok(user) => user,
        Err(refused) => return refused.into(),
    };
    let limit = word(&words, "limit").map_or(Some(30), |limit| limit.parse().ok());
    let Some(limit) = limit.filter(|limit| (1..=200).contains(limit)) else {
        return failed(StatusCode::BAD_REQUEST, "data_invalid");
    };
    let filter = Filter {
        extensions: vec![user],
        ..Filter::default()
    };
    let state = rest.state();
    let found = state.memory.history.find(Provider::Bizfly, &filter);
    ok(&found.into_iter().take(limit).map(item).collect())
}

async fn note(
    State(rest): State<Rest>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if let Err(refused) = agent(&rest, &headers) {
        return refused.into();
    }
    // Either a note, or a rating with a report.
    let save = read::<Save>(&body).filter(|save| save.note.is_some() || save.rate.is_some());
    let Some(save) = save.filter(|save| save.tag.is_none()) else {
        return failed(StatusCode::BAD_REQUEST, "data_invalid");
    };
    let mut state = rest.state();
    match state
        .memory
        .history
        .save(Provider::Bizfly, &id, save)
        .map(item)
    {
        Some(call) => ok(&call),
        None => {
            state.strays += 1;
            failed(StatusCode::NOT_FOUND, "call_not_found")
        }
    }
}

/// The company's key, bare, as the public interface wants it.
fn company(headers: &HeaderMap) -> Result<(), Refused> {
    match field(headers, "authorization") == Some(API_KEY) {
        true => Ok(()),
        false => {
            let words = json!({"status": false, "message": "api key invalid"});
            Err(answer(StatusCode::UNAUTHORIZED, &words).into())
        }
    }
}

async fn public_hotlines(headers: HeaderMap) -> Response {
    match company(&headers) {
        Ok(()) => {
            let numbers = HOTLINES.map(|hotline| json!({"hotline_number": hotline.national}));
            answer(StatusCode::OK, &json!({"data": numbers}))
        }
        Err(refused) => refused.into(),
    }
}

async fn public_extensions(headers: HeaderMap) -> Response {
    match company(&headers) {
        Ok(()) => {
            let users = Provider::Bizfly.users();
            let list =
                users.map(|user| json!({"id": format!("ext-{user}"), "extension_number": user}));
            answer(
                StatusCode::OK,
                &json!({"extensions": list.collect::<Vec<_>>()}),
            )
        }
        Err(refused) => refused.into(),
    }
}

async fn reports(State(rest): State<Rest>, mut words: Words, headers: HeaderMap) -> Response {
    if let Err(refused) = company(&headers) {
        return refused.into();
    }
    let ms = |name| {
        word(&words, name)
            .and_then(|at| at.parse::<u64>().ok())
            .map(|at| at.saturating_mul(1000))
    };
    let filter = Filter {
        hotlines: word(&words, "hotline_number")
            .map(str::to_owned)
            .into_iter()
            .collect(),
        directions: word(&words, "direct")
            .map(str::to_owned)
            .into_iter()
            .collect(),
        keyword: word(&words, "keyword").unwrap_or_default().to_owned(),
        from_ms: ms("from_time"),
        to_ms: ms("to_time"),
        ..Filter::default()
    };
    // `offset` counts pages here.
    for (name, shared) in [("offset", "page"), ("limit", "size")] {
        if let Some(value) = words.0.remove(name) {
            words.0.insert(shared.to_owned(), value);
        }
    }
    let state = rest.state();
    let found = state.memory.history.find(Provider::Bizfly, &filter);
    let (page, total, _) = Paging::of(&words, 100).cut(found);
    answer(
        StatusCode::OK,
        &json!({"data": page.into_iter().map(item).collect::<Vec<_>>(), "total": total}),
    )
}

async fn report(State(rest): State<Rest>, Path(id): Path<String>, headers: HeaderMap) -> Response {
    if let Err(refused) = company(&headers) {
        return refused.into();
    }
    let state = rest.state();
    match state.memory.history.get(Provider::Bizfly, &id) {
        Some(call) => answer(StatusCode::OK, &json!({"data": item(call)})),
        None => answer(
            StatusCode::NOT_FOUND,
            &json!({"status": false, "message": "not found"}),
        ),
    }
}
