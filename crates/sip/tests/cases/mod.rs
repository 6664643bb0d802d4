//! Finds the shared test cases: `$ALO_CASES`, or `../shared/cases` beside the repository.

#![allow(dead_code, reason = "each test file uses the part that it needs")]

use std::path::{Path, PathBuf};

/// The files of a folder of cases, by name; `None`, said on stderr, when the folder is not there.
pub(crate) fn folder(name: &str) -> Option<Vec<(String, Vec<u8>)>> {
    let folder = root().join(name);
    let Ok(entries) = std::fs::read_dir(&folder) else {
        skipped(&folder);
        return None;
    };
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("a folder can be listed"))
        .filter(|entry| entry.file_name() != "index.json")
        .map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            (
                name,
                std::fs::read(entry.path()).expect("a case can be read"),
            )
        })
        .collect();
    files.sort();
    assert!(!files.is_empty(), "{} is empty", folder.display());
    Some(files)
}

/// One file of a folder of cases; `None`, said on stderr, when the folder is not there.
pub(crate) fn file(folder: &str, name: &str) -> Option<Vec<u8>> {
    let files = self::folder(folder)?;
    let file = files.into_iter().find(|(known, _)| known == name);
    Some(file.unwrap_or_else(|| panic!("no {name} in {folder}")).1)
}

/// One file of cases as JSON; `None`, said on stderr, when it is not there.
pub(crate) fn json(name: &str) -> Option<serde_json::Value> {
    let file = root().join(name);
    let Ok(text) = std::fs::read_to_string(&file) else {
        skipped(&file);
        return None;
    };
    Some(serde_json::from_str(&text).expect("cases are JSON"))
}

/// Says that this test proves nothing here. Past the capture of the test's output, so that whoever counts
/// the tests that passed (`tools/test.sh`) can take it off.
fn skipped(missing: &Path) {
    use std::io::Write as _;
    let test = std::thread::current();
    let test = test.name().unwrap_or("a test");
    let file = module_path!().split("::").next().unwrap_or_default();
    // In one piece: tests run side by side.
    let line = format!("skipped: {file}::{test}: no {}\n", missing.display());
    let _ = std::io::stderr().write_all(line.as_bytes());
}

fn root() -> PathBuf {
    match std::env::var_os("ALO_CASES") {
        Some(root) => PathBuf::from(root),
        None => PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/cases"),
    }
}
