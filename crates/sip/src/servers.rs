//! The servers of an account in the order of preference: which one is tried next, and when
//! (RFC 5626 §4.5, RFC 3261 §21.5.4).

use std::time::Duration;

use crate::random::{Random, between};
use crate::time::Instant;
use crate::transport::back_off;

/// The longest wait before the next server of the list; jitter makes it shorter. It spreads the
/// phones of a server that died, which would all reach the next one in the same moment.
const NEXT_SERVER_WAIT: Duration = Duration::from_millis(500);

/// The servers; at least one.
#[derive(Debug)]
pub(crate) struct Servers {
    all: Vec<Server>,
    /// The index of the server in use, or of the one to be tried next.
    current: usize,
    /// Rounds through the list since a server last served us.
    rounds: u32,
    /// Whether a call is up.
    in_call: bool,
}

#[derive(Debug)]
struct Server {
    url: String,
    /// The server sent Retry-After: it is not tried before this moment while another one might do.
    paused_until: Option<Instant>,
}

impl Servers {
    /// `first` is preferred; the others are tried in their order.
    pub(crate) fn new(first: String, others: &[String]) -> Self {
        let all = std::iter::once(first).chain(others.iter().cloned());
        Self {
            all: all
                .map(|url| Server {
                    url,
                    paused_until: None,
                })
                .collect(),
            current: 0,
            rounds: 0,
            in_call: false,
        }
    }

    /// Sets whether a call is up. During a call no round waits longer than 4 s, because no event
    /// may tell that the network is back.
    pub(crate) fn set_in_call(&mut self, in_call: bool) {
        self.in_call = in_call;
    }

    /// The URL of the server in use, or of the one to be tried next.
    pub(crate) fn url(&self) -> &str {
        self.all.get(self.current).map_or("", |server| &server.url)
    }

    /// Whether there are other servers than the current one.
    pub(crate) fn has_others(&self) -> bool {
        self.all.len() > 1
    }

    /// Begins the list again, because the network may have changed. Paused servers are passed over,
    /// unless all are paused.
    pub(crate) fn start_over(&mut self, now: Instant) {
        let is_open = |server: &Server| server.paused_until.is_none_or(|until| until <= now);
        self.current = self.all.iter().position(is_open).unwrap_or(0);
    }

    /// The current server has registered us: the next back-off begins with the shortest wait.
    pub(crate) fn note_served(&mut self) {
        self.rounds = 0;
    }

    /// Ends all attempts; the next one begins like the very first.
    pub(crate) fn reset(&mut self) {
        self.current = 0;
        self.rounds = 0;
    }

    /// Pauses the current server, which has sent Retry-After.
    pub(crate) fn pause_current(&mut self, until: Instant) {
        if let Some(server) = self.all.get_mut(self.current) {
            server.paused_until = Some(until);
        }
    }

    /// The connection was lost or could not be opened: chooses the next server and returns when to
    /// try it. If the current server `served` us, the list begins again, so that every phone
    /// returns to the preferred server, but not while another one works.
    pub(crate) fn next(&mut self, served: bool, rng: &mut dyn Random, now: Instant) -> Instant {
        let tried = self.current;
        self.current = if served {
            0
        } else {
            (tried + 1) % self.all.len()
        };
        let is_new_round = served || self.current == 0;
        let mut due = now
            + if is_new_round {
                let rounds = if self.in_call {
                    self.rounds.min(2)
                } else {
                    self.rounds
                };
                let wait = back_off(rounds, rng);
                self.rounds = self.rounds.saturating_add(1);
                wait
            } else {
                between(rng, NEXT_SERVER_WAIT / 5, NEXT_SERVER_WAIT)
            };
        // A paused server is passed over; if all are paused, the one whose pause ends first is
        // next.
        let paused = |server: &Server| server.paused_until.filter(|until| *until > due);
        if self
            .all
            .get(self.current)
            .is_some_and(|s| paused(s).is_some())
        {
            let in_order = (0..self.all.len()).map(|step| (self.current + step) % self.all.len());
            let soonest = in_order
                .filter_map(|at| Some((paused(self.all.get(at)?), at)))
                .min_by_key(|(until, _)| *until);
            if let Some((until, at)) = soonest {
                self.current = at;
                due = until.unwrap_or(due);
            }
        }
        due
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SeededRandom;

    const NOW: Instant = Instant(10_000);

    fn three() -> Servers {
        Servers::new("a".into(), &["b".into(), "c".into()])
    }

    fn ms(due: Instant) -> u64 {
        due.0 - NOW.0
    }

    #[test]
    fn one_after_the_other_quickly_and_then_the_round_waits_longer_each_time() {
        let mut rng = SeededRandom::new(7);
        let mut servers = three();
        for whole in [1_000, 2_000, 4_000] {
            for url in ["b", "c"] {
                let wait = ms(servers.next(false, &mut rng, NOW));
                assert_eq!(servers.url(), url);
                assert!((100..=500).contains(&wait), "{wait}");
            }
            let wait = ms(servers.next(false, &mut rng, NOW));
            assert_eq!(servers.url(), "a");
            assert!((whole / 2..=whole).contains(&wait), "{wait} of {whole}");
        }
    }

    #[test]
    fn after_one_that_served_the_preferred_one_is_first_again() {
        let mut rng = SeededRandom::new(7);
        let mut servers = three();
        servers.next(false, &mut rng, NOW);
        assert_eq!(servers.url(), "b");
        servers.note_served();
        let wait = ms(servers.next(true, &mut rng, NOW));
        assert_eq!(servers.url(), "a");
        assert!(wait <= 1_000, "{wait}");
    }

    #[test]
    fn while_people_talk_no_round_waits_for_longer_than_four_seconds() {
        let mut rng = SeededRandom::new(7);
        let mut servers = Servers::new("a".into(), &[]);
        servers.set_in_call(true);
        for _ in 0..6 {
            assert!(ms(servers.next(false, &mut rng, NOW)) <= 4_000);
        }
        servers.set_in_call(false);
        assert!(ms(servers.next(false, &mut rng, NOW)) > 4_000);
    }

    #[test]
    fn one_that_asked_for_patience_is_passed_over_and_waited_for_when_it_is_the_only_one() {
        let mut rng = SeededRandom::new(7);
        let mut servers = three();
        servers.pause_current(NOW + Duration::from_secs(60));
        for url in ["b", "c", "b"] {
            servers.next(false, &mut rng, NOW);
            assert_eq!(servers.url(), url);
        }
        servers.start_over(NOW);
        assert_eq!(servers.url(), "b");
        servers.start_over(NOW + Duration::from_secs(60));
        assert_eq!(servers.url(), "a");
        let mut alone = Servers::new("a".into(), &[]);
        alone.pause_current(NOW + Duration::from_secs(60));
        assert_eq!(ms(alone.next(false, &mut rng, NOW)), 60_000);
    }
}
