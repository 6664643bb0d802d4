//! One call of the history: a click calls back; beside it its note.

use alo_protocol::{Direction, HistoryRow, NoteState, RowNote};
use sycamore::prelude::*;

use crate::browser;
use crate::duration;
use crate::history_view;
use crate::model::Model;
use crate::text::{t, t_with};
use crate::view::call_identity::{number_or_withheld, who};
use crate::view::icon::{Icon, icon};
use crate::view::{note, say};
use crate::wording;

const HALF_A_DAY_MS: u64 = 12 * 3_600_000;

/// The row as a list item.
pub(super) fn history_row(model: Model, row: HistoryRow) -> View {
    let missed = wording::is_missed(&row);
    let arrow = icon(match row.direction {
        _ if missed => Icon::ArrowMissed,
        Direction::Outgoing => Icon::ArrowOut,
        Direction::Incoming => Icon::ArrowIn,
    });
    let class = match (missed, row.unseen) {
        (true, true) => "past past-missed past-new",
        (true, false) => "past past-missed",
        (false, _) => "past",
    };
    let name = who(row.name.as_deref(), &row.number);
    let number = row
        .name
        .as_ref()
        .filter(|name| !name.is_empty())
        .map(|_| number_or_withheld(&row.number));
    let number = number.map_or_else(View::new, |number| {
        view! { " · " bdi(class="past-part") { (number) } }
    });
    let elsewhere = if row.elsewhere {
        let text = t("history_from_provider");
        view! { " · " (text) }
    } else {
        View::new()
    };
    let hotline = row.hotline.as_ref().map_or_else(View::new, |hotline| {
        let text = t_with("call_hotline", &[hotline]);
        view! { " · " bdi(class="past-part") { (text) } }
    });
    let outcome = say(wording::outcome(&row));
    let when = browser::time_of_day(row.started_at);
    // Missed calls of all days stand together under one heading.
    let is_old = model.now.get_untracked().saturating_sub(row.started_at) > HALF_A_DAY_MS;
    let day = if row.unseen && is_old {
        let text = browser::date(row.started_at);
        view! { time(class="past-day") { (text) } " " }
    } else {
        View::new()
    };
    let lasted = match (row.answered_at, &row.end) {
        (Some(from), Some(end)) => duration::clock(duration::between(from, end.at)),
        _ => String::new(),
    };
    let title = t(match (row.number.is_empty(), row.hidden) {
        (true, _) => "history_no_call_back",
        (false, true) => "history_hidden",
        (false, false) => "history_call_back",
    });
    let cannot_call = row.number.is_empty() || row.hidden;
    // A long name is cut: the whole of it is told where the pointer rests on it.
    let whole = format!("{name}\n{title}");
    let (note_button, note_text) = note_of(model, &row, &name);
    let row_id = row.id.0.clone();
    let id = row.id;
    view! {
        li {
            div(class="past-row") {
                button(
                    r#type="button",
                    class=class,
                    "data-once"="true",
                    "data-row"=row_id,
                    title=title,
                    disabled=cannot_call,
                    on:click=move |_| model.call_back(&id),
                ) {
                    span(class="past-arrow") { (arrow) }
                    span(class="past-who", title=whole) { bdi(class="past-name") { (name) } }
                    " "
                    span(class="past-what") { (outcome) (number) (elsewhere) (hotline) }
                    " "
                    span(class="past-when") { (day) time { (when) } " " span(class="past-lasted") { (lasted) } }
                }
                (note_button)
            }
            (note_text)
        }
    }
}

/// The button that opens the form, and what is in it.
fn note_of(model: Model, row: &HistoryRow, name: &str) -> (View, View) {
    let noted = row
        .note
        .as_ref()
        .filter(|note| !history_view::is_empty(&note.content));
    let (key, sign) = match noted {
        Some(_) => ("history_note_edit", Icon::Note),
        None => ("history_note_add", Icon::NoteAdd),
    };
    let label = t_with(key, &[name]);
    let title = label.clone();
    let sign = icon(sign);
    let call = row.id.clone();
    let button = view! {
        button(
            r#type="button",
            class="bare past-note",
            aria-label=label,
            title=title,
            on:click=move |_| note::open(model, &call),
        ) { (sign) }
    };
    (button, noted.map_or_else(View::new, note_line))
}

fn note_line(note: &RowNote) -> View {
    let text = history_view::summary(&note.content);
    let state = match &note.state {
        NoteState::Draft => Some(("note-mark", "history_note_draft")),
        NoteState::Waiting { .. } => Some(("note-mark note-late", "history_note_waiting")),
        NoteState::Refused { .. } => Some(("note-mark note-trouble", "history_note_refused")),
        NoteState::Sending | NoteState::Sent { .. } | NoteState::Here { .. } => None,
    };
    let mark = state.map_or_else(View::new, |(class, key)| {
        let text = t(key);
        view! { span(class=class) { (text) } " " }
    });
    view! { p(class="past-text") { (mark) bdi { (text) } } }
}
