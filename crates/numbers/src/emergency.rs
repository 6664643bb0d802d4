//! Numbers that call for help. A page must not have one called by a single press.

use crate::country::Country;

/// What every mobile phone takes for one, whatever the country (3GPP TS 22.101, 10.1.1).
const EVERYWHERE: [&str; 2] = ["112", "911"];

impl Country {
    /// Whether these digits, dialled from this country, call police, fire brigade, ambulance or rescue
    /// (the countries' own plans, as ITU's operational bulletins list them).
    #[must_use]
    pub fn is_emergency(self, digits: &str) -> bool {
        let own: &[&str] = match self.as_str() {
            "VN" => &["113", "114", "115"],
            "GB" | "SG" => &["995", "999"],
            "AU" => &["000", "106"],
            "DE" => &["110"],
            "FR" => &["15", "17", "18", "114"],
            "JP" => &["110", "118", "119"],
            "KR" => &["119"],
            "CN" => &["110", "119", "120", "122"],
            "TH" => &["191", "199", "1669"],
            _ => &[],
        };
        EVERYWHERE.contains(&digits) || own.contains(&digits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_is_known_by_the_country_that_it_is_called_from() {
        let is = |country: &str, digits: &str| {
            Country::parse(country).is_some_and(|country| country.is_emergency(digits))
        };
        assert!(is("VN", "113") && is("VN", "115") && is("US", "911") && is("VN", "112"));
        assert!(is("FR", "15") && is("TH", "1669"));
        assert!(!is("US", "113") && !is("VN", "110") && !is("VN", "1001") && !is("VN", "1080"));
    }
}
