//! What stands right in front of a candidate and right behind it: marks and a name's letters, and in its
//! modules currencies and the groups of its chain that are left over.

mod amounts;
mod behind;
mod fields;
mod groups;
mod names;

pub(super) use self::amounts::{currency_after, is_currency_word, is_in_amount};
use self::amounts::{currency_word_before, is_amount_ahead};
use self::behind::{follows_at_once, is_remark};
pub(super) use self::fields::is_secret_ahead;
use self::fields::{
    begins_whole, follows_call_key, is_call_key, is_dialled_from, is_in_dial_string, is_in_query,
    is_whole, may_stand_in_a_row,
};
pub(super) use self::groups::{is_count_ahead, neighbours_allow};
use self::names::{
    MAX_NAME, follows_full_name, follows_letters, follows_name, is_name, is_name_between,
};
pub(super) use self::names::{begins_field, begins_with_word, is_title};
use super::context::Place;
use super::labels::{self, Label};
use crate::text::{Class, Unit};
use crate::{Country, Number};

pub(super) fn left_allows(place: &Place<'_>, number: &Number, prefixed: bool, phone: bool) -> bool {
    let Some(left) = place.before(1) else {
        return true;
    };
    // `0912345678/0987654321`: the second of two.
    if place.first > 0 && place.first == place.used {
        return true;
    }
    if is_bold(place) {
        return true;
    }
    let further = place.before(2);
    let word = |unit: Option<&Unit>| {
        unit.is_some_and(|unit| matches!(unit.class, Class::Letter | Class::Digit(_)))
    };
    match left.class {
        // A letter glues itself to digits; before `+` or a bracket it is a missing space.
        Class::Letter => {
            let first = place.units.get(place.from).map(|unit| unit.class);
            !matches!(first, Some(Class::Digit(_)))
                || place.touches()
                || prefixed && left.ch == '_' && follows_name(place)
        }
        // `10:0912…` is a time, `a.0912` a name, `12,0912` an amount; `Tel.0912` is none of them.
        Class::Dot | Class::Dash | Class::Slash | Class::Plus => {
            // `0912 345 678/+84…`: a `+` begins something new.
            let anew = place.is_plus() && left.class != Class::Plus;
            let next = left.class == Class::Slash && place.follows_number();
            let slash = left.class == Class::Slash;
            // `Hùng-0912345678`, `5/Ngô Bảo Nga/0332.353.872`, `Derek-(530) 515-1780`
            let named = match left.class {
                Class::Dash => {
                    prefixed && follows_name(place)
                        || number.is_american() && place.opens() && follows_letters(place)
                }
                Class::Slash => prefixed && follows_full_name(place),
                _ => false,
            };
            let linked = || {
                slash
                    && (is_in_chat_address(place, number)
                        || follows_word(place)
                        || is_in_dial_string(place, number))
            };
            !word(further) || anew || next || named || place.touches() || linked()
        }
        _ => match left.ch {
            ':' => {
                !matches!(further.map(|unit| unit.class), Some(Class::Digit(_)))
                    || follows_count(place)
            }
            // `(407)368-2131,(214) 738-0718`: the second of two.
            ',' => {
                let grouped = place.end > place.first + 1;
                prefixed
                    || phone
                    || !matches!(further.map(|it| it.class), Some(Class::Digit(_)))
                    || grouped && (place.is_joined(left) || begins_whole(place, number))
            }
            // `0912345678&0987654321`
            '&' => phone || place.is_joined(left) && (prefixed || place.end > place.first + 1),
            // `from=+14045342962`; in an address a plus stands for a blank.
            '=' if place.is_plus() && number.is_known() => phone || !is_in_query(place),
            '=' => phone || follows_call_key(place, number),
            '#' | '№' => phone,
            '@' | '%' | '*' | '\\' | '~' | '^' => false,
            _ => prefixed || !currency_word_before(place),
        },
    }
}

/// `*2145551234*`, `_0912 345 678_`: as chats set what is important. A file (`scan_0912345678_2.pdf`) or a service
/// code (`*21*0912345678*11#`) goes on beyond the marks.
fn is_bold(place: &Place<'_>) -> bool {
    let (Some(left), Some(right)) = (place.before(1), place.after(0)) else {
        return false;
    };
    left.ch == right.ch
        && matches!(left.ch, '*' | '_' | '~')
        && !goes_on(place.before(2))
        && !goes_on(place.after(1))
}

/// Whether what stands behind a mark belongs to what is before it.
fn goes_on(unit: Option<&Unit>) -> bool {
    unit.is_some_and(|unit| matches!(unit.class, Class::Letter | Class::Digit(_)) || unit.ch == '#')
}

/// `https://zalo.me/0912345678`: an address that is somebody's number, of Viet Nam and as at home or with its calling code.
/// For `wa.me` see `at_once`; before it nothing but a `+` is left to be read.
fn is_in_chat_address(place: &Place<'_>, number: &Number) -> bool {
    let host = place.backwards(1);
    let is_at = |name: &str| {
        let mut host = host.clone();
        name.chars().rev().all(|ch| host.next() == Some(ch))
            && host
                .next()
                .is_none_or(|ch| !(ch.is_alphanumeric() || matches!(ch, '.' | '-')))
    };
    let home = number.country() == Some(Country::VN);
    if is_at("wa.me") {
        let apart = place.end > place.first + 1;
        return place.is_plus() || apart && home && number.is_international();
    }
    is_at("zalo.me") && home && number.has_prefix() && number.is_unseen().is_none()
}

/// `ĐT/0912345678`: a word of Vietnamese that begins after a blank, not a part of an address.
fn follows_word(place: &Place<'_>) -> bool {
    place.is_in_vietnamese()
        && place
            .backwards(1)
            .take_while(|ch| !ch.is_whitespace())
            .all(char::is_alphabetic)
}

/// `SĐT 2:0912345678`, `LH 1:0912…`, `Hotline1:0912…`: the colon stands behind a word for a phone and which of several it
/// is; `gọi 2:09…` is an hour, which no group of three digits goes on from.
#[inline(never)]
fn follows_count(place: &Place<'_>) -> bool {
    let count = place.from.checked_sub(2);
    let Some(word) = count.and_then(|at| place.units.get(..at)) else {
        return false;
    };
    let (apart, word) = match word {
        [word @ .., blank] if blank.class == Class::Space => (true, word),
        word => (false, word),
    };
    let head = place.chain.groups.get(place.first);
    let long = head.is_some_and(|head| head.len() > 2);
    apart && labels::names_noun(place.before, word)
        || long && labels::names_counted(place.before, word)
}

/// `267-968-4900*`: a remark is further down. Service codes go on, and begin with a mark, too.
fn is_footnote(place: &Place<'_>) -> bool {
    let code = |unit: Option<&Unit>| unit.is_some_and(|unit| matches!(unit.ch, '*' | '#'));
    let behind = place.after(1);
    !goes_on(behind) && !code(behind) && !code(place.before(1))
}

/// `*Hotline: 1900 6789*`: of the words before it the first one stands behind the same mark. Service codes
/// have digits there.
fn ends_bold(place: &Place<'_>) -> bool {
    let all = place.backwards(0).take(MAX_BOLD);
    let mut line = all.take_while(|ch| *ch != '\n').peekable();
    let mut last = None;
    while let Some(ch) = line.next_if(|ch| *ch != '*') {
        last = Some(ch);
    }
    let begins = line.next() == Some('*') && last.is_some_and(char::is_alphabetic);
    begins
        && !goes_on(place.after(1))
        && line.next().is_none_or(|ch| ch.is_whitespace() || ch == '*')
}

/// Characters of a host that are looked at.
const MAX_HOST: usize = 64;
/// Most characters of what is set in bold, before its number.
const MAX_BOLD: usize = 40;

/// What ends a sentence in a Vietnamese chat, often without a blank, and what else somebody is reached by.
const POLITE: &[&str] = &[
    "ạ", "ah", "ạh", "nha", "nhé", "nhe", "nhá", "nghen", "nhen", "nè", "zalo",
];

/// Files that are named by codes; sounds are named by who was called.
const FILES: &[&str] = &[
    "aspx", "bak", "csv", "doc", "docx", "gif", "heic", "htm", "html", "jpeg", "jpg", "json",
    "log", "mp4", "pdf", "php", "png", "ppt", "pptx", "rar", "svg", "txt", "webp", "xls", "xlsm",
    "xlsx", "xml", "zip",
];

/// Whether one of these words begins here and ends before the next letter or digit.
fn is_word_of(words: &[&str], chars: impl Iterator<Item = char> + Clone) -> bool {
    let small = chars.flat_map(char::to_lowercase);
    words.iter().any(|word| {
        let mut own = small.clone();
        word.chars().all(|ch| own.next() == Some(ch))
            && own
                .next()
                .is_none_or(|ch| !(ch.is_alphanumeric() || ch == '_'))
    })
}

/// `Call 214-555-1234.Txt ok`: behind a word for a phone a sentence begins and goes on, no file ends.
fn is_said_behind(place: &Place<'_>) -> bool {
    let behind = place.units.get(place.to + 1..).unwrap_or_default().iter();
    let mut behind = behind.map(|unit| unit.ch);
    let big = behind.next().is_some_and(char::is_uppercase);
    let blank = behind.find(|ch| !ch.is_lowercase()) == Some(' ');
    let goes_on = behind.next().is_some_and(char::is_lowercase);
    place.label == Some(Label::Phone) && big && blank && goes_on
}

/// `0912345678&0987654321`, but not in an address (`?0912345678&…`) or behind a word for a code.
fn may_be_joined(place: &Place<'_>) -> bool {
    let named = place.label.is_none_or(|label| label == Label::Phone);
    let left = place.before(1).map(|unit| unit.ch);
    named && !matches!(left, Some('=' | '?' | '/'))
}

/// `lan+16502530000@example.com`: the plus is inside a name.
#[inline(never)]
fn goes_on_before(place: &Place<'_>) -> bool {
    let inner = |ch: char| ch.is_alphanumeric() || matches!(ch, '.' | '-' | '_' | '+' | '%');
    place.backwards(0).next().is_some_and(inner)
}

/// `phone=0912345678&name=Lan`: the key is a word for a phone.
#[inline(never)]
fn is_value(place: &Place<'_>) -> bool {
    let before = place.units.get(..place.from).unwrap_or_default();
    before.last().is_some_and(|unit| unit.ch == '=') && labels::names_noun(place.before, before)
}

/// `@example.com`, `@197.210.95.79`, but not `@2.50` or `@VND`.
#[inline(never)]
fn is_at_host(place: &Place<'_>) -> bool {
    let behind = place.units.get(place.to + 1..).unwrap_or_default();
    let chars = behind.iter().map(|unit| unit.ch).take(MAX_HOST);
    let host: String = chars
        .take_while(|ch| ch.is_alphanumeric() || matches!(ch, '.' | '-'))
        .collect();
    let mut names = host.trim_end_matches('.').rsplit('.');
    let last = names.next().unwrap_or_default();
    let others = names.clone().count();
    let named = last.starts_with(char::is_alphabetic) && others > 0;
    (named || others == 3) && names.all(|name| !name.is_empty())
}

/// `James Nguyen,(201)439-6200,6084 Sunset Blvd,`: between two commas; bare digits there are anything (`GET /x,2145551234,200 OK`).
fn is_field(place: &Place<'_>, grouped: bool) -> bool {
    grouped && place.before(1).is_some_and(|unit| unit.ch == ',')
}

/// Whether a bare group of digits may end before this index: no letter, unit or currency follows, and
/// it goes on with nothing.
pub(super) fn allows_behind(units: &[Unit], to: usize) -> bool {
    let Some(right) = units.get(to) else {
        return true;
    };
    let further = units.get(to + 1).map(|unit| unit.class);
    let goes_on = matches!(further, Some(Class::Digit(_) | Class::Letter));
    match right.class {
        Class::Letter | Class::Plus | Class::Digit(_) => false,
        Class::Dash | Class::Dot | Class::Slash => !goes_on,
        _ => match right.ch {
            '@' | '%' | '=' | '*' | '#' | '\\' | '^' | '°' | '&' => false,
            ':' | ',' => !goes_on,
            _ => !is_amount_ahead(units, to),
        },
    }
}

pub(super) fn right_allows(
    place: &Place<'_>,
    number: &Number,
    prefixed: bool,
    grouped: bool,
) -> bool {
    let Some(right) = place.after(0) else {
        return true;
    };
    if is_bold(place) {
        return true;
    }
    let further = place.after(1);
    let digit = |unit: Option<&Unit>| matches!(unit.map(|it| it.class), Some(Class::Digit(_)));
    match right.class {
        // `0912345678ạ`, `Hương_0912345678_Quận 3`, `917-748-3647Fax: …`
        Class::Letter => {
            let behind = place.units.get(place.to..).unwrap_or_default().iter();
            let behind = behind.map(|unit| unit.ch);
            prefixed
                && (is_word_of(POLITE, behind.clone())
                    || right.ch == '_'
                        && place.before(1).is_some_and(|left| left.ch == '_')
                        && is_name(behind.clone().skip(1)))
                || (prefixed || grouped) && begins_field(behind)
                || follows_at_once(place, number, prefixed)
        }
        Class::Plus => false,
        // `…-a1b2`: the rest of an identifier; a dash before a space or another word is a dash.
        Class::Dash | Class::Dot => {
            let glued = further.is_some_and(|unit| unit.class == Class::Letter);
            // `415-666-7777.Call`: a blank was forgotten; `6502530000.jpg` is a file.
            let behind = || place.units.get(place.to + 1..).unwrap_or_default();
            let named = || prefixed && is_name_between(behind());
            let sentence = || {
                let written = (prefixed || grouped) && right.class == Class::Dot;
                let file = || is_word_of(FILES, behind().iter().map(|unit| unit.ch));
                written && (!file() || is_said_behind(place))
            };
            let remark = || right.class == Class::Dash && is_remark(place, number, prefixed);
            !glued || sentence() || named() || remark()
        }
        _ => match right.ch {
            '*' => (prefixed || grouped) && is_footnote(place) || ends_bold(place),
            // `sip:+16502530000@example.com`: whom a plus names at a host is called by that number.
            '@' => {
                place.is_plus() && number.is_known() && !goes_on_before(place) && is_at_host(place)
                    || prefixed && is_dialled_from(place)
            }
            '%' | '=' | '#' | '\\' | '^' | '°' => false,
            '&' => {
                let anew = further.is_some_and(|unit| unit.class.begins_number());
                (prefixed || grouped) && anew && may_be_joined(place)
                    || prefixed && number.is_unseen().is_none() && is_value(place)
                    // `-d "to=+15076802443&code=497016"`: a form, no address.
                    || place.is_plus() && number.is_known() && is_call_key(place)
            }
            ':' => !digit(further),
            // `Lan,0912345678,350000`: no amount begins with 0.
            ',' => {
                (prefixed || is_field(place, grouped) || grouped && is_whole(place, number))
                    && may_stand_in_a_row(place)
                    || !digit(further)
                    || digits_ahead(place.units, place.to + 1) >= 8
            }
            _ => prefixed || !currency_after(place),
        },
    }
}

fn digits_ahead(units: &[Unit], from: usize) -> usize {
    units
        .iter()
        .skip(from)
        .take_while(|unit| {
            matches!(
                unit.class,
                Class::Digit(_) | Class::Space | Class::Dash | Class::Dot
            )
        })
        .filter(|unit| matches!(unit.class, Class::Digit(_)))
        .count()
}

/// `tháng` behind a blank.
pub(super) fn is_month_ahead(place: &Place<'_>) -> bool {
    let behind = place.units.get(place.to..).unwrap_or_default();
    let [blank, word @ ..] = behind else {
        return false;
    };
    let letters = word.iter().map(|unit| unit.ch);
    blank.class == Class::Space
        && letters
            .take(5)
            .flat_map(char::to_lowercase)
            .eq("tháng".chars())
}
