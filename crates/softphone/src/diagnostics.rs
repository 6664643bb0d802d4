//! The diagnostics bundle: a text for support, without secrets.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::fmt::Write as _;

use alo_protocol::{CallId, QualityView, RegistrationView, ReportNumbers, SipAccount, Snapshot};

use crate::redact::{self, HIDDEN};
use crate::softphone::Platform;
use crate::trace::{Trace, utc};

/// The most changes of the registration that are remembered.
const MOST_REGISTRATIONS: usize = 30;
/// The most calls whose last quality is remembered.
const MOST_QUALITIES: usize = 10;
/// Rows of the history in the bundle.
const MOST_ROWS: usize = 20;
/// Secrets shorter than this are not searched for: one may be an everyday word, and hiding that word
/// everywhere would reveal it.
const SHORTEST_TELLING_SECRET: usize = 8;

/// What earlier snapshots said and the newest one does not say any more.
#[derive(Debug, Default)]
pub(crate) struct Diary {
    registrations: VecDeque<(u64, RegistrationView)>,
    qualities: VecDeque<(u64, CallId, QualityView)>,
}

impl Diary {
    /// The snapshot has changed.
    pub(crate) fn note(&mut self, snapshot: &Snapshot, unix_ms: u64) {
        let now = &snapshot.registration;
        if self
            .registrations
            .back()
            .is_none_or(|(_, last)| last != now)
        {
            push(
                &mut self.registrations,
                (unix_ms, now.clone()),
                MOST_REGISTRATIONS,
            );
        }
        for call in &snapshot.calls {
            let Some(quality) = &call.quality else {
                continue;
            };
            self.qualities.retain(|(_, id, _)| *id != call.id);
            let noted = (unix_ms, call.id.clone(), quality.clone());
            push(&mut self.qualities, noted, MOST_QUALITIES);
        }
    }
}

fn push<T>(list: &mut VecDeque<T>, item: T, most: usize) {
    list.push_back(item);
    if list.len() > most {
        list.pop_front();
    }
}

/// Everything that the bundle is made of.
pub(crate) struct Bundle<'a> {
    pub(crate) platform: &'a Platform,
    pub(crate) snapshot: &'a Snapshot,
    pub(crate) account: Option<&'a SipAccount>,
    pub(crate) diary: &'a Diary,
    pub(crate) trace: &'a Trace,
    pub(crate) unix_ms: u64,
    pub(crate) numbers: ReportNumbers,
}

impl Bundle<'_> {
    /// The text.
    pub(crate) fn write(&self) -> String {
        let mut out = String::new();
        // Writing into a string cannot fail.
        let _ = self.sections(&mut out);
        self.without_known_secrets(out)
    }

    fn sections(&self, out: &mut String) -> std::fmt::Result {
        let numbers = match self.numbers {
            ReportNumbers::Full => "in full",
            ReportNumbers::Ends => "masked",
            ReportNumbers::Hidden => "hidden",
        };
        writeln!(out, "Alo diagnostics")?;
        writeln!(out, "made: {}", utc(self.unix_ms))?;
        writeln!(out, "version: {}", self.platform.user_agent)?;
        writeln!(out, "browser: {}", redact::plain(&self.platform.browser))?;
        writeln!(out, "phone numbers: {numbers}")?;
        self.states(out)?;
        self.settings(out)?;
        self.calls(out)?;
        writeln!(out, "\n== Quality ==")?;
        for (at, call, quality) in &self.diary.qualities {
            writeln!(out, "{} call {}: {quality:?}", utc(*at), call.0)?;
        }
        writeln!(out, "\n== SIP ==")?;
        self.trace.write(out, self.numbers);
        Ok(())
    }

    fn states(&self, out: &mut String) -> std::fmt::Result {
        let snapshot = self.snapshot;
        writeln!(out, "\n== State ==")?;
        writeln!(out, "microphone: {:?}", snapshot.microphone)?;
        if let Some(notice) = snapshot.notice {
            writeln!(out, "refused last: {notice:?}")?;
        }
        if let Some(test) = &snapshot.test {
            let (verdict, step) = (test.verdict, test.step);
            let (problem, code) = (test.problem, test.code);
            writeln!(
                out,
                "connection test: {verdict:?} at {step:?}, {problem:?}, code {code:?}"
            )?;
        }
        if let Some(check) = &snapshot.check {
            writeln!(out, "check before a call: {check:?}")?;
        }
        writeln!(out, "registration, oldest first:")?;
        for (at, view) in &self.diary.registrations {
            write!(out, "  {} {:?}", utc(*at), view.state)?;
            if let Some(problem) = view.problem {
                write!(out, ", {problem:?}")?;
            }
            if let Some(code) = view.code {
                write!(out, ", code {code}")?;
            }
            if let Some(at) = view.retry_at {
                write!(out, ", tries again {}", utc(at))?;
            }
            writeln!(out)?;
        }
        Ok(())
    }

    fn settings(&self, out: &mut String) -> std::fmt::Result {
        writeln!(out, "\n== Account ==")?;
        if let Some(account) = &self.snapshot.account {
            writeln!(out, "server: {}", redact::url(&account.server_url))?;
            for url in &account.backup_urls {
                writeln!(out, "backup server: {}", redact::url(url))?;
            }
            writeln!(out, "domain: {}", account.domain)?;
            writeln!(out, "user: {}", self.words(&account.username))?;
            if let Some(user) = &account.auth_user {
                writeln!(out, "authorization user: {}", self.words(user))?;
            }
            for server in &account.ice_servers {
                for url in &server.urls {
                    writeln!(out, "ICE server: {}", redact::url(url))?;
                }
            }
            writeln!(out, "candidates: {:?}", account.transport_policy)?;
            writeln!(
                out,
                "digits: {:?}, codecs: {:?}",
                account.dtmf, account.codecs
            )?;
            for header in &account.extra_headers {
                // Providers put keys of customers and sessions into them.
                writeln!(out, "header: {}: {HIDDEN}", header.name)?;
            }
        } else {
            writeln!(out, "signed out")?;
        }
        let audio = &self.snapshot.audio;
        let device = |id: &Option<String>| {
            if id.is_some() {
                "chosen"
            } else {
                "the system's"
            }
        };
        writeln!(out, "\n== Settings ==")?;
        writeln!(out, "microphone: {}", device(&audio.microphone))?;
        writeln!(out, "loudspeaker: {}", device(&audio.speaker))?;
        writeln!(out, "ringer: {}", device(&audio.ringer))?;
        writeln!(
            out,
            "echo cancellation {}, noise suppression {}, gain control {}",
            audio.echo_cancellation, audio.noise_suppression, audio.auto_gain
        )?;
        writeln!(
            out,
            "input volume {} %, ring volume {} %",
            audio.input_volume, audio.ring_volume
        )?;
        let phone = &self.snapshot.phone;
        writeln!(
            out,
            "availability {:?}, decline {:?}, forwards {}, anonymous {}",
            phone.availability,
            phone.decline,
            phone.forward_to.is_some(),
            phone.anonymous
        )
    }

    fn calls(&self, out: &mut String) -> std::fmt::Result {
        writeln!(out, "\n== Calls now ==")?;
        for call in &self.snapshot.calls {
            let (id, number) = (&call.id.0, self.number(&call.number));
            writeln!(
                out,
                "{} {id} {:?} {number}: {:?}, muted {}, held {}, held by them {}, recovering {}, {:?}",
                utc(call.started_at),
                call.direction,
                call.state,
                call.muted,
                call.held,
                call.remote_held,
                call.recovering,
                call.alarms
            )?;
        }
        writeln!(out, "\n== Calls before, newest first ==")?;
        for row in self.snapshot.history.iter().take(MOST_ROWS) {
            let (id, number) = (&row.id.0, self.number(&row.number));
            write!(
                out,
                "{} {id} {:?} {number}",
                utc(row.started_at),
                row.direction
            )?;
            if let Some(at) = row.answered_at {
                write!(out, ", answered {}", utc(at))?;
            }
            if let Some(end) = &row.end {
                write!(out, ", ended {} {:?}", utc(end.at), end.cause)?;
                if let Some(code) = end.code {
                    write!(out, ", code {code}")?;
                }
                for reason in [&end.reason, &end.reason_header].into_iter().flatten() {
                    write!(out, ", «{}»", self.words(&redact::plain(reason)))?;
                }
            }
            writeln!(out)?;
        }
        Ok(())
    }

    fn number(&self, text: &str) -> String {
        redact::number(text, self.numbers)
    }

    fn words(&self, text: &str) -> String {
        redact::numbers(text, self.numbers)
    }

    /// A second safeguard: removes the account's secrets wherever they have got into the text.
    fn without_known_secrets(&self, mut text: String) -> String {
        let Some(account) = self.account else {
            return text;
        };
        let is_own = |name: &str| {
            let mut own = account.extra_headers.iter();
            own.any(|header| header.name.eq_ignore_ascii_case(name))
        };
        let lines = text.split('\n').map(|line| match line.split_once(": ") {
            Some((name, _)) if is_own(name.trim()) => format!("{name}: {HIDDEN}").into(),
            _ => Cow::Borrowed(line),
        });
        text = lines.collect::<Vec<_>>().join("\n");
        let credentials = account
            .ice_servers
            .iter()
            .filter_map(|s| s.credential.as_ref());
        for secret in credentials.chain([&account.password]) {
            let secret = secret.expose();
            // A secret that is a plain word, or part of a public field of the account, is left: hiding it
            // everywhere would reveal it.
            let is_word = secret.chars().all(char::is_alphabetic);
            let is_public = [&account.username, &account.domain, &account.server_url]
                .iter()
                .any(|public| public.contains(secret));
            if secret.len() >= SHORTEST_TELLING_SECRET && !is_word && !is_public {
                text = text.replace(secret, HIDDEN);
            }
        }
        text
    }
}
