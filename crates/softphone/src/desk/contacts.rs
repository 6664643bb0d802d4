//! Who the other party of a call may be: the contacts of this computer at once, those of the provider
//! when it answers. No call waits for either.

use std::collections::{BTreeMap, BTreeSet};

use alo_numbers::Country;
use alo_protocol::{CallId, ContactView, ContactsRead, ContactsView, Refusal};
use alo_providers::api::{Ask, Contact};

use super::number::{self, Forms};
use super::session::{Asked, Session};
use super::{CallNow, ContactRow, Out, Wish};
use crate::text::{MAX_NAME, clean};

/// Contacts of this computer.
const MOST_KEPT: usize = 40_000;
/// Contacts of one call that are shown.
const MOST_FOUND: usize = 8;
/// Answers of the provider that are kept, and for how long, in milliseconds.
const MOST_ANSWERS: usize = 200;
const FRESH_MS: u64 = 10 * 60 * 1_000;
/// Longest remark about a person, in characters.
const MAX_REMARK: usize = 512;

/// What the provider knew of a number, and when, Unix ms.
#[derive(Debug)]
struct Answer {
    at: u64,
    found: Vec<ContactView>,
}

/// See the module.
#[derive(Debug, Default)]
pub(crate) struct Contacts {
    rows: BTreeMap<String, ContactRow>,
    /// Ids of rows by the key of each of their numbers.
    by_key: BTreeMap<String, Vec<String>>,
    answers: BTreeMap<String, Answer>,
    calls: BTreeMap<CallId, (String, ContactsView)>,
}

impl Contacts {
    pub(super) fn load(&mut self, rows: Vec<ContactRow>) {
        self.put(rows);
    }

    /// Adds rows, or replaces those of the same id.
    pub(super) fn put(&mut self, rows: Vec<ContactRow>) {
        for row in rows {
            self.rows.insert(row.id.clone(), row);
        }
        self.by_key.clear();
        for row in self.rows.values() {
            for key in keys(row) {
                self.by_key.entry(key).or_default().push(row.id.clone());
            }
        }
    }

    pub(super) fn clear(&mut self) {
        self.rows.clear();
        self.by_key.clear();
    }

    pub(super) fn rows(&self) -> &BTreeMap<String, ContactRow> {
        &self.rows
    }

    /// Gives each of the contacts of a file the id of the one that is kept under the same name with one
    /// of the same numbers, or a new one. New ones are dropped where [`MOST_KEPT`] are there.
    pub(super) fn place(
        &self,
        mut rows: Vec<ContactRow>,
        new_id: &mut impl FnMut() -> String,
        read: &mut ContactsRead,
    ) -> Vec<ContactRow> {
        let mut known = BTreeMap::new();
        for row in self.rows.values() {
            for key in keys(row) {
                known.entry((row.name.as_str(), key)).or_insert(&row.id);
            }
        }
        let mut room = MOST_KEPT.saturating_sub(self.rows.len());
        // One that has too many numbers for one contact stands in the file, and here, as several.
        let mut taken = BTreeSet::new();
        rows.retain_mut(|row| {
            let mut ids = keys(row).filter_map(|key| known.get(&(row.name.as_str(), key)));
            let same = ids.find(|id| taken.insert(**id));
            drop(ids);
            if let Some(id) = same {
                row.id = (*id).clone();
                read.replaced += 1;
                return true;
            }
            if room == 0 {
                read.no_room += 1;
                return false;
            }
            room -= 1;
            row.id = new_id();
            read.added += 1;
            true
        });
        rows
    }

    /// What one provider said is nothing that another one's user may see.
    pub(super) fn forget_answers(&mut self) {
        self.answers.clear();
    }

    pub(super) fn of_call(&self, call: &CallId) -> ContactsView {
        let known = self.calls.get(call);
        known.map(|(_, view)| view.clone()).unwrap_or_default()
    }

    pub(super) fn forget_call(&mut self, call: &CallId) {
        self.calls.remove(call);
    }

    /// A call begins. Where it is certain who it is, the call gets the name.
    pub(super) fn look_up(
        &mut self,
        call: &CallNow,
        session: &mut Session,
        out: &Out<'_>,
    ) -> Option<Wish> {
        let key = number::key(&call.number)?;
        let now = out.now.unix_ms;
        let fresh = |answer: &&Answer| now.saturating_sub(answer.at) < FRESH_MS;
        let known = self.answers.get(&key).filter(fresh);
        let asks = known.is_none() && session.may_answer() && session.abilities().contacts;
        let view = ContactsView {
            loading: asks,
            found: known.map(|known| known.found.clone()).unwrap_or_default(),
            chosen: None,
        };
        if asks {
            let about = Asked::Contact(key.clone());
            if !session.is_asked(&about) {
                // The three providers are Vietnamese, and so is a number without a country there.
                let ask = Ask::Contact(Forms::of(&call.number, Country::VN).into());
                session.ask(ask, about, out);
            }
        }
        let here = self.here(&key);
        self.calls.insert(call.id.clone(), (key, view));
        self.add(&call.id, here)
    }

    fn here(&self, key: &str) -> Vec<ContactView> {
        let ids = self.by_key.get(key).map(Vec::as_slice).unwrap_or_default();
        let mut here: Vec<ContactView> = Vec::new();
        for row in ids.iter().filter_map(|id| self.rows.get(id)) {
            // Nobody could tell them apart.
            let same =
                |known: &&mut ContactView| known.name == row.name && known.detail == row.detail;
            if let Some(known) = here.iter_mut().find(same) {
                if known.note.is_none() {
                    known.note.clone_from(&row.note);
                }
            } else if here.len() < MOST_FOUND {
                here.push(ContactView {
                    id: format!("here-{}", row.id),
                    name: row.name.clone(),
                    detail: row.detail.clone(),
                    note: row.note.clone(),
                });
            }
        }
        here
    }

    /// Those found here go before the provider's: the person put them in.
    fn add(&mut self, call: &CallId, here: Vec<ContactView>) -> Option<Wish> {
        let (_, view) = self.calls.get_mut(call)?;
        let mut found = here;
        for contact in view.found.drain(..) {
            let same = |known: &ContactView| {
                known.id == contact.id
                    || known.name == contact.name && known.detail == contact.detail
            };
            if !found.iter().any(same) {
                found.push(contact);
            }
        }
        found.truncate(MOST_FOUND);
        view.found = found;
        if view.chosen.is_none()
            && !view.loading
            && let [only] = view.found.as_slice()
        {
            view.chosen = Some(only.id.clone());
            return Some(Wish::Name(call.clone(), only.name.clone()));
        }
        None
    }

    /// The provider has answered, or could not.
    pub(super) fn answered(
        &mut self,
        key: &str,
        found: Option<Vec<Contact>>,
        out: &Out<'_>,
    ) -> Vec<Wish> {
        let found: Option<Vec<ContactView>> = found.map(|found| {
            found
                .into_iter()
                .filter_map(view)
                .take(MOST_FOUND)
                .collect()
        });
        let mut wishes = Vec::new();
        let waiting: Vec<CallId> = self
            .calls
            .iter()
            .filter(|(_, (of, view))| of == key && view.loading)
            .map(|(call, _)| call.clone())
            .collect();
        for call in waiting {
            if let Some((_, view)) = self.calls.get_mut(&call) {
                view.loading = false;
                let here = std::mem::replace(&mut view.found, found.clone().unwrap_or_default());
                wishes.extend(self.add(&call, here));
            }
        }
        if let Some(found) = found {
            if self.answers.len() >= MOST_ANSWERS {
                let oldest = self.answers.iter().min_by_key(|(_, answer)| answer.at);
                let oldest = oldest.map(|(key, _)| key.clone());
                self.answers.retain(|key, _| Some(key) != oldest.as_ref());
            }
            let at = out.now.unix_ms;
            self.answers.insert(key.to_owned(), Answer { at, found });
        }
        wishes
    }

    /// The person says which one it is.
    pub(super) fn choose(&mut self, call: &CallId, contact: &str) -> Result<Wish, Refusal> {
        let (_, view) = self.calls.get_mut(call).ok_or(Refusal::NotNow)?;
        let chosen = view.found.iter().find(|found| found.id == contact);
        let name = chosen.ok_or(Refusal::NotNow)?.name.clone();
        view.chosen = Some(contact.to_owned());
        Ok(Wish::Name(call.clone(), name))
    }
}

/// What each of its numbers is found by.
pub(super) fn keys(row: &ContactRow) -> impl Iterator<Item = String> {
    row.numbers.iter().filter_map(|number| number::key(number))
}

fn view(contact: Contact) -> Option<ContactView> {
    Some(ContactView {
        name: clean(&contact.name, MAX_NAME)?,
        detail: contact.detail.and_then(|detail| clean(&detail, MAX_NAME)),
        note: contact.note.and_then(|note| clean(&note, MAX_REMARK)),
        id: contact.id,
    })
}
