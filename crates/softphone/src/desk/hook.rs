//! The record of a call for an address of the company's, in the shape of OmiCall's `cdr` webhook, and
//! its signature.

use std::time::Duration;

use alo_protocol::{CallHook, Direction, FormSchema, NoteContent};
use alo_providers::api::{HttpMethod, HttpRequest};
use alo_providers::note_text;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::json;
use sha2::Sha256;

use super::{CallNow, Own};

/// How long the company's server has for its answer.
const LIMIT: Duration = Duration::from_secs(20);
/// `sha256=` and the HMAC-SHA-256 of the body under the shared key, in hexadecimal digits.
const SIGNATURE: &str = "X-Alo-Signature";
/// Names the record: whoever gets one twice can tell.
const DELIVERY: &str = "X-Alo-Delivery";

/// The record of a call that is over, as JSON. `interrupted`: the browser ended in it, so that its end is the last
/// moment that is certain.
pub(super) fn record(
    call: &CallNow,
    (form, note): (&FormSchema, &NoteContent),
    own: &Own,
    interrupted: bool,
) -> String {
    let id = call.provider_id.as_ref().unwrap_or(&call.id.0);
    let ended_at = call.end.as_ref().map_or(call.started_at, |end| end.at);
    let seconds = |from: u64, to: u64| to.saturating_sub(from) / 1_000;
    let answered = call.answered_at;
    let outgoing = call.direction == Direction::Outgoing;
    let (from, to) = if outgoing {
        (own.user.as_str(), call.number.as_str())
    } else {
        (call.number.as_str(), own.user.as_str())
    };
    let name = call.name.as_deref().unwrap_or_default();
    let mut record = json!({
        "state": "cdr",
        "transaction_id": id,
        "direction": if outgoing { "outbound" } else { "inbound" },
        "disposition": if answered.is_some() { "answered" } else { "cancelled" },
        "answer_sec": answered.map_or(0, |at| seconds(call.started_at, at)),
        "bill_sec": answered.map_or(0, |at| seconds(at, ended_at)),
        "duration": seconds(call.started_at, ended_at),
        "created_date": call.started_at,
        "last_updated_date": ended_at,
        "time_start_call": call.started_at / 1_000,
        "time_start_to_answer": answered.map_or(0, |at| at / 1_000),
        "time_end_call": ended_at / 1_000,
        "source_number": from,
        "destination_number": to,
        "from_number": from,
        "to_number": to,
        "phone_number": call.number,
        "hotline": call.hotline.as_deref().unwrap_or_default(),
        "sip_number": call.hotline.as_deref().unwrap_or_default(),
        "sip_user": own.user,
        "domain_fusion": own.domain,
        "note": note_text(form, note),
        "tag": note.tags,
        "customer": { "full_name": name },
        "user": [{ "full_name": own.name }],
    });
    if interrupted {
        record["interrupted"] = true.into();
    }
    record.to_string()
}

/// The request that carries it. `id` names it for whoever gets it twice.
pub(super) fn request(hook: &CallHook, id: &str, body: &str) -> HttpRequest {
    let header = |name: &str, value: String| (name.to_owned(), value);
    let mut headers = vec![
        header("Content-Type", "application/json".to_owned()),
        header(DELIVERY, id.to_owned()),
    ];
    if !hook.secret.is_empty() {
        headers.push(header(SIGNATURE, signature(hook.secret.expose(), body)));
    }
    HttpRequest {
        method: HttpMethod::Post,
        url: hook.url.clone(),
        headers,
        body: Some(body.to_owned()),
        timeout: LIMIT,
    }
}

fn signature(key: &str, body: &str) -> String {
    use std::fmt::Write as _;
    let mut signature = String::from("sha256=");
    // A key of any length is taken (RFC 2104 §2), so this cannot fail.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key.as_bytes()) else {
        return signature;
    };
    mac.update(body.as_bytes());
    for octet in mac.finalize().into_bytes() {
        // Writing into a String cannot fail.
        let _ = write!(signature, "{octet:02x}");
    }
    signature
}

#[cfg(test)]
mod tests {
    use alo_protocol::{CallId, EndCause, EndView};

    use super::*;

    #[test]
    fn the_signature_is_that_of_rfc_4231() {
        // Test case 2.
        assert_eq!(
            signature("Jefe", "what do ya want for nothing?"),
            "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
    }

    #[test]
    fn the_record_says_who_when_and_how_long() {
        let call = CallNow {
            id: CallId("c1".into()),
            direction: Direction::Incoming,
            number: "0912345678".into(),
            name: Some("Anh Minh".into()),
            provider_id: Some("uuid-1".into()),
            hotline: Some("02471000000".into()),
            started_at: 1_800_000_000_000,
            answered_at: Some(1_800_000_004_000),
            rings: true,
            end: Some(EndView {
                cause: EndCause::HungUp,
                code: None,
                reason: None,
                reason_header: None,
                at: 1_800_000_064_500,
            }),
            quality: None,
        };
        let own = Own {
            user: "101".into(),
            domain: "omiteam".into(),
            name: "Lan".into(),
        };
        let body = record(
            &call,
            (&FormSchema::default(), &NoteContent::default()),
            &own,
            false,
        );
        let read: serde_json::Value = serde_json::from_str(&body).expect("JSON");
        assert_eq!(read["transaction_id"], "uuid-1");
        assert_eq!(read["direction"], "inbound");
        assert_eq!(read["answer_sec"], 4);
        assert_eq!(read["bill_sec"], 60);
        assert_eq!(read["duration"], 64);
        assert_eq!(read["source_number"], "0912345678");
        assert_eq!(read["sip_user"], "101");
        assert_eq!(read["time_end_call"], 1_800_000_064_u64);
    }
}
