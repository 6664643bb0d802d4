//! The parts of WebRTC that throw, bound so that an exception is a `Result` (`web-sys` lets it pass
//! through our frames), and the shapes that the rest needs.

use alo_protocol::{Codec, IceServer, TransportPolicy};
use alo_softphone::{MediaDirection, MediaSetup};
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{
    MediaStream, RtcConfiguration, RtcIceServer, RtcIceTransportPolicy, RtcPeerConnection,
    RtcRtpTransceiver, RtcRtpTransceiverDirection, RtcRtpTransceiverInit, RtcdtmfSender,
};

use crate::error::{Error, browser};

/// Length of a tone and of the gap after it, in milliseconds (RFC 4733 §2.5.1.2 wants ≥ 40 each).
const DTMF: (u32, u32) = (100, 70);

#[wasm_bindgen]
extern "C" {
    type Connection;
    #[wasm_bindgen(catch, method, js_name = addTransceiver)]
    fn add_transceiver(
        this: &Connection,
        kind: &str,
        init: &RtcRtpTransceiverInit,
    ) -> Result<RtcRtpTransceiver, JsValue>;

    type Transceiver;
    #[wasm_bindgen(catch, method, setter)]
    fn set_direction(this: &Transceiver, direction: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, method, js_name = setCodecPreferences)]
    fn set_codec_preferences(this: &Transceiver, codecs: &Array) -> Result<(), JsValue>;
    #[wasm_bindgen(catch, method)]
    fn stop(this: &Transceiver) -> Result<(), JsValue>;

    #[wasm_bindgen(catch, js_namespace = RTCRtpReceiver, js_name = getCapabilities)]
    fn get_capabilities(kind: &str) -> Result<Option<js_sys::Object>, JsValue>;

    type DtmfSender;
    #[wasm_bindgen(catch, method, js_name = insertDTMF)]
    fn insert_dtmf(this: &DtmfSender, tones: &str, duration: u32, gap: u32) -> Result<(), JsValue>;
}

/// A new peer connection. `ahead`: it gathers candidates before there is a description.
pub(crate) fn connect(setup: &MediaSetup, ahead: bool) -> Result<RtcPeerConnection, Error> {
    let configuration = RtcConfiguration::new();
    let servers: Array = setup
        .ice_servers
        .iter()
        .filter(|server| !server.urls.is_empty())
        .map(ice_server)
        .collect();
    configuration.set_ice_servers(&servers);
    configuration.set_ice_transport_policy(match setup.policy {
        TransportPolicy::All => RtcIceTransportPolicy::All,
        TransportPolicy::Relay => RtcIceTransportPolicy::Relay,
    });
    if ahead {
        // Setting a field of our own fresh object cannot fail.
        let _ = js_sys::Reflect::set(&configuration, &"iceCandidatePoolSize".into(), &1.into());
    }
    RtcPeerConnection::new_with_configuration(&configuration).map_err(browser("RTCPeerConnection"))
}

/// Adds the one audio section that a call has, to be sent and received. `codecs`: the order of
/// preference, see [`prefer`].
pub(crate) fn add_audio(connection: &RtcPeerConnection, codecs: &[Codec]) -> Result<(), Error> {
    let stream = MediaStream::new().map_err(browser("MediaStream"))?;
    let init = RtcRtpTransceiverInit::new();
    init.set_direction(RtcRtpTransceiverDirection::Sendrecv);
    // Some gateways look for the stream's name in `a=msid`.
    init.set_streams(&Array::of1(&stream));
    let transceiver = connection
        .unchecked_ref::<Connection>()
        .add_transceiver("audio", &init)
        .map_err(browser("addTransceiver"))?;
    prefer(&transceiver, codecs);
    Ok(())
}

/// Has `codecs` offered or answered in this order, and no others; none is the browser's own order.
/// Comfort noise and telephone-event (RFC 4733) stay, as they are no codecs that a person would choose.
pub(crate) fn prefer(transceiver: &RtcRtpTransceiver, codecs: &[Codec]) {
    if codecs.is_empty() {
        return;
    }
    let Some(capabilities) = get_capabilities("audio").ok().flatten() else {
        return;
    };
    let known = js_sys::Reflect::get(&capabilities, &"codecs".into())
        .map(|known| known.unchecked_into::<Array>())
        .unwrap_or_default();
    let named = |wanted: &str| {
        let wanted = format!("audio/{wanted}");
        known.iter().filter(move |codec| {
            js_sys::Reflect::get(codec, &"mimeType".into())
                .ok()
                .and_then(|mime| mime.as_string())
                .is_some_and(|mime| mime.eq_ignore_ascii_case(&wanted))
        })
    };
    let names = codecs.iter().map(|codec| match codec {
        Codec::Opus => "opus",
        Codec::G722 => "G722",
        Codec::Pcma => "PCMA",
        Codec::Pcmu => "PCMU",
    });
    let chosen: Array = names.flat_map(named).collect();
    // A browser without any of them offers what it has: better than no call.
    if chosen.length() == 0 {
        return;
    }
    for extra in ["CN", "telephone-event"].into_iter().flat_map(named) {
        chosen.push(&extra);
    }
    let set = transceiver
        .unchecked_ref::<Transceiver>()
        .set_codec_preferences(&chosen);
    if let Err(error) = set {
        log::warn!("{}", browser("setCodecPreferences")(error));
    }
}

/// The audio section in use; whatever else the far end offered is switched off.
pub(crate) fn only_audio(connection: &RtcPeerConnection) -> Option<RtcRtpTransceiver> {
    let mut audio = None;
    for transceiver in connection.get_transceivers().iter() {
        let transceiver: RtcRtpTransceiver = transceiver.unchecked_into();
        if is_stopped(&transceiver) {
            continue;
        }
        if audio.is_none() && transceiver.receiver().track().kind() == "audio" {
            audio = Some(transceiver);
        } else if let Err(error) = transceiver.unchecked_ref::<Transceiver>().stop() {
            log::debug!("{}", browser("transceiver.stop")(error));
        }
    }
    audio
}

/// Sets the direction that the next description asks for.
pub(crate) fn set_direction(
    transceiver: &RtcRtpTransceiver,
    direction: MediaDirection,
) -> Result<(), Error> {
    let direction = match direction {
        MediaDirection::SendRecv => "sendrecv",
        MediaDirection::SendOnly => "sendonly",
        MediaDirection::Inactive => "inactive",
    };
    transceiver
        .unchecked_ref::<Transceiver>()
        .set_direction(direction)
        .map_err(browser("transceiver.direction"))
}

/// Sends digits after those that are still waiting to be sent.
pub(crate) fn send_dtmf(transceiver: &RtcRtpTransceiver, digits: &str) -> Result<(), Error> {
    let sender: RtcdtmfSender = transceiver
        .sender()
        .dtmf()
        .ok_or(Error::Missing("DTMF sender"))?;
    // insertDTMF replaces the waiting tones.
    let digits = format!("{}{digits}", sender.tone_buffer());
    sender
        .unchecked_ref::<DtmfSender>()
        .insert_dtmf(&digits, DTMF.0, DTMF.1)
        .map_err(browser("insertDTMF"))
}

fn is_stopped(transceiver: &RtcRtpTransceiver) -> bool {
    // As text: web-sys does not know the direction `stopped`, which is what Chromium says.
    js_sys::Reflect::get(transceiver, &"direction".into())
        .is_ok_and(|direction| direction.as_string().as_deref() == Some("stopped"))
}

fn ice_server(server: &IceServer) -> JsValue {
    let out = RtcIceServer::new();
    let urls: Array = server
        .urls
        .iter()
        .map(|url| JsValue::from_str(url))
        .collect();
    out.set_urls(&urls);
    if let Some(username) = &server.username {
        out.set_username(username);
    }
    if let Some(credential) = &server.credential {
        out.set_credential(credential.expose());
    }
    out.into()
}
