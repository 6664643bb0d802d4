//! What the words around a candidate, or the header above it, say about whose number it is.

use super::chain::Group;
use super::labels::{self, Label};
use super::search::Page;
use crate::number::Needs;
use crate::text::{Class, Unit};

/// Whether something is so, and how that is known.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// It is not so.
    No,
    /// The span of the number alone says so.
    BySpan,
    /// Only words outside the span say so: whoever reads the span again cannot know it.
    ByContext,
}

impl Answer {
    pub(super) fn by_span(holds: bool) -> Self {
        if holds { Self::BySpan } else { Self::No }
    }

    fn by_context(holds: bool) -> Self {
        if holds { Self::ByContext } else { Self::No }
    }

    /// The answer of `ask` where `condition` is met, else no.
    pub(super) fn when(condition: bool, ask: impl FnOnce() -> Self) -> Self {
        if condition { ask() } else { Self::No }
    }

    pub(super) fn holds(self) -> bool {
        self != Self::No
    }

    pub(super) fn is_by_context(self) -> bool {
        self == Self::ByContext
    }

    /// This answer if it is a yes, else that of `ask`.
    pub(super) fn or_else(self, ask: impl FnOnce() -> Self) -> Self {
        if self.holds() { self } else { ask() }
    }

    /// A yes if both are; it needs context if one of them does.
    pub(super) fn and_then(self, ask: impl FnOnce() -> Self) -> Self {
        match self {
            Self::No => Self::No,
            Self::BySpan => ask(),
            Self::ByContext => Self::by_context(ask().holds()),
        }
    }
}

/// What stands around a candidate. Each method reads the words when it is called: few candidates need any of them.
pub(super) struct Evidence<'a> {
    pub(super) page: &'a Page<'a>,
    /// The units in front of the candidate; the text before them is [`Page::before`].
    pub(super) in_front: &'a [Unit],
}

impl Evidence<'_> {
    /// A word that only Vietnamese has stands right in front.
    pub(super) fn word_in_front_is_vietnamese(&self) -> Answer {
        Answer::by_context(labels::is_vietnamese(self.page.before, self.in_front))
    }

    /// The word right in front is Vietnamese, or the whole line speaks the language of home.
    pub(super) fn line_is_vietnamese(&self) -> Answer {
        let page = self.page;
        self.word_in_front_is_vietnamese()
            .or_else(|| Answer::by_context(page.speech.voices().is_of(page.options.country)))
    }

    /// No language but that of home is heard in the line, a word or two of it are enough, and the line names nothing
    /// else that is written in pairs of digits.
    pub(super) fn line_is_vietnamese_without_pairs(&self) -> Answer {
        let speech = self.page.speech;
        let only = speech.voices().is_only(self.page.options.country);
        Answer::by_context(only && !speech.names_elsewhere() && !speech.names_pairs())
    }

    /// A Vietnamese phrase for somebody's phone stands right in front or, as far as `needs` lets a header count, in the
    /// header. A line that names a country which writes three such groups speaks against it; pairs are nobody's there.
    pub(super) fn phone_phrase_is_vietnamese(&self, needs: Needs, groups: &[Group]) -> Answer {
        let page = self.page;
        let header_counts = || match needs {
            Needs::Column => true,
            Needs::Field => labels::heads_field(page.heading),
            Needs::Word => false,
        };
        let header = || {
            self.header_is_vietnamese_phone() && header_counts() && self.label_in_front().is_none()
        };
        let named = labels::names_vietnamese(page.before, self.in_front) || header();
        Answer::by_context(named && !(groups.len() == 3 && page.speech.names_elsewhere()))
    }

    /// A word for a phone stands right in front or in the header, or the candidate begins a line in the language of home.
    /// In the middle of such a line a zero that is set off may belong to a sum.
    pub(super) fn phone_word_or_begins_vietnamese_line(&self) -> Answer {
        let page = self.page;
        let blank = |unit: &Unit| unit.class == Class::Space;
        let begins = || page.before.is_empty() && self.in_front.iter().all(blank);
        let home_is_heard = || page.speech.voices().is_heard(page.options.country);
        let holds = labels::names_phone(page.before, self.in_front)
            || self.label_in_front().is_none() && page.is_under_somebody()
            || page.hint.is_none() && begins() && home_is_heard();
        Answer::by_context(holds)
    }

    /// The nearest label, or else the header, is a word for a phone.
    pub(super) fn phone_label_nearest(&self) -> Answer {
        Answer::by_context(match self.label_in_front() {
            Some(label) => label == Label::Phone,
            None => self.page.is_under_somebody(),
        })
    }

    /// The same, and no language of another country alone is heard in the line.
    pub(super) fn phone_label_nearest_at_home(&self) -> Answer {
        let voices = self.page.speech.voices();
        let at_home = voices.is_silent() || voices.is_heard(self.page.options.country);
        Answer::when(at_home, || self.phone_label_nearest())
    }

    /// Nine digits (`to` is the index after them) have lost their zero in a spreadsheet: the phrase in front, or the header
    /// of their cell, names a Vietnamese phone and nothing else.
    #[inline(never)]
    pub(super) fn gives_lost_zero(&self, to: usize) -> Answer {
        let before = self.page.before;
        let behind = self.page.units.get(to..).unwrap_or_default();
        Answer::by_context(
            labels::names_whole(before, self.in_front) && labels::ends_whole(behind)
                || labels::is_cell(before, self.in_front, behind)
                    && self.header_is_vietnamese_phone(),
        )
    }

    /// The header is such a phrase, and one that columns with numbers of all countries do not have.
    pub(super) fn header_settles_mobile(&self) -> bool {
        self.header_is_vietnamese_phone() && !labels::heads_all(self.page.heading)
    }

    /// The header is a Vietnamese phrase for somebody's phone.
    #[inline(never)]
    fn header_is_vietnamese_phone(&self) -> bool {
        self.page.is_under_somebody() && labels::heads_whole(self.page.heading)
    }

    fn label_in_front(&self) -> Option<Label> {
        labels::nearest(self.page.before, self.in_front)
    }
}
