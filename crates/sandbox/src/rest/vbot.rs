//! VBot's two interfaces for an agent: version 1.1.0 of its SDK sends the token in body and query,
//! the widget of 2026 in a header.

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::{get, post};
use serde::Deserialize;
use serde_json::{Value, json};
use time::{OffsetDateTime, UtcOffset};

use super::contacts;
use super::history::{Entry, Filter};
use super::state::TokenError;
use super::token::Audience;
use super::{Paging, Refused, Rest, Words, answer, field, now_ms, read, word};
use crate::pbx::Direction;
use crate::provider::{self, Provider, Trait, VBOT_PID, hotlines_of};

/// The paths of version 1.1.0.
pub(super) fn first_routes() -> Router<Rest> {
    Router::new()
        .route("/sdk/info", post(first_info))
        .route("/sdk/getHotline", get(first_hotlines))
        .route("/sdk/historycall/getAll", get(first_calls))
}

/// The paths of the widget.
pub(super) fn widget_routes() -> Router<Rest> {
    Router::new()
        .route("/sdk/info", post(widget_info))
        .route("/sdk/getHotline", get(widget_hotlines))
}

/// Which manners an answer has. Whether HTTP's status follows the envelope's is not known: in the
/// older interface it does not here, in the newer it does, so that clients meet both.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    First,
    Widget,
}

pub(super) fn ok(data: &Value) -> Response {
    answer(
        StatusCode::OK,
        &json!({"error": 0, "message": "success", "data": data}),
    )
}

pub(super) fn failed(form: Form, error: u16, message: &str) -> Response {
    let status = match form {
        Form::First => StatusCode::OK,
        Form::Widget => StatusCode::from_u16(error).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
    };
    answer(
        status,
        &json!({"error": error, "message": message, "data": null}),
    )
}

/// The agent that a token is for, if it may do anything.
fn agent(rest: &Rest, form: Form, token: Option<&str>) -> Result<String, Refused> {
    let user = member(rest, form, token)?;
    match rest.state().memory.disabled.contains(&user) {
        true => Err(failed(form, 403, "member is inactive").into()),
        false => Ok(user),
    }
}

/// The agent that a token is for, switched off or not.
fn member(rest: &Rest, form: Form, token: Option<&str>) -> Result<String, Refused> {
    let state = rest.state();
    let user = state
        .check(token, Audience::Vbot, now_ms())
        .map_err(|error| {
            let words = match error {
                TokenError::Invalid => "token invalid",
                TokenError::Expired => "token expired",
            };
            failed(form, 401, words)
        })?;
    match provider::trait_of(&user) {
        Trait::NoBalance => Err(failed(form, 402, "not enough money").into()),
        _ => Ok(user),
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Info {
    token: Option<String>,
    source: String,
}

/// Where a phone signs in; the form of the fields is the same in both interfaces.
fn account(rest: &Rest, user: &str) -> Value {
    json!({
        "username": user,
        "password": provider::password(user),
        "realm": Provider::Vbot.domain(),
        "domain": rest.address.ip().to_string(),
        "port": rest.address.port(),
    })
}

async fn first_info(State(rest): State<Rest>, body: Bytes) -> Response {
    let Some(given) = read::<Info>(&body).filter(|given| given.source == "Website-SDK") else {
        return failed(Form::First, 400, "source invalid");
    };
    match agent(&rest, Form::First, given.token.as_deref()) {
        Ok(user) => {
            let mut account = account(&rest, &user);
            account["pid"] = json!(VBOT_PID);
            ok(&account)
        }
        Err(refused) => refused.into(),
    }
}

async fn widget_info(State(rest): State<Rest>, headers: HeaderMap, body: Bytes) -> Response {
    let user = match member(&rest, Form::Widget, field(&headers, "authorization")) {
        Ok(user) => user,
        Err(refused) => return refused.into(),
    };
    if read::<Info>(&body).is_none_or(|given| given.source != "Website-SDK") {
        return failed(Form::Widget, 400, "source invalid");
    }
    let mut active = account(&rest, &user);
    // Here a member that is switched off is one whose account is not active.
    active["isActive"] = json!(!rest.state().memory.disabled.contains(&user));
    // One that is not active stands first, as a trap for who takes the first.
    let old = json!({
        "isActive": false, "domain": "old.vbot.test", "port": 1, "username": "0", "password": "", "realm": "old.vbot.test",
    });
    ok(&json!({"pid": VBOT_PID, "accounts": [old, active]}))
}

fn hotlines(user: &str) -> Value {
    let list = hotlines_of(user).iter();
    list.map(|hotline| json!({"name": hotline.name, "phoneNumber": hotline.national}))
        .collect()
}

async fn first_hotlines(State(rest): State<Rest>, words: Words) -> Response {
    match agent(&rest, Form::First, word(&words, "token")) {
        Ok(user) => ok(&hotlines(&user)),
        Err(refused) => refused.into(),
    }
}

async fn widget_hotlines(State(rest): State<Rest>, headers: HeaderMap) -> Response {
    match agent(&rest, Form::Widget, field(&headers, "authorization")) {
        Ok(user) => ok(&hotlines(&user)),
        Err(refused) => refused.into(),
    }
}

/// A time as VBot writes it: month first, in Vietnam's hours.
pub(super) fn written(ms: u64) -> String {
    let at = i64::try_from(ms / 1000)
        .ok()
        .and_then(|at| OffsetDateTime::from_unix_timestamp(at).ok());
    let zone = UtcOffset::from_hms(7, 0, 0).unwrap_or(UtcOffset::UTC);
    let at = at.unwrap_or(OffsetDateTime::UNIX_EPOCH).to_offset(zone);
    let (date, (hour, minute, second)) = (at.date(), at.to_hms());
    format!(
        "{:02}/{:02}/{:04} {hour:02}:{minute:02}:{second:02}",
        u8::from(date.month()),
        date.day(),
        date.year()
    )
}

fn first_item(call: &Entry) -> Value {
    let name = contacts::by_phone(&call.other)
        .first()
        .map_or(String::new(), |contact| contact.name.to_owned());
    let kind = match call.direction {
        _ if call.is_missed() => 3,
        Direction::Inbound => 1,
        Direction::Outbound | Direction::Local => 2,
    };
    json!({
        "phone": call.other,
        "name": name,
        "isVbot": call.direction == Direction::Local,
        "type": kind,
        "DateCreate": written(call.started_ms),
        "avatarColor": "#2563eb",
    })
}

async fn first_calls(State(rest): State<Rest>, words: Words) -> Response {
    match agent(&rest, Form::First, word(&words, "token")) {
        Ok(user) => {
            let filter = Filter {
                extensions: vec![user],
                ..Filter::default()
            };
            let state = rest.state();
            let (page, _, _) =
                Paging::of(&words, 100).cut(state.memory.history.find(Provider::Vbot, &filter));
            ok(&page.into_iter().map(first_item).collect())
        }
        Err(refused) => refused.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_month_first_in_vietnams_hours() {
        // 31 December 2026, 18:30:05 UTC is the next year's first night there.
        assert_eq!(written(1_798_741_805_000), "01/01/2027 01:30:05");
    }
}
