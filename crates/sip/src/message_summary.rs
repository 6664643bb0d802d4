//! How many voice messages wait: the body of `application/simple-message-summary` (RFC 3842 §5.2).

use crate::wire::{NameAddr, Uri};

/// The most octets of a body that are read; real ones have a few hundred.
const MAX_BODY: usize = 4096;
/// The most lines that are read.
const MAX_LINES: usize = 64;
/// Higher counts are cut to this.
const MAX_COUNT: u32 = 9999;

/// What the server reports about voice messages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MessageSummary {
    /// New messages, at most 9999; 1 if the server only says that there are some.
    pub new: u32,
    /// Old messages, at most 9999.
    pub old: u32,
    /// The address to call to hear them.
    pub account: Option<Uri>,
}

impl MessageSummary {
    /// Reads a body; `None` without a `Messages-Waiting` line.
    pub(crate) fn parse(body: &[u8]) -> Option<Self> {
        let body = String::from_utf8_lossy(body.get(..MAX_BODY).unwrap_or(body));
        let mut waiting = None;
        let mut voice = None;
        let mut account = None;
        for line in body.lines().take(MAX_LINES) {
            let Some((name, value)) = line.split_once(':') else {
                continue;
            };
            let (name, value) = (name.trim(), value.trim());
            if name.eq_ignore_ascii_case("Messages-Waiting") {
                waiting = Some(value.eq_ignore_ascii_case("yes"));
            } else if name.eq_ignore_ascii_case("Message-Account") {
                account = value.parse::<NameAddr>().ok().map(|account| account.uri);
            } else if name.eq_ignore_ascii_case("Voice-Message") {
                voice = counts(value);
            }
        }
        let waiting = waiting?;
        let (new, old) = voice.unwrap_or_else(|| (u32::from(waiting), 0));
        Some(Self { new, old, account })
    }
}

/// `2/8 (0/2)`: new, old, and in brackets how many of them are urgent.
fn counts(value: &str) -> Option<(u32, u32)> {
    let value = value.split('(').next()?;
    let (new, old) = value.split_once('/')?;
    Some((count(new)?, count(old)?))
}

fn count(text: &str) -> Option<u32> {
    let text = text.trim();
    let is_number = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| text.parse().unwrap_or(MAX_COUNT).min(MAX_COUNT))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(body: &str) -> Option<(u32, u32, Option<String>)> {
        let read = MessageSummary::parse(body.as_bytes())?;
        Some((read.new, read.old, read.account.map(|uri| uri.to_string())))
    }

    #[test]
    fn the_example_of_the_rfc_is_read() {
        let body = "Messages-Waiting: yes\r\nMessage-Account: sip:alice@vmail.example.com\r\n\
                    Voice-Message: 2/8 (0/2)\r\n\r\nTo: <alice@atlanta.example.com>\r\n";
        assert_eq!(
            parse(body),
            Some((2, 8, Some("sip:alice@vmail.example.com".into())))
        );
    }

    #[test]
    fn a_server_that_counts_nothing_is_believed_that_there_is_something() {
        assert_eq!(parse("messages-waiting:YES"), Some((1, 0, None)));
        assert_eq!(parse("Messages-Waiting: no\r\n"), Some((0, 0, None)));
        assert_eq!(
            parse("Messages-Waiting: yes\r\nVoice-Message: x/1\r\n"),
            Some((1, 0, None))
        );
    }

    #[test]
    fn endless_counts_and_bodies_are_cut_and_rubbish_is_nothing() {
        let body = "Messages-Waiting: yes\r\nVoice-Message: 99999999999999/70000\r\n";
        assert_eq!(parse(body), Some((9999, 9999, None)));
        assert_eq!(parse(""), None);
        assert_eq!(parse("Voice-Message: 2/8"), None);
        let late = format!("{}\r\nMessages-Waiting: yes\r\n", "x: y\r\n".repeat(1_000));
        assert_eq!(parse(&late), None);
        assert_eq!(
            MessageSummary::parse(b"Messages-Waiting: yes\r\nMessage-Account: \xff<>"),
            Some(MessageSummary {
                new: 1,
                old: 0,
                account: None
            })
        );
    }
}
