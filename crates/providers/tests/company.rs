//! OmiCall's company interface: an administrator's key becomes the list of extensions.

mod common;

use alo_protocol::{ProviderProblem, Secret};
use alo_providers::api::{CompanyClient, HttpFailure, HttpOutcome};

use common::*;

fn company() -> CompanyClient {
    let mut company = CompanyClient::new("", Secret::new(" k3y ")).expect("usable");
    company.start(NOW);
    company
}

fn page(items: &str, next: bool) -> String {
    format!(r#"{{"status_code":9999,"payload":{{"items":[{items}],"has_next":{next}}}}}"#)
}

const TOKEN: &str = r#"{"status_code":9999,"instance_id":"stg","payload":{"access_token":"day",
    "access_type":"normal","token_type":"Bearer"},"key_enabled":false}"#;

#[test]
fn an_administrators_key_becomes_the_list_of_extensions() {
    let mut company = company();
    company.start(NOW);
    let (http, sent) = company.poll_request().expect("auth");
    assert_eq!(
        sent.url,
        "https://public-v1-stg.omicall.com/api/auth?apiKey=k3y"
    );
    assert!(!format!("{sent:?}{company:?}").contains("k3y"));
    company.handle(http, ok(TOKEN), NOW);
    let (http, sent) = company.poll_request().expect("page 1");
    assert_eq!(
        sent.url,
        "https://public-v1-stg.omicall.com/api/call_center/internal_phone/list?keyword=&page=1&size=50"
    );
    assert_eq!(header(&sent, "Authorization"), Some("Bearer day"));
    assert!(!sent.url.contains("k3y"), "the key is used once");
    let first = r#"{"domain":"omiteam","outbound_proxy":"wss://x","sip_user":"147","password":"p1",
        "full_name":"Lan"},{"sip_user":"no password"}"#;
    company.handle(http, ok(&page(first, true)), NOW);
    assert!(company.poll_result().is_none());
    let (http, sent) = company.poll_request().expect("page 2");
    assert!(sent.url.contains("page=2&"));
    let second =
        r#"{"domain":"omiteam","sip_user":148,"password":"p2","full_name":null,"email":"a@b.vn"}"#;
    company.handle(http, ok(&page(second, false)), NOW);
    let extensions = company.poll_result().expect("a result").expect("a list");
    let names: Vec<_> = extensions
        .iter()
        .map(|e| (e.extension.as_str(), e.name.as_str(), e.password.expose()))
        .collect();
    assert_eq!(names, [("147", "Lan", "p1"), ("148", "a@b.vn", "p2")]);
    assert!(company.poll_result().is_none() && company.poll_request().is_none());
}

#[test]
fn a_list_without_an_end_is_cut() {
    let mut company = company();
    let (http, _) = company.poll_request().expect("auth");
    company.handle(http, ok(TOKEN), NOW);
    let mut pages = 0;
    while let Some((http, _)) = company.poll_request() {
        pages += 1;
        let item = format!(r#"{{"domain":"d","sip_user":"{pages}","password":"p"}}"#);
        company.handle(http, ok(&page(&item, true)), NOW);
    }
    assert_eq!(pages, 40);
    assert!(company.poll_result().is_some_and(|list| list.is_ok()));
}

#[test]
fn a_key_that_is_not_accepted_is_said() {
    let outcome = |outcome: HttpOutcome| {
        let mut company = company();
        let (http, _) = company.poll_request().expect("auth");
        company.handle(http, outcome, NOW);
        assert!(company.poll_request().is_none());
        company
            .poll_result()
            .expect("a result")
            .map_err(|error| error.problem)
    };
    for bad in [
        status(401, ""),
        ok(r#"{"status_code":-9999,"message":"api_key_invalid"}"#),
        ok(r#"{"status_code":9999,"payload":null}"#),
    ] {
        assert_eq!(outcome(bad), Err(ProviderProblem::WrongKey));
    }
    let down = failed(HttpFailure::Unreachable);
    assert_eq!(outcome(down), Err(ProviderProblem::Unreachable));
    for key in ["", "  ", "a b", "khoá"] {
        let refused = CompanyClient::new("", Secret::new(key)).map(|_| ());
        assert_eq!(
            refused.map_err(|error| error.problem),
            Err(ProviderProblem::WrongKey)
        );
    }
}
