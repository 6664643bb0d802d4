//! SIP, SIPS, tel and other URIs (RFC 3261 §19.1, RFC 3966).

use std::fmt;
use std::str::FromStr;

use super::escape;
use super::lex::{cut, split_before};
use super::{Host, Params, UriError};

/// The scheme of a URI.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// `sip:`
    Sip,
    /// `sips:`
    Sips,
    /// `tel:`, RFC 3966.
    Tel,
    /// Any other, in lower case.
    Other(String),
}

/// A URI as it occurs in SIP messages.
///
/// `==` compares the text; [`Uri::matches`] compares as RFC 3261 §19.1.4 does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uri {
    /// The scheme.
    pub scheme: Scheme,
    /// The user part, still escaped; `None` for tel and other schemes.
    pub user: Option<String>,
    /// The password, still escaped.
    pub password: Option<String>,
    /// The host; an empty name for tel and other schemes.
    pub host: Host,
    /// The port, if one was written.
    pub port: Option<u16>,
    /// URI parameters, still escaped; also those of a tel URI.
    pub params: Params,
    /// Headers after `?`, still escaped.
    pub headers: Vec<(String, String)>,
    /// The number of a tel URI, everything after the colon for other schemes, empty for sip and
    /// sips.
    pub opaque: String,
}

impl Scheme {
    /// The scheme in lower case, without the colon.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Sip => "sip",
            Self::Sips => "sips",
            Self::Tel => "tel",
            Self::Other(scheme) => scheme,
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix(|c: char| c.is_ascii_alphabetic())?;
        if !rest
            .bytes()
            .all(|octet| octet.is_ascii_alphanumeric() || b"+-.".contains(&octet))
        {
            return None;
        }
        let known = [Self::Sip, Self::Sips, Self::Tel].into_iter();
        let known = known
            .into_iter()
            .find(|known| known.as_str().eq_ignore_ascii_case(text));
        Some(known.unwrap_or_else(|| Self::Other(text.to_ascii_lowercase())))
    }
}

impl Uri {
    /// `sip:user@host`; `user` is taken as already escaped. An empty user is left out.
    ///
    /// `host` may have a port (`example.com:5061`). Text that is no host becomes a name unchanged.
    pub fn sip(user: &str, host: &str) -> Self {
        let (host, port) =
            Host::parse_with_port(host).unwrap_or_else(|| (Host::Name(host.to_owned()), None));
        let user = Some(user.to_owned()).filter(|user| !user.is_empty());
        Self {
            user,
            host,
            port,
            ..Self::blank(Scheme::Sip)
        }
    }

    /// `sip:user@host`; escapes every character of `user` that is not allowed there.
    pub fn sip_escaped(user: &str, host: &str) -> Self {
        Self::sip(&escape::user(user), host)
    }

    fn blank(scheme: Scheme) -> Self {
        Self {
            scheme,
            user: None,
            password: None,
            host: Host::Name(String::new()),
            port: None,
            params: Params::new(),
            headers: Vec::new(),
            opaque: String::new(),
        }
    }

    /// A stand-in for a Request-URI that could not be read.
    pub(super) fn unreadable() -> Self {
        Self::blank(Scheme::Other("unreadable".to_owned()))
    }

    /// Sets or adds a URI parameter; escapes characters that are not allowed in one.
    pub fn set_param(&mut self, name: &str, value: Option<&str>) {
        let value = value.map(escape::param);
        self.params.set_bare(name, value);
    }

    /// The user part with its escapes decoded, or the number of a tel URI.
    pub fn user_decoded(&self) -> Option<String> {
        match self.scheme {
            Scheme::Tel => Some(self.opaque.clone()),
            _ => self
                .user
                .as_deref()
                .map(|user| escape::decode(user).into_owned()),
        }
    }

    /// Whether there is such a URI parameter, with or without a value.
    pub fn has_param(&self, name: &str) -> bool {
        self.params.contains(name)
    }

    /// The value of a URI parameter, still escaped.
    pub fn param(&self, name: &str) -> Option<&str> {
        self.params.get(name)
    }

    /// Whether this is a sip or sips URI.
    pub fn is_sip(&self) -> bool {
        matches!(self.scheme, Scheme::Sip | Scheme::Sips)
    }

    /// Equality as RFC 3261 §19.1.4 defines it; tel numbers are compared without separators (RFC
    /// 3966 §4).
    pub fn matches(&self, other: &Self) -> bool {
        if self.scheme != other.scheme {
            return false;
        }
        match self.scheme {
            Scheme::Sip | Scheme::Sips => self.matches_sip(other),
            Scheme::Tel => {
                digits(&self.opaque).eq(digits(&other.opaque))
                    && self.params_match(other, &["phone-context", "ext", "isub"])
            }
            Scheme::Other(_) => self.opaque == other.opaque,
        }
    }

    fn matches_sip(&self, other: &Self) -> bool {
        let same = |a: &Option<String>, b: &Option<String>| {
            a.as_deref().map(escape::normal) == b.as_deref().map(escape::normal)
        };
        same(&self.user, &other.user)
            && same(&self.password, &other.password)
            && self.host.matches(&other.host)
            && self.port == other.port
            && self.params_match(other, &["transport", "user", "ttl", "method", "maddr"])
            && self.headers_match(other)
    }

    /// Parameters in both must be equal; those of `must_agree` must be in both or in neither.
    fn params_match(&self, other: &Self, must_agree: &[&str]) -> bool {
        let covers = |a: &Params, b: &Params| {
            a.iter().all(|param| {
                if !b.contains(&param.name) {
                    return !must_agree
                        .iter()
                        .any(|name| name.eq_ignore_ascii_case(&param.name));
                }
                let ours = param.value.as_deref().map(escape::normal);
                let theirs = b.get(&param.name).map(escape::normal);
                match (ours, theirs) {
                    (Some(ours), Some(theirs)) => ours.eq_ignore_ascii_case(&theirs),
                    (ours, theirs) => ours == theirs,
                }
            })
        };
        covers(&self.params, &other.params) && covers(&other.params, &self.params)
    }

    fn headers_match(&self, other: &Self) -> bool {
        let covers = |a: &Self, b: &Self| {
            a.headers.iter().all(|(name, value)| {
                b.headers.iter().any(|(other_name, other_value)| {
                    name.eq_ignore_ascii_case(other_name)
                        && escape::normal(value) == escape::normal(other_value)
                })
            })
        };
        covers(self, other) && covers(other, self)
    }

    fn parse_sip(scheme: Scheme, rest: &str) -> Option<Self> {
        let mut uri = Self::blank(scheme);
        let rest = match cut(rest, b'@') {
            None => rest,
            Some((userinfo, rest)) => {
                let (user, password) = match cut(userinfo, b':') {
                    Some((user, password)) => (user, Some(password)),
                    None => (userinfo, None),
                };
                uri.user = Some(user.to_owned()).filter(|user| !user.is_empty());
                uri.user.as_ref()?;
                uri.password = password.map(str::to_owned);
                rest
            }
        };
        let (rest, headers) = match cut(rest, b'?') {
            Some((rest, headers)) => (rest, Some(headers)),
            None => (rest, None),
        };
        let (hostport, params) = split_before(rest, b';');
        (uri.host, uri.port) = Host::parse_with_port(hostport)?;
        uri.params = Params::parse(params)?;
        for header in headers.into_iter().flat_map(|headers| headers.split('&')) {
            let (name, value) = cut(header, b'=')?;
            if name.is_empty() {
                return None;
            }
            uri.headers.push((name.to_owned(), value.to_owned()));
        }
        Some(uri)
    }

    /// Reads `sip:user@host[:port]` and `sip:host[:port]` with rsip, if nothing in them is read
    /// wrong by it.
    fn parse_plain(text: &str) -> Option<Self> {
        let plain = |octet: u8| {
            matches!(octet,
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'+' | b'-' | b'.' | b'_' | b'@' | b':')
        };
        let rest = text
            .strip_prefix("sip:")
            .filter(|rest| rest.bytes().all(plain))?;
        if cut(rest, b'@').is_some_and(|(user, _)| user.is_empty() || user.contains(':')) {
            return None;
        }
        let uri = rsip::Uri::try_from(text).ok()?;
        let port = uri.port().map(|port| *port.value());
        let user = uri.auth.map(|auth| auth.user);
        let (host, width) = Host::from_rsip(uri.host_with_port.host)?;
        // rsip drops what it cannot read, so the result is right only if its parts add up to the
        // whole length.
        let user_width = user.as_ref().map_or(0, |user| user.len() + 1);
        let port_width = port.map_or(0, |port| 2 + port.checked_ilog10().unwrap_or(0) as usize);
        (user_width + width + port_width == rest.len()).then(|| Self {
            user,
            host,
            port,
            ..Self::blank(Scheme::Sip)
        })
    }

    fn parse_tel(rest: &str) -> Option<Self> {
        let (number, params) = split_before(rest, b';');
        if number.is_empty() {
            return None;
        }
        let params = Params::parse(params)?;
        Some(Self {
            opaque: number.to_owned(),
            params,
            ..Self::blank(Scheme::Tel)
        })
    }
}

impl FromStr for Uri {
    type Err = UriError;

    fn from_str(text: &str) -> Result<Self, UriError> {
        if let Some(uri) = Self::parse_plain(text) {
            return Ok(uri);
        }
        let foreign = |octet: u8| octet <= b' ' || octet == 0x7f || b"<>\"".contains(&octet);
        if text.bytes().any(foreign) {
            return Err(UriError);
        }
        let (scheme, rest) = cut(text, b':').ok_or(UriError)?;
        let uri = match Scheme::parse(scheme).ok_or(UriError)? {
            scheme @ (Scheme::Sip | Scheme::Sips) => Self::parse_sip(scheme, rest),
            Scheme::Tel => Self::parse_tel(rest),
            scheme if !rest.is_empty() => Some(Self {
                opaque: rest.to_owned(),
                ..Self::blank(scheme)
            }),
            _ => None,
        };
        uri.ok_or(UriError)
    }
}

impl fmt::Display for Uri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.scheme.as_str())?;
        if !self.is_sip() {
            return write!(f, "{}{}", self.opaque, self.params);
        }
        if let Some(user) = &self.user {
            f.write_str(user)?;
            if let Some(password) = &self.password {
                write!(f, ":{password}")?;
            }
            f.write_str("@")?;
        }
        write!(f, "{}", self.host)?;
        if let Some(port) = self.port {
            write!(f, ":{port}")?;
        }
        write!(f, "{}", self.params)?;
        let separators = std::iter::once('?').chain(std::iter::repeat('&'));
        self.headers
            .iter()
            .zip(separators)
            .try_for_each(|((name, value), separator)| write!(f, "{separator}{name}={value}"))
    }
}

fn digits(number: &str) -> impl Iterator<Item = char> + '_ {
    number
        .chars()
        .filter(|c| !"-.()".contains(*c))
        .map(|c| c.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uri(text: &str) -> Uri {
        text.parse().unwrap_or_else(|_| panic!("{text}"))
    }

    #[test]
    fn every_part_is_read_and_printed_as_it_was() {
        let read = uri("sips:al%69ce;x=y:secret@Example.COM:5061;transport=ws;lr?Subject=a%20b&X=");
        assert_eq!(read.scheme, Scheme::Sips);
        assert_eq!(read.user.as_deref(), Some("al%69ce;x=y"));
        assert_eq!(read.user_decoded().as_deref(), Some("alice;x=y"));
        assert_eq!(read.password.as_deref(), Some("secret"));
        assert_eq!(read.host, Host::Name("Example.COM".to_owned()));
        assert_eq!(read.port, Some(5061));
        assert_eq!(read.param("transport"), Some("ws"));
        assert!(read.has_param("LR"));
        assert_eq!(read.headers[0], ("Subject".to_owned(), "a%20b".to_owned()));
        assert_eq!(
            read.to_string(),
            "sips:al%69ce;x=y:secret@Example.COM:5061;transport=ws;lr?Subject=a%20b&X="
        );
    }

    #[test]
    fn tel_and_other_schemes_are_kept() {
        let tel = uri("tel:+84-24-1234;phone-context=example.com");
        assert_eq!(tel.user_decoded().as_deref(), Some("+84-24-1234"));
        assert_eq!(tel.param("phone-context"), Some("example.com"));
        assert!(tel.matches(&uri("TEL:+84(24)1234;phone-context=EXAMPLE.com")));
        assert_eq!(
            uri("soap.beep://192.0.2.1:3002").to_string(),
            "soap.beep://192.0.2.1:3002"
        );
    }

    #[test]
    fn what_is_no_uri_is_refused() {
        for bad in [
            "",
            "sip:",
            "sip:@host",
            "sip::pw@host",
            "alice@example.com",
            "sip:a b@host",
            "tel:",
            "sip:a@host:",
            "sip:a@host:99999",
            "sip:a@host;;",
            "sip:a@host;",
            "sip:a@host?x",
            "sip:a@<host>",
            "sip:2001:db8::10",
            "sip:a@[::1",
            "1sip:a@b",
            "sip:a@host\r\nVia: x",
            "mailto:",
            "sip:a@b@c",
            "sip:a@.",
        ] {
            assert_eq!(bad.parse::<Uri>(), Err(UriError), "{bad}");
        }
    }

    /// The examples of RFC 3261 §19.1.4, without those that rest on header semantics.
    #[test]
    fn uris_are_equal_as_the_rfc_says() {
        for (a, b) in [
            (
                "sip:%61lice@atlanta.com;transport=TCP",
                "sip:alice@AtLanTa.CoM;Transport=tcp",
            ),
            ("sip:carol@chicago.com", "sip:carol@chicago.com;newparam=5"),
            (
                "sip:carol@chicago.com;security=on",
                "sip:carol@chicago.com;newparam=5",
            ),
            (
                "sip:biloxi.com;transport=tcp;method=REGISTER?to=sip:bob%40biloxi.com",
                "sip:biloxi.com;method=REGISTER;transport=tcp?to=sip:bob%40biloxi.com",
            ),
            (
                "sip:alice@atlanta.com?subject=project%20x&priority=urgent",
                "sip:alice@atlanta.com?priority=urgent&subject=project%20x",
            ),
        ] {
            assert!(
                uri(a).matches(&uri(b)) && uri(b).matches(&uri(a)),
                "{a} {b}"
            );
        }
        for (a, b) in [
            (
                "SIP:ALICE@AtLanTa.CoM;Transport=udp",
                "sip:alice@AtLanTa.CoM;Transport=UDP",
            ),
            ("sip:bob@biloxi.com", "sip:bob@biloxi.com:5060"),
            ("sip:bob@biloxi.com", "sip:bob@biloxi.com;transport=udp"),
            (
                "sip:bob@biloxi.com:6000;transport=tcp",
                "sip:bob@biloxi.com",
            ),
            (
                "sip:carol@chicago.com",
                "sip:carol@chicago.com?Subject=next%20meeting",
            ),
            ("sip:bob@phone21.boxesbybob.com", "sip:bob@192.0.2.4"),
            (
                "sip:carol@chicago.com;security=on",
                "sip:carol@chicago.com;security=off",
            ),
            ("sip:bob@biloxi.com", "sips:bob@biloxi.com"),
        ] {
            assert!(
                !uri(a).matches(&uri(b)) && !uri(b).matches(&uri(a)),
                "{a} {b}"
            );
        }
    }

    #[test]
    fn constructors_escape_and_take_a_port() {
        assert_eq!(
            Uri::sip_escaped("Ngọc #1", "pbx.example:5080").to_string(),
            "sip:Ng%E1%BB%8Dc%20%231@pbx.example:5080"
        );
        let mut contact = Uri::sip("", "[::1]");
        contact.set_param("transport", Some("ws"));
        contact.set_param("ob", None);
        contact.set_param("x", Some("a;b"));
        assert_eq!(contact.to_string(), "sip:[::1];transport=ws;ob;x=a%3Bb");
    }
}
