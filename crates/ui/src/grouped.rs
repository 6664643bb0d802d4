//! A picture with its numbers grouped as people write them (`0912 345 678`), as cards on pages show them. It is done
//! once, to the whole picture and before digits are hidden, because what has holes is a number of no plan any more.
//!
//! Only how digits stand is changed, never which. What a field shows to be edited stays as it is dialled.

use alo_numbers::{Country, grouped_in};
use alo_protocol::Snapshot;

/// Groups the numbers of all calls, of the history, of forms and of hotlines, also where one stands as the name;
/// `home` is the country of those without a country code.
pub(crate) fn group(snapshot: &mut Snapshot, home: Country) {
    let Snapshot {
        calls,
        history,
        forms,
        provider,
        ..
    } = snapshot;
    for call in calls {
        let transfer = call.transfer.as_mut().map(|transfer| &mut transfer.target);
        let words = [
            &mut call.name,
            &mut call.hotline,
            &mut call.through,
            &mut call.claimed,
            &mut call.transfer_request,
        ];
        let words = words.into_iter().flatten().chain(transfer);
        for number in words.chain([&mut call.number]) {
            regroup(number, home);
        }
    }
    for row in history {
        let words = [&mut row.name, &mut row.hotline].into_iter().flatten();
        for number in words.chain([&mut row.number]) {
            regroup(number, home);
        }
    }
    for form in forms {
        for number in form.name.iter_mut().chain([&mut form.number]) {
            regroup(number, home);
        }
    }
    for hotline in &mut provider.hotlines {
        let label = match hotline.label.as_str() {
            "" => &hotline.id,
            label => label,
        };
        hotline.label = grouped_in(label, &hotline.id, home);
    }
}

/// A number as it is shown; what is no number stays as it is.
pub(crate) fn shown(number: &str, home: Country) -> String {
    grouped_in(number, number, home)
}

fn regroup(number: &mut String, home: Country) {
    *number = shown(number, home);
}
