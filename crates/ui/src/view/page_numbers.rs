//! The page that the popup stands over: the switches for its site, and the numbers on it, which is
//! the way to them by keyboard.

use sycamore::prelude::*;
use sycamore::web::events::Event;

use crate::page::{Page, PageNumber};
use crate::settings::Settings;
use crate::text::{t, t_with};
use crate::view::dialer::Dialer;
use crate::view::pages::{checked, unreadable};

/// Draws it, for a page that has a site.
pub(super) fn page_numbers(settings: Settings, dialer: Dialer) -> View {
    let page = create_signal(None::<Page>);
    Page::under_popup(move |found| page.set(Some(found)));
    (move || {
        page.get_clone()
            .map_or_else(View::new, |page| section(settings, dialer, page))
    })
    .into()
}

fn section(settings: Settings, dialer: Dialer, page: Page) -> View {
    let host = page.host.clone();
    let on = {
        let host = host.clone();
        settings.select(move |stored| stored.is_on(&host))
    };
    let one_click = {
        let host = host.clone();
        settings.select(move |stored| stored.site(&host).one_click)
    };
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
    let list = numbers(settings, dialer, page.numbers);
    let unreadable = unreadable(settings);
    view! {
        section(class="page", aria-labelledby="page-title") {
            h2(id="page-title") { (title) }
            (unreadable)
            label(class="tick") {
                input(r#type="checkbox", role="switch", prop:checked=move || on.get(), on:change=switch)
                span { (find) }
            }
            label(class="tick") {
                input(
                    r#type="checkbox",
                    role="switch",
                    aria-describedby="page-one-click-hint",
                    prop:checked=move || one_click.get(),
                    on:change=click,
                )
                span { (direct) }
            }
            p(class="hint", id="page-one-click-hint") { (direct_hint) }
            (list)
        }
    }
}

/// A press puts a number into the dialer, where it is seen before it is called.
fn numbers(settings: Settings, dialer: Dialer, numbers: Vec<PageNumber>) -> View {
    if numbers.is_empty() {
        let text = t("page_no_numbers");
        return view! { p(class="hint") { (text) } };
    }
    let title = t_with("page_numbers", &[&numbers.len().to_string()]);
    let items: Vec<View> = numbers
        .into_iter()
        .map(|PageNumber { text, number }| {
            let text = settings.shown(&text);
            let label = t_with("page_take", &[&text]);
            view! {
                li {
                    button(
                        r#type="button",
                        class="page-number",
                        aria-label=label,
                        on:click=move |_| dialer.take(&number),
                    ) { (text) }
                }
            }
        })
        .collect();
    view! {
        details(class="page-list") {
            summary { (title) }
            ul { (items) }
        }
    }
}
