//! The calls that a provider remembers, and what agents have written about them.

use serde::{Deserialize, Serialize};

use crate::pbx::{CallRecord, Direction};
use crate::provider::{self, Provider, national};
use crate::time::Time;

/// The most calls that are remembered; the oldest go.
const MAX_CALLS: usize = 2000;

/// One call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Entry {
    /// The provider's name for it.
    pub(crate) id: String,
    pub(crate) provider: Provider,
    pub(crate) direction: Direction,
    pub(crate) extension: String,
    /// The far end, as it is dialled inside the country.
    pub(crate) other: String,
    /// The company's number, as it is dialled inside the country.
    pub(crate) hotline: Option<String>,
    pub(crate) external_id: Option<String>,
    pub(crate) user_data: Option<String>,
    /// Unix time in milliseconds, like the two below.
    pub(crate) started_ms: u64,
    pub(crate) answered_ms: Option<u64>,
    pub(crate) ended_ms: Option<u64>,
    /// The final SIP status where nobody answered.
    pub(crate) status: Option<u16>,
    /// `caller`, `callee` or `pbx`.
    pub(crate) ended_by: Option<String>,
    pub(crate) note: String,
    pub(crate) tags: Vec<String>,
    /// Bizfly's.
    pub(crate) rate: Option<i64>,
    /// Bizfly's.
    pub(crate) report: Option<String>,
    /// How many requests to save something about it have been carried out.
    pub(crate) saves: u32,
    /// The different notes that those brought, in order; how doubles are told from edits.
    pub(crate) texts: Vec<String>,
    /// The different saves, whole: fewer of them than saves means that one came twice.
    pub(crate) versions: Vec<Save>,
    /// It went through the PBX; the others are what a fresh sandbox remembers.
    pub(crate) is_live: bool,
    /// How many quality logs came for it.
    pub(crate) quality_logs: u32,
}

/// What one request saves about a call. Absent fields stay as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Save {
    #[serde(default)]
    pub(crate) note: Option<String>,
    #[serde(default)]
    pub(crate) tag: Option<Vec<String>>,
    #[serde(default)]
    pub(crate) rate: Option<i64>,
    #[serde(default)]
    pub(crate) report: Option<String>,
}

impl Entry {
    fn of(record: &CallRecord, epoch_ms: u64) -> Self {
        let link = &record.link;
        let mut entry = Self {
            id: link.id.clone(),
            provider: link.provider,
            direction: link.direction,
            extension: link.extension.clone(),
            other: national(&link.other),
            hotline: link.hotline.clone(),
            external_id: link.external_id.clone(),
            user_data: link.user_data.clone(),
            started_ms: 0,
            answered_ms: None,
            ended_ms: None,
            status: None,
            ended_by: None,
            note: String::new(),
            tags: Vec::new(),
            rate: None,
            report: None,
            saves: 0,
            texts: Vec::new(),
            versions: Vec::new(),
            is_live: true,
            quality_logs: 0,
        };
        entry.follow(record, epoch_ms);
        entry
    }

    fn follow(&mut self, record: &CallRecord, epoch_ms: u64) {
        let since = |at: Time| u64::try_from(at.as_millis()).unwrap_or(u64::MAX);
        let wall = |at: Time| epoch_ms.saturating_add(since(at));
        [self.answered_ms, self.ended_ms] = [record.answered, record.ended].map(|at| at.map(wall));
        self.started_ms = wall(record.started);
        self.status = record.status;
        self.ended_by = record.ended_by.map(|by| by.name().to_owned());
    }

    /// Whether somebody at the other end answered.
    pub(crate) fn is_answered(&self) -> bool {
        self.answered_ms.is_some()
    }

    /// Whether it has come in and nobody answered.
    pub(crate) fn is_missed(&self) -> bool {
        self.direction == Direction::Inbound && !self.is_answered() && self.ended_ms.is_some()
    }

    /// Seconds from answer to end; 0 while it lasts or without an answer.
    pub(crate) fn talk_seconds(&self) -> u64 {
        seconds_between(self.answered_ms, self.ended_ms)
    }

    /// Seconds from the first ring to the end.
    pub(crate) fn total_seconds(&self) -> u64 {
        seconds_between(Some(self.started_ms), self.ended_ms)
    }

    /// Seconds until somebody answered, or until the end.
    pub(crate) fn ring_seconds(&self) -> u64 {
        seconds_between(Some(self.started_ms), self.answered_ms.or(self.ended_ms))
    }

    fn save(&mut self, save: Save) {
        self.saves += 1;
        if !self.versions.contains(&save) {
            self.versions.push(save.clone());
        }
        if let Some(note) = save.note {
            if !self.texts.contains(&note) {
                self.texts.push(note.clone());
            }
            self.note = note;
        }
        if let Some(tags) = save.tag {
            self.tags = tags;
        }
        self.rate = save.rate.or(self.rate);
        if save.report.is_some() {
            self.report = save.report;
        }
    }
}

fn seconds_between(from: Option<u64>, to: Option<u64>) -> u64 {
    match (from, to) {
        (Some(from), Some(to)) => to.saturating_sub(from).div_ceil(1000),
        _ => 0,
    }
}

/// Which calls are wanted. Empty lists and absent limits let everything pass.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filter {
    pub(crate) extensions: Vec<String>,
    pub(crate) directions: Vec<String>,
    /// Far ends, however they are written.
    pub(crate) phones: Vec<String>,
    pub(crate) hotlines: Vec<String>,
    pub(crate) ids: Vec<String>,
    pub(crate) answered: Option<bool>,
    /// Unix time in milliseconds, both ends within.
    pub(crate) from_ms: Option<u64>,
    pub(crate) to_ms: Option<u64>,
    /// A part of the far end's number or of the note.
    pub(crate) keyword: String,
}

impl Filter {
    fn takes(&self, entry: &Entry) -> bool {
        let has = |list: &[String], value: &str| {
            list.is_empty() || list.iter().any(|wanted| wanted == value)
        };
        let same_number = |list: &[String], value: &str| {
            list.is_empty() || list.iter().any(|wanted| national(wanted) == value)
        };
        let direction = match entry.direction {
            Direction::Inbound => "inbound",
            Direction::Outbound => "outbound",
            Direction::Local => "local",
        };
        let word = self.keyword.trim().to_lowercase();
        let is_at = has(&self.extensions, &entry.extension)
            || (entry.direction == Direction::Local && has(&self.extensions, &entry.other));
        is_at
            && has(&self.directions, direction)
            && same_number(&self.phones, &entry.other)
            && same_number(&self.hotlines, entry.hotline.as_deref().unwrap_or_default())
            && has(&self.ids, &entry.id)
            && self
                .answered
                .is_none_or(|wanted| wanted == entry.is_answered())
            && self.from_ms.is_none_or(|from| entry.started_ms >= from)
            && self.to_ms.is_none_or(|to| entry.started_ms <= to)
            && (word.is_empty()
                || entry.other.contains(&national(&word)) && !national(&word).is_empty()
                || entry.note.to_lowercase().contains(&word))
    }
}

/// All calls, oldest first.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct History {
    entries: Vec<Entry>,
}

impl History {
    /// A few calls of the days before, so that a fresh sandbox has something to show.
    pub(crate) fn seeded(now_ms: u64) -> Self {
        const HOUR: u64 = 3_600_000;
        // Hours ago, direction, number, seconds of talk (none: missed), note.
        let days = [
            (
                50,
                Direction::Inbound,
                "0912345678",
                Some(95),
                "Hẹn gửi báo giá trước thứ Sáu",
            ),
            (26, Direction::Outbound, "0987654321", Some(41), ""),
            (3, Direction::Inbound, "0903123456", None, ""),
        ];
        let mut entries = Vec::new();
        for provider in Provider::WITH_REST {
            for (number, (hours, direction, other, talk, note)) in days.into_iter().enumerate() {
                let extension = provider.users().next().unwrap_or_default();
                let started_ms = now_ms.saturating_sub(hours * HOUR);
                let answered_ms = talk.map(|_| started_ms + 8_000);
                entries.push(Entry {
                    id: format!("00000000-0000-4000-a000-{extension:0>11}{number}"),
                    provider,
                    direction,
                    extension,
                    other: other.to_owned(),
                    hotline: Some(provider::HOTLINES[0].national.to_owned()),
                    external_id: (provider == Provider::Vbot).then(|| format!("seed{number}")),
                    user_data: None,
                    started_ms,
                    answered_ms,
                    ended_ms: Some(
                        answered_ms.unwrap_or(started_ms + 20_000) + talk.unwrap_or(0) * 1000,
                    ),
                    status: answered_ms.is_none().then_some(487),
                    ended_by: Some("caller".to_owned()),
                    note: note.to_owned(),
                    tags: Vec::new(),
                    rate: None,
                    report: None,
                    saves: 0,
                    texts: Vec::new(),
                    versions: Vec::new(),
                    is_live: false,
                    quality_logs: 0,
                });
            }
        }
        Self { entries }
    }

    /// The PBX tells of a call; `epoch_ms` is when its clock was zero, in Unix time.
    pub(crate) fn record(&mut self, record: &CallRecord, epoch_ms: u64) -> &mut Entry {
        let at = self
            .entries
            .iter()
            .position(|entry| entry.id == record.link.id);
        let at = at.unwrap_or_else(|| {
            if self.entries.len() >= MAX_CALLS {
                self.entries.remove(0);
            }
            self.entries.push(Entry::of(record, epoch_ms));
            self.entries.len() - 1
        });
        let entry = &mut self.entries[at];
        entry.follow(record, epoch_ms);
        entry
    }

    /// One call of a provider's.
    pub(crate) fn get(&self, provider: Provider, id: &str) -> Option<&Entry> {
        self.entries
            .iter()
            .find(|entry| entry.provider == provider && entry.id == id)
    }

    /// Those that a filter takes, newest first.
    pub(crate) fn find(&self, provider: Provider, filter: &Filter) -> Vec<&Entry> {
        let mut found: Vec<&Entry> = self
            .entries
            .iter()
            .filter(|entry| entry.provider == provider && filter.takes(entry))
            .collect();
        found.sort_by_key(|entry| std::cmp::Reverse(entry.started_ms));
        found
    }

    /// Saves what an agent wrote; without such a call nothing is saved.
    pub(crate) fn save(&mut self, provider: Provider, id: &str, save: Save) -> Option<&Entry> {
        let entry = self.entry(provider, id)?;
        entry.save(save);
        Some(entry)
    }

    /// A quality log has come for a call.
    pub(crate) fn add_quality_log(&mut self, provider: Provider, id: &str) -> bool {
        self.entry(provider, id)
            .map(|entry| entry.quality_logs += 1)
            .is_some()
    }

    fn entry(&mut self, provider: Provider, id: &str) -> Option<&mut Entry> {
        self.entries
            .iter_mut()
            .find(|entry| entry.provider == provider && entry.id == id)
    }

    /// Everything, for the state page.
    pub(crate) fn all(&self) -> &[Entry] {
        &self.entries
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: u64 = 1_800_000_000_000;
    const ID: &str = "00000000-0000-4000-a000-000000020010";

    #[test]
    fn the_same_text_sent_twice_is_two_saves_and_one_text() {
        let mut history = History::seeded(NOW);
        let save = |text: &str| Save {
            note: Some(text.to_owned()),
            ..Save::default()
        };
        for text in ["một", "một", "hai"] {
            history
                .save(Provider::Omicall, ID, save(text))
                .expect("known");
        }
        let entry = history.get(Provider::Omicall, ID).expect("known");
        assert_eq!((entry.saves, entry.note.as_str()), (3, "hai"));
        assert_eq!(entry.texts, ["một", "hai"]);
        assert_eq!(history.save(Provider::Bizfly, ID, save("x")), None);
    }

    #[test]
    fn filters_take_what_they_say() {
        let history = History::seeded(NOW);
        let count = |filter: &Filter| history.find(Provider::Omicall, filter).len();
        assert_eq!(count(&Filter::default()), 3);
        let strings = |text: &str| vec![text.to_owned()];
        for (filter, expected) in [
            (
                Filter {
                    extensions: strings("2002"),
                    ..Filter::default()
                },
                0,
            ),
            (
                Filter {
                    directions: strings("inbound"),
                    ..Filter::default()
                },
                2,
            ),
            (
                Filter {
                    phones: strings("+84 912 345 678"),
                    ..Filter::default()
                },
                1,
            ),
            (
                Filter {
                    answered: Some(false),
                    ..Filter::default()
                },
                1,
            ),
            (
                Filter {
                    from_ms: Some(NOW - 5 * 3_600_000),
                    ..Filter::default()
                },
                1,
            ),
            (
                Filter {
                    keyword: "báo giá".to_owned(),
                    ..Filter::default()
                },
                1,
            ),
            (
                Filter {
                    keyword: "9876".to_owned(),
                    ..Filter::default()
                },
                1,
            ),
        ] {
            assert_eq!(count(&filter), expected, "{filter:?}");
        }
    }
}
