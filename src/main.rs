mod cli;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use clap::Parser;

fn main() -> ExitCode {
    let outcome = cli::run(&cli::Args::parse());
    let written = io::stderr()
        .write_all(outcome.err.as_bytes())
        .and_then(|()| {
            let mut out = io::stdout().lock();
            out.write_all(outcome.out.as_bytes())?;
            out.flush()
        });
    match written {
        // Nobody reads any further, as under `head`: no fault of ours.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(cli::CLEAN),
        Err(_) => ExitCode::from(cli::USAGE_OR_IO),
        Ok(()) => ExitCode::from(outcome.code),
    }
}
