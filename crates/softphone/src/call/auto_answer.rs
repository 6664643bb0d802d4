//! Automatic answering because the caller's phone system asks for it, where the account allows that:
//! intercom, click to call (RFC 5373; `answer-after` and `alert-autoanswer`, which are in use without an
//! RFC).

use std::time::Duration;

use alo_sip::Instant;
use alo_sip::wire::Headers;

use super::Call;
use crate::Now;

/// How long the beep is heard before the microphone opens.
const BEEP: Duration = Duration::from_millis(600);
/// The longest `answer-after` that is accepted, in seconds: no caller waits longer for an automatic answer.
const MAX_DELAY: u64 = 30;
/// The most values of one header that are read.
const MAX_VALUES: usize = 8;

/// When to beep and when to answer.
#[derive(Clone, Copy, Debug)]
pub(super) struct AutoAnswer {
    beep_at: Instant,
    answer_at: Instant,
}

/// The delay after which the caller asks for an automatic answer; `None`: it does not ask.
pub(crate) fn asked_delay(headers: &Headers) -> Option<Duration> {
    let mode = headers.get("Answer-Mode").is_some_and(|mode| {
        let mode = mode.split(';').next().unwrap_or_default();
        mode.trim().eq_ignore_ascii_case("auto")
    });
    let alert = params(headers, "Alert-Info").any(|(name, value)| {
        let asks = ["alert-autoanswer", "auto-answer"];
        name.eq_ignore_ascii_case("info") && asks.iter().any(|ask| value.eq_ignore_ascii_case(ask))
    });
    let after = params(headers, "Call-Info")
        .find(|(name, _)| name.eq_ignore_ascii_case("answer-after"))
        .and_then(|(_, value)| value.parse().ok())
        .filter(|seconds| *seconds <= MAX_DELAY)
        .map(Duration::from_secs);
    after.or_else(|| (mode || alert).then_some(Duration::ZERO))
}

/// The parameters after the `<…>` of each value; those inside belong to a URI and do not count.
fn params<'a>(
    headers: &'a Headers,
    name: &'static str,
) -> impl Iterator<Item = (&'a str, &'a str)> {
    headers
        .values(name)
        .take(MAX_VALUES)
        .flat_map(|value| value.rsplit('>').next().unwrap_or(value).split(';'))
        .filter_map(|param| {
            let (name, value) = param.split_once('=')?;
            Some((name.trim(), value.trim().trim_matches('"')))
        })
}

impl Call {
    /// Plans to answer it automatically, after `delay` and a beep.
    pub(crate) fn set_auto_answer(&mut self, delay: Duration, now: Now) {
        let beep_at = now.mono + delay;
        self.auto = Some(AutoAnswer {
            beep_at,
            answer_at: beep_at + BEEP,
        });
    }

    /// Whether the beep sounds.
    pub(crate) fn beeps(&self) -> bool {
        self.rings() && self.auto.is_some() && self.beeping
    }

    /// Begins the beep when its time has come; true, once, when the call is to be answered.
    pub(crate) fn advance_auto_answer(&mut self, now: Now) -> bool {
        let Some(auto) = self.auto.filter(|_| self.rings()) else {
            self.auto = None;
            return false;
        };
        self.beeping |= auto.beep_at <= now.mono;
        let due = auto.answer_at <= now.mono;
        if due {
            self.cancel_auto_answer();
        }
        due
    }

    /// The call rings like any other from now on.
    fn cancel_auto_answer(&mut self) {
        self.auto = None;
        self.beeping = false;
    }

    pub(super) fn auto_answer_timeout(&self) -> Option<Instant> {
        let auto = self.auto.filter(|_| self.rings())?;
        Some(if self.beeping {
            auto.answer_at
        } else {
            auto.beep_at
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn delay(name: &str, value: &str) -> Option<u64> {
        let mut headers = Headers::new();
        headers.push(name, value);
        asked_delay(&headers).map(|delay| delay.as_secs())
    }

    #[test]
    fn the_ways_of_asking_are_known() {
        assert_eq!(delay("Call-Info", "<sip:pbx>;answer-after=0"), Some(0));
        assert_eq!(delay("Call-Info", "<sip:pbx>; Answer-After=\"5\""), Some(5));
        assert_eq!(
            delay("Alert-Info", "<http://x/>;info=alert-autoanswer;delay=0"),
            Some(0)
        );
        assert_eq!(delay("Alert-Info", "<http://x>;info=Auto-Answer"), Some(0));
        assert_eq!(delay("Answer-Mode", "Auto;require"), Some(0));
    }

    #[test]
    fn nothing_else_is_taken_for_it() {
        for (name, value) in [
            ("Call-Info", "<sip:pbx;answer-after=0>;purpose=icon"),
            ("Call-Info", "<sip:pbx>;answer-after=3600"),
            ("Call-Info", "<sip:pbx>;answer-after=-1"),
            ("Alert-Info", "<http://x/auto-answer>;info=alert-external"),
            ("Answer-Mode", "Manual"),
            ("X-Auto-Answer", "true"),
        ] {
            assert_eq!(delay(name, value), None, "{name}: {value}");
        }
    }
}
