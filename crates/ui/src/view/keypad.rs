//! The twelve keys, for the dialer and for tones in a call.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use sycamore::prelude::*;
use sycamore::web::events::MouseEvent;

use crate::text::t;

/// Holding `0` this long makes a `+`, as on phones.
const LONG_PRESS_MS: u32 = 500;

const KEYS: [(char, &str); 12] = [
    ('1', ""),
    ('2', "ABC"),
    ('3', "DEF"),
    ('4', "GHI"),
    ('5', "JKL"),
    ('6', "MNO"),
    ('7', "PQRS"),
    ('8', "TUV"),
    ('9', "WXYZ"),
    ('*', ""),
    ('0', "+"),
    ('#', ""),
];

/// The keys. `plus` makes a long press on `0` a `+`.
pub(super) fn keypad(plus: bool, pressed: impl Fn(char) + 'static) -> View {
    let pressed = Rc::new(pressed);
    let keys: Vec<View> = KEYS
        .into_iter()
        .map(|(digit, letters)| {
            let pressed = Rc::clone(&pressed);
            if digit == '0' && plus {
                zero_key(pressed)
            } else {
                let letters = if digit == '0' { "" } else { letters };
                key(digit, letters, move |_| pressed(digit))
            }
        })
        .collect();
    let name = t("keypad");
    view! {
        div(class="keypad", role="group", aria-label=name) { (keys) }
    }
}

fn key(digit: char, letters: &'static str, click: impl FnMut(MouseEvent) + 'static) -> View {
    let digit = digit.to_string();
    view! {
        button(r#type="button", class="key", on:mousedown=keep_focus, on:click=click) {
            span(class="digit") { (digit) }
            span(class="letters", aria-hidden="true") { (letters) }
        }
    }
}

fn zero_key(pressed: Rc<dyn Fn(char)>) -> View {
    let timer: Rc<RefCell<Option<Timeout>>> = Rc::default();
    let held = Rc::new(Cell::new(false));
    let down = {
        let (timer, held, pressed) = (Rc::clone(&timer), Rc::clone(&held), Rc::clone(&pressed));
        move |_| {
            held.set(false);
            let (held, pressed) = (Rc::clone(&held), Rc::clone(&pressed));
            timer.replace(Some(Timeout::new(LONG_PRESS_MS, move || {
                held.set(true);
                pressed('+');
            })));
        }
    };
    let stop = {
        let timer = Rc::clone(&timer);
        move || drop(timer.take())
    };
    let (stop_up, stop_leave) = (stop.clone(), stop);
    let click = move |_| {
        // The click that ends a long press has done its work already.
        if !held.replace(false) {
            pressed('0');
        }
    };
    view! {
        button(
            r#type="button",
            class="key",
            on:mousedown=keep_focus,
            on:pointerdown=down,
            on:pointerup=move |_| stop_up(),
            on:pointerleave=move |_| stop_leave(),
            on:click=click,
        ) {
            span(class="digit") { "0" }
            span(class="letters", aria-hidden="true") { "+" }
        }
    }
}

/// A press of the mouse must not take the caret out of the field that is being filled.
fn keep_focus(event: MouseEvent) {
    event.prevent_default();
}
