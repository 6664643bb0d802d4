//! Short numbers of a company's own exchange, where somebody named their forms for this site.

use super::chain::Chain;
use super::labels::{self, Label};
use super::search::Page;
use super::{Confidence, Found, Strictness, beside};
use crate::Number;
use crate::text::{Class, end};

/// The short number that a chain is. Three digits are a room, a year or a price before they are
/// somebody's extension: they count where they stand alone or behind a word such as `Ext`.
pub(super) fn read(page: &Page<'_>, chain: &Chain) -> Option<Found> {
    let [group] = chain.groups.as_slice() else {
        return None;
    };
    let digits = group.digits.as_bytes();
    if chain.plus.is_some() || !page.options.internal.iter().any(|it| it.fits(digits)) {
        return None;
    }
    let label = labels::nearest(page.before, page.units.get(..group.from)?).or(page.hint);
    let quiet = |class| matches!(class, Class::Space | Class::Break | Class::Invisible);
    let alone = page
        .units
        .iter()
        .all(|unit| quiet(unit.class) || matches!(unit.class, Class::Digit(_)));
    let allowed = match label {
        Some(Label::Phone) => true,
        Some(_) => false,
        None => alone || page.options.strictness == Strictness::Eager,
    };
    if !allowed || !begins_here(page, group.from) || !beside::allows_behind(page.units, group.to) {
        return None;
    }
    Some(Found {
        start_utf16: page.units.get(group.from)?.at,
        end_utf16: end(page.units.get(group.to.checked_sub(1)?)?),
        number: Number::short(digits)?,
        ext: None,
        confidence: if label.is_some() {
            Confidence::Fair
        } else {
            Confidence::Low
        },
        needs_context: false,
        doubt: None,
    })
}

fn begins_here(page: &Page<'_>, from: usize) -> bool {
    let Some(left) = from.checked_sub(1).and_then(|at| page.units.get(at)) else {
        return true;
    };
    match left.class {
        Class::Space | Class::Break | Class::Open | Class::Ideograph => true,
        _ => matches!(left.ch, ':' | '"' | '\'' | '“' | '»'),
    }
}
