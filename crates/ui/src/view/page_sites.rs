//! The sites about which the person has said something, each with its own settings.

use alo_protocol::{MAX_INTERNAL, Site, SitePolicy};
use sycamore::prelude::*;
use sycamore::web::events::Event;

use crate::browser;
use crate::settings::{COUNTRIES, Settings};
use crate::short_numbers::{self, Fault};
use crate::text::{t, t_with};
use crate::view::pages::{SCRUTINIES, checked, set_by_administrator, typed, value};
use crate::view::{say, when};

/// The sites about which something was said, each with its own settings.
pub(super) fn sites(settings: Settings) -> View {
    let hosts = settings.select(|stored| stored.sites.keys().cloned().collect::<Vec<_>>());
    let none = create_selector(move || hosts.with(Vec::is_empty));
    let empty = when(none, || {
        let text = say("pages_sites_none");
        view! { p(class="hint") { (text) } }
    });
    let [title, hint] = ["pages_sites", "pages_sites_hint"].map(t);
    view! {
        h3(id="sites-title") { (title) }
        p(class="hint") { (hint) }
        (empty)
        ul(class="sites", aria-labelledby="sites-title") {
            Keyed(list=hosts, view=move |host| site(settings, host), key=|host: &String| host.clone())
        }
    }
}

fn site(settings: Settings, host: String) -> View {
    let read = {
        let host = host.clone();
        settings.select(move |stored| stored.site(&host))
    };
    let change = {
        let host = host.clone();
        move |change: fn(&mut Site, &str), value: String| {
            let host = host.clone();
            settings.change(move |stored| stored.change(&host, |site| change(site, &value)));
        }
    };
    let click_change = change.clone();
    let forget_change = change;
    let [find, one_click] = ["pages_site_on", "pages_site_one_click"].map(t);
    let hidden = move || match read.with(|site| site.not_numbers.len()) {
        0 => View::new(),
        count => {
            let text = t_with("pages_site_hidden", &[&count.to_string()]);
            view! { p(class="hint") { (text) } }
        }
    };
    let label = t_with("pages_site_of", &[&host]);
    let is_on = {
        let host = host.clone();
        settings.select(move |stored| stored.is_on(&host))
    };
    let decided = {
        let host = host.clone();
        move |part: fn(&SitePolicy) -> bool| {
            let host = host.clone();
            settings.is_set(move |policy| part(&policy.site(&host)))
        }
    };
    let [click_set, country_set, scrutiny_set, short_set] = [
        |site: &SitePolicy| site.one_click.is_some(),
        |site: &SitePolicy| site.country.is_some(),
        |site: &SitePolicy| site.scrutiny.is_some(),
        |site: &SitePolicy| site.internal.is_some(),
    ]
    .map(decided);
    let held = {
        let host = host.clone();
        settings.is_set(move |policy| policy.holds_switch(&host))
    };
    let [switch_said, click_said] = [held, click_set].map(set_by_administrator);
    let is_own = {
        let host = host.clone();
        settings.select_own(move |own| own.sites.contains_key(&host))
    };
    let switched = host.clone();
    let country = country(settings, &host, country_set);
    let scrutiny = scrutiny(settings, &host, scrutiny_set);
    let short = short_numbers(settings, &host, short_set);
    // What an administrator alone has named, the person cannot forget.
    let forget = when(is_own, move || {
        let (text, forget) = (t("pages_site_forget"), forget_change.clone());
        view! {
            button(
                r#type="button",
                class="quiet",
                on:click=move |_| forget(|site, _| *site = Site::default(), String::new()),
            ) { (text) }
        }
    });
    let name = host;
    view! {
        li(aria-label=label) {
            strong { (name) }
            label(class="tick") {
                input(
                    r#type="checkbox",
                    role="switch",
                    disabled=move || held.get(),
                    prop:checked=move || is_on.get(),
                    on:change=move |event: Event| {
                        let (host, on) = (switched.clone(), checked(&event));
                        settings.change(move |stored| stored.switch(&host, on));
                    },
                )
                span { (find) }
            }
            (switch_said)
            label(class="tick") {
                input(
                    r#type="checkbox",
                    role="switch",
                    disabled=move || click_set.get(),
                    prop:checked=move || read.with(|site| site.one_click),
                    on:change=move |event: Event| {
                        click_change(|site, on| site.one_click = on == "true", checked(&event).to_string());
                    },
                )
                span { (one_click) }
            }
            (click_said)
            (country)
            (scrutiny)
            (short)
            (hidden)
            (forget)
        }
    }
}

/// One of a site's settings with several values, under its name. To who cannot see under which site it stands, the
/// name says it.
fn choice(
    settings: Settings,
    host: &str,
    key: &str,
    is_set: ReadSignal<bool>,
    options: View,
    choose: impl Fn(&mut Site, &str) + Copy + 'static,
) -> View {
    let name = t(key);
    let label = format!("{name}: {host}");
    let id = format!("{key}-{host}");
    let label_for = id.clone();
    let set = set_by_administrator(is_set);
    let host = host.to_owned();
    let chosen = move |event: Event| {
        let (host, value) = (host.clone(), value(&event).unwrap_or_default());
        settings.change(move |stored| stored.change(&host, |site| choose(site, &value)));
    };
    view! {
        div(class="entry") {
            label(r#for=label_for) { (name) }
            select(
                id=id,
                aria-label=label,
                disabled=move || is_set.get(),
                on:change=chosen,
            ) { (options) }
            (set)
        }
    }
}

/// Whose numbers those without a country code are on this site.
fn country(settings: Settings, host: &str, is_set: ReadSignal<bool>) -> View {
    let read = {
        let host = host.to_owned();
        settings.select(move |stored| stored.site(&host).country)
    };
    let usual = t("pages_site_country_usual");
    let countries: Vec<View> = COUNTRIES
        .into_iter()
        .map(|code| {
            let name = browser::country(code);
            view! {
                option(value=code, selected=move || read.with(|country| country.as_deref() == Some(code))) { (name) }
            }
        })
        .collect();
    let options = view! {
        option(value="", selected=move || read.with(Option::is_none)) { (usual) }
        (countries)
    };
    choice(
        settings,
        host,
        "pages_site_country",
        is_set,
        options,
        |site, code| site.country = (!code.is_empty()).then(|| code.to_owned()),
    )
}

/// How sure a number must be on this site.
fn scrutiny(settings: Settings, host: &str, is_set: ReadSignal<bool>) -> View {
    let read = {
        let host = host.to_owned();
        settings.select(move |stored| stored.site(&host).scrutiny)
    };
    let usual = t("pages_site_scrutiny_usual");
    let choices: Vec<View> = SCRUTINIES
        .into_iter()
        .map(|(name, scrutiny)| {
            let text = t(&format!("pages_site_scrutiny_{name}"));
            view! {
                option(value=name, selected=move || read.get() == Some(scrutiny)) { (text) }
            }
        })
        .collect();
    let options = view! {
        option(value="", selected=move || read.get().is_none()) { (usual) }
        (choices)
    };
    choice(
        settings,
        host,
        "pages_site_scrutiny",
        is_set,
        options,
        |site, chosen| {
            let mut known = SCRUTINIES.into_iter();
            site.scrutiny = known.find_map(|(name, scrutiny)| (name == chosen).then_some(scrutiny));
        },
    )
}

/// The forms of this site's short numbers. What is typed stays in the field, also where it is no form.
fn short_numbers(settings: Settings, host: &str, is_set: ReadSignal<bool>) -> View {
    let stored = {
        let host = host.to_owned();
        settings.select(move |stored| stored.site(&host).internal)
    };
    let fault = create_signal(None::<Fault>);
    let id = format!("short-{host}");
    let (hint_id, fault_id) = (format!("{id}-hint"), format!("{id}-fault"));
    let described = {
        let (hint_id, fault_id) = (hint_id.clone(), fault_id.clone());
        move || match fault.with(Option::is_some) {
            true => format!("{fault_id} {hint_id}"),
            false => hint_id.clone(),
        }
    };
    let [label, hint] = ["pages_site_short", "pages_site_short_hint"].map(t);
    let host = host.to_owned();
    let keep = move |event: Event| match short_numbers::parse(&typed(&event).unwrap_or_default()) {
        Err(found) => fault.set(Some(found)),
        Ok(forms) => {
            fault.set(None);
            let host = host.clone();
            settings.change(move |stored| {
                stored.change(&host, |site| site.internal.clone_from(&forms));
            });
        }
    };
    let said = move || {
        let fault_id = fault_id.clone();
        fault.get_clone().map_or_else(View::new, |fault| {
            let text = match fault {
                Fault::NotAForm(part) => t_with("pages_site_short_fault", &[&part]),
                Fault::TooMany => t_with("pages_site_short_many", &[&MAX_INTERNAL.to_string()]),
            };
            view! { p(class="fault", id=fault_id, role="alert") { (text) } }
        })
    };
    let label_for = id.clone();
    let set = set_by_administrator(is_set);
    view! {
        div(class="entry") {
            label(r#for=label_for) { (label) }
            input(
                id=id,
                r#type="text",
                dir="ltr",
                autocomplete="off",
                "spellcheck"="false",
                placeholder="1xx, 2[0-4]xx",
                disabled=move || is_set.get(),
                prop:value=move || stored.with(|forms| forms.join(", ")),
                aria-invalid=move || fault.with(Option::is_some).then_some("true"),
                aria-describedby=described,
                on:change=keep,
            )
            (said)
            p(class="hint", id=hint_id) { (hint) }
            (set)
        }
    }
}
