//! What a call may be made from, as cards on pages offer it. The agent says what there is; a content
//! script only names one of these.

use alo_numbers::{Country, grouped_in};
use alo_protocol::{HotlineView, WorkerState};
use serde::{Deserialize, Serialize};

/// Hotlines on a card; a list of more is no choice for a card.
const MAX_OFFERED: usize = 50;

/// Kept for the session, because the worker may have died since the agent said it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Hotlines {
    all: Vec<HotlineView>,
    chosen: Option<String>,
}

impl Hotlines {
    /// Those of a state that the agent has told.
    pub fn of(state: &WorkerState) -> Self {
        Self {
            all: state.hotlines.iter().take(MAX_OFFERED).cloned().collect(),
            chosen: state.hotline.clone(),
        }
    }

    /// What a card offers: nothing where there is no choice.
    pub fn offered(&self) -> Vec<HotlineView> {
        if self.all.len() < 2 {
            return Vec::new();
        }
        self.all.clone()
    }

    /// The same as a card shows it: with the numbers of a PBX in `home` in groups.
    pub fn shown(&self, home: Country) -> Vec<HotlineView> {
        let mut offered = self.offered();
        for HotlineView { id, label } in &mut offered {
            *label = grouped_in(label, id, home);
        }
        offered
    }

    /// What a card shows as chosen: the site's last one while it is there, else the person's.
    pub fn for_site(&self, last: Option<&str>) -> Option<String> {
        self.named(last)
            .or_else(|| self.named(self.chosen.as_deref()))
    }

    /// A name that stands for one of those offered.
    pub fn named(&self, id: Option<&str>) -> Option<String> {
        let id = id?;
        let found = self.offered().into_iter().find(|hotline| hotline.id == id);
        found.map(|hotline| hotline.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hotlines(ids: &[&str], chosen: Option<&str>) -> Hotlines {
        let hotlines = ids.iter().map(|id| HotlineView {
            id: (*id).into(),
            label: format!("Line {id}"),
        });
        Hotlines::of(&WorkerState {
            hotlines: hotlines.collect(),
            hotline: chosen.map(Into::into),
            ..WorkerState::default()
        })
    }

    #[test]
    fn one_hotline_is_no_choice() {
        assert_eq!(hotlines(&["1"], Some("1")).offered(), []);
        assert_eq!(hotlines(&["1"], Some("1")).for_site(Some("1")), None);
        assert_eq!(hotlines(&["1", "2"], None).offered().len(), 2);
    }

    #[test]
    fn a_card_shows_numbers_in_groups_and_names_them_as_they_are() {
        let [first, ..] = &hotlines(&["842473001234", "2"], None).shown(Country::VN)[..] else {
            panic!("there are two");
        };
        assert_eq!(first.label, "Line 84 24 7300 1234");
        assert_eq!(first.id, "842473001234");
    }

    #[test]
    fn the_sites_own_last_one_comes_before_the_persons_while_it_is_there() {
        let both = hotlines(&["1", "2"], Some("1"));
        assert_eq!(both.for_site(Some("2")).as_deref(), Some("2"));
        assert_eq!(both.for_site(Some("gone")).as_deref(), Some("1"));
        assert_eq!(both.for_site(None).as_deref(), Some("1"));
        assert_eq!(hotlines(&["1", "2"], None).for_site(None), None);
    }

    #[test]
    fn a_page_can_name_only_what_is_offered() {
        let both = hotlines(&["1", "2"], None);
        for invented in ["3", "", "19001234\r\nX: y"] {
            assert_eq!(both.named(Some(invented)), None);
        }
        assert_eq!(both.named(None), None);
    }
}
