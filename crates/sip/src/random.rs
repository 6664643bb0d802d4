//! Randomness as the shell passes it in, so that tags, branches, cnonces and jitter are
//! reproducible in tests.

use std::time::Duration;

/// A source of random octets; the shell's must be fit for cryptography (RFC 3261 §19.3 wants tags
/// that cannot be guessed).
pub trait Random {
    /// Fills `buffer` with random octets.
    fn fill(&mut self, buffer: &mut [u8]);
}

impl<R: Random + ?Sized> Random for Box<R> {
    fn fill(&mut self, buffer: &mut [u8]) {
        (**self).fill(buffer);
    }
}

/// `n` random lower-case letters and digits: 5 bits of entropy each, a token in every SIP grammar.
pub fn token(rng: &mut dyn Random, n: usize) -> String {
    // 32 characters, so that a masked octet picks each with the same probability.
    const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let mut octets = vec![0; n];
    rng.fill(&mut octets);
    octets
        .iter()
        .map(|octet| char::from(ALPHABET[usize::from(octet & 31)]))
        .collect()
}

/// A duration drawn evenly from `from..=to`, in whole milliseconds.
pub fn between(rng: &mut dyn Random, from: Duration, to: Duration) -> Duration {
    let mut octets = [0; 8];
    rng.fill(&mut octets);
    let span = to.saturating_sub(from).as_millis();
    let offset = u128::from(u64::from_le_bytes(octets)) % (span + 1);
    from + Duration::from_millis(u64::try_from(offset).unwrap_or(0))
}

/// A deterministic xorshift generator, for tests only.
#[derive(Clone, Debug)]
pub struct SeededRandom(u64);

impl SeededRandom {
    /// A generator whose whole output follows from `seed`.
    pub fn new(seed: u64) -> Self {
        // Spread the seed (splitmix64), because xorshift starts slowly from few bits and never from 0.
        let mut z = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        Self((z ^ (z >> 31)).max(1))
    }
}

impl Random for SeededRandom {
    fn fill(&mut self, buffer: &mut [u8]) {
        for chunk in buffer.chunks_mut(8) {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            let octets = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d).to_le_bytes();
            chunk.copy_from_slice(&octets[..chunk.len()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_tokens_and_another_seed_others() {
        let mut a = SeededRandom::new(7);
        let mut b = SeededRandom::new(7);
        let mut c = SeededRandom::new(8);
        let token_a = token(&mut a, 20);
        assert_eq!(token_a, token(&mut b, 20));
        assert_ne!(token_a, token(&mut c, 20));
        assert_ne!(token_a, token(&mut a, 20));
        assert!(
            token_a
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        );
    }

    #[test]
    fn a_drawn_duration_stays_between_its_bounds() {
        let mut rng = SeededRandom::new(1);
        let (from, to) = (Duration::from_millis(500), Duration::from_millis(1000));
        for _ in 0..1000 {
            let drawn = between(&mut rng, from, to);
            assert!(drawn >= from && drawn <= to);
        }
        assert_eq!(between(&mut rng, to, to), to);
        assert_eq!(between(&mut rng, to, from), to);
    }
}
