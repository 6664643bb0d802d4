//! Popup, side panel and options page.
//!
//! A view holds no truth: it draws the newest [`alo_protocol::Snapshot`] that the agent pushed and
//! sends a [`alo_protocol::Command`] for what a person does. What can be decided without a browser is
//! in modules without one ([`dial_input`], [`call_controls`], [`account_form`], [`day`], …) and is
//! tested natively; natively, views render to HTML text, so that what they show is tested too.

pub mod account_form;
mod account_lines;
pub mod backoff;
pub mod call_controls;
pub mod contacts_read;
pub mod day;
pub mod dial_input;
pub mod duration;
pub mod file_text;
pub mod form_builder;
pub mod history_view;
pub mod kept;
pub mod level;
pub mod microphone_access;
pub mod note_form;
pub mod note_words;
pub mod provider_form;
pub mod second_press;
pub mod server_address;
pub mod short_numbers;
pub mod test_steps;
pub mod text;
pub mod transfer_told;
pub mod web_address;
pub mod wording;

#[cfg(not(target_arch = "wasm32"))]
pub mod preview;

mod browser;
mod change;
#[cfg(target_arch = "wasm32")]
mod chrome;
mod devices;
mod grouped;
mod hidden;
#[cfg(target_arch = "wasm32")]
mod link;
mod microphone;
mod model;
mod older;
mod page;
mod panel;
mod preset;
mod settings;
mod share;
#[cfg(target_arch = "wasm32")]
mod start;
mod view;
mod worker;

#[cfg(test)]
#[path = "../tests/support/pictures.rs"]
mod fixture;
