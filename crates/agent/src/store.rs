//! The queue to the store: what outlives the browser is read once, then changed in order.

use alo_softphone::{Input, StoreId, StoreOp, Stored};
use futures::StreamExt;
use futures::channel::mpsc;
use wasm_bindgen_futures::spawn_local;

use crate::files::Files;
use crate::inbox::{Event, Inbox, Loaded};

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
                has_work: true,
            }
        }
    };
    inbox.put(Event::Loaded(Box::new(loaded)));
    while let Some((store, op)) = changes.next().await {
        let mut outcome = files.apply(&op).await;
        if outcome.is_err() {
            // The browser closes a database whose data it clears; a new one can be opened at once.
            files.close();
            outcome = files.apply(&op).await;
        }
        if let Err(error) = &outcome {
            log::error!("not stored: {error}");
        }
        let ok = outcome.is_ok();
        inbox.phone(Input::Stored { store, ok });
    }
}
