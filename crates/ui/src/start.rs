//! Where the browser enters: mounts the view that the page names in `body[data-view]`.

use std::rc::Rc;

use gloo_timers::callback::Interval;
use sycamore::prelude::*;
use sycamore::web::{document, render_to};
use wasm_bindgen::prelude::*;

use crate::browser;
use crate::link::Link;
use crate::model::{Model, Outbox};
use crate::text::t;
use crate::view;

/// Called by the module's loader.
#[wasm_bindgen(start)]
pub(crate) fn start() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&format!("Alo: {panic}").into());
    }));
    log::set_max_level(log::LevelFilter::Warn);
    // A logger can be set once, and this is the one place that does.
    let _ = log::set_logger(&Console);

    let Some(root) = document().get_element_by_id("root") else {
        log::error!("the page has no element to draw into");
        return;
    };
    if let Some(page) = document().document_element() {
        // Setting these attributes cannot fail: their names are valid.
        let _ = page.set_attribute("lang", &t("ui_language"));
        if browser::address_has("panel") {
            let _ = page.set_attribute("data-surface", "panel");
        }
    }
    let view = document()
        .body()
        .and_then(|body| body.get_attribute("data-view"))
        .unwrap_or_default();
    if view == "confirm" {
        document().set_title(&t("confirm_page_title"));
        root.set_text_content(None);
        render_to(view::confirm, &root);
        return;
    }
    let options = view == "options";

    let link = Rc::new(Link::default());
    let outbox: Outbox = {
        let link = Rc::clone(&link);
        Rc::new(move |command, reply| link.send(command, reply))
    };
    root.set_text_content(None);
    render_to(
        move || {
            let model = Model::new(browser::now(), outbox);
            tick(model);
            model.settings.load();
            let asks = Rc::clone(&link);
            model.carry_questions(Rc::new(move |question| asks.ask(&question)));
            link.keep_up(model);
            if options {
                document().set_title(&t("options_page_title"));
                crate::preset::load(model);
                view::options(model)
            } else {
                view::popup(model)
            }
        },
        &root,
    );
    if options {
        browser::follow_hash();
    }
}

/// Moves the model's clock; calls and retries count by it.
fn tick(model: Model) {
    let clock = Interval::new(1_000, move || model.now.set(browser::now()));
    on_cleanup(move || drop(clock));
}

struct Console;

impl log::Log for Console {
    fn enabled(&self, metadata: &log::Metadata<'_>) -> bool {
        metadata.level() <= log::max_level()
    }

    fn log(&self, record: &log::Record<'_>) {
        if self.enabled(record.metadata()) {
            web_sys::console::warn_1(&format!("Alo: {}", record.args()).into());
        }
    }

    fn flush(&self) {}
}
