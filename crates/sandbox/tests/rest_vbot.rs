//! VBot's REST APIs, over HTTP.

mod common;

use serde_json::{Value, json};

use common::{Answer, Program, old_call};

const KEY: [(&str, &str); 1] = [("X-API-Key", "saomai-api-key")];

fn token(program: &Program, name: &str) -> String {
    let vbot = &program.ready["providers"]["vbot"];
    let token = if name == "good" {
        &vbot["token"]
    } else {
        &vbot["tokens"][name]
    };
    token.as_str().expect("a token").to_owned()
}

async fn first_info(program: &Program, token: &str) -> Answer {
    let body = json!({"token": token, "source": "Website-SDK"});
    program.post("/vbot/api/sdk/info", &[], &body).await
}

async fn widget_info(program: &Program, token: &str) -> Answer {
    let body = json!({"source": "Website-SDK"});
    program
        .post(
            "/vbot/v3.0/api/sdk/info",
            &[("Authorization", token)],
            &body,
        )
        .await
}

#[tokio::test]
async fn a_token_brings_the_phones_account_in_both_generations() {
    let program = Program::start(&[]).await;
    let token = token(&program, "good");
    let first = first_info(&program, &token).await.data();
    assert_eq!(
        (&first["username"], &first["password"]),
        (&json!("4001"), &json!("alo-4001"))
    );
    assert_eq!(
        (&first["realm"], &first["pid"]),
        (&json!("saomai.vbot.test"), &json!("8801"))
    );
    assert_eq!(
        (&first["domain"], &first["port"]),
        (&json!("127.0.0.1"), &program.ready["port"])
    );

    let widget = widget_info(&program, &token).await.data();
    assert_eq!(widget["pid"], "8801");
    let active: Vec<&Value> = widget["accounts"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|a| a["isActive"] == true)
        .collect();
    assert_eq!((active.len(), &active[0]["username"]), (1, &json!("4001")));
    // The older one's token stands in body and query, the newer one's bare in a field.
    let bearer = format!("Bearer {token}");
    assert_eq!(widget_info(&program, &bearer).await.json()["error"], 401);
}

#[tokio::test]
async fn hotlines_and_calls_are_listed() {
    let program = Program::start(&[]).await;
    let token = token(&program, "good");
    let first = program
        .get(&format!("/vbot/api/sdk/getHotline?token={token}"), &[])
        .await
        .data();
    let widget = program
        .get(
            "/vbot/v3.0/api/sdk/getHotline",
            &[("Authorization", &token)],
        )
        .await
        .data();
    assert_eq!(first, widget);
    assert_eq!(
        first[0],
        json!({"name": "Chăm sóc khách hàng", "phoneNumber": "02473001234"})
    );
    let calls = program
        .get(
            &format!("/vbot/api/sdk/historycall/getAll?token={token}&page=1&size=2"),
            &[],
        )
        .await
        .data();
    let kinds: Vec<&Value> = calls
        .as_array()
        .expect("a list")
        .iter()
        .map(|call| &call["type"])
        .collect();
    assert_eq!(kinds, [3, 2], "the newest first: missed, then outgoing");
}

#[tokio::test]
async fn tokens_without_money_of_disabled_members_and_ended_ones_are_told_apart() {
    let program = Program::start(&[]).await;
    for (name, error) in [("noBalance", 402), ("disabled", 403), ("expired", 401)] {
        let token = token(&program, name);
        let first = first_info(&program, &token).await;
        assert_eq!(
            (first.status, first.json()["error"].clone()),
            (200, json!(error)),
            "{name}"
        );
        assert!(first.data().is_null());
        let widget = widget_info(&program, &token).await;
        if name == "disabled" {
            // The newer interface says it by accounts of which none is active.
            let accounts = widget.data()["accounts"].clone();
            let accounts = accounts.as_array().expect("a list");
            assert!(accounts.iter().all(|account| account["isActive"] == false));
            continue;
        }
        assert_eq!(
            (widget.status, widget.json()["error"].clone()),
            (error, json!(error)),
            "{name}"
        );
    }
    assert_eq!(first_info(&program, "nonsense").await.json()["error"], 401);
    let none = program
        .get(
            "/vbot/v3.0/api/sdk/getHotline",
            &[("Authorization", &token(&program, "noHotline"))],
        )
        .await;
    assert_eq!(none.data(), json!([]));
}

#[tokio::test]
async fn the_companys_key_makes_tokens_and_reads_calls_customers_and_money() {
    let program = Program::start(&[]).await;
    let made = program
        .post(
            "/vbot/v3.0/api/sdk/tokenSdk",
            &KEY,
            &json!({"member_no": "4002"}),
        )
        .await
        .data();
    let made = made.as_str().expect("a string");
    assert_eq!(first_info(&program, made).await.data()["username"], "4002");
    let unknown = program
        .post(
            "/vbot/v3.0/api/sdk/tokenSdk",
            &KEY,
            &json!({"member_no": "9"}),
        )
        .await;
    assert_eq!(
        (unknown.status, unknown.json()["error"].clone()),
        (404, json!(404))
    );
    let wrong = program
        .get("/vbot/v3.0/api/account/balance", &[("X-API-Key", "x")])
        .await;
    assert_eq!(wrong.status, 401);

    let calls = program
        .get(
            "/vbot/v3.0/api/crm/historycall/getAll?phone=0903123456",
            &KEY,
        )
        .await
        .data();
    assert_eq!(
        (&calls[0]["disposition"], &calls[0]["external_call_id"]),
        (&json!("misscall"), &json!("seed2"))
    );
    let count = program
        .get("/vbot/v3.0/api/crm/historycall/countAll", &KEY)
        .await
        .data();
    assert_eq!(count, json!(3));
    let field = json!({"customer_field_code": "phone", "value": "0912345678", "type": "EQUAL", "is_search": true});
    let body = json!({"page": 1, "size": 10, "field_search": [field]});
    let customers = program
        .post("/vbot/v3.0/api/customer/get-all", &KEY, &body)
        .await
        .data();
    assert_eq!(
        customers[0]["customer_field_items"][0]["value"],
        "Nguyễn Thị Lan"
    );
    assert_eq!(customers.as_array().map(Vec::len), Some(1));
    let timeline = program
        .get(
            "/vbot/v3.0/api/ActionTimeline/get-all?customer_code=c-lan&type=ALL",
            &KEY,
        )
        .await
        .data();
    assert_eq!(timeline[0]["content"]["trans_id"], json!(old_call(4001, 0)));
    let session = program
        .post(
            "/vbot/v3.0/api/call-sessions",
            &KEY,
            &json!({"phone_number": "0912345678"}),
        )
        .await
        .data();
    assert!(
        session["session_id"]
            .as_str()
            .is_some_and(|id| !id.contains("0912345678"))
    );
}
