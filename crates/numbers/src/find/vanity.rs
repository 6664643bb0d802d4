//! Numbers in letters, `1-800-FLOWERS`: toll-free ones of North America, where keys have letters on them.

use super::{Confidence, Found};
use crate::text::{Class, Unit, end};
use crate::{Country, Number};

/// Digits of the area code, which are never letters.
pub(super) const LEAST_DIGITS: usize = 3;
/// Digits of a subscriber number; letters beyond them are there to be read.
const LEN: usize = 7;
/// Most letters and digits behind the area code.
const MAX_LEN: usize = 10;
/// Fewest letters: `1-800-555-012A` is no word.
const MIN_LETTERS: usize = 3;

/// Appends the vanity numbers among these units that do not lie in a number found before.
pub(super) fn find(units: &[Unit], found: &mut Vec<Found>) {
    let mut at = 0;
    while at < units.len() {
        match read(units, at) {
            Some((hit, to)) => {
                let free =
                    |it: &Found| it.end_utf16 <= hit.start_utf16 || hit.end_utf16 <= it.start_utf16;
                if found.iter().all(free) {
                    found.push(hit);
                }
                at = to;
            }
            None => at += 1,
        }
    }
    found.sort_by_key(|it| it.start_utf16);
}

/// The vanity number that begins at `from`, and the index after it.
fn read(units: &[Unit], from: usize) -> Option<(Found, usize)> {
    let starts = from
        .checked_sub(1)
        .and_then(|before| units.get(before))
        .is_none_or(|unit| {
            !matches!(
                unit.class,
                Class::Letter | Class::Digit(_) | Class::Dash | Class::Dot | Class::Slash
            )
        });
    let mut at = from;
    if !starts || !units.get(at)?.class.begins_number() {
        return None;
    }
    let mut area = String::new();
    // `+1`, `1` and the area code, with what may stand between them.
    while area.trim_start_matches('1').len() < 3 {
        let unit = units.get(at)?;
        match unit.class {
            Class::Digit(value) => area.push(char::from(b'0' + value)),
            Class::Plus if at == from => {}
            Class::Open | Class::Close | Class::Dash | Class::Dot | Class::Space => {}
            _ => return None,
        }
        at += 1;
        if at - from > 10 {
            return None;
        }
    }
    // `800 PEOPLE` is a sentence.
    let bare = matches!(units.get(from)?.class, Class::Digit(_)) && !area.starts_with('1');
    if bare && units.get(at)?.class == Class::Space {
        return None;
    }
    let area = area.strip_prefix('1').unwrap_or(&area);
    if !matches!(area, "800" | "833" | "844" | "855" | "866" | "877" | "888") {
        return None;
    }
    let (mut digits, mut letters, mut taken) = (String::from(area), 0, 0);
    let mut to = at;
    while let Some(unit) = units.get(at) {
        // A word behind a blank is the next word of the sentence once the number is complete.
        if taken >= LEN && at > to {
            break;
        }
        let key = match unit.class {
            Class::Digit(value) => char::from(b'0' + value),
            Class::Letter => {
                letters += 1;
                key(unit.ch)?
            }
            // One mark between parts; a bracket and a blank behind the area code.
            Class::Dash | Class::Dot | Class::Close | Class::Space
                if at == to || (taken == 0 && at == to + 1) =>
            {
                at += 1;
                continue;
            }
            _ => break,
        };
        if taken < LEN {
            digits.push(key);
        }
        taken += 1;
        at += 1;
        to = at;
    }
    if !(LEN..=MAX_LEN).contains(&taken) || letters < MIN_LETTERS {
        return None;
    }
    let hit = Found {
        start_utf16: units.get(from)?.at,
        end_utf16: end(units.get(to - 1)?),
        number: Number::resolve(false, digits.as_bytes(), Country::US)?.into_international(),
        ext: None,
        confidence: Confidence::Fair,
        needs_context: false,
        doubt: None,
    };
    Some((hit, to))
}

/// The key of a capital letter (ITU-T E.161).
fn key(ch: char) -> Option<char> {
    Some(match ch {
        'A'..='C' => '2',
        'D'..='F' => '3',
        'G'..='I' => '4',
        'J'..='L' => '5',
        'M'..='O' => '6',
        'P'..='S' => '7',
        'T'..='V' => '8',
        'W'..='Z' => '9',
        _ => return None,
    })
}
