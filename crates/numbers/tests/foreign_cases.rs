//! Cases that others wrote, as a measured report: where we read otherwise than libphonenumber, each time with a
//! reason in `docs/numbers.md`. `cargo test -p alo-numbers --test foreign_cases -- --nocapture` shows it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use alo_numbers::{Country, DialError, Found, Link, Options, find};
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

const NUMBERS: &str = include_str!("../../../docs/numbers.md");

/// The rows of the table in `docs/numbers.md` that begins with `header`, cell by cell.
fn table(header: &str) -> Vec<Vec<String>> {
    let mut rows = NUMBERS.lines().skip_while(|line| *line != header);
    assert!(
        rows.next().is_some(),
        "docs/numbers.md has no table {header}"
    );
    rows.skip(1)
        .map_while(|line| line.strip_prefix("| ")?.strip_suffix(" |"))
        .map(|row| {
            let cells = row.split(" | ");
            cells.map(|it| it.trim_matches('`').to_owned()).collect()
        })
        .collect()
}

/// What is listed, each with how often it comes; the last two columns of a table are `times` and `reason`.
fn listed(header: &str) -> BTreeMap<Vec<String>, usize> {
    let mut rows = BTreeMap::new();
    for mut row in table(header) {
        let shown = row.join(" | ");
        let (Some(_), Some(times)) = (row.pop(), row.pop()) else {
            panic!("no times and reason: {shown}");
        };
        let times = times
            .parse()
            .unwrap_or_else(|_| panic!("how often? {shown}"));
        assert_eq!(rows.insert(row, times), None, "listed twice: {shown}");
    }
    rows
}

/// Fails with each row that is not listed, is listed and is not there, or comes more or less often than listed.
fn assert_listed(header: &str, differences: &BTreeMap<Vec<String>, usize>) {
    let listed = listed(header);
    let rows: BTreeSet<_> = differences.keys().chain(listed.keys()).collect();
    let wrong: Vec<String> = rows
        .into_iter()
        .filter(|row| differences.get(*row) != listed.get(*row))
        .map(|row| {
            let times = |of: &BTreeMap<_, _>| of.get(row).copied().unwrap_or_default();
            let (is, said) = (times(differences), times(&listed));
            format!("{is} times, listed {said}: | {} |", row.join(" | "))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "docs/numbers.md lists other differences than there are:\n{}",
        wrong.join("\n")
    );
}

const REASONS: &str = "| reason | what it means |";
/// Region, who alone finds it, the text of the span, the number.
const MATCHER: &str = "| region | who | span | number | times | reason |";
/// Region and text.
const JS: &str = "| region | text | times | reason |";

#[test]
fn each_listed_difference_has_a_reason_that_is_explained_and_no_reason_is_without_one() {
    let explained: BTreeSet<String> = table(REASONS)
        .into_iter()
        .map(|row| row[0].clone())
        .collect();
    let rows = [MATCHER, JS].into_iter().flat_map(table);
    let given: BTreeSet<String> = rows
        .flat_map(|row| {
            let reasons = row.last().expect("a cell").split(", ");
            reasons.map(str::to_owned).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(given, explained);
}

#[test]
fn every_difference_from_libphonenumber_on_its_matcher_texts_is_listed_with_its_reason() {
    let Some(folder) = cases() else { return };
    let oracle = json(folder.join("libphonenumber-matcher.oracle.json"));
    let mut differences: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    let mut agreements = 0;
    for row in oracle["rows"].as_array().expect("rows") {
        let text = row["text"].as_str().expect("a text");
        let region = row["region"].as_str().unwrap_or("ZZ");
        let expected: BTreeSet<Hit> = row["VALID"]
            .as_array()
            .expect("hits")
            .iter()
            .map(|hit| {
                let number = |key: &str| hit[key].as_u64().expect("a place") as usize;
                let e164 = hit["e164"].as_str().expect("a number").to_owned();
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
                let row = vec![region.to_owned(), who.to_owned(), span, e164.clone()];
                *differences.entry(row).or_default() += 1;
            }
        }
    }
    println!(
        "{agreements} numbers agree, {} kinds of differences",
        differences.len()
    );
    assert_listed(MATCHER, &differences);
    assert!(agreements >= 933, "fewer agreements than we had");
}

/// Whether a found number has what libphonenumber-js calls `key`; `None`: nothing of ours is called so.
fn agrees(found: &Found, key: &str, expected: &Value) -> Option<bool> {
    let e164 = found.e164();
    let (number, text) = (expected.as_u64(), expected.as_str());
    Some(match key {
        "startsAt" => number == Some(found.start_utf16.into()),
        "endsAt" => number == Some(found.end_utf16.into()),
        "number" => text == Some(&e164),
        "phone" | "nationalNumber" => text
            .and_then(|it| e164.strip_suffix(it))
            .is_some_and(|code| (2..=4).contains(&code.len())),
        "countryCallingCode" => text
            .and_then(|it| e164.strip_prefix('+')?.strip_prefix(it))
            .is_some(),
        "country" => text == found.country().as_ref().map(Country::as_str),
        "ext" => text == found.ext.as_deref(),
        _ => return None,
    })
}

/// Whether we find what a case of libphonenumber-js says; `Err`: why it says nothing about us.
fn holds(case: &Value, found: &[Found]) -> Result<bool, &'static str> {
    let expected = &case["expect"];
    if case["args"][2]["extended"] == true || case["args"][1]["extended"] == true {
        return Err("results that are no numbers (`extended`)");
    }
    if let Some(path) = case["path"].as_array() {
        // One property of one result: `[0, "number", "ext"]`.
        let at = path.first().and_then(Value::as_u64).expect("which result") as usize;
        let key = path.last().and_then(Value::as_str).expect("a property");
        let Some(found) = found.get(at) else {
            return Ok(false);
        };
        return agrees(found, key, expected).ok_or("a property that we do not have");
    }
    let expected = expected.as_array().ok_or("no list of results")?;
    if found.len() != expected.len() {
        return Ok(false);
    }
    let mut all = true;
    for (found, expected) in found.iter().zip(expected) {
        for (key, expected) in expected.as_object().ok_or("no results")? {
            all &= agrees(found, key, expected).ok_or("a property that we do not have")?;
        }
    }
    Ok(all)
}

#[test]
fn every_difference_from_the_tests_of_libphonenumber_js_is_listed_with_its_reason() {
    let Some(folder) = cases() else { return };
    let cases = json(folder.join("libphonenumber-js-find.json"));
    let mut right = 0;
    let mut differences: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    let mut passed_over: BTreeMap<&str, usize> = BTreeMap::new();
    for case in cases["cases"].as_array().expect("cases") {
        let text = case["args"][0].as_str().expect("a text");
        let options = &case["args"][1];
        let country = options
            .as_str()
            .or_else(|| options["defaultCountry"].as_str())
            .and_then(Country::parse);
        let country = country.unwrap_or_else(|| Country::parse("ZZ").expect("two letters"));
        let found = find(
            text,
            &Options {
                country,
                ..Options::default()
            },
        );
        match holds(case, &found) {
            Ok(true) => right += 1,
            Ok(false) => {
                let row = vec![country.as_str().to_owned(), text.to_owned()];
                *differences.entry(row).or_default() += 1;
                if std::env::var_os("ALO_SHOW").is_some() {
                    println!("{country} {text:?}\n    theirs {case}\n    ours   {found:?}");
                }
            }
            Err(why) => *passed_over.entry(why).or_default() += 1,
        }
    }
    let wrong: usize = differences.values().sum();
    println!("libphonenumber-js: {right} cases agree, {wrong} do not, passed over {passed_over:?}");
    assert_listed(JS, &differences);
    assert_eq!(
        passed_over,
        BTreeMap::from([("results that are no numbers (`extended`)", 6)]),
        "cases that nobody looks at"
    );
    assert!(right >= 96, "fewer agreements than we had");
}

#[test]
fn links_and_numbers_of_real_pages() {
    let Some(folder) = cases() else { return };
    let us = Options {
        country: Country::US,
        ..Options::default()
    };
    let mut links = BTreeSet::new();
    let mut numbers: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for page in fs::read_dir(folder.join("pages")).expect("pages") {
        let path = page.expect("a page").path();
        let page = fs::read_to_string(&path).expect("text");
        let hrefs = page.split("href=\"").skip(1);
        for href in hrefs.filter_map(|rest| rest.split('"').next()) {
            match Link::parse(href) {
                Ok(link) => drop(links.insert(link.dial.as_str().to_owned())),
                Err(DialError::Scheme) => {}
                Err(error) => panic!("{href}: {error}"),
            }
        }
        let texts = page.split('<').filter_map(|tag| tag.split_once('>'));
        let found = texts.flat_map(|(_, text)| find(text, &us));
        let name = path.file_stem().and_then(|it| it.to_str());
        let name = name.expect("a name").to_owned();
        numbers.insert(name, found.map(|it| it.e164()).collect());
    }
    assert_eq!(
        links,
        BTreeSet::from(["+12345678902".to_owned(), "9174148783".to_owned()])
    );
    // The numbers of the first have nine digits; the demo also has bare ones in a row, which are a list.
    let expected: [(&str, &[&str]); 7] = [
        ("mf-tests-microformats-v1-hcard-multiple", &[]),
        (
            "mf-tests-microformats-v1-hresume-contact",
            &["+16172535702"],
        ),
        (
            "mf-tests-microformats-v1-hreview-aggregate-hcard",
            &["+16503218189"],
        ),
        (
            "mf-tests-microformats-v2-h-resume-contact",
            &["+16172535702"],
        ),
        (
            "mf-tests-microformats-v2-h-review-aggregate-simpleproperties",
            &["+16503218189"],
        ),
        (
            "ringcentral-c2d-demo",
            &[
                "+12345678901",
                "+12345678903",
                "+12345678904",
                "+12345678905",
                "+12345678906",
                "+12345678907",
                "+12133734253",
                "+12345678909",
                "+18572135832",
            ],
        ),
        (
            "ringcentral-c2d-iframe",
            &["+12345678902", "+12345678903", "+12345678904"],
        ),
    ];
    let expected = expected.map(|(page, all)| {
        let all = all.iter().map(|it| (*it).to_owned()).collect();
        (page.to_owned(), all)
    });
    assert_eq!(numbers, BTreeMap::from(expected));
}
