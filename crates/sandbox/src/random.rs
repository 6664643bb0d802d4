//! Randomness as an argument, so that tests see the same tags and nonces each time.

/// Where unguessable bytes come from.
pub(crate) trait Random: Send {
    /// Fills the buffer.
    fn fill(&mut self, buffer: &mut [u8]);
}

/// The operating system's source.
pub(crate) struct System;

impl Random for System {
    fn fill(&mut self, buffer: &mut [u8]) {
        // Without randomness nonces and tags could be guessed; there is nothing better to do.
        if let Err(error) = getrandom::fill(buffer) {
            panic!("no randomness from the operating system: {error}");
        }
    }
}

/// `bytes` random bytes in hex; 32 at most.
pub(crate) fn hex(rng: &mut dyn Random, bytes: usize) -> String {
    let mut buffer = [0; 32];
    let buffer = &mut buffer[..bytes.min(32)];
    rng.fill(buffer);
    buffer.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A random UUID (RFC 9562, version 4).
pub(crate) fn uuid(rng: &mut dyn Random) -> String {
    let hex = hex(rng, 16);
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    format!(
        "{}-{}-4{}-a{}-{}",
        part(0, 8),
        part(8, 12),
        part(13, 16),
        part(17, 20),
        part(20, 32)
    )
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Counts up: every value differs, and every run is the same.
    #[derive(Default)]
    pub(crate) struct Counting(u64);

    impl Random for Counting {
        fn fill(&mut self, buffer: &mut [u8]) {
            self.0 += 1;
            let count = self.0.to_be_bytes();
            for (at, byte) in buffer.iter_mut().rev().enumerate() {
                *byte = if at < 8 { count[7 - at] } else { 0 };
            }
        }
    }

    #[test]
    fn hex_has_two_digits_a_byte() {
        assert_eq!(hex(&mut Counting::default(), 4), "00000001");
        assert_eq!(hex(&mut System, 16).len(), 32);
    }
}
