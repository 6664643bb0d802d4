//! Who signs in: what tells users of a provider apart, and which of them are the same.

use alo_protocol::{ProviderSignIn, Secret};

use crate::text::{MAX_NAME, clean};

/// Views never see secrets: whoever signs in again with an empty one means the known one, the newest if it
/// has changed.
pub(super) fn complete<'a>(
    mut typed: ProviderSignIn,
    mut newest_first: impl Iterator<Item = &'a ProviderSignIn>,
) -> ProviderSignIn {
    if let Some(known) = newest_first.find(|known| is_same_user(&typed, known))
        && let (Some(secret), Some(known)) = (secret_of(&mut typed), secret_in(known))
        && secret.is_empty()
    {
        *secret = known.clone();
    }
    typed
}

fn secret_of(sign_in: &mut ProviderSignIn) -> Option<&mut Secret> {
    match sign_in {
        ProviderSignIn::Omicall { password, .. } | ProviderSignIn::Bizfly { password, .. } => {
            Some(password)
        }
        ProviderSignIn::Vbot { token, .. } => Some(token),
    }
}

fn secret_in(sign_in: &ProviderSignIn) -> Option<&Secret> {
    match sign_in {
        ProviderSignIn::Omicall { password, .. } | ProviderSignIn::Bizfly { password, .. } => {
            Some(password)
        }
        ProviderSignIn::Vbot { token, .. } => Some(token),
    }
}

/// The same person at the same place: an address that differs could be somebody who collects passwords.
/// VBot's users are told apart by their tokens alone; one that is left empty means the known one.
pub(super) fn is_same_user(typed: &ProviderSignIn, known: &ProviderSignIn) -> bool {
    let is_same_token = match (typed, known) {
        (ProviderSignIn::Vbot { token, .. }, ProviderSignIn::Vbot { token: known, .. }) => {
            token.is_empty() || token.expose().trim() == known.expose().trim()
        }
        _ => true,
    };
    is_same_token && typed.kind() == known.kind() && key_of(typed) == key_of(known)
}

/// What tells users of one provider apart, however they typed it. Tokens tell nobody, so that VBot's users
/// share one.
pub(super) fn key_of(sign_in: &ProviderSignIn) -> String {
    let base = |url: &str| url.trim().trim_end_matches('/').to_owned();
    // Neither a company's label nor an e-mail address is another one in capitals.
    let name = |name: &str| name.trim().to_lowercase();
    let parts = match sign_in {
        ProviderSignIn::Omicall {
            base_url,
            domain,
            extension,
            ..
        } => vec![base(base_url), name(domain), name(extension)],
        ProviderSignIn::Bizfly {
            base_url, email, ..
        } => vec![base(base_url), name(email)],
        ProviderSignIn::Vbot { base_url, .. } => vec![base(base_url)],
    };
    parts.join(" ")
}

pub(super) fn user_of(sign_in: &ProviderSignIn) -> String {
    match sign_in {
        ProviderSignIn::Omicall { extension, .. } => clean(extension, MAX_NAME),
        ProviderSignIn::Bizfly { email, .. } => clean(email, MAX_NAME),
        ProviderSignIn::Vbot { .. } => None,
    }
    .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_and_blanks_make_nobody_somebody_else_and_another_address_does() {
        let omicall = |base_url: &str, domain: &str| ProviderSignIn::Omicall {
            base_url: base_url.to_owned(),
            domain: domain.to_owned(),
            extension: "101".to_owned(),
            password: Secret::default(),
            sip_only: false,
            server_url: String::new(),
        };
        let known = omicall("https://omi.example", "saomai");
        assert!(is_same_user(
            &omicall("https://omi.example/ ", " SaoMai"),
            &known
        ));
        assert!(!is_same_user(
            &omicall("https://other.example", "saomai"),
            &known
        ));
        assert!(!is_same_user(
            &omicall("https://omi.example", "saomai2"),
            &known
        ));
    }
}
