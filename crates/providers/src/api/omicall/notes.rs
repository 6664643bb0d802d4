//! What is told to OmiCall about a call that was made: note, labels, quality. Fields of a form other
//! than the note have no place there, so they are lines of the note (see `note_text`).

use alo_protocol::ProviderProblem;
use serde_json::{Value, json};

use super::super::address::segment;
use super::super::{ApiError, NoteToSave, QualityLog};

pub(super) fn save(note: &NoteToSave) -> Result<(String, Value), ApiError> {
    let call =
        segment(&note.provider_id).ok_or_else(|| ApiError::new(ProviderProblem::NotFound))?;
    let body = json!({"note": note.text.trim(), "tag": note.tags});
    Ok((format!("call-transaction/add-metadata/{call}"), body))
}

/// One entry of the SDK's log; fields that a browser does not tell are left out.
pub(super) fn quality(log: &QualityLog) -> Value {
    let [lowest, highest, mean] = log.mos.map(rounded);
    let direction = if log.outgoing { "outbound" } else { "inbound" };
    json!({
        "transaction_id": log.provider_id,
        "rtp_logs": [{
            "ext": log.extension,
            "leg_name": direction,
            "device": "Alo",
            "mos": {"min": lowest, "max": highest, "avg": mean},
            "jitter": rounded(log.jitter_ms),
            "latency": rounded(log.rtt_ms),
            "ppl": rounded(log.loss),
            "details": [],
        }],
    })
}

/// To hundredths; what is no number is 0.
fn rounded(value: f32) -> f64 {
    if value.is_finite() {
        (f64::from(value) * 100.0).round() / 100.0
    } else {
        0.0
    }
}
