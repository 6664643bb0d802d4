//! Canonical header names and their compact forms (the IANA registry of SIP header fields).

/// The canonical spelling of a known name or compact form; `None` for a name that is not known.
pub(super) fn canonical(name: &str) -> Option<&'static str> {
    if let [letter] = name.as_bytes() {
        return compact(*letter);
    }
    let candidates = by_length(name.len());
    // Most names come in their registered spelling.
    let exact = candidates.iter().find(|known| **known == name);
    exact
        .or_else(|| {
            candidates
                .iter()
                .find(|known| known.eq_ignore_ascii_case(name))
        })
        .copied()
}

fn compact(letter: u8) -> Option<&'static str> {
    Some(match letter.to_ascii_lowercase() {
        b'a' => "Accept-Contact",
        b'b' => "Referred-By",
        b'c' => "Content-Type",
        b'd' => "Request-Disposition",
        b'e' => "Content-Encoding",
        b'f' => "From",
        b'i' => "Call-ID",
        b'j' => "Reject-Contact",
        b'k' => "Supported",
        b'l' => "Content-Length",
        b'm' => "Contact",
        b'n' => "Identity-Info",
        b'o' => "Event",
        b'r' => "Refer-To",
        b's' => "Subject",
        b't' => "To",
        b'u' => "Allow-Events",
        b'v' => "Via",
        b'x' => "Session-Expires",
        b'y' => "Identity",
        _ => return None,
    })
}

/// The known names of this length; looking up by length compares only a few strings.
fn by_length(length: usize) -> &'static [&'static str] {
    match length {
        2 => &["To"],
        3 => &["Via"],
        4 => &["From", "CSeq", "Date", "Path", "RSeq", "RAck"],
        5 => &["Allow", "Route", "Event"],
        6 => &["Accept", "Reason", "Server", "Min-SE", "Expect"],
        7 => &[
            "Call-ID", "Contact", "Expires", "Require", "Subject", "Warning", "Privacy",
        ],
        8 => &["Reply-To", "Refer-To", "Replaces", "Priority", "Identity"],
        9 => &["Call-Info", "Supported", "Timestamp", "Diversion"],
        10 => &[
            "User-Agent",
            "Alert-Info",
            "Error-Info",
            "Session-ID",
            "Flow-Timer",
        ],
        11 => &[
            "Retry-After",
            "Min-Expires",
            "Unsupported",
            "In-Reply-To",
            "Referred-By",
        ],
        12 => &[
            "Max-Forwards",
            "Record-Route",
            "Content-Type",
            "Organization",
            "MIME-Version",
            "Allow-Events",
            "History-Info",
        ],
        13 => &[
            "Authorization",
            "Proxy-Require",
            "Service-Route",
            "Identity-Info",
        ],
        14 => &["Content-Length", "Accept-Contact", "Reject-Contact"],
        15 => &[
            "Accept-Encoding",
            "Accept-Language",
            "Session-Expires",
            "Remote-Party-ID",
        ],
        16 => &[
            "WWW-Authenticate",
            "Content-Encoding",
            "Content-Language",
            "Remote-Party-ID",
        ],
        18 => &["Proxy-Authenticate", "Subscription-State"],
        19 => &[
            "Content-Disposition",
            "Authentication-Info",
            "Proxy-Authorization",
            "P-Asserted-Identity",
            "Request-Disposition",
        ],
        20 => &["P-Preferred-Identity"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_known_name_is_found_in_any_case() {
        for length in 0..=64 {
            for name in by_length(length) {
                assert_eq!(canonical(&name.to_uppercase()), Some(*name));
            }
        }
        for letter in b'a'..=b'z' {
            if let Some(name) = compact(letter) {
                assert_eq!(canonical(name), Some(name), "{name}");
            }
        }
    }
}
