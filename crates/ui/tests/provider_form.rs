//! What is typed to sign in at a provider: what is wrong with it, and what it makes.

use alo_protocol::{BizflyPaths, ProviderKind, ProviderSignIn};
use alo_ui::provider_form::{Draft, Field};

fn draft(values: &[(Field, &str)]) -> Draft {
    let mut draft = Draft::default();
    for (field, value) in values {
        draft.set(*field, value);
    }
    draft
}

fn omicall() -> Draft {
    draft(&[
        (Field::Company, " congty "),
        (Field::Extension, "101"),
        (Field::Password, " pass "),
    ])
}

#[test]
fn a_filled_in_form_signs_in() {
    let sign_in = omicall().check(ProviderKind::Omicall, None).unwrap();
    let ProviderSignIn::Omicall {
        domain,
        password,
        base_url,
        ..
    } = sign_in
    else {
        panic!("another provider");
    };
    assert_eq!(
        (domain.as_str(), password.expose(), base_url.as_str()),
        ("congty", " pass ", "")
    );
}

#[test]
fn every_empty_field_is_named_at_once() {
    let named = |kind| -> Vec<Field> {
        let faults = Draft::default().check(kind, None).unwrap_err();
        faults.into_iter().map(|fault| fault.0).collect()
    };
    assert_eq!(
        named(ProviderKind::Omicall),
        [Field::Company, Field::Extension, Field::Password]
    );
    assert_eq!(named(ProviderKind::Bizfly), [Field::Email, Field::Password]);
    assert_eq!(named(ProviderKind::Vbot), [Field::Token]);
}

#[test]
fn the_password_is_kept_for_the_same_user_only() {
    let stored = omicall()
        .check(ProviderKind::Omicall, None)
        .unwrap()
        .without_secrets();
    let mut again = Draft::of(&stored);
    assert!(again.check(ProviderKind::Omicall, Some(&stored)).is_ok());
    again.set(Field::Extension, "102");
    let faults = again
        .check(ProviderKind::Omicall, Some(&stored))
        .unwrap_err();
    assert_eq!(faults, [(Field::Password, "fault_passwordEmpty")]);
}

#[test]
fn what_is_stored_is_not_kept_for_another_address_and_that_is_said_at_the_field() {
    for (kind, own, secret) in [
        (ProviderKind::Omicall, omicall(), Field::Password),
        (
            ProviderKind::Bizfly,
            draft(&[(Field::Email, "a@example.com"), (Field::Password, "x")]),
            Field::Password,
        ),
        (
            ProviderKind::Vbot,
            draft(&[(Field::Token, "t")]),
            Field::Token,
        ),
    ] {
        let stored = own.check(kind, None).unwrap().without_secrets();
        let mut again = Draft::of(&stored);
        again.set(Field::BaseUrl, "https://elsewhere.example.com");
        let faults = again.check(kind, Some(&stored)).unwrap_err();
        assert_eq!(faults, [(secret, "fault_secretElsewhere")], "{kind:?}");
        again.set(Field::BaseUrl, "");
        assert!(again.check(kind, Some(&stored)).is_ok(), "{kind:?}");
    }
}

#[test]
fn paths_that_are_not_typed_are_the_defaults_and_others_come_back() {
    let mut typed = draft(&[
        (Field::Email, "a@example.com"),
        (Field::Password, "x"),
        (Field::PathNote, "/v1/{call}/n"),
    ]);
    let sign_in = typed.check(ProviderKind::Bizfly, None).unwrap();
    let ProviderSignIn::Bizfly { paths, .. } = &sign_in else {
        panic!("another provider");
    };
    assert_eq!(paths.token, BizflyPaths::default().token);
    assert_eq!(paths.note, "/v1/{call}/n");
    let shown = Draft::of(&sign_in);
    let shown_path = |field| shown.values.get(&field).map_or("", String::as_str);
    assert_eq!(shown_path(Field::PathNote), "/v1/{call}/n");
    assert_eq!(shown_path(Field::PathToken), "");
    assert!(shown.uses_advanced(ProviderKind::Bizfly));
    for (path, key) in [
        ("/v1/note", "fault_pathCall"),
        ("https://else.example.com/{call}", "fault_path"),
        ("//else.example.com/{call}", "fault_path"),
        ("/v1/{call}?x=1", "fault_path"),
    ] {
        typed.set(Field::PathNote, path);
        let faults = typed.check(ProviderKind::Bizfly, None).unwrap_err();
        assert_eq!(faults, [(Field::PathNote, key)], "{path}");
    }
}

#[test]
fn addresses_are_completed_and_plain_ones_refused() {
    let mut typed = draft(&[
        (Field::Token, " ey.J.x\n"),
        (Field::BaseUrl, "open-api.example.com"),
    ]);
    let sign_in = typed.check(ProviderKind::Vbot, None).unwrap();
    let ProviderSignIn::Vbot {
        base_url, token, ..
    } = sign_in
    else {
        panic!("another provider");
    };
    assert_eq!(base_url, "https://open-api.example.com");
    assert_eq!(token.expose(), "ey.J.x");
    typed.set(Field::BaseUrl, "http://open-api.example.com");
    let faults = typed.check(ProviderKind::Vbot, None).unwrap_err();
    assert_eq!(faults, [(Field::BaseUrl, "fault_webAddress")]);
}
