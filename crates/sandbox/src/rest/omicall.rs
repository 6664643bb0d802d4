//! OmiCall's interface for one agent, as its web client uses it: no company key, but a bearer made
//! of the SIP credentials.

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::{get, post};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::{Value, json};

use super::contacts;
use super::history::{Filter, Save};
use super::omicall_calls::{call_v1, page_of};
use super::omicall_items::{contact_item, extension_detail, hotline_item};
use super::state::TokenError;
use super::token::Audience;
use super::{Paging, Refused, Rest, Words, answer, field, now_ms, read, word};
use crate::pbx::ApiError;
use crate::provider::{self, Provider, Trait, hotlines_of, national};

/// The labels that calls can be given.
const TAGS: [&str; 4] = ["Tiềm năng", "Đã chốt", "Khiếu nại", "Gọi lại"];
/// The longest `Authorization` that is read, in bytes.
const MAX_BEARER: usize = 4096;

pub(super) fn routes() -> Router<Rest> {
    Router::new()
        .route("/auth", post(auth))
        .route("/call_transaction/list", post(calls))
        .route("/call-transaction/add-metadata/{uuid}", post(save))
        .route("/call-transaction/emit_event", post(taken))
        .route("/tag/search", post(tags))
        .route("/call_center/hotline/list", get(hotlines))
        .route("/call_center/hotline/get/{number}", get(hotline))
        .route("/call_center/internal_group/list_v2", get(nothing_in_list))
        .route("/outer_group/list", get(nothing_in_list))
        .route("/key-interaction/list", get(nothing_in_list))
        .route("/search_by_phone/phone_v3", post(caller))
        .route("/extensions/detail", get(own_extension))
        .route("/extensions/detail/{uuid}", get(extension))
        .route("/extensions/list", get(extensions))
        .route("/click2call", post(click_to_call))
        .route("/call/rtp_log/add", post(quality))
        .route("/agent/interactive/add_v2", post(taken))
        .route("/check_phone_provider", post(carrier))
        .route("/network/info", get(network))
}

/// The envelope of what went well.
pub(super) fn ok(payload: &Value) -> Response {
    let envelope = json!({"status_code": 9999, "instance_id": "sandbox", "payload": payload});
    answer(StatusCode::OK, &envelope)
}

/// The envelope of what did not: HTTP says 200 all the same.
pub(super) fn failed(message: &str) -> Response {
    failed_with(StatusCode::OK, message)
}

pub(super) fn failed_with(status: StatusCode, message: &str) -> Response {
    let envelope = json!({"status_code": -9999, "instance_id": "sandbox", "message": message, "payload": null});
    answer(status, &envelope)
}

/// What a request without a good token gets.
pub(super) fn refused(error: TokenError) -> Response {
    let message = match error {
        TokenError::Invalid => "permission_denied",
        TokenError::Expired => "token_expired",
    };
    failed_with(StatusCode::UNAUTHORIZED, message)
}

/// A bearer, if it is not longer than any of ours.
pub(super) fn bearer(headers: &HeaderMap) -> Option<&str> {
    field(headers, "authorization")?
        .strip_prefix("Bearer ")
        .map(str::trim)
        .filter(|token| token.len() <= MAX_BEARER)
}

/// The agent whose token came.
fn agent(rest: &Rest, headers: &HeaderMap) -> Result<String, Refused> {
    let extension = rest
        .state()
        .check(bearer(headers), Audience::OmicallAgent, now_ms())
        .map_err(refused)?;
    match rest.state().memory.disabled.contains(&extension) {
        true => Err(failed_with(StatusCode::FORBIDDEN, "permission_denied").into()),
        false => Ok(extension),
    }
}

#[derive(Deserialize)]
struct Credentials {
    domain: String,
    username: String,
    password: String,
}

/// The bearer of the sign-in: standard Base64 of JSON, as a browser's `btoa` makes it.
fn credentials(headers: &HeaderMap) -> Option<Credentials> {
    let json = STANDARD.decode(bearer(headers)?).ok()?;
    serde_json::from_slice(&json).ok()
}

async fn auth(State(rest): State<Rest>, headers: HeaderMap) -> Response {
    let Some(given) = credentials(&headers) else {
        return failed("Invalid params");
    };
    let user = given.username.as_str();
    let is_right = given.domain == Provider::Omicall.domain()
        && Provider::Omicall.has_user(user)
        && given.password == provider::password(user);
    // Neither answer has an access token in it, which is how a client tells them from success.
    if !is_right {
        return ok(&json!({"authStatus": "password_incorrect"}));
    }
    if rest.state().memory.disabled.contains(user) {
        return ok(&json!({"authStatus": "internal_phone_disable"}));
    }
    if provider::trait_of(user) == Trait::NoBalance {
        return failed_with(StatusCode::PAYMENT_REQUIRED, "balance_not_enough");
    }
    let token = rest
        .state()
        .issue(Audience::OmicallAgent, user, now_ms())
        .sign();
    let is_trial = provider::trait_of(user) == Trait::Trial;
    ok(&json!({
        "authStatus": "success",
        "access_token": token,
        "tenant_nation": "vn",
        "tenant_name": "Sao Mai",
        "tenant_options": {},
        "agent_configs": {"allow_receive_second_call": {"value": true}},
        "required_configs": {},
        "webSocketUri": rest.socket_url(),
        "iceServers": [],
        "ice_transport_policy": "all",
        "network_ice_providers": [],
        "has_trigger_call_action": false,
        "is_trial_pkg": is_trial,
        "service_pkg_name": if is_trial { "TRIAL" } else { "PRO" },
        "call_assistant_config": null,
        "roles": ["agent"],
        "features": {"switchboard": {
            "direct_call_on_web_app": true, "remote_call": true, "call_transaction_history": true,
        }},
        "sbState": {"id": "online", "value": "online"},
        "sbStatusOpts": [
            {"id": "online", "value": "online"}, {"id": "busy", "value": "busy"}, {"id": "offline", "value": "offline"},
        ],
        "phoneMasked": provider::trait_of(user) == Trait::Masked,
    }))
}

#[derive(Deserialize)]
struct RecentCalls {
    #[serde(default)]
    from_date: Option<u64>,
    #[serde(default)]
    to_date: Option<u64>,
    #[serde(default)]
    sip_user: String,
    #[serde(default)]
    keyword: String,
}

async fn calls(
    State(rest): State<Rest>,
    words: Words,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let own = match agent(&rest, &headers) {
        Ok(own) => own,
        Err(refused) => return refused.into(),
    };
    let Some(wish) = read::<RecentCalls>(&body) else {
        return failed("request_body_required");
    };
    // An agent sees its own calls only.
    if !wish.sip_user.is_empty() && wish.sip_user != own {
        return failed("permission_denied");
    }
    let filter = Filter {
        extensions: vec![own],
        from_ms: wish.from_date,
        to_ms: wish.to_date,
        keyword: wish.keyword,
        ..Filter::default()
    };
    let state = rest.state();
    let found = state.memory.history.find(Provider::Omicall, &filter);
    ok(&page_of(
        Paging::of(&words, 200),
        found.into_iter().map(call_v1).collect(),
    ))
}

async fn save(
    State(rest): State<Rest>,
    Path(uuid): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if let Err(refused) = agent(&rest, &headers) {
        return refused.into();
    }
    save_call(&rest, &uuid, &body)
}

/// Note and tags of a call, by whichever interface they come.
pub(super) fn save_call(rest: &Rest, uuid: &str, body: &Bytes) -> Response {
    let Some(save) = read::<Save>(body) else {
        return failed("request_body_required");
    };
    let mut state = rest.state();
    match state
        .memory
        .history
        .save(Provider::Omicall, uuid, save)
        .map(call_v1)
    {
        Some(call) => ok(&call),
        None => {
            state.strays += 1;
            failed("call_transaction_not_found")
        }
    }
}

/// What is taken note of and needs no answer.
async fn taken(State(rest): State<Rest>, headers: HeaderMap, body: Bytes) -> Response {
    match (agent(&rest, &headers), read::<Value>(&body)) {
        (Err(refused), _) => refused.into(),
        (Ok(_), None) => failed("request_body_required"),
        (Ok(_), Some(_)) => ok(&json!(true)),
    }
}

async fn tags(State(rest): State<Rest>, words: Words, headers: HeaderMap) -> Response {
    if let Err(refused) = agent(&rest, &headers) {
        return refused.into();
    }
    let tags = TAGS.iter().enumerate().map(|(at, name)| {
        json!({"_id": format!("tag-{at}"), "name": name, "color": "#2563eb", "tag_types": ["callHistory"]})
    });
    ok(&page_of(Paging::of(&words, 200), tags.collect()))
}

async fn hotlines(State(rest): State<Rest>, headers: HeaderMap) -> Response {
    match agent(&rest, &headers) {
        Ok(own) => ok(&hotlines_of(&own).iter().map(hotline_item).collect()),
        Err(refused) => refused.into(),
    }
}

async fn hotline(
    State(rest): State<Rest>,
    Path(number): Path<String>,
    headers: HeaderMap,
) -> Response {
    match agent(&rest, &headers) {
        Ok(own) => match provider::hotline_of(&own, &number) {
            Some(hotline) => ok(&hotline_item(hotline)),
            None => failed("hotline_not_found"),
        },
        Err(refused) => refused.into(),
    }
}

async fn nothing_in_list(State(rest): State<Rest>, words: Words, headers: HeaderMap) -> Response {
    match agent(&rest, &headers) {
        Ok(_) => ok(&page_of(Paging::of(&words, 200), Vec::new())),
        Err(refused) => refused.into(),
    }
}

async fn caller(State(rest): State<Rest>, words: Words, headers: HeaderMap) -> Response {
    if let Err(refused) = agent(&rest, &headers) {
        return refused.into();
    }
    let Some(phone) = word(&words, "phone") else {
        return failed("phone_is_required");
    };
    let filter = Filter {
        phones: vec![phone.to_owned()],
        ..Filter::default()
    };
    let state = rest.state();
    let last = state.memory.history.find(Provider::Omicall, &filter);
    let found = contacts::by_phone(phone);
    // What the fields are called is not known; these are the sandbox's own example.
    ok(&json!({
        "contact": found.first().map(|contact| contact_item(contact)),
        "contacts": found.iter().map(|contact| contact_item(contact)).collect::<Vec<_>>(),
        "last_call": last.first().map(|call| call_v1(call)),
    }))
}

async fn own_extension(State(rest): State<Rest>, headers: HeaderMap) -> Response {
    match agent(&rest, &headers) {
        Ok(own) => ok(&extension_detail(&rest, &own)),
        Err(refused) => refused.into(),
    }
}

async fn extension(
    State(rest): State<Rest>,
    Path(uuid): Path<String>,
    headers: HeaderMap,
) -> Response {
    let own = match agent(&rest, &headers) {
        Ok(own) => own,
        Err(refused) => return refused.into(),
    };
    let user = uuid.strip_prefix("agent-").unwrap_or(&uuid);
    let mut detail = extension_detail(&rest, user);
    match detail.get_mut("pbx_account") {
        _ if !Provider::Omicall.has_user(user) => failed("extension_invalid"),
        // Nobody is told a colleague's password.
        Some(account) if user != own => {
            account["sip_password"] = Value::Null;
            ok(&detail)
        }
        _ => ok(&detail),
    }
}

async fn extensions(State(rest): State<Rest>, words: Words, headers: HeaderMap) -> Response {
    if let Err(refused) = agent(&rest, &headers) {
        return refused.into();
    }
    let items = Provider::Omicall.users().map(|user| {
        let (name, mail) = provider::agent(&user);
        json!({"uuid": format!("agent-{user}"), "extension": user, "sip_user": user, "full_name": name, "email": mail})
    });
    ok(&page_of(Paging::of(&words, 200), items.collect()))
}

#[derive(Deserialize)]
struct ClickToCall {
    #[serde(default)]
    extension: String,
    #[serde(default)]
    hotline: String,
    #[serde(default)]
    phone_number: String,
}

async fn click_to_call(State(rest): State<Rest>, headers: HeaderMap, body: Bytes) -> Response {
    match agent(&rest, &headers) {
        Ok(_) => ring_agent_first(&rest, &body).await,
        Err(refused) => refused.into(),
    }
}

/// The server rings the agent first. Failures stand in the payload, beside a status of success.
pub(super) async fn ring_agent_first(rest: &Rest, body: &Bytes) -> Response {
    let fail = |error: &str| ok(&json!({"status": "fail", "error": error, "message": error}));
    let Some(wish) = read::<ClickToCall>(body) else {
        return fail("data_is_required");
    };
    if wish.extension.is_empty() || wish.phone_number.is_empty() {
        return fail("data_is_required");
    }
    if !Provider::Omicall.has_user(&wish.extension) {
        return fail("extension_invalid");
    }
    let hotline = Some(wish.hotline.as_str()).filter(|hotline| !hotline.is_empty());
    if hotline.is_some_and(|number| provider::hotline_of(&wish.extension, number).is_none()) {
        return fail("number_call_out_invalid");
    }
    match rest
        .ring_agent(&wish.extension, &wish.phone_number, hotline)
        .await
    {
        Ok(id) => ok(&json!({"status": "success", "call_uuid": id})),
        Err(ApiError::NotRegistered) => fail("user_not_registered"),
        Err(_) => fail("extension_invalid"),
    }
}

#[derive(Deserialize)]
struct Quality {
    #[serde(default)]
    transaction_id: String,
    rtp_logs: Vec<Value>,
}

async fn quality(State(rest): State<Rest>, headers: HeaderMap, body: Bytes) -> Response {
    if let Err(refused) = agent(&rest, &headers) {
        return refused.into();
    }
    let Some(log) = read::<Quality>(&body).filter(|log| !log.rtp_logs.is_empty()) else {
        return failed("request_body_required");
    };
    let known = rest
        .state()
        .memory
        .history
        .add_quality_log(Provider::Omicall, &log.transaction_id);
    match known {
        true => ok(&json!(true)),
        false => failed("call_transaction_not_found"),
    }
}

async fn carrier(State(rest): State<Rest>, words: Words, headers: HeaderMap) -> Response {
    if let Err(refused) = agent(&rest, &headers) {
        return refused.into();
    }
    let number = national(word(&words, "phone_number").unwrap_or_default());
    let carrier = match number.get(..3) {
        Some("096" | "097" | "098" | "086" | "036") => "viettel",
        Some("091" | "094" | "088" | "081") => "vinaphone",
        Some("090" | "093" | "089" | "070") => "mobifone",
        _ => "other",
    };
    ok(&json!({"provider": carrier, "phone_number": number}))
}

async fn network(State(rest): State<Rest>, headers: HeaderMap) -> Response {
    match agent(&rest, &headers) {
        Ok(_) => ok(&json!({"name": "loopback"})),
        Err(refused) => refused.into(),
    }
}
