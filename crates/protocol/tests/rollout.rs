//! What docs/rollout.md shows to administrators is what is read.

use alo_protocol::Provision;

#[test]
fn the_package_of_the_guide_is_read_whole() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/rollout.md");
    let guide = std::fs::read_to_string(path).expect("the guide is there");
    let (_, behind) = guide.split_once("```json\n").expect("it has an example");
    let (example, _) = behind.split_once("```").expect("that ends");
    let provision = Provision::parse(example).expect("every name in it is known");
    assert!(provision.pages.is_some_and(|pages| pages.mask.is_some()));
    let work = provision.work.expect("a form");
    assert_eq!(work.form.fields.len(), 1);
    assert_eq!(work.form.dispositions.len(), 1);
    assert!(!work.screen_pop.url.is_empty() && provision.provider.is_some());
}
