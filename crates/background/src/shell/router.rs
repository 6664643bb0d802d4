//! Messages in, answers out. Who may ask what is decided by the sender's document alone.

use std::cell::{Cell, RefCell};

use alo_protocol::{
    AgentReply, CardAnswer, Command, DialAnswer, DialOptions, DialSource, NumberSource, PageKey,
    PageRequest, PageSettings, PendingCall, Refusal, Role, Sender, StateAnswer, StoredSettings,
    WorkerRequest,
};
use js_sys::Date;
use serde::Serialize;
use wasm_bindgen::JsValue;

use super::{agent, chrome, crm, notifications, scripts, store, update};
use crate::{
    detector::{self, Texts},
    gate::{Dial, Gate, Taken},
    hotlines::Hotlines,
    scripts::{CARD, WHOLE},
    settings::Settings,
};

const GATE: &str = "gate";
const HOTLINES: &str = "hotlines";

thread_local! {
    /// The gate of this worker's life; session storage has it for the next one.
    static CURRENT: RefCell<Option<Gate>> = const { RefCell::new(None) };
    /// What was kept last in this worker's life.
    static OFFERED: RefCell<Option<Hotlines>> = const { RefCell::new(None) };
    static HIDES: Cell<Option<bool>> = const { Cell::new(None) };
}

/// Handles one message; `None` leaves the sender without an answer.
pub(super) async fn handle(message: JsValue, sender: &Sender) -> Option<JsValue> {
    match chrome::extension().role(sender)? {
        Role::Page(page) => {
            let request = chrome::from_js(message)?;
            Some(from_page(request, page).await)
        }
        Role::View => match chrome::from_js(message)? {
            WorkerRequest::EnsureAgent => Some(JsValue::from_bool(agent::ensure().await)),
            WorkerRequest::Pending { id } => {
                let waiting = with_gate(|gate| gate.pending(&id, now())).await;
                Some(chrome::to_js(&waiting))
            }
            WorkerRequest::Confirm { id } => Some(chrome::to_js(&confirm(&id).await)),
            WorkerRequest::Ask { href } => Some(chrome::to_js(&ask(href).await)),
            WorkerRequest::State { .. }
            | WorkerRequest::OpenPage { .. }
            | WorkerRequest::MayReach { .. } => None,
        },
        Role::Agent => match chrome::from_js(message)? {
            WorkerRequest::State { state } => {
                update::heard(&state);
                let hides = state.hides_numbers;
                keep_hotlines(Hotlines::of(&state)).await;
                // What is to be hidden from now on is not shown whole before, nor what may be shown now drawn anew with
                // what was hidden from somebody else.
                if hides {
                    keep_hiding(hides).await;
                }
                notifications::show(state).await;
                keep_hiding(hides).await;
                update::settle().await;
                let home = store::settings("").await.home;
                Some(chrome::to_js(&StateAnswer { home }))
            }
            WorkerRequest::OpenPage { url } => {
                crm::show(&url).await;
                Some(JsValue::TRUE)
            }
            WorkerRequest::MayReach { url } => {
                Some(JsValue::from_bool(chrome::may_reach(&url).await))
            }
            _ => None,
        },
        // The worker does not write to itself.
        Role::Worker => None,
    }
}

/// Before anything of that state is shown.
async fn keep_hiding(hides: bool) {
    if HIDES.get() != Some(hides) && store::provider_hides(hides).await {
        HIDES.set(Some(hides));
    }
}

/// The agent tells its state each second of a call, and this seldom changes.
async fn keep_hotlines(hotlines: Hotlines) {
    let known = OFFERED.replace(Some(hotlines.clone()));
    if known.as_ref() != Some(&hotlines) {
        store::save(HOTLINES, &hotlines).await;
    }
}

async fn from_page(request: PageRequest, page: PageKey) -> JsValue {
    match request {
        PageRequest::Hello => chrome::to_js(&store::settings(&page.site).await.for_page()),
        PageRequest::Scan { texts, hints, lang } => {
            let settings = store::settings(&page.site).await;
            let settings = settings.in_language(lang.as_deref(), &page.site);
            let texts = Texts {
                texts: &texts,
                hints: &hints,
            };
            chrome::to_js(&settings.without_not_numbers(detector::scan(texts, &settings)))
        }
        PageRequest::OpenCard {
            source,
            direct,
            lang,
        } => {
            let settings = store::settings(&page.site).await;
            let settings = settings.in_language(lang.as_deref(), &page.site);
            chrome::to_js(&open_card(&source, direct, page, settings).await)
        }
        PageRequest::LoadWhole => {
            let mut answer = store::settings(&page.site).await.for_page();
            let mut is_done = true;
            if answer.enabled {
                is_done = scripts::load(&WHOLE, &page).await;
                // What was said while they were on their way counts.
                answer = store::settings(&page.site).await.for_page();
            }
            chrome::to_js(&is_done.then_some(answer))
        }
        PageRequest::LoadCard => JsValue::from_bool(scripts::load(&CARD, &page).await),
        PageRequest::AskInWindow { card, hotline } => {
            chrome::to_js(&ask_in_window(&card, hotline.as_deref(), &page).await)
        }
        PageRequest::Call { card, hotline } => {
            chrome::to_js(&call(&card, hotline.as_deref(), &page).await)
        }
        PageRequest::OneClick { card, on } => chrome::to_js(&one_click(&card, on, &page).await),
        PageRequest::NotANumber { card, undo } => {
            chrome::to_js(&not_a_number(&card, undo, &page).await)
        }
    }
}

async fn open_card(
    source: &NumberSource,
    direct: bool,
    page: PageKey,
    mut settings: Settings,
) -> CardAnswer {
    let id = chrome::random_uuid();
    let hotlines: Hotlines = store::load(HOTLINES).await;
    settings.hotline = hotlines.for_site(settings.hotline.as_deref());
    let mut card =
        with_gate(|gate| gate.open_card(source, page.clone(), &settings, id.clone(), now())).await;
    if card.card.is_none() {
        return card;
    }
    card.hotlines = hotlines.shown(settings.home());
    card.hotline.clone_from(&settings.hotline);
    if direct {
        match with_gate(|gate| gate.take_directly(&id, &page, &settings, now())).await {
            Ok(None) => {}
            Ok(Some(number)) => {
                card.refusal = dial(number).await.refusal;
                card.called = card.refusal.is_none();
                // It is used up.
                card.card = card.card.filter(|_| card.called);
                return card;
            }
            Err(refusal) => {
                card.refusal = Some(refusal);
                return card;
            }
        }
    }
    // The person reads the number now; the call, if it comes, then starts at once.
    wasm_bindgen_futures::spawn_local(async {
        // Unprepared, the call only starts later.
        let _ = agent::command(Command::Prepare).await;
    });
    card
}

async fn call(card: &str, hotline: Option<&str>, page: &PageKey) -> DialAnswer {
    let hotlines: Hotlines = store::load(HOTLINES).await;
    let named = hotlines.named(hotline);
    if hotline.is_some() && named.is_none() {
        // The card shows one that is not offered any more, and no other is called from in its place.
        return refused(Refusal::CardExpired);
    }
    let (is_to_be_kept, taken) = with_gate(|gate| {
        let named = named.as_deref();
        let is_to_be_kept =
            named.is_some_and(|named| gate.choose_hotline(card, page, named, now()));
        (is_to_be_kept, gate.take(card, page, now()))
    })
    .await;
    // Only what was chosen here is the site's own: else a choice for everywhere would not reach it.
    if taken.is_ok() && is_to_be_kept {
        // What could not be kept is chosen again.
        let _ = store::change_settings(|settings| {
            settings.change(&page.site, |site| site.hotline = named);
        })
        .await;
    }
    match taken {
        Ok(Taken::Dial(wanted)) => dial(wanted).await,
        Ok(Taken::Ask(id)) => asked(&id).await,
        Err(refusal) => refused(refusal),
    }
}

async fn ask_in_window(card: &str, hotline: Option<&str>, page: &PageKey) -> DialAnswer {
    let hotlines: Hotlines = store::load(HOTLINES).await;
    let named = hotlines.named(hotline);
    if hotline.is_some() && named.is_none() {
        return refused(Refusal::CardExpired);
    }
    let taken = with_gate(|gate| {
        if let Some(named) = named.as_deref() {
            gate.choose_hotline(card, page, named, now());
        }
        gate.take_unseen(card, page, now())
    });
    match taken.await {
        Ok(id) => asked(&id).await,
        Err(refusal) => refused(refusal),
    }
}

async fn asked(id: &str) -> DialAnswer {
    open_question(&format!("confirm.html#{id}")).await;
    DialAnswer {
        confirm: true,
        refusal: None,
    }
}

/// A number from the browser's own surface. Where there is something to say to it, our window opens.
pub(super) async fn wish(source: &NumberSource, site: &str) {
    let mut settings = store::settings(site).await;
    let hotlines: Hotlines = store::load(HOTLINES).await;
    settings.hotline = hotlines.for_site(settings.hotline.as_deref());
    let id = chrome::random_uuid();
    let (taken, view) =
        with_gate(|gate| gate.wish(source, site, &settings, false, id, now())).await;
    let refusal = match taken {
        Some(Taken::Dial(wanted)) => dial(wanted).await.refusal,
        Some(Taken::Ask(id)) => return open_question(&format!("confirm.html#{id}")).await,
        None => view.refusal,
    };
    if let Some(refusal) = refusal.filter(|refusal| *refusal != Refusal::SignedOut) {
        open_question(&format!("confirm.html?refusal={}", refusal_name(refusal))).await;
    }
}

fn refusal_name(refusal: Refusal) -> String {
    chrome::to_js(&refusal).as_string().unwrap_or_default()
}

async fn ask(href: String) -> PendingCall {
    let settings = store::settings("").await;
    let id = chrome::random_uuid();
    let source = NumberSource::Link { href };
    with_gate(|gate| gate.wish(&source, "", &settings, true, id, now()))
        .await
        .1
}

async fn confirm(id: &str) -> DialAnswer {
    match with_gate(|gate| gate.confirm(id, now())).await {
        Ok((wanted, country)) => {
            // What could not be kept is asked about again.
            let _ = store::change_settings(|settings| {
                if let Some(country) = country
                    && !settings.known_countries.contains(&country)
                {
                    settings.known_countries.push(country);
                }
            })
            .await;
            dial(wanted).await
        }
        Err(refusal) => refused(refusal),
    }
}

/// Switches calling at a click on or off for the origin that a card was opened on.
async fn one_click(card: &str, on: bool, page: &PageKey) -> DialAnswer {
    match with_gate(|gate| gate.site_to_switch(card, page, now())).await {
        Ok(site) => DialAnswer {
            confirm: false,
            refusal: store::change_settings(|settings| {
                settings.change(&site, |site| site.switch_one_click(&page.origin, on));
            })
            .await,
        },
        Err(refusal) => refused(refusal),
    }
}

/// Keeps (or takes back) that a number on this site is none.
async fn not_a_number(card: &str, undo: bool, page: &PageKey) -> DialAnswer {
    match with_gate(|gate| gate.found(card, page, now())).await {
        Ok(number) => {
            let refusal = store::change_settings(|settings| {
                settings.change(&page.site, |site| {
                    site.not_numbers.retain(|known| *known != number);
                    if !undo {
                        site.not_numbers.push(number);
                    }
                });
            })
            .await;
            DialAnswer {
                confirm: false,
                refusal,
            }
        }
        Err(refusal) => refused(refusal),
    }
}

fn refused(refusal: Refusal) -> DialAnswer {
    DialAnswer {
        refusal: Some(refusal),
        confirm: false,
    }
}

async fn dial(wanted: Dial) -> DialAnswer {
    let AgentReply { refusal } = agent::command(Command::Dial {
        number: wanted.number,
        source: DialSource::Page,
        options: DialOptions {
            post_dial: wanted.post_dial,
            hotline: wanted.hotline,
            ..DialOptions::default()
        },
    })
    .await;
    match refusal {
        // The call's controls are in the popup; where it can't be opened the badge points to it.
        None => drop(chrome::open_popup().await),
        Some(Refusal::SignedOut) => chrome::open_page("options.html").await,
        Some(_) => {}
    }
    DialAnswer {
        refusal,
        confirm: false,
    }
}

/// Our own small window, which no page can draw over.
async fn open_question(path: &str) {
    #[derive(Serialize)]
    struct Window {
        url: String,
        r#type: &'static str,
        width: u32,
        height: u32,
        focused: bool,
    }
    let window = Window {
        url: chrome::get_url(path),
        r#type: "popup",
        width: 400,
        height: 380,
        focused: true,
    };
    if chrome::create_window(&chrome::to_js(&window))
        .await
        .is_err()
    {
        chrome::open_page(path).await;
    }
}

/// Tells every page that its settings may be others, where any page's are; each asks for its own.
pub(super) async fn tell_pages(keys: &[String]) {
    let ours = keys
        .iter()
        .any(|key| key == StoredSettings::POLICY || PageSettings::KEYS.contains(&key.as_str()));
    if ours {
        scripts::ask_where_wanted().await;
        if scripts::is_news().await {
            scripts::ask_again().await;
        }
    }
}

/// Changes the gate in one step, so that two messages at once can't both use what is good once, and
/// keeps it for the worker that comes after this one.
async fn with_gate<T>(change: impl FnOnce(&mut Gate) -> T) -> T {
    if CURRENT.with_borrow(Option::is_none) {
        let kept = store::load(GATE).await;
        CURRENT.with_borrow_mut(|slot| {
            slot.get_or_insert(kept);
        });
    }
    let (result, gate) = CURRENT.with_borrow_mut(|slot| {
        let gate = slot.get_or_insert_default();
        (change(gate), gate.clone())
    });
    store::save(GATE, &gate).await;
    result
}

/// Unix ms.
fn now() -> u64 {
    Date::now() as u64
}
