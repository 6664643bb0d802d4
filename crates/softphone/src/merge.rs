//! Merges the provider's list of calls into the history: each call stands there once.

use alo_protocol::{
    CallId, Direction, EndCause, EndView, HistoryRow, NOTE_FIELD, NoteContent, NoteState, Owner,
    ProviderKind, RowNote,
};
use alo_providers::api::{ProviderCall, SavedNote};

use crate::desk::number_key;
use crate::history::History;

/// The start of a call by the provider's clock and by ours may differ by this much, in milliseconds.
const SAME_CALL_MS: u64 = 60_000;

/// What a merge has changed.
#[derive(Debug, Default)]
pub(crate) struct Merged {
    /// Rows to be stored.
    pub(crate) rows: Vec<HistoryRow>,
    /// Calls of ours whose id at the provider has become known.
    pub(crate) linked: Vec<(CallId, String)>,
}

impl History {
    /// The changes that the provider's list brings to the history. `owner` is who asked for the list; calls
    /// that began before `from`, Unix ms, are left out.
    pub(crate) fn merge(&self, owner: &Owner, calls: Vec<ProviderCall>, from: u64) -> Merged {
        let calls: Vec<ProviderCall> = calls
            .into_iter()
            .filter(|call| call.started_at >= from)
            .collect();
        let mut merged = Merged::default();
        for (call, known) in calls.iter().zip(matches(owner, self.rows(), &calls)) {
            let row = match known {
                Some(known) => completed(known, owner, call),
                None => new_row(owner, call),
            };
            // The key of a new row may be that of another owner's row, which stays as it is.
            let is_taken = known.is_none() && self.row(&row.id).is_some();
            let is_done = merged.rows.iter().any(|other| other.id == row.id);
            if known == Some(&row) || is_taken || is_done {
                continue;
            }
            if let (Some(known), Some(id)) = (known, id_of(call))
                && id_of_row(known).is_none()
            {
                merged.linked.push((known.id.clone(), id.to_owned()));
            }
            merged.rows.push(row);
        }
        merged
    }
}

/// For each call the row that is the same call; no row belongs to two calls.
fn matches<'a>(
    owner: &Owner,
    rows: &'a [HistoryRow],
    calls: &[ProviderCall],
) -> Vec<Option<&'a HistoryRow>> {
    let mut found: Vec<Option<&HistoryRow>> = calls
        .iter()
        .map(|call| {
            let key = id_of(call).is_none().then(|| key_of(owner.provider, call));
            let key = key.as_ref();
            rows.iter().find(|row| has_id_of(row, key, owner, call))
        })
        .collect();
    // An id is certain, a likeness is not: rows found by id are taken before likenesses count.
    let mut likely = Vec::new();
    for (at, call) in calls.iter().enumerate() {
        if found.get(at).is_some_and(Option::is_none) {
            let similar = rows
                .iter()
                .filter(|row| may_be_of(row, owner) && is_same(row, call));
            likely.extend(similar.map(|row| (row.started_at.abs_diff(call.started_at), at, row)));
        }
    }
    // Of several calls with one number in a row, those are the same whose starts are closest together.
    likely.sort_by_key(|(apart, ..)| *apart);
    for (_, at, row) in likely {
        let is_taken = found.iter().flatten().any(|taken| taken.id == row.id);
        if let Some(free @ None) = found.get_mut(at)
            && !is_taken
        {
            *free = Some(row);
        }
    }
    found
}

/// The call's id at the provider; `None` for the empty ids of VBot's list, which identify nothing.
fn id_of(call: &ProviderCall) -> Option<&str> {
    Some(call.provider_id.as_str()).filter(|id| !id.is_empty())
}

fn id_of_row(row: &HistoryRow) -> Option<&str> {
    row.provider_id.as_deref().filter(|id| !id.is_empty())
}

/// Whether the row has the id of the call, or for a call without one the key `key`. As another company or user
/// may use the same id for another call, the owner or the call itself must agree too.
fn has_id_of(row: &HistoryRow, key: Option<&CallId>, owner: &Owner, call: &ProviderCall) -> bool {
    match id_of(call) {
        Some(id) => id_of_row(row) == Some(id) && (may_be_of(row, owner) || is_like(row, call)),
        None => key == Some(&row.id) && may_be_of(row, owner),
    }
}

/// Whether the row may be this owner's: no other provider's owner is known.
fn may_be_of(row: &HistoryRow, owner: &Owner) -> bool {
    row.owner
        .as_ref()
        .is_none_or(|known| known == owner || known.provider == ProviderKind::PlainSip)
}

/// The id of the new row for a call that has none yet.
fn key_of(kind: ProviderKind, call: &ProviderCall) -> CallId {
    let prefix = prefix(kind);
    CallId(match id_of(call) {
        Some(id) => format!("{prefix}-{id}"),
        None => {
            let number = number_key(&call.number).unwrap_or_default();
            format!("{prefix}-{}-{number}", call.started_at)
        }
    })
}

/// Whether row and call are likely to be the same call, where one of them has no id.
fn is_same(row: &HistoryRow, call: &ProviderCall) -> bool {
    (id_of_row(row).is_none() || id_of(call).is_none()) && is_like(row, call)
}

fn is_like(row: &HistoryRow, call: &ProviderCall) -> bool {
    row.direction == call.direction
        && row.started_at.abs_diff(call.started_at) <= SAME_CALL_MS
        && number_key(&row.number).is_some()
        && number_key(&row.number) == number_key(&call.number)
}

/// Our row, completed by the provider's name, hotline and note. How the call went our own row knows better.
fn completed(row: &HistoryRow, owner: &Owner, call: &ProviderCall) -> HistoryRow {
    let mut row = row.clone();
    if may_be_of(&row, owner) {
        row.owner = Some(owner.clone());
    }
    if let Some(id) = id_of(call) {
        row.provider_id = Some(id.to_owned());
    }
    row.name = row.name.or_else(|| call.name.clone());
    row.hotline = row.hotline.or_else(|| call.hotline.clone());
    let there = call.note.as_ref().and_then(|note| noted(note, call));
    row.note = there.or(row.note);
    row
}

fn new_row(owner: &Owner, call: &ProviderCall) -> HistoryRow {
    let at = call
        .ended_at
        .or(call.answered_at)
        .unwrap_or(call.started_at);
    let cause = match (call.answered_at, call.direction) {
        (Some(_), _) => EndCause::HungUp,
        (None, Direction::Incoming) => EndCause::Missed,
        (None, Direction::Outgoing) => EndCause::NoAnswer,
    };
    HistoryRow {
        id: key_of(owner.provider, call),
        direction: call.direction,
        number: call.number.clone(),
        name: call.name.clone(),
        started_at: call.started_at,
        answered_at: call.answered_at,
        end: Some(EndView {
            cause,
            code: None,
            reason: None,
            reason_header: None,
            at,
        }),
        // A call that another device missed is shown as missed there.
        unseen: false,
        provider_id: id_of(call).map(str::to_owned),
        hotline: call.hotline.clone(),
        note: call.note.as_ref().and_then(|note| noted(note, call)),
        elsewhere: true,
        hidden: false,
        owner: Some(owner.clone()),
    }
}

fn noted(note: &SavedNote, call: &ProviderCall) -> Option<RowNote> {
    if note.text.trim().is_empty() && note.tags.is_empty() {
        return None;
    }
    let mut content = NoteContent {
        tags: note.tags.clone(),
        ..NoteContent::default()
    };
    if !note.text.trim().is_empty() {
        content
            .values
            .insert(NOTE_FIELD.to_owned(), note.text.clone());
    }
    let at = call.ended_at.unwrap_or(call.started_at);
    Some(RowNote {
        content,
        state: NoteState::Sent { at },
    })
}

fn prefix(kind: ProviderKind) -> &'static str {
    match kind {
        ProviderKind::PlainSip => "sip",
        ProviderKind::Omicall => "omicall",
        ProviderKind::Bizfly => "bizfly",
        ProviderKind::Vbot => "vbot",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::missed_row;

    const AT: u64 = 1_700_000_000_000;

    fn history(rows: Vec<HistoryRow>) -> History {
        let mut history = History::default();
        history.load(rows);
        history
    }

    fn owner(provider: ProviderKind) -> Owner {
        Owner {
            provider,
            user: "101".into(),
        }
    }

    /// A call of ours, so many seconds after [`AT`].
    fn own(id: &str, second: u64, provider_id: Option<&str>) -> HistoryRow {
        let at = AT + second * 1_000;
        HistoryRow {
            direction: Direction::Outgoing,
            unseen: false,
            provider_id: provider_id.map(str::to_owned),
            ..missed_row(CallId(id.into()), "0912345678".into(), None, at)
        }
    }

    /// One of the provider's list, with its id as its note.
    fn listed(provider_id: &str, second: u64) -> ProviderCall {
        ProviderCall {
            provider_id: provider_id.into(),
            direction: Direction::Outgoing,
            number: "0912345678".into(),
            name: None,
            started_at: AT + second * 1_000,
            answered_at: None,
            ended_at: None,
            hotline: None,
            note: Some(SavedNote {
                text: provider_id.into(),
                tags: Vec::new(),
            }),
        }
    }

    fn linked(merged: &Merged) -> Vec<(&str, &str)> {
        let mut linked: Vec<_> = merged
            .linked
            .iter()
            .map(|(call, id)| (call.0.as_str(), id.as_str()))
            .collect();
        linked.sort_unstable();
        linked
    }

    #[test]
    fn a_call_with_the_very_id_comes_before_a_later_one_that_is_only_like_it() {
        let history = history(vec![
            own("busy", 0, Some("uuid-1")),
            own("redial", 20, None),
        ]);
        let merged = history.merge(&owner(ProviderKind::Omicall), vec![listed("uuid-1", 0)], 0);
        assert_eq!(linked(&merged), []);
        let ids: Vec<_> = merged.rows.iter().map(|row| row.id.0.as_str()).collect();
        assert_eq!(
            ids,
            ["busy"],
            "the note of the first call is the first one's"
        );
    }

    #[test]
    fn calls_to_one_number_within_a_minute_each_get_the_id_that_began_with_them() {
        let history = history(vec![own("first", 0, None), own("second", 30, None)]);
        for calls in [
            vec![listed("a", 2), listed("b", 31)],
            vec![listed("b", 31), listed("a", 2)],
        ] {
            let merged = history.merge(&owner(ProviderKind::Omicall), calls, 0);
            assert_eq!(linked(&merged), [("first", "a"), ("second", "b")]);
        }
    }

    #[test]
    fn a_row_is_not_taken_from_the_call_that_it_is_nearer_to() {
        let history = history(vec![own("ours", 30, None)]);
        let calls = vec![listed("elsewhere", 0), listed("here", 31)];
        let merged = history.merge(&owner(ProviderKind::Omicall), calls, 0);
        assert_eq!(linked(&merged), [("ours", "here")]);
        let other = merged.rows.iter().find(|row| row.elsewhere);
        assert_eq!(
            other.expect("the other one").provider_id.as_deref(),
            Some("elsewhere")
        );
    }

    /// As VBot lists it.
    fn nameless(number: &str, second: u64, name: &str) -> ProviderCall {
        ProviderCall {
            number: number.into(),
            name: Some(name.into()),
            note: None,
            ..listed("", second)
        }
    }

    #[test]
    fn calls_that_are_listed_without_an_id_each_stand_in_the_history_once() {
        let mut history = history(vec![own("ours", 0, Some("our-id"))]);
        let calls = vec![
            nameless("0912345678", 1, "Minh"),
            nameless("0987654321", 600, "Lan"),
            nameless("0911111111", 900, "Hoa"),
        ];
        let merged = history.merge(&owner(ProviderKind::Vbot), calls.clone(), 0);
        assert_eq!(linked(&merged), []);
        let rows: Vec<_> = merged
            .rows
            .iter()
            .map(|row| (row.name.as_deref().unwrap_or_default(), row.elsewhere))
            .collect();
        assert_eq!(rows, [("Minh", false), ("Lan", true), ("Hoa", true)]);
        let ids: Vec<_> = merged
            .rows
            .iter()
            .map(|row| row.provider_id.as_deref())
            .collect();
        assert_eq!(ids, [Some("our-id"), None, None]);
        for row in merged.rows {
            history.put(row);
        }
        let again = history.merge(&owner(ProviderKind::Vbot), calls, 0);
        assert_eq!(again.rows, [], "the same list changes nothing");
    }

    #[test]
    fn a_call_without_an_id_gets_none_and_no_name_of_another_ones_from_a_list_without_ids() {
        let mut history = history(vec![own("ours", 0, None)]);
        let first = vec![nameless("0912345678", 1, "Minh")];
        let merged = history.merge(&owner(ProviderKind::Vbot), first, 0);
        assert_eq!(linked(&merged), []);
        for row in merged.rows {
            history.put(row);
        }
        let later = vec![nameless("0987654321", 600, "Lan")];
        let merged = history.merge(&owner(ProviderKind::Vbot), later, 0);
        let rows: Vec<_> = merged.rows.iter().map(|row| row.number.as_str()).collect();
        assert_eq!(rows, ["0987654321"]);
        let ours = history.row(&CallId("ours".into())).expect("our own");
        assert_eq!(
            (ours.name.as_deref(), &ours.provider_id),
            (Some("Minh"), &None)
        );
    }

    #[test]
    fn the_list_of_one_company_says_nothing_of_the_calls_of_another() {
        let elsewhere = Some(owner(ProviderKind::Bizfly));
        let mut history = history(vec![
            HistoryRow {
                owner: elsewhere.clone(),
                ..own("with-id", 0, Some("7"))
            },
            HistoryRow {
                owner: elsewhere,
                ..own("without", 600, None)
            },
            own("unknown", 1_200, None),
        ]);
        let calls = vec![listed("7", 300), listed("8", 601), listed("9", 1_201)];
        let mine = owner(ProviderKind::Omicall);
        let merged = history.merge(&mine, calls, 0);
        assert_eq!(linked(&merged), [("unknown", "9")]);
        let rows: Vec<_> = merged.rows.iter().map(|row| row.id.0.as_str()).collect();
        assert_eq!(rows, ["omicall-7", "omicall-8", "unknown"]);
        for row in merged.rows {
            assert_eq!(row.owner.as_ref(), Some(&mine));
            history.put(row);
        }
        // Another user of the same company sees the same calls with the same ids.
        let other = Owner {
            user: "102".into(),
            ..mine
        };
        let merged = history.merge(&other, vec![listed("9", 1_201)], 0);
        assert_eq!(merged.rows, []);
    }
}
