//! The computer's clock is set back while something waits for it.

mod common;

use std::time::Duration;

use alo_protocol::{Command, ProviderState};
use common::{Omicall, Rig, call_in, typed};

#[test]
fn a_clock_that_is_set_right_keeps_no_provider_waiting() {
    let mut server = Omicall::default();
    let rig = Rig::at_omicall(&mut server);
    let mut rig = rig.restarted(None);
    rig.serve_nothing();
    rig.open_socket();
    rig.accept_registration();
    assert_eq!(rig.snapshot().provider.state, ProviderState::Failed);
    // NTP: the hardware clock is the local time of Vietnam, the system took it for UTC.
    rig.now.unix_ms -= 7 * 3_600_000;
    for _ in 0..600 {
        rig.advance(Duration::from_secs(1));
        rig.serve(&mut server);
        rig.sent.clear();
    }
    assert_eq!(rig.snapshot().provider.state, ProviderState::SignedIn);
}

#[test]
fn a_note_that_waits_is_sent_soon_after_the_clock_is_set_right() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    let (call, dialog) = call_in(&mut rig, "uuid-1");
    rig.serve(&mut server);
    rig.cancel(&dialog, None);
    rig.command(typed(&call, "a"));
    rig.command(Command::SaveNote { call });
    rig.serve_nothing();
    rig.now.unix_ms -= 7 * 3_600_000;
    for _ in 0..900 {
        rig.advance(Duration::from_secs(1));
        rig.serve(&mut server);
        rig.sent.clear();
    }
    assert_eq!(server.writes.len(), 1, "{:?}", rig.snapshot().outbox);
}
