//! Text that is folded to one byte for each character, and the words in it.

/// A letter that is not ASCII and has no likeness there.
pub(super) const LETTER: u8 = 0x80;
/// Any other character that is not ASCII.
pub(super) const SIGN: u8 = 0x81;

/// Bytes of a folded line that words are made of.
static WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = (byte as u8).is_ascii_alphanumeric() || byte as u8 == LETTER;
        byte += 1;
    }
    table
};

pub(super) fn is_word(byte: u8) -> bool {
    WORD[usize::from(byte)]
}

/// Where the last word before `at` ends; 0 where there is none.
pub(super) fn word_end(text: &[u8], mut at: usize) -> usize {
    while let Some(byte) = at.checked_sub(1).and_then(|left| text.get(left)) {
        if is_word(*byte) {
            break;
        }
        at -= 1;
    }
    at
}

/// Where the word that ends at `at` begins.
pub(super) fn word_begin(text: &[u8], mut at: usize) -> usize {
    while let Some(byte) = at.checked_sub(1).and_then(|left| text.get(left)) {
        if !is_word(*byte) {
            break;
        }
        at -= 1;
    }
    at
}

/// What joins the words of one phrase: `Kd.-Nr`, `P.O. Box`, `a/c`.
pub(super) fn glue(gap: &[u8]) -> Option<u8> {
    let blank = |byte: &u8| matches!(byte, b' ' | b'.' | b'-' | b'_' | b'#');
    match gap {
        [b' '] => Some(b' '),
        [b'#'] => None,
        [one] if !blank(one) => Some(*one),
        gap if (1..=3).contains(&gap.len()) && gap.iter().all(blank) => Some(b' '),
        _ => None,
    }
}

/// A Vietnamese letter without its marks, in lower case.
pub(super) fn base(ch: char) -> Option<u8> {
    Some(match ch {
        'À'..='Å' | 'à'..='å' | 'Ă' | 'ă' | 'Ạ'..='ặ' => b'a',
        'È'..='Ë' | 'è'..='ë' | 'Ẹ'..='ệ' => b'e',
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ' | 'ĩ' | 'Ỉ'..='ị' => b'i',
        'Ò'..='Ö' | 'ò'..='ö' | 'Ơ' | 'ơ' | 'Ọ'..='ợ' => b'o',
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ' | 'ũ' | 'Ư' | 'ư' | 'Ụ'..='ự' => b'u',
        'Ý' | 'ý' | 'ÿ' | 'Ỳ'..='ỹ' => b'y',
        'Đ' | 'đ' => b'd',
        'Ç' | 'ç' => b'c',
        'Ñ' | 'ñ' => b'n',
        // `N° de suivi`
        '°' | 'º' => b'o',
        _ => return None,
    })
}
