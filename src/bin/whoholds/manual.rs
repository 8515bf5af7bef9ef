//! The manual pages and the completions of shells, made from the arguments.

use std::io;

use clap::CommandFactory;
use clap_complete::Shell;

use whoholds::diagnostics::clean;

use crate::{
    args::Args,
    outcome::{Outcome, USAGE_OR_IO},
};

/// The script that completes commands and options in a shell.
pub fn completions(shell: Shell) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "whoholds", &mut script);
    Outcome::printed(script)
}

/// The page of a command, or that of the program; an error names every command.
pub fn page(command: Option<&str>) -> Result<Outcome, Outcome> {
    let mut program = Args::command();
    program.build();
    let found = match command {
        None => Some(&program),
        Some(name) => program.find_subcommand(name),
    };
    let Some(found) = found else {
        let names: Vec<&str> = program
            .get_subcommands()
            .map(clap::Command::get_name)
            .collect();
        let err = format!(
            "error: there is no command `{}`\n\nthere are: {}\n",
            clean(command.unwrap_or_default()),
            names.join(", ")
        );
        return Err(Outcome::failed(USAGE_OR_IO, err));
    };
    let mut page = Vec::new();
    render(found, &mut page).map_err(|error| {
        Outcome::failed(
            USAGE_OR_IO,
            format!("error: can't make the page: {error}\n"),
        )
    })?;
    Ok(Outcome::printed(page))
}

fn render(command: &clap::Command, page: &mut Vec<u8>) -> io::Result<()> {
    let version = concat!("whoholds ", env!("CARGO_PKG_VERSION"));
    clap_mangen::Man::new(command.clone())
        .source(version)
        .render(page)
}
