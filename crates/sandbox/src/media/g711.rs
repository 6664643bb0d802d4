//! G.711 speech coding and the tones that are sent in it: 8000 samples a second, one byte each.

use std::f32::consts::TAU;

/// Samples a second.
pub(crate) const RATE: u32 = 8000;
/// Samples in a packet of 20 ms.
pub(crate) const FRAME: usize = 160;

/// Which of the two laws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Law {
    /// PCMU, payload type 0.
    Mu,
    /// PCMA, payload type 8.
    A,
}

impl Law {
    /// One linear sample of 16 bits as a byte (ITU-T G.711).
    pub(crate) fn encode(self, sample: i16) -> u8 {
        match self {
            Self::Mu => encode_mu(sample),
            Self::A => encode_a(sample),
        }
    }
}

fn encode_mu(sample: i16) -> u8 {
    const BIAS: i32 = 0x84;
    const CLIP: i32 = 32635;
    let sign = if sample < 0 { 0x80 } else { 0 };
    let magnitude = i32::from(sample).abs().min(CLIP) + BIAS;
    // The segment is the place of the highest bit, counted from bit 7.
    let segment = (24 - magnitude.leading_zeros() as i32).max(0);
    let step = (magnitude >> (segment + 3)) & 0x0f;
    !(sign | (segment << 4) as u8 | step as u8)
}

fn encode_a(sample: i16) -> u8 {
    let sign = if sample < 0 { 0 } else { 0x80 };
    // 13 bits; the negative half is mirrored at -1, not at 0.
    let value = i32::from(sample) >> 3;
    let magnitude = if value < 0 { !value } else { value };
    let coded = if magnitude < 32 {
        magnitude >> 1
    } else {
        let segment = 27 - magnitude.leading_zeros() as i32;
        (segment << 4) | ((magnitude >> segment) & 0x0f)
    };
    (sign | coded as u8) ^ 0x55
}

/// One or two sine waves, without a click between packets.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tone {
    hertz: [f32; 2],
    position: u32,
    /// Samples in all; `None` is without end.
    length: Option<u32>,
}

impl Tone {
    /// One frequency without end.
    pub(crate) fn endless(hertz: f32) -> Self {
        Self {
            hertz: [hertz, 0.0],
            position: 0,
            length: None,
        }
    }

    /// One frequency for some milliseconds.
    pub(crate) fn beep(hertz: f32, milliseconds: u32) -> Self {
        let length = Some(milliseconds * RATE / 1000);
        Self {
            hertz: [hertz, 0.0],
            position: 0,
            length,
        }
    }

    /// A key of the telephone for 160 ms (ITU-T Q.23).
    pub(crate) fn key(digit: char) -> Option<Self> {
        const ROWS: [f32; 4] = [697.0, 770.0, 852.0, 941.0];
        const COLUMNS: [f32; 4] = [1209.0, 1336.0, 1477.0, 1633.0];
        let at = "123A456B789C*0#D".find(digit)?;
        let hertz = [*ROWS.get(at / 4)?, *COLUMNS.get(at % 4)?];
        Some(Self {
            hertz,
            position: 0,
            length: Some(160 * RATE / 1000),
        })
    }

    /// Whether it has been played to its end.
    pub(crate) fn is_over(&self) -> bool {
        self.length.is_some_and(|length| self.position >= length)
    }

    /// The next packet of it; silence after its end.
    pub(crate) fn frame(&mut self, law: Law) -> Vec<u8> {
        (0..FRAME).map(|_| law.encode(self.next_sample())).collect()
    }

    fn next_sample(&mut self) -> i16 {
        let position = self.position;
        // An endless tone starts over each second, where every whole frequency crosses zero.
        self.position = match self.length {
            None => (position + 1) % RATE,
            Some(_) => position + 1,
        };
        // 5 ms up and down, so that nothing clicks.
        let edge = (RATE / 200) as f32;
        let gain = match self.length {
            None => 1.0,
            Some(length) if position < length => (position as f32 / edge)
                .min((length - position) as f32 / edge)
                .min(1.0),
            Some(_) => 0.0,
        };
        let seconds = position as f32 / RATE as f32;
        let wave = |hertz: f32| (TAU * hertz * seconds).sin();
        // A quarter of full scale for each frequency: loud, with room for two.
        ((wave(self.hertz[0]) + wave(self.hertz[1])) * gain * 8000.0) as i16
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(law: Law, byte: u8) -> i32 {
        match law {
            Law::Mu => {
                let byte = !byte;
                let segment = i32::from(byte >> 4 & 7);
                let magnitude = ((i32::from(byte & 0x0f) << 3) + 0x84) << segment;
                let value = magnitude - 0x84;
                if byte & 0x80 == 0 { value } else { -value }
            }
            Law::A => {
                let byte = byte ^ 0x55;
                let (segment, step) = (i32::from(byte >> 4 & 7), i32::from(byte & 0x0f));
                let value = match segment {
                    0 => (step << 4) + 8,
                    _ => ((step << 4) + 0x108) << (segment - 1),
                };
                if byte & 0x80 == 0 { -value } else { value }
            }
        }
    }

    #[test]
    fn what_is_encoded_decodes_to_nearly_the_same_sample() {
        for law in [Law::Mu, Law::A] {
            for sample in (i16::MIN..=i16::MAX).step_by(7) {
                let error = (decode(law, law.encode(sample)) - i32::from(sample)).abs();
                let allowed = i32::from(sample).abs() / 16 + 40;
                assert!(error <= allowed, "{law:?} {sample}: off by {error}");
            }
        }
    }

    #[test]
    fn silence_is_coded_as_the_standard_says() {
        assert_eq!(Law::Mu.encode(0), 0xff);
        assert_eq!(Law::A.encode(0), 0xd5);
    }

    #[test]
    fn an_endless_tone_has_its_frequency_over_the_seam() {
        let mut tone = Tone::endless(440.0);
        let samples: Vec<i32> = (0..2 * RATE as usize / FRAME)
            .flat_map(|_| tone.frame(Law::Mu))
            .map(|byte| decode(Law::Mu, byte))
            .collect();
        let rising = samples.windows(2).filter(|w| w[0] < 0 && w[1] >= 0).count();
        assert!(
            (879..=880).contains(&rising),
            "{rising} periods in two seconds"
        );
        let jump = samples
            .windows(2)
            .map(|w| (w[1] - w[0]).abs())
            .max()
            .unwrap_or(0);
        assert!(jump < 3500, "a click of {jump}");
    }

    #[test]
    fn a_beep_ends_and_only_keys_have_tones() {
        let mut beep = Tone::beep(880.0, 40);
        beep.frame(Law::Mu);
        assert!(!beep.is_over());
        beep.frame(Law::Mu);
        assert!(beep.is_over());
        assert!(beep.frame(Law::Mu).iter().all(|byte| *byte == 0xff));
        assert!(Tone::key('5').is_some() && Tone::key('#').is_some());
        assert_eq!(Tone::key('x'), None);
    }
}
