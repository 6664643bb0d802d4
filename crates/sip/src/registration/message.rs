//! What a REGISTER contains, and which binding its 200 grants (RFC 3261 §10.2, RFC 5626 §4.2, RFC
//! 5627 §4.1).

use super::{MAX_EXPIRES, Pending, Registration};
use crate::authentication::Attempts;
use crate::endpoint::{ALLOW, Endpoint};
use crate::time::Instant;
use crate::transaction::Owner;
use crate::wire::{Contacts, Method, NameAddr, Response};

impl Registration {
    /// Sends a REGISTER; `expires` of 0 s ends the binding.
    pub(super) fn register(
        &mut self,
        attempts: Attempts,
        expires: u32,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        let from = match &self.from {
            Some(from) => from.clone(),
            None => self.from.insert(endpoint.from()).clone(),
        };
        self.seq = self.seq.saturating_add(1);
        let to = endpoint.address_of_record();
        let mut request = endpoint.request(
            Method::Register,
            &endpoint.domain(),
            &from,
            &to,
            &self.call_id,
            self.seq,
        );
        let mut contact = endpoint.contact();
        if self.outbound {
            contact.params.set("reg-id", Some("1"));
        }
        contact.params.set("expires", Some(&expires.to_string()));
        // Written by hand, because RFC 5626 §4.1 requires quotes around the angle brackets.
        let instance = endpoint
            .config
            .instance_id
            .replace(['"', '\\', '<', '>'], "");
        request.headers.push(
            "Contact",
            format!("{contact};+sip.instance=\"<{instance}>\""),
        );
        request.headers.push("Expires", expires.to_string());
        request.headers.push(
            "Supported",
            if self.outbound {
                "path, outbound, gruu"
            } else {
                "path, gruu"
            },
        );
        request.headers.push("Allow", ALLOW);
        let (key, _) = endpoint.send(request, Owner::Registration, now);
        self.pending = Some(Pending { key, attempts });
    }

    /// The expiry of our binding among those that the registrar lists (§10.2.4, §10.3 step 8).
    pub(super) fn granted_expires(
        &self,
        response: &Response,
        listed: &[NameAddr],
        ours: Option<&NameAddr>,
    ) -> u32 {
        let header = response.headers.expires().ok().flatten();
        let of = |contact: &NameAddr| {
            contact
                .param("expires")
                .and_then(|value| value.parse().ok())
        };
        let expires = match ours {
            Some(contact) => of(contact).or(header),
            // A border element has replaced our address by its own: the shortest expiry is safe.
            None => listed.iter().filter_map(of).min().or(header),
        };
        expires.unwrap_or(self.expires).min(MAX_EXPIRES)
    }
}

/// All bindings that the registrar lists, and ours if it is among them.
pub(super) fn own_binding(
    response: &Response,
    endpoint: &Endpoint,
) -> (Vec<NameAddr>, Option<NameAddr>) {
    let listed = match response.headers.contacts() {
        Ok(Contacts::List(list)) => list,
        Ok(Contacts::Star) | Err(_) => Vec::new(),
    };
    let own = endpoint.contact();
    let is_ours = |contact: &&NameAddr| {
        contact.uri.matches(&own.uri)
            || (contact.uri.host.matches(&own.uri.host) && contact.uri.user == own.uri.user)
    };
    let is_our_instance = |contact: &&NameAddr| {
        contact.param("+sip.instance").is_some_and(|instance| {
            let instance = instance.trim_start_matches('<').trim_end_matches('>');
            instance == endpoint.config.instance_id
        }) && contact.param("reg-id").is_none_or(|id| id == "1")
    };
    let ours = listed
        .iter()
        .find(is_ours)
        .or_else(|| listed.iter().find(is_our_instance))
        .cloned();
    (listed, ours)
}
