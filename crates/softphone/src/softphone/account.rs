//! Signing in and out, and trying an account.

use alo_protocol::{IceServer, Refusal, SipAccount};
use alo_providers::{AccountError, check_account, profile_of};
use alo_sip::Random;

use super::Softphone;
use crate::connection_test::{ConnectionTest, unusable_account};
use crate::desk::Desk;
use crate::line::{Line, Purpose};
use crate::registration::Registration;
use crate::replies::OnStored;
use crate::{MediaSetup, Now, StoreOp};

impl Softphone {
    /// Checks and stores; the account is used once it is stored.
    pub(super) fn sign_in(&mut self, typed: &SipAccount) -> Result<(), Refusal> {
        self.require_no_call()?;
        let account = self.complete(typed);
        let (account, _) = check_account(&account).map_err(AccountError::refusal)?;
        // Changed settings of the same account leave the person signed in at the provider.
        let same =
            |used: &SipAccount| used.domain == account.domain && used.username == account.username;
        let stays = self.account.as_ref().is_some_and(same) && self.replies.accounts().all(same);
        let (op, then) = if stays {
            let then = OnStored::UseAccount(Box::new(account.clone()));
            (StoreOp::PutAccount(account), then)
        } else {
            let then = OnStored::UseOwnAccount(Box::new(account.clone()));
            (StoreOp::PutOwnAccount(account), then)
        };
        self.replies.store(op, then, &mut self.effects);
        self.unstored.account_works = true;
        Ok(())
    }

    pub(super) fn sign_out(&mut self) {
        let op = StoreOp::DeleteAccount;
        self.replies
            .store(op, OnStored::ForgetAccount, &mut self.effects);
    }

    /// Signs out of the provider, which the store has forgotten already. Live calls still belong to the
    /// provider: its rules about hidden numbers hold, and it stays the owner of their rows and notes.
    pub(super) fn forget_provider(&mut self) {
        self.provided = None;
        self.desk.forget_provider(self.require_no_call().is_err());
        self.profile = profile_of(self.desk.kind());
    }

    /// No call uses the account of the provider that was left any more.
    pub(super) fn provider_left(&mut self, now: Now) {
        self.with_desk(now, Desk::provider_left);
        self.profile = profile_of(self.desk.kind());
    }

    /// Registers with an account that is stored.
    pub(super) fn use_account(&mut self, account: SipAccount, now: Now) {
        let is_same = |used: &SipAccount| is_same_login(used, &account);
        let works = self.account_works && self.account.as_ref().is_some_and(is_same);
        self.forget_account(now);
        self.account_works = works;
        match check_account(&account) {
            Ok((checked, _)) => {
                self.account = Some(checked);
                if self.wants_calls() {
                    self.open_line(now);
                } else {
                    self.registration = Registration::inactive();
                }
            }
            Err(error) => {
                self.registration = Registration::unusable(error.problem());
                self.account = Some(account);
            }
        }
    }

    /// Registers with a stored account as soon as no call is live: one may have begun meanwhile.
    pub(super) fn use_account_after_calls(&mut self, account: Box<SipAccount>, now: Now) {
        if self.require_no_call().is_ok() {
            self.use_account(*account, now);
        } else {
            self.replies.defer_account(Some(account));
        }
    }

    /// Registers with the account that waited for the end of a call, if that has come. True if it did.
    pub(super) fn use_deferred_account(&mut self, now: Now) -> bool {
        if self.require_no_call().is_err() {
            return false;
        }
        let Some(account) = self.replies.take_deferred_account() else {
            return false;
        };
        self.use_account(*account, now);
        self.provider_left(now);
        true
    }

    /// Registers the account, which has been checked.
    pub(super) fn open_line(&mut self, now: Now) {
        let Some(account) = self.account.clone() else {
            return;
        };
        let instance_id = self.instance_id();
        let line = self.new_line(&account, &instance_id, Purpose::Calls);
        self.lines.open(line, &mut self.effects, now);
        self.registration = Registration::signed_in();
    }

    /// Tries to register at once instead of waiting. A registration that stands or is under way is left
    /// alone.
    pub(super) fn reconnect(&mut self, now: Now) -> Result<(), Refusal> {
        if self.account.is_none() {
            return Err(Refusal::SignedOut);
        }
        if !self.wants_calls() {
            return Err(Refusal::Inactive);
        }
        if self.lines.reconnect(&mut self.effects, now) {
            Ok(())
        } else {
            // The account has no line, because its fields cannot be used.
            Err(Refusal::BadAccount)
        }
    }

    /// Ends calls, unregisters, and forgets the account.
    pub(super) fn forget_account(&mut self, now: Now) {
        self.stop_check(now);
        // The outcome of a check belongs to the account.
        self.check = None;
        for call in &mut self.calls {
            call.hang_up(now);
        }
        self.carry_out_actions(now);
        // The desk sees these calls end while they still belong to this account.
        self.show_calls_to_desk(now);
        self.lines.close(&mut self.effects, now);
        self.registration = Registration::signed_out();
        self.replies.defer_account(None);
        self.account = None;
        self.account_works = false;
        self.unstored.forget_account();
        self.voicemail = None;
    }

    /// Tests an account beside the live one, in place of a test that still runs.
    pub(super) fn test_connection(&mut self, typed: &SipAccount, now: Now) -> Result<(), Refusal> {
        let account = self.complete(typed);
        match check_account(&account) {
            Ok((account, url)) => {
                self.end_test(now);
                let instance_id = random_uuid(&mut self.rng);
                let line = self.new_line(&account, &instance_id, Purpose::Test);
                let (host, secure) = (url.host(), url.is_secure());
                let test = ConnectionTest::start(line, host, secure, &mut self.effects, now);
                self.report = Some(test.report().clone());
                self.test = Some(test);
                Ok(())
            }
            Err(error @ AccountError::Password) => Err(error.refusal()),
            Err(error) => {
                self.end_test(now);
                self.report = Some(unusable_account(error.problem(), &typed.server_url));
                Ok(())
            }
        }
    }

    /// Ends the test and lets its line unregister; its report stays.
    pub(super) fn end_test(&mut self, now: Now) {
        if let Some(test) = self.test.take() {
            self.lines.retire(test.into_line(), &mut self.effects, now);
        }
    }

    /// The settings of the account for a new peer connection.
    pub(super) fn media_setup(&self) -> MediaSetup {
        self.account
            .as_ref()
            .map_or_else(MediaSetup::default, |a| MediaSetup {
                ice_servers: a.ice_servers.clone(),
                policy: a.transport_policy,
                codecs: a.codecs.clone(),
                test_tone: false,
            })
    }

    /// Fills in secrets, which views never see and so cannot send back: an unchanged account keeps its
    /// password, an unchanged TURN server its credential. Accounts being stored go before the one in use.
    fn complete(&self, typed: &SipAccount) -> SipAccount {
        let mut account = typed.clone();
        let known = || self.replies.accounts().rev().chain(&self.account);
        let is_same = |stored: &&SipAccount| {
            typed.server_url.trim() == stored.server_url
                && typed.domain.trim().eq_ignore_ascii_case(&stored.domain)
                && typed.username.trim() == stored.username
        };
        if account.password.is_empty()
            && let Some(stored) = known().find(is_same)
        {
            account.password = stored.password.clone();
        }
        for server in &mut account.ice_servers {
            complete_ice_server(server, known().flat_map(|stored| &stored.ice_servers));
        }
        account
    }

    fn new_line(&mut self, account: &SipAccount, instance_id: &str, purpose: Purpose) -> Line {
        let id = self.lines.new_id();
        let user_agent = &self.platform.user_agent;
        Line::new(
            id,
            account,
            instance_id,
            user_agent,
            purpose,
            self.rng.clone(),
        )
    }

    /// The instance id of this installation; made and stored when there is none yet.
    fn instance_id(&mut self) -> String {
        if let Some(id) = &self.instance_id {
            return id.clone();
        }
        let id = random_uuid(&mut self.rng);
        self.instance_id = Some(id.clone());
        let op = StoreOp::PutInstanceId(id.clone());
        self.replies.store(op, OnStored::Ignore, &mut self.effects);
        id
    }
}

/// Whether a server that grants the one grants the other.
fn is_same_login(used: &SipAccount, account: &SipAccount) -> bool {
    used.server_url == account.server_url
        && used.domain == account.domain
        && used.username == account.username
        && used.auth_user == account.auth_user
        && used.password == account.password
}

fn complete_ice_server<'a>(
    server: &mut IceServer,
    mut stored: impl Iterator<Item = &'a IceServer>,
) {
    if server.credential.as_ref().is_some_and(|c| !c.is_empty()) {
        return;
    }
    let known = stored.find(|known| known.urls == server.urls && known.username == server.username);
    if let Some(known) = known {
        server.credential = known.credential.clone();
    }
}

/// `urn:uuid:` of version 4 (RFC 9562 §5.4).
fn random_uuid(rng: &mut dyn Random) -> String {
    let mut octets = [0; 16];
    rng.fill(&mut octets);
    let bits = u128::from_be_bytes(octets) & !(0xf << 76) & !(0x3 << 62) | 0x4 << 76 | 0x2 << 62;
    let hex = format!("{bits:032x}");
    let mut uuid = String::from("urn:uuid:");
    for (at, digit) in hex.chars().enumerate() {
        if matches!(at, 8 | 12 | 16 | 20) {
            uuid.push('-');
        }
        uuid.push(digit);
    }
    uuid
}

#[cfg(test)]
mod tests {
    use alo_sip::SeededRandom;

    use super::*;

    #[test]
    fn an_instance_id_is_a_version_4_uuid() {
        let uuid = random_uuid(&mut SeededRandom::new(1));
        let parts: Vec<&str> = uuid.trim_start_matches("urn:uuid:").split('-').collect();
        let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12], "{uuid}");
        assert!(parts[2].starts_with('4'), "{uuid}");
        assert!(parts[3].starts_with(['8', '9', 'a', 'b']), "{uuid}");
    }
}
