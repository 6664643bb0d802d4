//! The account as it is typed: what is taken, and what has to be changed first.

use alo_protocol::{AccountView, Secret};
use alo_providers::check_account;
use alo_ui::account_form::{Draft, Fault, Field};

fn draft() -> Draft {
    Draft {
        server_url: "wss://pbx.example.com:8089/ws".into(),
        domain: "pbx.example.com".into(),
        user_name: "1001".into(),
        password: Secret::new("s3cret"),
        ..Draft::default()
    }
}

fn faults(draft: &Draft) -> Vec<Fault> {
    draft.check(None).err().unwrap_or_default()
}

fn url_is_taken(url: &str) -> bool {
    faults(&Draft {
        server_url: url.into(),
        ..draft()
    })
    .is_empty()
}

#[test]
fn a_filled_in_form_makes_an_account() {
    let account = draft().check(None).unwrap();
    assert_eq!(account.server_url, "wss://pbx.example.com:8089/ws");
    assert_eq!(account.auth_user, None);
    assert!(account.ice_servers.is_empty());
}

#[test]
fn codes_of_supervision_are_signs_of_a_keypad() {
    let with = |code: &str| Draft {
        whisper_code: code.into(),
        ..draft()
    };
    let account = with(" *89 ").check(None).unwrap();
    assert_eq!(account.supervision.whisper.as_deref(), Some("*89"));
    assert_eq!(account.supervision.monitor, None);
    for bad in ["*8 9", "x", "123456789012345678901234567890123", "*43A"] {
        assert_eq!(
            faults(&with(bad)),
            [(Field::WhisperCode, "fault_code")],
            "{bad}"
        );
    }
    let shown = Draft::of(&AccountView::from(&account));
    assert_eq!(shown.whisper_code, "*89");
    assert!(shown.uses_more());
}

#[test]
fn every_empty_field_is_named_at_once() {
    let named: Vec<Field> = faults(&Draft::default()).into_iter().map(|f| f.0).collect();
    assert_eq!(
        named,
        [
            Field::ServerUrl,
            Field::Domain,
            Field::UserName,
            Field::Password
        ]
    );
}

#[test]
fn a_server_without_scheme_is_taken_as_wss() {
    let account = Draft {
        server_url: " pbx.example.com/ws ".into(),
        ..draft()
    };
    assert_eq!(
        account.check(None).unwrap().server_url,
        "wss://pbx.example.com/ws"
    );
}

#[test]
fn plain_ws_is_for_this_computer_only() {
    assert!(url_is_taken("ws://127.0.0.1:5066"));
    assert!(url_is_taken("ws://localhost/ws"));
    // Loopback too, but the extension's content security policy keeps the browser from it.
    for blocked in ["ws://[::1]:8080", "ws://127.0.0.2/", "ws://x.localhost/"] {
        assert!(!url_is_taken(blocked), "{blocked}");
    }
    assert_eq!(
        faults(&Draft {
            server_url: "ws://10.0.0.5/ws".into(),
            ..draft()
        }),
        [(Field::ServerUrl, "fault_serverUrlPlain")]
    );
    assert!(!url_is_taken("ws://127.0.0.1.example.com/"));
}

#[test]
fn other_schemes_hosts_and_credentials_in_a_url_are_refused() {
    for url in [
        "https://pbx.example.com",
        "wss://",
        "wss://a b/",
        "wss://u:p@pbx.example.com/",
        "wss://pbx.example.com:99999/",
        "wss://pbx/#x",
        "wss:///ws",
    ] {
        assert!(!url_is_taken(url), "{url}");
    }
    assert!(url_is_taken("WSS://[2001:db8::1]:8089/ws"));
}

#[test]
fn an_address_in_the_user_field_is_pointed_out() {
    let wrong = Draft {
        user_name: "1001@pbx.example.com".into(),
        ..draft()
    };
    assert_eq!(faults(&wrong), [(Field::UserName, "fault_user")]);
}

#[test]
fn the_stored_password_is_kept_for_the_same_account_only() {
    let stored = AccountView::from(&draft().check(None).unwrap());
    let mut again = Draft {
        password: Secret::default(),
        ..Draft::of(&stored)
    };
    assert!(again.check(Some(&stored)).is_ok());
    again.user_name = "1002".into();
    assert_eq!(
        again.check(Some(&stored)).unwrap_err(),
        [(Field::Password, "fault_passwordEmpty")]
    );
    let elsewhere = Draft {
        password: Secret::default(),
        server_url: "wss://other.example.com/ws".into(),
        ..Draft::of(&stored)
    };
    assert!(!elsewhere.is_account(&stored));
    assert_eq!(
        elsewhere.check(Some(&stored)).unwrap_err(),
        [(Field::Password, "fault_secretElsewhere")]
    );
}

#[test]
fn stun_and_turn_lines_become_servers() {
    let form = Draft {
        ice_urls: "stun:stun.example.com:3478\n\nturn:turn.example.com?transport=tcp\nturns:[2001:db8::1]:443".into(),
        turn_user: "u".into(),
        turn_credential: Secret::new("c"),
        ..draft()
    };
    let servers = form.check(None).unwrap().ice_servers;
    assert_eq!(servers.len(), 2);
    assert_eq!(servers[0].urls, ["stun:stun.example.com:3478"]);
    assert_eq!(servers[1].urls.len(), 2);
    assert_eq!(servers[1].username.as_deref(), Some("u"));
    let shown = Draft::of(&AccountView::from(&form.check(None).unwrap()));
    assert!(shown.turn_credential.is_empty() && shown.password.is_empty());
    assert_eq!(shown.turn_user, "u");
}

#[test]
fn turn_needs_its_user_and_credential() {
    let form = Draft {
        ice_urls: "turn:turn.example.com".into(),
        ..draft()
    };
    assert_eq!(faults(&form), [(Field::TurnUser, "fault_turnUser")]);
    let form = Draft {
        turn_user: "u".into(),
        ..form
    };
    assert_eq!(
        faults(&form),
        [(Field::TurnCredential, "fault_turnCredential")]
    );
}

#[test]
fn the_stored_turn_credential_is_kept_for_the_same_servers() {
    let form = Draft {
        ice_urls: "turn:turn.example.com".into(),
        turn_user: "u".into(),
        turn_credential: Secret::new("c"),
        ..draft()
    };
    let stored = AccountView::from(&form.check(None).unwrap());
    assert!(Draft::of(&stored).check(Some(&stored)).is_ok());
}

#[test]
fn what_is_no_ice_server_is_pointed_out() {
    for line in [
        "stun.example.com",
        "http://x",
        "stun:",
        "stun:a?transport=udp",
        "turn:a?x=1",
        "stun:a b",
    ] {
        let form = Draft {
            ice_urls: line.into(),
            turn_user: "u".into(),
            turn_credential: Secret::new("c"),
            ..draft()
        };
        assert_eq!(faults(&form), [(Field::IceUrls, "fault_ice")], "{line}");
    }
}

#[test]
fn relays_only_makes_no_sense_without_a_relay() {
    let form = Draft {
        relay_only: true,
        ..draft()
    };
    assert_eq!(faults(&form), [(Field::IceUrls, "fault_relayWithoutTurn")]);
}

#[test]
fn lists_and_auto_answer_go_into_the_account_and_back() {
    let form = Draft {
        backup_urls: "two.example.com/ws".into(),
        extra_headers: "X-Team: sales".into(),
        auto_answer: true,
        ..draft()
    };
    let again = Draft::of(&AccountView::from(&form.check(None).unwrap()));
    assert_eq!(again.backup_urls, "wss://two.example.com/ws");
    assert_eq!(again.extra_headers, "X-Team: sales");
    assert!(again.auto_answer && again.uses_more());
    let wrong = Draft {
        backup_urls: "ws://10.0.0.5/".into(),
        extra_headers: "Via: x".into(),
        ..draft()
    };
    assert_eq!(
        faults(&wrong),
        [
            (Field::BackupUrls, "fault_serverUrlPlain"),
            (Field::ExtraHeaders, "fault_header")
        ]
    );
}

#[test]
fn what_is_not_on_the_form_is_not_lost() {
    let mut stored = AccountView::from(&draft().check(None).unwrap());
    stored.echo_number = Some("600".into());
    let saved = Draft::of(&stored).check(Some(&stored)).unwrap();
    assert_eq!(saved.echo_number.as_deref(), Some("600"));
}

#[test]
fn a_password_is_never_printed() {
    assert!(!format!("{:?}", draft()).contains("s3cret"));
}

#[test]
fn an_empty_domain_is_the_host_of_the_server() {
    let form = Draft {
        domain: " ".into(),
        ..draft()
    };
    assert_eq!(form.check(None).unwrap().domain, "pbx.example.com");
}

/// The form with one field as it was typed.
fn with(field: Field, typed: &str) -> Draft {
    let mut form = Draft {
        turn_user: "u".into(),
        turn_credential: Secret::new("c"),
        ..draft()
    };
    let typed = typed.to_owned();
    match field {
        Field::ServerUrl => form.server_url = typed,
        Field::Domain => form.domain = typed,
        Field::UserName => form.user_name = typed,
        Field::Password => form.password = Secret::new(typed),
        Field::DisplayName => form.display_name = typed,
        Field::AuthUser => form.auth_user = typed,
        Field::IceUrls => form.ice_urls = typed,
        Field::BackupUrls => form.backup_urls = typed,
        Field::EchoNumber => form.echo_number = typed,
        other => panic!("no test types into {other:?}"),
    }
    form
}

#[test]
fn what_the_phone_would_refuse_is_marked_in_its_field() {
    let long = "x".repeat(600);
    let backup = format!("wss://pbx2.example.com/{long}");
    let many: String = (0..9).map(|n| format!("stun:s{n}.example.com\n")).collect();
    for (field, typed, key) in [
        (Field::Domain, "pbx.example.com:5060", "fault_domain"),
        (Field::Domain, "pbx.example.com.", "fault_domain"),
        (Field::Domain, "tổngđài.vn", "fault_domain"),
        (Field::UserName, "10\u{200b}01", "fault_user"),
        (Field::Password, &long, "fault_long"),
        (Field::DisplayName, &long, "fault_long"),
        (Field::AuthUser, &long, "fault_long"),
        (Field::IceUrls, "stun:stun.example.com:0", "fault_ice"),
        (Field::IceUrls, "stun:máy-chủ.vn", "fault_ice"),
        (Field::IceUrls, &many, "fault_iceMany"),
        (Field::BackupUrls, &backup, "fault_serverUrlLong"),
        (Field::ServerUrl, &backup, "fault_serverUrlLong"),
        (
            Field::ServerUrl,
            "wss://pbx..example.com/",
            "fault_serverUrl",
        ),
        (Field::EchoNumber, "*43A", "fault_code"),
    ] {
        assert_eq!(faults(&with(field, typed)), [(field, key)], "{typed}");
    }
}

#[test]
fn what_the_form_takes_the_phone_takes() {
    let ice = |scheme: &str| -> String {
        (0..8)
            .map(|n| format!("{scheme}:s{n}.example.com:3478\n"))
            .collect()
    };
    for (field, typed) in [
        (Field::Domain, "PBX.example.com "),
        (Field::UserName, "\u{200b}1001\u{feff}"),
        (Field::UserName, "nguyễn.văn.a"),
        (Field::Password, " \u{200b}s3cret"),
        (Field::DisplayName, &"Ế".repeat(64)),
        (Field::DisplayName, &"客".repeat(128)),
        (Field::AuthUser, &"ế".repeat(70)),
        (Field::IceUrls, &ice("stun")),
        (Field::IceUrls, &ice("TURN")),
        (Field::ServerUrl, "\u{200b}pbx.example.com/ws\u{200b}"),
        (Field::EchoNumber, "+84912345678"),
    ] {
        let account = with(field, typed).check(None).expect("the form takes it");
        let checked = check_account(&account).map(|(account, _)| account);
        assert_eq!(checked.as_ref(), Ok(&account), "{field:?} {typed}");
    }
}

#[test]
fn what_nobody_sees_makes_no_other_account() {
    let stored = AccountView::from(&draft().check(None).unwrap());
    let pasted = Draft {
        user_name: "\u{200b}1001".into(),
        domain: "PBX.example.com".into(),
        password: Secret::default(),
        ..Draft::of(&stored)
    };
    assert!(pasted.is_account(&stored), "its password is still known");
}
