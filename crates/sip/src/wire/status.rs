//! Status codes (RFC 3261 §21).

/// The class of a status code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusClass {
    /// 1xx
    Provisional,
    /// 2xx
    Success,
    /// 3xx
    Redirection,
    /// 4xx
    ClientError,
    /// 5xx
    ServerError,
    /// 6xx
    GlobalFailure,
}

impl StatusClass {
    /// The class of `status`; `None` outside 100–699.
    pub fn of(_status: u16) -> Option<Self> {
        todo!()
    }
}

/// The usual phrase of a status, e.g. `Busy Here` for 486; that of its class where it is unknown.
pub fn reason_phrase(_status: u16) -> String {
    todo!()
}
