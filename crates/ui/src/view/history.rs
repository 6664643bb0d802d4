//! Recent calls; a click on one calls back.

use std::collections::HashSet;

use alo_protocol::{CallId, Command, Direction, HistoryRow};
use sycamore::prelude::*;
use sycamore::web::create_client_effect;
#[cfg(target_arch = "wasm32")]
use sycamore::web::window;

use crate::browser;
use crate::call_controls::is_live;
use crate::day::{self, Day, Line};
use crate::duration;
use crate::model::Model;
use crate::text::t;
use crate::view::call_identity::{number_or_withheld, who};
use crate::view::icon::{Icon, icon};
use crate::view::{say, when};
use crate::wording;

/// The list with its heading, or what to do while it is empty.
pub(super) fn history(model: Model) -> View {
    let today = create_selector(move || {
        let now = model.now.get();
        day::local_day(now, browser::utc_offset(now))
    });
    let rows = model.select(|snapshot| {
        // A call that is up has its card; it becomes history when it is over.
        let live: HashSet<&CallId> = snapshot
            .calls
            .iter()
            .filter(|call| is_live(call))
            .map(|call| &call.id)
            .collect();
        let rows = snapshot
            .history
            .iter()
            .filter(|row| !live.contains(&row.id));
        rows.cloned().collect::<Vec<HistoryRow>>()
    });
    let lines = create_memo(move || day::lines(rows.get_clone(), today.get(), browser::utc_offset));
    let empty = create_selector(move || lines.with(Vec::is_empty));
    let any = create_selector(move || !empty.get());
    mark_seen(model);

    let nothing = when(empty, || {
        let [title, text] = ["history_empty", "history_empty_hint"].map(t);
        view! {
            div(class="empty") { p(class="empty-title") { (title) } p { (text) } }
        }
    });
    let clear = when(any, move || clear(model));
    let list = view! {
        Keyed(list=lines, view=move |line| draw_line(model, line), key=line_key)
    };
    let title = t("history");
    view! {
        section(class="history", aria-labelledby="history-title") {
            div(class="section-head") {
                h2(id="history-title") { (title) }
                (clear)
            }
            (nothing)
            ul { (list) }
        }
    }
}

/// Rows are redrawn when what they show changes; that they were seen is not among it, so the mark of
/// a new missed call stays until the view is closed.
fn line_key(line: &Line) -> (String, i64, u64) {
    match line {
        Line::Heading(Day::Today, _) => (String::new(), i64::MAX, 0),
        Line::Heading(Day::Yesterday, _) => (String::new(), i64::MAX - 1, 0),
        Line::Heading(Day::On(day), _) => (String::new(), *day, 0),
        Line::Call(row) => {
            let answered = i64::from(row.answered_at.is_some());
            (
                row.id.0.clone(),
                answered,
                row.end.as_ref().map_or(0, |end| end.at),
            )
        }
    }
}

fn draw_line(model: Model, line: Line) -> View {
    match line {
        Line::Heading(day, at) => {
            let text = match day {
                Day::Today => t("day_today"),
                Day::Yesterday => t("day_yesterday"),
                Day::On(_) => browser::date(at),
            };
            view! { li(class="day") { h3 { (text) } } }
        }
        Line::Call(row) => call(model, *row),
    }
}

fn call(model: Model, row: HistoryRow) -> View {
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
        view! { " · " bdi { (number) } }
    });
    let outcome = say(wording::outcome(&row));
    let when = browser::time_of_day(row.started_at);
    let lasted = match (row.answered_at, &row.end) {
        (Some(from), Some(end)) => duration::clock(duration::between(from, end.at)),
        _ => String::new(),
    };
    let is_withheld = row.number.is_empty();
    let title = t(if is_withheld {
        "history_no_call_back"
    } else {
        "history_call_back"
    });
    let id = row.id;
    view! {
        li {
            button(
                r#type="button",
                class=class,
                title=title,
                disabled=is_withheld,
                on:click=move |_| model.call_back(&id),
            ) {
                span(class="past-arrow") { (arrow) }
                span(class="past-who") { bdi(class="past-name") { (name) } }
                " "
                span(class="past-what") { (outcome) (number) }
                " "
                span(class="past-when") { time { (when) } " " span(class="past-lasted") { (lasted) } }
            }
        }
    }
}

fn clear(model: Model) -> View {
    let asking = create_signal(false);
    (move || {
        if asking.get() {
            let [question, yes, no] = ["history_clear_ask", "history_clear_yes", "history_clear_no"].map(t);
            let name = question.clone();
            view! {
                span(class="ask", role="group", aria-label=name) {
                    span { (question) }
                    button(r#type="button", class="link link-bad", id="clear-yes", on:click=move |_| {
                        asking.set(false);
                        model.send(Command::ClearHistory);
                    }) { (yes) }
                    button(r#type="button", class="link", on:click=move |_| asking.set(false)) { (no) }
                }
            }
        } else {
            let text = t("history_clear");
            view! {
                button(r#type="button", class="link", on:click=move |_| {
                    asking.set(true);
                    browser::focus("clear-yes");
                }) { (text) }
            }
        }
    })
    .into()
}

/// Missed calls count as seen when a person looks at the list: not while a side panel stands open on
/// an empty chair.
fn mark_seen(model: Model) {
    let missed = model.select(|snapshot| snapshot.missed);
    let linked = model.linked;
    let mark = move || {
        if missed.get_untracked() > 0 && linked.get_untracked() && browser::is_looked_at() {
            model.ask(Command::HistorySeen, |_| {});
        }
    };
    create_client_effect(move || {
        missed.track();
        linked.track();
        mark();
    });
    #[cfg(target_arch = "wasm32")]
    {
        let listener = gloo_events::EventListener::new(&window(), "focus", move |_| mark());
        on_cleanup(move || drop(listener));
    }
}
