//! The ACK for a 2xx to an INVITE of ours, for each branch that answers (RFC 3261 §13.2.2.4, §22.1).

use super::farewell::Farewell;
use super::{MAX_ACKS, SentAck, Session};
use crate::dialog::Dialog;
use crate::endpoint::Endpoint;
use crate::time::Instant;
use crate::transaction::ClientKey;
use crate::wire::{Method, Request, Response};

impl Session {
    /// Sends the ACK again if a 2xx came again. `false` if the response is no such 2xx.
    pub(super) fn acknowledge_again(
        &self,
        key: &ClientKey,
        response: &Response,
        endpoint: &mut Endpoint,
    ) -> bool {
        if !(200..300).contains(&response.status) {
            return false;
        }
        let tag = response
            .headers
            .to()
            .ok()
            .and_then(|to| to.tag().map(str::to_owned));
        let tag = tag.unwrap_or_default();
        let sent = self
            .acks
            .iter()
            .find(|ack| ack.key == *key && ack.remote_tag == tag);
        if let Some(ack) = sent {
            endpoint.transport.send(ack.text.clone());
        }
        sent.is_some()
    }

    /// Another branch answered although the call is answered or over: sends ACK, then BYE
    /// (§13.2.2.4).
    pub(super) fn on_other_branch(
        &mut self,
        key: &ClientKey,
        response: &Response,
        endpoint: &mut Endpoint,
        now: Instant,
    ) {
        let is_invite = response
            .headers
            .cseq()
            .is_ok_and(|cseq| cseq.method == Method::Invite);
        if !is_invite || !(200..300).contains(&response.status) || self.acks.len() >= MAX_ACKS {
            return;
        }
        let Some(request) = endpoint.transactions.request(key).cloned() else {
            return;
        };
        let Ok(dialog) = Dialog::as_caller(&request, response) else {
            return;
        };
        self.acknowledge(key, &request, &dialog, endpoint);
        self.farewells
            .push(Farewell::begin(dialog, self.id, endpoint, now));
    }

    /// Sends the ACK for a 2xx, with the credentials of its INVITE because an ACK cannot be
    /// challenged (§22.1), and stores it.
    pub(super) fn acknowledge(
        &mut self,
        key: &ClientKey,
        invite: &Request,
        dialog: &Dialog,
        endpoint: &mut Endpoint,
    ) {
        let seq = invite.headers.cseq().map_or(0, |cseq| cseq.seq);
        let mut ack = dialog.ack(seq);
        for (name, value) in invite.headers.iter() {
            if matches!(name, "Authorization" | "Proxy-Authorization") {
                ack.headers.push(name, value);
            }
        }
        let text = endpoint.send_ack(ack);
        if self.acks.len() >= MAX_ACKS {
            self.acks.remove(0);
        }
        let remote_tag = dialog.remote_tag().to_owned();
        self.acks.push(SentAck {
            key: key.clone(),
            remote_tag,
            text,
        });
    }
}
