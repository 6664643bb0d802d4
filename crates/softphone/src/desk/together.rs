//! One field typed in two views at the same time. Each sends its field whole, so that the later one
//! would undo what the other typed; instead, what each of them changed is kept.

use std::ops::Range;

/// What stands in a field after a view has changed it from `before` to `typed`, while another one had
/// made `now` of it. Where both changed the same words, both stand there, the one that came last behind.
pub(super) fn text(before: &str, now: &str, typed: &str, is_multiline: bool) -> String {
    let [before, now, typed] = [before, now, typed].map(|text| text.chars().collect::<Vec<_>>());
    if now == before {
        return typed.iter().collect();
    }
    let [theirs, own] = [&now, &typed].map(|text| no_half_words(&before, changed(&before, text)));
    let same_point = theirs.is_empty() && theirs == own;
    let part = |text: &[char], from: usize, to: usize| -> String {
        text.get(from..to).unwrap_or_default().iter().collect()
    };
    // Places in `before`, as the other two texts count them.
    let behind = |text: &[char], at: usize| (at + text.len()).saturating_sub(before.len());
    if !same_point && theirs.end <= own.start {
        let middle = part(&before, theirs.end, own.start);
        let head = part(&now, 0, behind(&now, theirs.end));
        return head + &middle + &part(&typed, own.start, typed.len());
    }
    if !same_point && own.end <= theirs.start {
        let middle = part(&before, own.end, theirs.start);
        let head = part(&typed, 0, behind(&typed, own.end));
        return head + &middle + &part(&now, theirs.start, now.len());
    }
    let both = whole_words(
        &before,
        theirs.start.min(own.start)..theirs.end.max(own.end),
    );
    let [their_words, own_words] =
        [&now, &typed].map(|text| part(text, both.start, behind(text, both.end)));
    let words = if own_words.contains(their_words.trim()) {
        own_words
    } else if their_words.contains(own_words.trim()) {
        their_words
    } else {
        let between = if is_multiline { "\n" } else { " " };
        their_words.trim_end().to_owned() + between + own_words.trim_start()
    };
    part(&before, 0, both.start) + &words + &part(&before, both.end, before.len())
}

/// The same for a set: what either of them took away goes, what either added is there.
pub(super) fn set(before: &[String], now: &[String], typed: &[String]) -> Vec<String> {
    let mut both: Vec<String> = now
        .iter()
        .filter(|word| typed.contains(word) || !before.contains(word))
        .cloned()
        .collect();
    for word in typed {
        if !before.contains(word) && !both.contains(word) {
            both.push(word.clone());
        }
    }
    both
}

/// The part of `before` that has become something else in `after`.
fn changed(before: &[char], after: &[char]) -> Range<usize> {
    let same = |(a, b): &(&char, &char)| a == b;
    let head = before.iter().zip(after).take_while(same).count();
    let rest = (before.len() - head).min(after.len() - head);
    let tail = before.iter().rev().zip(after.iter().rev());
    let tail = tail.take(rest).take_while(same).count();
    head..before.len() - tail
}

/// Half of one's word and half of the other's would be neither's.
fn no_half_words(text: &[char], part: Range<usize>) -> Range<usize> {
    let is_letter = |at: usize| text.get(at).is_some_and(|c| !c.is_whitespace());
    let is_inside = |at: usize| at > 0 && is_letter(at - 1) && is_letter(at);
    let whole = whole_words(text, part.clone());
    let start = if is_inside(part.start) {
        whole.start
    } else {
        part.start
    };
    let end = if is_inside(part.end) {
        whole.end
    } else {
        part.end
    };
    start..end
}

fn whole_words(text: &[char], part: Range<usize>) -> Range<usize> {
    let letters =
        |chars: &mut dyn Iterator<Item = &char>| chars.take_while(|c| !c.is_whitespace()).count();
    let before = text.get(..part.start).unwrap_or_default();
    let after = text.get(part.end..).unwrap_or_default();
    part.start - letters(&mut before.iter().rev())..part.end + letters(&mut after.iter())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_at_two_places_are_both_there() {
        for (before, now, typed, both) in [
            (
                "Lan, giá",
                "Lan Anh, giá",
                "Lan, giá 5 triệu",
                "Lan Anh, giá 5 triệu",
            ),
            (
                "Lan, giá",
                "Lan, giá 5 triệu",
                "Lan Anh, giá",
                "Lan Anh, giá 5 triệu",
            ),
            ("a b c", "a c", "a b d", "a d"),
            ("a b", "b", "a b c", "b c"),
        ] {
            assert_eq!(text(before, now, typed, true), both);
        }
    }

    #[test]
    fn of_two_texts_for_the_same_words_none_is_lost() {
        assert_eq!(text("", "hỏi giá", "gọi lại", true), "hỏi giá\ngọi lại");
        assert_eq!(text("", "hỏi giá", "gọi lại", false), "hỏi giá gọi lại");
        assert_eq!(text("Lan", "Lan hỏi", "Lan mua", true), "Lan hỏi\nLan mua");
        assert_eq!(text("mai hẹn", "mai hen", "mai hẹp", false), "mai hen hẹp");
    }

    #[test]
    fn what_one_typed_is_not_there_twice_and_typing_beats_deleting() {
        assert_eq!(text("", "hỏi", "hỏi giá", true), "hỏi giá");
        assert_eq!(text("", "hỏi giá", "hỏi", true), "hỏi giá");
        assert_eq!(text("hỏi giá", "", "hỏi giá vé", true), " vé");
        assert_eq!(text("hỏi giá", "hỏi giả", "", true), "hỏi giả");
        assert_eq!(text("same", "same", "other", true), "other");
        assert_eq!(text("same", "other", "same", true), "other");
    }

    #[test]
    fn tags_of_both_are_there_and_those_that_one_took_away_are_not() {
        let tags = |text: &str| -> Vec<String> { text.split(' ').map(str::to_owned).collect() };
        assert_eq!(
            set(&tags("vip nóng"), &tags("vip nóng hẹn"), &tags("nóng giá")),
            tags("nóng hẹn giá")
        );
    }
}
