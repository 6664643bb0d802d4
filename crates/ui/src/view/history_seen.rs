//! When missed calls count as seen: once one of them stood in front of somebody.

use alo_protocol::Command;
use sycamore::prelude::*;
use sycamore::web::create_client_effect;
#[cfg(target_arch = "wasm32")]
use sycamore::web::window;

use crate::browser;
use crate::model::Model;

/// Missed calls count as seen, and the provider's list is asked for again, when a person looks at the list: not while a
/// side panel stands open on an empty chair, nor while a call fills the window and the list is far below it.
/// `drawn` tracks what the list draws anew.
pub(super) fn mark_seen(model: Model, drawn: impl Fn() + 'static) {
    let linked = model.linked;
    // How many, and whether one of them has a row: what has none is looked at with the others.
    let missed = model.select(|snapshot| {
        let has_row = snapshot.history.iter().any(|row| row.unseen);
        (snapshot.missed, has_row)
    });
    let in_view = create_signal(false);
    let mark = move || {
        let (missed, has_row) = missed.get_untracked();
        let sees = missed == 0 || !has_row || in_view.get_untracked();
        if linked.get_untracked() && sees && browser::is_looked_at() {
            model.ask(Command::HistorySeen, |_| {});
        }
    };
    create_client_effect(move || {
        missed.track();
        linked.track();
        in_view.track();
        mark();
    });
    #[cfg(target_arch = "wasm32")]
    {
        let listener = gloo_events::EventListener::new(&window(), "focus", move |_| mark());
        on_cleanup(move || drop(listener));
    }
    watch(model, in_view, drawn);
}

#[cfg(not(target_arch = "wasm32"))]
fn watch(_model: Model, _in_view: Signal<bool>, _drawn: impl Fn() + 'static) {}

/// Keeps `in_view` at whether a row that nobody has seen stands in the window.
#[cfg(target_arch = "wasm32")]
fn watch(model: Model, in_view: Signal<bool>, drawn: impl Fn() + 'static) {
    use std::collections::HashSet;
    use std::rc::Rc;

    let Some(watch) = wasm::Watch::new(move |is| {
        if in_view.is_alive() && in_view.get_untracked() != is {
            in_view.set(is);
        }
    }) else {
        return;
    };
    let watch = Rc::new(watch);
    let unseen = model.select(|snapshot| {
        let unseen = snapshot.history.iter().filter(|row| row.unseen);
        unseen.map(|row| row.id.0.clone()).collect::<HashSet<_>>()
    });
    let held = Rc::downgrade(&watch);
    create_client_effect(move || {
        drawn();
        let unseen = unseen.get_clone();
        let held = held.clone();
        // Behind the list, which draws its rows in the same turn.
        sycamore::web::queue_microtask(move || {
            if let Some(watch) = held.upgrade() {
                watch.follow(&unseen);
            }
        });
    });
    on_cleanup(move || drop(watch));
}

#[cfg(target_arch = "wasm32")]
mod wasm {
    use std::cell::RefCell;
    use std::collections::HashSet;
    use std::rc::Rc;

    use wasm_bindgen::JsCast;
    use wasm_bindgen::prelude::{Closure, JsValue};
    use web_sys::{
        Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
    };

    /// How much of a row has to stand in the window.
    const SEEN: f64 = 0.5;

    /// Watches rows come into the window and leave it.
    pub(super) struct Watch {
        observer: IntersectionObserver,
        shown: Rc<RefCell<HashSet<String>>>,
        tell: Rc<dyn Fn(bool)>,
        _callback: Closure<dyn FnMut(js_sys::Array)>,
    }

    impl Watch {
        /// `tell` is told whether one of the rows is in the window.
        pub(super) fn new(tell: impl Fn(bool) + 'static) -> Option<Self> {
            let tell: Rc<dyn Fn(bool)> = Rc::new(tell);
            let shown = Rc::new(RefCell::new(HashSet::new()));
            let (own, tells) = (Rc::clone(&shown), Rc::clone(&tell));
            let callback =
                Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
                    for entry in entries.iter() {
                        let Ok(entry) = entry.dyn_into::<IntersectionObserverEntry>() else {
                            continue;
                        };
                        let Some(row) = row_of(&entry.target()) else {
                            continue;
                        };
                        if entry.intersection_ratio() >= SEEN {
                            own.borrow_mut().insert(row);
                        } else {
                            own.borrow_mut().remove(&row);
                        }
                    }
                    let is = !own.borrow().is_empty();
                    tells(is);
                });
            let options = IntersectionObserverInit::new();
            options.set_threshold(&JsValue::from_f64(SEEN));
            let observer =
                IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options);
            Some(Self {
                observer: observer.ok()?,
                shown,
                tell,
                _callback: callback,
            })
        }

        /// From now on these rows, as they are drawn now.
        pub(super) fn follow(&self, rows: &HashSet<String>) {
            self.observer.disconnect();
            self.shown.borrow_mut().clear();
            if rows.is_empty() {
                (self.tell)(false);
                return;
            }
            let Ok(drawn) = sycamore::web::document().query_selector_all(".past-new") else {
                return;
            };
            for at in 0..drawn.length() {
                let row = drawn.item(at).and_then(|node| node.dyn_into().ok());
                let row = row.filter(|row| row_of(row).is_some_and(|id| rows.contains(&id)));
                if let Some(row) = row {
                    // The browser tells of each at once.
                    self.observer.observe(&row);
                }
            }
        }
    }

    impl Drop for Watch {
        fn drop(&mut self) {
            self.observer.disconnect();
        }
    }

    fn row_of(element: &Element) -> Option<String> {
        element.get_attribute("data-row")
    }
}
