//! Published digest examples (RFC 2617, RFC 7616, draft-smith-sipping-auth-examples, JsSIP).

#![allow(clippy::unwrap_used, reason = "a test fails by panic")]

mod cases;

use alo_sip::SeededRandom;
use alo_sip::digest::{Algorithm, Credentials, Session};
use alo_sip::wire::Headers;

#[test]
fn every_published_response_is_recomputed() {
    let Some(vectors) = cases::json("digest/vectors.json") else {
        return;
    };
    let vectors = vectors.as_array().unwrap();
    let mut recomputed = 0;
    for vector in vectors {
        let text = |name: &str| vector[name].as_str();
        // The SHA-512-256 value of RFC 7616 §3.9.2 is not what the algorithm gives (erratum 4897).
        if vector["recomputed_ok"] != true {
            continue;
        }
        let quoted = |name: &str| text(name).map(|value| format!(", {name}=\"{value}\""));
        let algorithm = text("algorithm").map(|name| format!(", algorithm={name}"));
        let mut headers = Headers::new();
        let parameters = [quoted("nonce"), quoted("qop"), algorithm]
            .into_iter()
            .flatten();
        let challenge = format!("Digest realm=\"{}\"", text("realm").unwrap());
        headers.push(
            "WWW-Authenticate",
            parameters.fold(challenge, |all, one| all + &one),
        );
        let challenge = headers.challenges("WWW-Authenticate").remove(0);
        assert!(challenge.is_supported());
        let mut session = Session::new(challenge).unwrap();
        if let Some(cnonce) = text("cnonce") {
            session = session.with_cnonce(cnonce);
        }
        let credentials = Credentials {
            username: text("username").unwrap().to_owned(),
            password: text("password").unwrap().to_owned(),
        };
        let (name, value) = session.authorization(
            &credentials,
            text("method").unwrap(),
            text("uri").unwrap(),
            text("body").unwrap_or_default().as_bytes(),
            &mut SeededRandom::new(1),
        );
        assert_eq!(name, "Authorization");
        let expected = format!("response=\"{}\"", text("response").unwrap());
        assert!(
            value.contains(&expected),
            "{}: {value}",
            text("source").unwrap()
        );
        if let Some(count) = text("nc").filter(|_| text("qop").is_some()) {
            assert!(value.contains(&format!("nc={count}")), "{value}");
        }
        recomputed += 1;
    }
    assert_eq!((vectors.len(), recomputed), (14, 13));
}

/// Computed with Python's hashlib (`sha512_256` of OpenSSL), because the RFC's own value is wrong.
#[test]
fn sha_512_256_gives_what_an_independent_implementation_gives() {
    let mut headers = Headers::new();
    headers.push(
        "Proxy-Authenticate",
        "Digest realm=\"api@example.org\", qop=\"auth\", algorithm=SHA-512-256, \
         nonce=\"5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK\", stale=true",
    );
    let challenge = headers.challenges("Proxy-Authenticate").remove(0);
    assert_eq!(challenge.algorithm, Algorithm::Sha512256);
    assert!(challenge.stale);
    let mut session = Session::new(challenge)
        .unwrap()
        .with_cnonce("NTg6RKcb9boFIAS3KrFK9BGeh+niz/sm");
    let credentials = Credentials {
        username: "Jäsøn Doe".to_owned(),
        password: "Secret, or not?".to_owned(),
    };
    let (name, value) = session.authorization(
        &credentials,
        "GET",
        "/doe.json",
        b"",
        &mut SeededRandom::new(1),
    );
    assert_eq!(name, "Proxy-Authorization");
    assert!(
        value.contains(
            "response=\"7a4e1192babbba02e91182d2895bfdbf7adafc6e48d4e517ca301974843d840c\""
        ),
        "{value}"
    );
}
