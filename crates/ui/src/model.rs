//! What a view knows: the newest picture, whether the agent is reached, and the way to ask it.

use std::rc::Rc;

use alo_protocol::{
    CallId, CallView, Command, ContactsRead, DialOptions, DialSource, ExportKind, HistoryRow,
    Refusal, Snapshot, UiQuestion,
};
use sycamore::prelude::*;

use crate::call_controls::is_live;
use crate::change::Changes;
use crate::grouped;
use crate::hidden;
use crate::older::Older;
use crate::preset::Preset;
use crate::settings::Settings;

/// Told once what became of a command; none means taken.
pub(crate) type Reply = Box<dyn FnOnce(Option<Refusal>)>;

/// Carries a command to the agent.
pub(crate) type Outbox = Rc<dyn Fn(Command, Reply)>;

/// Carries a question to the agent; false where it is not reached.
pub(crate) type Questions = Rc<dyn Fn(UiQuestion) -> bool>;

/// Handles to the view's signals; copied into every closure.
#[derive(Clone, Copy)]
pub(crate) struct Model {
    /// The newest picture, as it is shown.
    pub(crate) snapshot: Signal<Snapshot>,
    /// The same as it came: with all digits, none set apart. Only for what is dialled.
    whole: Signal<Option<Snapshot>>,
    /// A picture has arrived: before that, "signed out" means "not known yet".
    pub(crate) drawn: Signal<bool>,
    /// The agent is reached at the moment.
    pub(crate) linked: Signal<bool>,
    /// Unix ms, moved on by a clock each second.
    pub(crate) now: Signal<u64>,
    /// The last command that was not taken, until put away.
    pub(crate) notice: Signal<Option<Refusal>>,
    /// The diagnostics bundle that was asked for last.
    pub(crate) report: Signal<Option<String>>,
    /// The form that was asked for and is not on screen yet.
    pub(crate) wanted_form: Signal<Option<CallId>>,
    /// The file that was asked for last, until it is saved.
    pub(crate) export: Signal<Option<(ExportKind, String)>>,
    /// What the reply that came last says of a file of contacts.
    pub(crate) contacts_read: Signal<Option<ContactsRead>>,
    /// The calls that are not in the picture.
    pub(crate) older: Older,
    /// What the package fills the sign-in's form in with.
    pub(crate) preset: Signal<Preset>,
    /// How pages are treated and numbers shown.
    pub(crate) settings: Settings,
    /// How many wishes were refused.
    pub(crate) refusals: Signal<u32>,
    pub(crate) changes: Changes,
    /// A call from the history is asked for and not answered yet.
    calling_back: Signal<bool>,
    outbox: Signal<Outbox>,
    questions: Signal<Questions>,
}

impl Model {
    /// An empty model; `outbox` carries its commands. To be called inside the view's root.
    pub(crate) fn new(now: u64, outbox: Outbox) -> Self {
        let model = Self {
            snapshot: create_signal(Snapshot::default()),
            whole: create_signal(None),
            drawn: create_signal(false),
            linked: create_signal(false),
            now: create_signal(now),
            notice: create_signal(None),
            report: create_signal(None),
            wanted_form: create_signal(None),
            export: create_signal(None),
            contacts_read: create_signal(None),
            older: Older::new(),
            preset: create_signal(Preset::default()),
            settings: Settings::new(),
            refusals: create_signal(0),
            changes: Changes::new(),
            calling_back: create_signal(false),
            outbox: create_signal(outbox),
            questions: create_signal(Rc::new(|_| false)),
        };
        let (mask, loaded) = (model.settings.mask(), model.settings.loaded);
        let home = model.settings.home();
        create_effect(move || {
            mask.track();
            home.track();
            loaded.track();
            model.redraw();
            model.older.draw(model);
        });
        create_effect(move || {
            model.linked.track();
            untrack(|| model.older.follow(model));
        });
        create_effect(move || {
            model.now.track();
            untrack(|| model.older.tick(model));
        });
        model
    }

    /// Draws a picture.
    pub(crate) fn draw(&self, snapshot: Snapshot) {
        let hides = snapshot.provider.hides_numbers;
        self.changes.settle(&snapshot);
        self.whole.set(Some(snapshot));
        // Its users are drawn anew, each with the new mask.
        if self.settings.provider_hides.get_untracked() != hides {
            self.settings.provider_hides.set(hides);
        }
        self.redraw();
        self.older.follow(*self);
    }

    fn redraw(&self) {
        let Some(mut snapshot) = self.whole.get_clone_untracked() else {
            return;
        };
        if !self.dress(&mut snapshot) {
            return;
        }
        let ready = snapshot.ready;
        self.snapshot.set(snapshot);
        if self.drawn.get_untracked() != ready {
            self.drawn.set(ready);
        }
    }

    /// Makes a picture as it is shown. False where nothing is shown: it is not known yet which digits are not to be.
    fn dress(&self, snapshot: &mut Snapshot) -> bool {
        if !self.settings.loaded.get_untracked() {
            return false;
        }
        grouped::group(snapshot, self.settings.home_now());
        if let Some(mask) = self.settings.mask_now() {
            hidden::hide(snapshot, mask);
        }
        true
    }

    /// Calls of before the picture, as those in it are shown.
    pub(crate) fn as_shown(&self, history: Vec<HistoryRow>) -> Vec<HistoryRow> {
        let mut snapshot = Snapshot {
            history,
            ..Snapshot::default()
        };
        match self.dress(&mut snapshot) {
            true => snapshot.history,
            false => Vec::new(),
        }
    }

    /// Carries a wish; a refusal is shown as a notice.
    pub(crate) fn send(&self, command: Command) {
        let tell = self.teller();
        self.ask(command, tell);
    }

    /// Shows what becomes of a wish as a notice, in place of the last one.
    pub(crate) fn teller(&self) -> impl FnOnce(Option<Refusal>) + 'static {
        let (notice, refusals) = (self.notice, self.refusals);
        if notice.with_untracked(Option::is_some) {
            notice.set(None);
        }
        move |refusal| {
            if refusal.is_some() {
                notice.set(refusal);
                refusals.update(|count| *count = count.wrapping_add(1));
            }
        }
    }

    /// Carries a wish; the caller shows what became of it.
    pub(crate) fn ask(&self, command: Command, reply: impl FnOnce(Option<Refusal>) + 'static) {
        let outbox = self.outbox.get_clone_untracked();
        outbox(command, Box::new(reply));
    }

    /// From now on questions go this way.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        allow(dead_code, reason = "only a browser has an agent")
    )]
    pub(crate) fn carry_questions(&self, questions: Questions) {
        self.questions.set(questions);
    }

    /// Asks; the answer comes into the signal that is for it. False where the agent is not reached.
    pub(crate) fn question(&self, question: UiQuestion) -> bool {
        let questions = self.questions.get_clone_untracked();
        questions(question)
    }

    /// A part of the picture with all digits; the default one's before the first.
    pub(crate) fn with_whole<T>(&self, part: impl FnOnce(&Snapshot) -> T) -> T {
        self.whole.with_untracked(|now| match now {
            Some(now) => part(now),
            None => part(&Snapshot::default()),
        })
    }

    /// What redial dials.
    pub(crate) fn last_dialled(&self) -> Option<String> {
        self.with_whole(|now| now.last_dialled.clone())
    }

    /// Calls the number of a row of the history.
    pub(crate) fn call_back(&self, row: &CallId) {
        let number = self.with_whole(|now| {
            let found = now.history.iter().find(|known| known.id == *row)?;
            Some(found.number.clone())
        });
        let Some(number) = number.or_else(|| self.older.number(row)) else {
            return;
        };
        // A second press before the answer would be refused, in red above a call that goes out well.
        if self.calling_back.get_untracked() {
            return;
        }
        self.calling_back.set(true);
        let (calling_back, tell) = (self.calling_back, self.teller());
        let dial = Command::Dial {
            number,
            source: DialSource::History,
            options: DialOptions::default(),
        };
        self.ask(dial, move |refusal| {
            calling_back.set(false);
            tell(refusal);
        });
    }

    /// A part of the picture that tells its users only when it changed.
    pub(crate) fn select<T: PartialEq + 'static>(
        &self,
        mut part: impl FnMut(&Snapshot) -> T + 'static,
    ) -> ReadSignal<T> {
        let snapshot = self.snapshot;
        create_selector(move || snapshot.with(|snapshot| part(snapshot)))
    }

    /// Whether a call is up or on its way at this moment.
    pub(crate) fn is_in_call(&self) -> bool {
        self.snapshot
            .with_untracked(|snapshot| snapshot.calls.iter().any(is_live))
    }

    /// The same for a control that shows at once what somebody chose: told anew when that was refused.
    pub(crate) fn select_control<T: PartialEq + Clone + 'static>(
        &self,
        part: impl FnMut(&Snapshot) -> T + 'static,
    ) -> ReadSignal<T> {
        let (part, refusals) = (self.select(part), self.refusals);
        create_memo(move || {
            refusals.track();
            part.get_clone()
        })
    }

    /// A part of one call; `or` once the call is gone from the picture.
    pub(crate) fn select_call<T: PartialEq + Clone + 'static>(
        &self,
        id: &CallId,
        or: T,
        mut part: impl FnMut(&CallView) -> T + 'static,
    ) -> ReadSignal<T> {
        let id = id.clone();
        self.select(move |snapshot| {
            snapshot
                .calls
                .iter()
                .find(|call| call.id == id)
                .map_or_else(|| or.clone(), &mut part)
        })
    }
}
