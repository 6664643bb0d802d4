//! What registration and calls share: the socket, the transactions, the identity, the credentials.

use std::collections::{BTreeSet, VecDeque};

use crate::authentication::{Attempts, Authenticator, Refusal};
use crate::dialog;
use crate::gruu::Gruus;
use crate::random::{Random, token};
use crate::servers::Servers;
use crate::session::{SHORTEST, SessionId, is_nobody};
use crate::time::Instant;
use crate::transaction::{ClientKey, MAGIC_COOKIE, Owner, ServerKey, Transactions};
use crate::transport::Transport;
use crate::user_agent::{Config, Event};
use crate::wire::{Headers, Host, Method, NameAddr, Request, Response, Uri, Via};

/// The methods that are served.
pub(crate) const ALLOW: &str =
    "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, NOTIFY, PRACK, REFER";

/// The extensions that are spoken (RFC 5626, RFC 4028, RFC 3262, RFC 6228, RFC 3891).
pub(crate) const SUPPORTED: &str = "outbound, timer, 100rel, 199, replaces";

/// The same for a change of a call that is up, whose provisional responses nobody waits for.
pub(crate) const SUPPORTED_WITHIN: &str = "outbound, timer, replaces";

/// The bodies that are understood.
pub(crate) const ACCEPT: &str = "application/sdp";

/// The shared half of a user agent.
pub(crate) struct Endpoint {
    pub(crate) config: Config,
    pub(crate) rng: Box<dyn Random>,
    pub(crate) transport: Transport,
    pub(crate) transactions: Transactions,
    pub(crate) authenticator: Authenticator,
    /// The way that requests outside dialogs take (RFC 3608 §5).
    pub(crate) service_route: Vec<NameAddr>,
    /// The addresses that the registrar gave this phone (RFC 5627).
    pub(crate) gruus: Gruus,
    /// `xxxx.invalid`, in place of an address that a browser does not know (RFC 7118 §5).
    host: Host,
    events: VecDeque<Event>,
    /// Calls that somebody sent to a domain that is not ours: nothing is proved to anybody there.
    unproven: BTreeSet<SessionId>,
}

impl Endpoint {
    pub(crate) fn new(config: Config, mut rng: Box<dyn Random>) -> Self {
        let host = Host::Name(format!("{}.invalid", token(&mut rng, 12)));
        let mut realms = vec![config.aor.host.to_string()];
        realms.extend(config.realms.iter().cloned());
        Self {
            transport: Transport::new(Servers::new(config.server_url.clone(), &config.backup_urls)),
            transactions: Transactions::default(),
            authenticator: Authenticator::new(config.credentials.clone(), realms),
            service_route: Vec::new(),
            gruus: Gruus::default(),
            host,
            events: VecDeque::new(),
            unproven: BTreeSet::new(),
            config,
            rng,
        }
    }

    /// Tells the application.
    pub(crate) fn emit(&mut self, event: Event) {
        self.events.push_back(event);
    }

    pub(crate) fn poll_event(&mut self) -> Option<Event> {
        self.events.pop_front()
    }

    /// A random token of `n` characters.
    pub(crate) fn token(&mut self, n: usize) -> String {
        token(&mut self.rng, n)
    }

    /// The domain: where REGISTER and the keep-alive go.
    pub(crate) fn domain(&self) -> Uri {
        let aor = &self.config.aor;
        let mut uri = Uri::sip("", &aor.host.to_string());
        uri.scheme = aor.scheme.clone();
        uri.port = aor.port;
        uri
    }

    /// The address of record without a display name.
    pub(crate) fn address_of_record(&self) -> NameAddr {
        NameAddr::new(self.config.aor.clone())
    }

    /// From, with a new tag.
    pub(crate) fn from(&mut self) -> NameAddr {
        let mut from = self.address_of_record();
        from.display = self
            .config
            .display_name
            .clone()
            .filter(|name| !name.is_empty());
        from.set_tag(&self.token(10));
        from
    }

    /// Where this socket can be reached; the same for the life of the user agent, so that a new
    /// registration takes the place of the old one.
    pub(crate) fn contact(&self) -> NameAddr {
        let user = self.config.aor.user.as_deref().unwrap_or_default();
        let mut uri = Uri::sip(user, &self.host.to_string());
        uri.set_param("transport", Some("ws"));
        NameAddr::new(uri)
    }

    /// The Contact within dialogs: the address that leads to this phone from everywhere (RFC 5627 §4.4),
    /// else that by the flow which carries this message (RFC 5626 §4.3).
    pub(crate) fn dialog_contact(&self) -> NameAddr {
        if let Some(gruu) = &self.gruus.public {
            return NameAddr::new(gruu.clone());
        }
        let mut contact = self.contact();
        contact.uri.set_param("ob", None);
        contact
    }

    /// The same where nobody shall see who we are (RFC 3323 §4.1.1, RFC 5627 §3.1.2).
    fn contact_of_nobody(&self) -> NameAddr {
        if let Some(gruu) = &self.gruus.temporary {
            return NameAddr::new(gruu.clone());
        }
        let mut contact = self.contact();
        contact.uri.user = Some("anonymous".to_owned());
        contact.uri.set_param("ob", None);
        contact
    }

    /// A request outside dialogs: Route, Max-Forwards, From, To, Call-ID, CSeq.
    pub(crate) fn request(
        &self,
        method: Method,
        target: &Uri,
        from: &NameAddr,
        to: &NameAddr,
        call_id: &str,
        seq: u32,
    ) -> Request {
        // A REGISTER goes where the registrar is, not where the registrar sends calls (RFC 3608 §6.1).
        let service_route: &[NameAddr] = match method {
            Method::Register => &[],
            _ => &self.service_route,
        };
        let (uri, routes) = dialog::route(service_route, target);
        let mut request = Request::new(method, uri);
        for route in routes {
            request.headers.push("Route", route.to_string());
        }
        request.headers.push("Max-Forwards", "70");
        request.headers.push("From", from.to_string());
        request.headers.push("To", to.to_string());
        request.headers.push("Call-ID", call_id);
        request
            .headers
            .push("CSeq", format!("{seq} {}", request.method));
        request
    }

    /// Puts Via, User-Agent and credentials on a request and sends it in a transaction.
    ///
    /// Gives back the request as sent. `None` cannot happen: the key is made from our own Via.
    pub(crate) fn send(
        &mut self,
        mut request: Request,
        owner: Owner,
        now: Instant,
    ) -> Option<(ClientKey, Request)> {
        self.dress(&mut request);
        let is_unproven = matches!(owner, Owner::Session(id) if self.unproven.contains(&id));
        if owner != Owner::KeepAlive && !is_unproven {
            self.authenticator.authorize(&mut request, &mut self.rng);
        }
        let key = self
            .transactions
            .begin(request.clone(), owner, &mut self.transport, now)?;
        Some((key, request))
    }

    /// Takes the challenge of a 401 or 407 to a request of that call. `Ok`: send it again.
    pub(crate) fn challenged(
        &mut self,
        id: SessionId,
        response: &Response,
        method: &Method,
        attempts: &mut Attempts,
    ) -> Result<(), Refusal> {
        if self.unproven.contains(&id) {
            return Err(Refusal::ForeignRealm);
        }
        self.authenticator.challenged(response, method, attempts)
    }

    /// Whether a host is the account's domain or within it.
    pub(crate) fn is_own_domain(&self, host: &Host) -> bool {
        let own = &self.config.aor.host;
        let (text, domain) = (host.to_string(), own.to_string());
        let text = text.to_ascii_lowercase();
        let within = matches!((host, own), (Host::Name(_), Host::Name(_)))
            && text.ends_with(&format!(".{}", domain.to_ascii_lowercase()));
        host.matches(own) || within
    }

    /// Whether requests of that call go without credentials from now on.
    pub(crate) fn set_unproven(&mut self, id: SessionId, is_unproven: bool) {
        if is_unproven {
            self.unproven.insert(id);
        } else {
            self.unproven.remove(&id);
        }
    }

    /// Forgets what was said about calls that are over.
    pub(crate) fn keep_unproven(&mut self, lives: impl Fn(SessionId) -> bool) {
        self.unproven.retain(|id| lives(*id));
    }

    /// Sends an ACK for a 2xx, which has no transaction. Gives back its text, to be sent again.
    pub(crate) fn send_ack(&mut self, mut ack: Request) -> String {
        self.dress(&mut ack);
        let text = ack.to_string();
        self.transport.send(text.clone());
        text
    }

    /// Sends a request once more, such as a CANCEL, as it is.
    pub(crate) fn send_as_is(
        &mut self,
        request: Request,
        owner: Owner,
        now: Instant,
    ) -> Option<ClientKey> {
        self.transactions
            .begin(request, owner, &mut self.transport, now)
    }

    /// Cancels an INVITE of ours.
    pub(crate) fn cancel(&mut self, invite: &ClientKey, now: Instant) -> Option<ClientKey> {
        self.transactions.cancel(invite, &mut self.transport, now)
    }

    /// Cancels an INVITE of ours that nobody waits for any longer, where it would go on for ever (§9.1).
    /// `false` if it has an end by itself.
    pub(crate) fn give_up(&mut self, invite: &ClientKey, now: Instant) -> bool {
        let has_no_end = self.transactions.has_no_end(invite);
        if has_no_end {
            self.cancel(invite, now);
        }
        has_no_end
    }

    /// A response to a request of the peer's, with the headers that every response of ours has.
    ///
    /// `to_tag` is our tag in the dialog; else a random one is added where To has none (§8.2.6.2).
    pub(crate) fn response(
        &mut self,
        request: &Request,
        status: u16,
        to_tag: Option<&str>,
    ) -> Response {
        let random;
        let tag = match to_tag {
            Some(tag) => Some(tag),
            None if status > 100 => {
                random = self.token(10);
                Some(random.as_str())
            }
            None => None,
        };
        let mut response = request.response(status, "", tag);
        response
            .headers
            .push("User-Agent", self.config.user_agent.clone());
        match status {
            405 | 501 => response.headers.push("Allow", ALLOW),
            422 => response.headers.push("Min-SE", SHORTEST.to_string()),
            415 => response.headers.push("Accept", ACCEPT),
            _ => {}
        }
        response
    }

    /// Responds to a request of the peer's.
    pub(crate) fn respond(&mut self, key: &ServerKey, response: &Response, now: Instant) {
        let we_are_nobody = response.headers.to().is_ok_and(|to| is_nobody(&to.uri));
        if we_are_nobody && response.headers.contains("Contact") {
            let mut response = response.clone();
            self.hide(&mut response.headers);
            self.transactions
                .respond(key, &response, &mut self.transport, now);
            return;
        }
        self.transactions
            .respond(key, response, &mut self.transport, now);
    }

    /// Takes out what would tell who we are in a call that does not show it.
    fn hide(&self, headers: &mut Headers) {
        if headers.contains("Contact") {
            headers.set("Contact", self.contact_of_nobody().to_string());
        }
        headers.remove("Referred-By");
    }

    /// Responds with nothing but a status.
    pub(crate) fn refuse(
        &mut self,
        key: &ServerKey,
        request: &Request,
        status: u16,
        to_tag: Option<&str>,
        now: Instant,
    ) {
        let response = self.response(request, status, to_tag);
        self.respond(key, &response, now);
    }

    fn dress(&mut self, request: &mut Request) {
        let branch = format!("{MAGIC_COOKIE}{}", self.token(16));
        let insecure = self
            .transport
            .url()
            .get(..3)
            .is_some_and(|scheme| scheme.eq_ignore_ascii_case("ws:"));
        let via_transport = if insecure { "WS" } else { "WSS" };
        let via = Via::new(via_transport, self.host.clone(), &branch);
        request.headers.push_front("Via", via.to_string());
        if request
            .headers
            .from()
            .is_ok_and(|from| is_nobody(&from.uri))
        {
            self.hide(&mut request.headers);
            // Servers that assert who we are do so anew with each request (RFC 3325 §9.1).
            let is_bare = matches!(request.method, Method::Ack | Method::Cancel);
            if !is_bare && !request.headers.contains("Privacy") {
                request.headers.push("Privacy", "id");
            }
        }
        if request.headers.get("User-Agent").is_none() {
            request
                .headers
                .push("User-Agent", self.config.user_agent.clone());
        }
    }
}
