//! Changes of one of the parts that the agent keeps as a whole. A second change that is made before the first one has
//! come back in a picture is built on it: the picture's part would take it back.

use alo_protocol::{AudioSettings, Command, PhoneSettings, Refusal, Snapshot, WorkSettings};
use sycamore::prelude::*;

use crate::model::Model;

/// What was sent last and is in no picture yet.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Asked<T> {
    part: T,
    number: u32,
    /// Taken: the next picture has it.
    is_answered: bool,
}

type Slot<T> = Signal<Option<Asked<T>>>;

/// One for each part.
#[derive(Clone, Copy)]
pub(crate) struct Changes {
    audio: Slot<AudioSettings>,
    phone: Slot<PhoneSettings>,
    work: Slot<WorkSettings>,
}

impl Changes {
    pub(crate) fn new() -> Self {
        Self {
            audio: create_signal(None),
            phone: create_signal(None),
            work: create_signal(None),
        }
    }

    /// A new picture has come: what is in it, or was taken before it, is no longer on its way.
    pub(crate) fn settle(self, picture: &Snapshot) {
        fn settle<P: Part + PartialEq>(slot: Slot<P>, picture: &Snapshot) {
            let is_over = slot.with_untracked(|asked| {
                asked
                    .as_ref()
                    .is_some_and(|asked| asked.is_answered || asked.part == P::of(picture))
            });
            if is_over {
                slot.set(None);
            }
        }
        settle(self.audio, picture);
        settle(self.phone, picture);
        settle(self.work, picture);
    }
}

/// A part that is changed as a whole.
pub(crate) trait Part: Clone + 'static {
    fn of(snapshot: &Snapshot) -> Self;
    fn command(self) -> Command;
    fn slot(changes: Changes) -> Slot<Self>;
}

impl Part for AudioSettings {
    fn of(snapshot: &Snapshot) -> Self {
        snapshot.audio.clone()
    }
    fn command(self) -> Command {
        Command::SetAudio { audio: self }
    }
    fn slot(changes: Changes) -> Slot<Self> {
        changes.audio
    }
}

impl Part for PhoneSettings {
    fn of(snapshot: &Snapshot) -> Self {
        snapshot.phone.clone()
    }
    fn command(self) -> Command {
        Command::SetPhone { phone: self }
    }
    fn slot(changes: Changes) -> Slot<Self> {
        changes.phone
    }
}

impl Part for WorkSettings {
    fn of(snapshot: &Snapshot) -> Self {
        snapshot.work.clone()
    }
    fn command(self) -> Command {
        Command::SetWork { work: self }
    }
    fn slot(changes: Changes) -> Slot<Self> {
        changes.work
    }
}

impl Model {
    /// Sends the part with a change on top of all that was asked for before; the caller shows what became of it.
    pub(crate) fn change<P: Part>(
        &self,
        change: impl FnOnce(&mut P),
        reply: impl FnOnce(Option<Refusal>) + 'static,
    ) {
        let slot = P::slot(self.changes);
        let (before, number) = slot.with_untracked(|asked| {
            let asked = asked.as_ref();
            let number = asked.map_or(0, |asked| asked.number.wrapping_add(1));
            (asked.map(|asked| asked.part.clone()), number)
        });
        // With all digits: what is hidden on screen is not to be stored so.
        let mut part = before.unwrap_or_else(|| self.with_whole(P::of));
        change(&mut part);
        slot.set(Some(Asked {
            part: part.clone(),
            number,
            is_answered: false,
        }));
        let refusals = self.refusals;
        self.ask(part.command(), move |refusal| {
            // The view may have gone.
            if !slot.is_alive() {
                return;
            }
            if refusal.is_some() {
                // Controls fall back to what holds.
                refusals.update(|count| *count = count.wrapping_add(1));
            }
            slot.update(|asked| match asked {
                Some(asked) if asked.number == number && refusal.is_none() => {
                    asked.is_answered = true;
                }
                Some(now) if now.number == number => *asked = None,
                _ => {}
            });
            reply(refusal);
        });
    }

    /// The same; a refusal is shown as a notice.
    pub(crate) fn change_here<P: Part>(&self, change: impl FnOnce(&mut P)) {
        let tell = self.teller();
        self.change(change, tell);
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;

    use super::*;
    use crate::model::Reply;

    #[test]
    fn a_change_before_the_last_one_is_in_the_picture_takes_nothing_back_and_a_refused_one_is_no_base()
     {
        let sent: Rc<RefCell<Vec<(AudioSettings, Reply)>>> = Rc::default();
        let outbox = {
            let sent = Rc::clone(&sent);
            Rc::new(move |command: Command, reply: Reply| {
                if let Command::SetAudio { audio } = command {
                    sent.borrow_mut().push((audio, reply));
                }
            })
        };
        let root = create_root(move || {
            let model = Model::new(0, outbox);
            let echo = |audio: &mut AudioSettings| audio.echo_cancellation = false;
            let noise = |audio: &mut AudioSettings| audio.noise_suppression = false;
            let newest = || sent.borrow_mut().pop().expect("it was sent");
            model.change_here(echo);
            model.change_here(noise);
            let (audio, taken) = newest();
            assert!(!audio.echo_cancellation && !audio.noise_suppression);
            taken(None);
            // Another view has changed something meanwhile: the picture counts again.
            model.draw(Snapshot::default());
            model.change_here(noise);
            let (audio, refused) = newest();
            assert!(audio.echo_cancellation);
            refused(Some(Refusal::StorageFailed));
            model.change_here(echo);
            assert!(newest().0.noise_suppression);
        });
        root.dispose();
    }
}
