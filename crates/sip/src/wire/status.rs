//! Status codes (RFC 3261 §21).

use rsip::StatusCode;
use rsip::common::status_code::StatusCodeKind;

/// The class of a status code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusClass {
    /// 1xx
    Provisional,
    /// 2xx
    Success,
    /// 3xx
    Redirection,
    /// 4xx
    ClientError,
    /// 5xx
    ServerError,
    /// 6xx
    GlobalFailure,
}

impl StatusClass {
    /// The class of `status`; `None` outside 100–699.
    pub fn of(status: u16) -> Option<Self> {
        Some(match StatusCode::from(status).kind() {
            StatusCodeKind::Provisional => Self::Provisional,
            StatusCodeKind::Successful => Self::Success,
            StatusCodeKind::Redirection => Self::Redirection,
            StatusCodeKind::RequestFailure => Self::ClientError,
            StatusCodeKind::ServerFailure => Self::ServerError,
            StatusCodeKind::GlobalFailure => Self::GlobalFailure,
            StatusCodeKind::Other => return None,
        })
    }
}

/// The usual phrase of a status, e.g. `Busy Here` for 486. An unknown status has the phrase of x00,
/// because it is treated as that (RFC 3261 §8.1.3.2). Empty outside 100–699.
pub fn reason_phrase(status: u16) -> String {
    match (StatusCode::from(status), status) {
        // Statuses for which rsip's name is not the RFC's phrase.
        (_, 414) => "Request-URI Too Long".to_owned(),
        (_, 416) => "Unsupported URI Scheme".to_owned(),
        (_, 481) => "Call/Transaction Does Not Exist".to_owned(),
        (_, 504) => "Server Time-out".to_owned(),
        (_, 606) => "Not Acceptable".to_owned(),
        (StatusCode::OK, _) => "OK".to_owned(),
        (StatusCode::Other(..), 101..=699) if !status.is_multiple_of(100) => {
            reason_phrase(status / 100 * 100)
        }
        (StatusCode::Other(..), _) => String::new(),
        (known, _) => words(known.to_string().get(4..).unwrap_or_default()),
    }
}

/// `BusyHere` → `Busy Here`.
fn words(camel: &str) -> String {
    let mut phrase = String::with_capacity(camel.len() + 4);
    for c in camel.chars() {
        if c.is_ascii_uppercase() && !phrase.is_empty() {
            phrase.push(' ');
        }
        phrase.push(c);
    }
    phrase
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_those_of_the_rfc() {
        for (status, phrase) in [
            (100, "Trying"),
            (183, "Session Progress"),
            (200, "OK"),
            (202, "OK"),
            (401, "Unauthorized"),
            (407, "Proxy Authentication Required"),
            (421, "Extension Required"),
            (481, "Call/Transaction Does Not Exist"),
            (486, "Busy Here"),
            (487, "Request Terminated"),
            (499, "Bad Request"),
            (505, "Version Not Supported"),
            (699, "Busy Everywhere"),
            (99, ""),
            (700, ""),
        ] {
            assert_eq!(reason_phrase(status), phrase, "{status}");
        }
        assert_eq!(StatusClass::of(699), Some(StatusClass::GlobalFailure));
        assert_eq!(StatusClass::of(199), Some(StatusClass::Provisional));
        assert_eq!(StatusClass::of(700), None);
    }
}
