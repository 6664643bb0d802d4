//! The registrar's bindings (RFC 3261 §10.3) and where to reach a user (RFC 5626 §6, simplified).

use std::collections::BTreeMap;

use crate::sip::{Address, Message};
use crate::time::{Duration, Time};

/// What a binding lasts when the client names nothing, in seconds.
const DEFAULT_EXPIRES: u32 = 600;
/// The longest that is granted, in seconds.
const MAX_EXPIRES: u32 = 3600;
/// The most bindings that one user may have.
const MAX_BINDINGS: usize = 16;

/// The WebSocket that a message came by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ConnId(pub(crate) u64);

/// One phone of a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Binding {
    /// The contact URI.
    pub(crate) contact: String,
    /// `+sip.instance`: which phone it is, over its reconnects.
    pub(crate) instance: Option<String>,
    reg_id: Option<String>,
    /// The socket that leads there.
    pub(crate) conn: ConnId,
    call_id: String,
    cseq: u32,
    /// When it ends.
    pub(crate) expires_at: Time,
    /// `User-Agent`, for the state page.
    pub(crate) user_agent: String,
}

/// Why a REGISTER is not carried out: the status to answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RegisterError {
    /// 400: `Contact` or `Expires` cannot be read, or `*` without `Expires: 0`.
    Malformed,
    /// 500: a request older than the one before it (RFC 3261 §10.3 step 7).
    OutOfOrder,
    /// 403: too many phones.
    TooMany,
    /// 423: shorter than the registrar takes; `Min-Expires` in seconds.
    TooBrief(u32),
}

/// All bindings by user.
pub(crate) struct Registrar {
    min_expires: u32,
    bindings: BTreeMap<String, Vec<Binding>>,
}

impl Registrar {
    /// `min_expires` in seconds: what is asked for below it gets a 423.
    pub(crate) fn new(min_expires: u32) -> Self {
        Self {
            min_expires,
            bindings: BTreeMap::new(),
        }
    }

    /// Carries out a REGISTER of an authenticated user: all of it or nothing.
    pub(crate) fn register(
        &mut self,
        user: &str,
        conn: ConnId,
        request: &Message,
        now: Time,
    ) -> Result<(), RegisterError> {
        self.expire(now);
        let default = match request.get("Expires") {
            // Anything that is no number means the default (RFC 3261 §10.2.1.1).
            Some(text) => text.trim().parse().unwrap_or(DEFAULT_EXPIRES),
            None => DEFAULT_EXPIRES,
        };
        let (cseq, _) = request.cseq().ok_or(RegisterError::Malformed)?;
        let call_id = request.get("Call-ID").unwrap_or_default().to_owned();
        let user_agent = request.get("User-Agent").unwrap_or_default().to_owned();
        let mut list = self.bindings.get(user).cloned().unwrap_or_default();
        let in_order = |b: &Binding| b.call_id != call_id || b.cseq < cseq;

        let contacts = request.list("Contact");
        if contacts.iter().any(|contact| contact == "*") {
            if contacts.len() != 1 || request.get("Expires").map(str::trim) != Some("0") {
                return Err(RegisterError::Malformed);
            }
            if !list.iter().all(in_order) {
                return Err(RegisterError::OutOfOrder);
            }
            self.bindings.remove(user);
            return Ok(());
        }
        for contact in contacts {
            let address = Address::parse(&contact).ok_or(RegisterError::Malformed)?;
            let seconds = match address.param("expires") {
                Some(text) => text.parse().unwrap_or(DEFAULT_EXPIRES),
                None => default,
            }
            .min(MAX_EXPIRES);
            if seconds > 0 && seconds < self.min_expires {
                return Err(RegisterError::TooBrief(self.min_expires));
            }
            let instance = address.param("+sip.instance").map(str::to_owned);
            let reg_id = address.param("reg-id").map(str::to_owned);
            // A phone that comes back with a new contact replaces its old one (RFC 5626 §6).
            let is_same = |b: &Binding| {
                b.contact == address.uri
                    || (instance.is_some() && b.instance == instance && b.reg_id == reg_id)
            };
            if list
                .iter()
                .any(|b| b.contact == address.uri && !in_order(b))
            {
                return Err(RegisterError::OutOfOrder);
            }
            list.retain(|b| !is_same(b));
            if seconds == 0 {
                continue;
            }
            if list.len() == MAX_BINDINGS {
                return Err(RegisterError::TooMany);
            }
            list.push(Binding {
                contact: address.uri.clone(),
                instance,
                reg_id,
                conn,
                call_id: call_id.clone(),
                cseq,
                expires_at: now + Duration::from_secs(seconds.into()),
                user_agent: user_agent.clone(),
            });
        }
        self.bindings.insert(user.to_owned(), list);
        Ok(())
    }

    /// The user's phones, oldest first.
    pub(crate) fn bindings(&self, user: &str, now: Time) -> Vec<Binding> {
        let list = self
            .bindings
            .get(user)
            .map(Vec::as_slice)
            .unwrap_or_default();
        list.iter()
            .filter(|b| b.expires_at > now)
            .cloned()
            .collect()
    }

    /// Every live binding with its user.
    pub(crate) fn all(&self, now: Time) -> impl Iterator<Item = (&str, &Binding)> {
        self.bindings
            .iter()
            .flat_map(|(user, list)| list.iter().map(move |b| (user.as_str(), b)))
            .filter(move |(_, b)| b.expires_at > now)
    }

    /// Forgets what led over a socket that is gone: nothing can be sent there any more.
    pub(crate) fn connection_closed(&mut self, conn: ConnId) {
        for list in self.bindings.values_mut() {
            list.retain(|b| b.conn != conn);
        }
    }

    /// Forgets what has run out.
    pub(crate) fn expire(&mut self, now: Time) {
        for list in self.bindings.values_mut() {
            list.retain(|b| b.expires_at > now);
        }
        self.bindings.retain(|_, list| !list.is_empty());
    }

    /// When the next binding runs out.
    pub(crate) fn next_expiry(&self) -> Option<Time> {
        self.bindings.values().flatten().map(|b| b.expires_at).min()
    }
}

/// The `Contact` field of a 200 to REGISTER for one binding (RFC 3261 §10.3 step 8).
pub(crate) fn contact_field(binding: &Binding, now: Time) -> String {
    let left = binding.expires_at.saturating_sub(now).as_secs();
    let mut field = format!("<{}>;expires={left}", binding.contact);
    if let Some(instance) = &binding.instance {
        field.push_str(&format!(";+sip.instance={}", crate::sip::quote(instance)));
    }
    if let Some(reg_id) = &binding.reg_id {
        field.push_str(&format!(";reg-id={reg_id}"));
    }
    field
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: ConnId = ConnId(1);
    const B: ConnId = ConnId(2);
    const NOW: Time = Duration::from_secs(100);

    fn request(call_id: &str, cseq: u32, contact: &str) -> Message {
        Message::request("REGISTER", "sip:sandbox.alo.test")
            .with("Call-ID", call_id)
            .with("CSeq", &format!("{cseq} REGISTER"))
            .with("Contact", contact)
    }

    fn contacts(registrar: &Registrar, now: Time) -> Vec<String> {
        registrar
            .bindings("1001", now)
            .into_iter()
            .map(|b| b.contact)
            .collect()
    }

    #[test]
    fn a_user_may_have_several_phones_and_each_expires_by_itself() {
        let mut registrar = Registrar::new(1);
        let one = request("a", 1, "<sip:x@a.invalid;transport=ws>;expires=60");
        let two = request("b", 1, "<sip:y@b.invalid;transport=ws>").with("Expires", "120");
        registrar.register("1001", A, &one, NOW).expect("first");
        registrar.register("1001", B, &two, NOW).expect("second");
        assert_eq!(contacts(&registrar, NOW).len(), 2);
        assert_eq!(registrar.next_expiry(), Some(NOW + Duration::from_secs(60)));
        let later = NOW + Duration::from_secs(60);
        assert_eq!(
            contacts(&registrar, later),
            ["sip:y@b.invalid;transport=ws"]
        );
        registrar.expire(NOW + Duration::from_secs(120));
        assert_eq!(registrar.next_expiry(), None);
    }

    #[test]
    fn a_refresh_moves_the_end_and_zero_removes() {
        let mut registrar = Registrar::new(1);
        let later = NOW + Duration::from_secs(30);
        registrar
            .register("1001", A, &request("a", 1, "<sip:x@h>;expires=60"), NOW)
            .expect("new");
        registrar
            .register("1001", A, &request("a", 2, "<sip:x@h>;expires=60"), later)
            .expect("refresh");
        assert_eq!(
            registrar.next_expiry(),
            Some(later + Duration::from_secs(60))
        );
        registrar
            .register("1001", A, &request("a", 3, "<sip:x@h>;expires=0"), later)
            .expect("remove");
        assert!(contacts(&registrar, later).is_empty());
    }

    #[test]
    fn a_phone_that_comes_back_by_another_socket_replaces_itself() {
        let mut registrar = Registrar::new(1);
        let phone = |uri| format!("<{uri}>;+sip.instance=\"<urn:uuid:1>\";reg-id=1");
        registrar
            .register("1001", A, &request("a", 1, &phone("sip:x@a")), NOW)
            .expect("first");
        registrar
            .register("1001", B, &request("b", 1, &phone("sip:y@b")), NOW)
            .expect("again");
        assert_eq!(contacts(&registrar, NOW), ["sip:y@b"]);
        let binding = registrar.bindings("1001", NOW).remove(0);
        assert_eq!(
            contact_field(&binding, NOW),
            "<sip:y@b>;expires=600;+sip.instance=\"<urn:uuid:1>\";reg-id=1"
        );
    }

    #[test]
    fn star_removes_all_but_only_with_expires_zero() {
        let mut registrar = Registrar::new(1);
        registrar
            .register("1001", A, &request("a", 1, "<sip:x@h>, <sip:y@h>"), NOW)
            .expect("two");
        let star = request("a", 2, "*");
        let refused = registrar.register("1001", A, &star, NOW);
        assert_eq!(refused, Err(RegisterError::Malformed));
        assert_eq!(contacts(&registrar, NOW).len(), 2);
        registrar
            .register("1001", A, &star.with("Expires", "0"), NOW)
            .expect("all gone");
        assert!(contacts(&registrar, NOW).is_empty());
    }

    #[test]
    fn older_requests_brief_ones_and_nonsense_are_refused_and_change_nothing() {
        let mut registrar = Registrar::new(60);
        registrar
            .register("1001", A, &request("a", 5, "<sip:x@h>"), NOW)
            .expect("first");
        for (request, error) in [
            (
                request("a", 5, "<sip:x@h>;expires=0"),
                RegisterError::OutOfOrder,
            ),
            (
                request("a", 6, "<sip:y@h>;expires=59"),
                RegisterError::TooBrief(60),
            ),
            (
                request("a", 7, "<sip:y@h>, nonsense"),
                RegisterError::Malformed,
            ),
        ] {
            assert_eq!(registrar.register("1001", A, &request, NOW), Err(error));
            assert_eq!(contacts(&registrar, NOW), ["sip:x@h"]);
        }
    }

    #[test]
    fn without_contact_it_is_a_question_and_a_lost_socket_takes_its_bindings() {
        let mut registrar = Registrar::new(1);
        registrar
            .register("1001", A, &request("a", 1, "<sip:x@h>"), NOW)
            .expect("first");
        registrar
            .register("1001", B, &request("b", 1, "<sip:y@h>"), NOW)
            .expect("second");
        let question = Message::request("REGISTER", "sip:h").with("CSeq", "9 REGISTER");
        registrar
            .register("1001", A, &question, NOW)
            .expect("question");
        assert_eq!(contacts(&registrar, NOW).len(), 2);
        registrar.connection_closed(A);
        assert_eq!(contacts(&registrar, NOW), ["sip:y@h"]);
    }
}
