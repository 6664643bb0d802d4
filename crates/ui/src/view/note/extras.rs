//! What a form asks for beside its fields: how the call went, stars with a report, tags.

use std::rc::Rc;

use alo_protocol::{FormSchema, MAX_TAG, MAX_VALUE, NoteChange};
use sycamore::prelude::*;
use sycamore::web::events::{Event, FocusEvent, KeyboardEvent};

use crate::browser;
use crate::note_form::{toggled, with_tag};
use crate::text::{t, t_with};
use crate::view::icon::{Icon, icon};
use crate::view::note::saver::{Keeper, Saver};
use crate::view::note::select_form;

/// Tags that are offered as buttons; the rest is offered while typing.
const OFFERED: usize = 12;

/// All of them, as far as the form and the provider have them.
pub(super) fn extras(saver: &Saver, schema: &FormSchema) -> View {
    let dispositions = if schema.dispositions.is_empty() {
        View::new()
    } else {
        disposition(saver, &schema.dispositions)
    };
    let rating = if schema.rating {
        rating(saver)
    } else {
        View::new()
    };
    let tags = tags(saver);
    view! { (dispositions) (rating) (tags) }
}

fn pressed(is_on: bool) -> &'static str {
    if is_on { "true" } else { "false" }
}

fn disposition(saver: &Saver, offered: &[String]) -> View {
    let stored = select_form(saver.model, &saver.call, None, |form| {
        form.content.disposition.clone()
    });
    let (keeper, flush) = Keeper::new(saver, stored, |disposition| NoteChange::Disposition {
        disposition,
    });
    let chips: Vec<View> = offered
        .iter()
        .map(|word| {
            let (word, text) = (word.clone(), word.clone());
            let is_on = {
                let word = word.clone();
                create_selector(move || keeper.value.with(|now| now.as_ref() == Some(&word)))
            };
            let (saver, flush) = (saver.clone(), Rc::clone(&flush));
            // A second press takes it back.
            let press = move |_| {
                let next = (!is_on.get_untracked()).then(|| word.clone());
                keeper.choose(&saver, &flush, next);
            };
            view! {
                button(
                    r#type="button",
                    class="chip",
                    aria-pressed=move || pressed(is_on.get()),
                    on:click=press,
                ) { bdi { (text) } }
            }
        })
        .collect();
    let label = t("note_disposition");
    view! {
        fieldset(class="chips") { legend { (label) } (chips) }
    }
}

fn rating(saver: &Saver) -> View {
    let stored = select_form(saver.model, &saver.call, None, |form| form.content.rating);
    let (keeper, flush) = Keeper::new(saver, stored, |rating| NoteChange::Rating { rating });
    let stars: Vec<View> = (1..=5_u8)
        .map(|at| {
            let label = t_with("note_stars", &[&at.to_string()]);
            let title = label.clone();
            let is_this = create_selector(move || keeper.value.get() == Some(at));
            let is_lit =
                create_selector(move || keeper.value.get().is_some_and(|rating| rating >= at));
            let (saver, flush) = (saver.clone(), Rc::clone(&flush));
            let press = move |_| {
                let next = (!is_this.get_untracked()).then_some(at);
                keeper.choose(&saver, &flush, next);
            };
            let star = icon(Icon::Star);
            view! {
                button(
                    r#type="button",
                    class=move || if is_lit.get() { "star star-lit" } else { "star" },
                    aria-label=label,
                    title=title,
                    aria-pressed=move || pressed(is_this.get()),
                    on:click=press,
                ) { (star) }
            }
        })
        .collect();
    let label = t("note_rating");
    let report = report(saver);
    view! {
        fieldset(class="chips stars") { legend { (label) } (stars) }
        (report)
    }
}

fn report(saver: &Saver) -> View {
    let stored = select_form(saver.model, &saver.call, String::new(), |form| {
        form.content.report.clone()
    });
    let (keeper, flush) = Keeper::new(saver, stored, |report| NoteChange::Report { report });
    let id = format!("note-{}-report", saver.call.0);
    let label_for = id.clone();
    let saver = saver.clone();
    let on_input = {
        let flush = Rc::clone(&flush);
        move |event: Event| {
            if let Some(value) = browser::value_of(&event) {
                keeper.edit(&saver, &flush, value);
            }
        }
    };
    let label = t("note_report");
    let first = keeper.value.get_clone_untracked();
    view! {
        div(class="entry") {
            label(r#for=label_for) { (label) }
            textarea(
                id=id,
                rows="2",
                dir="auto",
                maxlength=MAX_VALUE.to_string(),
                prop:value=move || keeper.value.get_clone(),
                on:input=on_input,
                on:focus=move |_: FocusEvent| keeper.focus(true),
                on:blur=move |_: FocusEvent| { keeper.focus(false); flush(); },
            ) { (first) }
        }
    }
}

fn tags(saver: &Saver) -> View {
    let stored = select_form(saver.model, &saver.call, Vec::new(), |form| {
        form.content.tags.clone()
    });
    let (keeper, flush) = Keeper::new(saver, stored, |tags| NoteChange::Tags { tags });
    let known = saver
        .model
        .select(|snapshot| snapshot.provider.tags.clone());
    // Those that are chosen, then those that the provider has.
    let shown = create_memo(move || {
        let mut shown: Vec<String> =
            known.with(|known| known.iter().take(OFFERED).cloned().collect());
        keeper.value.with(|chosen| {
            for tag in chosen {
                if !shown.contains(tag) {
                    shown.push(tag.clone());
                }
            }
        });
        shown
    });
    let send = Rc::clone(&flush);
    let edit: Rc<dyn Fn(Vec<String>)> = {
        let saver = saver.clone();
        Rc::new(move |tags| keeper.edit(&saver, &flush, tags))
    };
    let chips = {
        let edit = Rc::clone(&edit);
        view! {
            Keyed(list=shown, view=move |tag| chip(keeper, &edit, tag), key=|tag: &String| tag.clone())
        }
    };
    let typed = create_signal(String::new());
    let add: Rc<dyn Fn()> = Rc::new(move || {
        let tags = untrack(|| {
            let typed = typed.get_clone();
            keeper.value.with(|now| with_tag(now, &typed))
        });
        typed.set(String::new());
        edit(tags);
    });
    // A tag that was typed and not confirmed goes along when the window goes, without a blur.
    let unconfirmed = Rc::clone(&add);
    saver.also(Rc::new(move || {
        if typed.with_untracked(|typed| !typed.trim().is_empty()) {
            unconfirmed();
            send();
        }
    }));
    let id = format!("note-{}-tag", saver.call.0);
    let list_id = format!("{id}-list");
    let (label_for, list) = (id.clone(), list_id.clone());
    let options = move || {
        let offered = known.get_clone().into_iter().skip(OFFERED);
        let options = offered.map(|tag| view! { option(value=tag) });
        options.collect::<Vec<View>>()
    };
    let [label, hint, add_text] = ["note_tags", "note_tag_hint", "note_tag_add"].map(t);
    let title = add_text.clone();
    let on_key = {
        let add = Rc::clone(&add);
        move |event: KeyboardEvent| {
            // The key that ends a word of an input method is not meant for us.
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                add();
            }
        }
    };
    let on_blur = {
        let add = Rc::clone(&add);
        // A tag that was typed and not confirmed is meant all the same.
        move |_: FocusEvent| add()
    };
    let plus = icon(Icon::Plus);
    view! {
        fieldset(class="chips") {
            legend { label(r#for=label_for) { (label) } }
            (chips)
            span(class="tag-new") {
                input(
                    id=id,
                    r#type="text",
                    dir="auto",
                    autocomplete="off",
                    maxlength=MAX_TAG.to_string(),
                    placeholder=hint,
                    list=list,
                    bind:value=typed,
                    on:keydown=on_key,
                    on:blur=on_blur,
                )
                button(r#type="button", class="bare", aria-label=add_text, title=title, on:click=move |_| add()) { (plus) }
            }
            datalist(id=list_id) { (options) }
        }
    }
}

fn chip(keeper: Keeper<Vec<String>>, edit: &Rc<dyn Fn(Vec<String>)>, tag: String) -> View {
    let text = tag.clone();
    let is_on = {
        let tag = tag.clone();
        create_selector(move || keeper.value.with(|now| now.contains(&tag)))
    };
    let edit = Rc::clone(edit);
    let press = move |_| {
        let next = keeper.value.with_untracked(|now| toggled(now, &tag));
        edit(next);
    };
    view! {
        button(
            r#type="button",
            class="chip",
            aria-pressed=move || pressed(is_on.get()),
            on:click=press,
        ) { bdi { (text) } }
    }
}
