//! The command that adds an article to a region file.

use std::{
    io::{self, IsTerminal},
    path::Path,
};

use whoholds::{config::Colours, dialogue::Interview, edit::Writing, file, session::Desk};

use crate::{
    args::{Looks, Shown},
    outcome::{Outcome, PROBLEMS, USAGE_OR_IO, open, problems, today},
    print,
    screen::{Opening, screen},
    talk::hold,
};

/// An article that is to be added.
pub struct Asked<'a> {
    pub article: &'a Path,
    /// The region file.
    pub path: &'a Path,
    /// `true` if the file that its text is taken out of is to be kept, too.
    pub keep: bool,
}

/// Adds an article to a region file: on the screen, or line by line.
pub fn add(
    asked: &Asked,
    plain: bool,
    looks: &Looks,
    color: Option<Colours>,
) -> Result<Outcome, Outcome> {
    // Where the article comes from standard input, the screen takes keys from the terminal itself.
    let is_piped = asked.article == Path::new("-");
    let is_drawn = io::stdout().is_terminal() && (is_piped || io::stdin().is_terminal());
    if plain || !is_drawn {
        return converse(asked, color);
    }
    let article = print::article(asked.article, &open(Some(asked.path))?, asked.keep)?;
    let shown = Shown {
        path: Some(asked.path.to_owned()),
        ..Shown::default()
    };
    screen(&shown, looks, color, Opening::Article(Box::new(article)))
}

/// Goes through an article line by line.
fn converse(asked: &Asked, color: Option<Colours>) -> Result<Outcome, Outcome> {
    if asked.article == Path::new("-") {
        let why = "what is said can’t come from standard input where the article does: name a file";
        return Err(Outcome::failed(USAGE_OR_IO, format!("error: {why}\n")));
    }
    let file = open(Some(asked.path))?;
    let document = file::load(&file).map_err(|report| problems(&report, color))?;
    let article = print::article(asked.article, &file, asked.keep)?;
    let (writing, new) = Writing::add(file, &document, &article, today())
        .map_err(|why| Outcome::failed(PROBLEMS, format!("error: {why}\n")))?;
    let before = document.atlas.as_of;
    let desk = Desk::new(writing, new.unwrap_or(document));
    let moved = desk.moved(before);
    let interview = Interview::new(desk, moved);
    hold(|input, out, prompt| interview.hold(input, out, prompt))?;
    Ok(Outcome::default())
}
