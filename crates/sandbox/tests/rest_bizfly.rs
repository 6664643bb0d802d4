//! Bizfly's REST APIs, over HTTP.

mod common;

use serde_json::{Value, json};

use common::{Answer, Program, old_call};

const MAIL: &str = "duong@saomai.example";

/// A program and the token of its first agent.
async fn signed_in() -> (Program, String) {
    let program = Program::start(&[]).await;
    let answer = program.bizfly(MAIL, "alo-3001").await;
    let token = answer.json()["token"].as_str().expect("a token").to_owned();
    (program, token)
}

fn with(token: &str) -> [(&str, &str); 3] {
    [
        ("X-Auth-Token", token),
        ("X-Auth-Type", "token"),
        ("X-Project-ID", "prj-saomai"),
    ]
}

#[tokio::test]
async fn a_mail_and_its_password_bring_a_token_with_its_end() {
    let (program, token) = signed_in().await;
    let answer = program.bizfly(MAIL, "alo-3001").await.json();
    assert!(
        answer["expire_at"]
            .as_str()
            .is_some_and(|at| at.ends_with('Z')),
        "{answer}"
    );
    assert_eq!(answer["project_id"], "prj-saomai");
    for (mail, password, status) in [
        (MAIL, "wrong", 401),
        ("nobody@saomai.example", "alo-3001", 401),
    ] {
        assert_eq!(
            program.bizfly(mail, password).await.status,
            status,
            "{mail}"
        );
    }
    let other =
        json!({"auth_method": "application_credential", "username": MAIL, "password": "alo-3001"});
    assert_eq!(
        program.post("/bizfly/api/token", &[], &other).await.status,
        400
    );

    let services = program
        .get("/bizfly/api/auth/service", &with(&token))
        .await
        .json();
    assert_eq!(services["services"][0]["canonical_name"], "call_center");
    let error = |answer: Answer| (answer.status, answer.json()["error"].clone());
    assert_eq!(
        error(program.get("/bizfly/api/webphone/extension", &[]).await),
        (401, json!("token_invalid"))
    );
    program
        .fault(json!({"provider": "bizfly", "kind": "expire_tokens"}))
        .await;
    let expired = program
        .get("/bizfly/api/webphone/extension", &with(&token))
        .await;
    assert_eq!(error(expired), (401, json!("token_expired")));
}

#[tokio::test]
async fn the_extension_brings_what_its_phone_needs_unless_it_is_switched_off() {
    let (program, token) = signed_in().await;
    let extension = program
        .get("/bizfly/api/webphone/extension", &with(&token))
        .await
        .data();
    assert_eq!(
        (
            &extension["extension_number"],
            &extension["extension_password"]
        ),
        (&json!("3001"), &json!("alo-3001"))
    );
    assert_eq!(
        (&extension["realm"], &extension["websocket_url"]),
        (&json!("saomai.bizfly.test"), &program.ready["ws"])
    );
    assert_eq!(
        extension["hotline_id_list"],
        json!(["hl-cskh", "hl-banhang"])
    );

    let answer = program.bizfly("tung@saomai.example", "alo-3009").await;
    let token = answer.json()["token"].as_str().expect("a token").to_owned();
    let off = program
        .get("/bizfly/api/webphone/extension", &with(&token))
        .await;
    assert_eq!(
        (off.status, off.json()["error"].clone()),
        (403, json!("extension_disabled"))
    );
}

#[tokio::test]
async fn a_hotline_or_a_group_of_them_is_chosen_before_the_call() {
    let (program, token) = signed_in().await;
    let list = program
        .get("/bizfly/api/webphone/hotlines", &with(&token))
        .await
        .data();
    assert_eq!(
        list[1],
        json!({"id": "hl-banhang", "name": "Bán hàng", "hotline_number": "02873005678"})
    );
    let choose = async |id: &str| {
        program
            .post(
                "/bizfly/api/webphone/hotline",
                &with(&token),
                &json!({"id": id}),
            )
            .await
    };
    assert_eq!(
        choose("hl-banhang").await.data()["hotline_number"],
        "02873005678"
    );
    let extension = program
        .get("/bizfly/api/webphone/extension", &with(&token))
        .await
        .data();
    assert_eq!(extension["id_hotline"], "hl-banhang");
    assert_eq!(choose("grp-all").await.data()["id"], "hl-cskh");
    assert_eq!(
        choose("hl-kythuat").await.status,
        404,
        "not one of this extension's"
    );
}

#[tokio::test]
async fn contacts_histories_and_notes() {
    let (program, token) = signed_in().await;
    let found = program
        .get(
            "/bizfly/api/webphone/contacts?phone=%2B84912345678",
            &with(&token),
        )
        .await
        .data();
    assert_eq!(
        (&found[0]["name"], found.as_array().map(Vec::len)),
        (&json!("Nguyễn Thị Lan"), Some(1))
    );
    let none = program
        .get(
            "/bizfly/api/webphone/contacts?phone=0999999999",
            &with(&token),
        )
        .await
        .data();
    assert_eq!(none, json!([]));

    let calls = program
        .get("/bizfly/api/webphone/histories", &with(&token))
        .await
        .data();
    let states: Vec<&Value> = calls
        .as_array()
        .expect("a list")
        .iter()
        .map(|call| &call["state"])
        .collect();
    assert_eq!(states, ["missed", "answered", "answered"]);
    let one = program
        .get("/bizfly/api/webphone/histories?limit=1", &with(&token))
        .await
        .data();
    assert_eq!(one.as_array().map(Vec::len), Some(1));
    assert_eq!(
        program
            .get("/bizfly/api/webphone/histories?limit=x", &with(&token))
            .await
            .status,
        400
    );

    // The id of an item is good for its note.
    let id = old_call(3001, 2);
    assert_eq!(one[0]["id"], json!(id));
    let path = format!("/bizfly/api/webphone/calls/{id}/note");
    for (body, status) in [
        (json!({"note": "Gọi lại chiều nay"}), 200),
        (json!({"rate": 1, "report": "Good"}), 200),
        (json!({}), 400),
        (json!({"rate": "much"}), 400),
    ] {
        assert_eq!(
            program.post(&path, &with(&token), &body).await.status,
            status,
            "{body}"
        );
    }
    let call = program.call(&id).await;
    assert_eq!(
        (&call["note"], &call["rate"], &call["report"]),
        (&json!("Gọi lại chiều nay"), &json!(1), &json!("Good"))
    );
    assert_eq!(call["saves"], 2);
    let unknown = program
        .post(
            "/bizfly/api/webphone/calls/x/note",
            &with(&token),
            &json!({"note": "a"}),
        )
        .await;
    assert_eq!(unknown.status, 404);
}

#[tokio::test]
async fn the_public_interface_takes_the_bare_key() {
    let program = Program::start(&[]).await;
    let bare = [("Authorization", "saomai-api-key")];
    let reports = program
        .get(
            "/bizfly/v1/api/reports?offset=1&limit=2&direct=inbound",
            &bare,
        )
        .await
        .json();
    assert_eq!(
        (&reports["total"], reports["data"].as_array().map(Vec::len)),
        (&json!(2), Some(2))
    );
    let hotlines = program.get("/bizfly/v1/api/hotlines", &bare).await.data();
    assert_eq!(hotlines.as_array().map(Vec::len), Some(3));
    let extensions = program.get("/bizfly/v1/api/extensions", &bare).await.json();
    assert_eq!(extensions["extensions"][0]["extension_number"], "3001");
    let bearer = [("Authorization", "Bearer saomai-api-key")];
    let wrong = program.get("/bizfly/v1/api/hotlines", &bearer).await;
    assert_eq!(
        (wrong.status, wrong.json()["status"].clone()),
        (401, json!(false))
    );
}
