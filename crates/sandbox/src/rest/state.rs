//! What the providers know and remember: tokens' validity, choices, calls, notes, requests.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::faults::Faults;
use super::history::History;
use super::token::{Audience, Claims};
use crate::pbx::{CallRecord, Direction};
use crate::provider::{self, Provider, Trait};

/// How long a token is good for, in seconds: what OmiCall's documentation says of the company's.
const TOKEN_TTL_S: u64 = 24 * 3600;
/// When the named tokens of VBot's end: 1 January 2100.
const FAR_AWAY_S: u64 = 4_102_444_800;
/// How many requests the state page shows.
const KEPT_REQUESTS: usize = 300;
/// The company's key at OmiCall and VBot.
pub(crate) const API_KEY: &str = "saomai-api-key";

/// Why a token is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenError {
    /// None came, or it is no token of this interface.
    Invalid,
    /// It was good once.
    Expired,
}

/// One request, for the state page. Neither query nor body: secrets stand there.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Seen {
    pub(crate) method: String,
    pub(crate) path: String,
    /// What was answered; absent where the connection was cut.
    pub(crate) status: Option<u16>,
    /// The fault that it met.
    pub(crate) fault: Option<&'static str>,
}

/// What a sandbox that is started anew still knows.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Memory {
    pub(crate) history: History,
    /// Extensions that the company has switched off.
    pub(crate) disabled: BTreeSet<String>,
    /// Which hotline an extension has chosen at Bizfly, by the hotline's id.
    pub(crate) chosen: BTreeMap<String, String>,
    /// How often all of a provider's tokens have been made void.
    generations: BTreeMap<Provider, u64>,
    /// Notes about contacts: number, text.
    pub(crate) contact_notes: Vec<(String, String)>,
}

/// All of it.
pub(crate) struct State {
    pub(crate) memory: Memory,
    pub(crate) faults: Faults,
    ttl_s: BTreeMap<Provider, u64>,
    requests: VecDeque<Seen>,
    /// When a company last read OmiCall's first call list, in Unix milliseconds.
    pub(crate) listed_ms: Option<u64>,
    /// Saves that named a call which is not known.
    pub(crate) strays: u32,
}

impl State {
    /// The company as it is at the start; times of its old calls are reckoned from `now_ms`.
    pub(crate) fn new(now_ms: u64) -> Self {
        let disabled = Provider::WITH_REST
            .into_iter()
            .flat_map(Provider::users)
            .filter(|user| provider::trait_of(user) == Trait::Disabled)
            .collect();
        Self::with(Memory {
            history: History::seeded(now_ms),
            disabled,
            ..Memory::default()
        })
    }

    /// The company as it was left.
    pub(crate) fn with(memory: Memory) -> Self {
        Self {
            memory,
            faults: Faults::default(),
            ttl_s: BTreeMap::new(),
            requests: VecDeque::new(),
            listed_ms: None,
            strays: 0,
        }
    }

    /// A new token for an extension, or for the company where `sub` is empty.
    pub(crate) fn issue(&self, aud: Audience, sub: &str, now_ms: u64) -> Claims {
        let (now, provider) = (now_ms / 1000, provider_of(aud));
        let ttl = self.ttl_s.get(&provider).copied().unwrap_or(TOKEN_TTL_S);
        Claims::new(
            sub,
            aud,
            now,
            now.saturating_add(ttl),
            self.generation(provider),
        )
    }

    /// Whom a token is for, if it is still good.
    pub(crate) fn check(
        &self,
        token: Option<&str>,
        aud: Audience,
        now_ms: u64,
    ) -> Result<String, TokenError> {
        let claims = token
            .and_then(Claims::read)
            .filter(|claims| claims.aud == aud);
        let claims = claims.ok_or(TokenError::Invalid)?;
        let is_old = claims.generation < self.generation(provider_of(aud));
        if is_old || claims.exp <= now_ms / 1000 {
            return Err(TokenError::Expired);
        }
        Ok(claims.sub)
    }

    /// How long tokens are good for from now on, in seconds.
    pub(crate) fn set_ttl(&mut self, provider: Provider, seconds: u64) {
        self.ttl_s.insert(provider, seconds);
    }

    /// Makes every token of a provider's void.
    pub(crate) fn expire_tokens(&mut self, provider: Provider) {
        *self.memory.generations.entry(provider).or_default() += 1;
    }

    fn generation(&self, provider: Provider) -> u64 {
        self.memory.generations.get(&provider).copied().unwrap_or(0)
    }

    /// The PBX tells of a call; `epoch_ms` is when its clock was zero, in Unix time.
    pub(crate) fn record(&mut self, record: &CallRecord, epoch_ms: u64) {
        let chosen = self.hotline_at_bizfly(&record.link.extension);
        let entry = self.memory.history.record(record, epoch_ms);
        // Bizfly's hotline is not in the call: it was chosen before.
        if entry.provider == Provider::Bizfly && entry.direction == Direction::Outbound {
            entry.hotline = chosen;
        }
    }

    /// The number that an extension of Bizfly's calls out with.
    pub(crate) fn hotline_at_bizfly(&self, user: &str) -> Option<String> {
        let own = provider::hotlines_of(user);
        let chosen = self.memory.chosen.get(user);
        own.iter()
            .find(|hotline| chosen.is_some_and(|id| id == hotline.id))
            .or_else(|| own.first())
            .map(|hotline| hotline.national.to_owned())
    }

    /// Keeps a request for the state page.
    pub(crate) fn saw(&mut self, seen: Seen) {
        while self.requests.len() >= KEPT_REQUESTS {
            self.requests.pop_front();
        }
        self.requests.push_back(seen);
    }

    /// The part of `GET /api/state` that is about the REST APIs.
    pub(crate) fn view(&self) -> Value {
        let calls: Vec<Value> = self
            .memory
            .history
            .all()
            .iter()
            .map(|call| {
                json!({
                    "id": call.id,
                    "provider": call.provider,
                    "direction": call.direction,
                    "extension": call.extension,
                    "other": call.other,
                    "hotline": call.hotline,
                    "external_id": call.external_id,
                    "user_data": call.user_data,
                    "live": call.is_live,
                    "answered": call.is_answered(),
                    "ended": call.ended_ms.is_some(),
                    "status": call.status,
                    "note": call.note,
                    "tags": call.tags,
                    "rate": call.rate,
                    "report": call.report,
                    "saves": call.saves,
                    "texts": call.texts,
                    "doubles": usize::try_from(call.saves).unwrap_or(0).saturating_sub(call.versions.len()),
                    "quality_logs": call.quality_logs,
                })
            })
            .collect();
        json!({
            "calls": calls,
            "strays": self.strays,
            "disabled": self.memory.disabled,
            "chosen_hotlines": self.memory.chosen,
            "contact_notes": self.memory.contact_notes,
            "requests": self.requests,
            "faults": self.faults.view(),
        })
    }
}

/// A token of VBot's that is the same at each start, as a company would have handed it to an agent.
pub(crate) fn vbot_token(user: &str) -> String {
    Claims::new(user, Audience::Vbot, 0, FAR_AWAY_S, 0).sign()
}

/// One that has ended.
pub(crate) fn old_vbot_token(user: &str) -> String {
    Claims::new(user, Audience::Vbot, 0, 1, 0).sign()
}

fn provider_of(aud: Audience) -> Provider {
    match aud {
        Audience::OmicallAgent | Audience::OmicallCompany => Provider::Omicall,
        Audience::Bizfly => Provider::Bizfly,
        Audience::Vbot => Provider::Vbot,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: u64 = 1_800_000_000_000;

    #[test]
    fn a_token_is_good_for_its_interface_until_its_end() {
        let mut state = State::new(NOW);
        let token = state.issue(Audience::OmicallAgent, "2001", NOW).sign();
        let check = |state: &State, aud, now| state.check(Some(&token), aud, now);
        assert_eq!(
            check(&state, Audience::OmicallAgent, NOW),
            Ok("2001".to_owned())
        );
        assert_eq!(
            check(&state, Audience::OmicallCompany, NOW),
            Err(TokenError::Invalid)
        );
        let day = 24 * 3_600_000;
        assert!(check(&state, Audience::OmicallAgent, NOW + day - 1000).is_ok());
        assert_eq!(
            check(&state, Audience::OmicallAgent, NOW + day),
            Err(TokenError::Expired)
        );
        state.expire_tokens(Provider::Omicall);
        assert_eq!(
            check(&state, Audience::OmicallAgent, NOW),
            Err(TokenError::Expired)
        );
        let new = state.issue(Audience::OmicallAgent, "2001", NOW).sign();
        assert!(state.check(Some(&new), Audience::OmicallAgent, NOW).is_ok());
    }

    #[test]
    fn the_lifetime_of_tokens_can_be_set_and_the_named_ones_are_the_same_each_time() {
        let mut state = State::new(NOW);
        state.set_ttl(Provider::Bizfly, 2);
        let token = state.issue(Audience::Bizfly, "3001", NOW);
        assert_eq!(token.exp - token.iat, 2);
        assert_eq!(vbot_token("4001"), vbot_token("4001"));
        let good = state.check(Some(&vbot_token("4001")), Audience::Vbot, NOW);
        assert_eq!(good, Ok("4001".to_owned()));
        let old = state.check(Some(&old_vbot_token("4001")), Audience::Vbot, NOW);
        assert_eq!(old, Err(TokenError::Expired));
    }
}
