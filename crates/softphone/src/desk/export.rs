//! Files to keep: the history with its notes, and the contacts.

use std::fmt::Write as _;

use alo_protocol::{Direction, FormSchema, HistoryRow, RowNote};
use alo_providers::note_text;
use serde_json::{Value, json};

/// The columns of the table.
const HEADINGS: [&str; 12] = [
    "start",
    "direction",
    "number",
    "name",
    "answered",
    "duration_s",
    "end",
    "hotline",
    "call_id",
    "note",
    "tags",
    "rating",
];

/// RFC 4180, with the mark that makes spreadsheets read it as UTF-8.
pub(super) fn history_csv(form: &FormSchema, rows: &[HistoryRow]) -> String {
    let mut text = String::from('\u{feff}');
    line(&mut text, &HEADINGS.map(str::to_owned));
    for row in rows {
        let note = row.note.clone().unwrap_or_default();
        line(
            &mut text,
            &[
                moment(row.started_at),
                direction(row).to_owned(),
                row.number.clone(),
                row.name.clone().unwrap_or_default(),
                row.answered_at.map(moment).unwrap_or_default(),
                talked(row).to_string(),
                end(row),
                row.hotline.clone().unwrap_or_default(),
                row.provider_id.clone().unwrap_or_else(|| row.id.0.clone()),
                note_text(form, &note.content),
                note.content.tags.join(", "),
                note.content
                    .rating
                    .map(|stars| stars.to_string())
                    .unwrap_or_default(),
            ],
        );
    }
    text
}

/// The same, with the fields of the form apart.
pub(super) fn history_json(rows: &[HistoryRow]) -> String {
    let rows: Vec<Value> = rows
        .iter()
        .map(|row| {
            json!({
                "start": moment(row.started_at),
                "direction": direction(row),
                "number": row.number,
                "name": row.name,
                "answered": row.answered_at.map(moment),
                "durationSeconds": talked(row),
                "end": row.end.as_ref().map(|end| &end.cause),
                "hotline": row.hotline,
                "callId": row.provider_id.as_ref().unwrap_or(&row.id.0),
                "note": row.note.as_ref().map(|RowNote { content, .. }| content),
            })
        })
        .collect();
    serde_json::to_string_pretty(&rows).unwrap_or_default()
}

fn direction(row: &HistoryRow) -> &'static str {
    match row.direction {
        Direction::Incoming => "incoming",
        Direction::Outgoing => "outgoing",
    }
}

/// Seconds.
fn talked(row: &HistoryRow) -> u64 {
    let ended_at = row.end.as_ref().map(|end| end.at);
    match (row.answered_at, ended_at) {
        (Some(from), Some(to)) => to.saturating_sub(from) / 1_000,
        _ => 0,
    }
}

fn end(row: &HistoryRow) -> String {
    let cause = row.end.as_ref().map(|end| json!(end.cause));
    let name = cause.as_ref().and_then(Value::as_str);
    name.unwrap_or_default().to_owned()
}

fn line(text: &mut String, cells: &[String]) {
    for (at, value) in cells.iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        text.push_str(&cell(value));
    }
    text.push_str("\r\n");
}

/// A caller may call itself `=HYPERLINK(…)`: a sign before it keeps spreadsheets from calculating.
fn cell(value: &str) -> String {
    let guard = if value.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        "'"
    } else {
        ""
    };
    if value.contains([',', '"', '\r', '\n', ';']) {
        format!("\"{guard}{}\"", value.replace('"', "\"\""))
    } else {
        format!("{guard}{value}")
    }
}

/// RFC 3339, in UTC. `unix_ms` is Unix time in ms.
fn moment(unix_ms: u64) -> String {
    let seconds = unix_ms / 1_000;
    let (days, of_day) = (seconds / 86_400, seconds % 86_400);
    // Days since 1 March of year 0 (proleptic Gregorian): leap days then stand at the end of a year.
    let days = days + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * march + 2) / 5 + 1;
    let month = if march < 10 { march + 3 } else { march - 9 };
    let year = era * 400 + year + u64::from(month <= 2);
    let (hour, minute, second) = (of_day / 3_600, of_day / 60 % 60, of_day % 60);
    let mut text = String::new();
    // Writing into a String cannot fail.
    let _ = write!(
        text,
        "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"
    );
    text
}

#[cfg(test)]
mod tests {
    use alo_protocol::{CallId, NOTE_FIELD, NoteState};

    use super::*;

    fn row(name: &str, note: &str) -> HistoryRow {
        let mut noted = RowNote {
            state: NoteState::Draft,
            ..RowNote::default()
        };
        noted.content.values.insert(NOTE_FIELD.into(), note.into());
        HistoryRow {
            id: CallId("c1".into()),
            direction: Direction::Incoming,
            number: "+84912345678".into(),
            name: Some(name.into()),
            started_at: 951_782_399_000,
            answered_at: None,
            end: None,
            unseen: false,
            provider_id: None,
            hotline: None,
            note: Some(noted),
            elsewhere: false,
            hidden: false,
            owner: None,
        }
    }

    #[test]
    fn a_table_holds_what_was_typed_and_calculates_nothing() {
        let evil = "=HYPERLINK(\"https://evil.example\")";
        let csv = history_csv(&FormSchema::default(), &[row(evil, "a, \"b\"\nc")]);
        let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
        let rows: Vec<_> = reader.records().map(|row| row.expect("RFC 4180")).collect();
        assert_eq!(rows.len(), 1);
        let cells: Vec<&str> = rows[0].iter().collect();
        assert_eq!(cells.len(), HEADINGS.len());
        assert_eq!(cells[0], "2000-02-28T23:59:59Z");
        assert_eq!(cells[2], "'+84912345678");
        assert_eq!(cells[3], format!("'{evil}"));
        assert_eq!(cells[9], "a, \"b\"\nc");
    }

    #[test]
    fn moments_are_those_of_the_calendar() {
        for (unix_ms, text) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_400_000, "2000-02-29T00:00:00Z"),
            (1_709_251_199_000, "2024-02-29T23:59:59Z"),
            (1_735_689_600_000, "2025-01-01T00:00:00Z"),
        ] {
            assert_eq!(moment(unix_ms), text);
        }
    }

    #[test]
    fn the_json_has_the_fields_apart() {
        let json = history_json(&[row("Minh", "x")]);
        let read: Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(read[0]["note"]["values"]["note"], "x");
        assert_eq!(read[0]["direction"], "incoming");
    }
}
