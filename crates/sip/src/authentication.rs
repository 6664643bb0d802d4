//! Answering digest challenges without being led in circles (RFC 3261 §22, RFC 8760).
//!
//! Whoever a request reaches can challenge it, and each answer helps to guess the password. So a realm
//! is answered only if it is the account's domain, one that the registrar asked for, or one named in
//! [`Config::realms`](crate::Config::realms); and what the registrar's nonce made is never sent
//! along with a call.

use crate::digest::{Challenge, Credentials, Session, strongest};
use crate::random::Random;
use crate::wire::{Method, Request, Response};

/// The most realms that are remembered; the oldest is forgotten.
const MAX_REALMS: usize = 8;

/// The most challenges to one request that are answered, stale ones included.
const MAX_ROUNDS: u8 = 5;

/// Why a challenge is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The answer to it was refused.
    WrongPassword,
    /// No challenge that can be read, or none with an algorithm and a qop that we speak.
    Unsupported,
    /// A realm that we have no business with.
    ForeignRealm,
    /// Challenge after challenge, each calling the one before stale.
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

/// What was answered so far in one chain of request, challenge, request, …
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

/// The credentials and the nonces they are used with.
#[derive(Debug)]
pub(crate) struct Authenticator {
    credentials: Credentials,
    realms: Vec<String>,
    known: Vec<Known>,
}

impl Authenticator {
    /// `realms` are those that calls may be challenged from before the registrar named any.
    pub(crate) fn new(credentials: Credentials, realms: Vec<String>) -> Self {
        Self {
            credentials,
            realms,
            known: Vec::new(),
        }
    }

    /// Replaces the credentials in a request by ones made for it from every nonce that is known
    /// (RFC 7616 §3.3: the next nonce count, without waiting for a challenge).
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

    /// Takes the challenge of a 401 or 407 to a request of `method`. `Ok`: authorize the request again
    /// and send it as a new one.
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
        // A forking proxy may put together what several servers want (RFC 3261 §22.3).
        let mut offered = response.headers.challenges("WWW-Authenticate");
        offered.extend(response.headers.challenges("Proxy-Authenticate"));
        let mut chosen: Vec<Challenge> = Vec::new();
        let (mut supported, mut trusted) = (false, false);
        for challenge in &offered {
            let same_realm = |other: &&Challenge| {
                other.realm == challenge.realm && other.proxy == challenge.proxy
            };
            if chosen.iter().any(|other| same_realm(&other)) || chosen.len() >= MAX_REALMS {
                continue;
            }
            let group: Vec<Challenge> = offered.iter().filter(same_realm).cloned().collect();
            let Some(best) = strongest(&group) else {
                continue;
            };
            supported = true;
            if scope == Scope::Calls && !self.trusts(&best.realm) {
                continue;
            }
            trusted = true;
            chosen.push(best.clone());
        }
        if !supported {
            return Err(Refusal::Unsupported);
        }
        if !trusted {
            return Err(Refusal::ForeignRealm);
        }
        for challenge in chosen {
            self.take(challenge, scope, attempts)?;
        }
        Ok(())
    }

    fn take(
        &mut self,
        challenge: Challenge,
        scope: Scope,
        attempts: &mut Attempts,
    ) -> Result<(), Refusal> {
        let id = (challenge.realm.clone(), challenge.proxy);
        let known = self.known.iter().position(|known| {
            let old = known.session.challenge();
            known.scope == scope && old.realm == challenge.realm && old.proxy == challenge.proxy
        });
        // An answer to a challenge that was asked for in this very chain is refused: whatever the
        // nonce, the password is wrong. A nonce kept from earlier may just be too old.
        if attempts.answered.contains(&id) && !challenge.stale {
            if let Some(known) = known {
                self.known.remove(known);
            }
            return Err(Refusal::WrongPassword);
        }
        attempts.answered.push(id);
        match known.and_then(|index| self.known.get_mut(index)) {
            // The same nonce again: starting its count anew would look like a replay.
            Some(known) if known.session.challenge().nonce == challenge.nonce => {}
            Some(known) => known.session = Session::new(challenge.clone()),
            None => {
                if self.known.len() >= MAX_REALMS {
                    self.known.remove(0);
                }
                self.known.push(Known {
                    scope,
                    session: Session::new(challenge.clone()),
                });
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
        // Case as in a domain name, which is what most realms are.
        self.realms
            .iter()
            .any(|trusted| trusted.eq_ignore_ascii_case(realm))
    }
}
