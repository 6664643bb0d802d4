//! Counters of a peer connection, read from `getStats` (W3C Identifiers for WebRTC's Statistics).

use alo_softphone::MediaStats;
use js_sys::{Map, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::RtcPeerConnection;

use crate::error::{Error, browser};

/// Reads them now. `talks` is not known here.
pub(crate) async fn read(connection: &RtcPeerConnection) -> Result<MediaStats, Error> {
    let report: Map = JsFuture::from(connection.get_stats())
        .await
        .map_err(browser("getStats"))?
        .unchecked_into();
    let mut stats = MediaStats::default();
    // What RTCP says of the whole way is better than what STUN says of the first hop.
    let (mut by_rtcp, mut by_stun) = (None, None);
    // A map-like of the browser: values() is an iterator of plain objects.
    let values = report.values();
    while let Ok(next) = values.next() {
        if next.done() {
            break;
        }
        let entry = next.value();
        match text(&entry, "type").as_deref() {
            Some("inbound-rtp") if text(&entry, "kind").as_deref() == Some("audio") => {
                stats.packets_received += number(&entry, "packetsReceived").unwrap_or(0.0) as u64;
                stats.packets_lost += number(&entry, "packetsLost").unwrap_or(0.0) as i64;
                stats.jitter_us = (number(&entry, "jitter").unwrap_or(0.0) * 1e6) as u32;
                stats.buffer_ms = buffer_ms(&entry);
                if let Some(id) = text(&entry, "codecId") {
                    stats.codec = codec(&report, &id);
                }
            }
            Some("remote-inbound-rtp") => by_rtcp = seconds(&entry, "roundTripTime").or(by_rtcp),
            Some("candidate-pair") if flag(&entry, "nominated") => {
                by_stun = seconds(&entry, "currentRoundTripTime").or(by_stun);
            }
            Some("media-source") => {
                stats.microphone_energy =
                    number(&entry, "totalAudioEnergy").map(|energy| (energy * 1e9) as u64);
            }
            _ => {}
        }
    }
    stats.rtt_ms = by_rtcp.or(by_stun);
    Ok(stats)
}

fn buffer_ms(entry: &JsValue) -> Option<u32> {
    let (delay, count) = (
        number(entry, "jitterBufferDelay")?,
        number(entry, "jitterBufferEmittedCount")?,
    );
    (count > 0.0).then(|| (1_000.0 * delay / count) as u32)
}

/// `opus` of `audio/opus`.
fn codec(report: &Map, id: &str) -> String {
    let mime = text(&report.get(&id.into()), "mimeType").unwrap_or_default();
    let name = mime.split_once('/').map_or("", |(_, name)| name);
    name.chars().take(16).collect()
}

/// Milliseconds of a field in seconds.
fn seconds(entry: &JsValue, name: &str) -> Option<u32> {
    number(entry, name).map(|seconds| (seconds * 1_000.0).round() as u32)
}

fn field(entry: &JsValue, name: &str) -> JsValue {
    Reflect::get(entry, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn number(entry: &JsValue, name: &str) -> Option<f64> {
    field(entry, name).as_f64()
}

fn text(entry: &JsValue, name: &str) -> Option<String> {
    field(entry, name).as_string()
}

fn flag(entry: &JsValue, name: &str) -> bool {
    field(entry, name).as_bool().unwrap_or(false)
}
