//! Numbers in a chain of groups: the longest stretches that a plan knows and the place allows.

use std::cell::Cell;

use super::chain::{Chain, Digits, Group, MAX_DIGITS, sizes};
use super::labels::{self, Label};
use super::language::{Claim, Cut, Speech, Voices};
use super::reading::{self, Origin};
use super::{
    Confidence, Doubt, Found, MAX_GROUPS, MIN_DIGITS, Options, Strictness, banks, bare, context,
    ext, lines, tail,
    written::{self, Words},
};
use crate::number::Needs;
use crate::text::{self, Class, Unit};
use crate::{Country, Kind, Number, plan};

/// What is the same for all numbers of a text.
pub(super) struct Page<'a> {
    pub(super) units: &'a [Unit],
    /// The text in front of the units.
    pub(super) before: &'a str,
    /// The line that the units stand in, or some of it.
    pub(super) speech: &'a Speech<'a>,
    /// What was found in front of it.
    pub(super) seen: &'a bare::Seen,
    /// What is set above or beside the text, and what it says.
    pub(super) heading: &'a str,
    pub(super) hint: Option<Label>,
    pub(super) options: &'a Options,
    /// The page hints at another country than home.
    pub(super) abroad: bool,
    /// Digits that a number without `+` may begin with, bit by bit.
    pub(super) openings: u16,
    /// See [`plan::Lengths`]; none where they do not tell.
    pub(super) lengths: Option<&'static plan::Lengths>,
}

/// Takes the longest numbers out of a chain, from the left; gives the index to go on at.
pub(super) fn search(page: &Page<'_>, chain: &Chain, found: &mut Vec<Found>) -> usize {
    let mut resume = chain.end;
    let (mut first, mut used) = (0, 0);
    while first < chain.groups.len() {
        let Some((end, hit, to)) = longest(page, chain, first, used) else {
            first += 1;
            continue;
        };
        resume = resume.max(to);
        found.push(hit);
        let end = tail::read(page.units, chain, end, found);
        let (end, to) = lines::read(page.units, chain, first, end, found);
        resume = resume.max(to);
        let goes_on = page.units.get(chain.end);
        let goes_on = goes_on.is_some_and(|unit| matches!(unit.ch, ' ' | ','));
        if end == chain.groups.len() && to == 0 && goes_on {
            resume = resume.max(tail::read_behind(page.units, chain, found));
        }
        page.seen
            .end
            .set(found.last().map_or(0, |last| last.end_utf16));
        (first, used) = (end, end);
    }
    resume
}

/// The longest number that begins with group `first`, the index of the group after it and that of
/// the unit after it.
fn longest(
    page: &Page<'_>,
    chain: &Chain,
    first: usize,
    used: usize,
) -> Option<(usize, Found, usize)> {
    let lead = chain.groups.get(first)?.digits.as_bytes().first()?;
    let plus = first == 0 && chain.plus.is_some();
    if !plus && page.openings >> (lead - b'0') & 1 == 0 {
        return None;
    }
    let mut reach = first;
    let mut total = 0;
    for group in chain.groups.iter().skip(first).take(MAX_GROUPS) {
        if group.dead || total + group.len() > MAX_DIGITS {
            break;
        }
        total += group.len();
        reach += 1;
    }
    let lengths = if plus {
        u32::MAX
    } else {
        lengths(page, chain.groups.get(first..reach)?)
    };
    while total >= MIN_DIGITS {
        if lengths >> total & 1 == 0 {
            reach -= 1;
            total -= chain.groups.get(reach)?.len();
            continue;
        }
        let stretch = Stretch {
            chain,
            first,
            end: reach,
            used,
        };
        if let Some((found, to)) = candidate(page, &stretch) {
            return Some((reach, found, to));
        }
        reach -= 1;
        total -= chain.groups.get(reach)?.len();
    }
    None
}

/// How many digits a number at the beginning of these groups may have, bit by bit.
fn lengths(page: &Page<'_>, groups: &[Group]) -> u32 {
    let mut digits = groups.iter().flat_map(|group| group.digits.as_bytes());
    let bracketed = groups.iter().skip(1).any(|group| group.trunk_zero);
    match (page.lengths, digits.next(), digits.next()) {
        (Some(lengths), Some(tens), Some(ones)) if !bracketed => {
            let head = usize::from(tens - b'0') * 10 + usize::from(ones - b'0');
            lengths.get(head).copied().unwrap_or_default()
        }
        _ => u32::MAX,
    }
}

/// Groups `first..end` of a chain; what is before `used` is a number already.
struct Stretch<'a> {
    chain: &'a Chain,
    first: usize,
    end: usize,
    used: usize,
}

/// The number in a stretch of a chain, and the index after it.
fn candidate(page: &Page<'_>, stretch: &Stretch<'_>) -> Option<(Found, usize)> {
    let &Page {
        units,
        hint,
        options,
        ..
    } = page;
    let &Stretch {
        chain,
        first,
        end,
        used,
    } = stretch;
    let groups = chain.groups.get(first..end)?;
    let plus = chain.plus.filter(|_| first == 0);
    // What a `+` begins is one number or none; its tail is never another.
    let head = groups.first()?;
    let anew =
        head.gap.mark == Some(Class::Slash) && head.gap.space && head.digits.starts_with('0');
    if first > 0 && (used == 0 && chain.plus.is_some() && !anew || head.trunk_zero) {
        return None;
    }
    let reading = reading::read(page, groups, plus.is_some())?;
    let number = reading.number;
    let head = groups.first()?.digits.as_bytes();
    if groups.len() > 1 && number.cuts_prefix(head, plus.is_some()) {
        return None;
    }
    // `ZIP+4 92178-0969`: no calling code is cut behind a plus that a word touches.
    let glued = || {
        let before = plus.and_then(|at| units.get(at.checked_sub(1)?));
        before.is_some_and(|unit| unit.class == Class::Letter)
    };
    if let ([_], true) = (head, groups.len() > 1)
        && glued()
        && !number.is_code(groups.first()?.digits.as_str())
    {
        return None;
    }
    let (from, to) = span(groups, plus)?;
    let alone = first == used && end == chain.groups.len();
    let shortened = reading.origin == Origin::Shortened;
    if shortened && !alone {
        return None;
    }
    let own = units.get(..from)?;
    // What a sheet kept as a number has no extension.
    let ext = ext::read(units, to).filter(|_| !shortened);
    let ext = ext.filter(|(_, end)| {
        !(ext::is_count(units, to, *end) && labels::names_attempt(page.before, own))
    });
    let behind = to;
    let to = ext.as_ref().map_or(to, |(_, to)| *to);
    // `máy lẻ`, `nhánh`
    let extension = units.get(behind..to).unwrap_or_default().iter();
    let local = extension
        .clone()
        .any(|unit| matches!(unit.ch, 'á' | 'ẻ' | 'ố'));
    // What is a number by the words around it is none where it is read again alone.
    let told = Cell::new(false);
    let tells = |word: bool| {
        told.set(told.get() || word);
        word
    };
    let named = || {
        let before = units.get(..from).unwrap_or_default();
        tells(labels::is_vietnamese(page.before, before))
    };
    let before = || labels::nearest(page.before, own);
    let above = || before().is_none() && hint.is_some_and(Label::is_somebody);
    // A word of Vietnamese right in front, or else in the header.
    let called = |needs: Needs| {
        let header = || match needs {
            Needs::Column => true,
            Needs::Field => labels::heads_field(page.heading),
            Needs::Word => false,
        };
        let headed = || is_headed(page) && header() && before().is_none();
        let said = labels::names_vietnamese(page.before, own) || headed();
        // Pairs are nobody's there.
        tells(said && !(groups.len() == 3 && page.speech.names_elsewhere()))
    };
    // In a line that is merely Vietnamese a zero set off may be a sum of nothing and another one.
    let spoken = || {
        let begins = || page.before.is_empty() && own.iter().all(|unit| unit.class == Class::Space);
        let heard = || begins() && page.speech.voices().is_heard(options.country);
        tells(labels::names_phone(page.before, own) || above() || hint.is_none() && heard())
    };
    // Any nine digits begin like a mobile without its zero.
    if shortened && !tells(gives_zero(page, own, behind)) {
        return None;
    }
    let vietnamese = || named() || tells(page.speech.voices().is_of(options.country));
    let heard = || {
        let only = page.speech.voices().is_only(options.country);
        tells(only && !page.speech.names_elsewhere() && !page.speech.names_pairs())
    };
    let labelled = || {
        tells(match before() {
            Some(label) => label == Label::Phone,
            None => hint.is_some_and(Label::is_somebody),
        })
    };
    let titled = || {
        let voices = page.speech.voices();
        (voices.is_silent() || voices.is_heard(options.country)) && labelled()
    };
    let words = Words {
        heard: &heard,
        local,
        vietnamese: &vietnamese,
        named: &named,
        called: &called,
        spoken: &spoken,
        labelled: &labelled,
        titled: &titled,
    };
    if !written::like_a_number(groups, &number, plus.is_some(), alone, &words) {
        return None;
    }
    // `092 915 4634 内線 437`: whoever names the extension in Japanese names a number of Japan.
    let eastern = extension.clone().any(|unit| unit.class == Class::Ideograph);
    if eastern && !number.is_international() && !writes_ideographs(options.country) {
        return None;
    }
    let form = labels::Form {
        own: groups.len() > 1 || number.has_prefix(),
        bare: groups.len() == 1,
        free: number.kind() == Kind::TollFree,
        american: number.is_american(),
        open: units
            .get(from)
            .is_some_and(|unit| unit.class == Class::Open),
    };
    let label = labels::nearest_to(page.before, own, form);
    let label = label.or_else(|| {
        let bare = groups.len() == 1 && hint.is_none();
        bare.then(|| labels::of_line_above(page.before, own, form.american))?
    });
    let place = context::Place {
        before: page.before,
        units,
        chain,
        first,
        end,
        used,
        from,
        to,
        label: label.or(hint),
        hinted: label.is_none(),
        headed: &|| is_headed(page) && !labels::heads_all(page.heading),
        home: options.country,
        speech: page.speech,
        seen: page.seen.end.get(),
    };
    let foreign = reading.origin == Origin::Foreign;
    // Digits that are nobody at home need their own country's grouping or a label.
    let named = place.label.is_some_and(Label::is_somebody);
    if foreign && !named && !context::is_usual(groups, &number) {
        return None;
    }
    let coded = reading.origin == Origin::Coded;
    let spoken_there = || {
        number
            .country()
            .is_some_and(|country| page.speech.voices().is_heard(country))
    };
    let bare = || groups.len() == 1 && ext.is_none() && !spoken_there();
    if coded && !named && (bare() || groups.len() > 1 && !reading::is_bracketed(groups)) {
        return None;
    }
    if !context::allows(&place, groups, &number, ext.is_some(), options.strictness) {
        return None;
    }
    if options.strictness != Strictness::Eager
        && !bare::allows(&place, groups, &number, ext.is_some(), page.seen)
    {
        return None;
    }
    if bare::is_id_behind(&place, &number) || banks::is_account(&place, groups, &number) {
        return None;
    }
    let claim = claim(page, &place, groups, &number);
    if claim.is_some_and(|claim| claim.strong) && options.strictness != Strictness::Eager {
        return None;
    }
    let confidence = context::confidence(&place, groups, &number, ext.is_some());
    let confidence = match reading.origin {
        Origin::Home if claim.is_none() => confidence,
        Origin::Home | Origin::Doubtful | Origin::Shortened => confidence.lowered(),
        Origin::Foreign | Origin::Coded => Confidence::Low,
    };
    if options.strictness == Strictness::Strict && confidence < Confidence::High {
        return None;
    }
    page.seen
        .named
        .set(page.seen.named.get() || label == Some(Label::Phone));
    let found = Found {
        start_utf16: units.get(from)?.at,
        end_utf16: text::end(units.get(to.checked_sub(1)?)?),
        number: if foreign {
            number.into_international()
        } else {
            number
        },
        ext: ext.map(|(digits, _)| digits),
        confidence,
        needs_context: foreign || coded || claim.is_some() || told.get(),
        doubt: reading
            .doubt
            .or_else(|| claim.map(|claim| Doubt::Rival(claim.country))),
    };
    Some((found, to))
}

/// The header is a phrase of Vietnamese for somebody's phone.
// By itself: called from several places.
#[inline(never)]
fn is_headed(page: &Page<'_>) -> bool {
    page.hint.is_some_and(Label::is_somebody) && labels::heads_whole(page.heading)
}

/// Whether what stands in front of nine digits, or their header, gives them the zero that they have lost.
// By itself: compiled only where it is asked.
#[inline(never)]
fn gives_zero(page: &Page<'_>, own: &[Unit], to: usize) -> bool {
    let behind = page.units.get(to..).unwrap_or_default();
    labels::names_whole(page.before, own) && labels::ends_whole(behind)
        || labels::is_cell(page.before, own, behind) && is_headed(page)
}

/// The country whose language is spoken around, or else above, the number and that has it, too.
// By itself: compiled only where it is asked.
#[inline(never)]
fn claim(
    page: &Page<'_>,
    place: &context::Place<'_>,
    groups: &[Group],
    number: &Number,
) -> Option<Claim> {
    if number.is_international() || !number.has_prefix() {
        return None;
    }
    let mut digits = Digits::NONE;
    for group in groups {
        digits.extend(&group.digits);
    }
    let digits = digits.as_bytes();
    let sizes = sizes(groups);
    let cut = Cut {
        sizes: &sizes,
        dotted: (groups.iter()).any(|group| group.gap.mark == Some(Class::Dot)),
        usual: number.is_grouped_as(&sizes),
    };
    if !cut.is_known_elsewhere(digits) {
        return None;
    }
    let voices = page.speech.voices();
    let voices = if voices.is_silent() {
        Voices::of(page.heading).doubled()
    } else {
        voices
    };
    let claim = voices.claim(digits, place.home, &cut)?;
    (!place.is_in_vietnamese()).then_some(claim)
}

fn writes_ideographs(country: Country) -> bool {
    matches!(
        country.as_str(),
        "CN" | "HK" | "JP" | "KR" | "MO" | "SG" | "TW"
    )
}

/// First unit and the index after the last, with brackets that belong to the number.
fn span(groups: &[Group], plus: Option<usize>) -> Option<(usize, usize)> {
    let (head, tail) = (groups.first()?, groups.last()?);
    let mut depth = 0;
    // The group behind which the bracket in front of all closes.
    let mut closes = None;
    for (at, group) in groups.iter().enumerate() {
        depth += usize::from(group.open.is_some());
        if group.close.is_none() {
            continue;
        }
        if depth > 0 {
            depth -= 1;
            if depth == 0 && head.open.is_some() {
                closes = closes.or(Some(at));
            }
        } else if at + 1 < groups.len() {
            return None;
        }
    }
    // A bracket around the whole, or that closes further on, is no part of the number.
    let around = head.open.is_some() && closes.is_none();
    if depth > usize::from(around) {
        return None;
    }
    let start = plus.unwrap_or(head.from).min(head.from);
    let from = match head.open {
        Some(open) if closes.is_some_and(|at| at + 1 < groups.len()) => open.min(start),
        _ => start,
    };
    let inner = groups.len() > 1 && tail.open.is_some() && tail.close.is_some();
    let to = match tail.close {
        Some(close) if inner => close + 1,
        _ => tail.to,
    };
    Some((from, to))
}
