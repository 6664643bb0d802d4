//! How OmiCall writes hotlines, contacts and extensions.

use serde_json::{Value, json};

use super::Rest;
use super::contacts::{self, Contact};
use crate::provider::{self, Provider, national};

/// A hotline as the lists have it.
pub(super) fn hotline_item(hotline: &provider::Hotline) -> Value {
    json!({
        "number": hotline.with_country(),
        "name": hotline.name,
        "status": "active",
        "expire_date": 4_102_444_800_000_u64,
        "configs": {"allow_call_in": true, "allow_call_out": true, "number_type": "hotline", "access_type": "all"},
        "accesses": [],
    })
}

/// A contact in the form that the company's interface documents for lists.
pub(super) fn contact_item(contact: &Contact) -> Value {
    let mut structure = Vec::new();
    let mut push = |code: &str, values: Vec<String>| {
        let values: Vec<Value> = values
            .into_iter()
            .filter(|value| !value.is_empty())
            .map(|value| json!({"display_value": value, "data_type": "", "value_type": ""}))
            .collect();
        if !values.is_empty() {
            structure.push(json!({"field_code": code, "field_type": "text", "value": values}));
        }
    };
    push("full_name", vec![contact.name.to_owned()]);
    push(
        "phone_number",
        contact.phones.iter().map(|phone| national(phone)).collect(),
    );
    push("mail", vec![contact.mail.to_owned()]);
    push("job_title", vec![contact.job.to_owned()]);
    push("gender", vec![contact.gender.to_owned()]);
    push("address", vec![contact.address.to_owned()]);
    push("note", vec![contact.note.to_owned()]);
    json!({
        "contact_id": contact.id,
        "contact_type": "person",
        "full_name": contact.name,
        "full_name_unsigned": contacts::unsigned(contact.name),
        "attribute_structure": structure,
    })
}

/// An extension with what a phone needs to sign in.
pub(super) fn extension_detail(rest: &Rest, user: &str) -> Value {
    let (name, mail) = provider::agent(user);
    json!({
        "extension": user,
        "full_name": name,
        "mail": mail,
        "uuid": format!("agent-{user}"),
        "pbx_account": {
            "display_name": name,
            "sip_user": user,
            "sip_password": provider::password(user),
            "sip_web_socket_server": rest.socket_url(),
            "sip_realm": Provider::Omicall.domain(),
            "sip_proxy": "",
            "sip_proxy_port": "",
            "stun_servers": [],
            "transport": ["ws"],
            "use_opus": true,
            "opus_quality": 1,
        },
    })
}
