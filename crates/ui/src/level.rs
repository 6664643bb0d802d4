//! Loudness of the microphone as a bar shows it.

/// Quietest and loudest level on the bar, in dB relative to full scale.
const FLOOR_DB: f32 = -60.0;
const CEILING_DB: f32 = -10.0;

/// From samples in −1…1 to 0 (silence) … 1 (as loud as speech gets), by their root mean square.
pub fn bar(samples: &[f32]) -> f32 {
    if samples.is_empty() {
        return 0.0;
    }
    let power = samples.iter().map(|sample| sample * sample).sum::<f32>() / samples.len() as f32;
    if power <= 0.0 || !power.is_finite() {
        return 0.0;
    }
    let db = 10.0 * power.log10();
    ((db - FLOOR_DB) / (CEILING_DB - FLOOR_DB)).clamp(0.0, 1.0)
}

/// A bar rises at once and falls gently, so that the eye can follow it.
pub fn smooth(shown: f32, now: f32) -> f32 {
    if now > shown {
        now
    } else {
        shown * 0.85 + now * 0.15
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silence_shows_nothing_and_a_shout_fills_the_bar() {
        assert_eq!(bar(&[]), 0.0);
        assert_eq!(bar(&[0.0; 256]), 0.0);
        assert_eq!(bar(&[1.0, -1.0]), 1.0);
    }

    #[test]
    fn speech_moves_the_middle_of_the_bar() {
        let speech: Vec<f32> = (0..480).map(|n| 0.05 * (n as f32 * 0.2).sin()).collect();
        let shown = bar(&speech);
        assert!((0.3..0.9).contains(&shown), "{shown}");
    }

    #[test]
    fn broken_samples_show_nothing() {
        assert_eq!(bar(&[f32::NAN, 1.0]), 0.0);
    }

    #[test]
    fn the_bar_rises_at_once_and_falls_slowly() {
        assert_eq!(smooth(0.1, 0.8), 0.8);
        let falling = smooth(0.8, 0.0);
        assert!(falling > 0.5 && falling < 0.8);
    }
}
