//! The company's interface of OmiCall, once: an administrator's key becomes a list of extensions, and is
//! dropped.

use std::fmt;

use alo_protocol::{ProviderProblem, Secret};
use serde_json::Value;

use super::super::adapter::{bare, failure_problem, refused};
use super::super::address::Base;
use super::super::json::{id, is_token, items, secret, text, token, truth};
use super::super::{ApiError, Extension, HttpAnswer, HttpId, HttpMethod, HttpOutcome, HttpRequest};
use super::envelope;
use crate::text::MAX_NAME;

/// The company's interface.
const COMPANY_BASE: &str = "https://public-v1-stg.omicall.com";
/// Pages of 50 that are asked for at most.
const MAX_PAGES: u32 = 40;

/// Asks for the extensions of a company: key → token of a day → pages of the list.
pub struct CompanyClient {
    base: Base,
    stage: Stage,
    last: u64,
    request: Option<(HttpId, HttpRequest)>,
    found: Vec<Extension>,
    result: Option<Result<Vec<Extension>, ApiError>>,
}

enum Stage {
    /// Not begun; the key is kept until then.
    Ready(Secret),
    /// The token is awaited.
    Auth(HttpId),
    /// A page is awaited.
    Page {
        http: HttpId,
        page: u32,
        token: Secret,
    },
    Over,
}

impl CompanyClient {
    /// An empty `base_url` is the provider's own.
    ///
    /// # Errors
    /// [`ProviderProblem::BadUrl`], and [`ProviderProblem::WrongKey`] for what cannot be a key.
    pub fn new(base_url: &str, api_key: Secret) -> Result<Self, ApiError> {
        let base = Base::parse(base_url, COMPANY_BASE)?;
        let key = api_key.expose().trim();
        if !is_token(key) {
            return Err(ApiError::new(ProviderProblem::WrongKey));
        }
        Ok(Self {
            base,
            stage: Stage::Ready(Secret::new(key)),
            last: 0,
            request: None,
            found: Vec::new(),
            result: None,
        })
    }

    /// Begins; a second time nothing happens. `now` is Unix time in ms.
    pub fn start(&mut self, _now: u64) {
        match std::mem::replace(&mut self.stage, Stage::Over) {
            Stage::Ready(key) => {
                let url = self.base.join("/api/auth", &[("apiKey", key.expose())]);
                let http = self.send(bare(HttpMethod::Get, url, Vec::new()));
                self.stage = Stage::Auth(http);
            }
            under_way => self.stage = under_way,
        }
    }

    /// Takes in what became of a request; one that is not known is ignored.
    pub fn handle(&mut self, http: HttpId, outcome: HttpOutcome, _now: u64) {
        let awaited = match &self.stage {
            Stage::Auth(awaited) | Stage::Page { http: awaited, .. } => *awaited == http,
            Stage::Ready(_) | Stage::Over => false,
        };
        if !awaited {
            return;
        }
        let stage = std::mem::replace(&mut self.stage, Stage::Over);
        let done = match outcome {
            HttpOutcome::Failed(failure) => Err(ApiError::new(failure_problem(failure))),
            HttpOutcome::Answer(answer) => self.answered(stage, &answer),
        };
        if let Err(error) = done {
            self.found.clear();
            self.result = Some(Err(error));
        }
    }

    /// The next request to send.
    pub fn poll_request(&mut self) -> Option<(HttpId, HttpRequest)> {
        self.request.take()
    }

    /// The list, or why there is none; once.
    pub fn poll_result(&mut self) -> Option<Result<Vec<Extension>, ApiError>> {
        self.result.take()
    }

    fn answered(&mut self, stage: Stage, answer: &HttpAnswer) -> Result<(), ApiError> {
        let payload = envelope(answer).map_err(|error| match error.problem {
            // Nothing but the key was given.
            ProviderProblem::Expired => refused(ProviderProblem::WrongKey, answer),
            _ => error,
        })?;
        match stage {
            Stage::Auth(_) => {
                let token = token(&payload, &["access_token"])
                    .ok_or_else(|| ApiError::new(ProviderProblem::WrongKey))?;
                self.ask_for(1, token);
            }
            Stage::Page { page, token, .. } => {
                let before = self.found.len();
                self.found.extend(items(&payload).filter_map(extension));
                let grew = self.found.len() > before;
                if truth(&payload, &["has_next", "hasNext"]) && grew && page < MAX_PAGES {
                    self.ask_for(page + 1, token);
                } else {
                    self.result = Some(Ok(std::mem::take(&mut self.found)));
                }
            }
            Stage::Ready(_) | Stage::Over => {}
        }
        Ok(())
    }

    fn ask_for(&mut self, page: u32, token: Secret) {
        let number = page.to_string();
        let query = [("keyword", ""), ("page", number.as_str()), ("size", "50")];
        let url = self
            .base
            .join("/api/call_center/internal_phone/list", &query);
        let bearer = format!("Bearer {}", token.expose());
        let headers = vec![("Authorization".to_owned(), bearer)];
        let http = self.send(bare(HttpMethod::Get, url, headers));
        self.stage = Stage::Page { http, page, token };
    }

    fn send(&mut self, request: HttpRequest) -> HttpId {
        self.last += 1;
        let http = HttpId(self.last);
        self.request = Some((http, request));
        http
    }
}

// Key and token are secrets.
impl fmt::Debug for CompanyClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CompanyClient").finish_non_exhaustive()
    }
}

/// One that can be signed in as.
fn extension(item: &Value) -> Option<Extension> {
    Some(Extension {
        extension: id(item, &["sip_user"])?,
        name: text(item, &["full_name", "email"], MAX_NAME).unwrap_or_default(),
        domain: id(item, &["domain"])?,
        password: secret(item, &["password"])?,
    })
}
