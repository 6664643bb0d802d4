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

#[derive(Default)]
struct Score {
    right: usize,
    missed: usize,
    extra: usize,
}

impl Score {
    fn share(&self) -> f64 {
        let all = self.right + self.missed + self.extra;
        if all == 0 {
            1.0
        } else {
            self.right as f64 / all as f64
        }
    }
}

#[test]
fn agreement_with_libphonenumber_on_its_matcher_texts() {
    let Some(folder) = cases() else { return };
    let oracle = json(folder.join("libphonenumber-matcher.oracle.json"));
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
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
        let score = scores.entry(region.to_owned()).or_default();
        score.right += found.intersection(&expected).count();
        score.missed += expected.difference(&found).count();
        score.extra += found.difference(&expected).count();
        if std::env::var_os("ALO_SHOW").is_some() && found != expected {
            println!(
                "{region} {text:?}\n    libphonenumber {expected:?}\n    ours           {found:?}"
            );
        }
    }
    let (mut known, mut all) = (Score::default(), Score::default());
    for (region, score) in &scores {
        println!(
            "{region}: {} agree, {} only libphonenumber, {} only ours ({:.1} %)",
            score.right,
            score.missed,
            score.extra,
            100.0 * score.share()
        );
        let deep = ["US", "CA", "GB", "DE", "FR", "SG", "AU"].contains(&region.as_str());
        for total in [deep.then_some(&mut known), Some(&mut all)]
            .into_iter()
            .flatten()
        {
            total.right += score.right;
            total.missed += score.missed;
            total.extra += score.extra;
        }
    }
    println!("countries known by prefix: {:.1} %", 100.0 * known.share());
    println!("all: {:.1} %", 100.0 * all.share());
    // What is left is deliberate: dates and broken groupings that libphonenumber takes, `/` outside
    // Germany, Poland's `0~`, countries known by length only.
    assert!(known.share() >= 0.88, "fewer agreements than we had");
    assert!(all.share() >= 0.74, "fewer agreements than we had");
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
