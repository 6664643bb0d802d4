//! Finding, normalising and formatting phone numbers and dial strings. No clock, no I/O, no state.
//!
//! - [`find`] finds numbers in a run of text and gives their UTF-16 spans.
//! - [`Mask`] hides digits where an account wants it.
//! - [`Number`] is one number of a known plan: E.164, country, kind, how people group it.
//! - [`grouped`] is for numbers that an exchange or a provider names.
//! - [`DialString`] is what may be dialled for a page; [`Link`] reads `tel:`, `callto:` and `sip:`.
//! - [`Target`] puts them together: what a click would dial, and how a card shows it.
//!
//! Validity comes from constants (see [`plan`]) and not from `rlibphonenumber`: its patterns are
//! compiled at first use, 42 ms in wasm with the lite engine and 243 ms without, each time the
//! worker wakes, and the package grows by 440 KB. The tables know a dozen countries by prefix and
//! the rest of the world by calling code and length.

mod bare;
mod country;
mod dial;
mod emergency;
mod error;
mod find;
mod link;
mod mask;
mod number;
mod plan;
mod target;
mod text;

pub use bare::{grouped, grouped_in};
pub use country::Country;
pub use dial::DialString;
pub use error::DialError;
pub use find::{
    COLUMN_HINT, Confidence, Doubt, Finder, Found, FoundIn, Options, PageHints, Pattern, Run,
    Strictness, find, find_labelled,
};
pub use link::{Link, Scheme, readable};
pub use mask::Mask;
pub use number::{Number, costs_more, display};
pub use plan::Kind;
pub use target::Target;
