//! The HTTP side, on loopback only: the demo page, the API, and the WebSocket that carries SIP.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tokio::sync::{mpsc, oneshot};

use crate::pbx::{ApiError, CallId, EndHow, PlaceCall};
use crate::registrar::ConnId;
use crate::rest::{self, Rest};
use crate::switchboard::{Input, OUTPUTS, ToSocket};

/// The largest body of an API request, in bytes.
const MAX_BODY: usize = 64 * 1024;
/// The largest WebSocket message, in bytes; more than a SIP message may have here.
const MAX_FRAME: usize = 80 * 1024;

/// What the demo page may do: the strictest policy under which it still works. It is there to
/// show that an extension needs nothing from the page.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; \
    connect-src 'self'; frame-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'self'";

/// The files of the demo page: path, type, content.
const FILES: [(&str, &str, &str); 6] = [
    (
        "/",
        "text/html; charset=utf-8",
        include_str!("../../../tests/demo/index.html"),
    ),
    (
        "/orders.html",
        "text/html; charset=utf-8",
        include_str!("../../../tests/demo/orders.html"),
    ),
    (
        "/demo.css",
        "text/css; charset=utf-8",
        include_str!("../../../tests/demo/demo.css"),
    ),
    (
        "/demo.js",
        "text/javascript; charset=utf-8",
        include_str!("../../../tests/demo/demo.js"),
    ),
    (
        "/card.css",
        "text/css; charset=utf-8",
        include_str!("../../../tests/demo/card.css"),
    ),
    (
        "/favicon.svg",
        "image/svg+xml",
        include_str!("../../../tests/demo/favicon.svg"),
    ),
];

#[derive(Clone)]
struct App {
    inputs: mpsc::Sender<Input>,
    next_conn: Arc<AtomicU64>,
    rest: Rest,
}

/// Everything that is served.
pub(crate) fn router(inputs: mpsc::Sender<Input>, rest: Rest) -> Router {
    let app = App {
        inputs,
        next_conn: Arc::new(AtomicU64::new(1)),
        rest: rest.clone(),
    };
    let faults = middleware::from_fn_with_state(rest.clone(), rest::faults::meet);
    let close = middleware::from_fn_with_state(rest.clone(), rest::faults::close);
    Router::new()
        .route("/ws", get(upgrade))
        .route("/api/state", get(state))
        .route("/api/trace", get(trace))
        .route("/api/call", post(call))
        .route("/api/calls/{id}/end", post(end))
        .route("/api/connections/drop", post(drop_connections))
        .route("/api/faults", post(add_fault).delete(clear_faults))
        .with_state(app)
        .merge(rest::routes().with_state(rest))
        .fallback(file)
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(faults)
        .layer(middleware::from_fn(only_from_here))
        .layer(close)
}

/// Refuses what another site could have a browser send here: names that lead to loopback by a
/// trick of DNS, and requests to the API from foreign pages. SIP's socket is open to every origin,
/// as extensions have one that is not known beforehand; it asks for a password.
async fn only_from_here(request: Request, next: Next) -> Response {
    let headers = request.headers();
    let text = |name| {
        headers
            .get(name)
            .and_then(|value: &HeaderValue| value.to_str().ok())
    };
    let host = text(header::HOST).unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    let is_local = matches!(name, "127.0.0.1" | "localhost");
    let is_foreign =
        text(header::ORIGIN).is_some_and(|origin| origin.strip_prefix("http://") != Some(host));
    // The providers' APIs are called by an extension's pages; each asks for a token or a password.
    let is_api = rest::faults::provider_of_path(request.uri().path()).is_some();
    if !is_local || (is_foreign && !is_api && request.method() != Method::GET) {
        return failure(StatusCode::FORBIDDEN, "only for pages of this sandbox");
    }
    next.run(request).await
}

async fn file(method: Method, uri: Uri) -> Response {
    let found = FILES.iter().find(|(path, ..)| *path == uri.path());
    let Some((_, kind, content)) = found.filter(|_| method == Method::GET) else {
        return failure(StatusCode::NOT_FOUND, "nothing here");
    };
    let headers = [
        (header::CONTENT_TYPE, *kind),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (headers, *content).into_response()
}

async fn state(State(app): State<App>) -> Response {
    match ask(&app, Input::State).await {
        Some(mut state) => {
            state["rest"] = app.rest.state().view();
            answer(StatusCode::OK, &state)
        }
        None => gone(),
    }
}

async fn trace(State(app): State<App>) -> Response {
    match ask(&app, Input::Trace).await {
        Some(text) => ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response(),
        None => gone(),
    }
}

async fn call(State(app): State<App>, body: Bytes) -> Response {
    let wish: PlaceCall = match read(&body) {
        Ok(wish) => wish,
        Err(error) => return failure(StatusCode::BAD_REQUEST, &error.to_string()),
    };
    match ask(&app, |reply| Input::Call(wish, reply)).await {
        Some(Ok(id)) => answer(StatusCode::ACCEPTED, &json!({"id": id.0})),
        Some(Err(error)) => refused(error),
        None => gone(),
    }
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct EndBody {
    how: EndHow,
}

async fn end(State(app): State<App>, Path(id): Path<u64>, body: Bytes) -> Response {
    let wish: EndBody = match read(&body) {
        Ok(wish) => wish,
        Err(error) => return failure(StatusCode::BAD_REQUEST, &error.to_string()),
    };
    match ask(&app, |reply| Input::End(CallId(id), wish.how, reply)).await {
        Some(Ok(())) => answer(StatusCode::OK, &json!({"ended": id})),
        Some(Err(error)) => refused(error),
        None => gone(),
    }
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct DropBody {
    user: Option<String>,
}

async fn drop_connections(State(app): State<App>, body: Bytes) -> Response {
    let wish: DropBody = match read(&body) {
        Ok(wish) => wish,
        Err(error) => return failure(StatusCode::BAD_REQUEST, &error.to_string()),
    };
    match ask(&app, |reply| Input::Drop(wish.user, reply)).await {
        Some(count) => answer(StatusCode::OK, &json!({"dropped": count})),
        None => gone(),
    }
}

async fn add_fault(State(app): State<App>, body: Bytes) -> Response {
    let fault = match read(&body) {
        Ok(fault) => fault,
        Err(error) => return failure(StatusCode::BAD_REQUEST, &error.to_string()),
    };
    match rest::faults::add(&app.rest, fault) {
        Ok(()) => answer(StatusCode::OK, &app.rest.state().faults.view()),
        Err(words) => failure(StatusCode::BAD_REQUEST, words),
    }
}

async fn clear_faults(State(app): State<App>) -> Response {
    app.rest.state().faults.clear();
    answer(StatusCode::OK, &json!([]))
}

/// Asks the switchboard; nothing comes back when it is shutting down.
async fn ask<T>(app: &App, input: impl FnOnce(oneshot::Sender<T>) -> Input) -> Option<T> {
    let (reply, answer) = oneshot::channel();
    app.inputs.send(input(reply)).await.ok()?;
    answer.await.ok()
}

/// Reads a JSON body; an empty one is `{}`.
fn read<T: DeserializeOwned>(body: &Bytes) -> Result<T, serde_json::Error> {
    let text: &[u8] = if body.is_empty() { b"{}" } else { body };
    serde_json::from_slice(text)
}

fn refused(error: ApiError) -> Response {
    let status = match error {
        ApiError::UnknownUser | ApiError::UnknownCall => StatusCode::NOT_FOUND,
        ApiError::NotRegistered => StatusCode::CONFLICT,
        ApiError::BadField => StatusCode::BAD_REQUEST,
    };
    failure(status, &error.to_string())
}

fn gone() -> Response {
    failure(StatusCode::SERVICE_UNAVAILABLE, "shutting down")
}

fn failure(status: StatusCode, error: &str) -> Response {
    answer(status, &json!({"error": error}))
}

fn answer(status: StatusCode, value: &Value) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (status, headers, Body::from(value.to_string())).into_response()
}

async fn upgrade(State(app): State<App>, headers: HeaderMap, ws: WebSocketUpgrade) -> Response {
    // RFC 7118 §5.1: the client must offer `sip`.
    let offers_sip = headers
        .get_all(header::SEC_WEBSOCKET_PROTOCOL)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|protocol| protocol.trim().eq_ignore_ascii_case("sip"));
    if !offers_sip {
        return failure(StatusCode::BAD_REQUEST, "the subprotocol must be sip");
    }
    ws.protocols(["sip"])
        .max_message_size(MAX_FRAME)
        .max_frame_size(MAX_FRAME)
        .on_upgrade(move |socket| serve(app, socket))
}

/// Carries SIP messages between a socket and the switchboard until either side ends it.
async fn serve(app: App, mut socket: WebSocket) {
    let conn = ConnId(app.next_conn.fetch_add(1, Ordering::Relaxed));
    let (sender, mut outputs) = mpsc::channel(OUTPUTS);
    if app.inputs.send(Input::Opened(conn, sender)).await.is_err() {
        return;
    }
    loop {
        tokio::select! {
            output = outputs.recv() => match output {
                Some(ToSocket::Send(text)) => {
                    if socket.send(Message::Text(text.into())).await.is_err() {
                        break;
                    }
                }
                Some(ToSocket::Close) | None => {
                    // Best effort: the other side may be gone already.
                    let _ = socket.send(Message::Close(None)).await;
                    break;
                }
            },
            input = socket.recv() => {
                let text = match input {
                    Some(Ok(Message::Text(text))) => text.to_string(),
                    // RFC 7118 §5: both kinds of frame are allowed. What is no UTF-8 is no SIP.
                    Some(Ok(Message::Binary(bytes))) => match String::from_utf8(bytes.into()) {
                        Ok(text) => text,
                        Err(_) => continue,
                    },
                    Some(Ok(Message::Ping(_) | Message::Pong(_))) => continue,
                    Some(Ok(Message::Close(_)) | Err(_)) | None => break,
                };
                if app.inputs.send(Input::Received(conn, text)).await.is_err() {
                    break;
                }
            }
        }
    }
    // When the program ends nobody listens.
    let _ = app.inputs.send(Input::Closed(conn)).await;
}
