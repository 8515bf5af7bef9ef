//! The command that goes through the claims in draft: on the screen, or line by line.

use std::{
    io::{self, IsTerminal},
    path::Path,
};

use whoholds::{config::Colours, dialogue::Review, edit::Revision};

use crate::{
    args::{Looks, Shown},
    outcome::{Outcome, open, problems},
    screen::{Opening, screen},
    talk::hold,
};

pub fn review(
    path: &Path,
    plain: bool,
    looks: &Looks,
    color: Option<Colours>,
) -> Result<Outcome, Outcome> {
    if !plain && io::stdout().is_terminal() && io::stdin().is_terminal() {
        let shown = Shown {
            path: Some(path.to_owned()),
            ..Shown::default()
        };
        return screen(&shown, looks, color, Opening::Review);
    }
    let file = open(Some(path))?;
    let (revision, _) = Revision::open(file).map_err(|report| problems(&report, color))?;
    let review = Review::new(revision);
    hold(|input, out, prompt| review.hold(input, out, prompt))?;
    Ok(Outcome::default())
}
