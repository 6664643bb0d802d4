//! The header fields of a message: raw, unfolded values in their order (RFC 3261 §7.3).

/// Header fields in their order, under canonical names.
///
/// Names are looked up without regard to case; compact forms (`v`, `f`, …) are understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headers(Vec<(String, String)>);

impl Headers {
    /// No headers.
    pub fn new() -> Self {
        Self::default()
    }

    /// The value of the first field of that name.
    pub fn get(&self, _name: &str) -> Option<&str> {
        todo!()
    }

    /// The raw values of every field of that name, not split at commas.
    pub fn get_all(&self, _name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().map(|_| todo!())
    }

    /// The values of every field of that name, split at commas outside quotes and angle brackets.
    pub fn values(&self, _name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().map(|_| todo!())
    }

    /// Whether there is a field of that name.
    pub fn contains(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Adds a field at the end. Line ends in `value` become spaces; a `name` that is no token is
    /// refused with a log line, so that no value can make a header of its own.
    pub fn push(&mut self, _name: &str, _value: impl Into<String>) {
        todo!()
    }

    /// Adds a field before all others, with the care of [`Headers::push`].
    pub fn push_front(&mut self, _name: &str, _value: impl Into<String>) {
        todo!()
    }

    /// Replaces the first field of that name and removes its others; adds it where there was none.
    pub fn set(&mut self, _name: &str, _value: impl Into<String>) {
        todo!()
    }

    /// Removes every field of that name.
    pub fn remove(&mut self, _name: &str) {
        todo!()
    }

    /// Name and value of every field in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}
