//! Messages in, answers out. Who may ask what is decided by the sender's document alone.

use alo_protocol::{
    AgentReply, CardAnswer, Command, DialAnswer, DialSource, PageRequest, Refusal, ScanAnswer,
    WorkerRequest,
};
use js_sys::{Array, Date, Reflect};
use serde::Serialize;
use wasm_bindgen::JsValue;

use super::{agent, chrome, notifications, store};
use crate::{
    detector,
    gate::Gate,
    sender::{PageKey, Role, Sender, role},
};

const GATE: &str = "gate";

/// Handles one message; `None` leaves the sender without an answer.
pub(super) async fn handle(message: JsValue, sender: &Sender) -> Option<JsValue> {
    let own_id = chrome::EXTENSION_ID.with(Clone::clone);
    match role(sender, &own_id, &chrome::get_url(""))? {
        Role::Page(page) => {
            let request = chrome::from_js(message)?;
            Some(from_page(request, page).await)
        }
        Role::View => match chrome::from_js(message)? {
            WorkerRequest::EnsureAgent => Some(JsValue::from_bool(agent::ensure().await)),
            WorkerRequest::State { .. } => None,
        },
        Role::Agent => match chrome::from_js(message)? {
            WorkerRequest::State { state } => {
                notifications::show(state).await;
                Some(JsValue::TRUE)
            }
            WorkerRequest::EnsureAgent => None,
        },
    }
}

async fn from_page(request: PageRequest, page: PageKey) -> JsValue {
    match request {
        PageRequest::Hello => {
            let settings = store::settings().await;
            chrome::to_js(&ScanAnswer { enabled: settings.detection, numbers: Vec::new() })
        }
        PageRequest::Scan { runs, .. } => {
            chrome::to_js(&detector::scan(&runs, &store::settings().await))
        }
        PageRequest::OpenCard { source } => chrome::to_js(&open_card(&source, page).await),
        PageRequest::Call { card } => chrome::to_js(&call(&card, &page).await),
    }
}

async fn open_card(source: &alo_protocol::NumberSource, page: PageKey) -> CardAnswer {
    let settings = store::settings().await;
    let mut gate: Gate = store::load(GATE).await;
    let answer =
        gate.open_card(source, page, &settings.country, chrome::random_uuid(), Date::now() as u64);
    store::save(GATE, &gate).await;
    answer
}

async fn call(card: &str, page: &PageKey) -> DialAnswer {
    let mut gate: Gate = store::load(GATE).await;
    let taken = gate.take(card, page, Date::now() as u64);
    store::save(GATE, &gate).await;
    let AgentReply { refusal } = match taken {
        Ok(number) => agent::command(Command::Dial { number, source: DialSource::Page }).await,
        Err(refusal) => AgentReply { refusal: Some(refusal) },
    };
    match refusal {
        // The call's controls are in the popup; where it can't be opened the badge points to it.
        None => drop(chrome::open_popup().await),
        Some(Refusal::SignedOut) => chrome::open_page("options.html").await,
        Some(Refusal::MicrophoneNeeded) => chrome::open_page("options.html#microphone").await,
        Some(_) => {}
    }
    DialAnswer { refusal }
}

/// Puts the content script into pages that were open before Alo was installed or updated; Chromium
/// leaves the old script of such a page orphaned.
pub(super) async fn reinject() {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Target {
        tab_id: i32,
        all_frames: bool,
    }
    #[derive(Serialize)]
    struct Injection {
        target: Target,
        files: [&'static str; 1],
    }
    let Ok(tabs) = chrome::query_tabs(&js_sys::Object::new()).await else { return };
    for tab in Array::from(&tabs).iter() {
        let id = Reflect::get(&tab, &"id".into()).ok().and_then(|id| id.as_f64());
        let Some(tab_id) = id.map(|id| id as i32) else { continue };
        let injection = |file| {
            let target = Target { tab_id, all_frames: true };
            chrome::to_js(&Injection { target, files: [file] })
        };
        // A tab that we may not enter (the browser's own pages) refuses; that is as it should be.
        if chrome::insert_css(&injection("content.css")).await.is_ok() {
            drop(chrome::execute_script(&injection("content.js")).await);
        }
    }
}
