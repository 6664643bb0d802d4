//! A picture as it is shown where the person's settings hide digits. It is done once, to the whole
//! picture, so that no view can forget it; what is dialled is taken from the picture as it came.
//!
//! Every field is named here, so that a new one is decided about. What is the person's or the company's own
//! stays whole: account, hotlines, extensions, voice mail. So does what a field shows to be edited and then sends back.

use alo_numbers::Mask;
use alo_protocol::{
    CallView, ContactView, ContactsView, EndView, HistoryRow, NoteView, RowNote, Snapshot,
    TransferView,
};

/// Hides the digits of all other people's numbers.
pub(crate) fn hide(snapshot: &mut Snapshot, mask: Mask) {
    let Snapshot {
        calls,
        history,
        last_dialled,
        forms,
        // A change of one setting sends all of them: who shows this one hides its digits.
        phone: _,
        account: _,
        provider: _,
        voicemail: _,
        work: _,
        test: _,
        audio: _,
        revision: _,
        ready: _,
        registration: _,
        older: _,
        missed: _,
        microphone: _,
        check: _,
        outbox: _,
        contacts_here: _,
        history_loading: _,
        notice: _,
    } = snapshot;
    for call in calls {
        hide_call(call, mask);
    }
    for row in history {
        hide_row(row, mask);
    }
    for form in forms {
        let NoteView {
            number,
            name,
            // It is being typed.
            content: _,
            call: _,
            state: _,
            missing: _,
            is_free: _,
            is_of_other: _,
            call_over: _,
        } = form;
        hide_party(number, name, mask);
    }
    if let Some(last) = last_dialled {
        *last = mask.apply(last);
    }
}

fn hide_call(call: &mut CallView, mask: Mask) {
    let CallView {
        number,
        name,
        through,
        claimed,
        transfer_request,
        transfer,
        post_dial,
        contacts,
        end,
        hotline: _,
        id: _,
        direction: _,
        state: _,
        started_at: _,
        answered_at: _,
        muted: _,
        held: _,
        remote_held: _,
        hold_pending: _,
        waiting: _,
        recovering: _,
        speaker_muted: _,
        quality: _,
        alarms: _,
        in_conference: _,
        kind: _,
        auto_answered: _,
    } = call;
    hide_party(number, name, mask);
    for words in [through, claimed, transfer_request, post_dial] {
        hide_words(words.as_mut(), mask);
    }
    if let Some(TransferView { target, .. }) = transfer {
        hide_words(Some(target), mask);
    }
    let ContactsView { found, .. } = contacts;
    for contact in found {
        // By its id it is chosen; no view shows it.
        let ContactView {
            name,
            detail,
            note,
            id: _,
        } = contact;
        hide_words(Some(name).into_iter().chain(detail).chain(note), mask);
    }
    hide_end(end.as_mut(), mask);
}

fn hide_row(row: &mut HistoryRow, mask: Mask) {
    let HistoryRow {
        number,
        name,
        end,
        note,
        hotline: _,
        id: _,
        direction: _,
        started_at: _,
        answered_at: _,
        unseen: _,
        provider_id: _,
        elsewhere: _,
        hidden: _,
        owner: _,
    } = row;
    hide_party(number, name, mask);
    hide_end(end.as_mut(), mask);
    if let Some(RowNote { content, .. }) = note {
        hide_words(content.texts_mut(), mask);
    }
}

fn hide_end(end: Option<&mut EndView>, mask: Mask) {
    if let Some(EndView {
        reason,
        reason_header,
        cause: _,
        code: _,
        at: _,
    }) = end
    {
        hide_words(reason.iter_mut().chain(reason_header), mask);
    }
}

fn hide_party(number: &mut String, name: &mut Option<String>, mask: Mask) {
    *number = mask.apply(number);
    hide_words(name, mask);
}

fn hide_words<'a>(words: impl IntoIterator<Item = &'a mut String>, mask: Mask) {
    for words in words {
        *words = mask.in_words(words);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whom_calls_are_sent_on_to_is_not_lost_when_another_setting_is_changed() {
        let mut snapshot = Snapshot::default();
        snapshot.phone.forward_to = Some("0912345678".into());
        hide(&mut snapshot, Mask::end(3, 'x'));
        assert_eq!(snapshot.phone.forward_to.as_deref(), Some("0912345678"));
    }
}
