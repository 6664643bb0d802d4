//! What the HTTP API asks of the PBX.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::call::{Bot, GiveUp, MediaWait};
use super::*;
use crate::provider::Provider;

/// The longest time to ring or talk, in seconds.
const MAX_SECONDS: u64 = 3600;
/// The longest caller number or name, in bytes.
const MAX_TEXT: usize = 512;
/// Fields that the API may not set: they hold the message together.
const OWN_FIELDS: [&str; 10] = [
    "via",
    "from",
    "to",
    "call-id",
    "cseq",
    "contact",
    "max-forwards",
    "content-length",
    "content-type",
    "route",
];

/// `POST /api/call`: a call from the sandbox to a user's phones.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlaceCall {
    /// The account to ring.
    pub(crate) to: String,
    /// The caller's number.
    #[serde(default = "default_from")]
    pub(crate) from: String,
    /// The caller's name, as the phone gets it: hostile ones too.
    #[serde(default)]
    pub(crate) name: Option<String>,
    /// When to give up.
    #[serde(default = "default_ring")]
    pub(crate) ring_seconds: f64,
    /// How to give up.
    #[serde(default)]
    pub(crate) unanswered: GiveUp,
    /// What to sound like once answered.
    #[serde(default)]
    pub(crate) then: Then,
    /// When to hang up once answered; without, never.
    #[serde(default)]
    pub(crate) talk_seconds: Option<f64>,
    /// More header fields for the INVITE.
    #[serde(default)]
    pub(crate) headers: BTreeMap<String, String>,
    /// The company's number that was called; without, the user's first.
    #[serde(default)]
    pub(crate) hotline: Option<String>,
    /// Whose header fields the INVITE has; without, those of the user's provider.
    #[serde(default)]
    pub(crate) provider: Option<Provider>,
    /// The provider's name for a call that an agent wanted (click to call); without, it is a
    /// call from outside with a new name.
    #[serde(skip)]
    pub(crate) for_agent: Option<String>,
}

impl PlaceCall {
    /// Rings an extension so that its agent is then connected with `number`.
    pub(crate) fn for_agent(
        extension: &str,
        number: &str,
        hotline: Option<&str>,
        id: &str,
    ) -> Self {
        Self {
            to: extension.to_owned(),
            from: number.to_owned(),
            name: None,
            ring_seconds: default_ring(),
            unanswered: GiveUp::default(),
            then: Then::default(),
            talk_seconds: None,
            headers: BTreeMap::new(),
            hotline: hotline.map(str::to_owned),
            provider: None,
            for_agent: Some(id.to_owned()),
        }
    }
}

fn default_from() -> String {
    "0912345678".to_owned()
}

fn default_ring() -> f64 {
    30.0
}

/// What a calling sandbox sounds like.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Then {
    /// Beep and echo.
    #[default]
    Echo,
    /// 440 Hz.
    Tone,
    /// Digits that are pressed.
    Digits,
    /// Nothing.
    Silence,
}

impl Then {
    fn sound(self) -> Sound {
        match self {
            Self::Echo => Sound::Echo,
            Self::Tone => Sound::Tone440,
            Self::Digits => Sound::Digits,
            Self::Silence => Sound::Silence,
        }
    }
}

/// `POST /api/calls/ID/end`: how the sandbox ends a call.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum EndHow {
    /// BYE; CANCEL without reason while it rings.
    #[default]
    HangUp,
    /// While it rings: another phone took it.
    Elsewhere,
    /// While it rings: another phone declined it.
    DeclinedElsewhere,
}

/// Why the API refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ApiError {
    /// 404
    #[error("no such user")]
    UnknownUser,
    /// 409
    #[error("the user has no phone registered")]
    NotRegistered,
    /// 404
    #[error("no such call, or it is over")]
    UnknownCall,
    /// 400
    #[error("a field is too long, out of range or may not be set")]
    BadField,
}

impl Pbx {
    /// Calls a user's phones; the call's id comes back at once.
    pub(crate) fn place_call(&mut self, ask: &PlaceCall, now: Time) -> Result<CallId, ApiError> {
        if !self.is_user(&ask.to) {
            return Err(ApiError::UnknownUser);
        }
        let name = ask.name.as_deref();
        let seconds = |value: f64| {
            let in_range = value > 0.0 && value <= MAX_SECONDS as f64;
            in_range
                .then(|| Duration::from_secs_f64(value))
                .ok_or(ApiError::BadField)
        };
        let ring = seconds(ask.ring_seconds)?;
        let talk = ask.talk_seconds.map(seconds).transpose()?;
        let texts = [Some(ask.from.as_str()), name, ask.hotline.as_deref()];
        let texts_fit = texts
            .into_iter()
            .flatten()
            .all(|text| text.len() <= MAX_TEXT);
        let fields_fit = ask.headers.len() <= 16
            && ask.headers.iter().all(|(name, value)| {
                let token = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
                !name.is_empty()
                    && name.bytes().all(token)
                    && !OWN_FIELDS.contains(&name.to_ascii_lowercase().as_str())
                    && value.len() <= MAX_TEXT
            });
        if !texts_fit || !fields_fit {
            return Err(ApiError::BadField);
        }
        if self.registrar.bindings(&ask.to, now).is_empty() {
            return Err(ApiError::NotRegistered);
        }
        let id = CallId(self.new_id());
        let mut call = Call::new(&ask.from, name, &ask.to, now);
        let mut bot = Bot::calling(ask.then.sound(), talk);
        bot.waits = Some(MediaWait::Placing);
        call.bot = Some(bot);
        call.give_up = ask.unanswered;
        call.extra = ask.headers.clone().into_iter().collect();
        call.link = self.link_to(ask);
        self.calls.insert(id, call);
        self.tell(id);
        self.media(id, MediaCommand::Offer);
        self.set_timer(now + ring, Timer::NoAnswer(id));
        Ok(id)
    }

    /// Ends a call from the outside.
    pub(crate) fn end_by_api(
        &mut self,
        id: CallId,
        how: EndHow,
        now: Time,
    ) -> Result<(), ApiError> {
        let call = self.calls.get_mut(&id).filter(|call| !call.is_over());
        let call = call.ok_or(ApiError::UnknownCall)?;
        let is_ringing = call.caller.is_none() && call.state != CallState::Answered;
        match how {
            EndHow::HangUp if is_ringing => call.give_up = GiveUp::GivesUp,
            EndHow::Elsewhere => call.give_up = GiveUp::Elsewhere,
            EndHow::DeclinedElsewhere => call.give_up = GiveUp::DeclinedElsewhere,
            EndHow::HangUp => {}
        }
        if is_ringing {
            self.no_answer(id, now);
        } else {
            self.bot_hangs_up(id, "hung up", now);
        }
        Ok(())
    }

    /// Closes sockets, of one user or of all, as a network that fails does. Says how many.
    pub(crate) fn drop_connections(&mut self, user: Option<&str>, now: Time) -> usize {
        let conns: Vec<ConnId> = match user {
            Some(user) => self
                .registrar
                .bindings(user, now)
                .into_iter()
                .map(|b| b.conn)
                .collect(),
            None => self.connections.keys().copied().collect(),
        };
        self.effects
            .extend(conns.iter().map(|conn| Effect::Close(*conn)));
        conns.len()
    }
}

/// The user part of a URI: what may not stand there as it is, is percent-encoded (RFC 3261 §25.1).
pub(super) fn escape_user(user: &str) -> String {
    let mut out = String::with_capacity(user.len());
    for byte in user.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()&=+$,?/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
