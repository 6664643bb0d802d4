//! When an offer or answer may leave: ICE candidates (RFC 8445, RFC 8839 §5.1) and the rule that
//! waits for the first useful one only.
//!
//! Waiting for the end of gathering costs 40 s behind a silent STUN server (measured), so it is
//! never waited for. What comes later is learnt by the far end as a peer-reflexive candidate.

use alo_protocol::TransportPolicy;
use alo_softphone::MediaSetup;

/// How long an offer waits for its first useful candidate, in milliseconds.
const LONGEST_GATHERING_MS: u32 = 500;
/// The same where only a relay will do: two round trips to a server that asks for a password, with a
/// repetition of each.
const LONGEST_RELAY_MS: u32 = 5_000;

/// `cand-type` of RFC 8839.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An address of this machine.
    Host,
    /// Our address as a STUN server sees it.
    ServerReflexive,
    /// Our address as the far end sees it.
    PeerReflexive,
    /// An address of a TURN server.
    Relay,
}

/// What the rule needs to know of a candidate line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Candidate<'a> {
    /// `udp`; ICE-TCP is of no use to a PBX.
    pub(crate) udp: bool,
    /// IP address or mDNS name.
    pub(crate) address: &'a str,
    /// See [`Kind`].
    pub(crate) kind: Kind,
}

impl<'a> Candidate<'a> {
    /// Reads `candidate:…`, with or without `a=` before it; `None` if it is not one.
    pub(crate) fn parse(line: &'a str) -> Option<Self> {
        let line = line.strip_prefix("a=").unwrap_or(line);
        let mut words = line.strip_prefix("candidate:")?.split_ascii_whitespace();
        let (_foundation, _component) = (words.next()?, words.next()?);
        let udp = words.next()?.eq_ignore_ascii_case("udp");
        let _priority = words.next()?;
        let address = words.next()?;
        let _port: u16 = words.next()?.parse().ok()?;
        if words.next()? != "typ" {
            return None;
        }
        let kind = match words.next()? {
            "host" => Kind::Host,
            "srflx" => Kind::ServerReflexive,
            "prflx" => Kind::PeerReflexive,
            "relay" => Kind::Relay,
            _ => return None,
        };
        Some(Self { udp, address, kind })
    }

    /// True for the `.local` name by which a browser hides a host address.
    pub(crate) fn is_hidden(&self) -> bool {
        self.address.ends_with(".local")
    }
}

/// What has to be among the candidates before the description leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// No STUN or TURN server is configured: there is nothing better than a host candidate.
    AnyAddress,
    /// A server is configured, because the far end cannot reach host addresses.
    PublicAddress,
    /// Nothing but a relay may be used: without one there is no sound at all.
    Relay,
}

impl Rule {
    /// The rule that follows from the account's servers.
    pub(crate) fn for_setup(setup: &MediaSetup) -> Self {
        let servers = &setup.ice_servers;
        if setup.policy == TransportPolicy::Relay {
            Self::Relay
        } else if servers.iter().any(|server| !server.urls.is_empty()) {
            Self::PublicAddress
        } else {
            Self::AnyAddress
        }
    }

    /// True when the description may leave now that `candidate` is in it.
    pub(crate) fn is_satisfied_by(self, candidate: &Candidate<'_>) -> bool {
        candidate.udp
            && match self {
                Self::AnyAddress => true,
                Self::PublicAddress => candidate.kind != Kind::Host,
                Self::Relay => candidate.kind == Kind::Relay,
            }
    }

    /// How long a description waits for the first useful candidate, in milliseconds.
    pub(crate) fn patience_ms(self) -> u32 {
        match self {
            Self::AnyAddress | Self::PublicAddress => LONGEST_GATHERING_MS,
            Self::Relay => LONGEST_RELAY_MS,
        }
    }

    /// True where a description without a useful candidate is of no use.
    pub(crate) fn is_strict(self) -> bool {
        self == Self::Relay
    }
}

#[cfg(test)]
mod tests {
    use alo_protocol::IceServer;

    use super::*;

    fn rule(ice_servers: Vec<IceServer>) -> Rule {
        Rule::for_setup(&MediaSetup {
            ice_servers,
            ..MediaSetup::default()
        })
    }

    #[test]
    fn where_only_a_relay_may_be_used_nothing_else_is_enough_and_it_is_waited_for() {
        let rule = Rule::for_setup(&MediaSetup {
            policy: TransportPolicy::Relay,
            ..MediaSetup::default()
        });
        assert!(satisfies(rule, RELAY) && !satisfies(rule, SRFLX) && !satisfies(rule, HOST));
        assert!(rule.is_strict() && rule.patience_ms() > Rule::AnyAddress.patience_ms());
    }

    const HOST: &str = "candidate:842163049 1 udp 1677729535 192.168.1.4 46154 typ host generation 0 ufrag Ab network-cost 999";
    const HIDDEN: &str =
        "candidate:1 1 udp 2113937151 0f5b1a4e-1c2d-4e5f-8a9b-0c1d2e3f4a5b.local 50000 typ host";
    const TCP: &str = "candidate:2 1 tcp 1518280447 192.168.1.4 9 typ host tcptype active";
    const SRFLX: &str =
        "a=candidate:3 1 UDP 1677729535 203.0.113.1 46154 typ srflx raddr 192.168.1.4 rport 46154";
    const RELAY: &str =
        "candidate:4 1 udp 41885439 198.51.100.9 50001 typ relay raddr 203.0.113.1 rport 46154";
    const IPV6: &str = "candidate:5 1 udp 2122262783 2001:db8::1 50000 typ host";

    fn satisfies(rule: Rule, line: &str) -> bool {
        rule.is_satisfied_by(&Candidate::parse(line).expect("a candidate"))
    }

    fn server(urls: &[&str]) -> IceServer {
        IceServer {
            urls: urls.iter().map(|&url| url.into()).collect(),
            ..IceServer::default()
        }
    }

    #[test]
    fn without_servers_a_host_candidate_lets_the_offer_go() {
        let rule = rule(vec![]);
        assert!(satisfies(rule, HOST));
        assert!(satisfies(rule, HIDDEN));
        assert!(satisfies(rule, IPV6));
        assert!(satisfies(rule, SRFLX));
    }

    #[test]
    fn with_a_server_the_offer_waits_for_a_public_address() {
        for url in ["stun:stun.example.org", "turns:turn.example.org:443"] {
            let rule = rule(vec![server(&[url])]);
            assert!(!satisfies(rule, HOST));
            assert!(!satisfies(rule, HIDDEN));
            assert!(satisfies(rule, SRFLX));
            assert!(satisfies(rule, RELAY));
        }
    }

    #[test]
    fn a_server_without_a_url_is_none() {
        assert_eq!(rule(vec![server(&[])]), Rule::AnyAddress);
    }

    #[test]
    fn a_tcp_candidate_alone_is_never_enough() {
        assert!(!satisfies(Rule::AnyAddress, TCP));
        assert!(!satisfies(Rule::PublicAddress, TCP));
    }

    #[test]
    fn an_mdns_name_is_recognised() {
        assert!(Candidate::parse(HIDDEN).expect("parses").is_hidden());
        assert!(!Candidate::parse(HOST).expect("parses").is_hidden());
    }

    #[test]
    fn what_is_no_candidate_is_none() {
        for line in [
            "",
            "candidate:",
            "candidate:1 1 udp 1 10.0.0.1",
            "candidate:1 1 udp 1 10.0.0.1 99999 typ host",
            "candidate:1 1 udp 1 10.0.0.1 9 type host",
            "candidate:1 1 udp 1 10.0.0.1 9 typ weird",
            "a=rtpmap:111 opus/48000/2",
        ] {
            assert_eq!(Candidate::parse(line), None, "{line}");
        }
    }
}
