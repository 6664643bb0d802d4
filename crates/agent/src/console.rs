//! What a developer sees in the console. Warnings and errors only, unless built for debugging; the
//! parts that log take care that no credential and no message body is among it.

use log::{Level, LevelFilter, Log, Metadata, Record};
use wasm_bindgen::JsValue;
use web_sys::console;

struct Console;

static CONSOLE: Console = Console;

/// Sends `log` records and panics to the console. May be called again.
pub(crate) fn start() {
    let level = if cfg!(debug_assertions) {
        LevelFilter::Debug
    } else {
        LevelFilter::Warn
    };
    // An error means that a logger is there already: the page was started twice.
    if log::set_logger(&CONSOLE).is_ok() {
        log::set_max_level(level);
        std::panic::set_hook(Box::new(|panic| {
            // The place only: a panic's message may quote what somebody sent.
            let place = panic.location().map(ToString::to_string);
            let line = format!("alo agent panicked at {}", place.unwrap_or_default());
            console::error_1(&JsValue::from_str(&line));
        }));
    }
}

impl Log for Console {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() <= log::max_level()
    }

    fn log(&self, record: &Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        let line = JsValue::from_str(&format!("{}: {}", record.target(), record.args()));
        match record.level() {
            Level::Error => console::error_1(&line),
            Level::Warn => console::warn_1(&line),
            Level::Info => console::info_1(&line),
            Level::Debug | Level::Trace => console::debug_1(&line),
        }
    }

    fn flush(&self) {}
}
