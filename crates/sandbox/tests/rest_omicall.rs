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
    let poor = program.omicall_try("2007", "alo-2007").await;
    assert_eq!(
        (poor.status, poor.json()["message"].clone()),
        (402, json!("balance_not_enough"))
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

#[tokio::test]
async fn an_agent_sees_its_own_calls_its_callers_and_its_labels() {
    let program = Program::start(&[]).await;
    let bearer = program.omicall("2001").await;
    let fields = [("Authorization", bearer.as_str())];
    let list = "/omicall/websdk/call_transaction/list?size=2";
    let page = program
        .post(list, &fields, &json!({"sip_user": "2001"}))
        .await
        .payload();
    assert_eq!(
        (&page["total_items"], &page["has_next"]),
        (&json!(3), &json!(true))
    );
    assert_eq!(page["items"][0]["disposition"], "cancelled");
    assert_eq!(page["items"][0]["customer"]["full_name"], "Phạm Gia Bảo");
    let colleague = program
        .post(list, &fields, &json!({"sip_user": "2002"}))
        .await;
    assert_eq!(colleague.json()["message"], "permission_denied");

    for (written, name) in [
        ("0912345678", "Nguyễn Thị Lan"),
        ("84912345678", "Nguyễn Thị Lan"),
        ("%2B84987654321", "Trần Văn Minh"),
    ] {
        let path = format!("/omicall/websdk/search_by_phone/phone_v3?phone={written}");
        let found = program.post(&path, &fields, &json!({})).await.payload();
        assert_eq!(found["contact"]["full_name"], name, "{written}");
        assert!(
            found["last_call"]["transaction_id"].is_string(),
            "{written}"
        );
    }
    let path = "/omicall/websdk/search_by_phone/phone_v3?phone=02438234567";
    let shared = program.post(path, &fields, &json!({})).await.payload();
    assert_eq!(shared["contacts"].as_array().map(Vec::len), Some(2));
    let tags = program
        .post(
            "/omicall/websdk/tag/search?page=1&size=0",
            &fields,
            &json!({"tag_types": ["callHistory"]}),
        )
        .await;
    assert_eq!(tags.payload()["total_items"], 4);
}

#[tokio::test]
async fn the_companys_key_brings_a_token_that_lists_extensions_with_their_passwords() {
    let program = Program::start(&[]).await;
    let wrong = program.get("/omicall/api/auth?apiKey=wrong", &[]).await;
    assert_eq!(
        (wrong.status, wrong.json()["message"].clone()),
        (401, json!("api_key_invalid"))
    );
    let missing = program.get("/omicall/api/auth", &[]).await;
    assert_eq!(missing.json()["message"], "api_key_is_required");

    let bearer = company(&program).await;
    let fields = [("Authorization", bearer.as_str())];
    let list = "/omicall/api/call_center/internal_phone/list?page=2&size=4";
    let page = program.get(list, &fields).await.payload();
    assert_eq!(
        (&page["total_items"], &page["total_pages"]),
        (&json!(10), &json!(3))
    );
    let phone = &page["items"][0];
    assert_eq!(
        (&phone["sip_user"], &phone["password"], &phone["domain"]),
        (&json!("2005"), &json!("alo-2005"), &json!("saomai"))
    );
    assert_eq!(phone["outbound_proxy"], program.ready["ws"]);
    let detail = "/omicall/api/call_center/extensions/detail?type=sip_user&keyword=2003";
    let account = program.get(detail, &fields).await.payload()["pbx_account"].clone();
    assert_eq!(
        (&account["sip_realm"], &account["sip_password"]),
        (&json!("saomai"), &json!("alo-2003"))
    );
    let hotlines = program
        .get(
            "/omicall/api/call_center/hotline/list?extension=2001",
            &fields,
        )
        .await;
    assert_eq!(hotlines.payload(), json!(["842473001234", "842873005678"]));

    // An agent's token is none of the company's, and the other way round.
    let agent = program.omicall("2001").await;
    assert_eq!(
        program.get(list, &[("Authorization", &agent)]).await.status,
        401
    );
    let own = program
        .get("/omicall/websdk/call_center/hotline/list", &fields)
        .await;
    assert_eq!(own.status, 401);
}

#[tokio::test]
async fn an_extension_that_the_company_switches_off_is_refused_from_then_on() {
    let program = Program::start(&[]).await;
    let (company, agent) = (company(&program).await, program.omicall("2003").await);
    let path = "PUT /omicall/api/call_center/internal_phone/status?enabled=false&sip_user=2003";
    program
        .ask(path, &[("Authorization", &company)], "")
        .await
        .payload();
    assert_eq!(
        program.omicall_auth("2003", "alo-2003").await["authStatus"],
        "internal_phone_disable"
    );
    let hotlines = program
        .get(
            "/omicall/websdk/call_center/hotline/list",
            &[("Authorization", &agent)],
        )
        .await;
    assert_eq!(hotlines.status, 403);
}

#[tokio::test]
async fn the_first_call_list_has_its_limits_and_the_later_searches_take_the_key() {
    let program = Program::start(&[]).await;
    let bearer = company(&program).await;
    let fields = [("Authorization", bearer.as_str())];
    let list = |query: &str| format!("/omicall/api/call_transaction/list?{query}");
    for (query, message) in [
        ("to_date=5", "from_date_is_required"),
        ("from_date=5", "to_date_is_required"),
        ("from_date=5&to_date=4", "date_invalid"),
        ("from_date=0&to_date=2592000001", "date_is_too_long"),
    ] {
        let answer = program.get(&list(query), &fields).await;
        assert_eq!(
            (answer.status, answer.json()["message"].clone()),
            (200, json!(message))
        );
    }
    program
        .get(&list("from_date=0&to_date=5"), &fields)
        .await
        .payload();
    let soon = program.get(&list("from_date=0&to_date=5"), &fields).await;
    assert_eq!(soon.json()["message"], "limit_request_30_minute");

    let key = [("x-api-key", "saomai-api-key")];
    let v3 = json!({"filter": {"sipUsers": ["2001"], "isAnswer": true}, "sort": {"field": "time_start_call", "isAsc": true}});
    let page = program
        .post(
            "/omicall/api/v3/call-transaction/search?page=1&size=1",
            &key,
            &v3,
        )
        .await
        .payload();
    assert_eq!(
        (&page["totalItems"], &page["hasNext"]),
        (&json!(2), &json!(true))
    );
    assert_eq!(page["items"][0]["phone_number"], "0912345678");
    let v2 = program
        .post(
            "/omicall/api/v2/callTransaction/search",
            &key,
            &json!({"phoneNumbers": ["84903123456"]}),
        )
        .await
        .payload();
    assert_eq!(
        (
            &v2["items"][0]["is_missed_call"],
            &v2["items"][0]["hangup_cause"]
        ),
        (&json!(true), &json!("ORIGINATOR_CANCEL"))
    );
    let wrong = program
        .post(
            "/omicall/api/v3/call-transaction/search",
            &[("x-api-key", "x")],
            &v3,
        )
        .await;
    assert_eq!(wrong.status, 401);
}

#[tokio::test]
async fn the_company_may_change_a_call_and_write_to_contacts() {
    let program = Program::start(&[]).await;
    let key = [("x-api-key", "saomai-api-key")];
    let id = old_call(2001, 0);
    let path = format!("/omicall/api/call_transaction/change/{id}");
    let first = program
        .post(&path, &key, &json!({"note": "a", "tag": ["x"]}))
        .await
        .payload();
    assert_eq!(first["note"], "a");
    let body = json!({"note": "b"}).to_string();
    let second = program
        .ask(&format!("PATCH {path}"), &key, &body)
        .await
        .payload();
    assert_eq!(
        (&second["note"], &second["tag"]),
        (&json!("b"), &json!(["x"]))
    );
    let contact = program
        .get("/omicall/api/contacts/get?phone=84912345678", &key)
        .await
        .payload();
    assert_eq!(
        contact["attribute_structure"][0]["value"][0]["display_value"],
        "Nguyễn Thị Lan"
    );
    let notes = json!([{"note_by": "a@b", "content": "x", "phone": "0912345678"}, {"note_by": "a@b", "content": "x", "phone": "0999999999"}]);
    assert_eq!(
        program
            .post("/omicall/api/contacts/add-note", &key, &notes)
            .await
            .payload(),
        json!(1)
    );
}

#[tokio::test]
async fn click_to_call_says_in_its_payload_why_it_failed() {
    let program = Program::start(&[]).await;
    let bearer = program.omicall("2001").await;
    for (body, error) in [
        (json!({}), "data_is_required"),
        (
            json!({"extension": "9", "phone_number": "0912345678"}),
            "extension_invalid",
        ),
        (
            json!({"extension": "2001", "phone_number": "0912345678", "hotline": "1"}),
            "number_call_out_invalid",
        ),
        (
            json!({"extension": "2001", "phone_number": "0912345678"}),
            "user_not_registered",
        ),
    ] {
        let answer = program
            .post(
                "/omicall/websdk/click2call",
                &[("Authorization", &bearer)],
                &body,
            )
            .await;
        let payload = answer.payload();
        assert_eq!(
            (&payload["status"], &payload["error"]),
            (&json!("fail"), &json!(error))
        );
    }
}

async fn company(program: &Program) -> String {
    let answer = program
        .get("/omicall/api/auth?apiKey=saomai-api-key", &[])
        .await;
    format!(
        "Bearer {}",
        answer.payload()["access_token"].as_str().expect("a token")
    )
}
