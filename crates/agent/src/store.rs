//! What outlives the browser: account, instance id and history, in IndexedDB of the extension's
//! origin, which no content script can reach.

use alo_protocol::{AudioSettings, HistoryRow, PhoneSettings, SipAccount};
use alo_softphone::{Input, StoreId, StoreOp, Stored};
use futures::StreamExt;
use futures::channel::mpsc;
use js_sys::{Array, JSON, Reflect};
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::CryptoKey;

use crate::chrome::to_js;
use crate::database::{BY_START, Database, HISTORY, VALUES, result};
use crate::error::{Error, browser};
use crate::inbox::{Event, Inbox, Loaded};
use crate::vault;

/// Keys in the store of single values.
const ACCOUNT: &str = "account";
const ACCOUNT_KEY: &str = "accountKey";
const HAD_ACCOUNT: &str = "hadAccount";
const AUDIO: &str = "audio";
const PHONE: &str = "phone";
const INSTANCE_ID: &str = "instanceId";

/// The way to the store. Changes are carried out in order, each when the one before is complete.
pub(crate) struct Store(mpsc::UnboundedSender<(StoreId, StoreOp)>);

impl Store {
    /// Starts to read the store; what was in it comes as [`Event::Loaded`].
    pub(crate) fn start(inbox: Inbox) -> Self {
        let (sender, changes) = mpsc::unbounded();
        spawn_local(run(inbox, changes));
        Self(sender)
    }

    /// Carries out a change; its fate comes as [`Input::Stored`].
    pub(crate) fn change(&self, store: StoreId, op: StoreOp) {
        // The other end lives as long as the page.
        let _ = self.0.unbounded_send((store, op));
    }
}

async fn run(inbox: Inbox, mut changes: mpsc::UnboundedReceiver<(StoreId, StoreOp)>) {
    let mut files = Files::default();
    let loaded = match files.load().await {
        Ok(loaded) => loaded,
        Err(error) => {
            log::error!("the store cannot be read: {error}");
            // Not a first start for all we know: nobody is to be signed in over an old account.
            Loaded {
                stored: Stored::default(),
                is_first_start: false,
            }
        }
    };
    inbox.put(Event::Loaded(Box::new(loaded)));
    while let Some((store, op)) = changes.next().await {
        let mut outcome = files.apply(&op).await;
        if outcome.is_err() {
            // The browser closes a database whose data it clears; a new one can be opened at once.
            files.database = None;
            outcome = files.apply(&op).await;
        }
        if let Err(error) = &outcome {
            log::error!("not stored: {error}");
        }
        let ok = outcome.is_ok();
        inbox.phone(Input::Stored { store, ok });
    }
}

/// The database, opened when first needed.
#[derive(Default)]
struct Files {
    database: Option<Database>,
}

impl Files {
    async fn database(&mut self) -> Result<&Database, Error> {
        let database = match self.database.take() {
            Some(database) => database,
            None => Database::open().await?,
        };
        Ok(self.database.insert(database))
    }

    async fn load(&mut self) -> Result<Loaded, Error> {
        let reading = self.database().await?.read()?;
        let (values, history) = (reading.store(VALUES)?, reading.store(HISTORY)?);
        let sealed = result(values.get(&ACCOUNT.into()));
        let key = result(values.get(&ACCOUNT_KEY.into()));
        let had_account = result(values.get(&HAD_ACCOUNT.into()));
        let instance_id = result(values.get(&INSTANCE_ID.into()));
        let audio = result(values.get(&AUDIO.into()));
        let phone = result(values.get(&PHONE.into()));
        let rows = result(history.get_all());
        let (sealed, key) = (sealed.await?, key.await?);
        let is_first_start = !had_account.await?.is_truthy();
        let instance_id = instance_id.await?.as_string();
        let audio: AudioSettings = serde_wasm_bindgen::from_value(audio.await?).unwrap_or_default();
        let phone: PhoneSettings = serde_wasm_bindgen::from_value(phone.await?).unwrap_or_default();
        let rows: Array = rows.await?.unchecked_into();
        reading.complete().await?;

        let account = match unseal(&key, &sealed).await {
            Ok(account) => account,
            Err(error) => {
                log::error!("{error}");
                None
            }
        };
        // A row that cannot be read is left out rather than losing the others with it.
        let history = rows
            .iter()
            .filter_map(|row| serde_wasm_bindgen::from_value::<HistoryRow>(row).ok())
            .collect();
        Ok(Loaded {
            stored: Stored {
                account,
                instance_id,
                history,
                audio,
                phone,
                ..Stored::default()
            },
            is_first_start,
        })
    }

    async fn apply(&mut self, op: &StoreOp) -> Result<(), Error> {
        match op {
            StoreOp::PutAccount(account) => self.put_account(account).await,
            StoreOp::DeleteAccount => {
                let change = self.database().await?.change()?;
                let values = change.store(VALUES)?;
                // With its key gone, what may be left of the account on the disk is noise.
                let gone = [ACCOUNT, ACCOUNT_KEY].map(|key| result(values.delete(&key.into())));
                for gone in gone {
                    gone.await?;
                }
                change.complete().await
            }
            StoreOp::PutAudio(audio) => self.put_value(AUDIO, &to_js(audio)).await,
            StoreOp::PutPhone(phone) => self.put_value(PHONE, &to_js(phone)).await,
            StoreOp::PutInstanceId(id) => self.put_value(INSTANCE_ID, &id.as_str().into()).await,
            StoreOp::PutHistory(row) => {
                let change = self.database().await?.change()?;
                result(change.store(HISTORY)?.put(&to_js(row))).await?;
                change.complete().await
            }
            StoreOp::ClearHistory => {
                let change = self.database().await?.change()?;
                result(change.store(HISTORY)?.clear()).await?;
                change.complete().await
            }
            StoreOp::SeenHistory => self.see_history().await,
            StoreOp::TrimHistory { keep } => self.trim_history(*keep).await,
            StoreOp::DeleteHistory(_)
            | StoreOp::PutProvider(_)
            | StoreOp::DeleteProvider
            | StoreOp::PutWork(_)
            | StoreOp::PutNote(_)
            | StoreOp::DeleteNotes(_)
            | StoreOp::PutOutbox(_)
            | StoreOp::DeleteOutbox(_)
            | StoreOp::PutContacts(_)
            | StoreOp::ClearContacts => Err(Error::Missing("store")),
        }
    }

    async fn put_value(&mut self, key: &str, value: &JsValue) -> Result<(), Error> {
        let change = self.database().await?.change()?;
        let put = change.store(VALUES)?.put_with_key(value, &key.into());
        result(put).await?;
        change.complete().await
    }

    async fn put_account(&mut self, account: &SipAccount) -> Result<(), Error> {
        let database = self.database().await?;
        let reading = database.read()?;
        let key = result(reading.store(VALUES)?.get(&ACCOUNT_KEY.into())).await?;
        let key: CryptoKey = match key.dyn_into() {
            Ok(key) => key,
            Err(_) => vault::new_key().await?,
        };
        // Sealed before the transaction begins: it would not wait for the encryption.
        let sealed = seal(&key, account).await?;
        let change = database.change()?;
        let values = change.store(VALUES)?;
        let puts = [
            result(values.put_with_key(&sealed, &ACCOUNT.into())),
            result(values.put_with_key(&key, &ACCOUNT_KEY.into())),
            result(values.put_with_key(&JsValue::TRUE, &HAD_ACCOUNT.into())),
        ];
        for put in puts {
            put.await?;
        }
        change.complete().await
    }

    async fn see_history(&mut self) -> Result<(), Error> {
        const UNSEEN: &str = "unseen";
        let change = self.database().await?.change()?;
        let history = change.store(HISTORY)?;
        let rows: Array = result(history.get_all()).await?.unchecked_into();
        for row in rows.iter() {
            let unseen = Reflect::get(&row, &UNSEEN.into());
            if unseen.is_ok_and(|unseen| unseen.is_truthy()) {
                Reflect::set(&row, &UNSEEN.into(), &JsValue::FALSE)
                    .map_err(browser("history row"))?;
                history.put(&row).map_err(browser("history row"))?;
            }
        }
        change.complete().await
    }

    async fn trim_history(&mut self, keep: u32) -> Result<(), Error> {
        let change = self.database().await?.change()?;
        let history = change.store(HISTORY)?;
        let by_start = history.index(BY_START).map_err(browser("history index"))?;
        let keys: Array = result(by_start.get_all_keys()).await?.unchecked_into();
        for key in keys.slice(0, keys.length().saturating_sub(keep)).iter() {
            history.delete(&key).map_err(browser("history row"))?;
        }
        change.complete().await
    }
}

async fn seal(key: &CryptoKey, account: &SipAccount) -> Result<JsValue, Error> {
    let plain = JSON::stringify(&to_js(account)).map_err(browser("JSON"))?;
    vault::seal(key, String::from(plain).as_bytes()).await
}

async fn unseal(key: &JsValue, sealed: &JsValue) -> Result<Option<SipAccount>, Error> {
    if sealed.is_undefined() {
        return Ok(None);
    }
    let unreadable = Error::Unreadable("account");
    let key: &CryptoKey = key.dyn_ref().ok_or_else(|| unreadable.clone())?;
    let plain = vault::open(key, sealed).await?;
    let plain = std::str::from_utf8(&plain).map_err(|_| unreadable.clone())?;
    read(plain).map(Some).ok_or(unreadable)
}

fn read<T: DeserializeOwned>(json: &str) -> Option<T> {
    serde_wasm_bindgen::from_value(JSON::parse(json).ok()?).ok()
}
