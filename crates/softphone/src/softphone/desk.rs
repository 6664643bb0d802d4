//! The connection of phone and desk: shows the calls to the desk and carries out its wishes.

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
use crate::replies::OnStored;
use crate::view::rows_for_views;
use crate::{Now, StoreOp};

impl Softphone {
    /// Calls the desk with everything that it needs from the phone.
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

    /// Commands about the work around calls: every command that [`Self::take_command`] does not carry out.
    pub(super) fn desk_command(&mut self, command: Command, now: Now) -> Result<(), Refusal> {
        match command {
            Command::EditNote { call, change, over } => {
                // The form may have been closed while the last keystrokes were on their way.
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
                self.require_no_call()?;
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
                self.require_no_call()?;
                self.with_desk(now, |desk, out| desk.choose_extension(&extension, out))
            }
            // Carried out by `take_command`. They are named so that the compiler asks about a new command.
            Command::SignIn { .. }
            | Command::SignOut
            | Command::Reconnect
            | Command::TestConnection { .. }
            | Command::Dial { .. }
            | Command::Answer { .. }
            | Command::Decline { .. }
            | Command::Forward { .. }
            | Command::HangUp { .. }
            | Command::DismissEnded { .. }
            | Command::SetMuted { .. }
            | Command::SetSpeakerMuted { .. }
            | Command::Prepare
            | Command::AnswerTransfer { .. }
            | Command::Join
            | Command::Split { .. }
            | Command::SetHeld { .. }
            | Command::Transfer { .. }
            | Command::TransferTo { .. }
            | Command::SendDtmf { .. }
            | Command::SetAudio { .. }
            | Command::SetPhone { .. }
            | Command::CheckCall
            | Command::StopCheck
            | Command::PlayRing
            | Command::HistorySeen
            | Command::ClearHistory
            | Command::MicrophoneChanged { .. } => Err(Refusal::NotNow),
        }
    }

    /// The text of a file with everything of this kind that is stored on this computer.
    pub fn export(&self, kind: ExportKind) -> String {
        let hidden = Hidden::from(self.desk.owner(), &self.history);
        let rows = rows_for_views(self.history.rows(), &self.desk, &hidden);
        self.desk.export(kind, &rows)
    }

    /// The rows of the history that follow `after`, newest first; `None`: from the newest on.
    pub fn history_page(&self, after: Option<HistoryMark>) -> HistoryPage {
        let (rows, more) = self.history.page(after.as_ref());
        let hidden = Hidden::from(self.desk.owner(), &self.history);
        HistoryPage {
            rows: rows_for_views(rows, &self.desk, &hidden),
            more,
            revision: self.history.older().revision,
            after,
        }
    }

    /// Refuses while a call is live, because another account could not carry it on. The call of a check
    /// does not count.
    pub(super) fn require_no_call(&self) -> Result<(), Refusal> {
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

    /// What the provider's headers say about a call.
    pub(super) fn facts_of(&self, headers: &Headers) -> CallFacts {
        call_facts(self.desk.kind(), |name| headers.get(name))
    }

    /// Shows the calls to the desk and carries out its wishes.
    pub(super) fn run_desk(&mut self, now: Now) {
        if !self.loaded {
            return;
        }
        self.show_calls_to_desk(now);
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
        self.store_provided_account(now);
        if named {
            self.carry_out_actions(now);
            self.show_calls_to_desk(now);
            self.with_desk(now, Desk::run);
        }
    }

    /// Shows the calls to the desk as they are now.
    pub(super) fn show_calls_to_desk(&mut self, now: Now) {
        let talks = self.calls.iter().filter(|call| !call.for_check);
        let calls = talks.map(Call::for_desk).collect();
        let account = self.account.as_ref();
        let own = account.map_or_else(Own::default, Own::of);
        self.with_desk(now, |desk, out| desk.follow(calls, &own, out));
    }

    /// Stores the account that the provider named, to register with it, as soon as no call is live. What
    /// the person has set for the same account stays.
    fn store_provided_account(&mut self, now: Now) {
        if self.replies.accounts().next().is_some() || self.replies.changes_hands() {
            return;
        }
        if self.provided.is_none() {
            self.store_account();
        }
        if self.require_no_call().is_err() {
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
            self.store_account();
            self.provider_account_used(now);
            return;
        }
        match check_account(&account) {
            // TURN credentials are new with each session, and need no new registration.
            Ok((account, _)) if self.differs_in_relays_only(&account) => {
                self.account = Some(account);
                self.unstored.account_differs();
                self.store_account();
                self.provider_account_used(now);
            }
            Ok((account, _)) => {
                self.replies.store(
                    StoreOp::PutAccount(account.clone()),
                    OnStored::UseProvided(Box::new(account)),
                    &mut self.effects,
                );
                self.unstored.account_works = true;
            }
            Err(error) => {
                log::warn!("the provider's account cannot be used: {error}");
                self.with_desk(now, |desk, _| desk.account_unusable());
            }
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

    /// From now on calls use the provider's account and follow its rules.
    pub(super) fn provider_account_used(&mut self, now: Now) {
        self.with_desk(now, Desk::registered);
        self.profile = profile_of(self.desk.kind());
    }

    /// When the desk has to be woken. Its times are Unix time, and the computer's clock may be set: the
    /// wait is calculated anew after each input.
    pub(super) fn desk_timeout(&self) -> Option<Instant> {
        let due = self.desk.poll_timeout(self.unix_ms)?;
        let wait = due.saturating_sub(self.unix_ms).max(1);
        self.last.map(|last| Instant(last.0.saturating_add(wait)))
    }

    /// The settings for views: without the key of the hook.
    pub(super) fn work_without_key(&self) -> WorkSettings {
        let mut work = self.desk.work.clone();
        work.hook.secret = alo_protocol::Secret::default();
        work
    }
}
