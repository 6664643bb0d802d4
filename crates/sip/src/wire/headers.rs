//! The header fields of a message: raw, unfolded values in their order (RFC 3261 §7.3).

use std::borrow::Cow;

use super::lex::{is_token, split_list, trim};
use super::names::canonical;

/// Header fields in their order, under canonical names.
///
/// Look-ups ignore the case of names and accept compact forms (`v`, `f`, …).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headers(Vec<Field>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Field {
    name: Cow<'static, str>,
    value: String,
}

impl Headers {
    /// No headers.
    pub fn new() -> Self {
        Self::default()
    }

    pub(super) fn with_capacity(fields: usize) -> Self {
        Self(Vec::with_capacity(fields))
    }

    /// Adds a field unchecked: `name` must be a token, canonical if it is a known name; `value`
    /// must have no line ends and no white space around it.
    pub(super) fn push_read(&mut self, name: Cow<'static, str>, value: String) {
        self.0.push(Field { name, value });
    }

    /// Adds a field at the end. Line ends in `value` become spaces, and a `name` that is no token
    /// is dropped with a warning in the log, so that no header can be injected.
    pub fn push(&mut self, name: &str, value: impl Into<String>) {
        self.0.extend(Field::new(name, value.into()));
    }

    /// Adds a field before all others, with the checks of [`Headers::push`].
    pub fn push_front(&mut self, name: &str, value: impl Into<String>) {
        if let Some(field) = Field::new(name, value.into()) {
            self.0.insert(0, field);
        }
    }

    /// Replaces the first field of that name and removes the others; adds the field if there is
    /// none. With the checks of [`Headers::push`].
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        let Some(field) = Field::new(name, value.into()) else {
            return;
        };
        let Some(first) = self.0.iter().position(|old| old.is(&field.name)) else {
            self.0.push(field);
            return;
        };
        let mut index = 0;
        self.0.retain(|old| {
            index += 1;
            index <= first + 1 || !old.is(&field.name)
        });
        self.0[first] = field;
    }

    /// Removes every field of that name.
    pub fn remove(&mut self, name: &str) {
        let name = canonical(name).unwrap_or(name);
        self.0.retain(|field| !field.is(name));
    }

    /// The value of the first field of that name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.get_all(name).next()
    }

    /// The raw values of every field of that name, not split at commas.
    pub fn get_all<'a, 'n>(&'a self, name: &'n str) -> impl Iterator<Item = &'a str> + use<'a, 'n> {
        let name = canonical(name).unwrap_or(name);
        self.0
            .iter()
            .filter(move |field| field.is(name))
            .map(|field| field.value.as_str())
    }

    /// The values of every field of that name, split at commas outside quotes and angle brackets,
    /// without empty ones.
    pub fn values<'a, 'n>(&'a self, name: &'n str) -> impl Iterator<Item = &'a str> + use<'a, 'n> {
        self.get_all(name)
            .flat_map(split_list)
            .filter(|value| !value.is_empty())
    }

    /// Whether there is a field of that name.
    pub fn contains(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// The number of fields.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are no fields.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Name and value of every field in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|field| (field.name.as_ref(), field.value.as_str()))
    }
}

impl Field {
    fn new(name: &str, mut value: String) -> Option<Self> {
        if !is_token(name) {
            log::warn!("a header name that is no token was left out");
            return None;
        }
        let trimmed = trim(&value);
        if trimmed.len() != value.len() || value.contains(['\r', '\n']) {
            value = trim(&trimmed.replace(['\r', '\n'], " ")).to_owned();
        }
        Some(Self {
            name: canonical_name(name),
            value,
        })
    }

    fn is(&self, canonical_name: &str) -> bool {
        self.name.eq_ignore_ascii_case(canonical_name)
    }
}

/// The canonical spelling of a name, or the name itself if it is not known.
pub(super) fn canonical_name(name: &str) -> Cow<'static, str> {
    canonical(name).map_or_else(|| Cow::Owned(name.to_owned()), Cow::Borrowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_any_case_and_compact_form() {
        let mut headers = Headers::new();
        headers.push("v", "one");
        headers.push("X-Custom", "two");
        headers.push("VIA", "three, four");
        assert_eq!(
            headers.get_all("via").collect::<Vec<_>>(),
            ["one", "three, four"]
        );
        assert_eq!(
            headers.values("V").collect::<Vec<_>>(),
            ["one", "three", "four"]
        );
        assert_eq!(headers.get("x-custom"), Some("two"));
        assert_eq!(headers.iter().next(), Some(("Via", "one")));
    }

    #[test]
    fn setting_replaces_the_first_and_removes_the_others() {
        let mut headers = Headers::new();
        for (name, value) in [("To", "1"), ("Via", "a"), ("From", "2"), ("Via", "b")] {
            headers.push(name, value);
        }
        headers.set("v", "c");
        assert_eq!(
            headers.iter().collect::<Vec<_>>(),
            [("To", "1"), ("Via", "c"), ("From", "2")]
        );
        headers.set("Via", "d");
        headers.set("Subject", "new");
        assert_eq!(headers.get_all("Via").collect::<Vec<_>>(), ["d"]);
        assert_eq!(headers.iter().last(), Some(("Subject", "new")));
        headers.remove("s");
        assert!(!headers.contains("Subject"));
    }

    #[test]
    fn a_value_cannot_make_a_header_of_its_own() {
        let mut headers = Headers::new();
        headers.push("Subject", "hi\r\nRoute: <sip:evil.example>");
        headers.push("Bad Name: x\r\nRoute", "value");
        assert_eq!(
            headers.iter().collect::<Vec<_>>(),
            [("Subject", "hi  Route: <sip:evil.example>")]
        );
    }
}
