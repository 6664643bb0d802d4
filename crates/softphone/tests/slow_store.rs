//! A slow store: answers of a provider and commands of a person while a change is under way.

mod common;

use std::time::Duration;

use alo_protocol::{
    AudioSettings, CallHook, Command, ProviderSignIn, ProviderState, Refusal, Secret, SipAccount,
    WorkSettings,
};
use alo_softphone::{Input, RequestId, StoreOp, Stored, StoredProvider};
use common::{Omicall, Rig, Store, account, omicall, sign_in, sign_in_as};

/// A phone that has just signed in at a provider, which has not answered; from now on the store waits. Also
/// returns the index of the next change of the store.
fn signing_in() -> (Rig, usize) {
    let mut rig = Rig::signed_out();
    assert_eq!(rig.command(sign_in()), None);
    rig.store = Store::Waits;
    let from = rig.stored.len();
    (rig, from)
}

/// A phone that signs in again, because the session has ended; from now on the store waits.
fn renewing(server: &mut Omicall) -> (Rig, usize) {
    let mut rig = Rig::at_omicall(server);
    server.expire();
    rig.command(Command::RefreshHistory);
    rig.store = Store::Waits;
    let from = rig.stored.len();
    (rig, from)
}

fn sign_in_at_another_company() -> Command {
    let mut sign_in = omicall();
    if let ProviderSignIn::Omicall { domain, .. } = &mut sign_in {
        "another".clone_into(domain);
    }
    Command::ProviderSignIn { sign_in }
}

fn company(stored: &StoredProvider) -> &str {
    match &stored.sign_in {
        ProviderSignIn::Omicall { domain, .. } => domain,
        _ => "",
    }
}

fn used(rig: &Rig) -> Option<&str> {
    let account = rig.snapshot().account.as_ref();
    account.map(|account| account.username.as_str())
}

fn is_acknowledged(rig: &mut Rig, request: RequestId) -> bool {
    rig.reply(request) == Some(None)
}

#[test]
fn signing_out_holds_whether_the_provider_answers_before_or_meanwhile() {
    for answers_first in [true, false] {
        let mut server = Omicall::default();
        let (mut rig, from) = signing_in();
        if answers_first {
            rig.serve(&mut server);
        }
        let request = rig.command_later(Command::SignOut);
        rig.serve(&mut server);
        rig.disk_answers(from, true);
        assert!(is_acknowledged(&mut rig, request));
        assert_eq!(used(&rig), None, "answers first: {answers_first}");
        let disk = rig.disk(None);
        assert_eq!(disk.account, None);
        assert_eq!(disk.provider, None, "its password and its token are gone");
    }
}

#[test]
fn an_own_account_holds_whether_the_provider_answers_before_or_meanwhile() {
    for answers_first in [true, false] {
        let mut server = Omicall::default();
        let (mut rig, from) = signing_in();
        if answers_first {
            rig.serve(&mut server);
        }
        let request = rig.command_later(Command::SignIn { account: account() });
        rig.serve(&mut server);
        rig.disk_answers(from, true);
        assert!(is_acknowledged(&mut rig, request));
        assert_eq!(used(&rig), Some("1001"), "answers first: {answers_first}");
        let disk = rig.disk(None);
        assert_eq!(disk.account, Some(account()));
        assert_eq!(disk.provider, None);
    }
}

#[test]
fn what_a_provider_says_while_somebody_leaves_it_is_stored_only_if_they_could_not() {
    for (ok, command) in [
        (true, Command::SignOut),
        (true, Command::SignIn { account: account() }),
        (false, Command::SignOut),
    ] {
        let mut server = Omicall::default();
        let (mut rig, from) = renewing(&mut server);
        rig.command_later(command);
        rig.serve(&mut server);
        rig.disk_answers(from, ok);
        // The list of calls that the first sign-in had asked for.
        rig.serve(&mut server);
        rig.disk_answers(from + 1, true);
        let kept = rig.disk(None).provider;
        assert_eq!(kept.is_some(), !ok, "{kept:?}");
        let token = kept.and_then(|kept| kept.token);
        assert!(token.is_none_or(|token| token.token.expose() == "session-2"));
    }
}

#[test]
fn a_sign_in_elsewhere_is_not_overwritten_by_the_session_before_it() {
    let mut server = Omicall::default();
    let (mut rig, from) = renewing(&mut server);
    let request = rig.command_later(sign_in_at_another_company());
    rig.serve(&mut server);
    rig.disk_answers(from, true);
    assert!(is_acknowledged(&mut rig, request));
    let kept = rig.disk(None).provider.expect("a provider");
    assert_eq!(company(&kept), "another");
}

#[test]
fn the_account_of_one_company_is_not_taken_for_anothers_that_is_signed_in_at_meanwhile() {
    let mut server = Omicall::default();
    let (mut rig, from) = signing_in();
    rig.command_later(sign_in_at_another_company());
    rig.serve(&mut server);
    rig.disk_answers(from, true);
    rig.serve_nothing();
    assert_ne!(rig.snapshot().provider.state, ProviderState::SignedIn);
    let kept = rig.disk(None).provider.expect("a provider");
    assert_eq!(company(&kept), "another");
    assert!(!kept.registered);
}

#[test]
fn numbers_stay_hidden_where_somebody_else_signs_in_while_the_account_is_being_stored() {
    let mut server = Omicall {
        masked: true,
        ..Omicall::default()
    };
    let (mut rig, from) = signing_in();
    rig.serve(&mut server);
    rig.command_later(sign_in_at_another_company());
    rig.disk_answers(from, true);
    rig.serve_nothing();
    assert_eq!(used(&rig), Some("101"), "calls go by it still");
    assert!(rig.snapshot().provider.hides_numbers);
    let again = rig.restarted(None);
    assert_eq!(used(&again), Some("101"));
    assert!(again.snapshot().provider.hides_numbers);
}

#[test]
fn an_account_in_use_stays_its_owners_where_they_sign_in_again_while_it_is_being_stored() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    sign_in_as(&mut rig, &mut server, "another", "102");
    rig.store = Store::Waits;
    let from = rig.stored.len();
    rig.command_later(sign_in());
    let store = rig.stored[from].0;
    rig.feed(Input::Stored { store, ok: true });
    // The account that it names is being stored.
    rig.serve(&mut server);
    rig.command_later(sign_in());
    rig.disk_answers(from + 1, true);
    rig.serve_nothing();
    assert_eq!(used(&rig), Some("101"));
    let kept = rig.disk(None).provider.expect("a provider");
    assert_eq!(company(&kept), "omiteam");
    assert!(kept.registered, "calls are this one's");
    assert_eq!(kept.former, None);
}

#[test]
fn a_hotline_holds_where_its_chooser_signs_in_again_before_the_choice_is_stored() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    rig.store = Store::Waits;
    let from = rig.stored.len();
    let hotline = Some("02471000002".to_owned());
    let request = rig.command_later(Command::ChooseHotline {
        hotline: hotline.clone(),
    });
    rig.command_later(sign_in());
    rig.disk_answers(from, true);
    assert!(is_acknowledged(&mut rig, request));
    rig.serve_nothing();
    assert_eq!(rig.snapshot().provider.hotline, hotline);
    assert_eq!(
        rig.disk(None).provider.expect("a provider").hotline,
        hotline
    );
}

#[test]
fn calls_of_an_own_account_belong_to_no_provider_that_was_left_for_it_meanwhile() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    rig.store = Store::Waits;
    let from = rig.stored.len();
    rig.command_later(Command::SignIn { account: account() });
    rig.command_later(sign_in_at_another_company());
    rig.disk_answers(from, true);
    rig.serve_nothing();
    assert_eq!(used(&rig), Some("1001"));
    let kept = rig.disk(None).provider.expect("a provider");
    assert_eq!(company(&kept), "another");
    assert_eq!(kept.former, None);
}

#[test]
fn how_an_account_is_used_stays_as_it_was_set_while_its_provider_names_it_again() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    let mut set = rig.disk(None).account.expect("an account");
    set.ice_servers = account().ice_servers;
    let command = |account: &SipAccount| Command::SignIn {
        account: account.clone(),
    };
    assert_eq!(rig.command(command(&set)), None);
    assert_eq!(rig.command(sign_in()), None);
    rig.store = Store::Waits;
    let from = rig.stored.len();
    set.display_name = "Chị Lan".to_owned();
    let request = rig.command_later(command(&set));
    rig.serve(&mut server);
    rig.disk_answers(from, true);
    assert!(is_acknowledged(&mut rig, request));
    let kept = rig.disk(None).account.expect("an account");
    assert_eq!(kept.display_name, "Chị Lan");
    assert_ne!(
        kept.ice_servers, set.ice_servers,
        "relays are the session's"
    );
}

#[test]
fn an_own_account_that_is_saved_again_while_the_providers_is_being_stored_is_an_own_one() {
    let mut server = Omicall::default();
    let mut rig = Rig::registered();
    assert_eq!(rig.command(sign_in()), None);
    rig.store = Store::Waits;
    let from = rig.stored.len();
    rig.serve(&mut server);
    rig.command_later(Command::SignIn { account: account() });
    rig.disk_answers(from, true);
    assert_eq!(used(&rig), Some("1001"));
    assert_eq!(rig.snapshot().provider.state, ProviderState::None);
    assert_eq!(rig.disk(None).provider, None);
}

#[test]
fn a_hotline_that_is_chosen_while_the_session_is_renewed_is_kept_and_so_is_the_session() {
    let mut server = Omicall::default();
    let (mut rig, from) = renewing(&mut server);
    let hotline = Some("02471000002".to_owned());
    let request = rig.command_later(Command::ChooseHotline {
        hotline: hotline.clone(),
    });
    rig.serve(&mut server);
    rig.disk_answers(from, true);
    rig.store = Store::Works;
    rig.serve(&mut server);
    assert!(is_acknowledged(&mut rig, request));
    assert_eq!(rig.snapshot().provider.hotline, hotline);
    let kept = rig.disk(None).provider.expect("a provider");
    assert_eq!(kept.hotline, hotline);
    assert_eq!(kept.token.expect("a token").token.expose(), "session-2");
}

/// The settings as another view sends them: it knows no secret.
fn without_secret(hook: &CallHook) -> CallHook {
    CallHook {
        secret: Secret::default(),
        ..hook.clone()
    }
}

#[test]
fn the_key_of_the_call_hook_that_is_being_stored_holds_where_other_settings_change_meanwhile() {
    let mut rig = Rig::signed_out();
    let hook = |address: &str, key: &str| CallHook {
        url: address.to_owned(),
        secret: Secret::new(key),
    };
    let (old, new) = (
        hook("https://old.example/calls", "old-k3y"),
        hook("https://new.example/calls", "new-k3y"),
    );
    let mut work = rig.snapshot().work.clone();
    work.hook = old.clone();
    let command = |work: &WorkSettings| Command::SetWork { work: work.clone() };
    assert_eq!(rig.command(command(&work)), None);
    rig.store = Store::Waits;
    // A view that has not seen the new address sends the old one.
    for shown in [&new, &old] {
        let from = rig.stored.len();
        work.hook = new.clone();
        rig.command_later(command(&work));
        work.hook = without_secret(shown);
        work.keep_days = 7;
        let request = rig.command_later(command(&work));
        rig.disk_answers(from, true);
        assert!(is_acknowledged(&mut rig, request));
        assert_eq!(rig.disk(None).work.hook, *shown);
        assert_eq!(rig.disk(None).work.keep_days, 7);
        work.hook = old.clone();
        let from = rig.stored.len();
        rig.command_later(command(&work));
        rig.disk_answers(from, true);
    }
}

#[test]
fn a_new_password_holds_where_the_account_is_saved_again_before_it_is_stored() {
    let mut rig = Rig::registered();
    rig.store = Store::Waits;
    let from = rig.stored.len();
    let mut typed = account();
    typed.password = Secret::new("new-pass");
    typed.ice_servers[0].credential = Some(Secret::new("new-credential"));
    rig.command_later(Command::SignIn {
        account: typed.clone(),
    });
    let stored = typed.clone();
    typed.password = Secret::default();
    typed.ice_servers[0].credential = None;
    typed.display_name = "Lan".to_owned();
    let request = rig.command_later(Command::SignIn { account: typed });
    rig.disk_answers(from, true);
    assert!(is_acknowledged(&mut rig, request));
    let kept = rig.disk(None).account.expect("an account");
    assert_eq!(kept.password, stored.password);
    assert_eq!(kept.ice_servers, stored.ice_servers);
    assert_eq!(kept.display_name, "Lan");
}

#[test]
fn a_new_password_at_the_provider_holds_where_its_owner_signs_in_again_before_it_is_stored() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    rig.store = Store::Waits;
    let from = rig.stored.len();
    for typed in ["new-pass", ""] {
        let mut sign_in = omicall();
        if let ProviderSignIn::Omicall { password, .. } = &mut sign_in {
            *password = Secret::new(typed);
        }
        rig.command_later(Command::ProviderSignIn { sign_in });
    }
    rig.disk_answers(from, true);
    let kept = rig.disk(None).provider.expect("a provider");
    let ProviderSignIn::Omicall { password, .. } = kept.sign_in else {
        panic!("OmiCall's")
    };
    assert_eq!(password.expose(), "new-pass");
}

#[test]
fn devices_that_are_asked_for_again_are_acknowledged_only_if_the_last_change_was_stored() {
    let mut rig = Rig::signed_out();
    rig.store = Store::Waits;
    let from = rig.stored.len();
    let first = AudioSettings {
        echo_cancellation: false,
        ..AudioSettings::default()
    };
    let second = AudioSettings {
        noise_suppression: false,
        ..first.clone()
    };
    rig.command_later(Command::SetAudio { audio: first });
    rig.command_later(Command::SetAudio {
        audio: second.clone(),
    });
    let store = rig.stored[from].0;
    rig.feed(Input::Stored { store, ok: true });
    let again = rig.command_later(Command::SetAudio { audio: second });
    rig.disk_answers(from + 1, false);
    rig.disk_answers(from + 2, true);
    assert!(is_acknowledged(&mut rig, again));
    let stored = rig.disk(None).audio;
    assert!(!stored.noise_suppression, "{stored:?}");
}

#[test]
fn who_fails_to_sign_in_over_a_store_that_was_not_read_has_numbers_hidden_at_the_next_start() {
    let mut server = Omicall {
        masked: true,
        ..Omicall::default()
    };
    let disk = Rig::at_omicall(&mut server).disk(None);
    server.auth_status = Some("password_incorrect");
    for tries in [1, 2] {
        let mut rig = unread();
        for extension in ["010", "102"].iter().take(tries) {
            sign_in_as(&mut rig, &mut server, "omiteam", extension);
            let provider = &rig.snapshot().provider;
            assert_eq!(provider.state, ProviderState::Failed);
            assert!(provider.hides_numbers, "{extension}");
        }
        let mut disk = disk.clone();
        for (_, op) in &rig.stored {
            common::carry_out(&mut disk, op);
        }
        let mut again = Rig::unloaded();
        again.feed(Input::Loaded(disk));
        assert_eq!(used(&again), Some("101"));
        assert!(again.snapshot().provider.hides_numbers, "{tries}");
    }
}

#[test]
fn that_numbers_are_hidden_is_known_at_the_next_start_although_it_could_not_be_stored_at_first() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    server.masked = true;
    assert_eq!(rig.command(sign_in()), None);
    rig.store = Store::Fails;
    let from = rig.stored.len();
    rig.serve(&mut server);
    let tried = || matches!(rig.stored[from..], [(_, StoreOp::PutProvider(_)), ..]);
    assert!(tried());
    let from = rig.stored.len();
    rig.command(Command::HistorySeen);
    assert_eq!(rig.stored.len(), from, "not again at once");
    rig.store = Store::Works;
    rig.advance(Duration::from_secs(10));
    let again = rig.restarted(None);
    assert_eq!(used(&again), Some("101"));
    assert!(again.snapshot().provider.hides_numbers);
    let from = rig.stored.len();
    rig.advance(Duration::from_secs(60));
    assert_eq!(rig.stored.len(), from, "and once is enough");
}

#[test]
fn usual_settings_over_a_store_that_was_not_read_are_not_said_to_be_stored() {
    let mut rig = unread();
    rig.store = Store::Fails;
    let phone = Command::SetPhone {
        phone: rig.snapshot().phone.clone(),
    };
    assert_eq!(rig.command(phone), Some(Refusal::StorageFailed));
    let audio = Command::SetAudio {
        audio: rig.snapshot().audio.clone(),
    };
    assert_eq!(rig.command(audio), Some(Refusal::StorageFailed));
}

fn unread() -> Rig {
    let mut rig = Rig::unloaded();
    rig.feed(Input::Loaded(Stored {
        unread: true,
        ..Stored::default()
    }));
    rig
}
