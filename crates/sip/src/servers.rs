//! The servers of an account in the order of preference: which one is tried next, and when
//! (RFC 5626 §4.5, RFC 3261 §21.5.4).

use std::time::Duration;

use crate::random::{Random, between};
use crate::time::Instant;
use crate::transport::back_off;

/// The wait before the next server of the list, before jitter: the phones of a server that died shall
/// not reach the next one in the same moment.
const HOP: Duration = Duration::from_millis(500);

/// The servers, never none.
#[derive(Debug)]
pub(crate) struct Servers {
    all: Vec<Server>,
    /// The one in use, or tried next.
    at: usize,
    /// Rounds through the list that led to nothing since the last attempt that did.
    rounds: u32,
    /// There is a call that is up.
    in_call: bool,
}

#[derive(Debug)]
struct Server {
    url: String,
    /// It asked not to be bothered before.
    closed_until: Option<Instant>,
}

impl Servers {
    /// `first` is preferred; the others are tried in their order.
    pub(crate) fn new(first: String, others: &[String]) -> Self {
        let all = std::iter::once(first).chain(others.iter().cloned());
        Self {
            all: all
                .map(|url| Server {
                    url,
                    closed_until: None,
                })
                .collect(),
            at: 0,
            rounds: 0,
            in_call: false,
        }
    }

    /// While people talk no round waits for longer than 4 s: no event may tell that the network is back.
    pub(crate) fn set_in_call(&mut self, in_call: bool) {
        self.in_call = in_call;
    }

    /// The one in use, or tried next.
    pub(crate) fn url(&self) -> &str {
        self.all.get(self.at).map_or("", |server| &server.url)
    }

    /// Whether there are others than the one in use.
    pub(crate) fn has_others(&self) -> bool {
        self.all.len() > 1
    }

    /// The list from its beginning, because the world may be another one now; who asked for patience is
    /// still passed over, unless all did.
    pub(crate) fn start_over(&mut self, now: Instant) {
        let is_open = |server: &Server| server.closed_until.is_none_or(|until| until <= now);
        self.at = self.all.iter().position(is_open).unwrap_or(0);
    }

    /// The one in use serves us.
    pub(crate) fn proved_useful(&mut self) {
        self.rounds = 0;
    }

    /// No more attempts; the next one is a first one.
    pub(crate) fn reset(&mut self) {
        self.at = 0;
        self.rounds = 0;
    }

    /// The one in use asks to be left alone until then.
    pub(crate) fn close_current(&mut self, until: Instant) {
        if let Some(server) = self.all.get_mut(self.at) {
            server.closed_until = Some(until);
        }
    }

    /// The connection is gone, or there was none: chooses the next server and says when it is to be
    /// tried. After one that `served` us the list begins anew, so that everybody returns to the
    /// preferred server sooner or later, but never while another one works.
    pub(crate) fn next(&mut self, served: bool, rng: &mut dyn Random, now: Instant) -> Instant {
        let tried = self.at;
        self.at = if served {
            0
        } else {
            (tried + 1) % self.all.len()
        };
        let is_new_round = served || self.at == 0;
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
                between(rng, HOP / 5, HOP)
            };
        // One that asked for patience is passed over while another one might do.
        let closed = |server: &Server| server.closed_until.filter(|until| *until > due);
        if self.all.get(self.at).is_some_and(|s| closed(s).is_some()) {
            let in_order = (0..self.all.len()).map(|step| (self.at + step) % self.all.len());
            let soonest = in_order
                .filter_map(|at| Some((closed(self.all.get(at)?), at)))
                .min_by_key(|(until, _)| *until);
            if let Some((until, at)) = soonest {
                self.at = at;
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
        servers.proved_useful();
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
        servers.close_current(NOW + Duration::from_secs(60));
        for url in ["b", "c", "b"] {
            servers.next(false, &mut rng, NOW);
            assert_eq!(servers.url(), url);
        }
        servers.start_over(NOW);
        assert_eq!(servers.url(), "b");
        servers.start_over(NOW + Duration::from_secs(60));
        assert_eq!(servers.url(), "a");
        let mut alone = Servers::new("a".into(), &[]);
        alone.close_current(NOW + Duration::from_secs(60));
        assert_eq!(ms(alone.next(false, &mut rng, NOW)), 60_000);
    }
}
