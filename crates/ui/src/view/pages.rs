//! How pages are treated: where numbers are found, whose numbers they are, how they are shown.

use alo_protocol::{DetectionMode, MaskFormat, PagePolicy, PageSettings, Refusal, Scrutiny};
use sycamore::prelude::*;
use sycamore::web::events::Event;

use crate::browser;
use crate::settings::{COUNTRIES, Settings};
use crate::text::t;
use crate::view::page_sites::sites;
use crate::view::{say, when};
use crate::wording;

/// Names of [`Scrutiny`] in messages, behind `pages_scrutiny_`.
pub(super) const SCRUTINIES: [(&str, Scrutiny); 3] = [
    ("normal", Scrutiny::Normal),
    ("strict", Scrutiny::Strict),
    ("eager", Scrutiny::Eager),
];

/// The section.
pub(super) fn pages(settings: Settings) -> View {
    let refused = move || match settings.refused.get() {
        // The line below says it, and what to do.
        None | Some(Refusal::SettingsUnreadable) => View::new(),
        Some(refusal) => {
            let text = say(wording::refusal(refusal));
            view! { p(class="fault", role="alert") { (text) } }
        }
    };
    let unreadable = unreadable(settings);
    let [title, intro] = ["pages_title", "pages_text"].map(t);
    let country = country(settings);
    let rest = Vec::from([
        mode(settings),
        scrutiny(settings),
        vanity(settings),
        mask(settings),
        hover(settings),
    ]);
    let sites = sites(settings);
    let handler = handler();
    view! {
        section(class="card", id="pages", tabindex="-1", aria-labelledby="pages-title") {
            h2(id="pages-title") { (title) }
            p(class="intro") { (intro) }
            (refused)
            (unreadable)
            (country)
            (rest)
            (sites)
            (handler)
        }
    }
}

/// What an administrator has decided: the person sees why a control does nothing.
pub(super) fn set_by_administrator(is_set: ReadSignal<bool>) -> View {
    when(is_set, || {
        let text = t("pages_set_by_administrator");
        view! { p(class="hint set") { (text) } }
    })
}

/// What is stored cannot be read: nothing is written over it until the person says so.
pub(super) fn unreadable(settings: Settings) -> View {
    when(settings.is_unreadable(), move || {
        let [text, button] = ["settings_unreadable", "settings_start_over"].map(t);
        view! {
            div(class="fault unreadable", role="alert") {
                p { (text) }
                button(r#type="button", class="quiet", on:click=move |_| settings.start_over()) { (button) }
            }
        }
    })
}

fn country(settings: Settings) -> View {
    let chosen = settings.select(|stored| stored.country.clone());
    let choices = COUNTRIES
        .into_iter()
        .map(|code| (code.to_owned(), browser::country(code)))
        .collect();
    let is_set = settings.is_set(|policy| policy.country.is_some());
    choice(
        "country",
        "pages_country",
        chosen,
        choices,
        is_set,
        move |code| {
            settings.change(move |stored| stored.country.clone_from(&code));
        },
    )
}

/// A setting whose values are known: its names in messages are `<label>_<name>`.
fn known<T: Copy + PartialEq + 'static, const N: usize>(
    settings: Settings,
    label: &'static str,
    values: [(&'static str, T); N],
    read: fn(&PageSettings) -> T,
    write: fn(&mut PageSettings, T),
    is_set: fn(&PagePolicy) -> bool,
) -> View {
    let name_of = move |value: T| {
        let found = values.iter().find(|(_, known)| *known == value);
        found
            .map(|(name, _)| (*name).to_owned())
            .unwrap_or_default()
    };
    let shown = settings.select(move |stored| name_of(read(stored)));
    // A site that an administrator has decided about makes another mode of the person's, for the worker alone.
    let own = settings.select_own(move |stored| name_of(read(stored)));
    let is_set = settings.is_set(is_set);
    let chosen = create_selector(move || {
        if is_set.get() {
            shown.get_clone()
        } else {
            own.get_clone()
        }
    });
    let choices = values
        .iter()
        .map(|(name, _)| ((*name).to_owned(), t(&format!("{label}_{name}"))))
        .collect();
    choice(label, label, chosen, choices, is_set, move |chosen| {
        if let Some((_, value)) = values.iter().find(|(name, _)| *name == chosen) {
            let value = *value;
            settings.change(move |stored| write(stored, value));
        }
    })
}

fn mode(settings: Settings) -> View {
    let values = [
        ("except", DetectionMode::Except),
        ("everywhere", DetectionMode::Everywhere),
        ("only", DetectionMode::Only),
        ("off", DetectionMode::Off),
    ];
    known(
        settings,
        "pages_mode",
        values,
        |stored| stored.mode,
        |stored, mode| {
            stored.mode = mode;
        },
        |policy| policy.mode.is_some(),
    )
}

fn scrutiny(settings: Settings) -> View {
    known(
        settings,
        "pages_scrutiny",
        SCRUTINIES,
        |stored| stored.scrutiny,
        |stored, scrutiny| {
            stored.scrutiny = scrutiny;
        },
        |policy| policy.scrutiny.is_some(),
    )
}

/// Another mask than these (a company's package brought it) is kept, and shown as none of them.
fn mask(settings: Settings) -> View {
    #[derive(Clone, Copy, PartialEq)]
    enum Hidden {
        None,
        Start,
        End,
        Other,
    }
    fn format(side: &str, count: u8) -> Option<MaskFormat> {
        Some(MaskFormat(side.into(), count, "x".into()))
    }
    fn read(stored: &PageSettings) -> Hidden {
        match &stored.mask {
            None => Hidden::None,
            Some(mask) if !mask.hides() => Hidden::None,
            Some(MaskFormat(side, 4, sign)) if side == "start" && sign == "x" => Hidden::Start,
            Some(MaskFormat(side, 3, sign)) if side == "end" && sign == "x" => Hidden::End,
            Some(_) => Hidden::Other,
        }
    }
    fn read_hidden(stored: &PageSettings) -> Hidden {
        let mut stored = stored.clone();
        stored.hide_numbers();
        read(&stored)
    }
    fn write(stored: &mut PageSettings, hidden: Hidden) {
        stored.mask = match hidden {
            Hidden::None | Hidden::Other => None,
            Hidden::Start => format("start", 4),
            Hidden::End => format("end", 3),
        };
    }
    fn is_set(policy: &PagePolicy) -> bool {
        policy.mask.is_some() || policy.unreadable.contains(&"mask")
    }
    let [none, start, end] = [
        ("none", Hidden::None),
        ("start", Hidden::Start),
        ("end", Hidden::End),
    ];
    let hides = settings.provider_hides;
    (move || {
        if !hides.get() {
            let all = [none, start, end];
            return known(settings, "pages_mask", all, read, write, is_set);
        }
        // Only how is left to the person.
        let hidden = [start, end];
        let choice = known(settings, "pages_mask", hidden, read_hidden, write, is_set);
        let text = t("pages_mask_provider");
        view! { (choice) p(class="hint") { (text) } }
    })
    .into()
}

fn vanity(settings: Settings) -> View {
    let on = settings.select(|stored| stored.vanity);
    let is_set = settings.is_set(|policy| policy.vanity.is_some());
    let set = set_by_administrator(is_set);
    let [name, hint] = ["pages_vanity", "pages_vanity_hint"].map(t);
    view! {
        div(class="pages-switch") {
            label(class="tick") {
                input(
                    r#type="checkbox",
                    role="switch",
                    aria-describedby="pages-vanity-hint",
                    disabled=move || is_set.get(),
                    prop:checked=move || on.get(),
                    on:change=move |event: Event| {
                        let on = checked(&event);
                        settings.change(move |stored| stored.vanity = on);
                    },
                )
                span { (name) }
            }
            p(class="hint", id="pages-vanity-hint") { (hint) }
            (set)
        }
    }
}

fn hover(settings: Settings) -> View {
    let values = [("short", 400), ("long", 1_000), ("never", 0)];
    known(
        settings,
        "pages_hover",
        values,
        |stored| stored.hover_ms,
        |stored, ms| {
            stored.hover_ms = ms;
        },
        |policy| policy.hover_ms.is_some(),
    )
}

/// Links of other programs: the browser asks the person whether Alo may open them.
fn handler() -> View {
    let [text, button] = ["pages_handler_hint", "pages_handler"].map(t);
    let failed = create_signal(false);
    let fault = when(*failed, || {
        let text = say("pages_handler_failed");
        view! { p(class="fault", role="alert") { (text) } }
    });
    view! {
        div(class="entry") {
            button(
                r#type="button",
                class="quiet",
                aria-describedby="handler-hint",
                on:click=move |_| failed.set(!browser::handle_tel_links()),
            ) { (button) }
            p(class="hint", id="handler-hint") { (text) }
            (fault)
        }
    }
}

fn choice(
    id: &'static str,
    label: &str,
    chosen: ReadSignal<String>,
    choices: Vec<(String, String)>,
    is_set: ReadSignal<bool>,
    choose: impl Fn(String) + 'static,
) -> View {
    let codes: Vec<String> = choices.iter().map(|(code, _)| code.clone()).collect();
    // Without it, the browser would show the first of the others.
    let other = move || {
        let chosen = chosen.get_clone();
        if codes.contains(&chosen) {
            return View::new();
        }
        let name = match chosen.as_str() {
            "" => t("pages_other"),
            code => browser::country(code),
        };
        view! { option(value=chosen, selected=true) { (name) } }
    };
    let options: Vec<View> = choices
        .into_iter()
        .map(|(code, name)| {
            let own = code.clone();
            view! {
                option(value=code, selected=move || chosen.with(|chosen| *chosen == own)) { (name) }
            }
        })
        .collect();
    let [name, hint] = [t(label), t(&format!("{label}_hint"))];
    let hint_id = format!("{id}-hint");
    let described = hint_id.clone();
    let set = set_by_administrator(is_set);
    view! {
        div(class="entry") {
            label(r#for=id) { (name) }
            select(
                id=id,
                aria-describedby=described,
                disabled=move || is_set.get(),
                on:change=move |event: Event| {
                    if let Some(value) = value(&event) {
                        choose(value);
                    }
                },
            ) { (other) (options) }
            p(class="hint", id=hint_id) { (hint) }
            (set)
        }
    }
}

#[cfg(target_arch = "wasm32")]
pub(super) fn value(event: &Event) -> Option<String> {
    use wasm_bindgen::JsCast;
    Some(
        event
            .target()?
            .dyn_into::<web_sys::HtmlSelectElement>()
            .ok()?
            .value(),
    )
}

#[cfg(not(target_arch = "wasm32"))]
pub(super) fn value(_event: &Event) -> Option<String> {
    None
}

/// What stands in a field.
#[cfg(target_arch = "wasm32")]
pub(super) fn typed(event: &Event) -> Option<String> {
    use wasm_bindgen::JsCast;
    let input = event.target()?.dyn_into::<web_sys::HtmlInputElement>();
    Some(input.ok()?.value())
}

#[cfg(not(target_arch = "wasm32"))]
pub(super) fn typed(_event: &Event) -> Option<String> {
    None
}

#[cfg(target_arch = "wasm32")]
pub(super) fn checked(event: &Event) -> bool {
    use wasm_bindgen::JsCast;
    event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok())
        .is_some_and(|input| input.checked())
}

#[cfg(not(target_arch = "wasm32"))]
pub(super) fn checked(_event: &Event) -> bool {
    false
}
