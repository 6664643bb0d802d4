//! The hashes of RFC 7616 §6.1.

use std::fmt::Write;

use md5::Md5;
use sha2::{Digest, Sha256, Sha512_256};

/// A hash algorithm, with `-sess` or without.
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
    /// Any other; not supported.
    Other(String),
}

impl Algorithm {
    const KNOWN: [Self; 6] = [
        Self::Md5,
        Self::Md5Sess,
        Self::Sha256,
        Self::Sha256Sess,
        Self::Sha512256,
        Self::Sha512256Sess,
    ];

    /// Reads a name, ignoring case.
    pub fn parse(name: &str) -> Self {
        let known = Self::KNOWN
            .into_iter()
            .find(|known| known.as_str().eq_ignore_ascii_case(name));
        known.unwrap_or_else(|| Self::Other(name.to_owned()))
    }

    /// The name as it is written on the wire.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Md5 => "MD5",
            Self::Md5Sess => "MD5-sess",
            Self::Sha256 => "SHA-256",
            Self::Sha256Sess => "SHA-256-sess",
            Self::Sha512256 => "SHA-512-256",
            Self::Sha512256Sess => "SHA-512-256-sess",
            Self::Other(name) => name,
        }
    }

    /// The hash that it uses; `None` for an algorithm that we do not support.
    pub(super) fn hash(&self) -> Option<Hash> {
        match self {
            Self::Md5 | Self::Md5Sess => Some(Hash::Md5),
            Self::Sha256 | Self::Sha256Sess => Some(Hash::Sha256),
            Self::Sha512256 | Self::Sha512256Sess => Some(Hash::Sha512256),
            Self::Other(_) => None,
        }
    }

    pub(super) fn is_session(&self) -> bool {
        matches!(self, Self::Md5Sess | Self::Sha256Sess | Self::Sha512256Sess)
    }
}

/// A hash function that we support, weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Hash {
    Md5,
    Sha256,
    Sha512256,
}

impl Hash {
    /// The hash in lower-case hex (`LHEX`).
    pub(super) fn hex(self, octets: &[u8]) -> String {
        match self {
            Self::Md5 => hex(&Md5::digest(octets)),
            Self::Sha256 => hex(&Sha256::digest(octets)),
            Self::Sha512256 => hex(&Sha512_256::digest(octets)),
        }
    }
}

fn hex(octets: &[u8]) -> String {
    octets
        .iter()
        .fold(String::with_capacity(octets.len() * 2), |mut hex, octet| {
            // Writing to a String cannot fail.
            let _ = write!(hex, "{octet:02x}");
            hex
        })
}
