//! The diagnostics bundle: it holds what support needs, and no secrets.

mod common;

use alo_protocol::{Command, ExtraHeader, ReportNumbers, Secret, SipAccount};
use common::{PASSWORD, Rig, TURN_CREDENTIAL, account};
use proptest::prelude::*;

fn bundle(rig: &Rig) -> String {
    rig.phone.diagnostics(ReportNumbers::Ends, rig.now)
}

/// The value of a parameter of a digest.
fn parameter(credentials: &str, name: &str) -> String {
    let at = credentials.find(&format!("{name}=")).expect("it is there") + name.len() + 1;
    let value = credentials[at..].split(',').next().unwrap_or_default();
    value.trim().trim_matches('"').to_owned()
}

#[test]
fn a_call_is_in_it_and_what_proves_the_password_is_not() {
    let mut rig = Rig::loaded(Vec::new());
    rig.open_socket();
    let register = rig.request("REGISTER");
    rig.challenge(&register, "s3rver-n0nce");
    let answer = rig.accept_register();
    let digest = answer
        .headers
        .get("Authorization")
        .expect("a digest")
        .to_owned();
    let (id, _, _) = rig.connected_out("0912345678");
    rig.hang_up(&id);

    let text = bundle(&rig);
    for wanted in [
        "Alo/test",
        "Test browser",
        "opens wss://pbx.example.com:8089/ws",
        "REGISTER sip:pbx.example.com SIP/2.0",
        "SIP/2.0 401",
        "realm=\"pbx.example.com\"",
        "algorithm=MD5",
        "INVITE sip:",
        "m=audio 9",
        "HungUp",
        "Registered",
    ] {
        assert!(text.contains(wanted), "{wanted} is missing in\n{text}");
    }
    let proofs = ["response", "cnonce", "nonce"].map(|name| parameter(&digest, name));
    assert_eq!(proofs[2], "s3rver-n0nce");
    for secret in proofs
        .iter()
        .map(String::as_str)
        .chain([PASSWORD, TURN_CREDENTIAL])
    {
        assert!(!text.contains(secret), "{secret} is in\n{text}");
    }
}

#[test]
fn numbers_and_names_are_in_it_only_when_they_are_asked_for() {
    let mut rig = Rig::registered();
    rig.call_in("\"Lan Anh\" <sip:+84912345678@pbx.example.com>");
    rig.dial("02838221234");
    rig.server_says(
        b"SIP/2.0 200 OK\r\nm: Thu <sip:a@b>;+sip.instance=\"<urn:uuid:f81d>\", \"Ha, <Vu\" <sip:c@d>\r\n\r\n",
    );
    rig.server_says(
        b"SIP/2.0 200 OK\r\nc: application/sdp\r\n\r\nv=0\r\no=0912345678 1234567890 1 IN IP4 192.0.2.1\r\n",
    );
    let masked = bundle(&rig);
    assert!(masked.contains("o=xxxxxxx678 1234567890 1 IN"), "{masked}");
    assert!(
        masked.contains("m: <sip:a@b>;+sip.instance=\"<urn:uuid:f81d>\", <sip:c@d>"),
        "{masked}"
    );
    for hidden in ["912345678", "2838221234", "Lan Anh"] {
        assert!(!masked.contains(hidden), "{hidden} is in\n{masked}");
    }
    assert!(
        masked.contains("sip:+xxxxxxxx678@pbx.example.com"),
        "{masked}"
    );
    assert!(
        masked.contains("1001"),
        "extensions are no secret: {masked}"
    );
    let full = rig.phone.diagnostics(ReportNumbers::Full, rig.now);
    assert!(
        full.contains("+84912345678") && full.contains("Lan Anh"),
        "{full}"
    );
}

#[test]
fn where_digits_are_hidden_no_digit_of_a_number_is_in_it() {
    let mut rig = Rig::registered();
    rig.call_in("\"Lan Anh\" <sip:+84912345678@pbx.example.com>");
    rig.dial("20534");
    rig.server_says(
        b"SIP/2.0 404 No route to 0987654321\r\nFrom: <sip:20534@192.168.1.20>;tag=a\r\n\
          To: <tel:20534>\r\nP-Asserted-Identity: <SIPS:+84912345678@a>\r\n\
          Via: SIP/2.0/WS 192.168.100.200:5060\r\nc: application/sdp\r\n\r\n\
          v=0\r\no=20534 1234567890 1 IN IP4 192.0.2.1\r\n",
    );
    let number = |text: &str| text.contains("678@") || text.contains("20534");
    assert!(number(&bundle(&rig)), "what is looked for");
    let text = rig.phone.diagnostics(ReportNumbers::Hidden, rig.now);
    for left in ["678@", "4321", "20534", "Lan Anh"] {
        assert!(!text.contains(left), "{left} is in\n{text}");
    }
    for kept in [
        "phone numbers: hidden",
        "sip:xxxxx@192.168.1.20",
        "<tel:xxxxx>",
        "o=xxxxx 1234567890 1 IN IP4",
        "192.168.100.200:5060",
        "SIP/2.0 404 No route to xxxxxxxxxx",
    ] {
        assert!(text.contains(kept), "{kept} is missing in\n{text}");
    }
}

#[test]
fn addresses_ids_and_clocks_stay_readable_where_numbers_are_masked() {
    let mut rig = Rig::registered();
    rig.server_says(
        b"OPTIONS sip:1001@contact.invalid SIP/2.0\r\n\
          Via: SIP/2.0/WS 192.168.100.200:5060;branch=z9hG4bK1234567890\r\n\
          From: <sip:192.168.100.201>;tag=a\r\nTo: <sip:1001@pbx.example.com>\r\n\
          Call-ID: x\r\nCSeq: 2147483647 OPTIONS\r\n\r\n",
    );
    let text = bundle(&rig);
    for kept in [
        "192.168.100.200:5060;branch=z9hG4bK1234567890",
        "sip:192.168.100.201",
        "2147483647",
    ] {
        assert!(text.contains(kept), "{kept} is missing in\n{text}");
    }
}

#[test]
fn why_it_was_not_registered_is_remembered_after_it_is_again() {
    let mut rig = Rig::registered();
    rig.lose_socket(1006);
    rig.advance(std::time::Duration::from_secs(3));
    rig.open_socket();
    rig.accept_register();
    let text = bundle(&rig);
    let (lost, found) = (text.find("Recovering, "), text.rfind("Z Registered"));
    assert!(lost.is_some() && lost < found, "{text}");
    assert!(text.contains("closed, code 1006"));
}

#[test]
fn the_values_of_the_accounts_own_headers_are_left_out() {
    let header = |name: &str| ExtraHeader {
        name: name.into(),
        value: "tenant-4711-key".into(),
    };
    let mut rig = Rig::registered_as(SipAccount {
        extra_headers: vec![header("X-Tenant"), header("Tenant")],
        server_url: "wss://pbx.example.com/ws?token=t0p-s3cret".into(),
        ..account()
    });
    rig.connected_out("0912345678");
    let text = bundle(&rig);
    assert!(text.contains("X-Tenant: [hidden]"), "{text}");
    assert!(
        text.contains("wss://pbx.example.com/ws?token=[hidden]"),
        "{text}"
    );
    assert!(!text.contains("4711") && !text.contains("t0p-s3cret"));
}

#[test]
fn of_bodies_only_descriptions_and_the_outcome_of_a_transfer_are_kept() {
    let mut rig = Rig::registered();
    let request = |kind: &str, body: &str| {
        format!(
            "MESSAGE sip:1001@contact.invalid SIP/2.0\r\nVia: SIP/2.0/WS a;branch=z9hG4bK{}\r\n\
             From: <sip:a@b>;tag=1\r\nTo: <sip:1001@pbx.example.com>\r\nCall-ID: {0}\r\nCSeq: 1 MESSAGE\r\n\
             Content-Type: {kind}\r\nContent-Length: {}\r\n\r\n{body}",
            body.len(),
            body.len(),
        )
    };
    rig.server_says(request("text/plain", "my PIN is 4321-8765").as_bytes());
    rig.server_says(
        request("message/sipfrag;version=2.0", "SIP/2.0 180 Ringing\r\nX: y").as_bytes(),
    );
    let sdp = "v=0\r\na=ice-pwd:9uB6010v\r\na=crypto:1 AES inline:WVNfX19z\r\na=ice-ufrag:evtj\r\nk=clear:geheim\r\n";
    rig.server_says(request("application/sdp", sdp).as_bytes());
    let text = bundle(&rig);
    assert!(
        text.contains("[body left out: text/plain, 19 octets]"),
        "{text}"
    );
    assert!(
        text.contains("SIP/2.0 180 Ringing") && text.contains("a=ice-ufrag:evtj"),
        "{text}"
    );
    for secret in ["4321-8765", "9uB6010v", "WVNfX19z", "geheim"] {
        assert!(!text.contains(secret), "{secret} is in\n{text}");
    }
}

/// Every way in which a secret was seen to travel, or could; `%` stands for it.
const WAYS: [&str; 24] = [
    "Authorization: Digest username=\"1001\", realm=\"r\", response=\"%\"",
    "authorization:DIGEST response=%,username=x",
    "Proxy-Authorization: Digest realm=\"a,b\\\" c\", cnonce=\"%\", nc=00000001",
    "Authorization: Digest realm=\"unclosed, response=\"%\"",
    "Authorization: Digest response \"%\"",
    "Authorization: Bearer %",
    "Authorization: Basic\r\n %",
    "Authorization: %",
    "WWW-Authenticate: Digest realm=\"r\", nonce=\"%\", opaque=\"x\"",
    "WWW-Authenticate: Digest realm=\"r\", Digest nonce=\"%\"",
    "Authentication-Info: nextnonce=\"%\"",
    "Proxy-Authentication-Info: rspauth=\"%\"",
    "X-Api-Key: %",
    "X-Access-Token : %",
    "x-omi-password: %",
    "Cookie: sid=%",
    "Identity: %;info=<https://a>",
    "y: %",
    "Contact: <sip:1001:%@10.0.0.1:5060;transport=ws>",
    "Contact: \"Anna\" <sip:1001@a;pn-prid=%>",
    "X-Call: id=1;access_token=\"%\";b=2",
    "Refer-To: <sip:1001@a?Authorization=Digest%20response%3D%>",
    "Subject: password=%",
    "Warning: 399 a \"token=%\"",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_secret_comes_out_whatever_way_it_came_in(
        // Without the characters that end a value: what follows them does not belong to the secret.
        secret in "[A-Za-z0-9+/_~!$*.'-]{8,40}",
        fold in any::<bool>(),
        crlf in any::<bool>(),
    ) {
        let mut rig = Rig::registered();
        let end = if crlf { "\r\n" } else { "\n" };
        for way in WAYS {
            let mut header = way.replace('%', &secret);
            if fold {
                header = header.replace(", ", &format!(",{end}\t"));
            }
            let message = format!(
                "SIP/2.0 200 OK{end}Via: SIP/2.0/WS a;branch=z9hG4bKx{end}{header}{end}CSeq: 1 X{end}{end}"
            );
            rig.server_says(message.as_bytes());
            // Where no header should be: in place of the start line, after keep-alives, in a description.
            rig.server_says(format!("{header}{end}{end}").as_bytes());
            rig.server_says(format!("{end}{end}{message}").as_bytes());
            let sdp = format!("SIP/2.0 200 OK{end}c: application/sdp{end}{end}v=0{end}{header}{end}");
            rig.server_says(sdp.as_bytes());
            prop_assert!(!bundle(&rig).contains(&secret), "{} with {}", way, secret);
        }
    }

    #[test]
    fn the_password_and_the_credential_come_out_by_no_way(
        password in "[!-~]{8,30}[0-9]",
        credential in "[!-~]{8,30}[0-9]",
    ) {
        let mut rig = Rig::signed_out();
        let mut account = account();
        account.password = Secret::new(password.clone());
        for server in &mut account.ice_servers {
            server.credential = Some(Secret::new(credential.clone()));
        }
        prop_assert_eq!(rig.command(Command::SignIn { account }), None);
        rig.open_socket();
        rig.accept_registration();
        let (id, _, _) = rig.connected_out("101");
        // A broken server may repeat it in a reason phrase.
        rig.server_says(format!("SIP/2.0 403 {password}\r\nX-Debug: {credential}\r\n\r\n").as_bytes());
        rig.hang_up(&id);
        let text = bundle(&rig);
        prop_assert!(text.contains("INVITE"));
        prop_assert!(!text.contains(&password) && !text.contains(&credential), "{}", text);
    }

    #[test]
    fn nothing_that_arrives_breaks_it(octets in proptest::collection::vec(any::<u8>(), 0..600)) {
        let mut rig = Rig::registered();
        rig.server_says(&octets);
        let mut readable = b"SIP/2.0 200 OK\r\nAuthorization: Digest ".to_vec();
        readable.extend(&octets);
        rig.server_says(&readable);
        prop_assert!(bundle(&rig).contains("== SIP =="));
    }
}
