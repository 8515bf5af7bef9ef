//! The places that commands write to: a file, or standard output.

use std::path::Path;

use whoholds::{
    diagnostics::clean,
    export::{Exporter, check_ending, save},
};

use crate::{
    args::{ByEnding, Output},
    outcome::{Outcome, USAGE_OR_IO},
};

/// Checks that a file's name promises no other format.
pub fn fits(format: &dyn Exporter, output: &Output) -> Result<(), Outcome> {
    let Some(path) = &output.path else {
        return Ok(());
    };
    check_ending(format, path).map_err(|why| unwritten(path, &why.to_string()))
}

/// The format that is asked for, or else the one that the file's name promises; an error where the two differ.
pub fn by_ending<F: ByEnding>(asked: Option<F>, output: &Output) -> Result<F, Outcome> {
    let Some(path) = &output.path else {
        return Ok(asked.unwrap_or(F::DEFAULT));
    };
    let ending = path.extension().and_then(|it| it.to_str());
    let ending = ending.unwrap_or_default().to_lowercase();
    let mut formats = F::value_variants().iter().copied();
    let promised = formats.find(|format| format.ending() == ending);
    match (asked, promised) {
        (Some(asked), Some(promised)) if asked != promised => {
            let why = format!(
                "its name ends in .{ending}, and the format is another: leave out `--format`, or name it .{}",
                asked.ending()
            );
            Err(unwritten(path, &why))
        }
        (Some(asked), _) => Ok(asked),
        (None, Some(promised)) => Ok(promised),
        (None, None) if ending.is_empty() => Ok(F::DEFAULT),
        (None, None) => {
            let ends: Vec<String> = F::value_variants()
                .iter()
                .map(|format| format!(".{}", format.ending()))
                .collect();
            let why = format!(
                "nothing is known to end in .{}: say `--format`, or name it {}",
                clean(&ending),
                ends.join(", ")
            );
            Err(unwritten(path, &why))
        }
    }
}

fn unwritten(path: &Path, why: &str) -> Outcome {
    let path = clean(&path.to_string_lossy());
    Outcome::failed(USAGE_OR_IO, format!("error: can't write {path}: {why}\n"))
}

/// Writes what would be printed to a file, unless it goes to standard output.
pub fn written(outcome: Outcome, output: &Output) -> Result<Outcome, Outcome> {
    let Some(path) = &output.path else {
        return Ok(outcome);
    };
    save(path, &outcome.out, output.force).map_err(|why| unwritten(path, &why.to_string()))?;
    Ok(Outcome {
        out: Vec::new(),
        ..outcome
    })
}
