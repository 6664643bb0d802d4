//! The names of the content scripts. One that goes on after another has it before it here.

/// What every page has: the manifest's list, for pages that were open before it.
pub const PAGE: [&str; 6] = [
    "content-ask.js",
    "content-signs.js",
    "content-cuts.js",
    "content-roots.js",
    "content-first.js",
    "content.js",
];

/// Goes before [`PAGE`] where a page asks how it is to be treated before it is looked at ([`crate::asking`]);
/// into a page that was looked at, so that it asks again.
pub const ASKS: &str = "content-asks.js";

/// What reads, paints and points: brought into a frame when its first look has found something that may be
/// a number. The only place that says so.
pub const WHOLE: [&str; 10] = [
    "content-alone.js",
    "content-hints.js",
    "content-text.js",
    "content-tree.js",
    "content-hit.js",
    "content-card-late.js",
    "content-paint.js",
    "content-watch.js",
    "content-point.js",
    "content-whole.js",
];

/// What the card is made of: brought into a frame when the first card is wanted there. The only place
/// that says so, too.
pub const CARD: [&str; 5] = [
    "content-card-look.js",
    "content-card-words.js",
    "content-card-choices.js",
    "content-card-aim.js",
    "content-card.js",
];

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn pages_that_were_open_have_the_scripts_that_the_manifest_gives_to_others() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let text = std::fs::read_to_string(root.join("manifest.json")).expect("a manifest");
        let manifest: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(
            manifest["content_scripts"][0]["js"],
            serde_json::json!(PAGE)
        );
    }
}
