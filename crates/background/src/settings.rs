//! Settings of the worker, as they lie in `chrome.storage.local`.

use alo_numbers::{Country, Options};
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
        Self {
            detection: true,
            country: "VN".into(),
        }
    }
}

impl Settings {
    /// How numbers are read under these settings; Viet Nam where the country is not one we know.
    pub fn number_options(&self) -> Options {
        Options {
            country: Country::parse(&self.country).unwrap_or(Country::VN),
            ..Options::default()
        }
    }
}
