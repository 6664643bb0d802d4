//! "Test connection": a verdict for everything that can be wrong; the live line is left alone.

mod common;

use std::time::Duration;

use alo_protocol::{
    CheckStep, Command, Problem, Refusal, RegistrationState, Secret, SipAccount, TestReport,
    Verdict,
};
use alo_sip::wire::Request;
use common::{Rig, account};

fn other_account() -> SipAccount {
    SipAccount {
        username: "2002".to_owned(),
        ..account()
    }
}

/// A phone without an account that tests one.
fn testing(account: SipAccount) -> Rig {
    let mut rig = Rig::signed_out();
    assert_eq!(rig.command(Command::TestConnection { account }), None);
    rig
}

fn report(rig: &Rig) -> &TestReport {
    rig.snapshot().test.as_ref().expect("a report")
}

#[track_caller]
fn failed(rig: &Rig, step: CheckStep, problem: Problem, code: Option<u16>) {
    let report = report(rig);
    assert_eq!(report.verdict, Verdict::Failed);
    assert_eq!(
        (report.step, report.problem, report.code),
        (step, Some(problem), code)
    );
    assert_eq!(report.server, "pbx.example.com");
}

/// Opens the socket and takes the first REGISTER.
fn registering(rig: &mut Rig) -> Request {
    assert_eq!(report(rig).step, CheckStep::Socket);
    rig.open_socket();
    assert_eq!(report(rig).step, CheckStep::Answer);
    rig.request("REGISTER")
}

#[test]
fn a_good_account_passes_and_is_unregistered_again() {
    let mut rig = testing(account());
    assert_eq!(report(&rig).verdict, Verdict::Running);
    let socket = rig.socket();
    let register = registering(&mut rig);
    rig.challenge(&register, "n");
    assert_eq!(report(&rig).step, CheckStep::SignIn);
    rig.accept_register();
    assert_eq!(
        report(&rig).verdict,
        Verdict::Running,
        "still unregistering"
    );
    let register = rig.accept_register();
    let contact = register.headers.get("Contact").expect("a contact");
    assert!(contact.contains("expires=0") || register.headers.get("Expires") == Some("0"));
    assert_eq!(report(&rig).verdict, Verdict::Passed);
    assert_eq!(report(&rig).problem, None);
    assert!(!rig.is_open(socket));
    assert_eq!(rig.snapshot().account, None, "nothing is stored");
    assert_eq!(rig.phone.poll_timeout(), None);
}

#[test]
fn a_server_that_does_not_answer_the_unregistration_passes_too() {
    let mut rig = testing(account());
    let register = registering(&mut rig);
    rig.challenge(&register, "n");
    rig.accept_register();
    rig.advance(Duration::from_secs(3));
    assert_eq!(report(&rig).verdict, Verdict::Passed);
}

#[test]
fn a_socket_that_does_not_open() {
    let mut rig = testing(account());
    rig.lose_socket(1006);
    failed(&rig, CheckStep::Socket, Problem::TlsOrSocketFailed, None);
    rig.advance(Duration::from_secs(60));
    assert_eq!(rig.sockets.len(), 1, "a test is not repeated");

    let mut rig = testing(SipAccount {
        server_url: "ws://127.0.0.1:8088/ws".to_owned(),
        ..account()
    });
    rig.lose_socket(1006);
    assert_eq!(report(&rig).problem, Some(Problem::SocketFailed));
    assert_eq!(report(&rig).server, "127.0.0.1");
}

#[test]
fn a_socket_that_neither_opens_nor_fails() {
    let mut rig = testing(account());
    let socket = rig.socket();
    rig.advance(Duration::from_secs(16));
    failed(&rig, CheckStep::Socket, Problem::TlsOrSocketFailed, None);
    assert!(!rig.is_open(socket));
}

#[test]
fn a_server_that_never_answers() {
    let mut rig = testing(account());
    registering(&mut rig);
    rig.advance(Duration::from_secs(14));
    assert_eq!(report(&rig).verdict, Verdict::Running);
    rig.advance(Duration::from_secs(2));
    failed(&rig, CheckStep::Answer, Problem::NoAnswer, None);
}

#[test]
fn a_server_that_speaks_something_else() {
    let mut rig = testing(account());
    registering(&mut rig);
    rig.server_says(b"{\"hello\":\"world\"}");
    rig.advance(Duration::from_secs(16));
    failed(&rig, CheckStep::Answer, Problem::NotSip, None);

    let mut rig = testing(account());
    registering(&mut rig);
    rig.lose_socket(1002);
    failed(&rig, CheckStep::Answer, Problem::NotSip, None);
}

#[test]
fn a_socket_that_is_closed_at_once() {
    let mut rig = testing(account());
    registering(&mut rig);
    rig.lose_socket(1006);
    failed(&rig, CheckStep::Answer, Problem::SocketFailed, None);
}

#[test]
fn a_wrong_password() {
    let mut rig = testing(account());
    let register = registering(&mut rig);
    rig.challenge(&register, "one");
    let mut nonce = 2;
    while report(&rig).verdict == Verdict::Running {
        let register = rig.request("REGISTER");
        rig.challenge(&register, &format!("nonce-{nonce}"));
        nonce += 1;
        assert!(nonce < 5, "it asks the server again and again");
    }
    failed(&rig, CheckStep::SignIn, Problem::WrongPassword, Some(401));
}

#[test]
fn refusals_of_the_registrar() {
    for (status, problem) in [
        (403, Problem::Forbidden),
        (404, Problem::UnknownDomain),
        (604, Problem::UnknownDomain),
        (416, Problem::UnknownDomain),
        (503, Problem::ServerRefused),
        (500, Problem::ServerRefused),
        (400, Problem::ServerRefused),
    ] {
        let mut rig = testing(account());
        let register = registering(&mut rig);
        rig.respond(&register, status, "registrar");
        failed(&rig, CheckStep::SignIn, problem, Some(status));
    }
}

#[test]
fn a_challenge_that_we_do_not_speak() {
    let mut rig = testing(account());
    let register = registering(&mut rig);
    let mut response = register.response(401, "", Some("registrar"));
    response.headers.push(
        "WWW-Authenticate",
        "Digest realm=\"pbx.example.com\", nonce=\"n\", algorithm=SHA3-512, qop=\"auth\"",
    );
    rig.server_says(&response.to_bytes());
    failed(
        &rig,
        CheckStep::SignIn,
        Problem::UnsupportedChallenge,
        Some(401),
    );
}

#[test]
fn unusable_fields_fail_before_anything_is_sent() {
    let mut rig = testing(SipAccount {
        server_url: "http://pbx.example.com".to_owned(),
        ..account()
    });
    assert_eq!(report(&rig).step, CheckStep::Account);
    assert_eq!(report(&rig).problem, Some(Problem::BadServerUrl));
    let domain = SipAccount {
        domain: "no domain".to_owned(),
        ..account()
    };
    assert_eq!(
        rig.command(Command::TestConnection { account: domain }),
        None
    );
    assert_eq!(report(&rig).problem, Some(Problem::BadAccount));
    assert!(rig.sockets.is_empty());
    let without = SipAccount {
        password: Secret::default(),
        ..account()
    };
    let command = Command::TestConnection { account: without };
    assert_eq!(rig.command(command), Some(Refusal::PasswordNeeded));
}

#[test]
fn a_test_beside_a_live_line_leaves_it_alone() {
    let mut rig = Rig::registered();
    let (id, _, _) = rig.connected_out("0912345678");
    let live = rig.socket();
    let test = Command::TestConnection {
        account: other_account(),
    };
    assert_eq!(rig.command(test), None);
    let own = rig.socket();
    assert_ne!(own, live);
    let register = registering(&mut rig);
    let contact = register.headers.get("Contact").expect("a contact");
    assert!(
        !contact.contains("00000000-0000-4000-8000-000000000001"),
        "the test has an instance of its own, or the registrar would drop the live binding"
    );
    rig.respond(&register, 403, "registrar");
    failed(&rig, CheckStep::SignIn, Problem::Forbidden, Some(403));
    assert!(!rig.is_open(own));
    assert!(rig.is_open(live));
    assert_eq!(
        rig.snapshot().registration.state,
        RegistrationState::Registered
    );
    assert!(rig.call(&id).end.is_none());
    assert_eq!(
        rig.snapshot().account.as_ref().map(|a| a.username.as_str()),
        Some("1001")
    );
}

#[test]
fn after_a_test_of_the_own_address_the_live_registration_is_renewed() {
    let mut rig = Rig::registered();
    let live = rig.socket();
    let test = Command::TestConnection { account: account() };
    assert_eq!(rig.command(test), None);
    let register = registering(&mut rig);
    rig.challenge(&register, "n");
    rig.accept_register();
    // At a registrar with one binding per address this removes the live one.
    let farewell = rig.accept_register();
    assert_eq!(farewell.headers.get("Expires"), Some("0"));
    assert_eq!(report(&rig).verdict, Verdict::Passed);
    assert_eq!(rig.socket(), live);
    let renewal = rig.accept_register();
    assert_eq!(renewal.headers.get("Expires"), Some("600"));
    let contact = renewal.headers.get("Contact").expect("a contact");
    assert!(contact.contains("00000000-0000-4000-8000-000000000001"));
    rig.nothing_sent();
    assert_eq!(
        rig.snapshot().registration.state,
        RegistrationState::Registered
    );
}

#[test]
fn a_test_of_the_own_address_that_is_given_up_is_followed_by_a_renewal_too() {
    let mut rig = Rig::registered();
    let test = Command::TestConnection { account: account() };
    assert_eq!(rig.command(test), None);
    registering(&mut rig);
    rig.advance(Duration::from_secs(16));
    rig.sent.clear();
    rig.advance(Duration::from_secs(3));
    let renewal = rig.accept_register();
    assert_eq!(renewal.headers.get("Expires"), Some("600"));
}

#[test]
fn a_test_of_another_address_renews_nothing() {
    let mut rig = Rig::registered();
    let test = Command::TestConnection {
        account: other_account(),
    };
    assert_eq!(rig.command(test), None);
    let register = registering(&mut rig);
    rig.challenge(&register, "n");
    rig.accept_register();
    rig.accept_register();
    assert_eq!(report(&rig).verdict, Verdict::Passed);
    rig.nothing_sent();
}

#[test]
fn an_empty_password_means_the_stored_one() {
    let mut rig = Rig::registered();
    let same = SipAccount {
        password: Secret::default(),
        ..account()
    };
    assert_eq!(rig.command(Command::TestConnection { account: same }), None);
    let other = SipAccount {
        password: Secret::default(),
        ..other_account()
    };
    let command = Command::TestConnection { account: other };
    assert_eq!(rig.command(command), Some(Refusal::PasswordNeeded));
}

#[test]
fn a_new_test_takes_the_place_of_the_old_one() {
    let mut rig = testing(account());
    let first = rig.socket();
    let again = Command::TestConnection { account: account() };
    assert_eq!(rig.command(again), None);
    assert!(!rig.is_open(first));
    assert_eq!(report(&rig).verdict, Verdict::Running);
    let register = registering(&mut rig);
    rig.respond(&register, 403, "registrar");
    failed(&rig, CheckStep::SignIn, Problem::Forbidden, Some(403));
}

#[test]
fn a_slow_server_that_registers_in_the_last_moment_passes() {
    let mut rig = testing(account());
    let register = registering(&mut rig);
    rig.challenge(&register, "n");
    rig.advance(Duration::from_millis(14_500));
    rig.accept_register();
    rig.advance(Duration::from_secs(1));
    assert_eq!(report(&rig).verdict, Verdict::Passed);
    assert_eq!(report(&rig).problem, None);
}
