//! The dialer: a field to type or paste into, a keypad, redial.

use alo_protocol::{Command, DialSource};
use sycamore::prelude::*;
use sycamore::web::create_client_effect;
use sycamore::web::events::{Event, KeyboardEvent, SubmitEvent};

use crate::browser;
use crate::call_controls::{is_live, may_dial};
use crate::dial_input::{self, Fault};
use crate::model::Model;
use crate::text::t;
use crate::view::dial_options::NextCall;
use crate::view::icon::{Icon, icon};
use crate::view::keypad::keypad as keypad_keys;
use crate::view::{say, when};

/// Id of the field; it gets the focus back when a call's controls go away.
pub(super) const FIELD: &str = "dial-number";

/// What stands in the dialer. It belongs to the whole popup, so that a half-typed number survives a
/// call that comes in between.
#[derive(Clone, Copy)]
pub(super) struct Dialer {
    model: Model,
    text: Signal<String>,
    /// The number behind a `text` that hides digits. It can be called or put away, not edited.
    behind: Signal<Option<String>>,
    keypad: Signal<bool>,
    fault: Signal<Option<Fault>>,
    sending: Signal<bool>,
    unfolded: Signal<bool>,
    next: NextCall,
    field: NodeRef,
}

/// How much room the dialer takes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Room {
    None,
    Folded,
    Open,
}

impl Dialer {
    /// An empty dialer.
    pub(super) fn new(model: Model) -> Self {
        Self {
            model,
            text: create_signal(String::new()),
            behind: create_signal(None),
            keypad: create_signal(false),
            fault: create_signal(None),
            sending: create_signal(false),
            unfolded: create_signal(false),
            next: NextCall::new(model),
            field: create_node_ref(),
        }
    }

    /// Has the agent make a connection ready while a number is being typed.
    fn prepare_while_typing(self) {
        let Self { model, text, .. } = self;
        create_client_effect(move || {
            if text.with(|text| !text.is_empty()) && model.linked.get() {
                model.ask(Command::Prepare, |_| {});
            }
        });
    }

    /// Draws it: open when no call is up, folded away while one is, gone while there is no line free.
    pub(super) fn view(self) -> View {
        self.prepare_while_typing();
        let free = self.model.select(|snapshot| may_dial(&snapshot.calls));
        let busy = self
            .model
            .select(|snapshot| snapshot.calls.iter().any(is_live));
        let unfolded = self.unfolded;
        create_client_effect(move || {
            if !busy.get() && unfolded.get_untracked() {
                unfolded.set(false);
            }
        });
        let room = create_selector(move || match (free.get(), busy.get(), unfolded.get()) {
            (false, ..) => Room::None,
            (true, true, false) => Room::Folded,
            (true, ..) => Room::Open,
        });
        (move || match room.get() {
            Room::None => View::new(),
            Room::Folded => self.folded(),
            Room::Open => self.open(),
        })
        .into()
    }

    fn folded(self) -> View {
        let text = t("dial_another");
        let grid = icon(Icon::Grid);
        let unfold = move |_| {
            self.unfolded.set(true);
            browser::focus(FIELD);
        };
        view! {
            button(r#type="button", class="fold", on:click=unfold) { (grid) span { (text) } }
        }
    }

    fn open(self) -> View {
        let Self {
            text,
            behind,
            keypad,
            fault,
            sending,
            field,
            model,
            ..
        } = self;
        let last = model.select(|snapshot| snapshot.last_dialled.clone());
        let [label, hint, redial, delete, keys] = [
            "dial_number",
            "dial_hint",
            "dial_redial",
            "dial_delete",
            "keypad",
        ]
        .map(t);
        let has_text = create_selector(move || text.with(|text| !text.is_empty()));
        let fault_text = move || {
            fault.get().map_or_else(View::new, |fault| {
                let text = say(fault.key());
                view! { p(class="fault", id="dial-fault", role="alert") { (text) } }
            })
        };
        let backspace = when(has_text, move || {
            let (delete, title) = (delete.clone(), delete.clone());
            let cross = icon(Icon::Backspace);
            view! {
                button(
                    r#type="button",
                    class="bare",
                    aria-label=delete,
                    title=title,
                    on:mousedown=|event: sycamore::web::events::MouseEvent| event.prevent_default(),
                    on:click=move |_| self.press(None),
                ) { (cross) }
            }
        });
        let keypad_view = when(*keypad, move || {
            keypad_keys(true, move |key| self.press(Some(key)))
        });
        let (grid, again, phone) = (icon(Icon::Grid), icon(Icon::Redial), icon(Icon::Phone));
        let call_label = t("call");
        let more = self.next.view();
        let (keys_title, redial_title) = (keys.clone(), redial.clone());
        view! {
            form(class="dialer", novalidate=true, on:submit=move |event: SubmitEvent| {
                event.prevent_default();
                self.submit();
            }) {
                label(class="sr-only", r#for=FIELD) { (label) }
                div(class="field") {
                    input(
                        r#ref=field,
                        id=FIELD,
                        r#type="tel",
                        dir="ltr",
                        autocomplete="off",
                        "spellcheck"="false",
                        placeholder=hint,
                        readonly=move || behind.with(Option::is_some),
                        prop:value=move || text.get_clone(),
                        aria-invalid=move || fault.get().map(|_| "true"),
                        aria-describedby=move || fault.get().map(|_| "dial-fault"),
                        on:input=move |_| self.typed(),
                        on:paste=move |event: Event| self.pasted(&event),
                        on:keydown=move |event: KeyboardEvent| self.key(&event),
                    )
                    (backspace)
                }
                (fault_text)
                (keypad_view)
                div(class="dial-row") {
                    button(
                        r#type="button",
                        class="square",
                        aria-label=keys,
                        title=keys_title,
                        aria-expanded=move || if keypad.get() { "true" } else { "false" },
                        on:click=move |_| keypad.set(!keypad.get_untracked()),
                    ) { (grid) }
                    button(
                        r#type="button",
                        class="square",
                        aria-label=redial,
                        title=redial_title,
                        disabled=move || last.with(Option::is_none),
                        on:click=move |_| self.redial(),
                    ) { (again) }
                    button(r#type="submit", class="go", disabled=move || sending.get()) {
                        (phone) span { (call_label) }
                    }
                }
                (more)
            }
        }
    }

    /// Calls what is typed. An empty field is filled with the last number first, as phones do.
    fn submit(self) {
        let typed = self.text.get_clone_untracked();
        if typed.trim().is_empty() {
            self.take(&self.model.last_dialled().unwrap_or_default());
            return;
        }
        if let Some(number) = self.behind.get_clone_untracked() {
            return self.dial(number, DialSource::Dialer);
        }
        match dial_input::dialable(&typed) {
            Ok(number) => self.dial(number, DialSource::Dialer),
            Err(fault) => self.fault.set(Some(fault)),
        }
    }

    /// Puts a number into the field, where the person sees it before calling it.
    pub(super) fn take(self, number: &str) {
        let number = dial_input::clean(number);
        let shown = self.model.settings.shown(&number);
        let hides = shown != number;
        self.set(shown);
        self.behind.set(hides.then_some(number));
        browser::focus(FIELD);
    }

    /// Puts a number away whose digits are hidden; what is typed begins anew.
    fn begin_anew(self) {
        if self.behind.with_untracked(Option::is_some) {
            self.set(String::new());
        }
    }

    fn redial(self) {
        if let Some(last) = self.model.last_dialled() {
            self.dial(last, DialSource::History);
        }
    }

    fn dial(self, number: String, source: DialSource) {
        // A second press before the answer would be a second call.
        if self.sending.get_untracked() {
            return;
        }
        self.fault.set(None);
        self.sending.set(true);
        let Self {
            model,
            text,
            behind,
            sending,
            keypad,
            next,
            ..
        } = self;
        model.notice.set(None);
        model.ask(
            Command::Dial {
                number,
                source,
                options: next.options(),
            },
            move |refusal| {
                sending.set(false);
                if refusal.is_some() {
                    model.notice.set(refusal);
                } else {
                    text.set(String::new());
                    behind.set(None);
                    keypad.set(false);
                    next.reset();
                }
            },
        );
    }

    fn set(self, text: String) {
        self.fault.set(None);
        self.behind.set(None);
        self.text.set(text);
    }

    /// A key of the keypad, or delete.
    fn press(self, key: Option<char>) {
        self.begin_anew();
        let now = self.text.get_clone_untracked();
        let selection = self.selection();
        let (text, caret) = match key {
            Some(key) => dial_input::insert(&now, selection, key),
            None => dial_input::backspace(&now, selection),
        };
        self.set(dial_input::clean(&text));
        self.place_caret(caret);
    }

    fn key(self, event: &KeyboardEvent) {
        let one_letter =
            event.key().chars().nth(1).is_none() && !event.ctrl_key() && !event.meta_key();
        if one_letter || matches!(event.key().as_str(), "Backspace" | "Delete") {
            self.begin_anew();
        }
        // With nothing left to undo, Esc is the browser's: it closes the popup.
        if event.key() != "Escape" {
            return;
        }
        if self.text.with_untracked(|text| !text.is_empty()) {
            event.prevent_default();
            self.set(String::new());
        } else if self.keypad.get_untracked() {
            event.prevent_default();
            self.keypad.set(false);
        }
    }

    #[cfg(target_arch = "wasm32")]
    fn input(self) -> Option<web_sys::HtmlInputElement> {
        use wasm_bindgen::JsCast;
        self.field.try_get()?.dyn_into().ok()
    }

    #[cfg(target_arch = "wasm32")]
    fn typed(self) {
        if let Some(input) = self.input() {
            self.set(dial_input::clean(&input.value()));
        }
    }

    /// A field of one line makes a space of a line end, and one number of two. So what has several
    /// lines is put in by us.
    #[cfg(target_arch = "wasm32")]
    fn pasted(self, event: &Event) {
        self.begin_anew();
        use wasm_bindgen::JsCast;
        let pasted = event
            .dyn_ref::<web_sys::ClipboardEvent>()
            .and_then(web_sys::ClipboardEvent::clipboard_data)
            .and_then(|data| data.get_data("text").ok());
        if let Some(pasted) = pasted.filter(|pasted| dial_input::has_several_lines(pasted)) {
            event.prevent_default();
            let now = self.text.get_clone_untracked();
            let (text, caret) = dial_input::paste(&now, self.selection(), &pasted);
            self.set(dial_input::clean(&text));
            self.place_caret(caret);
        }
    }

    #[cfg(target_arch = "wasm32")]
    fn selection(self) -> Option<(u32, u32)> {
        let input = self.input()?;
        Some((input.selection_start().ok()??, input.selection_end().ok()??))
    }

    #[cfg(target_arch = "wasm32")]
    fn place_caret(self, caret: u32) {
        if let Some(input) = self.input() {
            // Fails for input types without a caret only.
            let _ = input.set_selection_range(caret, caret);
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn typed(self) {}

    #[cfg(not(target_arch = "wasm32"))]
    fn pasted(self, _event: &Event) {}

    #[cfg(not(target_arch = "wasm32"))]
    fn selection(self) -> Option<(u32, u32)> {
        None
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn place_caret(self, _caret: u32) {}
}
