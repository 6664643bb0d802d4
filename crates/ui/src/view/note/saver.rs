//! Carries what is typed about a call to the agent while it is typed, and tells whether it is on the
//! disk.

use std::cell::RefCell;
use std::rc::Rc;

use alo_protocol::{CallId, Command, NoteChange, Refusal};
use sycamore::prelude::*;
use sycamore::web::create_client_effect;

use crate::browser;
use crate::kept::{Kept, Unsent};
use crate::model::Model;

/// The longest that something typed waits before it is sent, in ms.
const WAIT_MS: u32 = 300;

/// Sends what a control holds back, if anything.
pub(super) type Flush = Rc<dyn Fn()>;

/// One per form.
#[derive(Clone)]
pub(super) struct Saver {
    pub(super) model: Model,
    pub(super) call: CallId,
    /// Controls with something that is not on the disk yet.
    unstored: Signal<u32>,
    /// Why the last change was not stored.
    pub(super) trouble: Signal<Option<Refusal>>,
    /// Sends what each control still holds back.
    flushes: Rc<RefCell<Vec<Flush>>>,
}

impl Saver {
    pub(super) fn new(model: Model, call: CallId) -> Self {
        let saver = Self {
            model,
            call,
            unstored: create_signal(0),
            trouble: create_signal(None),
            flushes: Rc::default(),
        };
        let leaving = saver.clone();
        browser::on_leave(move || leaving.flush());
        let back = saver.clone();
        // What could not be sent is sent when the agent is there again.
        create_client_effect(move || {
            if model.linked.get() {
                untrack(|| back.flush());
            }
        });
        let gone = saver.clone();
        on_cleanup(move || gone.flush());
        saver
    }

    /// Sends everything that is held back. What is asked of the agent after this comes after it.
    pub(super) fn flush(&self) {
        for flush in self.flushes.borrow().iter() {
            flush();
        }
    }

    /// Has this done, too, whenever everything that is held back is sent.
    pub(super) fn also(&self, flush: Flush) {
        self.flushes.borrow_mut().push(flush);
    }

    /// Something typed is not on the disk yet.
    pub(super) fn is_behind(&self) -> bool {
        self.unstored.get() > 0
    }
}

/// One control of a form: what it shows, and its way to the disk.
pub(super) struct Keeper<T: 'static> {
    /// What is shown.
    pub(super) value: Signal<T>,
    kept: Signal<Kept<T>>,
    waits: Signal<bool>,
    counted: Signal<bool>,
}

impl<T> Clone for Keeper<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Keeper<T> {}

impl<T: Clone + PartialEq + 'static> Keeper<T> {
    /// A control that shows `stored` and writes by `change`.
    pub(super) fn new(
        saver: &Saver,
        stored: ReadSignal<T>,
        change: impl Fn(T) -> NoteChange + 'static,
    ) -> (Self, Flush) {
        let first = stored.get_clone_untracked();
        let keeper = Self {
            value: create_signal(first.clone()),
            kept: create_signal(Kept::new(first)),
            waits: create_signal(false),
            counted: create_signal(false),
        };
        create_client_effect(move || {
            let newest = stored.get_clone();
            untrack(|| {
                if keeper.kept.update_silent(|kept| kept.picture(&newest)) {
                    keeper.draw();
                }
            });
        });
        let flush: Flush = {
            let saver = saver.clone();
            Rc::new(move || keeper.flush(&saver, &change))
        };
        let registered = Rc::clone(&flush);
        saver.also(registered);
        (keeper, flush)
    }

    /// The person changed it; it is sent within [`WAIT_MS`].
    pub(super) fn edit(self, saver: &Saver, flush: &Flush, value: T) {
        self.kept.update_silent(|kept| kept.edit(value.clone()));
        self.value.set(value);
        self.count(saver);
        if self.waits.get_untracked() {
            return;
        }
        self.waits.set(true);
        let flush = Rc::clone(flush);
        browser::after(WAIT_MS, move || {
            if self.waits.is_alive() {
                self.waits.set(false);
                flush();
            }
        });
    }

    /// The person chose it: it is sent at once, so that of two views' choices the later one stays.
    pub(super) fn choose(self, saver: &Saver, flush: &Flush, value: T) {
        self.edit(saver, flush, value);
        flush();
    }

    pub(super) fn focus(self, focused: bool) {
        if self.kept.update_silent(|kept| kept.focus(focused)) {
            self.draw();
        }
    }

    fn draw(self) {
        self.value
            .set(self.kept.with_untracked(|kept| kept.value().clone()));
    }

    fn flush(self, saver: &Saver, change: &impl Fn(T) -> NoteChange) {
        // When the whole view goes, the model goes before the form.
        let is_alive = self.kept.is_alive() && saver.model.linked.is_alive();
        if !is_alive || !saver.model.linked.get_untracked() {
            return;
        }
        let Some(Unsent { value, over }) = self.kept.update_silent(Kept::take_unsent) else {
            return;
        };
        let command = Command::EditNote {
            call: saver.call.clone(),
            change: change(value),
            over: over.into_iter().map(change).collect(),
        };
        let (reply, trouble) = (saver.clone(), saver.trouble);
        saver.model.ask(command, move |refusal| {
            if !self.kept.is_alive() {
                return;
            }
            if self
                .kept
                .update_silent(|kept| kept.answered(refusal.is_none()))
            {
                self.draw();
            }
            if trouble.get_untracked() != refusal {
                trouble.set(refusal);
            }
            self.count(&reply);
        });
    }

    /// Counts this control among those that are behind, or no longer.
    fn count(self, saver: &Saver) {
        let is_behind = self.kept.with_untracked(|kept| !kept.is_stored());
        if is_behind != self.counted.replace_silent(is_behind) {
            let now = saver.unstored.get_untracked();
            saver.unstored.set(if is_behind {
                now + 1
            } else {
                now.saturating_sub(1)
            });
        }
    }
}
