//! Call-centre providers: OmiCall, Bizfly, VBot, and plain SIP. What can be said as data is data.
//!
//! A [`Profile`] says how a provider wants a number dialled and how its refusals are to be
//! understood; nothing here sends or receives anything. What a person typed is checked here too,
//! once, at the edge: [`check_account`] for an account and [`DialString`] for a number. [`api`] is the
//! providers' interfaces over HTTPS.

mod account;
pub mod account_fields;
pub mod api;
mod call_facts;
mod dial;
mod end_cause;
mod note_text;
mod number;
mod post_dial;
mod profile;
mod supervision;
mod text;
mod two_numbers;

use alo_protocol::server_url;

pub use account::{AccountError, check_account};
pub use account_fields::is_sip_domain;
pub use call_facts::{CallFacts, call_facts, shown_number};
pub use dial::{DialError, DialTarget, Dialing, MAX_USER_DATA, dial_target, external_call_id};
pub use end_cause::{CallEnd, Closing, EndReason, answered_elsewhere, end_cause};
pub use note_text::note_text;
pub use number::{DialString, NumberError, dtmf_digits};
pub use post_dial::{post_dial_digits, split_post_dial};
pub use profile::{
    BIZFLY, FactHeaders, InternalRule, OMICALL, PLAIN_SIP, PhraseRule, Profile, StatusRule, VBOT,
    profile_of,
};
pub use server_url::{ServerUrl, UrlError};
pub use supervision::{Supervised, SupervisionForm, code_of, supervise};
pub use text::clean;
