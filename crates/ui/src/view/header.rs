//! Who is signed in and whether calls can be made, at the top of the popup.

use alo_protocol::{AccountView, Availability, RegistrationState, RegistrationView};
use sycamore::prelude::*;

use crate::browser;
use crate::duration;
use crate::model::Model;
use crate::panel::Panel;
use crate::text::{t, t_with};
use crate::view::availability::{availability_menu, standing_orders};
use crate::view::icon::{Icon, icon};
use crate::wording;

/// The header; a click on it opens the options page.
pub(super) fn header(model: Model) -> View {
    let name = model.select(|snapshot| snapshot.account.as_ref().map(account_name));
    let registration = model.select(|snapshot| snapshot.registration.clone());
    let availability = model.select(|snapshot| snapshot.phone.availability);
    let light = create_selector(move || {
        light(
            model,
            registration.with(|now| now.state),
            availability.get(),
        )
    });
    let words =
        create_selector(move || words(model, &registration.get_clone(), availability.get()));
    let menu = availability_menu(model);
    let notes = standing_orders(model);
    let panel = panel_button();
    let settings = t("settings");
    let title = settings.clone();
    view! {
        header(class="bar") {
            div(class="bar-row") {
            button(
                r#type="button",
                class="account",
                title=title,
                on:click=|_| browser::open_settings(),
            ) {
                span(class=move || format!("light light-{}", light.get().0)) {
                    (move || icon(light.get().1))
                }
                span(class="who") {
                    bdi(class="who-name") { (move || name.get_clone().unwrap_or_else(|| t("app_name"))) }
                    span(class="who-state") { (words) }
                }
                (icon(Icon::Gear))
                span(class="sr-only") { (settings) }
            }
            (panel)
            (menu)
            }
            (notes)
        }
    }
}

/// Opens the side panel; nothing where there is none, or in it.
fn panel_button() -> View {
    let Some(panel) = Panel::new() else {
        return View::new();
    };
    let label = t("panel_open");
    let title = label.clone();
    let sign = icon(Icon::Panel);
    view! {
        button(
            r#type="button",
            class="bare panel-button",
            aria-label=label,
            title=title,
            on:click=move |_| panel.open(),
        ) { (sign) }
    }
}

/// Colour and icon of a state; the words beside them say the same.
fn light(
    model: Model,
    state: RegistrationState,
    availability: Availability,
) -> (&'static str, Icon) {
    if !model.drawn.get() {
        return ("wait", Icon::Turn);
    }
    match state {
        RegistrationState::Registered => match availability {
            Availability::Available => ("on", Icon::Check),
            Availability::Busy => ("bad", Icon::Minus),
            Availability::OutgoingOnly => ("wait", Icon::ArrowOut),
            Availability::Inactive => ("off", Icon::Minus),
        },
        RegistrationState::SignedOut | RegistrationState::Inactive => ("off", Icon::Minus),
        RegistrationState::Connecting | RegistrationState::Recovering => ("wait", Icon::Turn),
        RegistrationState::Failed => ("bad", Icon::Alert),
    }
}

fn words(model: Model, registration: &RegistrationView, availability: Availability) -> String {
    if !model.drawn.get() {
        return t("connecting_agent");
    }
    let state = t(match (registration.state, availability) {
        (RegistrationState::Registered, Availability::Available) => {
            wording::registration(RegistrationState::Registered)
        }
        (RegistrationState::Registered, availability) => wording::availability(availability),
        (state, _) => wording::registration(state),
    });
    match registration.retry_at {
        Some(due) if registration.state == RegistrationState::Recovering => {
            match duration::seconds_until(due, model.now.get()) {
                0 => state,
                seconds => t_with("state_retry", &[&state, &seconds.to_string()]),
            }
        }
        _ => state,
    }
}

/// Display name with the user, or the address where the name says no more than that.
fn account_name(account: &AccountView) -> String {
    if account.display_name.is_empty() || account.display_name == account.username {
        format!("{}@{}", account.username, account.domain)
    } else {
        format!("{} · {}", account.display_name, account.username)
    }
}
