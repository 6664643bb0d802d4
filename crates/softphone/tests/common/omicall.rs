//! OmiCall as the phone meets it, written from the facts: sessions, hotlines, contacts, calls, notes. Each
//! request is carried out when the test says so, and its answer may get lost.

use std::collections::{BTreeMap, BTreeSet};

use alo_protocol::{CallId, Command, ProviderSignIn, Secret};
use alo_providers::api::{HttpAnswer, HttpFailure, HttpOutcome, HttpRequest};
use alo_softphone::Input;
use serde_json::{Value, json};

use super::{Dialog, Rig, sdp};

pub const OMICALL_PASSWORD: &str = "omi-pa55";

pub fn omicall() -> ProviderSignIn {
    ProviderSignIn::Omicall {
        base_url: "https://omicall.example".to_owned(),
        domain: "omiteam".to_owned(),
        extension: "101".to_owned(),
        password: Secret::new(OMICALL_PASSWORD),
        sip_only: false,
        server_url: String::new(),
    }
}

/// The number of the caller, unless a test names another.
pub const MINH: &str = "<sip:0912345678@omiteam>";

pub fn sign_in() -> Command {
    Command::ProviderSignIn { sign_in: omicall() }
}

/// Signs in as somebody else.
pub fn sign_in_as(rig: &mut Rig, server: &mut Omicall, company: &str, as_extension: &str) {
    let mut sign_in = omicall();
    let ProviderSignIn::Omicall {
        domain, extension, ..
    } = &mut sign_in
    else {
        unreachable!("the tests' own sign-in")
    };
    company.clone_into(domain);
    as_extension.clone_into(extension);
    assert_eq!(rig.command(Command::ProviderSignIn { sign_in }), None);
    rig.serve(server);
}

/// A call by OmiCall that rings, under the provider's own id.
pub fn call_in(rig: &mut Rig, uuid: &str) -> (CallId, Dialog) {
    let headers = [("Uuid", uuid), ("Sip-Number", "02471000001")];
    let dialog = rig.invite_in_with(MINH, Some(&sdp("far", "sendrecv")), &headers);
    rig.response(180);
    (rig.newest_call(), dialog)
}

/// The provider with its state.
#[derive(Debug, Default)]
pub struct Omicall {
    /// The sessions given out so far, and whether they are still good.
    pub tokens: Vec<bool>,
    /// Names by number, as `0…`.
    pub contacts: BTreeMap<String, Vec<&'static str>>,
    /// What `call_transaction/list` has.
    pub calls: Vec<Value>,
    /// By call: what is there now.
    pub notes: BTreeMap<String, (String, Vec<String>)>,
    /// Every note that was written, in order.
    pub writes: Vec<(String, String)>,
    /// Notes of these calls are refused.
    pub refuses: BTreeSet<String>,
    /// What `auth` says instead of a session.
    pub auth_status: Option<&'static str>,
    /// What `auth` says of other people's numbers.
    pub masked: bool,
    /// Paths that were asked for, without their query.
    pub asked: Vec<String>,
}

fn answer(status: u16, body: &Value) -> HttpOutcome {
    HttpOutcome::Answer(HttpAnswer {
        status,
        retry_after: None,
        body: body.to_string(),
    })
}

fn done(payload: &Value) -> HttpOutcome {
    answer(200, &json!({"status_code": 9999, "payload": payload}))
}

fn failed(message: &str) -> HttpOutcome {
    answer(200, &json!({"status_code": -9999, "message": message}))
}

impl Omicall {
    /// Ends every session.
    pub fn expire(&mut self) {
        self.tokens.fill(false);
    }

    /// Carries a request out.
    pub fn serve(&mut self, request: &HttpRequest) -> HttpOutcome {
        let (path, query) = request.url.split_once('?').unwrap_or((&request.url, ""));
        let path = path.rsplit_once("/websdk/").map_or(path, |(_, path)| path);
        self.asked.push(path.to_owned());
        let bearer = request
            .headers
            .iter()
            .find(|(name, _)| name == "Authorization")
            .map(|(_, value)| value.clone())
            .unwrap_or_default();
        if path == "auth" {
            if let Some(status) = self.auth_status {
                return done(&json!({"authStatus": status}));
            }
            self.tokens.push(true);
            return done(&json!({
                "access_token": format!("session-{}", self.tokens.len()),
                "webSocketUri": "wss://sig.example.com/ws",
                "phoneMasked": self.masked,
            }));
        }
        let session = bearer
            .rsplit('-')
            .next()
            .and_then(|n| n.parse::<usize>().ok());
        let good = session
            .and_then(|n| self.tokens.get(n - 1))
            .is_some_and(|good| *good);
        if !good {
            return failed("token_expired");
        }
        let body: Value = request
            .body
            .as_deref()
            .and_then(|body| serde_json::from_str(body).ok())
            .unwrap_or_default();
        if let Some(call) = path.strip_prefix("call-transaction/add-metadata/") {
            if self.refuses.contains(call) {
                return failed("data_invalid");
            }
            let text = body["note"].as_str().unwrap_or_default().to_owned();
            let tags = body["tag"].as_array().cloned().unwrap_or_default();
            let tags = tags
                .iter()
                .filter_map(|tag| tag.as_str().map(str::to_owned));
            self.writes.push((call.to_owned(), text.clone()));
            self.notes.insert(call.to_owned(), (text, tags.collect()));
            return done(&json!({}));
        }
        match path {
            "call_center/hotline/list" => done(&json!(["02471000001", "02471000002"])),
            "tag/search" => done(&json!([{"name": "VIP"}])),
            "search_by_phone/phone_v3" => {
                let phone = query
                    .split('&')
                    .find_map(|part| part.strip_prefix("phone="));
                let names = self.contacts.get(phone.unwrap_or_default());
                let found: Vec<Value> = names
                    .into_iter()
                    .flatten()
                    .map(|name| json!({"id": name, "full_name": name}))
                    .collect();
                done(&json!({ "items": found }))
            }
            "call_transaction/list" => {
                let mut items = self.calls.clone();
                let listed: BTreeSet<String> = items
                    .iter()
                    .filter_map(|item| item["transaction_id"].as_str().map(str::to_owned))
                    .collect();
                for call in self.notes.keys().filter(|call| !listed.contains(*call)) {
                    items.push(json!({
                        "transaction_id": call, "direction": "inbound", "phone_number": "0911111111",
                        "created_date": super::START,
                    }));
                }
                for item in &mut items {
                    let id = item["transaction_id"].as_str().unwrap_or_default();
                    if let Some((text, tags)) = self.notes.get(id) {
                        item["note"] = json!(text);
                        item["tag"] = json!(tags);
                    }
                }
                done(&json!({ "items": items }))
            }
            _ => done(&json!({})),
        }
    }
}

impl Rig {
    /// Lets the provider answer everything that is asked until nothing is asked any more.
    pub fn serve(&mut self, omicall: &mut Omicall) {
        while let Some((fetch, request)) = self.fetches.pop_front() {
            let outcome = omicall.serve(&request);
            self.feed(Input::Fetched { fetch, outcome });
        }
    }

    /// Nothing that is asked arrives.
    pub fn serve_nothing(&mut self) {
        while let Some((fetch, _)) = self.fetches.pop_front() {
            let outcome = HttpOutcome::Failed(HttpFailure::Unreachable);
            self.feed(Input::Fetched { fetch, outcome });
        }
    }

    /// A phone that is signed in at OmiCall and registered.
    pub fn at_omicall(omicall: &mut Omicall) -> Self {
        let mut rig = Self::signed_out();
        assert_eq!(rig.command(sign_in()), None);
        rig.serve(omicall);
        rig.open_socket();
        rig.accept_registration();
        rig
    }
}
