//! The providers' habits in SIP: how numbers are dialled, which header fields tie a call to the
//! provider's records, and whom a provider lets call out (docs/providers.md).

use super::record::{Direction, Link};
use super::*;
use crate::provider::{
    self, Provider, Trait, VBOT_PID, hotline_of, hotlines_of, national, trait_of, with_country,
};
use call::Call;

/// Shorter numbers are extensions and the sandbox's own.
const SHORTEST_OUTSIDE: usize = 8;
/// The longest `X-exc-id` (VBot).
const MAX_EXTERNAL_ID: usize = 32;
/// The longest `X-User-Data` (OmiCall), in characters.
const MAX_USER_DATA: usize = 256;
/// How many numbers that have called in, and how many session ids, are kept.
const KEPT_NUMBERS: usize = 1000;

/// What a Request-URI asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dialled {
    pub(super) number: String,
    /// The hotline that stands in the URI (VBot), inside the country's form.
    hotline: Option<String>,
}

/// Why a provider does not carry out a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) status: u16,
    pub(super) reason: &'static str,
    pub(super) field: Option<(&'static str, &'static str)>,
}

impl Refusal {
    fn new(status: u16, reason: &'static str) -> Self {
        Self {
            status,
            reason,
            field: None,
        }
    }
}

impl Pbx {
    /// Reads what a user has dialled, in the form of its provider.
    pub(super) fn dialled(&self, user: &str, target: &str) -> Result<Dialled, Refusal> {
        if Provider::of_user(user) != Provider::Vbot {
            return Ok(Dialled {
                number: target.to_owned(),
                hotline: None,
            });
        }
        // `hotline*pid*number`, or `pid*number` for what is inside.
        let (hotline, rest) = match target.split_once('*') {
            Some((VBOT_PID, number)) => (None, number),
            Some((hotline, rest)) => match rest.split_once('*') {
                Some((VBOT_PID, number)) => (Some(hotline), number),
                _ => return Err(Refusal::new(404, "Not Found")),
            },
            None => return Err(Refusal::new(404, "Not Found")),
        };
        let session = self.sessions.iter().find(|(id, _)| id == rest);
        let number = session.map_or(rest, |(_, number)| number).to_owned();
        let hotline = match hotline.map(|number| hotline_of(user, number)) {
            Some(Some(hotline)) => Some(hotline.national.to_owned()),
            Some(None) => return Err(Refusal::new(403, "Hotline Not Allowed")),
            None if is_outside(&number) => return Err(Refusal::new(403, "Hotline Required")),
            None => None,
        };
        Ok(Dialled { number, hotline })
    }

    /// Whether a user may call that.
    pub(super) fn allow(&self, user: &str, dialled: Dialled) -> Result<Dialled, Refusal> {
        if !is_outside(&dialled.number) {
            return Ok(dialled);
        }
        match trait_of(user) {
            Trait::Trial if !self.called_in.contains(&national(&dialled.number)) => {
                Err(Refusal::new(403, "Forbidden"))
            }
            Trait::NoHotline => Err(Refusal::new(403, "ALL_NUMBER_NOT_AVAILABLE")),
            // That is what an empty account is said to look like.
            Trait::NoBalance => Err(Refusal {
                field: Some(("Reason", "Q.850;cause=16;text=\"Normal call clearing\"")),
                ..Refusal::new(480, "Temporarily Unavailable")
            }),
            _ => Ok(dialled),
        }
    }

    /// Ties a call that a user makes to its provider.
    pub(super) fn link_of(
        &mut self,
        user: &str,
        dialled: &Dialled,
        invite: &Message,
    ) -> Option<Box<Link>> {
        let provider = Provider::of_user(user);
        let is_outside = is_outside(&dialled.number);
        let asked = invite
            .get("X-Sip-Number")
            .and_then(|number| hotline_of(user, number));
        let usual = hotlines_of(user).first();
        let hotline = match provider {
            Provider::Plain => return None,
            // A number that is not one of the user's is passed over.
            Provider::Omicall if is_outside => {
                asked.or(usual).map(|hotline| hotline.national.to_owned())
            }
            Provider::Omicall | Provider::Bizfly => None,
            Provider::Vbot => dialled.hotline.clone(),
        };
        let external_id = invite.get("X-exc-id").filter(|id| {
            let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
            provider == Provider::Vbot && id.len() <= MAX_EXTERNAL_ID && id.bytes().all(allowed)
        });
        let user_data = invite
            .get("X-User-Data")
            .filter(|_| provider == Provider::Omicall);
        Some(Box::new(Link {
            provider,
            id: self.provider_id(provider),
            direction: match is_outside {
                true => Direction::Outbound,
                false => Direction::Local,
            },
            extension: user.to_owned(),
            other: dialled.number.clone(),
            hotline,
            external_id: external_id.map(str::to_owned),
            user_data: user_data.map(|data| data.chars().take(MAX_USER_DATA).collect()),
        }))
    }

    /// Ties a call that the API places to the provider of who is called.
    pub(super) fn link_to(&mut self, ask: &PlaceCall) -> Option<Box<Link>> {
        let provider = ask.provider.unwrap_or_else(|| Provider::of_user(&ask.to));
        if provider == Provider::Plain {
            return None;
        }
        if ask.for_agent.is_none() {
            if self.called_in.len() >= KEPT_NUMBERS {
                self.called_in.pop_first();
            }
            self.called_in.insert(national(&ask.from));
        }
        // A test may have named the call itself.
        let header = |name: &str| {
            let found = ask
                .headers
                .iter()
                .find(|(own, _)| own.eq_ignore_ascii_case(name));
            found
                .map(|(_, value)| value.clone())
                .filter(|value| !value.is_empty())
        };
        let id = match provider {
            Provider::Omicall => header("Uuid"),
            Provider::Bizfly => header(BIZFLY_ID),
            _ => None,
        };
        let id = ask
            .for_agent
            .clone()
            .or(id)
            .unwrap_or_else(|| self.provider_id(provider));
        let hotline = ask.hotline.as_deref().map(national);
        let usual = hotlines_of(&ask.to).first().or(provider::HOTLINES.first());
        let external_id = header("X-exc-id").or_else(|| Some(random::hex(&mut *self.rng, 10)));
        Some(Box::new(Link {
            provider,
            id,
            direction: match ask.for_agent {
                Some(_) => Direction::Outbound,
                None => Direction::Inbound,
            },
            extension: ask.to.clone(),
            other: ask.from.clone(),
            hotline: hotline.or_else(|| usual.map(|hotline| hotline.national.to_owned())),
            external_id: external_id.filter(|_| provider == Provider::Vbot),
            user_data: None,
        }))
    }

    /// Lets a number be called by a name (VBot's call sessions).
    pub(crate) fn add_session(&mut self, id: String, number: String) {
        if self.sessions.len() >= KEPT_NUMBERS {
            self.sessions.pop_front();
        }
        self.sessions.push_back((id, number));
    }

    fn provider_id(&mut self, provider: Provider) -> String {
        match provider {
            Provider::Bizfly => random::hex(&mut *self.rng, 12),
            _ => random::uuid(&mut *self.rng),
        }
    }
}

/// The header field by which Bizfly names a call. In which messages it travels is not known: here
/// in the INVITE to a phone, and in every response but 100 to one.
const BIZFLY_ID: &str = "X-bizfly-call-center-call-id";

/// What a call to a phone shows as the caller's number, and the fields that its INVITE has.
pub(super) fn of_invite(call: &Call) -> (String, Vec<(String, String)>) {
    let shown = call.from.clone();
    let Some(link) = call.link.as_deref() else {
        return (shown, Vec::new());
    };
    let field = |name: &str, value: String| (name.to_owned(), value);
    let is_inside = link.direction == Direction::Local;
    match link.provider {
        Provider::Plain => (shown, Vec::new()),
        Provider::Omicall => {
            let mut fields = vec![field("Uuid", link.id.clone())];
            if let Some(hotline) = link.hotline.as_deref().filter(|_| !is_inside) {
                fields.push(field("Sip-Number", with_country(hotline)));
            }
            // The customer's own form; From has the network's.
            let is_number = !is_inside && is_number(&shown);
            let own = if is_number {
                national(&shown)
            } else {
                shown.clone()
            };
            fields.push(field("Remote-Phone-Number", own));
            (
                if is_number {
                    with_country(&shown)
                } else {
                    shown
                },
                fields,
            )
        }
        Provider::Bizfly => (shown, vec![field(BIZFLY_ID, link.id.clone())]),
        Provider::Vbot if is_inside => (shown, Vec::new()),
        Provider::Vbot => {
            let domain = link.provider.domain();
            let caller = format!("<sip:{}@{domain}>", api::escape_user(&shown));
            let mut fields = vec![field("P-Asserted-Identity", caller)];
            if let Some(id) = &link.external_id {
                fields.push(field("X-exc-id", id.clone()));
            }
            // The caller's number comes before From, which has the hotline.
            (link.hotline.clone().unwrap_or(shown), fields)
        }
    }
}

/// The fields of responses to the phone that has called.
pub(super) fn of_response(call: &Call) -> Vec<(&'static str, String)> {
    let Some(link) = call.link.as_deref() else {
        return Vec::new();
    };
    match link.provider {
        Provider::Omicall => {
            let hotline = link.hotline.as_deref().map(with_country);
            let hotline = hotline.map(|number| ("Sip-Number", number));
            [("Uuid", link.id.clone())]
                .into_iter()
                .chain(hotline)
                .collect()
        }
        Provider::Bizfly => vec![(BIZFLY_ID, link.id.clone())],
        Provider::Plain | Provider::Vbot => Vec::new(),
    }
}

/// An INVITE without what it says to the provider and not to the far end.
pub(super) fn without_own(invite: &Message) -> Message {
    let mut copy = Message::request("INVITE", "sip:x");
    for (name, value) in invite.headers() {
        let is_own = ["X-Sip-Number", "X-User-Data"]
            .iter()
            .any(|own| own.eq_ignore_ascii_case(name));
        if !is_own {
            copy.push(name, value);
        }
    }
    copy.body.clone_from(&invite.body);
    copy
}

fn is_number(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '+' | ' ' | '-' | '.');
    text.chars().all(is_part) && is_outside(text)
}

/// Whether a number leads out of the company.
fn is_outside(number: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | '(' | ')' | ' ');
    number.chars().all(is_part) && national(number).len() >= SHORTEST_OUTSIDE
}
