//! By which of the provider's lines calls go out.

use alo_protocol::{HotlineView, Refusal};
use alo_providers::api::{Ask, Hotline};

use super::{Asked, MOST_SHOWN, Session};
use crate::StoreOp;
use crate::desk::{DeskThen, Out, StoredProvider};
use crate::text::{MAX_NAME, clean};

impl Session {
    /// What calls of [`Self::owner`] go out by.
    pub(in crate::desk) fn hotline_in_use(&self) -> Option<&String> {
        match self.registered_one() {
            Some(stored) => stored.hotline.as_ref(),
            None => self.former()?.hotline.as_ref(),
        }
    }

    /// Takes the list in. A hotline that is not there any more is not called by, and where the provider
    /// chooses none itself the first is.
    pub(super) fn offer_hotlines(&mut self, hotlines: &[Hotline], out: &mut Out<'_>) {
        self.hotlines = hotlines
            .iter()
            .take(MOST_SHOWN)
            .map(|hotline| HotlineView {
                id: hotline.id.clone(),
                label: clean(&hotline.label, MAX_NAME).unwrap_or_else(|| hotline.id.clone()),
            })
            .collect();
        let is_listed = |id: &String| hotlines.iter().any(|hotline| hotline.id == *id);
        let kept = self.hotline().cloned().filter(is_listed);
        let hotline = kept.or_else(|| self.default_hotline());
        if let Some(stored) = &mut self.stored
            && stored.hotline != hotline
        {
            stored.hotline = hotline;
            self.keep(out);
        }
        // It may have been chosen otherwise elsewhere; what is shown is what counts.
        if let Some(id) = self.hotline().cloned() {
            self.tell_hotline(id.clone(), Some(id), out);
        }
    }

    /// Tells the provider by what calls are to go out, where no call says it itself.
    fn tell_hotline(&mut self, id: String, before: Option<String>, out: &Out<'_>) {
        if !self.profile().names_hotline() {
            let ask = Ask::ChooseHotline { id: id.clone() };
            self.ask(ask, Asked::ChooseHotline { id, before }, out);
        }
    }

    /// The provider does not know that choice. It calls by the one before, so that is the one to be shown,
    /// unless another one was chosen since.
    pub(super) fn hotline_not_told(
        &mut self,
        id: &String,
        before: Option<&String>,
        out: &mut Out<'_>,
    ) {
        if let Some(stored) = &mut self.stored
            && stored.hotline.as_ref() == Some(id)
            && before != Some(id)
        {
            stored.hotline = before.cloned();
            self.keep(out);
        }
    }

    /// What is called by where nothing is chosen; none where the provider chooses.
    fn default_hotline(&self) -> Option<String> {
        let first = self.hotlines.first().map(|hotline| hotline.id.clone());
        first.filter(|_| self.profile().needs_hotline())
    }

    /// Calls go out by this hotline once the choice is stored.
    pub(in crate::desk) fn choose_hotline(
        &self,
        hotline: Option<String>,
        out: &mut Out<'_>,
    ) -> Result<(), Refusal> {
        let stored = self.stored.as_ref().ok_or(Refusal::NotNow)?;
        let is_known = |id: &String| self.hotlines.iter().any(|known| known.id == *id);
        if out.replies.changes_hands() || !hotline.as_ref().is_none_or(is_known) {
            return Err(Refusal::NotNow);
        }
        let hotline = hotline.or_else(|| self.default_hotline());
        let provider = StoredProvider {
            hotline: hotline.clone(),
            ..stored.clone()
        };
        let op = StoreOp::PutProvider(Box::new(provider));
        out.store(op, DeskThen::UseHotline(hotline));
        Ok(())
    }

    pub(in crate::desk) fn use_hotline(&mut self, hotline: Option<String>, out: &Out<'_>) {
        let before = self.hotline().cloned();
        if let Some(stored) = &mut self.stored {
            stored.hotline.clone_from(&hotline);
        }
        if let Some(id) = hotline {
            self.tell_hotline(id, before, out);
        }
    }

    pub(super) fn hotline(&self) -> Option<&String> {
        self.stored.as_ref()?.hotline.as_ref()
    }
}
