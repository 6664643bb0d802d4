//! REGISTER, and who a request comes from.

use super::leg::LegState;
use super::*;
use crate::digest::{Side, Verdict};
use crate::provider::Provider;
use crate::registrar::{RegisterError, contact_field};
use crate::sip::{Address, Uri};

impl Pbx {
    pub(super) fn on_register(&mut self, conn: ConnId, request: &Message, now: Time) {
        let Some(aor) = request
            .get("To")
            .and_then(Address::parse)
            .and_then(|a| Uri::parse(&a.uri))
        else {
            return self.answer(conn, request, 400, "Bad Request", now);
        };
        // A provider knows its users under its own domain only.
        let is_loopback = matches!(aor.host.as_str(), "127.0.0.1" | "localhost");
        if !is_loopback && aor.host != self.domain_of(&aor.user) {
            return self.answer(conn, request, 404, "Unknown Domain", now);
        }
        let Some(user) = self.authenticate(conn, request, Side::Registrar, now) else {
            return;
        };
        if user != aor.user || self.config.blocked.contains(&user) {
            return self.answer(conn, request, 403, "Forbidden", now);
        }
        let mut response = match self.registrar.register(&user, conn, request, now) {
            Ok(()) => self.response(request, 200, "OK"),
            Err(RegisterError::TooBrief(min)) => self
                .response(request, 423, "Interval Too Brief")
                .with("Min-Expires", &min.to_string()),
            Err(RegisterError::Malformed) => self.response(request, 400, "Bad Request"),
            Err(RegisterError::OutOfOrder) => self.response(request, 500, "Out Of Order"),
            Err(RegisterError::TooMany) => self.response(request, 403, "Too Many Registrations"),
        };
        let bindings = self.registrar.bindings(&user, now);
        if response.start
            == (Start::Response {
                status: 200,
                reason: "OK".to_owned(),
            })
        {
            for binding in &bindings {
                response.push("Contact", &contact_field(binding, now));
            }
        }
        self.send(conn, &response, now);
        // A phone that has lost its socket in a call comes back by registering over a new one.
        for binding in bindings.into_iter().filter(|b| b.conn == conn) {
            for leg in self.legs.values_mut() {
                let is_same = leg.user == user && leg.instance == binding.instance;
                if is_same && leg.conn.is_none() && leg.state == LegState::Up {
                    leg.conn = Some(conn);
                    leg.target.clone_from(&binding.contact);
                }
            }
        }
    }

    /// The user who has proved the password; else the challenge has been sent.
    pub(super) fn authenticate(
        &mut self,
        conn: ConnId,
        request: &Message,
        side: Side,
        now: Time,
    ) -> Option<String> {
        let users = &self.config.users;
        let verdict = self.auth.check(request, side, now, |name| {
            users
                .iter()
                .find(|(user, _)| user == name)
                .map(|(_, password)| password.clone())
        });
        let stale = match verdict {
            Verdict::Good { user, .. } => return Some(user),
            Verdict::Challenge { stale } => stale,
            // Asked again, as Kamailio and Asterisk do; the client sees that its answer was wrong.
            Verdict::Wrong => false,
        };
        let (status, reason) = match side {
            Side::Registrar => (401, "Unauthorized"),
            Side::Proxy => (407, "Proxy Authentication Required"),
        };
        let mut response = self.response(request, status, reason);
        let realm = self.realm_for(request);
        self.auth
            .challenge(&mut response, (side, &realm), stale, &mut *self.rng, now);
        self.send(conn, &response, now);
        None
    }

    /// The realm to ask for: the domain of who asks, as a server for several companies does.
    fn realm_for(&self, request: &Message) -> String {
        let from = request.get("From").and_then(Address::parse);
        let host = from
            .and_then(|from| Uri::parse(&from.uri))
            .map(|from| from.host);
        let own = |host: &String| {
            Provider::WITH_REST
                .iter()
                .any(|provider| provider.domain() == host)
        };
        host.filter(own)
            .unwrap_or_else(|| self.config.domain.clone())
    }

    /// Whether requests for that host are for this PBX: its domain, or the loopback address that
    /// people type when they try things out.
    pub(super) fn is_own_domain(&self, host: &str) -> bool {
        host == self.config.domain
            || host == "127.0.0.1"
            || host == "localhost"
            || Provider::WITH_REST
                .iter()
                .any(|provider| provider.domain() == host)
    }

    /// The domain that a user belongs to.
    pub(super) fn domain_of(&self, user: &str) -> String {
        match Provider::of_user(user) {
            Provider::Plain => self.config.domain.clone(),
            provider => provider.domain().to_owned(),
        }
    }

    pub(super) fn is_user(&self, name: &str) -> bool {
        self.config.users.iter().any(|(user, _)| user == name)
    }
}
