//! What the options page shows of signing in at a provider, and of the settings of the work.

mod support;

use alo_protocol::{
    BizflyPaths, FormField, HotlineView, ProviderKind, ProviderProblem, ProviderSignIn,
    ProviderState, ProviderView, Secret, Snapshot,
};
use alo_ui::preview;
use support::{NOW, signed_in, speak};

fn options(snapshot: Snapshot) -> String {
    speak("en");
    preview::options(Some(snapshot), NOW)
}

fn at_bizfly(state: ProviderState, problem: Option<ProviderProblem>) -> Snapshot {
    let sign_in = ProviderSignIn::Bizfly {
        base_url: "https://own.example.com".into(),
        email: "lan@example.com".into(),
        password: Secret::new("must-not-be-shown"),
        paths: BizflyPaths::default(),
        server_url: String::new(),
        domain: String::new(),
    };
    Snapshot {
        provider: ProviderView {
            kind: ProviderKind::Bizfly,
            state,
            user: "lan@example.com".into(),
            sign_in: Some(sign_in.without_secrets()),
            problem,
            ..ProviderView::default()
        },
        ..signed_in()
    }
}

#[test]
fn a_provider_s_form_has_its_own_fields_and_says_what_is_unverified() {
    let html = options(at_bizfly(ProviderState::SignedIn, None));
    assert!(html.contains("Signed in at Bizfly as lan@example.com"));
    assert!(html.contains("provider-email") && html.contains("provider-path-note"));
    assert!(html.contains("unverified – not documented by Bizfly"));
    assert!(
        !html.contains("id=\"server-url\""),
        "the plain account's form"
    );
    assert!(html.contains("Stored – leave empty to keep it"));
    assert!(!html.contains("must-not-be-shown"));
    assert!(html.contains("Sign out"));
}

#[test]
fn what_a_provider_has_against_a_sign_in_is_said_with_what_still_works() {
    let failed = ProviderState::Failed;
    let html = options(at_bizfly(failed, Some(ProviderProblem::ExtensionDisabled)));
    assert!(html.contains("Not signed in at Bizfly"));
    assert!(html.contains("This extension is switched off."));
    assert!(html.contains("Calls work.") && html.contains("Try again"));
}

#[test]
fn every_problem_has_a_sentence_of_its_own_in_both_languages() {
    use ProviderProblem::{
        BadAnswer, BadSignIn, BadUrl, Expired, ExtensionDisabled, Forbidden, NoBalance, NotFound,
        NotOffered, NotPermitted, Redirected, Refused, ServerFailed, TimedOut, TooMany,
        Unreachable, WrongKey, WrongPassword,
    };
    let all = [
        BadSignIn,
        BadUrl,
        WrongPassword,
        WrongKey,
        Expired,
        ExtensionDisabled,
        NoBalance,
        Forbidden,
        TooMany,
        NotFound,
        Refused,
        ServerFailed,
        Unreachable,
        TimedOut,
        Redirected,
        BadAnswer,
        NotPermitted,
        NotOffered,
    ];
    for locale in ["en", "vi"] {
        let messages = support::messages(locale);
        let sentences: std::collections::BTreeSet<&str> = all
            .iter()
            .map(|problem| {
                messages[alo_ui::note_words::provider_problem(*problem)]
                    .message
                    .as_str()
            })
            .collect();
        assert_eq!(sentences.len(), all.len(), "{locale}");
    }
}

#[test]
fn the_hotline_can_be_chosen_where_there_are_two() {
    let mut snapshot = at_bizfly(ProviderState::SignedIn, None);
    snapshot.provider.hotlines = ["a", "b"]
        .map(|id| HotlineView {
            id: id.into(),
            label: format!("Hotline {id}"),
        })
        .into();
    let any = "Chosen by the provider";
    let html = options(snapshot.clone());
    assert!(html.contains("id=\"account-hotline\"") && html.contains("Hotline b"));
    assert!(html.contains(any));
    // Where the provider chooses none, "any" is none.
    snapshot.provider.hotline_needed = true;
    let html = options(snapshot);
    assert!(html.contains("Hotline b") && !html.contains(any));
}

#[test]
fn without_a_provider_any_pbx_can_be_signed_in_at() {
    let html = options(Snapshot {
        ready: true,
        ..Snapshot::default()
    });
    for name in ["OmiCall", "Bizfly", "VBot", "Other PBX"] {
        assert!(html.contains(name), "{name}");
    }
    assert!(html.contains("id=\"server-url\""));
    assert!(!html.contains("Not signed in at"));
}

#[test]
fn the_company_s_form_stands_in_its_builder() {
    let mut snapshot = signed_in();
    snapshot.work.form.fields = vec![FormField {
        id: "need".into(),
        label: "Nhu cầu".into(),
        ..FormField::default()
    }];
    snapshot.contacts_here = 12;
    let html = options(snapshot);
    assert!(html.contains("aria-label=\"Remove Nhu cầu\""));
    assert!(html.contains("Contacts on this computer: 12"));
    assert!(!html.contains("No fields of your own"));
    let html = options(signed_in());
    assert!(html.contains("No fields of your own") && !html.contains("Remove all contacts"));
}
