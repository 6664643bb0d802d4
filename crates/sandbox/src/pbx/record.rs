//! What a provider knows of a call that went through its PBX: the start of its history.

use serde::{Deserialize, Serialize};

use super::call::By;
use super::*;
use crate::provider::Provider;

/// Which way a call went, seen from the company.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Direction {
    /// From outside to an extension.
    Inbound,
    /// From an extension to the outside.
    Outbound,
    /// Between two extensions.
    Local,
}

/// What ties a call to a provider. It stays with the call from its first message on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) provider: Provider,
    /// The provider's name for the call: `Uuid`, `X-bizfly-call-center-call-id`.
    pub(crate) id: String,
    pub(crate) direction: Direction,
    /// The account of the company at this end.
    pub(crate) extension: String,
    /// The far end's number, as it came.
    pub(crate) other: String,
    /// The company's number in it, inside the country's form.
    pub(crate) hotline: Option<String>,
    /// VBot's `X-exc-id`.
    pub(crate) external_id: Option<String>,
    /// OmiCall's `X-User-Data`.
    pub(crate) user_data: Option<String>,
}

/// A call as it stands at the moment. Told again at each change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CallRecord {
    pub(crate) link: Link,
    pub(crate) started: Time,
    pub(crate) answered: Option<Time>,
    pub(crate) ended: Option<Time>,
    /// The final status where there was no answer.
    pub(crate) status: Option<u16>,
    pub(crate) ended_by: Option<By>,
}

impl Pbx {
    /// Tells how a call of a provider's stands.
    pub(super) fn tell(&mut self, id: CallId) {
        let Some(call) = self.calls.get(&id) else {
            return;
        };
        let Some(link) = call.link.clone() else {
            return;
        };
        let record = CallRecord {
            link: *link,
            started: call.started,
            answered: call.answered,
            ended: call.ended.as_ref().map(|(at, _)| *at),
            status: call.ended.as_ref().and_then(|(_, end)| end.status),
            ended_by: call.ended.as_ref().map(|(_, end)| end.by),
        };
        self.effects.push_back(Effect::Record(Box::new(record)));
    }
}
