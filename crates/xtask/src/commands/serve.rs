//! `cargo xtask serve`: the page on this machine, built again whenever a file changes.

use std::net::{Ipv4Addr, TcpListener};

use crate::{Result, process::run as run_command, setup::web_tools};

/// The first port to try.
const PORT: u16 = 8080;

/// Takes `--port N`; what else there is goes to `trunk serve`.
pub fn run(arguments: &[String]) -> Result {
    let (port, rest) = match arguments {
        [option, port, rest @ ..] if option == "--port" => (port.parse()?, rest),
        rest => (free_port()?, rest),
    };
    let tools = web_tools()?;
    eprintln!("Building the page (the first time takes a few minutes), then serving it at");
    eprintln!("\n    http://127.0.0.1:{port}/\n\nStop it with Ctrl-C.");
    // Not into dist/: what is served reloads itself, what is published does not.
    let mut trunk = tools.trunk();
    // Dividing the engine (www/build/split.js) takes longer than building it again.
    trunk.env("OURO_WHOLE_ENGINE", "1");
    run_command(trunk.args(["serve", "--dist", "target/serve", "--port", &port.to_string()]).args(rest))
}

fn free_port() -> Result<u16> {
    let free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    (PORT..PORT + 100).find(free).ok_or_else(|| format!("no port from {PORT} to {} is free", PORT + 99).into())
}
