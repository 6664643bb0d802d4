//! OmiCall: the interface that its web SDK 3 uses with an agent's SIP account, and the company's
//! interface for administrators.
//!
//! Base of the first: `https://omisdk-v1-stg.omicrm.com`, paths below `/websdk`, where a session begins
//! with the SIP account as bearer. Its answers come in an envelope whose `status_code` counts, because
//! HTTP says 200 to most failures.

mod company;
mod contacts;
mod history;
mod network;
mod notes;
mod sign_in;

use alo_protocol::{ProviderProblem, ProviderSignIn, Secret};
use serde_json::{Value, json};

pub use company::CompanyClient;
use network::Network;

use super::adapter::{
    Adapter, Login, Session, Step, bare, not_offered, post, refused, status_problem, urgent,
};
use super::address::Base;
use super::json::{field, integer, labels, parse, text};
use super::{
    Abilities, Answer, ApiError, Ask, Hotline, HttpAnswer, HttpMethod, HttpRequest, SignedIn,
    StoredToken,
};
use crate::api::read_hotlines;

/// The agent's interface.
const AGENT_BASE: &str = "https://omisdk-v1-stg.omicrm.com";
/// Below the base; taken off where somebody typed it, too.
const AGENT_PATH: &str = "/websdk";

/// Labels that are offered; of these a note may have fewer.
const MAX_LABELS: usize = 200;

/// An agent of OmiCall.
pub(super) struct Omicall {
    base: Base,
    domain: String,
    extension: String,
    password: Secret,
    sip_only: bool,
    server_url: String,
    networks: Vec<Network>,
    /// While the network is asked for: what is used without it.
    signed_in: Option<Box<SignedIn>>,
}

impl Omicall {
    pub(super) fn new(sign_in: ProviderSignIn) -> Result<Self, ApiError> {
        let ProviderSignIn::Omicall {
            base_url,
            domain,
            extension,
            password,
            sip_only,
            server_url,
        } = sign_in
        else {
            return Err(ApiError::new(ProviderProblem::BadSignIn));
        };
        let agent = Self {
            base: Base::parse(&base_url, AGENT_BASE)?.without_end(AGENT_PATH),
            domain: domain.trim().to_ascii_lowercase(),
            extension: extension.trim().to_owned(),
            password,
            sip_only,
            server_url: server_url.trim().to_owned(),
            networks: Vec::new(),
            signed_in: None,
        };
        agent.check()?;
        Ok(agent)
    }

    fn url(&self, path: &str, query: &[(&str, &str)]) -> String {
        let mut query = query.to_vec();
        query.push(("utm_source", "extension"));
        self.base.join(&format!("{AGENT_PATH}/{path}"), &query)
    }
}

impl Adapter for Omicall {
    fn abilities(&self) -> Abilities {
        let whole = !self.sip_only;
        Abilities {
            hotlines: whole,
            contacts: whole,
            history: whole,
            notes: whole,
            read_notes: whole,
            tags: whole,
            quality: whole,
        }
    }

    fn login(&self) -> Option<HttpRequest> {
        if self.sip_only {
            return None;
        }
        self.auth_request()
    }

    fn read_login(&mut self, answer: &HttpAnswer) -> Result<Login, ApiError> {
        let payload = sign_in::auth_payload(answer)?;
        let (token, signed_in) = self.read_auth(&payload)?;
        self.networks = network::read(&payload);
        // Whoever typed a server wants that one, whatever the network is.
        let asks_for_network = !self.networks.is_empty() && self.server_url.is_empty();
        self.signed_in = asks_for_network.then(|| signed_in.clone());
        Ok(Login {
            token,
            signed_in: (!asks_for_network).then_some(signed_in),
        })
    }

    fn without_answer(&self, ask: &Ask) -> Option<Answer> {
        let signed_in = self.signed_in.clone().filter(|_| *ask == Ask::SignIn)?;
        Some(Answer::SignedIn(signed_in))
    }

    fn begin(&self, ask: &Ask, session: Session<'_>) -> Result<Step, ApiError> {
        if self.sip_only {
            return match ask {
                Ask::SignIn => Ok(Step::Done(Answer::SignedIn(Box::new(self.guest()?)))),
                _ => not_offered(),
            };
        }
        let headers = bearer(session.token);
        let post_to = |path: &str, query: &[(&str, &str)], body: Value| {
            Ok(post(self.url(path, query), headers.clone(), &body))
        };
        match ask {
            // The answer that began the session said it all, but for the network.
            Ask::SignIn if self.signed_in.is_some() => {
                let url = self.url("network/info", &[]);
                Ok(Step::Send(urgent(bare(HttpMethod::Get, url, headers))))
            }
            Ask::SignIn | Ask::ChooseHotline { .. } => not_offered(),
            Ask::Hotlines => {
                let url = self.url("call_center/hotline/list", &[]);
                Ok(Step::Send(bare(HttpMethod::Get, url, headers)))
            }
            Ask::Contact(number) => {
                let phone = contacts::phone(number)?;
                let url = self.url("search_by_phone/phone_v3", &[("phone", &phone)]);
                let request = bare(HttpMethod::Post, url, headers);
                Ok(Step::Send(urgent(request)))
            }
            Ask::Tags => {
                let query = [("page", "1"), ("size", "0")];
                post_to("tag/search", &query, json!({"tag_types": ["callHistory"]}))
            }
            Ask::History { from, to, .. } => {
                let body = history::query(*from, *to, &self.extension);
                post_to("call_transaction/list", &[("size", "50")], body)
            }
            Ask::ReadNote { at, .. } => {
                let body = history::query_around(*at, &self.extension);
                post_to("call_transaction/list", &[("size", "50")], body)
            }
            Ask::SaveNote(note) => {
                let (path, body) = notes::save(note)?;
                post_to(&path, &[], body)
            }
            Ask::Quality(log) => post_to("call/rtp_log/add", &[], notes::quality(log)),
        }
    }

    fn next(
        &mut self,
        ask: &Ask,
        _step: u8,
        answer: &HttpAnswer,
        _session: Session<'_>,
    ) -> Result<Step, ApiError> {
        let payload = envelope(answer);
        if let (Ask::SignIn, Some(signed_in)) = (ask, &self.signed_in) {
            let mut signed_in = signed_in.clone();
            network::apply(&self.networks, &payload.unwrap_or_default(), &mut signed_in);
            return Ok(Step::Done(Answer::SignedIn(signed_in)));
        }
        let payload = payload?;
        Ok(Step::Done(match ask {
            Ask::SignIn | Ask::ChooseHotline { .. } => return not_offered(),
            Ask::Hotlines => Answer::Hotlines(hotlines(&payload)),
            Ask::Contact(_) => Answer::Contacts(contacts::read(&payload)),
            Ask::Tags => Answer::Tags(labels(&payload, MAX_LABELS, alo_protocol::MAX_TAG)),
            Ask::History { limit, .. } => {
                Answer::History(history::read(&payload, &self.extension, *limit))
            }
            Ask::ReadNote { provider_id, .. } => {
                Answer::Note(history::note_of(&payload, &self.extension, provider_id))
            }
            Ask::SaveNote(_) | Ask::Quality(_) => Answer::Done,
        }))
    }
}

fn bearer(token: Option<&StoredToken>) -> Vec<(String, String)> {
    token
        .map(|token| {
            (
                "Authorization".into(),
                format!("Bearer {}", token.token.expose()),
            )
        })
        .into_iter()
        .collect()
}

fn hotlines(payload: &Value) -> Vec<Hotline> {
    read_hotlines(
        payload,
        &["number", "hotline", "sip_number", "phone_number"],
    )
}

/// Takes the payload out of its envelope; null where there is none.
///
/// 9999 and 200 mean that it was done, anything else that it was not, whatever HTTP says.
fn envelope(answer: &HttpAnswer) -> Result<Value, ApiError> {
    let status = status_problem(answer.status);
    let mut value = match (parse(answer), status) {
        (Ok(value), _) => value,
        (Err(_), Some(problem)) => return Err(refused(problem, answer)),
        (Err(error), None) => return Err(error),
    };
    let code = integer(&value, &["status_code", "statusCode", "code"]);
    if let Some(problem) = status {
        let said = said(&value).filter(|said| {
            // A token that is no good is renewed, whatever it is called.
            problem != ProviderProblem::Expired || *said != ProviderProblem::Forbidden
        });
        return Err(refused(said.unwrap_or(problem), answer));
    }
    match code {
        Some(9999 | 200) => Ok(value
            .get_mut("payload")
            .map(Value::take)
            .unwrap_or_default()),
        Some(_) => Err(refused(
            said(&value).unwrap_or(ProviderProblem::Refused),
            answer,
        )),
        None => Err(ApiError::new(ProviderProblem::BadAnswer)),
    }
}

/// What the provider's own words mean, where they are known.
fn said(value: &Value) -> Option<ProviderProblem> {
    let payload = field(value, &["payload"]);
    let words = [
        text(value, &["message", "error", "error_code"], 128),
        payload.and_then(|payload| text(payload, &["authStatus", "error", "message"], 128)),
        payload.and_then(super::json::plain),
    ];
    words
        .into_iter()
        .flatten()
        .find_map(|words| problem_of(&words))
}

fn problem_of(words: &str) -> Option<ProviderProblem> {
    Some(match words.trim() {
        "password_incorrect" => ProviderProblem::WrongPassword,
        "internal_phone_disable" => ProviderProblem::ExtensionDisabled,
        "api_key_is_required" | "api_key_invalid" => ProviderProblem::WrongKey,
        "token_expired" => ProviderProblem::Expired,
        "permission_denied" => ProviderProblem::Forbidden,
        "rate_limit_exceeded" | "limit_request_30_minute" => ProviderProblem::TooMany,
        "request_body_required"
        | "from_date_is_required"
        | "to_date_is_required"
        | "date_invalid"
        | "date_is_too_long" => ProviderProblem::Refused,
        // Which things it says this of is not known (unverified).
        words if words.ends_with("_not_found") => ProviderProblem::NotFound,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, body: &str) -> HttpAnswer {
        HttpAnswer {
            status,
            retry_after: None,
            body: body.to_owned(),
        }
    }

    fn problem(status: u16, body: &str) -> Option<ProviderProblem> {
        envelope(&answer(status, body))
            .err()
            .map(|error| error.problem)
    }

    #[test]
    fn http_200_with_a_failure_inside_is_a_failure() {
        for (body, expected) in [
            (r#"{"status_code":9999,"payload":{"a":1}}"#, None),
            (r#"{"statusCode":200,"payload":null}"#, None),
            (r#"{"code":"9999"}"#, None),
            (
                r#"{"status_code":-9999,"message":"permission_denied"}"#,
                Some(ProviderProblem::Forbidden),
            ),
            (
                r#"{"status_code":-9999,"message":"token_expired","payload":null}"#,
                Some(ProviderProblem::Expired),
            ),
            (
                r#"{"status_code":-9999,"message":"rate_limit_exceeded"}"#,
                Some(ProviderProblem::TooMany),
            ),
            (
                r#"{"status_code":-9999,"message":"date_is_too_long"}"#,
                Some(ProviderProblem::Refused),
            ),
            (
                r#"{"status_code":-9999,"message":"call_transaction_not_found"}"#,
                Some(ProviderProblem::NotFound),
            ),
            (
                r#"{"status_code":-9999,"message":"something new"}"#,
                Some(ProviderProblem::Refused),
            ),
            (r#"{"payload":{}}"#, Some(ProviderProblem::BadAnswer)),
            (
                r#"{"status_code":9999,"pay"#,
                Some(ProviderProblem::BadAnswer),
            ),
            ("<html>", Some(ProviderProblem::BadAnswer)),
            ("[]", Some(ProviderProblem::BadAnswer)),
        ] {
            assert_eq!(problem(200, body), expected, "{body}");
        }
    }

    #[test]
    fn a_status_of_http_counts_where_the_body_says_nothing_known() {
        assert_eq!(problem(401, ""), Some(ProviderProblem::Expired));
        assert_eq!(
            problem(401, r#"{"status_code":-9999,"message":"api_key_invalid"}"#),
            Some(ProviderProblem::WrongKey)
        );
        assert_eq!(
            problem(
                401,
                r#"{"status_code":-9999,"message":"permission_denied"}"#
            ),
            Some(ProviderProblem::Expired)
        );
        assert_eq!(problem(503, "<html>"), Some(ProviderProblem::ServerFailed));
        // A proxy that answers for the provider is not the provider.
        assert_eq!(
            problem(502, r#"{"status_code":9999,"payload":{}}"#),
            Some(ProviderProblem::ServerFailed)
        );
    }
}
