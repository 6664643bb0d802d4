//! What the fuzz targets found, kept.

use alo_sip::sdp::{Direction, with_direction};

#[test]
fn a_direction_set_twice_is_set_once_whatever_ends_the_lines() {
    for text in [
        "v=0\nm=audio 5004 RTP/AVP 96\na=rtpmap:96 L24/441\r",
        "m=audio 9 RTP/AVP 0\r",
        "v=0\r\nm=audio 9 RTP/AVP 0\nm=video 9 RTP/AVP 0",
    ] {
        let once = with_direction(text, Direction::SendOnly);
        assert_eq!(with_direction(&once, Direction::SendOnly), once, "{text:?}");
    }
}
