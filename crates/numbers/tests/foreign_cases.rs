//! Cases that others wrote, as a measured report: how often we agree with libphonenumber, and a
//! floor under it. `cargo test -p alo-numbers --test foreign_cases -- --nocapture` shows it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use alo_numbers::{Country, Link, Options, find};
use serde_json::Value;

/// The folder of shared cases, or `None` with a word about it.
fn cases() -> Option<PathBuf> {
    let folder = std::env::var_os("ALO_CASES").map_or_else(
        || {
            PathBuf::from(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/../../../shared/cases"
            ))
        },
        PathBuf::from,
    );
    let folder = folder.join("phone");
    if !folder.is_dir() {
        // Past the capture of the test's output and in one piece, for `tools/test.sh` to count.
        let test = std::thread::current();
        let test = test.name().unwrap_or("a test");
        let line = format!("skipped: foreign_cases::{test}: no {}\n", folder.display());
        let _ = std::io::Write::write_all(&mut std::io::stderr(), line.as_bytes());
        return None;
    }
    Some(folder)
}

fn json(path: PathBuf) -> Value {
    let text = fs::read_to_string(path).expect("a case file");
    serde_json::from_str(&text).expect("JSON")
}

/// Start, end (in characters) and E.164.
type Hit = (usize, usize, String);

fn ours(text: &str, country: &str) -> BTreeSet<Hit> {
    let country = Country::parse(country).unwrap_or_default();
    let in_chars = |utf16: u32| {
        let mut at = 0;
        text.chars()
            .take_while(|ch| {
                let before = at < utf16;
                at += u32::try_from(ch.len_utf16()).unwrap_or(2);
                before
            })
            .count()
    };
    find(
        text,
        &Options {
            country,
            ..Options::default()
        },
    )
    .into_iter()
    .map(|found| {
        (
            in_chars(found.start_utf16),
            in_chars(found.end_utf16),
            found.e164(),
        )
    })
    .collect()
}

/// Where we deliberately read otherwise than libphonenumber: region, who alone finds it, the text of
/// the span, the number. The reasons stand beside them in `docs/numbers.md`.
fn listed() -> BTreeSet<[String; 4]> {
    include_str!("../../../docs/numbers.md")
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"))
        .map(|row| row.split(" | ").collect::<Vec<_>>())
        .filter(|cells| matches!(cells.get(1), Some(&("ours" | "libphonenumber"))))
        .map(|cells| {
            let cell = |at: usize| {
                cells
                    .get(at)
                    .map_or("", |it| it.trim_matches('`'))
                    .to_owned()
            };
            [cell(0), cell(1), cell(2), cell(3)]
        })
        .collect()
}

#[test]
fn every_difference_from_libphonenumber_on_its_matcher_texts_is_listed_with_its_reason() {
    let Some(folder) = cases() else { return };
    let oracle = json(folder.join("libphonenumber-matcher.oracle.json"));
    let mut differences: BTreeMap<[String; 4], usize> = BTreeMap::new();
    let mut agreements = 0;
    for row in oracle["rows"].as_array().expect("rows") {
        let text = row["text"].as_str().unwrap_or_default();
        let region = row["region"].as_str().unwrap_or("ZZ");
        let expected: BTreeSet<Hit> = row["VALID"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|hit| {
                let number = |key: &str| hit[key].as_u64().unwrap_or_default() as usize;
                let e164 = hit["e164"].as_str().unwrap_or_default().to_owned();
                (number("start"), number("end"), e164)
            })
            .collect();
        let found = ours(text, region);
        if std::env::var_os("ALO_SHOW").is_some() && found != expected {
            println!(
                "{region} {text:?}\n    libphonenumber {expected:?}\n    ours           {found:?}"
            );
        }
        agreements += found.intersection(&expected).count();
        let alone = [
            ("ours", found.difference(&expected)),
            ("libphonenumber", expected.difference(&found)),
        ];
        for (who, hits) in alone {
            for (start, end, e164) in hits {
                let span: String = text.chars().skip(*start).take(end - start).collect();
                let key = [region.to_owned(), who.to_owned(), span, e164.clone()];
                *differences.entry(key).or_default() += 1;
            }
        }
    }
    let listed = listed();
    for (difference, times) in &differences {
        if !listed.contains(difference) {
            println!("not listed, {times} times: | {} |", difference.join(" | "));
        }
    }
    for row in &listed {
        if !differences.contains_key(row) {
            println!("listed, but there is none: | {} |", row.join(" | "));
        }
    }
    println!(
        "{agreements} numbers agree, {} kinds of differences",
        differences.len()
    );
    assert!(
        differences.keys().eq(&listed),
        "docs/numbers.md lists other differences from libphonenumber than there are"
    );
}

#[test]
fn agreement_with_libphonenumber_js_on_spans() {
    let Some(folder) = cases() else { return };
    let cases = json(folder.join("libphonenumber-js-find.json"));
    let (mut right, mut wrong) = (0, 0);
    for case in cases["cases"].as_array().expect("cases") {
        let (Some(text), Some(expected)) = (case["args"][0].as_str(), case["expect"].as_array())
        else {
            continue;
        };
        // Expectations about parts of a result have no spans.
        let spans: Option<BTreeSet<(u64, u64)>> = expected
            .iter()
            .map(|hit| Some((hit["startsAt"].as_u64()?, hit["endsAt"].as_u64()?)))
            .collect();
        let Some(spans) = spans else { continue };
        let options = &case["args"][1];
        let country = options
            .as_str()
            .or_else(|| options["defaultCountry"].as_str())
            .and_then(Country::parse);
        let country = country.unwrap_or_else(|| Country::parse("ZZ").expect("two letters"));
        let found: BTreeSet<(u64, u64)> = find(
            text,
            &Options {
                country,
                ..Options::default()
            },
        )
        .iter()
        .map(|found| (found.start_utf16.into(), found.end_utf16.into()))
        .collect();
        if found == spans {
            right += 1;
        } else {
            wrong += 1;
            let row = format!("| {country} | libphonenumber-js | `{text}` |");
            assert!(
                include_str!("../../../docs/numbers.md").contains(&row),
                "docs/numbers.md does not list: {row}"
            );
            if std::env::var_os("ALO_SHOW").is_some() {
                println!("{country} {text:?}\n    theirs {spans:?}\n    ours   {found:?}");
            }
        }
    }
    println!("libphonenumber-js: {right} texts agree, {wrong} do not");
    assert!(right >= 48, "fewer agreements than we had");
}

#[test]
fn links_and_numbers_of_real_pages() {
    let Some(folder) = cases() else { return };
    let us = Options {
        country: Country::US,
        ..Options::default()
    };
    let (mut links, mut refused, mut numbers) = (0, 0, 0);
    let pages = fs::read_dir(folder.join("pages")).expect("pages");
    for page in pages {
        let page = fs::read_to_string(page.expect("a page").path()).expect("text");
        for href in page
            .split("href=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
        {
            if Link::is_one(href) {
                match Link::parse(href) {
                    Ok(_) => links += 1,
                    Err(error) => {
                        println!("{href}: {error}");
                        refused += 1;
                    }
                }
            }
        }
        let text: Vec<&str> = page
            .split('<')
            .filter_map(|tag| tag.split_once('>').map(|(_, text)| text))
            .collect();
        numbers += text.iter().map(|text| find(text, &us).len()).sum::<usize>();
    }
    println!("pages: {links} links to numbers, {refused} refused, {numbers} numbers in text");
    assert!(links >= 1 && refused == 0 && numbers >= 1);
}
