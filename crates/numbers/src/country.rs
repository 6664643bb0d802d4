//! ISO 3166-1 alpha-2 country codes.

use std::fmt;

/// A country by its ISO 3166-1 alpha-2 code, in capitals.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Country([u8; 2]);

impl Country {
    /// Viet Nam, the default of everything here.
    pub const VN: Self = Self(*b"VN");
    /// United States.
    pub const US: Self = Self(*b"US");

    /// Reads a code such as `VN` or `vn`; `None` for anything but two ASCII letters.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        match code.as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Some(Self([a.to_ascii_uppercase(), b.to_ascii_uppercase()]))
            }
            _ => None,
        }
    }

    pub(crate) const fn of(code: &str) -> Self {
        let bytes = code.as_bytes();
        assert!(bytes.len() == 2, "a country code has two letters");
        Self::of_letters(bytes[0], bytes[1])
    }

    pub(crate) const fn of_letters(a: u8, b: u8) -> Self {
        assert!(a.is_ascii_uppercase() && b.is_ascii_uppercase());
        Self([a, b])
    }

    /// How many codes of two letters there are.
    pub(crate) const COUNT: usize = 26 * 26;

    /// Its place in a table of [`COUNT`](Self::COUNT) entries.
    pub(crate) const fn index(self) -> usize {
        let [a, b] = self.0;
        (a - b'A') as usize * 26 + (b - b'A') as usize
    }

    /// The code in capitals.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("")
    }
}

impl Default for Country {
    fn default() -> Self {
        Self::VN
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
