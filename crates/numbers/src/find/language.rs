//! Which language the text around a number speaks. Digits that are a number at home and in the country
//! of that language are that country's there: nobody writes `Rückruf unter 0911 295117` about a
//! Vietnamese phone.

use std::cell::Cell;
use std::ops::Range;

use super::language_words::{Hash, word_of};
use super::neighbours;
use crate::{Country, Number};

/// A language with the countries that dial with a trunk zero, as Viet Nam does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    Vietnamese,
    German,
    French,
    Italian,
    Dutch,
    Japanese,
    Chinese,
    Korean,
}

use Language::{Chinese, Dutch, French, German, Italian, Japanese, Korean, Vietnamese};

const ALL: [Language; 8] = [
    Vietnamese, German, French, Italian, Dutch, Japanese, Chinese, Korean,
];

impl Language {
    fn countries(self) -> &'static [Country] {
        const VN: &[Country] = &[Country::VN];
        const DE: &[Country] = &[Country::of("DE"), Country::of("AT"), Country::of("CH")];
        const FR: &[Country] = &[Country::of("FR"), Country::of("BE"), Country::of("CH")];
        const IT: &[Country] = &[Country::of("IT"), Country::of("CH")];
        const NL: &[Country] = &[Country::of("NL"), Country::of("BE")];
        const JP: &[Country] = &[Country::of("JP")];
        const CN: &[Country] = &[Country::of("TW"), Country::of("CN")];
        const KR: &[Country] = &[Country::of("KR")];
        match self {
            Vietnamese => VN,
            German => DE,
            French => FR,
            Italian => IT,
            Dutch => NL,
            Japanese => JP,
            Chinese => CN,
            Korean => KR,
        }
    }
}

/// How much of a text speaks for which language.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Voices([u8; ALL.len()]);

fn is_sign(ch: char) -> bool {
    matches!(ch, '\u{80}'..='\u{BF}' | '\u{2000}'..='\u{206F}')
}

/// Least that makes a language: a word that only it has.
pub(super) const SOME: u8 = 2;
/// What it takes against the usual grouping of one's own country.
const MUCH: u8 = 4;

impl Voices {
    /// Weighs the words of a text and the scripts that it is written in.
    pub(super) fn of(text: &str) -> Self {
        let mut voices = Self::default();
        let (mut word, mut start, mut ascii) = (Hash::default(), 0, true);
        let mut signs = false;
        for (at, byte) in text.bytes().chain([b' ']).enumerate() {
            if byte.is_ascii_alphabetic() || !byte.is_ascii() {
                ascii &= byte.is_ascii();
                // Lead bytes of marks such as `«` and `–`.
                signs |= matches!(byte, 0xC2 | 0xE2);
                word.add(byte);
                continue;
            }
            if at > start + 1 {
                let own = text.get(start..at).unwrap_or_default();
                if ascii {
                    voices.hear(own, word);
                } else {
                    if signs {
                        for part in own.split(is_sign) {
                            voices.hear(part, Hash::of(part));
                        }
                    } else {
                        voices.hear(own, word);
                    }
                    voices.listen(own, text.get(at..).unwrap_or_default());
                }
            }
            (word, start, ascii, signs) = (Hash::default(), at + 1, true, false);
        }
        voices
    }

    pub(super) fn add(&mut self, language: Language, weight: u8) {
        if let Some(own) = self.0.get_mut(language as usize) {
            *own = own.saturating_add(weight);
        }
    }

    fn hear(&mut self, word: &str, hash: Hash) {
        if let Some((language, weight)) = word_of(hash) {
            self.add(language, weight);
        } else if word.len() > 5 {
            let tail = word.as_bytes().last_chunk();
            let tail = tail.map(|tail: &[u8; 3]| tail.map(|byte| byte.to_ascii_lowercase()));
            // `Lindenstr`, `Bahnhofstrasse`, `Marktplatz`
            if let Some([b's', b't', b'r'] | [b's', b's', b'e'] | [b'a', b't', b'z']) = tail {
                self.add(German, 1);
            }
        }
    }

    /// A word that is not ASCII, or several of a script without spaces; `behind` is what follows.
    fn listen(&mut self, word: &str, behind: &str) {
        let (mut marked, mut kana, mut han, mut hangul) = (None, false, false, false);
        let mut phone = false;
        for ch in word.chars() {
            match ch {
                'ă' | 'đ' | 'ơ' | 'ư' | 'Ă' | 'Đ' | 'Ơ' | 'Ư' | '\u{1EA0}'..='\u{1EF9}' => {
                    marked = Some(Vietnamese);
                }
                'ä' | 'ö' | 'ü' | 'ß' | 'Ä' | 'Ö' | 'Ü' => marked = Some(German),
                'ç' | 'î' | 'û' | 'ë' | 'ï' | 'œ' | 'Ç' | 'Î' => marked = Some(French),
                '\u{3040}'..='\u{30FB}' | '〒' => kana = true,
                '\u{3400}'..='\u{9FFF}' => {
                    han = true;
                    phone |= CHINESE.contains(&ch);
                }
                // Typed in Chinese and Japanese only.
                '：' => phone = true,
                '\u{AC00}'..='\u{D7AF}' => hangul = true,
                _ => {}
            }
        }
        if let Some(language) = marked {
            self.add(language, 1);
        }
        // Only French has a blank in front of a colon.
        if word.starts_with("Tél") || word.starts_with("tél") {
            let colon = behind.trim_start_matches('.').trim_start_matches('\u{A0}');
            self.add(French, u8::from(colon.starts_with(" :")));
        }
        if kana {
            self.add(Japanese, SOME);
        }
        if hangul {
            self.add(Korean, SOME);
        }
        if han {
            for language in [Japanese, Chinese] {
                self.add(language, if phone { SOME } else { 1 });
            }
        }
    }

    fn home(&self, home: Country) -> u8 {
        let own = ALL.iter().zip(self.0);
        own.filter(|(language, _)| language.countries().contains(&home))
            .map(|(_, weight)| weight)
            .max()
            .unwrap_or_default()
    }

    /// Whether the text says nothing about its language.
    pub(super) fn is_silent(&self) -> bool {
        self.0.iter().all(|weight| *weight == 0)
    }

    /// Whether a language of this country is spoken.
    pub(super) fn is_heard(&self, country: Country) -> bool {
        self.home(country) >= SOME
    }

    /// Whether the language of `home` is spoken, and no other one.
    pub(super) fn is_of(&self, home: Country) -> bool {
        self.home(home) >= MUCH && self.is_only(home)
    }

    /// The same where a word or two are enough.
    pub(super) fn is_only(&self, home: Country) -> bool {
        let mut others = ALL.iter().zip(self.0);
        self.is_heard(home)
            && others.all(|(own, weight)| weight == 0 || own.countries().contains(&home))
    }

    /// A country whose language is spoken here and that has this number, a number of `home`, too, cut
    /// as people there do; the claim is a strong one when the text says enough.
    pub(super) fn claim(&self, digits: &[u8], home: Country, cut: &Cut<'_>) -> Option<Claim> {
        let least = if cut.usual { MUCH } else { SOME };
        let least = least.max(self.home(home).saturating_add(1));
        let others = ALL.iter().zip(self.0).filter(|(language, weight)| {
            *weight > 0 && *weight + 1 >= least && !language.countries().contains(&home)
        });
        let claims = others.filter_map(|(language, weight)| {
            let country = language.countries().iter().find(|country| {
                Number::resolve(false, digits, **country).is_some_and(|number| {
                    !number.is_international() && language.cuts_so(&number, cut)
                })
            });
            country.map(|country| Claim {
                country: *country,
                strong: weight >= least,
            })
        });
        // Of equal claims the first one.
        claims.min_by_key(|claim| !claim.strong)
    }

    /// Twice as much: a header is all that a column says.
    pub(super) fn doubled(self) -> Self {
        Self(self.0.map(|weight| weight.saturating_mul(2)))
    }
}

/// Bytes in front of digits and behind them that are listened to.
const REACH: usize = 64;

/// What is said around a number: its line, as far as it matters.
#[derive(Debug)]
pub(super) struct Speech<'a> {
    text: &'a str,
    digits: Range<usize>,
    /// What was listened to and what was heard; once for all numbers of a short text.
    heard: Cell<Option<Voices>>,
    /// Read of the same and as seldom.
    named: Cell<Option<Named>>,
}

impl<'a> Speech<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            digits: 0..0,
            heard: Cell::new(None),
            named: Cell::new(None),
        }
    }

    /// Goes on to digits at these bytes.
    pub(super) fn move_to(&mut self, digits: &Range<usize>) {
        self.digits = digits.clone();
        if self.text.len() > 2 * REACH {
            self.heard.set(None);
            self.named.set(None);
        }
    }

    /// Asked for the few numbers that could be somebody else's only.
    pub(super) fn voices(&self) -> Voices {
        let heard = self.heard.get().unwrap_or_else(|| {
            let around = self.around();
            let mut voices = Voices::of(around);
            neighbours::add(around, &mut voices);
            voices
        });
        self.heard.set(Some(heard));
        heard
    }

    /// Whether the line names a country of whose numbers Viet Nam has many as mobiles.
    pub(super) fn names_elsewhere(&self) -> bool {
        self.named().elsewhere
    }

    /// Whether the line speaks of what two digits each are written for, too: draws, number plates, measures, codes.
    pub(super) fn names_pairs(&self) -> bool {
        self.named().pairs
    }

    fn named(&self) -> Named {
        let named = self.named.get().unwrap_or_else(|| {
            let around = self.around().to_lowercase();
            let words = around.split(|ch: char| !ch.is_alphabetic());
            words.fold(Named::default(), |named, word| Named {
                elsewhere: named.elsewhere || ELSEWHERE.contains(&word),
                pairs: named.pairs || IN_PAIRS.contains(&word),
            })
        });
        self.named.set(Some(named));
        named
    }

    fn around(&self) -> &'a str {
        let Range { start, end } = self.digits;
        let text = self.text;
        if text.len() <= 2 * REACH {
            return text;
        }
        let from = text.ceil_char_boundary(start.saturating_sub(REACH));
        let to = text.floor_char_boundary(end.saturating_add(REACH));
        let before = text.get(from..start).unwrap_or_default();
        let behind = text.get(end..to).unwrap_or_default();
        let from = before.rfind('\n').map_or(from, |at| from + at + 1);
        let to = behind.find('\n').map_or(to, |at| end + at);
        text.get(from..to).unwrap_or_default()
    }
}

/// What a line names.
#[derive(Clone, Copy, Debug, Default)]
struct Named {
    elsewhere: bool,
    pairs: bool,
}

/// Countries in lower case, as there and in Vietnamese; states and towns with such areas.
#[rustfmt::skip]
const ELSEWHERE: &[&str] = &[
    "adelaide", "amman", "aus", "australia", "australian", "bangkok", "bankstown", "brisbane", "cabramatta", "darwin",
    "footscray", "hobart", "inala", "johor", "kinabalu", "kuala", "kuching", "lumpur", "malaysia", "melbourne", "nsw",
    "penang", "perth", "phuket", "qld", "queensland", "sabah", "sarawak", "springvale", "sydney", "tasmania", "thailand",
    "uc", "vic", "victoria", "úc",
];

#[rustfmt::skip]
const IN_PAIRS: &[&str] = &[
    "biển", "bộ", "dãy", "giải", "kích", "lô", "mã", "quả", "trúng", "vietlott", "vé", "xổ", "đánh", "điểm", "đo",
];

/// Another country's claim on a number.
#[derive(Clone, Copy)]
pub(super) struct Claim {
    pub(super) country: Country,
    pub(super) strong: bool,
}

/// How a number is cut into groups.
pub(super) struct Cut<'a> {
    pub(super) sizes: &'a [usize],
    /// With dots between them.
    pub(super) dotted: bool,
    /// As people at home do.
    pub(super) usual: bool,
}

impl Cut<'_> {
    /// Whether anybody else cuts numbers so; asked before a text is listened to.
    pub(super) fn is_known_elsewhere(&self, digits: &[u8]) -> bool {
        match self.sizes {
            [_] => true,
            // Only German areas of three digits end with 1.
            [4, 3, 3] if self.usual => !self.dotted && digits.get(3) == Some(&b'1'),
            sizes => !self.dotted || sizes.iter().all(|size| *size == 2),
        }
    }
}

impl Language {
    /// Whether people who speak it cut a number so.
    fn cuts_so(self, number: &Number, cut: &Cut<'_>) -> bool {
        let (Some(first), Some(last)) = (cut.sizes.first(), cut.sizes.last()) else {
            return false;
        };
        if cut.sizes.len() == 1 {
            return true;
        }
        match self {
            Vietnamese => true,
            // Behind the area code, and then anyhow.
            German => !cut.dotted && number.is_cut_behind_area(*first),
            French => cut.sizes.iter().all(|size| *size == 2),
            Japanese | Korean => !cut.dotted && *last == 4,
            Chinese => !cut.dotted && (*last == 4 || *last > 5),
            Italian | Dutch => !cut.dotted && !cut.usual,
        }
    }
}

/// Characters of what Chinese calls a phone (`行動`, `手機`, `專線`, `电话`), but for `電話`, which is set
/// in front of numbers of all countries.
const CHINESE: [char; 5] = ['動', '機', '專', '机', '话'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_heard_by_its_words_letters_and_script() {
        for (text, language) in [
            ("Rückruf unter", German),
            ("Rueckruf unter", German),
            ("Infos unter", German),
            ("Tél. :", French),
            ("Téléphone :", French),
            ("携帯：", Japanese),
            ("Rappeler au", French),
            ("Renseignements au", French),
            ("折り返し", Japanese),
            ("さくら歯科 〒530-0013", Japanese),
            ("行動: [", Chinese),
            ("전화", Korean),
            ("chiamare", Italian),
            ("bellen met", Dutch),
            ("Khách báo đổi số", Vietnamese),
            ("Goi lai cho khach", Vietnamese),
        ] {
            let voices = Voices::of(text);
            let weight = voices.0.get(language as usize).copied().unwrap_or_default();
            assert!(weight >= SOME, "{text}: {voices:?}");
            assert!(
                voices.0.iter().all(|it| *it <= weight),
                "{text}: {voices:?}"
            );
        }
        for text in [
            "",
            "Phone: ",
            "Call me at",
            "A. Smith, Acme Inc. (sales)",
            "12 · 3 – 4",
        ] {
            assert!(Voices::of(text).is_silent(), "{text}");
        }
    }
}
