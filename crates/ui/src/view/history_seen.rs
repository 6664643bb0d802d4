//! When missed calls count as seen: once one of them stood in front of somebody.

use alo_protocol::{Command, HistoryRow};
use sycamore::prelude::*;
use sycamore::web::create_client_effect;
#[cfg(target_arch = "wasm32")]
use sycamore::web::window;

use crate::browser;
use crate::model::Model;
use crate::wording::is_missed;

/// Missed calls count as seen, and the provider's list is asked for again, when a person looks at the list: not while a
/// side panel stands open on an empty chair, nor while a call fills the window and the list is far below it.
/// Whoever opens the popup on the card of a call that they missed has seen that one too.
/// `drawn` tracks what the list draws anew.
pub(super) fn mark_seen(model: Model, drawn: impl Fn() + 'static) {
    let linked = model.linked;
    // How many, and whether one of them has a row: what has none is looked at with the others.
    let missed = model.select(|snapshot| {
        let is_new = |row: &HistoryRow| row.unseen && is_missed(row);
        let has_row = snapshot.history.iter().any(is_new);
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

/// Keeps `in_view` at whether a row that nobody has seen stands in the window, or their cards do.
#[cfg(target_arch = "wasm32")]
fn watch(model: Model, in_view: Signal<bool>, drawn: impl Fn() + 'static) {
    use std::collections::HashSet;
    use std::rc::Rc;

    use crate::call_controls::is_live;

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
    // During a talk a card comes and goes beside what somebody is busy with.
    let cards = model.select(|snapshot| {
        let calls = &snapshot.calls;
        (!calls.iter().any(is_live)).then(|| calls.len())
    });
    let held = Rc::downgrade(&watch);
    create_client_effect(move || {
        drawn();
        let (unseen, cards) = (unseen.get_clone(), cards.get().is_some());
        let held = held.clone();
        // Behind the list, which draws its rows in the same turn.
        sycamore::web::queue_microtask(move || {
            if let Some(watch) = held.upgrade() {
                watch.follow(unseen, cards);
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

    use alo_protocol::CallId;
    use wasm_bindgen::JsCast;
    use wasm_bindgen::prelude::{Closure, JsValue};
    use web_sys::{
        Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
    };

    use crate::view::call_card::card_id;

    /// How much of a row has to stand in the window.
    const SEEN: f64 = 0.5;

    /// What is watched, and what of it stands in the window.
    #[derive(Default)]
    struct Sight {
        unseen: HashSet<String>,
        rows: HashSet<String>,
        cards: HashSet<String>,
    }

    impl Sight {
        fn note(&mut self, element: &Element, is_shown: bool) {
            let row = element.get_attribute("data-row");
            let (of, id) = match row {
                Some(row) => (&mut self.rows, row),
                None => (&mut self.cards, element.id()),
            };
            if is_shown {
                of.insert(id);
            } else {
                of.remove(&id);
            }
        }

        /// In the list they stand together; a card is that of one call.
        fn is_enough(&self) -> bool {
            let has_card = |id: &String| self.cards.contains(&card_id(&CallId(id.clone())));
            !self.unseen.is_empty() && (!self.rows.is_empty() || self.unseen.iter().all(has_card))
        }
    }

    /// Watches rows and cards come into the window and leave it.
    pub(super) struct Watch {
        observer: IntersectionObserver,
        sight: Rc<RefCell<Sight>>,
        tell: Rc<dyn Fn(bool)>,
        _callback: Closure<dyn FnMut(js_sys::Array)>,
    }

    impl Watch {
        /// `tell` is told whether one of the rows is in the window.
        pub(super) fn new(tell: impl Fn(bool) + 'static) -> Option<Self> {
            let tell: Rc<dyn Fn(bool)> = Rc::new(tell);
            let sight = Rc::new(RefCell::new(Sight::default()));
            let (own, tells) = (Rc::clone(&sight), Rc::clone(&tell));
            let callback =
                Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
                    for entry in entries.iter() {
                        let Ok(entry) = entry.dyn_into::<IntersectionObserverEntry>() else {
                            continue;
                        };
                        let is_shown = entry.intersection_ratio() >= SEEN;
                        own.borrow_mut().note(&entry.target(), is_shown);
                    }
                    let is = own.borrow().is_enough();
                    tells(is);
                });
            let options = IntersectionObserverInit::new();
            options.set_threshold(&JsValue::from_f64(SEEN));
            let observer =
                IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options);
            Some(Self {
                observer: observer.ok()?,
                sight,
                tell,
                _callback: callback,
            })
        }

        /// From now on the rows of these calls, as they are drawn now, and their cards where those count.
        pub(super) fn follow(&self, unseen: HashSet<String>, cards: bool) {
            self.observer.disconnect();
            self.sight.replace(Sight::default());
            if unseen.is_empty() {
                (self.tell)(false);
                return;
            }
            let document = sycamore::web::document();
            for id in unseen.iter().filter(|_| cards) {
                if let Some(card) = document.get_element_by_id(&card_id(&CallId(id.clone()))) {
                    self.observer.observe(&card);
                }
            }
            let Ok(drawn) = document.query_selector_all(".past-new") else {
                return;
            };
            for at in 0..drawn.length() {
                let row = drawn.item(at).and_then(|node| node.dyn_into().ok());
                let row = row.filter(|row: &Element| {
                    let id = row.get_attribute("data-row");
                    id.is_some_and(|id| unseen.contains(&id))
                });
                if let Some(row) = row {
                    // The browser tells of each at once.
                    self.observer.observe(&row);
                }
            }
            self.sight.borrow_mut().unseen = unseen;
        }
    }

    impl Drop for Watch {
        fn drop(&mut self) {
            self.observer.disconnect();
        }
    }
}
