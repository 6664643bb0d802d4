//! Fields of the account that are lists, one entry per line: backup servers and headers. A fault is the
//! key of the sentence that says what to change.

use alo_protocol::{ExtraHeader, MAX_EXTRA_HEADERS, trimmed};
use alo_providers::account_fields::MAX_BACKUPS;

use crate::server_address;

/// The URLs, completed as the server's own is.
pub(crate) fn backup_urls(text: &str) -> Result<Vec<String>, &'static str> {
    let urls: Vec<String> = lines(text).map(server_address::normal).collect();
    if urls.len() > MAX_BACKUPS {
        return Err("fault_backupMany");
    }
    match urls.iter().find_map(|url| server_address::fault(url)) {
        Some(key) => Err(key),
        None => Ok(urls),
    }
}

/// The headers, none of which is the phone's own.
pub(crate) fn extra_headers(text: &str) -> Result<Vec<ExtraHeader>, &'static str> {
    if lines(text).count() > MAX_EXTRA_HEADERS {
        return Err("fault_headerMany");
    }
    lines(text)
        .map(|line| ExtraHeader::parse(line).ok_or("fault_header"))
        .collect()
}

/// Headers as they are typed.
pub(crate) fn of_headers(headers: &[ExtraHeader]) -> String {
    let lines = headers
        .iter()
        .map(|header| format!("{}: {}", header.name, header.value));
    lines.collect::<Vec<_>>().join("\n")
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(trimmed).filter(|line| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backup_servers_are_completed_and_checked_like_the_server() {
        assert_eq!(
            backup_urls(" two.example.com/ws \n\nwss://three.example.com/ws").as_deref(),
            Ok(["wss://two.example.com/ws", "wss://three.example.com/ws"]
                .map(str::to_owned)
                .as_slice())
        );
        assert_eq!(backup_urls("ws://10.0.0.5/"), Err("fault_serverUrlPlain"));
        assert_eq!(backup_urls("a\nb\nc\nd\ne"), Err("fault_backupMany"));
    }

    #[test]
    fn headers_come_back_as_they_were_typed() {
        let typed = "X-Hotline: 1900 1234\nX-Team: ";
        let read = extra_headers(typed).expect("headers");
        assert_eq!(read[0].value, "1900 1234");
        assert_eq!(of_headers(&read), typed);
        assert_eq!(extra_headers("Via: x"), Err("fault_header"));
        assert_eq!(
            extra_headers(&"X-A: 1\n".repeat(17)),
            Err("fault_headerMany")
        );
    }
}
