//! The work that is done for each command.

use std::{
    env,
    io::{self, IsTerminal},
};

use whoholds::{
    config::Colours,
    diagnostics::clean,
    export::{self, Annotations, Text, json},
    file,
};

use crate::{
    add::{Asked, add},
    args::{Args, Command, Described, Diff, Drawn, Export, Render},
    check::check,
    data,
    diff::{Versions, diff},
    manual,
    new::new,
    outcome::Outcome,
    output::{by_ending, fits, written},
    print::{changes, draft, explain, export, seal},
    render::render,
    review::review,
    screen::{Opening, screen},
    settings::config,
    talk::talk,
};

/// The arguments as they can be printed.
pub fn printable_arguments() -> impl Iterator<Item = String> {
    env::args_os().map(|argument| clean(&argument.to_string_lossy()))
}

/// Does what the arguments ask for.
pub fn run(args: &Args) -> Outcome {
    let done = match &args.command {
        Some(Command::Check { strict, fix, path }) => {
            check(path.as_deref(), *strict, *fix, args.color)
        }
        Some(Command::Export(asked)) => exported(asked, args.color),
        Some(Command::Render(asked)) => rendered(asked, args.color),
        Some(Command::Annotations { shown }) => {
            export(&Annotations, shown, &Drawn::default(), args.color)
        }
        Some(Command::Changes { from, to, path }) => {
            changes(*from, *to, path.as_deref(), args.color)
        }
        Some(Command::Diff(asked)) => compared(asked, args),
        Some(Command::Explain { id, shown }) => explain(id, shown, args.color),
        Some(Command::Config { looks }) => config(looks, args.color),
        Some(Command::Draft {
            text,
            regions,
            write,
        }) => draft(text, regions.as_deref(), *write, args.color),
        Some(Command::Add {
            article,
            path,
            keep_original,
            plain,
            looks,
        }) => {
            let asked = Asked {
                article,
                path,
                keep: *keep_original,
            };
            add(&asked, *plain, looks, args.color)
        }
        Some(Command::Review { path, plain, looks }) => review(path, *plain, looks, args.color),
        Some(Command::New { country, output }) => new(country, output.as_deref()),
        Some(Command::Seal { path }) => seal(path.as_deref(), args.color),
        Some(Command::Import(asked)) => data::import(&asked.files, &asked.into()),
        Some(Command::Basemap { ground, output }) => data::basemap(&ground.into(), output),
        Some(Command::Units { path, towns }) => data::units(path.as_deref(), *towns, args.color),
        Some(Command::Completions { shell }) => Ok(manual::completions(*shell)),
        Some(Command::Man { command }) => manual::page(command.as_deref()),
        Some(Command::Schema { of }) => Ok(Outcome::printed(match of {
            Described::Regions => file::schema(),
            Described::Json => json::schema(),
            Described::Diff => export::diff::schema(),
        })),
        None if args.plain => talk(&args.shown, args.color),
        None if io::stdout().is_terminal() => {
            screen(&args.shown, &args.looks, args.color, Opening::Map)
        }
        None => export(&Text, &args.shown, &Drawn::default(), args.color),
    };
    done.unwrap_or_else(|failed| failed)
}

/// Exports a map to a file, or to standard output where none is named.
fn exported(asked: &Export, color: Option<Colours>) -> Result<Outcome, Outcome> {
    fits(asked.format, &asked.output)?;
    let outcome = export(asked.format, &asked.shown, &asked.drawn, color)?;
    written(outcome, &asked.output)
}

/// Draws the screen after some keys.
fn rendered(asked: &Render, color: Option<Colours>) -> Result<Outcome, Outcome> {
    let format = by_ending(asked.format, &asked.output)?;
    written(render(asked, format, color)?, &asked.output)
}

/// Compares two versions of a map: on the screen, or in a format.
fn compared(asked: &Diff, args: &Args) -> Result<Outcome, Outcome> {
    if asked.screen {
        let opening = Opening::Versions(Box::new(Versions::open(&asked.compared)?));
        return screen(&asked.compared.shown(), &args.looks, args.color, opening);
    }
    let format = by_ending(asked.format, &asked.output)?;
    written(diff(&asked.compared, format, args.color)?, &asked.output)
}
