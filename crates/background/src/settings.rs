//! Settings of the worker, as they lie in `chrome.storage.local`.

use serde::{Deserialize, Serialize};

/// What the options page writes; every field has a default, so that an empty storage is usable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// Look for numbers on pages.
    pub detection: bool,
    /// Default country of numbers without a country code, ISO 3166-1 alpha-2.
    pub country: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self { detection: true, country: "VN".into() }
    }
}
