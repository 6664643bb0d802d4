//! Whatever a page holds: no panic, and spans that a content script can cut.

use alo_numbers::{DialString, Link, Options, PageHints, Pattern, Strictness, Target, find};

/// A small generator, so that failures repeat.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides
    }

    fn text(&mut self, pieces: &[&str], most: usize) -> String {
        (0..=self.roll(most))
            .map(|_| pieces[self.roll(pieces.len())])
            .collect()
    }
}

const PIECES: &[&str] = &[
    "0",
    "1",
    "9",
    "84",
    "0912",
    "345",
    "678",
    "028",
    "3888",
    "1900",
    "+",
    "+84",
    "00",
    "(",
    ")",
    "(0)",
    "[",
    "]",
    " ",
    " ",
    "-",
    ".",
    "/",
    ",",
    ":",
    ";",
    "\n",
    "\t",
    "\u{A0}",
    "\u{200E}",
    "đ",
    "$",
    "€",
    "%",
    "@",
    "#",
    "*",
    "x",
    "ext",
    "máy lẻ",
    "ĐT",
    "MST",
    "Order",
    "FLOWERS",
    "800",
    " / ",
    "/ 568",
    "a",
    "Z",
    "_",
    "電話",
    "😀",
    "９",
    "٣",
    "\u{303}",
    "2024",
    "01",
    "31",
    "192.168",
    "4111",
    "e29b",
    "tel:",
    "sip:",
    "%2",
    "%0d",
    "?",
    "=",
    "&",
    "\u{FFFC}",
];

#[test]
fn no_text_makes_the_finder_panic_and_every_span_can_be_cut() {
    let mut dice = Dice(7);
    let everything = Options {
        strictness: Strictness::Eager,
        hints: PageHints::new("de", "a.co.jp"),
        vanity: true,
        internal: ["1xx", "[2-9]x"]
            .iter()
            .filter_map(|it| Pattern::parse(it))
            .collect(),
        ..Options::default()
    };
    let plain = Options::default();
    for turn in 0..24_000 {
        let text = dice.text(PIECES, 24);
        let units: Vec<u16> = text.encode_utf16().collect();
        let mut last = 0;
        for found in find(&text, if turn % 2 == 0 { &plain } else { &everything }) {
            let (start, end) = (found.start_utf16, found.end_utf16);
            assert!(
                last <= start && start < end && end as usize <= units.len(),
                "{text:?}"
            );
            let span =
                String::from_utf16(&units[start as usize..end as usize]).expect("whole characters");
            assert!(span.chars().any(char::is_numeric), "{text:?}");
            last = end;
        }
    }
}

#[test]
fn what_a_page_gives_is_dialled_as_digits_or_refused() {
    let mut dice = Dice(11);
    let options = Options::default();
    for _ in 0..12_000 {
        let raw = dice.text(PIECES, 12);
        let dialled = [
            DialString::parse_page(&raw).ok(),
            Link::parse(&raw).ok().map(|link| link.dial),
            Link::parse(&format!("tel:{raw}"))
                .ok()
                .map(|link| link.dial),
            Target::from_text(&raw, &options)
                .ok()
                .map(|target| target.dial),
            Target::from_link(&format!("sip:{raw}@a"), &options)
                .ok()
                .map(|target| target.dial),
        ];
        for dial in dialled.into_iter().flatten() {
            let digits = dial.as_str().strip_prefix('+').unwrap_or(dial.as_str());
            let plain = digits.chars().all(|ch| matches!(ch, '0'..='9' | 'A'..='D'));
            assert!(
                plain && (2..=20).contains(&digits.len()),
                "{raw:?} → {dial}"
            );
        }
    }
}
