//! The dial plan: what happens on which number.
//!
//! A number that the sandbox plays itself has a script: a list of steps, each some time after the
//! one before. `--help`, the README and the demo page tell people what this table holds.

mod provider_ends;

use crate::provider::national;
use crate::time::Duration;

pub(crate) use provider_ends::ENDS;

/// What the far end of a call sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sound {
    /// A short beep, then what it hears, a moment later.
    Echo,
    /// 440 Hz without end.
    Tone440,
    /// 425 Hz without end, as a network's ringing or notice in early media.
    Tone425,
    /// Nothing, until a digit comes: it is played back as its DTMF tones.
    Digits,
    /// Nothing.
    Silence,
}

/// What a script does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Action {
    /// 180 Ringing, again each minute (RFC 3261 §13.3.1.1).
    Ring,
    /// 183 with SDP, and sound before the answer.
    EarlyMedia(Sound),
    /// 200 with SDP.
    Answer(Sound),
    /// A final response other than 2xx, with one more header field.
    Reject(u16, &'static str, Option<(&'static str, &'static str)>),
    /// re-INVITE with `sendonly` (true) or `sendrecv` (false): hold as the far end's wish.
    Hold(bool),
    /// On with the step of that index.
    GoTo(usize),
    /// BYE with this `Reason`.
    HangUp(&'static str),
}

impl Action {
    fn needs_media(self) -> bool {
        matches!(self, Self::EarlyMedia(_) | Self::Answer(_))
    }
}

/// One step of a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Step {
    /// Milliseconds after the step before it, or after the INVITE.
    after_ms: u64,
    pub(crate) action: Action,
}

impl Step {
    /// Time after the step before it.
    pub(crate) fn after(&self) -> Duration {
        Duration::from_millis(self.after_ms)
    }
}

/// What answers at a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Special {
    /// As it is dialled.
    pub(crate) number: &'static str,
    /// What happens, for people.
    pub(crate) english: &'static str,
    /// The same in Vietnamese.
    pub(crate) vietnamese: &'static str,
    pub(crate) script: &'static [Step],
}

/// Where a dialled string leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Route {
    /// A user's phones.
    User(String),
    /// The sandbox itself; the script starts at once.
    Script(&'static [Step]),
    /// Nobody has that number: 404.
    Nobody,
}

const fn step(after_ms: u64, action: Action) -> Step {
    Step { after_ms, action }
}

const ECHO: &[Step] = &[
    step(0, Action::Ring),
    step(1000, Action::Answer(Sound::Echo)),
];

const fn busy(status: u16, reason: &'static str) -> Action {
    Action::Reject(status, reason, None)
}

/// Every number with a behaviour of its own.
pub(crate) const SPECIAL: &[Special] = &[
    Special {
        number: "600",
        english: "rings for a second, answers with a beep: you hear yourself",
        vietnamese: "đổ chuông một giây, trả lời bằng tiếng bíp rồi bạn nghe lại chính mình",
        script: ECHO,
    },
    Special {
        number: "601",
        english: "rings and never answers",
        vietnamese: "đổ chuông mãi, không ai nghe máy",
        script: &[step(0, Action::Ring)],
    },
    Special {
        number: "602",
        english: "busy (486)",
        vietnamese: "máy bận (486)",
        script: &[step(300, busy(486, "Busy Here"))],
    },
    Special {
        number: "603",
        english: "rings, then declines (603)",
        vietnamese: "đổ chuông rồi từ chối (603)",
        script: &[step(0, Action::Ring), step(1500, busy(603, "Decline"))],
    },
    Special {
        number: "604",
        english: "sound before the answer (183, 425 Hz), answers after 4 s with the echo",
        vietnamese: "có âm thanh trước khi nghe máy (183, 425 Hz), 4 giây sau trả lời bằng tiếng vọng",
        script: &[
            step(0, Action::EarlyMedia(Sound::Tone425)),
            step(4000, Action::Answer(Sound::Echo)),
        ],
    },
    Special {
        number: "605",
        english: "answers with a 440 Hz tone for ever",
        vietnamese: "trả lời bằng âm 440 Hz không dứt",
        script: &[
            step(0, Action::Ring),
            step(200, Action::Answer(Sound::Tone440)),
        ],
    },
    Special {
        number: "606",
        english: "cannot take the offered audio (488)",
        vietnamese: "không nhận được âm thanh đề nghị (488)",
        script: &[step(200, busy(488, "Not Acceptable Here"))],
    },
    Special {
        number: "607",
        english: "there is no such number (404)",
        vietnamese: "số không tồn tại (404)",
        script: &[step(200, busy(404, "Not Found"))],
    },
    Special {
        number: "608",
        english: "answers and hangs up after 5 s",
        vietnamese: "trả lời rồi gác máy sau 5 giây",
        script: &[
            step(0, Action::Ring),
            step(500, Action::Answer(Sound::Echo)),
            step(
                5000,
                Action::HangUp("Q.850;cause=16;text=\"Normal call clearing\""),
            ),
        ],
    },
    Special {
        number: "609",
        english: "switched off or out of reach (480, Q.850 cause 20)",
        vietnamese: "thuê bao không liên lạc được (480, Q.850 cause 20)",
        script: &[step(
            500,
            Action::Reject(
                480,
                "Temporarily Unavailable",
                Some(("Reason", "Q.850;cause=20;text=\"Subscriber absent\"")),
            ),
        )],
    },
    Special {
        number: "610",
        english: "network overloaded (503 with Retry-After)",
        vietnamese: "mạng quá tải (503 kèm Retry-After)",
        script: &[step(
            200,
            Action::Reject(503, "Service Unavailable", Some(("Retry-After", "30"))),
        )],
    },
    Special {
        number: "611",
        english: "answers, puts you on hold after 3 s and takes you back 3 s later, again and again",
        vietnamese: "trả lời, sau 3 giây giữ máy bạn, 3 giây sau nối lại, cứ thế lặp lại",
        script: &[
            step(0, Action::Ring),
            step(500, Action::Answer(Sound::Tone440)),
            step(3000, Action::Hold(true)),
            step(3000, Action::Hold(false)),
            step(0, Action::GoTo(2)),
        ],
    },
    Special {
        number: "612",
        english: "answers and plays each digit that you press back to you",
        vietnamese: "trả lời và phát lại từng phím bạn bấm",
        script: &[
            step(0, Action::Ring),
            step(500, Action::Answer(Sound::Digits)),
        ],
    },
    Special {
        number: "613",
        english: "rings for 5 s, then nobody was there (480)",
        vietnamese: "đổ chuông 5 giây rồi báo không ai nghe máy (480)",
        script: &[
            step(0, Action::Ring),
            step(5000, busy(480, "Temporarily Unavailable")),
        ],
    },
    Special {
        number: "614",
        english: "says nothing at all: only 100 Trying",
        vietnamese: "không phản hồi gì: chỉ có 100 Trying",
        script: &[],
    },
    Special {
        number: "615",
        english: "moved: come by 600 instead (302)",
        vietnamese: "đã chuyển: hãy gọi 600 (302)",
        script: &[step(
            200,
            Action::Reject(
                302,
                "Moved Temporarily",
                Some(("Contact", "<sip:600@sandbox.alo.test>")),
            ),
        )],
    },
    Special {
        number: "616",
        english: "answers with silence",
        vietnamese: "trả lời nhưng im lặng",
        script: &[
            step(0, Action::Ring),
            step(200, Action::Answer(Sound::Silence)),
        ],
    },
];

/// Whether a script has to have SDP of ours before its first step.
pub(crate) fn needs_media(script: &[Step]) -> bool {
    script.iter().any(|step| step.action.needs_media())
}

/// What is behind a dialled string. `is_user` knows the accounts.
pub(crate) fn route(dialled: &str, is_user: impl Fn(&str) -> bool) -> Route {
    if is_user(dialled) {
        return Route::User(dialled.to_owned());
    }
    // RFC 3966 §5.1.1: visual separators mean nothing.
    let number: String = dialled
        .chars()
        .filter(|c| !matches!(c, '-' | '.' | '(' | ')' | ' '))
        .collect::<String>()
        .to_ascii_lowercase();
    if number == "echo" {
        return Route::Script(ECHO);
    }
    if let Some(special) = SPECIAL.iter().find(|special| special.number == number) {
        return Route::Script(special.script);
    }
    let end = |special: &&Special| special.number == provider_ends::short(&national(&number));
    if let Some(special) = ENDS.iter().find(end) {
        return Route::Script(special.script);
    }
    let digits = number.strip_prefix('+').unwrap_or(&number);
    let is_phone = (3..=20).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    // 6xx is the sandbox's own block: what has no entry there doesn't exist.
    let is_unused_special = number.len() == 3 && number.starts_with('6');
    let blocks = ["10", "20", "30", "40"];
    let is_unused_user = number.len() == 4 && blocks.iter().any(|block| number.starts_with(block));
    if is_phone && !is_unused_special && !is_unused_user {
        Route::Script(ECHO)
    } else {
        Route::Nobody
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn to(dialled: &str) -> Route {
        route(dialled, |user| user == "1001")
    }

    #[test]
    fn users_come_first_then_special_numbers_then_any_phone_number_echoes() {
        assert_eq!(to("1001"), Route::User("1001".to_owned()));
        for dialled in [
            "600",
            "echo",
            "0912345678",
            "+84 28 3888 1234",
            "113",
            "(028) 3888-1234",
        ] {
            assert_eq!(to(dialled), Route::Script(ECHO), "{dialled}");
        }
        let Route::Script(script) = to("602") else {
            panic!("602 is a special number")
        };
        assert_eq!(script[0].action, busy(486, "Busy Here"));
    }

    #[test]
    fn service_codes_names_and_unused_numbers_are_nobodys() {
        for dialled in [
            "",
            "*21*0912345678#",
            "lan",
            "699",
            "1077",
            "12",
            "+",
            "123456789012345678901",
        ] {
            assert_eq!(to(dialled), Route::Nobody, "{dialled}");
        }
    }

    /// People are told of a number, in both languages and by what the README writes of it.
    fn is_told(special: &Special, in_readme: &str) {
        let page = include_str!("../../../../tests/demo/index.html");
        let readme = include_str!("../../README.md");
        for words in [special.number, special.english, special.vietnamese] {
            assert!(page.contains(words), "{words} on the page");
        }
        assert!(readme.contains(in_readme), "{in_readme} in the README");
    }

    #[test]
    fn every_number_stands_once_and_is_told_on_the_demo_page_and_in_the_readme() {
        for special in SPECIAL {
            let same = SPECIAL
                .iter()
                .filter(|other| other.number == special.number);
            assert_eq!(same.count(), 1, "{}", special.number);
            is_told(special, special.number);
        }
    }

    #[test]
    fn what_providers_say_is_on_short_and_long_numbers_and_in_the_readme() {
        for special in ENDS {
            let long = format!("0900000{}", special.number);
            let abroad = format!("+84{}", &long[1..]);
            for number in [special.number, &long, &abroad] {
                assert_eq!(to(number), Route::Script(special.script), "{number}");
            }
            is_told(special, &format!("| `{}` |", special.number));
        }
        let Route::Script(script) = to("710") else {
            panic!("710 has a script")
        };
        assert_eq!(script[0].action, busy(403, "NO_PACKAGE"));
    }

    #[test]
    fn only_scripts_that_speak_need_media() {
        let needs = |dialled| match to(dialled) {
            Route::Script(script) => needs_media(script),
            _ => panic!("{dialled} has a script"),
        };
        assert!(needs("600") && needs("604") && needs("605"));
        assert!(!needs("601") && !needs("602") && !needs("614"));
    }
}
