//! "Diagnostics": the bundle for whoever helps, seen before it is given away.

use alo_numbers::Mask;
use alo_protocol::{ReportNumbers, UiQuestion};
use sycamore::prelude::*;
use sycamore::web::create_client_effect;

use crate::model::Model;
use crate::share;
use crate::text::t;
use crate::view::{say, when};

/// Name of the saved file; the time stands in the text.
const FILE: &str = "alo-diagnostics.txt";

/// What became of the last press of a button.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Nothing,
    Copied,
    CopyFailed,
    Saved,
    SaveFailed,
    Unreachable,
}

impl Outcome {
    fn sentence(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Nothing => None,
            Self::Copied => Some(("hint", "diagnostics_copied")),
            Self::CopyFailed => Some(("fault", "diagnostics_copyFailed")),
            Self::Saved => Some(("hint", "diagnostics_saved")),
            Self::SaveFailed => Some(("fault", "diagnostics_saveFailed")),
            Self::Unreachable => Some(("fault", "refusal_agentUnreachable")),
        }
    }
}

/// What of numbers the report is to show.
fn numbers(mask: Option<Mask>, full_numbers: bool) -> ReportNumbers {
    match mask {
        // Its last digits and those that are hidden elsewhere would be the whole number.
        Some(_) => ReportNumbers::Hidden,
        None if full_numbers => ReportNumbers::Full,
        None => ReportNumbers::Ends,
    }
}

/// The section.
pub(super) fn diagnostics(model: Model) -> View {
    let full_numbers = create_signal(false);
    let mask = model.settings.mask();
    let outcome = create_signal(Outcome::Nothing);
    let report = model.report;
    // Of the report that was asked for last: digits may be hidden while it is on its way.
    let asked = create_signal(None::<ReportNumbers>);
    let is_shown = create_selector(move || {
        let may_be = mask.get().is_none() || asked.get() == Some(ReportNumbers::Hidden);
        report.with(Option::is_some) && may_be
    });
    // A report from before may hold what is to be hidden now.
    create_client_effect(on(mask, move || report.set(None)));
    let ask = move || {
        let numbers = numbers(model.settings.mask_now(), full_numbers.get_untracked());
        if numbers == ReportNumbers::Hidden {
            // One that was asked for before may have come since.
            report.set(None);
        }
        asked.set(Some(numbers));
        let is_asked = model.question(UiQuestion::Diagnostics { numbers });
        outcome.set(if is_asked {
            Outcome::Nothing
        } else {
            Outcome::Unreachable
        });
    };
    let toggle = move |_| {
        full_numbers.set(!full_numbers.get_untracked());
        // What is on screen must be what the box says.
        if report.with_untracked(Option::is_some) {
            ask();
        }
    };
    let shown = when(is_shown, move || {
        let label = t("diagnostics_report");
        view! {
            div(class="entry") {
                label(r#for="diagnostics-report") { (label) }
                textarea(
                    id="diagnostics-report",
                    rows="14",
                    readonly=true,
                    prop:value=move || report.get_clone().unwrap_or_default(),
                )
            }
        }
    });
    let buttons = move || {
        let key = if is_shown.get() {
            "diagnostics_renew"
        } else {
            "diagnostics_show"
        };
        let text = t(key);
        view! { button(r#type="button", class="quiet", on:click=move |_| ask()) { (text) } }
    };
    let give = when(is_shown, move || {
        let text = move || report.get_clone_untracked().unwrap_or_default();
        let copy = move |_| {
            share::copy(&text(), move |done| {
                outcome.set(if done {
                    Outcome::Copied
                } else {
                    Outcome::CopyFailed
                });
            });
        };
        let save = move |_| {
            outcome.set(if share::save(FILE, &text()) {
                Outcome::Saved
            } else {
                Outcome::SaveFailed
            });
        };
        let [copy_text, save_text] = ["diagnostics_copy", "diagnostics_save"].map(t);
        view! {
            button(r#type="button", class="quiet", on:click=copy) { (copy_text) }
            button(r#type="button", class="quiet", on:click=save) { (save_text) }
        }
    });
    let told = move || {
        outcome
            .get()
            .sentence()
            .map_or_else(View::new, |(class, key)| {
                let text = say(key);
                view! { p(class=class) { (text) } }
            })
    };
    let [title, text, full, hint] = [
        "diagnostics_title",
        "diagnostics_text",
        "diagnostics_full",
        "diagnostics_full_hint",
    ]
    .map(t);
    // Where digits are hidden they are hidden here, too.
    let offered = create_selector(move || mask.get().is_none());
    let full_view = when(offered, move || {
        let (full, hint) = (full.clone(), hint.clone());
        view! {
            label(class="tick") {
                input(
                    r#type="checkbox",
                    aria-describedby="diagnostics-full-hint",
                    prop:checked=move || full_numbers.get(),
                    on:change=toggle,
                )
                span { (full) }
            }
            p(class="hint", id="diagnostics-full-hint") { (hint) }
        }
    });
    view! {
        section(class="card", id="diagnostics", tabindex="-1", aria-labelledby="diagnostics-title") {
            h2(id="diagnostics-title") { (title) }
            p(class="intro") { (text) }
            (full_view)
            (shown)
            div(class="actions") { (buttons) (give) }
            div(role="status") { (told) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_digits_are_hidden_the_report_shows_none_also_with_the_box_still_ticked() {
        let mask = Some(Mask::end(3, 'x'));
        assert_eq!(numbers(mask, false), ReportNumbers::Hidden);
        assert_eq!(numbers(mask, true), ReportNumbers::Hidden);
        assert_eq!(numbers(None, true), ReportNumbers::Full);
        assert_eq!(numbers(None, false), ReportNumbers::Ends);
    }
}
