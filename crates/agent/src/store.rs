//! The queue to the store: what outlives the browser is read once, then changed in order.

use alo_softphone::{Input, StoreId, StoreOp, Stored};
use futures::StreamExt;
use futures::channel::mpsc;
use gloo_timers::future::TimeoutFuture;
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

/// Pauses before the store is read once more where the browser could not, in milliseconds: its process
/// of before may not have let go of it, or the disk is busy.
const READ_AGAIN: [u32; 4] = [250, 750, 2_000, 5_000];

async fn run(inbox: Inbox, mut changes: mpsc::UnboundedReceiver<(StoreId, StoreOp)>) {
    let mut files = Files::default();
    let read = load(&mut files).await;
    let is_read = read.is_some();
    // Not a first start for all we know: nobody is to be signed in over an old account.
    inbox.put(Event::Loaded(Box::new(read.unwrap_or_else(|| Loaded {
        stored: Stored {
            provider_is_lost: true,
            ..Stored::default()
        },
        is_first_start: false,
        has_work: true,
    }))));
    while let Some((store, op)) = changes.next().await {
        let ok = (is_read || !replaces_unread(&op)) && change(&mut files, &op).await;
        inbox.phone(Input::Stored { store, ok });
    }
}

/// Reads the store, again and again for a while; `None` where that fails to the end.
async fn load(files: &mut Files) -> Option<Loaded> {
    let mut pauses = READ_AGAIN.iter();
    loop {
        match files.load().await {
            Ok(loaded) => return Some(loaded),
            Err(error) => log::error!("the store cannot be read: {error}"),
        }
        files.close();
        TimeoutFuture::new(*pauses.next()?).await;
    }
}

/// Whether a change would put settings that were made over nothing in the place of those nobody could read.
fn replaces_unread(op: &StoreOp) -> bool {
    matches!(
        op,
        StoreOp::PutWork(_) | StoreOp::PutAudio(_) | StoreOp::PutPhone(_)
    )
}

/// Whether a change was carried out.
async fn change(files: &mut Files, op: &StoreOp) -> bool {
    let mut outcome = files.apply(op).await;
    if outcome.is_err() {
        // The browser closes a database whose data it clears; a new one can be opened at once.
        files.close();
        outcome = files.apply(op).await;
    }
    if let Err(error) = &outcome {
        log::error!("not stored: {error}");
    }
    outcome.is_ok()
}
