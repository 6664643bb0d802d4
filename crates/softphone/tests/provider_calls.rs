//! Signed in at a provider: callers' names, hotlines, and the page of the customer.

mod common;

use std::time::Duration;

use alo_protocol::{Command, DialOptions, DialSource, PopAt, Refusal, ScreenPop, WorkSettings};
use alo_softphone::Input;
use common::{Omicall, Rig, call_in, sdp};

#[test]
fn who_calls_is_looked_up_while_it_rings_and_the_call_does_not_wait_for_it() {
    let mut server = Omicall::default();
    server
        .contacts
        .insert("0912345678".into(), vec!["Anh Minh"]);
    let mut rig = Rig::at_omicall(&mut server);
    let (call, _) = call_in(&mut rig, "uuid-1");
    assert!(rig.call(&call).contacts.loading);
    assert_eq!(rig.call(&call).hotline.as_deref(), Some("02471000001"));
    assert_eq!(rig.command(Command::Answer { call: call.clone() }), None);
    rig.serve(&mut server);
    let view = rig.call(&call);
    assert!(!view.contacts.loading);
    assert_eq!(view.name.as_deref(), Some("Anh Minh"));
    assert_eq!(
        view.contacts.chosen,
        Some(view.contacts.found[0].id.clone())
    );
    assert_eq!(rig.snapshot().forms[0].name.as_deref(), Some("Anh Minh"));
    assert_eq!(rig.stored_row(&call).name.as_deref(), Some("Anh Minh"));
    assert_eq!(rig.stored_row(&call).provider_id.as_deref(), Some("uuid-1"));
    // The name of the next call is known at once.
    rig.hang_up(&call);
    rig.sent.clear();
    let asked = server.asked.len();
    let (again, _) = call_in(&mut rig, "uuid-2");
    assert_eq!(rig.call(&again).name.as_deref(), Some("Anh Minh"));
    rig.serve(&mut server);
    let lookups = server.asked[asked..]
        .iter()
        .filter(|path| path.contains("search"));
    assert_eq!(lookups.count(), 0);
}

#[test]
fn of_several_the_person_chooses() {
    let mut server = Omicall::default();
    let names = vec!["Anh Minh", "Chị Lan"];
    server.contacts.insert("0912345678".into(), names);
    let mut rig = Rig::at_omicall(&mut server);
    let (call, _) = call_in(&mut rig, "uuid-1");
    rig.serve(&mut server);
    let view = rig.call(&call).contacts.clone();
    assert_eq!((view.found.len(), view.chosen), (2, None));
    assert_eq!(rig.call(&call).name, None);
    let choose = |contact: &str| Command::ChooseContact {
        call: call.clone(),
        contact: contact.to_owned(),
    };
    assert_eq!(rig.command(choose("nobody")), Some(Refusal::NotNow));
    assert_eq!(rig.command(choose(&view.found[1].id)), None);
    assert_eq!(rig.call(&call).name.as_deref(), Some("Chị Lan"));
}

#[test]
fn a_hotline_is_chosen_for_all_calls_or_for_one() {
    let mut server = Omicall::default();
    let mut rig = Rig::at_omicall(&mut server);
    let choose = |hotline: &str| Command::ChooseHotline {
        hotline: Some(hotline.to_owned()),
    };
    assert_eq!(rig.command(choose("0999")), Some(Refusal::NotNow));
    assert_eq!(rig.command(choose("02471000002")), None);
    assert_eq!(rig.worker().hotline.as_deref(), Some("02471000002"));
    let (call, _, invite) = rig.call_out("0912345678");
    assert_eq!(invite.headers.get("X-Sip-Number"), Some("02471000002"));
    rig.respond(&invite, 486, "far");
    rig.request("ACK");
    rig.command(Command::DismissEnded { call });
    let refusal = rig.command(Command::Dial {
        number: "0912345678".into(),
        source: DialSource::Dialer,
        options: DialOptions {
            hotline: Some("02471000001".into()),
            user_data: Some("order-7".into()),
            ..DialOptions::default()
        },
    });
    assert_eq!(refusal, None);
    let media = rig.new_media();
    rig.offer_ready(media);
    let invite = rig.request("INVITE");
    assert_eq!(invite.headers.get("X-Sip-Number"), Some("02471000001"));
    assert_eq!(invite.headers.get("X-User-Data"), Some("order-7"));
    let mut ringing = invite.response(180, "", Some("far"));
    ringing.headers.push("Uuid", "uuid-out");
    rig.server_says(&ringing.to_bytes());
    let call = rig.newest_call();
    assert_eq!(
        rig.stored_row(&call).provider_id.as_deref(),
        Some("uuid-out")
    );
}

#[test]
fn the_customers_page_opens_at_its_moment_and_waits_a_little_for_the_name() {
    let mut server = Omicall::default();
    server
        .contacts
        .insert("0912345678".into(), vec!["Anh Minh"]);
    let mut rig = Rig::at_omicall(&mut server);
    let work = WorkSettings {
        screen_pop: ScreenPop {
            url: "https://crm.example/c/{national}?n={name}&id={callid}".into(),
            incoming: PopAt::Ring,
            outgoing: PopAt::Answer,
        },
        ..WorkSettings::default()
    };
    rig.command(Command::SetWork { work });
    call_in(&mut rig, "uuid-1");
    assert!(rig.pages.is_empty());
    rig.serve(&mut server);
    assert_eq!(
        rig.pages,
        ["https://crm.example/c/0912345678?n=Anh%20Minh&id=uuid-1"]
    );
    rig.advance(Duration::from_secs(5));
    assert_eq!(rig.pages.len(), 1, "once");
    // A provider that does not answer delays it by two seconds.
    let headers = [("Uuid", "uuid-2")];
    let other = "<sip:0987654321@omiteam>";
    rig.invite_in_with(other, Some(&sdp("far", "sendrecv")), &headers);
    rig.advance(Duration::from_millis(1_900));
    assert_eq!(rig.pages.len(), 1);
    rig.advance(Duration::from_millis(200));
    assert_eq!(
        rig.pages[1],
        "https://crm.example/c/0987654321?n=&id=uuid-2"
    );
}

#[test]
fn the_customers_page_gets_the_number_of_the_country_that_the_person_has_set() {
    for (home, expected) in [
        (None, "+842079460018"),
        (Some("GB"), "+442079460018"),
        (Some("??"), "+842079460018"),
    ] {
        let mut rig = Rig::registered();
        let country = home.map(str::to_owned);
        if let Some(country) = country {
            rig.feed(Input::Home { country });
        }
        let mut work = WorkSettings::default();
        work.screen_pop.url = "https://crm.example/c/{e164}".into();
        work.screen_pop.incoming = PopAt::Ring;
        rig.command(Command::SetWork { work });
        rig.call_in("<sip:02079460018@pbx.example.com>");
        let page = rig.pages.first().map(|url| url.replace("%2B", "+"));
        assert_eq!(
            page,
            Some(format!("https://crm.example/c/{expected}")),
            "{home:?}"
        );
    }
}

#[test]
fn a_call_that_rings_while_the_session_begins_gets_its_name_all_the_same() {
    let mut server = Omicall::default();
    server
        .contacts
        .insert("0912345678".into(), vec!["Anh Minh"]);
    let rig = Rig::at_omicall(&mut server);
    let mut rig = rig.restarted(None);
    rig.open_socket();
    rig.accept_registration();
    server.expire();
    let (call, _) = call_in(&mut rig, "uuid-1");
    assert!(rig.call(&call).contacts.loading);
    rig.serve(&mut server);
    assert_eq!(rig.call(&call).name.as_deref(), Some("Anh Minh"));
}
