//! One PBX behind the REST APIs: what they hand out registers, and real calls stand in their histories.

mod common;

use serde_json::{Value, json};

use common::Program;
use common::phone::{Phone, field};

async fn program() -> Program {
    Program::start(&["--digest", "md5"]).await
}

fn text(value: &Value) -> &str {
    value
        .as_str()
        .unwrap_or_else(|| panic!("{value} is no string"))
}

#[tokio::test]
async fn a_call_at_omicall_is_in_the_agents_list_and_takes_its_note() {
    let program = program().await;
    let bearer = program.omicall("2001").await;
    let fields = [("Authorization", bearer.as_str())];
    let account = program
        .get("/omicall/websdk/extensions/detail", &fields)
        .await
        .payload()["pbx_account"]
        .clone();
    let (user, password) = (text(&account["sip_user"]), text(&account["sip_password"]));
    let mut phone = Phone::registered(
        text(&account["sip_web_socket_server"]),
        text(&account["sip_realm"]),
        user,
        password,
    )
    .await;

    let headers = [("X-Sip-Number", "842873005678"), ("X-User-Data", "đơn 42")];
    let refusal = phone.call("0900000710", password, &headers).await;
    assert!(refusal.starts_with("SIP/2.0 403 NO_PACKAGE"), "{refusal}");
    let uuid = field(&refusal, "Uuid").expect("the call's name");
    let path = format!("/omicall/websdk/call-transaction/add-metadata/{uuid}");
    program
        .post(&path, &fields, &json!({"note": "Không gọi được"}))
        .await
        .payload();

    let list = program
        .post(
            "/omicall/websdk/call_transaction/list?size=1",
            &fields,
            &json!({"sip_user": "2001"}),
        )
        .await
        .payload();
    let call = &list["items"][0];
    assert_eq!(
        (text(&call["transaction_id"]), text(&call["note"])),
        (uuid.as_str(), "Không gọi được")
    );
    assert_eq!(
        (
            text(&call["source_number"]),
            text(&call["destination_number"])
        ),
        ("842873005678", "0900000710")
    );
    let key = [("x-api-key", "saomai-api-key")];
    let path = format!("/omicall/api/v2/callTransaction/getByTransactionId?transactionId={uuid}");
    let second = program.get(&path, &key).await.payload();
    assert_eq!(program.call(&uuid).await["live"], true);
    assert_eq!(
        (
            text(&second["user_data_str"]),
            &second["invite_failure_status"]
        ),
        ("đơn 42", &json!(403))
    );
}

#[tokio::test]
async fn a_call_that_came_in_and_was_not_taken_is_missed_at_bizfly() {
    let program = program().await;
    let token = program
        .bizfly("duong@saomai.example", "alo-3001")
        .await
        .json();
    let fields = [("X-Auth-Token", text(&token["token"]))];
    let extension = program
        .get("/bizfly/api/webphone/extension", &fields)
        .await
        .data();
    let password = text(&extension["extension_password"]);
    let mut phone = Phone::registered(
        text(&extension["websocket_url"]),
        text(&extension["realm"]),
        "3001",
        password,
    )
    .await;

    program
        .call_user(json!({"to": "3001", "from": "0912345678", "hotline": "02873005678"}))
        .await;
    let invite = phone.next().await;
    let id = field(&invite, "X-bizfly-call-center-call-id").expect("the call's name");
    phone.answer(&invite, "486 Busy Here").await;
    assert!(phone.next().await.starts_with("ACK"));
    let calls = program
        .get("/bizfly/api/webphone/histories?limit=1", &fields)
        .await
        .data();
    assert_eq!(
        (text(&calls[0]["id"]), text(&calls[0]["state"])),
        (id.as_str(), "busy")
    );
    assert_eq!(
        (text(&calls[0]["caller"]), text(&calls[0]["callee"])),
        ("0912345678", "02873005678")
    );
    let path = format!("/bizfly/api/webphone/calls/{id}/note");
    assert_eq!(
        program
            .post(&path, &fields, &json!({"rate": 2, "report": "Máy bận"}))
            .await
            .status,
        200
    );

    // The hotline that was chosen is the one that the next call goes out with.
    program
        .post(
            "/bizfly/api/webphone/hotline",
            &fields,
            &json!({"id": "hl-banhang"}),
        )
        .await;
    phone.call("0900000702", password, &[]).await;
    let calls = program
        .get("/bizfly/api/webphone/histories?limit=1", &fields)
        .await
        .data();
    assert_eq!(
        (text(&calls[0]["caller"]), text(&calls[0]["direct"])),
        ("02873005678", "outbound")
    );
}

#[tokio::test]
async fn vbots_history_knows_a_call_by_the_name_that_the_phone_gave_it() {
    let program = program().await;
    let token = text(&program.ready["providers"]["vbot"]["token"]).to_owned();
    let body = json!({"token": token, "source": "Website-SDK"});
    let info = program.post("/vbot/api/sdk/info", &[], &body).await.data();
    let url = format!("ws://{}:{}/ws", text(&info["domain"]), info["port"]);
    let (user, password) = (text(&info["username"]), text(&info["password"]));
    let mut phone = Phone::registered(&url, text(&info["realm"]), user, password).await;

    let key = [("X-API-Key", "saomai-api-key")];
    let wish = json!({"phone_number": "0900000602"});
    let session = program
        .post("/vbot/v3.0/api/call-sessions", &key, &wish)
        .await
        .data();
    let number = format!(
        "02473001234*{}*{}",
        text(&info["pid"]),
        text(&session["session_id"])
    );
    let answer = phone
        .call(&number, password, &[("X-exc-id", "crm42")])
        .await;
    assert!(answer.starts_with("SIP/2.0 "), "{answer}");
    let calls = program
        .get("/vbot/v3.0/api/crm/historycall/getAll?page=1&size=1", &key)
        .await
        .data();
    assert_eq!(text(&calls[0]["external_call_id"]), "crm42");
    assert_eq!(
        (
            text(&calls[0]["hotline_number"]),
            text(&calls[0]["callee"][0]["phone"])
        ),
        ("02473001234", "0900000602")
    );
    let own = program
        .get(
            &format!("/vbot/api/sdk/historycall/getAll?token={token}&page=1&size=1"),
            &[],
        )
        .await
        .data();
    assert_eq!(
        (&own[0]["type"], text(&own[0]["phone"])),
        (&json!(2), "0900000602")
    );
}

#[tokio::test]
async fn click_to_call_rings_the_agent_with_the_number_that_is_called() {
    let program = program().await;
    let url = program.text("ws");
    let mut phone = Phone::registered(&url, "saomai", "2002", "alo-2002").await;
    let bearer = program.omicall("2002").await;
    let body = json!({"extension": "2002", "phone_number": "0912345678", "hotline": "8419001234"});
    let answer = program
        .post(
            "/omicall/websdk/click2call",
            &[("Authorization", &bearer)],
            &body,
        )
        .await
        .payload();
    assert_eq!(answer["status"], "success");
    let invite = phone.next().await;
    assert_eq!(
        field(&invite, "Uuid").as_deref(),
        Some(text(&answer["call_uuid"]))
    );
    assert_eq!(field(&invite, "Sip-Number").as_deref(), Some("8419001234"));
    assert_eq!(
        program.call(text(&answer["call_uuid"])).await["direction"],
        "outbound"
    );
}
