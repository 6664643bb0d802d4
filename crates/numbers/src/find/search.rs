//! Numbers in a chain of groups: the longest stretches that a plan knows and the place allows.

use super::chain::{Chain, Digits, Group, MAX_DIGITS, sizes};
use super::evidence::{Answer, Evidence};
use super::labels::{self, Label};
use super::language::{Claim, Cut, Speech, Voices};
use super::reading::{self, Origin, Reading};
use super::written::Writing;
use super::{
    Confidence, Doubt, Found, MAX_GROUPS, MIN_DIGITS, Options, Strictness, banks, bare, context,
    ext, lines, tail,
};
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

impl Page<'_> {
    /// The header, or what the page sets beside the text, names somebody who is called.
    pub(super) fn is_under_somebody(&self) -> bool {
        self.hint.is_some_and(Label::is_somebody)
    }
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

impl<'a> Stretch<'a> {
    fn groups(&self) -> Option<&'a [Group]> {
        self.chain.groups.get(self.first..self.end)
    }

    /// Index of a `+` in front.
    fn plus(&self) -> Option<usize> {
        self.chain.plus.filter(|_| self.first == 0)
    }

    /// No other digits stand in the chain, but for a number that was found in front.
    fn is_alone(&self) -> bool {
        self.first == self.used && self.end == self.chain.groups.len()
    }
}

/// A stretch whose digits some plan knows, and where it stands.
struct Candidate<'a> {
    groups: &'a [Group],
    reading: Reading,
    /// Its units: `from..digits_end`, and with an extension `from..to`.
    from: usize,
    digits_end: usize,
    to: usize,
    ext: Option<String>,
}

/// The number in a stretch of a chain, and the index after it.
fn candidate(page: &Page<'_>, stretch: &Stretch<'_>) -> Option<(Found, usize)> {
    let candidate = read_stretch(page, stretch)?;
    let evidence = Evidence {
        page,
        in_front: page.units.get(..candidate.from)?,
    };
    let written = candidate.is_written_as_number(stretch, &evidence);
    if !written.holds() || candidate.has_extension_of_elsewhere(page) {
        return None;
    }
    let label = candidate.label(&evidence);
    let place = context::Place {
        before: page.before,
        units: page.units,
        chain: stretch.chain,
        first: stretch.first,
        end: stretch.end,
        used: stretch.used,
        from: candidate.from,
        to: candidate.to,
        label: label.or(page.hint),
        hinted: label.is_none(),
        evidence: &evidence,
        home: page.options.country,
        speech: page.speech,
        seen: page.seen.end.get(),
    };
    if !candidate.is_allowed(page, &place) {
        return None;
    }
    let claim = claim(page, &place, candidate.groups, &candidate.reading.number);
    if claim.is_some_and(|claim| claim.strong) && page.options.strictness != Strictness::Eager {
        return None;
    }
    let confidence = candidate.confidence(&place, claim.is_some());
    if page.options.strictness == Strictness::Strict && confidence < Confidence::High {
        return None;
    }
    page.seen
        .named
        .set(page.seen.named.get() || label == Some(Label::Phone));
    let to = candidate.to;
    let found = candidate.into_found(page, confidence, claim, written.is_by_context())?;
    Some((found, to))
}

/// Reads the digits of a stretch, and an extension behind them.
fn read_stretch<'a>(page: &Page<'_>, stretch: &Stretch<'a>) -> Option<Candidate<'a>> {
    let groups = stretch.groups()?;
    let plus = stretch.plus();
    let head = groups.first()?;
    // What a `+` begins is one number or none; its tail is never another.
    let anew =
        head.gap.mark == Some(Class::Slash) && head.gap.space && head.digits.starts_with('0');
    let tail = stretch.used == 0 && stretch.chain.plus.is_some() && !anew;
    if stretch.first > 0 && (tail || head.trunk_zero) {
        return None;
    }
    let reading = reading::read(page, groups, plus.is_some())?;
    if groups.len() > 1 && cuts_code(page, &reading.number, head, plus) {
        return None;
    }
    let (from, digits_end) = span(groups, plus)?;
    let shortened = reading.origin == Origin::Shortened;
    if shortened && !stretch.is_alone() {
        return None;
    }
    // What a sheet kept as a number has no extension.
    let ext = if shortened {
        None
    } else {
        read_extension(page, from, digits_end)
    };
    let to = ext.as_ref().map_or(digits_end, |(_, to)| *to);
    Some(Candidate {
        groups,
        reading,
        from,
        digits_end,
        to,
        ext: ext.map(|(digits, _)| digits),
    })
}

/// Whether the first of several groups ends inside a prefix, or is one digit of a calling code behind a `+` that a word
/// touches: `ZIP+4 92178-0969`.
fn cuts_code(page: &Page<'_>, number: &Number, head: &Group, plus: Option<usize>) -> bool {
    let digits = head.digits.as_bytes();
    if number.cuts_prefix(digits, plus.is_some()) {
        return true;
    }
    let glued = || {
        let before = plus.and_then(|at| page.units.get(at.checked_sub(1)?));
        before.is_some_and(|unit| unit.class == Class::Letter)
    };
    digits.len() == 1 && glued() && !number.is_code(head.digits.as_str())
}

/// The extension behind units `from..to` and the index after it; `x2` behind `called` is how often.
fn read_extension(page: &Page<'_>, from: usize, to: usize) -> Option<(String, usize)> {
    let in_front = page.units.get(..from)?;
    ext::read(page.units, to).filter(|(_, end)| {
        !(ext::is_count(page.units, to, *end) && labels::names_attempt(page.before, in_front))
    })
}

impl Candidate<'_> {
    /// The units of its extension.
    fn extension<'a>(&self, page: &Page<'a>) -> &'a [Unit] {
        let units = page.units.get(self.digits_end..self.to);
        units.unwrap_or_default()
    }

    /// Whether groups and marks are such as people use in numbers.
    fn is_written_as_number(&self, stretch: &Stretch<'_>, evidence: &Evidence<'_>) -> Answer {
        // Any nine digits begin like a mobile without its zero.
        let zero = match self.reading.origin {
            Origin::Shortened => evidence.gives_lost_zero(self.digits_end),
            _ => Answer::BySpan,
        };
        // `máy lẻ`, `nội bộ`
        let vietnamese = |unit: &Unit| matches!(unit.ch, 'á' | 'ẻ' | 'ố');
        let writing = Writing {
            groups: self.groups,
            number: &self.reading.number,
            plus: stretch.plus().is_some(),
            alone: stretch.is_alone(),
            vietnamese_extension: self.extension(evidence.page).iter().any(vietnamese),
        };
        zero.and_then(|| writing.is_of_a_number(evidence))
    }

    /// `092 915 4634 内線 437`: whoever names the extension in Japanese names a number of Japan.
    fn has_extension_of_elsewhere(&self, page: &Page<'_>) -> bool {
        let extension = self.extension(page);
        let eastern = extension.iter().any(|unit| unit.class == Class::Ideograph);
        let number = &self.reading.number;
        eastern && !number.is_international() && !writes_ideographs(page.options.country)
    }

    /// What the text itself says in front, or in the line above.
    fn label(&self, evidence: &Evidence<'_>) -> Option<Label> {
        let page = evidence.page;
        let number = &self.reading.number;
        let first = page.units.get(self.from);
        let form = labels::Form {
            own: self.groups.len() > 1 || number.has_prefix(),
            bare: self.groups.len() == 1,
            free: number.kind() == Kind::TollFree,
            american: number.is_american(),
            open: first.is_some_and(|unit| unit.class == Class::Open),
        };
        let label = labels::nearest_to(page.before, evidence.in_front, form);
        label.or_else(|| {
            let bare = form.bare && page.hint.is_none();
            bare.then(|| labels::of_line_above(page.before, evidence.in_front, form.american))?
        })
    }

    /// Whether what stands around lets it be a number.
    fn is_allowed(&self, page: &Page<'_>, place: &context::Place<'_>) -> bool {
        let &Self {
            groups,
            ref reading,
            ..
        } = self;
        let number = &reading.number;
        let has_ext = self.ext.is_some();
        let strictness = page.options.strictness;
        // Digits that are nobody at home need their own country's grouping or a label.
        let named = place.label.is_some_and(Label::is_somebody);
        if reading.origin == Origin::Foreign && !named && !context::is_usual(groups, number) {
            return false;
        }
        if reading.origin == Origin::Coded && !named && !self.is_plainly_coded(page) {
            return false;
        }
        context::allows(place, groups, number, has_ext, strictness)
            && (strictness == Strictness::Eager
                || bare::allows(place, groups, number, has_ext, page.seen))
            && !bare::is_id_behind(place, number)
            && !banks::is_account(place, groups, number)
    }

    /// Whether a calling code without its plus is known for one without a label: by its bracket, and in one group by an
    /// extension or the language of its country.
    fn is_plainly_coded(&self, page: &Page<'_>) -> bool {
        if self.groups.len() > 1 {
            return reading::is_bracketed(self.groups);
        }
        let country = self.reading.number.country();
        let is_heard = |country| page.speech.voices().is_heard(country);
        self.ext.is_some() || country.is_some_and(is_heard)
    }

    fn confidence(&self, place: &context::Place<'_>, claimed: bool) -> Confidence {
        let number = &self.reading.number;
        let confidence = context::confidence(place, self.groups, number, self.ext.is_some());
        match self.reading.origin {
            Origin::Home if !claimed => confidence,
            Origin::Home | Origin::Doubtful | Origin::Shortened => confidence.lowered(),
            Origin::Foreign | Origin::Coded => Confidence::Low,
        }
    }

    fn into_found(
        self,
        page: &Page<'_>,
        confidence: Confidence,
        claim: Option<Claim>,
        by_context: bool,
    ) -> Option<Found> {
        let Reading {
            number,
            origin,
            doubt,
        } = self.reading;
        let foreign = origin == Origin::Foreign;
        let guessed = foreign || origin == Origin::Coded;
        Some(Found {
            start_utf16: page.units.get(self.from)?.at,
            end_utf16: text::end(page.units.get(self.to.checked_sub(1)?)?),
            number: if foreign {
                number.into_international()
            } else {
                number
            },
            ext: self.ext,
            confidence,
            needs_context: guessed || claim.is_some() || by_context,
            doubt: doubt.or_else(|| claim.map(|claim| Doubt::Rival(claim.country))),
        })
    }
}

/// The country whose language is spoken around, or else above, the number and that has it, too.
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
