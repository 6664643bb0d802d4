//! The calls before the newest ones: a snapshot has not got them, a view asks for them page by page.

use serde::{Deserialize, Serialize};

use crate::{CallId, HistoryRow};

/// Rows in a [`HistoryPage`] at most.
pub const HISTORY_PAGE: usize = 500;

/// What a snapshot tells of the calls that are not in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct OlderCalls {
    /// How many there are.
    pub count: u32,
    /// Another number each time that something of them has changed.
    pub revision: u64,
}

/// A place in the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HistoryMark {
    /// Behind this call.
    pub call: CallId,
    /// When it began, Unix ms: where it is gone, calls of that moment and before follow.
    pub started_at: u64,
}

/// A piece of the history, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HistoryPage {
    /// What was asked for; none: from the newest call on.
    pub after: Option<HistoryMark>,
    /// At most [`HISTORY_PAGE`].
    pub rows: Vec<HistoryRow>,
    /// There are calls behind the last one.
    pub more: bool,
    /// See [`OlderCalls::revision`].
    pub revision: u64,
}
