//! The worker: it asks by message, is told the whole state whenever that has changed, and opens pages.

use std::cell::RefCell;
use std::rc::Rc;

use alo_protocol::{Extension, Role, Sender, StateAnswer, WorkerRequest, WorkerState};
use alo_softphone::Input;
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::chrome::{self, Listener, MessageSender};
use crate::error::{Error, browser};
use crate::inbox::{Event, Inbox};

/// Pauses before a state is sent again that could not be delivered, in milliseconds. A worker that
/// does not come up in this time asks for the state itself when it does.
const PAUSES_MS: [u32; 5] = [50, 100, 200, 500, 1_000];
/// A worker that took a message but says nothing for this long has taken it, in milliseconds.
const LONGEST_SILENCE_MS: u32 = 3_000;

/// Hears what is asked with `to: "agent"`, for as long as this lives.
pub(crate) struct Ear {
    _listener: Listener<dyn FnMut(JsValue, MessageSender, Function) -> bool>,
}

impl Ear {
    /// Listens.
    pub(crate) fn open(extension: Extension, inbox: Inbox) -> Self {
        let closure = Closure::new(
            move |message: JsValue, sender: MessageSender, reply: Function| {
                hear(&extension, &inbox, message, &sender, reply)
            },
        );
        Self {
            _listener: Listener::new(chrome::on_message(), closure),
        }
    }
}

/// Takes a message if it is for us and from the worker; true if `reply` will be called.
pub(crate) fn hear(
    extension: &Extension,
    inbox: &Inbox,
    message: JsValue,
    sender: &MessageSender,
    reply: Function,
) -> bool {
    if !chrome::is_addressed_to(&message, "agent") {
        return false;
    }
    if extension.role(&Sender::from(sender)) != Some(Role::Worker) {
        log::warn!("a message was refused: its sender is not our worker");
        return false;
    }
    inbox.put(Event::Asked { message, reply });
    true
}

/// The way to the worker. One state is on its way at a time; only the newest follows it.
#[derive(Clone)]
pub(crate) struct Worker(Rc<Mail>);

struct Mail {
    /// Where the worker lives in our own page (Firefox), messages do not reach it: this does.
    in_page: Option<Function>,
    waiting: RefCell<Waiting>,
    /// For what the worker answers.
    inbox: Inbox,
    /// What it answered last.
    home: RefCell<String>,
}

#[derive(Default)]
struct Waiting {
    state: Option<WorkerState>,
    is_sending: bool,
}

impl Mail {
    /// What the worker answered to a state.
    fn hear(&self, answer: JsValue) {
        let Ok(StateAnswer { home: country }) = serde_wasm_bindgen::from_value(answer) else {
            return;
        };
        if self.home.replace(country.clone()) != country {
            self.inbox.phone(Input::Home { country });
        }
    }
}

impl Worker {
    /// The worker behind `chrome.runtime.sendMessage`, or behind a function in our own page.
    pub(crate) fn new(in_page: Option<Function>, inbox: Inbox) -> Self {
        Self(Rc::new(Mail {
            in_page,
            waiting: RefCell::default(),
            inbox,
            home: RefCell::default(),
        }))
    }

    /// Has a page of the CRM shown; tried again if the worker is just starting.
    pub(crate) fn open_page(&self, url: String) {
        let mail = Rc::clone(&self.0);
        spawn_local(async move {
            let request = WorkerRequest::OpenPage { url };
            for pause in PAUSES_MS {
                // Only what nobody has received comes back as an error, so no page opens twice.
                match send(&mail, &request).await {
                    Ok(_) => return,
                    Err(error) => log::debug!("{error}"),
                }
                TimeoutFuture::new(pause).await;
            }
            log::warn!("the worker cannot be reached: a page is not opened");
        });
    }

    /// False where the worker knows that the browser keeps us from this address.
    pub(crate) async fn may_reach(&self, url: &str) -> bool {
        // What is asked there is none of the worker's business, and may hold a token.
        let url = url.split('?').next().unwrap_or_default().into();
        let request = WorkerRequest::MayReach { url };
        let answer = send(&self.0, &request).await;
        answer.ok().and_then(|answer| answer.as_bool()) != Some(false)
    }

    /// Sends the state; again and again if the worker is just starting.
    pub(crate) fn tell(&self, state: WorkerState) {
        let mut waiting = self.0.waiting.borrow_mut();
        waiting.state = Some(newest(waiting.state.take(), state));
        if !waiting.is_sending {
            waiting.is_sending = true;
            spawn_local(deliver(Rc::clone(&self.0)));
        }
    }
}

/// What is to be sent in place of two states: the later one, but a page that the earlier one wanted
/// opened is still wanted.
fn newest(earlier: Option<WorkerState>, later: WorkerState) -> WorkerState {
    WorkerState {
        open_microphone_page: later.open_microphone_page
            || earlier.is_some_and(|earlier| earlier.open_microphone_page),
        ..later
    }
}

async fn deliver(mail: Rc<Mail>) {
    let mut pauses = PAUSES_MS.into_iter();
    loop {
        let Some(state) = mail.waiting.borrow_mut().state.take() else {
            break;
        };
        let request = WorkerRequest::State {
            state: state.clone(),
        };
        let error = match send(&mail, &request).await {
            Err(error) => error,
            Ok(answer) => {
                mail.hear(answer);
                pauses = PAUSES_MS.into_iter();
                continue;
            }
        };
        {
            let mut waiting = mail.waiting.borrow_mut();
            let later = waiting.state.take().unwrap_or_else(|| WorkerState {
                open_microphone_page: false,
                ..state.clone()
            });
            waiting.state = Some(newest(Some(state), later));
        }
        let Some(pause) = pauses.next() else {
            log::warn!("the worker cannot be reached: {error}");
            break;
        };
        TimeoutFuture::new(pause).await;
    }
    mail.waiting.borrow_mut().is_sending = false;
}

/// The answer; `undefined` where the worker took the request and said nothing.
async fn send(mail: &Mail, request: &WorkerRequest) -> Result<JsValue, Error> {
    let message = chrome::to_js(request);
    Reflect::set(&message, &"to".into(), &"worker".into()).map_err(browser("message"))?;
    let sent = match &mail.in_page {
        Some(take) => take
            .call1(&JsValue::NULL, &message)
            .map(|answer| Promise::resolve(&answer)),
        None => chrome::send_message(&message),
    }
    .map_err(browser("sendMessage"))?;
    let answer = JsFuture::from(sent.unchecked_into::<Promise>());
    match select(answer, TimeoutFuture::new(LONGEST_SILENCE_MS)).await {
        Either::Left((Err(error), _)) => Err(browser("sendMessage")(error)),
        Either::Left((Ok(answer), _)) => Ok(answer),
        Either::Right(_) => Ok(JsValue::UNDEFINED),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(active: u32, open_microphone_page: bool) -> WorkerState {
        WorkerState {
            active,
            open_microphone_page,
            ..WorkerState::default()
        }
    }

    #[test]
    fn only_the_newest_state_is_sent_but_a_wanted_page_is_not_forgotten() {
        assert_eq!(newest(None, state(1, false)), state(1, false));
        assert_eq!(
            newest(Some(state(1, false)), state(2, false)),
            state(2, false)
        );
        assert_eq!(
            newest(Some(state(1, true)), state(2, false)),
            state(2, true)
        );
        assert_eq!(newest(None, state(2, true)), state(2, true));
    }
}
