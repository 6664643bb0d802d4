//! Why the engine can refuse a command.

/// Why a command was refused. Nothing was sent and nothing changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// There is no open socket: wait for [`RegistrationEvent::Registered`](crate::RegistrationEvent)
    /// and try again.
    #[error("not connected to the server")]
    NotConnected,
    /// As many calls as the limit allows: end one first.
    #[error("too many calls at once")]
    TooManySessions,
    /// The call is over, or never was.
    #[error("no such call")]
    UnknownSession,
    /// The call is not in a state where this makes sense, such as a re-INVITE before the answer.
    #[error("not possible in this state of the call")]
    WrongState,
    /// A re-INVITE of ours is under way: wait for
    /// [`Event::ReinviteDone`](crate::Event::ReinviteDone).
    #[error("another change of the call is under way")]
    ReinvitePending,
    /// A transfer of the call is under way: wait for
    /// [`Event::TransferDone`](crate::Event::TransferDone).
    #[error("a transfer of the call is under way")]
    TransferPending,
    /// An INFO of ours is under way: wait for [`Event::InfoDone`](crate::Event::InfoDone).
    #[error("an INFO is under way")]
    InfoPending,
    /// A header that an application may not set, or that is not well-formed.
    #[error("header {0:?} cannot be sent")]
    BadHeader(String),
    /// A Request-URI that cannot be called: neither `sip:` nor `sips:` nor `tel:`.
    #[error("not an address that can be called")]
    BadTarget,
}
