//! Which calls of the history are shown: filter, search, and missed calls first.

use std::collections::HashSet;

use alo_protocol::{CallId, Direction, HistoryRow, NoteContent, folded};

use crate::day::{self, Day, Line};
use crate::wording;

/// What is shown of the history.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// Everything.
    #[default]
    All,
    /// Calls that nobody took.
    Missed,
    /// Calls that came.
    Incoming,
    /// Calls that were made.
    Outgoing,
    /// Calls with a note.
    Noted,
}

impl Filter {
    /// In the order of the buttons, each with the key of its name.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::All, "history_filter_all"),
        (Self::Missed, "history_filter_missed"),
        (Self::Incoming, "history_filter_incoming"),
        (Self::Outgoing, "history_filter_outgoing"),
        (Self::Noted, "history_filter_noted"),
    ];

    fn lets(self, row: &HistoryRow) -> bool {
        match self {
            Self::All => true,
            Self::Missed => wording::is_missed(row),
            Self::Incoming => row.direction == Direction::Incoming,
            Self::Outgoing => row.direction == Direction::Outgoing,
            Self::Noted => row
                .note
                .as_ref()
                .is_some_and(|note| !is_empty(&note.content)),
        }
    }
}

/// Missed calls that nobody had looked at when this list was opened come first; then the days.
/// `news` holds them, because they are seen from the moment on in which they are shown. At most so many calls of the
/// newest, and whether there are more.
pub fn lines<'a>(
    rows: impl IntoIterator<Item = &'a HistoryRow>,
    news: &HashSet<CallId>,
    (filter, query): (Filter, &str),
    most: usize,
    today: i64,
    offset: impl Fn(u64) -> i32,
) -> (Vec<Line>, bool) {
    let mut found = rows
        .into_iter()
        .filter(|row| filter.lets(row) && is_found(row, query));
    let (first, rest): (Vec<_>, Vec<_>) = found
        .by_ref()
        .take(most)
        .cloned()
        .partition(|row| news.contains(&row.id) && wording::is_missed(row));
    let more = found.next().is_some();
    let mut lines = Vec::new();
    if let Some(newest) = first.first() {
        lines.push(Line::Heading(Day::Unseen, newest.started_at));
    }
    lines.extend(first.into_iter().map(|row| Line::Call(Box::new(row))));
    lines.extend(day::lines(rest, today, offset));
    (lines, more)
}

/// By name, without regard to accents and capitals, or by a part of the number, however it is
/// written.
pub fn is_found(row: &HistoryRow, query: &str) -> bool {
    let query = query.trim();
    if query.is_empty() {
        return true;
    }
    if row
        .name
        .as_ref()
        .is_some_and(|name| folded(name).contains(&folded(query)))
    {
        return true;
    }
    let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let is_number = query
        .chars()
        .all(|c| c.is_ascii_digit() || " +.-()*#".contains(c));
    let wanted = digits(query);
    if is_number && !wanted.is_empty() {
        let number = digits(&row.number);
        // 0912… is what +84 912… is inside its country.
        let national = wanted.strip_prefix('0').filter(|rest| rest.len() >= 3);
        // And +84 912… is what 0912… is from abroad.
        let world = match wanted.strip_prefix("00") {
            None if query.starts_with('+') || query.starts_with("(+") => Some(wanted.as_str()),
            None => Some(wanted.as_str()).filter(|wanted| wanted.starts_with("84")),
            world => world,
        };
        let is_own = |world: &str| {
            let own = number.strip_prefix('0').unwrap_or_default();
            let rests = (1..=3).filter_map(|code| world.get(code..));
            rests
                .into_iter()
                .any(|rest| rest.len() >= 3 && own.starts_with(rest))
        };
        return number.contains(&wanted)
            || national.is_some_and(|rest| number.contains(rest))
            || world.is_some_and(is_own);
    }
    folded(&row.number).contains(&folded(query))
}

/// Nothing was noted.
pub fn is_empty(content: &NoteContent) -> bool {
    summary(content).is_empty()
}

/// A note in one line: how it went, what was written, tags, stars.
pub fn summary(content: &NoteContent) -> String {
    let written = content.values.values().chain([&content.report]);
    let words = |text: &String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let rating = content
        .rating
        .map(|stars| "★".repeat(usize::from(stars.min(5))));
    let tags = content.tags.iter().map(|tag| format!("#{tag}"));
    content
        .disposition
        .iter()
        .cloned()
        .chain(rating)
        .chain(written.map(words))
        .chain(tags)
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

#[cfg(test)]
mod tests {
    use alo_protocol::{EndCause, RowNote};

    use super::*;
    use crate::fixture::{NOW, end, row};

    fn missed(id: &str, at: u64) -> HistoryRow {
        HistoryRow {
            direction: Direction::Incoming,
            end: Some(end(EndCause::Missed)),
            ..row(id, at)
        }
    }

    fn ids(lines: &[Line]) -> Vec<&str> {
        lines
            .iter()
            .map(|line| match line {
                Line::Heading(Day::Unseen, _) => "missed:",
                Line::Heading(..) => "day:",
                Line::Call(row) => row.id.0.as_str(),
            })
            .collect()
    }

    fn shown<'a>(
        rows: &[HistoryRow],
        news: &[&str],
        filter: Filter,
        lines_of: &'a mut Vec<Line>,
    ) -> Vec<&'a str> {
        let news = news.iter().map(|id| CallId((*id).into())).collect();
        let today = day::local_day(NOW, 0);
        (*lines_of, _) = lines(rows, &news, (filter, ""), 9, today, |_| 0);
        ids(lines_of)
    }

    #[test]
    fn missed_calls_come_first_also_after_they_have_been_seen() {
        let rows = [row("3", NOW), missed("2", NOW - 1), missed("1", NOW - 2)];
        let mut drawn = Vec::new();
        assert_eq!(
            shown(&rows, &["1"], Filter::All, &mut drawn),
            ["missed:", "1", "day:", "3", "2"]
        );
    }

    #[test]
    fn each_filter_lets_its_calls_through() {
        let mut noted = row("4", NOW);
        noted.note = Some(RowNote {
            content: NoteContent {
                tags: vec!["VIP".into()],
                ..NoteContent::default()
            },
            ..RowNote::default()
        });
        let mut incoming = row("5", NOW);
        incoming.direction = Direction::Incoming;
        incoming.answered_at = Some(NOW);
        let rows = [noted, missed("2", NOW), incoming];
        let mut drawn = Vec::new();
        let mut of = |filter| shown(&rows, &[], filter, &mut drawn)[1..].join(",");
        assert_eq!(of(Filter::All), "4,2,5");
        assert_eq!(of(Filter::Missed), "2");
        assert_eq!(of(Filter::Incoming), "2,5");
        assert_eq!(of(Filter::Outgoing), "4");
        assert_eq!(of(Filter::Noted), "4");
    }

    #[test]
    fn of_many_calls_the_newest_that_match_are_shown_and_it_is_said_that_there_are_more() {
        let rows: Vec<_> = (0..9).map(|n| row(&n.to_string(), NOW - n)).collect();
        let of = |query: &str, most| {
            let sought = (Filter::Outgoing, query);
            let (lines, more) = lines(&rows, &HashSet::new(), sought, most, 0, |_| 0);
            (ids(&lines)[1..].join(","), more)
        };
        assert_eq!(of("", 3), ("0,1,2".to_owned(), true));
        assert_eq!(of("0912", 9), ("0,1,2,3,4,5,6,7,8".to_owned(), false));
    }

    #[test]
    fn names_are_found_without_accents_and_numbers_however_they_are_written() {
        let mut lan = row("1", NOW);
        lan.name = Some("Nguyễn Thị Đào".into());
        lan.number = "+84912345678".into();
        for query in [
            "dao",
            "NGUYEN thi",
            "Đào",
            "0912 345",
            "912.345",
            "+84 912",
            "",
        ] {
            assert!(is_found(&lan, query), "{query}");
        }
        for query in ["lan", "0913", "84 913"] {
            assert!(!is_found(&lan, query), "{query}");
        }
        assert!(is_found(&lan, "nguye\u{302}\u{303}n"), "typed in pieces");
        lan.number = "0912345678".into();
        for query in [
            "+84 912 345 678",
            "84912345678",
            "(+84) 912",
            "0084912345",
            "912345678",
        ] {
            assert!(is_found(&lan, query), "{query}");
        }
        for query in ["+84 987", "84987654321", "8491", "0084 345"] {
            assert!(!is_found(&lan, query), "{query}");
        }
        let address = HistoryRow {
            number: "lan@pbx.example.com".into(),
            ..row("2", NOW)
        };
        assert!(is_found(&address, "pbx.ex"));
    }

    #[test]
    fn a_note_is_summed_up_in_one_line() {
        let mut content = NoteContent::default();
        assert!(is_empty(&content));
        content.values.insert("note".into(), "gọi\nlại  mai".into());
        content.tags = vec!["VIP".into()];
        content.rating = Some(2);
        content.disposition = Some("Hẹn".into());
        assert_eq!(summary(&content), "Hẹn · ★★ · gọi lại mai · #VIP");
    }
}
