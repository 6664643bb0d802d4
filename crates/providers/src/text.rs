//! Text of strangers made fit to be shown: caller names, reason phrases, numbers, notes.

use alo_protocol::is_unseen;

/// Longest name or number shown, in characters.
pub(crate) const MAX_NAME: usize = 64;
/// Vietnamese written in decomposed form needs two on a letter; more only smears the line.
const MAX_MARKS: usize = 3;

/// Takes out what is not seen or changes how the rest is seen (control, direction, zero-width and tag
/// characters), makes every run of white space one space, and cuts at `max` characters. None if
/// nothing is left.
pub fn clean(text: &str, max: usize) -> Option<String> {
    let mut cleaned = String::new();
    let mut length = 0;
    let mut marks = 0;
    let mut space = false;
    for c in text.chars() {
        if c.is_whitespace() {
            space = true;
            continue;
        }
        if is_unseen(c) {
            continue;
        }
        marks = if is_mark(c) { marks + 1 } else { 0 };
        if marks > MAX_MARKS {
            continue;
        }
        let gap = usize::from(space && length > 0);
        if length + gap + 1 > max {
            break;
        }
        if gap == 1 {
            cleaned.push(' ');
        }
        cleaned.push(c);
        length += gap + 1;
        space = false;
    }
    (!cleaned.is_empty()).then_some(cleaned)
}

/// As [`clean`] for text of several lines: each line is cleaned, empty ones at the ends go, and never
/// more than one stays between two others.
pub(crate) fn clean_lines(text: &str, max: usize) -> Option<String> {
    let mut cleaned = String::new();
    let mut left = max;
    let mut gap = 0;
    for line in text.lines() {
        let Some(line) = clean(line, left.saturating_sub(gap)) else {
            gap = if cleaned.is_empty() { 0 } else { 2 };
            continue;
        };
        cleaned.extend(std::iter::repeat_n('\n', gap));
        cleaned.push_str(&line);
        left -= gap + line.chars().count();
        gap = 1;
    }
    (!cleaned.is_empty()).then_some(cleaned)
}

fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_names_stay_as_they_are() {
        for name in [
            "Nguyễn Thị Hồng",
            "Nguye\u{302}\u{303}n",
            "Công ty TNHH Ánh Dương",
        ] {
            assert_eq!(clean(name, MAX_NAME).as_deref(), Some(name));
        }
    }

    #[test]
    fn characters_that_fake_another_name_are_taken_out() {
        assert_eq!(clean("Mẹ\u{202e}321", 64).as_deref(), Some("Mẹ321"));
        assert_eq!(
            clean("An\u{200b}\u{2066}na\u{feff}", 64).as_deref(),
            Some("Anna")
        );
        assert_eq!(
            clean("a\r\nb\u{0}\u{7}c\u{9b}", 64).as_deref(),
            Some("a bc")
        );
        assert_eq!(clean("\u{3164}\u{115f} \u{2060}", 64), None);
        assert_eq!(clean("x\u{e0041}\u{e007f}y", 64).as_deref(), Some("xy"));
        assert_eq!(clean("", 64), None);
    }

    #[test]
    fn marks_piled_up_on_a_letter_are_cut() {
        let smeared = format!("a{}b", "\u{300}".repeat(50));
        assert_eq!(
            clean(&smeared, 64).as_deref(),
            Some("a\u{300}\u{300}\u{300}b")
        );
    }

    #[test]
    fn lines_of_a_note_stay_lines() {
        let note = " Khách  hẹn\r\n\n\n\nthứ Hai\u{202e} \n";
        assert_eq!(
            clean_lines(note, 64).as_deref(),
            Some("Khách hẹn\n\nthứ Hai")
        );
        let cut = clean_lines(&"ab\n".repeat(50), 10).expect("something");
        assert_eq!(cut, "ab\nab\nab\na");
        assert_eq!(clean_lines("\n \u{200b}\n", 64), None);
    }

    #[test]
    fn white_space_is_folded_and_the_length_capped() {
        assert_eq!(clean("  a \u{2028}\t b  ", 64).as_deref(), Some("a b"));
        let long = clean(&"ế ".repeat(500), 64).expect("something");
        assert_eq!(long.chars().count(), 63);
        assert!(!long.ends_with(' '));
        assert_eq!(clean(&"x".repeat(500), 64).map(|t| t.len()), Some(64));
    }
}
