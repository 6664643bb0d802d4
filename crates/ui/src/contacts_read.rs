//! What a person is told of a file of contacts: what came in, and what did not and what to do about it.

use alo_protocol::{ContactsRead, Places};

/// Key of a sentence with what is filled in.
pub type Line = (&'static str, Vec<String>);

/// How many contacts came in.
pub fn taken(read: &ContactsRead) -> Line {
    let counts = [read.added, read.replaced];
    (
        "work_contacts_read",
        counts.map(|count| count.to_string()).to_vec(),
    )
}

/// What of the file is not kept as it stands there; nothing where all of it is.
pub fn left_out(read: &ContactsRead) -> Vec<Line> {
    let places = |places: Places| vec![places.count.to_string(), places.first.to_string()];
    [
        (
            "work_contacts_repeated",
            read.repeated,
            vec![read.repeated.to_string()],
        ),
        (
            "work_contacts_noNumber",
            read.no_number.count,
            places(read.no_number),
        ),
        (
            "work_contacts_noName",
            read.no_name.count,
            places(read.no_name),
        ),
        (
            "work_contacts_lostLetters",
            read.lost_letters.count,
            places(read.lost_letters),
        ),
        (
            "work_contacts_numbers",
            read.numbers.count,
            places(read.numbers),
        ),
        ("work_contacts_cut", read.cut.count, places(read.cut)),
        (
            "work_contacts_beyond",
            read.beyond_file,
            vec![read.beyond_file.to_string()],
        ),
        (
            "work_contacts_noRoom",
            read.no_room,
            vec![read.no_room.to_string()],
        ),
    ]
    .into_iter()
    .filter(|(_, count, _)| *count > 0)
    .map(|(key, _, values)| (key, values))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_file_is_said_in_one_line_and_each_kind_of_loss_in_one_more() {
        let mut read = ContactsRead {
            added: 12,
            replaced: 3,
            ..ContactsRead::default()
        };
        assert_eq!(
            taken(&read),
            ("work_contacts_read", vec!["12".into(), "3".into()])
        );
        assert!(left_out(&read).is_empty());
        read.no_number = Places { count: 4, first: 7 };
        read.beyond_file = 5_000;
        assert_eq!(
            left_out(&read),
            [
                ("work_contacts_noNumber", vec!["4".into(), "7".into()]),
                ("work_contacts_beyond", vec!["5000".into()]),
            ]
        );
    }
}
