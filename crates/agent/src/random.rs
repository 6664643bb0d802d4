//! Randomness from the browser's generator.

use alo_sip::Random;

/// `crypto.getRandomValues` gives at most this many octets a call.
const MOST_OCTETS: usize = 65_536;

/// Randomness fit for tags, branches, nonces and ids.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BrowserRandom;

impl Random for BrowserRandom {
    fn fill(&mut self, buffer: &mut [u8]) {
        let crypto = web_sys::window().and_then(|window| window.crypto().ok());
        for chunk in buffer.chunks_mut(MOST_OCTETS) {
            let filled = crypto
                .as_ref()
                .is_some_and(|crypto| crypto.get_random_values_with_u8_array(chunk).is_ok());
            // Going on with octets that can be guessed would be worse than not going on at all.
            assert!(filled, "the browser gives no random numbers");
        }
    }
}
