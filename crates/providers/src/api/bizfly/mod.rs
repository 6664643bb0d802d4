//! Bizfly Cloud Call Center. **Unverified**: only the platform's login, the public interface's field
//! names and the methods of the SDK are known; which paths the SDK uses is not. The paths are therefore
//! settings ([`BizflyPaths`]), and answers are read in the names that are known of neighbouring
//! interfaces.

mod sign_in;
mod work;

use alo_protocol::{BizflyPaths, ProviderProblem, ProviderSignIn, Secret};
use serde_json::{Value, json};

use super::adapter::{
    Adapter, Login, Session, Step, bare, not_offered, post, refused, status_problem, urgent,
};
use super::address::{Base, is_path, segment};
use super::json::{field, is_id, parse, text};
use super::{
    Abilities, Answer, ApiError, Ask, Hotline, HttpAnswer, HttpMethod, HttpRequest, NoteToSave,
    read_hotlines,
};

/// The SDK's own.
const BASE: &str = "https://manage.bizflycloud.vn";
/// What tells hotlines apart, in this order.
const HOTLINE_IDS: &[&str] = &["id", "_id", "hotline_id", "hotline_number", "number"];
/// Most calls that are asked for.
const MAX_CALLS: u16 = 100;
/// Calls that are asked for to find the note of one.
const CALLS_AROUND: u16 = 100;

/// A user of Bizfly.
pub(super) struct Bizfly {
    base: Base,
    email: String,
    password: Secret,
    paths: BizflyPaths,
    server_url: String,
    domain: String,
    /// Groups that may be chosen like a hotline, as the extension names them: ids without names.
    groups: Vec<Hotline>,
}

impl Bizfly {
    pub(super) fn new(sign_in: ProviderSignIn) -> Result<Self, ApiError> {
        let ProviderSignIn::Bizfly {
            base_url,
            email,
            password,
            paths,
            server_url,
            domain,
        } = sign_in
        else {
            return Err(ApiError::new(ProviderProblem::BadSignIn));
        };
        let base = Base::parse(&base_url, BASE)?;
        let email = email.trim().to_owned();
        let usable = (1..=254).contains(&email.len())
            && !email.chars().any(|c| c.is_control() || c.is_whitespace())
            && !password.is_empty()
            && password.expose().len() <= 1024;
        if !usable {
            return Err(ApiError::new(ProviderProblem::BadSignIn));
        }
        let all = [
            &paths.token,
            &paths.extension,
            &paths.hotlines,
            &paths.choose_hotline,
            &paths.contacts,
            &paths.histories,
        ];
        // Braces are in the note's path only, as the place of the call.
        let note = paths.note.replace("{call}", "x");
        if !all.into_iter().chain([&note]).all(|path| is_path(path)) {
            return Err(ApiError::new(ProviderProblem::BadUrl));
        }
        Ok(Self {
            base,
            email,
            password,
            paths,
            server_url: server_url.trim().to_owned(),
            domain: domain.trim().to_owned(),
            groups: Vec::new(),
        })
    }

    fn get(&self, path: &str, query: &[(&str, &str)], session: Session<'_>) -> HttpRequest {
        bare(
            HttpMethod::Get,
            self.base.join(path, query),
            headers(session),
        )
    }

    fn histories(&self, limit: u16, session: Session<'_>) -> Step {
        let limit = limit.clamp(1, MAX_CALLS).to_string();
        Step::Send(self.get(&self.paths.histories, &[("limit", &limit)], session))
    }

    /// The list, then the groups that it does not have.
    fn hotlines(&self, data: &Value) -> Vec<Hotline> {
        let mut hotlines = read_hotlines(data, HOTLINE_IDS);
        for group in &self.groups {
            if !hotlines.iter().any(|known| known.id == group.id) {
                hotlines.push(group.clone());
            }
        }
        hotlines
    }

    /// Stars and note are saved by one request each; the note goes last, so that a note that is read
    /// back says that the stars arrived, too.
    fn note_steps(&self, note: &NoteToSave) -> Vec<Value> {
        let mut steps = Vec::new();
        if let Some(rate) = note.rating {
            steps.push(json!({"rate": rate, "report": note.report.trim()}));
        }
        if steps.is_empty() || !note.text.trim().is_empty() {
            steps.push(json!({"note": note.text.trim()}));
        }
        steps
    }

    fn note_step(
        &self,
        note: &NoteToSave,
        at: usize,
        session: Session<'_>,
    ) -> Result<Step, ApiError> {
        let Some(body) = self.note_steps(note).into_iter().nth(at) else {
            return Ok(Step::Done(Answer::Done));
        };
        let call =
            segment(&note.provider_id).ok_or_else(|| ApiError::new(ProviderProblem::NotFound))?;
        let path = self.paths.note.replace("{call}", &call);
        Ok(post(self.base.join(&path, &[]), headers(session), &body))
    }
}

impl Adapter for Bizfly {
    fn abilities(&self) -> Abilities {
        Abilities {
            hotlines: true,
            contacts: true,
            history: true,
            notes: true,
            read_notes: true,
            tags: false,
            quality: false,
        }
    }

    fn login(&self) -> Option<HttpRequest> {
        Some(self.login_request())
    }

    fn read_login(&mut self, answer: &HttpAnswer) -> Result<Login, ApiError> {
        sign_in::read_token(answer)
    }

    fn begin(&self, ask: &Ask, session: Session<'_>) -> Result<Step, ApiError> {
        Ok(match ask {
            Ask::SignIn => Step::Send(self.get(&self.paths.extension, &[], session)),
            Ask::Hotlines => Step::Send(self.get(&self.paths.hotlines, &[], session)),
            Ask::ChooseHotline { id } => {
                if !is_id(id) {
                    return Err(ApiError::new(ProviderProblem::NotFound));
                }
                let url = self.base.join(&self.paths.choose_hotline, &[]);
                post(url, headers(session), &json!({ "id": id }))
            }
            Ask::Contact(number) => {
                let phone = work::phone(number)?;
                let request = self.get(&self.paths.contacts, &[("phone", &phone)], session);
                Step::Send(urgent(request))
            }
            Ask::History { limit, .. } => self.histories(*limit, session),
            Ask::ReadNote { .. } => self.histories(CALLS_AROUND, session),
            Ask::SaveNote(note) => self.note_step(note, 0, session)?,
            Ask::Tags | Ask::Quality(_) => return not_offered(),
        })
    }

    fn next(
        &mut self,
        ask: &Ask,
        step: u8,
        answer: &HttpAnswer,
        session: Session<'_>,
    ) -> Result<Step, ApiError> {
        let data = data(answer)?;
        Ok(Step::Done(match ask {
            Ask::SignIn => {
                let signed_in = self.signed_in(&data)?;
                self.groups = groups(&data);
                Answer::SignedIn(Box::new(signed_in))
            }
            Ask::Hotlines => Answer::Hotlines(self.hotlines(&data)),
            Ask::Contact(number) => Answer::Contacts(work::contacts(&data, number)),
            Ask::History { from, to, limit } => {
                let mut calls = work::calls(&data);
                calls.retain(|call| (*from..=*to).contains(&call.started_at));
                calls.truncate(usize::from(*limit));
                Answer::History(calls)
            }
            Ask::ReadNote { provider_id, .. } => {
                let mut calls = work::calls(&data).into_iter();
                let call = calls.find(|call| call.provider_id == *provider_id);
                Answer::Note(call.and_then(|call| call.note))
            }
            Ask::SaveNote(note) => return self.note_step(note, usize::from(step) + 1, session),
            Ask::ChooseHotline { .. } => Answer::Done,
            Ask::Tags | Ask::Quality(_) => return not_offered(),
        }))
    }
}

/// The groups that an extension may call by.
fn groups(data: &Value) -> Vec<Hotline> {
    let extension = field(data, &["extension"]).filter(|extension| extension.is_object());
    field(extension.unwrap_or(data), &["hotline_group_id_list"])
        .map_or_else(Vec::new, |list| read_hotlines(list, HOTLINE_IDS))
}

/// The platform's headers.
fn headers(session: Session<'_>) -> Vec<(String, String)> {
    let Some(token) = session.token else {
        return Vec::new();
    };
    let mut headers = vec![
        ("X-Auth-Token".to_owned(), token.token.expose().to_owned()),
        ("X-Auth-Type".to_owned(), "token".to_owned()),
    ];
    if let Some(project) = &token.project {
        headers.push(("X-Project-ID".to_owned(), project.clone()));
    }
    headers
}

/// The data of an answer: what is under `data`, or all of it. `status` of `error` or `false` is a
/// failure, as in the SDK's callbacks and in the public interface.
fn data(answer: &HttpAnswer) -> Result<Value, ApiError> {
    if let Some(problem) = status_problem(answer.status) {
        let said = parse(answer).ok().and_then(|value| said(&value));
        return Err(refused(said.unwrap_or(problem), answer));
    }
    // A change may be answered with nothing.
    if answer.body.trim().is_empty() {
        return Ok(Value::Null);
    }
    let mut value = parse(answer)?;
    let failed = match field(&value, &["status"]) {
        Some(Value::Bool(done)) => !done,
        Some(Value::String(status)) => status == "error",
        _ => false,
    };
    if failed {
        let problem = said(&value).unwrap_or(ProviderProblem::Refused);
        return Err(refused(problem, answer));
    }
    match value.get_mut("data") {
        Some(data) => Ok(data.take()),
        None => Ok(value),
    }
}

/// What the words of a failure mean, where more than the status; they are the sandbox's own example
/// (unverified).
fn said(value: &Value) -> Option<ProviderProblem> {
    match text(value, &["error", "message"], 128)?.as_str() {
        "token_expired" | "token_invalid" => Some(ProviderProblem::Expired),
        "extension_disabled" => Some(ProviderProblem::ExtensionDisabled),
        _ => None,
    }
}
