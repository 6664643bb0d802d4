//! Calls of supervision: listening to, whispering into and joining the call of an extension (OmiCall
//! `sneakyType`). How they are said to a PBX is data of the provider's profile, with the account's
//! codes in it.

use alo_protocol::{CallKind, Refusal, SupervisionCodes};

use crate::{DialString, Profile};

/// How a provider wants a kind of call expressed; the code is the account's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SupervisionForm {
    /// The code is dialled before the extension, as feature codes are.
    Prefix,
    /// The extension is dialled and a header of this name holds the code.
    Header(&'static str),
    /// The extension is dialled and the code follows as digits after the answer.
    Digits,
}

/// What a call of a kind is dialled as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supervised {
    /// Instead of the extension.
    pub dialled: DialString,
    /// Headers of the INVITE.
    pub headers: Vec<(String, String)>,
    /// Digits for after the answer, before any others.
    pub post_dial: Option<String>,
}

/// Expresses a kind of call.
///
/// # Errors
/// [`Refusal::KindNotOffered`] where the account has no code for it, [`Refusal::NotANumber`] where what
/// is dialled is no extension.
pub fn supervise(
    profile: &Profile,
    codes: &SupervisionCodes,
    kind: CallKind,
    dialled: DialString,
) -> Result<Supervised, Refusal> {
    let mut supervised = Supervised {
        dialled,
        headers: Vec::new(),
        post_dial: None,
    };
    if kind == CallKind::Normal {
        return Ok(supervised);
    }
    let code = code_of(codes, kind).ok_or(Refusal::KindNotOffered)?;
    let DialString::Number(number) = &supervised.dialled else {
        return Err(Refusal::NotANumber);
    };
    match profile.supervision {
        SupervisionForm::Prefix => {
            supervised.dialled = DialString::Number(format!("{code}{number}"));
        }
        SupervisionForm::Header(name) => {
            supervised.headers.push((name.to_owned(), code.to_owned()));
        }
        SupervisionForm::Digits => supervised.post_dial = Some(code.to_owned()),
    }
    Ok(supervised)
}

/// The account's code for a kind; none for calls that need none.
pub fn code_of(codes: &SupervisionCodes, kind: CallKind) -> Option<&str> {
    match kind {
        CallKind::Normal => None,
        CallKind::Monitor => codes.monitor.as_deref(),
        CallKind::Whisper => codes.whisper.as_deref(),
        CallKind::Colloquy => codes.colloquy.as_deref(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PLAIN_SIP;

    fn codes() -> SupervisionCodes {
        SupervisionCodes {
            monitor: Some("*88".into()),
            whisper: None,
            colloquy: Some("*90".into()),
        }
    }

    fn extension() -> DialString {
        DialString::Number("101".into())
    }

    #[test]
    fn a_plain_pbx_gets_the_code_before_the_extension() {
        let said = supervise(&PLAIN_SIP, &codes(), CallKind::Monitor, extension());
        let dialled = said.map(|said| said.dialled);
        assert_eq!(dialled, Ok(DialString::Number("*88101".into())));
        let plain = supervise(&PLAIN_SIP, &codes(), CallKind::Normal, extension());
        assert_eq!(plain.map(|said| said.dialled), Ok(extension()));
    }

    #[test]
    fn a_profile_may_want_a_header_or_digits_instead() {
        let form = |supervision| Profile {
            supervision,
            ..PLAIN_SIP
        };
        let header = form(SupervisionForm::Header("X-Sneaky"));
        let said = supervise(&header, &codes(), CallKind::Colloquy, extension()).expect("offered");
        assert_eq!(said.dialled, extension());
        assert_eq!(said.headers, [("X-Sneaky".to_owned(), "*90".to_owned())]);
        let digits = form(SupervisionForm::Digits);
        let said = supervise(&digits, &codes(), CallKind::Monitor, extension()).expect("offered");
        assert_eq!(said.post_dial.as_deref(), Some("*88"));
    }

    #[test]
    fn a_kind_without_a_code_is_not_offered_and_no_stranger_is_supervised() {
        let refused = supervise(&PLAIN_SIP, &codes(), CallKind::Whisper, extension());
        assert_eq!(refused, Err(Refusal::KindNotOffered));
        let address = DialString::Address {
            user: "anna".into(),
            host: "other.example".into(),
            port: None,
        };
        let refused = supervise(&PLAIN_SIP, &codes(), CallKind::Monitor, address);
        assert_eq!(refused, Err(Refusal::NotANumber));
    }
}
