//! What registration and calls share: the socket, the transactions, the identity, the credentials.

use std::collections::{BTreeSet, VecDeque};

use crate::authentication::{Attempts, Authenticator, Refusal};
use crate::dialog;
use crate::gruu::Gruus;
use crate::random::{Random, token};
use crate::servers::Servers;
use crate::session::{MIN_INTERVAL, SessionId, is_anonymous};
use crate::time::Instant;
use crate::transaction::{ClientKey, MAGIC_COOKIE, Owner, ServerKey, Transactions};
use crate::transport::Transport;
use crate::user_agent::{Config, Event};
use crate::wire::{Headers, Host, Method, NameAddr, Request, Response, Uri, Via};

/// The methods that we handle, for Allow.
pub(crate) const ALLOW: &str =
    "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, NOTIFY, PRACK, REFER";

/// The extensions that we support, for Supported (RFC 5626, RFC 4028, RFC 3262, RFC 6228, RFC
/// 3891).
pub(crate) const SUPPORTED: &str = "outbound, timer, 100rel, 199, replaces";

/// The extensions named in a re-INVITE. Without `100rel` and `199`: its provisional responses are
/// not used.
pub(crate) const SUPPORTED_WITHIN: &str = "outbound, timer, replaces";

/// The body types that we understand, for Accept.
pub(crate) const ACCEPT: &str = "application/sdp";

/// What registration, calls and the other parts of a user agent share.
pub(crate) struct Endpoint {
    pub(crate) config: Config,
    pub(crate) rng: Box<dyn Random>,
    pub(crate) transport: Transport,
    pub(crate) transactions: Transactions,
    pub(crate) authenticator: Authenticator,
    /// The route of our requests outside dialogs, from the registrar (RFC 3608 §5).
    pub(crate) service_route: Vec<NameAddr>,
    /// The addresses that the registrar gave this phone (RFC 5627).
    pub(crate) gruus: Gruus,
    /// `xxxx.invalid`: a browser does not know its own address, so Via and Contact name this (RFC
    /// 7118 §5).
    host: Host,
    events: VecDeque<Event>,
    /// Calls that somebody else directed to a foreign domain: their requests carry no credentials,
    /// and their challenges are not answered.
    without_credentials: BTreeSet<SessionId>,
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
            without_credentials: BTreeSet::new(),
            config,
            rng,
        }
    }

    /// Queues an event for the application.
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

    /// The URI of the account's domain: the target of REGISTER and of the keep-alive's OPTIONS.
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

    /// The From of a new request outside dialogs, with a new tag.
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

    /// The Contact of REGISTER. It stays the same for the life of the user agent, so that a new
    /// binding replaces the old one.
    pub(crate) fn contact(&self) -> NameAddr {
        let user = self.config.aor.user.as_deref().unwrap_or_default();
        let mut uri = Uri::sip(user, &self.host.to_string());
        uri.set_param("transport", Some("ws"));
        NameAddr::new(uri)
    }

    /// The Contact within dialogs: the public GRUU, which works from everywhere (RFC 5627 §4.4),
    /// else the registered Contact with `ob`, which works through the flow that carries this
    /// message (RFC 5626 §4.3).
    pub(crate) fn dialog_contact(&self) -> NameAddr {
        if let Some(gruu) = &self.gruus.public {
            return NameAddr::new(gruu.clone());
        }
        let mut contact = self.contact();
        contact.uri.set_param("ob", None);
        contact
    }

    /// The Contact within anonymous dialogs: the temporary GRUU, else one without our user name
    /// (RFC 3323 §4.1.1, RFC 5627 §3.1.2).
    fn anonymous_contact(&self) -> NameAddr {
        if let Some(gruu) = &self.gruus.temporary {
            return NameAddr::new(gruu.clone());
        }
        let mut contact = self.contact();
        contact.uri.user = Some("anonymous".to_owned());
        contact.uri.set_param("ob", None);
        contact
    }

    /// A request outside dialogs, with Route, Max-Forwards, From, To, Call-ID and CSeq.
    pub(crate) fn request(
        &self,
        method: Method,
        target: &Uri,
        from: &NameAddr,
        to: &NameAddr,
        call_id: &str,
        seq: u32,
    ) -> Request {
        // The Service-Route is for requests other than REGISTER (RFC 3608 §6.1).
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

    /// Puts Via, User-Agent and credentials on a request and sends it in a transaction. Returns the
    /// transaction's key and the request as it was sent.
    pub(crate) fn send(
        &mut self,
        mut request: Request,
        owner: Owner,
        now: Instant,
    ) -> (ClientKey, Request) {
        let branch = self.finish_headers(&mut request);
        let key = ClientKey::new(branch, &request.method);
        let is_without_credentials =
            matches!(owner, Owner::Session(id) if self.without_credentials.contains(&id));
        if owner != Owner::KeepAlive && !is_without_credentials {
            self.authenticator.authorize(&mut request, &mut self.rng);
        }
        let transport = &mut self.transport;
        self.transactions
            .begin(key.clone(), request.clone(), owner, transport, now);
        (key, request)
    }

    /// Takes the challenge of a 401 or 407 to a request of that call. `Ok`: send it again.
    pub(crate) fn challenged(
        &mut self,
        id: SessionId,
        response: &Response,
        method: &Method,
        attempts: &mut Attempts,
    ) -> Result<(), Refusal> {
        if self.without_credentials.contains(&id) {
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

    /// Sets whether requests of that call go without credentials from now on.
    pub(crate) fn set_without_credentials(&mut self, id: SessionId, is_without_credentials: bool) {
        if is_without_credentials {
            self.without_credentials.insert(id);
        } else {
            self.without_credentials.remove(&id);
        }
    }

    /// Forgets which calls go without credentials, except for those that `lives` confirms.
    pub(crate) fn retain_without_credentials(&mut self, lives: impl Fn(SessionId) -> bool) {
        self.without_credentials.retain(|id| lives(*id));
    }

    /// Sends an ACK for a 2xx, which has no transaction. Returns its text, which is sent again
    /// whenever the 2xx comes again.
    pub(crate) fn send_ack(&mut self, mut ack: Request) -> String {
        self.finish_headers(&mut ack);
        let text = ack.to_string();
        self.transport.send(text.clone());
        text
    }

    /// Sends a request that has its Via already, such as a CANCEL that was lost with the socket.
    pub(crate) fn send_as_is(
        &mut self,
        key: ClientKey,
        request: Request,
        owner: Owner,
        now: Instant,
    ) {
        self.transactions
            .begin(key, request, owner, &mut self.transport, now);
    }

    /// Cancels an INVITE of ours.
    pub(crate) fn cancel(&mut self, invite: &ClientKey, now: Instant) {
        self.transactions.cancel(invite, &mut self.transport, now);
    }

    /// Cancels an INVITE of ours whose outcome no longer matters, if it would wait for its final
    /// response for ever (§9.1). `false` if it has a deadline anyway, so that no CANCEL was sent.
    pub(crate) fn give_up(&mut self, invite: &ClientKey, now: Instant) -> bool {
        let has_no_end = self.transactions.has_no_end(invite);
        if has_no_end {
            self.cancel(invite, now);
        }
        has_no_end
    }

    /// A response to a request of the peer's, with the headers that every response of ours has.
    ///
    /// `to_tag` is our tag in the dialog. Without one, a random tag is added where To has none
    /// (§8.2.6.2).
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
            422 => response.headers.push("Min-SE", MIN_INTERVAL.to_string()),
            415 => response.headers.push("Accept", ACCEPT),
            _ => {}
        }
        response
    }

    /// Responds to a request of the peer's.
    pub(crate) fn respond(&mut self, key: &ServerKey, response: &Response, now: Instant) {
        let we_are_anonymous = response.headers.to().is_ok_and(|to| is_anonymous(&to.uri));
        if we_are_anonymous && response.headers.contains("Contact") {
            let mut response = response.clone();
            self.hide_identity(&mut response.headers);
            self.transactions
                .respond(key, &response, &mut self.transport, now);
            return;
        }
        self.transactions
            .respond(key, response, &mut self.transport, now);
    }

    /// Removes what would reveal our identity in an anonymous call.
    fn hide_identity(&self, headers: &mut Headers) {
        if headers.contains("Contact") {
            headers.set("Contact", self.anonymous_contact().to_string());
        }
        headers.remove("Referred-By");
    }

    /// Responds with a status and no further headers or body.
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

    /// Adds Via and User-Agent, and hides our identity where From is anonymous. Returns the Via's branch.
    fn finish_headers(&mut self, request: &mut Request) -> String {
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
            .is_ok_and(|from| is_anonymous(&from.uri))
        {
            self.hide_identity(&mut request.headers);
            // Servers assert our identity for each request anew, so each needs Privacy (RFC 3325
            // §9.1).
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
        branch
    }
}
