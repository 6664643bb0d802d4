//! One signed-in user of a provider: asks in, requests out, outcomes in, answers out. A session that ended
//! is renewed once, unseen, and what was asked is asked again.

use std::collections::VecDeque;

use alo_protocol::{ProviderKind, ProviderProblem, ProviderSignIn};

use super::adapter::{Adapter, Login, Session, Step, failure_problem, may_have_arrived, writes};
use super::bizfly::Bizfly;
use super::omicall::Omicall;
use super::vbot::Vbot;
use super::{
    Abilities, Answer, ApiError, Ask, HttpAnswer, HttpId, HttpOutcome, HttpRequest, MAX_ANSWER,
    StoredToken,
};

/// A session is renewed so long before its end, in ms, or a fifth of its life before, if that is less.
const RENEW_BEFORE: u64 = 300_000;
/// However short a session is: no renewal sooner than this after the last one, in ms.
const RENEW_PAUSE: u64 = 5_000;
/// A renewal that failed for a passing reason is tried again after this, in ms.
const RENEW_AGAIN: u64 = 60_000;

/// Names a question until its answer. Never used twice by one [`Client`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AskId(pub u64);

/// See the module.
pub struct Client {
    kind: ProviderKind,
    adapter: Box<dyn Adapter>,
    token: Option<StoredToken>,
    /// Grows with each session, so that a late "expired" does not end the session after it.
    session: u32,
    login: Option<HttpId>,
    renew_at: Option<u64>,
    last: u64,
    jobs: Vec<Job>,
    requests: VecDeque<(HttpId, HttpRequest)>,
    answers: VecDeque<(AskId, Result<Answer, ApiError>)>,
}

/// An ask under way.
struct Job {
    id: AskId,
    ask: Ask,
    /// Requests that were answered well.
    step: u8,
    /// The session ended once while it was under way.
    renewed: bool,
    /// Something was changed at the provider already.
    partly_done: bool,
    state: State,
}

#[derive(Clone, Copy)]
enum State {
    /// For a session.
    Waits,
    /// In the session named.
    Sent { http: HttpId, session: u32 },
}

impl Client {
    /// For somebody who signs in, with the token of an earlier session.
    ///
    /// # Errors
    /// [`ProviderProblem::BadUrl`] and [`ProviderProblem::BadSignIn`].
    pub fn new(sign_in: ProviderSignIn, token: Option<StoredToken>) -> Result<Self, ApiError> {
        let kind = sign_in.kind();
        let adapter: Box<dyn Adapter> = match sign_in {
            ProviderSignIn::Omicall { .. } => Box::new(Omicall::new(sign_in)?),
            ProviderSignIn::Bizfly { .. } => Box::new(Bizfly::new(sign_in)?),
            ProviderSignIn::Vbot { .. } => Box::new(Vbot::new(sign_in)?),
        };
        let token = token.filter(|_| adapter.login().is_some());
        let expires_at = token.as_ref().and_then(|token| token.expires_at);
        Ok(Self {
            kind,
            adapter,
            token,
            session: 0,
            login: None,
            // How long it was good for is not known any more.
            renew_at: expires_at.map(|at| at.saturating_sub(RENEW_BEFORE)),
            last: 0,
            jobs: Vec::new(),
            requests: VecDeque::new(),
            answers: VecDeque::new(),
        })
    }

    /// Which provider.
    pub fn kind(&self) -> ProviderKind {
        self.kind
    }

    /// See [`Abilities`].
    pub fn abilities(&self) -> Abilities {
        self.adapter.abilities()
    }

    /// The session, to be stored (sealed) whenever it has changed.
    pub fn token(&self) -> Option<&StoredToken> {
        self.token.as_ref()
    }

    /// Exactly one answer follows, unless it is cancelled. `now` is Unix time in ms.
    ///
    /// [`Ask::SignIn`] always begins a session anew, or joins one that is about to begin.
    pub fn ask(&mut self, ask: Ask, now: u64) -> AskId {
        self.last += 1;
        let id = AskId(self.last);
        let wants_session = ask == Ask::SignIn || !self.has_session(now);
        let job = Job {
            id,
            ask,
            step: 0,
            renewed: false,
            partly_done: false,
            state: State::Waits,
        };
        if wants_session && self.begin_login() {
            self.jobs.push(job);
        } else {
            self.start(job);
        }
        id
    }

    /// Its answer is not wanted any more; what is on its way may be carried out all the same.
    pub fn cancel(&mut self, ask: AskId) {
        self.jobs.retain(|job| job.id != ask);
        self.answers.retain(|(id, _)| *id != ask);
        let (jobs, login) = (&self.jobs, self.login);
        self.requests.retain(|(http, _)| {
            login == Some(*http)
                || jobs
                    .iter()
                    .any(|job| matches!(job.state, State::Sent { http: sent, .. } if sent == *http))
        });
    }

    /// Takes in what became of a request; one that is not known (any more) is ignored.
    pub fn handle(&mut self, http: HttpId, outcome: HttpOutcome, now: u64) {
        let outcome = match outcome {
            HttpOutcome::Answer(answer) if answer.body.len() > MAX_ANSWER => {
                Err(ProviderProblem::BadAnswer)
            }
            HttpOutcome::Answer(answer) => Ok(answer),
            HttpOutcome::Failed(failure) => Err(failure_problem(failure)),
        };
        if self.login == Some(http) {
            self.login = None;
            let read = match &outcome {
                Ok(answer) => self.adapter.read_login(answer),
                Err(problem) => Err(ApiError::new(*problem)),
            };
            match read {
                Ok(login) => self.logged_in(login, now),
                Err(error) => self.login_failed(&error, now),
            }
            return;
        }
        let of_this = self.jobs.iter().enumerate().find_map(|(at, job)| {
            matches!(job.state, State::Sent { http: sent, .. } if sent == http).then_some(at)
        });
        if let Some(at) = of_this {
            let job = self.jobs.remove(at);
            self.answered(job, outcome, now);
        }
    }

    /// The next request to send.
    pub fn poll_request(&mut self) -> Option<(HttpId, HttpRequest)> {
        self.requests.pop_front()
    }

    /// The next answer.
    pub fn poll_answer(&mut self) -> Option<(AskId, Result<Answer, ApiError>)> {
        self.answers.pop_front()
    }

    /// When to call [`Self::handle_timeout`] (the session is to be renewed), Unix ms.
    pub fn poll_timeout(&self) -> Option<u64> {
        self.renew_at.filter(|_| self.login.is_none())
    }

    /// Does what is due.
    pub fn handle_timeout(&mut self, now: u64) {
        if self.poll_timeout().is_some_and(|at| at <= now) {
            self.begin_login();
        }
    }

    /// There is a session, as far as is known, or none is needed.
    fn has_session(&self, now: u64) -> bool {
        match &self.token {
            Some(token) => token.expires_at.is_none_or(|at| now < at),
            None => self.adapter.login().is_none(),
        }
    }

    /// False where asks need no session.
    fn begin_login(&mut self) -> bool {
        if self.login.is_some() {
            return true;
        }
        let Some(request) = self.adapter.login() else {
            return false;
        };
        self.login = Some(self.send(request));
        true
    }

    fn logged_in(&mut self, login: Login, now: u64) {
        let mut token = login.token;
        // A session that is over when it begins: this computer's clock is wrong. The provider says
        // when it is over.
        token.expires_at = token.expires_at.filter(|at| *at > now);
        self.renew_at = token.expires_at.map(|at| {
            let life = at - now;
            (at - RENEW_BEFORE.min(life / 5)).max(now.saturating_add(RENEW_PAUSE))
        });
        self.token = Some(token);
        self.session += 1;
        for job in self.take_waiting() {
            match &login.signed_in {
                Some(signed_in) if job.ask == Ask::SignIn => {
                    let answer = Answer::SignedIn(signed_in.clone());
                    self.answers.push_back((job.id, Ok(answer)));
                }
                _ => self.start(job),
            }
        }
    }

    fn login_failed(&mut self, error: &ApiError, now: u64) {
        let again = u64::from(error.retry_after.unwrap_or(0)) * 1000;
        self.renew_at = match &self.token {
            Some(_) if error.is_passing() => Some(now.saturating_add(again.max(RENEW_AGAIN))),
            _ => None,
        };
        for job in self.take_waiting() {
            let error = ApiError {
                // What was to be done has not been sent.
                maybe_done: job.partly_done,
                ..error.clone()
            };
            self.answers.push_back((job.id, Err(error)));
        }
    }

    fn take_waiting(&mut self) -> Vec<Job> {
        let jobs = std::mem::take(&mut self.jobs);
        let (waiting, sent) = jobs
            .into_iter()
            .partition(|job| matches!(job.state, State::Waits));
        self.jobs = sent;
        waiting
    }

    /// Sends the first request of an ask.
    fn start(&mut self, mut job: Job) {
        job.step = 0;
        let session = Session {
            token: self.token.as_ref(),
        };
        let step = self.adapter.begin(&job.ask, session);
        self.go_on(job, step);
    }

    fn answered(&mut self, mut job: Job, outcome: Result<HttpAnswer, ProviderProblem>, now: u64) {
        let session = Session {
            token: self.token.as_ref(),
        };
        let step = match &outcome {
            Ok(answer) => self.adapter.next(&job.ask, job.step, answer, session),
            Err(problem) => match self.adapter.without_answer(&job.ask) {
                Some(answer) => Ok(Step::Done(answer)),
                None => Err(ApiError::new(*problem)),
            },
        };
        let ended = matches!(&step, Err(error) if error.problem == ProviderProblem::Expired);
        if ended && !job.renewed && self.renew(&job, now) {
            return;
        }
        let step = step.map_err(|error| ApiError {
            maybe_done: job.partly_done || (writes(&job.ask) && may_have_arrived(error.problem)),
            ..error
        });
        job.step = job.step.saturating_add(1);
        job.partly_done |= step.is_ok() && writes(&job.ask);
        self.go_on(job, step);
    }

    /// The session of this ask is over: asks again in the next one. False where there are no sessions.
    fn renew(&mut self, job: &Job, now: u64) -> bool {
        let State::Sent { session, .. } = job.state else {
            return false;
        };
        let again = Job {
            id: job.id,
            ask: job.ask.clone(),
            step: 0,
            renewed: true,
            partly_done: job.partly_done,
            state: State::Waits,
        };
        if session == self.session {
            self.token = None;
            self.renew_at = None;
        }
        if self.has_session(now) && self.token.is_some() {
            self.start(again);
            return true;
        }
        if self.begin_login() {
            self.jobs.push(again);
            return true;
        }
        false
    }

    fn go_on(&mut self, mut job: Job, step: Result<Step, ApiError>) {
        let answer = match step {
            Ok(Step::Send(request)) => {
                let http = self.send(request);
                let session = self.session;
                job.state = State::Sent { http, session };
                self.jobs.push(job);
                return;
            }
            Ok(Step::Done(answer)) => Ok(answer),
            Err(error) => Err(error),
        };
        self.answers.push_back((job.id, answer));
    }

    fn send(&mut self, request: HttpRequest) -> HttpId {
        self.last += 1;
        let http = HttpId(self.last);
        self.requests.push_back((http, request));
        http
    }
}

// Sign-in and token are secrets.
impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Client")
            .field("kind", &self.kind())
            .finish_non_exhaustive()
    }
}
