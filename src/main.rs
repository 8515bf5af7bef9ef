mod add;
mod args;
mod check;
mod cli;
mod data;
mod diff;
mod manual;
mod new;
mod outcome;
mod print;
mod render;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use clap::Parser;

use args::Args;

fn main() -> ExitCode {
    let args = Args::try_parse().unwrap_or_else(|error| refuse(error));
    let outcome = cli::run(&args);
    match written(&outcome) {
        Ok(()) => ExitCode::from(outcome.code),
        // Nobody reads any further, as under `head`: no fault of ours.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(outcome.code),
        Err(error) => {
            let _ = writeln!(io::stderr(), "error: can't write: {error}");
            ExitCode::from(outcome::USAGE_OR_IO)
        }
    }
}

/// Ends as clap does. Its errors echo arguments, so it is asked again about arguments that can be printed.
fn refuse(error: clap::Error) -> ! {
    let printable = Args::try_parse_from(cli::printable_arguments());
    printable.err().unwrap_or(error).exit()
}

fn written(outcome: &outcome::Outcome) -> io::Result<()> {
    io::stderr().write_all(outcome.err.as_bytes())?;
    if outcome.out.is_empty() {
        return Ok(());
    }
    let mut out = io::stdout().lock();
    out.write_all(&outcome.out)?;
    out.flush()
}
