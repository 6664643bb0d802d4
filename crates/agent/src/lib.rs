//! The offscreen shell: carries out the softphone's effects with WebSocket, WebRTC, audio and
//! IndexedDB. It decides nothing.
//!
//! It runs in Chromium's offscreen document and in Firefox's background page; of `chrome.*` it uses
//! only `chrome.runtime`, which is all that an offscreen document has. Everything that happens comes
//! through one queue ([`inbox`]) to one loop ([`driver`]).

mod audio;
mod bridge;
mod chrome;
mod clock;
mod console;
mod database;
mod description;
mod devices;
mod driver;
mod ear;
mod error;
mod fetch;
mod files;
mod gain;
mod ice;
mod inbox;
mod measure;
mod microphone;
mod network;
mod peer;
mod ports;
mod prepared;
mod provision;
mod random;
mod rtc;
mod sealed;
mod socket;
mod stats;
mod store;
mod timer;
mod tone;
mod vault;
mod voice;
mod worker;

use std::cell::OnceCell;

use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::chrome::MessageSender;
use crate::driver::Driver;
use crate::inbox::{Event, Inbox};
use crate::network::Network;
use crate::ports::Door;
use crate::worker::{Ear, Worker};

thread_local! {
    static INBOX: OnceCell<Inbox> = const { OnceCell::new() };
}

/// Starts the agent; a second call does nothing.
///
/// `early` holds messages that arrived while the wasm was being compiled, each as the array
/// `[message, sender, sendResponse]`. `to_worker` is for a page that holds the worker, too
/// (Firefox), where messages do not reach it: it takes what would be sent, and may return a promise.
#[wasm_bindgen]
pub fn start(early: Array, to_worker: Option<Function>) {
    console::start();
    let (inbox, events) = Inbox::new();
    if INBOX.with(|cell| cell.set(inbox.clone())).is_err() {
        return;
    }
    let extension = chrome::extension();
    let listeners = (
        Door::open(extension.clone(), inbox.clone()),
        Ear::open(extension.clone(), inbox.clone()),
        Network::watch(inbox.clone()),
    );
    for message in early.iter() {
        let [message, sender, reply] = [0, 1, 2].map(|at| Array::from(&message).get(at));
        let (sender, reply) = (
            sender.unchecked_into::<MessageSender>(),
            reply.unchecked_into::<Function>(),
        );
        worker::hear(&extension, &inbox, message, &sender, reply);
    }
    let driver = Driver::new(inbox.clone(), Worker::new(to_worker, inbox.clone()));
    microphone::watch(inbox);
    spawn_local(async move {
        let _listeners = listeners;
        driver.run(events).await;
    });
}

/// Takes an `AgentRequest` from a worker in the same page (Firefox); `reply` is called with the
/// `AgentReply`.
#[wasm_bindgen(js_name = fromWorker)]
pub fn from_worker(message: JsValue, reply: Function) {
    INBOX.with(|cell| {
        if let Some(inbox) = cell.get() {
            inbox.put(Event::Asked { message, reply });
        }
    });
}
