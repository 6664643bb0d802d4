//! A registrar that refuses, is in trouble, or says nothing.

mod common;

use std::time::Duration;

use alo_sip::wire::{Method, Request};
use alo_sip::{FailureCause, RecoveryCause, RegistrationEvent};
use common::{Out, Phone, registered, unauthorized};

#[test]
fn interval_too_brief_without_end_is_a_refusal() {
    let mut phone = Phone::new().open();
    for round in 1..10 {
        let register = phone.take_request(Method::Register);
        let mut brief = register.response(423, "", Some("r"));
        brief
            .headers
            .push("Min-Expires", (600 + round * 100).to_string());
        phone.feed(brief);
        if round == 4 {
            break;
        }
    }
    let failed = RegistrationEvent::Failed {
        cause: FailureCause::Rejected,
        code: 423,
    };
    assert_eq!(phone.registration(), failed);
    assert_eq!(phone.take(), Out::Disconnect);
    phone.expect_quiet();
}

#[test]
fn each_refusal_is_told_by_its_cause_and_not_repeated() {
    for (code, cause) in [
        (403, FailureCause::Forbidden),
        (404, FailureCause::UnknownUser),
        (604, FailureCause::UnknownUser),
        (400, FailureCause::Rejected),
        (302, FailureCause::Rejected),
    ] {
        let mut phone = Phone::new().open();
        let register = phone.take_request(Method::Register);
        phone.feed(register.response(code, "", Some("r")));
        assert_eq!(
            phone.registration(),
            RegistrationEvent::Failed { cause, code }
        );
        assert_eq!(phone.take(), Out::Disconnect);
        phone.advance_s(3600);
        phone.expect_quiet();
        phone.ua.start(phone.now);
        phone.drain();
        assert!(matches!(phone.take(), Out::Connect(_)), "start tries again");
    }
}

/// The wait that was told, with its cause.
#[track_caller]
fn recovering(phone: &mut Phone) -> (Duration, RecoveryCause) {
    match phone.registration() {
        RegistrationEvent::Recovering { retry_at, why } => {
            (retry_at.saturating_since(phone.now), why)
        }
        other => panic!("not recovering: {other:?}"),
    }
}

#[test]
fn a_refusal_of_what_was_granted_before_is_waited_out_for_minutes() {
    for (code, cause) in [
        (403, FailureCause::Forbidden),
        (404, FailureCause::UnknownUser),
        (400, FailureCause::Rejected),
    ] {
        let mut phone = Phone::registered();
        let (_, mut register) = phone.next_register(Duration::from_secs(600));
        for (least, most) in [(60, 75), (120, 150), (240, 300), (240, 300)] {
            phone.feed(register.response(code, "", Some("r")));
            let (wait, why) = recovering(&mut phone);
            assert_eq!(why, RecoveryCause::Refused { cause, code });
            assert!((least..=most).contains(&wait.as_secs()), "{wait:?}");
            phone.expect_quiet();
            phone.advance(wait);
            assert_eq!(phone.registration(), RegistrationEvent::Connecting);
            register = phone.take_request(Method::Register);
        }
        phone.feed(registered(&register, 600));
        assert_eq!(
            phone.registration(),
            RegistrationEvent::Registered { expires: 600 }
        );
        // A success makes the next refusal a first one.
        let (_, register) = phone.next_register(Duration::from_secs(600));
        phone.feed(register.response(code, "", Some("r")));
        assert!(recovering(&mut phone).0 <= Duration::from_secs(75));
    }
}

#[test]
fn a_new_socket_does_not_cut_the_wait_after_a_refusal_short() {
    let mut phone = Phone::registered();
    let (_, register) = phone.next_register(Duration::from_secs(600));
    phone.feed(register.response(403, "", Some("r")));
    let (wait, why) = recovering(&mut phone);
    let due = phone.now + wait;
    phone.lose_socket();
    let (back_off, _) = recovering(&mut phone);
    phone.advance(back_off);
    assert!(matches!(phone.take(), Out::Connect(_)));
    assert_eq!(phone.registration(), RegistrationEvent::Connecting);
    phone.transport(alo_sip::TransportEvent::Opened);
    assert_eq!(
        phone.registration(),
        RegistrationEvent::Recovering { retry_at: due, why }
    );
    phone.expect_quiet();
    phone.advance(due.saturating_since(phone.now));
    phone.take_request(Method::Register);
}

#[test]
fn starting_again_cuts_the_wait_after_a_refusal_short() {
    let mut phone = Phone::registered();
    let (_, register) = phone.next_register(Duration::from_secs(600));
    phone.feed(register.response(403, "", Some("r")));
    recovering(&mut phone);
    phone.ua.start(phone.now);
    phone.drain();
    assert_eq!(phone.registration(), RegistrationEvent::Connecting);
    let register = phone.take_request(Method::Register);
    // It is no first registration: the server may still be in trouble.
    phone.feed(register.response(403, "", Some("r")));
    recovering(&mut phone);
}

#[test]
fn a_password_that_was_right_is_tried_once_more_after_minutes_and_then_no_more() {
    const CHALLENGE: &str = "Digest realm=\"example.com\", nonce=\"n\", qop=\"auth\"";
    let refuse = |phone: &mut Phone, mut register: Request| {
        loop {
            phone.feed(unauthorized(&register, CHALLENGE));
            if !phone.events.is_empty() {
                break;
            }
            register = phone.take_request(Method::Register);
        }
    };
    let cause = FailureCause::WrongPassword;
    let mut phone = Phone::registered();
    let (_, register) = phone.next_register(Duration::from_secs(600));
    refuse(&mut phone, register);
    let (wait, why) = recovering(&mut phone);
    assert_eq!(why, RecoveryCause::Refused { cause, code: 401 });
    assert!((180..=300).contains(&wait.as_secs()), "{wait:?}");
    phone.expect_quiet();
    phone.advance(wait);
    assert_eq!(phone.registration(), RegistrationEvent::Connecting);
    let register = phone.take_request(Method::Register);
    refuse(&mut phone, register);
    assert_eq!(
        phone.registration(),
        RegistrationEvent::Failed { cause, code: 401 }
    );
    assert_eq!(phone.take(), Out::Disconnect);
    phone.advance_s(3600);
    phone.expect_quiet();
}

#[test]
fn a_server_in_trouble_is_asked_again_later_and_later() {
    let mut phone = Phone::new().open();
    let mut whole = 1.0;
    for _ in 0..8 {
        let register = phone.take_request(Method::Register);
        phone.feed(register.response(500, "", Some("r")));
        let RegistrationEvent::Recovering { retry_at, why } = phone.registration() else {
            panic!("not recovering")
        };
        assert_eq!(why, RecoveryCause::ServerError { code: 500 });
        let wait = retry_at.saturating_since(phone.now).as_secs_f64();
        assert!(wait >= whole / 2.0 && wait <= whole, "{wait} of {whole}");
        whole = f64::min(whole * 2.0, 30.0);
        phone.advance(retry_at.saturating_since(phone.now));
        assert_eq!(phone.registration(), RegistrationEvent::Connecting);
    }
}

#[test]
fn retry_after_is_obeyed() {
    let mut phone = Phone::new().open();
    let register = phone.take_request(Method::Register);
    let mut busy = register.response(503, "", Some("r"));
    busy.headers.push("Retry-After", "45 (restarting)");
    phone.feed(busy);
    let RegistrationEvent::Recovering { retry_at, .. } = phone.registration() else {
        panic!("not recovering")
    };
    assert_eq!(retry_at, phone.now + Duration::from_secs(45));
}

#[test]
fn a_silent_registrar_is_no_answer_and_tried_again() {
    let mut phone = Phone::new().open();
    phone.take_request(Method::Register);
    phone.advance_s(32);
    let RegistrationEvent::Recovering { why, .. } = phone.registration() else {
        panic!("not recovering")
    };
    assert_eq!(why, RecoveryCause::NoAnswer);
    phone.advance_s(1);
    phone.take_request(Method::Register);
}
