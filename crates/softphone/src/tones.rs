//! Which of the phone's own sounds plays.

use crate::Tone;
use crate::call::Call;

/// One sound at a time: those that ask the person to do something go before those that only inform.
pub(crate) fn tone(calls: &[Call]) -> Option<Tone> {
    let calls = || calls.iter().filter(|call| !call.for_check);
    let busy_with_a_call = calls().any(Call::is_active);
    if calls().any(Call::beeps) {
        return Some(Tone::Beep);
    }
    if calls().any(Call::rings) {
        return Some(if busy_with_a_call {
            Tone::CallWaiting
        } else {
            Tone::Ring
        });
    }
    if calls().any(Call::wants_ringback) {
        return Some(Tone::Ringback);
    }
    let failed = calls().any(Call::sounds_busy);
    (failed && !busy_with_a_call).then_some(Tone::Busy)
}
