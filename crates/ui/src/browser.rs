//! What views ask of the browser around them: time, dates in words, focus. Natively each has an
//! answer too, so that views can be rendered to text in tests.

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use native::*;
#[cfg(target_arch = "wasm32")]
pub(crate) use wasm::*;

#[cfg(target_arch = "wasm32")]
mod wasm {
    use js_sys::{Date, Object, Reflect};
    use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

    use super::Unread;
    use crate::file_text::text_of;
    use crate::text::t;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = Intl)]
        type DisplayNames;

        #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
        fn new(locale: &str, options: &JsValue) -> Result<DisplayNames, JsValue>;

        #[wasm_bindgen(method, catch)]
        fn of(this: &DisplayNames, code: &str) -> Result<Option<String>, JsValue>;
    }

    /// Unix ms.
    pub(crate) fn now() -> u64 {
        Date::now() as u64
    }

    /// Minutes east of UTC at a moment.
    pub(crate) fn utc_offset(unix_ms: u64) -> i32 {
        -(date_of(unix_ms).get_timezone_offset() as i32)
    }

    /// "14:05", or as the language writes it.
    pub(crate) fn time_of_day(unix_ms: u64) -> String {
        write(unix_ms, &[("hour", "numeric"), ("minute", "2-digit")])
    }

    /// "Fri, Nov 20", or as the language writes it.
    pub(crate) fn date(unix_ms: u64) -> String {
        write(
            unix_ms,
            &[("weekday", "short"), ("day", "numeric"), ("month", "short")],
        )
    }

    /// Name of an ISO 3166-1 alpha-2 country.
    pub(crate) fn country(code: &str) -> String {
        DisplayNames::new(&t("ui_language"), &options(&[("type", "region")]))
            .and_then(|names| names.of(code))
            .ok()
            .flatten()
            .unwrap_or_else(|| code.to_owned())
    }

    /// Puts the focus on an element, if it is there.
    pub(crate) fn focus(id: &str) {
        if let Some(element) = element(id) {
            let _ = element.focus();
        }
    }

    /// The same, with everything staying where it stands on screen.
    pub(crate) fn focus_in_place(id: &str) {
        if let Some(element) = element(id) {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = element.focus_with_options(&options);
        }
    }

    /// Brings an element into view and puts the focus on it, if it is there.
    pub(crate) fn show(id: &str) {
        if let Some(element) = element(id) {
            element.scroll_into_view();
            let _ = element.focus();
        }
    }

    /// What stands in the field, or is chosen in the list, that an event came from.
    pub(crate) fn value_of(event: &web_sys::Event) -> Option<String> {
        let target = event.target()?;
        let target = match target.dyn_into::<web_sys::HtmlInputElement>() {
            Ok(input) => return Some(input.value()),
            Err(other) => other,
        };
        let target = match target.dyn_into::<web_sys::HtmlTextAreaElement>() {
            Ok(area) => return Some(area.value()),
            Err(other) => other,
        };
        let list: web_sys::HtmlSelectElement = target.dyn_into().ok()?;
        Some(list.value())
    }

    /// Does something each time when the person may be about to leave the page for good. Ends with the
    /// current scope.
    pub(crate) fn on_leave(act: impl Fn() + Clone + 'static) {
        let window = sycamore::web::window();
        let hide = act.clone();
        let hide = gloo_events::EventListener::new(&window, "pagehide", move |_| hide());
        let document = sycamore::web::document();
        let unseen = gloo_events::EventListener::new(&document, "visibilitychange", move |_| act());
        sycamore::prelude::on_cleanup(move || drop((hide, unseen)));
    }

    /// The focus goes to something outside this element, or to nothing.
    pub(crate) fn focus_leaves(id: &str, event: &web_sys::FocusEvent) -> bool {
        let to: Option<web_sys::Node> = event.related_target().and_then(|to| to.dyn_into().ok());
        element(id).is_none_or(|element| !element.contains(to.as_ref()))
    }

    /// The focus is in this element, or on it.
    pub(crate) fn has_focus(id: &str) -> bool {
        let active = sycamore::web::document().active_element();
        active.is_some_and(|active| {
            element(id).is_some_and(|own| own.contains(Some(active.as_ref())))
        })
    }

    /// The focus is on this element itself.
    pub(crate) fn is_focused(id: &str) -> bool {
        let active = sycamore::web::document().active_element();
        active.is_some_and(|active| active.id() == id)
    }

    /// Focus has fallen to the page because the focused element went away.
    pub(crate) fn focus_is_lost() -> bool {
        let document = sycamore::web::document();
        document
            .active_element()
            .is_none_or(|active| document.body().is_some_and(|body| active == *body.as_ref()))
    }

    /// Gives the focus to an element if what had it is gone, or had to wait: a browser takes it from there.
    pub(crate) fn focus_if_lost(id: impl Into<String>) {
        let id = id.into();
        sycamore::web::queue_microtask(move || {
            if focus_is_lost() {
                focus(&id);
            }
        });
    }

    /// The page is being looked at.
    pub(crate) fn is_looked_at() -> bool {
        sycamore::web::document().has_focus().unwrap_or(false)
    }

    /// Scrolls to the element named in the address and focuses it: the section is drawn after the
    /// browser looked for it.
    pub(crate) fn follow_hash() {
        let hash = sycamore::web::window()
            .location()
            .hash()
            .unwrap_or_default();
        if let Some(element) = element(hash.trim_start_matches('#')) {
            element.scroll_into_view();
            let _ = element.focus();
        }
    }

    /// Whether the `details` that an event came from are open now.
    pub(crate) fn is_open(event: &web_sys::Event) -> bool {
        let target: Option<web_sys::Element> =
            event.target().and_then(|target| target.dyn_into().ok());
        target.is_some_and(|details| details.has_attribute("open"))
    }

    /// True when the address has this parameter, with or without a value.
    pub(crate) fn address_has(parameter: &str) -> bool {
        let search = sycamore::web::window()
            .location()
            .search()
            .unwrap_or_default();
        search
            .trim_start_matches('?')
            .split('&')
            .any(|part| part.split('=').next() == Some(parameter))
    }

    /// The value of a parameter of the address.
    pub(crate) fn address_value(parameter: &str) -> Option<String> {
        let search = sycamore::web::window().location().search().ok()?;
        let found = search
            .trim_start_matches('?')
            .split('&')
            .find_map(|part| part.strip_prefix(parameter)?.strip_prefix('='))?;
        js_sys::decode_uri_component(found).ok().map(String::from)
    }

    /// What stands behind `#` in the address.
    pub(crate) fn address_hash() -> String {
        let hash = sycamore::web::window().location().hash();
        hash.unwrap_or_default().trim_start_matches('#').to_owned()
    }

    /// Does something later, in `ms`.
    pub(crate) fn after(ms: u32, act: impl FnOnce() + 'static) {
        wasm_bindgen_futures::spawn_local(async move {
            gloo_timers::future::TimeoutFuture::new(ms).await;
            act();
        });
    }

    /// Closes this window or tab.
    pub(crate) fn close() {
        if sycamore::web::window().close().is_err() {
            log::warn!("the window could not be closed");
        }
    }

    /// Has the browser ask whether Alo may open `tel:` links; false where it can't.
    pub(crate) fn handle_tel_links() -> bool {
        #[wasm_bindgen]
        extern "C" {
            #[wasm_bindgen(js_namespace = navigator, js_name = registerProtocolHandler, catch)]
            fn register(scheme: &str, url: &str) -> Result<(), JsValue>;
        }
        let url = crate::chrome::get_url("confirm.html?href=%s");
        register("tel", &url).is_ok()
    }

    /// Opens the options page, or shows the tab that has it.
    pub(crate) fn open_settings() {
        if crate::chrome::open_options_page().is_err() {
            log::warn!("the options page could not be opened");
        }
    }

    /// Opens a page in a tab of its own.
    pub(crate) fn open_tab(url: &str) {
        if crate::chrome::create_tab(&crate::chrome::object("url", url)).is_err() {
            log::warn!("the page could not be opened");
        }
    }

    /// Reads the file that was chosen in a field: `then` is given its name and text, the letters of which
    /// are composed (NFC), so that the same name is the same text. False where no file was chosen.
    pub(crate) fn read_file(
        event: &web_sys::Event,
        most: u32,
        then: impl FnOnce(Result<(String, String), Unread>) + 'static,
    ) -> bool {
        let input: Option<web_sys::HtmlInputElement> =
            event.target().and_then(|target| target.dyn_into().ok());
        let Some(input) = input else {
            return false;
        };
        let Some(file) = input.files().and_then(|files| files.get(0)) else {
            return false;
        };
        wasm_bindgen_futures::spawn_local(async move {
            let octets = if file.size() <= f64::from(most) {
                wasm_bindgen_futures::JsFuture::from(file.array_buffer())
                    .await
                    .ok()
            } else {
                None
            };
            // The same file can be chosen again.
            input.set_value("");
            let text = octets.ok_or(Unread::TooLarge).and_then(|octets| {
                let octets = js_sys::Uint8Array::new(&octets).to_vec();
                let text = text_of(&octets).ok_or(Unread::Encoding)?;
                Ok(String::from(js_sys::JsString::from(text).normalize("NFC")))
            });
            then(text.map(|text| (file.name(), text)));
        });
        true
    }

    /// Opens the step of the options page that asks for the microphone.
    pub(crate) fn open_microphone_step() {
        let url = crate::chrome::get_url("options.html#microphone");
        if crate::chrome::create_tab(&crate::chrome::object("url", &url)).is_err() {
            open_settings();
        }
    }

    fn element(id: &str) -> Option<web_sys::HtmlElement> {
        if id.is_empty() {
            return None;
        }
        sycamore::web::document()
            .get_element_by_id(id)?
            .dyn_into()
            .ok()
    }

    fn date_of(unix_ms: u64) -> Date {
        Date::new(&JsValue::from_f64(unix_ms as f64))
    }

    fn write(unix_ms: u64, parts: &[(&str, &str)]) -> String {
        date_of(unix_ms)
            .to_locale_string(&t("ui_language"), &options(parts))
            .into()
    }

    fn options(parts: &[(&str, &str)]) -> JsValue {
        let object = Object::new();
        for (key, value) in parts {
            // Setting a property of a fresh plain object cannot fail.
            let _ = Reflect::set(&object, &(*key).into(), &(*value).into());
        }
        object.into()
    }
}

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "only a browser has files")
)]
pub(crate) enum Unread {
    /// Longer than is wanted, or the browser could not read it.
    TooLarge,
    /// See [`crate::file_text`].
    Encoding,
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use super::Unread;

    pub(crate) fn utc_offset(_unix_ms: u64) -> i32 {
        0
    }

    pub(crate) fn time_of_day(unix_ms: u64) -> String {
        let minutes = unix_ms / 60_000;
        format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
    }

    pub(crate) fn date(unix_ms: u64) -> String {
        format!("day {}", unix_ms / 86_400_000)
    }

    pub(crate) fn country(code: &str) -> String {
        code.to_owned()
    }

    pub(crate) fn focus(_id: &str) {}

    pub(crate) fn focus_in_place(_id: &str) {}

    pub(crate) fn show(_id: &str) {}

    pub(crate) fn value_of(_event: &sycamore::web::events::Event) -> Option<String> {
        None
    }

    pub(crate) fn on_leave(_act: impl Fn() + Clone + 'static) {}

    pub(crate) fn focus_leaves(_id: &str, _event: &sycamore::web::events::FocusEvent) -> bool {
        false
    }

    pub(crate) fn has_focus(_id: &str) -> bool {
        false
    }

    pub(crate) fn is_focused(_id: &str) -> bool {
        false
    }

    pub(crate) fn focus_is_lost() -> bool {
        false
    }

    pub(crate) fn focus_if_lost(_id: impl Into<String>) {}

    pub(crate) fn is_looked_at() -> bool {
        false
    }

    pub(crate) fn open_settings() {}

    pub(crate) fn open_microphone_step() {}

    pub(crate) fn open_tab(_url: &str) {}

    pub(crate) fn read_file(
        _event: &sycamore::web::events::Event,
        _most: u32,
        _then: impl FnOnce(Result<(String, String), Unread>) + 'static,
    ) -> bool {
        false
    }

    pub(crate) fn is_open(_event: &sycamore::web::events::Event) -> bool {
        false
    }

    pub(crate) fn address_has(_parameter: &str) -> bool {
        false
    }

    pub(crate) fn after(_ms: u32, _act: impl FnOnce() + 'static) {}

    pub(crate) fn close() {}

    pub(crate) fn handle_tel_links() -> bool {
        false
    }
}
