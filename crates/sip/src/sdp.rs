//! Reading session descriptions line by line (RFC 8866, RFC 3264).
//!
//! The browser makes and applies the SDP. The phone only reads what was agreed: direction, codecs,
//! refused media, hold.

/// The most media that are read; further ones are ignored.
const MAX_MEDIA: usize = 64;
/// The most formats that are read of a medium.
const MAX_PAYLOADS: usize = 128;

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
    /// The encoding name of `a=rtpmap`, as written. The static types 0, 8, 9 and 18 have theirs
    /// without one.
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
    /// The transport, e.g. `UDP/TLS/RTP/SAVPF`.
    pub proto: String,
    /// The formats in order of preference.
    pub payloads: Vec<Payload>,
    /// The medium's direction, or the session's, or `SendRecv`.
    pub direction: Direction,
    /// The address of its `c=` line, or the session's.
    pub connection: Option<String>,
    /// Whether ICE is used: then `c=0.0.0.0` means an unknown address, not hold (RFC 8839
    /// §4.2.1.1).
    pub ice: bool,
}

/// A session description.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sdp {
    /// The media in order.
    pub media: Vec<Media>,
}

impl Direction {
    /// The attribute's name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SendRecv => "sendrecv",
            Self::SendOnly => "sendonly",
            Self::RecvOnly => "recvonly",
            Self::Inactive => "inactive",
        }
    }

    /// Reads an attribute's name.
    pub fn parse(attribute: &str) -> Option<Self> {
        [
            Self::SendRecv,
            Self::SendOnly,
            Self::RecvOnly,
            Self::Inactive,
        ]
        .into_iter()
        .find(|direction| direction.as_str() == attribute)
    }
}

impl Sdp {
    /// Reads a description. It cannot fail: what is not understood is ignored, and text that is no
    /// description gives no media.
    pub fn parse(text: &str) -> Self {
        let mut session = Section::default();
        // A malformed `m=` line begins a section too, so that its attributes do not go to the
        // section before.
        let mut media: Vec<(Option<Media>, Section)> = Vec::new();
        for (kind, value) in text.lines().filter_map(split_line) {
            if kind == 'm' {
                if media.len() == MAX_MEDIA {
                    break;
                }
                media.push((Media::parse(value), Section::default()));
                continue;
            }
            match media.last_mut() {
                Some((medium, section)) => {
                    section.read(kind, value);
                    if let Some(medium) = medium {
                        medium.read_rtpmap(kind, value);
                    }
                }
                None => session.read(kind, value),
            }
        }
        let finish =
            |(medium, section): (Option<Media>, _)| Some(medium?.finish(section, &session));
        Self {
            media: media.into_iter().filter_map(finish).collect(),
        }
    }

    /// The first audio medium that is not refused.
    pub fn audio(&self) -> Option<&Media> {
        self.media
            .iter()
            .find(|medium| medium.kind == "audio" && !medium.is_refused())
    }

    /// Whether the writer of this description has put the audio on hold: `sendonly`, `inactive`, or
    /// `c=0.0.0.0` as before RFC 3264 §8.4.
    pub fn is_held_by_remote(&self) -> bool {
        self.audio().is_some_and(Media::is_held_by_remote)
    }
}

impl Media {
    /// Whether the medium is refused or removed: port 0 (RFC 3264 §6, §8.2).
    pub fn is_refused(&self) -> bool {
        self.port == 0
    }

    /// Whether RFC 4733 telephone events can be sent.
    pub fn has_telephone_event(&self) -> bool {
        let is_event = |name: &str| name.eq_ignore_ascii_case("telephone-event");
        self.payloads
            .iter()
            .any(|payload| payload.encoding.as_deref().is_some_and(is_event))
    }

    /// See [`Sdp::is_held_by_remote`].
    pub fn is_held_by_remote(&self) -> bool {
        let no_address = matches!(self.connection.as_deref(), Some("0.0.0.0" | "::"));
        matches!(self.direction, Direction::SendOnly | Direction::Inactive)
            || (no_address && !self.ice)
    }

    /// `audio 49170/2 RTP/AVP 0 101`
    fn parse(value: &str) -> Option<Self> {
        let mut words = value.split_ascii_whitespace();
        let (kind, port, proto) = (words.next()?, words.next()?, words.next()?);
        let port = port.split('/').next()?.parse().ok()?;
        Some(Self {
            kind: kind.to_ascii_lowercase(),
            port,
            proto: proto.to_owned(),
            payloads: words.take(MAX_PAYLOADS).map(Payload::new).collect(),
            direction: Direction::default(),
            connection: None,
            ice: false,
        })
    }

    /// `rtpmap:101 telephone-event/8000`
    fn read_rtpmap(&mut self, kind: char, value: &str) {
        let Some(map) = value.strip_prefix("rtpmap:").filter(|_| kind == 'a') else {
            return;
        };
        let Some((format, encoding)) = map.trim_start().split_once(' ') else {
            return;
        };
        let mut parts = encoding.trim().split('/');
        let Some(payload) = self
            .payloads
            .iter_mut()
            .find(|payload| payload.format == format)
        else {
            return;
        };
        payload.encoding = parts.next().map(str::to_owned);
        payload.clock_rate = parts.next().and_then(|rate| rate.parse().ok());
    }

    fn finish(mut self, section: Section, session: &Section) -> Self {
        self.direction = section.direction.or(session.direction).unwrap_or_default();
        self.connection = section.connection.or_else(|| session.connection.clone());
        self.ice = section.ice || session.ice;
        self
    }
}

impl Payload {
    fn new(format: &str) -> Self {
        // The static types of RFC 3551 §6 that telephones use.
        let encoding = match format {
            "0" => Some("PCMU"),
            "8" => Some("PCMA"),
            "9" => Some("G722"),
            "18" => Some("G729"),
            _ => None,
        };
        let clock_rate = encoding.map(|_| 8000);
        Self {
            format: format.to_owned(),
            encoding: encoding.map(str::to_owned),
            clock_rate,
        }
    }
}

/// What may stand at session level; the same lines of a medium take precedence.
#[derive(Default)]
struct Section {
    direction: Option<Direction>,
    connection: Option<String>,
    ice: bool,
}

impl Section {
    fn read(&mut self, kind: char, value: &str) {
        match kind {
            // `IN IP4 192.0.2.1/127`
            'c' => {
                let address = value.split_ascii_whitespace().nth(2);
                let address = address.and_then(|address| address.split('/').next());
                self.connection = address
                    .map(str::to_owned)
                    .or_else(|| self.connection.take());
            }
            'a' if value.starts_with("ice-ufrag:") => self.ice = true,
            'a' => self.direction = Direction::parse(value.trim()).or(self.direction),
            _ => {}
        }
    }
}

/// Splits `x=value`; `None` for any other line.
fn split_line(line: &str) -> Option<(char, &str)> {
    let (kind, value) = line.split_once('=')?;
    let mut kind = kind.chars();
    Some((kind.next()?, value)).filter(|_| kind.next().is_none())
}
