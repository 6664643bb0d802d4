//! Characters as a number finder sees them, with their place in UTF-16.

/// What a character can be to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// A decimal digit of any script that pages write numbers in.
    Digit(u8),
    Plus,
    Open,
    Close,
    Space,
    Dash,
    Dot,
    Slash,
    /// Takes no room: direction marks, joiners, soft hyphen.
    Invisible,
    /// Ends what can be read together: line ends, tabs, objects between text.
    Break,
    /// A letter of a script that puts spaces between words.
    Letter,
    /// A letter of a script that does not, or (Arabic) that leans short words on the next, so that a
    /// number may touch it.
    Ideograph,
    Other,
}

impl Class {
    /// Whether a number may begin with it.
    #[inline]
    pub(crate) fn begins_number(self) -> bool {
        matches!(self, Self::Digit(_) | Self::Plus | Self::Open)
    }
}

/// One character.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unit {
    pub(crate) ch: char,
    pub(crate) class: Class,
    /// UTF-16 units before it.
    pub(crate) at: u32,
}

/// Appends the characters of `text` to `units`.
pub(crate) fn read(text: &str, units: &mut Vec<Unit>) {
    read_from(text, 0, units);
}

/// Appends the characters of `text`, before which stand `at` UTF-16 units; gives how many then.
pub(crate) fn read_from(text: &str, mut at: u32, units: &mut Vec<Unit>) -> u32 {
    if text.is_ascii() {
        // Nearly always, around digits.
        units.extend(text.bytes().zip(at..).map(|(byte, at)| {
            Unit {
                ch: char::from(byte),
                class: ASCII
                    .get(usize::from(byte))
                    .copied()
                    .unwrap_or(Class::Other),
                at,
            }
        }));
        return at.saturating_add(u32::try_from(text.len()).unwrap_or(u32::MAX));
    }
    units.extend(text.chars().map(|ch| {
        let unit = Unit {
            ch,
            class: class(ch),
            at,
        };
        at += if u32::from(ch) > 0xFFFF { 2 } else { 1 };
        unit
    }));
    at
}

/// Where the character after `unit` begins, in UTF-16 units.
pub(crate) fn end(unit: &Unit) -> u32 {
    unit.at + if u32::from(unit.ch) > 0xFFFF { 2 } else { 1 }
}

/// The classes of ASCII: most of the text that is ever read.
static ASCII: [Class; 128] = {
    let mut table = [Class::Other; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = match byte {
            b'0'..=b'9' => Class::Digit(byte - b'0'),
            b'+' => Class::Plus,
            b'(' | b'[' => Class::Open,
            b')' | b']' => Class::Close,
            b' ' => Class::Space,
            b'-' => Class::Dash,
            b'.' => Class::Dot,
            b'/' => Class::Slash,
            b'\t' | b'\n' | b'\r' | 0xB | 0xC => Class::Break,
            b'_' | b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            _ => Class::Other,
        };
        byte += 1;
    }
    table
};

#[inline]
pub(crate) fn class(ch: char) -> Class {
    match ASCII.get(ch as usize) {
        Some(class) => *class,
        None => class_beyond_ascii(ch),
    }
}

fn class_beyond_ascii(ch: char) -> Class {
    match ch {
        // Most letters of Vietnamese and its neighbours.
        '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' if !matches!(ch, '×' | '÷') => {
            Class::Letter
        }
        '\u{FF0B}' => Class::Plus,
        '\u{FF08}' | '\u{FF3B}' => Class::Open,
        '\u{FF09}' | '\u{FF3D}' => Class::Close,
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => Class::Space,
        // Hyphens, dashes, minus; the katakana long mark is typed for a dash in Japan.
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}' | '\u{30FC}' => Class::Dash,
        '\u{B7}' | '\u{2024}' | '\u{FF0E}' | '\u{30FB}' => Class::Dot,
        '\u{FF0F}' => Class::Slash,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' => Class::Invisible,
        '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' => Class::Invisible,
        '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{FFFC}' => Class::Break,
        '\u{300}'..='\u{36F}' => Class::Letter,
        _ if digit(ch).is_some() => Class::Digit(digit(ch).unwrap_or_default()),
        '\u{620}'..='\u{65F}'
        | '\u{66E}'..='\u{6D3}'
        | '\u{E00}'..='\u{EFF}'
        | '\u{1000}'..='\u{109F}'
        | '\u{1780}'..='\u{17FF}'
        | '\u{3005}'..='\u{3007}'
        | '\u{3040}'..='\u{30FF}'
        | '\u{3400}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7AF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FF66}'..='\u{FF9F}'
        | '\u{20000}'..='\u{3FFFF}' => Class::Ideograph,
        _ if ch.is_alphanumeric() => Class::Letter,
        _ => Class::Other,
    }
}

/// The value of a decimal digit, ASCII, full-width or of another script.
pub(crate) fn digit(ch: char) -> Option<u8> {
    /// The zeros of the scripts whose digits stand in a row of ten (Unicode category Nd).
    const ZEROS: [u32; 12] = [
        0x0030, 0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0x0ED0, 0x1040, 0x17E0, 0xFF10, 0x0BE6,
        0x0C66,
    ];
    if ch.is_ascii() {
        return ch.to_digit(10).and_then(|value| u8::try_from(value).ok());
    }
    let ch = u32::from(ch);
    if ch < 0x660 {
        return None;
    }
    ZEROS
        .iter()
        .filter_map(|zero| u8::try_from(ch.checked_sub(*zero)?).ok())
        .find(|value| *value < 10)
}

/// Plus sign and ASCII digits of a text that holds one number and nothing else; a trunk zero in
/// brackets after a `+` is left out.
pub(crate) fn dialled(text: &str) -> Option<(bool, String)> {
    let mut plus = false;
    let mut digits = String::new();
    let mut units = Vec::with_capacity(text.len());
    read(text, &mut units);
    let mut at = 0;
    while let Some(unit) = units.get(at) {
        match unit.class {
            Class::Digit(value) => digits.push(char::from(b'0' + value)),
            Class::Plus if digits.is_empty() && !plus => plus = true,
            Class::Open if plus && !digits.is_empty() && is_trunk_zero(&units, at) => at += 2,
            Class::Open | Class::Close | Class::Space | Class::Dash => {}
            Class::Dot | Class::Slash | Class::Invisible => {}
            _ => return None,
        }
        at += 1;
    }
    (!digits.is_empty()).then_some((plus, digits))
}

/// `(0)` at this place.
pub(crate) fn is_trunk_zero(units: &[Unit], at: usize) -> bool {
    matches!(
        units.get(at..at + 3),
        Some([open, zero, close])
            if open.class == Class::Open
                && zero.class == Class::Digit(0)
                && close.class == Class::Close
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_other_scripts_have_their_value() {
        for (ch, value) in [
            ('7', 7),
            ('\u{FF17}', 7),
            ('\u{667}', 7),
            ('\u{6F7}', 7),
            ('\u{96D}', 7),
            ('\u{E57}', 7),
        ] {
            assert_eq!(digit(ch), Some(value), "{ch}");
        }
        for ch in ['a', '½', '²', '①', '\u{66A}'] {
            assert_eq!(digit(ch), None, "{ch}");
        }
    }

    #[test]
    fn places_are_counted_in_utf16() {
        let mut units = Vec::new();
        read("đ😀1", &mut units);
        let places: Vec<u32> = units.iter().map(|unit| unit.at).collect();
        assert_eq!(places, [0, 1, 3]);
        assert_eq!(units.last().map(end), Some(4));
    }
}
