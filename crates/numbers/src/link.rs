//! Links to numbers: `tel:` (RFC 3966), `callto:`, and `sip:` as far as it names a number.
//!
//! A page chooses digits and nothing else. Hosts are dropped, headers, methods and unknown
//! parameters refuse the link (RFC 3966 section 11, RFC 3261 section 26).

use std::borrow::Cow;

use crate::find::{Options, find};
use crate::plan;
use crate::{Country, DialError, DialString, Number, text};

/// Longest `href` that is looked at, in bytes; the protocol promises 256 UTF-16 units.
const MAX_HREF: usize = 1024;
/// Most digits of one number (ITU-T E.164).
const MAX_E164: usize = 15;
/// Most digits of numbers one after the other.
const MAX_LISTED: usize = 3 * MAX_E164;
/// Signs of a refused link that are read for showing it.
const MAX_READABLE: usize = 256;
/// Most digits and pauses after the number.
const MAX_POST_DIAL: usize = 32;

/// The scheme of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// `tel:`
    Tel,
    /// `callto:`
    Callto,
    /// `sip:` or `sips:`
    Sip,
}

/// A link to a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Of the link.
    pub scheme: Scheme,
    /// What it dials.
    pub dial: DialString,
    /// To be sent as tones once the call is answered: `0-9*#A-D`, `,` and `p` pause, `w` waits.
    pub post_dial: Option<String>,
}

impl Link {
    /// Reads an `href` as the element has it.
    ///
    /// # Errors
    /// See [`DialError`].
    pub fn parse(href: &str) -> Result<Self, DialError> {
        if href.len() > MAX_HREF {
            return Err(DialError::TooLong);
        }
        let href = href.trim_matches([' ', '\t', '\n', '\r', '\u{C}']);
        let (scheme, body) = scheme(href).ok_or(DialError::Scheme)?;
        if body.chars().any(char::is_control) {
            return Err(DialError::Encoding);
        }
        let (dial, post_dial) = match scheme {
            Scheme::Tel | Scheme::Callto => {
                // `tel://0912…` is a common slip.
                subscriber(body.strip_prefix("//").unwrap_or(body), None)?
            }
            Scheme::Sip => sip(body)?,
        };
        Ok(Self {
            scheme,
            dial,
            post_dial,
        })
    }

    /// Whether two numbers stand where one is meant: `tel:0912345678, 0987654321`. Behind a comma alone a second
    /// one begins with its prefix or is grouped as at home; a code for after the answer has neither, or says by `#`
    /// or a second pause that it is one.
    pub(crate) fn is_list(href: &str, options: &Options) -> bool {
        let Some((Scheme::Tel | Scheme::Callto, body)) = scheme(href.trim_start()) else {
            return false;
        };
        if href.len() > MAX_HREF {
            return false;
        }
        let Ok(body) = decode(body.split(';').next().unwrap_or_default()) else {
            return false;
        };
        let body = body.trim_matches(|ch: char| ch.is_whitespace() || ch == '/');
        let dialled = body.split([',', 'p', 'P', 'w', 'W']).next();
        let several = |text: &str| {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            let abroad = ["00", "011"].iter().any(|idd| digits.starts_with(idd));
            // What is longer than any list is said to be too long.
            (MAX_E164 + 1..=MAX_LISTED).contains(&digits.len())
                && (!abroad || find(text, options).len() > 1)
        };
        if dialled.is_some_and(several) {
            return true;
        }
        let Some((first, behind)) = body.split_once(COMMAS) else {
            return false;
        };
        let apart = !body.split_at(first.len()).1.starts_with(',')
            || behind.starts_with(|ch: char| ch.is_whitespace());
        let second = behind.split(COMMAS).next().unwrap_or_default();
        several(first) || whole(first, options).is_some() && is_number(second, apart, options)
    }

    /// Digits for after the answer as they stand behind a number in a text: `, 12345678#`, `,,1234`. A comma
    /// and digits may be anything; a code ends with `#` or waits twice. A number behind one comma is another
    /// one, and a star in front is a service's.
    pub(crate) fn code_behind(text: &str, options: &Options) -> Option<String> {
        let text = text.trim();
        let twice = text.starts_with(",,");
        let code = twice || text.starts_with(',') && text.ends_with('#');
        let digits = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
        let code = post_dial(text).ok().filter(|_| code)?;
        let own = text.trim_start_matches([',', ' ']);
        let own = own.split([',', '#']).next().unwrap_or_default();
        let service = code.trim_start_matches(',').starts_with(['*', '#'])
            || code.split(',').any(|part| part.matches('*').count() > 1);
        (digits(&code)
            && !service
            && (twice || !is_number(own, false, options))
            && !code.contains(|ch: char| ch.is_ascii_uppercase()))
        .then_some(code)
    }
}

/// What stands between the numbers of a list.
const COMMAS: [char; 3] = [',', '，', '、'];

/// The number that fills a part of a list, with its calling code or as at home.
fn whole(part: &str, options: &Options) -> Option<Number> {
    let part = part.trim_matches(|ch: char| ch.is_whitespace() || ch == '/');
    let number = Number::parse(part, options.country).or_else(|| {
        let (_, digits) = text::dialled(part)?;
        let number = Number::international(digits.as_bytes())?;
        // `84987654321`
        (number.country() == Some(options.country)).then_some(number)
    });
    number.filter(Number::is_known)
}

/// Whether what stands behind a comma (`apart`: that sets it off) is a number rather than a code.
fn is_number(part: &str, apart: bool, options: &Options) -> bool {
    whole(part, options).is_some_and(|number| {
        let groups = part.split(|ch: char| !ch.is_ascii_digit());
        let sizes: Vec<usize> = (groups.map(str::len).filter(|len| *len > 0)).collect();
        let long = number.is_american() && sizes.iter().sum::<usize>() > 10;
        apart || number.has_prefix() || long || number.is_grouped_as(&sizes)
    })
}

fn scheme(href: &str) -> Option<(Scheme, &str)> {
    let (name, body) = href.split_once(':')?;
    let scheme = match name.to_ascii_lowercase().as_str() {
        "tel" => Scheme::Tel,
        "callto" => Scheme::Callto,
        "sip" | "sips" => Scheme::Sip,
        _ => return None,
    };
    Some((scheme, body))
}

/// `telephone-subscriber` of RFC 3966 section 3: number, then parameters.
fn subscriber(
    body: &str,
    context: Option<Country>,
) -> Result<(DialString, Option<String>), DialError> {
    if body.contains('?') {
        return Err(DialError::Headers);
    }
    if body.contains('@') {
        return Err(DialError::Address);
    }
    let mut parts = body.split(';');
    let number = decode(parts.next().unwrap_or_default())?;
    let (mut ext, mut local_context) = (None, context);
    for part in parts {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        match name.to_ascii_lowercase().as_str() {
            "ext" | "postd" => ext = Some(post_dial(&decode(value)?)?),
            // An ISDN subaddress is not dialled.
            "isub" => {}
            "phone-context" => local_context = Some(context_country(&decode(value)?)?),
            _ => return Err(DialError::Parameter),
        }
    }
    // `0281234567,,12#`: what follows the first pause is sent after the answer.
    let at = number.find([',', 'p', 'w', 'P', 'W']);
    let (number, pauses) = number.split_at(at.unwrap_or(number.len()));
    let mut dial = DialString::parse_page(number)?;
    let pauses = post_dial(pauses)?;
    if let Some(country) = local_context
        && !dial.as_str().starts_with('+')
    {
        dial = localise(&dial, country)?;
    }
    let post_dial = [pauses, ext.unwrap_or_default()].concat();
    Ok((dial, (!post_dial.is_empty()).then_some(post_dial)))
}

/// Only `sip:number@anything`: the host, its port and its parameters are not taken over.
fn sip(body: &str) -> Result<(DialString, Option<String>), DialError> {
    if body.contains('?') {
        return Err(DialError::Headers);
    }
    let (user, rest) = body.rsplit_once('@').ok_or(DialError::Address)?;
    for parameter in rest.split(';').skip(1) {
        let name = parameter.split('=').next().unwrap_or_default();
        if decode(name)?.eq_ignore_ascii_case("method") {
            return Err(DialError::Headers);
        }
    }
    // A second `@` or a password: no number has them.
    if user.contains(['@', ':']) {
        return Err(DialError::Address);
    }
    subscriber(user, None).map_err(|error| match error {
        DialError::Character(_) | DialError::TooShort | DialError::PlusInside => DialError::Address,
        other => other,
    })
}

/// RFC 3966 section 5.1.5: a global prefix such as `+84`; a domain names a host, which is refused.
fn context_country(value: &str) -> Result<Country, DialError> {
    let digits: String = value
        .strip_prefix('+')
        .ok_or(DialError::Context)?
        .chars()
        .filter(|ch| !matches!(ch, '-' | '.' | '(' | ')'))
        .collect();
    let (code, _) = plan::split(digits.as_bytes()).ok_or(DialError::Context)?;
    code.country().ok_or(DialError::Context)
}

/// The prefix need not make a number when put in front, so the country's plan has to know it.
fn localise(dial: &DialString, country: Country) -> Result<DialString, DialError> {
    let code = plan::by_country(country).ok_or(DialError::Context)?;
    let number = Number::parse(dial.as_str(), country)
        .or_else(|| Number::international(format!("{}{}", code.code, dial.as_str()).as_bytes()))
        .ok_or(DialError::Context)?;
    DialString::parse_page(&number.e164())
}

fn post_dial(value: &str) -> Result<String, DialError> {
    let kept: String = value
        .chars()
        .filter(|ch| !matches!(ch, ' ' | '-' | '.' | '(' | ')'))
        .map(|ch| match ch {
            'P' => 'p',
            'W' => 'w',
            other => other,
        })
        .collect();
    if let Some(ch) = kept
        .chars()
        .find(|ch| !matches!(ch, '0'..='9' | '*' | '#' | 'A'..='D' | ',' | 'p' | 'w'))
    {
        return Err(DialError::Character(ch));
    }
    if kept.len() > MAX_POST_DIAL {
        return Err(DialError::TooLong);
    }
    Ok(kept)
}

/// A link as a person reads it, for showing what is refused: what is escaped in it, once or several times, stands
/// for itself, and what says nothing is a blank. Its first [`MAX_READABLE`] signs; nothing is dialled by it.
#[must_use]
pub fn readable(href: &str) -> String {
    let mut text: String = href.chars().take(MAX_READABLE).collect();
    // Each round leaves fewer octets or fewer `%`.
    while let Some(at) = text.find('%') {
        let escaped = text.get(at..).map_or(0, escapes);
        let value: Vec<u8> = text
            .get(at..at + 3 * escaped)
            .unwrap_or_default()
            .split('%')
            .filter_map(|hex| u8::from_str_radix(hex, 16).ok())
            .collect();
        let shown: String = String::from_utf8_lossy(&value)
            .chars()
            .map(|ch| match ch {
                ch if ch.is_control() || ch == char::REPLACEMENT_CHARACTER => ' ',
                ch => ch,
            })
            .collect();
        let (end, shown) = match escaped {
            0 => (at + 1, " ".to_owned()),
            _ => (at + 3 * escaped, shown),
        };
        text.replace_range(at..end, &shown);
    }
    text
}

/// How many escapes stand one after the other at the beginning.
fn escapes(text: &str) -> usize {
    let is_escape = |three: &&[u8]| matches!(three, [b'%', high, low] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit());
    text.as_bytes().chunks(3).take_while(is_escape).count()
}

/// Undoes %-encoding. What comes out is checked like everything else; control characters and
/// encoded syntax (`%3B`, `%40`, `%3F`) never come out.
fn decode(value: &str) -> Result<Cow<'_, str>, DialError> {
    if !value.contains('%') {
        return Ok(Cow::Borrowed(value));
    }
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut hex = || char::from(rest.next()?).to_digit(16);
        let (Some(high), Some(low)) = (hex(), hex()) else {
            return Err(DialError::Encoding);
        };
        bytes.push(u8::try_from(high * 16 + low).map_err(|_| DialError::Encoding)?);
    }
    let text = String::from_utf8(bytes).map_err(|_| DialError::Encoding)?;
    if text
        .chars()
        .any(|ch| ch.is_control() || matches!(ch, ';' | '?' | '@' | '%'))
    {
        return Err(DialError::Encoding);
    }
    Ok(Cow::Owned(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dial(href: &str) -> Result<String, DialError> {
        Link::parse(href).map(|link| link.dial.to_string())
    }

    #[test]
    fn a_link_that_is_refused_can_be_read_however_it_is_escaped() {
        for (href, expected) in [
            ("tel:0912%20345%20678,0987", "tel:0912 345 678,0987"),
            ("tel:*21*0912%2520345%23", "tel:*21*0912 345#"),
            ("tel:0912%C2%A0345", "tel:0912\u{a0}345"),
            ("tel:0912%zz345%", "tel:0912 zz345 "),
            ("tel:0912%00345%ff", "tel:0912 345 "),
            ("tel:%%32%30", "tel: 20"),
        ] {
            assert_eq!(readable(href), expected, "{href}");
        }
    }

    #[test]
    fn tel_links_in_every_usual_form() {
        for (href, expected) in [
            ("tel:0912345678", "0912345678"),
            ("TEL:+84-912-345-678", "+84912345678"),
            ("tel:+84(0)912345678", "+840912345678"),
            ("tel:%2B84%20912%20345%20678", "+84912345678"),
            ("tel:%28917%29%20414-8783", "9174148783"),
            ("tel://0912345678", "0912345678"),
            ("  tel: 0912.345.678 ", "0912345678"),
            ("tel:1900%C2%A01234", "19001234"),
            ("callto:0912345678", "0912345678"),
            ("callto://+84912345678", "+84912345678"),
            ("tel:113", "113"),
        ] {
            assert_eq!(dial(href).as_deref(), Ok(expected), "{href}");
        }
    }

    #[test]
    fn extension_and_pauses_become_post_dial_digits() {
        for (href, number, post_dial) in [
            ("tel:+842838881234;ext=123", "+842838881234", "123"),
            ("tel:+842838881234;postd=pp22", "+842838881234", "pp22"),
            ("tel:02838881234,,12%23", "02838881234", ",,12#"),
            ("tel:02838881234p12", "02838881234", "p12"),
            (
                "sip:+842838881234;ext=12@pbx.example",
                "+842838881234",
                "12",
            ),
        ] {
            let link = Link::parse(href).expect(href);
            assert_eq!(link.dial.as_str(), number);
            assert_eq!(link.post_dial.as_deref(), Some(post_dial), "{href}");
        }
        let link = Link::parse("tel:+84912345678;isub=99").expect("a subaddress is skipped");
        assert_eq!(link.post_dial, None);
    }

    #[test]
    fn a_local_number_needs_a_context_that_says_which_it_is() {
        assert_eq!(
            dial("tel:0912345678;phone-context=+84").as_deref(),
            Ok("+84912345678")
        );
        assert_eq!(
            dial("tel:912345678;phone-context=+84").as_deref(),
            Ok("+84912345678")
        );
        for href in [
            "tel:863-1234;phone-context=+1-914-555",
            "tel:7042;phone-context=example.com",
            "tel:7042;phone-context=+999",
        ] {
            assert_eq!(dial(href), Err(DialError::Context), "{href}");
        }
    }

    #[test]
    fn of_a_sip_link_only_the_number_is_taken() {
        for href in [
            "sip:0912345678@evil.example",
            "sips:0912345678@evil.example:5061;transport=tcp;user=phone",
            "SIP:0912-345-678@127.0.0.1",
        ] {
            assert_eq!(dial(href).as_deref(), Ok("0912345678"), "{href}");
        }
        for href in [
            "sip:alice@example.com",
            "sip:example.com",
            "sip:0912345678",
            "sip:0912345678:secret@example.com",
            "sip:0912345678@a@b",
            "sip:@example.com",
        ] {
            assert_eq!(dial(href), Err(DialError::Address), "{href}");
        }
        for href in [
            "sip:0912345678@a.example?Replaces=x",
            "sip:0912345678?Subject=x@a.example",
            "sip:0912345678@a.example;method=REFER",
            "sip:0912345678@a.example;%6Dethod=REFER",
            "tel:0912345678?body=x",
            "callto:0912345678?call",
        ] {
            assert_eq!(dial(href), Err(DialError::Headers), "{href}");
        }
    }

    #[test]
    fn service_codes_stay_service_codes_behind_any_encoding() {
        for href in [
            "tel:*21*0912345678%23",
            "tel:%2A%2A61",
            "tel:#31#0912345678",
            "callto:*100%23",
            "sip:*21@pbx.example",
        ] {
            assert_eq!(dial(href), Err(DialError::ServiceCode), "{href}");
        }
    }

    #[test]
    fn injections_are_refused() {
        for (href, error) in [
            ("tel:0912%0d%0aInvite", DialError::Encoding),
            ("tel:0912345678\r\nX: y", DialError::Encoding),
            ("tel:0912345678%3Bphone-context=x", DialError::Encoding),
            ("tel:0912345678%40evil.example", DialError::Encoding),
            ("tel:0912345678%3Fx", DialError::Encoding),
            ("tel:0912345678%253B", DialError::Encoding),
            ("tel:0912345678%", DialError::Encoding),
            ("tel:0912345678%00", DialError::Encoding),
            ("tel:0912345678%ff", DialError::Encoding),
            ("tel:0912345678@evil.example", DialError::Address),
            ("tel:0912345678;rn=+1999", DialError::Parameter),
            ("tel:0912345678;x", DialError::Parameter),
            ("tel:0912345678;ext=1@2", DialError::Address),
            ("tel:0912345678;ext=abc", DialError::Character('a')),
            ("tel:", DialError::TooShort),
            ("callto:some.skype.name", DialError::Character('s')),
            ("javascript:alert(1)", DialError::Scheme),
            ("https://a.example/tel:0912345678", DialError::Scheme),
            ("0912345678", DialError::Scheme),
        ] {
            assert_eq!(dial(href), Err(error), "{href:?}");
        }
        assert_eq!(
            dial(&format!("tel:{}", "9".repeat(2000))),
            Err(DialError::TooLong)
        );
        assert_eq!(
            dial(&format!("tel:{}", "9".repeat(30))),
            Err(DialError::TooLong)
        );
    }
}
