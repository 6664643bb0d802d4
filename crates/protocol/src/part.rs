//! Values of somebody else's making, read one by one: one that cannot be read spoils no other.

use serde::{Deserialize, de::IgnoredAny};

/// A value that may be of a shape that we do not know.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Part<T> {
    Readable(T),
    Unreadable(IgnoredAny),
}

/// Takes a part out, or notes that it is none.
pub(crate) fn read<T>(
    key: &'static str,
    part: Option<Part<T>>,
    default: T,
    lost: &mut Vec<&'static str>,
) -> T {
    match part {
        None => default,
        Some(Part::Readable(value)) => value,
        Some(Part::Unreadable(_)) => {
            lost.push(key);
            default
        }
    }
}
