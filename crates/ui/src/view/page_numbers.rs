//! The page that the popup stands over, or the side panel beside: the switches for its site, and the numbers on it, which is
//! the way to them by keyboard.

use alo_numbers::Mask;
use sycamore::prelude::*;
use sycamore::web::events::Event;

use crate::browser;
use crate::page::{self, Countries, Page, PageNumber};
use crate::settings::Settings;
use crate::text::{t, t_with};
use crate::view::dialer::Dialer;
use crate::view::pages::{checked, set_by_administrator, unreadable};

/// Draws it, for a page that has a site.
pub(super) fn page_numbers(settings: Settings, dialer: Dialer) -> View {
    let page = create_signal(None::<Page>);
    page::beside(move |found| {
        if page.with_untracked(|shown| *shown != found) {
            page.set(found);
        }
    });
    let host =
        create_selector(move || page.with(|page| page.as_ref().map(|page| page.host.clone())));
    // Apart from the switches: a list that changes takes the focus from none of them.
    let found = create_selector(move || page.with(|page| page.as_ref()?.numbers.clone()));
    let is_open = create_signal(false);
    (move || {
        host.get_clone().map_or_else(View::new, |host| {
            section(settings, dialer, host, found, is_open)
        })
    })
    .into()
}

fn section(
    settings: Settings,
    dialer: Dialer,
    host: String,
    found: ReadSignal<Option<Vec<PageNumber>>>,
    is_open: Signal<bool>,
) -> View {
    let on = {
        let host = host.clone();
        settings.select(move |stored| stored.is_on(&host))
    };
    let one_click = {
        let host = host.clone();
        settings.select(move |stored| stored.site(&host).one_click)
    };
    let held = {
        let host = host.clone();
        settings.is_set(move |policy| policy.holds_switch(&host))
    };
    let click_held = {
        let host = host.clone();
        settings.is_set(move |policy| policy.site(&host).one_click.is_some())
    };
    let [switch_said, click_said] = [held, click_held].map(set_by_administrator);
    let switch_host = host.clone();
    let switch = move |event: Event| {
        let (host, on) = (switch_host.clone(), checked(&event));
        settings.change(move |stored| stored.switch(&host, on));
    };
    let click_host = host.clone();
    let click = move |event: Event| {
        let (host, on) = (click_host.clone(), checked(&event));
        settings.change(move |stored| stored.change(&host, |site| site.one_click = on));
    };
    let title = t_with("page_title", &[&host]);
    let [find, direct, direct_hint] = [
        "pages_site_on",
        "pages_site_one_click",
        "page_one_click_hint",
    ]
    .map(t);
    let mask = settings.mask();
    let countries = settings.select(move |stored| Countries::of(stored, &host));
    let list = move || {
        found.get_clone().map_or_else(View::new, |found| {
            numbers(mask.get(), dialer, countries, found, is_open)
        })
    };
    let unreadable = unreadable(settings);
    view! {
        section(class="page", aria-labelledby="page-title") {
            h2(id="page-title") { (title) }
            (unreadable)
            label(class="tick") {
                input(
                    r#type="checkbox",
                    role="switch",
                    disabled=move || held.get(),
                    prop:checked=move || on.get(),
                    on:change=switch,
                )
                span { (find) }
            }
            (switch_said)
            label(class="tick") {
                input(
                    r#type="checkbox",
                    role="switch",
                    aria-describedby="page-one-click-hint",
                    disabled=move || click_held.get(),
                    prop:checked=move || one_click.get(),
                    on:change=click,
                )
                span { (direct) }
            }
            p(class="hint", id="page-one-click-hint") { (direct_hint) }
            (click_said)
            (list)
        }
    }
}

/// A press puts a number into the dialer, where it is seen before it is called.
fn numbers(
    mask: Option<Mask>,
    dialer: Dialer,
    countries: ReadSignal<Countries>,
    numbers: Vec<PageNumber>,
    is_open: Signal<bool>,
) -> View {
    if numbers.is_empty() {
        let text = t("page_no_numbers");
        return view! { p(class="hint") { (text) } };
    }
    let title = t_with("page_numbers", &[&numbers.len().to_string()]);
    let items: Vec<View> = numbers
        .into_iter()
        .map(|number| {
            let text = mask.map_or_else(|| number.text.clone(), |mask| mask.in_words(&number.text));
            let label = t_with("page_take", &[&text]);
            view! {
                li {
                    button(
                        r#type="button",
                        class="page-number",
                        aria-label=label,
                        on:click=move |_| dialer.take(&number.to_dial(countries.get_untracked())),
                    ) { (text) }
                }
            }
        })
        .collect();
    // The browser opens it; a list that is drawn anew is as open as the one before.
    let open = is_open.get_untracked();
    view! {
        details(
            class="page-list",
            prop:open=open,
            on:toggle=move |event: Event| is_open.set(browser::is_open(&event)),
        ) {
            summary { (title) }
            ul { (items) }
        }
    }
}
