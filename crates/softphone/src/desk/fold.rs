//! Contacts of a file that are the same one: of the same name, with a number in common.

use std::collections::{BTreeMap, BTreeSet};

use super::ContactRow;
use super::contacts::keys;
use super::import::MAX_NUMBERS;
use super::number::Forms;

/// Makes one of those that are the same, in the place of the first, and says how many went. What stands
/// later in the file counts for more, but takes no number and no text away.
pub(super) fn fold(rows: Vec<ContactRow>) -> (Vec<ContactRow>, u32) {
    let mut kept: Vec<Option<ContactRow>> = Vec::with_capacity(rows.len());
    let mut places: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut gone = 0;
    for mut row in rows {
        let named: Vec<(String, String)> = keys(&row).map(|key| (row.name.clone(), key)).collect();
        let same: BTreeSet<usize> = named
            .iter()
            .filter_map(|named| places.get(named).copied())
            .collect();
        let mut place = kept.len();
        // It may also show that two which stand there already are one.
        for other in same.into_iter().rev() {
            let Some(Some(earlier)) = kept.get(other) else {
                continue;
            };
            let Some(whole) = merged(earlier, &row) else {
                continue;
            };
            gone += 1;
            row = whole;
            place = other;
            if let Some(slot) = kept.get_mut(other) {
                *slot = None;
            }
        }
        for key in keys(&row) {
            places.insert((row.name.clone(), key), place);
        }
        match kept.get_mut(place) {
            Some(slot) => *slot = Some(row),
            None => kept.push(Some(row)),
        }
    }
    (kept.into_iter().flatten().collect(), gone)
}

/// Both in one; none where it would have more numbers than a contact may.
fn merged(earlier: &ContactRow, later: &ContactRow) -> Option<ContactRow> {
    let mut numbers: Vec<(Forms, String)> = Vec::new();
    for number in earlier.numbers.iter().chain(&later.numbers) {
        let forms = Forms::written(number);
        match numbers.iter_mut().find(|(known, _)| *known == forms) {
            Some((_, spelling)) => spelling.clone_from(number),
            None => numbers.push((forms, number.clone())),
        }
    }
    (numbers.len() <= MAX_NUMBERS).then(|| ContactRow {
        id: String::new(),
        name: later.name.clone(),
        numbers: numbers.into_iter().map(|(_, number)| number).collect(),
        detail: later.detail.clone().or_else(|| earlier.detail.clone()),
        note: later.note.clone().or_else(|| earlier.note.clone()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, numbers: &[&str], note: &str) -> ContactRow {
        ContactRow {
            id: String::new(),
            name: name.into(),
            numbers: numbers.iter().map(|number| (*number).to_owned()).collect(),
            detail: None,
            note: (!note.is_empty()).then(|| note.into()),
        }
    }

    #[test]
    fn one_contact_in_several_spellings_is_one() {
        let rows = vec![
            row("An", &["0912345678"], "cũ"),
            row("An", &["0912 345 678"], "mới"),
            row("Bình", &["0912345678"], ""),
            row("An", &["+84912345678"], ""),
            row("An", &["0987654321"], ""),
        ];
        let (folded, gone) = fold(rows);
        assert_eq!(
            folded,
            [
                row("An", &["+84912345678"], "mới"),
                row("Bình", &["0912345678"], ""),
                row("An", &["0987654321"], ""),
            ]
        );
        assert_eq!(gone, 2);
    }

    #[test]
    fn a_row_with_the_numbers_of_two_makes_them_one() {
        let rows = vec![
            row("An", &["0912345678"], "a"),
            row("An", &["0987654321"], "b"),
            row("An", &["0987 654 321", "0912 345 678"], ""),
            row("An", &["0987654321", "101"], ""),
        ];
        let (folded, gone) = fold(rows);
        assert_eq!(gone, 3);
        assert_eq!(folded.len(), 1);
        assert_eq!(folded[0].numbers, ["0912 345 678", "0987654321", "101"]);
    }

    #[test]
    fn no_number_is_lost_where_one_contact_would_have_too_many() {
        let many: Vec<String> = (0..12).map(|last| format!("0912345{last:03}")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let shared: Vec<&str> = [&many[6..], &many[..1]].concat();
        let (folded, gone) = fold(vec![row("An", &many[..7], ""), row("An", &shared, "")]);
        assert_eq!((folded.len(), gone), (2, 0));
    }
}
