//! Points in time as providers write them, made Unix ms.

use serde_json::Value;

use super::json::field;

/// Numbers below this are seconds (until the year 5138), others milliseconds (from 1973 on).
const SECONDS_BELOW: u64 = 100_000_000_000;
/// What is earlier is no point in time, but a length: some fields are either (the year 2000).
const EARLIEST: u64 = 946_684_800_000;
/// What is later is no time of a call (the year 9999).
const LATEST: u64 = 253_402_300_800_000;
/// Vietnam's time, which has no summer time: of times that name no zone (unverified).
const ZONE_OF_THE_PROVIDERS: i64 = 7 * 3600;

/// The first of these fields that holds a time: Unix seconds or milliseconds (numbers or text),
/// ISO 8601, or `MM/dd/yyyy HH:mm:ss` (VBot).
pub(super) fn moment(value: &Value, names: &[&str]) -> Option<u64> {
    names
        .iter()
        .filter_map(|name| read(field(value, &[name])?))
        .find(|at| (EARLIEST..LATEST).contains(at))
}

fn read(value: &Value) -> Option<u64> {
    match value {
        Value::Number(number) => {
            let at = number
                .as_u64()
                .or_else(|| number.as_f64().filter(|at| *at > 0.0).map(|at| at as u64))?;
            unix(at)
        }
        Value::String(text) => {
            let text = text.trim();
            match text.parse() {
                Ok(at) => unix(at),
                Err(_) => calendar(text),
            }
        }
        _ => None,
    }
}

/// Zero is how "never" is written.
fn unix(at: u64) -> Option<u64> {
    match at {
        0 => None,
        at if at < SECONDS_BELOW => Some(at * 1000),
        at => Some(at),
    }
}

fn calendar(text: &str) -> Option<u64> {
    if text.len() > 40 || !text.is_ascii() {
        return None;
    }
    let (date, time) = text.split_once(['T', ' '])?;
    let (year, month, day) = match date.split_once('/') {
        Some((month, rest)) => {
            let (day, year) = rest.split_once('/')?;
            (year, month, day)
        }
        None => {
            let (year, rest) = date.split_once('-')?;
            let (month, day) = rest.split_once('-')?;
            (year, month, day)
        }
    };
    let zone_at = time.find(['Z', 'z', '+', '-']).unwrap_or(time.len());
    let (clock, zone) = time.split_at(zone_at);
    let seconds = days(number(year)?, number(month)?, number(day)?)? * 86_400
        + time_of_day(clock.trim())?
        - zone_offset(zone.trim())?;
    u64::try_from(seconds).ok().map(|seconds| seconds * 1000)
}

fn number(digits: &str) -> Option<i64> {
    let usable = (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    usable.then(|| digits.parse().ok()).flatten()
}

/// Days since 1970-01-01 in the Gregorian calendar.
fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    if !(1970..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // Years begin in March, so that the leap day is their last.
    let year = if month < 3 { year - 1 } else { year };
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(365 * year + year / 4 - year / 100 + year / 400 + day_of_year - 719_468)
}

/// Seconds; fractions are left out.
fn time_of_day(clock: &str) -> Option<i64> {
    let clock = clock.split_once('.').map_or(clock, |(whole, _)| whole);
    let mut parts = clock.split(':').map(number);
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = parts.next().unwrap_or(Some(0))?;
    let usable = hour < 24 && minute < 60 && second <= 60 && parts.next().is_none();
    usable.then_some(hour * 3600 + minute * 60 + second)
}

fn zone_offset(zone: &str) -> Option<i64> {
    let (sign, rest) = match zone.as_bytes() {
        [] => return Some(ZONE_OF_THE_PROVIDERS),
        [b'Z' | b'z'] => return Some(0),
        [b'+', ..] => (1, zone.get(1..)?),
        [b'-', ..] => (-1, zone.get(1..)?),
        _ => return None,
    };
    let (hours, minutes) = match rest.split_once(':') {
        Some(parts) => parts,
        None if rest.len() == 4 => rest.split_at(2),
        None => (rest, "0"),
    };
    Some(sign * (number(hours)? * 3600 + number(minutes)? * 60))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn at(value: Value) -> Option<u64> {
        moment(&json!({ "at": value }), &["missing", "at"])
    }

    #[test]
    fn times_are_read_in_the_forms_of_the_providers() {
        assert_eq!(at(json!(1_575_253_218)), Some(1_575_253_218_000));
        assert_eq!(at(json!(1_575_253_235_933_u64)), Some(1_575_253_235_933));
        assert_eq!(at(json!("1575253218")), Some(1_575_253_218_000));
        assert_eq!(at(json!("2026-06-30T05:06:07Z")), Some(1_782_795_967_000));
        assert_eq!(
            at(json!("2026-06-30T12:06:07.123+07:00")),
            Some(1_782_795_967_000)
        );
        // Without a zone it is Vietnam's.
        assert_eq!(at(json!("06/30/2026 12:06:07")), Some(1_782_795_967_000));
        assert_eq!(at(json!("2026-06-30 12:06:07")), Some(1_782_795_967_000));
        assert_eq!(at(json!("2024-02-29T00:00:00Z")), Some(1_709_164_800_000));
    }

    #[test]
    fn a_length_is_not_taken_for_a_time() {
        let item = json!({"time_start_to_answer": 8, "created_date": 1_575_253_235_933_u64});
        let read = moment(&item, &["time_start_to_answer", "created_date"]);
        assert_eq!(read, Some(1_575_253_235_933));
    }

    #[test]
    fn what_is_no_time_is_none() {
        for nothing in [
            json!(0),
            json!(20),
            json!(-5),
            json!("yesterday"),
            json!("30/06/2026 12:06:07"),
            json!("2026-06-30T25:00:00Z"),
            json!("99999999999999999999"),
            json!(1e300),
            json!("2026-06-30T12:06:07+7:ế"),
            json!([1]),
            json!(true),
        ] {
            assert_eq!(at(nothing.clone()), None, "{nothing}");
        }
    }
}
