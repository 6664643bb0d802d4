//! A user agent between a server, timers and a person: octets read as steps. No panic, every call ends
//! once, nothing is left behind, and everything sent is SIP.

#![no_main]

#[path = "../../crates/sip/tests/common/mod.rs"]
mod common;

use common::steps::read;
use common::world::run;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|octets: &[u8]| {
    let (beginning, steps) = read(octets);
    run(beginning, steps);
});
