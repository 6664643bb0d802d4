//! Recent calls: the list with search and filters.

use std::collections::HashSet;

use alo_protocol::{CallId, Command, HistoryRow, ProviderKind, ProviderState};
use sycamore::prelude::*;

use crate::browser;
use crate::call_controls::is_live;
use crate::day::{self, Day, Line};
use crate::history_view::{self, Filter};
use crate::model::Model;
use crate::older;
use crate::text::t;
use crate::view::ask::Ask;
use crate::view::history_row::history_row;
use crate::view::history_seen::mark_seen;
use crate::view::icon::{Icon, icon};
use crate::view::when;

/// Calls in the list, so that it is drawn quickly: before somebody asks for more, and so many more each time.
const MOST_AT_FIRST: usize = 200;
const MORE: usize = 200;

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
    let filter = create_signal(Filter::All);
    let query = create_signal(String::new());
    let most = create_signal(MOST_AT_FIRST);
    let is_sought = create_selector(move || {
        filter.get() != Filter::All || query.with(|q| !q.trim().is_empty())
    });
    let mut news = HashSet::new();
    let found = create_memo(move || {
        let older = model.older.rows.get_clone();
        rows.with(|rows| {
            let unseen = rows.iter().filter(|row| row.unseen);
            news.extend(unseen.map(|row| row.id.clone()));
            let all = rows.iter().chain(older::behind(rows, &older));
            query.with(|query| {
                let (sought, offset) = ((filter.get(), query.as_str()), browser::utc_offset);
                history_view::lines(all, &news, sought, most.get(), today.get(), offset)
            })
        })
    });
    let lines = create_memo(move || found.with(|(lines, _)| lines.clone()));
    let is_cut = create_selector(move || found.with(|(_, more)| *more));
    want_older(model, is_sought, most);
    create_effect(move || {
        filter.track();
        query.track();
        most.set(MOST_AT_FIRST);
    });
    let empty = create_selector(move || rows.with(Vec::is_empty));
    let any = create_selector(move || !empty.get());
    let looking =
        create_selector(move || any.get() && is_sought.get() && model.older.looking.get());
    let none_found =
        create_selector(move || any.get() && !looking.get() && lines.with(Vec::is_empty));
    let is_more = create_selector(move || {
        any.get() && (is_cut.get() || !is_sought.get() && model.older.more.get())
    });
    mark_seen(model, move || lines.track());

    let is_calling = model.select(|snapshot| snapshot.calls.iter().any(is_live));
    let nothing = when(empty, move || {
        let title = t("history_empty");
        let hint = when(create_selector(move || !is_calling.get()), || {
            let text = t("history_empty_hint");
            view! { p { (text) } }
        });
        view! {
            div(class="empty") { p(class="empty-title") { (title) } (hint) }
        }
    });
    let none_found = when(none_found, move || {
        let [text, all] = ["history_none", "history_show_all"].map(t);
        let show_all = move |_| {
            query.set(String::new());
            filter.set(Filter::All);
        };
        view! {
            div(class="empty", role="status") {
                p { (text) }
                button(r#type="button", class="link", on:click=show_all) { (all) }
            }
        }
    });
    let looking = when(looking, || {
        let text = t("history_looking");
        view! { p(class="history-looking", role="status") { (text) } }
    });
    let more = when(is_more, move || {
        let text = t("history_more");
        let show = move |_| most.set(most.get_untracked() + MORE);
        view! { button(r#type="button", class="quiet history-more", on:click=show) { (text) } }
    });
    let clear = when(any, move || clear(model));
    let tools = when(any, move || tools(filter, query));
    let refresh = refresh(model);
    let list = view! {
        Keyed(list=lines, view=move |line| draw_line(model, line), key=line_key)
    };
    let title = t("history");
    view! {
        section(class="history", aria-labelledby="history-title") {
            div(class="section-head") {
                h2(id="history-title") { (title) }
                span(class="section-tools") { (refresh) (clear) }
            }
            (tools)
            (nothing)
            (none_found)
            ul { (list) }
            (looking)
            (more)
        }
    }
}

/// Has the older calls asked for that are to be shown or looked through.
fn want_older(model: Model, is_sought: ReadSignal<bool>, most: Signal<usize>) {
    let wanted = create_selector(move || match (is_sought.get(), most.get()) {
        (true, _) => usize::MAX,
        (false, MOST_AT_FIRST) => 0,
        (false, most) => most,
    });
    create_effect(move || {
        let wanted = wanted.get();
        untrack(|| model.older.want(model, wanted));
    });
}

/// Search and filters.
fn tools(filter: Signal<Filter>, query: Signal<String>) -> View {
    let chips: Vec<View> = Filter::ALL
        .into_iter()
        .map(|(this, key)| {
            let text = t(key);
            let is_on = create_selector(move || filter.get() == this);
            view! {
                button(
                    r#type="button",
                    class="chip",
                    aria-pressed=move || if is_on.get() { "true" } else { "false" },
                    on:click=move |_| filter.set(this),
                ) { (text) }
            }
        })
        .collect();
    let [search, name] = ["history_search", "history_filter"].map(t);
    let label = search.clone();
    view! {
        div(class="history-tools", role="search") {
            input(
                r#type="search",
                id="history-search",
                class="search",
                dir="auto",
                autocomplete="off",
                "spellcheck"="false",
                aria-label=label,
                placeholder=search,
                bind:value=query,
            )
            div(class="chips", role="group", aria-label=name) { (chips) }
        }
    }
}

/// Asks the provider for its list, where it has one.
fn refresh(model: Model) -> View {
    let is_offered = model.select(|snapshot| {
        snapshot.provider.kind != ProviderKind::PlainSip
            && snapshot.provider.state == ProviderState::SignedIn
    });
    let loading = model.select(|snapshot| snapshot.history_loading);
    when(is_offered, move || {
        let text = move || {
            t(if loading.get() {
                "history_loading"
            } else {
                "history_refresh"
            })
        };
        let sign = move || {
            if loading.get() {
                icon(Icon::Turn)
            } else {
                icon(Icon::Redial)
            }
        };
        view! {
            button(
                r#type="button",
                class="link",
                disabled=move || loading.get(),
                on:click=move |_| model.send(Command::RefreshHistory),
            ) { span(class="link-icon") { (sign) } " " (text) }
        }
    })
}

/// Rows are drawn anew when what they show changes; that they were seen is not among it, so the mark
/// of a new missed call stays until the view is closed.
fn line_key(line: &Line) -> String {
    match line {
        Line::Heading(Day::On(day), _) => day.to_string(),
        Line::Heading(day, _) => format!("{day:?}"),
        Line::Call(row) => {
            let row = HistoryRow {
                unseen: false,
                ..row.as_ref().clone()
            };
            format!("{row:?}")
        }
    }
}

fn draw_line(model: Model, line: Line) -> View {
    match line {
        Line::Heading(day, at) => {
            let text = match day {
                Day::Unseen => t("history_new_missed"),
                Day::Today => t("day_today"),
                Day::Yesterday => t("day_yesterday"),
                Day::On(_) => browser::date(at),
            };
            view! { li(class="day") { h3 { (text) } } }
        }
        Line::Call(row) => history_row(model, *row),
    }
}

fn clear(model: Model) -> View {
    let ask = Ask {
        id: "history-clear",
        button: "history_clear",
        question: "history_clear_ask",
    };
    ask.view(move || model.send(Command::ClearHistory))
}
