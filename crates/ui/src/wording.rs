//! Which sentence of `_locales` says what. Keys of an enum are its prefix and the variant's name on
//! the wire, so that every context finds the same sentence.

use alo_protocol::{
    Availability, CallAlarm, CallState, CallView, CheckStep, Direction, EndCause, HistoryRow,
    Problem, QualityLevel, Refusal, RegistrationState, TransferState,
};

/// What is wrong with the registration or a connection test, and what to do.
pub fn problem(problem: Problem) -> &'static str {
    match problem {
        Problem::BadServerUrl => "problem_badServerUrl",
        Problem::BadAccount => "problem_badAccount",
        Problem::SocketFailed => "problem_socketFailed",
        Problem::TlsOrSocketFailed => "problem_tlsOrSocketFailed",
        Problem::NoAnswer => "problem_noAnswer",
        Problem::NotSip => "problem_notSip",
        Problem::WrongPassword => "problem_wrongPassword",
        Problem::Forbidden => "problem_forbidden",
        Problem::UnknownDomain => "problem_unknownDomain",
        Problem::UnsupportedChallenge => "problem_unsupportedChallenge",
        Problem::ServerRefused => "problem_serverRefused",
        Problem::Offline => "problem_offline",
    }
}

/// Why a wish was not taken, and what to do.
pub fn refusal(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NotANumber => "refusal_notANumber",
        Refusal::ServiceCode => "refusal_serviceCode",
        Refusal::LinkNotAllowed => "refusal_linkNotAllowed",
        Refusal::TooLong => "refusal_tooLong",
        Refusal::TwoNumbers => "refusal_twoNumbers",
        Refusal::TooMany => "refusal_tooMany",
        Refusal::CardExpired => "refusal_cardExpired",
        Refusal::SignedOut => "refusal_signedOut",
        Refusal::NotConnected => "refusal_notConnected",
        Refusal::Inactive => "refusal_inactive",
        Refusal::OwnNumber => "refusal_ownNumber",
        Refusal::BadHeader => "refusal_badHeader",
        Refusal::LinesBusy => "refusal_linesBusy",
        Refusal::MicrophoneNeeded => "refusal_microphoneNeeded",
        Refusal::BadServerUrl => "refusal_badServerUrl",
        Refusal::BadAccount => "refusal_badAccount",
        Refusal::PasswordNeeded => "refusal_passwordNeeded",
        Refusal::KindNotOffered => "refusal_kindNotOffered",
        Refusal::NotNow => "refusal_notNow",
        Refusal::CallInSetup => "refusal_callInSetup",
        Refusal::InCall => "refusal_inCall",
        Refusal::FieldRequired => "refusal_fieldRequired",
        Refusal::TextTooLong => "refusal_textTooLong",
        Refusal::NoContacts => "refusal_noContacts",
        Refusal::ContactsFull => "refusal_contactsFull",
        Refusal::BadSignIn => "refusal_badSignIn",
        Refusal::BadAddress => "refusal_badAddress",
        Refusal::StorageFailed => "refusal_storageFailed",
        Refusal::SettingsUnreadable => "refusal_settingsUnreadable",
        Refusal::PrivateWindow => "refusal_privateWindow",
        Refusal::AgentUnreachable => "refusal_agentUnreachable",
        Refusal::AgentSilent => "refusal_agentSilent",
    }
}

/// How a call ended, and what to do about it.
pub fn end(cause: EndCause) -> &'static str {
    match cause {
        EndCause::HungUp => "end_hungUp",
        EndCause::RemoteHungUp => "end_remoteHungUp",
        EndCause::Cancelled => "end_cancelled",
        EndCause::Missed => "end_missed",
        EndCause::AnsweredElsewhere => "end_answeredElsewhere",
        EndCause::Declined => "end_declined",
        EndCause::Forwarded => "end_forwarded",
        EndCause::Busy => "end_busy",
        EndCause::NoAnswer => "end_noAnswer",
        EndCause::Rejected => "end_rejected",
        EndCause::NotFound => "end_notFound",
        EndCause::Forbidden => "end_forbidden",
        EndCause::TrialRejection => "end_trialRejection",
        EndCause::ProviderRefused => "end_providerRefused",
        EndCause::DeclinedOrLimit => "end_declinedOrLimit",
        EndCause::LimitReached => "end_limitReached",
        EndCause::AllottedTimeout => "end_allottedTimeout",
        EndCause::NoPackage => "end_noPackage",
        EndCause::ExtensionDisabled => "end_extensionDisabled",
        EndCause::BarredNumber => "end_barredNumber",
        EndCause::AnonymityRefused => "end_anonymityRefused",
        EndCause::OutOfHours => "end_outOfHours",
        EndCause::NoHotline => "end_noHotline",
        EndCause::AuthFailed => "end_authFailed",
        EndCause::MediaFailed => "end_mediaFailed",
        EndCause::NoMicrophone => "end_noMicrophone",
        EndCause::NetworkFailed => "end_networkFailed",
        EndCause::Failed => "end_failed",
    }
}

/// The state of a call as its card says it.
pub fn call_state(call: &CallView) -> &'static str {
    match call.state {
        CallState::Preparing => "state_preparing",
        CallState::Calling => "state_calling",
        CallState::Ringing => "state_ringing",
        CallState::EarlyMedia => "state_earlyMedia",
        CallState::Incoming if call.waiting => "state_waiting",
        CallState::Incoming => "state_incoming",
        CallState::Answering => "state_answering",
        CallState::Connected if call.recovering => "state_recovering",
        CallState::Connected if call.hold_pending && call.held => "state_resuming",
        CallState::Connected if call.hold_pending => "state_holding",
        CallState::Connected if call.held => "state_held",
        CallState::Connected if call.remote_held => "state_remoteHeld",
        CallState::Connected if call.in_conference => "state_conference",
        CallState::Connected => "state_connected",
        CallState::Ending => "state_ending",
        CallState::Ended => "state_ended",
    }
}

/// How far handing a call on has got; `$1` is to whom.
pub fn transfer(state: TransferState) -> &'static str {
    match state {
        TransferState::Trying => "transfer_trying",
        TransferState::Ringing => "transfer_ringing",
        TransferState::Done => "transfer_done",
        TransferState::Failed => "transfer_failed",
        TransferState::Left => "transfer_left",
    }
}

/// Why handing a call on failed, where the code says it; what to do is the same each time.
pub fn transfer_failure(code: Option<u16>) -> Option<&'static str> {
    match code? {
        486 | 600 => Some("transfer_busy"),
        408 | 480 | 487 => Some("transfer_noAnswer"),
        404 | 410 | 484 | 604 => Some("transfer_notFound"),
        603 => Some("transfer_declined"),
        405 | 420 | 501 => Some("transfer_unable"),
        _ => None,
    }
}

/// How a call sounds, in words.
pub fn quality(level: QualityLevel) -> &'static str {
    match level {
        QualityLevel::Good => "quality_good",
        QualityLevel::Fair => "quality_fair",
        QualityLevel::Poor => "quality_poor",
        QualityLevel::Bad => "quality_bad",
    }
}

/// What is wrong in a call, and what to do about it.
pub fn alarm(alarm: CallAlarm) -> &'static str {
    match alarm {
        CallAlarm::NoAudioReceived => "alarm_noAudioReceived",
        CallAlarm::MicrophoneSilent => "alarm_microphoneSilent",
        CallAlarm::PoorNetwork => "alarm_poorNetwork",
        CallAlarm::TalkingWhileMuted => "alarm_talkingWhileMuted",
        CallAlarm::TonesRefused => "alarm_tonesRefused",
        CallAlarm::HoldFailed => "alarm_holdFailed",
        CallAlarm::ResumeFailed => "alarm_resumeFailed",
    }
}

/// The state of the registration as the header says it.
pub fn registration(state: RegistrationState) -> &'static str {
    match state {
        RegistrationState::SignedOut => "state_signedOut",
        RegistrationState::Connecting => "state_connecting",
        RegistrationState::Registered => "state_registered",
        RegistrationState::Recovering => "state_reconnecting",
        RegistrationState::Inactive => "availability_inactive",
        RegistrationState::Failed => "state_notConnected",
    }
}

/// Whether calls may come and go.
pub fn availability(availability: Availability) -> &'static str {
    match availability {
        Availability::Available => "availability_available",
        Availability::Busy => "availability_busy",
        Availability::OutgoingOnly => "availability_outgoingOnly",
        Availability::Inactive => "availability_inactive",
    }
}

/// What that means for callers and for calls of one's own.
pub fn availability_hint(availability: Availability) -> &'static str {
    match availability {
        Availability::Available => "availability_available_hint",
        Availability::Busy => "availability_busy_hint",
        Availability::OutgoingOnly => "availability_outgoingOnly_hint",
        Availability::Inactive => "availability_inactive_hint",
    }
}

/// A step of "Test connection".
pub fn step(step: CheckStep) -> &'static str {
    match step {
        CheckStep::Account => "step_account",
        CheckStep::Socket => "step_socket",
        CheckStep::Answer => "step_answer",
        CheckStep::SignIn => "step_signIn",
    }
}

/// A call of the history in one word: which way it went, or what became of it.
pub fn outcome(row: &HistoryRow) -> &'static str {
    let cause = row.end.as_ref().map(|end| end.cause);
    match (row.direction, row.answered_at, cause) {
        (Direction::Outgoing, Some(_), _) => "history_outgoing",
        (Direction::Incoming, Some(_), _) => "history_incoming",
        (Direction::Incoming, None, Some(EndCause::Declined)) => "history_declined",
        (Direction::Incoming, None, Some(EndCause::Forwarded)) => "history_forwarded",
        (Direction::Incoming, None, Some(EndCause::AnsweredElsewhere)) => "history_elsewhere",
        (Direction::Incoming, None, _) => "history_missed",
        (Direction::Outgoing, None, Some(EndCause::Busy)) => "history_busy",
        (Direction::Outgoing, None, Some(EndCause::NoAnswer)) => "history_noAnswer",
        (Direction::Outgoing, None, Some(EndCause::Rejected | EndCause::DeclinedOrLimit)) => {
            "history_rejected"
        }
        (Direction::Outgoing, None, Some(EndCause::Cancelled | EndCause::HungUp)) => {
            "history_cancelled"
        }
        (Direction::Outgoing, None, _) => "history_failed",
    }
}

/// An incoming call that nobody took, on this device or another.
pub fn is_missed(row: &HistoryRow) -> bool {
    outcome(row) == "history_missed"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{call, end, row};

    #[test]
    fn a_refusal_has_the_same_sentence_in_every_context() {
        let all = [
            Refusal::NotConnected,
            Refusal::PrivateWindow,
            Refusal::AgentUnreachable,
            Refusal::AgentSilent,
        ];
        for one in all {
            let on_the_wire = serde_json::to_value(one).unwrap();
            let on_the_wire = on_the_wire.as_str().unwrap();
            assert_eq!(refusal(one), format!("refusal_{on_the_wire}"));
            assert_eq!(crate::worker::name(one).as_deref(), Some(on_the_wire));
        }
    }

    #[test]
    fn a_second_incoming_call_is_said_to_wait() {
        let mut incoming = call("1", CallState::Incoming);
        assert_eq!(call_state(&incoming), "state_incoming");
        incoming.waiting = true;
        assert_eq!(call_state(&incoming), "state_waiting");
    }

    #[test]
    fn a_broken_media_path_is_said_before_hold() {
        let mut up = call("1", CallState::Connected);
        up.remote_held = true;
        assert_eq!(call_state(&up), "state_remoteHeld");
        up.held = true;
        assert_eq!(call_state(&up), "state_held");
        up.recovering = true;
        assert_eq!(call_state(&up), "state_recovering");
    }

    #[test]
    fn a_hold_that_is_on_its_way_is_said_in_words_and_so_is_its_end() {
        let mut up = call("1", CallState::Connected);
        up.hold_pending = true;
        assert_eq!(call_state(&up), "state_holding");
        up.held = true;
        assert_eq!(call_state(&up), "state_resuming");
    }

    #[test]
    fn a_call_taken_or_declined_is_not_missed() {
        let mut incoming = row("1", 0);
        incoming.direction = Direction::Incoming;
        incoming.end = Some(end(EndCause::Missed));
        assert!(is_missed(&incoming));
        incoming.end = Some(end(EndCause::AnsweredElsewhere));
        assert!(!is_missed(&incoming));
        incoming.end = Some(end(EndCause::Declined));
        assert!(!is_missed(&incoming));
        incoming.answered_at = Some(1);
        incoming.end = Some(end(EndCause::NetworkFailed));
        assert_eq!(outcome(&incoming), "history_incoming");
    }

    #[test]
    fn an_outgoing_call_without_an_answer_says_why() {
        let mut outgoing = row("1", 0);
        outgoing.end = Some(end(EndCause::Busy));
        assert_eq!(outcome(&outgoing), "history_busy");
        outgoing.end = Some(end(EndCause::NotFound));
        assert_eq!(outcome(&outgoing), "history_failed");
    }
}
