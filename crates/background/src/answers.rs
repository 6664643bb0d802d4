//! What pages are told of the settings, so that a change which none of them would see wakes no page: each that is asked
//! again is a script in every frame of every tab, and an answer.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use alo_protocol::PageSettings;

use crate::settings::Settings;

/// Differs where any page would be told something else. Not for longer than a session: another version of us may write
/// it otherwise.
#[must_use]
pub fn print_of(all: &PageSettings) -> String {
    let elsewhere = Settings::of(all, "").for_page();
    let mut print = DefaultHasher::new();
    format!("{elsewhere:?}").hash(&mut print);
    for host in all.sites.keys() {
        let here = Settings::of(all, host).for_page();
        // A site that is treated like all others is one of them.
        if here != elsewhere {
            (host, format!("{here:?}")).hash(&mut print);
        }
    }
    format!("{:x}", print.finish())
}

#[cfg(test)]
mod tests {
    use alo_protocol::{DetectionMode, MaskFormat};

    use super::*;

    #[test]
    fn pages_are_told_of_what_they_treat_otherwise_and_of_nothing_else() {
        let before = PageSettings::default();
        let differs = |change: fn(&mut PageSettings)| {
            let mut after = before.clone();
            change(&mut after);
            print_of(&after) != print_of(&before)
        };
        assert!(!differs(|all| all.known_countries.push("GB".into())));
        assert!(!differs(|all| all.mask = Some(MaskFormat::usual())));
        assert!(!differs(|all| all.change("a.example", |site| {
            site.hotline = Some("h1".into());
        })));
        assert!(differs(|all| all.change("a.example", |site| {
            site.switch_one_click("https://a.example", true);
        })));
        assert!(differs(|all| all.hover_ms = 0));
        assert!(differs(|all| all.mode = DetectionMode::Off));
        assert!(differs(|all| all.country = "US".into()));
        assert!(differs(|all| all.vanity = true));
        assert!(differs(|all| all.switch("a.example", false)));
        assert!(differs(|all| all.change("a.example", |site| {
            site.not_numbers.push("+84912345678".into());
        })));
    }
}
