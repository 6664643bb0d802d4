//! The providers' interfaces over HTTPS: what is asked, how it is written, how the answer is read.
//! Nothing here sends anything: a [`Client`] gives out requests and takes in outcomes.

mod adapter;
mod address;
mod bizfly;
mod client;
mod http;
pub(crate) mod json;
mod jwt;
mod moment;
mod omicall;
mod read;
mod types;
mod vbot;

pub use client::{AskId, Client};
pub use http::{HttpAnswer, HttpFailure, HttpId, HttpMethod, HttpOutcome, HttpRequest, MAX_ANSWER};
pub use omicall::CompanyClient;
pub(crate) use read::is_hotline;
use read::{read_contact, read_hotlines};
pub use types::{
    Abilities, Answer, ApiError, Ask, Contact, DialSetup, Extension, Hotline, LookupNumber,
    NoteToSave, ProviderCall, QualityLog, SavedNote, SignedIn, StoredToken,
};
