//! What is typed here and kept by the agent: no picture that is older than the typing ever takes its
//! place.

/// The value of one control.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept<T> {
    value: T,
    /// Changed since it was last sent.
    unsent: bool,
    /// Sent and not answered yet.
    under_way: u32,
    /// The person is in it: what another view typed waits until they leave.
    focused: bool,
}

impl<T: Clone + PartialEq> Kept<T> {
    /// As the agent has it.
    pub fn new(value: T) -> Self {
        Self {
            value,
            unsent: false,
            under_way: 0,
            focused: false,
        }
    }

    /// What is shown.
    pub fn value(&self) -> &T {
        &self.value
    }

    /// The person changed it.
    pub fn edit(&mut self, value: T) {
        if self.value != value {
            self.value = value;
            self.unsent = true;
        }
    }

    /// What is to be sent now, if anything; its answer belongs to [`Self::answered`].
    pub fn take_unsent(&mut self) -> Option<T> {
        std::mem::take(&mut self.unsent).then(|| {
            self.under_way += 1;
            self.value.clone()
        })
    }

    /// What was sent is on the disk, or was not taken and has to be sent again.
    pub fn answered(&mut self, is_stored: bool) {
        self.under_way = self.under_way.saturating_sub(1);
        self.unsent |= !is_stored;
    }

    /// Everything shown is on the disk.
    pub fn is_stored(&self) -> bool {
        !self.unsent && self.under_way == 0
    }

    /// The person came in or went out.
    pub fn focus(&mut self, focused: bool) {
        self.focused = focused;
    }

    /// The newest picture says this. True when it is shown now.
    pub fn picture(&mut self, value: &T) -> bool {
        let adopts = self.is_stored() && !self.focused && self.value != *value;
        if adopts {
            self.value = value.clone();
        }
        adopts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> Kept<String> {
        Kept::new(text.to_owned())
    }

    fn picture(kept: &mut Kept<String>, text: &str) -> bool {
        kept.picture(&text.to_owned())
    }

    #[test]
    fn an_older_picture_does_not_take_the_place_of_what_is_typed() {
        let mut note = kept("");
        note.edit("ca".into());
        assert!(!picture(&mut note, ""), "not sent yet");
        assert_eq!(note.take_unsent().as_deref(), Some("ca"));
        note.edit("call ba".into());
        assert!(!picture(&mut note, "ca"), "the first part comes back");
        note.answered(true);
        assert!(!picture(&mut note, "ca"), "the second part is not sent");
        assert_eq!(note.take_unsent().as_deref(), Some("call ba"));
        assert!(!picture(&mut note, "ca"), "it is under way");
        note.answered(true);
        assert!(note.is_stored());
        assert_eq!(note.value(), "call ba");
    }

    #[test]
    fn what_another_view_typed_is_shown_when_nobody_types_here() {
        let mut note = kept("old");
        note.focus(true);
        assert!(!picture(&mut note, "new"));
        note.focus(false);
        assert!(picture(&mut note, "new"));
        assert_eq!(note.value(), "new");
        assert!(!picture(&mut note, "new"), "nothing to draw anew");
    }

    #[test]
    fn what_could_not_be_stored_is_sent_again_with_what_was_typed_since() {
        let mut note = kept("");
        note.edit("one".into());
        note.take_unsent();
        note.edit("one two".into());
        note.answered(false);
        assert!(!note.is_stored());
        assert_eq!(note.take_unsent().as_deref(), Some("one two"));
        note.answered(false);
        assert_eq!(note.take_unsent().as_deref(), Some("one two"));
        note.answered(true);
        assert!(note.is_stored());
        assert_eq!(note.take_unsent(), None);
    }

    #[test]
    fn two_sendings_are_both_awaited() {
        let mut note = kept("");
        note.edit("a".into());
        note.take_unsent();
        note.edit("ab".into());
        note.take_unsent();
        note.answered(true);
        assert!(!note.is_stored(), "the second is still under way");
        note.answered(true);
        assert!(note.is_stored());
    }

    #[test]
    fn typing_what_stands_there_already_sends_nothing() {
        let mut note = kept("same");
        note.edit("same".into());
        assert_eq!(note.take_unsent(), None);
    }
}
