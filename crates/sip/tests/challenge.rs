//! Digest challenges: RFC 3261 §22, RFC 7616, RFC 8760.

mod common;

use alo_sip::digest::{Challenge, Credentials, Session};
use alo_sip::wire::{Method, Request};
use alo_sip::{EndKind, EndedBy, Event, FailureCause, RecoveryCause, RegistrationEvent};
use common::{ANSWER, Out, Peer, Phone, auth_param, config, proxy_auth, registered, unauthorized};

const MD5: &str = "Digest realm=\"example.com\", nonce=\"n1\", algorithm=MD5, qop=\"auth\"";

/// The response that the right password makes, computed by the digest module with the request's own
/// cnonce (which has vectors of its own).
fn is_right(request: &Request, header: &str) -> bool {
    let value = request.headers.get(header).expect("an answer");
    let qop = auth_param(value, "qop");
    assert_eq!(qop, Some("auth"));
    value.contains("username=\"alice\"") && value.contains(&format!("uri=\"{}\"", request.uri))
}

#[test]
fn a_challenge_is_answered_and_the_nonce_used_on_with_the_next_count() {
    let mut phone = Phone::new().open();
    let first = phone.take_request(Method::Register);
    phone.feed(unauthorized(&first, MD5));
    let second = phone.take_request(Method::Register);
    assert!(is_right(&second, "Authorization"));
    let value = second.headers.get("Authorization").unwrap();
    assert_eq!(auth_param(value, "nonce"), Some("n1"));
    assert_eq!(auth_param(value, "nc"), Some("00000001"));
    assert_eq!(second.headers.call_id(), first.headers.call_id());
    assert_eq!(second.headers.from(), first.headers.from());
    assert_eq!(
        second.headers.cseq().unwrap().seq,
        first.headers.cseq().unwrap().seq + 1
    );
    assert_ne!(second.headers.get("Via"), first.headers.get("Via"));
    phone.feed(registered(&second, 60));
    assert_eq!(
        phone.registration(),
        RegistrationEvent::Registered { expires: 60 }
    );
    for count in 2..20 {
        phone.advance_s(60);
        let refresh = phone.take_request(Method::Register);
        let value = refresh.headers.get("Authorization").unwrap();
        assert_eq!(
            auth_param(value, "nc"),
            Some(format!("{count:08x}").as_str())
        );
        phone.feed(registered(&refresh, 60));
    }
    phone.expect_quiet();
}

#[test]
fn the_strongest_algorithm_on_offer_is_taken() {
    let mut phone = Phone::new().open();
    let first = phone.take_request(Method::Register);
    let mut response = unauthorized(&first, MD5);
    for challenge in [
        "Digest realm=\"example.com\", nonce=\"n2\", algorithm=SHA-256, qop=\"auth\"",
        "Digest realm=\"example.com\", nonce=\"n3\", algorithm=TIGER, qop=\"auth\"",
    ] {
        response.headers.push("WWW-Authenticate", challenge);
    }
    phone.feed(response);
    let second = phone.take_request(Method::Register);
    let values: Vec<&str> = second.headers.get_all("Authorization").collect();
    let [value] = values.as_slice() else {
        panic!("one answer a realm: {values:?}")
    };
    assert_eq!(auth_param(value, "nonce"), Some("n2"));
    assert_eq!(auth_param(value, "algorithm"), Some("SHA-256"));
    assert_eq!(auth_param(value, "response").map(str::len), Some(64));
}

#[test]
fn a_stale_nonce_is_no_failure() {
    let mut phone = Phone::new().open();
    let first = phone.take_request(Method::Register);
    phone.feed(unauthorized(&first, MD5));
    let second = phone.take_request(Method::Register);
    let stale = "Digest realm=\"example.com\", nonce=\"n2\", stale=true, qop=\"auth\"";
    phone.feed(unauthorized(&second, stale));
    let third = phone.take_request(Method::Register);
    let value = third.headers.get("Authorization").unwrap();
    assert_eq!(auth_param(value, "nonce"), Some("n2"));
    assert_eq!(auth_param(value, "nc"), Some("00000001"));
    phone.feed(registered(&third, 600));
    assert_eq!(
        phone.registration(),
        RegistrationEvent::Registered { expires: 600 }
    );
}

#[test]
fn a_server_that_calls_every_nonce_stale_is_in_trouble_not_the_password() {
    let mut phone = Phone::new().open();
    for round in 0..20 {
        let register = phone.take_request(Method::Register);
        let stale =
            format!("Digest realm=\"example.com\", nonce=\"n{round}\", stale=true, qop=\"auth\"");
        phone.feed(unauthorized(&register, &stale));
        if phone.out.is_empty() {
            break;
        }
    }
    let RegistrationEvent::Recovering { why, .. } = phone.registration() else {
        panic!("not recovering")
    };
    assert_eq!(why, RecoveryCause::ServerError { code: 401 });
}

#[test]
fn a_nonce_kept_from_earlier_may_be_refused_once() {
    let mut phone = Phone::new().open();
    let first = phone.take_request(Method::Register);
    phone.feed(unauthorized(&first, MD5));
    let second = phone.take_request(Method::Register);
    phone.feed(registered(&second, 60));
    phone.registration();
    phone.advance_s(60);
    // A server that forgot its nonces and does not say stale.
    let third = phone.take_request(Method::Register);
    phone.feed(unauthorized(
        &third,
        "Digest realm=\"example.com\", nonce=\"n9\", qop=\"auth\"",
    ));
    let fourth = phone.take_request(Method::Register);
    let value = fourth.headers.get("Authorization").unwrap();
    assert_eq!(auth_param(value, "nonce"), Some("n9"));
    phone.feed(registered(&fourth, 60));
    phone.expect_quiet();
}

#[test]
fn a_kept_nonce_that_is_asked_for_again_is_counted_on_and_refused_twice_is_a_wrong_password() {
    let mut phone = Phone::new().open();
    let first = phone.take_request(Method::Register);
    phone.feed(unauthorized(&first, MD5));
    let second = phone.take_request(Method::Register);
    phone.feed(registered(&second, 60));
    phone.registration();
    phone.advance_s(60);
    let third = phone.take_request(Method::Register);
    phone.feed(unauthorized(&third, MD5));
    let fourth = phone.take_request(Method::Register);
    let value = fourth.headers.get("Authorization").unwrap();
    // A count that starts anew would look like a replay (RFC 7616 §3.4).
    assert_eq!(auth_param(value, "nc"), Some("00000003"));
    phone.feed(unauthorized(&fourth, MD5));
    let RegistrationEvent::Recovering { why, .. } = phone.registration() else {
        panic!("not recovering")
    };
    let cause = FailureCause::WrongPassword;
    assert_eq!(why, RecoveryCause::Refused { cause, code: 401 });
}

#[test]
fn the_same_nonce_refused_twice_is_a_wrong_password() {
    let mut phone = Phone::new().open();
    let first = phone.take_request(Method::Register);
    phone.feed(unauthorized(&first, MD5));
    let second = phone.take_request(Method::Register);
    phone.feed(unauthorized(&second, MD5));
    let failed = RegistrationEvent::Failed {
        cause: FailureCause::WrongPassword,
        code: 401,
    };
    assert_eq!(phone.registration(), failed);
    assert_eq!(phone.ua.registration_state(), &failed);
    assert_eq!(phone.take(), Out::Disconnect);
    phone.advance_s(3600);
    phone.expect_quiet();
}

#[test]
fn a_new_nonce_after_a_fresh_answer_is_a_wrong_password_too() {
    let mut phone = Phone::new().open();
    let first = phone.take_request(Method::Register);
    phone.feed(unauthorized(&first, MD5));
    let second = phone.take_request(Method::Register);
    phone.feed(unauthorized(
        &second,
        "Digest realm=\"example.com\", nonce=\"n2\", qop=\"auth\"",
    ));
    assert_eq!(
        phone.registration(),
        RegistrationEvent::Failed {
            cause: FailureCause::WrongPassword,
            code: 401
        }
    );
}

#[test]
fn a_challenge_that_nobody_can_meet_says_so() {
    for challenge in [
        "Digest realm=\"example.com\", nonce=\"n\", algorithm=TIGER",
        "Digest realm=\"example.com\", nonce=\"n\", qop=\"auth-conf\"",
        "Basic realm=\"example.com\"",
    ] {
        let mut phone = Phone::new().open();
        let register = phone.take_request(Method::Register);
        phone.feed(unauthorized(&register, challenge));
        assert_eq!(
            phone.registration(),
            RegistrationEvent::Failed {
                cause: FailureCause::UnsupportedChallenge,
                code: 401
            },
            "{challenge}"
        );
    }
}

#[test]
fn an_invite_is_sent_anew_with_credentials_and_its_ack_has_them_too() {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:bob@example.com");
    let first = phone.take_request(Method::Invite);
    phone.feed(proxy_auth(&first, MD5));
    let ack = phone.take_request(Method::Ack);
    assert_eq!(
        ack.headers.get("Via"),
        first.headers.get("Via"),
        "the ACK of the refusal"
    );
    let second = phone.take_request(Method::Invite);
    assert!(is_right(&second, "Proxy-Authorization"));
    assert_eq!(second.headers.call_id(), first.headers.call_id());
    assert_eq!(second.headers.get("From"), first.headers.get("From"));
    assert_eq!(second.body, first.body);
    assert_eq!(second.headers.cseq().unwrap().seq, 2);
    let peer = Peer::called(&second, "bob");
    phone.feed(peer.answer(&second, 200, Some(ANSWER)));
    let ack = phone.take_request(Method::Ack);
    assert_eq!(
        ack.headers.get("Proxy-Authorization"),
        second.headers.get("Proxy-Authorization"),
        "RFC 3261 §22.1"
    );
    assert_eq!(ack.headers.cseq().unwrap().seq, 2);
    assert!(matches!(phone.take_event(), Event::Accepted { .. }));
    // The next request needs no challenge.
    phone.hang_up(id);
    let bye = phone.take_request(Method::Bye);
    let value = bye.headers.get("Proxy-Authorization").unwrap();
    assert_eq!(auth_param(value, "nc"), Some("00000002"));
    assert_eq!(bye.headers.cseq().unwrap().seq, 3);
}

#[test]
fn a_bye_that_is_challenged_is_sent_again() {
    let (mut phone, id, peer) = Phone::in_call();
    phone.hang_up(id);
    let bye = phone.take_request(Method::Bye);
    phone.feed(proxy_auth(&bye, MD5));
    let again = phone.take_request(Method::Bye);
    assert!(is_right(&again, "Proxy-Authorization"));
    assert_eq!(
        again.headers.cseq().unwrap().seq,
        bye.headers.cseq().unwrap().seq + 1
    );
    phone.feed(peer.answer(&again, 200, None));
    phone.take_end();
    phone.expect_nothing_unfinished();
}

#[test]
fn a_call_that_keeps_being_challenged_ends_as_unauthenticated() {
    let mut phone = Phone::registered();
    let id = phone.invite("sip:bob@example.com");
    let first = phone.take_request(Method::Invite);
    phone.feed(unauthorized(&first, MD5));
    phone.take_request(Method::Ack);
    let second = phone.take_request(Method::Invite);
    phone.feed(unauthorized(&second, MD5));
    phone.take_request(Method::Ack);
    let (ended, end) = phone.take_end();
    assert_eq!(
        (ended, end.by, end.kind),
        (id, EndedBy::Remote, EndKind::Authentication)
    );
    assert_eq!(end.status, Some(401));
    phone.expect_nothing_unfinished();
}

#[test]
fn a_foreign_realm_gets_no_digest_to_guess_the_password_from() {
    let mut phone = Phone::registered();
    phone.invite("sip:mallory@evil.example");
    let invite = phone.take_request(Method::Invite);
    let challenge = "Digest realm=\"evil.example\", nonce=\"n\", qop=\"auth\"";
    phone.feed(unauthorized(&invite, challenge));
    phone.take_request(Method::Ack);
    let (_, end) = phone.take_end();
    assert_eq!(
        (end.by, end.kind),
        (EndedBy::Local, EndKind::Authentication)
    );
    phone.expect_nothing_unfinished();
}

#[test]
fn the_registrars_realm_is_trusted_for_calls_whatever_it_is_called() {
    let challenge = "Digest realm=\"asterisk\", nonce=\"n\", qop=\"auth\"";
    let mut phone = Phone::new().open();
    let first = phone.take_request(Method::Register);
    phone.feed(unauthorized(&first, challenge));
    let mut phone = phone.accept_registration();
    phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    assert!(
        invite.headers.get("Authorization").is_none(),
        "what the registrar's nonce made does not travel with a call"
    );
    phone.feed(unauthorized(&invite, challenge));
    phone.take_request(Method::Ack);
    assert!(is_right(
        &phone.take_request(Method::Invite),
        "Authorization"
    ));
}

#[test]
fn further_realms_can_be_named_in_the_configuration() {
    let mut config = config();
    config.realms = vec!["trunk.example.net".into()];
    let mut phone = Phone::with(config, 3).open().accept_registration();
    phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    let challenge = "Digest realm=\"trunk.example.net\", nonce=\"n\", qop=\"auth\"";
    phone.feed(proxy_auth(&invite, challenge));
    phone.take_request(Method::Ack);
    phone.take_request(Method::Invite);
}

#[test]
fn several_proxies_are_answered_together() {
    let mut config = config();
    config.realms = vec!["two.example".into()];
    let mut phone = Phone::with(config, 3).open().accept_registration();
    phone.invite("sip:bob@example.com");
    let invite = phone.take_request(Method::Invite);
    let mut response = proxy_auth(&invite, MD5);
    response.headers.push(
        "Proxy-Authenticate",
        "Digest realm=\"two.example\", nonce=\"t\", qop=\"auth\"",
    );
    phone.feed(response);
    phone.take_request(Method::Ack);
    let second = phone.take_request(Method::Invite);
    assert_eq!(second.headers.get_all("Proxy-Authorization").count(), 2);
}

#[test]
fn the_answer_is_the_one_that_the_digest_module_makes() {
    // Without qop there is no cnonce, so the whole answer can be computed beside.
    let mut phone = Phone::new().open();
    let first = phone.take_request(Method::Register);
    let text = "Digest realm=\"example.com\", nonce=\"plain\"";
    phone.feed(unauthorized(&first, text));
    let second = phone.take_request(Method::Register);
    let challenges: Vec<Challenge> = unauthorized(&first, text)
        .headers
        .challenges("WWW-Authenticate");
    let credentials = Credentials {
        username: "alice".into(),
        password: "sesame".into(),
    };
    let mut rng = alo_sip::SeededRandom::new(0);
    let (name, value) = Session::new(challenges[0].clone()).unwrap().authorization(
        &credentials,
        "REGISTER",
        "sip:example.com",
        b"",
        &mut rng,
    );
    assert_eq!(second.headers.get(name), Some(value.as_str()));
}
