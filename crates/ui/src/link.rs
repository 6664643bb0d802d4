//! The connection of a view to the agent: wakes it by way of the worker, opens the port named `ui`,
//! hands pictures to the model and answers to whom they belong, and does it all again when the port
//! drops.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use alo_protocol::{Command, Refusal, UiPush, UiQuestion, UiRequest};
use futures::channel::oneshot;
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use serde::Serialize;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::backoff::{Backoff, Newest};
use crate::chrome::{self, Listener, Port};
use crate::model::{Model, Reply};

/// How long the worker may take to start the agent, in ms.
const ENSURE_LIMIT_MS: u32 = 8_000;

/// See the module.
#[derive(Default)]
pub(crate) struct Link {
    port: RefCell<Option<OpenPort>>,
    seq: Cell<u32>,
    waiting: RefCell<HashMap<u32, Reply>>,
}

impl Link {
    /// Sends a command; without a port it is refused at once, never kept for later: a call that
    /// starts by itself a minute after the click would be worse than none.
    pub(crate) fn send(&self, command: Command, reply: Reply) {
        let seq = self.seq.get().wrapping_add(1);
        self.seq.set(seq);
        if self.post(&UiRequest { seq, command }) {
            self.waiting.borrow_mut().insert(seq, reply);
        } else {
            reply(Some(Refusal::AgentUnreachable));
        }
    }

    /// Sends a question; false without a port. Its answer goes to the model.
    pub(crate) fn ask(&self, question: &UiQuestion) -> bool {
        self.post(question)
    }

    fn post(&self, message: &impl Serialize) -> bool {
        self.port.borrow().as_ref().is_some_and(|open| {
            message
                .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
                .is_ok_and(|message| open.port.post_message(&message).is_ok())
        })
    }

    /// Keeps the connection up for as long as the page lives.
    pub(crate) fn keep_up(self: Rc<Self>, model: Model) {
        spawn_local(async move {
            let backoff = Rc::new(RefCell::new(Backoff::default()));
            loop {
                if ensure_agent().await
                    && let Some(closed) = self.open(model, Rc::clone(&backoff))
                {
                    // An error means that the sender is gone, which is the same to us.
                    let _ = closed.await;
                }
                self.drop_port(model);
                let wait = backoff.borrow_mut().next_ms();
                TimeoutFuture::new(wait).await;
            }
        });
    }

    fn open(
        self: &Rc<Self>,
        model: Model,
        backoff: Rc<RefCell<Backoff>>,
    ) -> Option<oneshot::Receiver<()>> {
        let port = chrome::connect(&chrome::object("name", "ui")).ok()?;
        let (close, closed) = oneshot::channel();
        let newest = Cell::new(Newest::default());
        let link = Rc::downgrade(self);
        let on_message = Listener::new(port.on_message(), move |message| {
            let Ok(push) = serde_wasm_bindgen::from_value::<UiPush>(message) else {
                log::debug!("dropped a push of an unknown shape");
                return;
            };
            match push {
                // An agent that starts anew has not read its store yet: what is on screen, and typed
                // there, stays until it has.
                UiPush::Snapshot(snapshot) if !snapshot.ready && model.drawn.get_untracked() => {}
                UiPush::Snapshot(snapshot) => {
                    backoff.borrow_mut().succeeded();
                    let mut drawn = newest.get();
                    if drawn.accept(snapshot.revision) {
                        newest.set(drawn);
                        model.draw(*snapshot);
                    }
                    if !model.linked.get_untracked() {
                        model.linked.set(true);
                    }
                }
                UiPush::Reply(answer) => {
                    let reply = link
                        .upgrade()
                        .and_then(|link| link.waiting.borrow_mut().remove(&answer.seq));
                    if let Some(reply) = reply {
                        model.contacts_read.set(answer.read);
                        reply(answer.refusal);
                    }
                }
                UiPush::History(page) => model.older.take(model, page),
                UiPush::Diagnostics { text } => model.report.set(Some(text)),
                UiPush::Export { kind, text } => model.export.set(Some((kind, text))),
            }
        });
        let close = Cell::new(Some(close));
        let on_disconnect = Listener::new(port.on_disconnect(), move |_| {
            chrome::clear_last_error();
            if let Some(close) = close.take() {
                // The other end waits for exactly this, or is gone with the page.
                let _ = close.send(());
            }
        });
        self.port.replace(Some(OpenPort {
            port,
            _listeners: [on_message, on_disconnect],
        }));
        Some(closed)
    }

    fn drop_port(&self, model: Model) {
        self.port.take();
        if model.linked.get_untracked() {
            model.linked.set(false);
        }
        let waiting = self.waiting.take();
        for reply in waiting.into_values() {
            // They were sent, and may have been carried out.
            reply(Some(Refusal::AgentSilent));
        }
    }
}

struct OpenPort {
    port: Port,
    _listeners: [Listener; 2],
}

impl Drop for OpenPort {
    fn drop(&mut self) {
        self.port.disconnect();
    }
}

/// Asks the worker to start the agent. False when it could not, or took too long.
async fn ensure_agent() -> bool {
    let message = chrome::object("to", "worker");
    if js_sys::Reflect::set(&message, &"type".into(), &"ensureAgent".into()).is_err() {
        return false;
    }
    let Ok(promise) = chrome::send_message(&message) else {
        return false;
    };
    let answer = JsFuture::from(promise);
    let limit = TimeoutFuture::new(ENSURE_LIMIT_MS);
    match select(answer, limit).await {
        Either::Left((answer, _)) => answer.is_ok(),
        Either::Right(_) => false,
    }
}
