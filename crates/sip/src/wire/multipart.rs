//! Bodies of several parts (RFC 5621, RFC 2046 §5.1), of which only the session description is read.

use super::Headers;
use super::parse::{read_field, split_field, split_head};

/// The most parts of a body that is read.
const MAX_PARTS: usize = 8;
/// The most header fields of a part that is read.
const MAX_FIELDS: usize = 16;
/// The longest boundary, in octets (RFC 2046 §5.1.1).
const MAX_BOUNDARY: usize = 70;

/// The session description in a message's body: the body itself, or the first such part of a
/// `multipart/mixed` or `multipart/alternative`. `None` where there is none, or where the body has a
/// part that its sender declares to be indispensable and that is no session description.
pub(crate) fn session_description(headers: &Headers, body: &[u8]) -> Option<String> {
    let media_type = headers.content_type()?;
    let description = if media_type.is_sdp() {
        body
    } else if media_type.kind == "multipart"
        && matches!(media_type.subtype.as_str(), "mixed" | "alternative")
    {
        description_among(&parts(media_type.params.get("boundary")?, body)?)?
    } else {
        return None;
    };
    if description.is_empty() {
        return None;
    }
    let mut description = String::from_utf8_lossy(description).into_owned();
    // Many take the last line end for that of the boundary; a browser drops a line without one.
    if !media_type.is_sdp() && !description.ends_with('\n') {
        description.push_str("\r\n");
    }
    Some(description)
}

fn description_among<'a>(parts: &[&'a [u8]]) -> Option<&'a [u8]> {
    let mut found = None;
    for part in parts {
        let (headers, content) = read_part(part)?;
        if is_description(&headers) {
            found = found.or(Some(content));
        } else if is_required(&headers) {
            return None;
        }
    }
    found
}

/// A part that is SDP, not encoded, and for the session, not for early media alone (RFC 3959).
fn is_description(headers: &Headers) -> bool {
    let is_one_of = |name: &str, values: &[&str]| {
        headers.get(name).is_none_or(|value| {
            let value = value.split(';').next().unwrap_or_default().trim();
            values.iter().any(|it| it.eq_ignore_ascii_case(value))
        })
    };
    headers
        .content_type()
        .is_some_and(|media_type| media_type.is_sdp())
        && is_one_of("Content-Disposition", &["session"])
        && is_one_of("Content-Encoding", &["identity"])
        && is_one_of("Content-Transfer-Encoding", &["7bit", "8bit", "binary"])
}

/// Whether the sender insists on the part. RFC 3261 §20.11 would have it so where nothing is said, but
/// gateways add their parts without a word.
fn is_required(headers: &Headers) -> bool {
    headers.get("Content-Disposition").is_some_and(|value| {
        let mut params = value.split(';').skip(1).filter_map(|it| it.split_once('='));
        params.any(|(name, value)| {
            name.trim().eq_ignore_ascii_case("handling")
                && value
                    .trim()
                    .trim_matches('"')
                    .eq_ignore_ascii_case("required")
        })
    })
}

/// Headers and content of a part; `None` if its head cannot be read.
fn read_part(part: &[u8]) -> Option<(Headers, &[u8])> {
    let mut headers = Headers::new();
    if let Some(content) = part.strip_prefix(b"\r\n") {
        return Some((headers, content));
    }
    let (head, content) = split_head(part);
    let mut fields = str::from_utf8(head).ok()?;
    while let Some((field, rest)) = split_field(fields) {
        fields = rest;
        if let Some((name, Some(value))) = read_field(field) {
            if headers.len() == MAX_FIELDS {
                return None;
            }
            headers.push_read(name, value);
        }
    }
    Some((headers, content))
}

/// The parts between the boundaries. `None` if there are too many, or if the last boundary is missing: the
/// body was cut off.
fn parts<'a>(boundary: &str, body: &'a [u8]) -> Option<Vec<&'a [u8]>> {
    if boundary.is_empty() || boundary.len() > MAX_BOUNDARY {
        return None;
    }
    let dashes = format!("--{boundary}");
    let mut parts = Vec::new();
    // What precedes the first boundary is no part.
    let mut start = None;
    let mut at = 0;
    loop {
        let line = body.get(at..)?;
        if let Some(after) = line.strip_prefix(dashes.as_bytes()) {
            let is_last = after.starts_with(b"--");
            if is_last || is_blank_line(after) {
                if let Some(start) = start {
                    // The line end before the boundary belongs to the boundary.
                    parts.push(body.get(start..at.checked_sub(2)?).unwrap_or_default());
                }
                if is_last {
                    return Some(parts);
                }
                if parts.len() == MAX_PARTS {
                    return None;
                }
                start = Some(at + line.windows(2).position(|it| it == b"\r\n")? + 2);
            }
        }
        at += line.windows(2).position(|it| it == b"\r\n")? + 2;
    }
}

/// Whether nothing but white space is left of the line.
fn is_blank_line(rest: &[u8]) -> bool {
    let text = rest.iter().position(|octet| !b" \t".contains(octet));
    text.is_some_and(|at| rest.get(at..).is_some_and(|it| it.starts_with(b"\r\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SDP: &str = "v=0\r\ns=-\r\n";

    fn of(content_type: &str, body: &str) -> Option<String> {
        let mut headers = Headers::new();
        headers.push("Content-Type", content_type);
        session_description(&headers, body.as_bytes())
    }

    fn mixed(body: &str) -> Option<String> {
        of("multipart/mixed; boundary=\"b 1\"", body)
    }

    #[test]
    fn the_description_is_found_among_the_parts_wherever_it_stands() {
        let sdp = format!("--b 1\r\nContent-Type: application/sdp\r\n\r\n{SDP}\r\n");
        let other = "--b 1 \r\nc: application/isup;version=x\r\nContent-Disposition: signal;handling=optional\r\n\r\n\u{1}\r\n--b 12\r\n\r\n";
        for body in [
            format!("{sdp}--b 1--"),
            format!("{other}{sdp}--b 1--\r\nepilogue"),
            format!("preamble\r\n{sdp}{other}--b 1--\r\n"),
            format!("--b 1\r\n\r\nplain text\r\n{sdp}--b 1--"),
        ] {
            assert_eq!(mixed(&body).as_deref(), Some(SDP), "{body}");
        }
        let short = format!("{}--b 1--", sdp.replace(&format!("{SDP}\r\n"), SDP));
        assert_eq!(mixed(&short).as_deref(), Some(SDP), "one line end for both");
        assert_eq!(of("application/sdp", SDP).as_deref(), Some(SDP));
        let one = format!(
            "--x\r\nContent-Type: application/sdp\r\nContent-Disposition: Session;handling=required\r\n\r\n{SDP}\r\n--x--"
        );
        assert_eq!(
            of("multipart/alternative;boundary=x", &one).as_deref(),
            Some(SDP)
        );
        assert_eq!(of("multipart/mixed", &one), None, "no boundary");
        assert_eq!(of("multipart/signed;boundary=x", &one), None);
    }

    #[test]
    fn what_is_no_description_for_this_call_is_not_taken() {
        for head in [
            "Content-Type: text/plain",
            "Content-Type: application/sdp\r\nContent-Disposition: early-session",
            "Content-Type: application/sdp\r\nContent-Encoding: gzip",
            "Content-Type: application/sdp\r\nContent-Transfer-Encoding: base64",
            "Content-Type: application/sdp\r\nContent-Type: application/sdp",
            "No header",
        ] {
            assert_eq!(
                mixed(&format!("--b 1\r\n{head}\r\n\r\n{SDP}\r\n--b 1--")),
                None,
                "{head}"
            );
        }
        let needed = "--b 1\r\nContent-Type: application/isup\r\nContent-Disposition: signal; handling=required\r\n\r\nx\r\n";
        let sdp = format!("--b 1\r\nContent-Type: application/sdp\r\n\r\n{SDP}\r\n");
        assert_eq!(mixed(&format!("{sdp}{needed}--b 1--")), None);
    }

    #[test]
    fn a_body_that_is_cut_off_or_too_large_is_not_read() {
        let sdp = format!("--b 1\r\nContent-Type: application/sdp\r\n\r\n{SDP}\r\n");
        assert_eq!(mixed(&sdp), None);
        assert!(mixed(&format!("{}--b 1--", sdp.repeat(8))).is_some());
        assert_eq!(mixed(&format!("{}--b 1--", sdp.repeat(9))), None);
        let head = "X: y\r\n".repeat(16);
        assert_eq!(
            mixed(&sdp.replace("Content", &format!("{head}Content"))),
            None
        );
        for body in [
            "",
            "--b 1",
            "--b 1--",
            "--b 1\r\n",
            "--b 1\r\n--b 1--",
            "\r\n--b 1--",
        ] {
            assert_eq!(mixed(body), None, "{body:?}");
        }
        let long = "b".repeat(71);
        let one = format!("--{long}\r\nContent-Type: application/sdp\r\n\r\n{SDP}\r\n--{long}--");
        assert_eq!(of(&format!("multipart/mixed;boundary={long}"), &one), None);
    }
}
