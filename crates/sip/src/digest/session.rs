//! Answers to a challenge: `Authorization` and `Proxy-Authorization` (RFC 7616 §3.4).

use super::Credentials;
use super::algorithm::Hash;
use super::challenge::{Challenge, Qop};
use crate::Random;
use crate::random::token;
use crate::wire::write_quoted;

/// The length of our cnonce: 100 bits of entropy.
const CNONCE_LENGTH: usize = 20;

/// The state of one realm and nonce: the nonce count and our cnonce.
#[derive(Clone, Debug)]
pub struct Session {
    challenge: Challenge,
    hash: Hash,
    /// Made for the first answer and used in all others: `-sess` hashes are computed from the first
    /// cnonce (RFC 7616 §3.4.2), and not all servers recompute them for a new one.
    cnonce: Option<String>,
    count: u32,
}

impl Session {
    /// Starts with a challenge's nonce. `None` if the challenge is not one that we support.
    pub fn new(challenge: Challenge) -> Option<Self> {
        let hash = challenge.algorithm.hash();
        let hash = hash.filter(|_| challenge.is_supported())?;
        Some(Self {
            challenge,
            hash,
            cnonce: None,
            count: 0,
        })
    }

    /// For tests only: uses a given cnonce, so that published examples can be recomputed.
    #[doc(hidden)]
    pub fn with_cnonce(self, cnonce: &str) -> Self {
        Self {
            cnonce: Some(cnonce.to_owned()),
            ..self
        }
    }

    /// The challenge being answered.
    pub fn challenge(&self) -> &Challenge {
        &self.challenge
    }

    /// How many requests were authorized with this nonce.
    pub fn count(&self) -> u32 {
        self.count
    }

    /// Name and value of the header that answers the challenge for a request. Increments the nonce
    /// count.
    ///
    /// `uri` is the Request-URI as it stands in the request line.
    pub fn authorization(
        &mut self,
        credentials: &Credentials,
        method: &str,
        uri: &str,
        body: &[u8],
        rng: &mut dyn Random,
    ) -> (&'static str, String) {
        let name = if self.challenge.proxy {
            "Proxy-Authorization"
        } else {
            "Authorization"
        };
        let cnonce = self
            .cnonce
            .get_or_insert_with(|| token(rng, CNONCE_LENGTH))
            .clone();
        self.count = self.count.saturating_add(1);
        let count = format!("{:08x}", self.count);
        let Challenge {
            realm,
            nonce,
            opaque,
            algorithm,
            ..
        } = &self.challenge;
        let qop = self.challenge.chosen_qop();

        let hash = |text: String| self.hash.hex(text.as_bytes());
        let Credentials { username, password } = credentials;
        let mut secret = hash(format!("{username}:{realm}:{password}"));
        if algorithm.is_session() {
            secret = hash(format!("{secret}:{nonce}:{cnonce}"));
        }
        let request = match qop {
            Some(Qop::AuthInt) => hash(format!("{method}:{uri}:{}", self.hash.hex(body))),
            _ => hash(format!("{method}:{uri}")),
        };
        let qop = qop.map(|qop| {
            if qop == Qop::AuthInt {
                "auth-int"
            } else {
                "auth"
            }
        });
        let response = match qop {
            Some(qop) => hash(format!("{secret}:{nonce}:{count}:{cnonce}:{qop}:{request}")),
            None => hash(format!("{secret}:{nonce}:{request}")),
        };

        let mut value = String::from("Digest ");
        let mut quoted = |name: &str, content: &str| {
            value.push_str(name);
            value.push('=');
            // Writing to a String cannot fail.
            let _ = write_quoted(&mut value, content);
            value.push_str(", ");
        };
        quoted("username", username);
        quoted("realm", realm);
        quoted("nonce", nonce);
        quoted("uri", uri);
        quoted("response", &response);
        if let Some(opaque) = opaque {
            quoted("opaque", opaque);
        }
        if qop.is_some() || algorithm.is_session() {
            quoted("cnonce", &cnonce);
        }
        if let Some(qop) = qop {
            value.push_str(&format!("qop={qop}, nc={count}, "));
        }
        value.push_str(&format!("algorithm={}", algorithm.as_str()));
        (name, value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SeededRandom;

    fn credentials() -> Credentials {
        Credentials {
            username: "bob \"b\"".to_owned(),
            password: "zanzibar".to_owned(),
        }
    }

    fn session(value: &str) -> Session {
        Session::new(Challenge::parse_all(value, true).remove(0)).unwrap()
    }

    #[test]
    fn the_nonce_is_counted_in_hex_and_the_cnonce_kept() {
        let mut session = session(r#"Digest realm="r",nonce="n",qop="auth",opaque="o""#);
        let mut rng = SeededRandom::new(1);
        let mut answer = || session.authorization(&credentials(), "INVITE", "sip:a", b"", &mut rng);
        let answers: Vec<_> = (0..18).map(|_| answer()).collect();
        assert_eq!(answers[0].0, "Proxy-Authorization");
        assert!(answers[0].1.contains(r#"username="bob \"b\"", "#));
        assert!(answers[0].1.contains(r#"opaque="o", "#));
        assert!(answers[9].1.contains("nc=0000000a,"));
        assert!(answers[17].1.contains("nc=00000012,"));
        let cnonce = |value: &str| value.split("cnonce=").nth(1).unwrap()[..22].to_owned();
        assert_eq!(cnonce(&answers[0].1), cnonce(&answers[17].1));
    }

    #[test]
    fn a_server_without_qop_gets_neither_count_nor_cnonce() {
        let (_, value) = session(r#"Digest realm="r",nonce="n""#).authorization(
            &credentials(),
            "REGISTER",
            "sip:r",
            b"",
            &mut SeededRandom::new(1),
        );
        assert!(!value.contains("nc=") && !value.contains("cnonce") && !value.contains("qop"));
        assert!(value.ends_with("algorithm=MD5"));
    }

    #[test]
    fn a_password_is_not_shown_by_debug() {
        assert!(!format!("{:?}", credentials()).contains("zanzibar"));
    }
}
