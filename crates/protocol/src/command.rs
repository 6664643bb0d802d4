//! What views and the worker ask of the agent.

use serde::{Deserialize, Serialize};

use crate::{AudioSettings, CallId, Refusal, SipAccount, Snapshot};

/// Where a wish to call came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DialSource {
    /// Typed or pasted into our own dialer.
    Dialer,
    /// History, redial or a notification of ours.
    History,
    /// Our card on a page, after the worker's consent gate.
    Page,
}

/// A person's wish. Commands are carried out once; a command about a call that is over is ignored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Command {
    /// Store the account and register it. An empty password keeps the stored one when server URL,
    /// domain and user name are unchanged.
    SignIn {
        /// The account.
        account: SipAccount,
    },
    /// End calls, unregister, forget account and password. The history stays.
    SignOut,
    /// Try at once what waits for its next attempt, or was given up: connecting and registering.
    Reconnect,
    /// Try an account without storing it; the report comes in the snapshot.
    TestConnection {
        /// The account; an empty password means the stored one, as in `SignIn`.
        account: SipAccount,
    },
    /// Call a number or SIP address.
    Dial {
        /// Digits with `+`, `*`, `#` and separators, or (from the dialer only) `user@host`.
        number: String,
        /// See [`DialSource`].
        source: DialSource,
    },
    /// A call is likely to follow soon: have a peer connection ready, without a microphone. Never
    /// refused; where it makes no sense nothing happens.
    Prepare,
    /// Answer an incoming call; a call that is up is put on hold first.
    Answer {
        /// Which.
        call: CallId,
    },
    /// Refuse an incoming call on this device (486).
    Decline {
        /// Which.
        call: CallId,
    },
    /// End or cancel a call.
    HangUp {
        /// Which.
        call: CallId,
    },
    /// Mute or unmute our microphone.
    SetMuted {
        /// Which.
        call: CallId,
        /// Wanted.
        muted: bool,
    },
    /// Silence the far end here, or hear it again; apart from the microphone.
    SetSpeakerMuted {
        /// Which.
        call: CallId,
        /// Wanted.
        muted: bool,
    },
    /// Hold or resume.
    SetHeld {
        /// Which.
        call: CallId,
        /// Wanted.
        held: bool,
    },
    /// Hand the call on to somebody without speaking to them (blind transfer, RFC 3515). How it goes is
    /// in [`CallView::transfer`](crate::CallView::transfer); if it fails, the call is still there.
    Transfer {
        /// Which.
        call: CallId,
        /// As typed into the dialer: a number, or `user@host`.
        target: String,
    },
    /// Connect the far ends of two calls of ours with each other and leave (attended transfer).
    TransferTo {
        /// The one that is handed on.
        call: CallId,
        /// The one that it is handed to.
        to_call: CallId,
    },
    /// Send digits (RFC 4733).
    SendDtmf {
        /// Which.
        call: CallId,
        /// Of `0-9*#A-D`, at most 64.
        digits: String,
    },
    /// Stop showing an ended call.
    DismissEnded {
        /// Which.
        call: CallId,
    },
    /// Use these devices from now on, in calls that are up too, and keep the choice.
    SetAudio {
        /// All of it.
        audio: AudioSettings,
    },
    /// The history is on screen: missed calls are seen.
    HistorySeen,
    /// Forget the history.
    ClearHistory,
    /// The permission page saw the microphone's permission change.
    MicrophoneChanged {
        /// True when granted.
        granted: bool,
    },
}

/// View → agent, over the port named `ui`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UiRequest {
    /// Echoed in the reply.
    pub seq: u32,
    /// The wish.
    pub command: Command,
}

/// Agent → view: the fate of a command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UiReply {
    /// Of the request.
    pub seq: u32,
    /// None: taken (and stored, where it must be stored).
    pub refusal: Option<Refusal>,
}

/// Everything the agent sends over the port.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum UiPush {
    /// A new picture.
    Snapshot(Box<Snapshot>),
    /// An answer.
    Reply(UiReply),
}
