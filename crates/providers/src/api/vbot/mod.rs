//! VBot, both generations of its interface: SDK 1.1.0, with the token in body and query, and the widget
//! of 2026, with the token as header. There is no session: the token is good until it is not. No way to
//! write a note is known, and only the SDK's list of calls.

mod history;
mod sign_in;

use alo_protocol::{ProviderProblem, ProviderSignIn, Secret, VbotGeneration};
use serde_json::{Value, json};

use super::adapter::{
    Adapter, Login, Session, Step, bare, not_offered, post, refused, status_problem,
};
use super::address::Base;
use super::json::{bad_answer, integer, is_token, parse};
use super::{Abilities, Answer, ApiError, Ask, HttpAnswer, HttpMethod, HttpRequest, read_hotlines};

/// SDK 1.1.0.
const SDK_BASE: &str = "https://open-api.vbot.vn";
/// The widget.
const WIDGET_BASE: &str = "https://open-api-h01.vbot.vn";
/// Between the widget's base and its paths; taken off where somebody typed it, too.
const WIDGET_VERSION: &str = "/v3.0";
/// Of Alo to VBot, as its SDK says it.
const SOURCE: &str = "Website-SDK";

/// A member of VBot.
pub(super) struct Vbot {
    base: Base,
    token: Secret,
    generation: VbotGeneration,
}

impl Vbot {
    pub(super) fn new(sign_in: ProviderSignIn) -> Result<Self, ApiError> {
        let ProviderSignIn::Vbot {
            base_url,
            token,
            generation,
        } = sign_in
        else {
            return Err(ApiError::new(ProviderProblem::BadSignIn));
        };
        let default = match generation {
            VbotGeneration::Sdk => SDK_BASE,
            VbotGeneration::Widget => WIDGET_BASE,
        };
        let base = Base::parse(&base_url, default)?.without_end(WIDGET_VERSION);
        let token = token.expose().trim();
        if token.is_empty() {
            return Err(ApiError::new(ProviderProblem::BadSignIn));
        }
        if !is_token(token) {
            return Err(ApiError::new(ProviderProblem::WrongKey));
        }
        Ok(Self {
            base,
            token: Secret::new(token),
            generation,
        })
    }

    fn url(&self, path: &str, query: &[(&str, &str)]) -> String {
        let version = match self.generation {
            VbotGeneration::Widget => WIDGET_VERSION,
            VbotGeneration::Sdk => "",
        };
        self.base.join(&format!("{version}/api/sdk/{path}"), query)
    }

    /// A GET with the token where this generation wants it.
    fn get(&self, path: &str, query: &[(&str, &str)]) -> HttpRequest {
        match self.generation {
            VbotGeneration::Widget => bare(HttpMethod::Get, self.url(path, query), self.header()),
            VbotGeneration::Sdk => {
                let mut with_token = vec![("token", self.token.expose())];
                with_token.extend(query);
                bare(HttpMethod::Get, self.url(path, &with_token), Vec::new())
            }
        }
    }

    /// Raw, without "Bearer".
    fn header(&self) -> Vec<(String, String)> {
        vec![("Authorization".to_owned(), self.token.expose().to_owned())]
    }

    fn info(&self) -> Step {
        let url = self.url("info", &[]);
        match self.generation {
            VbotGeneration::Widget => post(url, self.header(), &json!({ "source": SOURCE })),
            VbotGeneration::Sdk => {
                let body = json!({"token": self.token.expose(), "source": SOURCE});
                post(url, Vec::new(), &body)
            }
        }
    }
}

impl Adapter for Vbot {
    fn abilities(&self) -> Abilities {
        Abilities {
            hotlines: true,
            history: self.generation == VbotGeneration::Sdk,
            ..Abilities::default()
        }
    }

    fn login(&self) -> Option<HttpRequest> {
        None
    }

    fn read_login(&mut self, _answer: &HttpAnswer) -> Result<Login, ApiError> {
        not_offered()
    }

    fn begin(&self, ask: &Ask, _session: Session<'_>) -> Result<Step, ApiError> {
        match ask {
            Ask::SignIn => Ok(self.info()),
            Ask::Hotlines => Ok(Step::Send(self.get("getHotline", &[]))),
            Ask::History { limit, .. } if self.generation == VbotGeneration::Sdk => {
                let size = limit.max(&1).to_string();
                let query = [("page", "1"), ("size", size.as_str())];
                Ok(Step::Send(self.get("historycall/getAll", &query)))
            }
            Ask::History { .. }
            | Ask::ChooseHotline { .. }
            | Ask::Contact(_)
            | Ask::Tags
            | Ask::SaveNote(_)
            | Ask::ReadNote { .. }
            | Ask::Quality(_) => not_offered(),
        }
    }

    fn next(
        &mut self,
        ask: &Ask,
        _step: u8,
        answer: &HttpAnswer,
        _session: Session<'_>,
    ) -> Result<Step, ApiError> {
        let data = data(answer)?;
        Ok(Step::Done(match ask {
            Ask::SignIn => Answer::SignedIn(Box::new(self.signed_in(&data)?)),
            Ask::Hotlines => Answer::Hotlines(read_hotlines(&data, &["phoneNumber"])),
            Ask::History { from, to, limit } => {
                let mut calls = history::read(&data);
                calls.retain(|call| (*from..=*to).contains(&call.started_at));
                calls.truncate(usize::from(*limit));
                Answer::History(calls)
            }
            _ => return not_offered(),
        }))
    }
}

/// Takes `data` out of its envelope: `error` is 0 where all is well.
fn data(answer: &HttpAnswer) -> Result<Value, ApiError> {
    let read = parse(answer);
    let code = read
        .as_ref()
        .ok()
        .and_then(|value| integer(value, &["error"]));
    let status = code
        .filter(|code| *code != 0)
        .map(problem_of)
        .or_else(|| status_problem(answer.status));
    match status {
        // The token is all that there is.
        Some(ProviderProblem::Expired) => Err(refused(ProviderProblem::WrongKey, answer)),
        Some(problem) => Err(refused(problem, answer)),
        None if code.is_none() => Err(bad_answer()),
        None => match read?.get_mut("data") {
            Some(data) if !data.is_null() => Ok(data.take()),
            // "Missing data" is how both SDKs see a failure.
            _ => Err(bad_answer()),
        },
    }
}

/// Codes of the envelope are those of HTTP, and -1 for anything else.
fn problem_of(code: i64) -> ProviderProblem {
    u16::try_from(code)
        .ok()
        .filter(|code| (400..600).contains(code))
        .and_then(status_problem)
        .unwrap_or(ProviderProblem::Refused)
}
