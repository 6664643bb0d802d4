//! The page that the popup stands over, as our content scripts in it know it. What they say came from
//! a page: it is shown as text and never dialled by itself.

use serde::Deserialize;

/// Numbers that are listed; a page with more is not read number by number.
const MAX_NUMBERS: usize = 100;
/// Longest text that is listed, characters.
const MAX_TEXT: usize = 64;

/// See the module's documentation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Page {
    /// Host name in the address bar.
    pub(crate) host: String,
    /// In the order of frames and of the page, each once.
    pub(crate) numbers: Vec<PageNumber>,
}

/// A number that is painted on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct PageNumber {
    /// As the page writes it.
    pub(crate) text: String,
    /// What goes into the dialer.
    pub(crate) number: String,
}

/// What all frames said, cleaned: each number once, nothing that no number has.
#[cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "called by the browser's part")
)]
pub(crate) fn listed(frames: Vec<Vec<PageNumber>>) -> Vec<PageNumber> {
    let mut numbers: Vec<PageNumber> = Vec::new();
    for found in frames.into_iter().flatten() {
        let text: String = found
            .text
            .chars()
            .filter(|c| !c.is_control())
            .take(MAX_TEXT)
            .collect();
        let usable = !found.number.is_empty()
            && found.number.len() <= MAX_TEXT
            && found.number.chars().all(|c| c.is_ascii_digit() || c == '+');
        let known = numbers.iter().any(|other| other.number == found.number);
        if usable && !known && !text.trim().is_empty() {
            numbers.push(PageNumber { text, ..found });
        }
        if numbers.len() == MAX_NUMBERS {
            break;
        }
    }
    numbers
}

#[cfg(not(target_arch = "wasm32"))]
impl Page {
    pub(crate) fn under_popup(_found: impl FnOnce(Self) + 'static) {}
}

#[cfg(target_arch = "wasm32")]
impl Page {
    /// Asks the browser for the tab that the popup stands over, and our scripts in it for numbers.
    /// A page that has no site (the browser's own, a file) is never found.
    pub(crate) fn under_popup(found: impl FnOnce(Self) + 'static) {
        wasm_bindgen_futures::spawn_local(async move {
            if let Some(page) = wasm::read().await {
                found(page);
            }
        });
    }
}

#[cfg(target_arch = "wasm32")]
mod wasm {
    use js_sys::Promise;
    use serde::{Deserialize, Serialize, de::DeserializeOwned};
    use wasm_bindgen::prelude::*;
    use wasm_bindgen_futures::JsFuture;

    use super::{Page, PageNumber, listed};

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = ["chrome", "tabs"], js_name = query, catch)]
        fn query_tabs(filter: &JsValue) -> Result<Promise, JsValue>;

        #[wasm_bindgen(js_namespace = ["chrome", "scripting"], js_name = executeScript, catch)]
        fn execute_script(injection: &JsValue) -> Result<Promise, JsValue>;
    }

    #[derive(Deserialize)]
    struct Tab {
        id: i32,
        url: Option<String>,
    }

    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Filter {
        active: bool,
        last_focused_window: bool,
    }

    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Target {
        tab_id: i32,
        all_frames: bool,
    }

    #[derive(Serialize)]
    struct Injection {
        target: Target,
        files: [&'static str; 1],
    }

    #[derive(Deserialize)]
    struct Frame {
        result: Option<Vec<PageNumber>>,
    }

    pub(super) async fn read() -> Option<Page> {
        let filter = Filter {
            active: true,
            last_focused_window: true,
        };
        let tabs: Vec<Tab> = answer(query_tabs(&plain(&filter)).ok()?).await?;
        let tab = tabs.into_iter().next()?;
        let host = alo_protocol::host(&tab.url?)?;
        let injection = Injection {
            target: Target {
                tab_id: tab.id,
                all_frames: true,
            },
            files: ["content-list.js"],
        };
        let frames: Vec<Frame> = match execute_script(&plain(&injection)) {
            Ok(promise) => answer(promise).await.unwrap_or_default(),
            Err(_) => Vec::new(),
        };
        let numbers = listed(
            frames
                .into_iter()
                .filter_map(|frame| frame.result)
                .collect(),
        );
        Some(Page { host, numbers })
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
        }
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
    fn a_page_with_a_thousand_numbers_has_a_hundred_listed() {
        let many = (0..1_000).map(|n| number("n", &n.to_string())).collect();
        assert_eq!(listed(vec![many]).len(), MAX_NUMBERS);
    }
}
