//! The values that RFC 4475 names for the messages that are to be understood.

#![allow(clippy::unwrap_used, reason = "a test fails by panic")]

mod cases;

use alo_sip::wire::{Contacts, Host, Message, Method, NameAddr, Request, Response, Scheme, parse};

#[test]
fn wsinv_is_read_through_its_folding() {
    let Some(request) = request("wsinv") else {
        return;
    };
    assert_eq!(
        request.uri.to_string(),
        "sip:vivekg@chair-dnrc.example.com;unknownparam"
    );
    let to = request.headers.to().unwrap();
    assert_eq!(to.uri.to_string(), "sip:vivekg@chair-dnrc.example.com");
    assert_eq!(to.tag(), Some("1918181833n"));
    let from = request.headers.from().unwrap();
    assert_eq!(from.display.as_deref(), Some(r#"J Rosenberg \""#));
    assert_eq!(from.tag(), Some("98asjd8"));
    assert_eq!(request.headers.max_forwards(), Ok(Some(68)));
    assert_eq!(request.headers.call_id(), Ok("wsinv.ndaksdj@192.0.2.1"));
    let cseq = request.headers.cseq().unwrap();
    assert_eq!((cseq.seq, cseq.method), (9, Method::Invite));
    let vias = request.headers.vias().unwrap();
    let printed: Vec<_> = vias.iter().map(ToString::to_string).collect();
    assert_eq!(
        printed,
        [
            "SIP/2.0/UDP 192.0.2.2;branch=390skdjuw",
            "SIP/2.0/TCP spindle.example.com;branch=z9hG4bK9ikj8",
            "SIP/2.0/UDP 192.168.255.111;branch=z9hG4bK30239",
        ]
    );
    assert_eq!(request.headers.get("Subject"), Some(""));
    assert_eq!(
        request.headers.get("newfangledheader"),
        Some("newfangled value continued newfangled value")
    );
    assert_eq!(
        request.headers.get("UnknownHeaderWithUnusualValue"),
        Some(";;,,;;,;")
    );
    assert!(request.headers.content_type().unwrap().is_sdp());
    let route = &request.headers.routes().unwrap()[0];
    assert!(route.uri.has_param("lr") && route.uri.has_param("unknown-no-value"));
    assert_eq!(route.uri.param("unknownwith"), Some("value"));
    let contacts = contacts(&request);
    assert_eq!(contacts[0].display.as_deref(), Some(r#"Quoted string """#));
    assert_eq!(contacts[0].param("newparam"), Some("newvalue"));
    assert!(contacts[0].params.contains("secondparam"));
    assert_eq!(contacts[0].param("q"), Some("0.33"));
    assert_eq!(request.body.len(), 150);
}

#[test]
fn intmeth_keeps_every_character() {
    let Some(request) = request("intmeth") else {
        return;
    };
    let method = "!interesting-Method0123456789_*+`.%indeed'~";
    assert_eq!(request.method.as_str(), method);
    assert_eq!(request.headers.cseq().unwrap().method.as_str(), method);
    let user = "1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*";
    assert_eq!(request.uri.user.as_deref(), Some(user));
    let password = "&it+has=1,weird!*pas$wo~d_too.(doesn't-it)";
    assert_eq!(request.uri.password.as_deref(), Some(password));
    assert_eq!(request.uri.host, Host::Name("example.com".to_owned()));
    let to = request.headers.to().unwrap();
    assert_eq!(to.display.as_deref(), Some("BEL:\u{7} NUL:\0 DEL:\u{7f}"));
    assert_eq!(to.uri.user.as_deref(), Some(user));
    let from = request.headers.from().unwrap();
    assert_eq!(
        from.display.as_deref(),
        Some("token1~` token2'+_ token3*%!.-")
    );
    assert_eq!(
        from.param("fromParam''~+*_!.-%"),
        Some("\u{440}\u{430}\u{431}\u{43e}\u{442}\u{430}\u{44e}\u{449}\u{438}\u{439}")
    );
    assert_eq!(from.tag(), Some("_token~1'+`*%!-."));
    assert_eq!(
        request.headers.call_id(),
        Ok(r#"intmeth.word%ZK-!.*_+'@word`~)(><:\/"][?}{"#)
    );
    let via = request.headers.top_via().unwrap();
    assert_eq!(via.branch(), Some("z9hG4bK-.!%66*_+`'~"));
    assert_eq!(request.headers.max_forwards(), Ok(Some(255)));
    assert_eq!(
        request.headers.get("extensionHeader-!.%*+_`'~"),
        Some("\u{feff}\u{5927}\u{505c}\u{96fb}")
    );
}

#[test]
fn esc01_escapes_are_kept_and_resolved_on_demand() {
    let Some(request) = request("esc01") else {
        return;
    };
    assert_eq!(
        request.uri.user.as_deref(),
        Some("sips%3Auser%40example.com")
    );
    assert_eq!(
        request.uri.user_decoded().as_deref(),
        Some("sips:user@example.com")
    );
    assert_eq!(request.uri.host.to_string(), "example.net");
    assert_eq!(
        request.headers.to().unwrap().uri.user_decoded().as_deref(),
        Some("user")
    );
    let from = request.headers.from().unwrap();
    assert_eq!(from.uri.user_decoded().as_deref(), Some("I have spaces"));
    let contacts = contacts(&request);
    assert_eq!(contacts[0].uri.user_decoded().as_deref(), Some("caller"));
    // The parameters are `lr` and `name=value%41` to who resolves once.
    assert!(
        contacts[0].uri.matches(
            &"sip:caller@host5.example.net;lr;name=value%25%34%31"
                .parse()
                .unwrap()
        )
    );
}

#[test]
fn escnull_has_nuls_only_in_their_escapes() {
    let Some(request) = request("escnull") else {
        return;
    };
    assert_eq!(
        request.headers.to().unwrap().uri.user.as_deref(),
        Some("null-%00-null")
    );
    let users: Vec<_> = contacts(&request)
        .iter()
        .map(|contact| contact.uri.user_decoded().unwrap())
        .collect();
    assert_eq!(users, ["\0", "\0\0"]);
}

#[test]
fn esc02_percent_is_no_escape_outside_uris() {
    let Some(request) = request("esc02") else {
        return;
    };
    assert_eq!(request.method, Method::Other("RE%47IST%45R".to_owned()));
    assert_eq!(
        request.headers.from().unwrap().display.as_deref(),
        Some("%Z%45")
    );
    assert_eq!(
        request.headers.top_via().unwrap().branch(),
        Some("z9hG4bK209%fzsnel234")
    );
    // `C%6Fntact` is another header than Contact.
    assert_eq!(contacts(&request).len(), 2);
    assert_eq!(
        request.headers.get("c%6fntact"),
        Some("<sip:alias2@host2.example.com>")
    );
}

#[test]
fn lwsdisp_longreq_semiuri_and_transports_are_read() {
    let Some(lwsdisp) = request("lwsdisp") else {
        return;
    };
    assert_eq!(
        lwsdisp.headers.from().unwrap().display.as_deref(),
        Some("caller")
    );

    let longreq = request("longreq").unwrap();
    let vias = longreq.headers.vias().unwrap();
    assert_eq!(vias.len(), 34);
    assert_eq!(vias[33].received(), Some("192.0.2.5"));
    assert!(vias[33].branch().unwrap().len() > 150);
    assert_eq!(longreq.headers.to().unwrap().uri.port, Some(6000));
    assert_eq!(
        longreq.headers.call_id().unwrap().matches("really").count(),
        20
    );

    let semiuri = request("semiuri").unwrap();
    assert_eq!(
        semiuri.uri.user_decoded().as_deref(),
        Some("user;par=u@example.net")
    );
    assert!(semiuri.uri.params.is_empty());
    assert_eq!(semiuri.headers.values("Accept").count(), 6);

    let transports = request("transports").unwrap();
    let names: Vec<_> = transports
        .headers
        .vias()
        .unwrap()
        .into_iter()
        .map(|via| via.transport)
        .collect();
    assert_eq!(names, ["UDP", "SCTP", "TLS", "UNKNOWN", "TCP"]);
}

#[test]
fn dblreq_ends_where_its_content_length_says() {
    let Some(request) = request("dblreq") else {
        return;
    };
    assert_eq!(request.method, Method::Register);
    assert!(request.body.is_empty());
    assert_eq!(request.headers.get_all("Via").count(), 1);
}

#[test]
fn mpart01_keeps_its_binary_body() {
    let Some(request) = request("mpart01") else {
        return;
    };
    assert_eq!(request.method, Method::Message);
    assert_eq!(request.body.len(), 553);
    let media = request.headers.content_type().unwrap();
    assert_eq!(
        (media.kind.as_str(), media.subtype.as_str()),
        ("multipart", "mixed")
    );
    assert_eq!(media.params.get("boundary"), Some("7a9cbec02ceef655"));
}

#[test]
fn unreason_and_noreason_have_the_phrases_of_their_sender() {
    let Some(unreason) = response("unreason") else {
        return;
    };
    assert_eq!(unreason.status, 200);
    assert!(unreason.reason.starts_with("= 2**3 * 5**2 \u{43d}\u{43e}"));
    let noreason = response("noreason").unwrap();
    assert_eq!((noreason.status, noreason.reason.as_str()), (100, ""));
}

#[test]
fn badbranch_bcast_and_inv2543_show_what_the_layers_above_decide_by() {
    let Some(badbranch) = request("badbranch") else {
        return;
    };
    assert_eq!(
        badbranch.headers.top_via().unwrap().branch(),
        Some("z9hG4bK")
    );
    assert_eq!(response("bcast").unwrap().headers.vias().unwrap().len(), 2);
    let inv2543 = request("inv2543").unwrap();
    assert_eq!(inv2543.headers.top_via().unwrap().branch(), None);
    assert_eq!(inv2543.headers.from().unwrap().tag(), None);
    assert_eq!(inv2543.headers.max_forwards(), Ok(None));
    // Without <> `user=phone` is of the header, not of the URI.
    assert_eq!(inv2543.headers.to().unwrap().param("user"), Some("phone"));
    // Without Content-Length the body is the rest.
    assert!(inv2543.body.ends_with(b"m=audio 49217 RTP/AVP 0\r\n"));
}

#[test]
fn parameters_belong_to_the_contact_or_to_its_uri() {
    let Some(cparam01) = request("cparam01") else {
        return;
    };
    assert!(contacts(&cparam01)[0].params.contains("unknownparam"));
    assert!(contacts(&cparam01)[0].uri.params.is_empty());
    let cparam02 = request("cparam02").unwrap();
    assert!(contacts(&cparam02)[0].uri.has_param("unknownparam"));
    let regescrt = request("regescrt").unwrap();
    let headers = &contacts(&regescrt)[0].uri.headers;
    assert_eq!(
        headers,
        &[("Route".to_owned(), "%3Csip:sip.example.com%3E".to_owned())]
    );
}

#[test]
fn what_the_user_agent_answers_is_there_to_be_seen() {
    let Some(bext01) = request("bext01") else {
        return;
    };
    assert_eq!(
        bext01.headers.option_tags("Require"),
        ["nothingSupportsThis", "nothingSupportsThisEither"]
    );
    assert_eq!(bext01.headers.option_tags("Proxy-Require").len(), 2);
    let invut = request("invut").unwrap();
    assert_eq!(
        invut.headers.content_type().unwrap().subtype,
        "unknownformat"
    );
    assert_eq!(
        request("sdp01").unwrap().headers.get("Accept"),
        Some("text/nobodyKnowsThis")
    );
    assert_eq!(
        request("zeromf").unwrap().headers.max_forwards(),
        Ok(Some(0))
    );
    let unksm2 = request("unksm2").unwrap();
    assert_eq!(
        unksm2.headers.to().unwrap().uri.scheme,
        Scheme::Other("isbn".to_owned())
    );
    assert_eq!(
        unksm2.headers.from().unwrap().uri.to_string(),
        "http://www.example.com"
    );
}

fn request(name: &str) -> Option<Request> {
    match parse(&cases::file("rfc4475", &format!("{name}.dat"))?) {
        Ok(Message::Request(request)) => Some(request),
        other => panic!("{name}: {other:?}"),
    }
}

fn response(name: &str) -> Option<Response> {
    match parse(&cases::file("rfc4475", &format!("{name}.dat"))?) {
        Ok(Message::Response(response)) => Some(response),
        other => panic!("{name}: {other:?}"),
    }
}

fn contacts(request: &Request) -> Vec<NameAddr> {
    match request.headers.contacts() {
        Ok(Contacts::List(contacts)) => contacts,
        other => panic!("{other:?}"),
    }
}
