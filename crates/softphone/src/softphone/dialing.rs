//! Headers of an outgoing call: those of the account and of this call, and the request to hide our
//! number (RFC 3323).

use alo_protocol::{DialOptions, ExtraHeader, MAX_EXTRA_HEADERS, Refusal};

use super::Softphone;

/// Headers that tell who calls: an anonymous call goes without them.
const IDENTITY: [&str; 2] = ["P-Asserted-Identity", "Remote-Party-ID"];

impl Softphone {
    /// The headers of a call; one of the call itself replaces the account's of the same name.
    pub(super) fn call_headers(
        &self,
        options: &DialOptions,
    ) -> Result<Vec<(String, String)>, Refusal> {
        if !options.headers.iter().all(ExtraHeader::may_be_sent) {
            return Err(Refusal::BadHeader);
        }
        let of_account = self.account.iter().flat_map(|a| &a.extra_headers);
        let is_replaced = |header: &&ExtraHeader| {
            let same = |own: &ExtraHeader| own.name.eq_ignore_ascii_case(&header.name);
            !options.headers.iter().any(same)
        };
        let mut headers: Vec<(String, String)> = of_account
            .filter(is_replaced)
            .chain(&options.headers)
            .map(|header| (header.name.clone(), header.value.clone()))
            .collect();
        if headers.len() > MAX_EXTRA_HEADERS {
            return Err(Refusal::BadHeader);
        }
        if options.anonymous.unwrap_or(self.settings.anonymous) {
            headers.retain(|(name, _)| !IDENTITY.iter().any(|own| own.eq_ignore_ascii_case(name)));
            headers.push(("Privacy".to_owned(), "id".to_owned()));
        }
        Ok(headers)
    }
}
