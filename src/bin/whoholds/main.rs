//! The program `whoholds`.

mod add;
mod args;
mod check;
mod cli;
mod data;
mod diff;
mod manual;
mod new;
mod outcome;
mod output;
mod print;
mod render;
mod review;
mod screen;
mod settings;
mod talk;

use std::{
    io::{self, Write},
    path::Path,
    process::ExitCode,
};

use clap::{CommandFactory, Parser};

use whoholds::diagnostics::nearest;

use args::Args;
use outcome::Outcome;

fn main() -> ExitCode {
    let args = Args::try_parse();
    let outcome = match (mistyped(), args) {
        (Some(guess), Err(error)) if error.use_stderr() => unmeant(guess),
        (Some(guess), Ok(args)) if args.command.is_none() => unmeant(guess),
        (_, Ok(args)) => cli::run(&args),
        (_, Err(error)) => refuse(error),
    };
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

/// Guesses the command that is meant where the first argument is no option, no command and no file.
fn mistyped() -> Option<String> {
    let said = cli::printable_arguments().nth(1);
    let said = said.filter(|word| !word.starts_with('-'))?;
    let program = Args::command();
    let commands = program.get_subcommands();
    let names: Vec<&str> = commands
        .flat_map(clap::Command::get_name_and_visible_aliases)
        .collect();
    let is_hidden = program.find_subcommand(&said).is_some() || said == "help";
    if is_hidden || Path::new(&said).exists() {
        return None;
    }
    let meant = nearest(&said, &names)?;
    Some(format!(
        "error: there is no command or file `{said}`\n\ndid you mean `{meant}`?\n"
    ))
}

/// The outcome where a command was mistyped.
fn unmeant(guess: String) -> Outcome {
    Outcome::failed(outcome::USAGE_OR_IO, guess)
}

/// Ends as clap does. Its errors echo arguments, so it is asked again about arguments that can be printed.
fn refuse(error: clap::Error) -> ! {
    let printable = Args::try_parse_from(cli::printable_arguments());
    printable.err().unwrap_or(error).exit()
}

fn written(outcome: &Outcome) -> io::Result<()> {
    io::stderr().write_all(outcome.err.as_bytes())?;
    if outcome.out.is_empty() {
        return Ok(());
    }
    let mut out = io::stdout().lock();
    out.write_all(&outcome.out)?;
    out.flush()
}
