//! The transaction layer (RFC 3261 §17): which request a response answers, what is a repetition, and
//! how long to wait.
//!
//! The four machines are pure: an input gives a step, and this module takes the step.

mod client_invite;
mod client_non_invite;
mod hop;
mod key;
mod server_invite;
mod server_non_invite;

pub(crate) use hop::cancel_for;
pub(crate) use key::{ClientKey, MAGIC_COOKIE, ServerKey};

use std::collections::{BTreeMap, VecDeque};

use self::client_invite::ClientInvite;
use self::client_non_invite::ClientNonInvite;
use self::hop::ack_for_failure;
use self::key::MergeKey;
use self::server_invite::ServerInvite;
use self::server_non_invite::ServerNonInvite;
use crate::session::SessionId;
use crate::time::Instant;
use crate::timers::{earliest, is_due};
use crate::transport::Transport;
use crate::wire::{Method, Request, Response};

/// The most requests of the peer's that may be unanswered or unacknowledged at once.
pub(crate) const MAX_SERVER_TRANSACTIONS: usize = 256;

/// Who is told about the responses to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// The registration.
    Registration,
    /// The keep-alive.
    KeepAlive,
    /// The subscription to voice messages.
    MessageWaiting,
    /// A call.
    Session(SessionId),
}

/// News about a request of ours.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// Which.
    pub(crate) key: ClientKey,
    /// Whose.
    pub(crate) owner: Owner,
    /// What.
    pub(crate) news: News,
}

/// What happened to a request of ours.
#[derive(Debug)]
pub(crate) enum News {
    /// A response; for an INVITE there may be several 2xx.
    Response(Response),
    /// No final response in time.
    TimedOut,
    /// The socket was lost, or there was none.
    TransportLost,
}

/// What to do with a request that arrived.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Arrival {
    /// A new transaction: respond through its key.
    New(ServerKey),
    /// The same request by another way (§8.2.2.2).
    Merged(ServerKey),
    /// An ACK for a 2xx: it belongs to a dialog.
    Ack,
    /// A repetition, or the ACK of a refusal: done with.
    Absorbed,
    /// More than the limit: answer without a transaction, if at all.
    TooMany,
}

/// What drives a client machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ClientInput {
    Provisional,
    Success,
    Failure,
    Timer,
    TransportLost,
}

/// What a client machine asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ClientStep {
    /// Give the response to the owner.
    Pass,
    /// Send an ACK, then give the response to the owner.
    AcknowledgeAndPass,
    Absorb,
    TimedOut,
    TransportLost,
}

/// What drives a server machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ServerInput {
    /// The request came again.
    Again,
    Ack,
    /// The transaction user responds.
    Provisional,
    Success,
    Failure,
    Timer,
    /// There is a new socket after the one was lost that the request came by.
    Reopened,
}

/// What a server machine asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ServerStep {
    /// Send the response of the transaction user.
    Send,
    /// Send the last response again.
    Resend,
    /// Give the ACK to the dialog.
    PassAck,
    Absorb,
}

#[derive(Debug)]
struct Client {
    machine: ClientMachine,
    owner: Owner,
    /// What an ACK or CANCEL is made from.
    request: Request,
}

#[derive(Debug)]
enum ClientMachine {
    Invite(ClientInvite),
    NonInvite(ClientNonInvite),
}

#[derive(Debug)]
struct Server {
    machine: ServerMachine,
    merge: Option<MergeKey>,
    last_response: Option<String>,
}

#[derive(Debug)]
enum ServerMachine {
    Invite(ServerInvite),
    NonInvite(ServerNonInvite),
}

/// Every transaction of a user agent.
#[derive(Debug, Default)]
pub(crate) struct Transactions {
    clients: BTreeMap<ClientKey, Client>,
    servers: BTreeMap<ServerKey, Server>,
    outcomes: VecDeque<Outcome>,
}

impl Transactions {
    /// Sends a request, whose topmost Via is ours, in a transaction of its own.
    ///
    /// Without an open socket the outcome is there at once.
    pub(crate) fn begin(
        &mut self,
        request: Request,
        owner: Owner,
        transport: &mut Transport,
        now: Instant,
    ) -> Option<ClientKey> {
        let key = ClientKey::of_request(&request).ok()?;
        if transport.send(request.to_string()) {
            let machine = match request.method {
                Method::Invite => ClientMachine::Invite(ClientInvite::new(now)),
                _ => ClientMachine::NonInvite(ClientNonInvite::new(now)),
            };
            self.clients.insert(
                key.clone(),
                Client {
                    machine,
                    owner,
                    request,
                },
            );
        } else {
            self.outcomes.push_back(Outcome {
                key: key.clone(),
                owner,
                news: News::TransportLost,
            });
        }
        Some(key)
    }

    /// Sends a CANCEL for an INVITE of ours that has got a provisional response (§9.1).
    pub(crate) fn cancel(
        &mut self,
        invite: &ClientKey,
        transport: &mut Transport,
        now: Instant,
    ) -> Option<ClientKey> {
        let client = self.clients.get_mut(invite)?;
        if let ClientMachine::Invite(machine) = &mut client.machine {
            machine.cancelled(now);
        }
        let (cancel, owner) = (cancel_for(&client.request), client.owner);
        self.begin(cancel, owner, transport, now)
    }

    /// Whether an INVITE of ours waits for its final response without a limit.
    pub(crate) fn has_no_end(&self, invite: &ClientKey) -> bool {
        self.clients.get(invite).is_some_and(|client| {
            matches!(&client.machine, ClientMachine::Invite(machine) if machine.has_no_end())
        })
    }

    /// The request of a transaction that is not over.
    pub(crate) fn request(&self, key: &ClientKey) -> Option<&Request> {
        self.clients.get(key).map(|client| &client.request)
    }

    /// Whether a transaction of ours is not over.
    pub(crate) fn has_client(&self, key: &ClientKey) -> bool {
        self.clients.contains_key(key)
    }

    /// Whether a transaction of the peer's is not over.
    pub(crate) fn has_server(&self, key: &ServerKey) -> bool {
        self.servers.contains_key(key)
    }

    /// How many transactions there are, ours and the peer's.
    pub(crate) fn len(&self) -> usize {
        self.clients.len() + self.servers.len()
    }

    /// Takes a response from the wire; one that answers nothing is dropped (RFC 6026 §8.7).
    pub(crate) fn receive_response(
        &mut self,
        response: Response,
        transport: &mut Transport,
        now: Instant,
    ) {
        let Ok(key) = ClientKey::of_response(&response) else {
            return;
        };
        let Some(client) = self.clients.get_mut(&key) else {
            log::debug!("sip: response {} to no request of ours", response.status);
            return;
        };
        let input = match response.status {
            ..200 => ClientInput::Provisional,
            200..300 => ClientInput::Success,
            300.. => ClientInput::Failure,
        };
        let step = client.step(input, now);
        if step == ClientStep::AcknowledgeAndPass {
            let ack = ack_for_failure(&client.request, &response);
            transport.send(ack.to_string());
        }
        let owner = client.owner;
        if client.is_terminated() {
            self.clients.remove(&key);
        }
        self.report(key, owner, step, Some(response));
    }

    /// Takes a request from the wire.
    pub(crate) fn receive_request(
        &mut self,
        request: &Request,
        transport: &mut Transport,
        now: Instant,
    ) -> Arrival {
        let Ok(key) = ServerKey::of_request(request) else {
            return Arrival::Absorbed;
        };
        if let Some(server) = self.servers.get_mut(&key) {
            let input = match request.method {
                Method::Ack => ServerInput::Ack,
                _ => ServerInput::Again,
            };
            let arrival = match server.step(input, now) {
                ServerStep::PassAck => Arrival::Ack,
                ServerStep::Resend => {
                    server.resend(transport);
                    Arrival::Absorbed
                }
                ServerStep::Send | ServerStep::Absorb => Arrival::Absorbed,
            };
            if server.is_terminated() {
                self.servers.remove(&key);
            }
            return arrival;
        }
        if request.method == Method::Ack {
            return Arrival::Ack;
        }
        if self.servers.len() >= MAX_SERVER_TRANSACTIONS {
            return Arrival::TooMany;
        }
        let has_to_tag = request.headers.to().is_ok_and(|to| to.tag().is_some());
        let merge = if has_to_tag {
            None
        } else {
            MergeKey::of(request).ok()
        };
        let merged = merge.is_some()
            && request.method != Method::Cancel
            && self.servers.values().any(|server| server.merge == merge);
        let machine = match request.method {
            Method::Invite => ServerMachine::Invite(ServerInvite::new()),
            _ => ServerMachine::NonInvite(ServerNonInvite::new(now)),
        };
        self.servers.insert(
            key.clone(),
            Server {
                machine,
                merge,
                last_response: None,
            },
        );
        if merged {
            Arrival::Merged(key)
        } else {
            Arrival::New(key)
        }
    }

    /// Responds to a request of the peer's; a second final response changes nothing.
    pub(crate) fn respond(
        &mut self,
        key: &ServerKey,
        response: &Response,
        transport: &mut Transport,
        now: Instant,
    ) {
        let Some(server) = self.servers.get_mut(key) else {
            return;
        };
        let input = match response.status {
            ..200 => ServerInput::Provisional,
            200..300 => ServerInput::Success,
            300.. => ServerInput::Failure,
        };
        if server.step(input, now) == ServerStep::Send {
            server.last_response = Some(response.to_string());
            server.resend(transport);
        }
        if server.is_terminated() {
            self.servers.remove(key);
        }
    }

    /// The socket is gone: what waits for a response will not get it.
    pub(crate) fn transport_lost(&mut self, now: Instant) {
        self.step_clients(ClientInput::TransportLost, now, |_| true);
    }

    /// There is a socket again: what the peer may have missed is sent again.
    pub(crate) fn transport_reopened(&mut self, transport: &mut Transport, now: Instant) {
        for server in self.servers.values_mut() {
            if server.step(ServerInput::Reopened, now) == ServerStep::Resend {
                server.resend(transport);
            }
        }
    }

    /// Ends what is due.
    pub(crate) fn handle_timeout(&mut self, now: Instant) {
        self.step_clients(ClientInput::Timer, now, |client| {
            is_due(client.deadline(), now)
        });
        self.servers.retain(|_, server| {
            if is_due(server.deadline(), now) {
                server.step(ServerInput::Timer, now);
            }
            !server.is_terminated()
        });
    }

    /// The next deadline.
    pub(crate) fn poll_timeout(&self) -> Option<Instant> {
        earliest(
            self.clients
                .values()
                .map(Client::deadline)
                .chain(self.servers.values().map(Server::deadline)),
        )
    }

    /// The next news.
    pub(crate) fn poll_outcome(&mut self) -> Option<Outcome> {
        self.outcomes.pop_front()
    }

    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        self.clients.clear();
        self.servers.clear();
        self.outcomes.clear();
    }

    fn step_clients(
        &mut self,
        input: ClientInput,
        now: Instant,
        applies: impl Fn(&Client) -> bool,
    ) {
        let mut told = Vec::new();
        self.clients.retain(|key, client| {
            if applies(client) {
                told.push((key.clone(), client.owner, client.step(input, now)));
            }
            !client.is_terminated()
        });
        for (key, owner, step) in told {
            self.report(key, owner, step, None);
        }
    }

    fn report(
        &mut self,
        key: ClientKey,
        owner: Owner,
        step: ClientStep,
        response: Option<Response>,
    ) {
        let news = match (step, response) {
            (ClientStep::Pass | ClientStep::AcknowledgeAndPass, Some(response)) => {
                News::Response(response)
            }
            (ClientStep::TimedOut, _) => News::TimedOut,
            (ClientStep::TransportLost, _) => News::TransportLost,
            (ClientStep::Absorb | ClientStep::Pass | ClientStep::AcknowledgeAndPass, _) => return,
        };
        self.outcomes.push_back(Outcome { key, owner, news });
    }
}

impl Client {
    fn step(&mut self, input: ClientInput, now: Instant) -> ClientStep {
        match &mut self.machine {
            ClientMachine::Invite(machine) => machine.step(input, now),
            ClientMachine::NonInvite(machine) => machine.step(input),
        }
    }

    fn deadline(&self) -> Option<Instant> {
        match &self.machine {
            ClientMachine::Invite(machine) => machine.deadline(),
            ClientMachine::NonInvite(machine) => machine.deadline(),
        }
    }

    fn is_terminated(&self) -> bool {
        match &self.machine {
            ClientMachine::Invite(machine) => machine.is_terminated(),
            ClientMachine::NonInvite(machine) => machine.is_terminated(),
        }
    }
}

impl Server {
    fn step(&mut self, input: ServerInput, now: Instant) -> ServerStep {
        match &mut self.machine {
            ServerMachine::Invite(machine) => machine.step(input, now),
            ServerMachine::NonInvite(machine) => machine.step(input),
        }
    }

    fn deadline(&self) -> Option<Instant> {
        match &self.machine {
            ServerMachine::Invite(machine) => machine.deadline(),
            ServerMachine::NonInvite(machine) => machine.deadline(),
        }
    }

    fn is_terminated(&self) -> bool {
        match &self.machine {
            ServerMachine::Invite(machine) => machine.is_terminated(),
            ServerMachine::NonInvite(machine) => machine.is_terminated(),
        }
    }

    fn resend(&self, transport: &mut Transport) {
        if let Some(response) = &self.last_response {
            transport.send(response.clone());
        }
    }
}
