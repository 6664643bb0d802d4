//! Measurements for a check before a call: the loudness of the microphone, and the candidates that can be
//! gathered. What they mean is not decided here.

use alo_softphone::{CandidateKind, CheckId, Input, Measure, Measured, MediaSetup};
use futures::future::{AbortHandle, abortable};
use gloo_events::EventListener;
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{RtcPeerConnection, RtcPeerConnectionIceEvent, RtcSessionDescriptionInit};

use crate::devices::Devices;
use crate::ear::Ear;
use crate::error::{Error, browser};
use crate::ice::{Candidate, Kind};
use crate::inbox::Inbox;
use crate::microphone::Microphone;
use crate::rtc;

/// How often the loudness is told, in milliseconds.
const LOOK_MS: u32 = 200;
/// An `AudioContext` needs a moment before it runs; one that does not run by then never will.
const PATIENT_LOOKS: u32 = 6;

/// A measurement under way. Dropping it lets go of microphone and connection.
pub(crate) struct Measurement {
    work: Option<AbortHandle>,
    _gathering: Option<Gathering>,
}

impl Measurement {
    /// Begins one; none for [`Measure::Nothing`].
    pub(crate) fn begin(
        check: CheckId,
        measure: Measure,
        setup: &MediaSetup,
        devices: &Devices,
        inbox: &Inbox,
    ) -> Option<Self> {
        let teller = Teller {
            check,
            inbox: inbox.clone(),
        };
        match measure {
            Measure::Nothing => None,
            Measure::Microphone => {
                let (work, handle) = abortable(listen(devices.clone(), teller));
                spawn_local(async move {
                    // Aborted is how it always ends.
                    let _ = work.await;
                });
                Some(Self {
                    work: Some(handle),
                    _gathering: None,
                })
            }
            Measure::Candidates => match Gathering::begin(setup, &teller) {
                Ok(gathering) => Some(Self {
                    work: None,
                    _gathering: Some(gathering),
                }),
                Err(error) => {
                    log::warn!("{error}");
                    teller.tell(Measured::ServerFailed);
                    teller.tell(Measured::Gathered);
                    None
                }
            },
        }
    }
}

impl Drop for Measurement {
    fn drop(&mut self) {
        if let Some(work) = &self.work {
            work.abort();
        }
    }
}

#[derive(Clone)]
struct Teller {
    check: CheckId,
    inbox: Inbox,
}

impl Teller {
    fn tell(&self, measured: Measured) {
        let check = self.check;
        self.inbox.phone(Input::Measured { check, measured });
    }
}

async fn listen(devices: Devices, teller: Teller) {
    let Ok(microphone) = Microphone::open(&devices).await else {
        teller.tell(Measured::MicrophoneFailed);
        return;
    };
    let ear = Ear::at_track(microphone.track());
    for look in 1_u32.. {
        TimeoutFuture::new(LOOK_MS).await;
        let loudness = ear.as_ref().ok().and_then(Ear::loudness);
        if loudness.is_none() && look < PATIENT_LOOKS {
            continue;
        }
        teller.tell(Measured::Loudness(loudness));
    }
}

/// A connection to nobody, for its candidates.
struct Gathering {
    connection: RtcPeerConnection,
    _listeners: [EventListener; 2],
}

impl Gathering {
    fn begin(setup: &MediaSetup, teller: &Teller) -> Result<Self, Error> {
        let connection = rtc::connect(setup, false)?;
        let listeners = [
            EventListener::new(&connection, "icecandidate", {
                let teller = teller.clone();
                move |event| {
                    let candidate = event
                        .unchecked_ref::<RtcPeerConnectionIceEvent>()
                        .candidate()
                        .map(|candidate| candidate.candidate());
                    match candidate.as_deref() {
                        None => teller.tell(Measured::Gathered),
                        Some(line) => {
                            if let Some(kind) = Candidate::parse(line).and_then(told) {
                                teller.tell(Measured::Candidate(kind));
                            }
                        }
                    }
                }
            }),
            EventListener::new(&connection, "icecandidateerror", {
                let teller = teller.clone();
                move |_| teller.tell(Measured::ServerFailed)
            }),
        ];
        let gathering = Self {
            connection,
            _listeners: listeners,
        };
        rtc::add_audio(&gathering.connection, &[])?;
        let connection = gathering.connection.clone();
        let teller = teller.clone();
        spawn_local(async move {
            if let Err(error) = describe(&connection).await {
                log::debug!("{error}");
                // Of a connection that was thrown away in the meantime nobody wants to know.
                teller.tell(Measured::Gathered);
            }
        });
        Ok(gathering)
    }
}

impl Drop for Gathering {
    fn drop(&mut self) {
        self.connection.close();
    }
}

async fn describe(connection: &RtcPeerConnection) -> Result<(), Error> {
    let offer: RtcSessionDescriptionInit = JsFuture::from(connection.create_offer())
        .await
        .map_err(browser("createOffer"))?
        .unchecked_into();
    JsFuture::from(connection.set_local_description(&offer))
        .await
        .map(|_| ())
        .map_err(browser("setLocalDescription"))
}

/// What is told of a candidate; ICE-TCP is of no use to a PBX.
fn told(candidate: Candidate<'_>) -> Option<CandidateKind> {
    match candidate.kind {
        Kind::Host if candidate.udp => Some(CandidateKind::Host),
        Kind::ServerReflexive if candidate.udp => Some(CandidateKind::Reflexive),
        Kind::Relay => Some(CandidateKind::Relay),
        Kind::Host | Kind::ServerReflexive | Kind::PeerReflexive => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(line: &str) -> Option<CandidateKind> {
        Candidate::parse(line).and_then(told)
    }

    #[test]
    fn each_type_is_told_as_what_it_is_and_ice_tcp_is_not() {
        let of = |protocol: &str, kind: &str| {
            format!("candidate:1 1 {protocol} 99 192.0.2.1 5000 typ {kind}")
        };
        assert_eq!(kind(&of("udp", "host")), Some(CandidateKind::Host));
        assert_eq!(kind(&of("udp", "srflx")), Some(CandidateKind::Reflexive));
        assert_eq!(kind(&of("udp", "relay")), Some(CandidateKind::Relay));
        assert_eq!(kind(&of("tcp", "host")), None);
        assert_eq!(kind(&of("udp", "prflx")), None);
    }
}
