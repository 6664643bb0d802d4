//! Session descriptions: reading is total, and a direction that was set is there.

#![no_main]

use alo_sip::sdp::{Direction, Sdp, with_direction};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let before = Sdp::parse(text);
    let _ = (before.audio(), before.is_held_by_remote());
    for direction in [
        Direction::SendRecv,
        Direction::SendOnly,
        Direction::RecvOnly,
        Direction::Inactive,
    ] {
        let changed = with_direction(text, direction);
        let after = Sdp::parse(&changed);
        assert_eq!(after.media.len(), before.media.len());
        for (after, before) in after.media.iter().zip(&before.media) {
            if after.kind == "audio" {
                assert_eq!(after.direction, direction);
            }
            assert_eq!(after.payloads, before.payloads);
        }
        assert_eq!(
            with_direction(&changed, direction),
            changed,
            "once is enough"
        );
    }
});
