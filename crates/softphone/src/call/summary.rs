//! The quality of a call as a whole.

use alo_protocol::QualityView;

use crate::desk::QualitySummary;

/// Sums over the seconds that could be measured.
#[derive(Debug, Default)]
pub(super) struct Summary {
    seconds: u32,
    lowest: u8,
    highest: u8,
    mos: u64,
    jitter: u64,
    loss: u64,
    /// Seconds with a measured round trip.
    trips: u32,
    rtt: u64,
}

impl Summary {
    /// Adds the values of one second.
    pub(super) fn add(&mut self, view: &QualityView) {
        self.lowest = match self.seconds {
            0 => view.mos,
            _ => self.lowest.min(view.mos),
        };
        self.highest = self.highest.max(view.mos);
        self.seconds = self.seconds.saturating_add(1);
        self.mos += u64::from(view.mos);
        self.jitter += u64::from(view.jitter_ms);
        self.loss += u64::from(view.loss_percent);
        if let Some(rtt) = view.rtt_ms {
            self.trips += 1;
            self.rtt += u64::from(rtt);
        }
    }

    /// Lowest, highest and mean values; `None` if nothing was measured.
    pub(super) fn total(&self) -> Option<QualitySummary> {
        (self.seconds > 0).then(|| QualitySummary {
            mos: [
                f32::from(self.lowest) / 10.0,
                f32::from(self.highest) / 10.0,
                mean(self.mos, self.seconds) / 10.0,
            ],
            jitter_ms: mean(self.jitter, self.seconds),
            rtt_ms: mean(self.rtt, self.trips),
            loss: mean(self.loss, self.seconds),
        })
    }
}

/// The mean; 0 where `count` is 0.
fn mean(sum: u64, count: u32) -> f32 {
    sum as f32 / count.max(1) as f32
}

#[cfg(test)]
mod tests {
    use alo_protocol::QualityLevel;

    use super::*;

    #[test]
    fn the_worst_the_best_and_the_mean_second() {
        let mut summary = Summary::default();
        assert_eq!(summary.total(), None);
        for (mos, rtt_ms) in [(40, Some(20)), (20, None), (30, Some(40))] {
            summary.add(&QualityView {
                rtt_ms,
                jitter_ms: 6,
                loss_percent: 1,
                codec: "opus".into(),
                mos,
                level: QualityLevel::Fair,
            });
        }
        let total = summary.total().expect("measured");
        assert_eq!(total.mos, [2.0, 4.0, 3.0]);
        assert_eq!(
            (total.jitter_ms, total.rtt_ms, total.loss),
            (6.0, 30.0, 1.0)
        );
    }
}
