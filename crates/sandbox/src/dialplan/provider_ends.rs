//! How the providers refuse and end calls, each on a number of its own (700 to 799, and the same
//! after 0900000 for who calls long numbers only).
//!
//! The phrases are read in OmiCall's client; the status that goes with each is the sandbox's own.

use super::{Action, Sound, Special, Step, step};

/// A call that is refused after 0.2 s without having rung.
macro_rules! refused {
    ($number:literal, $status:literal, $reason:literal, $english:literal, $vietnamese:literal) => {
        Special {
            number: $number,
            english: $english,
            vietnamese: $vietnamese,
            script: const {
                const SCRIPT: &[Step] = &[step(200, Action::Reject($status, $reason, None))];
                SCRIPT
            },
        }
    };
}

/// Every such number.
pub(crate) const ENDS: &[Special] = &[
    refused!(
        "701",
        403,
        "Forbidden",
        "a company on trial may not call that number (403)",
        "công ty dùng thử chưa được gọi số này (403)"
    ),
    refused!(
        "702",
        603,
        "Decline",
        "past the limit of calls (603 without ringing)",
        "vượt giới hạn gọi ra (603, không đổ chuông)"
    ),
    refused!(
        "703",
        600,
        "Busy Everywhere",
        "ended by the caller's own side (600)",
        "phía gọi tự kết thúc (600)"
    ),
    refused!(
        "704",
        408,
        "Request Timeout",
        "no answer from the network (408)",
        "mạng không trả lời (408)"
    ),
    refused!(
        "705",
        503,
        "Service Unavailable",
        "no answer (503 without Retry-After)",
        "không ai nghe máy (503, không có Retry-After)"
    ),
    refused!(
        "706",
        484,
        "Address Incomplete",
        "the number is incomplete (484)",
        "số gọi chưa đủ (484)"
    ),
    refused!(
        "710",
        403,
        "NO_PACKAGE",
        "no service package (403 NO_PACKAGE)",
        "chưa có gói dịch vụ (403 NO_PACKAGE)"
    ),
    refused!(
        "711",
        403,
        "EXTENSION_DISABLE",
        "the extension is switched off (403 EXTENSION_DISABLE)",
        "máy nhánh đã bị khóa (403 EXTENSION_DISABLE)"
    ),
    refused!(
        "712",
        403,
        "CALL_DNC_BARRED",
        "on the do-not-call list (403 CALL_DNC_BARRED)",
        "số thuộc danh sách không quảng cáo (403 CALL_DNC_BARRED)"
    ),
    refused!(
        "713",
        403,
        "TRIAL_MAX_CALL",
        "the trial's calls are used up (403 TRIAL_MAX_CALL)",
        "hết số cuộc gọi dùng thử (403 TRIAL_MAX_CALL)"
    ),
    refused!(
        "714",
        403,
        "TRIAL_MAX_MINUTES",
        "the trial's minutes are used up (403 TRIAL_MAX_MINUTES)",
        "hết số phút dùng thử (403 TRIAL_MAX_MINUTES)"
    ),
    refused!(
        "715",
        403,
        "PHONE_BLOCK_BLACKLIST",
        "the number is on the company's blacklist (403 PHONE_BLOCK_BLACKLIST)",
        "số nằm trong danh sách chặn của công ty (403 PHONE_BLOCK_BLACKLIST)"
    ),
    refused!(
        "716",
        480,
        "DESTINATION_UNAVAILABLE",
        "the destination is not available (480 DESTINATION_UNAVAILABLE)",
        "không gọi được đến đích (480 DESTINATION_UNAVAILABLE)"
    ),
    refused!(
        "717",
        480,
        "ALL_NUMBER_NOT_AVAILABLE_VIETTEL",
        "no number of the company's for Viettel (480 ALL_NUMBER_NOT_AVAILABLE_VIETTEL)",
        "công ty không có đầu số gọi mạng Viettel (480 ALL_NUMBER_NOT_AVAILABLE_VIETTEL)"
    ),
    refused!(
        "718",
        480,
        "NUMBER_ARE_TEMPORATY_BLOCKED_MOBI",
        "the numbers for Mobifone are blocked for now (480 NUMBER_ARE_TEMPORATY_BLOCKED_MOBI)",
        "đầu số gọi mạng Mobifone tạm bị khóa (480 NUMBER_ARE_TEMPORATY_BLOCKED_MOBI)"
    ),
    refused!(
        "719",
        403,
        "DESTINATION_ADS_CALL_OUT_OF_TIME_RANGE",
        "outside the hours for advertising (403 DESTINATION_ADS_CALL_OUT_OF_TIME_RANGE)",
        "ngoài khung giờ gọi quảng cáo (403 DESTINATION_ADS_CALL_OUT_OF_TIME_RANGE)"
    ),
    refused!(
        "720",
        403,
        "SERVICE_PACKAGE_NOT_ALLOW",
        "not in the service package (403 SERVICE_PACKAGE_NOT_ALLOW)",
        "gói dịch vụ không cho phép (403 SERVICE_PACKAGE_NOT_ALLOW)"
    ),
    Special {
        number: "721",
        english: "the account is empty (480, Q.850 cause 16)",
        vietnamese: "tài khoản hết tiền (480, Q.850 cause 16)",
        script: &[step(
            200,
            Action::Reject(
                480,
                "Temporarily Unavailable",
                Some(("Reason", "Q.850;cause=16;text=\"Normal call clearing\"")),
            ),
        )],
    },
    Special {
        number: "722",
        english: "answers and is cut off after 5 s, as the time allowed is over (BYE ALLOTTED_TIMEOUT)",
        vietnamese: "trả lời rồi bị ngắt sau 5 giây vì hết thời lượng cho phép (BYE ALLOTTED_TIMEOUT)",
        script: &[
            step(0, Action::Ring),
            step(500, Action::Answer(Sound::Echo)),
            step(
                5000,
                Action::HangUp("Q.850;cause=16;text=\"ALLOTTED_TIMEOUT\""),
            ),
        ],
    },
];

/// The short number that a long one stands for.
pub(super) fn short(number: &str) -> &str {
    number
        .strip_prefix("0900000")
        .filter(|rest| rest.starts_with('7'))
        .unwrap_or(number)
}
