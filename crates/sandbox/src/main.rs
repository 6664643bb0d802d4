//! A small local PBX for demos and tests: SIP over WebSocket on loopback, numbers that answer with
//! audio, calls between its users, an API that has it call you, and a demo page full of numbers.

mod cut;
mod dialplan;
mod digest;
mod http;
mod media;
mod options;
mod pbx;
mod provider;
mod random;
mod registrar;
mod rest;
mod sip;
mod switchboard;
mod time;

use std::io::{self, Write as _};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use serde_json::json;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use options::{Command, DOMAIN, Options};
use switchboard::Input;

/// How long the last BYEs may take on their way out.
const LAST_WORDS: Duration = Duration::from_millis(200);

fn main() -> ExitCode {
    let options = match Options::parse(std::env::args().skip(1)) {
        Ok(Command::Run(options)) => options,
        Ok(Command::Help) => {
            print!("{}", options::help());
            return ExitCode::SUCCESS;
        }
        Ok(Command::Version) => {
            println!("alo-sandbox {}", env!("CARGO_PKG_VERSION"));
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprintln!("alo-sandbox: {error}");
            return ExitCode::from(2);
        }
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build();
    match runtime.and_then(|runtime| {
        let result = runtime.block_on(serve(options));
        // Tasks of open sockets hold nothing that has to be saved.
        runtime.shutdown_background();
        result
    }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("alo-sandbox: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(options: Options) -> io::Result<()> {
    let stop = stop_signal()?;
    let users = options::demo_users();
    let pbx = pbx::Pbx::new(
        pbx::Config {
            domain: DOMAIN.to_owned(),
            users: users.clone(),
            blocked: options::blocked_users(),
            algorithms: options.algorithms.clone(),
            min_expires: options.min_expires,
        },
        Box::new(random::System),
    );
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))
        .await
        .map_err(|error| {
            io::Error::new(
                error.kind(),
                format!("port {} on 127.0.0.1: {error}", options.port),
            )
        })?;
    let address = listener.local_addr()?;
    let store = rest::Store::open(options.state_file.as_deref())?;
    let addresses = media::addresses(options.loopback_only);
    let inputs = switchboard::start(pbx, addresses, options.trace, store.clone());
    let rest = rest::Rest::new(store, inputs.clone(), address, options.keep_alive);
    let router = http::router(inputs.clone(), rest);
    let service = router.into_make_service_with_connect_info::<cut::Cut>();
    let server = axum::serve(cut::Cuttable(listener), service);
    let server = tokio::spawn(async move { server.await });
    announce(address, &users, options.ready_file.as_deref())?;

    tokio::select! {
        () = stop => {}
        ended = server => ended.map_err(io::Error::other)??,
    }
    let (done, was_done) = oneshot::channel();
    if inputs.send(Input::ShutDown(done)).await.is_ok() && was_done.await.is_ok() {
        tokio::time::sleep(LAST_WORDS).await;
    }
    Ok(())
}

/// Says that the sandbox serves, on stdout and in the ready file.
fn announce(
    address: SocketAddr,
    users: &[(String, String)],
    ready_file: Option<&Path>,
) -> io::Result<()> {
    let users: Vec<_> = users
        .iter()
        .filter(|(user, _)| !options::blocked_users().contains(user))
        .map(|(user, password)| {
            let provider = provider::Provider::of_user(user);
            json!({
                "user": user, "password": password,
                "provider": provider.name(), "domain": provider.domain(),
            })
        })
        .collect();
    let line = json!({
        "ready": true,
        "http": format!("http://{address}"),
        "ws": format!("ws://{address}/ws"),
        "domain": DOMAIN,
        "port": address.port(),
        "pid": std::process::id(),
        "users": users,
        "providers": rest::sign_ins(address),
    })
    .to_string();
    if let Some(path) = ready_file {
        // Written beside and moved, so that who waits for the file never reads half of it.
        let mut part = path.as_os_str().to_owned();
        part.push(".part");
        std::fs::write(&part, format!("{line}\n"))?;
        std::fs::rename(&part, path)?;
    }
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "{line}")?;
    stdout.flush()
}

/// Resolves when the program is asked to end.
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    #[cfg(unix)]
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    Ok(async move {
        #[cfg(unix)]
        let terminated = terminate.recv();
        #[cfg(not(unix))]
        let terminated = std::future::pending::<Option<()>>();
        tokio::select! {
            _ = terminated => {}
            _ = tokio::signal::ctrl_c() => {}
        }
    })
}
