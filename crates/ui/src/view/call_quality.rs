//! How a call sounds: bars with words, and what is wrong in sentences of its own.

use alo_protocol::{CallId, CallView, QualityLevel, QualityView};
use sycamore::prelude::*;

use crate::model::Model;
use crate::text::{t, t_with};
use crate::view::icon::{Icon, icon};
use crate::wording;

/// Bars and words; nothing before there is something to measure.
pub(super) fn quality(model: Model, id: &CallId) -> View {
    let level = model.select_call(id, None, |call: &CallView| {
        call.quality.as_ref().map(|quality| quality.level)
    });
    let details = model.select_call(id, String::new(), |call: &CallView| {
        call.quality.as_ref().map_or_else(String::new, details)
    });
    (move || {
        let Some(level) = level.get() else {
            return View::new();
        };
        let words = t(wording::quality(level));
        let bars = bars(level);
        view! {
            p(class=class(level), title=move || details.get_clone()) {
                (bars)
                span { (words) }
                span(class="quality-details") { (details) }
            }
        }
    })
    .into()
}

/// The alarms that last, each a sentence.
pub(super) fn alarms(model: Model, id: &CallId) -> View {
    let alarms = model.select_call(id, Vec::new(), |call: &CallView| call.alarms.clone());
    let sentences = move || {
        let sentences: Vec<View> = alarms
            .get_clone()
            .into_iter()
            .map(|alarm| {
                let text = t(wording::alarm(alarm));
                let sign = icon(Icon::Alert);
                view! { p(class="alarm") { (sign) span { (text) } } }
            })
            .collect();
        View::from(sentences)
    };
    view! { div(class="alarms", role="status", aria-live="polite") { (sentences) } }
}

fn class(level: QualityLevel) -> &'static str {
    match level {
        QualityLevel::Good => "quality quality-good",
        QualityLevel::Fair => "quality quality-fair",
        QualityLevel::Poor => "quality quality-poor",
        QualityLevel::Bad => "quality quality-bad",
    }
}

/// Four bars, of which as many are full as the level is worth; decoration beside the words.
fn bars(level: QualityLevel) -> View {
    let full = match level {
        QualityLevel::Good => 4,
        QualityLevel::Fair => 3,
        QualityLevel::Poor => 2,
        QualityLevel::Bad => 1,
    };
    let bars: Vec<View> = (0..4)
        .map(|at| {
            let class = if at < full {
                "quality-bar quality-bar-full"
            } else {
                "quality-bar"
            };
            view! { span(class=class) }
        })
        .collect();
    view! { span(class="quality-bars", "aria-hidden"="true") { (bars) } }
}

/// The numbers, for whoever looks for them.
fn details(quality: &QualityView) -> String {
    let mos = format!("{}.{}", quality.mos / 10, quality.mos % 10);
    let rtt = quality
        .rtt_ms
        .map_or_else(|| "–".to_owned(), |rtt| rtt.to_string());
    let (jitter, loss) = (
        quality.jitter_ms.to_string(),
        quality.loss_percent.to_string(),
    );
    t_with(
        "quality_details",
        &[&mos, &rtt, &jitter, &loss, &quality.codec],
    )
}
