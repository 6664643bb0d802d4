use super::super::CARD_LIFE;
use super::super::fixtures::{open, page, plain, text};
use super::*;

#[test]
fn what_the_card_showed_is_what_is_dialled() {
    let mut gate = Gate::default();
    let answer = open(&mut gate, "0912 345 678", "a", 0);
    assert_eq!(answer.display, "0912 345 678");
    assert_eq!(answer.country.as_deref(), Some("VN"));
    let taken = gate.take("a", &page(1, "https://crm.example"), 1_000);
    assert_eq!(taken, Ok(Taken::Dial(plain("0912345678"))));
}

#[test]
fn the_digits_that_the_card_showed_go_along() {
    let mut gate = Gate::default();
    let crm = page(1, "https://crm.example");
    let source = NumberSource::Link {
        href: "tel:02838881234,,12%23".into(),
    };
    let answer = gate.open_card(&source, crm.clone(), &Settings::default(), "a".into(), 0);
    assert_eq!(answer.post_dial.as_deref(), Some(",,12#"));
    let taken = gate.take("a", &crm, 1_000);
    let expected = Dial {
        number: "02838881234".into(),
        post_dial: Some(",,12#".into()),
        hotline: None,
    };
    assert_eq!(taken, Ok(Taken::Dial(expected)));
}

#[test]
fn a_card_that_could_not_be_shown_is_asked_about_whatever_its_number_and_only_so_often() {
    let mut gate = Gate::default();
    let here = page(1, "https://crm.example");
    for at in 0..7 {
        let id = at.to_string();
        open(&mut gate, "0912 345 678", &id, 0);
        let other = page(2, "https://crm.example");
        assert_eq!(gate.take_unseen(&id, &other, 0), Err(Refusal::CardExpired));
        let taken = gate.take_unseen(&id, &here, 0);
        if at >= 6 {
            assert_eq!(taken, Err(Refusal::TooMany));
            continue;
        }
        assert_eq!(taken.as_ref(), Ok(&id));
        let asked = gate.pending(&id, 0).expect("it waits");
        assert_eq!(asked.caution, Some(Caution::Unseen));
        assert_eq!(asked.display, "0912 345 678");
        assert_eq!(gate.take(&id, &here, 1_000), Err(Refusal::CardExpired));
    }
}

#[test]
fn a_card_is_good_once() {
    let mut gate = Gate::default();
    open(&mut gate, "0912 345 678", "a", 0);
    assert!(
        gate.take("a", &page(1, "https://crm.example"), 1_000)
            .is_ok()
    );
    let again = gate.take("a", &page(1, "https://crm.example"), 2_000);
    assert_eq!(again, Err(Refusal::CardExpired));
}

#[test]
fn another_tab_frame_or_document_can_not_use_a_card() {
    let mut gate = Gate::default();
    open(&mut gate, "0912 345 678", "a", 0);
    let here = page(1, "https://crm.example");
    for other in [
        PageKey {
            tab: 2,
            ..here.clone()
        },
        PageKey {
            frame: 3,
            ..here.clone()
        },
        PageKey {
            document: "D2".into(),
            ..here.clone()
        },
    ] {
        assert_eq!(gate.take("a", &other, 1_000), Err(Refusal::CardExpired));
    }
    assert!(gate.take("a", &here, 1_000).is_ok());
}

#[test]
fn a_click_within_the_cards_first_300_ms_does_not_call_and_a_later_one_does() {
    let mut gate = Gate::default();
    open(&mut gate, "0912 345 678", "a", 1_000);
    let here = page(1, "https://crm.example");
    assert_eq!(gate.take("a", &here, 1_299), Err(Refusal::NotNow));
    assert!(gate.take("a", &here, 1_300).is_ok());
}

#[test]
fn a_card_left_open_for_ten_minutes_is_no_longer_good() {
    let mut gate = Gate::default();
    open(&mut gate, "0912 345 678", "a", 0);
    let late = gate.take("a", &page(1, "https://crm.example"), CARD_LIFE);
    assert_eq!(late, Err(Refusal::CardExpired));
}

#[test]
fn the_seventh_call_in_a_minute_from_one_origin_is_refused_also_over_many_tabs() {
    let mut gate = Gate::default();
    for tab in 0..7 {
        let page = page(tab, "https://spam.example");
        let id = tab.to_string();
        gate.open_card(
            &text("0912 345 678"),
            page.clone(),
            &Settings::default(),
            id.clone(),
            0,
        );
        let taken = gate.take(&id, &page, 1_000);
        assert_eq!(taken.is_ok(), tab < 6, "call {tab}");
    }
    let later = page(6, "https://spam.example");
    assert!(
        gate.take("6", &later, 1_000 + RATE_WINDOW).is_ok(),
        "a minute later"
    );
}

#[test]
fn service_codes_hosts_and_headers_are_refused_with_their_reason() {
    let mut gate = Gate::default();
    let mut link = |href: &str| {
        let source = NumberSource::Link { href: href.into() };
        gate.open_card(
            &source,
            page(1, "https://evil.example"),
            &Settings::default(),
            "a".into(),
            0,
        )
    };
    assert_eq!(
        link("tel:*21*0912345678%23").refusal,
        Some(Refusal::ServiceCode)
    );
    assert_eq!(
        link("sip:0912345678@h?Replaces=x").refusal,
        Some(Refusal::LinkNotAllowed)
    );
    let long = format!("tel:{}", "1".repeat(2_000));
    assert_eq!(link(&long).refusal, Some(Refusal::TooLong));
    assert_eq!(gate, Gate::default(), "nothing is kept of what was refused");
}

#[test]
fn a_page_that_opens_cards_without_end_fills_nothing() {
    let mut gate = Gate::default();
    for n in 0..1_000 {
        open(&mut gate, "0912 345 678", &n.to_string(), 0);
    }
    assert_eq!(gate.cards.len(), MAX_CARDS);
}

#[test]
fn one_click_calls_only_where_the_person_switched_it_on_and_nothing_costly() {
    let here = page(1, "https://crm.example");
    let one_click = Settings {
        one_click: true,
        ..Settings::default()
    };
    for (settings, number, called) in [
        (&Settings::default(), "0912 345 678", false),
        (&one_click, "0912 345 678", true),
        (&one_click, "1900 6789", false),
        (&one_click, "+44 20 7946 0018", false),
    ] {
        let mut gate = Gate::default();
        gate.open_card(&text(number), here.clone(), settings, "a".into(), 0);
        let taken = gate.take_directly("a", &here, settings, 0);
        assert_eq!(taken.map(|number| number.is_some()), Ok(called), "{number}");
    }
}

#[test]
fn one_click_is_for_the_sites_own_frames_and_not_for_digits_that_nobody_has_seen() {
    let one_click = Settings {
        one_click: true,
        ..Settings::default()
    };
    let cases = [
        ("tel:0912345678", "https://crm.example", true),
        ("tel:0912345678", "https://ads.example", false),
        ("tel:0912345678,,1%23", "https://crm.example", false),
    ];
    for (href, origin, is_direct) in cases {
        let mut gate = Gate::default();
        let page = page(1, origin);
        let source = NumberSource::Link { href: href.into() };
        gate.open_card(&source, page.clone(), &one_click, "a".into(), 0);
        let taken = gate.take_directly("a", &page, &one_click, 10);
        assert_eq!(
            taken.expect("a card").is_some(),
            is_direct,
            "{href} {origin}"
        );
    }
}

#[test]
fn one_click_that_was_granted_on_a_card_is_for_that_origin_and_not_for_the_host() {
    let settings = Settings {
        one_click: true,
        one_click_at: vec!["https://crm.example".into()],
        ..Settings::default()
    };
    for (origin, is_direct) in [
        ("https://crm.example", true),
        ("http://crm.example", false),
        ("https://crm.example:8443", false),
    ] {
        let mut gate = Gate::default();
        let page = page(1, origin);
        let source = text("0912 345 678");
        let card = gate.open_card(&source, page.clone(), &settings, "a".into(), 0);
        assert_eq!(card.one_click, Some(is_direct), "{origin}");
        let taken = gate.take_directly("a", &page, &settings, 0);
        assert_eq!(taken.expect("a card").is_some(), is_direct, "{origin}");
    }
}

#[test]
fn one_click_is_limited_like_any_other_call_of_a_page() {
    let here = page(1, "https://crm.example");
    let settings = Settings {
        one_click: true,
        ..Settings::default()
    };
    let mut gate = Gate::default();
    for n in 0..7 {
        let id = n.to_string();
        gate.open_card(
            &text("0912 345 678"),
            here.clone(),
            &settings,
            id.clone(),
            0,
        );
        let taken = gate.take_directly(&id, &here, &settings, 0);
        assert_eq!(
            taken == Err(Refusal::TooMany),
            n == 6,
            "call {n}: {taken:?}"
        );
    }
}

#[test]
fn a_card_shows_hidden_digits_and_dials_the_whole_number() {
    let settings = Settings {
        mask: alo_numbers::Mask::parse("start", 4, "x"),
        ..Settings::default()
    };
    let mut gate = Gate::default();
    let here = page(1, "https://crm.example");
    let card = gate.open_card(
        &text("0912 345 678"),
        here.clone(),
        &settings,
        "a".into(),
        0,
    );
    assert_eq!((card.display.as_str(), card.masked), ("xxxx 345 678", true));
    assert_eq!(
        gate.take("a", &here, 1_000),
        Ok(Taken::Dial(plain("0912345678")))
    );
}

#[test]
fn no_escape_in_a_link_that_is_refused_shows_digits_that_are_hidden() {
    let settings = Settings {
        mask: alo_numbers::Mask::parse("end", 3, "x"),
        ..Settings::default()
    };
    for (href, shown) in [
        (
            "tel:0912%20345%20678,0987%20654%20321",
            "tel:0912 345 xxx,0987 654 xxx",
        ),
        ("tel:*21*0912%20345%20678%23", "tel:*21*0912 345 xxx#"),
        (
            "tel:0912%2520345%2520678,0987654321",
            "tel:0912 345 xxx,0987654xxx",
        ),
    ] {
        let source = NumberSource::Link { href: href.into() };
        let here = page(1, "https://crm.example");
        let card = Gate::default().open_card(&source, here, &settings, "a".into(), 0);
        assert!(card.refusal.is_some(), "{href}");
        assert_eq!(card.display, shown, "{href}");
    }
}

#[test]
fn digits_for_after_the_answer_are_hidden_on_card_and_question_and_sent_whole() {
    let settings = Settings {
        mask: alo_numbers::Mask::parse("end", 3, "x"),
        ..Settings::default()
    };
    let mut gate = Gate::default();
    let here = page(1, "https://crm.example");
    let source = NumberSource::Link {
        href: "tel:19006789,,0912345678%23".into(),
    };
    let card = gate.open_card(&source, here.clone(), &settings, "a".into(), 0);
    assert_eq!(card.post_dial.as_deref(), Some(",,0912345xxx#"));
    assert_eq!(gate.take("a", &here, 1_000), Ok(Taken::Ask("a".into())));
    let asked = gate.pending("a", 2_000).expect("it waits");
    assert_eq!(asked.post_dial.as_deref(), Some(",,0912345xxx#"));
    let (dial, _) = gate.confirm("a", 4_000).expect("a word");
    assert_eq!(dial.post_dial.as_deref(), Some(",,0912345678#"));
    // What is refused is shown, too.
    let both = text("0912345678, 0987654321");
    let refused = gate.open_card(&both, here, &settings, "b".into(), 0);
    assert_eq!(refused.display, "0912345xxx, 0987654xxx");
    let (_, refused) = gate.wish(&both, "", &settings, false, "c".into(), 0);
    assert_eq!(refused.display, "0912345xxx, 0987654xxx");
}

#[test]
fn the_hotline_of_a_card_goes_with_its_call_also_when_it_is_asked_about() {
    let mut gate = Gate::default();
    let here = page(1, "https://crm.example");
    for (number, id) in [("0912 345 678", "a"), ("+44 20 7946 0018", "b")] {
        open(&mut gate, number, id, 0);
        let elsewhere = page(2, "https://evil.example");
        assert!(!gate.choose_hotline(id, &elsewhere, "x", 900));
        assert!(gate.choose_hotline(id, &here, "sales", 1_000));
        assert!(
            !gate.choose_hotline(id, &here, "sales", 1_000),
            "nothing new"
        );
    }
    let Ok(Taken::Dial(dial)) = gate.take("a", &here, 1_000) else {
        panic!("dialled at once")
    };
    assert_eq!(dial.hotline.as_deref(), Some("sales"));
    assert_eq!(gate.take("b", &here, 1_000), Ok(Taken::Ask("b".into())));
    gate.pending("b", 2_000).expect("it waits");
    let (dial, _) = gate.confirm("b", 4_000).expect("a word");
    assert_eq!(dial.hotline.as_deref(), Some("sales"));
}

#[test]
fn only_the_sites_own_frames_and_a_press_that_was_aimed_switch_one_click() {
    let mut gate = Gate::default();
    let here = page(1, "https://crm.example");
    let answer = open(&mut gate, "0912 345 678", "a", 0);
    assert_eq!(answer.one_click, Some(false));
    assert_eq!(gate.site_to_switch("a", &here, 299), Err(Refusal::NotNow));
    assert_eq!(
        gate.site_to_switch("a", &here, 300).as_deref(),
        Ok("crm.example")
    );
    let frame = page(1, "https://ads.example");
    let settings = Settings::default();
    let answer = gate.open_card(
        &text("0912 345 678"),
        frame.clone(),
        &settings,
        "b".into(),
        0,
    );
    assert_eq!(answer.one_click, None);
    assert_eq!(gate.site_to_switch("b", &frame, 999), Err(Refusal::NotNow));
    assert_eq!(
        gate.site_to_switch("a", &frame, 999),
        Err(Refusal::CardExpired)
    );
}

#[test]
fn what_is_chosen_in_a_private_window_is_called_with_and_not_kept() {
    let mut gate = Gate::default();
    let usual = page(1, "https://crm.example");
    let private = PageKey {
        is_private: true,
        ..usual.clone()
    };
    let number = text("0912 345 678");
    let settings = Settings::default();
    let card = gate.open_card(&number, private.clone(), &settings, "a".into(), 0);
    assert_eq!(card.one_click, None, "there is nothing to switch");
    assert_eq!(
        gate.site_to_switch("a", &private, 1_000),
        Err(Refusal::PrivateWindow)
    );
    assert_eq!(
        gate.found("a", &private, 1_000),
        Err(Refusal::PrivateWindow)
    );
    assert!(!gate.choose_hotline("a", &private, "sales", 1_000));
    let Ok(Taken::Dial(dial)) = gate.take("a", &private, 1_000) else {
        panic!("dialled at once")
    };
    assert_eq!(dial.hotline.as_deref(), Some("sales"));
    gate.open_card(&number, usual.clone(), &settings, "b".into(), 0);
    assert!(gate.found("b", &usual, 1_000).is_ok());
}
