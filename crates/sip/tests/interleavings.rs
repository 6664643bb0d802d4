//! Whatever server, timers and person do in whatever order: nothing panics, every call ends exactly
//! once, and nothing is left behind.

mod common;

use common::world::{METHODS, STATUSES, Step, run};
use proptest::prelude::*;

fn step() -> impl Strategy<Value = Step> {
    // Mostly the newest.
    let n = prop_oneof![4 => Just(0), 3 => 0..3_usize, 1 => 0..8_usize];
    let status = prop::sample::select(STATUSES.to_vec());
    let method = prop::sample::select(METHODS.to_vec());
    // Mostly what is expected next.
    let rseq = prop_oneof![3 => Just(None), 2 => (1..4_u32).prop_map(Some)];
    prop_oneof![
        2 => (0..40_000_u32).prop_map(Step::Advance),
        8 => (0..600_u32).prop_map(Step::Advance),
        4 => Just(Step::Open),
        1 => Just(Step::Close),
        1 => Just(Step::Online),
        1 => Just(Step::Start),
        1 => Just(Step::Stop),
        2 => Just(Step::Call),
        1 => n.clone().prop_map(Step::HangUp),
        4 => n.clone().prop_map(Step::Accept),
        1 => (n.clone(), any::<u16>()).prop_map(|(n, status)| Step::Reject(n, status)),
        6 => n.clone().prop_map(Step::Reinvite),
        6 => (n.clone(), any::<bool>()).prop_map(|(n, ok)| Step::AnswerReinvite(n, ok)),
        3 => n.clone().prop_map(Step::Info),
        2 => n.clone().prop_map(Step::Transfer),
        24 => (n.clone(), status, 0..3_u8, any::<bool>(), rseq).prop_map(
            |(request, status, tag, sdp, rseq)| Step::Respond { request, status, tag, sdp, rseq }
        ),
        3 => (n.clone(), any::<bool>(), any::<bool>())
            .prop_map(|(request, stale, proxy)| Step::Challenge { request, stale, proxy }),
        4 => (n.clone(), 0..700_u32).prop_map(|(n, expires)| Step::Registered(n, expires)),
        2 => (0..6_u8, any::<bool>(), any::<bool>()).prop_map(
            |(user, offer, insists)| Step::IncomingCall { user, offer, insists }
        ),
        16 => (n.clone(), method, any::<bool>())
            .prop_map(|(peer, method, sdp)| Step::Within { peer, method, sdp }),
        6 => n.clone().prop_map(Step::Acknowledge),
        1 => n.clone().prop_map(Step::Cancel),
        1 => n.clone().prop_map(Step::Replay),
        2 => Just(Step::HoldBack),
        2 => n.prop_map(Step::Deliver),
        1 => prop::collection::vec(any::<u8>(), 0..60).prop_map(Step::Garbage),
    ]
}

proptest! {
    #[test]
    fn every_call_ends_exactly_once_and_nothing_is_left_behind(
        beginning in 0..5_u8,
        steps in prop::collection::vec(step(), 1..80),
    ) {
        run(beginning, steps);
    }
}
