//! The server's side of digest authentication (RFC 3261 §22, RFC 7616, RFC 8760).

use std::collections::HashMap;
use std::fmt::Write as _;

use md5::Digest as _;

use crate::random::Random;
use crate::sip::{Message, split_outside_quotes, unquote};
use crate::time::{Duration, Time};

/// How long a nonce is good for; after it the answer is a challenge with `stale=true`.
const NONCE_LIFETIME: Duration = Duration::from_secs(300);
/// The oldest nonces go when there are more, so that unanswered challenges don't pile up.
const MAX_NONCES: usize = 4096;

/// A hash that is offered in challenges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Algorithm {
    /// RFC 8760; offered first.
    Sha256,
    /// RFC 3261; for older clients.
    Md5,
}

impl Algorithm {
    /// As it stands in `algorithm=`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Sha256 => "SHA-256",
            Self::Md5 => "MD5",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        [Self::Sha256, Self::Md5]
            .into_iter()
            .find(|a| a.name().eq_ignore_ascii_case(text))
    }

    fn hex(self, text: &str) -> String {
        let bytes = match self {
            Self::Sha256 => sha2::Sha256::digest(text.as_bytes()).to_vec(),
            Self::Md5 => md5::Md5::digest(text.as_bytes()).to_vec(),
        };
        bytes.iter().fold(String::new(), |mut hex, byte| {
            // Writing to a String cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }
}

/// Which header fields carry challenge and answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// 401, `WWW-Authenticate`, `Authorization`: the registrar.
    Registrar,
    /// 407, `Proxy-Authenticate`, `Proxy-Authorization`: calls.
    Proxy,
}

impl Side {
    fn fields(self) -> (&'static str, &'static str) {
        match self {
            Self::Registrar => ("WWW-Authenticate", "Authorization"),
            Self::Proxy => ("Proxy-Authenticate", "Proxy-Authorization"),
        }
    }
}

/// What the credentials of a request are worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The user has proved the password.
    Good {
        /// The name that was proved.
        user: String,
        /// The hash that was used.
        algorithm: Algorithm,
    },
    /// No credentials, or of a nonce that is used up: ask (again).
    Challenge {
        /// The password was right or not looked at, only the nonce was too old.
        stale: bool,
    },
    /// Unknown user or wrong password.
    Wrong,
}

struct Nonce {
    issued: Time,
    last_count: u32,
}

/// Issues nonces and checks answers.
pub(crate) struct Authenticator {
    /// Realms whose answers are taken: each domain's users are asked for their own.
    realms: Vec<String>,
    offered: Vec<Algorithm>,
    nonces: HashMap<String, Nonce>,
}

impl Authenticator {
    /// `offered` is the order of the challenges, preferred first (RFC 8760 §2.4).
    pub(crate) fn new(realms: &[&str], offered: Vec<Algorithm>) -> Self {
        Self {
            realms: realms.iter().map(|realm| (*realm).to_owned()).collect(),
            offered,
            nonces: HashMap::new(),
        }
    }

    /// Adds one challenge per offered algorithm, each with a nonce of its own.
    pub(crate) fn challenge(
        &mut self,
        response: &mut Message,
        (side, realm): (Side, &str),
        stale: bool,
        rng: &mut dyn Random,
        now: Time,
    ) {
        self.forget_old(now);
        for algorithm in self.offered.clone() {
            let nonce = crate::random::hex(rng, 16);
            let stale = if stale { ", stale=true" } else { "" };
            let value = format!(
                "Digest realm=\"{realm}\", nonce=\"{nonce}\", algorithm={}, qop=\"auth\"{stale}",
                algorithm.name(),
            );
            response.push(side.fields().0, &value);
            self.nonces.insert(
                nonce,
                Nonce {
                    issued: now,
                    last_count: 0,
                },
            );
        }
    }

    /// Looks at the credentials of a request; `password_of` knows the users.
    pub(crate) fn check(
        &mut self,
        request: &Message,
        side: Side,
        now: Time,
        password_of: impl Fn(&str) -> Option<String>,
    ) -> Verdict {
        // Credentials of other realms may stand there too (RFC 3261 §22.3).
        let Some(given) = request
            .all(side.fields().1)
            .filter_map(Credentials::parse)
            .find(|given| self.realms.contains(&given.realm))
        else {
            return Verdict::Challenge { stale: false };
        };
        let Some(nonce) = self.nonces.get_mut(&given.nonce) else {
            return Verdict::Challenge { stale: true };
        };
        let password = password_of(&given.user);
        let right = password.is_some_and(|password| {
            self.offered.contains(&given.algorithm)
                && given.expected(request.method(), &password) == given.response
        });
        if !right {
            return Verdict::Wrong;
        }
        let fresh = now.saturating_sub(nonce.issued) <= NONCE_LIFETIME;
        // A count that doesn't grow is a replay (RFC 7616 §3.4).
        if !fresh || given.count <= nonce.last_count {
            return Verdict::Challenge { stale: true };
        }
        nonce.last_count = given.count;
        Verdict::Good {
            user: given.user,
            algorithm: given.algorithm,
        }
    }

    fn forget_old(&mut self, now: Time) {
        // Twice the lifetime, so that a late answer still gets its `stale` told from "wrong".
        self.nonces
            .retain(|_, n| now.saturating_sub(n.issued) <= 2 * NONCE_LIFETIME);
        while self.nonces.len() >= MAX_NONCES {
            let oldest = self
                .nonces
                .iter()
                .min_by_key(|(_, n)| n.issued)
                .map(|(k, _)| k.clone());
            let Some(oldest) = oldest else { return };
            self.nonces.remove(&oldest);
        }
    }
}

/// The answer to a challenge, as the client sent it.
struct Credentials {
    user: String,
    realm: String,
    nonce: String,
    uri: String,
    response: String,
    cnonce: String,
    count_text: String,
    count: u32,
    algorithm: Algorithm,
}

impl Credentials {
    /// Only `qop=auth` is read: it is what the challenge asks for.
    fn parse(text: &str) -> Option<Self> {
        let (scheme, rest) = text.trim().split_once(' ')?;
        scheme.eq_ignore_ascii_case("Digest").then_some(())?;
        let fields: HashMap<String, String> = split_outside_quotes(rest, ',')
            .into_iter()
            .filter_map(|part| part.split_once('='))
            .map(|(name, value)| (name.trim().to_ascii_lowercase(), unquote(value)))
            .collect();
        let take = |name: &str| fields.get(name).cloned();
        (take("qop")? == "auth").then_some(())?;
        let count_text = take("nc").filter(|nc| nc.len() == 8)?;
        Some(Self {
            user: take("username")?,
            realm: take("realm")?,
            nonce: take("nonce")?,
            uri: take("uri")?,
            response: take("response")?.to_ascii_lowercase(),
            cnonce: take("cnonce")?,
            count: u32::from_str_radix(&count_text, 16).ok()?,
            count_text,
            // Without the parameter it is MD5 (RFC 3261 §22.4).
            algorithm: take("algorithm").map_or(Some(Algorithm::Md5), |a| Algorithm::parse(&a))?,
        })
    }

    fn expected(&self, method: &str, password: &str) -> String {
        let hash = |text: &str| self.algorithm.hex(text);
        let ha1 = hash(&format!("{}:{}:{password}", self.user, self.realm));
        let ha2 = hash(&format!("{method}:{}", self.uri));
        hash(&format!(
            "{ha1}:{}:{}:{}:auth:{ha2}",
            self.nonce, self.count_text, self.cnonce
        ))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::random::tests::Counting;

    const REALM: &str = "sandbox.alo.test";

    /// What a client answers to a challenge; other modules' tests sign with it too.
    pub(crate) fn answer(
        challenge: &str,
        (user, password): (&str, &str),
        (method, uri): (&str, &str),
        count: u32,
    ) -> String {
        let field = |name: &str| {
            let fields = challenge.strip_prefix("Digest ").unwrap_or(challenge);
            split_outside_quotes(fields, ',')
                .into_iter()
                .filter_map(|part| part.split_once('='))
                .find(|(n, _)| n.trim() == name)
                .map(|(_, value)| unquote(value))
                .unwrap_or_default()
        };
        let mut given = Credentials {
            user: user.to_owned(),
            realm: field("realm"),
            nonce: field("nonce"),
            uri: uri.to_owned(),
            response: String::new(),
            cnonce: "0a4f113b".to_owned(),
            count_text: format!("{count:08x}"),
            count,
            algorithm: Algorithm::parse(&field("algorithm")).expect("offered"),
        };
        given.response = given.expected(method, password);
        format!(
            "Digest username=\"{user}\", realm=\"{}\", nonce=\"{}\", uri=\"{uri}\", \
             response=\"{}\", algorithm={}, qop=auth, nc={}, cnonce=\"{}\"",
            given.realm,
            given.nonce,
            given.response,
            given.algorithm.name(),
            given.count_text,
            given.cnonce
        )
    }

    fn password_of(user: &str) -> Option<String> {
        (user == "1001").then(|| "secret".to_owned())
    }

    fn register(credentials: Option<&str>) -> Message {
        let request = Message::request("REGISTER", "sip:sandbox.alo.test");
        match credentials {
            Some(value) => request.with("Authorization", value),
            None => request,
        }
    }

    fn challenged(auth: &mut Authenticator, now: Time) -> Vec<String> {
        let mut response = Message::response(&register(None), 401, "Unauthorized", "t");
        auth.challenge(
            &mut response,
            (Side::Registrar, REALM),
            false,
            &mut Counting::default(),
            now,
        );
        response
            .all("WWW-Authenticate")
            .map(str::to_owned)
            .collect()
    }

    fn both() -> Authenticator {
        Authenticator::new(&[REALM], vec![Algorithm::Sha256, Algorithm::Md5])
    }

    const TARGET: (&str, &str) = ("REGISTER", "sip:sandbox.alo.test");
    const NOW: Time = Duration::from_secs(10);

    #[test]
    fn both_hashes_are_offered_the_stronger_first_and_both_are_taken() {
        let mut auth = both();
        let offers = challenged(&mut auth, NOW);
        assert!(offers[0].contains("algorithm=SHA-256") && offers[1].contains("algorithm=MD5"));
        for (offer, algorithm) in offers.iter().zip([Algorithm::Sha256, Algorithm::Md5]) {
            let request = register(Some(&answer(offer, ("1001", "secret"), TARGET, 1)));
            let verdict = auth.check(&request, Side::Registrar, NOW, password_of);
            assert_eq!(
                verdict,
                Verdict::Good {
                    user: "1001".to_owned(),
                    algorithm
                }
            );
        }
    }

    #[test]
    fn the_responses_are_those_of_rfc_7616_section_3_9_1() {
        let mut given = Credentials {
            user: "Mufasa".to_owned(),
            realm: "http-auth@example.org".to_owned(),
            nonce: "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v".to_owned(),
            uri: "/dir/index.html".to_owned(),
            response: String::new(),
            cnonce: "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ".to_owned(),
            count_text: "00000001".to_owned(),
            count: 1,
            algorithm: Algorithm::Md5,
        };
        let md5 = "8ca523f5e9506fed4657c9700eebdbec";
        assert_eq!(given.expected("GET", "Circle of Life"), md5);
        given.algorithm = Algorithm::Sha256;
        let sha256 = "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1";
        assert_eq!(given.expected("GET", "Circle of Life"), sha256);
    }

    #[test]
    fn wrong_password_and_unknown_user_are_wrong() {
        let mut auth = both();
        let offer = challenged(&mut auth, NOW).remove(0);
        for who in [("1001", "wrong"), ("nobody", "secret")] {
            let request = register(Some(&answer(&offer, who, TARGET, 1)));
            let verdict = auth.check(&request, Side::Registrar, NOW, password_of);
            assert_eq!(verdict, Verdict::Wrong, "{who:?}");
        }
        // The right password for another method is a forged answer too.
        let other = ("INVITE", TARGET.1);
        let request = register(Some(&answer(&offer, ("1001", "secret"), other, 1)));
        assert_eq!(
            auth.check(&request, Side::Registrar, NOW, password_of),
            Verdict::Wrong
        );
    }

    #[test]
    fn a_nonce_gets_old_and_no_answer_counts_twice() {
        let mut auth = both();
        let offer = challenged(&mut auth, NOW).remove(0);
        let first = register(Some(&answer(&offer, ("1001", "secret"), TARGET, 1)));
        let second = register(Some(&answer(&offer, ("1001", "secret"), TARGET, 2)));
        let mut check = |request, now| auth.check(request, Side::Registrar, now, password_of);
        assert!(matches!(check(&first, NOW), Verdict::Good { .. }));
        assert_eq!(check(&first, NOW), Verdict::Challenge { stale: true });
        let late = NOW + NONCE_LIFETIME + Duration::from_secs(1);
        assert_eq!(check(&second, late), Verdict::Challenge { stale: true });
        assert!(matches!(check(&second, NOW), Verdict::Good { .. }));
    }

    #[test]
    fn no_credentials_or_those_of_another_realm_are_asked_for() {
        let mut auth = both();
        let offer = challenged(&mut auth, NOW)
            .remove(0)
            .replace(REALM, "elsewhere");
        let foreign = register(Some(&answer(&offer, ("1001", "secret"), TARGET, 1)));
        for request in [register(None), foreign, register(Some("Basic QQ=="))] {
            let verdict = auth.check(&request, Side::Registrar, NOW, password_of);
            assert_eq!(verdict, Verdict::Challenge { stale: false });
        }
    }
}
