//! The second press of a double-click: it is not meant for what the first one has brought under the pointer, and
//! what is done once is not asked for again by it.

/// How long after a press another one may belong to it, in ms: shorter than the half a second after which somebody who
/// presses again means it.
const REST_MS: f64 = 450.0;
/// How far a pointer moves between the presses of a double-click, in CSS pixels.
const SAME_PLACE: f64 = 12.0;

/// A press as the page is told of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Press<C> {
    /// Ms on the page's clock.
    pub at: f64,
    /// Where the pointer was, in CSS pixels of the window; none for keys and for what helps people to press.
    pub place: Option<(f64, f64)>,
    /// What was pressed; none beside all controls.
    pub control: Option<C>,
    /// It does something that is done once, like calling somebody.
    pub once: bool,
}

impl<C> Press<C> {
    fn is_where(&self, other: &Self) -> bool {
        match (self.place, other.place) {
            (Some((x, y)), Some((other_x, other_y))) => {
                (x - other_x).abs() <= SAME_PLACE && (y - other_y).abs() <= SAME_PLACE
            }
            _ => false,
        }
    }
}

/// The last press.
#[derive(Clone, Debug, PartialEq)]
pub struct Presses<C> {
    last: Option<Press<C>>,
}

impl<C> Default for Presses<C> {
    fn default() -> Self {
        Self { last: None }
    }
}

impl<C: PartialEq> Presses<C> {
    /// Whether this press is one of its own. One that is not prolongs the one before it: of five quick
    /// presses the first counts.
    pub fn takes(&mut self, press: Press<C>) -> bool {
        if let Some(last) = &mut self.last
            && press.at - last.at < REST_MS
        {
            let is_second = if last.control == press.control {
                press.once
            } else {
                press.control.is_some() && last.is_where(&press)
            };
            if is_second {
                last.at = press.at;
                return false;
            }
        }
        self.last = Some(press);
        true
    }
}

/// Keeps second presses from all controls of the page, until the current scope ends.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn keep_from_controls() {}

#[cfg(target_arch = "wasm32")]
pub(crate) use wasm::keep_from_controls;

#[cfg(target_arch = "wasm32")]
mod wasm {
    use std::cell::RefCell;

    use gloo_events::{EventListener, EventListenerOptions};
    use sycamore::prelude::on_cleanup;
    use wasm_bindgen::JsCast;
    use web_sys::{Element, Event, MouseEvent};

    use super::{Press, Presses};

    const CONTROLS: &str = "button, a, summary";
    /// A click into a label is followed by one into its field, at the same place and at once.
    const FIELDS: &str = "label, input, select, textarea";

    /// See [`super::keep_from_controls`].
    pub(crate) fn keep_from_controls() {
        let presses = RefCell::new(Presses::default());
        // Before any control is told, and it can be kept from it.
        let options = EventListenerOptions {
            passive: false,
            ..EventListenerOptions::run_in_capture_phase()
        };
        let document = sycamore::web::document();
        let listener = EventListener::new_with_options(&document, "click", options, move |event| {
            if press(event).is_some_and(|press| !presses.borrow_mut().takes(press)) {
                event.prevent_default();
                event.stop_immediate_propagation();
            }
        });
        on_cleanup(move || drop(listener));
    }

    fn press(event: &Event) -> Option<Press<Element>> {
        let click: &MouseEvent = event.dyn_ref()?;
        let target: Element = event.target()?.dyn_into().ok()?;
        let within = |selectors| target.closest(selectors).ok().flatten();
        if !event.is_trusted() || within(FIELDS).is_some() {
            return None;
        }
        let control = within(CONTROLS);
        // A key, or what helps somebody to press, counts no clicks.
        let place = (click.detail() > 0)
            .then(|| (f64::from(click.client_x()), f64::from(click.client_y())));
        let once = control
            .as_ref()
            .is_some_and(|control| control.has_attribute("data-once"));
        Some(Press {
            at: event.time_stamp(),
            place,
            control,
            once,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: Option<(f64, f64)> = Some((90.0, 200.0));

    fn press(at: f64, control: &'static str) -> Press<&'static str> {
        Press {
            at,
            place: HERE,
            control: Some(control),
            once: control == "answer",
        }
    }

    #[test]
    fn the_second_press_of_a_double_click_is_not_meant_for_what_came_under_the_pointer() {
        for gap in [1.0, 80.0, 200.0, 350.0] {
            let mut presses = Presses::default();
            assert!(presses.takes(press(0.0, "answer")));
            assert!(!presses.takes(press(gap, "mute")), "{gap} ms");
        }
    }

    #[test]
    fn a_press_half_a_second_later_is_meant() {
        let mut presses = Presses::default();
        assert!(presses.takes(press(0.0, "answer")));
        assert!(presses.takes(press(500.0, "mute")));
        assert!(presses.takes(press(1_000.0, "answer")));
    }

    #[test]
    fn of_many_quick_presses_the_first_counts_until_there_was_a_rest() {
        let mut presses = Presses::default();
        assert!(presses.takes(press(0.0, "answer")));
        assert!(!presses.takes(press(300.0, "mute")));
        assert!(!presses.takes(press(600.0, "mute")));
        assert!(presses.takes(press(1_100.0, "mute")));
    }

    #[test]
    fn what_is_done_once_is_asked_for_once_by_a_key_too() {
        let mut presses = Presses::default();
        let enter = |at| Press {
            place: None,
            ..press(at, "answer")
        };
        assert!(presses.takes(enter(0.0)));
        assert!(!presses.takes(enter(100.0)));
        assert!(presses.takes(enter(600.0)));
    }

    #[test]
    fn a_key_of_the_keypad_is_pressed_as_often_as_somebody_likes_and_so_is_its_neighbour() {
        let mut presses = Presses::default();
        assert!(presses.takes(press(0.0, "1")));
        assert!(presses.takes(press(90.0, "1")));
        let neighbour = Press {
            place: Some((150.0, 200.0)),
            ..press(180.0, "2")
        };
        assert!(presses.takes(neighbour));
    }

    #[test]
    fn keys_that_go_from_one_control_to_the_next_all_count() {
        let mut presses = Presses::default();
        let enter = |at, control| Press {
            place: None,
            ..press(at, control)
        };
        assert!(presses.takes(press(0.0, "transfer")));
        assert!(presses.takes(enter(100.0, "now")));
        assert!(presses.takes(enter(200.0, "hold")));
    }

    #[test]
    fn a_click_beside_all_controls_does_not_become_one_on_the_card_that_came_between() {
        let mut presses = Presses::default();
        let beside = Press {
            control: None,
            ..press(0.0, "")
        };
        assert!(presses.takes(beside.clone()));
        assert!(!presses.takes(press(150.0, "decline")));
        assert!(presses.takes(Press {
            at: 200.0,
            ..beside
        }));
    }
}
