//! From a dial string to the Request-URI that a provider wants.

use std::fmt::Write as _;

use alo_protocol::Refusal;

use crate::api::{DialSetup, is_hotline};
use crate::{DialString, Profile};

/// The most that a provider keeps with a call (OmiCall `datas`), in characters.
pub const MAX_USER_DATA: usize = 256;
/// Longest id of our own that VBot takes.
const MAX_EXTERNAL_ID: usize = 32;

/// What the INVITE needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DialTarget {
    /// Request-URI and `To`, escaped as RFC 3261 §19.1.2 asks.
    pub uri: String,
    /// Headers of the provider's own (a hotline, a call id); none for plain SIP.
    pub headers: Vec<(String, String)>,
}

/// What a call is dialled with, beside the number.
#[derive(Clone, Copy, Debug, Default)]
pub struct Dialing<'a> {
    /// [`Hotline::id`](crate::api::Hotline::id) chosen; none: the provider's choice.
    pub hotline: Option<&'a str>,
    /// What the sign-in said.
    pub setup: Option<&'a DialSetup>,
    /// To be kept with the call, at most [`MAX_USER_DATA`] characters of one line; left out where the
    /// provider has no place for it.
    pub user_data: Option<&'a str>,
    /// Our id of the call (see [`external_call_id`]); left out where the provider takes none.
    pub external_id: Option<&'a str>,
}

/// Why a call cannot be dialled at this provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DialError {
    /// Longer than [`MAX_USER_DATA`].
    #[error("shorten the data of the call to 256 characters")]
    UserDataTooLong,
    /// More than one line, or control characters.
    #[error("write the data of the call in one line")]
    UserData,
    /// No id of a hotline looks like this.
    #[error("choose a hotline of the list")]
    Hotline,
    /// What the provider wants around the number is not known: the sign-in did not say it.
    #[error("sign in at the provider again")]
    Setup,
}

impl From<DialError> for Refusal {
    fn from(error: DialError) -> Self {
        match error {
            DialError::UserDataTooLong => Self::TextTooLong,
            DialError::UserData | DialError::Hotline => Self::BadHeader,
            DialError::Setup => Self::BadSignIn,
        }
    }
}

/// Our id of a call as VBot takes it: at most 32 of `[a-z0-9]`; the same for the same call.
pub fn external_call_id(call_id: &str) -> String {
    call_id
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .take(MAX_EXTERNAL_ID)
        .collect()
}

/// Builds the Request-URI: `sip:{number}@{domain}` in the provider's form, or the address itself; and
/// the provider's headers, none of them for an address elsewhere.
///
/// # Errors
/// See [`DialError`].
pub fn dial_target(
    profile: &Profile,
    domain: &str,
    dialled: &DialString,
    with: &Dialing<'_>,
) -> Result<DialTarget, DialError> {
    match dialled {
        DialString::Number(number) | DialString::User(number) => {
            let user = dial_user(profile, number, with)?;
            Ok(DialTarget {
                uri: format!("sip:{}@{domain}", escape_user(&user)),
                headers: headers(profile, number, with)?,
            })
        }
        DialString::Address { user, host, port } => {
            let user = escape_user(user);
            let uri = match port {
                Some(port) => format!("sip:{user}@{host}:{port}"),
                None => format!("sip:{user}@{host}"),
            };
            Ok(DialTarget {
                uri,
                headers: Vec::new(),
            })
        }
    }
}

/// The hotline of a call to somebody outside.
fn hotline_for<'a>(
    profile: &Profile,
    number: &str,
    with: &Dialing<'a>,
) -> Result<Option<&'a str>, DialError> {
    match with.hotline.filter(|_| !profile.is_internal(number)) {
        Some(hotline) if !is_hotline(hotline) => Err(DialError::Hotline),
        hotline => Ok(hotline),
    }
}

fn dial_user(profile: &Profile, number: &str, with: &Dialing<'_>) -> Result<String, DialError> {
    let hotline = hotline_for(profile, number, with)?;
    let form = match (profile.dial_user_hotline, hotline) {
        (Some(form), Some(_)) => form,
        _ => profile.dial_user,
    };
    let pid = with.setup.and_then(|setup| setup.pid.as_deref());
    let pid = pid.filter(|pid| is_pid(pid));
    if form.contains("{pid}") && pid.is_none() {
        return Err(DialError::Setup);
    }
    // The number goes in last: nothing in it is a place.
    Ok(form
        .replace("{hotline}", hotline.unwrap_or_default())
        .replace("{pid}", pid.unwrap_or_default())
        .replace("{number}", number))
}

fn headers(
    profile: &Profile,
    number: &str,
    with: &Dialing<'_>,
) -> Result<Vec<(String, String)>, DialError> {
    let mut headers = Vec::new();
    let mut add = |name: Option<&str>, value: Option<&str>| {
        if let (Some(name), Some(value)) = (name, value) {
            headers.push((name.to_owned(), value.to_owned()));
        }
    };
    add(profile.hotline_header, hotline_for(profile, number, with)?);
    if profile.user_data_header.is_some() {
        add(profile.user_data_header, user_data(with.user_data)?);
    }
    let id = with.external_id.map(external_call_id);
    add(
        profile.external_id_header,
        id.as_deref().filter(|id| !id.is_empty()),
    );
    Ok(headers)
}

fn user_data(data: Option<&str>) -> Result<Option<&str>, DialError> {
    let Some(data) = data.map(str::trim).filter(|data| !data.is_empty()) else {
        return Ok(None);
    };
    if data.chars().count() > MAX_USER_DATA {
        return Err(DialError::UserDataTooLong);
    }
    if data.chars().any(char::is_control) {
        return Err(DialError::UserData);
    }
    Ok(Some(data))
}

/// What VBot's project id may look like.
pub(crate) fn is_pid(pid: &str) -> bool {
    (1..=32).contains(&pid.len()) && pid.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// Leaves unreserved and user-unreserved characters (RFC 3261 §25.1) but `;`, `?` and `/`, which
/// real servers read as the beginning of something else. `#` is not among them and becomes `%23`.
fn escape_user(user: &str) -> String {
    let mut escaped = String::with_capacity(user.len());
    for b in user.bytes() {
        let plain = b.is_ascii_alphanumeric()
            || matches!(
                b,
                b'-' | b'_'
                    | b'.'
                    | b'!'
                    | b'~'
                    | b'*'
                    | b'\''
                    | b'('
                    | b')'
                    | b'&'
                    | b'='
                    | b'+'
                    | b'$'
                    | b','
            );
        if plain {
            escaped.push(char::from(b));
        } else {
            // Writing into a String cannot fail.
            let _ = write!(escaped, "%{b:02X}");
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use alo_protocol::DialSource;

    use super::*;
    use crate::{OMICALL, PLAIN_SIP, VBOT};

    fn uri(typed: &str, source: DialSource) -> String {
        let dialled = DialString::parse(typed, source).expect("dialable");
        let target = dial_target(&PLAIN_SIP, "pbx.example.com", &dialled, &Dialing::default());
        target.expect("dialled").uri
    }

    #[test]
    fn a_number_is_dialled_at_the_accounts_own_domain() {
        assert_eq!(
            uri("+84 912 345 678", DialSource::Page),
            "sip:+84912345678@pbx.example.com"
        );
        assert_eq!(
            uri("*21*0912#", DialSource::Dialer),
            "sip:*21*0912%23@pbx.example.com"
        );
        assert_eq!(
            uri("đức", DialSource::History),
            "sip:%C4%91%E1%BB%A9c@pbx.example.com"
        );
    }

    #[test]
    fn an_address_is_dialled_where_it_lives() {
        assert_eq!(
            uri("sip:anna@other.example:5080", DialSource::Dialer),
            "sip:anna@other.example:5080"
        );
    }

    fn dial(
        profile: &Profile,
        number: &str,
        with: &Dialing<'_>,
    ) -> Result<(String, Vec<(String, String)>), DialError> {
        let dialled = DialString::Number(number.to_owned());
        dial_target(profile, "r", &dialled, with).map(|target| (target.uri, target.headers))
    }

    fn header(name: &str, value: &str) -> Vec<(String, String)> {
        vec![(name.to_owned(), value.to_owned())]
    }

    #[test]
    fn omicall_is_told_the_hotline_for_somebody_outside_only() {
        let with = Dialing {
            hotline: Some("842899990338"),
            ..Dialing::default()
        };
        let outside = dial(&OMICALL, "0912345678", &with).expect("dialled");
        assert_eq!(outside.0, "sip:0912345678@r");
        assert_eq!(outside.1, header("X-Sip-Number", "842899990338"));
        for inside in ["10", "101", "1234567", "*9112", "11111115", "44444445"] {
            let target = dial(&OMICALL, inside, &with).expect("dialled");
            assert_eq!(target, (format!("sip:{inside}@r"), Vec::new()));
        }
        let nothing_chosen = dial(&OMICALL, "0912345678", &Dialing::default());
        assert_eq!(nothing_chosen.map(|target| target.1), Ok(Vec::new()));
    }

    #[test]
    fn data_of_a_call_is_kept_up_to_256_characters_and_refused_beyond() {
        let with = |data: &str| {
            let with = Dialing {
                user_data: Some(data),
                ..Dialing::default()
            };
            dial(&OMICALL, "0912345678", &with).map(|target| target.1)
        };
        let most = "ế".repeat(256);
        assert_eq!(with(&most), Ok(header("X-User-Data", &most)));
        let long = with(&"x".repeat(257)).expect_err("too long");
        assert_eq!(Refusal::from(long), Refusal::TextTooLong);
        let two_lines = with("a\r\nX-Other: b").expect_err("two lines");
        assert_eq!(Refusal::from(two_lines), Refusal::BadHeader);
        assert_eq!(with("  "), Ok(Vec::new()));
        // Others have no place for it, and the call is made all the same.
        let long = Dialing {
            user_data: Some(&most),
            ..Dialing::default()
        };
        assert!(dial(&PLAIN_SIP, "0912345678", &long).is_ok());
    }

    #[test]
    fn vbot_is_told_hotline_and_project_in_the_number() {
        let setup = DialSetup {
            pid: Some("77".into()),
        };
        let with = Dialing {
            hotline: Some("0242"),
            setup: Some(&setup),
            external_id: Some("Ab-12_Cd"),
            ..Dialing::default()
        };
        let (uri, headers) = dial(&VBOT, "0912345678", &with).expect("dialled");
        assert_eq!(uri, "sip:0242*77*0912345678@r");
        assert_eq!(headers, header("X-exc-id", "ab12cd"));
        let uri = |number, with: &Dialing<'_>| dial(&VBOT, number, with).map(|target| target.0);
        assert_eq!(uri("101", &with).as_deref(), Ok("sip:77*101@r"));
        let no_hotline = Dialing {
            hotline: None,
            ..with
        };
        assert_eq!(
            uri("0912345678", &no_hotline).as_deref(),
            Ok("sip:77*0912345678@r")
        );
        let no_setup = Dialing {
            setup: None,
            ..with
        };
        assert_eq!(uri("101", &no_setup), Err(DialError::Setup));
    }

    #[test]
    fn a_hotline_cannot_smuggle_anything_in() {
        let setup = DialSetup {
            pid: Some("77".into()),
        };
        for bad in ["", "1*99", "1@evil.example", "1\r\nX: y", "{number}", "số"] {
            let with = Dialing {
                hotline: Some(bad),
                setup: Some(&setup),
                ..Dialing::default()
            };
            for profile in [&OMICALL, &VBOT] {
                let refused = dial(profile, "0912345678", &with);
                assert_eq!(refused, Err(DialError::Hotline), "{bad}");
            }
        }
    }

    #[test]
    fn an_address_elsewhere_learns_nothing_of_the_provider() {
        let with = Dialing {
            hotline: Some("0242"),
            user_data: Some("x"),
            external_id: Some("y"),
            setup: None,
        };
        let address = DialString::Address {
            user: "anna".into(),
            host: "other.example".into(),
            port: None,
        };
        let target = dial_target(&VBOT, "r", &address, &with).expect("dialled");
        assert_eq!(target.uri, "sip:anna@other.example");
        assert!(target.headers.is_empty());
    }

    #[test]
    fn our_id_of_a_call_fits_vbot() {
        assert_eq!(external_call_id("Zz_9-ế"), "zz9");
        assert_eq!(external_call_id(&"Q".repeat(50)), "q".repeat(32));
    }
}
