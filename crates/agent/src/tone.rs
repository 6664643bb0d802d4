//! The phone's own sounds, computed: each is one period of a cadence as a WAV file that loops.
//!
//! Ringback and busy are those that callers in Viet Nam know: 425 Hz, 1 s on and 4 s off, and 0.5 s
//! on and off (ITU-T E.180 Annex).

use std::f32::consts::TAU;

use alo_softphone::Tone;

/// Samples a second; enough for the highest partial below.
const RATE: u32 = 16_000;
/// Each burst fades in and out over this time, in milliseconds, so that it does not click.
const FADE_MS: u32 = 8;

/// A stretch of sound or silence.
struct Burst {
    /// Frequencies that sound together, in Hz; none for silence.
    partials: &'static [f32],
    /// Milliseconds.
    length: u32,
}

const fn sound(partials: &'static [f32], length: u32) -> Burst {
    Burst { partials, length }
}

const fn silence(length: u32) -> Burst {
    Burst {
        partials: &[],
        length,
    }
}

/// Two soft chords, twice, then a pause: hard to overhear, easy to bear all day.
const RING: [Burst; 9] = [
    sound(&[659.3, 988.9], 180),
    sound(&[784.0, 1176.0], 180),
    sound(&[659.3, 988.9], 180),
    sound(&[784.0, 1176.0], 180),
    silence(180),
    sound(&[659.3, 988.9], 180),
    sound(&[784.0, 1176.0], 180),
    sound(&[659.3, 988.9], 180),
    silence(2_560),
];
const CALL_WAITING: [Burst; 4] = [
    sound(&[425.0], 200),
    silence(200),
    sound(&[425.0], 200),
    silence(4_400),
];
/// One beep, and silence for longer than it is played.
const BEEP: [Burst; 2] = [sound(&[1_000.0], 350), silence(1_650)];
const RINGBACK: [Burst; 2] = [sound(&[425.0], 1_000), silence(4_000)];
const BUSY: [Burst; 2] = [sound(&[425.0], 500), silence(500)];

/// How loud a tone is played, 0 to 1: the ring fills a room, the others come out of a headset.
pub(crate) fn volume(tone: Tone) -> f64 {
    match tone {
        Tone::Ring => 1.0,
        Tone::Beep | Tone::Ringback | Tone::Busy => 0.5,
        Tone::CallWaiting => 0.35,
    }
}

/// One period of `tone` as a WAV file: 16-bit PCM, mono.
pub(crate) fn wav(tone: Tone) -> Vec<u8> {
    let bursts: &[Burst] = match tone {
        Tone::Ring => &RING,
        Tone::CallWaiting => &CALL_WAITING,
        Tone::Beep => &BEEP,
        Tone::Ringback => &RINGBACK,
        Tone::Busy => &BUSY,
    };
    let samples: Vec<i16> = bursts.iter().flat_map(samples).collect();
    file(&samples)
}

fn samples(burst: &Burst) -> impl Iterator<Item = i16> {
    let count = burst.length * RATE / 1_000;
    let fade = (FADE_MS * RATE / 1_000) as f32;
    let partials = burst.partials;
    (0..count).map(move |n| {
        let edge = (n.min(count - 1 - n) as f32 / fade).min(1.0);
        let sum: f32 = partials
            .iter()
            .map(|hertz| (TAU * hertz * n as f32 / RATE as f32).sin())
            .sum();
        let level = edge * sum / partials.len().max(1) as f32;
        (level * 0.7 * f32::from(i16::MAX)) as i16
    })
}

/// RIFF header and samples.
fn file(samples: &[i16]) -> Vec<u8> {
    let data = u32::try_from(samples.len() * 2).unwrap_or(0);
    let mut out = Vec::with_capacity(44 + samples.len() * 2);
    out.extend_from_slice(b"RIFF");
    out.extend_from_slice(&(36 + data).to_le_bytes());
    out.extend_from_slice(b"WAVEfmt ");
    out.extend_from_slice(&16_u32.to_le_bytes());
    out.extend_from_slice(&1_u16.to_le_bytes()); // PCM
    out.extend_from_slice(&1_u16.to_le_bytes()); // channels
    out.extend_from_slice(&RATE.to_le_bytes());
    out.extend_from_slice(&(RATE * 2).to_le_bytes()); // octets a second
    out.extend_from_slice(&2_u16.to_le_bytes()); // octets a sample
    out.extend_from_slice(&16_u16.to_le_bytes()); // bits a sample
    out.extend_from_slice(b"data");
    out.extend_from_slice(&data.to_le_bytes());
    for sample in samples {
        out.extend_from_slice(&sample.to_le_bytes());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Tone; 5] = [
        Tone::Ring,
        Tone::CallWaiting,
        Tone::Beep,
        Tone::Ringback,
        Tone::Busy,
    ];

    fn pcm(tone: Tone) -> Vec<i16> {
        wav(tone)[44..]
            .chunks_exact(2)
            .map(|pair| i16::from_le_bytes([pair[0], pair[1]]))
            .collect()
    }

    /// Mean square of the samples in a range of milliseconds.
    fn power(pcm: &[i16], from_ms: usize, to_ms: usize) -> f64 {
        let per_ms = RATE as usize / 1_000;
        let part = &pcm[from_ms * per_ms..to_ms * per_ms];
        part.iter().map(|&s| f64::from(s).powi(2)).sum::<f64>() / part.len() as f64
    }

    /// Share of the power that lies at one frequency (Goertzel).
    fn share_at(pcm: &[i16], hertz: f64) -> f64 {
        let omega = std::f64::consts::TAU * hertz / f64::from(RATE);
        let (mut s1, mut s2) = (0.0, 0.0);
        for &sample in pcm {
            let s0 = f64::from(sample) + 2.0 * omega.cos() * s1 - s2;
            s2 = s1;
            s1 = s0;
        }
        let n = pcm.len() as f64;
        let at = (s1 * s1 + s2 * s2 - 2.0 * omega.cos() * s1 * s2) * 2.0 / (n * n);
        at / (pcm.iter().map(|&s| f64::from(s).powi(2)).sum::<f64>() / n)
    }

    #[test]
    fn every_tone_is_a_wav_file_whose_header_tells_the_truth() {
        for tone in ALL {
            let wav = wav(tone);
            let u32_at = |at: usize| u32::from_le_bytes(wav[at..at + 4].try_into().expect("four"));
            assert_eq!(&wav[..4], b"RIFF");
            assert_eq!(&wav[8..16], b"WAVEfmt ");
            assert_eq!(u32_at(4) as usize, wav.len() - 8);
            assert_eq!(u32_at(24), RATE);
            assert_eq!(u32_at(28), RATE * 2);
            assert_eq!(&wav[36..40], b"data");
            assert_eq!(u32_at(40) as usize, wav.len() - 44);
        }
    }

    #[test]
    fn ringback_sounds_one_second_in_five_at_425_hertz() {
        let pcm = pcm(Tone::Ringback);
        assert_eq!(pcm.len(), 5 * RATE as usize);
        assert!(power(&pcm, 100, 900) > 1e6);
        assert!(power(&pcm, 1_000, 5_000) < 1.0);
        assert!(share_at(&pcm[..RATE as usize], 425.0) > 0.97);
    }

    #[test]
    fn busy_sounds_every_other_half_second_at_425_hertz() {
        let pcm = pcm(Tone::Busy);
        assert_eq!(pcm.len(), RATE as usize);
        assert!(power(&pcm, 50, 450) > 1e6);
        assert!(power(&pcm, 500, 1_000) < 1.0);
        assert!(share_at(&pcm[..RATE as usize / 2], 425.0) > 0.95);
    }

    #[test]
    fn every_period_begins_and_ends_in_silence_so_that_the_loop_does_not_click() {
        for tone in ALL {
            let pcm = pcm(tone);
            assert_eq!(pcm.first(), Some(&0));
            assert_eq!(pcm.last(), Some(&0));
        }
    }

    #[test]
    fn no_tone_is_clipped() {
        for tone in ALL {
            let loudest = pcm(tone).iter().map(|s| s.unsigned_abs()).max();
            assert!(loudest < Some(30_000) && loudest > Some(10_000), "{tone:?}");
        }
    }

    #[test]
    fn a_call_that_waits_is_quieter_than_a_ring() {
        assert!(volume(Tone::CallWaiting) < volume(Tone::Ring));
    }
}
