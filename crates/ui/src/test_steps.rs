//! "Test connection" as a list of steps.

use alo_protocol::{CheckStep, TestReport, Verdict};

/// The steps in their order.
pub const STEPS: [CheckStep; 4] = [
    CheckStep::Account,
    CheckStep::Socket,
    CheckStep::Answer,
    CheckStep::SignIn,
];

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Not begun, or never reached because an earlier one failed.
    Open,
    /// Under way.
    Running,
    /// Fine.
    Passed,
    /// This is where it broke.
    Failed,
}

/// State of one step in a report.
pub fn state(report: &TestReport, step: CheckStep) -> StepState {
    let place = |step| STEPS.iter().position(|other| *other == step);
    match (report.verdict, place(step).cmp(&place(report.step))) {
        (Verdict::Passed, _) | (_, std::cmp::Ordering::Less) => StepState::Passed,
        (_, std::cmp::Ordering::Greater) => StepState::Open,
        (Verdict::Running, std::cmp::Ordering::Equal) => StepState::Running,
        (Verdict::Failed, std::cmp::Ordering::Equal) => StepState::Failed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn states(verdict: Verdict, step: CheckStep) -> Vec<StepState> {
        let report = TestReport {
            verdict,
            step,
            problem: None,
            code: None,
            server: String::new(),
        };
        STEPS.iter().map(|step| state(&report, *step)).collect()
    }

    #[test]
    fn steps_before_the_running_one_are_done() {
        use StepState::{Open, Passed, Running};
        assert_eq!(
            states(Verdict::Running, CheckStep::Answer),
            [Passed, Passed, Running, Open]
        );
    }

    #[test]
    fn steps_after_the_failed_one_were_never_tried() {
        use StepState::{Failed, Open, Passed};
        assert_eq!(
            states(Verdict::Failed, CheckStep::Socket),
            [Passed, Failed, Open, Open]
        );
    }

    #[test]
    fn a_passed_test_has_passed_everywhere() {
        assert_eq!(
            states(Verdict::Passed, CheckStep::SignIn),
            [StepState::Passed; 4]
        );
    }
}
