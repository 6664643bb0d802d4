//! What is known of the microphone, and what an error of `getUserMedia` says about it.

/// Whether the extension may hear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Not asked yet.
    Unasked,
    /// The browser is asking.
    Asking,
    /// Asked, and the question was put away without an answer.
    Dismissed,
    /// Allowed.
    Granted,
    /// Blocked by the person or a policy.
    Denied,
    /// No device.
    Missing,
    /// Another program holds the device, or it failed.
    InUse,
}

impl Access {
    /// By the name of a `DOMException` (Media Capture and Streams §10.3); `still_asks` is true when
    /// the permission is still at "prompt" afterwards.
    pub fn of_error(name: &str, still_asks: bool) -> Self {
        match name {
            "NotFoundError" | "OverconstrainedError" => Self::Missing,
            "NotAllowedError" | "SecurityError" if still_asks => Self::Dismissed,
            "NotAllowedError" | "SecurityError" => Self::Denied,
            _ => Self::InUse,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_put_away_is_not_a_refusal() {
        assert_eq!(Access::of_error("NotAllowedError", true), Access::Dismissed);
        assert_eq!(Access::of_error("NotAllowedError", false), Access::Denied);
    }

    #[test]
    fn no_device_and_a_busy_device_are_told_apart() {
        assert_eq!(Access::of_error("NotFoundError", true), Access::Missing);
        assert_eq!(Access::of_error("NotReadableError", false), Access::InUse);
        assert_eq!(Access::of_error("", false), Access::InUse);
    }
}
