//! An administrator lists the company's extensions to sign in as one of them. The key is not kept, and
//! the passwords of the list only as long as it is on screen.

use alo_protocol::{ExtensionView, ProviderProblem, ProviderSignIn, Refusal, Secret};
use alo_providers::api::{CompanyClient, Extension, HttpId, HttpOutcome, HttpRequest};

use crate::text::{MAX_NAME, clean};

/// See the module.
#[derive(Default)]
pub(crate) struct Company {
    client: Option<CompanyClient>,
    base_url: String,
    found: Vec<Extension>,
}

impl Company {
    /// Asks for the list. `now` is Unix time in ms.
    pub(super) fn list(&mut self, base_url: &str, key: Secret, now: u64) -> Result<(), Refusal> {
        let mut client =
            CompanyClient::new(base_url, key).map_err(|error| match error.problem {
                ProviderProblem::BadUrl => Refusal::BadAddress,
                _ => Refusal::BadSignIn,
            })?;
        client.start(now);
        *self = Self {
            client: Some(client),
            base_url: base_url.trim().to_owned(),
            found: Vec::new(),
        };
        Ok(())
    }

    pub(super) fn is_listing(&self) -> bool {
        self.client.is_some()
    }

    pub(super) fn poll_request(&mut self) -> Option<(HttpId, HttpRequest)> {
        self.client.as_mut()?.poll_request()
    }

    pub(super) fn fetched(&mut self, http: HttpId, outcome: HttpOutcome, now: u64) {
        if let Some(client) = &mut self.client {
            client.handle(http, outcome, now);
        }
    }

    /// Once the list is there, or is not: what it met.
    pub(super) fn poll_problem(&mut self) -> Option<Option<ProviderProblem>> {
        let result = self.client.as_mut()?.poll_result()?;
        self.client = None;
        Some(match result {
            Ok(found) => {
                self.found = found;
                None
            }
            Err(error) => Some(error.problem),
        })
    }

    pub(super) fn view(&self) -> Vec<ExtensionView> {
        let view = |extension: &Extension| ExtensionView {
            extension: clean(&extension.extension, MAX_NAME).unwrap_or_default(),
            name: clean(&extension.name, MAX_NAME).unwrap_or_default(),
        };
        self.found.iter().map(view).collect()
    }

    /// What one of the list signs in with. A company with an address of its own has both interfaces there
    /// (unverified).
    pub(super) fn sign_in(&self, extension: &str) -> Option<ProviderSignIn> {
        let chosen = self
            .found
            .iter()
            .find(|known| known.extension == extension)?;
        Some(ProviderSignIn::Omicall {
            base_url: self.base_url.clone(),
            domain: chosen.domain.clone(),
            extension: chosen.extension.clone(),
            password: chosen.password.clone(),
            sip_only: false,
            server_url: String::new(),
        })
    }
}

// The client holds the key, the list passwords.
impl std::fmt::Debug for Company {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Company")
            .field("found", &self.found.len())
            .finish_non_exhaustive()
    }
}
