//! What a package says that cannot be meant so: it is mended or left out, and told. A mask that cannot be carried
//! out hides all the same.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::field_id::{is_field_id, new_field_id};
use crate::site::{MAX_INTERNAL, MAX_SITES, country_code, site_name};
use crate::web_address::{is_page_template, is_web_address};
use crate::work::{KEEP_DAYS, MAX_DISPOSITIONS, MAX_FIELDS, MAX_LABEL, MAX_PLACEHOLDER};
use crate::{FormField, FormSchema, MaskFormat, NOTE_FIELD, PageSettings, WorkSettings, trimmed};

/// Mends how pages are treated; what was wrong, in words without any value of it.
pub(crate) fn pages(pages: &mut PageSettings) -> Vec<String> {
    let mut faults = Vec::new();
    if let Some(mask) = &pages.mask
        && !mask.is_meant()
    {
        faults.push(
            "pages.mask hides nothing as it is written; the first four digits are hidden"
                .to_owned(),
        );
        pages.mask = Some(MaskFormat::usual());
    }
    match country_code(&pages.country) {
        Some(country) => pages.country = country,
        None => {
            let usual = PageSettings::default().country;
            faults.push(format!(
                "pages.country is no code of two letters; {usual} is used"
            ));
            pages.country = usual;
        }
    }
    let mut sites = BTreeMap::new();
    for (written, mut site) in std::mem::take(&mut pages.sites) {
        let at = format!("pages.sites.{written}");
        let Some(host) = site_name(&written) else {
            faults.push(format!(
                "{at} is no host name as the address bar has it; it is left out"
            ));
            continue;
        };
        if let Some(country) = site.country.take() {
            site.country = country_code(&country);
            if site.country.is_none() {
                faults.push(format!("{at}.country is no code of two letters"));
            }
        }
        if site.internal.len() > MAX_INTERNAL {
            faults.push(format!("{at}.internal: only {MAX_INTERNAL} are used"));
            site.internal.truncate(MAX_INTERNAL);
        }
        if sites.len() == MAX_SITES {
            faults.push(format!(
                "pages.sites: only {MAX_SITES} are used, the rest is left out"
            ));
            break;
        }
        match sites.entry(host) {
            Entry::Vacant(free) => {
                free.insert(site);
            }
            Entry::Occupied(_) => {
                faults.push(format!("{at} is named twice; it is left out"));
            }
        }
    }
    pages.sites = sites;
    faults
}

/// Mends form, customer's page and record of a call.
pub(crate) fn work(work: &mut WorkSettings) -> Vec<String> {
    let mut faults = Vec::new();
    form(&mut work.form, &mut faults);
    let mut address = |url: &mut String, is_usable: fn(&str) -> bool, fault: &str| {
        *url = trimmed(url).to_owned();
        if !url.is_empty() && !is_usable(url) {
            faults.push(fault.to_owned());
            url.clear();
        }
    };
    address(
        &mut work.screen_pop.url,
        is_page_template,
        "work.screenPop.url has to begin with https:// and may hold {e164}, {national}, {name} and {callid} behind the host; it is left out",
    );
    address(
        &mut work.hook.url,
        is_web_address,
        "work.hook.url has to begin with https://, without braces and #; it is left out",
    );
    if !KEEP_DAYS.contains(&work.keep_days) {
        let usual = WorkSettings::default().keep_days;
        faults.push(format!(
            "work.keepDays is not from {} to {}; {usual} is used",
            KEEP_DAYS.start(),
            KEEP_DAYS.end()
        ));
        work.keep_days = usual;
    }
    faults
}

fn form(form: &mut FormSchema, faults: &mut Vec<String>) {
    if form.fields.len() > MAX_FIELDS {
        faults.push(format!(
            "work.form.fields: only {MAX_FIELDS} are used, the rest is left out"
        ));
        form.fields.truncate(MAX_FIELDS);
    }
    // No id that is made is one that is written further down.
    let mut used: Vec<String> = Vec::from([NOTE_FIELD.to_owned()]);
    used.extend(form.retired.iter().cloned());
    used.extend(form.fields.iter().map(|field| field.id.clone()));
    let mut named: Vec<FormField> = Vec::new();
    for (at, mut field) in std::mem::take(&mut form.fields).into_iter().enumerate() {
        let at = format!("work.form.fields.{at}");
        let is_usable = is_field_id(&field.id);
        field.label = trimmed(&field.label).to_owned();
        if field.label.is_empty() {
            faults.push(format!("{at}.label is missing"));
            field.label = if field.id.is_empty() {
                "?".to_owned()
            } else {
                field.id.clone()
            };
        }
        shorten(&mut field.label, MAX_LABEL, &format!("{at}.label"), faults);
        shorten(
            &mut field.plh,
            MAX_PLACEHOLDER,
            &format!("{at}.plh"),
            faults,
        );
        if !is_usable || named.iter().any(|other| other.id == field.id) {
            let id = new_field_id(&field.label, &used);
            if !field.id.is_empty() {
                let why = if is_usable {
                    "is another field’s, too"
                } else {
                    "may hold letters from a to z, digits, _ and - only"
                };
                faults.push(format!("{at}.id {why}; the field is called {id}"));
            }
            used.push(id.clone());
            field.id = id;
        }
        named.push(field);
    }
    form.fields = named;
    if form.dispositions.len() > MAX_DISPOSITIONS {
        faults.push(format!(
            "work.form.dispositions: only {MAX_DISPOSITIONS} are used, the rest is left out"
        ));
        form.dispositions.truncate(MAX_DISPOSITIONS);
    }
    for (at, outcome) in form.dispositions.iter_mut().enumerate() {
        let at = format!("work.form.dispositions.{at}");
        shorten(outcome, MAX_LABEL, &at, faults);
    }
    let close = &mut form.btn_close_text;
    shorten(close, MAX_LABEL, "work.form.btnCloseText", faults);
}

fn shorten(text: &mut String, max: usize, at: &str, faults: &mut Vec<String>) {
    if text.chars().count() > max {
        faults.push(format!("{at} is cut at {max} characters"));
        *text = text.chars().take(max).collect();
    }
}

#[cfg(test)]
mod tests {
    use crate::{DetectionMode, MaskFormat, Provision};

    /// The package of such a file, which has to be readable.
    fn read(text: &str) -> Provision {
        Provision::parse(text).expect("it is read")
    }

    #[test]
    fn a_mask_that_hides_nothing_hides_four_digits_and_is_told() {
        for mask in [
            r#"["End",3,"x"]"#,
            r#"["start",4,"**"]"#,
            r#"["end",3,""]"#,
            r#"["end",3,"7"]"#,
            "[\"end\",3,\"\u{200b}\"]",
        ] {
            let text = format!(r#"{{"pages":{{"mode":"only","mask":{mask}}}}}"#);
            let provision = read(&text);
            let pages = provision.pages.expect("settings");
            assert_eq!(pages.mask, Some(MaskFormat::usual()), "{mask}");
            assert_eq!(pages.mode, DetectionMode::Only, "the rest is used");
            assert!(
                provision.faults[0].starts_with("pages.mask "),
                "{:?}",
                provision.faults
            );
        }
        for mask in [r#"["end",3,"•"]"#, r#"["end",0,"x"]"#] {
            let text = format!(r#"{{"pages":{{"mask":{mask}}}}}"#);
            assert!(read(&text).faults.is_empty(), "{mask}");
        }
    }

    #[test]
    fn sites_are_found_however_they_are_written_and_what_is_none_is_told() {
        let provision = read(
            r#"{"pages":{"country":" gb ","sites":{
                "CRM.Example.com":{"on":true,"country":"us"},
                "https://bank.example.com:8443/x":{"on":false},
                "*.example.com":{"on":true}}}}"#,
        );
        let pages = provision.pages.expect("settings");
        assert_eq!(pages.country, "GB");
        assert_eq!(pages.site("crm.example.com").on, Some(true));
        assert_eq!(pages.site("crm.example.com").country.as_deref(), Some("US"));
        assert_eq!(pages.site("bank.example.com").on, Some(false));
        assert_eq!(pages.sites.len(), 2);
        assert_eq!(provision.faults.len(), 1, "{:?}", provision.faults);
        assert!(provision.faults[0].starts_with("pages.sites.*.example.com "));
        let country = read(r#"{"pages":{"country":"Vietnam"}}"#);
        assert!(country.faults[0].starts_with("pages.country "));
        assert_eq!(country.pages.map(|pages| pages.country), Some("VN".into()));
    }

    #[test]
    fn a_field_without_a_usable_id_is_called_by_its_label_and_stays_required() {
        let provision = read(
            r#"{"work":{"form":{"fields":[
                {"label":"Kết quả","required":true},
                {"id":"kết_quả","label":"Kết quả","required":true},
                {"id":"ok","label":"OK"},
                {"id":"ok","label":"Đồng ý"}]}}}"#,
        );
        let form = provision.work.expect("settings").form;
        let fields: Vec<_> = form
            .fields
            .iter()
            .map(|field| (field.id.as_str(), field.required))
            .collect();
        assert_eq!(
            fields,
            [
                ("ket_qua", true),
                ("ket_qua_2", true),
                ("ok", false),
                ("dong_y", false)
            ]
        );
        let told: Vec<_> = provision
            .faults
            .iter()
            .map(|fault| fault.split(' ').next().unwrap_or_default())
            .collect();
        assert_eq!(told, ["work.form.fields.1.id", "work.form.fields.3.id"]);
        assert!(provision.faults[0].ends_with("ket_qua_2"));
    }

    #[test]
    fn an_address_or_a_number_that_can_not_be_used_spoils_nothing_else_and_is_told() {
        for (url, is_good) in [
            ("https://crm.example.com/find?phone={e164}", true),
            ("http://127.0.0.1:8080/find?phone={e164}", true),
            ("http://crm.example.com/find?phone={e164}", false),
            ("https://crm.example.com/find?phone={phone}", false),
        ] {
            let text = format!(
                r#"{{"work":{{"keepDays":30,"form":{{"fields":[{{"id":"a","label":"A"}}]}},"screenPop":{{"url":"{url}"}}}}}}"#
            );
            let provision = read(&text);
            let work = provision.work.expect("settings");
            assert_eq!((work.keep_days, work.form.fields.len()), (30, 1));
            assert_eq!(!work.screen_pop.url.is_empty(), is_good, "{url}");
            assert_eq!(provision.faults.is_empty(), is_good, "{url}");
        }
        let hook = read(r#"{"work":{"hook":{"url":"https://crm.example.com/{e164}"}}}"#);
        assert!(hook.faults[0].starts_with("work.hook.url "));
        for days in ["0", "3651"] {
            let provision = read(&format!(r#"{{"work":{{"keepDays":{days}}}}}"#));
            assert!(provision.faults[0].starts_with("work.keepDays "), "{days}");
            assert_eq!(provision.work.map(|work| work.keep_days), Some(365));
        }
    }

    #[test]
    fn more_than_there_is_room_for_is_told() {
        let outcomes = |count: usize| -> String {
            let words: Vec<String> = (0..count).map(|n| format!(r#""kết quả {n}""#)).collect();
            format!(
                r#"{{"work":{{"form":{{"dispositions":[{}]}}}}}}"#,
                words.join(",")
            )
        };
        assert!(read(&outcomes(50)).faults.is_empty());
        let provision = read(&outcomes(51));
        assert!(provision.faults[0].starts_with("work.form.dispositions"));
        let form = provision.work.expect("settings").form;
        assert_eq!(form.dispositions.len(), 50);
    }
}
