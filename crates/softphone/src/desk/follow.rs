//! What becomes of calls, and what the desk does about it: form, contact, page of the CRM, record.

use alo_protocol::{CallId, Direction, EndView, HistoryRow, NoteContent, PopAt, SipAccount};
use alo_providers::api::{Ask, QualityLog};

use super::outbox::hook_id;
use super::session::Asked;
use super::{Desk, Out, hook, number, pop};
use crate::Effect;

/// So long the CRM's page waits for the name that its address wants, in milliseconds.
const NAME_LIMIT_MS: u64 = 2_000;

/// How a call sounded, from its first second to its last.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct QualitySummary {
    /// Lowest, highest and mean, 1–4.5.
    pub(crate) mos: [f32; 3],
    /// Mean, milliseconds.
    pub(crate) jitter_ms: f32,
    /// Mean, milliseconds.
    pub(crate) rtt_ms: f32,
    /// Mean, percent.
    pub(crate) loss: f32,
}

/// A call as it is now.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct CallNow {
    pub(crate) id: CallId,
    pub(crate) direction: Direction,
    pub(crate) number: String,
    pub(crate) name: Option<String>,
    pub(crate) provider_id: Option<String>,
    pub(crate) hotline: Option<String>,
    /// Unix ms.
    pub(crate) started_at: u64,
    /// Unix ms.
    pub(crate) answered_at: Option<u64>,
    /// It rings, on either side, or is past that.
    pub(crate) rings: bool,
    pub(crate) end: Option<EndView>,
    /// Where it could be measured.
    pub(crate) quality: Option<QualitySummary>,
}

impl CallNow {
    /// As it is on record.
    fn was(row: &HistoryRow) -> Self {
        Self {
            id: row.id.clone(),
            direction: row.direction,
            number: row.number.clone(),
            name: row.name.clone(),
            provider_id: row.provider_id.clone(),
            hotline: row.hotline.clone(),
            started_at: row.started_at,
            answered_at: row.answered_at,
            rings: true,
            end: row.end.clone(),
            quality: None,
        }
    }
}

/// Whose calls these are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Own {
    pub(crate) user: String,
    pub(crate) domain: String,
    pub(crate) name: String,
}

impl Own {
    pub(crate) fn of(account: &SipAccount) -> Self {
        Self {
            user: account.username.clone(),
            domain: account.domain.clone(),
            name: account.display_name.clone(),
        }
    }
}

/// A call with what was done about it.
#[derive(Debug)]
pub(super) struct Followed {
    pub(super) call: CallNow,
    /// The page of the CRM was shown, or is not wanted.
    popped: bool,
    /// Its page waits for a name until then, Unix ms.
    pops_at: Option<u64>,
    /// Its end was taken note of.
    ended: bool,
}

impl Followed {
    pub(super) fn clock_set_back(&mut self, by: u64) {
        self.pops_at = self.pops_at.map(|at| at.saturating_sub(by));
    }
}

impl Desk {
    /// Sees what has become of the calls. One that is not among them any more was dismissed.
    pub(crate) fn follow(&mut self, calls: Vec<CallNow>, own: &Own, out: &mut Out<'_>) {
        let mut before = std::mem::take(&mut self.followed);
        let mut after = Vec::with_capacity(calls.len());
        for call in calls {
            let known = before.iter().position(|known| known.call.id == call.id);
            let mut followed = match known {
                Some(at) => before.swap_remove(at),
                None => self.begins(&call, out),
            };
            // Somebody else has taken the far end's place, or the server has told who it really is.
            if number::key(&followed.call.number) != number::key(&call.number) {
                self.contacts.forget_call(&call.id);
                let name = self.contacts.look_up(&call, &mut self.session, out);
                self.wishes.extend(name);
            }
            let changed = known.is_none() || followed.call != call;
            followed.call = call;
            if changed {
                self.notes.follow(&followed.call, &self.work.form, out);
            }
            self.pop(&mut followed, out);
            if followed.call.end.is_some() && !followed.ended {
                followed.ended = true;
                self.ends(&followed.call, own, out);
            }
            after.push(followed);
        }
        self.followed = after;
        for gone in before {
            if !gone.ended {
                self.ends(&gone.call, own, out);
            }
            self.contacts.forget_call(&gone.call.id);
            self.notes.dismissed(&gone.call.id, &self.work.form, out);
        }
    }

    fn begins(&mut self, call: &CallNow, out: &mut Out<'_>) -> Followed {
        if self.work.form_opens {
            let owner = self.session.owner();
            self.notes.begin(call, owner, &self.work.form, out);
        }
        let name = self.contacts.look_up(call, &mut self.session, out);
        self.wishes.extend(name);
        Followed {
            call: call.clone(),
            popped: false,
            pops_at: None,
            ended: false,
        }
    }

    /// Shows the page of the CRM at its moment, with the name if it is known by then.
    fn pop(&self, followed: &mut Followed, out: &mut Out<'_>) {
        if followed.popped {
            return;
        }
        let call = &followed.call;
        let settings = &self.work.screen_pop;
        let is_moment = match pop::moment(settings, call.direction) {
            PopAt::Never => false,
            PopAt::Ring => call.rings && call.end.is_none(),
            PopAt::Answer => call.answered_at.is_some() && call.end.is_none(),
        };
        if !is_moment {
            return;
        }
        let waits = pop::wants_name(settings) && self.contacts.of_call(&call.id).loading;
        let until = *followed
            .pops_at
            .get_or_insert(out.now.unix_ms + NAME_LIMIT_MS);
        if waits && out.now.unix_ms < until {
            return;
        }
        followed.popped = true;
        if let Some(url) = pop::page(settings, call, self.home()) {
            out.effects.push(Effect::OpenPage { url });
        }
    }

    /// When a page has waited long enough for a name.
    pub(super) fn pop_timeout(&self) -> Option<u64> {
        let waits = |followed: &&Followed| !followed.popped && !followed.ended;
        let waiting = self.followed.iter().filter(waits);
        waiting.filter_map(|followed| followed.pops_at).min()
    }

    /// Takes in the calls in which the browser ended: nobody has made their record.
    pub(crate) fn interrupted(&mut self, rows: &[HistoryRow], own: &Own, out: &mut Out<'_>) {
        for row in rows.iter().filter(|row| !row.elsewhere) {
            if self.outbox.get(&hook_id(&row.id)).is_none() {
                self.record(&CallNow::was(row), own, true, out);
            }
        }
    }

    fn record(&mut self, call: &CallNow, own: &Own, interrupted: bool, out: &mut Out<'_>) {
        if self.work.hook.url.is_empty() {
            return;
        }
        let empty = NoteContent::default();
        let note = self.notes.get(&call.id);
        let content = note.map_or(&empty, |note| &note.content);
        let body = hook::record(call, (&self.work.form, content), own, interrupted);
        self.outbox.add_hook(&call.id, body, out);
    }

    fn ends(&mut self, call: &CallNow, own: &Own, out: &mut Out<'_>) {
        self.record(call, own, false, out);
        if let (Some(quality), Some(provider_id)) = (&call.quality, &call.provider_id)
            && self.session.is_ready()
            && self.session.abilities().quality
        {
            let log = QualityLog {
                provider_id: provider_id.clone(),
                outgoing: call.direction == Direction::Outgoing,
                extension: own.user.clone(),
                mos: quality.mos,
                jitter_ms: quality.jitter_ms,
                rtt_ms: quality.rtt_ms,
                loss: quality.loss,
            };
            let about = Asked::Quality(call.id.clone());
            self.session.ask(Ask::Quality(Box::new(log)), about, out);
        }
    }
}
