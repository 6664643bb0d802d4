//! From a dial string to the Request-URI that a provider wants.

use std::fmt::Write as _;

use crate::{DialString, Profile};

/// What the INVITE needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DialTarget {
    /// Request-URI and `To`, escaped as RFC 3261 §19.1.2 asks.
    pub uri: String,
    /// Headers of the provider's own (a hotline, a call id); none for plain SIP.
    pub headers: Vec<(String, String)>,
}

/// Builds the Request-URI: `sip:{number}@{domain}` in the provider's form, or the address itself.
pub fn dial_target(profile: &Profile, domain: &str, dialled: &DialString) -> DialTarget {
    let uri = match dialled {
        DialString::Number(number) | DialString::User(number) => {
            let user = profile.dial_user.replace("{number}", number);
            format!("sip:{}@{domain}", escape_user(&user))
        }
        DialString::Address { user, host, port } => {
            let user = escape_user(user);
            match port {
                Some(port) => format!("sip:{user}@{host}:{port}"),
                None => format!("sip:{user}@{host}"),
            }
        }
    };
    DialTarget {
        uri,
        headers: Vec::new(),
    }
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
    use crate::PLAIN_SIP;

    fn uri(typed: &str, source: DialSource) -> String {
        let dialled = DialString::parse(typed, source).expect("dialable");
        dial_target(&PLAIN_SIP, "pbx.example.com", &dialled).uri
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

    #[test]
    fn a_profile_may_put_a_prefix_around_the_number() {
        let prefixed = Profile {
            dial_user: "0242*77*{number}",
            ..PLAIN_SIP
        };
        let dialled = DialString::Number("0912345678".to_owned());
        assert_eq!(
            dial_target(&prefixed, "r.example", &dialled).uri,
            "sip:0242*77*0912345678@r.example"
        );
    }
}
