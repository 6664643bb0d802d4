//! How the person wants the phone to behave, and what kinds of calls there are.

use serde::{Deserialize, Serialize};

use crate::trimmed;

/// Longest target of a forwarding that is kept, in characters.
pub const MAX_TARGET: usize = 128;

/// Whether calls may come and go (Bizfly `setMode`, OmiCall `busy`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Availability {
    /// Calls come and go.
    #[default]
    Available,
    /// Do not disturb: calls that come are refused as busy (486) and stand in the history as missed;
    /// calls can be made.
    Busy,
    /// Calls can be made; what comes is turned away (480) as if nobody were there.
    OutgoingOnly,
    /// Unregistered: no calls at all until this is changed.
    Inactive,
}

/// What "Decline" says when the person has not chosen otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DeclineMode {
    /// 486: other devices go on ringing.
    #[default]
    ThisDevice,
    /// 603: all devices stop (RFC 3261 §21.6.2).
    Everywhere,
}

/// A person's settings of the phone, apart from the account's and from devices.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PhoneSettings {
    /// See [`Availability`].
    pub availability: Availability,
    /// See [`DeclineMode`].
    pub decline: DeclineMode,
    /// Every incoming call is sent on to this number or address (302); none: it rings here.
    pub forward_to: Option<String>,
    /// Calls are made without showing our number (RFC 3323 `Privacy: id`).
    pub anonymous: bool,
}

impl PhoneSettings {
    /// Without what nobody sees around the target; an empty one is none. One that is longer than [`MAX_TARGET`] is
    /// left to whoever can say so: calls would no longer be sent on, and nobody would know.
    #[must_use]
    pub fn cleaned(self) -> Self {
        let forward_to = self
            .forward_to
            .map(|to| trimmed(&to).to_owned())
            .filter(|to| !to.is_empty());
        Self { forward_to, ..self }
    }
}

/// What a call is for (OmiCall `sneakyType`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CallKind {
    /// To talk with the one who is called.
    #[default]
    Normal,
    /// To listen to the call of the extension that is called; nobody hears us.
    Monitor,
    /// As [`Self::Monitor`], and the extension hears us; its other party does not.
    Whisper,
    /// All three talk.
    Colloquy,
}

/// A header that is added to the INVITE, such as a provider's `X-…`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ExtraHeader {
    /// A token of RFC 3261 that names none of the headers that the phone itself writes.
    pub name: String,
    /// One line.
    pub value: String,
}

/// What is special about one outgoing call.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct DialOptions {
    /// See [`CallKind`].
    pub kind: CallKind,
    /// Without showing our number; none: as [`PhoneSettings::anonymous`] says.
    pub anonymous: Option<bool>,
    /// Digits to send after the answer: `0-9*#A-D`, with `,` for a pause of 2 s.
    pub post_dial: Option<String>,
    /// Further headers, after the account's own.
    pub headers: Vec<ExtraHeader>,
    /// Call from this hotline; none: the one chosen. At most 64 characters.
    pub hotline: Option<String>,
    /// Kept by the provider with the call (OmiCall `datas`): at most 256 characters.
    pub user_data: Option<String>,
}

/// Voice mail that waits (RFC 3842).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct VoicemailView {
    /// Messages not heard yet.
    pub new: u32,
    /// Messages heard.
    pub old: u32,
    /// What to dial to hear them, where the server says it.
    pub number: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_forwarding_is_none_and_an_endless_one_is_not_taken_for_that() {
        let to = |to: &str| PhoneSettings {
            forward_to: Some(to.into()),
            ..PhoneSettings::default()
        };
        assert_eq!(to("  ").cleaned().forward_to, None);
        let long = "1".repeat(200);
        assert_eq!(to(&long).cleaned().forward_to, Some(long));
        assert_eq!(to(" 101 ").cleaned().forward_to.as_deref(), Some("101"));
    }

    #[test]
    fn settings_of_another_version_are_read() {
        let read: PhoneSettings =
            serde_json::from_str(r#"{"anonymous":true,"later":1}"#).expect("read");
        assert!(read.anonymous);
        assert_eq!(read.availability, Availability::Available);
    }
}
