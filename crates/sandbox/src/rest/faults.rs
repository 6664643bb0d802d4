//! Faults on demand: what networks and servers do to a request at the worst moment.

use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};

use super::Rest;
use super::state::Seen;
use crate::cut::Cut;
use crate::provider::Provider;

/// How many faults may wait.
const MAX_FAULTS: usize = 64;
/// The longest latency, in milliseconds.
const MAX_LATENCY_MS: u64 = 120_000;
/// The largest answer that is cut in half, in bytes.
const MAX_ANSWER: usize = 1024 * 1024;

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    /// The request is carried out `ms` later.
    Latency,
    /// It is not carried out; `status` is answered, with `Retry-After` where that is given.
    Status,
    /// It is carried out, and the first half of the answer comes.
    Half,
    /// It is not carried out, and the connection is cut.
    Drop,
    /// It is carried out, and the connection is cut before the answer. So doubles come about.
    DropAfterCommit,
    /// It is sent elsewhere (302), where nothing is but the record that somebody came.
    Redirect,
    /// Every token is void from now on. No request needs to come.
    ExpireTokens,
    /// Tokens are good for `token_ttl_s` seconds from now on. No request needs to come.
    TokenTtl,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Latency => "latency",
            Self::Status => "status",
            Self::Half => "half",
            Self::Drop => "drop",
            Self::DropAfterCommit => "drop_after_commit",
            Self::Redirect => "redirect",
            Self::ExpireTokens => "expire_tokens",
            Self::TokenTtl => "token_ttl",
        }
    }
}

/// `POST /api/faults`
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fault {
    /// Without, all of them.
    provider: Option<Provider>,
    /// A part of the path; without, any.
    #[serde(default)]
    path_contains: String,
    /// Without, any.
    #[serde(default)]
    method: Option<String>,
    kind: Kind,
    #[serde(default)]
    ms: Option<u64>,
    #[serde(default)]
    status: Option<u16>,
    #[serde(default)]
    retry_after_s: Option<u32>,
    #[serde(default)]
    token_ttl_s: Option<u64>,
    /// How many requests meet it; 0: all until the faults are cleared.
    #[serde(default = "once")]
    times: u32,
}

fn once() -> u32 {
    1
}

impl Fault {
    fn meets(&self, provider: Provider, method: &Method, path: &str) -> bool {
        self.provider.is_none_or(|wanted| wanted == provider)
            && path.contains(&self.path_contains)
            && self
                .method
                .as_deref()
                .is_none_or(|wanted| wanted.eq_ignore_ascii_case(method.as_str()))
    }

    /// Whether it says all that its kind needs, within limits.
    fn is_complete(&self) -> bool {
        match self.kind {
            Kind::Latency => self.ms.is_some_and(|ms| ms <= MAX_LATENCY_MS),
            Kind::Status => self
                .status
                .is_some_and(|status| (400..600).contains(&status)),
            Kind::TokenTtl => self.token_ttl_s.is_some(),
            Kind::Half
            | Kind::Drop
            | Kind::DropAfterCommit
            | Kind::Redirect
            | Kind::ExpireTokens => true,
        }
    }

    fn providers(&self) -> Vec<Provider> {
        self.provider
            .map_or_else(|| Provider::WITH_REST.to_vec(), |one| vec![one])
    }
}

/// Faults that wait for their requests; the oldest that fits is met first.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<Fault>);

impl Faults {
    /// The fault that this request meets.
    fn take(&mut self, provider: Provider, method: &Method, path: &str) -> Option<Fault> {
        let at = self
            .0
            .iter()
            .position(|fault| fault.meets(provider, method, path))?;
        let fault = self.0.get_mut(at)?;
        let met = fault.clone();
        match fault.times {
            0 => {}
            1 => drop(self.0.remove(at)),
            _ => fault.times -= 1,
        }
        Some(met)
    }

    /// For the state page.
    pub(crate) fn view(&self) -> Value {
        let faults = self.0.iter().map(|fault| {
            json!({
                "provider": fault.provider,
                "path_contains": fault.path_contains,
                "kind": fault.kind.name(),
                "times": fault.times,
            })
        });
        faults.collect()
    }

    /// All is well again.
    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }
}

/// Takes a fault, or does it at once where it needs no request. The error is for people.
pub(crate) fn add(rest: &Rest, fault: Fault) -> Result<(), &'static str> {
    if fault.provider == Some(Provider::Plain) {
        return Err("a plain PBX has no REST API");
    }
    if !fault.is_complete() {
        return Err("the kind needs ms (120000 at most), status (400 to 599) or token_ttl_s");
    }
    let mut state = rest.state();
    match fault.kind {
        Kind::ExpireTokens => fault
            .providers()
            .into_iter()
            .for_each(|p| state.expire_tokens(p)),
        Kind::TokenTtl => {
            let seconds = fault.token_ttl_s.unwrap_or_default();
            fault
                .providers()
                .into_iter()
                .for_each(|p| state.set_ttl(p, seconds));
        }
        _ if state.faults.0.len() >= MAX_FAULTS => return Err("too many faults wait already"),
        _ => state.faults.0.push(fault),
    }
    drop(state);
    rest.keep();
    Ok(())
}

/// Which provider's API a path belongs to.
pub(crate) fn provider_of_path(path: &str) -> Option<Provider> {
    let first = path.strip_prefix('/')?.split('/').next()?;
    Provider::WITH_REST
        .into_iter()
        .find(|provider| provider.name() == first)
}

/// Lets requests to the providers' APIs meet their faults, and keeps account of them.
pub(crate) async fn meet(
    State(rest): State<Rest>,
    ConnectInfo(cut): ConnectInfo<Cut>,
    request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path().to_owned();
    let Some(provider) = provider_of_path(&path) else {
        return next.run(request).await;
    };
    let method = request.method().clone();
    if method == Method::OPTIONS {
        // A preflight, answered as by a server that knows nothing of other sites' pages.
        let allow = [(header::ALLOW, "GET, POST, PUT, PATCH, OPTIONS")];
        return (StatusCode::NO_CONTENT, allow).into_response();
    }
    let fault = rest.state().faults.take(provider, &method, &path);
    let kind = fault.as_ref().map(|fault| fault.kind);
    let response = match kind {
        Some(Kind::Latency) => {
            let ms = fault
                .as_ref()
                .and_then(|fault| fault.ms)
                .unwrap_or_default();
            tokio::time::sleep(Duration::from_millis(ms)).await;
            next.run(request).await
        }
        Some(Kind::Status) => fault.as_ref().map_or_else(
            || StatusCode::INTERNAL_SERVER_ERROR.into_response(),
            refusal,
        ),
        Some(Kind::Half) => half(next.run(request).await).await,
        Some(Kind::Drop) => {
            cut.cut();
            StatusCode::NO_CONTENT.into_response()
        }
        Some(Kind::DropAfterCommit) => {
            let response = next.run(request).await;
            cut.cut();
            response
        }
        Some(Kind::Redirect) => {
            let target = format!("/{}/redirected", provider.name());
            (StatusCode::FOUND, [(header::LOCATION, target)]).into_response()
        }
        Some(Kind::ExpireTokens | Kind::TokenTtl) | None => next.run(request).await,
    };
    let is_cut = matches!(kind, Some(Kind::Drop | Kind::DropAfterCommit));
    rest.state().saw(Seen {
        method: method.to_string(),
        path,
        status: (!is_cut).then(|| response.status().as_u16()),
        fault: kind.map(Kind::name),
    });
    rest.keep();
    response
}

/// Ends each connection after one answer, unless it was asked for otherwise: on a connection that was
/// used before, a browser would repeat a request that a fault cut.
pub(crate) async fn close(State(rest): State<Rest>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if !rest.keep_alive && response.status() != StatusCode::SWITCHING_PROTOCOLS {
        let close = HeaderValue::from_static("close");
        response.headers_mut().insert(header::CONNECTION, close);
    }
    response
}

/// What a gateway in front of the provider answers: words for people where the server is to blame.
fn refusal(fault: &Fault) -> Response {
    let status = fault
        .status
        .and_then(|status| StatusCode::from_u16(status).ok());
    let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let words = status.canonical_reason().unwrap_or("Fault");
    let mut response = if status.is_server_error() {
        let page = format!("<html><h1>{} {words}</h1></html>", status.as_u16());
        (status, [(header::CONTENT_TYPE, "text/html")], page).into_response()
    } else {
        super::answer(status, &json!({"message": words}))
    };
    if let Some(seconds) = fault.retry_after_s {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

async fn half(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let whole = to_bytes(body, MAX_ANSWER).await.unwrap_or_default();
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(whole.slice(..whole.len() / 2)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(json: &str) -> Fault {
        serde_json::from_str(json).expect("valid")
    }

    #[test]
    fn a_fault_is_met_as_often_as_it_says_by_the_requests_that_it_names() {
        let mut faults = Faults(vec![fault(
            r#"{"provider":"omicall","path_contains":"add-metadata","kind":"status","status":503,"times":2}"#,
        )]);
        let path = "/omicall/websdk/call-transaction/add-metadata/x";
        assert_eq!(faults.take(Provider::Vbot, &Method::POST, path), None);
        assert_eq!(
            faults.take(Provider::Omicall, &Method::POST, "/omicall/websdk/auth"),
            None
        );
        for met in [true, true, false] {
            assert_eq!(
                faults
                    .take(Provider::Omicall, &Method::POST, path)
                    .is_some(),
                met
            );
        }
        faults.0.push(fault(r#"{"kind":"drop","times":0}"#));
        assert!((0..5).all(|_| {
            faults
                .take(Provider::Bizfly, &Method::GET, "/bizfly/x")
                .is_some()
        }));
    }

    #[test]
    fn a_fault_that_lacks_something_or_names_something_else_is_refused() {
        assert!(!fault(r#"{"kind":"latency"}"#).is_complete());
        assert!(!fault(r#"{"kind":"status","status":200}"#).is_complete());
        assert!(serde_json::from_str::<Fault>(r#"{"kind":"explode"}"#).is_err());
        assert!(serde_json::from_str::<Fault>(r#"{"kind":"half","typo":1}"#).is_err());
    }
}
