//! The worker shell: detector service, consent gate, notifications, badge, settings, router.
//!
//! The worker may be ended by the browser at any moment, so it holds nothing that it can't lose:
//! cards and rate limits live in session storage, calls live in the agent. What can be decided
//! without a browser is decided in the pure modules here ([`asking`], [`gate`], [`reconcile`], [`detector`],
//! [`crm`], [`hotlines`], [`unanswered`], [`update`]) and runs natively under test; `shell` only carries it out.

pub mod answers;
pub mod asking;
pub mod crm;
pub mod detector;
pub mod gate;
pub mod hotlines;
pub mod reconcile;
pub mod scripts;
pub mod settings;
mod time_zone;
pub mod unanswered;
pub mod update;

#[cfg(target_arch = "wasm32")]
pub mod shell;
