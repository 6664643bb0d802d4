//! Requests over HTTP to the provider and the company: nothing of the browser's goes along (cookies,
//! referrer, cache), no redirect is followed, and only so much of an answer is read.

use std::pin::pin;

use alo_providers::api::{HttpAnswer, HttpFailure, HttpOutcome, HttpRequest, MAX_ANSWER};
use alo_softphone::{FetchId, Input};
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    AbortController, AbortSignal, Headers, ReadableStreamDefaultReader, ReferrerPolicy, Request,
    RequestCache, RequestCredentials, RequestInit, RequestRedirect, Response, ResponseType,
};

use crate::error::{Error, browser};
use crate::inbox::Inbox;
use crate::worker::Worker;

/// However patient whoever asks is, in milliseconds.
const LONGEST_WAIT_MS: u32 = 120_000;

/// Sends a request; what becomes of it comes as [`Input::Fetched`], once. The browser ends it with the
/// page.
pub(crate) fn send(fetch: FetchId, request: HttpRequest, worker: Worker, inbox: Inbox) {
    spawn_local(async move {
        let outcome = match outcome(&request).await {
            Ok(answer) => HttpOutcome::Answer(answer),
            Err(trouble) => HttpOutcome::Failed(explain(&request, trouble, &worker).await),
        };
        inbox.phone(Input::Fetched { fetch, outcome });
    });
}

async fn outcome(request: &HttpRequest) -> Result<HttpAnswer, Trouble> {
    let abort = AbortController::new().map_err(browser("AbortController"))?;
    let answer = in_time(request, &abort).await;
    // What was not read of the answer is not waited for.
    abort.abort();
    answer
}

/// The browser gives one error for everything; whether it is its own doing the worker knows.
async fn explain(request: &HttpRequest, trouble: Trouble, worker: &Worker) -> HttpFailure {
    match trouble {
        Trouble::Known(failure) => failure,
        Trouble::Browser(error) => {
            log::debug!("{request:?}: {error}");
            if worker.may_reach(&request.url).await {
                HttpFailure::Unreachable
            } else {
                HttpFailure::NotPermitted
            }
        }
    }
}

async fn in_time(request: &HttpRequest, abort: &AbortController) -> Result<HttpAnswer, Trouble> {
    let patience = u32::try_from(request.timeout.as_millis()).unwrap_or(u32::MAX);
    let timeout = TimeoutFuture::new(patience.min(LONGEST_WAIT_MS));
    match select(pin!(exchange(request, &abort.signal())), timeout).await {
        Either::Left((answer, _)) => answer,
        Either::Right(_) => Err(Trouble::Known(HttpFailure::TimedOut)),
    }
}

async fn exchange(request: &HttpRequest, signal: &AbortSignal) -> Result<HttpAnswer, Trouble> {
    let window = web_sys::window().ok_or(Error::Missing("window"))?;
    let request = prepare(request, signal)?;
    let response: Response = JsFuture::from(window.fetch_with_request(&request))
        .await
        .map_err(browser("fetch"))?
        .unchecked_into();
    if response.type_() == ResponseType::Opaqueredirect || (300..400).contains(&response.status()) {
        return Err(Trouble::Known(HttpFailure::Redirected));
    }
    let retry_after = response
        .headers()
        .get("Retry-After")
        .ok()
        .flatten()
        .and_then(|seconds| seconds.trim().parse().ok());
    Ok(HttpAnswer {
        status: response.status(),
        retry_after,
        body: read(&response).await?,
    })
}

fn prepare(request: &HttpRequest, signal: &AbortSignal) -> Result<Request, Error> {
    let headers = Headers::new().map_err(browser("Headers"))?;
    for (name, value) in &request.headers {
        headers.append(name, value).map_err(browser("Headers"))?;
    }
    let init = RequestInit::new();
    init.set_method(request.method.name());
    init.set_headers(&headers);
    init.set_credentials(RequestCredentials::Omit);
    init.set_cache(RequestCache::NoStore);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    // With "error" a redirect could not be told from a network that failed.
    init.set_redirect(RequestRedirect::Manual);
    init.set_signal(Some(signal));
    if let Some(body) = &request.body {
        init.set_body(&JsValue::from_str(body));
    }
    Request::new_with_str_and_init(&request.url, &init).map_err(browser("Request"))
}

/// The body, as far as it may be long.
async fn read(response: &Response) -> Result<String, Trouble> {
    let Some(stream) = response.body() else {
        return Ok(String::new());
    };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut octets = Vec::new();
    loop {
        let step = JsFuture::from(reader.read())
            .await
            .map_err(browser("body"))?;
        let field = |name: &str| Reflect::get(&step, &name.into()).map_err(browser("body"));
        if field("done")?.is_truthy() {
            return Ok(text(&octets));
        }
        let chunk: Uint8Array = field("value")?
            .dyn_into()
            .map_err(|_| Error::Missing("body"))?;
        if octets.len() + chunk.length() as usize > MAX_ANSWER {
            return Err(Trouble::Known(HttpFailure::TooLarge));
        }
        octets.extend(chunk.to_vec());
    }
}

/// Decodes UTF-8; a mark at the start (RFC 8259 §8.1 forbids it, some servers send it) is left out.
fn text(octets: &[u8]) -> String {
    let octets = octets.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(octets);
    String::from_utf8_lossy(octets).into_owned()
}

/// Why there is no answer.
#[derive(Debug)]
enum Trouble {
    Known(HttpFailure),
    /// The browser says no more than that it failed.
    Browser(Error),
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self::Browser(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_before_the_text_and_octets_that_are_no_utf_8_do_not_lose_the_answer() {
        assert_eq!(text(b"\xEF\xBB\xBF{}"), "{}");
        assert_eq!(text("Chị Lan".as_bytes()), "Chị Lan");
        assert_eq!(text(b"a\xFFb"), "a\u{FFFD}b");
    }
}
