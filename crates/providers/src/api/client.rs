//! One signed-in user of a provider: asks in, requests out, outcomes in, answers out. A session that ended
//! is renewed once, unseen, and what was asked is asked again.

use std::collections::VecDeque;

use alo_protocol::{ProviderKind, ProviderProblem, ProviderSignIn};

use super::{Abilities, Answer, ApiError, Ask, HttpId, HttpOutcome, HttpRequest, StoredToken};

/// Names a question until its answer. Never used twice by one [`Client`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AskId(pub u64);

/// See the module.
pub struct Client {
    sign_in: ProviderSignIn,
    token: Option<StoredToken>,
    last: u64,
    answers: VecDeque<(AskId, Result<Answer, ApiError>)>,
}

impl Client {
    /// For somebody who signs in, with the token of an earlier session.
    ///
    /// # Errors
    /// [`ProviderProblem::BadUrl`] and [`ProviderProblem::BadSignIn`].
    pub fn new(sign_in: ProviderSignIn, token: Option<StoredToken>) -> Result<Self, ApiError> {
        Ok(Self {
            sign_in,
            token,
            last: 0,
            answers: VecDeque::new(),
        })
    }

    /// Which provider.
    pub fn kind(&self) -> ProviderKind {
        self.sign_in.kind()
    }

    /// See [`Abilities`].
    pub fn abilities(&self) -> Abilities {
        Abilities::default()
    }

    /// The session, to be stored (sealed) whenever it has changed.
    pub fn token(&self) -> Option<&StoredToken> {
        self.token.as_ref()
    }

    /// Exactly one answer follows, unless it is cancelled. `now` is Unix time in ms.
    pub fn ask(&mut self, _ask: Ask, _now: u64) -> AskId {
        self.last += 1;
        let id = AskId(self.last);
        let error = ApiError::new(ProviderProblem::NotOffered);
        self.answers.push_back((id, Err(error)));
        id
    }

    /// Its answer is not wanted any more; what is on its way may be carried out all the same.
    pub fn cancel(&mut self, _ask: AskId) {}

    /// Takes in what became of a request.
    pub fn handle(&mut self, _http: HttpId, _outcome: HttpOutcome, _now: u64) {}

    /// The next request to send.
    pub fn poll_request(&mut self) -> Option<(HttpId, HttpRequest)> {
        None
    }

    /// The next answer.
    pub fn poll_answer(&mut self) -> Option<(AskId, Result<Answer, ApiError>)> {
        self.answers.pop_front()
    }

    /// When to call [`Self::handle_timeout`] (the session is to be renewed), Unix ms.
    pub fn poll_timeout(&self) -> Option<u64> {
        None
    }

    /// Does what is due.
    pub fn handle_timeout(&mut self, _now: u64) {}
}

// Sign-in and token are secrets.
impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Client")
            .field("kind", &self.kind())
            .finish_non_exhaustive()
    }
}
