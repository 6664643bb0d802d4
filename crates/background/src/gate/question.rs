//! Calls that wait for the person's word in our own window, and those that come from the browser's own
//! surface.

use alo_numbers::DialError;
use alo_protocol::{Caution, NumberSource, PendingCall, QUESTION_REST_MS, Refusal};
use serde::{Deserialize, Serialize};

use super::shown::{Shown, read, read_chosen, refused_text};
use super::{Dial, Gate, Taken};
use crate::settings::Settings;

/// A word that comes sooner after the question was shown is nobody's, ms. Somewhat less than the window
/// itself waits, because a browser's timers may be early.
pub const QUESTION_MIN_AGE: u64 = QUESTION_REST_MS as u64 - 100;
/// Calls that wait for the person's word; more forget the oldest.
const MAX_PENDING: usize = 8;

/// A call that waits for the person's word in our own window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Pending {
    id: String,
    shown: Shown,
    site: String,
    pub(super) at: u64,
    /// When the window first asked what to show; none: nobody has seen the question.
    #[serde(default)]
    shown_at: Option<u64>,
}

impl Gate {
    /// What a person asked for in the browser's own surface (menu, shortcut, address bar): dialled
    /// unless there is reason to ask. With `unseen` there always is: another program wants it. So there is for a link, but on
    /// a site on all of which a click calls.
    pub fn wish(
        &mut self,
        source: &NumberSource,
        site: &str,
        settings: &Settings,
        unseen: bool,
        id: String,
        now: u64,
    ) -> (Option<Taken>, PendingCall) {
        self.forget_old(now);
        let options = settings.number_options();
        // Our window names the site that a question comes from, and without one says otherwise why it asks.
        let read = match site {
            "" => read(source, &options).map(|target| (target, false)),
            _ => read_chosen(source, &options),
        };
        let (target, is_part) = match read {
            Ok(read) => read,
            Err(error) => {
                let refused = PendingCall {
                    id: String::new(),
                    display: settings.shown_name(&refused_text(source)),
                    country: None,
                    post_dial: None,
                    doubt: None,
                    site: site.to_owned(),
                    caution: None,
                    refusal: Some(match error {
                        // Selected together: there is something to do about it.
                        DialError::Several => Refusal::TwoNumbers,
                        error => error.refusal(),
                    }),
                };
                return (None, refused);
            }
        };
        let mut shown = Shown::of(&target, settings);
        // A link's words need not be the number that it calls.
        let is_direct = settings.one_click && settings.one_click_at.is_empty();
        let is_hidden = matches!(source, NumberSource::Link { .. }) && !is_direct;
        if unseen || is_part || is_hidden || shown.has_to_be_seen() {
            shown.caution.get_or_insert(Caution::Unseen);
        }
        if shown.caution.is_none() {
            let call = Pending {
                id,
                shown,
                site: site.to_owned(),
                at: now,
                shown_at: None,
            };
            return (Some(Taken::Dial(call.shown.dial.clone())), call.view());
        }
        let view = self.keep(id.clone(), shown, site, now);
        if unseen {
            // It is our window itself that asks.
            self.pending(&id, now);
        }
        (Some(Taken::Ask(id)), view)
    }

    /// A call that waits for the person's word, to be shown now.
    pub fn pending(&mut self, id: &str, now: u64) -> Option<PendingCall> {
        self.forget_old(now);
        let found = self.pending.iter_mut().find(|pending| pending.id == id)?;
        found.shown_at.get_or_insert(now);
        Some(found.view())
    }

    /// The person has said yes: the number to dial, and the country that is known from now on, where the
    /// question was about that. Good once.
    ///
    /// # Errors
    /// It waits no longer, or was shown less than [`QUESTION_MIN_AGE`] ago.
    pub fn confirm(&mut self, id: &str, now: u64) -> Result<(Dial, Option<String>), Refusal> {
        self.forget_old(now);
        let found = self.pending.iter().position(|pending| pending.id == id);
        let index = found.ok_or(Refusal::CardExpired)?;
        let seen = self.pending[index]
            .shown_at
            .is_some_and(|shown_at| now.saturating_sub(shown_at) >= QUESTION_MIN_AGE);
        if !seen {
            return Err(Refusal::NotNow);
        }
        let Shown {
            dial,
            country,
            caution,
            ..
        } = self.pending.remove(index).shown;
        let is_met = caution == Some(Caution::FirstCountry);
        Ok((dial, country.filter(|_| is_met)))
    }

    pub(super) fn keep(&mut self, id: String, shown: Shown, site: &str, now: u64) -> PendingCall {
        let excess = (self.pending.len() + 1).saturating_sub(MAX_PENDING);
        self.pending.drain(..excess);
        let pending = Pending {
            id,
            shown,
            site: site.to_owned(),
            at: now,
            shown_at: None,
        };
        let view = pending.view();
        self.pending.push(pending);
        view
    }
}

impl Pending {
    fn view(&self) -> PendingCall {
        PendingCall {
            id: self.id.clone(),
            display: self.shown.display.clone(),
            country: self.shown.country.clone(),
            post_dial: self.shown.post_dial.clone(),
            doubt: self.shown.doubt.clone(),
            site: self.site.clone(),
            caution: self.shown.caution,
            refusal: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::CARD_LIFE;
    use super::super::fixtures::{open, page, plain, text};
    use super::*;

    #[test]
    fn first_calls_to_a_country_premium_numbers_and_calls_for_help_are_asked_about_in_our_own_window()
     {
        let here = page(1, "https://crm.example");
        for (number, caution) in [
            ("+44 20 7946 0018", Caution::FirstCountry),
            ("1900 6789", Caution::Premium),
            ("113", Caution::Emergency),
        ] {
            let mut gate = Gate::default();
            assert_eq!(open(&mut gate, number, "a", 0).refusal, None, "{number}");
            assert_eq!(gate.take("a", &here, 1_000), Ok(Taken::Ask("a".into())));
            let asked = gate.pending("a", 2_000).expect("it waits");
            assert_eq!(
                (asked.caution, asked.site.as_str()),
                (Some(caution), "crm.example")
            );
            assert!(gate.confirm("a", 3_000).is_ok(), "{number}");
            assert_eq!(
                gate.confirm("a", 3_000),
                Err(Refusal::CardExpired),
                "good once"
            );
        }
    }

    #[test]
    fn a_country_that_was_confirmed_once_is_not_asked_about_again() {
        let settings = Settings {
            known_countries: vec!["GB".into()],
            ..Settings::default()
        };
        let mut gate = Gate::default();
        let here = page(1, "https://crm.example");
        gate.open_card(
            &text("+44 20 7946 0018"),
            here.clone(),
            &settings,
            "a".into(),
            0,
        );
        assert!(matches!(gate.take("a", &here, 1_000), Ok(Taken::Dial(_))));
    }

    #[test]
    fn a_country_is_known_when_the_question_was_about_it_and_about_nothing_else() {
        let here = page(1, "https://crm.example");
        for (number, known) in [
            ("+44 20 7946 0018", Some("GB")),
            ("+44 909 879 0000", None),
            ("+43 900 123456", None),
        ] {
            let mut gate = Gate::default();
            open(&mut gate, number, "a", 0);
            assert_eq!(gate.take("a", &here, 1_000), Ok(Taken::Ask("a".into())));
            gate.pending("a", 1_000).expect("it waits");
            let (_, country) = gate.confirm("a", 2_000).expect("a word");
            assert_eq!(country.as_deref(), known, "{number}");
        }
    }

    #[test]
    fn an_answer_that_comes_after_ten_minutes_dials_nothing() {
        let mut gate = Gate::default();
        open(&mut gate, "1900 6789", "a", 0);
        assert!(
            gate.take("a", &page(1, "https://crm.example"), 1_000)
                .is_ok()
        );
        assert!(gate.pending("a", 1_000).is_some());
        assert_eq!(
            gate.confirm("a", 1_000 + CARD_LIFE),
            Err(Refusal::CardExpired)
        );
    }

    #[test]
    fn a_selection_is_called_from_the_menu_and_an_address_of_another_program_is_asked_about() {
        let mut gate = Gate::default();
        let mut wish = |source: &NumberSource, unseen| {
            gate.wish(source, "", &Settings::default(), unseen, "a".into(), 0)
        };
        let (taken, _) = wish(&text(" 0912 345 678 "), false);
        assert_eq!(taken, Some(Taken::Dial(plain("0912345678"))));
        let tel = NumberSource::Link {
            href: "tel:0912345678".into(),
        };
        let (taken, asked) = wish(&tel, true);
        assert_eq!(taken, Some(Taken::Ask("a".into())));
        assert_eq!(asked.caution, Some(Caution::Unseen));
        let (taken, refused) = wish(&text("*21*0912345678#"), false);
        assert_eq!((taken, refused.refusal), (None, Some(Refusal::ServiceCode)));
    }

    #[test]
    fn where_a_link_of_a_page_leads_is_seen_before_it_is_called_from_the_menu() {
        let tel = NumberSource::Link {
            href: "tel:0912345678".into(),
        };
        let wish = |settings: &Settings| {
            let mut gate = Gate::default();
            gate.wish(&tel, "crm.example", settings, false, "a".into(), 0)
        };
        let (taken, asked) = wish(&Settings::default());
        assert_eq!(taken, Some(Taken::Ask("a".into())));
        assert_eq!(
            (asked.display.as_str(), asked.caution),
            ("0912 345 678", Some(Caution::Unseen))
        );
        let (taken, _) = wish(&Settings {
            one_click: true,
            ..Settings::default()
        });
        assert_eq!(taken, Some(Taken::Dial(plain("0912345678"))));
    }

    #[test]
    fn of_a_selection_with_words_around_it_the_one_number_is_asked_about() {
        let mut gate = Gate::default();
        let mut wish = |words: &str, site: &str| {
            let settings = Settings::default();
            gate.wish(&text(words), site, &settings, false, "a".into(), 0)
        };
        for words in [
            "ĐT: 0912 345 678",
            "Chị Lan, 0912 345 678, Hà Nội",
            "0912 345 678,",
        ] {
            let (taken, asked) = wish(words, "crm.example");
            assert_eq!(taken, Some(Taken::Ask("a".into())), "{words}");
            assert_eq!(asked.display, "0912 345 678");
            assert_eq!(asked.caution, Some(Caution::Unseen));
        }
        for (words, site, refusal) in [
            ("ĐT: 0912 345 678", "", Refusal::NotANumber),
            ("MST: 0312345678", "crm.example", Refusal::NotANumber),
            (
                "Lan 0912 345 678, Anh 0987 654 321",
                "crm.example",
                Refusal::TwoNumbers,
            ),
            ("*21*0912345678#", "crm.example", Refusal::ServiceCode),
        ] {
            let (taken, refused) = wish(words, site);
            assert_eq!((taken, refused.refusal), (None, Some(refusal)), "{words}");
        }
    }

    #[test]
    fn a_yes_before_the_question_could_be_read_dials_nothing_and_a_later_one_does() {
        let mut gate = Gate::default();
        open(&mut gate, "1900 6789", "a", 0);
        assert!(
            gate.take("a", &page(1, "https://crm.example"), 1_000)
                .is_ok()
        );
        assert_eq!(
            gate.confirm("a", 60_000),
            Err(Refusal::NotNow),
            "nobody was asked"
        );
        assert!(gate.pending("a", 60_000).is_some());
        assert_eq!(gate.confirm("a", 60_599), Err(Refusal::NotNow));
        assert!(gate.pending("a", 60_599).is_some(), "it is asked on");
        assert!(gate.confirm("a", 60_600).is_ok());
    }
}
