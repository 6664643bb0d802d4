//! OmiCall's interface for a company: its key brings a token for a day, or is sent along itself.

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::{get, post, put};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};

use super::contacts;
use super::history::Filter;
use super::omicall::{bearer, failed, failed_with, ok, refused, ring_agent_first, save_call};
use super::omicall_calls::{call_search, call_v1, call_v2, camel_page_of, page_of};
use super::omicall_items::{contact_item, extension_detail, hotline_item};
use super::state::API_KEY;
use super::token::Audience;
use super::{Paging, Refused, Rest, Words, answer, field, now_ms, read, word};
use crate::provider::{self, HOTLINES, Provider, hotlines_of, with_country};

/// The first call list may be read once in that time, in milliseconds.
const LIST_EVERY_MS: u64 = 30 * 60 * 1000;
/// The longest span of the first call list, in milliseconds.
const LIST_SPAN_MS: u64 = 30 * 24 * 3_600_000;

pub(super) fn routes() -> Router<Rest> {
    Router::new()
        .route("/auth", get(auth))
        .route("/agent/list", get(agents))
        .route("/call_center/internal_phone/list", get(phones))
        .route("/call_center/internal_phone/status", put(switch))
        .route("/call_center/extensions/detail", get(extension))
        .route("/call_center/hotline/list", get(hotlines))
        .route("/call_center/hotline/search", get(hotline_search))
        .route("/tenant/detail", get(tenant))
        .route("/call_transaction/list", get(calls))
        .route("/call_transaction/detail/{id}", get(call))
        .route("/call_transaction/search", post(search))
        // One client of 2026 uses PATCH.
        .route("/call_transaction/change/{id}", post(change).patch(change))
        .route("/v2/callTransaction/search", post(search_v2))
        .route("/v2/callTransaction/getByTransactionId", get(call_v2_by_id))
        .route("/v3/call-transaction/search", post(search_v3))
        .route("/contacts/get", get(contact))
        .route("/contacts/list", post(contact_list))
        .route("/contacts/add-note", post(add_note))
        .route("/click2call", post(click_to_call))
}

/// Which ways to prove the company an interface takes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Token,
    /// The searches of the later generations take the key itself too.
    TokenOrKey,
}

fn company(rest: &Rest, headers: &HeaderMap, by: By) -> Result<(), Refused> {
    match field(headers, "x-api-key") {
        Some(key) if by == By::TokenOrKey => match key == API_KEY {
            true => Ok(()),
            false => Err(failed_with(StatusCode::UNAUTHORIZED, "api_key_invalid").into()),
        },
        _ => rest
            .state()
            .check(bearer(headers), Audience::OmicallCompany, now_ms())
            .map(drop)
            .map_err(|error| refused(error).into()),
    }
}

async fn auth(State(rest): State<Rest>, words: Words) -> Response {
    match word(&words, "apiKey") {
        None => failed("api_key_is_required"),
        Some(API_KEY) => {
            let token = rest
                .state()
                .issue(Audience::OmicallCompany, "", now_ms())
                .sign();
            answer(
                StatusCode::OK,
                &json!({
                    "status_code": 9999,
                    "instance_id": "sandbox",
                    "payload": {"access_token": token, "access_type": "normal", "token_type": "Bearer"},
                    "key_enabled": false,
                }),
            )
        }
        Some(_) => failed_with(StatusCode::UNAUTHORIZED, "api_key_invalid"),
    }
}

fn holds(text: &str, keyword: Option<&str>) -> bool {
    keyword.is_none_or(|word| text.to_lowercase().contains(&word.to_lowercase()))
}

async fn agents(State(rest): State<Rest>, words: Words, headers: HeaderMap) -> Response {
    if let Err(refused) = company(&rest, &headers, By::Token) {
        return refused.into();
    }
    let off = rest.state().memory.disabled.clone();
    let items = Provider::Omicall
        .users()
        .map(|user| (provider::agent(&user), user))
        .filter(|((name, mail), _)| holds(&format!("{name} {mail}"), word(&words, "keyword")))
        .map(|((name, mail), user)| {
            json!({
                "identify_info": mail,
                "is_active": !off.contains(&user),
                "contact_type": "agent",
                "attribute_structure": [{
                    "field_code": "full_name", "field_type": "text",
                    "value": [{"display_value": name, "data_type": "", "value_type": ""}],
                }],
            })
        });
    ok(&page_of(Paging::of(&words, 50), items.collect()))
}

async fn phones(State(rest): State<Rest>, words: Words, headers: HeaderMap) -> Response {
    if let Err(refused) = company(&rest, &headers, By::Token) {
        return refused.into();
    }
    let items = Provider::Omicall
        .users()
        .map(|user| (provider::agent(&user), user))
        .filter(|((name, mail), user)| {
            holds(&format!("{user} {name} {mail}"), word(&words, "keyword"))
        })
        .map(|((name, mail), user)| {
            json!({
                "domain": Provider::Omicall.domain(),
                "outbound_proxy": rest.socket_url(),
                "sip_user": user,
                "password": provider::password(&user),
                "full_name": name,
                "agent_id": format!("agent-{user}"),
                "email": mail,
                "public_number": hotlines_of(&user).first().map(provider::Hotline::with_country),
                "last_updated_date": 1_575_253_239_002_u64,
                "created_date": 1_575_253_239_002_u64,
            })
        });
    ok(&page_of(Paging::of(&words, 50), items.collect()))
}

/// Switches an extension on or off.
async fn switch(State(rest): State<Rest>, words: Words, headers: HeaderMap) -> Response {
    if let Err(refused) = company(&rest, &headers, By::Token) {
        return refused.into();
    }
    let user = word(&words, "sip_user").unwrap_or_default();
    if !Provider::Omicall.has_user(user) {
        return failed("extension_invalid");
    }
    let mut state = rest.state();
    match word(&words, "enabled") {
        Some("true") => state.memory.disabled.remove(user),
        Some("false") => state.memory.disabled.insert(user.to_owned()),
        _ => return failed("enabled_is_required"),
    };
    ok(&json!(true))
}

async fn extension(State(rest): State<Rest>, words: Words, headers: HeaderMap) -> Response {
    if let Err(refused) = company(&rest, &headers, By::Token) {
        return refused.into();
    }
    let wanted = word(&words, "keyword").unwrap_or_default();
    let user = Provider::Omicall
        .users()
        .find(|user| match word(&words, "type") {
            Some("usr_uuid") => wanted == format!("agent-{user}"),
            Some("user_email") => wanted == provider::agent(user).1,
            _ => wanted == user,
        });
    user.map_or_else(
        || failed("extension_invalid"),
        |user| ok(&extension_detail(&rest, &user)),
    )
}

async fn hotlines(State(rest): State<Rest>, words: Words, headers: HeaderMap) -> Response {
    if let Err(refused) = company(&rest, &headers, By::Token) {
        return refused.into();
    }
    let user = word(&words, "extension").unwrap_or_default();
    match Provider::Omicall.has_user(user) {
        true => ok(&hotlines_of(user)
            .iter()
            .map(provider::Hotline::with_country)
            .collect()),
        false => failed("extension_invalid"),
    }
}

async fn hotline_search(State(rest): State<Rest>, words: Words, headers: HeaderMap) -> Response {
    if let Err(refused) = company(&rest, &headers, By::Token) {
        return refused.into();
    }
    ok(&page_of(
        Paging::of(&words, 50),
        HOTLINES.iter().map(hotline_item).collect(),
    ))
}

async fn tenant(State(rest): State<Rest>, headers: HeaderMap) -> Response {
    if let Err(refused) = company(&rest, &headers, By::Token) {
        return refused.into();
    }
    let numbers = HOTLINES.iter().map(|hotline| {
        json!({"number": hotline.with_country(), "provider": "viettel", "expire_date": 4_102_444_800_000_u64, "status": "active"})
    });
    ok(&json!({
        "domain": "saomai",
        "domain_fusion": Provider::Omicall.domain(),
        "balance": 1_250_000,
        "public_numbers": numbers.collect::<Vec<_>>(),
    }))
}

async fn calls(State(rest): State<Rest>, words: Words, headers: HeaderMap) -> Response {
    if let Err(refused) = company(&rest, &headers, By::Token) {
        return refused.into();
    }
    let date = |name| word(&words, name).map(str::parse::<u64>);
    let (from, to) = match (date("from_date"), date("to_date")) {
        (None, _) => return failed("from_date_is_required"),
        (_, None) => return failed("to_date_is_required"),
        (Some(Ok(from)), Some(Ok(to))) if from <= to => (from, to),
        _ => return failed("date_invalid"),
    };
    if to - from > LIST_SPAN_MS {
        return failed("date_is_too_long");
    }
    let (mut state, now) = (rest.state(), now_ms());
    if state
        .listed_ms
        .is_some_and(|last| now.saturating_sub(last) < LIST_EVERY_MS)
    {
        return failed("limit_request_30_minute");
    }
    state.listed_ms = Some(now);
    let one = |name| word(&words, name).map(str::to_owned).into_iter().collect();
    let filter = Filter {
        extensions: one("sip_user"),
        directions: one("direction"),
        answered: word(&words, "disposition").map(|wanted| wanted == "answered"),
        from_ms: Some(from),
        to_ms: Some(to),
        keyword: word(&words, "keyword").unwrap_or_default().to_owned(),
        ..Filter::default()
    };
    let found = state.memory.history.find(Provider::Omicall, &filter);
    ok(&page_of(
        Paging::of(&words, 50),
        found.into_iter().map(call_v1).collect(),
    ))
}

async fn call(State(rest): State<Rest>, Path(id): Path<String>, headers: HeaderMap) -> Response {
    if let Err(refused) = company(&rest, &headers, By::TokenOrKey) {
        return refused.into();
    }
    let state = rest.state();
    let found = state
        .memory
        .history
        .get(Provider::Omicall, &id)
        .map(call_v1);
    found.map_or_else(|| failed("call_transaction_not_found"), |call| ok(&call))
}

async fn call_v2_by_id(State(rest): State<Rest>, words: Words, headers: HeaderMap) -> Response {
    if let Err(refused) = company(&rest, &headers, By::TokenOrKey) {
        return refused.into();
    }
    let id = word(&words, "transactionId").unwrap_or_default();
    let state = rest.state();
    let found = state.memory.history.get(Provider::Omicall, id).map(call_v2);
    found.map_or_else(|| failed("call_transaction_not_found"), |call| ok(&call))
}

async fn change(
    State(rest): State<Rest>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    match company(&rest, &headers, By::TokenOrKey) {
        Ok(()) => save_call(&rest, &id, &body),
        Err(refused) => refused.into(),
    }
}

/// What the searches of all generations may ask for; each uses some of it.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Search {
    from_date: Option<u64>,
    to_date: Option<u64>,
    directions: Vec<String>,
    sip_numbers: Vec<String>,
    sip_users: Vec<String>,
    phone_numbers: Vec<String>,
    transaction_ids: Vec<String>,
    is_answer: Option<bool>,
    keyword: String,
}

impl From<Search> for Filter {
    fn from(search: Search) -> Self {
        Self {
            extensions: search.sip_users,
            directions: search.directions,
            phones: search.phone_numbers,
            hotlines: search.sip_numbers,
            ids: search.transaction_ids,
            answered: search.is_answer,
            from_ms: search.from_date,
            to_ms: search.to_date,
            keyword: search.keyword,
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct SearchV3 {
    filter: Search,
    sort: Sort,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Sort {
    is_asc: bool,
}

impl From<Search> for SearchV3 {
    fn from(filter: Search) -> Self {
        let sort = Sort::default();
        Self { filter, sort }
    }
}

/// The calls that a generation's search (`Wish`) wants, written in its way.
fn found<Wish: DeserializeOwned + Into<SearchV3>>(
    rest: &Rest,
    words: &Words,
    headers: &HeaderMap,
    body: &Bytes,
    write: fn(&super::history::Entry) -> Value,
) -> Response {
    if let Err(refused) = company(rest, headers, By::TokenOrKey) {
        return refused.into();
    }
    let Some(wish) = read::<Wish>(body) else {
        return failed("request_body_required");
    };
    let SearchV3 { filter, sort } = wish.into();
    let state = rest.state();
    let mut found = state.memory.history.find(Provider::Omicall, &filter.into());
    if sort.is_asc {
        found.reverse();
    }
    ok(&camel_page_of(
        Paging::of(words, 50),
        found.into_iter().map(write).collect(),
    ))
}

async fn search(
    State(rest): State<Rest>,
    words: Words,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    found::<Search>(&rest, &words, &headers, &body, call_search)
}

async fn search_v2(
    State(rest): State<Rest>,
    words: Words,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    found::<Search>(&rest, &words, &headers, &body, call_v2)
}

async fn search_v3(
    State(rest): State<Rest>,
    words: Words,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    found::<SearchV3>(&rest, &words, &headers, &body, call_v2)
}

async fn contact(State(rest): State<Rest>, words: Words, headers: HeaderMap) -> Response {
    if let Err(refused) = company(&rest, &headers, By::TokenOrKey) {
        return refused.into();
    }
    let found = match (word(&words, "phone"), word(&words, "email")) {
        (Some(phone), _) => contacts::by_phone(phone),
        (None, Some(mail)) => contacts::search(mail),
        (None, None) => return failed("phone_is_required"),
    };
    match found.first() {
        Some(contact) => ok(&contact_item(contact)),
        None => failed("contact_not_found"),
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ContactList {
    keyword: String,
}

async fn contact_list(
    State(rest): State<Rest>,
    words: Words,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    match (
        company(&rest, &headers, By::TokenOrKey),
        read::<ContactList>(&body),
    ) {
        (Err(refused), _) => refused.into(),
        (Ok(()), None) => failed("request_body_required"),
        (Ok(()), Some(wish)) => {
            let found = contacts::search(&wish.keyword);
            let items = found.into_iter().map(contact_item).collect();
            ok(&page_of(Paging::of(&words, 50), items))
        }
    }
}

#[derive(Deserialize)]
struct ContactNote {
    content: String,
    phone: String,
}

/// The most notes about contacts that are kept.
const MAX_CONTACT_NOTES: usize = 1000;

async fn add_note(State(rest): State<Rest>, headers: HeaderMap, body: Bytes) -> Response {
    if let Err(refused) = company(&rest, &headers, By::TokenOrKey) {
        return refused.into();
    }
    let Some(notes) = read::<Vec<ContactNote>>(&body) else {
        return failed("request_body_required");
    };
    let known = notes
        .into_iter()
        .filter(|note| !contacts::by_phone(&note.phone).is_empty());
    let mut state = rest.state();
    let kept = &mut state.memory.contact_notes;
    let before = kept.len();
    kept.extend(
        known
            .map(|note| (with_country(&note.phone), note.content))
            .take(MAX_CONTACT_NOTES.saturating_sub(before)),
    );
    let count = kept.len() - before;
    ok(&json!(count))
}

async fn click_to_call(State(rest): State<Rest>, headers: HeaderMap, body: Bytes) -> Response {
    match company(&rest, &headers, By::TokenOrKey) {
        Ok(()) => ring_agent_first(&rest, &body).await,
        Err(refused) => refused.into(),
    }
}
