//! A picture as it is shown where the person's settings hide digits. It is done once, to the whole
//! picture, so that no view can forget it; what is dialled is taken from the picture as it came.

use alo_numbers::Mask;
use alo_protocol::{CallView, HistoryRow, NoteView, Snapshot};

/// Hides the digits of all other people's numbers.
pub(crate) fn hide(snapshot: &mut Snapshot, mask: Mask) {
    for call in &mut snapshot.calls {
        hide_call(call, mask);
    }
    for HistoryRow { number, name, .. } in &mut snapshot.history {
        hide_party(number, name, mask);
    }
    for NoteView { number, name, .. } in &mut snapshot.forms {
        hide_party(number, name, mask);
    }
    if let Some(last) = &mut snapshot.last_dialled {
        *last = mask.apply(last);
    }
}

fn hide_call(call: &mut CallView, mask: Mask) {
    hide_party(&mut call.number, &mut call.name, mask);
    for words in [
        &mut call.through,
        &mut call.claimed,
        &mut call.transfer_request,
    ]
    .into_iter()
    .flatten()
    {
        *words = mask.in_words(words);
    }
    for contact in &mut call.contacts.found {
        contact.name = mask.in_words(&contact.name);
        for words in [&mut contact.detail, &mut contact.note]
            .into_iter()
            .flatten()
        {
            *words = mask.in_words(words);
        }
    }
    if let Some(transfer) = &mut call.transfer {
        transfer.target = mask.in_words(&transfer.target);
    }
}

fn hide_party(number: &mut String, name: &mut Option<String>, mask: Mask) {
    *number = mask.apply(number);
    if let Some(name) = name {
        *name = mask.in_words(name);
    }
}
