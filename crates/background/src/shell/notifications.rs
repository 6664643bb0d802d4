//! Carries out what `reconcile` works out, one state at a time.

use std::cell::RefCell;
use std::rc::Rc;

use alo_protocol::{CallId, Command, DialOptions, DialSource, WorkerState};
use futures::lock::Mutex;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use super::{agent, chrome, store};
use crate::reconcile::{Action, Badge, Memory, Note, Subject, reconcile, subject};

const MEMORY: &str = "notifications";
const PHONE: &str = "popup.html";

thread_local! {
    /// The newest state that waits while an older one is being shown.
    static WAITING: RefCell<Option<WorkerState>> = const { RefCell::new(None) };
    static BUSY: RefCell<bool> = const { RefCell::new(false) };
    /// What is shown is to be drawn anew.
    static RENEW: RefCell<bool> = const { RefCell::new(false) };
    /// One at a time changes the memory: "clear all" closes several in one moment.
    static TURN: Rc<Mutex<()>> = Rc::default();
}

/// Shows a state. States that come while one is being shown are reduced to the newest, so that a
/// slow `create` can never overtake the `clear` that followed it.
pub(super) async fn show(state: WorkerState) {
    WAITING.with_borrow_mut(|waiting| {
        let wants_page = waiting
            .as_ref()
            .is_some_and(|older| older.open_microphone_page);
        let open_microphone_page = state.open_microphone_page || wants_page;
        *waiting = Some(WorkerState {
            open_microphone_page,
            ..state
        });
    });
    work_off().await;
}

/// One thing after the other: what is drawn anew may not come after what has taken it away.
async fn work_off() {
    if BUSY.replace(true) {
        return;
    }
    loop {
        if let Some(state) = WAITING.take() {
            carry_out(&state).await;
        } else if RENEW.replace(false) {
            draw_anew().await;
        } else {
            break;
        }
    }
    BUSY.set(false);
}

/// A button of a notification: 0 answers or calls back, 1 declines.
pub(super) async fn button(id: &str, button: u32) {
    match (subject(id), button) {
        (Some(Subject::Incoming(call)), 0) => answer(call).await,
        (Some(Subject::Incoming(call)), _) => {
            agent::command(Command::Decline {
                call: CallId(call),
                everywhere: None,
            })
            .await;
        }
        (Some(Subject::Missed(call)), _) => call_back(id, &call).await,
        (None, _) => {}
    }
}

/// The body of a notification: bring the phone to the person.
pub(super) async fn clicked(id: &str) {
    if subject(id).is_some() {
        drop(chrome::clear_notification(id).await);
        open_phone().await;
    }
}

/// The person closed a notification without answering.
pub(super) async fn closed(id: &str) {
    remember(|memory| memory.dismiss(id)).await;
}

/// What stands on screen is put there anew, with the digits that are shown now.
pub(super) async fn renew() {
    RENEW.set(true);
    work_off().await;
}

async fn draw_anew() {
    let shown = chrome::all_notifications().await.unwrap_or(JsValue::NULL);
    let memory: Memory = store::load(MEMORY).await;
    for id in chrome::keys(&shown) {
        if let Some(note) = memory.note(&id) {
            notify(&id, &note).await;
        }
    }
}

/// Changes the memory, and gives what came of that.
async fn remember<T>(change: impl FnOnce(&mut Memory) -> T) -> T {
    let turn = TURN.with(Rc::clone);
    let _turn = turn.lock().await;
    let mut memory: Memory = store::load(MEMORY).await;
    let before = memory.clone();
    let result = change(&mut memory);
    if memory != before {
        store::save(MEMORY, &memory).await;
    }
    result
}

async fn answer(call: String) {
    agent::command(Command::Answer { call: CallId(call) }).await;
    open_phone().await;
}

async fn call_back(id: &str, call: &str) {
    drop(chrome::clear_notification(id).await);
    let memory: Memory = store::load(MEMORY).await;
    if let Some(number) = memory.number_of_missed(call)
        && !number.is_empty()
    {
        let number = number.into();
        agent::command(Command::Dial {
            number,
            source: DialSource::History,
            options: DialOptions::default(),
        })
        .await;
    }
    open_phone().await;
}

/// The popup where the browser allows it without a gesture; otherwise the small window of it that is
/// open already, or a new one.
async fn open_phone() {
    #[derive(Serialize)]
    struct Window {
        url: String,
        r#type: &'static str,
        width: u32,
        height: u32,
        focused: bool,
    }
    if chrome::open_popup().await.is_ok() || focus_phone().await {
        return;
    }
    let url = chrome::get_url(PHONE);
    let window = Window {
        url,
        r#type: "popup",
        width: 400,
        height: 640,
        focused: true,
    };
    drop(chrome::create_window(&chrome::to_js(&window)).await);
}

/// Brings a window that shows the phone to the front; false if there is none.
async fn focus_phone() -> bool {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Filter {
        document_urls: [String; 1],
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Context {
        window_id: i32,
    }
    #[derive(Serialize)]
    struct Focus {
        focused: bool,
    }
    let filter = chrome::to_js(&Filter {
        document_urls: [chrome::get_url(PHONE)],
    });
    let Ok(found) = chrome::get_contexts(&filter).await else {
        return false;
    };
    let found: Vec<Context> = chrome::from_js(found).unwrap_or_default();
    let Some(open) = found.iter().find(|context| context.window_id >= 0) else {
        return false;
    };
    chrome::update_window(open.window_id, &chrome::to_js(&Focus { focused: true }))
        .await
        .is_ok()
}

async fn carry_out(state: &WorkerState) {
    let shown = chrome::all_notifications().await.unwrap_or(JsValue::NULL);
    let shown = chrome::keys(&shown);
    let actions = remember(|memory| reconcile(state, &shown, memory)).await;
    for action in actions {
        match action {
            Action::Show(id, note) => notify(&id, &note).await,
            Action::Clear(id) => drop(chrome::clear_notification(&id).await),
            Action::Badge(badge) => draw(&badge).await,
            Action::OpenMicrophonePage => chrome::open_page("options.html#microphone").await,
        }
    }
}

/// `chrome.notifications.NotificationOptions`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Options {
    r#type: &'static str,
    icon_url: String,
    title: String,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    buttons: Option<Vec<Button>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    require_interaction: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    silent: Option<bool>,
}

#[derive(Serialize)]
struct Button {
    title: String,
}

async fn notify(id: &str, note: &Note) {
    let button = |key: &str| Button {
        title: chrome::message(key, &[]),
    };
    let (title, number, name, buttons, stays) = match note {
        Note::Incoming(call) => {
            let key = if call.waiting {
                "notify_waiting_title"
            } else {
                "notify_incoming_title"
            };
            let buttons = vec![button("notify_answer"), button("notify_decline")];
            (key, &call.number, &call.name, buttons, true)
        }
        Note::Missed(call) => {
            let callable = !call.number.is_empty();
            let buttons = callable.then(|| button("notify_call_back"));
            let buttons = buttons.into_iter().collect();
            (
                "notify_missed_title",
                &call.number,
                &call.name,
                buttons,
                false,
            )
        }
    };
    let settings = store::settings("").await;
    let shown = if number.is_empty() {
        chrome::message("caller_withheld", &[])
    } else {
        settings.shown_of_call(number)
    };
    let message = match name {
        Some(name) if name != number => format!("{}\n{shown}", settings.shown_name(name)),
        _ => shown,
    };
    let full = Options {
        r#type: "basic",
        icon_url: chrome::get_url("icons/icon-128.png"),
        title: chrome::message(title, &[]),
        message,
        buttons: Some(buttons),
        require_interaction: Some(stays),
        // The ringtone is the agent's; a second sound on top of it would be noise.
        silent: Some(true),
    };
    if chrome::notify(id, &chrome::to_js(&full)).await.is_err() {
        // Firefox throws on buttons and requireInteraction; there a click opens the phone.
        let plain = Options {
            buttons: None,
            require_interaction: None,
            silent: None,
            ..full
        };
        if let Err(error) = chrome::notify(id, &chrome::to_js(&plain)).await {
            log::warn!("notification: {error:?}");
        }
    }
}

async fn draw(badge: &Badge) {
    #[derive(Serialize)]
    struct Text<'a> {
        text: &'a str,
    }
    #[derive(Serialize)]
    struct Colour {
        color: &'static str,
    }
    #[derive(Serialize)]
    struct Title {
        title: String,
    }
    let title = chrome::message(badge.title, &[&badge.text]);
    drop(chrome::set_badge_text(&chrome::to_js(&Text { text: &badge.text })).await);
    drop(
        chrome::set_badge_colour(&chrome::to_js(&Colour {
            color: badge.colour,
        }))
        .await,
    );
    drop(chrome::set_title(&chrome::to_js(&Title { title })).await);
}
