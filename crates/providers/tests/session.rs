//! Sessions: one sign-in for everybody who waits, one renewal that nobody sees, and what is said when
//! it does not work.

mod common;

use alo_protocol::{ProviderProblem, VbotGeneration};
use alo_providers::api::{Answer, Ask, Client, HttpAnswer, HttpFailure, HttpOutcome, NoteToSave};

use common::*;

const TAGS: &str = r#"{"status_code":9999,"payload":{"items":[{"name":"VIP"}]}}"#;
const EXPIRED: &str = r#"{"status_code":-9999,"message":"token_expired","payload":null}"#;

fn save_note() -> Ask {
    Ask::SaveNote(Box::new(NoteToSave {
        provider_id: "2159f8d9".into(),
        text: "Hẹn gọi lại".into(),
        ..NoteToSave::default()
    }))
}

#[test]
fn asks_without_a_session_share_one_sign_in() {
    let mut client = client(omicall());
    let first = client.ask(Ask::Tags, NOW);
    let second = client.ask(Ask::Hotlines, NOW);
    let sign_in = client.ask(Ask::SignIn, NOW);
    let (login, sent) = request(&mut client);
    assert!(sent.url.contains("/auth?"), "{sent:?}");
    client.handle(login, ok(&auth_answer("tok")), NOW);
    let (answered, result) = answer(&mut client);
    assert_eq!(answered, sign_in);
    assert!(matches!(result, Ok(Answer::SignedIn(_))), "{result:?}");

    let (tags, tags_sent) = client.poll_request().expect("tags");
    let (hotlines, _) = client.poll_request().expect("hotlines");
    assert_eq!(header(&tags_sent, "Authorization"), Some("Bearer tok"));
    client.handle(
        hotlines,
        ok(r#"{"status_code":9999,"payload":["024"]}"#),
        NOW,
    );
    client.handle(tags, ok(TAGS), NOW);
    assert_eq!(client.poll_answer().map(|(id, _)| id), Some(second));
    assert_eq!(
        client.poll_answer(),
        Some((first, Ok(Answer::Tags(vec!["VIP".into()]))))
    );
    assert_eq!(
        client.token().map(|token| token.token.expose()),
        Some("tok")
    );
}

#[test]
fn a_session_that_ended_is_renewed_once_and_nobody_notices() {
    for over in [status(401, ""), ok(EXPIRED)] {
        let mut client = in_session(omicall());
        let id = client.ask(save_note(), NOW);
        let (http, sent) = request(&mut client);
        assert_eq!(header(&sent, "Authorization"), Some("Bearer old"));
        client.handle(http, over, NOW);
        assert!(client.poll_answer().is_none(), "nothing is told yet");
        let (login, _) = request(&mut client);
        client.handle(login, ok(&auth_answer("new")), NOW);
        let (http, sent) = request(&mut client);
        assert_eq!(header(&sent, "Authorization"), Some("Bearer new"));
        client.handle(http, ok(r#"{"status_code":9999,"payload":{}}"#), NOW);
        assert_eq!(answer(&mut client), (id, Ok(Answer::Done)));
    }
}

#[test]
fn a_session_that_ends_again_at_once_is_told() {
    let mut client = in_session(omicall());
    client.ask(Ask::Tags, NOW);
    let (http, _) = request(&mut client);
    client.handle(http, status(401, ""), NOW);
    let (login, _) = request(&mut client);
    client.handle(login, ok(&auth_answer("new")), NOW);
    let (http, _) = request(&mut client);
    client.handle(http, status(401, ""), NOW);
    assert!(client.poll_request().is_none(), "no third attempt");
    let (_, result) = answer(&mut client);
    let error = result.expect_err("over");
    assert_eq!(error.problem, ProviderProblem::Expired);
    assert!(!error.maybe_done);
}

#[test]
fn asks_under_way_when_the_session_ends_share_one_renewal() {
    let mut client = in_session(omicall());
    client.ask(Ask::Tags, NOW);
    client.ask(Ask::Tags, NOW);
    let (first, _) = client.poll_request().expect("first");
    let (second, _) = client.poll_request().expect("second");
    client.handle(first, status(401, ""), NOW);
    let (login, _) = request(&mut client);
    client.handle(login, ok(&auth_answer("new")), NOW);
    let (again, _) = request(&mut client);
    // It comes late, from the session before: the new session is not thrown away for it.
    client.handle(second, status(401, ""), NOW);
    let (second_again, sent) = request(&mut client);
    assert_eq!(header(&sent, "Authorization"), Some("Bearer new"));
    client.handle(again, ok(TAGS), NOW);
    client.handle(second_again, ok(TAGS), NOW);
    assert!(
        client
            .poll_answer()
            .is_some_and(|(_, result)| result.is_ok())
    );
    assert!(
        client
            .poll_answer()
            .is_some_and(|(_, result)| result.is_ok())
    );
}

#[test]
fn a_renewal_that_fails_says_why_and_that_nothing_was_written() {
    for (outcome, problem) in [
        (
            ok(r#"{"status_code":9999,"payload":{"authStatus":"password_incorrect"}}"#),
            ProviderProblem::WrongPassword,
        ),
        (
            failed(HttpFailure::Unreachable),
            ProviderProblem::Unreachable,
        ),
        (status(503, ""), ProviderProblem::ServerFailed),
    ] {
        let mut client = in_session(omicall());
        client.ask(save_note(), NOW);
        let (http, _) = request(&mut client);
        client.handle(http, status(401, ""), NOW);
        let (login, _) = request(&mut client);
        client.handle(login, outcome, NOW);
        let (_, result) = answer(&mut client);
        let error = result.expect_err("failed");
        assert_eq!((error.problem, error.maybe_done), (problem, false));
    }
}

#[test]
fn a_session_is_renewed_before_its_end() {
    let mut client = client(omicall());
    client.ask(Ask::SignIn, NOW);
    let (login, _) = request(&mut client);
    let end = NOW + 3_600_000;
    client.handle(login, ok(&auth_answer(&jwt(end))), NOW);
    answer(&mut client).1.expect("signed in");
    assert_eq!(client.token().and_then(|token| token.expires_at), Some(end));
    let due = client.poll_timeout().expect("a renewal");
    assert_eq!(due, end - 300_000);
    client.handle_timeout(due - 1);
    assert!(client.poll_request().is_none(), "not yet");
    client.handle_timeout(due);
    let (login, _) = request(&mut client);
    assert_eq!(client.poll_timeout(), None, "under way");
    client.handle(login, ok(&auth_answer(&jwt(due + 3_600_000))), due);
    assert!(client.poll_answer().is_none(), "nobody asked");
    assert_eq!(client.poll_timeout(), Some(due + 3_300_000));
}

#[test]
fn a_short_session_is_not_renewed_all_the_time() {
    let mut client = client(omicall());
    client.ask(Ask::SignIn, NOW);
    let (login, _) = request(&mut client);
    client.handle(login, ok(&auth_answer(&jwt(NOW + 10_000))), NOW);
    answer(&mut client).1.expect("signed in");
    assert_eq!(client.poll_timeout(), Some(NOW + 8_000));
    client.ask(Ask::SignIn, NOW);
    let (login, _) = request(&mut client);
    client.handle(login, ok(&auth_answer(&jwt(NOW + 1_000))), NOW);
    assert_eq!(client.poll_timeout(), Some(NOW + 5_000));
}

#[test]
fn a_renewal_in_time_that_fails_leaves_the_session_and_is_tried_again() {
    let mut client = client(omicall());
    client.ask(Ask::SignIn, NOW);
    let (login, _) = request(&mut client);
    let token = jwt(NOW + 3_600_000);
    client.handle(login, ok(&auth_answer(&token)), NOW);
    answer(&mut client).1.expect("signed in");
    let due = client.poll_timeout().expect("a renewal");
    client.handle_timeout(due);
    let (login, _) = request(&mut client);
    client.handle(login, failed(HttpFailure::TimedOut), due);
    assert_eq!(client.poll_timeout(), Some(due + 60_000));
    assert_eq!(
        client.token().map(|known| known.token.expose().to_owned()),
        Some(token)
    );
    client.ask(Ask::Tags, due);
    let (_, sent) = request(&mut client);
    assert!(sent.url.contains("/tag/search"), "{sent:?}");
}

#[test]
fn a_token_that_is_over_is_not_tried_and_one_over_from_the_start_is() {
    let mut old = stored("old");
    old.expires_at = Some(NOW - 1);
    let mut client = Client::new(omicall(), Some(old)).expect("usable");
    client.ask(Ask::Tags, NOW);
    let (login, sent) = request(&mut client);
    assert!(sent.url.contains("/auth?"), "{sent:?}");
    // This computer's clock is days ahead: what the provider gives is used all the same.
    client.handle(login, ok(&auth_answer(&jwt(NOW - 86_400_000))), NOW);
    let (http, _) = request(&mut client);
    client.handle(http, ok(TAGS), NOW);
    answer(&mut client).1.expect("tags");
    assert_eq!(client.poll_timeout(), None);
}

#[test]
fn a_write_whose_answer_is_missing_may_have_been_done() {
    for (outcome, problem, maybe_done) in [
        (
            failed(HttpFailure::TimedOut),
            ProviderProblem::TimedOut,
            true,
        ),
        (
            failed(HttpFailure::Unreachable),
            ProviderProblem::Unreachable,
            true,
        ),
        (
            failed(HttpFailure::TooLarge),
            ProviderProblem::BadAnswer,
            true,
        ),
        (status(500, ""), ProviderProblem::ServerFailed, true),
        (status(504, "<html>"), ProviderProblem::ServerFailed, true),
        (ok(r#"{"status_code":99"#), ProviderProblem::BadAnswer, true),
        (
            failed(HttpFailure::Redirected),
            ProviderProblem::Redirected,
            false,
        ),
        (
            failed(HttpFailure::NotPermitted),
            ProviderProblem::NotPermitted,
            false,
        ),
        (status(402, ""), ProviderProblem::NoBalance, false),
        (status(403, ""), ProviderProblem::Forbidden, false),
        (status(404, ""), ProviderProblem::NotFound, false),
        (status(422, ""), ProviderProblem::Refused, false),
        (
            ok(r#"{"status_code":-9999,"message":"permission_denied"}"#),
            ProviderProblem::Forbidden,
            false,
        ),
    ] {
        let (_, result) = ask(&mut in_session(omicall()), save_note(), outcome.clone());
        let error = result.expect_err("failed");
        assert_eq!((error.problem, error.maybe_done), (problem, maybe_done));
        let (_, result) = ask(&mut in_session(omicall()), Ask::Tags, outcome);
        assert!(
            !result.expect_err("failed").maybe_done,
            "reading changes nothing"
        );
    }
}

#[test]
fn too_many_requests_come_with_the_time_to_wait() {
    let outcome = HttpOutcome::Answer(HttpAnswer {
        status: 429,
        retry_after: Some(17),
        body: String::new(),
    });
    let (_, result) = ask(&mut in_session(omicall()), save_note(), outcome);
    let error = result.expect_err("too many");
    assert_eq!(error.problem, ProviderProblem::TooMany);
    assert_eq!(error.retry_after, Some(17));
    assert!(error.is_passing() && !error.maybe_done);
}

#[test]
fn what_is_cancelled_is_not_answered_and_its_sign_in_serves_others() {
    let mut client = client(omicall());
    let cancelled = client.ask(Ask::Tags, NOW);
    let kept = client.ask(Ask::Tags, NOW);
    client.cancel(cancelled);
    let (login, _) = request(&mut client);
    client.handle(login, ok(&auth_answer("tok")), NOW);
    let (http, _) = request(&mut client);
    client.handle(http, ok(TAGS), NOW);
    assert_eq!(answer(&mut client).0, kept);
    let late = client.ask(Ask::Tags, NOW);
    let (http, _) = request(&mut client);
    client.cancel(late);
    client.handle(http, ok(TAGS), NOW);
    assert!(client.poll_answer().is_none());
}

#[test]
fn no_secret_is_seen_in_what_is_logged() {
    for sign_in in [
        omicall(),
        bizfly(),
        vbot(VbotGeneration::Sdk),
        vbot(VbotGeneration::Widget),
    ] {
        let mut client = client(sign_in);
        client.ask(Ask::SignIn, NOW);
        client.ask(Ask::Hotlines, NOW);
        let mut seen = format!("{client:?}");
        while let Some((_, request)) = client.poll_request() {
            seen.push_str(&format!("{request:?}"));
        }
        for secret in ["s3cret", "eyJ", "lan@", "Bearer"] {
            assert!(!seen.contains(secret), "{secret} in {seen}");
        }
    }
}
