//! REGISTER, and who a request comes from.

use super::leg::LegState;
use super::*;
use crate::digest::{Side, Verdict};
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
        if !self.is_own_domain(&aor.host) {
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
        self.auth
            .challenge(&mut response, side, stale, &mut *self.rng, now);
        self.send(conn, &response, now);
        None
    }

    /// Whether requests for that host are for this PBX: its domain, or the loopback address that
    /// people type when they try things out.
    pub(super) fn is_own_domain(&self, host: &str) -> bool {
        host == self.config.domain || host == "127.0.0.1" || host == "localhost"
    }

    pub(super) fn is_user(&self, name: &str) -> bool {
        self.config.users.iter().any(|(user, _)| user == name)
    }
}
