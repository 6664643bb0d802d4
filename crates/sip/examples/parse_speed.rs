//! Measures how many INVITEs a second [`parse`] reads: `cargo run --release -p alo-sip --example
//! parse_speed`. docs/sip-engine.md has the figures measured so far.

use std::hint::black_box;
use std::time::Instant;

use alo_sip::wire::parse;

/// As a proxy in front of a PBX sends it to a browser.
const INVITE: &str = "INVITE sip:k3j2h4@7hd8s9.invalid;transport=ws;ob SIP/2.0\r\n\
Record-Route: <sip:198.51.100.7;transport=ws;lr;ftag=as5d7c9a21>\r\n\
Via: SIP/2.0/WSS 198.51.100.7:443;branch=z9hG4bK1d3b.6f2a8c41.0\r\n\
Via: SIP/2.0/UDP 10.0.0.12:5060;received=10.0.0.12;rport=5060;branch=z9hG4bK0f4d2c6e\r\n\
Max-Forwards: 69\r\n\
From: \"Nguyen Van A\" <sip:+84912345678@pbx.example.com>;tag=as5d7c9a21\r\n\
To: <sip:1001@pbx.example.com>\r\n\
Contact: <sip:+84912345678@10.0.0.12:5060>\r\n\
Call-ID: 2f6b8c0d1e3a5f7092b4c6d8e0f1a3b5@10.0.0.12:5060\r\n\
CSeq: 102 INVITE\r\n\
User-Agent: Asterisk PBX 20.5.0\r\n\
Date: Fri, 20 Nov 2026 08:15:30 GMT\r\n\
Allow: INVITE, ACK, CANCEL, OPTIONS, BYE, REFER, SUBSCRIBE, NOTIFY, INFO, PUBLISH, MESSAGE\r\n\
Supported: replaces, timer\r\n\
P-Asserted-Identity: \"Nguyen Van A\" <sip:+84912345678@pbx.example.com>\r\n\
Content-Type: application/sdp\r\n";

fn main() {
    let body = "v=0\r\no=- 1 1 IN IP4 198.51.100.7\r\ns=-\r\nt=0 0\r\nm=audio 30000 UDP/TLS/RTP/SAVPF 111 0 8 101\r\n"
        .to_owned()
        + &"a=candidate:1 1 UDP 2130706431 198.51.100.7 30000 typ host\r\n".repeat(15);
    let message = format!("{INVITE}Content-Length: {}\r\n\r\n{body}", body.len());
    assert!(parse(message.as_bytes()).is_ok());
    let rounds = 400_000;
    let start = Instant::now();
    for _ in 0..rounds {
        black_box(parse(black_box(message.as_bytes())).is_ok());
    }
    let rate = f64::from(rounds) / start.elapsed().as_secs_f64();
    println!("{rate:.0} INVITEs of {} octets a second", message.len());
}
