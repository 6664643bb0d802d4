//! The quality of a call, from the counters of its peer connection: E-model, levels, alarms.

use std::collections::VecDeque;

use alo_protocol::{CallAlarm, EndCause, QualityLevel, QualityView};
use alo_sip::Instant;

use super::{Action, Call, Stage};
use crate::{MediaFailure, MediaStats, Now};

/// After this long without a packet the alarm for missing audio is raised, in milliseconds.
const NO_AUDIO_MS: u64 = 5_000;
/// A microphone without a sound for this long is reported as silent, in milliseconds. A working headset
/// picks up some noise in that time; one that is switched off at its cable does not.
const SILENT_MS: u64 = 10_000;
/// The alarm for a poor network changes when the network has been poor, or good again, for this long, in
/// milliseconds.
const STEADY_MS: u64 = 3_000;
/// Loss is measured over a window of this length, in milliseconds.
const WINDOW_MS: u64 = 5_000;
/// After a longer pause between two readings the counters start anew, in milliseconds: the machine slept.
const LONGEST_PAUSE_MS: u64 = 4_000;
/// A microphone is silent below this mean power, × 10⁹ a second: −66 dB of full scale. It is never zero:
/// Chromium's echo canceller replaces silence by noise of −70 dB (measured).
const SILENCE_PER_S: u64 = 250;

/// The quality of one call as of now.
#[derive(Debug, Default)]
pub(super) struct Quality {
    /// Counters of the last seconds, oldest first.
    samples: VecDeque<(Instant, MediaStats)>,
    view: Option<QualityView>,
    /// When packets stopped arriving.
    quiet_since: Option<Instant>,
    /// When the microphone became silent.
    silent_since: Option<Instant>,
    /// When the network became other than the alarm says.
    differs_since: Option<Instant>,
    is_poor: bool,
    talks_muted: bool,
    no_audio: bool,
    is_silent: bool,
}

impl Quality {
    pub(super) fn view(&self) -> Option<QualityView> {
        self.view.clone()
    }

    pub(super) fn alarms(&self) -> Vec<CallAlarm> {
        [
            (self.no_audio, CallAlarm::NoAudioReceived),
            (self.is_silent, CallAlarm::MicrophoneSilent),
            (self.is_poor && !self.no_audio, CallAlarm::PoorNetwork),
            (self.talks_muted, CallAlarm::TalkingWhileMuted),
        ]
        .into_iter()
        .filter_map(|(sounds, alarm)| sounds.then_some(alarm))
        .collect()
    }

    /// Takes new counters. `muted`: the microphone is off, so its silence means nothing.
    fn take(&mut self, stats: &MediaStats, muted: bool, now: Instant) {
        let last = self.samples.back();
        let slept = last.is_some_and(|(at, _)| now.0.saturating_sub(at.0) > LONGEST_PAUSE_MS);
        if slept {
            *self = Self::default();
        }
        let last = self.samples.back().map(|(at, stats)| (*at, stats));
        let arrived = last.is_none_or(|(_, last)| stats.packets_received > last.packets_received);
        let heard = match (last, stats.microphone_energy) {
            (Some((at, last)), Some(energy)) if !muted => {
                let ms = now.0.saturating_sub(at.0);
                let gained = energy.saturating_sub(last.microphone_energy.unwrap_or(0));
                gained.saturating_mul(1_000) >= SILENCE_PER_S.saturating_mul(ms)
            }
            // Muted, just opened, or the browser does not report it.
            _ => true,
        };
        self.no_audio = lasts(&mut self.quiet_since, !arrived, NO_AUDIO_MS, now);
        self.is_silent = lasts(&mut self.silent_since, !heard, SILENT_MS, now);
        self.talks_muted = muted && stats.talks;
        self.samples.push_back((now, stats.clone()));
        while self
            .samples
            .get(1)
            .is_some_and(|(at, _)| now.0.saturating_sub(at.0) >= WINDOW_MS)
        {
            self.samples.pop_front();
        }
        let view = self.measure(stats);
        let poor = view.level <= QualityLevel::Poor;
        if lasts(
            &mut self.differs_since,
            poor != self.is_poor,
            STEADY_MS,
            now,
        ) {
            self.is_poor = poor;
            self.differs_since = None;
        }
        self.view = Some(view);
    }

    fn measure(&self, stats: &MediaStats) -> QualityView {
        let first = self.samples.front().map_or(stats, |(_, first)| first);
        let lost = stats.packets_lost.saturating_sub(first.packets_lost).max(0) as f64;
        let received = stats
            .packets_received
            .saturating_sub(first.packets_received) as f64;
        let loss = if lost > 0.0 {
            100.0 * lost / (lost + received)
        } else {
            0.0
        };
        let jitter_ms = f64::from(stats.jitter_us) / 1_000.0;
        let buffer = stats.buffer_ms.map_or(2.0 * jitter_ms, f64::from);
        let delay = f64::from(stats.rtt_ms.unwrap_or(0)) / 2.0 + buffer + PACKET_MS;
        let mos = mos(delay, loss, Codec::named(&stats.codec));
        QualityView {
            rtt_ms: stats.rtt_ms,
            jitter_ms: jitter_ms.round() as u32,
            loss_percent: loss.round() as u8,
            codec: stats.codec.clone(),
            mos: (mos * 10.0).round() as u8,
            level: level(mos),
        }
    }
}

/// Whether `is` has been true for `ms` without a break; `since` holds when that began.
fn lasts(since: &mut Option<Instant>, is: bool, ms: u64, now: Instant) -> bool {
    if !is {
        *since = None;
        return false;
    }
    let from = *since.get_or_insert(now);
    now.0.saturating_sub(from.0) >= ms
}

/// What a packet of 20 ms and its coding add to the delay, in milliseconds.
const PACKET_MS: f64 = 25.0;

/// How a codec bears loss: `Ie` and `Bpl` of the E-model (ITU-T G.113 appendix I). Wide-band codecs, which
/// the narrow-band model does not know, count as G.711: only the network's part is measured here.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Codec {
    impairment: f64,
    robustness: f64,
}

impl Codec {
    fn named(name: &str) -> Self {
        let (impairment, robustness) = match name.to_ascii_lowercase().as_str() {
            "g729" => (11.0, 19.0),
            // G.711 with packet loss concealment, which every browser has.
            _ => (0.0, 25.1),
        };
        Self {
            impairment,
            robustness,
        }
    }
}

/// Mean opinion score, 1.0 to 4.5, by the E-model (ITU-T G.107) with its default values: `delay` one
/// way from mouth to ear in milliseconds, `loss` of random packets in percent.
fn mos(delay: f64, loss: f64, codec: Codec) -> f64 {
    let late = 0.024 * delay + 0.11 * (delay - 177.3).max(0.0);
    let spoilt = codec.impairment + (95.0 - codec.impairment) * loss / (loss + codec.robustness);
    let r = (93.2 - late - spoilt).clamp(0.0, 100.0);
    (1.0 + 0.035 * r + 7e-6 * r * (r - 60.0) * (100.0 - r)).clamp(1.0, 4.5)
}

fn level(mos: f64) -> QualityLevel {
    if mos >= 4.0 {
        QualityLevel::Good
    } else if mos >= 3.6 {
        QualityLevel::Fair
    } else if mos >= 3.1 {
        QualityLevel::Poor
    } else {
        QualityLevel::Bad
    }
}

impl Call {
    /// A second has passed on the peer connection.
    pub(super) fn measured(&mut self, stats: &MediaStats, now: Now) {
        // A call on hold has no sound to measure; a broken path has its own state in the view.
        self.count_packets(stats.packets_received);
        if self.is_talk_expected() && !self.path.is_broken() {
            self.quality.take(stats, self.microphone_off, now.mono);
            if let Some(view) = self.quality.view() {
                self.summary.add(&view);
            }
        } else {
            self.quality = Quality::default();
        }
    }

    /// Whether the call is up and nobody holds: sound should flow both ways.
    pub(super) fn is_talk_expected(&self) -> bool {
        self.stage == Stage::Connected
            && !self.is_held()
            && !self.hold.remote()
            && !self.hold.is_pending()
    }

    /// The microphone could not be opened after the offer was sent. The call is ended: the far end would
    /// hear nothing.
    pub(super) fn microphone_failed(&mut self, failure: MediaFailure, now: Now) {
        let cause = match failure {
            MediaFailure::MicrophoneDenied | MediaFailure::MicrophoneMissing => {
                self.actions.push_back(Action::OpenMicrophonePage);
                EndCause::NoMicrophone
            }
            MediaFailure::BadSdp | MediaFailure::Other => EndCause::MediaFailed,
        };
        self.give_up(cause, now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn g711() -> Codec {
        Codec::named("PCMA")
    }

    /// A second like every other: 50 packets and a voice.
    fn second(n: u64) -> MediaStats {
        MediaStats {
            packets_received: 50 * n,
            codec: "opus".into(),
            rtt_ms: Some(20),
            jitter_us: 1_500,
            microphone_energy: Some(1_000_000 * n),
            ..MediaStats::default()
        }
    }

    fn after(seconds: u64, mut at: impl FnMut(u64) -> MediaStats) -> Quality {
        let mut quality = Quality::default();
        for n in 0..=seconds {
            quality.take(&at(n), false, Instant(n * 1_000));
        }
        quality
    }

    #[test]
    fn the_e_model_gives_the_values_that_are_published_for_it() {
        // ITU-T G.107 annex B: R = 93.2 without any impairment is a MOS of 4.41.
        assert!((mos(0.0, 0.0, g711()) - 4.41).abs() < 0.005);
        // R falls by 0.024 a millisecond up to 177.3 ms and by 0.134 above (G.107 as in Cole and
        // Rosenbluth): 89.6 at 150 ms, 72.5 at 300 ms of one-way delay.
        assert!((mos(150.0, 0.0, g711()) - 4.33).abs() < 0.02);
        assert!((mos(300.0, 0.0, g711()) - 3.71).abs() < 0.02);
    }

    #[test]
    fn loss_and_delay_only_ever_make_it_worse() {
        let mut last = 5.0;
        for loss in 0..=100 {
            let now = mos(50.0, f64::from(loss), g711());
            assert!(now <= last && now >= 1.0, "{loss} %");
            last = now;
        }
        assert!(mos(400.0, 0.0, g711()) < mos(100.0, 0.0, g711()));
        assert!(mos(1e6, 100.0, g711()) >= 1.0);
    }

    #[test]
    fn a_codec_that_saves_bandwidth_costs_quality() {
        assert!(mos(50.0, 0.0, Codec::named("G729")) < mos(50.0, 0.0, g711()));
    }

    #[test]
    fn a_fine_call_is_good_and_raises_no_alarm() {
        let quality = after(20, second);
        let view = quality.view().expect("measured");
        assert_eq!(view.level, QualityLevel::Good);
        assert_eq!(
            (view.rtt_ms, view.jitter_ms, view.loss_percent),
            (Some(20), 2, 0)
        );
        assert_eq!(view.codec, "opus");
        assert_eq!(view.mos, 44);
        assert_eq!(quality.alarms(), []);
    }

    #[test]
    fn five_seconds_without_a_packet_are_one_way_audio_and_the_next_packet_ends_it() {
        let stuck = |n: u64| MediaStats {
            packets_received: second(n.min(3)).packets_received,
            ..second(n)
        };
        assert_eq!(after(8, stuck).alarms(), []);
        let mut quality = after(9, stuck);
        assert_eq!(quality.alarms(), [CallAlarm::NoAudioReceived]);
        quality.take(&second(10), false, Instant(10_000));
        assert_eq!(quality.alarms(), []);
    }

    #[test]
    fn ten_seconds_of_zeros_are_a_dead_microphone_unless_it_is_muted() {
        let dead = |n: u64| MediaStats {
            // The canceller's own noise.
            microphone_energy: Some(105 * n),
            ..second(n)
        };
        assert_eq!(after(10, dead).alarms(), []);
        assert_eq!(after(11, dead).alarms(), [CallAlarm::MicrophoneSilent]);
        let mut muted = Quality::default();
        for n in 0..30 {
            muted.take(&dead(n), true, Instant(n * 1_000));
        }
        assert_eq!(muted.alarms(), []);
    }

    #[test]
    fn a_room_in_which_nobody_speaks_is_not_a_dead_microphone() {
        // −60 dB of full scale.
        let room = |n: u64| MediaStats {
            microphone_energy: Some(1_000 * n),
            ..second(n)
        };
        assert_eq!(after(30, room).alarms(), []);
    }

    #[test]
    fn a_browser_that_does_not_tell_the_microphones_energy_raises_no_alarm() {
        let mute = |n: u64| MediaStats {
            microphone_energy: None,
            ..second(n)
        };
        assert_eq!(after(30, mute).alarms(), []);
    }

    #[test]
    fn loss_is_counted_over_the_last_five_seconds_and_shows_as_a_poor_network_when_it_stays() {
        let lossy = |n: u64| MediaStats {
            packets_received: 40 * n,
            packets_lost: 10 * i64::try_from(n).unwrap_or(0),
            ..second(n)
        };
        let mut quality = after(2, lossy);
        assert_eq!(quality.view().map(|view| view.loss_percent), Some(20));
        assert_eq!(quality.alarms(), []);
        for n in 3..=6 {
            quality.take(&lossy(n), false, Instant(n * 1_000));
        }
        assert_eq!(quality.alarms(), [CallAlarm::PoorNetwork]);
        // Fine from now on: the loss leaves the window, then the alarm goes.
        for n in 7..=16 {
            let fine = MediaStats {
                packets_received: 40 * 6 + 50 * (n - 6),
                packets_lost: 60,
                ..second(n)
            };
            quality.take(&fine, false, Instant(n * 1_000));
        }
        assert_eq!(quality.alarms(), []);
        assert_eq!(quality.view().map(|view| view.loss_percent), Some(0));
    }

    #[test]
    fn packets_that_arrive_late_after_all_are_no_negative_loss() {
        let late = |n: u64| MediaStats {
            packets_lost: 5 - i64::try_from(n).unwrap_or(0),
            ..second(n)
        };
        let view = after(5, late).view().expect("measured");
        assert_eq!(view.loss_percent, 0);
    }

    #[test]
    fn talking_is_said_only_while_muted() {
        let talking = MediaStats {
            talks: true,
            ..second(1)
        };
        let mut quality = Quality::default();
        quality.take(&talking, true, Instant(1_000));
        assert_eq!(quality.alarms(), [CallAlarm::TalkingWhileMuted]);
        quality.take(&talking, false, Instant(2_000));
        assert_eq!(quality.alarms(), []);
    }

    #[test]
    fn a_laptop_that_slept_does_not_wake_with_an_alarm() {
        let mut quality = after(3, second);
        quality.take(&second(3), false, Instant(600_000));
        assert_eq!(quality.alarms(), []);
    }
}
