//! VBot's interface for a company (version 3.0), which its key opens.

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::{get, post};
use serde::Deserialize;
use serde_json::{Value, json};

use super::contacts::{self, Contact};
use super::history::{Entry, Filter};
use super::state::API_KEY;
use super::token::Audience;
use super::vbot::{Form, failed, ok, written};
use super::{Paging, Refused, Rest, Words, field, now_ms, read, word};
use crate::pbx::Direction;
use crate::provider::{self, HOTLINES, Provider, Trait, national};
use crate::random;
use crate::switchboard::Input;

pub(super) fn routes() -> Router<Rest> {
    Router::new()
        .route("/sdk/tokenSdk", post(token))
        .route("/hotline/getAll", get(hotlines))
        .route("/member/getAll", get(members))
        // The path is misspelt in the documentation too.
        .route("/memeber/sip/info", post(sip_info))
        .route("/account/balance", get(balance))
        .route("/crm/historycall/getAll", get(calls))
        .route("/crm/historycall/countAll", get(count))
        .route("/customer/get-all", post(customers))
        .route("/ActionTimeline/get-all", get(timeline))
        .route("/call-sessions", post(session))
}

fn company(headers: &HeaderMap) -> Result<(), Refused> {
    match field(headers, "x-api-key") == Some(API_KEY) {
        true => Ok(()),
        false => Err(failed(Form::Widget, 401, "api key invalid").into()),
    }
}

#[derive(Deserialize)]
struct Member {
    member_no: String,
}

/// The member that a request names.
fn member(headers: &HeaderMap, body: &Bytes) -> Result<String, Refused> {
    company(headers)?;
    let named = read::<Member>(body)
        .ok_or_else(|| Refused::from(failed(Form::Widget, 400, "member_no invalid")))?;
    match Provider::Vbot.has_user(&named.member_no) {
        true => Ok(named.member_no),
        false => Err(failed(Form::Widget, 404, "member not found").into()),
    }
}

async fn token(State(rest): State<Rest>, headers: HeaderMap, body: Bytes) -> Response {
    match member(&headers, &body) {
        Ok(user) => ok(&json!(
            rest.state().issue(Audience::Vbot, &user, now_ms()).sign()
        )),
        Err(refused) => refused.into(),
    }
}

async fn hotlines(headers: HeaderMap) -> Response {
    match company(&headers) {
        Ok(()) => {
            let list = HOTLINES.iter().map(|hotline| {
                json!({
                    "hotline_name": hotline.name, "hotline_number": hotline.national,
                    "hotline_code": hotline.id, "hotline_type": "HOTLINE",
                })
            });
            ok(&list.collect())
        }
        Err(refused) => refused.into(),
    }
}

async fn members(headers: HeaderMap) -> Response {
    match company(&headers) {
        Ok(()) => {
            let list = Provider::Vbot.users().map(|user| {
                let (name, mail) = provider::agent(&user);
                json!({"member_no": user, "name": name, "email": mail})
            });
            ok(&list.collect())
        }
        Err(refused) => refused.into(),
    }
}

async fn sip_info(State(rest): State<Rest>, headers: HeaderMap, body: Bytes) -> Response {
    match member(&headers, &body) {
        Ok(user) if provider::trait_of(&user) == Trait::NoBalance => {
            failed(Form::Widget, 402, "not enough money")
        }
        Ok(user) => ok(&json!({
            "username": user, "domain": rest.address.ip().to_string(), "port": rest.address.port(),
        })),
        Err(refused) => refused.into(),
    }
}

async fn balance(headers: HeaderMap) -> Response {
    match company(&headers) {
        Ok(()) => ok(&json!({"balance": 1_250_000})),
        Err(refused) => refused.into(),
    }
}

fn disposition(call: &Entry) -> &'static str {
    match (call.is_answered(), call.status) {
        (true, _) => "answer",
        (false, _) if call.is_missed() => "misscall",
        (false, Some(486 | 600)) => "busy",
        (false, Some(487)) => "cancel",
        (false, Some(503)) => "congestion",
        (false, Some(404)) => "chanunavail",
        (false, _) => "noanswer",
    }
}

fn item(call: &Entry) -> Value {
    let is_out = call.direction != Direction::Inbound;
    let (name, _) = provider::agent(&call.extension);
    let disposition = disposition(call);
    let agent = json!({
        "phone": call.extension, "name": name, "member_no": call.extension, "source": "SIP",
        "date_create": written(call.started_ms), "disposition": disposition,
        "time_call": call.total_seconds(), "duration_call": call.talk_seconds(), "postage": 0,
    });
    let customer = json!({
        "phone": call.other, "member_no": null, "source": "Phone",
        "date_create": written(call.started_ms), "disposition": disposition,
        "time_call": call.total_seconds(), "duration_call": call.talk_seconds(), "postage": 0,
    });
    let (caller, callee) = if is_out {
        (agent, customer)
    } else {
        (customer, agent)
    };
    json!({
        "trans_id": call.id,
        "hotline_number": call.hotline,
        "date_create": written(call.started_ms),
        "caller": [caller],
        "callee": [callee],
        "time_call": call.total_seconds(),
        "duration_call": call.talk_seconds(),
        "type_call": if is_out { 2 } else { 1 },
        "group_id": null,
        "disposition": disposition,
        "record_file": [],
        "external_call_id": call.external_id,
    })
}

fn filter(words: &Words) -> Filter {
    Filter {
        phones: word(words, "phone")
            .map(str::to_owned)
            .into_iter()
            .collect(),
        ..Filter::default()
    }
}

async fn calls(State(rest): State<Rest>, words: Words, headers: HeaderMap) -> Response {
    match company(&headers) {
        Ok(()) => {
            let state = rest.state();
            let found = state.memory.history.find(Provider::Vbot, &filter(&words));
            let (page, _, _) = Paging::of(&words, 100).cut(found);
            ok(&page.into_iter().map(item).collect())
        }
        Err(refused) => refused.into(),
    }
}

async fn count(State(rest): State<Rest>, words: Words, headers: HeaderMap) -> Response {
    match company(&headers) {
        Ok(()) => ok(&json!(
            rest.state()
                .memory
                .history
                .find(Provider::Vbot, &filter(&words))
                .len()
        )),
        Err(refused) => refused.into(),
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct CustomerSearch {
    page: Option<usize>,
    size: Option<usize>,
    field_search: Vec<FieldSearch>,
}

#[derive(Deserialize)]
struct FieldSearch {
    customer_field_code: String,
    value: String,
    #[serde(default)]
    r#type: String,
    #[serde(default)]
    is_search: bool,
}

impl FieldSearch {
    fn takes(&self, contact: &Contact) -> bool {
        let is_part = self.r#type == "CONTAIN";
        match self.customer_field_code.as_str() {
            _ if !self.is_search => true,
            "phone" => contact
                .phones
                .iter()
                .map(|phone| national(phone))
                .any(|phone| {
                    let wanted = national(&self.value);
                    phone == wanted || is_part && !wanted.is_empty() && phone.contains(&wanted)
                }),
            "name" => match is_part {
                true => contact
                    .name
                    .to_lowercase()
                    .contains(&self.value.to_lowercase()),
                false => contact.name == self.value,
            },
            "customer_code" => contact.id == self.value,
            _ => false,
        }
    }
}

fn customer(contact: &Contact) -> Value {
    let field = |code: &str, name: &str, value: &str| json!({"code": code, "name": name, "type": "TEXT", "value": value, "number": null, "value_option": []});
    let phone = contact
        .phones
        .first()
        .map(|phone| national(phone))
        .unwrap_or_default();
    json!({
        "create_at": written(1_767_225_600_000),
        "customer_field_items": [
            field("name", "Tên khách hàng", contact.name),
            field("customer_code", "Mã khách hàng", contact.id),
            field("phone", "Số điện thoại", &phone),
            field("member_no", "Nhân viên phụ trách", "4001"),
        ],
    })
}

async fn customers(headers: HeaderMap, body: Bytes) -> Response {
    if let Err(refused) = company(&headers) {
        return refused.into();
    }
    let Some(wish) = read::<CustomerSearch>(&body) else {
        return failed(Form::Widget, 400, "body invalid");
    };
    let found = contacts::search("")
        .into_iter()
        .filter(|contact| wish.field_search.iter().all(|field| field.takes(contact)));
    let paging = Paging {
        page: wish.page.unwrap_or(1).max(1),
        size: wish.size.unwrap_or(20).clamp(1, 100),
    };
    let (page, _, _) = paging.cut(found.collect());
    ok(&page.into_iter().map(customer).collect())
}

async fn timeline(State(rest): State<Rest>, words: Words, headers: HeaderMap) -> Response {
    if let Err(refused) = company(&headers) {
        return refused.into();
    }
    let wanted = word(&words, "customer_code").unwrap_or_default();
    let Some(contact) = contacts::search("")
        .into_iter()
        .find(|contact| contact.id == wanted)
    else {
        return failed(Form::Widget, 404, "customer not found");
    };
    let filter = Filter {
        phones: contact
            .phones
            .iter()
            .map(|phone| (*phone).to_owned())
            .collect(),
        ..Filter::default()
    };
    let state = rest.state();
    let calls = state.memory.history.find(Provider::Vbot, &filter);
    let (page, _, _) = Paging::of(&words, 100).cut(calls);
    ok(&page.into_iter().map(|call| json!({"type": "HISTORY_CALL", "create_at": written(call.started_ms), "content": item(call)})).collect())
}

#[derive(Deserialize)]
struct SessionWish {
    phone_number: String,
}

/// A name to call a number by without knowing it.
async fn session(State(rest): State<Rest>, headers: HeaderMap, body: Bytes) -> Response {
    if let Err(refused) = company(&headers) {
        return refused.into();
    }
    let Some(wish) = read::<SessionWish>(&body)
        .filter(|wish| (3..=20).contains(&national(&wish.phone_number).len()))
    else {
        return failed(Form::Widget, 400, "phone_number invalid");
    };
    let id = random::hex(&mut random::System, 12);
    let told = Input::CallSession(id.clone(), national(&wish.phone_number));
    if rest.inputs.send(told).await.is_err() {
        return failed(Form::Widget, 500, "shutting down");
    }
    ok(&json!({"session_id": id, "created_at": written(now_ms())}))
}
