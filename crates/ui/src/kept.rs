//! What is typed here and kept by the agent: no picture that is older than the typing ever takes its
//! place.

/// Values that are remembered of those that were sent and not answered.
const MOST_SENT: usize = 16;

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
    /// What the newest picture says, where it came after the last sending.
    newest: Option<T>,
    /// The value that was last shown and known to be stored.
    stored: T,
    /// What was sent since; the agent has the last of them, unless one of them went astray.
    sent: Vec<T>,
    astray: bool,
}

/// What is to be sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Unsent<T> {
    /// The whole value.
    pub value: T,
    /// What it takes the place of: what the agent has, if nobody else typed, is one of these. The first
    /// tells what was typed here.
    pub over: Vec<T>,
}

impl<T: Clone + PartialEq> Kept<T> {
    /// As the agent has it.
    pub fn new(value: T) -> Self {
        Self {
            stored: value.clone(),
            value,
            unsent: false,
            under_way: 0,
            focused: false,
            newest: None,
            sent: Vec::new(),
            astray: false,
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
    pub fn take_unsent(&mut self) -> Option<Unsent<T>> {
        if !std::mem::take(&mut self.unsent) {
            return None;
        }
        self.under_way += 1;
        // A picture from before this one arrives cannot have it.
        self.newest = None;
        let mut over = Vec::from([self.stored.clone()]);
        over.extend(self.sent.iter().cloned());
        if !self.astray {
            over.reverse();
        }
        if self.sent.len() >= MOST_SENT {
            self.sent.remove(0);
        }
        self.sent.push(self.value.clone());
        let value = self.value.clone();
        Some(Unsent { value, over })
    }

    /// What was sent is on the disk, or was not taken and has to be sent again. True when a picture is
    /// shown now that came before this answer.
    pub fn answered(&mut self, is_stored: bool) -> bool {
        self.under_way = self.under_way.saturating_sub(1);
        self.unsent |= !is_stored;
        self.astray |= !is_stored;
        // The echo of an earlier sending, which a slow picture brought.
        let is_echo = |newest: &T| *newest == self.stored || self.sent.contains(newest);
        if self.newest.as_ref().is_some_and(is_echo) {
            self.newest = None;
        }
        if is_stored && self.under_way == 0 {
            self.astray = false;
            if let Some(last) = self.sent.pop() {
                self.stored = last;
                self.sent.clear();
            }
        }
        self.settle()
    }

    /// Everything shown is on the disk.
    pub fn is_stored(&self) -> bool {
        !self.unsent && self.under_way == 0
    }

    /// The person came in or went out. True when what another view typed is shown now.
    pub fn focus(&mut self, focused: bool) -> bool {
        self.focused = focused;
        self.settle()
    }

    /// The newest picture says this. True when it is shown now.
    pub fn picture(&mut self, value: &T) -> bool {
        self.newest = Some(value.clone());
        self.settle()
    }

    fn settle(&mut self) -> bool {
        if !self.is_stored() || self.focused {
            return false;
        }
        let Some(newest) = self.newest.take() else {
            return false;
        };
        self.stored = newest.clone();
        let is_other = self.value != newest;
        self.value = newest;
        is_other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> Kept<String> {
        Kept::new(text.to_owned())
    }

    fn sent(kept: &mut Kept<String>) -> Option<String> {
        kept.take_unsent().map(|unsent| unsent.value)
    }

    fn picture(kept: &mut Kept<String>, text: &str) -> bool {
        kept.picture(&text.to_owned())
    }

    #[test]
    fn an_older_picture_does_not_take_the_place_of_what_is_typed() {
        let mut note = kept("");
        note.edit("ca".into());
        assert!(!picture(&mut note, ""), "not sent yet");
        assert_eq!(sent(&mut note).as_deref(), Some("ca"));
        note.edit("call ba".into());
        assert!(!picture(&mut note, "ca"), "the first part comes back");
        note.answered(true);
        assert!(!picture(&mut note, "ca"), "the second part is not sent");
        assert_eq!(sent(&mut note).as_deref(), Some("call ba"));
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
        assert_eq!(note.value(), "old");
        assert!(note.focus(false), "no other picture has to come");
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
        assert_eq!(sent(&mut note).as_deref(), Some("one two"));
        note.answered(false);
        assert_eq!(sent(&mut note).as_deref(), Some("one two"));
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

    #[test]
    fn a_change_says_over_what_it_was_typed() {
        let mut note = kept("a");
        let over = |note: &mut Kept<String>, value: &str| {
            note.edit(value.to_owned());
            note.take_unsent().map(|unsent| unsent.over.join(","))
        };
        assert_eq!(over(&mut note, "ab").as_deref(), Some("a"));
        assert_eq!(
            over(&mut note, "abc").as_deref(),
            Some("ab,a"),
            "one by one"
        );
        note.answered(true);
        note.answered(true);
        assert_eq!(over(&mut note, "abcd").as_deref(), Some("abc"));
        // Whether it got there is not known: all since what surely did was typed here.
        note.answered(false);
        assert_eq!(over(&mut note, "abcde").as_deref(), Some("abc,abcd"));
    }

    #[test]
    fn what_both_views_typed_is_shown_once_the_person_has_left_and_typed_over_until_then() {
        let mut note = kept("");
        note.focus(true);
        note.edit("giá".into());
        note.take_unsent();
        assert!(!picture(&mut note, "hẹn\ngiá"), "another view was first");
        assert!(!note.answered(true), "the person is in it");
        note.edit("giá 5".into());
        let unsent = note.take_unsent().unwrap();
        assert_eq!(unsent.over, ["giá"]);
        assert!(!picture(&mut note, "hẹn\ngiá 5"));
        assert!(!note.focus(false), "it is under way");
        assert!(note.answered(true));
        assert_eq!(note.value(), "hẹn\ngiá 5");
        note.edit("hẹn\ngiá 6".into());
        assert_eq!(note.take_unsent().unwrap().over, ["hẹn\ngiá 5"]);
    }

    #[test]
    fn a_picture_from_before_the_sending_is_not_shown_with_its_answer() {
        let mut note = kept("old");
        note.edit("new".into());
        assert!(!picture(&mut note, "older"));
        note.take_unsent();
        assert!(!note.answered(true));
        assert_eq!(note.value(), "new");
    }
}
