//! The leading digits that a rule of a plan asks for.

/// Most leading digits of a rule.
const MOST: usize = 7;
/// Any digit, bit by bit.
const ANY: u16 = 0x3FF;

/// Leading digits, for each place the ones that it takes, bit by bit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lead {
    places: [u16; MOST],
    len: usize,
}

impl Lead {
    /// Digits, and classes of digits such as `[2-57]` that stand for one; anything else does not compile.
    pub(super) const fn parse(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut lead = Self {
            places: [0; MOST],
            len: 0,
        };
        let (mut at, mut inside, mut range) = (0, false, false);
        while at < bytes.len() {
            match bytes[at] {
                b'[' => inside = true,
                b']' => inside = false,
                b'-' => range = true,
                digit @ b'0'..=b'9' => {
                    let mut from = if range { bytes[at - 2] } else { digit };
                    while from <= digit {
                        lead.places[lead.len] |= 1 << (from - b'0');
                        from += 1;
                    }
                    range = false;
                }
                _ => panic!("a lead is digits and classes of digits"),
            }
            if !inside {
                lead.len += 1;
            }
            at += 1;
        }
        lead
    }

    pub(super) fn fits(&self, digits: &[u8]) -> bool {
        digits.len() >= self.len
            && (self.places.iter().take(self.len).zip(digits))
                .all(|(places, digit)| places >> (digit.wrapping_sub(b'0') & 15) & 1 == 1)
    }

    /// The digits that may stand at this place, bit by bit.
    pub(super) const fn at(&self, place: usize) -> u16 {
        if place < self.len {
            self.places[place]
        } else {
            ANY
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lead_is_digits_and_classes_of_digits() {
        let fits = |lead: &str, digits: &[u8]| Lead::parse(lead).fits(digits);
        assert!(fits("", b"1"));
        assert!(fits("3[2-9]", b"321"));
        assert!(fits("7[06-9]1", b"7011") && !fits("7[06-9]1", b"7081"));
        assert!(fits("7[06-9]", b"70"));
        assert!(!fits("7[06-9]", b"75"));
        assert!(!fits("7[06-9]", b"7"));
    }
}
