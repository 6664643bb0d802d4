//! Signing in at a provider as it is typed: which fields there are, what is wrong with them, and what
//! is sent.

use std::collections::BTreeMap;

use alo_protocol::{BizflyPaths, ProviderKind, ProviderSignIn, Secret, VbotGeneration, trimmed};
use alo_providers::account_fields::{is_sip_domain, password};

use crate::account_form::is_user;
use crate::server_address::{self, is_host};
use crate::web_address;

/// Longest path of an interface, in characters.
const MAX_PATH: usize = 200;

/// A field of one of the forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// OmiCall: the company's label.
    Company,
    /// OmiCall: extension.
    Extension,
    /// Bizfly: e-mail address.
    Email,
    /// OmiCall and Bizfly: password.
    Password,
    /// VBot: access token.
    Token,
    /// Base of the interface.
    BaseUrl,
    /// OmiCall and Bizfly: SIP-over-WebSocket URL.
    ServerUrl,
    /// Bizfly: SIP domain.
    SipDomain,
    /// Bizfly: path of the token.
    PathToken,
    /// Bizfly: path of the extension.
    PathExtension,
    /// Bizfly: path of the hotlines.
    PathHotlines,
    /// Bizfly: path to choose a hotline.
    PathChooseHotline,
    /// Bizfly: path of contacts.
    PathContacts,
    /// Bizfly: path of the list of calls.
    PathHistories,
    /// Bizfly: path of a note.
    PathNote,
}

impl Field {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::Company,
        Self::Extension,
        Self::Email,
        Self::Password,
        Self::Token,
        Self::BaseUrl,
        Self::ServerUrl,
        Self::SipDomain,
        Self::PathToken,
        Self::PathExtension,
        Self::PathHotlines,
        Self::PathChooseHotline,
        Self::PathContacts,
        Self::PathHistories,
        Self::PathNote,
    ];

    /// Id of the field's element.
    pub fn id(self) -> &'static str {
        match self {
            Self::Company => "provider-company",
            Self::Extension => "provider-extension",
            Self::Email => "provider-email",
            Self::Password => "provider-password",
            Self::Token => "provider-token",
            Self::BaseUrl => "provider-base-url",
            Self::ServerUrl => "provider-server-url",
            Self::SipDomain => "provider-sip-domain",
            Self::PathToken => "provider-path-token",
            Self::PathExtension => "provider-path-extension",
            Self::PathHotlines => "provider-path-hotlines",
            Self::PathChooseHotline => "provider-path-choose-hotline",
            Self::PathContacts => "provider-path-contacts",
            Self::PathHistories => "provider-path-histories",
            Self::PathNote => "provider-path-note",
        }
    }

    /// Holds a secret.
    pub fn is_secret(self) -> bool {
        matches!(self, Self::Password | Self::Token)
    }
}

/// The fields that everybody fills in.
pub fn plain_fields(kind: ProviderKind) -> &'static [Field] {
    match kind {
        ProviderKind::PlainSip => &[],
        ProviderKind::Omicall => &[Field::Company, Field::Extension, Field::Password],
        ProviderKind::Bizfly => &[Field::Email, Field::Password],
        ProviderKind::Vbot => &[Field::Token],
    }
}

/// The fields that are folded away.
pub fn advanced_fields(kind: ProviderKind) -> &'static [Field] {
    match kind {
        ProviderKind::PlainSip => &[],
        ProviderKind::Omicall => &[Field::BaseUrl, Field::ServerUrl],
        ProviderKind::Bizfly => &[Field::BaseUrl, Field::ServerUrl, Field::SipDomain],
        ProviderKind::Vbot => &[Field::BaseUrl],
    }
}

/// Bizfly's paths.
pub const PATHS: [Field; 7] = [
    Field::PathToken,
    Field::PathExtension,
    Field::PathHotlines,
    Field::PathChooseHotline,
    Field::PathContacts,
    Field::PathHistories,
    Field::PathNote,
];

/// What stands in the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// By field; absent is empty.
    pub values: BTreeMap<Field, String>,
    /// OmiCall: only the phone is used.
    pub sip_only: bool,
    /// VBot.
    pub generation: VbotGeneration,
}

/// A field and the key of the sentence that says what to change.
pub type Fault = (Field, &'static str);

impl Draft {
    /// What is signed in with; secrets are never shown back.
    pub fn of(sign_in: &ProviderSignIn) -> Self {
        let mut draft = Self::default();
        match sign_in {
            ProviderSignIn::Omicall {
                base_url,
                domain,
                extension,
                sip_only,
                server_url,
                ..
            } => {
                draft.set(Field::BaseUrl, base_url);
                draft.set(Field::Company, domain);
                draft.set(Field::Extension, extension);
                draft.set(Field::ServerUrl, server_url);
                draft.sip_only = *sip_only;
            }
            ProviderSignIn::Bizfly {
                base_url,
                email,
                paths,
                server_url,
                domain,
                ..
            } => {
                draft.set(Field::BaseUrl, base_url);
                draft.set(Field::Email, email);
                draft.set(Field::ServerUrl, server_url);
                draft.set(Field::SipDomain, domain);
                let defaults = BizflyPaths::default();
                for (field, path) in PATHS.into_iter().zip(all(paths)) {
                    // What is as it always was stands there as the example.
                    if *path != path_of(&defaults, field) {
                        draft.set(field, path);
                    }
                }
            }
            ProviderSignIn::Vbot {
                base_url,
                generation,
                ..
            } => {
                draft.set(Field::BaseUrl, base_url);
                draft.generation = *generation;
            }
        }
        draft
    }

    /// Fills in a field.
    pub fn set(&mut self, field: Field, value: &str) {
        if value.is_empty() {
            self.values.remove(&field);
        } else {
            self.values.insert(field, value.to_owned());
        }
    }

    fn get(&self, field: Field) -> &str {
        self.values.get(&field).map_or("", |value| trimmed(value))
    }

    /// One of the folded fields is filled in.
    pub fn uses_advanced(&self, kind: ProviderKind) -> bool {
        let is_filled = |field: &Field| !self.get(*field).is_empty();
        advanced_fields(kind).iter().any(is_filled)
            || kind == ProviderKind::Bizfly && PATHS.iter().any(is_filled)
            || kind == ProviderKind::Vbot && self.generation != VbotGeneration::default()
    }

    /// What to sign in with, or everything that must be changed first. `stored` is what is signed in
    /// with: the secrets of the same user may be left empty.
    pub fn check(
        &self,
        kind: ProviderKind,
        stored: Option<&ProviderSignIn>,
    ) -> Result<ProviderSignIn, Vec<Fault>> {
        let mut faults = Vec::new();
        let sign_in = match kind {
            ProviderKind::PlainSip => return Err(faults),
            ProviderKind::Omicall => self.omicall(stored, &mut faults),
            ProviderKind::Bizfly => self.bizfly(stored, &mut faults),
            ProviderKind::Vbot => self.vbot(stored, &mut faults),
        };
        if faults.is_empty() {
            Ok(sign_in)
        } else {
            Err(faults)
        }
    }

    fn omicall(&self, stored: Option<&ProviderSignIn>, faults: &mut Vec<Fault>) -> ProviderSignIn {
        let (company, own) = (self.get(Field::Company), self.get(Field::Extension));
        if company.is_empty() || !is_host(company) {
            faults.push((Field::Company, "fault_company"));
        }
        if own.is_empty() || !is_user(own) {
            faults.push((Field::Extension, "fault_extension"));
        }
        let is_same = stored.is_some_and(|stored| {
            matches!(stored, ProviderSignIn::Omicall { domain, extension, .. }
                if domain == company && extension == own)
        });
        ProviderSignIn::Omicall {
            password: self.secret(Field::Password, self.kept(is_same, stored), faults),
            base_url: self.base_url(faults),
            domain: company.to_owned(),
            extension: own.to_owned(),
            sip_only: self.sip_only,
            server_url: self.server_url(faults),
        }
    }

    fn bizfly(&self, stored: Option<&ProviderSignIn>, faults: &mut Vec<Fault>) -> ProviderSignIn {
        let own = self.get(Field::Email);
        let is_email = own
            .split_once('@')
            .is_some_and(|(user, host)| !user.is_empty() && is_user(user) && is_host(host));
        if !is_email {
            faults.push((Field::Email, "fault_email"));
        }
        let is_same = stored.is_some_and(
            |stored| matches!(stored, ProviderSignIn::Bizfly { email, .. } if email == own),
        );
        let password = self.secret(Field::Password, self.kept(is_same, stored), faults);
        let base_url = self.base_url(faults);
        let server_url = self.server_url(faults);
        let domain = self.get(Field::SipDomain).to_owned();
        if !domain.is_empty() && !is_sip_domain(&domain) {
            faults.push((Field::SipDomain, "fault_domain"));
        }
        let mut path = |field| self.path(field, faults);
        ProviderSignIn::Bizfly {
            paths: BizflyPaths {
                token: path(Field::PathToken),
                extension: path(Field::PathExtension),
                hotlines: path(Field::PathHotlines),
                choose_hotline: path(Field::PathChooseHotline),
                contacts: path(Field::PathContacts),
                histories: path(Field::PathHistories),
                note: path(Field::PathNote),
            },
            base_url,
            email: own.to_owned(),
            password,
            server_url,
            domain,
        }
    }

    fn vbot(&self, stored: Option<&ProviderSignIn>, faults: &mut Vec<Fault>) -> ProviderSignIn {
        let is_same = matches!(stored, Some(ProviderSignIn::Vbot { .. }));
        ProviderSignIn::Vbot {
            token: self.secret(Field::Token, self.kept(is_same, stored), faults),
            base_url: self.base_url(faults),
            generation: self.generation,
        }
    }

    /// What is stored goes to the address that it was typed for, as the agent has it (`desk::who`).
    fn kept(&self, is_same_user: bool, stored: Option<&ProviderSignIn>) -> Kept {
        let base = |url: &str| url.trim().trim_end_matches('/').to_owned();
        let known = stored.map(|stored| match stored {
            ProviderSignIn::Omicall { base_url, .. }
            | ProviderSignIn::Bizfly { base_url, .. }
            | ProviderSignIn::Vbot { base_url, .. } => base(base_url),
        });
        let typed = base(&web_address::normal(self.get(Field::BaseUrl)));
        match known {
            Some(known) if is_same_user && known == typed => Kept::Here,
            Some(_) if is_same_user => Kept::Elsewhere,
            _ => Kept::Not,
        }
    }

    fn secret(&self, field: Field, kept: Kept, faults: &mut Vec<Fault>) -> Secret {
        // A password may begin or end with a blank; a token that was copied does so by accident.
        let typed = self.values.get(&field).map_or("", String::as_str);
        let typed = match field {
            Field::Token => trimmed(typed),
            _ => password(typed),
        };
        let fault = match (kept, field) {
            (Kept::Here, _) => None,
            (Kept::Elsewhere, _) => Some("fault_secretElsewhere"),
            (Kept::Not, Field::Token) => Some("fault_tokenEmpty"),
            (Kept::Not, _) => Some("fault_passwordEmpty"),
        };
        if let Some(key) = fault.filter(|_| typed.is_empty()) {
            faults.push((field, key));
        }
        Secret::new(typed)
    }

    fn base_url(&self, faults: &mut Vec<Fault>) -> String {
        let url = web_address::normal(self.get(Field::BaseUrl));
        if !url.is_empty() && (!web_address::is_usable(&url) || url.contains(['?', '#'])) {
            faults.push((Field::BaseUrl, "fault_webAddress"));
        }
        url
    }

    fn server_url(&self, faults: &mut Vec<Fault>) -> String {
        let url = server_address::normal(self.get(Field::ServerUrl));
        if !url.is_empty()
            && let Some(key) = server_address::fault(&url)
        {
            faults.push((Field::ServerUrl, key));
        }
        url
    }

    fn path(&self, field: Field, faults: &mut Vec<Fault>) -> String {
        let typed = self.get(field);
        if typed.is_empty() {
            return path_of(&BizflyPaths::default(), field);
        }
        let is_clean = !typed.contains(|c: char| {
            c.is_whitespace() || c.is_control() || matches!(c, '?' | '#' | '\\')
        });
        let has_call = field != Field::PathNote || typed.contains("{call}");
        if !typed.starts_with('/')
            || typed.starts_with("//")
            || !is_clean
            || !has_call
            || typed.chars().count() > MAX_PATH
        {
            let key = if has_call {
                "fault_path"
            } else {
                "fault_pathCall"
            };
            faults.push((field, key));
        }
        typed.to_owned()
    }
}

/// Whether a password or token that is left empty stands for a stored one.
#[derive(Clone, Copy)]
enum Kept {
    /// There is none for this user.
    Not,
    /// It was typed for another address, which could be somebody's who collects passwords.
    Elsewhere,
    /// It does.
    Here,
}

/// A path where none is typed.
pub fn default_path(field: Field) -> String {
    path_of(&BizflyPaths::default(), field)
}

/// In the order of [`PATHS`].
fn all(paths: &BizflyPaths) -> [&String; 7] {
    [
        &paths.token,
        &paths.extension,
        &paths.hotlines,
        &paths.choose_hotline,
        &paths.contacts,
        &paths.histories,
        &paths.note,
    ]
}

fn path_of(paths: &BizflyPaths, field: Field) -> String {
    let found = PATHS.into_iter().zip(all(paths));
    found
        .filter(|(path, _)| *path == field)
        .map(|(_, path)| path.clone())
        .collect()
}
