//! The REST APIs of three providers, as far as their documentation and clients tell (docs/providers.md):
//! one company with its agents, hotlines, customers and calls, behind each provider's own manners.
//!
//! It is read from the facts a second time and shares nothing with the phone's own adapters.

mod bizfly;
mod contacts;
pub(crate) mod faults;
mod history;
mod omicall;
mod omicall_calls;
mod omicall_company;
mod omicall_items;
mod state;
mod token;
mod vbot;
mod vbot_company;

use std::collections::HashMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::Query;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tokio::sync::{mpsc, oneshot};

use crate::pbx::{ApiError, PlaceCall};
use crate::provider::{self, Provider};
use crate::random;
use crate::switchboard::Input;

use state::{API_KEY, Memory, State};

/// The largest state file that is read, in bytes.
const MAX_FILE: u64 = 16 * 1024 * 1024;

/// The query of a request; a name that stands twice keeps its last value.
type Words = Query<HashMap<String, String>>;

/// What providers know, shared between requests and the PBX that tells of calls.
#[derive(Clone)]
pub(crate) struct Store {
    state: Arc<Mutex<State>>,
    /// Held while the file is written, so that no older state comes after a newer one.
    file: Option<Arc<Mutex<PathBuf>>>,
}

impl Store {
    /// The company as it was left in that file, or as it is at the start.
    pub(crate) fn open(file: Option<&Path>) -> std::io::Result<Self> {
        let memory = match file.map(std::fs::metadata) {
            Some(Ok(found)) if found.len() <= MAX_FILE => {
                let text = file.map(std::fs::read).transpose()?.unwrap_or_default();
                Some(serde_json::from_slice::<Memory>(&text).map_err(std::io::Error::other)?)
            }
            Some(Ok(_)) => return Err(std::io::Error::other("the state file is too large")),
            Some(Err(error)) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
            Some(Err(_)) | None => None,
        };
        let state = memory.map_or_else(|| State::new(now_ms()), State::with);
        Ok(Self {
            state: Arc::new(Mutex::new(state)),
            file: file.map(|file| Arc::new(Mutex::new(file.to_owned()))),
        })
    }

    /// Everything; nobody waits for anything else while holding it.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes the file, if one was asked for.
    pub(crate) fn keep(&self) {
        let Some(file) = &self.file else { return };
        let file = file.lock().unwrap_or_else(PoisonError::into_inner);
        let text = serde_json::to_vec(&self.state().memory);
        let mut part = file.as_os_str().to_owned();
        part.push(".part");
        let written = text.map_err(std::io::Error::other).and_then(|text| {
            std::fs::write(&part, text)?;
            std::fs::rename(&part, file.as_path())
        });
        if let Err(error) = written {
            eprintln!("alo-sandbox: {}: {error}", file.display());
        }
    }
}

/// What a request's handler has at hand.
#[derive(Clone)]
pub(crate) struct Rest {
    store: Store,
    inputs: mpsc::Sender<Input>,
    address: SocketAddr,
    keep_alive: bool,
}

impl Rest {
    pub(crate) fn new(
        store: Store,
        inputs: mpsc::Sender<Input>,
        address: SocketAddr,
        keep_alive: bool,
    ) -> Self {
        Self {
            store,
            inputs,
            address,
            keep_alive,
        }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.store.state()
    }

    pub(crate) fn keep(&self) {
        self.store.keep();
    }

    /// Where phones reach the PBX.
    fn socket_url(&self) -> String {
        format!("ws://{}/ws", self.address)
    }

    /// Rings an extension for a call that its agent wants (click to call).
    /// The provider's name for the call comes back.
    async fn ring_agent(
        &self,
        extension: &str,
        number: &str,
        hotline: Option<&str>,
    ) -> Result<String, ApiError> {
        let (reply, answer) = oneshot::channel();
        let id = random::uuid(&mut random::System);
        let ask = PlaceCall::for_agent(extension, number, hotline, &id);
        let sent = self.inputs.send(Input::Call(ask, reply)).await;
        match (sent, answer.await) {
            (Ok(()), Ok(result)) => result.map(|_| id),
            _ => Err(ApiError::UnknownCall),
        }
    }
}

/// Every provider's paths.
pub(crate) fn routes() -> Router<Rest> {
    Router::new()
        .nest("/omicall/websdk", omicall::routes())
        .nest("/omicall/api", omicall_company::routes())
        .nest("/bizfly", bizfly::routes())
        .nest("/vbot/api", vbot::first_routes())
        .nest(
            "/vbot/v3.0/api",
            vbot::widget_routes().merge(vbot_company::routes()),
        )
}

/// How a client signs in to each provider: what the ready line says.
pub(crate) fn sign_ins(address: SocketAddr) -> Value {
    let base = |provider: Provider| format!("http://{address}/{}", provider.name());
    let (omicall, bizfly) = ("2001", "3001");
    let token = state::vbot_token;
    json!({
        "omicall": {
            "type": "omicall",
            "baseUrl": base(Provider::Omicall),
            "domain": Provider::Omicall.domain(),
            "extension": omicall,
            "password": provider::password(omicall),
            "apiKey": API_KEY,
        },
        "bizfly": {
            "type": "bizfly",
            "baseUrl": base(Provider::Bizfly),
            "email": provider::agent(bizfly).1,
            "password": provider::password(bizfly),
            "apiKey": API_KEY,
        },
        "vbot": {
            "type": "vbot",
            "baseUrl": base(Provider::Vbot),
            "token": token("4001"),
            "apiKey": API_KEY,
            "tokens": {
                "second": token("4002"),
                "noBalance": token("4007"),
                "noHotline": token("4008"),
                "disabled": token("4009"),
                "expired": state::old_vbot_token("4001"),
            },
        },
    })
}

/// Unix time in milliseconds.
pub(crate) fn now_ms() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| {
        u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
    })
}

/// The answer to a request that proves nothing or too little.
struct Refused(Box<Response>);

impl From<Response> for Refused {
    fn from(response: Response) -> Self {
        Self(Box::new(response))
    }
}

impl From<Refused> for Response {
    fn from(refused: Refused) -> Self {
        *refused.0
    }
}

/// A JSON answer.
fn answer(status: StatusCode, value: &Value) -> Response {
    let kind = [(header::CONTENT_TYPE, "application/json")];
    (status, kind, Body::from(value.to_string())).into_response()
}

/// A header field's text.
fn field<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// A JSON body; an empty one is `{}`.
fn read<T: DeserializeOwned>(body: &Bytes) -> Option<T> {
    let text: &[u8] = if body.is_empty() { b"{}" } else { body };
    serde_json::from_slice(text).ok()
}

/// A word of the query; empty ones are none.
fn word<'a>(words: &'a Words, name: &str) -> Option<&'a str> {
    words
        .get(name)
        .map(String::as_str)
        .filter(|value| !value.is_empty())
}

/// Page and size of a list: the first is page 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Paging {
    page: usize,
    size: usize,
}

impl Paging {
    fn of(words: &Words, most: usize) -> Self {
        let number = |name, without| {
            let value = word(words, name).and_then(|value| value.parse().ok());
            value.unwrap_or(without)
        };
        Self {
            page: number("page", 1_usize).max(1),
            // A size of nothing means all (tag/search asks so).
            size: match number("size", most.min(50)) {
                0 => most,
                size => size.min(most),
            },
        }
    }

    /// That page of a list, and how many pages there are.
    fn cut<T>(self, list: Vec<T>) -> (Vec<T>, usize, usize) {
        let total = list.len();
        let first = (self.page - 1).saturating_mul(self.size);
        let page = list.into_iter().skip(first).take(self.size).collect();
        (page, total, total.div_ceil(self.size.max(1)).max(1))
    }
}
