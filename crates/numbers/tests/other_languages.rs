//! Numbers in texts of other languages: what somebody abroad would answer is never rung at home.

mod common;
use alo_numbers::{Confidence, Country, Doubt, Options, find, find_labelled};
use common::{finds, finds_nothing};

#[test]
fn who_speaks_german_names_a_number_of_germany() {
    for text in [
        "Rückruf unter 0911-295117",
        "Rueckruf unter 0911 295117",
        "Infos unter 089 6507999",
        "Bäckerei am Markt, Lindenstr. 30, 10968 Berlin, Fax: 089 6416353",
        "Krause Metallbau GmbH, 0221-809 0007, 50688 Köln",
        "Sie erreichen uns unter 0911 245 150",
        "Kunde erreicht, 0911524096",
    ] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn who_speaks_french_names_a_number_of_france() {
    for text in [
        "Tél. : 0760825055",
        "Téléphone : 0556912416",
        "Rappeler au 0336470013",
        "Renseignements au 0928170793 du lundi au vendredi",
        "Vous pouvez nous joindre au 0769566964",
        "appelle moi au 0775307728",
        "Livraison demain, tél. 0353044836",
    ] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn east_asian_script_names_a_number_of_its_country() {
    for text in [
        "折り返し 078-417-2172",
        "携帯：0922332873",
        "さくら歯科 〒530-0013 大阪市北区 0789955964",
        "お問い合わせは078-399-0052まで",
        "Escalated to 高橋 大輔, 078-718-7580",
        "行動: [0937-141993]",
        "手機 0937141993",
    ] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn italian_and_dutch_count_as_well() {
    for text in [
        "Chiamare 0321 123456",
        "Telefonare 0321123456",
        "Bellen: 0321-123456",
    ] {
        finds_nothing(text, "VN");
    }
}

#[test]
fn a_foreign_label_alone_makes_a_number_doubtful() {
    for (text, country) in [
        ("Telefon: 0981 653845", "DE"),
        ("Mobil 0981 681192", "DE"),
        ("Tél. 0760825055", "FR"),
        ("電話: 0760825055", "JP"),
        ("Telefono 0321 123456", "IT"),
    ] {
        let found = find(text, &Options::default());
        let doubts: Vec<_> = found
            .iter()
            .map(|it| (it.doubt, it.needs_context))
            .collect();
        let rival = Doubt::Rival(Country::parse(country).expect("a country"));
        assert_eq!(doubts, [(Some(rival), true)], "{text}");
        assert!(found.iter().all(|it| it.confidence < Confidence::High));
    }
    // As only people at home cut it.
    for text in [
        "Telefon: 0912 345 678",
        "Tél. 0912.345.678",
        "電話: 0912 345 678",
    ] {
        let found = find(text, &Options::default());
        assert_eq!(found.first().map(|it| it.doubt), Some(None), "{text}");
    }
}

#[test]
fn vietnamese_around_foreign_words_stays_vietnamese() {
    let number = [("0912345678", "+84912345678")];
    for text in [
        "Gọi cho anh Müller 0912345678",
        "ĐT: 0912345678 (Weber & Söhne GmbH)",
        "Công ty Köln Việt Nam, liên hệ 0912345678",
        "Nhà hàng 東京 - đặt bàn số 0912345678",
        "Phone 0912345678",
        "Call me at 0912345678",
    ] {
        finds(text, "VN", &number);
    }
    // The usual grouping of Viet Nam says more than an address.
    let text = "T 0912 345 678 | Weber GmbH, 10115 Berlin";
    finds(text, "VN", &[("0912 345 678", "+84912345678")]);
    // No such number in France.
    finds(
        "Rappeler au +84 912 345 678",
        "VN",
        &[("+84 912 345 678", "+84912345678")],
    );
}

#[test]
fn at_home_a_language_claims_nothing() {
    finds(
        "Rückruf unter 0911-295117",
        "DE",
        &[("0911-295117", "+49911295117")],
    );
    finds("Tél. : 0760825055", "FR", &[("0760825055", "+33760825055")]);
    finds(
        "折り返し 078-417-2172",
        "JP",
        &[("078-417-2172", "+81784172172")],
    );
}

#[test]
fn the_header_speaks_where_the_cell_is_silent() {
    let options = Options::default();
    let count = |hint: &str, text: &str| find_labelled(text, hint, &options).len();
    assert_eq!(count("Telefon", "0911 653845"), 0);
    assert_eq!(count("Téléphone", "0760825055"), 0);
    assert_eq!(count("電話番号", "0921654022"), 0);
    assert_eq!(count("Phone", "0760825055"), 1);
    assert_eq!(count("Điện thoại", "0760825055"), 1);
    assert_eq!(count("Telefon", "chị Hạnh, số mới 0911653845"), 1);
}
