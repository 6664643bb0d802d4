//! Characters that nobody sees: they come along with what is copied from elsewhere, and fake other names.

/// Default-ignorable and control characters. The joiners among them matter in some scripts, but a
/// name that can fake another name matters more.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
                | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffd}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
                | '\u{e000}'..='\u{f8ff}'
        )
}

/// What was typed or pasted, without white space and unseen characters at both ends.
#[must_use]
pub fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_unseen(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_pasted_along_goes_from_both_ends_and_stays_between() {
        for (typed, kept) in [
            ("\u{200b}1001", "1001"),
            ("\u{feff} 1001 \u{2060}\n", "1001"),
            ("Lan\u{200d}Anh", "Lan\u{200d}Anh"),
            (" \u{200e} ", ""),
        ] {
            assert_eq!(trimmed(typed), kept, "{typed:?}");
        }
    }
}
