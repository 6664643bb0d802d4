//! What a package brings along in `provision.json` beside its manifest: a company's own build, the demo.

use serde::Deserialize;

use crate::{Command, PageSettings, ProviderSignIn, SipAccount, WorkSettings, mend};

/// See the module's documentation. It is read once, when Alo is installed: what a person has changed since
/// is theirs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Provision {
    /// Signed in with at the first start; without a password it fills in the form that asks for one.
    pub account: Option<SipAccount>,
    /// The same at a provider, in the account's place, which it brings itself.
    pub provider: Option<ProviderSignIn>,
    /// How pages are treated, in place of the defaults.
    pub pages: Option<PageSettings>,
    /// Form, customer's page and record of a call, in place of the defaults.
    pub work: Option<WorkSettings>,
    /// What could not be meant so, and what was done about it; in words without any value of it. The rest counts.
    #[serde(skip)]
    pub faults: Vec<String>,
}

impl Provision {
    /// Its name in the package.
    pub const FILE: &'static str = "provision.json";

    /// Reads the file as an administrator wrote it: a name that nobody knows, at any depth, is no part to pass over,
    /// because it may be a misspelt mask. What has its name and cannot be used is mended or left out, see
    /// [`Self::faults`].
    ///
    /// # Errors
    /// Where it cannot be read, in words without any value of it (one may be a password).
    pub fn parse(text: &str) -> Result<Self, String> {
        let at = |error: &serde_json::Error| {
            format!(
                "line {}, column {} cannot be read",
                error.line(),
                error.column()
            )
        };
        let mut unknown = None;
        let mut reader = serde_json::Deserializer::from_str(text);
        let mut provision: Self = serde_ignored::deserialize(&mut reader, |path| {
            // An optional part is a `?` on the way.
            unknown.get_or_insert_with(|| path.to_string().replace(".?", ""));
        })
        .map_err(|error| at(&error))?;
        reader.end().map_err(|error| at(&error))?;
        if let Some(path) = unknown {
            return Err(format!("nothing is called {path}"));
        }
        let pages = provision.pages.as_mut().map(mend::pages);
        let work = provision.work.as_mut().map(mend::work);
        provision.faults = pages.into_iter().chain(work).flatten().collect();
        Ok(provision)
    }

    /// Nobody has to sign in by hand.
    #[must_use]
    pub fn signs_in(&self) -> bool {
        match (&self.provider, &self.account) {
            (Some(provider), _) => *provider != provider.without_secrets(),
            (None, Some(account)) => !account.password.is_empty(),
            (None, None) => false,
        }
    }

    /// What the agent is asked to do at its first start, in this order. `has_work`: somebody has chosen how
    /// the work around a call goes, or this was done before.
    #[must_use]
    pub fn commands(self, has_work: bool) -> Vec<Command> {
        let signs_in = self.signs_in();
        let sign_in = match (self.provider, self.account) {
            (Some(sign_in), _) => Some(Command::ProviderSignIn { sign_in }),
            (None, Some(account)) => Some(Command::SignIn { account }),
            (None, None) => None,
        };
        let sign_in = sign_in.filter(|_| signs_in);
        let work = self.work.filter(|_| !has_work);
        let work = work.map(|work| Command::SetWork { work });
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
        let account = Provision::parse(r#"{"account":{"password":"x"}}"#).expect("read");
        let provider = r#"{"provider":{"type":"vbot","token":"t"}}"#;
        let provider = Provision::parse(provider).expect("read");
        assert!(account.signs_in() && provider.signs_in());
    }

    #[test]
    fn what_has_no_password_waits_for_the_person_who_has_one() {
        for text in [
            r#"{"account":{"serverUrl":"wss://pbx.example.com/ws","domain":"pbx.example.com"}}"#,
            r#"{"provider":{"type":"omicall","domain":"congty","extension":"","password":""}}"#,
        ] {
            let provision = Provision::parse(text).expect("read");
            assert!(!provision.signs_in());
            assert!(provision.commands(false).is_empty());
        }
    }

    #[test]
    fn the_form_is_there_before_the_sign_in_brings_calls() {
        let text = r#"{"account":{"password":"x"},"work":{"keepDays":30}}"#;
        let provision = Provision::parse(text).expect("read");
        let chosen = provision.clone().commands(true);
        assert!(
            matches!(chosen.as_slice(), [Command::SignIn { .. }]),
            "what somebody chose stays"
        );
        let commands = provision.commands(false);
        assert!(matches!(
            commands.as_slice(),
            [Command::SetWork { work }, Command::SignIn { .. }] if work.keep_days == 30 && work.form_opens
        ));
    }

    #[test]
    fn a_misspelt_part_is_not_passed_over() {
        for (text, name) in [
            (r#"{"page":{}}"#, "page"),
            (r#"{"pages":{"maks":["end",3,"x"]}}"#, "pages.maks"),
            (
                r#"{"pages":{"sites":{"crm.example.com":{"no":true}}}}"#,
                "crm.example.com",
            ),
            (r#"{"work":{"keepdays":30}}"#, "work.keepdays"),
            (r#"{"account":{"pasword":"hidden"}}"#, "account.pasword"),
        ] {
            let why = Provision::parse(text).expect_err("it is noticed");
            assert!(why.contains(name) && !why.contains("hidden"), "{why}");
        }
        for text in [
            "{",
            r#"{"pages":{"mask":["end",3,"x"],}}"#,
            "{} {}",
            r#"{"account":"hidden"}"#,
        ] {
            let why = Provision::parse(text).expect_err("it is noticed");
            assert!(why.starts_with("line ") && !why.contains("hidden"), "{why}");
        }
        assert!(Provision::parse("{}").is_ok());
    }
}
