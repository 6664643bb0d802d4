//! What outlives the browser: account, provider, settings, history, notes, what waits to be sent, and
//! contacts, in IndexedDB of the extension's origin, which no content script can reach.

use alo_protocol::HistoryRow;
use alo_softphone::{StoreOp, Stored, StoredProvider};
use js_sys::{Array, Reflect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CryptoKey;

use crate::chrome::to_js;
use crate::database::{CONTACTS, Database, HISTORY, NOTES, OUTBOX, Transaction, VALUES, result};
use crate::error::{Error, browser};
use crate::inbox::Loaded;
use crate::sealed::{ACCOUNT, PROVIDER, Sealed, WORK};
use crate::vault;

/// Keys in the store of single values, beside those of [`Sealed`].
const HAD_ACCOUNT: &str = "hadAccount";
const ACCOUNT_WORKS: &str = "accountWorks";
const AUDIO: &str = "audio";
const PHONE: &str = "phone";
const INSTANCE_ID: &str = "instanceId";

/// What a sealed value is put with, all or nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Beside {
    Nothing,
    /// The package's own account is not wanted any more.
    Account,
    /// Likewise, and the provider is forgotten.
    OwnAccount,
}

/// The database, opened when first needed.
#[derive(Default)]
pub(crate) struct Files {
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

    /// Lets go of the database; the next change opens it again.
    pub(crate) fn close(&mut self) {
        self.database = None;
    }

    /// Reads all of it.
    pub(crate) async fn load(&mut self) -> Result<Loaded, Error> {
        let reading = self.database().await?.read()?;
        let values = reading.store(VALUES)?;
        let value = |key: &str| result(values.get(&key.into()));
        let account = (value(ACCOUNT.key), value(ACCOUNT.name));
        let provider = (value(PROVIDER.key), value(PROVIDER.name));
        let work = (value(WORK.key), value(WORK.name));
        let had_account = value(HAD_ACCOUNT);
        let account_works = value(ACCOUNT_WORKS);
        let instance_id = value(INSTANCE_ID);
        let (audio, phone) = (value(AUDIO), value(PHONE));
        let all = |name: &str| Ok::<_, Error>(result(reading.store(name)?.get_all()));
        let history = all(HISTORY)?;
        let (notes, outbox, contacts) = (all(NOTES)?, all(OUTBOX)?, all(CONTACTS)?);

        let account = (account.0.await?, account.1.await?);
        let provider = (provider.0.await?, provider.1.await?);
        let work = (work.0.await?, work.1.await?);
        let has_work = work.1.is_truthy();
        let is_first_start = !had_account.await?.is_truthy();
        let account_works = account_works.await?.is_truthy();
        let instance_id = instance_id.await?.as_string();
        let audio = serde_wasm_bindgen::from_value(audio.await?).unwrap_or_default();
        let phone = serde_wasm_bindgen::from_value(phone.await?).unwrap_or_default();
        let history = rows::<HistoryRow>(HISTORY, history.await?);
        let notes = rows(NOTES, notes.await?);
        let outbox = rows(OUTBOX, outbox.await?);
        let contacts = rows(CONTACTS, contacts.await?);
        reading.complete().await?;
        let has_provider = provider.1.is_truthy();
        let provider: Option<StoredProvider> = PROVIDER.open(&provider.0, &provider.1).await;

        Ok(Loaded {
            stored: Stored {
                account: ACCOUNT.open(&account.0, &account.1).await,
                account_works,
                instance_id,
                history,
                audio,
                phone,
                unread: has_provider && provider.is_none(),
                provider,
                work: WORK.open(&work.0, &work.1).await.unwrap_or_default(),
                notes,
                outbox,
                contacts,
            },
            is_first_start,
            has_work,
        })
    }

    /// Carries out one change; when this is done without an error it is on the disk.
    pub(crate) async fn apply(&mut self, op: &StoreOp) -> Result<(), Error> {
        match op {
            StoreOp::PutAccount(account) => {
                self.put_sealed(&ACCOUNT, account, Beside::Account).await
            }
            StoreOp::PutOwnAccount(account) => {
                self.put_sealed(&ACCOUNT, account, Beside::OwnAccount).await
            }
            StoreOp::DeleteAccount => {
                let account = [ACCOUNT.name, ACCOUNT.key, ACCOUNT_WORKS];
                let provider = [PROVIDER.name, PROVIDER.key];
                self.delete(VALUES, account.into_iter().chain(provider))
                    .await
            }
            StoreOp::AccountWorks => self.put_value(ACCOUNT_WORKS, &JsValue::TRUE).await,
            StoreOp::PutProvider(provider) => {
                self.put_sealed(&PROVIDER, provider, Beside::Account).await
            }
            StoreOp::PutWork(work) => self.put_sealed(&WORK, work, Beside::Nothing).await,
            StoreOp::PutAudio(audio) => self.put_value(AUDIO, &to_js(audio)).await,
            StoreOp::PutPhone(phone) => self.put_value(PHONE, &to_js(phone)).await,
            StoreOp::PutInstanceId(id) => self.put_value(INSTANCE_ID, &id.as_str().into()).await,
            StoreOp::PutHistory(row) => self.put(HISTORY, [row]).await,
            StoreOp::DeleteHistory(calls) => {
                self.delete(HISTORY, calls.iter().map(|call| call.0.as_str()))
                    .await
            }
            StoreOp::ClearHistory => self.clear(HISTORY).await,
            StoreOp::SeenHistory => self.see_history().await,
            StoreOp::PutNote(note) => self.put(NOTES, [note]).await,
            StoreOp::DeleteNotes(calls) => {
                self.delete(NOTES, calls.iter().map(|call| call.0.as_str()))
                    .await
            }
            StoreOp::PutOutbox(row) => self.put(OUTBOX, [row]).await,
            StoreOp::DeleteOutbox(id) => self.delete(OUTBOX, [id.as_str()]).await,
            StoreOp::PutContacts(contacts) => self.put(CONTACTS, contacts).await,
            StoreOp::ClearContacts => self.clear(CONTACTS).await,
        }
    }

    /// Adds rows or replaces those of the same key: all or none.
    async fn put<T: Serialize>(
        &mut self,
        store: &str,
        rows: impl IntoIterator<Item = T>,
    ) -> Result<(), Error> {
        let change = self.database().await?.change()?;
        let into = change.store(store)?;
        for row in rows {
            // One that fails later aborts all by itself, which the transaction's end tells.
            if let Err(error) = into.put(&to_js(&row)) {
                change.abort();
                return Err(browser("put")(error));
            }
        }
        change.complete().await
    }

    async fn delete<'a>(
        &mut self,
        store: &str,
        keys: impl IntoIterator<Item = &'a str>,
    ) -> Result<(), Error> {
        let change = self.database().await?.change()?;
        let from = change.store(store)?;
        for key in keys {
            from.delete(&key.into()).map_err(browser("delete"))?;
        }
        change.complete().await
    }

    async fn clear(&mut self, store: &str) -> Result<(), Error> {
        let change = self.database().await?.change()?;
        change.store(store)?.clear().map_err(browser("clear"))?;
        change.complete().await
    }

    async fn put_value(&mut self, key: &str, value: &JsValue) -> Result<(), Error> {
        let change = self.database().await?.change()?;
        put_at(&change, key, value)?;
        change.complete().await
    }

    async fn put_sealed(
        &mut self,
        what: &Sealed,
        value: &impl Serialize,
        beside: Beside,
    ) -> Result<(), Error> {
        let database = self.database().await?;
        let key = result(database.read()?.store(VALUES)?.get(&what.key.into())).await?;
        let key: CryptoKey = match key.dyn_into() {
            Ok(key) => key,
            Err(_) => vault::new_key().await?,
        };
        // Sealed before the transaction begins: it would not wait for the encryption.
        let sealed = what.seal(&key, value).await?;
        let change = database.change()?;
        put_at(&change, what.name, &sealed)?;
        put_at(&change, what.key, &key)?;
        if beside != Beside::Nothing {
            put_at(&change, HAD_ACCOUNT, &JsValue::TRUE)?;
        }
        if what.name == ACCOUNT.name {
            let values = change.store(VALUES)?;
            values
                .delete(&ACCOUNT_WORKS.into())
                .map_err(browser("delete"))?;
        }
        if beside == Beside::OwnAccount {
            for key in [PROVIDER.name, PROVIDER.key] {
                let values = change.store(VALUES)?;
                values.delete(&key.into()).map_err(browser("delete"))?;
            }
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
}

fn put_at(change: &Transaction, key: &str, value: &JsValue) -> Result<(), Error> {
    change
        .store(VALUES)?
        .put_with_key(value, &key.into())
        .map(|_| ())
        .map_err(browser("put"))
}

/// A row that cannot be read is left out rather than losing the others with it.
fn rows<T: DeserializeOwned>(store: &str, found: JsValue) -> Vec<T> {
    // All of thousands at once by way of a text: field by field takes several times as long.
    let text = js_sys::JSON::stringify(&found).ok().map(String::from);
    if let Some(rows) = text.and_then(|text| serde_json::from_str(&text).ok()) {
        return rows;
    }
    let found: Array = found.unchecked_into();
    let rows: Vec<T> = found
        .iter()
        .filter_map(|row| serde_wasm_bindgen::from_value(row).ok())
        .collect();
    let lost = found.length() as usize - rows.len();
    if lost > 0 {
        log::error!("{lost} rows of {store} cannot be read");
    }
    rows
}
