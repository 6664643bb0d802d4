//! Numbers that cost more than an ordinary call, by calling code: premium rate, shared cost, and those that follow a
//! person (British 070). Of most countries nothing else is known of their prefixes.
//!
//! Facts of the national plans, made from the metadata of libphonenumber (Apache-2.0), as libphonenumber-js 1.13.16
//! has it, by `tools/bench/numbers/costly.mjs`: leading digits under which there is nothing that costs less. What nobody
//! has been given yet falls under them, too: rather one question too many. Codes of no country, which are satellites',
//! international networks' and premium rate (ITU-T E.164 list of codes), are so in whole.

use super::lead::Lead;

/// Whether a number costs more, by what follows the calling code.
pub(crate) fn is_costly(code: u16, nsn: &[u8]) -> bool {
    let row = COSTLY.binary_search_by_key(&code, |(code, _)| *code);
    let leads = row.ok().and_then(|at| COSTLY.get(at));
    leads.is_some_and(|(_, leads)| leads.split(' ').any(|lead| fits(lead, nsn)))
}

/// Whether a number whose kind would say that it costs more is called at the price of an ordinary one: Britain's 03
/// (Ofcom has it so), France's 0806 to 0809, and Korea's 050, by which shops are called without their own number.
pub(crate) fn is_as_dear_as_any(code: u16, nsn: &[u8]) -> bool {
    let leads = match code {
        33 => "80[6-9]",
        44 => "3",
        82 => "50",
        _ => return false,
    };
    leads.split(' ').any(|lead| fits(lead, nsn))
}

/// `19/a`: begins with 19 and has ten digits, in hexadecimal.
fn fits(lead: &str, nsn: &[u8]) -> bool {
    let (lead, lengths) = lead.split_once('/').unwrap_or((lead, ""));
    let has_length = |len: char| {
        len.to_digit(16)
            .is_some_and(|len| len as usize == nsn.len())
    };
    (lengths.is_empty() || lengths.chars().any(has_length)) && Lead::parse(lead).fits(nsn)
}

/// Sorted by calling code.
static COSTLY: &[(u16, &str)] = &[
    (
        1,
        "24697 34597 500 52[1-9] 53[23] 544 566 577 588 622 633 900",
    ),
    (7, "80[389]"),
    (20, "9/a"),
    (27, "86[02-9] 9"),
    (30, "7 80[16] 8[1257] 90"),
    (31, "90"),
    (32, "70 7879 90"),
    (33, "8[1-689]"),
    (34, "70 80[367] 90[12]"),
    (36, "9[01]"),
    (39, "0878 1 8[49]"),
    (40, "801 9"),
    (41, "8[47] 90"),
    (43, "8[1269] 9"),
    (44, "70 8[47] 9"),
    (45, "90"),
    (46, "649 7[57] 900 939 944 99"),
    (47, "8100[0-6] 810[2-8] 8[28]"),
    (48, "70 801"),
    (49, "13 180 700 900"),
    (51, "80[1245]"),
    (52, "30 50 90"),
    (53, "807"),
    (54, "60"),
    (55, "30 4/8 50 90"),
    (56, "6/ab"),
    (57, "19 90"),
    (58, "9"),
    (60, "16/a"),
    (61, "1[39]"),
    (62, "80[49]"),
    (64, "1 5/7 7/9 90"),
    (65, "19"),
    (66, "19/a"),
    (81, "60/9 990"),
    (82, "50 60"),
    (84, "19/89a"),
    (86, "40 950"),
    (90, "592 8[89] 9"),
    (91, "186/bd"),
    (92, "1 9/8"),
    (212, "89"),
    (213, "80[1-689]"),
    (216, "811 8[28]"),
    (221, "8[18]"),
    (227, "09"),
    (230, "30"),
    (231, "332"),
    (236, "8"),
    (240, "9"),
    (242, "8"),
    (248, "85"),
    (250, "9"),
    (254, "9"),
    (255, "8[46] 9"),
    (256, "9"),
    (262, "8[1289]"),
    (264, "87"),
    (267, "9"),
    (268, "9"),
    (269, "8"),
    (297, "90"),
    (298, "90"),
    (351, "60[178] 64 76 80[89] 88 70"),
    (352, "801 90[015]"),
    (353, "15/a 18[59]/a 70"),
    (354, "90"),
    (355, "[79] 8/6"),
    (356, "50[0679] 5[12]"),
    (357, "70 80[1-9] 90"),
    (358, "600 700"),
    (359, "700 90"),
    (370, "70[05] 808 90[0239] 91"),
    (371, "81 9"),
    (372, "[47]/8 9"),
    (373, "808 9"),
    (374, "80[1-4] 90"),
    (375, "81 9"),
    (376, "1/6 9"),
    (378, "7"),
    (380, "90"),
    (381, "78 9"),
    (382, "9"),
    (383, "9"),
    (385, "6[01459] 7[45]"),
    (386, "89 9"),
    (387, "8[12] 9"),
    (389, "5 80[1-9] 8[1-9]"),
    (420, "70[01] 8[134] 90 976"),
    (421, "8[5-9] 900 9[78]"),
    (423, "9"),
    (502, "19"),
    (503, "9"),
    (506, "9"),
    (507, "822 855 86 87[78] 886 900 981"),
    (508, "8[129]/9"),
    (590, "8[129]"),
    (592, "9"),
    (594, "8[129]"),
    (596, "8[129]"),
    (597, "90"),
    (598, "9/7"),
    (599, "6"),
    (670, "7/7 9"),
    (687, "36"),
    (852, "8[1-3] 900"),
    (855, "19/a"),
    (870, "[0-9]"),
    (881, "[0-9]"),
    (882, "[0-9]"),
    (883, "[0-9]"),
    (886, "20 99"),
    (960, "9/a"),
    (961, "80/8 9/8"),
    (962, "70 85 9"),
    (966, "9"),
    (968, "900"),
    (970, "17"),
    (971, "[79]/9"),
    (972, "12/8a 1[79]"),
    (973, "8[47] 9"),
    (979, "[0-9]"),
    (994, "90"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_sorted_and_every_lead_can_be_read() {
        assert!(COSTLY.is_sorted_by(|one, next| one.0 < next.0));
        for (code, leads) in COSTLY {
            assert!(super::super::by_code(*code).is_some(), "{code}");
            for lead in leads.split(' ') {
                let (lead, lengths) = lead.split_once('/').unwrap_or((lead, "a"));
                assert!(!lead.is_empty() && !Lead::parse(lead).fits(b""), "{code}");
                assert!(lengths.chars().all(|len| len.is_ascii_hexdigit()));
            }
        }
    }

    #[test]
    fn a_lead_may_be_bound_to_lengths() {
        assert!(fits("9", b"900") && !fits("9", b"800"));
        assert!(fits("6/ab", b"6001234567") && fits("6/ab", b"60012345678"));
        assert!(!fits("6/ab", b"612345678"));
    }
}
