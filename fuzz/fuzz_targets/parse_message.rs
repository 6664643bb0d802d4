//! Octets from the wire: no panic, and what was understood is understood in the same way again after
//! it was printed.

#![no_main]

use alo_sip::wire::{Message, parse};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|octets: &[u8]| {
    let Ok(message) = parse(octets) else {
        return;
    };
    let headers = message.headers();
    // Every typed reading, for its panics.
    let _ = (
        headers.vias(),
        headers.from(),
        headers.to(),
        headers.call_id(),
    );
    let _ = (headers.cseq(), headers.contacts(), headers.routes());
    let _ = (headers.record_routes(), headers.service_routes());
    let _ = (
        headers.max_forwards(),
        headers.expires(),
        headers.retry_after(),
    );
    let _ = (headers.content_type(), headers.reasons(), headers.rseq());
    let _ = (headers.rack(), headers.session_expires(), headers.min_se());
    let _ = (headers.refer_to(), headers.replaces(), headers.event());
    let _ = (headers.subscription_state(), headers.asserted_identities());
    let _ = headers.challenges("WWW-Authenticate");
    if let Message::Request(request) = &message {
        let _ = request.uri.to_string();
    }
    let printed = message.to_bytes();
    let again = parse(&printed).expect("what we print can be read");
    assert_eq!(again.to_bytes(), printed, "printing is stable");
});
