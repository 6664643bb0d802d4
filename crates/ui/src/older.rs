//! Calls that are not in the picture: asked for page by page while somebody wants to see them, and anew when
//! something of them has changed.
//!
//! They are read from the newest call on: what leaves the picture later is here already, and what stands in both is
//! shown as the picture has it ([`behind`]).

use std::collections::HashSet;
use std::rc::Rc;

use alo_protocol::{CallId, HistoryMark, HistoryPage, HistoryRow, UiQuestion};
use sycamore::prelude::*;

use crate::model::Model;

/// How long changes are gathered before the calls are read anew, in ms: somebody may be typing.
const REST_MS: u64 = 2_000;

/// Handles to what is known of them.
#[derive(Clone, Copy)]
pub(crate) struct Older {
    read: Signal<Read>,
    /// As they are shown: grouped, and with digits hidden.
    pub(crate) rows: Signal<Rc<Vec<HistoryRow>>>,
    /// There are calls behind all that is known.
    pub(crate) more: Signal<bool>,
    /// More are awaited.
    pub(crate) looking: Signal<bool>,
}

/// What was read, as it came.
#[derive(Debug, Default)]
struct Read {
    /// So many calls are wanted, with those of the picture; 0: only those.
    wanted: usize,
    pile: Pile,
    /// What is read anew, until it is as much as is wanted and takes the place of `pile`.
    anew: Option<Pile>,
    /// The revision of the newest reading.
    revision: u64,
    /// The page that is awaited.
    asked: Option<Option<HistoryMark>>,
    /// When it was found out that this is out of date, Unix ms.
    stale: Option<u64>,
}

/// Pages of one reading.
#[derive(Debug, Default)]
struct Pile {
    rows: Vec<HistoryRow>,
    /// There are calls behind the last row, or nothing was read yet.
    more: Option<bool>,
}

impl Pile {
    fn is_enough(&self, wanted: usize) -> bool {
        self.more
            .is_some_and(|more| !more || self.rows.len() >= wanted)
    }
}

impl Read {
    fn is_begun(&self) -> bool {
        self.pile.more.is_some() || self.asked.is_some()
    }

    /// What is read anew takes its place once it is enough. True where it did.
    fn take_over(&mut self) -> bool {
        let wanted = self.wanted;
        let anew = self.anew.take_if(|anew| anew.is_enough(wanted));
        let is_taken = anew.is_some();
        if let Some(anew) = anew {
            self.pile = anew;
        }
        is_taken
    }

    /// The place that more is to be asked for behind, where more is to be asked for.
    fn next(&self) -> Option<Option<HistoryMark>> {
        let pile = self.anew.as_ref().unwrap_or(&self.pile);
        if self.asked.is_some() || self.wanted == 0 || pile.is_enough(self.wanted) {
            return None;
        }
        Some(pile.rows.last().map(|row| HistoryMark {
            call: row.id.clone(),
            started_at: row.started_at,
        }))
    }
}

impl Older {
    pub(crate) fn new() -> Self {
        Self {
            read: create_signal(Read::default()),
            rows: create_signal(Rc::default()),
            more: create_signal(false),
            looking: create_signal(false),
        }
    }

    /// So many calls are to be shown, with those of the picture; 0: only those.
    pub(crate) fn want(self, model: Model, wanted: usize) {
        self.read.update_silent(|read| read.wanted = wanted);
        self.go_on(model);
    }

    /// Another picture, or the way to the agent is there or gone.
    pub(crate) fn follow(self, model: Model) {
        let older = model.with_whole(|now| now.older);
        let linked = model.linked.get_untracked();
        let now = model.now.get_untracked();
        let is_over = older.count == 0 && self.read.with_untracked(Read::is_begun);
        self.read.update_silent(|read| {
            if is_over {
                *read = Read {
                    wanted: read.wanted,
                    ..Read::default()
                };
            }
            if !linked {
                // No answer comes any more.
                read.asked = None;
            }
            // Another agent counts anew.
            if read.is_begun() && (read.revision != older.revision || !linked) {
                read.stale.get_or_insert(now);
            }
        });
        if is_over {
            self.draw(model);
        }
        self.go_on(model);
    }

    /// Reads anew what has changed a while ago, or forgets it where nobody wants it.
    pub(crate) fn tick(self, model: Model) {
        let now = model.now.get_untracked();
        let is_due = |at: u64| at.saturating_add(REST_MS) <= now;
        let is_due = self
            .read
            .with_untracked(|read| read.stale.is_some_and(is_due) && read.asked.is_none());
        if !is_due {
            return;
        }
        let revision = model.with_whole(|now| now.older.revision);
        let is_wanted = self.read.update_silent(|read| {
            let is_wanted = read.wanted > 0;
            read.stale = None;
            read.revision = revision;
            read.anew = is_wanted.then(Pile::default);
            if !is_wanted {
                read.pile = Pile::default();
            }
            is_wanted
        });
        if !is_wanted {
            self.draw(model);
        }
        self.go_on(model);
    }

    /// Takes an answer in.
    #[cfg_attr(
        not(any(target_arch = "wasm32", test)),
        allow(dead_code, reason = "only a browser has an agent")
    )]
    pub(crate) fn take(self, model: Model, page: HistoryPage) {
        let now = model.now.get_untracked();
        let added = self.read.update_silent(|read| {
            if read.asked.as_ref() != Some(&page.after) {
                return Vec::new();
            }
            read.asked = None;
            if page.after.is_none() {
                read.revision = page.revision;
                // What has changed before is in it.
                read.stale = None;
            } else if read.revision != page.revision {
                read.stale.get_or_insert(now);
            }
            let is_anew = read.anew.is_some();
            let pile = read.anew.as_mut().unwrap_or(&mut read.pile);
            let new = not_in(&pile.rows, page.rows);
            pile.more = Some(page.more && !new.is_empty());
            pile.rows.extend(new.iter().cloned());
            if is_anew { Vec::new() } else { new }
        });
        // The others stand already as they are shown.
        if !added.is_empty() {
            let added = model.as_shown(added);
            self.rows.update(|rows| Rc::make_mut(rows).extend(added));
        }
        self.go_on(model);
    }

    /// Draws all of them anew, as numbers are to be shown now.
    pub(crate) fn draw(self, model: Model) {
        let rows = self.read.with_untracked(|read| read.pile.rows.clone());
        if !rows.is_empty() || self.rows.with_untracked(|rows| !rows.is_empty()) {
            self.rows.set(Rc::new(model.as_shown(rows)));
        }
    }

    /// The number of one of them with all its digits.
    pub(crate) fn number(self, call: &CallId) -> Option<String> {
        self.read.with_untracked(|read| {
            let row = read.pile.rows.iter().find(|row| row.id == *call)?;
            Some(row.number.clone())
        })
    }

    fn go_on(self, model: Model) {
        if self.read.update_silent(Read::take_over) {
            self.draw(model);
        }
        let count = model.with_whole(|now| now.older.count);
        if let Some(after) = self.read.with_untracked(Read::next)
            && count > 0
            && model.linked.get_untracked()
            && model.question(UiQuestion::History {
                after: after.clone(),
            })
        {
            self.read.update_silent(|read| read.asked = Some(after));
        }
        let (more, looking) = self.read.with_untracked(|read| {
            let more = read.pile.more.unwrap_or(count > 0);
            (more, read.asked.is_some() && read.anew.is_none())
        });
        for (signal, value) in [(self.more, more), (self.looking, looking)] {
            if signal.get_untracked() != value {
                signal.set(value);
            }
        }
    }
}

#[cfg_attr(
    not(any(target_arch = "wasm32", test)),
    allow(dead_code, reason = "only a browser has an agent")
)]
/// The rows that are not known: where the call is gone behind which they were asked for, those of its moment come again.
fn not_in(known: &[HistoryRow], rows: Vec<HistoryRow>) -> Vec<HistoryRow> {
    let Some(last) = known.last().map(|row| row.started_at) else {
        return rows;
    };
    let same = known.iter().rev().take_while(|row| row.started_at == last);
    let same: HashSet<CallId> = same.map(|row| row.id.clone()).collect();
    let is_new = |row: &HistoryRow| !same.contains(&row.id);
    rows.into_iter().filter(is_new).collect()
}

/// Those of `older` that follow the rows of the picture, each call being in one of both.
pub(crate) fn behind<'a>(
    picture: &[HistoryRow],
    older: &'a [HistoryRow],
) -> impl Iterator<Item = &'a HistoryRow> {
    let last = picture.last().map(|row| row.started_at);
    let same = picture
        .iter()
        .rev()
        .take_while(|row| Some(row.started_at) == last);
    let same: HashSet<CallId> = same.map(|row| row.id.clone()).collect();
    let first = last.map_or(older.len(), |last| {
        older.partition_point(|row| row.started_at > last)
    });
    older
        .iter()
        .skip(first)
        .filter(move |row| !same.contains(&row.id))
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use alo_protocol::{HISTORY_PAGE, MaskFormat, OlderCalls, Snapshot, StoredSettings};

    use super::*;
    use crate::fixture::{NOW, row};

    /// An agent with so many calls; the newest hundred are in its picture.
    #[derive(Clone, Default)]
    struct Agent {
        rows: Rc<RefCell<Vec<HistoryRow>>>,
        revision: Rc<RefCell<u64>>,
        asked: Rc<RefCell<Vec<Option<HistoryMark>>>>,
    }

    impl Agent {
        fn with(count: u64) -> Self {
            let agent = Self::default();
            let one = |n: u64| HistoryRow {
                name: Some(format!("Khách {n}")),
                ..row(&n.to_string(), NOW - n)
            };
            agent.rows.replace((0..count).map(one).collect());
            agent
        }

        fn model(&self) -> Model {
            let model = Model::new(NOW, Rc::new(|_, _| {}));
            model.settings.draw(StoredSettings::default());
            let asked = Rc::clone(&self.asked);
            model.carry_questions(Rc::new(move |question| {
                let UiQuestion::History { after } = question else {
                    return false;
                };
                asked.borrow_mut().push(after);
                true
            }));
            model.linked.set(true);
            self.draw(model);
            model
        }

        fn draw(&self, model: Model) {
            let rows = self.rows.borrow();
            model.draw(Snapshot {
                ready: true,
                history: rows.iter().take(100).cloned().collect(),
                older: OlderCalls {
                    count: u32::try_from(rows.len().saturating_sub(100)).expect("few"),
                    revision: *self.revision.borrow(),
                },
                ..Snapshot::default()
            });
        }

        /// Something has changed.
        fn change(&self, model: Model, change: impl FnOnce(&mut Vec<HistoryRow>)) {
            change(&mut self.rows.borrow_mut());
            *self.revision.borrow_mut() += 1;
            self.draw(model);
        }

        /// Answers one question; false where none is open.
        fn answers(&self, model: Model) -> bool {
            let Some(after) = self.asked.borrow_mut().pop() else {
                return false;
            };
            let rows = self.rows.borrow();
            let from = after.as_ref().map_or(0, |mark| {
                let known = rows.iter().position(|row| row.id == mark.call);
                known.expect("a known call") + 1
            });
            let page = HistoryPage {
                after,
                rows: rows.iter().skip(from).take(HISTORY_PAGE).cloned().collect(),
                more: rows.len() > from + HISTORY_PAGE,
                revision: *self.revision.borrow(),
            };
            drop(rows);
            model.older.take(model, page);
            true
        }

        fn answers_all(&self, model: Model) -> usize {
            let mut pages = 0;
            while self.answers(model) {
                pages += 1;
            }
            pages
        }
    }

    /// The list, picture and older calls together.
    fn shown(model: Model) -> Vec<HistoryRow> {
        let picture = model.snapshot.with_untracked(|now| now.history.clone());
        let older = model.older.rows.get_clone_untracked();
        let rows = picture.iter().chain(behind(&picture, &older));
        rows.cloned().collect()
    }

    fn names(rows: &[HistoryRow]) -> String {
        let names = rows.iter().map(|row| row.name.as_deref());
        names
            .map(|name| name.unwrap_or("?"))
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn rest(model: Model) {
        model.now.set(model.now.get_untracked() + REST_MS);
    }

    fn rooted(test: impl FnOnce()) {
        create_root(test).dispose();
    }

    #[test]
    fn a_search_reads_all_calls_and_more_of_the_list_only_what_it_shows() {
        rooted(|| {
            let agent = Agent::with(1_234);
            let model = agent.model();
            assert!(model.older.more.get_untracked());
            assert!(!agent.answers(model), "nobody wants them yet");
            model.older.want(model, 400);
            assert!(model.older.looking.get_untracked());
            assert_eq!(agent.answers_all(model), 1);
            assert_eq!(shown(model).len(), 500);
            assert!(model.older.more.get_untracked());
            model.older.want(model, usize::MAX);
            assert_eq!(agent.answers_all(model), 2, "it goes on where it was");
            assert_eq!(names(&shown(model)), names(&agent.rows.borrow()));
            assert!(!model.older.more.get_untracked() && !model.older.looking.get_untracked());
        });
    }

    #[test]
    fn digits_of_older_calls_are_hidden_also_when_that_is_wished_later() {
        rooted(|| {
            let agent = Agent::with(150);
            let model = agent.model();
            model.older.want(model, usize::MAX);
            agent.answers_all(model);
            let last = |model| shown(model).last().map(|row| row.number.clone());
            assert_eq!(last(model).as_deref(), Some("0912 345 678"), "grouped");
            model.settings.change(|settings| {
                settings.mask = Some(MaskFormat::usual());
            });
            let hidden = last(model).expect("a row");
            assert!(!hidden.contains("0912"), "{hidden}");
            assert_eq!(hidden, shown(model)[0].number);
            let call = CallId("149".into());
            let whole = model.older.number(&call);
            assert_eq!(whole.as_deref(), Some("0912345678"), "it is called whole");
        });
    }

    #[test]
    fn each_call_stands_there_once_and_as_it_is_now() {
        rooted(|| {
            let agent = Agent::with(700);
            let model = agent.model();
            model.older.want(model, usize::MAX);
            agent.answers_all(model);
            // One more: another one leaves the picture, and is in the list all the same.
            agent.change(model, |rows| rows.insert(0, row("new", NOW + 1)));
            assert_eq!(names(&shown(model)), names(&agent.rows.borrow()));
            // A note on an old one is there after a while.
            agent.change(model, |rows| rows[650].name = Some("Lan".into()));
            assert!(!agent.answers(model), "somebody may be typing");
            rest(model);
            assert_eq!(agent.answers_all(model), 2);
            assert_eq!(names(&shown(model)), names(&agent.rows.borrow()));
            agent.change(model, Vec::clear);
            assert!(shown(model).is_empty(), "what was cleared is gone at once");
        });
    }

    #[test]
    fn what_changes_while_it_is_read_is_read_again() {
        rooted(|| {
            let agent = Agent::with(900);
            let model = agent.model();
            model.older.want(model, usize::MAX);
            assert!(agent.answers(model));
            agent.change(model, |rows| {
                rows.remove(300);
            });
            agent.answers_all(model);
            rest(model);
            assert_eq!(agent.answers_all(model), 2);
            assert_eq!(names(&shown(model)), names(&agent.rows.borrow()));
        });
    }

    #[test]
    fn an_agent_that_starts_again_is_asked_again() {
        rooted(|| {
            let agent = Agent::with(900);
            let model = agent.model();
            model.older.want(model, usize::MAX);
            assert!(agent.answers(model));
            model.linked.set(false);
            agent.asked.borrow_mut().clear();
            model.linked.set(true);
            agent.draw(model);
            agent.answers_all(model);
            rest(model);
            agent.answers_all(model);
            assert_eq!(names(&shown(model)), names(&agent.rows.borrow()));
            assert!(!model.older.looking.get_untracked());
        });
    }
}
