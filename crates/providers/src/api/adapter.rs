//! What differs between the providers' interfaces: the code that data cannot say.

use std::time::Duration;

use alo_protocol::ProviderProblem;

use super::{
    Abilities, Answer, ApiError, Ask, HttpAnswer, HttpFailure, HttpMethod, HttpRequest, SignedIn,
    StoredToken,
};

/// How long an answer may take, unless somebody waits for it while it rings.
const TIMEOUT: Duration = Duration::from_secs(20);
/// A name that comes later than this comes after the call was answered.
const LOOKUP_TIMEOUT: Duration = Duration::from_secs(8);

/// One provider's way of asking. Every method only builds, reads, or remembers what was read.
pub(super) trait Adapter {
    /// See [`Abilities`].
    fn abilities(&self) -> Abilities;

    /// The request that begins a session; none where asks go without one.
    fn login(&self) -> Option<HttpRequest>;

    /// Reads the answer to it.
    fn read_login(&mut self, answer: &HttpAnswer) -> Result<Login, ApiError>;

    /// The first step of an ask.
    fn begin(&self, ask: &Ask, session: Session<'_>) -> Result<Step, ApiError>;

    /// What follows the answer to step `step`, counted from 0.
    fn next(
        &mut self,
        ask: &Ask,
        step: u8,
        answer: &HttpAnswer,
        session: Session<'_>,
    ) -> Result<Step, ApiError>;

    /// What an ask comes to whose request was not answered; none: that it failed.
    fn without_answer(&self, _ask: &Ask) -> Option<Answer> {
        None
    }
}

/// A session has begun.
pub(super) struct Login {
    pub(super) token: StoredToken,
    /// Where one answer says both.
    pub(super) signed_in: Option<Box<SignedIn>>,
}

/// What an ask is carried out with.
#[derive(Clone, Copy)]
pub(super) struct Session<'a> {
    pub(super) token: Option<&'a StoredToken>,
}

/// How an ask goes on.
pub(super) enum Step {
    Send(HttpRequest),
    Done(Answer),
}

/// A POST with a JSON body.
pub(super) fn post(url: String, headers: Vec<(String, String)>, body: &serde_json::Value) -> Step {
    Step::Send(post_request(url, headers, body))
}

/// As [`post`], as a request.
pub(super) fn post_request(
    url: String,
    mut headers: Vec<(String, String)>,
    body: &serde_json::Value,
) -> HttpRequest {
    headers.push(("Content-Type".into(), "application/json".into()));
    HttpRequest {
        method: HttpMethod::Post,
        url,
        headers,
        body: Some(body.to_string()),
        timeout: TIMEOUT,
    }
}

/// A request without a body.
pub(super) fn bare(method: HttpMethod, url: String, headers: Vec<(String, String)>) -> HttpRequest {
    HttpRequest {
        method,
        url,
        headers,
        body: None,
        timeout: TIMEOUT,
    }
}

/// Somebody waits for it while it rings.
pub(super) fn urgent(mut request: HttpRequest) -> HttpRequest {
    request.timeout = LOOKUP_TIMEOUT;
    request
}

/// The error for an ask that the provider has no way for.
pub(super) fn not_offered<T>() -> Result<T, ApiError> {
    Err(ApiError::new(ProviderProblem::NotOffered))
}

/// What a status other than 2xx means.
pub(super) fn status_problem(status: u16) -> Option<ProviderProblem> {
    Some(match status {
        200..=299 => return None,
        300..=399 => ProviderProblem::Redirected,
        401 => ProviderProblem::Expired,
        402 => ProviderProblem::NoBalance,
        403 => ProviderProblem::Forbidden,
        404 | 410 => ProviderProblem::NotFound,
        408 => ProviderProblem::TimedOut,
        429 => ProviderProblem::TooMany,
        400..=499 => ProviderProblem::Refused,
        500..=599 => ProviderProblem::ServerFailed,
        _ => ProviderProblem::BadAnswer,
    })
}

/// The error of an answer, with the time that it names.
pub(super) fn refused(problem: ProviderProblem, answer: &HttpAnswer) -> ApiError {
    ApiError {
        retry_after: answer.retry_after,
        ..ApiError::new(problem)
    }
}

/// What a missing answer means.
pub(super) fn failure_problem(failure: HttpFailure) -> ProviderProblem {
    match failure {
        HttpFailure::Unreachable => ProviderProblem::Unreachable,
        HttpFailure::TimedOut => ProviderProblem::TimedOut,
        HttpFailure::Redirected => ProviderProblem::Redirected,
        HttpFailure::TooLarge => ProviderProblem::BadAnswer,
        HttpFailure::NotPermitted => ProviderProblem::NotPermitted,
    }
}

/// Asks that change something at the provider.
pub(super) fn writes(ask: &Ask) -> bool {
    match ask {
        Ask::ChooseHotline { .. } | Ask::SaveNote(_) | Ask::Quality(_) => true,
        Ask::SignIn
        | Ask::Hotlines
        | Ask::Contact(_)
        | Ask::Tags
        | Ask::History { .. }
        | Ask::ReadNote { .. } => false,
    }
}

/// True when a request that met this problem may have been carried out all the same.
pub(super) fn may_have_arrived(problem: ProviderProblem) -> bool {
    matches!(
        problem,
        ProviderProblem::ServerFailed
            | ProviderProblem::Unreachable
            | ProviderProblem::TimedOut
            | ProviderProblem::BadAnswer
    )
}
