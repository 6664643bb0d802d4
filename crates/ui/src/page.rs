//! The page that the popup stands over or the side panel beside, as our content scripts in it know it.
//! What they say came from a page: it is shown as text and never dialled by itself.

use alo_numbers::{Country, DialString, Link, Number};
use alo_protocol::PageSettings;
use alo_providers::post_dial_digits;
use serde::Deserialize;

use crate::dial_input;
use crate::settings::home_of;

/// Numbers that are listed; a page with more is not read number by number.
const MAX_NUMBERS: usize = 100;
/// Longest text that is listed, characters.
const MAX_TEXT: usize = 64;
/// Digits that are a number of their own where they begin with a zero.
const WHOLE_NUMBER: usize = 9;

/// See the module's documentation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Page {
    /// Host name in the address bar.
    pub(crate) host: String,
    /// In the order of frames and of the page, each once; `None` while they are being asked for.
    pub(crate) numbers: Option<Vec<PageNumber>>,
}

/// A number that is painted on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct PageNumber {
    /// As the page writes it.
    pub(crate) text: String,
    /// E.164; of a link, what it dials.
    pub(crate) number: String,
    /// Of a link to a number.
    pub(crate) href: String,
    /// Digits for after the answer: an extension.
    pub(crate) ext: Option<String>,
}

impl PageNumber {
    /// What goes into the dialer: as the card of the same number would dial it.
    pub(crate) fn to_dial(&self, countries: Countries) -> String {
        self.with_ext(&self.number_to_dial(countries))
    }

    /// As people type it, without a pause that the card would not make.
    fn with_ext(&self, number: &str) -> String {
        match self.ext.as_deref() {
            Some(ext) if ext.starts_with(',') => format!("{number}{ext}"),
            Some(ext) => format!("{number};ext={ext}"),
            None => number.to_owned(),
        }
    }

    fn number_to_dial(&self, countries: Countries) -> String {
        let dial = if self.href.is_empty() {
            DialString::parse_page(&self.text).ok()
        } else {
            Link::parse(&self.href).ok().map(|link| link.dial)
        };
        let read = dial.and_then(|dial| Number::parse(dial.as_str(), countries.site));
        match read.filter(|read| !self.href.is_empty() || read.e164() == self.number) {
            // The PBX at home knows its own national numbers only.
            Some(read) if countries.site != countries.home => read.e164(),
            Some(read) => read.dial(),
            None => self.number.clone(),
        }
    }
}

/// Whose national numbers are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Countries {
    /// On the page's site.
    pub(crate) site: Country,
    /// By the person's PBX.
    pub(crate) home: Country,
}

impl Countries {
    /// Those of a site, by its host name.
    pub(crate) fn of(settings: &PageSettings, host: &str) -> Self {
        let home = home_of(settings);
        let site = settings.site(host).country;
        Self {
            site: site.as_deref().and_then(Country::parse).unwrap_or(home),
            home,
        }
    }
}

/// What all frames said, cleaned: each number once, nothing that no number has.
#[cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "called by the browser's part")
)]
pub(crate) fn listed(frames: Vec<Vec<PageNumber>>) -> Vec<PageNumber> {
    let mut numbers: Vec<PageNumber> = Vec::new();
    for mut found in frames.into_iter().flatten() {
        if !found.href.is_empty() {
            // What has no card has no place here either.
            let Ok(link) = Link::parse(&found.href) else {
                continue;
            };
            found.number = link.dial.to_string();
            found.ext = link.post_dial;
        }
        let ext = found.ext.take().map(|ext| post_dial_digits(&ext));
        // Without its extension it would reach somebody else.
        let Ok(ext) = ext.transpose() else {
            continue;
        };
        found.ext = ext.filter(|ext| !ext.is_empty());
        let mut text: String = found
            .text
            .chars()
            .filter(|c| !c.is_control())
            .take(MAX_TEXT)
            .collect();
        if text.trim().is_empty() && !found.href.is_empty() {
            text = found.with_ext(&found.number);
        }
        let usable = !found.number.is_empty()
            && found.number.len() <= MAX_TEXT
            && found.number.chars().all(|c| c.is_ascii_digit() || c == '+')
            && found.ext.as_deref().is_none_or(is_extension);
        let known = numbers
            .iter()
            .any(|other| other.number == found.number && other.ext == found.ext);
        if usable && !known && !text.trim().is_empty() {
            numbers.push(PageNumber { text, ..found });
        }
        if numbers.len() == MAX_NUMBERS {
            break;
        }
    }
    numbers
}

/// Whether the dialer's field takes all of an extension (one that was cut would reach somebody else), and it is no
/// second number, which a card refuses.
fn is_extension(ext: &str) -> bool {
    // Beside the longest number that is dialled.
    const MOST: usize = dial_input::MAX_CHARS - 21 - ";ext=".len();
    let is_number = |part: &str| part.len() >= WHOLE_NUMBER && part.starts_with('0');
    ext.len() <= MOST && !ext.split(',').any(is_number)
}

/// Tells of the page beside this view, and in the side panel of whatever page takes its place, until
/// the current scope ends. `None` is a page that has no site (the browser's own, a file).
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn beside(_show: impl Fn(Option<Page>) + 'static) {}

#[cfg(target_arch = "wasm32")]
pub(crate) use wasm::beside;

#[cfg(target_arch = "wasm32")]
mod wasm {
    use std::cell::{Cell, RefCell};
    use std::rc::Rc;

    use gloo_events::EventListener;
    use gloo_timers::callback::Timeout;
    use js_sys::Promise;
    use serde::{Deserialize, Serialize, de::DeserializeOwned};
    use wasm_bindgen::prelude::*;
    use wasm_bindgen_futures::JsFuture;

    use super::{Page, PageNumber, listed};
    use crate::browser;
    use crate::chrome::{Listener, tab_activations, tab_updates};

    /// A page is often still being filled when the browser calls it complete; what comes later than
    /// this is listed when the pointer or the focus comes to the panel.
    const LATE_LOOKS_MS: [u32; 3] = [400, 1_500, 5_000];

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = ["chrome", "tabs"], js_name = query, catch)]
        fn query_tabs(filter: &JsValue) -> Result<Promise, JsValue>;

        #[wasm_bindgen(js_namespace = ["chrome", "scripting"], js_name = executeScript, catch)]
        fn execute_script(injection: &JsValue) -> Result<Promise, JsValue>;
    }

    #[derive(Clone, PartialEq, Deserialize)]
    struct Tab {
        id: i32,
        url: Option<String>,
    }

    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Filter {
        active: bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        last_focused_window: Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        current_window: Option<bool>,
    }

    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Target {
        tab_id: i32,
        all_frames: bool,
    }

    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Injection {
        target: Target,
        files: [&'static str; 1],
    }

    #[derive(Deserialize)]
    struct Frame {
        result: Option<Vec<PageNumber>>,
    }

    /// See [`super::beside`].
    pub(crate) fn beside(show: impl Fn(Option<Page>) + 'static) {
        let reader = Rc::new(Reader {
            show: Box::new(show),
            in_panel: browser::address_has("panel"),
            tab: RefCell::default(),
            turn: Cell::default(),
            later: RefCell::default(),
        });
        reader.look(0);
        if reader.in_panel {
            follow(reader);
        }
    }

    fn follow(reader: Rc<Reader>) {
        let again = |reader: &Rc<Reader>| {
            let reader = Rc::clone(reader);
            move || reader.look(0)
        };
        let look = again(&reader);
        let activated = Listener::new(tab_activations(), move |_| look());
        let (look, of) = (again(&reader), Rc::clone(&reader));
        let updated = Listener::new(tab_updates(), move |id| {
            let known = of.tab.borrow().as_ref().map(|tab| f64::from(tab.id));
            if known.is_none() || id.as_f64() == known {
                look();
            }
        });
        let window = sycamore::web::window();
        let root = sycamore::web::document().document_element();
        let look = again(&reader);
        let focus = EventListener::new(&window, "focus", move |_| look());
        let look = again(&reader);
        let pointer = root.map(|root| EventListener::new(&root, "pointerenter", move |_| look()));
        sycamore::prelude::on_cleanup(move || {
            drop((activated, updated, focus, pointer));
            reader.end();
        });
    }

    struct Reader {
        show: Box<dyn Fn(Option<Page>)>,
        /// It stays when another page comes; a popup goes with the click into the page.
        in_panel: bool,
        /// The one that was looked at last.
        tab: RefCell<Option<Tab>>,
        /// Looks so far: an answer to an older one is of no use.
        turn: Cell<u64>,
        later: RefCell<Option<Timeout>>,
    }

    impl Reader {
        /// Asks the browser for the tab, and our scripts in it for numbers; in the panel once more after
        /// each of the remaining [`LATE_LOOKS_MS`].
        fn look(self: &Rc<Self>, late: usize) {
            let turn = self.turn.get() + 1;
            self.turn.set(turn);
            let reader = Rc::clone(self);
            wasm_bindgen_futures::spawn_local(async move { reader.read(turn).await });
            let wait = LATE_LOOKS_MS.get(late).filter(|_| self.in_panel);
            let reader = Rc::downgrade(self);
            self.later.replace(wait.map(|&ms| {
                Timeout::new(ms, move || {
                    if let Some(reader) = reader.upgrade() {
                        reader.look(late + 1);
                    }
                })
            }));
        }

        async fn read(&self, turn: u64) {
            let tab = active_tab(self.in_panel).await;
            if self.turn.get() != turn {
                return;
            }
            let is_new = self.tab.replace(tab.clone()) != tab;
            let Some((id, host)) =
                tab.and_then(|tab| Some((tab.id, alo_protocol::host(&tab.url?)?)))
            else {
                return (self.show)(None);
            };
            if is_new && self.in_panel {
                // A page that loads slowly answers late; the numbers of the one before it are not its.
                (self.show)(Some(Page {
                    host: host.clone(),
                    numbers: None,
                }));
            }
            let numbers = Some(numbers_in(id).await);
            if self.turn.get() == turn {
                (self.show)(Some(Page { host, numbers }));
            }
        }

        /// Nothing is shown any more.
        fn end(&self) {
            self.turn.set(self.turn.get() + 1);
            self.later.take();
        }
    }

    async fn active_tab(in_panel: bool) -> Option<Tab> {
        let filter = Filter {
            active: true,
            last_focused_window: (!in_panel).then_some(true),
            // Each window has a panel of its own, and the pages of that window beside it.
            current_window: in_panel.then_some(true),
        };
        let tabs: Vec<Tab> = answer(query_tabs(&plain(&filter)).ok()?).await?;
        tabs.into_iter().next()
    }

    async fn numbers_in(tab_id: i32) -> Vec<PageNumber> {
        let injection = Injection {
            target: Target {
                tab_id,
                all_frames: true,
            },
            files: ["content-list.js"],
        };
        let frames: Vec<Frame> = match execute_script(&plain(&injection)) {
            Ok(promise) => answer(promise).await.unwrap_or_default(),
            Err(_) => Vec::new(),
        };
        listed(
            frames
                .into_iter()
                .filter_map(|frame| frame.result)
                .collect(),
        )
    }

    async fn answer<T: DeserializeOwned>(promise: Promise) -> Option<T> {
        let value = JsFuture::from(promise).await.ok()?;
        serde_wasm_bindgen::from_value(value).ok()
    }

    fn plain(value: &impl Serialize) -> JsValue {
        let serializer = serde_wasm_bindgen::Serializer::json_compatible();
        value.serialize(&serializer).unwrap_or(JsValue::NULL)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str, number: &str) -> PageNumber {
        PageNumber {
            text: text.into(),
            number: number.into(),
            ..PageNumber::default()
        }
    }

    fn link(text: &str, href: &str) -> PageNumber {
        PageNumber {
            text: text.into(),
            href: href.into(),
            ..PageNumber::default()
        }
    }

    fn taken(found: PageNumber, site: Country, home: Country) -> Option<String> {
        let listed = listed(vec![vec![found]]);
        listed
            .first()
            .map(|number| number.to_dial(Countries { site, home }))
    }

    #[test]
    fn a_link_puts_into_the_dialer_what_its_card_would_dial_and_what_no_card_dials_is_not_listed() {
        let at_home = |href: &str| taken(link("Call", href), Country::VN, Country::VN);
        for (href, number) in [
            ("tel:+84(0)912345678", "+84912345678"),
            ("tel:%2B84-28-3822-1234;ext=12", "+842838221234;ext=12"),
            ("tel:0912345678p12", "0912345678,12"),
            ("tel:0912345678,,12%23;ext=3", "0912345678,,12#3"),
            ("sip:0912345678@pbx.example", "0912345678"),
        ] {
            assert_eq!(at_home(href).as_deref(), Some(number), "{href}");
        }
        for href in [
            "tel:1-800-FLOWERS",
            "tel:0912 345 678 / 568",
            "tel:*21*0912345678%23",
            "sip:lan2000@pbx.example",
            "callto:lan.1985",
            "tel:",
            "tel:0912345678,0987654321",
            "tel:0912345678,,1234567890123456789012345678901234567890",
        ] {
            assert_eq!(at_home(href), None, "{href}");
        }
    }

    #[test]
    fn a_link_without_words_is_listed_by_its_number() {
        let found = listed(vec![vec![link(" ", "tel:0912345678")]]);
        assert_eq!(found[0].text, "0912345678");
    }

    #[test]
    fn a_number_is_taken_as_it_is_dialled_at_home_and_from_a_site_of_another_country_with_its_code()
    {
        let us = Country::parse("US").expect("a country");
        let hotline = || number("1900 6789", "+8419006789");
        assert_eq!(
            taken(hotline(), Country::VN, Country::VN).as_deref(),
            Some("19006789")
        );
        let far = || number("(650) 253-0000", "+16502530000");
        for site in [us, Country::VN] {
            let number = taken(far(), site, Country::VN);
            assert_eq!(number.as_deref(), Some("+16502530000"));
        }
        assert_eq!(taken(far(), us, us).as_deref(), Some("6502530000"));
        let link = taken(link("Call", "tel:6502530000"), us, Country::VN);
        assert_eq!(link.as_deref(), Some("+16502530000"));
    }

    #[test]
    fn a_number_that_stands_in_several_frames_is_listed_once_and_codes_are_not_listed() {
        let lan = number("0912 345 678", "+84912345678");
        let found = listed(vec![
            vec![lan.clone(), number("*21#", "*21#"), number("x", "")],
            vec![number("0912345678", "+84912345678"), number("  ", "+841")],
        ]);
        assert_eq!(found, [lan]);
    }

    #[test]
    fn two_extensions_of_one_number_are_two_entries_and_each_is_dialled_by_its_own() {
        let ext = |text: &str, ext: Option<&str>| PageNumber {
            ext: ext.map(str::to_owned),
            ..number(text, "+842838221234")
        };
        let sales = ext("028 3822 1234 máy lẻ 12", Some("12"));
        let help = ext("028 3822 1234 máy lẻ 13", Some("13"));
        let desk = ext("028 3822 1234", None);
        let odd = ext("028 3822 1234", Some("12@evil"));
        let all = vec![
            sales.clone(),
            help.clone(),
            desk.clone(),
            odd,
            sales.clone(),
        ];
        let found = listed(vec![all]);
        assert_eq!(found, [sales, help, desk]);
        let countries = Countries {
            site: Country::VN,
            home: Country::VN,
        };
        let dialled: Vec<_> = found.iter().map(|found| found.to_dial(countries)).collect();
        assert_eq!(
            dialled,
            [
                "+842838221234;ext=12",
                "+842838221234;ext=13",
                "02838221234"
            ]
        );
        for typed in dialled {
            assert_eq!(dial_input::clean(&typed), typed);
            assert!(dial_input::dialable(&typed).is_ok(), "{typed}");
        }
    }

    #[test]
    fn a_page_with_a_thousand_numbers_has_a_hundred_listed() {
        let many = (0..1_000).map(|n| number("n", &n.to_string())).collect();
        assert_eq!(listed(vec![many]).len(), MAX_NUMBERS);
    }
}
