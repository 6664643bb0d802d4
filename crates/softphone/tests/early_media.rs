//! What is heard while a call of ours rings: our own tone, or the far end's sound (RFC 3960 §3.2).

mod common;

use alo_protocol::{CallId, CallState};
use alo_softphone::{MediaEvent, MediaId, MediaStats, Tone};
use common::{Rig, sdp};

/// So many packets have arrived on this connection until now.
fn received(rig: &mut Rig, media: MediaId, packets: u64) {
    let stats = MediaStats {
        packets_received: packets,
        ..MediaStats::default()
    };
    rig.media_event(media, MediaEvent::Stats(stats));
}

fn shows(rig: &Rig, id: &CallId, state: CallState, tone: Option<Tone>) {
    assert_eq!((rig.state(id), rig.tone), (state, tone));
}

#[test]
fn early_media_is_heard_instead_of_our_ringback() {
    let mut rig = Rig::registered();
    let (id, media, invite) = rig.call_out("0912345678");
    rig.respond(&invite, 180, "far");
    assert_eq!(rig.tone, Some(Tone::Ringback));
    rig.respond_with_sdp(&invite, 183, "far", &sdp("early", "sendrecv"));
    assert_eq!(rig.apply_answer(media, true), sdp("early", "sendrecv"));
    received(&mut rig, media, 20);
    assert_eq!(rig.state(&id), CallState::EarlyMedia);
    assert_eq!(rig.tone, None);
    // The same branch says again that it rings: its own sound goes on.
    rig.respond(&invite, 180, "far");
    rig.respond_with_sdp(&invite, 183, "far", &sdp("early", "sendrecv"));
    assert_eq!(rig.state(&id), CallState::EarlyMedia);
    rig.no_media_op();
    // Another branch rings without a sound of its own, and the first one has fallen silent.
    received(&mut rig, media, 20);
    rig.respond(&invite, 180, "other");
    assert_eq!(rig.state(&id), CallState::Ringing);
    assert_eq!(rig.tone, Some(Tone::Ringback));
    rig.answer_invite(&invite, "other");
    rig.request("ACK");
    rig.apply_answer(media, false);
    assert_eq!(rig.state(&id), CallState::Connected);
    assert_eq!(rig.tone, None);
}

#[test]
fn our_tone_goes_on_until_the_sound_that_was_promised_arrives_and_stops_once() {
    let mut rig = Rig::registered();
    let (id, media, invite) = rig.call_out("0912345678");
    rig.respond(&invite, 180, "far");
    rig.respond_with_sdp(&invite, 183, "far", &sdp("early", "sendrecv"));
    rig.apply_answer(media, true);
    // Asterisk and FreeSWITCH may send a description and no sound at all.
    shows(&rig, &id, CallState::Ringing, Some(Tone::Ringback));
    received(&mut rig, media, 0);
    shows(&rig, &id, CallState::Ringing, Some(Tone::Ringback));
    // A lone packet keeps a way through a NAT open: it is no sound.
    received(&mut rig, media, 1);
    shows(&rig, &id, CallState::Ringing, Some(Tone::Ringback));
    received(&mut rig, media, 20);
    shows(&rig, &id, CallState::EarlyMedia, None);
    // The same branch says again that it rings, between two of its own sounds.
    received(&mut rig, media, 20);
    rig.respond(&invite, 180, "far");
    shows(&rig, &id, CallState::EarlyMedia, None);
}

#[test]
fn a_branch_that_rings_with_a_description_and_without_a_sound_is_heard_to_ring() {
    let mut rig = Rig::registered();
    let (id, media, invite) = rig.call_out("0912345678");
    rig.respond_with_sdp(&invite, 180, "far", &sdp("early", "sendrecv"));
    rig.apply_answer(media, true);
    shows(&rig, &id, CallState::Ringing, Some(Tone::Ringback));
    received(&mut rig, media, 20);
    shows(&rig, &id, CallState::EarlyMedia, None);
    rig.answer_invite(&invite, "far");
    rig.request("ACK");
    rig.apply_answer(media, false);
    shows(&rig, &id, CallState::Connected, None);
}

#[test]
fn a_branch_that_was_silent_before_it_rings_is_heard_to_ring() {
    let mut rig = Rig::registered();
    let (id, media, invite) = rig.call_out("0912345678");
    rig.respond_with_sdp(&invite, 183, "far", &sdp("early", "sendrecv"));
    rig.apply_answer(media, true);
    // Nothing rings yet (RFC 3960 §3.2): our tone would lie.
    shows(&rig, &id, CallState::EarlyMedia, None);
    rig.respond(&invite, 180, "far");
    shows(&rig, &id, CallState::Ringing, Some(Tone::Ringback));
    received(&mut rig, media, 20);
    shows(&rig, &id, CallState::EarlyMedia, None);
}

#[test]
fn another_branch_that_rings_is_not_heard_over_sound_but_in_silence() {
    let mut rig = Rig::registered();
    let (id, media, invite) = rig.call_out("0912345678");
    rig.respond_with_sdp(&invite, 183, "desk", &sdp("early", "sendrecv"));
    rig.apply_answer(media, true);
    received(&mut rig, media, 50);
    rig.respond(&invite, 180, "mobile");
    shows(&rig, &id, CallState::EarlyMedia, None);
    // The desk's announcement is over, and the mobile rings on.
    received(&mut rig, media, 50);
    rig.respond(&invite, 180, "mobile");
    shows(&rig, &id, CallState::Ringing, Some(Tone::Ringback));
    received(&mut rig, media, 100);
    shows(&rig, &id, CallState::EarlyMedia, None);
}
