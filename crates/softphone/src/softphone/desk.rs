//! Where phone and desk meet: the desk is shown the calls, and its wishes are carried out.

use alo_protocol::{
    CallId, Command, ExportKind, HistoryMark, HistoryPage, Refusal, SipAccount, WorkSettings,
};
use alo_providers::{CallFacts, call_facts, check_account, profile_of};
use alo_sip::Instant;
use alo_sip::wire::Headers;

use super::Softphone;
use crate::call::Call;
use crate::desk::{Desk, Out, Own, Wish};
use crate::hidden::Hidden;
use crate::replies::Then;
use crate::view::told_rows;
use crate::{Now, StoreOp};

impl Softphone {
    /// Lets the desk do something.
    pub(super) fn with_desk<R>(
        &mut self,
        now: Now,
        act: impl FnOnce(&mut Desk, &mut Out<'_>) -> R,
    ) -> R {
        let mut out = Out {
            replies: &mut self.replies,
            effects: &mut self.effects,
            rng: &mut self.rng,
            now,
        };
        act(&mut self.desk, &mut out)
    }

    /// Commands about the work around calls.
    pub(super) fn desk_command(&mut self, command: Command, now: Now) -> Result<(), Refusal> {
        match command {
            Command::EditNote { call, change, over } => {
                // The form may have gone while the last keys were on their way.
                if !self.desk.has_note(&call) {
                    self.open_form(&call, now)?;
                }
                self.with_desk(now, |desk, out| desk.edit_note(&call, change, &over, out))
            }
            Command::SaveNote { call } => {
                self.with_desk(now, |desk, out| desk.save_note(&call, out))
            }
            Command::OpenForm { call } => self.open_form(&call, now),
            Command::CloseForm { call } => {
                self.with_desk(now, |desk, out| desk.close_form(&call, out))
            }
            Command::SetWork { work } => self.with_desk(now, |desk, out| desk.set_work(work, out)),
            Command::SendNow => {
                self.with_desk(now, Desk::send_now);
                Ok(())
            }
            Command::ProviderSignIn { sign_in } => {
                self.no_talk()?;
                self.with_desk(now, |desk, out| desk.sign_in(sign_in, out))
            }
            Command::ChooseHotline { hotline } => {
                self.with_desk(now, |desk, out| desk.choose_hotline(hotline, out))
            }
            Command::ChooseContact { call, contact } => self.desk.choose_contact(&call, &contact),
            Command::ClearContacts => {
                self.with_desk(now, |desk, out| desk.clear_contacts(out));
                Ok(())
            }
            Command::RefreshHistory => {
                self.with_desk(now, |desk, out| desk.refresh_history(out));
                Ok(())
            }
            Command::ImportContacts { format, text } => {
                self.with_desk(now, |desk, out| desk.import(format, &text, out))
            }
            Command::ListExtensions { base_url, api_key } => self.with_desk(now, |desk, out| {
                desk.list_extensions(&base_url, api_key, out)
            }),
            Command::ChooseExtension { extension } => {
                self.no_talk()?;
                self.with_desk(now, |desk, out| desk.choose_extension(&extension, out))
            }
            _ => Err(Refusal::NotNow),
        }
    }

    /// A file to keep, of everything that is on this computer.
    pub fn export(&self, kind: ExportKind) -> String {
        let hidden = Hidden::from(self.desk.owner(), &self.history);
        let mut rows = self.history.rows().to_vec();
        for row in &mut rows {
            if let Some(note) = self.desk.note_of(&row.id) {
                row.note = Some(note);
            }
            hidden.row(row);
        }
        self.desk.export(kind, &rows)
    }

    /// A piece of the history, newest first.
    pub fn history_page(&self, after: Option<HistoryMark>) -> HistoryPage {
        let (rows, more) = self.history.page(after.as_ref());
        let hidden = Hidden::from(self.desk.owner(), &self.history);
        HistoryPage {
            rows: told_rows(rows, &self.desk, &hidden),
            more,
            revision: self.history.older().revision,
            after,
        }
    }

    /// Another account cannot carry on the calls of this one.
    pub(super) fn no_talk(&self) -> Result<(), Refusal> {
        let talks = |call: &Call| call.is_live() && !call.for_check;
        match self.calls.iter().any(talks) {
            true => Err(Refusal::InCall),
            false => Ok(()),
        }
    }

    fn open_form(&mut self, call: &CallId, now: Now) -> Result<(), Refusal> {
        let row = self.history.row(call).cloned();
        self.with_desk(now, |desk, out| desk.open_form(call, row.as_ref(), out))
    }

    /// What the provider's headers say of a call.
    pub(super) fn facts_of(&self, headers: &Headers) -> CallFacts {
        call_facts(self.desk.kind(), |name| headers.get(name))
    }

    /// Shows the desk what has become of the calls, and does what it wants.
    pub(super) fn follow_desk(&mut self, now: Now) {
        if !self.loaded {
            return;
        }
        self.show_calls(now);
        self.with_desk(now, Desk::run);
        let mut named = false;
        while let Some(wish) = self.desk.poll_wish() {
            match wish {
                Wish::UseAccount(account) => self.provided = Some(*account),
                Wish::Name(call, name) => {
                    if let Some(call) = self.calls.iter_mut().find(|known| known.id == call) {
                        call.set_name(name);
                        named = true;
                    }
                }
                Wish::Merge(kind, calls) => self.merge_history(kind, calls, now),
            }
        }
        self.use_provided(now);
        if named {
            self.carry_out_actions(now);
            self.show_calls(now);
            self.with_desk(now, Desk::run);
        }
    }

    pub(super) fn show_calls(&mut self, now: Now) {
        let talks = self.calls.iter().filter(|call| !call.for_check);
        let calls = talks.map(Call::now).collect();
        let account = self.account.as_ref();
        let own = account.map_or_else(Own::default, Own::of);
        self.with_desk(now, |desk, out| desk.follow(calls, &own, out));
    }

    /// Registers with the account that the provider named, as soon as no call is in the way. What the
    /// person has set for the same account stays.
    fn use_provided(&mut self, now: Now) {
        if self.replies.accounts().next().is_some() || self.replies.changes_hands() {
            return;
        }
        if self.provided.is_none() {
            self.keep_account();
        }
        if self.no_talk().is_err() {
            return;
        }
        let Some(account) = self.provided.take() else {
            return;
        };
        let account = match &self.account {
            Some(used) if used.domain == account.domain && used.username == account.username => {
                SipAccount {
                    server_url: account.server_url,
                    password: account.password,
                    auth_user: account.auth_user,
                    ice_servers: account.ice_servers,
                    ..used.clone()
                }
            }
            _ => account,
        };
        if self.account.as_ref() == Some(&account) {
            self.keep_account();
            self.account_is_providers(now);
            return;
        }
        match check_account(&account) {
            // Relays get new credentials with each session; nobody registers anew for that.
            Ok((account, _)) if self.differs_in_relays_only(&account) => {
                self.account = Some(account);
                self.account_is_kept = false;
                self.keep_account();
                self.account_is_providers(now);
            }
            Ok((account, _)) => {
                self.replies.store(
                    StoreOp::PutAccount(account.clone()),
                    Then::UseProvided(Box::new(account)),
                    &mut self.effects,
                );
            }
            Err(error) => {
                log::warn!("the provider's account cannot be used: {error}");
                self.with_desk(now, |desk, _| desk.account_unusable());
            }
        }
    }

    /// Whether the store has somebody else's account, which the next start would take for the one in use.
    pub(super) fn waits_for_account(&self) -> bool {
        self.keep_again_at.is_some() && self.keep_tries <= super::KEEP_TRIES
    }

    /// Has the account in use stored in place of one that waited in vain.
    fn keep_account(&mut self) {
        if let Some(account) = self.account.clone()
            && !self.account_is_kept
            && self.keep_again_at.is_none()
        {
            self.account_is_kept = true;
            let op = StoreOp::PutAccount(account);
            self.replies.store(op, Then::KeepAccount, &mut self.effects);
        }
    }

    fn differs_in_relays_only(&self, account: &SipAccount) -> bool {
        self.account.as_ref().is_some_and(|used| {
            let with_its_relays = SipAccount {
                ice_servers: used.ice_servers.clone(),
                ..account.clone()
            };
            *used == with_its_relays
        })
    }

    /// Calls are the provider's from now on, and follow its rules.
    pub(super) fn account_is_providers(&mut self, now: Now) {
        self.with_desk(now, Desk::registered);
        self.profile = profile_of(self.desk.kind());
    }

    /// When the desk wants to be woken. It thinks in Unix time, which may be set while it waits: it is
    /// asked anew after each input.
    pub(super) fn desk_timeout(&self) -> Option<Instant> {
        let due = self.desk.poll_timeout(self.unix_ms)?;
        let wait = due.saturating_sub(self.unix_ms).max(1);
        self.last.map(|last| Instant(last.0.saturating_add(wait)))
    }

    /// The settings as views may know them.
    pub(super) fn shown_work(&self) -> WorkSettings {
        let mut work = self.desk.work.clone();
        work.hook.secret = alo_protocol::Secret::default();
        work
    }
}
