//! The session at the provider: who is signed in, what is asked, and what came back. Its failure stops
//! no call: the phone goes on with the SIP account that it has.

mod hotline;
mod keep;
mod owner;

use std::collections::BTreeMap;
use std::mem::{Discriminant, discriminant};

use alo_protocol::{
    CallId, HotlineView, ProviderKind, ProviderProblem, ProviderSignIn, ProviderState,
    ProviderView, Refusal,
};
use alo_providers::api::{
    Abilities, Answer, ApiError, Ask, AskId, Client, DialSetup, HttpId, HttpOutcome, HttpRequest,
    SignedIn,
};
use alo_providers::{Profile, profile_of};

use super::backoff::Backoff;
use super::who::{complete, is_same_user, user_of};
use super::{DeskThen, Former, Out, StoredProvider};
use crate::StoreOp;
use crate::text::{MAX_NAME, clean};

/// Waits between attempts to sign in, in seconds.
const RETRY: Backoff = Backoff {
    first: 5,
    most: 300,
};
/// Hotlines and labels that are shown.
const MOST_SHOWN: usize = 200;

/// What a question was about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    SignIn,
    Hotlines,
    Tags,
    /// Where the provider keeps the choice; with what it calls by if that does not reach it.
    ChooseHotline {
        id: String,
        before: Option<String>,
    },
    /// Who has the number of this key.
    Contact(String),
    History,
    /// The note of an entry of the outbox.
    SaveNote(String),
    ReadNote(String),
    Quality(CallId),
}

impl Asked {
    /// Nothing that somebody typed waits for it.
    fn is_beside_the_work(&self) -> bool {
        matches!(
            self,
            Self::Hotlines | Self::Tags | Self::Contact(_) | Self::Quality(_)
        )
    }
}

/// See the module.
#[derive(Default)]
pub(crate) struct Session {
    stored: Option<StoredProvider>,
    /// Whoever has left, while the last calls still go by their account.
    left: Option<Former>,
    /// Nobody knows whether somebody is signed in, and whether their provider hides numbers.
    lost: bool,
    client: Option<Client>,
    state: ProviderState,
    user: String,
    problem: Option<ProviderProblem>,
    tries: u32,
    /// What the provider answered that the session is over; that it signs in again proves nothing then,
    /// nor where its sign-in names an account that cannot be stored.
    ended_by: Option<Discriminant<Asked>>,
    /// Unix ms.
    retry_at: Option<u64>,
    hotlines: Vec<HotlineView>,
    tags: Vec<String>,
    asked: BTreeMap<AskId, Asked>,
    /// It has changed while nothing of it could be stored.
    unkept: bool,
    /// It could not be stored, and when that is tried again, Unix ms.
    again_at: Option<u64>,
}

impl Session {
    /// Checks what was typed; it is used once it is stored.
    pub(super) fn sign_in(&self, typed: ProviderSignIn, out: &mut Out<'_>) -> Result<(), Refusal> {
        let known = out.replies.providers().rev().chain(&self.stored);
        let sign_in = complete(typed, known.map(|known| &known.sign_in));
        Client::new(sign_in.clone(), None).map_err(|error| match error.problem {
            ProviderProblem::BadUrl => Refusal::BadAddress,
            _ => Refusal::BadSignIn,
        })?;
        let provider = Box::new(self.next(sign_in));
        let op = StoreOp::PutProvider(provider.clone());
        out.store(op, DeskThen::UseProvider(provider));
        Ok(())
    }

    /// What is known of whoever signs in now.
    fn next(&self, sign_in: ProviderSignIn) -> StoredProvider {
        let stored = self.stored.as_ref();
        let kept = stored.filter(|stored| is_same_user(&sign_in, &stored.sign_in));
        match kept {
            Some(kept) => StoredProvider {
                sign_in,
                token: None,
                masked: self.lost || kept.masked,
                ..kept.clone()
            },
            None => {
                // After who has left, an own account is used: theirs is not to be waited for.
                let former = self.in_use().filter(|_| self.left.is_none());
                StoredProvider {
                    sign_in,
                    token: None,
                    dial: DialSetup::default(),
                    // No account is in use: what was hidden of the calls that were stays so.
                    masked: former.is_none() && self.left.is_none() && self.hides_numbers(),
                    registered: false,
                    hotline: None,
                    former,
                }
            }
        }
    }

    /// Begins once its sign-in is stored, knowing what has become of the one before it until now.
    pub(super) fn follow(&mut self, stored: StoredProvider, out: &mut Out<'_>) {
        let now = self.next(stored.sign_in.clone());
        let unkept = now != stored;
        self.begin(now, out);
        self.unkept = unkept;
    }

    /// Takes the place of whatever session there was.
    pub(super) fn begin(&mut self, stored: StoredProvider, out: &mut Out<'_>) {
        *self = Self {
            user: user_of(&stored.sign_in),
            left: self.left.take(),
            ..Self::default()
        };
        match Client::new(stored.sign_in.clone(), stored.token.clone()) {
            Ok(client) => {
                self.client = Some(client);
                self.state = ProviderState::SigningIn;
                self.stored = Some(stored);
                self.ask(Ask::SignIn, Asked::SignIn, out);
            }
            Err(error) => {
                self.stored = Some(stored);
                self.state = ProviderState::Failed;
                self.problem = Some(error.problem);
            }
        }
    }

    /// What was stored of it could not be read.
    pub(super) fn lose(&mut self) {
        self.lost = true;
    }

    /// What the last wish that was not about the session met.
    pub(super) fn note_problem(&mut self, problem: Option<ProviderProblem>) {
        self.problem = problem;
    }

    /// What the provider named cannot be registered with.
    pub(super) fn account_unusable(&mut self) {
        self.problem = Some(ProviderProblem::BadAnswer);
    }

    /// What the provider named could not be stored, so that nobody registers with it: a sign-in later on
    /// names it again. False where it is not this session's any more.
    pub(super) fn account_not_stored(&mut self, out: &mut Out<'_>) -> bool {
        let is_its = self.state == ProviderState::SignedIn;
        if is_its {
            self.ended_by = Some(discriminant(&Asked::SignIn));
            self.fail_for_now(None, out);
        }
        is_its
    }

    /// Signs in again, ever later.
    fn fail_for_now(&mut self, retry_after: Option<u32>, out: &mut Out<'_>) {
        self.state = ProviderState::Failed;
        self.tries = self.tries.saturating_add(1);
        self.retry_at = Some(RETRY.next(self.tries, retry_after, out));
    }

    /// Nobody is signed in any more.
    pub(super) fn end(&mut self) {
        *self = Self::default();
    }

    pub(super) fn kind(&self) -> ProviderKind {
        self.stored
            .as_ref()
            .map(|stored| stored.sign_in.kind())
            .unwrap_or_default()
    }

    pub(super) fn abilities(&self) -> Abilities {
        self.client
            .as_ref()
            .map(Client::abilities)
            .unwrap_or_default()
    }

    /// Whether anything can be asked now. While calls are still somebody else's, nothing of them is for
    /// this provider.
    pub(super) fn is_ready(&self) -> bool {
        self.state == ProviderState::SignedIn && self.former().is_none()
    }

    /// Whether an answer can be hoped for: a question waits for a sign-in that is under way.
    pub(super) fn may_answer(&self) -> bool {
        self.is_ready() || self.is_asked(&Asked::SignIn)
    }

    pub(super) fn ask(&mut self, ask: Ask, about: Asked, out: &Out<'_>) {
        if let Some(client) = &mut self.client {
            let id = client.ask(ask, out.now.unix_ms);
            self.asked.insert(id, about);
        }
    }

    /// Whether an answer about this is awaited.
    pub(super) fn is_asked(&self, about: &Asked) -> bool {
        self.asked.values().any(|asked| asked == about)
    }

    pub(super) fn poll_request(&mut self) -> Option<(HttpId, HttpRequest)> {
        self.client.as_mut()?.poll_request()
    }

    pub(super) fn fetched(&mut self, http: HttpId, outcome: HttpOutcome, now: u64) {
        if let Some(client) = &mut self.client {
            client.handle(http, outcome, now);
        }
    }

    /// The next answer to somebody else than the session itself is returned, and what it means for the
    /// session taken note of.
    pub(super) fn poll_answer(
        &mut self,
        out: &mut Out<'_>,
    ) -> Option<(Asked, Result<Answer, ApiError>)> {
        let (id, result) = self.client.as_mut()?.poll_answer()?;
        let asked = self.asked.remove(&id)?;
        if result.is_ok() {
            self.works(&asked);
        }
        self.judge(&asked, &result, out);
        Some((asked, result))
    }

    /// Waits begin anew once what ended the session is answered, and after a sign-in that failed
    /// once anything else is.
    fn works(&mut self, asked: &Asked) {
        let is_it = |ended_by| ended_by == discriminant(asked);
        if *asked != Asked::SignIn && self.ended_by.is_none_or(is_it) {
            self.tries = 0;
            self.ended_by = None;
        }
    }

    fn judge(&mut self, asked: &Asked, result: &Result<Answer, ApiError>, out: &mut Out<'_>) {
        match result {
            Ok(Answer::SignedIn(signed_in)) => {
                self.signed_in(signed_in, out);
                self.problem = None;
            }
            Ok(Answer::Hotlines(hotlines)) => {
                self.problem = None;
                self.offer_hotlines(hotlines, out);
            }
            Ok(Answer::Tags(tags)) => {
                self.tags = tags
                    .iter()
                    .take(MOST_SHOWN)
                    .filter_map(|tag| clean(tag, MAX_NAME))
                    .collect();
                self.problem = None;
            }
            Ok(_) => self.problem = None,
            Err(error) => self.failed(asked, error, out),
        }
    }

    fn signed_in(&mut self, signed_in: &SignedIn, out: &mut Out<'_>) {
        self.state = ProviderState::SignedIn;
        self.retry_at = None;
        if let Some(user) = clean(&signed_in.user, MAX_NAME) {
            self.user = user;
        }
        if let Some(stored) = &mut self.stored {
            stored.dial = signed_in.dial.clone();
            stored.masked = signed_in.masked;
        }
        self.keep(out);
        let abilities = self.abilities();
        if abilities.hotlines {
            self.ask(Ask::Hotlines, Asked::Hotlines, out);
        }
        if abilities.tags {
            self.ask(Ask::Tags, Asked::Tags, out);
        }
    }

    fn profile(&self) -> &'static Profile {
        profile_of(self.kind())
    }

    fn failed(&mut self, asked: &Asked, error: &ApiError, out: &mut Out<'_>) {
        if error.problem == ProviderProblem::NotOffered {
            return;
        }
        if let Asked::ChooseHotline { id, before } = asked {
            self.hotline_not_told(id, before.as_ref(), out);
        }
        // The session has been renewed for it once already: it is this endpoint that takes none.
        let is_beside = error.problem == ProviderProblem::Expired && asked.is_beside_the_work();
        let session_is_over = is_of_session(error.problem) && !is_beside;
        if *asked == Asked::SignIn || session_is_over {
            if *asked != Asked::SignIn {
                self.ended_by = Some(discriminant(asked));
            }
            self.problem = Some(error.problem);
            self.state = ProviderState::Failed;
            self.retry_at = None;
            // A session that ended twice in a row may begin well a third time; only the provider's word
            // about who signs in is final.
            if error.is_passing() || error.problem == ProviderProblem::Expired {
                self.fail_for_now(error.retry_after, out);
            }
        } else if error.is_passing() || is_beside || matches!(asked, Asked::ChooseHotline { .. }) {
            self.problem = Some(error.problem);
        }
    }

    /// The SIP account that the provider named is in use.
    pub(super) fn registered(&mut self, out: &mut Out<'_>) {
        if self.ended_by == Some(discriminant(&Asked::SignIn)) {
            self.ended_by = None;
            self.tries = 0;
        }
        if let Some(stored) = &mut self.stored
            && !stored.registered
        {
            stored.registered = true;
            stored.former = None;
            self.keep(out);
        }
    }

    /// Tries at once what waits, or was given up.
    pub(super) fn retry(&mut self, out: &Out<'_>) {
        if self.state == ProviderState::Failed
            && self.client.is_some()
            && !self.is_asked(&Asked::SignIn)
        {
            self.retry_at = None;
            self.ask(Ask::SignIn, Asked::SignIn, out);
        }
    }

    /// The provider's own times (the end of a session) are right.
    pub(super) fn clock_set_back(&mut self, by: u64) {
        for at in [&mut self.retry_at, &mut self.again_at] {
            *at = at.map(|at| at.saturating_sub(by));
        }
    }

    pub(super) fn poll_timeout(&self, now: u64) -> Option<u64> {
        let renewal = self.client.as_ref().and_then(Client::poll_timeout);
        // Whoever is overdue after it has been woken is not woken all the time.
        let renewal = renewal.map(|at| if at <= now { now + 1_000 } else { at });
        [self.retry_at, renewal, self.again_at]
            .into_iter()
            .flatten()
            .min()
    }

    pub(super) fn handle_timeout(&mut self, out: &mut Out<'_>) {
        let now = out.now.unix_ms;
        if let Some(client) = &mut self.client
            && client.poll_timeout().is_some_and(|at| at <= now)
        {
            client.handle_timeout(now);
        }
        if self.retry_at.is_some_and(|at| at <= now) {
            self.retry(out);
        }
        if self.again_at.take_if(|at| *at <= now).is_some() {
            self.keep(out);
        }
    }

    pub(super) fn view(&self) -> ProviderView {
        ProviderView {
            kind: self.kind(),
            state: self.state,
            user: self.user.clone(),
            sign_in: self
                .stored
                .as_ref()
                .map(|stored| stored.sign_in.without_secrets()),
            problem: self.problem,
            retry_at: self.retry_at,
            hotlines: self.hotlines.clone(),
            hotline: self.hotline().cloned(),
            hotline_needed: self.profile().needs_hotline(),
            tags: self.tags.clone(),
            notes_stay_here: !self.abilities().notes,
            hides_numbers: self.hides_numbers(),
            ..ProviderView::default()
        }
    }
}

/// The whole session cannot go on, whatever was asked.
pub(super) fn is_of_session(problem: ProviderProblem) -> bool {
    matches!(
        problem,
        ProviderProblem::BadSignIn
            | ProviderProblem::BadUrl
            | ProviderProblem::WrongPassword
            | ProviderProblem::WrongKey
            | ProviderProblem::Expired
            | ProviderProblem::ExtensionDisabled
            | ProviderProblem::NotPermitted
    )
}

// Sign-in and token are secrets.
impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session")
            .field("state", &self.state)
            .field("problem", &self.problem)
            .finish_non_exhaustive()
    }
}
