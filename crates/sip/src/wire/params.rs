//! `;name=value` lists of URIs and headers (RFC 3261 §7.3.1, §19.1.1).

use std::fmt;

/// One parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Param {
    /// Its name as written; compared without regard to case.
    pub name: String,
    /// Its value without quotes; `None` for a flag such as `lr`.
    pub value: Option<String>,
    /// Whether the value was, and will be, written as a quoted string.
    pub quoted: bool,
}

/// A list of parameters in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Params(Vec<Param>);

impl Params {
    /// No parameters.
    pub fn new() -> Self {
        Self::default()
    }

    /// The value of the first parameter of that name; `None` for a flag too.
    pub fn get(&self, _name: &str) -> Option<&str> {
        todo!()
    }

    /// Whether there is a parameter of that name, with or without a value.
    pub fn contains(&self, _name: &str) -> bool {
        todo!()
    }

    /// Sets or adds a parameter; the value is printed in quotes where it is no token.
    pub fn set(&mut self, _name: &str, _value: Option<&str>) {
        todo!()
    }

    /// Removes every parameter of that name.
    pub fn remove(&mut self, _name: &str) {
        todo!()
    }

    /// The parameters in order.
    pub fn iter(&self) -> impl Iterator<Item = &Param> {
        self.0.iter()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Params {
    fn fmt(&self, _f: &mut fmt::Formatter<'_>) -> fmt::Result {
        todo!()
    }
}
