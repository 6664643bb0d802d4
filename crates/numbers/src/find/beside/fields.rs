//! Fields of exports and logs: what stands between two commas or behind a key.

use super::super::chain::Group;
use super::super::context::{Place, is_usual};
use super::super::labels::Label;
use super::MAX_NAME;
use super::begins_with_word;
use crate::text::{Class, Unit};
use crate::{Kind, Number};

/// `https://shop.example/?ref=+1404…`: what stands before the `=` is no word alone.
pub(super) fn is_in_query(place: &Place<'_>) -> bool {
    let key = place.backwards(1).take_while(|ch| !ch.is_whitespace());
    key.take(MAX_NAME * 2)
        .any(|ch| matches!(ch, '?' | '&' | '/' | '=' | '#'))
}

/// `Lan,0912345678,350000`, but not `f(0912345678,2)`, `[1,0912345678,3]` or `Total 0912345678,50`.
pub(super) fn may_stand_in_a_row(place: &Place<'_>) -> bool {
    let line = place.backwards(0).take_while(|ch| *ch != '\n');
    let bracket = line
        .take(LONGEST_ROW)
        .find(|ch| matches!(ch, '(' | '[' | '{' | ')' | ']' | '}'));
    let inside = bracket.is_some_and(|ch| matches!(ch, '(' | '[' | '{'));
    !inside && place.label != Some(Label::Amount)
}

/// Characters of a row that a bracket before is looked for in.
const LONGEST_ROW: usize = 300;

/// `94471-3677,(702) 327-2067,35-52-77`: written as in its country, a hotline of Viet Nam in any groups; a comma that touches
/// this parts fields, no amount.
#[inline(never)]
pub(super) fn is_whole(place: &Place<'_>, number: &Number) -> bool {
    let groups: &[Group] = (place.chain.groups)
        .get(place.first..place.end)
        .unwrap_or_default();
    let service = matches!(number.kind(), Kind::Premium | Kind::TollFree);
    let hotline = || service && !number.is_american() && groups.len() > 1;
    number.is_known() && (is_usual(groups, number) || hotline())
}

/// Characters of such a word and what it opens, and of the longest that is left alone at the end.
const SECRET: usize = 20;
const SHORT: usize = 10;

/// Words for what is entered with the number of a meeting, folded.
const SECRETS: &[&str] = &["mk", "pass", "passcode", "password", "pw", "pwd"];

/// ` pw 4455`, `, pass 5130`
#[inline(never)]
pub(in super::super) fn is_secret_ahead(place: &Place<'_>) -> bool {
    let behind = place.units.get(place.to..).unwrap_or_default();
    let marks = behind
        .iter()
        .take_while(|unit| matches!(unit.ch, ' ' | ',' | '/'));
    let word = behind.get(marks.count()..).unwrap_or_default();
    // `pass cho Lan`, `password reset` are about something else.
    let mut near = word.iter().take(SECRET);
    begins_with_word(word, SECRETS)
        && (word.len() < SHORT || near.any(|unit| matches!(unit.class, Class::Digit(_))))
}

/// The same with what is before the comma: `1200,214.738.0718` and `1,200 555 1234` may be sums.
#[inline(never)]
pub(super) fn begins_whole(place: &Place<'_>, number: &Number) -> bool {
    let last = place.chain.groups.get(place.end - 1);
    let marked = place.opens() || last.is_some_and(|last| last.gap.mark == Some(Class::Dash));
    let long = || {
        (2..2 + LONG).all(|at| {
            place
                .before(at)
                .is_some_and(|unit| unit.ch.is_ascii_digit())
        })
    };
    is_whole(place, number) && (marked || long())
}

/// Digits of what is no sum's beginning.
const LONG: usize = 5;

/// What a log calls the two ends of a call by.
const KEYS: &[&str] = &["callee", "caller", "dst", "from", "src", "to"];

/// Whether one of them stands in front by itself, or begins what is quoted.
#[inline(never)]
pub(super) fn is_call_key(place: &Place<'_>) -> bool {
    let Some([key @ .., equals]) = place.units.get(..place.from) else {
        return false;
    };
    let ends = |unit: &Unit| unit.class == Class::Space || matches!(unit.ch, '"' | '\'');
    let from = key.iter().rposition(ends).map_or(0, |at| at + 1);
    equals.ch == '=' && begins_with_word(key.get(from..).unwrap_or_default(), KEYS)
}

/// `from=+84907140018 to=1900 46 86 95 31s`: a key of a log by itself, before a number that is written as its country does
/// or is free to call.
#[inline(never)]
pub(super) fn follows_call_key(place: &Place<'_>, number: &Number) -> bool {
    if !is_call_key(place) {
        return false;
    }
    // `from=1800003600 to=1900003600`: where no phone stands before, these may be hours or lines of a table.
    let bare = place.end == place.first + 1 && place.seen == 0;
    let service = matches!(number.kind(), Kind::Premium | Kind::TollFree) && !bare;
    let says = service || number.has_prefix() || is_whole(place, number);
    number.is_known() && says
}

/// Longest channel in front of what a telephone system dials, in characters.
const CHANNEL: usize = 40;

/// `SIP/viettel-trunk/0859595009`, `PJSIP/trunk/+12097635539`: what a telephone system's log says it dials.
#[inline(never)]
pub(super) fn is_in_dial_string(place: &Place<'_>, number: &Number) -> bool {
    let channel = place.backwards(1).take(CHANNEL + 1);
    let channel: Vec<char> = channel.take_while(|ch| !ch.is_whitespace()).collect();
    let channel: String = channel.into_iter().rev().collect();
    let parts = channel.split_once('/');
    let named = parts.is_some_and(|(technology, trunk)| {
        matches!(technology, "DAHDI" | "IAX2" | "PJSIP" | "SIP" | "sofia")
            && !trunk.is_empty()
            && !trunk.starts_with(|ch: char| ch.is_ascii_digit())
    });
    let bare = place.end == place.first + 1;
    // A recording: `0859595009.wav`.
    let file = place.after(0).is_some_and(|unit| unit.ch == '.')
        && place
            .after(1)
            .is_some_and(|unit| unit.class == Class::Letter);
    named
        && bare
        && !file
        && number.is_known()
        && (number.has_prefix() || number.is_international())
}

/// `[0328593207@from-internal:25]`: the place in a telephone system's plan that a call came to.
#[inline(never)]
pub(super) fn is_dialled_from(place: &Place<'_>) -> bool {
    let behind = place.units.get(place.to + 1..).unwrap_or_default().iter();
    let behind: String = behind.map(|unit| unit.ch).take(CHANNEL).collect();
    // `from-work.com` is a host.
    let plan = behind.strip_prefix("from-").and_then(|rest| {
        let end = rest.find(|ch: char| !(ch.is_ascii_alphanumeric() || ch == '-'))?;
        rest.get(end..)
    });
    plan.is_some_and(|end| end.starts_with([':', ']']))
        && place.before(1).is_some_and(|unit| unit.ch == '[')
}
