//! Session descriptions: reading never panics, never reads more media than there are `m=` lines, and
//! calls a description held only if its audio is.

#![no_main]

use alo_sip::sdp::Sdp;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let sdp = Sdp::parse(text);
    let m_lines = text.lines().filter(|line| line.starts_with("m=")).count();
    assert!(sdp.media.len() <= m_lines);
    for media in &sdp.media {
        let _ = (media.is_refused(), media.has_telephone_event());
    }
    let audio = sdp.audio();
    assert!(audio.is_none_or(|audio| audio.kind == "audio" && !audio.is_refused()));
    let is_held = audio.is_some_and(|audio| audio.is_held_by_remote());
    assert_eq!(sdp.is_held_by_remote(), is_held);
});
