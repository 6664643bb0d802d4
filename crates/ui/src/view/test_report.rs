//! "Test connection": its steps, and a verdict that names what failed and what to do.

use alo_protocol::{TestReport, Verdict};
use sycamore::prelude::*;

use crate::model::Model;
use crate::test_steps::{self, STEPS, StepState};
use crate::text::{t, t_with};
use crate::view::banners::code_view;
use crate::view::certificate::certificate_link;
use crate::view::icon::{Icon, icon};
use crate::view::say;
use crate::wording;

/// The report of the test that was asked for here.
pub(super) fn test_report(model: Model, asked: Signal<bool>, server_url: Signal<String>) -> View {
    let report = model.select(|snapshot| snapshot.test.clone());
    let shown = create_selector(move || {
        report
            .get_clone()
            .filter(|report| asked.get() || report.verdict == Verdict::Running)
    });
    let body = move || {
        shown.get_clone().map_or_else(View::new, |report| {
            draw(&report, &server_url.get_clone_untracked())
        })
    };
    view! { div(class="report", role="status", aria-live="polite") { (body) } }
}

fn draw(report: &TestReport, server_url: &str) -> View {
    let steps: Vec<View> = STEPS
        .into_iter()
        .map(|step| {
            let state = test_steps::state(report, step);
            let (class, sign, word) = match state {
                StepState::Open => ("step step-open", Icon::Minus, "step_open"),
                StepState::Running => ("step step-running", Icon::Turn, "step_running"),
                StepState::Passed => ("step step-passed", Icon::Check, "step_passed"),
                StepState::Failed => ("step step-failed", Icon::Close, "step_failed"),
            };
            let sign = icon(sign);
            let text = say(wording::step(step));
            let word = t(word);
            view! {
                li(class=class) { (sign) span { (text) } " " span(class="step-word") { (word) } }
            }
        })
        .collect();
    let verdict = verdict(report, server_url);
    let title = t("test_title");
    let server = report.server.clone();
    view! {
        h3 { (title) " " bdi { (server) } }
        ol(class="steps") { (steps) }
        (verdict)
    }
}

fn verdict(report: &TestReport, server_url: &str) -> View {
    match report.verdict {
        Verdict::Running => View::new(),
        Verdict::Passed => {
            let text = t_with("test_passed", &[&report.server]);
            let check = icon(Icon::Check);
            view! { div(class="banner banner-good") { (check) p { (text) } } }
        }
        Verdict::Failed => {
            let text = say(report.problem.map_or("test_failed", wording::problem));
            let code = code_view(report.code);
            let page = certificate_link(report.problem, server_url);
            let alert = icon(Icon::Alert);
            view! { div(class="banner banner-bad") { (alert) div { p { (text) (code) } (page) } } }
        }
    }
}
