//! Reading session descriptions line by line (RFC 8866, RFC 3264).
//!
//! The browser writes and eats the SDP; the phone only has to see what was agreed: direction, codecs,
//! refused media, hold.

/// The direction of a medium, as its writer sees it (RFC 8866 §6.7).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// Both ways.
    #[default]
    SendRecv,
    /// The writer only sends.
    SendOnly,
    /// The writer only receives.
    RecvOnly,
    /// Neither.
    Inactive,
}

/// A payload type of a medium.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payload {
    /// The number or format as written in the `m=` line.
    pub format: String,
    /// The encoding name of `a=rtpmap`, as written.
    pub encoding: Option<String>,
    /// The clock rate of `a=rtpmap`, in Hz.
    pub clock_rate: Option<u32>,
}

/// One `m=` section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Media {
    /// `audio`, `video`, …
    pub kind: String,
    /// The port; 0 refuses the medium (RFC 3264 §6).
    pub port: u16,
    /// E.g. `UDP/TLS/RTP/SAVPF`.
    pub proto: String,
    /// The formats in order of preference.
    pub payloads: Vec<Payload>,
    /// The medium's direction, or the session's, or `SendRecv`.
    pub direction: Direction,
    /// The address of its `c=` line, or the session's.
    pub connection: Option<String>,
    /// Whether ICE is spoken: then `c=0.0.0.0` is no hold but an address not yet known.
    pub ice: bool,
}

/// A session description.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sdp {
    /// The media in order.
    pub media: Vec<Media>,
}

impl Sdp {
    /// Reads a description; total, what is not understood is passed over.
    pub fn parse(_text: &str) -> Self {
        todo!()
    }

    /// The first audio medium that is not refused.
    pub fn audio(&self) -> Option<&Media> {
        todo!()
    }

    /// Whether the writer of this description has put the audio on hold: `sendonly`, `inactive`, or
    /// `c=0.0.0.0` as before RFC 3264 §8.4.
    pub fn is_held_by_remote(&self) -> bool {
        todo!()
    }
}

impl Media {
    /// Whether RFC 4733 telephone events can be sent.
    pub fn has_telephone_event(&self) -> bool {
        todo!()
    }

    /// Whether the medium is refused or taken away (port 0).
    pub fn is_refused(&self) -> bool {
        self.port == 0
    }
}

/// The description with the direction of its audio media replaced; everything else as it was.
pub fn with_direction(_text: &str, _direction: Direction) -> String {
    todo!()
}
