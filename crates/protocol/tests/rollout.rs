//! What docs/rollout.md shows to administrators is what is read.

use alo_protocol::{PagePolicy, Provision};

/// The part of the guide in a fence of this name.
fn example<'a>(guide: &'a str, name: &str) -> &'a str {
    let (_, behind) = guide
        .split_once(&format!("```{name}\n"))
        .expect("it has an example");
    behind.split_once("```").expect("that ends").0
}

#[test]
fn the_package_of_the_guide_is_read_whole() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/rollout.md");
    let guide = std::fs::read_to_string(path).expect("the guide is there");
    let provision = Provision::parse(example(&guide, "json")).expect("every name in it is known");
    assert!(provision.faults.is_empty(), "{:?}", provision.faults);
    assert!(provision.pages.is_some_and(|pages| pages.mask.is_some()));
    let work = provision.work.expect("a form");
    assert_eq!(work.form.fields.len(), 1);
    assert_eq!(work.form.dispositions.len(), 1);
    assert!(!work.screen_pop.url.is_empty() && provision.provider.is_some());
}

#[test]
fn the_policy_of_the_guide_is_read_whole_and_is_what_the_schema_knows() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let read = |path: &str| std::fs::read_to_string(format!("{root}/{path}")).expect("it is there");
    let guide = read("docs/rollout.md");
    let all: serde_json::Value =
        serde_json::from_str(example(&guide, "json policy")).expect("JSON");
    let values = &all["3rdparty"]["extensions"]["ID"];
    let policy: PagePolicy = serde_json::from_value(values.clone()).expect("an object");
    assert!(policy.unreadable.is_empty() && policy.mask.is_some());
    assert_eq!(policy.site("bank.example.com").on, Some(false));
    let schema: serde_json::Value =
        serde_json::from_str(&read("extension/managed_schema.json")).expect("JSON");
    let keys = |value: &serde_json::Value| -> Vec<String> {
        value
            .as_object()
            .expect("an object")
            .keys()
            .cloned()
            .collect()
    };
    let known = keys(&schema["properties"]);
    let example = keys(values);
    assert!(example.iter().all(|key| known.contains(key)));
    let of_site = keys(&schema["properties"]["sites"]["additionalProperties"]["properties"]);
    let said = keys(&values["sites"]["crm.example.com"]);
    assert!(said.iter().all(|key| of_site.contains(key)));
}
