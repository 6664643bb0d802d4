//! What a package brings along in `provision.json` beside its manifest: a company's own build, the demo.

use serde::Deserialize;

use crate::{Command, PageSettings, ProviderSignIn, SipAccount, WorkSettings};

/// See the module's documentation. It is read once, when Alo is installed: what a person has changed since
/// is theirs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Provision {
    /// Signed in with at the first start; without a password it fills in the form that asks for one.
    pub account: Option<SipAccount>,
    /// The same at a provider, in the account's place, which it brings itself.
    pub provider: Option<ProviderSignIn>,
    /// How pages are treated, in place of the defaults.
    pub pages: Option<PageSettings>,
    /// Form, customer's page and record of a call, in place of the defaults.
    pub work: Option<WorkSettings>,
}

impl Provision {
    /// Its name in the package.
    pub const FILE: &'static str = "provision.json";

    /// Nobody has to sign in by hand.
    #[must_use]
    pub fn signs_in(&self) -> bool {
        match (&self.provider, &self.account) {
            (Some(provider), _) => *provider != provider.without_secrets(),
            (None, Some(account)) => !account.password.is_empty(),
            (None, None) => false,
        }
    }

    /// What the agent is asked to do at its first start, in this order.
    #[must_use]
    pub fn commands(self) -> Vec<Command> {
        let signs_in = self.signs_in();
        let sign_in = match (self.provider, self.account) {
            (Some(sign_in), _) => Some(Command::ProviderSignIn { sign_in }),
            (None, Some(account)) => Some(Command::SignIn { account }),
            (None, None) => None,
        };
        let sign_in = sign_in.filter(|_| signs_in);
        let work = self.work.map(|work| Command::SetWork { work });
        work.into_iter().chain(sign_in).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::DetectionMode;

    #[test]
    fn pages_without_an_account_leave_the_sign_in_to_the_person() {
        let text = r#"{"pages":{"mode":"only","sites":{"crm.example.com":{"on":true}},"mask":["end",3,"x"]}}"#;
        let provision: Provision = serde_json::from_str(text).expect("it is read");
        assert!(!provision.signs_in());
        let pages = provision.pages.expect("it has settings");
        assert_eq!(pages.mode, DetectionMode::Only);
        assert!(pages.mask.is_some_and(|mask| mask.hides()));
        assert_eq!(pages.country, "VN", "what is not said is as usual");
    }

    #[test]
    fn an_account_or_a_provider_signs_in() {
        let account: Provision =
            serde_json::from_str(r#"{"account":{"password":"x"}}"#).expect("read");
        let provider = r#"{"provider":{"type":"vbot","token":"t"}}"#;
        let provider: Provision = serde_json::from_str(provider).expect("read");
        assert!(account.signs_in() && provider.signs_in());
    }

    #[test]
    fn what_has_no_password_waits_for_the_person_who_has_one() {
        for text in [
            r#"{"account":{"serverUrl":"wss://pbx.example.com/ws","domain":"pbx.example.com"}}"#,
            r#"{"provider":{"type":"omicall","domain":"congty","extension":"","password":""}}"#,
        ] {
            let provision: Provision = serde_json::from_str(text).expect("read");
            assert!(!provision.signs_in());
            assert!(provision.commands().is_empty());
        }
    }

    #[test]
    fn the_form_is_there_before_the_sign_in_brings_calls() {
        let text = r#"{"account":{"password":"x"},"work":{"keepDays":30}}"#;
        let provision: Provision = serde_json::from_str(text).expect("read");
        let commands = provision.commands();
        assert!(matches!(
            commands.as_slice(),
            [Command::SetWork { work }, Command::SignIn { .. }] if work.keep_days == 30 && work.form_opens
        ));
    }

    #[test]
    fn a_misspelt_part_is_not_passed_over() {
        assert!(serde_json::from_str::<Provision>(r#"{"page":{}}"#).is_err());
    }
}
