//! Messages in, answers out. Who may ask what is decided by the sender's document alone.

use std::cell::RefCell;

use alo_protocol::{
    AgentReply, CardAnswer, Command, DialAnswer, DialOptions, DialSource, NumberSource,
    PageRequest, Refusal, ScanAnswer, WorkerRequest,
};
use js_sys::{Array, Date, Reflect};
use serde::Serialize;
use wasm_bindgen::JsValue;

use super::{agent, chrome, notifications, store, update};
use crate::{
    detector,
    gate::Gate,
    sender::{PageKey, Role, Sender, role},
};

const GATE: &str = "gate";

/// The content scripts, in the manifest's order.
const SCRIPTS: [&str; 3] = ["content-text.js", "content-card.js", "content.js"];

thread_local! {
    /// The gate of this worker's life; session storage has it for the next one.
    static CURRENT: RefCell<Option<Gate>> = const { RefCell::new(None) };
}

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
                notifications::show(state.clone()).await;
                update::settle(Some(&state)).await;
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
            chrome::to_js(&ScanAnswer {
                enabled: settings.detection,
                numbers: Vec::new(),
            })
        }
        PageRequest::Scan { runs, .. } => {
            chrome::to_js(&detector::scan(&runs, &store::settings().await))
        }
        PageRequest::OpenCard { source } => chrome::to_js(&open_card(&source, page).await),
        PageRequest::Call { card } => chrome::to_js(&call(&card, &page).await),
    }
}

async fn open_card(source: &NumberSource, page: PageKey) -> CardAnswer {
    let options = store::settings().await.number_options();
    let id = chrome::random_uuid();
    let card = with_gate(|gate| gate.open_card(source, page, &options, id, now())).await;
    if card.card.is_some() {
        // The person reads the number now; the call, if it comes, then starts at once.
        wasm_bindgen_futures::spawn_local(async {
            drop(agent::command(Command::Prepare).await);
        });
    }
    card
}

async fn call(card: &str, page: &PageKey) -> DialAnswer {
    let taken = with_gate(|gate| gate.take(card, page, now())).await;
    let AgentReply { refusal } = match taken {
        Ok(number) => {
            agent::command(Command::Dial {
                number,
                source: DialSource::Page,
                options: DialOptions::default(),
            })
            .await
        }
        Err(refusal) => AgentReply {
            refusal: Some(refusal),
        },
    };
    match refusal {
        // The call's controls are in the popup; where it can't be opened the badge points to it.
        None => drop(chrome::open_popup().await),
        Some(Refusal::SignedOut) => chrome::open_page("options.html").await,
        Some(_) => {}
    }
    DialAnswer { refusal }
}

/// Puts the content scripts into pages that were open before Alo was installed or updated;
/// Chromium leaves the old scripts of such a page orphaned.
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
        files: &'static [&'static str],
    }
    let Ok(tabs) = chrome::query_tabs(&js_sys::Object::new()).await else {
        return;
    };
    for tab in Array::from(&tabs).iter() {
        let id = Reflect::get(&tab, &"id".into())
            .ok()
            .and_then(|id| id.as_f64());
        let Some(tab_id) = id.map(|id| id as i32) else {
            continue;
        };
        let injection = |files| {
            let target = Target {
                tab_id,
                all_frames: true,
            };
            chrome::to_js(&Injection { target, files })
        };
        // A tab that we may not enter (the browser's own pages) refuses; that is as it should be.
        if chrome::insert_css(&injection(&["content.css"]))
            .await
            .is_ok()
        {
            drop(chrome::execute_script(&injection(&SCRIPTS)).await);
        }
    }
}

/// Changes the gate in one step, so that two messages at once can't both use what is good once, and
/// keeps it for the worker that comes after this one.
async fn with_gate<T>(change: impl FnOnce(&mut Gate) -> T) -> T {
    if CURRENT.with_borrow(Option::is_none) {
        let kept = store::load(GATE).await;
        CURRENT.with_borrow_mut(|slot| {
            slot.get_or_insert(kept);
        });
    }
    let (result, gate) = CURRENT.with_borrow_mut(|slot| {
        let gate = slot.get_or_insert_default();
        (change(gate), gate.clone())
    });
    store::save(GATE, &gate).await;
    result
}

/// Unix ms.
fn now() -> u64 {
    Date::now() as u64
}
