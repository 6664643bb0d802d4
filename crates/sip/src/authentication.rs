//! Answering digest challenges, without loops and only to trusted realms (RFC 3261 §22, RFC 8760).
//!
//! Every party that a request reaches can challenge it, and each answer helps to guess the
//! password. So a challenge is answered only if its realm is the account's domain, one that the
//! registrar used, or one named in [`Config::realms`](crate::Config::realms). Digests made with the
//! registrar's nonce are never sent in calls.

use crate::digest::{Challenge, Credentials, Session, strongest};
use crate::random::Random;
use crate::wire::{Method, Request, Response};

/// The most nonces in memory, one per realm, scope and header; beyond that the oldest is forgotten.
const MAX_REALMS: usize = 8;

/// The most challenges to one request that are answered, stale ones included.
const MAX_ROUNDS: u8 = 5;

/// Why a challenge is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The answer to the same challenge was refused.
    WrongPassword,
    /// No challenge can be read, or none has an algorithm and a qop that we support.
    Unsupported,
    /// The realm is not trusted.
    ForeignRealm,
    /// Too many challenges in a row, each declaring the nonce before it stale.
    Loop,
}

/// Which requests a nonce may be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    Registrar,
    Calls,
}

impl Scope {
    fn of(method: &Method) -> Self {
        if *method == Method::Register {
            Self::Registrar
        } else {
            Self::Calls
        }
    }
}

/// The challenges answered so far in one chain of request, challenge, request, …
#[derive(Clone, Debug, Default)]
pub(crate) struct Attempts {
    answered: Vec<(String, bool)>,
    rounds: u8,
}

#[derive(Debug)]
struct Known {
    scope: Scope,
    session: Session,
}

/// The credentials, and the nonces in use.
#[derive(Debug)]
pub(crate) struct Authenticator {
    credentials: Credentials,
    realms: Vec<String>,
    known: Vec<Known>,
}

impl Authenticator {
    /// `realms` are trusted from the start; the registrar's realms are added later.
    pub(crate) fn new(credentials: Credentials, realms: Vec<String>) -> Self {
        Self {
            credentials,
            realms,
            known: Vec::new(),
        }
    }

    /// Replaces the credentials in a request by new ones for every nonce in use, with the next
    /// nonce count, so that no challenge is needed (RFC 7616 §3.3).
    pub(crate) fn authorize(&mut self, request: &mut Request, rng: &mut dyn Random) {
        request.headers.remove("Authorization");
        request.headers.remove("Proxy-Authorization");
        let scope = Scope::of(&request.method);
        let uri = request.uri.to_string();
        for known in self.known.iter_mut().filter(|known| known.scope == scope) {
            let (name, value) = known.session.authorization(
                &self.credentials,
                request.method.as_str(),
                &uri,
                &request.body,
                rng,
            );
            request.headers.push(name, value);
        }
    }

    /// Handles the challenge of a 401 or 407 to a request of `method`. `Ok`: authorize the request
    /// again and send it as a new one.
    pub(crate) fn challenged(
        &mut self,
        response: &Response,
        method: &Method,
        attempts: &mut Attempts,
    ) -> Result<(), Refusal> {
        let scope = Scope::of(method);
        attempts.rounds += 1;
        if attempts.rounds > MAX_ROUNDS {
            return Err(Refusal::Loop);
        }
        // A forking proxy combines the challenges of several servers (RFC 3261 §22.3).
        let mut offered = response.headers.challenges("WWW-Authenticate");
        offered.extend(response.headers.challenges("Proxy-Authenticate"));
        let mut chosen: Vec<Session> = Vec::new();
        let (mut supported, mut trusted) = (false, false);
        for challenge in &offered {
            let same_realm = |other: &&Challenge| {
                other.realm == challenge.realm && other.proxy == challenge.proxy
            };
            let is_done = chosen.iter().any(|done| same_realm(&done.challenge()));
            if is_done || chosen.len() >= MAX_REALMS {
                continue;
            }
            let group: Vec<Challenge> = offered.iter().filter(same_realm).cloned().collect();
            let best = strongest(&group).cloned();
            let Some(best) = best.and_then(Session::new) else {
                continue;
            };
            supported = true;
            if scope == Scope::Calls && !self.trusts(&best.challenge().realm) {
                continue;
            }
            trusted = true;
            chosen.push(best);
        }
        if !supported {
            return Err(Refusal::Unsupported);
        }
        if !trusted {
            return Err(Refusal::ForeignRealm);
        }
        for session in chosen {
            self.accept_challenge(session, scope, attempts)?;
        }
        Ok(())
    }

    fn accept_challenge(
        &mut self,
        session: Session,
        scope: Scope,
        attempts: &mut Attempts,
    ) -> Result<(), Refusal> {
        let challenge = session.challenge().clone();
        let id = (challenge.realm.clone(), challenge.proxy);
        let known = self.known.iter().position(|known| {
            let old = known.session.challenge();
            known.scope == scope && old.realm == challenge.realm && old.proxy == challenge.proxy
        });
        // The answer to a challenge of this same chain was refused, so the password is wrong, even
        // if the nonce is another one. A nonce stored before this chain may only be too old.
        if attempts.answered.contains(&id) && !challenge.stale {
            if let Some(known) = known {
                self.known.remove(known);
            }
            return Err(Refusal::WrongPassword);
        }
        attempts.answered.push(id);
        match known.and_then(|index| self.known.get_mut(index)) {
            // The nonce is the same: counting from 1 again would look like a replay.
            Some(known) if known.session.challenge().nonce == challenge.nonce => {}
            Some(known) => known.session = session,
            None => {
                if self.known.len() >= MAX_REALMS {
                    self.known.remove(0);
                }
                self.known.push(Known { scope, session });
            }
        }
        if scope == Scope::Registrar
            && !self.trusts(&challenge.realm)
            && self.realms.len() < 2 * MAX_REALMS
        {
            self.realms.push(challenge.realm);
        }
        Ok(())
    }

    fn trusts(&self, realm: &str) -> bool {
        // Most realms are domain names, so case does not matter.
        self.realms
            .iter()
            .any(|trusted| trusted.eq_ignore_ascii_case(realm))
    }
}
