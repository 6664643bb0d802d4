//! What a person types into the field for the short numbers of a site: `1xx, 2[0-4]xx`.

use alo_numbers::Pattern;
use alo_protocol::MAX_INTERNAL;

/// What is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// This part is no form of a short number.
    NotAForm(String),
    /// More than [`MAX_INTERNAL`].
    TooMany,
}

/// The forms in a text, each once, between commas, semicolons or blanks.
///
/// # Errors
/// With the first part that is none, or when there are too many.
pub fn parse(text: &str) -> Result<Vec<String>, Fault> {
    let mut forms = Vec::new();
    let parts = text.split(|ch: char| matches!(ch, ',' | ';') || ch.is_whitespace());
    for part in parts.filter(|part| !part.is_empty()) {
        if Pattern::parse(part).is_none() {
            return Err(Fault::NotAForm(part.chars().take(16).collect()));
        }
        let form = part.to_ascii_lowercase();
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    if forms.len() > MAX_INTERNAL {
        return Err(Fault::TooMany);
    }
    Ok(forms)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_stand_between_commas_or_blanks() {
        let forms = |text| parse(text).expect("forms");
        assert_eq!(
            forms("1xx, 2[0-4]XX;1xx  8xxx"),
            ["1xx", "2[0-4]xx", "8xxx"]
        );
        assert_eq!(forms("  "), [] as [&str; 0]);
    }

    #[test]
    fn what_is_no_form_is_named() {
        for (text, fault) in [
            ("1xx, abc", Fault::NotAForm("abc".into())),
            ("0xx", Fault::NotAForm("0xx".into())),
            ("1", Fault::NotAForm("1".into())),
            ("1xx 2xx 3xx 4xx 5xx", Fault::TooMany),
        ] {
            assert_eq!(parse(text), Err(fault), "{text}");
        }
        let endless = "z".repeat(1_000);
        assert_eq!(parse(&endless), Err(Fault::NotAForm("z".repeat(16))));
    }
}
