//! Other servers for some networks: OmiCall names them in the answer to the sign-in, by the name of the
//! internet provider, which it is asked for then. What cannot be found out changes nothing.

use alo_protocol::IceServer;
use serde_json::Value;

use super::super::SignedIn;
use super::super::json::{field, items, text};
use super::sign_in::{ice_server, ice_url};
use crate::ServerUrl;
use crate::account::MAX_ICE_SERVERS;
use crate::text::MAX_NAME;

/// Most networks that are looked at.
const MAX_NETWORKS: usize = 32;

/// The servers of one network. How `stuns`, `turns` and `wss_domain` are written is unverified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Network {
    name: String,
    server_url: Option<String>,
    ice_servers: Vec<IceServer>,
}

/// Those of the answer to the sign-in.
pub(super) fn read(payload: &Value) -> Vec<Network> {
    let list = field(payload, &["network_ice_providers"]);
    list.map_or_else(Vec::new, |list| {
        items(list).filter_map(network).take(MAX_NETWORKS).collect()
    })
}

fn network(item: &Value) -> Option<Network> {
    let servers = ["stuns", "turns"]
        .into_iter()
        .filter_map(|name| field(item, &[name]));
    let ice_servers = servers
        .flat_map(items)
        .filter_map(|server| ice_url(server).or_else(|| ice_server(server)))
        .take(MAX_ICE_SERVERS)
        .collect();
    Some(Network {
        name: text(item, &["network"], MAX_NAME)?,
        server_url: text(item, &["wss_domain"], 512).and_then(|domain| server_url(&domain)),
        ice_servers,
    })
}

/// A host as a URL of its own; a URL as it is.
fn server_url(domain: &str) -> Option<String> {
    let url = if domain.contains("://") {
        domain.to_owned()
    } else {
        format!("wss://{domain}")
    };
    let url = ServerUrl::parse(&url).ok()?;
    Some(url.as_str().to_owned())
}

/// Puts the servers of the network in place of those that were named for all.
pub(super) fn apply(networks: &[Network], info: &Value, signed_in: &mut SignedIn) {
    let Some(name) = text(info, &["name"], MAX_NAME) else {
        return;
    };
    let network = networks
        .iter()
        .find(|network| network.name.eq_ignore_ascii_case(&name));
    let Some(network) = network else {
        return;
    };
    if let Some(server_url) = &network.server_url {
        signed_in.account.server_url.clone_from(server_url);
    }
    if !network.ice_servers.is_empty() {
        signed_in
            .account
            .ice_servers
            .clone_from(&network.ice_servers);
    }
}
