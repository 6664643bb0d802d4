//! Steps read from whatever octets, for the fuzz target `user_agent`.

use super::world::{METHODS, STATUSES, Step};

/// The longest list of steps that octets are read as.
const MAX_STEPS: usize = 400;

/// Reads whatever octets as a beginning and steps, so that a fuzzer's input always means something.
pub fn read(octets: &[u8]) -> (u8, Vec<Step>) {
    let mut octets = Octets(octets.iter().copied());
    let beginning = octets.next() % 6;
    let mut steps = Vec::new();
    while octets.0.len() > 0 && steps.len() < MAX_STEPS {
        steps.push(octets.step());
    }
    (beginning, steps)
}

struct Octets<'a>(std::iter::Copied<std::slice::Iter<'a, u8>>);

impl Octets<'_> {
    /// 0 where there are no more.
    fn next(&mut self) -> u8 {
        self.0.next().unwrap_or(0)
    }

    fn n(&mut self) -> usize {
        usize::from(self.next() % 8)
    }

    fn flag(&mut self) -> bool {
        self.next() % 2 == 1
    }

    fn text(&mut self) -> Vec<u8> {
        let length = usize::from(self.next());
        self.0.by_ref().take(length).collect()
    }

    fn step(&mut self) -> Step {
        match self.next() % 28 {
            0 => Step::Advance(u32::from(self.next()) * 4),
            1 => Step::Advance(u32::from(self.next()) * 400),
            2 => Step::Open,
            3 => Step::Close,
            4 => Step::Online,
            5 => Step::Start,
            6 => Step::Stop,
            7 => Step::Call,
            8 => Step::HangUp(self.n()),
            9 => Step::Accept(self.n()),
            10 => Step::Reject(self.n(), u16::from_be_bytes([self.next(), self.next()])),
            11 => Step::Reinvite(self.n()),
            12 => Step::Info(self.n()),
            13 => Step::Transfer(self.n()),
            14 => Step::AnswerReinvite(self.n(), self.flag()),
            15..=17 => Step::Respond {
                request: self.n(),
                status: STATUSES[usize::from(self.next()) % STATUSES.len()],
                tag: self.next() % 3,
                sdp: self.flag(),
                rseq: Some(u32::from(self.next() % 4)).filter(|rseq| *rseq > 0),
            },
            18 => Step::Challenge {
                request: self.n(),
                stale: self.flag(),
                proxy: self.flag(),
            },
            19 => Step::Registered(self.n(), u32::from(self.next()) * 4),
            20 => Step::IncomingCall {
                user: self.next() % 6,
                offer: self.flag(),
                insists: self.flag(),
            },
            21 | 22 => Step::Within {
                peer: self.n(),
                method: METHODS[usize::from(self.next()) % METHODS.len()].clone(),
                sdp: self.flag(),
            },
            23 => Step::Acknowledge(self.n()),
            24 => Step::Cancel(self.n()),
            25 => match self.next() % 3 {
                0 => Step::Replay(self.n()),
                1 => Step::HoldBack,
                _ => Step::Deliver(self.n()),
            },
            26 => Step::Extra(self.text()),
            _ => Step::Garbage(self.text()),
        }
    }
}
