//! Words in front of a number that say what it is.

mod form;
mod headers;
mod spelled;
mod spent;
mod vietnamese;
mod whole;

use self::form::of_key;
pub(super) use self::form::{is_account, is_id, of_line_above};
pub(super) use self::headers::{above, of_hint};
use self::spent::is_spent;
pub(super) use self::vietnamese::{
    follows_nobody, is_vietnamese, names_attempt, names_counted, names_hotline, names_noun,
    names_vietnamese,
};
pub(super) use self::whole::{
    counts_money, ends_whole, heads_all, heads_field, heads_whole, is_cell, names_whole,
};
use super::folded::{LETTER, SIGN, base, glue, is_word, word_begin, word_end};
use super::unspaced;
use super::words::{Phrase, SEED, hash, may_end_phrase, phrase_of};
use crate::text::{self, Class, Unit};

/// How far back a label is looked for, in characters.
const REACH: usize = 48;
/// A label that names something else counts only this close before the digits.
const CLOSE: usize = 16;
/// `no.` says something about what follows it so closely: `My number is 650…`.
const NEXT: usize = 5;

/// What the nearest label says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// `Tel`, `ĐT`, `Hotline`: a phone number.
    Phone,
    /// `MST`, `Order`, `STK`: some other kind of number.
    Other,
    /// `Giá`, `Total`: an amount.
    Amount,
    /// `Meeting ID`, `P/N`: a code, in whatever groups.
    Id,
    /// `Techcombank`, `UPS`, an unknown word and `no.`: a code, where nothing else speaks for a number.
    Vague,
    /// `From`, `To` above a log of calls, and as often above days, places and pages: digits that may be a
    /// number are one, and nothing else becomes one by it.
    Caller,
}

impl Label {
    /// Names somebody who is called.
    pub(super) fn is_somebody(self) -> bool {
        matches!(self, Phone | Self::Caller)
    }
}

use Label::Phone;

/// What is done with tickets, from one and to another.
const JOINED: &[&[u8]] = &[
    b"copied",
    b"duplicate",
    b"linked",
    b"merged",
    b"moved",
    b"reply",
    b"split",
];

/// Hash of ` no`, which `#` stands for behind a word.
const NUMBERED: u64 = hash(hash(hash(SEED, b'o'), b'n'), b' ');

/// Most words in one label.
const MOST_WORDS: usize = 4;

/// The label that the last word of `text` ends.
pub(super) fn of_ending(text: &str) -> Option<Label> {
    let line = Line::before(text, &[]);
    let last = word_end(line.bytes(), line.bytes().len());
    line.last_label()
        .filter(|(end, _)| *end >= last)
        .map(|(_, label)| label)
}

/// Whether the sign of a phone stands right before the units' end.
pub(super) fn shows_phone(text: &str, units: &[Unit]) -> bool {
    last_mark(text, units).is_some_and(is_phone_sign)
}

/// Whether the last word before the units' end is one for a phone.
pub(super) fn names_phone(text: &str, units: &[Unit]) -> bool {
    let line = Line::before(text, units);
    let last = word_end(line.bytes(), line.bytes().len());
    line.last_label() == Some((last, Phone))
}

/// The nearest label at the end of `text` and the units behind it, on the same line.
pub(super) fn nearest(text: &str, units: &[Unit]) -> Option<Label> {
    nearest_to(text, units, Form::default())
}

/// How what stands behind a label is written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Form {
    /// In groups or with its prefix.
    pub(super) own: bool,
    /// Its area stands in brackets.
    pub(super) open: bool,
    /// In one group.
    pub(super) bare: bool,
    /// Free to call, as no code is by chance.
    pub(super) free: bool,
    /// Of North America.
    pub(super) american: bool,
}

/// The same for what has this form.
pub(super) fn nearest_to(text: &str, units: &[Unit], form: Form) -> Option<Label> {
    let mark = last_mark(text, units);
    if mark.is_some_and(is_phone_sign) {
        return Some(Phone);
    }
    let line = Line {
        form,
        ..Line::before(text, units)
    };
    let label = line.last_label().map(|(_, label)| label);
    label.or_else(|| {
        mark.filter(|ch| *ch == '\t')
            .and_then(|_| of_key(text, units, form))
    })
}

/// What stands right in front of a number, but for blanks, brackets and a colon.
fn last_mark(text: &str, units: &[Unit]) -> Option<char> {
    let passes = |ch, class| {
        matches!(ch, ':' | '\u{FE0F}')
            || matches!(class, Class::Space | Class::Invisible | Class::Open)
    };
    let mut all = backwards(text, units);
    all.find(|(ch, class)| !passes(*ch, *class))
        .map(|(ch, _)| ch)
}

/// `☎`, `📞`
fn is_phone_sign(ch: char) -> bool {
    matches!(
        ch,
        '☎' | '☏' | '✆' | '℡' | '📞' | '📱' | '📲' | '📠' | '🕻' | '🕽' | '🖷' | '🕿'
    )
}

/// Whether a phone label stands right at the end: `Tel.0912…`, `ĐT0912…`.
pub(super) fn touches(text: &str, units: &[Unit]) -> bool {
    let mut line = Line::before(text, units);
    while let [.., b'.' | b':' | b'-' | b'#'] = line.bytes() {
        line.end -= 1;
    }
    line.last_label() == Some((line.bytes().len(), Phone))
}

/// The end of the line before a number, folded to one byte for each character; a longer number in
/// it hides what is before that.
struct Line<'a> {
    /// What it was folded from.
    text: &'a str,
    units: &'a [Unit],
    folded: [u8; REACH],
    /// The line is `begin..end` of that.
    begin: usize,
    end: usize,
    /// A bit for each place in it where a word ends that a phrase may end with.
    ends: u64,
    /// Some of it belongs to a script without spaces.
    ideographs: bool,
    /// Of what stands behind it.
    form: Form,
}

/// The characters before a number and their classes, from the last one on.
fn backwards<'a>(text: &'a str, units: &'a [Unit]) -> impl Iterator<Item = (char, Class)> + 'a {
    let behind = units.iter().rev().map(|unit| (unit.ch, unit.class));
    behind.chain(text.chars().rev().map(|ch| (ch, text::class(ch))))
}

impl<'a> Line<'a> {
    fn before(text: &'a str, units: &'a [Unit]) -> Self {
        let mut line = Self {
            folded: [0; REACH],
            begin: REACH,
            end: REACH,
            ends: 0,
            text,
            units,
            ideographs: false,
            form: Form::default(),
        };
        let mut digits = 0;
        // The word that is being read, from its end.
        let (mut key, mut end) = (SEED, REACH);
        // Both halves of the chain have a loop of their own so.
        backwards(text, units).all(|(ch, class)| {
            digits += usize::from(matches!(class, Class::Digit(_)));
            if class == Class::Break || digits > 3 || line.begin == 0 {
                return false;
            }
            let byte = match ch {
                ch if ch.is_ascii() => (ch as u8).to_ascii_lowercase(),
                '\u{300}'..='\u{36F}' => return true,
                '\u{A0}' => b' ',
                ch => match (base(ch), class) {
                    (Some(letter), _) => letter,
                    (None, Class::Letter) => LETTER,
                    (None, Class::Ideograph) => {
                        line.ideographs = true;
                        LETTER
                    }
                    (None, _) => SIGN,
                },
            };
            if is_word(byte) {
                key = hash(key, byte);
            } else {
                line.end_word(key, end);
                (key, end) = (SEED, line.begin - 1);
            }
            line.begin -= 1;
            if let Some(place) = line.folded.get_mut(line.begin) {
                *place = byte;
            }
            true
        });
        line.end_word(key, end);
        line
    }

    /// Notes where the word with this hash ends; one without letters is none.
    fn end_word(&mut self, key: u64, end: usize) {
        if key != SEED && may_end_phrase(key) {
            self.ends |= 1 << end;
        }
    }

    /// The last word before `end` that a phrase may end with; 0 where there is none.
    fn end_before(&self, end: usize) -> usize {
        let ends = self.ends & ((1 << (self.begin + end)) - 1);
        let last = ends.checked_ilog2().unwrap_or_default() as usize;
        last.saturating_sub(self.begin)
    }

    /// The same unfolded, but for combining marks.
    #[inline(never)]
    fn unfolded(&self) -> String {
        let all = backwards(self.text, self.units).map(|(ch, _)| ch);
        let own = all.filter(|ch| !matches!(ch, '\u{300}'..='\u{36F}'));
        // What was cut off at the end of the line counts, too: `begin` does not move.
        let own: Vec<char> = own.take(REACH - self.begin).collect();
        own.into_iter().rev().collect()
    }

    fn bytes(&self) -> &[u8] {
        self.folded.get(self.begin..self.end).unwrap_or_default()
    }

    /// The last label and where it ends; of two that end together the longer one.
    fn last_label(&self) -> Option<(usize, Label)> {
        let spaced = self.last_spaced();
        if !self.ideographs {
            return spaced;
        }
        let text = self.unfolded();
        let unspaced = unspaced::last(&text);
        let unspaced = unspaced.map(|(end, label)| (end.min(self.bytes().len()), label));
        spaced
            .into_iter()
            .chain(unspaced)
            .max_by_key(|(end, _)| *end)
    }

    fn last_spaced(&self) -> Option<(usize, Label)> {
        let text = self.bytes();
        let last = word_end(text, text.len());
        // `My # 650…`, `Load # 417…`
        let numbered = text.get(last..).is_some_and(|sign| sign.contains(&b'#'));
        // `Invoice # (214) 555-1234`, `Invoice #, 214-555-1234`: some field was left empty.
        let apart = |byte: &u8| matches!(byte, b',' | b';');
        let code = numbered && !self.form.open && !text.iter().skip(last).any(apart);
        let mut end = last;
        while end > 0 {
            // `Part # 214-555-1234`: the sign is a `no.`
            let signed = (code && end == last).then(|| self.phrase_before(NUMBERED, end));
            let signed =
                signed.filter(|(hit, _)| matches!(hit, Some((Phrase::Says(Label::Id), _))));
            let (hit, begin) = signed.unwrap_or_else(|| self.phrase(end));
            let near = text.len() - end <= CLOSE;
            let label = match hit {
                // `Invoice # 214-555-1234`: what it is the number of.
                Some((Phrase::Says(Label::Other), _))
                    if code && end == last && text.len() - end <= NEXT =>
                {
                    Some(Label::Id)
                }
                // `Serial` somewhere before names no number that is grouped.
                Some((Phrase::Says(Label::Id), _)) if text.len() - end > NEXT => {
                    near.then_some(Label::Other)
                }
                Some((Phrase::Identity, from)) => {
                    let named = self.names_identity(from, end);
                    let label = if named { Label::Id } else { Label::Other };
                    near.then_some(label)
                        .filter(|_| !is_spent(text, end, self.form))
                }
                // `password 0828834238`, but not `Forgot your password? 214…`.
                Some((Phrase::Secret, _)) if self.opens(end, b" :=\"'(") => Some(Label::Id),
                Some((Phrase::Key, _)) if self.form.bare && self.opens(end, b" :=\"'(") => {
                    Some(Label::Id)
                }
                // `Policy 215 255 1937`, `Policy #…`; `Accessibility Policy | 305-743-1234` is a page.
                Some((Phrase::Policy, from))
                    if (self.begins_field(from) || numbered && end == last)
                        && self.opens(end, b" :#") =>
                {
                    Some(Label::Id)
                }
                Some((Phrase::Policy, _)) if self.opens(end, b" :#") => Some(Label::Other),
                // `Dallas, Route 9, 214…`: it names only what follows at once.
                Some((Phrase::Says(Label::Vague), _)) if text.len() - end > NEXT => None,
                // `Lot 12 - Lopez - 214…`: it has its number.
                Some((Phrase::Says(label), _))
                    if label != Phone && is_spent(text, end, self.form) =>
                {
                    None
                }
                // `ann@comcast.net`
                Some((Phrase::Says(Label::Amount), from)) if self.is_in_name(from) => None,
                Some((Phrase::Says(label), _)) => (label == Phone || near).then_some(label),
                Some((Phrase::Number, from)) if text.len() - end <= NEXT => self.of_what(from),
                // `Merged from #214…`: one ticket into another; `Call from # 214…` is none.
                Some((Phrase::Whose, from)) if numbered && end == last => {
                    let way = matches!(text.get(from..end), Some(b"from" | b"to"));
                    let before = word_end(text, from);
                    let before = text.get(word_begin(text, before)..before);
                    let joined = before.is_some_and(|word| JOINED.contains(&word));
                    Some(if way && joined { Label::Vague } else { Phone })
                }
                None if end == last => {
                    let vague = numbered.then_some(Label::Vague);
                    self.sounds_like(begin, end).or(vague)
                }
                _ => None,
            };
            if let Some(label) = label {
                return Some((end, label));
            }
            end = self.end_before(end);
        }
        None
    }

    /// Whether what is behind a word is named by it: nothing but these stands between.
    #[inline(never)]
    fn opens(&self, end: usize, between: &[u8]) -> bool {
        let behind = self.bytes().get(end..).unwrap_or_default();
        behind.len() <= NEXT && behind.iter().all(|byte| between.contains(byte))
    }

    /// Whether the word at `from` is the first of the text or of a field.
    fn begins_field(&self, from: usize) -> bool {
        let before = self.bytes().get(..from).unwrap_or_default();
        let mark = before.trim_ascii_end().last();
        mark.is_none_or(|mark| b",;|/([".contains(mark))
    }

    /// Whether a dot stands right before `from`, behind a letter, as in the name of a host.
    fn is_in_name(&self, from: usize) -> bool {
        let before = self.bytes().get(..from).unwrap_or_default();
        matches!(before, [.., letter, b'.'] if is_word(*letter))
    }

    /// The longest phrase that ends at `end` and where it begins, and where the last word does.
    fn phrase(&self, end: usize) -> (Option<(Phrase, usize)>, usize) {
        self.phrase_before(SEED, end)
    }

    /// The same with what has this hash behind `end`.
    fn phrase_before(&self, behind: u64, end: usize) -> (Option<(Phrase, usize)>, usize) {
        let text = self.bytes();
        let (mut key, mut at) = (behind, end);
        let (mut hit, mut word) = (None, end);
        for nth in 0..MOST_WORDS {
            while let Some(byte) = at.checked_sub(1).and_then(|left| text.get(left)) {
                if !is_word(*byte) {
                    break;
                }
                key = hash(key, *byte);
                at -= 1;
            }
            if nth == 0 {
                word = at;
                if behind == SEED && !may_end_phrase(key) {
                    break;
                }
            }
            if let Some(phrase) = phrase_of(key) {
                // `the` for `thẻ`: some word, before `number` no other than `my`.
                let spelled = phrase == Phrase::Says(Phone)
                    || nth == 0 && self.is_spelled(at, end)
                    || nth > 0 && self.are_spelled(at, end);
                hit = Some((if spelled { phrase } else { Phrase::Whose }, at));
            }
            let gap_end = word_end(text, at);
            let gap = text.get(gap_end..at).unwrap_or_default();
            let Some(glue) = glue(gap).filter(|_| gap_end > 0) else {
                break;
            };
            key = hash(key, glue);
            at = gap_end;
        }
        (hit, word)
    }

    /// What `number` or `no.` is the number of, by the words before `from`.
    fn of_what(&self, from: usize) -> Option<Label> {
        let text = self.bytes();
        let end = word_end(text, from);
        // `No. 2145551234` and nothing before, but `Number: …`
        if end == 0 && word_end(text, text.len()) <= from + 2 {
            return Some(Label::Vague);
        }
        if end == 0 || glue(text.get(end..from)?).is_none() {
            return None;
        }
        match self.phrase(end).0 {
            Some((Phrase::Says(Phone) | Phrase::Whose, _)) => Some(Phone),
            Some((Phrase::Says(label), _)) => Some(label),
            Some((Phrase::Identity, _)) => Some(Label::Id),
            _ => Some(Label::Vague),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Label::{Amount, Other};
    use super::*;

    fn label(text: &str) -> Option<Label> {
        nearest(text, &[])
    }

    #[test]
    fn the_nearest_label_wins() {
        for (text, expected) in [
            ("ĐT: ", Some(Phone)),
            ("Điện thoại liên hệ ", Some(Phone)),
            ("Mã số thuế: ", Some(Label::Id)),
            ("Mã số thuế mới: ", Some(Other)),
            ("MST 12 - ĐT: ", Some(Phone)),
            ("Tel 0281234567, MST: ", Some(Label::Id)),
            ("Order by phone: ", Some(Phone)),
            ("Giá: ", Some(Amount)),
            ("Ma\u{303} đơn: ", Some(Other)),
            ("hotel ", None),
            ("MST\n", None),
            ("the order that we talked about at length ", None),
            ("電話", Some(Phone)),
        ] {
            assert_eq!(label(text), expected, "{text}");
        }
    }
}
