//! `WWW-Authenticate` and `Proxy-Authenticate` (RFC 7616 §3.3).

use super::Algorithm;
use crate::wire::{is_token, quoted_string, split_list, trim};

/// A quality of protection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Qop {
    /// `auth`
    Auth,
    /// `auth-int`: the body is protected too.
    AuthInt,
    /// Any other; not supported.
    Other(String),
}

/// One Digest challenge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Challenge {
    /// The protection domain.
    pub realm: String,
    /// The server's nonce.
    pub nonce: String,
    /// To be returned unchanged.
    pub opaque: Option<String>,
    /// Only the nonce was too old; the credentials were right.
    pub stale: bool,
    /// The hash algorithm.
    pub algorithm: Algorithm,
    /// The qops on offer; empty from a server of RFC 2069.
    pub qop: Vec<Qop>,
    /// The URIs that the challenge covers, if it says so.
    pub domain: Option<String>,
    /// Whether it came in Proxy-Authenticate (407), not in WWW-Authenticate (401).
    pub proxy: bool,
}

impl Challenge {
    /// Every Digest challenge of a header value. Other schemes, and challenges without realm or nonce,
    /// are left out.
    pub(crate) fn parse_all(value: &str, proxy: bool) -> Vec<Self> {
        let mut challenges: Vec<Option<Draft>> = Vec::new();
        for element in split_list(value) {
            let (parameter, scheme) = match split_scheme(element) {
                Some((scheme, parameter)) => (parameter, Some(scheme)),
                None => (element, None),
            };
            if let Some(scheme) = scheme {
                let digest = scheme.eq_ignore_ascii_case("Digest");
                challenges.push(digest.then(Draft::default));
            }
            let Some((name, value)) = parameter.split_once('=') else {
                continue;
            };
            if let Some(Some(challenge)) = challenges.last_mut() {
                challenge.set(trim(name), &unquote(trim(value)));
            }
        }
        challenges
            .into_iter()
            .flatten()
            .filter_map(|draft| draft.finish(proxy))
            .collect()
    }

    /// Whether we support its algorithm and one of its qops.
    pub fn is_supported(&self) -> bool {
        self.algorithm.hash().is_some() && (self.qop.is_empty() || self.chosen_qop().is_some())
    }

    /// `auth` if it is offered, because proxies may change a body that `auth-int` protects; else
    /// `auth-int`.
    pub(super) fn chosen_qop(&self) -> Option<Qop> {
        [Qop::Auth, Qop::AuthInt]
            .into_iter()
            .find(|qop| self.qop.contains(qop))
    }
}

/// The strongest supported challenge: SHA-512-256 before SHA-256 before MD5, and the topmost of
/// equals.
///
/// RFC 8760 §2.4 takes the topmost supported one. The strongest is the same one if the server
/// follows §2.3, and stays so if a middle box reorders them.
pub fn strongest(challenges: &[Challenge]) -> Option<&Challenge> {
    // `max_by_key` takes the last of equals, hence the reversal.
    challenges
        .iter()
        .rev()
        .filter(|challenge| challenge.is_supported())
        .max_by_key(|challenge| challenge.algorithm.hash())
}

#[derive(Default)]
struct Draft {
    realm: Option<String>,
    nonce: Option<String>,
    opaque: Option<String>,
    stale: bool,
    algorithm: Option<Algorithm>,
    qop: Vec<Qop>,
    domain: Option<String>,
}

impl Draft {
    fn set(&mut self, name: &str, value: &str) {
        match name.to_ascii_lowercase().as_str() {
            "realm" => self.realm = Some(value.to_owned()),
            "nonce" => self.nonce = Some(value.to_owned()),
            "opaque" => self.opaque = Some(value.to_owned()),
            "domain" => self.domain = Some(value.to_owned()),
            "stale" => self.stale = value.eq_ignore_ascii_case("true"),
            "algorithm" => self.algorithm = Some(Algorithm::parse(value)),
            "qop" => {
                self.qop = split_list(value)
                    .filter(|qop| !qop.is_empty())
                    .map(qop)
                    .collect()
            }
            _ => {}
        }
    }

    fn finish(self, proxy: bool) -> Option<Challenge> {
        Some(Challenge {
            realm: self.realm?,
            nonce: self.nonce?,
            opaque: self.opaque,
            stale: self.stale,
            algorithm: self.algorithm.unwrap_or(Algorithm::Md5),
            qop: self.qop,
            domain: self.domain,
            proxy,
        })
    }
}

/// `Digest realm="x"` → scheme and first parameter; `None` for a parameter alone.
fn split_scheme(element: &str) -> Option<(&str, &str)> {
    let (scheme, parameter) = element.split_once([' ', '\t']).unwrap_or((element, ""));
    let parameter = trim(parameter);
    (is_token(scheme) && !parameter.starts_with('=')).then_some((scheme, parameter))
}

fn unquote(value: &str) -> String {
    match quoted_string(value) {
        Some((content, _)) => content.into_owned(),
        None => value.to_owned(),
    }
}

fn qop(name: &str) -> Qop {
    match name.to_ascii_lowercase().as_str() {
        "auth" => Qop::Auth,
        "auth-int" => Qop::AuthInt,
        _ => Qop::Other(name.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_challenge_is_read_with_space_case_and_quotes_as_they_come() {
        let value = "digest realm =  \"[1:ABCD::abc]\", nonce=\"a\\\"b,c\", qop=\"AUTH,autH-INt,x\", \
                     algorithm =  sha-256  ,  stale =  TRUE , opaque = \"\", domain=\"sip:a sip:b\"";
        let challenges = Challenge::parse_all(value, true);
        assert_eq!(
            challenges,
            [Challenge {
                realm: "[1:ABCD::abc]".to_owned(),
                nonce: "a\"b,c".to_owned(),
                opaque: Some(String::new()),
                stale: true,
                algorithm: Algorithm::Sha256,
                qop: vec![Qop::Auth, Qop::AuthInt, Qop::Other("x".to_owned())],
                domain: Some("sip:a sip:b".to_owned()),
                proxy: true,
            }]
        );
    }

    #[test]
    fn several_challenges_in_one_header_are_told_apart() {
        let value = r#"Basic realm="b", Digest realm="one", nonce="1", qop=auth, Bearer, Digest
            nonce="2",realm="two", Digest realm="no nonce""#
            .replace('\n', " ");
        let challenges = Challenge::parse_all(&value, false);
        let seen: Vec<_> = challenges
            .iter()
            .map(|c| (c.realm.as_str(), c.qop.len()))
            .collect();
        assert_eq!(seen, [("one", 1), ("two", 0)]);
        assert_eq!(challenges[1].algorithm, Algorithm::Md5);
    }

    #[test]
    fn the_strongest_that_we_speak_is_chosen_and_the_topmost_of_equals() {
        let challenge = |realm: &str, algorithm: &str, qop: &str| {
            let value = format!(r#"Digest realm="{realm}",nonce="n",algorithm={algorithm}{qop}"#);
            Challenge::parse_all(&value, false).remove(0)
        };
        let offered = [
            challenge("md5", "MD5", ""),
            challenge("sha", "SHA-256", r#",qop="auth""#),
            challenge("sha too", "SHA-256-sess", r#",qop="auth""#),
            challenge("unknown", "AKAv1-MD5", ""),
            challenge("odd qop", "SHA-512-256", r#",qop="token""#),
        ];
        assert_eq!(strongest(&offered).unwrap().realm, "sha");
        assert_eq!(strongest(&offered[3..]), None);
        assert_eq!(strongest(&[]), None);
    }
}
