//! OmiCall's REST APIs, over HTTP.

mod common;

use serde_json::{Value, json};

use common::{Program, old_call};

#[tokio::test]
async fn an_extension_signs_in_with_its_sip_password_and_gets_what_its_phone_needs() {
    let program = Program::start(&[]).await;
    let payload = program.omicall_auth("2001", "alo-2001").await;
    assert_eq!(payload["webSocketUri"], program.ready["ws"]);
    assert!(payload["iceServers"].is_array());
    assert_eq!(payload["is_trial_pkg"], false);
    let token = payload["access_token"].as_str().expect("a token");
    let bearer = format!("Bearer {token}");
    let hotlines = program
        .get(
            "/omicall/websdk/call_center/hotline/list",
            &[("Authorization", &bearer)],
        )
        .await;
    let numbers: Vec<Value> = hotlines
        .payload()
        .as_array()
        .expect("a list")
        .iter()
        .map(|h| h["number"].clone())
        .collect();
    assert_eq!(numbers, ["842473001234", "842873005678"]);
}

#[tokio::test]
async fn a_wrong_password_a_disabled_extension_and_a_trial_are_told_apart() {
    let program = Program::start(&[]).await;
    for (user, password, status) in [
        ("2001", "wrong", "password_incorrect"),
        ("2999", "alo-2999", "password_incorrect"),
        ("2009", "alo-2009", "internal_phone_disable"),
        // Somebody else's user is nobody here.
        ("1001", "alo-1001", "password_incorrect"),
    ] {
        let payload = program.omicall_auth(user, password).await;
        assert_eq!(payload["authStatus"], status, "{user}");
        assert!(payload["access_token"].is_null(), "{user}");
    }
    assert_eq!(
        program.omicall_auth("2006", "alo-2006").await["is_trial_pkg"],
        true
    );
    let nonsense = program
        .post(
            "/omicall/websdk/auth",
            &[("Authorization", "Bearer %%%")],
            &json!({}),
        )
        .await;
    assert_eq!(nonsense.json()["message"], "Invalid params");
}

#[tokio::test]
async fn a_note_is_saved_with_its_labels_and_counted() {
    let program = Program::start(&[]).await;
    let bearer = program.omicall("2001").await;
    let id = old_call(2001, 2);
    let path = format!("/omicall/websdk/call-transaction/add-metadata/{id}");
    let note = json!({"note": "Khách muốn đổi địa chỉ", "tag": ["Gọi lại"]});
    for _ in 0..2 {
        let saved = program
            .post(&path, &[("Authorization", &bearer)], &note)
            .await
            .payload();
        assert_eq!(
            (&saved["note"], &saved["tag"]),
            (&note["note"], &note["tag"])
        );
    }
    let call = program.call(&id).await;
    assert_eq!(
        (&call["saves"], &call["texts"]),
        (&json!(2), &json!([note["note"]]))
    );
    let unknown = program
        .post(
            "/omicall/websdk/call-transaction/add-metadata/x",
            &[("Authorization", &bearer)],
            &note,
        )
        .await;
    assert_eq!(unknown.json()["status_code"], -9999);
    assert_eq!(program.rest().await["strays"], 1);
}
