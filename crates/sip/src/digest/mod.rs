//! Digest authentication (RFC 3261 §22, RFC 7616, RFC 8760).

use std::fmt;

use crate::Random;

/// A user name and password. `Debug` never shows the password.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    /// The authorisation user name.
    pub username: String,
    /// The password.
    pub password: String,
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials").field("username", &self.username).finish_non_exhaustive()
    }
}

/// A hash algorithm of RFC 7616 §6.1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Algorithm {
    /// `MD5`, also what a challenge without an algorithm means.
    Md5,
    /// `MD5-sess`
    Md5Sess,
    /// `SHA-256`
    Sha256,
    /// `SHA-256-sess`
    Sha256Sess,
    /// `SHA-512-256`
    Sha512256,
    /// `SHA-512-256-sess`
    Sha512256Sess,
    /// One that we do not speak.
    Other(String),
}

/// A quality of protection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Qop {
    /// `auth`
    Auth,
    /// `auth-int`: the body is protected too.
    AuthInt,
    /// One that we do not speak.
    Other(String),
}

/// One Digest challenge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Challenge {
    /// The protection domain.
    pub realm: String,
    /// The server's nonce.
    pub nonce: String,
    /// To be given back unchanged.
    pub opaque: Option<String>,
    /// The nonce was too old, the credentials were right.
    pub stale: bool,
    /// The hash.
    pub algorithm: Algorithm,
    /// What is offered; empty for a server of RFC 2069.
    pub qop: Vec<Qop>,
    /// The URIs that the challenge covers, if it says so.
    pub domain: Option<String>,
    /// From Proxy-Authenticate (407) rather than WWW-Authenticate (401).
    pub proxy: bool,
}

impl Challenge {
    /// Whether we speak its algorithm and one of its qops.
    pub fn is_supported(&self) -> bool {
        todo!()
    }
}

/// The strongest challenge that can be answered: SHA-512-256 before SHA-256 before MD5, the topmost
/// of equals.
///
/// RFC 8760 §2.4 would take the topmost supported one; the strongest is safe against a middle box
/// that reorders, and the same where servers follow §2.3.
pub fn strongest(_challenges: &[Challenge]) -> Option<&Challenge> {
    todo!()
}

/// What is kept for one realm and nonce: the nonce count and our cnonce.
#[derive(Clone, Debug)]
pub struct Session {
    challenge: Challenge,
}

impl Session {
    /// Starts with a challenge's nonce.
    pub fn new(challenge: Challenge) -> Self {
        Self { challenge }
    }

    /// The challenge being answered.
    pub fn challenge(&self) -> &Challenge {
        &self.challenge
    }

    /// Name and value of the header that answers the challenge for this request; counts the nonce.
    pub fn authorization(
        &mut self,
        _credentials: &Credentials,
        _method: &str,
        _uri: &str,
        _body: &[u8],
        _rng: &mut dyn Random,
    ) -> (&'static str, String) {
        todo!()
    }
}
