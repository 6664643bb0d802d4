//! What the end of a call means to a person: status codes, phrases and `Reason` (RFC 3326) made one
//! of the [`EndCause`]s.

use alo_protocol::{Direction, EndCause};

use crate::{PhraseRule, Profile};

/// Who or what ended a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
    /// We did: hung up, cancelled or declined.
    Local,
    /// The far end or a server did.
    Remote,
    /// Nobody: the socket was gone, or no answer came in the protocol's time.
    Network,
}

/// One value of a `Reason` header (RFC 3326 §2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EndReason<'a> {
    /// `SIP`, `Q.850`, …
    pub protocol: &'a str,
    /// Status code or Q.850 cause.
    pub cause: Option<u16>,
    /// Text, unquoted.
    pub text: Option<&'a str>,
}

/// The facts about an end.
#[derive(Clone, Copy, Debug)]
pub struct CallEnd<'a> {
    /// Who called.
    pub direction: Direction,
    /// The call was up.
    pub answered: bool,
    /// Who ended it.
    pub closing: Closing,
    /// Final status of the INVITE, where a response ended it.
    pub status: Option<u16>,
    /// Its reason phrase.
    pub phrase: &'a str,
    /// Every `Reason` of the message that ended it.
    pub reasons: &'a [EndReason<'a>],
}

/// True when a `Reason` says that another device took the call (RFC 3326 §3, and the texts that
/// Asterisk, FreeSWITCH and the Vietnamese providers send).
pub fn answered_elsewhere(reasons: &[EndReason<'_>]) -> bool {
    reasons.iter().any(|reason| {
        let is_sip = reason.protocol.eq_ignore_ascii_case("SIP");
        let text = reason.text.map(str::to_ascii_lowercase);
        (is_sip && reason.cause == Some(200))
            || text.is_some_and(|text| {
                text.contains("completed elsewhere") || text.contains("answered elsewhere")
            })
    })
}

/// The cause that a view shows.
pub fn end_cause(profile: &Profile, end: &CallEnd<'_>) -> EndCause {
    match (end.direction, end.answered) {
        (_, true) => match end.closing {
            Closing::Local => EndCause::HungUp,
            Closing::Remote => ending_cause(profile, end),
            Closing::Network => EndCause::NetworkFailed,
        },
        (Direction::Incoming, false) => match end.closing {
            _ if answered_elsewhere(end.reasons) => EndCause::AnsweredElsewhere,
            Closing::Local => EndCause::Declined,
            // Whatever went wrong, a caller rang and nobody answered.
            Closing::Remote | Closing::Network => EndCause::Missed,
        },
        (Direction::Outgoing, false) => match end.closing {
            Closing::Local => EndCause::Cancelled,
            Closing::Network => EndCause::NetworkFailed,
            Closing::Remote => refusal_cause(profile, end),
        },
    }
}

/// A call that was up was ended by the other side: by a person, unless the provider says why.
fn ending_cause(profile: &Profile, end: &CallEnd<'_>) -> EndCause {
    let texts = end.reasons.iter().filter_map(|reason| reason.text);
    texts
        .filter_map(|text| by_phrase(profile.endings, text))
        .next()
        .unwrap_or(EndCause::RemoteHungUp)
}

fn by_phrase(rules: &[PhraseRule], phrase: &str) -> Option<EndCause> {
    let phrase = phrase.trim_start();
    let rule = rules.iter().find(|rule| {
        phrase
            .get(..rule.prefix.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(rule.prefix))
    });
    rule.map(|rule| rule.cause)
}

/// A final refusal of our INVITE: the provider's own phrases, its own codes, then the RFCs.
fn refusal_cause(profile: &Profile, end: &CallEnd<'_>) -> EndCause {
    if let Some(cause) = by_phrase(profile.phrases, end.phrase) {
        return cause;
    }
    let Some(status) = end.status else {
        return EndCause::Failed;
    };
    let by_code = profile.statuses.iter().find(|rule| rule.status == status);
    if let Some(rule) = by_code {
        return rule.cause;
    }
    // Gateways wrap what the telephone network said in a general code; Q.850 is the truth then.
    if is_general(status)
        && let Some(cause) = end.reasons.iter().find_map(q850_cause)
    {
        return cause;
    }
    status_cause(status)
}

fn is_general(status: u16) -> bool {
    matches!(status, 480 | 487 | 500..=599)
}

/// RFC 3398 §8.2.6.1: the causes of ITU-T Q.850 that a person can do something about.
fn q850_cause(reason: &EndReason<'_>) -> Option<EndCause> {
    if !reason.protocol.eq_ignore_ascii_case("Q.850") {
        return None;
    }
    match reason.cause? {
        1 | 22 | 28 => Some(EndCause::NotFound),
        17 => Some(EndCause::Busy),
        18..=20 => Some(EndCause::NoAnswer),
        21 => Some(EndCause::Rejected),
        _ => None,
    }
}

/// What the codes mean by RFC 3261 §21 (433: RFC 5079, 607: RFC 8197, 608: RFC 8688).
fn status_cause(status: u16) -> EndCause {
    match status {
        486 | 600 => EndCause::Busy,
        408 | 480 => EndCause::NoAnswer,
        603 | 607 | 608 => EndCause::Rejected,
        404 | 410 | 416 | 484 | 485 | 604 => EndCause::NotFound,
        401 | 407 => EndCause::AuthFailed,
        402 | 403 | 405 => EndCause::Forbidden,
        433 => EndCause::AnonymityRefused,
        406 | 415 | 488 | 606 => EndCause::MediaFailed,
        _ => EndCause::Failed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{OMICALL, PLAIN_SIP, StatusRule, VBOT};

    fn refused(status: u16, phrase: &str, reasons: &[EndReason<'_>]) -> EndCause {
        let end = CallEnd {
            direction: Direction::Outgoing,
            answered: false,
            closing: Closing::Remote,
            status: Some(status),
            phrase,
            reasons,
        };
        end_cause(&PLAIN_SIP, &end)
    }

    fn reason(
        protocol: &'static str,
        cause: u16,
        text: Option<&'static str>,
    ) -> EndReason<'static> {
        EndReason {
            protocol,
            cause: Some(cause),
            text,
        }
    }

    fn incoming(closing: Closing, reasons: &[EndReason<'_>]) -> EndCause {
        let end = CallEnd {
            direction: Direction::Incoming,
            answered: false,
            closing,
            status: None,
            phrase: "",
            reasons,
        };
        end_cause(&PLAIN_SIP, &end)
    }

    #[test]
    fn each_refusal_has_the_cause_that_a_person_can_act_on() {
        for (status, cause) in [
            (486, EndCause::Busy),
            (600, EndCause::Busy),
            (408, EndCause::NoAnswer),
            (480, EndCause::NoAnswer),
            (603, EndCause::Rejected),
            (404, EndCause::NotFound),
            (484, EndCause::NotFound),
            (410, EndCause::NotFound),
            (604, EndCause::NotFound),
            (403, EndCause::Forbidden),
            (433, EndCause::AnonymityRefused),
            (401, EndCause::AuthFailed),
            (407, EndCause::AuthFailed),
            (488, EndCause::MediaFailed),
            (415, EndCause::MediaFailed),
            (606, EndCause::MediaFailed),
            (503, EndCause::Failed),
            (302, EndCause::Failed),
        ] {
            assert_eq!(refused(status, "", &[]), cause, "{status}");
        }
    }

    #[test]
    fn a_gateways_q850_cause_says_more_than_its_general_status() {
        assert_eq!(
            refused(503, "", &[reason("Q.850", 17, None)]),
            EndCause::Busy
        );
        assert_eq!(
            refused(480, "", &[reason("q.850", 1, None)]),
            EndCause::NotFound
        );
        assert_eq!(
            refused(480, "", &[reason("Q.850", 16, None)]),
            EndCause::NoAnswer
        );
        // A specific status is not overruled.
        assert_eq!(
            refused(404, "", &[reason("Q.850", 17, None)]),
            EndCause::NotFound
        );
    }

    #[test]
    fn an_incoming_call_is_missed_unless_taken_elsewhere_or_declined() {
        assert_eq!(incoming(Closing::Remote, &[]), EndCause::Missed);
        assert_eq!(incoming(Closing::Network, &[]), EndCause::Missed);
        assert_eq!(incoming(Closing::Local, &[]), EndCause::Declined);
        for elsewhere in [
            reason("SIP", 200, None),
            reason("sip", 200, Some("x")),
            reason("Q.850", 26, Some("Call completed elsewhere")),
        ] {
            assert_eq!(
                incoming(Closing::Remote, &[elsewhere]),
                EndCause::AnsweredElsewhere
            );
        }
        assert_eq!(
            incoming(Closing::Remote, &[reason("Q.850", 200, None)]),
            EndCause::Missed
        );
    }

    #[test]
    fn a_providers_phrases_come_before_its_codes_and_those_before_the_rfcs() {
        let profile = Profile {
            phrases: &[PhraseRule {
                prefix: "LIMIT",
                cause: EndCause::Forbidden,
            }],
            statuses: &[StatusRule {
                status: 603,
                cause: EndCause::Busy,
            }],
            ..PLAIN_SIP
        };
        let cause = |status, phrase| {
            end_cause(
                &profile,
                &CallEnd {
                    direction: Direction::Outgoing,
                    answered: false,
                    closing: Closing::Remote,
                    status: Some(status),
                    phrase,
                    reasons: &[],
                },
            )
        };
        assert_eq!(cause(603, "limit reached"), EndCause::Forbidden);
        assert_eq!(cause(603, "Decline"), EndCause::Busy);
        assert_eq!(cause(486, "Decline"), EndCause::Busy);
    }

    fn refused_by(profile: &Profile, status: u16, phrase: &str) -> EndCause {
        let end = CallEnd {
            direction: Direction::Outgoing,
            answered: false,
            closing: Closing::Remote,
            status: Some(status),
            phrase,
            reasons: &[],
        };
        end_cause(profile, &end)
    }

    #[test]
    fn omicalls_phrases_say_more_than_its_codes() {
        for (status, phrase, cause) in [
            (486, "Busy Here", EndCause::Busy),
            (480, "Temporarily Unavailable", EndCause::NoAnswer),
            (503, "Service Unavailable", EndCause::NoAnswer),
            (408, "Request Timeout", EndCause::NoAnswer),
            (403, "Forbidden", EndCause::ProviderRefused),
            (403, "", EndCause::ProviderRefused),
            (403, "TRIAL_REJECTION", EndCause::TrialRejection),
            (603, "Decline", EndCause::DeclinedOrLimit),
            (603, "NO_PACKAGE", EndCause::NoPackage),
            (403, "SERVICE_PACKAGE_NOT_ALLOW", EndCause::NoPackage),
            (603, "EXTENSION_DISABLE", EndCause::ExtensionDisabled),
            (603, "CALL_DNC_BARRED", EndCause::BarredNumber),
            (486, "PHONE_BLOCK_BLACKLIST", EndCause::BarredNumber),
            (603, "TRIAL_MAX_CALL", EndCause::LimitReached),
            (603, "trial_max_minutes: 10", EndCause::LimitReached),
            (480, "DESTINATION_UNAVAILABLE", EndCause::NotFound),
            (480, "ALL_NUMBER_NOT_AVAILABLE_VIETTEL", EndCause::NoHotline),
            (
                480,
                "NUMBER_ARE_TEMPORATY_BLOCKED_MOBI",
                EndCause::NoHotline,
            ),
            (
                480,
                "DESTINATION_ADS_CALL_OUT_OF_TIME_RANGE",
                EndCause::OutOfHours,
            ),
        ] {
            assert_eq!(refused_by(&OMICALL, status, phrase), cause, "{phrase}");
        }
    }

    #[test]
    fn vbots_four_codes_have_their_meaning() {
        assert_eq!(refused_by(&VBOT, 480, ""), EndCause::NoAnswer);
        assert_eq!(refused_by(&VBOT, 484, ""), EndCause::NotFound);
        assert_eq!(refused_by(&VBOT, 486, ""), EndCause::Busy);
        assert_eq!(refused_by(&VBOT, 487, ""), EndCause::NoAnswer);
    }

    #[test]
    fn a_call_that_the_provider_cut_is_not_taken_for_one_that_was_hung_up() {
        let ended = |profile: &Profile, text| {
            let reasons = [reason("Q.850", 602, text)];
            let end = CallEnd {
                direction: Direction::Outgoing,
                answered: true,
                closing: Closing::Remote,
                status: None,
                phrase: "",
                reasons: &reasons,
            };
            end_cause(profile, &end)
        };
        let cut = Some("ALLOTTED_TIMEOUT");
        assert_eq!(ended(&OMICALL, cut), EndCause::AllottedTimeout);
        assert_eq!(ended(&OMICALL, Some("Bye")), EndCause::RemoteHungUp);
        assert_eq!(ended(&OMICALL, None), EndCause::RemoteHungUp);
        assert_eq!(ended(&PLAIN_SIP, cut), EndCause::RemoteHungUp);
    }
}
