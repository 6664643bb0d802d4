//! The transaction layer (RFC 3261 §17): matches responses to requests, absorbs repetitions, and
//! times out.
//!
//! The four state machines are pure: they turn an input into a step, which this module carries out.

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

/// The part of the user agent that gets the outcome of a request.
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

/// The outcome of a request of ours, for its owner.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// The request's transaction.
    pub(crate) key: ClientKey,
    /// The request's owner.
    pub(crate) owner: Owner,
    /// What happened.
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
    /// The same request by another route (§8.2.2.2).
    Merged(ServerKey),
    /// An ACK for a 2xx: it belongs to a dialog.
    Ack,
    /// A repetition, or the ACK of a refusal: nothing is left to do.
    Absorbed,
    /// The limit of transactions is reached: answer without one, if at all.
    TooMany,
}

/// The inputs of a client machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ClientInput {
    Provisional,
    Success,
    Failure,
    Timer,
    TransportLost,
}

/// What a client machine wants done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ClientStep {
    /// Pass the response to the owner.
    Pass,
    /// Send an ACK, then pass the response to the owner.
    AcknowledgeAndPass,
    Absorb,
    TimedOut,
    TransportLost,
}

/// The inputs of a server machine.
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
    /// A new socket is open after the one that carried the request was lost.
    Reopened,
}

/// What a server machine wants done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ServerStep {
    /// Send the response of the transaction user.
    Send,
    /// Send the last response again.
    Resend,
    /// Pass the ACK to the dialog.
    PassAck,
    Absorb,
}

#[derive(Debug)]
struct Client {
    machine: ClientMachine,
    owner: Owner,
    /// The request as sent; an ACK or CANCEL is made from it.
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
    /// Sends a request in a transaction of its own; `key` is that of the request's Via.
    ///
    /// Without an open socket the outcome is [`News::TransportLost`], at once.
    pub(crate) fn begin(
        &mut self,
        key: ClientKey,
        request: Request,
        owner: Owner,
        transport: &mut Transport,
        now: Instant,
    ) {
        if transport.send(request.to_string()) {
            let machine = match request.method {
                Method::Invite => ClientMachine::Invite(ClientInvite::new(now)),
                _ => ClientMachine::NonInvite(ClientNonInvite::new(now)),
            };
            self.clients.insert(
                key,
                Client {
                    machine,
                    owner,
                    request,
                },
            );
        } else {
            self.outcomes.push_back(Outcome {
                key,
                owner,
                news: News::TransportLost,
            });
        }
    }

    /// Sends a CANCEL for an INVITE of ours that has got a provisional response (§9.1).
    pub(crate) fn cancel(&mut self, invite: &ClientKey, transport: &mut Transport, now: Instant) {
        let Some(client) = self.clients.get_mut(invite) else {
            return;
        };
        if let ClientMachine::Invite(machine) = &mut client.machine {
            machine.cancelled(now);
        }
        let (cancel, owner) = (cancel_for(&client.request), client.owner);
        self.begin(invite.of_cancel(), cancel, owner, transport, now);
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

    /// Handles a response from the wire; one without a transaction is dropped (RFC 6026 §8.7).
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

    /// Handles a request from the wire.
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

    /// The socket is lost, and with it all responses to our requests.
    pub(crate) fn transport_lost(&mut self, now: Instant) {
        self.step_clients(ClientInput::TransportLost, now, |_| true);
    }

    /// A new socket is open: sends again the responses that the peer may have missed.
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

    /// The next outcome for its owner.
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
        let mut stepped = Vec::new();
        self.clients.retain(|key, client| {
            if applies(client) {
                stepped.push((key.clone(), client.owner, client.step(input, now)));
            }
            !client.is_terminated()
        });
        for (key, owner, step) in stepped {
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
