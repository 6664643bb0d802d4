//! The command line.

use std::path::PathBuf;

use crate::dialplan::{ENDS, SPECIAL};
use crate::digest::Algorithm;
use crate::provider::{self, Provider, Trait};

/// The SIP domain of the sandbox; `.test` is nobody's (RFC 6761).
pub(crate) const DOMAIN: &str = "sandbox.alo.test";

/// What the person asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Options {
    /// TCP port on 127.0.0.1; 0 takes a free one.
    pub(crate) port: u16,
    /// Where the ready line is written too.
    pub(crate) ready_file: Option<PathBuf>,
    /// No media on the outer interface.
    pub(crate) loopback_only: bool,
    /// Hashes offered in challenges, preferred first.
    pub(crate) algorithms: Vec<Algorithm>,
    /// Shorter registrations get a 423; seconds.
    pub(crate) min_expires: u32,
    /// Print every SIP message on stderr.
    pub(crate) trace: bool,
    /// HTTP clients may use a connection again.
    pub(crate) keep_alive: bool,
    /// Where calls and notes are kept, so that they outlive the program.
    pub(crate) state_file: Option<PathBuf>,
}

/// What to do with a command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Command {
    Run(Options),
    Help,
    Version,
}

/// A command line that makes no sense; says why, for people.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}; see --help")]
pub(crate) struct UsageError(String);

impl Options {
    /// Reads the arguments after the program's name.
    pub(crate) fn parse(args: impl Iterator<Item = String>) -> Result<Command, UsageError> {
        let mut options = Self {
            port: 8089,
            ready_file: None,
            loopback_only: false,
            algorithms: vec![Algorithm::Sha256, Algorithm::Md5],
            min_expires: 1,
            trace: false,
            keep_alive: false,
            state_file: None,
        };
        // `--name value` and `--name=value` are the same.
        let mut args = args.flat_map(|arg| match arg.split_once('=') {
            Some((name, value)) if name.starts_with("--") => {
                vec![name.to_owned(), value.to_owned()]
            }
            _ => vec![arg],
        });
        while let Some(arg) = args.next() {
            let mut value = || {
                args.next()
                    .ok_or_else(|| UsageError(format!("{arg} needs a value")))
            };
            match arg.as_str() {
                "--port" => options.port = number(&arg, &value()?)?,
                "--ready-file" => options.ready_file = Some(value()?.into()),
                "--loopback-only" => options.loopback_only = true,
                "--digest" => {
                    options.algorithms = match value()?.as_str() {
                        "both" => vec![Algorithm::Sha256, Algorithm::Md5],
                        "sha-256" => vec![Algorithm::Sha256],
                        "md5" => vec![Algorithm::Md5],
                        other => return Err(UsageError(format!("unknown digest {other:?}"))),
                    };
                }
                "--min-expires" => options.min_expires = number(&arg, &value()?)?,
                "--keep-alive" => options.keep_alive = true,
                "--state-file" => options.state_file = Some(value()?.into()),
                "--trace" => options.trace = true,
                "--help" | "-h" => return Ok(Command::Help),
                "--version" | "-V" => return Ok(Command::Version),
                _ => return Err(UsageError(format!("unknown argument {arg:?}"))),
            }
        }
        Ok(Command::Run(options))
    }
}

fn number<T: std::str::FromStr>(name: &str, value: &str) -> Result<T, UsageError> {
    value
        .parse()
        .map_err(|_| UsageError(format!("{name}: {value:?} is not a usable number")))
}

/// The accounts: names and passwords. They are known to everyone and guard nothing.
pub(crate) fn demo_users() -> Vec<(String, String)> {
    (1001..=1010)
        .chain([1099])
        .map(|user| user.to_string())
        .chain(Provider::WITH_REST.into_iter().flat_map(Provider::users))
        .map(|user| (provider::password(&user), user))
        .map(|(password, user)| (user, password))
        .collect()
}

/// The accounts that the registrar refuses although their passwords are right.
pub(crate) fn blocked_users() -> Vec<String> {
    let disabled = Provider::WITH_REST
        .into_iter()
        .flat_map(Provider::users)
        .filter(|user| provider::trait_of(user) == Trait::Disabled);
    [BLOCKED_USER.to_owned()]
        .into_iter()
        .chain(disabled)
        .collect()
}

/// The account that the registrar refuses although its password is right.
const BLOCKED_USER: &str = "1099";

/// The text of `--help`.
pub(crate) fn help() -> String {
    let numbers: String = SPECIAL
        .iter()
        .chain(ENDS)
        .map(|special| format!("  {:<6} {}\n", special.number, special.english))
        .collect();
    format!(
        "alo-sandbox: a small local PBX for demos and tests. All servers are on 127.0.0.1.

Usage: alo-sandbox [options]

Options:
  --port N          port for the demo page, the API and SIP over WebSocket at /ws
                    (default 8089; 0 takes a free one)
  --ready-file F    write the ready line to this file too
  --loopback-only   media on 127.0.0.1 only (else on the outer interface as well, for
                    browsers that gather no loopback candidates)
  --digest WHICH    both (default: SHA-256, then MD5), sha-256 or md5
  --min-expires N   refuse registrations shorter than N seconds with 423 (default 1)
  --keep-alive      let HTTP clients use a connection again, as real servers do; browsers
                    then repeat requests by themselves when it is cut
  --state-file F    keep the providers' calls and notes in this file, across starts
  --trace           print every SIP message on stderr
  --help, --version

When it serves it prints one line of JSON on stdout: ready, http, ws, domain, users.
It ends on SIGTERM and SIGINT with status 0.

Accounts: 1001 to 1010, password alo-<number> (1001: alo-1001), domain {DOMAIN}.
{BLOCKED_USER} (password alo-{BLOCKED_USER}) is blocked: 403 for every registration.

2001 to 2010 are OmiCall's, 3001 to 3010 Bizfly's, 4001 to 4010 VBot's (docs/providers.md).

Numbers:
{numbers}  echo   the same as 600
  1001…  rings that user's phones
  any other phone number (3 to 20 digits, + allowed) answers like 600

API (JSON):
  GET  /api/state              registrations, calls, digits heard, media packets
  GET  /api/trace              the last SIP messages, as text
  POST /api/call               {{\"to\":\"1001\",\"from\":\"0912345678\",\"name\":\"Lan\",
                               \"ring_seconds\":30,\"then\":\"echo|tone|digits|silence\",
                               \"unanswered\":\"gives-up|elsewhere|declined-elsewhere\",
                               \"hotline\":\"02473001234\",\"provider\":\"omicall\",
                               \"talk_seconds\":5,\"headers\":{{\"X-Any\":\"value\"}}}}
                               only \"to\" is required; answers {{\"id\":N}}
  POST /api/calls/N/end        {{\"how\":\"hang-up|elsewhere|declined-elsewhere\"}}
  POST /api/faults             {{\"provider\":\"omicall|bizfly|vbot\",\"path_contains\":\"\",
                               \"kind\":\"latency|status|half|drop|drop_after_commit|redirect|
                               expire_tokens|token_ttl\",\"ms\":0,\"status\":503,
                               \"retry_after_s\":5,\"token_ttl_s\":60,\"times\":1}}
  DELETE /api/faults           none of them any more
  POST /api/connections/drop   {{\"user\":\"1001\"}}: closes sockets, without \"user\" all
"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(args: &[&str]) -> Result<Command, UsageError> {
        Options::parse(args.iter().map(|arg| (*arg).to_owned()))
    }

    #[test]
    fn options_are_read_in_both_spellings() {
        let Ok(Command::Run(options)) = parse(&["--port=0", "--digest", "md5", "--trace"]) else {
            panic!("valid arguments")
        };
        assert_eq!((options.port, options.trace), (0, true));
        assert_eq!(options.algorithms, [Algorithm::Md5]);
        assert_eq!(parse(&["-h"]), Ok(Command::Help));
    }

    #[test]
    fn nonsense_is_refused_with_words() {
        for args in [
            &["--port"][..],
            &["--port", "x"],
            &["--port", "70000"],
            &["extra"],
        ] {
            assert!(parse(args).is_err(), "{args:?}");
        }
    }

    #[test]
    fn help_names_every_number_and_the_accounts() {
        let help = help();
        assert!(
            SPECIAL
                .iter()
                .chain(ENDS)
                .all(|special| help.contains(special.english))
        );
        assert!(help.contains("alo-1001") && help.contains(DOMAIN));
    }
}
