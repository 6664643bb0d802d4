//! Every sentence exists in both languages, and every sentence the code asks for exists.

mod support;

use std::collections::BTreeSet;
use std::path::Path;

use support::{messages, repository};

#[test]
fn both_languages_have_the_same_keys() {
    let keys = |locale| messages(locale).into_keys().collect::<BTreeSet<_>>();
    let (en, vi) = (keys("en"), keys("vi"));
    assert_eq!(
        en.difference(&vi).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "only in English"
    );
    assert_eq!(
        vi.difference(&en).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "only in Vietnamese"
    );
}

#[test]
fn both_languages_fill_in_the_same_placeholders() {
    let vi = messages("vi");
    for (key, en) in messages("en") {
        assert_eq!(en.placeholders, vi[&key].placeholders, "{key}");
        for name in en.placeholders.keys() {
            let mark = format!("${}$", name.to_uppercase());
            assert!(
                en.message.contains(&mark),
                "{key} in English does not show {mark}"
            );
            assert!(
                vi[&key].message.contains(&mark),
                "{key} in Vietnamese does not show {mark}"
            );
        }
    }
}

#[test]
fn no_sentence_is_empty_or_has_stray_marks() {
    for locale in ["en", "vi"] {
        for (key, message) in messages(locale) {
            let text = message.message;
            assert!(!text.trim().is_empty(), "{locale} {key}");
            assert_eq!(text.trim(), text, "{locale} {key}");
            let marks = text.matches('$').count();
            assert_eq!(
                marks,
                2 * message.placeholders.len(),
                "{locale} {key}: {text}"
            );
        }
    }
}

#[test]
fn the_store_takes_the_description() {
    for locale in ["en", "vi"] {
        let length = messages(locale)["ext_description"].message.chars().count();
        assert!(length <= 132, "{locale}: {length}");
    }
}

#[test]
fn vietnamese_tells_a_site_from_a_page_as_english_does() {
    let vi = messages("vi");
    for (key, en) in messages("en") {
        let vi = &vi[&key].message;
        if en.message.contains("this site") {
            assert!(vi.contains("trang web này"), "{key}: {vi}");
        }
        if en.message.contains("this page") {
            assert!(!vi.contains("trang web này"), "{key}: {vi}");
        }
        if vi.contains("trang này") {
            let page = ["this page", "page like this one"];
            let is_page = page.iter().any(|words| en.message.contains(words));
            assert!(is_page, "{key}: {}", en.message);
        }
    }
}

#[test]
fn controls_have_the_agreed_english_names() {
    let en = messages("en");
    for (key, name) in [
        ("dial_number", "Phone number"),
        ("call", "Call"),
        ("answer", "Answer"),
        ("decline", "Decline"),
        ("hang_up", "Hang up"),
        ("mute", "Mute"),
        ("hold", "Hold"),
        ("keypad", "Keypad"),
        ("field_serverUrl", "Server URL"),
        ("field_domain", "Domain"),
        ("field_userName", "User name"),
        ("field_password", "Password"),
        ("sign_in", "Sign in"),
        ("sign_out", "Sign out"),
    ] {
        assert_eq!(en[key].message, name);
    }
}

#[test]
fn every_sentence_that_views_ask_for_exists() {
    let en = messages("en");
    let mut asked = BTreeSet::new();
    each_source(&repository().join("crates/ui/src"), "rs", &mut |text| {
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or(text);
        // All our keys have an underscore, and nothing else in the views is written like one.
        asked.extend(literals(code).filter(|literal| looks_like_a_key(literal)));
        asked.extend(arguments_of(code, "t"));
        asked.extend(arguments_of(code, "say"));
        asked.extend(arguments_of(code, "t_with"));
        for list in code
            .split(".map(t)")
            .filter(|part| part.trim_end().ends_with(']'))
        {
            let list = list.rsplit('[').next().unwrap_or_default();
            asked.extend(literals(list));
        }
    });
    assert!(
        asked.len() > 100,
        "the search finds the keys: {}",
        asked.len()
    );
    let missing: Vec<_> = asked.iter().filter(|key| !en.contains_key(*key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_sentence_that_the_worker_and_pages_ask_for_exists() {
    let en = messages("en");
    let mut asked = BTreeSet::new();
    let mut collect = |text: &str| {
        let prefixes = ["card_", "refusal_", "notify_", "badge_", "menu_"];
        let keys = literals(text).filter(|key| {
            looks_like_a_key(key) && prefixes.iter().any(|prefix| key.starts_with(prefix))
        });
        asked.extend(keys);
    };
    each_source(
        &repository().join("crates/background/src"),
        "rs",
        &mut collect,
    );
    each_source(&repository().join("extension"), "js", &mut |text| {
        collect(&text.replace('\'', "\""))
    });
    let missing: Vec<_> = asked.iter().filter(|key| !en.contains_key(*key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

fn looks_like_a_key(literal: &str) -> bool {
    literal.split_once('_').is_some_and(|(head, tail)| {
        !head.is_empty()
            && !tail.is_empty()
            && head.bytes().all(|b| b.is_ascii_lowercase())
            && tail.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
    })
}

fn literals(code: &str) -> impl Iterator<Item = String> {
    code.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.split('"').skip(1).step_by(2))
        .map(str::to_owned)
}

/// First arguments of calls of `function` that are written out.
fn arguments_of<'a>(code: &'a str, function: &str) -> impl Iterator<Item = String> + use<'a> {
    let call = format!("{function}(\"");
    let starts: Vec<usize> = code.match_indices(&call).map(|(at, _)| at).collect();
    let length = call.len();
    starts.into_iter().filter_map(move |at| {
        let before = code.get(..at)?.chars().next_back();
        let named_otherwise = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
        let key = code.get(at + length..)?.split('"').next()?;
        (!named_otherwise).then(|| key.to_owned())
    })
}

fn each_source(folder: &Path, extension: &str, see: &mut dyn FnMut(&str)) {
    for entry in std::fs::read_dir(folder)
        .expect("the folder is there")
        .flatten()
    {
        let path = entry.path();
        if path.is_dir() {
            each_source(&path, extension, see);
        } else if path.extension().is_some_and(|found| found == extension) {
            see(&std::fs::read_to_string(&path).expect("sources are UTF-8"));
        }
    }
}
