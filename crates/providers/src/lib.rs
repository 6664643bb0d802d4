//! Call-centre providers: OmiCall, Bizfly, VBot, and plain SIP. What can be said as data is data.
//!
//! A [`Profile`] says how a provider wants a number dialled and how its refusals are to be
//! understood; nothing here sends or receives anything. What a person typed is checked here too,
//! once, at the edge: [`check_account`] for an account and [`DialString`] for a number.

mod account;
pub mod api;
mod dial;
mod end_cause;
mod number;
mod post_dial;
mod profile;
mod server_url;
mod supervision;

pub use account::{AccountError, check_account, is_sip_domain};
pub use dial::{DialTarget, dial_target};
pub use end_cause::{CallEnd, Closing, EndReason, answered_elsewhere, end_cause};
pub use number::{DialString, NumberError, dtmf_digits};
pub use post_dial::{post_dial_digits, split_post_dial};
pub use profile::{PLAIN_SIP, PhraseRule, Profile, StatusRule};
pub use server_url::{ServerUrl, UrlError};
pub use supervision::{Supervised, SupervisionForm, code_of, supervise};
