//! Which devices are heard and spoken into, and how the microphone's sound is treated.

use serde::{Deserialize, Serialize};

/// The longest `deviceId` that is kept; browsers make them of 64 characters.
const MAX_ID: usize = 256;

/// What an incoming call sounds like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum RingSound {
    /// Two soft chords.
    #[default]
    Chords,
    /// The two bells of an old telephone.
    Bells,
    /// A short rising figure.
    Rise,
    /// One low, short tone: for a quiet room.
    Low,
}

/// A person's choice. It takes effect at once, in the middle of a call too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AudioSettings {
    /// `deviceId` of the microphone; none is the system's choice.
    pub microphone: Option<String>,
    /// `deviceId` of what the far end and the line's tones are heard from.
    pub speaker: Option<String>,
    /// `deviceId` of what rings.
    pub ringer: Option<String>,
    /// Takes out of the microphone what the loudspeaker plays.
    pub echo_cancellation: bool,
    /// Takes steady noise out of the microphone.
    pub noise_suppression: bool,
    /// Evens out a voice that is near or far.
    pub auto_gain: bool,
    /// How loud it rings, 0 to 100.
    pub ring_volume: u8,
    /// See [`RingSound`].
    pub ring_sound: RingSound,
    /// How loud the microphone is sent, in percent of what it gives, 0 to 200.
    pub input_volume: u8,
}

impl Default for AudioSettings {
    fn default() -> Self {
        Self {
            microphone: None,
            speaker: None,
            ringer: None,
            echo_cancellation: true,
            noise_suppression: true,
            auto_gain: true,
            ring_volume: 100,
            ring_sound: RingSound::default(),
            input_volume: 100,
        }
    }
}

impl AudioSettings {
    /// Within the limits: a volume of at most 100, and no id that no browser made.
    #[must_use]
    pub fn cleaned(self) -> Self {
        let id = |id: Option<String>| id.filter(|id| !id.is_empty() && id.len() <= MAX_ID);
        Self {
            microphone: id(self.microphone),
            speaker: id(self.speaker),
            ringer: id(self.ringer),
            ring_volume: self.ring_volume.min(100),
            input_volume: self.input_volume.min(200),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_or_endless_id_is_the_systems_choice() {
        let strange = AudioSettings {
            microphone: Some(String::new()),
            speaker: Some("x".repeat(300)),
            ringer: Some("abc".into()),
            ring_volume: 255,
            ..AudioSettings::default()
        };
        let cleaned = strange.cleaned();
        assert_eq!((cleaned.microphone, cleaned.speaker), (None, None));
        assert_eq!(cleaned.ringer.as_deref(), Some("abc"));
        assert_eq!(cleaned.ring_volume, 100);
    }

    #[test]
    fn settings_of_an_older_version_keep_what_they_know() {
        let old: AudioSettings = serde_json::from_str(r#"{"ringVolume":30}"#).expect("read");
        assert_eq!(old.ring_volume, 30);
        assert!(old.echo_cancellation);
    }
}
