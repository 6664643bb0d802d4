//! The providers' interfaces over HTTPS: what is asked, how it is written, how the answer is read.
//! Nothing here sends anything: a [`Client`] gives out requests and takes in outcomes.

mod client;
mod http;
mod types;

pub use client::{AskId, Client};
pub use http::{HttpAnswer, HttpFailure, HttpId, HttpMethod, HttpOutcome, HttpRequest, MAX_ANSWER};
pub use types::{
    Abilities, Answer, ApiError, Ask, Contact, DialSetup, Extension, Hotline, LookupNumber,
    NoteToSave, ProviderCall, QualityLog, SavedNote, SignedIn, StoredToken,
};
