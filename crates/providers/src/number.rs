//! What a person, a page or the history gives as "the number", made into something that can be dialled.

use alo_protocol::{DialSource, Refusal};

use crate::is_sip_domain;
use crate::two_numbers::has_two_numbers;

/// Longest dial string: an international prefix, 15 digits of E.164 and a PBX's own prefixes fit.
const MAX_NUMBER: usize = 32;
/// Longest text looked at; a number with every separator is far shorter.
const MAX_TYPED: usize = 256;
/// Longest user or address, in octets: what is shown and kept is not longer either.
const MAX_USER: usize = 64;
/// Most digits that one DTMF command sends.
const MAX_DTMF: usize = 64;

/// Why something cannot be dialled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// No digits, or characters outside `0-9+*#A-D`.
    #[error("type a phone number")]
    NotANumber,
    /// Longer than any number.
    #[error("the number is too long")]
    TooLong,
    /// Two whole numbers one after the other.
    #[error("these are two numbers: keep one of them")]
    TwoNumbers,
    /// A page or a caller gave `*` or `#`.
    #[error("service codes are only dialled for the person who types them")]
    ServiceCode,
    /// A page or a caller named a host, or a scheme other than a telephone's.
    #[error("a stranger may not choose the server of a call")]
    NamesHost,
}

impl From<NumberError> for Refusal {
    fn from(error: NumberError) -> Self {
        match error {
            NumberError::NotANumber => Self::NotANumber,
            NumberError::TooLong => Self::TooLong,
            NumberError::TwoNumbers => Self::TwoNumbers,
            NumberError::ServiceCode => Self::ServiceCode,
            NumberError::NamesHost => Self::LinkNotAllowed,
        }
    }
}

/// What will be dialled, without separators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DialString {
    /// Of `0-9+*#A-D`, at most 32, `+` only first, at least one digit, `*` or `#`.
    Number(String),
    /// A user of the account's own domain that is no number, from a row of the history. Without `*`
    /// and `#` unless it was dialled before.
    User(String),
    /// A SIP address that a person typed or called before.
    Address {
        /// User part, unescaped.
        user: String,
        /// Domain, in lower case.
        host: String,
        /// Port, where one was typed.
        port: Option<u16>,
    },
}

impl DialString {
    /// Reads what was typed, clicked or kept. Separators, spaces, invisible marks and a `tel:` in
    /// front are taken off; full-width digits are taken as digits.
    ///
    /// What stands in the history may have been written by a caller, so it is trusted no more than a
    /// page; for what this person dialled before there is [`Self::parse_redial`].
    pub fn parse(typed: &str, source: DialSource) -> Result<Self, NumberError> {
        match source {
            DialSource::Dialer => read(typed, Rules::of_a_person(false)),
            DialSource::Page => read(typed, Rules::of_a_stranger(false)),
            DialSource::History => read(typed, Rules::of_a_stranger(true)),
        }
    }

    /// Reads again what this person dialled before, by [`Self::display`] of it: service codes,
    /// addresses and plain users are all taken.
    pub fn parse_redial(dialled: &str) -> Result<Self, NumberError> {
        read(dialled, Rules::of_a_person(true))
    }

    /// What a person sees of it, and what dials it again.
    pub fn display(&self) -> String {
        match self {
            Self::Number(number) => number.clone(),
            Self::User(user) => user.clone(),
            Self::Address { user, host, port } => match port {
                Some(port) => format!("{user}@{host}:{port}"),
                None => format!("{user}@{host}"),
            },
        }
    }
}

/// What a source may ask for.
#[derive(Clone, Copy)]
struct Rules {
    /// `*` and `#`, and addresses with a host of their own.
    chosen_by_person: bool,
    /// A user part that is no number.
    users: bool,
}

impl Rules {
    fn of_a_person(users: bool) -> Self {
        Self {
            chosen_by_person: true,
            users,
        }
    }

    fn of_a_stranger(users: bool) -> Self {
        Self {
            chosen_by_person: false,
            users,
        }
    }
}

fn read(typed: &str, rules: Rules) -> Result<DialString, NumberError> {
    if typed.len() > MAX_TYPED {
        return Err(NumberError::TooLong);
    }
    let visible: String = typed.chars().filter(|c| !is_invisible(*c)).collect();
    let text = visible.trim();
    if text.contains('@') || has_scheme(text, "sip:") || has_scheme(text, "sips:") {
        return if rules.chosen_by_person {
            parse_address(text)
        } else {
            Err(NumberError::NamesHost)
        };
    }
    let dialled = match parse_number(text) {
        Ok(number) => DialString::Number(number),
        Err(NumberError::NotANumber) if rules.users => parse_user(text)?,
        Err(error) => return Err(error),
    };
    match &dialled {
        // A PBX may act upon a code in whatever text it stands.
        DialString::Number(user) | DialString::User(user)
            if !rules.chosen_by_person && user.contains(['*', '#']) =>
        {
            Err(NumberError::ServiceCode)
        }
        _ => Ok(dialled),
    }
}

/// Checks digits for RFC 4733 events 0–15: `0-9*#A-D`, 1 to 64 of them, letters in either case.
pub fn dtmf_digits(typed: &str) -> Result<String, NumberError> {
    if typed.len() > MAX_DTMF {
        return Err(NumberError::TooLong);
    }
    let digits = typed.to_ascii_uppercase();
    if digits.is_empty() || !digits.bytes().all(is_dtmf) {
        return Err(NumberError::NotANumber);
    }
    Ok(digits)
}

pub(crate) fn is_dtmf(b: u8) -> bool {
    matches!(b, b'0'..=b'9' | b'*' | b'#' | b'A'..=b'D')
}

fn parse_number(text: &str) -> Result<String, NumberError> {
    let text = strip_scheme(strip_scheme(text, "tel:"), "callto:").trim();
    if has_two_numbers(text) {
        return Err(NumberError::TwoNumbers);
    }
    // "+84 (0)912…": the trunk zero is for callers inside the country, never dialled after "+".
    let without_trunk = text.strip_prefix('+').map(|_| text.replacen("(0)", "", 1));
    let mut number = String::new();
    for c in without_trunk.as_deref().unwrap_or(text).chars() {
        let c = ascii_form(c);
        let wanted = match c {
            '+' if number.is_empty() => true,
            c if u8::try_from(c).is_ok_and(is_dtmf) => true,
            c if is_separator(c) => false,
            _ => return Err(NumberError::NotANumber),
        };
        if wanted {
            number.push(c);
        }
    }
    if number.len() > MAX_NUMBER {
        return Err(NumberError::TooLong);
    }
    let dials_something = |b: u8| b.is_ascii_digit() || matches!(b, b'*' | b'#');
    if !number.bytes().any(dials_something) {
        return Err(NumberError::NotANumber);
    }
    Ok(number)
}

fn parse_address(text: &str) -> Result<DialString, NumberError> {
    let text = strip_scheme(text, "sip:");
    let (user, host_port) = text.split_once('@').ok_or(NumberError::NotANumber)?;
    let (host, port) = match host_port.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => {
            let port = port.parse().map_err(|_| NumberError::NotANumber)?;
            (host, Some(port))
        }
        _ => (host_port, None),
    };
    let host = host.to_ascii_lowercase();
    if text.len() > MAX_USER {
        return Err(NumberError::TooLong);
    }
    if !is_user(user) || !is_sip_domain(&host) || port == Some(0) {
        return Err(NumberError::NotANumber);
    }
    Ok(DialString::Address {
        user: user.to_owned(),
        host,
        port,
    })
}

fn parse_user(text: &str) -> Result<DialString, NumberError> {
    // RFC 3323 §4.1.1.3 and what gateways put there: nobody can be called back under these.
    const NOBODY: [&str; 5] = [
        "anonymous",
        "unknown",
        "unavailable",
        "restricted",
        "private",
    ];
    if text.len() > MAX_USER {
        return Err(NumberError::TooLong);
    }
    if !is_user(text) || NOBODY.contains(&text.to_ascii_lowercase().as_str()) {
        return Err(NumberError::NotANumber);
    }
    Ok(DialString::User(text.to_owned()))
}

/// No parameters, headers, passwords or escapes: a person dials a name, not a URI.
fn is_user(user: &str) -> bool {
    !user.is_empty()
        && user.chars().all(|c| {
            c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '+' | '*' | '#' | '~' | '!' | '\'')
        })
}

fn has_scheme(text: &str, scheme: &str) -> bool {
    text.get(..scheme.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
}

fn strip_scheme<'a>(text: &'a str, scheme: &str) -> &'a str {
    if has_scheme(text, scheme) {
        text.get(scheme.len()..).unwrap_or(text)
    } else {
        text
    }
}

/// Full-width digits and signs, as Chinese and Japanese keyboards and web pages have them.
pub(crate) fn ascii_form(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xff01 + 0x21).unwrap_or(c),
        _ => c,
    }
}

/// Zero-width and direction marks that copying from a page brings along.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
    )
}

pub(crate) fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '-' | '.' | '/' | '(' | ')' | '[' | ']' | '\u{2010}'
                ..='\u{2015}' | '\u{2212}' | '\u{b7}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dialer(typed: &str) -> Result<String, NumberError> {
        DialString::parse(typed, DialSource::Dialer).map(|dialled| dialled.display())
    }

    #[test]
    fn separators_and_what_pasting_brings_are_taken_off() {
        for (typed, dialled) in [
            ("0912 345 678", "0912345678"),
            ("(028) 3888-1234", "02838881234"),
            ("+84 (0)912.345.678", "+84912345678"),
            ("\u{202a}+84\u{a0}912 345 678\u{202c}", "+84912345678"),
            ("tel:+84-912-345-678", "+84912345678"),
            ("callto: 1900 1234", "19001234"),
            ("０９１２３４５６７８", "0912345678"),
            ("*98#", "*98#"),
            ("9A", "9A"),
            (" 113 ", "113"),
        ] {
            assert_eq!(dialer(typed).as_deref(), Ok(dialled), "{typed}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused_with_its_reason() {
        for typed in [
            "",
            "   ",
            "abc",
            "+",
            "AB",
            "09+12",
            "0912;x=1",
            "0912\r\nX: y",
            "091x",
        ] {
            assert_eq!(dialer(typed), Err(NumberError::NotANumber), "{typed:?}");
        }
        assert_eq!(dialer(&"1".repeat(33)), Err(NumberError::TooLong));
        assert_eq!(dialer(&" ".repeat(300)), Err(NumberError::TooLong));
    }

    #[test]
    fn a_person_may_type_an_address_and_a_page_may_not() {
        assert_eq!(
            dialer("sip:Anna@Example.com").as_deref(),
            Ok("Anna@example.com")
        );
        assert_eq!(
            dialer("anna@10.0.0.5:5080").as_deref(),
            Ok("anna@10.0.0.5:5080")
        );
        assert_eq!(dialer("x@[2001:db8::1]").as_deref(), Ok("x@[2001:db8::1]"));
        for bad in [
            "anna@",
            "@example.com",
            "sip:anna",
            "sips:anna@example.com",
            "anna@example.com;transport=tcp",
            "anna@example.com?Replaces=x",
            "a:b@example.com",
            "anna@example.com:0",
            "a b@example.com",
        ] {
            assert_eq!(dialer(bad), Err(NumberError::NotANumber), "{bad}");
        }
        for link in ["anna@example.com", "sip:0912345678", "sip:1@evil.example"] {
            assert_eq!(
                DialString::parse(link, DialSource::Page),
                Err(NumberError::NamesHost)
            );
        }
    }

    #[test]
    fn a_page_never_dials_service_codes() {
        for code in ["*21*0912345678#", "#31#0912345678", "**61*1#"] {
            assert_eq!(
                DialString::parse(code, DialSource::Page),
                Err(NumberError::ServiceCode)
            );
            assert!(DialString::parse(code, DialSource::Dialer).is_ok());
        }
        assert!(DialString::parse("+84 912 345 678", DialSource::Page).is_ok());
    }

    #[test]
    fn a_caller_without_digits_can_be_called_back_unless_anonymous() {
        assert_eq!(
            DialString::parse("anna.le", DialSource::History),
            Ok(DialString::User("anna.le".to_owned()))
        );
        assert_eq!(dialer("anna.le"), Err(NumberError::NotANumber));
        assert_eq!(
            DialString::parse("Anonymous", DialSource::History),
            Err(NumberError::NotANumber)
        );
    }

    #[test]
    fn what_a_caller_wrote_into_the_history_is_trusted_no_more_than_a_page() {
        for (planted, error) in [
            ("*21*1900123456#", NumberError::ServiceCode),
            ("＊21＊1900123456＃", NumberError::ServiceCode),
            ("*21*1900123456#.", NumberError::ServiceCode),
            ("x*21*1900123456#", NumberError::ServiceCode),
            ("anna@evil.example", NumberError::NamesHost),
            ("sip:1900123456@evil.example", NumberError::NamesHost),
        ] {
            assert_eq!(
                DialString::parse(planted, DialSource::History),
                Err(error),
                "{planted}"
            );
        }
        assert!(DialString::parse("+84912345678", DialSource::History).is_ok());
    }

    #[test]
    fn what_was_dialled_before_is_dialled_again_whatever_it_is() {
        for dialled in ["*21*0912345678#", "anna@other.example:5080", "anna", "113"] {
            let again = DialString::parse_redial(dialled).map(|again| again.display());
            assert_eq!(again.as_deref(), Ok(dialled));
        }
    }

    #[test]
    fn dtmf_is_the_sixteen_keys_only() {
        assert_eq!(dtmf_digits("12#*d").as_deref(), Ok("12#*D"));
        assert_eq!(dtmf_digits(""), Err(NumberError::NotANumber));
        assert_eq!(dtmf_digits("1,2"), Err(NumberError::NotANumber));
        assert_eq!(dtmf_digits("+"), Err(NumberError::NotANumber));
        assert_eq!(dtmf_digits(&"1".repeat(65)), Err(NumberError::TooLong));
    }
}
