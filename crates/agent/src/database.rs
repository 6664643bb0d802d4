//! IndexedDB as futures. A future listens from the moment its request is made, so several requests
//! may be made before the first is awaited, and a transaction stays alive between them.

use std::future::Future;

use futures::channel::oneshot;
use gloo_events::EventListener;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{
    IdbDatabase, IdbFactory, IdbObjectStore, IdbObjectStoreParameters, IdbOpenDbRequest,
    IdbRequest, IdbTransaction, IdbVersionChangeEvent,
};

use crate::error::{Error, browser};

const NAME: &str = "alo";
/// 2: notes, outbox and contacts came to what there was.
const VERSION: u32 = 2;

/// Single values by name: the account, the key that encrypts it, the instance id.
pub(crate) const VALUES: &str = "values";
/// History rows by id.
pub(crate) const HISTORY: &str = "history";
/// History rows by the time they began.
const BY_START: &str = "startedAt";
/// What was typed about calls, by the call's id.
pub(crate) const NOTES: &str = "notes";
/// What waits to be sent, by its id.
pub(crate) const OUTBOX: &str = "outbox";
/// Contacts of this computer, by their id.
pub(crate) const CONTACTS: &str = "contacts";

#[wasm_bindgen]
extern "C" {
    type Transactional;
    // web-sys has the options only behind a flag of the compiler.
    #[wasm_bindgen(catch, method)]
    fn transaction(
        this: &Transactional,
        stores: &Array,
        mode: &str,
        options: &Object,
    ) -> Result<IdbTransaction, JsValue>;
}

/// The open database.
pub(crate) struct Database {
    database: IdbDatabase,
    /// A newer version of Alo, or the person deleting our data, must not wait for us.
    _version_change: EventListener,
}

impl Database {
    /// Opens it, and lays it out the first time.
    pub(crate) async fn open() -> Result<Self, Error> {
        let factory = web_sys::window()
            .ok_or(Error::Missing("window"))?
            .indexed_db()
            .map_err(browser("indexedDB"))?
            .ok_or(Error::Missing("indexedDB"))?;
        let database = open(&factory).await?;
        let version_change = EventListener::new(&database, "versionchange", {
            let database = database.clone();
            move |_| database.close()
        });
        Ok(Self {
            database,
            _version_change: version_change,
        })
    }

    /// Begins reading.
    pub(crate) fn read(&self) -> Result<Transaction, Error> {
        self.begin("readonly")
    }

    /// Begins changing; what is complete is on the disk.
    pub(crate) fn change(&self) -> Result<Transaction, Error> {
        self.begin("readwrite")
    }

    fn begin(&self, mode: &str) -> Result<Transaction, Error> {
        let options = Object::new();
        // Setting a field of our own fresh object cannot fail.
        let _ = Reflect::set(&options, &"durability".into(), &"strict".into());
        let stores: Array = [VALUES, HISTORY, NOTES, OUTBOX, CONTACTS]
            .into_iter()
            .map(JsValue::from_str)
            .collect();
        let transaction = self
            .database
            .unchecked_ref::<Transactional>()
            .transaction(&stores, mode, &options)
            .map_err(browser("IndexedDB transaction"))?;
        Ok(Transaction::new(transaction))
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.database.close();
    }
}

/// A transaction: it completes by itself when nothing more is asked of it.
pub(crate) struct Transaction {
    transaction: IdbTransaction,
    end: oneshot::Receiver<Result<(), Error>>,
    _listeners: [EventListener; 2],
}

impl Transaction {
    fn new(transaction: IdbTransaction) -> Self {
        let (sender, end) = oneshot::channel();
        let [mut completed, mut aborted] = shared(sender);
        let listeners = [
            EventListener::new(&transaction, "complete", move |_| completed(Ok(()))),
            EventListener::new(&transaction, "abort", {
                let transaction = transaction.clone();
                move |_| {
                    let error = transaction.error().map_or(JsValue::NULL, JsValue::from);
                    aborted(Err(browser("IndexedDB transaction")(error)));
                }
            }),
        ];
        Self {
            transaction,
            end,
            _listeners: listeners,
        }
    }

    /// One of its stores.
    pub(crate) fn store(&self, name: &str) -> Result<IdbObjectStore, Error> {
        self.transaction
            .object_store(name)
            .map_err(browser("objectStore"))
    }

    /// Takes back what was asked of it.
    pub(crate) fn abort(&self) {
        // It fails where the transaction is over, and then there is nothing to take back.
        let _ = self.transaction.abort();
    }

    /// Waits until all of it is stored.
    pub(crate) async fn complete(self) -> Result<(), Error> {
        self.end.await.unwrap_or(Err(Error::Missing("answer")))
    }
}

/// The result of a request that has just been made.
pub(crate) fn result(
    request: Result<IdbRequest, JsValue>,
) -> impl Future<Output = Result<JsValue, Error>> {
    let (sender, answer) = oneshot::channel();
    let [mut succeeded, mut failed] = shared(sender);
    let listeners = request.map(|request| {
        [
            EventListener::new(&request, "success", {
                let request = request.clone();
                move |_| succeeded(request.result().map_err(browser("IndexedDB request")))
            }),
            EventListener::new(&request, "error", {
                let request = request.clone();
                move |_| failed(Err(browser("IndexedDB request")(error_of(&request))))
            }),
        ]
    });
    async move {
        let _listeners = listeners.map_err(browser("IndexedDB request"))?;
        answer.await.unwrap_or(Err(Error::Missing("answer")))
    }
}

async fn open(factory: &IdbFactory) -> Result<IdbDatabase, Error> {
    let request: IdbOpenDbRequest = factory
        .open_with_u32(NAME, VERSION)
        .map_err(browser("indexedDB.open"))?;
    let _upgrade = EventListener::new(&request, "upgradeneeded", {
        let request = request.clone();
        move |event| {
            let before = event.unchecked_ref::<IdbVersionChangeEvent>().old_version();
            let laid_out = request
                .result()
                .and_then(|database| lay_out(database.unchecked_ref(), before));
            if let Err(error) = laid_out {
                // The request then fails, too.
                log::error!("{}", browser("upgrade")(error));
            }
        }
    });
    result(Ok(request.into())).await.map(JsCast::unchecked_into)
}

/// Adds what the version before (0: none) has not got; what there is stays as it is.
fn lay_out(database: &IdbDatabase, before: f64) -> Result<(), JsValue> {
    if before < 1.0 {
        database.create_object_store(VALUES)?;
        keyed(database, HISTORY, "id")?.create_index_with_str(BY_START, BY_START)?;
    }
    if before < 2.0 {
        keyed(database, NOTES, "call")?;
        keyed(database, OUTBOX, "id")?;
        keyed(database, CONTACTS, "id")?;
    }
    Ok(())
}

/// A new store whose rows hold their own key.
fn keyed(database: &IdbDatabase, name: &str, key: &str) -> Result<IdbObjectStore, JsValue> {
    let options = IdbObjectStoreParameters::new();
    options.set_key_path(&key.into());
    database.create_object_store_with_optional_parameters(name, &options)
}

fn error_of(request: &IdbRequest) -> JsValue {
    request
        .error()
        .ok()
        .flatten()
        .map_or(JsValue::NULL, JsValue::from)
}

/// Two handles on one sender: whoever is first sends.
fn shared<T: 'static>(sender: oneshot::Sender<T>) -> [Box<dyn FnMut(T)>; 2] {
    let sender = std::rc::Rc::new(std::cell::Cell::new(Some(sender)));
    std::array::from_fn(|_| {
        let sender = std::rc::Rc::clone(&sender);
        let send: Box<dyn FnMut(T)> = Box::new(move |value| {
            if let Some(sender) = sender.take() {
                // Nobody waits any more.
                let _ = sender.send(value);
            }
        });
        send
    })
}
