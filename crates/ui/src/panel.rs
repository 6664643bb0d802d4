//! The side panel: the popup's page in more room, which stays open beside a web page.

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use native::*;
#[cfg(target_arch = "wasm32")]
pub(crate) use wasm::*;

#[cfg(target_arch = "wasm32")]
mod wasm {
    use std::cell::Cell;
    use std::rc::Rc;

    use js_sys::{Function, Promise, Reflect};
    use wasm_bindgen::prelude::*;
    use wasm_bindgen_futures::{JsFuture, spawn_local};

    use crate::browser;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = ["chrome", "windows"], js_name = getCurrent, catch)]
        fn current_window() -> Result<Promise, JsValue>;
    }

    /// The way to open it, as the browser has it.
    #[derive(Clone)]
    pub(crate) struct Panel {
        api: JsValue,
        /// Of the window that this page is in; Firefox does not need it.
        window: Rc<Cell<Option<f64>>>,
    }

    impl Panel {
        /// None in the panel itself, and where the browser has none.
        pub(crate) fn new() -> Option<Self> {
            if browser::address_has("panel") {
                return None;
            }
            let chrome = member(&js_sys::global(), "chrome")?;
            let side_panel = member(&chrome, "sidePanel");
            let is_firefox = side_panel.is_none();
            let panel = Self {
                api: side_panel.or_else(|| member(&chrome, "sidebarAction"))?,
                window: Rc::default(),
            };
            if is_firefox {
                return Some(panel);
            }
            // It may be opened only in the turn of a click, so its window is asked for before.
            let window = Rc::clone(&panel.window);
            spawn_local(async move {
                let Ok(current) = current_window() else {
                    return;
                };
                if let Ok(current) = JsFuture::from(current).await {
                    window.set(member(&current, "id").and_then(|id| id.as_f64()));
                }
            });
            Some(panel)
        }

        /// Opens it and closes the popup, which would lie over it.
        pub(crate) fn open(&self) {
            let open = |open: Function| match self.window.get() {
                Some(id) => {
                    let options = js_sys::Object::new();
                    // Setting a property of a fresh plain object cannot fail.
                    let _ = Reflect::set(&options, &"windowId".into(), &id.into());
                    open.call1(&self.api, &options).ok()
                }
                None => open.call0(&self.api).ok(),
            };
            let opened = member(&self.api, "open")
                .and_then(|open| open.dyn_into::<Function>().ok())
                .and_then(open)
                .and_then(|opening| opening.dyn_into::<Promise>().ok());
            let Some(opening) = opened else {
                log::warn!("the side panel could not be opened");
                return;
            };
            spawn_local(async move {
                if JsFuture::from(opening).await.is_ok() {
                    browser::close();
                } else {
                    log::warn!("the side panel could not be opened");
                }
            });
        }
    }

    fn member(object: &JsValue, name: &str) -> Option<JsValue> {
        let member = Reflect::get(object, &name.into()).ok()?;
        (!member.is_undefined() && !member.is_null()).then_some(member)
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    /// Natively every browser has one.
    #[derive(Clone)]
    pub(crate) struct Panel;

    impl Panel {
        pub(crate) fn new() -> Option<Self> {
            Some(Self)
        }

        pub(crate) fn open(&self) {}
    }
}
