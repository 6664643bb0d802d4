//! Whether calls may come and go: the menu in the header, and what the person has ordered for all
//! calls and might forget.

use alo_protocol::{Availability, PhoneSettings};
use sycamore::prelude::*;
use sycamore::web::events::{FocusEvent, KeyboardEvent, MouseEvent};

use crate::browser;
use crate::grouped;
use crate::model::Model;
use crate::text::{t, t_with};
use crate::view::icon::{Icon, icon};
use crate::view::when;
use crate::wording;

const BUTTON: &str = "availability";
const BOX: &str = "availability-box";
const CHOICES: [Availability; 4] = [
    Availability::Available,
    Availability::Busy,
    Availability::OutgoingOnly,
    Availability::Inactive,
];

/// A menu button of the WAI-ARIA pattern; nothing while nobody is signed in.
pub(super) fn availability_menu(model: Model) -> View {
    let signed_in = model.select(|snapshot| snapshot.account.is_some());
    when(signed_in, move || menu_button(model))
}

fn menu_button(model: Model) -> View {
    let chosen = model.select(|snapshot| snapshot.phone.availability);
    let open = create_signal(false);
    let show = move |at: usize| {
        open.set(true);
        sycamore::web::queue_microtask(move || browser::focus(&item_id(at)));
    };
    let label = t("availability");
    let title = label.clone();
    let menu_label = label.clone();
    let arrow = icon(Icon::Down);
    let items = move || {
        let label = menu_label.clone();
        let items: Vec<View> = CHOICES
            .into_iter()
            .enumerate()
            .map(|(at, choice)| item(model, open, at, choice))
            .collect();
        view! { div(class="menu", role="menu", aria-label=label) { (items) } }
    };
    let list = when(*open, items);
    view! {
        div(
            id=BOX,
            class="availability",
            // Not every browser focuses a button that is clicked: the focus stays where it is, so that
            // leaving the menu means what it says.
            on:mousedown=move |event: MouseEvent| {
                if open.get_untracked() {
                    event.prevent_default();
                }
            },
            on:focusout=move |event: FocusEvent| {
                if open.get_untracked() && browser::focus_leaves(BOX, &event) {
                    open.set(false);
                }
            },
        ) {
            button(
                r#type="button",
                id=BUTTON,
                class="bare",
                aria-haspopup="menu",
                aria-label=label,
                title=title,
                aria-expanded=move || if open.get() { "true" } else { "false" },
                on:click=move |_| {
                    if open.get_untracked() {
                        open.set(false);
                    } else {
                        show(position(chosen.get_untracked()));
                    }
                },
                on:keydown=move |event: KeyboardEvent| {
                    if event.key() == "ArrowDown" {
                        event.prevent_default();
                        show(position(chosen.get_untracked()));
                    }
                },
            ) { (arrow) }
            (list)
        }
    }
}

fn item(model: Model, open: Signal<bool>, at: usize, choice: Availability) -> View {
    let is_chosen = model.select(move |snapshot| snapshot.phone.availability == choice);
    let name = t(wording::availability(choice));
    let hint = t(wording::availability_hint(choice));
    let mark = when(is_chosen, || icon(Icon::Check));
    let close = move || {
        open.set(false);
        browser::focus(BUTTON);
    };
    let choose = move |_| {
        close();
        model.change_here(|phone: &mut PhoneSettings| phone.availability = choice);
    };
    let on_key = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" => {
            event.prevent_default();
            close();
        }
        "Tab" => open.set(false),
        key => {
            if let Some(next) = moved(key, at, CHOICES.len()) {
                event.prevent_default();
                browser::focus(&item_id(next));
            }
        }
    };
    view! {
        button(
            r#type="button",
            id=item_id(at),
            class="menu-item",
            role="menuitemradio",
            tabindex="-1",
            aria-checked=move || if is_chosen.get() { "true" } else { "false" },
            on:click=choose,
            on:keydown=on_key,
        ) {
            span(class="menu-mark") { (mark) }
            span(class="menu-text") {
                span(class="strong") { (name) }
                span(class="hint") { (hint) }
            }
        }
    }
}

/// Where the focus goes from `at` of `count` items.
fn moved(key: &str, at: usize, count: usize) -> Option<usize> {
    match key {
        "ArrowDown" => Some((at + 1) % count),
        "ArrowUp" => Some((at + count - 1) % count),
        "Home" => Some(0),
        "End" => Some(count - 1),
        _ => None,
    }
}

fn position(choice: Availability) -> usize {
    CHOICES
        .iter()
        .position(|known| *known == choice)
        .unwrap_or_default()
}

fn item_id(at: usize) -> String {
    format!("{BUTTON}-{at}")
}

/// What holds for every call and does not show otherwise: forwarding, and calling without a number.
pub(super) fn standing_orders(model: Model) -> View {
    let signed_in = |snapshot: &alo_protocol::Snapshot| snapshot.account.is_some();
    let forwarding = model.select(move |snapshot| {
        snapshot
            .phone
            .forward_to
            .clone()
            .filter(|_| signed_in(snapshot))
    });
    let anonymous = model.select(move |snapshot| snapshot.phone.anonymous && signed_in(snapshot));
    let (mask, home) = (model.settings.mask(), model.settings.home());
    let forwarding = move || {
        let (mask, home) = (mask.get(), home.get());
        forwarding.get_clone().map_or_else(View::new, |target| {
            let target = grouped::shown(&target, home);
            let target = mask.map_or_else(|| target.clone(), |mask| mask.apply(&target));
            let text = t_with("forwarding_on", &[&target]);
            let stop = t("forwarding_stop");
            let arrow = icon(Icon::ArrowOut);
            view! {
                p(class="order") {
                    (arrow)
                    bdi { (text) }
                    button(
                        r#type="button",
                        class="link",
                        on:click=move |_| model.change_here(|phone: &mut PhoneSettings| phone.forward_to = None),
                    ) { (stop) }
                }
            }
        })
    };
    let anonymous = when(anonymous, || {
        let text = t("anonymous_on");
        let sign = icon(Icon::Minus);
        view! { p(class="order") { (sign) span { (text) } } }
    });
    view! {
        div(class="orders", role="status") { (forwarding) (anonymous) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arrows_go_round_the_menu() {
        assert_eq!(moved("ArrowDown", 3, 4), Some(0));
        assert_eq!(moved("ArrowUp", 0, 4), Some(3));
        assert_eq!(moved("End", 1, 4), Some(3));
        assert_eq!(moved("x", 1, 4), None);
    }
}
