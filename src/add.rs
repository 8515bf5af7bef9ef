//! The command that adds an article to a region file.

use std::{
    io::{self, IsTerminal},
    path::Path,
};

use whoholds::{
    config::Colours,
    dialogue::Interview,
    edit::Writing,
    file::{self, Article},
    session::Desk,
};

use crate::{
    outcome::{Outcome, PROBLEMS, USAGE_OR_IO, open, problems, today},
    print::article,
};

/// Reads the article that is to be added to a region file.
pub fn opened(name: &Path, regions: &Path) -> Result<Article, Outcome> {
    article(name, &open(Some(regions))?)
}

/// Goes through an article line by line.
pub fn add(name: &Path, regions: &Path, color: Option<Colours>) -> Result<Outcome, Outcome> {
    if name == Path::new("-") {
        let why = "what is said can’t come from standard input where the article does: name a file";
        return Err(Outcome::failed(USAGE_OR_IO, format!("error: {why}\n")));
    }
    let file = open(Some(regions))?;
    let document = file::load(&file).map_err(|report| problems(&report, color))?;
    let article = article(name, &file)?;
    let (writing, new) = Writing::add(file, &document, &article, today())
        .map_err(|why| Outcome::failed(PROBLEMS, format!("error: {why}\n")))?;
    let interview = Interview::new(Desk::new(writing, new.unwrap_or(document)));
    let (input, out) = (io::stdin(), io::stdout());
    let prompt = input.is_terminal();
    match interview.hold(input.lock(), out.lock(), prompt) {
        // Nobody listens any more: no fault of ours.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Outcome::failed(
            USAGE_OR_IO,
            format!("error: can't talk: {error}\n"),
        )),
        _ => Ok(Outcome::default()),
    }
}
