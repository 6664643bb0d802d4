//! Session descriptions (RFC 8866) between the browser, which trickles, and SIP, which here does not.

use std::collections::BTreeSet;

use crate::ice::Candidate;

/// What the browser made, as it goes out in a SIP body.
///
/// Removed are the option `trickle` (RFC 8840: we send no candidates later, and a far end that
/// believes it waits for them), ICE-TCP candidates, and the `.local` names of host addresses where
/// an address that others can resolve is there too.
pub(crate) fn outgoing(sdp: &str) -> String {
    let reachable = candidates(sdp).any(|candidate| !candidate.is_hidden());
    let mut out = String::with_capacity(sdp.len());
    for line in sdp.lines() {
        if let Some(candidate) = Candidate::parse(line)
            && (!candidate.udp || (reachable && candidate.is_hidden()))
        {
            continue;
        }
        if let Some(options) = line.strip_prefix("a=ice-options:") {
            let kept: Vec<&str> = options
                .split_ascii_whitespace()
                .filter(|&option| option != "trickle")
                .collect();
            if !kept.is_empty() {
                push_line(&mut out, &format!("a=ice-options:{}", kept.join(" ")));
            }
            continue;
        }
        push_line(&mut out, line);
    }
    out
}

/// Which end of a DTLS handshake (RFC 8842) one side is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// It begins the handshake.
    Active,
    /// It waits for it.
    Passive,
}

impl Role {
    /// Ours, as the descriptions in effect have it; none where neither says it.
    pub(crate) fn agreed(local: &str, remote: &str) -> Option<Self> {
        Self::named(local).or_else(|| Self::named(remote).map(Self::of_the_other))
    }

    /// That of the far end, where this is ours, and the other way round.
    pub(crate) fn of_the_other(self) -> Self {
        match self {
            Self::Active => Self::Passive,
            Self::Passive => Self::Active,
        }
    }

    /// `sdp` with this role for whoever made it.
    pub(crate) fn put_into(self, sdp: &str) -> String {
        let name = match self {
            Self::Active => "active",
            Self::Passive => "passive",
        };
        let mut out = String::with_capacity(sdp.len());
        for line in sdp.lines() {
            if line.starts_with(SETUP) {
                push_line(&mut out, &format!("{SETUP}{name}"));
            } else {
                push_line(&mut out, line.trim_end_matches('\r'));
            }
        }
        out
    }

    /// What `sdp` says of whoever made it; none where it leaves the choice.
    fn named(sdp: &str) -> Option<Self> {
        values(sdp, SETUP).find_map(|name| match name {
            "active" => Some(Self::Active),
            "passive" => Some(Self::Passive),
            _ => None,
        })
    }
}

const SETUP: &str = "a=setup:";

/// True if both are of one far end as far as its certificate tells.
pub(crate) fn has_same_certificate(one: &str, other: &str) -> bool {
    let prints = |sdp: &str| -> BTreeSet<String> {
        values(sdp, "a=fingerprint:")
            .map(str::to_ascii_lowercase)
            .collect()
    };
    prints(one) == prints(other)
}

fn values<'a>(sdp: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    sdp.lines()
        .filter_map(move |line| line.strip_prefix(name))
        .map(str::trim)
}

/// A SIP body as the browser's parser takes it: every line ended by CRLF, none empty.
pub(crate) fn incoming(sdp: &str) -> String {
    let mut out = String::with_capacity(sdp.len() + 2);
    for line in sdp.lines().filter(|line| !line.trim().is_empty()) {
        push_line(&mut out, line.trim_end_matches('\r'));
    }
    out
}

/// True if every address to reach us at is a name that only our own network may know.
pub(crate) fn hides_addresses(sdp: &str) -> bool {
    candidates(sdp).next().is_some() && candidates(sdp).all(|candidate| candidate.is_hidden())
}

fn candidates(sdp: &str) -> impl Iterator<Item = Candidate<'_>> {
    sdp.lines()
        .filter_map(Candidate::parse)
        .filter(|candidate| candidate.udp)
}

fn push_line(out: &mut String, line: &str) {
    out.push_str(line);
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFFER: &str = "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n\
        m=audio 46154 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 203.0.113.1\r\n\
        a=candidate:1 1 udp 2113937151 0f5b1a4e.local 50000 typ host\r\n\
        a=candidate:2 1 tcp 1518280447 192.168.1.4 9 typ host tcptype active\r\n\
        a=candidate:3 1 udp 1677729535 203.0.113.1 46154 typ srflx raddr 0.0.0.0 rport 0\r\n\
        a=ice-ufrag:Ab\r\na=ice-options:trickle\r\na=rtpmap:111 opus/48000/2\r\n";

    #[test]
    fn trickle_is_not_promised() {
        assert!(!outgoing(OFFER).contains("trickle"));
        assert!(
            outgoing("a=ice-options:trickle renomination\r\n") == "a=ice-options:renomination\r\n"
        );
    }

    #[test]
    fn tcp_candidates_stay_at_home() {
        assert!(!outgoing(OFFER).contains("tcptype"));
    }

    #[test]
    fn a_hidden_host_address_goes_only_where_nothing_else_can() {
        assert!(!outgoing(OFFER).contains(".local"));
        let alone = "a=candidate:1 1 udp 2113937151 0f5b1a4e.local 50000 typ host\r\n";
        assert_eq!(outgoing(alone), alone);
    }

    #[test]
    fn addresses_are_hidden_where_no_candidate_shows_one() {
        let hidden = "a=candidate:1 1 udp 2113937151 0f5b1a4e.local 50000 typ host\r\n\
            a=candidate:2 1 tcp 1518280447 192.168.1.4 9 typ host tcptype active\r\n";
        assert!(hides_addresses(hidden));
        assert!(!hides_addresses(OFFER));
        assert!(!hides_addresses("v=0\r\n"));
    }

    #[test]
    fn all_other_lines_go_out_in_order_as_they_are() {
        let expected: Vec<&str> = OFFER
            .lines()
            .filter(|line| {
                !line.contains(".local") && !line.contains("tcp") && !line.contains("trickle")
            })
            .collect();
        assert_eq!(outgoing(OFFER).lines().collect::<Vec<_>>(), expected);
        assert!(outgoing(OFFER).ends_with("\r\n"));
    }

    #[test]
    fn who_answered_has_said_which_role_we_have() {
        let (open, active) = ("v=0\r\na=setup:actpass\r\n", "v=0\r\na=setup:active\r\n");
        assert_eq!(Role::agreed(active, open), Some(Role::Active));
        assert_eq!(Role::agreed(open, active), Some(Role::Passive));
        assert_eq!(Role::agreed(open, open), None);
        // What the browser took is what we answered, whatever they offered.
        assert_eq!(Role::agreed(active, active), Some(Role::Active));
    }

    #[test]
    fn a_role_is_put_in_place_of_the_one_there_and_nothing_else_is_changed() {
        let offer = format!("{OFFER}a=setup:actpass\r\na=mid:0\r\n");
        assert_eq!(
            Role::Passive.put_into(&offer),
            format!("{OFFER}a=setup:passive\r\na=mid:0\r\n")
        );
        assert_eq!(Role::Active.put_into(OFFER), OFFER);
    }

    #[test]
    fn a_far_end_is_known_by_its_certificate_whatever_the_letters_and_their_order() {
        let one = "a=fingerprint:sha-256 AB:CD\r\na=fingerprint:sha-1 01:02\r\n";
        let same = "a=fingerprint:SHA-1 01:02\r\na=mid:0\r\na=fingerprint:sha-256 ab:cd\r\n";
        assert!(has_same_certificate(one, same));
        assert!(!has_same_certificate(
            one,
            "a=fingerprint:sha-256 AB:CE\r\na=fingerprint:sha-1 01:02\r\n"
        ));
    }

    #[test]
    fn a_body_with_bare_newlines_blank_lines_and_no_end_is_made_whole() {
        assert_eq!(
            incoming("v=0\no=- 1 2 IN IP4 1.2.3.4\n\r\ns=-\r\n\r\nt=0 0"),
            "v=0\r\no=- 1 2 IN IP4 1.2.3.4\r\ns=-\r\nt=0 0\r\n"
        );
    }

    #[test]
    fn a_whole_body_is_not_changed() {
        assert_eq!(incoming(OFFER), OFFER);
    }
}
